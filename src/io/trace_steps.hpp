// The lines of an explanation that compute a figure: a formula with its numbers, the exact result
// and what is printed of it; and what leads to what was expected on the way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

class TraceSteps {
 public:
  TraceSteps(const Trace& trace, const Plan& plan, Language language, const Printing& printing,
             NumberFormat numbers)
      : trace_(trace), plan_(plan), language_(language), printing_(printing), numbers_(numbers) {}

  // "% of plan C = 100 * A / T = 100 * 75 / 100 = 75 % = 3/4; printed 75.0 % (...)".
  std::string line(const TraceStep& step) const;

  // "L - F" and "120 - 100", and " = 20; printed ..." that ends every line.
  std::string formula(const TraceStep& step) const;
  std::string with_numbers(const TraceStep& step) const;
  std::string ending(Field field, const Ratio& exact) const;

  // What was to be reached by now: the numbers of the profile, then the path. Of several targets
  // each by itself and their sum. Empty where nothing is expected.
  std::vector<std::string> expected() const;

  // What the months left have to bring, and the forecasts.
  std::vector<std::string> forecasts() const;

  // " tỷ đồng", the measure after a number of the indicator.
  std::string measure() const;

 private:
  std::string unit_of(Field field) const;
  std::string number(const Ratio& value) const;
  void take_whole(const TraceStep& step, std::vector<std::string>& lines) const;
  std::string part(const TraceStep& step) const;
  std::string sum(const TraceStep& step) const;

  const Trace& trace_;
  const Plan& plan_;
  Language language_;
  Printing printing_;
  NumberFormat numbers_;
};

}  // namespace tiendo
