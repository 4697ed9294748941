/// @file
/// The columns of a table of observations, and where they stand in one.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tiendo {

struct ObservationTable {
  /// The columns of the format, in the order of the guide.
  enum Column : std::size_t {
    indicator,
    unit,
    project,
    work_stage,
    period,
    form,
    value,
    numerator,
    denominator,
    status,
    qualifier,
    recorded_on,
    revision,
    source,
    note,
    value_to,
    words,
    verdict,
    judge,
    column_count,
  };

  static constexpr std::array<std::string_view, column_count> kNames = {
      "indicator", "unit",        "project", "work_stage", "period",      "form",     "value",
      "numerator", "denominator", "status",  "qualifier",  "recorded_on", "revision", "source",
      "note",      "value_to",    "words",   "verdict",    "judge"};
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  std::array<std::size_t, column_count> at{};  ///< the place of each column in a row, or kAbsent
  std::size_t width = 0;                       ///< fields of a row
};

}  // namespace tiendo
