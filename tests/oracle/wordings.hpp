/// @file
/// Every wording of a target over a small grid of numbers, and what tables that a reader can check
/// by eye say of it.
///
/// The tables count in whole numbers: 400 is one, so that a half, and a half percent of a half, are
/// whole. Nothing here divides with a remainder.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tiendo/decimal/ratio.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo::oracle {

using Grid = int;
inline constexpr Grid kOne = 400;
inline constexpr Grid kHalf = kOne / 2;
/// The grid reaches from the number below zero to this one.
inline constexpr Grid kMost = 2 * kOne;

inline constexpr std::array kDirections = {Direction::more, Direction::less, Direction::inside,
                                           Direction::near};

/// A wording with its numbers.
struct Asked {
  ConditionKind kind = ConditionKind::none;
  Grid value = 0;  ///< the lower end of a range
  Grid other = 0;  ///< the upper end of `between`, the tolerance of `about`
  ChangeIn in = ChangeIn::value;
  std::shared_ptr<const Asked> then = nullptr;
};

/// By how much a bound may be missed and still be near; percent: so many hundredths of the bound.
struct Close {
  Grid amount = 0;
  bool percent = false;
};

Decimal decimal(Grid number);
Ratio exact(Grid number);
/// All numbers of the grid, `step` apart.
std::vector<Grid> grid(Grid step);
Condition condition_of(const Asked& asked);
std::string text_of(const Asked& asked);

/// Every wording that is no change, with numbers `step` apart.
std::vector<Asked> levels(Grid step);
/// Every change by one of these amounts, alone or, for each of `then`, with that as well.
std::vector<Asked> changes(const std::vector<Grid>& amounts, const std::vector<ChangeIn>& ins,
                           const std::vector<Asked>& then = {});

/// The level that a change from the base leads to. One percent of a base below zero is as large as
/// of one above, and of nothing it is nothing that one could ask for; one point is `point` in the
/// measure.
std::optional<Grid> level_of(const Asked& asked, Grid base, int point);

/// e m n - for exceeded, met, near and missed. `level` is what a change leads to.
char said(const Asked& asked, Direction direction, Grid actual, Grid level = 0,
          const std::optional<Close>& close = std::nullopt);

/// Of a report of a bound, over (1) or under (-1) it: what is said of every value beyond it; m
/// where all are met or better, ? where that is not one thing.
char said_of_bound(const Asked& asked, Direction direction, Grid bound, Grid level, int side,
                   const std::optional<Close>& close = std::nullopt);
/// The same of a range, both ends included.
char said_of_range(const Asked& asked, Direction direction, Grid lower, Grid upper, Grid level,
                   const std::optional<Close>& close);

/// The letter of a verdict: ? for none, n for near.
char letter(Verdict verdict);

}  // namespace tiendo::oracle
