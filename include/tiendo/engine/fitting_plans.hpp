/// @file
/// Which plans a printed rate leaves open: 182 new enterprises that are "21,3% over plan" leave one
/// whole number, 150.
///
/// Many pages print a rate and not the plan. Where exactly one plan fits, it is known; where
/// several do, it is known that it is not. No plan that was found in this way is a published plan.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// An actual and its rate, as printed.
struct PrintedRate {
  Decimal actual;
  /// Whether the actual was rounded to its digits, and not counted.
  bool actual_rounded = false;
  /// 100 * actual / plan in percent, or how much that is above 100.
  Decimal rate;
  bool is_excess = false;
  /// How rate and actual were rounded; absent where that is not known.
  std::optional<Rounding> rounding;
};

/// The multiples of a step that a rate leaves open.
struct FittingPlans {
  /// How many there are; absent where there is no end to them, since the rate may be zero.
  std::optional<Decimal> count;
  /// The smallest of them, in order, as many as were asked for.
  std::vector<Decimal> plans;
};

/// The plans above zero that are multiples of `step` and give the rate: whole numbers for 1, round
/// ones for 1000. At most `most` of them are listed, all are counted.
///
/// @return number_out_of_range when the step is not above zero or the actual is below it;
/// number_too_long
Result<FittingPlans> fitting_plans(const PrintedRate& printed, const Decimal& step = 1,
                                   std::size_t most = 100);

}  // namespace tiendo
