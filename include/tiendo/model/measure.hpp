/// @file
/// Measures: what a number counts, and the exact factors between measures of one kind.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// The kind of a measure whose numbers are parts of a whole: percent, per mille.
inline constexpr std::string_view kShareKind = "share";
/// The kind of percentage points, the difference of two percentages: no part of a whole, so that
/// they never convert to percent, nor percent to them.
inline constexpr std::string_view kPointsKind = "points";

/// A measure: tỷ đồng, ha, %, người. Those of one kind differ by a factor only.
struct Measure {
  std::string id;
  std::string kind;
  Name name;
  /// What one of this measure is in the unit of its kind: 1000000000 for tỷ đồng where đồng is 1,
  /// 0.01 for percent. Above zero.
  Decimal factor = 1;
  Remarks remarks;
};

/// Percent and per mille, of kind "share", named by their signs; they convert into each other.
Measure percent();
Measure per_mille();
/// Percentage points, of kind "points": "điểm %", "points". Never a bare %.
Measure percentage_points();

/// The same amount in another measure, exact: 1.5 ha is 15000 m².
/// @return measure_kinds_differ across kinds, number_too_long
Result<Ratio> convert(const Ratio& value, const Measure& from, const Measure& to);

}  // namespace tiendo
