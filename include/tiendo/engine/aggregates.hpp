/// @file
/// Figures of many made into one, or put in order: means, the worst, contributions, ranks.
///
/// All exact, and from exact figures only. A figure that is not there is never zero: it takes its
/// weight with it, and how much has to be there is an argument. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tiendo/engine/figure.hpp"
#include "tiendo/model/indicator.hpp"

namespace tiendo {

/// A figure with its weight. A weight of zero is not the same as a figure that is not there: it
/// counts as there and moves nothing.
struct Weighted {
  Figure figure;
  Ratio weight = 1;
};

/// A mean, and how much of what belongs to it is there: a share, from 0 to 1.
struct Mean {
  Figure figure;
  Figure available;
};

/// sum(weight * figure) / sum(weight) over the figures that are there; the weights need not add up
/// to anything. `available` is their share of all weights.
///
/// `least_available` is the least share for which there is a mean, itself included; by default
/// everything has to be there.
///
/// @return for the mean, else: nothing_to_count of nothing; weight_negative; no_weight when the
/// weights of all, or of those that are there, add up to zero; too_little_available, or where
/// nothing at all is there the reason of the first figure; number_too_long
Mean weighted_mean(std::span<const Weighted> parts, const Ratio& least_available = 1);

/// The mean of the worst figures, and which they are: positions, the worst first, of equal figures
/// the earlier first.
struct Worst {
  Figure figure;
  std::vector<std::size_t> parts;
};

/// The worst figure. @return as mean_of_worst()
Worst worst(std::span<const Figure> figures, Direction better, const Ratio& least_available = 1);

/// The mean of the `count` worst of the figures that are there.
///
/// `least_available` is as for weighted_mean(), a share of the number of figures.
///
/// @return for the mean, else: no_order unless more or less is better; nothing_to_count of no
/// figures or for a count of zero; the reason of the first figure where none is there;
/// too_little_available when a smaller share is there, or fewer than `count`; number_too_long
Worst mean_of_worst(std::span<const Figure> figures, std::size_t count, Direction better,
                    const Ratio& least_available = 1);

/// A number before and now.
struct Change {
  Ratio before;
  Ratio now;
};

/// What a part contributes to the growth of a whole, in percentage points: 100 (x - x') / |X'|. The
/// contributions of parts that make the whole, both times, add up to its growth; those of volumes
/// chained from year to year do not (INSEE, BEA).
/// @return base_zero when the whole was zero; number_too_long
Result<Ratio> contribution(const Change& part, const Ratio& whole_before);

/// The share of a part in the change of a whole, in percent: 100 (x - x') / (X - X'). It may be
/// below 0 or above 100 where parts move apart.
/// @return division_by_zero when the whole has not changed: there is nothing to share
Result<Ratio> share_of_increment(const Change& part, const Change& whole);

/// The contribution from a share of the increment and the growth of the whole, both in percent.
Result<Ratio> contribution_of(const Ratio& share_of_increment, const Ratio& growth);

/// The place of a figure among others.
struct Rank {
  /// From 1; absent where the figure is, with its reason.
  std::optional<int> place;
  Errc reason = Errc::none;
  /// How many have this place, the figure itself included; 0 without one.
  int sharing = 0;

  friend bool operator==(const Rank&, const Rank&) = default;
};

/// Places by competition ranking, the best first: equal figures share a place, and the next one
/// counts all before it: 1, 2, 2, 4. By value and exactly, so what only prints alike does not tie.
/// @return a rank for each figure, in their order; where neither more nor less is better all
/// without a place: no_order
std::vector<Rank> ranks(std::span<const Figure> figures, Direction better);

}  // namespace tiendo
