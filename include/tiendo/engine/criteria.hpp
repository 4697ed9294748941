/// @file
/// By what units are scored, as data: criteria with points or weights, tables, classes, quotas.
///
/// Decrees that score agencies say the same things in different numbers: an indicator, a figure of
/// it, a table from the figure to points, the most that can be had, what comes off for each delay,
/// what happens where nothing was reported, and the classes of the total. So all of it is data with
/// a name, a version and a source (read_criteria()), and scoring.hpp only counts.
///
/// Every policy is stated: there is no table with a gap, no band without points where points are
/// given, no criterion of which it is open what it is worth. What is contradictory cannot be built.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/bands.hpp"
#include "tiendo/engine/fields.hpp"

namespace tiendo {

/// What becomes of a criterion whose figure is not there. The numbers never change.
enum class MissingRule : std::uint8_t {
  refused = 1,   ///< the unit has no total
  zero = 2,      ///< it scores nothing, with its whole weight
  excluded = 3,  ///< it is left out with its weight, and the others make up the whole
};

/// How a criterion counts. The numbers never change.
enum class CriterionRole : std::uint8_t {
  scored = 1,   ///< it is a part of the whole
  bonus = 2,    ///< its points come on top of the whole
  penalty = 3,  ///< its points are taken off
};

/// What a number is in. The numbers never change.
enum class PointsIn : std::uint8_t {
  points = 1,   ///< points
  percent = 2,  ///< percent of the most points of the criterion
};

/// "refused", "scored", "points" and so on.
std::string_view name_of(MissingRule rule) noexcept;
std::string_view name_of(CriterionRole role) noexcept;
std::string_view name_of(PointsIn in) noexcept;
/// "capped", "extended" or "refused".
std::string_view name_of(Ends ends) noexcept;

/// What each verdict scores.
struct VerdictScores {
  Ratio exceeded;
  Ratio met;
  Ratio near;
  Ratio missed;

  friend bool operator==(const VerdictScores&, const VerdictScores&) = default;
};

/// What comes off the points of a criterion: `each` for each 1 of the figure, as for each delay.
struct Deduction {
  std::string indicator;
  Field figure = Field::actual;
  /// Whose target, where the figure is one of a target; "" for the one that there is.
  std::string assigner;
  Ratio each;
  PointsIn in = PointsIn::points;
  /// refused: without the figure the criterion has none; zero: nothing comes off.
  MissingRule missing = MissingRule::refused;

  friend bool operator==(const Deduction&, const Deduction&) = default;
};

/// One criterion: what is scored, by what, and what it is worth.
struct Criterion {
  std::string id;
  Name name;
  CriterionRole role = CriterionRole::scored;
  std::string indicator;
  /// Whose target is looked at; "" for the one that there is.
  std::string assigner;
  /// The figure that the table scores; absent where verdicts are scored.
  std::optional<Field> figure;
  /// "id@version" of a table of the criteria, or else of one that comes with the library.
  std::string table;
  /// In the place of a figure and a table.
  std::optional<VerdictScores> verdicts;
  /// What the table or the verdict gives.
  PointsIn in = PointsIn::points;
  /// The most that can be had. All criteria that are part of the whole have points, or all have a
  /// weight.
  std::optional<Ratio> points;
  /// With weights the total is the weighted mean of what the tables give.
  std::optional<Ratio> weight;
  /// The least and the most that count. Absent: 0 and `points`, or with a weight no limit.
  std::optional<Ratio> floor;
  std::optional<Ratio> cap;
  MissingRule missing = MissingRule::refused;
  std::vector<Deduction> deductions;
  Remarks remarks;

  friend bool operator==(const Criterion&, const Criterion&) = default;
};

/// How many units may be in a class: at most `percent` of those in the other classes named.
struct Quota {
  std::string code;
  std::vector<std::string> of;
  Ratio percent;

  friend bool operator==(const Quota&, const Quota&) = default;
};

/// What criteria are made of.
struct CriteriaParts {
  TableName name;
  Name title;
  std::string note;
  std::vector<BandTable> bands;
  std::vector<ScoreTable> scores;
  std::vector<Criterion> criteria;
  /// "id@version" of the bands that are the classes of the total; "" for no classes.
  std::string classes;
  std::vector<Quota> quotas;
  /// The least and the most that a total is; absent: no limit.
  std::optional<Ratio> floor;
  std::optional<Ratio> cap;
  /// The least share of all points or weights whose figures have to be there, itself included.
  Ratio least_available = 0;
  /// Digits with which points are printed.
  int digits = 2;
};

/// A table that gives scores: one of the two is there.
struct Scale {
  std::optional<BandTable> bands;
  std::optional<ScoreTable> scores;
};

/// Criteria that make sense. Immutable; safe to read from many threads.
class Criteria {
 public:
  /// @return the criteria, or every finding with its place in the parts ("/criteria/2/table"):
  /// id_syntax; duplicate_id of a table or criterion; unknown_table; band_without_points;
  /// criteria_conflict; points_not_positive; weight_negative; no_weight; range_reversed;
  /// digits_out_of_range; unknown_word for a class of a quota that is none; quota_out_of_range;
  /// nothing_to_count where no criterion is part of the whole
  static Checked<Criteria> of(CriteriaParts parts);

  /// What they were made of.
  const CriteriaParts& parts() const noexcept { return parts_; }
  /// The table of the criterion at that position; neither of the two where it scores verdicts.
  const Scale& scale_of(std::size_t criterion) const { return scales_[criterion]; }
  /// The classes of the total, if it has any.
  const std::optional<BandTable>& classes() const noexcept { return classes_; }
  /// Whether the criteria have points; otherwise weights.
  bool by_points() const noexcept { return by_points_; }
  /// All points, or all weights, of the criteria that are part of the whole.
  const Ratio& whole() const noexcept { return whole_; }

 private:
  friend class CriteriaMaker;
  Criteria() = default;

  CriteriaParts parts_;
  std::vector<Scale> scales_;
  std::optional<BandTable> classes_;
  bool by_points_ = true;
  Ratio whole_;
};

}  // namespace tiendo
