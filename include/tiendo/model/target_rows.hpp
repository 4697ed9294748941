/// @file
/// Targets that are given to a plan: one by one, or many as columns. Kept until
/// the plan is built, most of them as numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/base/word_table.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/columns.hpp"
#include "tiendo/model/target_list.hpp"

namespace tiendo {

/// Targets as columns: what most of them say, without an object for each. Views
/// of the caller's memory. `indicator` and the columns of the condition are
/// needed; of the others one that is empty is absent, and its fields are as in
/// a new Target. All that are there have as many rows.
struct TargetColumns {
  /// The ids that the columns of positions refer to; kNone stands for no id.
  std::span<const std::string_view> words;
  std::span<const Index> indicator;
  std::span<const Index> unit;
  std::span<const Index> assigner;
  std::span<const std::optional<Period>> period;
  /// The condition: its kind, and its number as coefficient / 10^scale.
  std::span<const ConditionKind> kind;
  std::span<const std::int64_t> value;
  std::span<const std::uint8_t> scale;
  /// The value of the baseline, in the same way; those not valid have none.
  /// Empty bits: all have.
  std::span<const std::int64_t> baseline;
  std::span<const std::uint8_t> baseline_scale;
  ValidityView baseline_validity;
};

/// A target that says a bound and nothing out of the ordinary, for the TargetRows that have
/// numbered its ids.
struct NumberedTarget {
  /// What number_of() said, kNone for no id. Numbers hold until the rows are opened, cleared, taken
  /// or moved.
  Index indicator = kNone;
  Index unit = kNone;
  Index assigner = kNone;
  std::optional<Period> period = {};
  /// The condition: its kind, and its number as coefficient / 10^scale.
  ConditionKind kind = ConditionKind::none;
  std::int64_t value = 0;
  std::uint8_t scale = 0;
  /// The value of the baseline, in the same way, where there is one.
  std::uint8_t baseline_scale = 0;
  bool has_baseline = false;
  std::int64_t baseline = 0;
};

/// The targets of a PlanBuilder in their order.
class TargetRows {
 public:
  /// Add behind the others, all that is given or, when memory runs out, nothing.
  void add(Target target);
  void add(std::vector<Target> targets);
  void add(const TargetColumns& columns);
  void add(const NumberedTarget& target);
  /// The first of the targets of a plan.
  void add(const TargetList& list, std::size_t count);

  /// Those of other rows, which have no targets and no ids then, and may be given more. Where
  /// memory runs out nothing is added here, and what the others have is lost in part.
  void take(TargetRows& others);

  /// The number of an id in these rows; kNone of an empty one, which is none.
  Index number_of(std::string_view word);
  /// The ids that have been numbered, by their numbers.
  const std::vector<std::string>& words() const noexcept { return words_; }
  /// Lets go of all targets and ids, and keeps memory for more.
  void clear();

  /// Makes room for about so many more.
  void make_room(std::size_t more);

  /// How many there are.
  std::size_t size() const noexcept { return is_open_ ? open_.size() : rows_.size(); }

  /// The targets as they were given, to be changed. From then on all are kept
  /// whole.
  std::vector<Target>& open();

 private:
  friend class TargetListMaker;
  class Addition;

  void put(Target target);
  Target made(std::size_t at) const;
  Target made(const NumberedTarget& given) const;
  bool add_plain(const Target& target);
  std::optional<std::uint8_t> place_of(const std::optional<Period>& period);

  std::vector<std::string> words_;
  WordTable numbers_;
  std::vector<TargetLinks> ids_;   // of the plain ones, as positions in words_; beside rows_
  std::vector<PlainTarget> rows_;  // of others the place in others_
  std::vector<std::int64_t> baselines_;
  std::vector<std::optional<Period>> periods_ = {std::nullopt};
  std::size_t period_ = 0;  // the last one looked for
  std::vector<Target> others_;
  bool is_open_ = false;
  std::vector<Target> open_;
};

}  // namespace tiendo
