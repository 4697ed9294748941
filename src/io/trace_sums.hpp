// How a figure that was read from reports is made of them, as text for people.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

// An exact number as a decimal where it ends, as a fraction otherwise.
std::string exact_number(const Ratio& value, NumberFormat numbers);

// Writes the numbers of one trace.
class TraceSums {
 public:
  TraceSums(const std::vector<TraceNumber>& made, NumberFormat numbers)
      : made_(made), numbers_(numbers) {}

  // What the number is made of, down to the reports: "10 + 12", "10 * 1.25 + 12" across a break of
  // the series; for a ratio "(45 + 40) / (60 + 50) / 0.01", with the factor of its measure; for a
  // growth that was computed, the same of what grows; of a fact that several have to make true
  // "min(1; 0)".
  std::string text(std::size_t number) const;

 private:
  // Beyond so many bytes the number stands in the place of what it is made of.
  static constexpr std::size_t kLongest = 16384;

  std::string made_text(std::size_t number) const;
  std::string term(const TraceTerm& term) const;

  const std::vector<TraceNumber>& made_;
  NumberFormat numbers_;
  mutable std::map<std::size_t, std::string> texts_;
};

}  // namespace tiendo
