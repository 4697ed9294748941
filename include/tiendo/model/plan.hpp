/// @file
/// The plan: everything that has been promised, validated once and then immutable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/model/formula.hpp"
#include "tiendo/model/indicator.hpp"
#include "tiendo/model/measure.hpp"
#include "tiendo/model/project.hpp"
#include "tiendo/model/sole_targets.hpp"
#include "tiendo/model/succession.hpp"
#include "tiendo/model/target.hpp"
#include "tiendo/model/target_list.hpp"
#include "tiendo/model/target_rows.hpp"
#include "tiendo/model/unit.hpp"
#include "tiendo/model/unit_map.hpp"

namespace tiendo {

/// How many of each the plan says it has, whether they are described or not.
struct Declared {
  /// Indicators for which the plan's own unit has set a target (layer assigned).
  std::optional<int> indicators;
  /// The same for other assigners, by their ids.
  std::vector<std::pair<std::string, int>> indicators_of;
  std::optional<int> task_groups;
  std::optional<int> projects;
};

/// The plan that this plan is a part of.
struct ParentPlan {
  std::string id;
  Name name;
  std::optional<Period> period;
};

/// What a plan says of itself.
struct PlanHead {
  std::string id;
  /// Id of the unit whose plan it is. May be empty: then targets name their units.
  std::string unit;
  Period period;
  Name name;
  std::string theme;
  std::string viewpoint;
  std::vector<std::string> basis;
  std::optional<ParentPlan> parent;
  Declared declared;
  Remarks remarks;
};

/// A plan. Copying shares it; safe to read from many threads at once.
class Plan {
 public:
  /// What the plan says of itself, and its parts in the order in which they were added.
  const PlanHead& head() const noexcept;
  const std::vector<Measure>& measures() const noexcept;
  const std::vector<ResponsibleUnit>& units() const noexcept;
  const std::vector<Indicator>& indicators() const noexcept;
  const std::vector<Project>& projects() const noexcept;
  const std::vector<TaskGroup>& task_groups() const noexcept;
  const std::vector<Succession>& succession() const noexcept;

  /// The targets of the plan in their order, then those of its projects, with defaults filled in.
  const TargetList& targets() const noexcept;
  /// Beside targets().
  const std::vector<TargetLinks>& target_links() const noexcept;
  /// Positions in targets() by indicator, unit, project (those of none first) and period: in the
  /// order of the rows of a report. Those that are alike in all four are in the order of targets().
  const std::vector<Index>& targets_by_place() const noexcept;
  /// The plain ones of them that stand alone, as columns.
  const SoleTargets& sole_targets() const noexcept;

  /// The position of the thing with this id, or kNone.
  Index find_measure(std::string_view id) const;
  Index find_unit(std::string_view id) const;
  Index find_indicator(std::string_view id) const;
  Index find_project(std::string_view id) const;
  Index find_task_group(std::string_view id) const;

  /// The unit of the plan, or kNone.
  Index unit() const noexcept;
  /// The measure of the indicator; one without id for a composite that has none.
  const Measure& measure_of(const Indicator& indicator) const;
  /// The units directly below, in the order of units().
  const std::vector<Index>& children_of(Index unit) const;
  /// The units over time, by validity and succession.
  const UnitMap& unit_map() const noexcept;
  /// Positions in targets() of what projects have as targets for the indicator and unit, by itself
  /// or as a component.
  const std::vector<Index>& project_targets_of(Index indicator, Index unit) const;
  /// Positions in projects() of those with a pot of capital whose payments the indicator counts.
  const std::vector<Index>& capital_projects_of(Index indicator) const;
  /// The indicator that a growth indicator is the growth of, or kNone.
  Index base_of(Index indicator) const;
  /// The indicator that a mean over units is weighted by, or kNone.
  Index weight_of(Index indicator) const;
  /// How an indicator of kind formula is computed; nullptr for all others.
  const IndicatorFormula* formula_of(Index indicator) const;
  /// Whether a target asks it to come true (condition `yes`): only then reports may say yes or no.
  bool is_fact(Index indicator) const;

  /// What a plan holds; known to the library only.
  struct Data;

 private:
  friend class PlanBuilder;
  explicit Plan(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

/// Collects the parts of a plan in any order; build() validates all of them at once.
///
/// One builder is used by one thread. It is filled by add_ and set_head; nothing is checked before
/// build(), which names every fault with the path of the part in the plan file's structure.
class PlanBuilder {
 public:
  PlanBuilder() = default;
  /// Begins with all parts of a plan, in their order, with the defaults that are filled in there.
  explicit PlanBuilder(const Plan& plan);

  /// Replaces the head, or adds one part; nothing is checked yet.
  void set_head(PlanHead head) { head_ = std::move(head); }
  void add(Measure measure) { measures_.push_back(std::move(measure)); }
  void add(ResponsibleUnit unit) { units_.push_back(std::move(unit)); }
  void add(Indicator indicator) { indicators_.push_back(std::move(indicator)); }
  void add(Target target) { targets_.add(std::move(target)); }
  /// Many targets at once: all of them or, when memory runs out, none.
  void add(std::vector<Target> targets) { targets_.add(std::move(targets)); }
  void add(const TargetColumns& columns) { targets_.add(columns); }
  /// Makes room for about so many more targets, so that adding them takes less time. Without memory
  /// for that it throws, and the builder is as it was.
  void expect_targets(std::size_t more) { targets_.make_room(more); }
  void add(Project project) { projects_.push_back(std::move(project)); }
  void add(TaskGroup group) { task_groups_.push_back(std::move(group)); }
  void add(Succession event) { succession_.push_back(std::move(event)); }

  /// What was given so far, in order: to be looked at, mended or removed. The path of a finding has
  /// the position: "/units/3/parent" is of units()[3].
  PlanHead& head() noexcept { return head_; }
  std::vector<Measure>& measures() noexcept { return measures_; }
  std::vector<ResponsibleUnit>& units() noexcept { return units_; }
  std::vector<Indicator>& indicators() noexcept { return indicators_; }
  /// Until they are looked at, plain targets take little room; from then on all
  /// are whole.
  std::vector<Target>& targets() { return targets_.open(); }
  /// The targets as they are kept, so that many can be added at little cost. Belongs to the
  /// builder.
  TargetRows& target_rows() noexcept { return targets_; }
  /// How many targets() has.
  std::size_t target_count() const noexcept { return targets_.size(); }
  std::vector<Project>& projects() noexcept { return projects_; }
  std::vector<TaskGroup>& task_groups() noexcept { return task_groups_; }
  std::vector<Succession>& succession() noexcept { return succession_; }

  /// The plan and every finding: of the definitions, then of the targets, then
  /// of the declared numbers. The builder is unchanged, so that it can be
  /// mended and built again. Done in so many threads at most; the result does
  /// not depend on it.
  Checked<Plan> build(unsigned threads = 1) const&;
  /// The same; the parts go into the plan, and the builder is left empty.
  Checked<Plan> build(unsigned threads = 1) &&;

 private:
  static Checked<Plan> build(std::shared_ptr<Plan::Data> data, TargetRows targets,
                             unsigned threads);

  PlanHead head_;
  std::vector<Measure> measures_;
  std::vector<ResponsibleUnit> units_;
  std::vector<Indicator> indicators_;
  TargetRows targets_;
  std::vector<Project> projects_;
  std::vector<TaskGroup> task_groups_;
  std::vector<Succession> succession_;
};

}  // namespace tiendo
