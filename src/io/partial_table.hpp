// The table of the sums in the text of a partial: its columns, in their order.
#pragma once

#include <string_view>
#include <vector>

namespace tiendo {

inline constexpr std::string_view kPartialFormat = "tiendo-partial/1";

struct PartialColumn {
  enum Place : std::size_t {
    indicator,
    unit,
    question,     // its number
    numerator,    // with its digits after the point
    denominator,  // of a ratio
    months,       // 1 for each that is reported and 0 for each before the last that is not
    reported,
    of,  // "months" of its own reports or "units" below it
    status,
    last,  // from 1
  };
};

inline const std::vector<std::string_view> kPartialColumns = {
    "indicator", "unit",     "question", "numerator", "denominator",
    "months",    "reported", "of",       "status",    "last"};

}  // namespace tiendo
