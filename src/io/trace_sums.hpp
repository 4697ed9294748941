// How a figure that was read from reports adds up from them, as text for people.
#pragma once

#include <string>
#include <vector>

#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

// An exact number as a decimal where it ends, as a fraction otherwise.
std::string exact_number(const Ratio& value, NumberFormat numbers);

// Looks up the reports that one trace used.
class TraceSums {
 public:
  TraceSums(const Trace& trace, const Plan& plan, NumberFormat numbers)
      : trace_(trace), plan_(plan), numbers_(numbers) {}

  // "10 + 12", "10 * 1.25 + 12" across a break of the series; for a ratio "(45 + 40) / (60 + 50) /
  // 0.01", with the factor of its measure; for a growth that was computed, the same of what grows;
  // of a mean over time "(10 * 1 + 12 * 2) / 3", of a highest "max(10; 12)"; of a fact that several
  // have to make true "min(1; 0)". "" when no report was used.
  std::string text(Index indicator, SourceRole role, const Period& window) const;

 private:
  bool is_spread(Index indicator) const;
  void add_cell(const TraceSource& source, std::string& numerators,
                std::string& denominators) const;
  std::string least(Index indicator, SourceRole role, const Period& window) const;
  std::string growth(Index indicator, const Period& window) const;
  std::string factor(Index indicator) const;

  const Trace& trace_;
  const Plan& plan_;
  NumberFormat numbers_;
};

}  // namespace tiendo
