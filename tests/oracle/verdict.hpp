/// @file
/// What a condition says of a value, by definition: whether it holds, and whether better than that.
#pragma once

#include <optional>
#include <utility>

#include "tiendo/engine/report.hpp"

namespace tiendo::oracle {

/// How far off is near: a part of the bound, or an amount.
struct Closeness {
  Ratio amount;
  bool percent = false;
};

/// What is better, and what is near; of a direction alone nothing is.
struct Eyes {
  Direction direction;
  std::optional<Closeness> close = std::nullopt;

  Eyes(Direction better, std::optional<Closeness> near = std::nullopt)
      : direction(better), close(std::move(near)) {}
};

/// `required` is what a bound or a change compares with; a range does not use it.
Verdict verdict_of(const Condition& condition, const Eyes& eyes, const Ratio& actual,
                   const Ratio& required);

/// The same for a report with a hedge: of "over" and "under", what holds of every value beyond the
/// one reported; none where that is not one verdict.
Verdict verdict_of_report(const Condition& condition, const Eyes& eyes, const Ratio& actual,
                          const Ratio& required, Qualifier qualifier);

/// The same for a range, both ends included.
Verdict verdict_of_range(const Condition& condition, const Eyes& eyes, const Ratio& lower,
                         const Ratio& upper, const Ratio& required);

}  // namespace tiendo::oracle
