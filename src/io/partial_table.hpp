// The table of the sums in the text of a partial: its columns, in their order.
#pragma once

#include <string_view>
#include <vector>

namespace tiendo {

inline constexpr std::string_view kPartialFormat = "tiendo-partial/1";

enum PartialColumn : std::size_t {
  kSumIndicator,
  kSumUnit,
  kSumQuestion,     // its number
  kSumNumerator,    // with its digits after the point
  kSumDenominator,  // of a ratio
  kSumMonths,       // 1 for each that is reported and 0 for each before the last that is not
  kSumReported,
  kSumOf,  // "months" of its own reports or "units" below it
  kSumStatus,
  kSumLast,  // from 1
};

inline const std::vector<std::string_view> kPartialColumns = {
    "indicator", "unit",     "question", "numerator", "denominator",
    "months",    "reported", "of",       "status",    "last"};

}  // namespace tiendo
