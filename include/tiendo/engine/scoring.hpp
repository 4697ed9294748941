/// @file
/// Scores by criteria: from exact figures to points, a total and its class.
///
///     gained   what the table gives for the figure, or for the verdict
///     points   gained - sum(each * figure of a deduction), not below the floor nor above the cap
///     scored   W sum(points) / sum(most points of what counts)   W: all points of the criteria
///              sum(weight points) / sum(weight of what counts)   where they have weights
///     total    scored + bonus - penalty, not below its floor nor above its cap
///
/// What counts is what has a figure, and what is zero without one. No figure is rounded on the way,
/// and a figure that is not there is only zero where the criteria say so.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/criteria.hpp"
#include "tiendo/model/verdict.hpp"

namespace tiendo {

/// What a criterion is scored by.
struct CriterionInput {
  /// The figure, or why there is none; of a criterion that scores verdicts why there is no verdict,
  /// and no_such_figure where there is one.
  Figure figure;
  Verdict verdict = Verdict::none;
  /// Of each deduction, in their order.
  std::vector<Figure> deductions = {};
};

/// Which limit decided. The numbers never change.
enum class Limited : std::uint8_t { none = 0, floor = 1, cap = 2 };
/// "floor", "cap"; "" for none.
std::string_view name_of(Limited limited) noexcept;

/// What a unit has of one criterion.
struct CriterionScore {
  CriterionInput input;
  /// The position of the band that holds the figure, where the table has bands.
  std::optional<std::size_t> band;
  /// What the table or the verdict gives, in points, or as it stands where there is a weight.
  Figure gained;
  /// What comes off it.
  Figure deducted;
  Limited limited = Limited::none;
  /// What it comes to, or why it comes to nothing: the reason of the figure; outside_table; the
  /// reason of a deduction; number_too_long.
  Figure points;
  /// What goes into the total: the points; zero, without any, where the criterion says so; else as
  /// `points`.
  Figure counted;
  /// The most points, or the weight, with which it counts; 0 where it is left out, and on top.
  Ratio weight;
};

/// What a unit has of all criteria together.
struct Score {
  std::vector<CriterionScore> criteria;
  /// The share of all points or weights whose figures are there: from 0 to 1.
  Figure available;
  /// All points, or all weights, of what counts.
  Ratio used;
  /// Of the criteria that are part of the whole. Without one: the reason of the first that is
  /// refused; too_little_available; of nothing that counts the reason of the first;
  /// number_too_long.
  Figure scored;
  Figure bonus;
  Figure penalty;
  Limited limited = Limited::none;
  /// All together, or the reason why there is no total.
  Figure total;
  /// The position of the band of the classes that holds the total.
  std::optional<std::size_t> class_position;
  /// Why there is no class: that of the total, or outside_table; none without classes.
  Errc class_reason = Errc::none;
};

/// The score of one unit. `inputs` are those of the criteria, in their order and as many; a
/// deduction without an input has nothing reported. A pure function.
Score score(const Criteria& criteria, std::span<const CriterionInput> inputs);

/// How a quota is kept.
struct QuotaCount {
  int in_class = 0;
  int in_others = 0;
  /// As many as may be in the class: percent of the others, the fraction dropped.
  int most = 0;

  /// Whether no more are in the class than may be.
  bool kept() const noexcept { return in_class <= most; }
  friend bool operator==(const QuotaCount&, const QuotaCount&) = default;
};

/// The quotas of the criteria, counted over units; who has to leave a class is not for a rule to
/// say.
std::vector<QuotaCount> count_quotas(const Criteria& criteria, std::span<const Score> scores);

}  // namespace tiendo
