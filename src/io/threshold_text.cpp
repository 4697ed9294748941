// Tested by tests/unit/io/score_writer_test.cpp and tests/cli/methods_test.py.

#include "io/threshold_text.hpp"

#include "io/trace_sums.hpp"

namespace tiendo {

std::string range_text(const Band& band, const NumberFormat& numbers) {
  const auto text = [&](const Ratio& value) { return exact_number(value, numbers); };
  if (!band.low && !band.high) return "";
  if (!band.low) return (band.has_high ? "≤ " : "< ") + text(*band.high);
  if (!band.high) return (band.has_low ? "≥ " : "> ") + text(*band.low);
  if (*band.low == *band.high) return "= " + text(*band.low);
  return (band.has_low ? "[" : "(") + text(*band.low) + "; " + text(*band.high) +
         (band.has_high ? "]" : ")");
}

}  // namespace tiendo
