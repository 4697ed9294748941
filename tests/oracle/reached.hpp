/// @file
/// What has been reached, by definition: over time, projects and units.
#pragma once

#include <vector>

#include "cell.hpp"

namespace tiendo::oracle {

/// A figure with what it rests on.
struct Reached {
  Figure value;
  Coverage coverage;
  std::vector<Period> stretches;  ///< of reported days; none when the parts have different ones
  std::vector<Fact> used;         ///< reports with a result
  std::optional<Date> day;        ///< whose series the value is in; none where there is no value
  std::optional<Only> only;       ///< the report of the place itself, where it is all there is
  bool never = false;             ///< of a fact: one of the parts has said no, and has said all
};

/// Which value of the year before counts: the rule of the report and its day. Where it is not the
/// only one, an indicator's own comes first, then, for a growth, that of what grows.
struct Base {
  BaseRule rule;
  Date report_day;
  bool only = false;
  bool leave_out = false;      ///< what has not been reported is left out, then and now
  bool period_before = false;  ///< the time just before is compared with, not the year before
};

/// What stands above the unit on a day; kNone where nothing does.
Index above(const Plan& plan, Index unit, Date day);

/// The projects that have a target for the indicator and unit, of that assigner or of any.
std::vector<Index> projects_of(const Plan& plan, const Place& place, Index assigner);

/// The projects from which something is due in the unit.
std::vector<Index> projects_due(const ObservationLog& log, const Place& place);

/// Whether the unit exists on a day of the period, and on the last of them stands below the other.
bool stands_below(const Plan& plan, Index unit, Index other, const Period& period);

/// The units below that take part in the figure of the place.
std::vector<Index> units_below(const Plan& plan, const Place& place);

/// Of what is made of all of them: a bound where every one that is not exact is a bound of that
/// side.
Qualifier hedge_of(const std::vector<Fact>& used);

/// Of a unit or a project; `declared` projects are said to exist.
Reached reached(const ObservationLog& log, const Place& place, int declared, const Base& base);
/// Of the projects of one assigner.
Reached part(const ObservationLog& log, const Place& place, Index assigner, int declared,
             const Base& base);
/// Of these units below, or of all projects, whatever the unit itself reports. Of the projects
/// there is nothing where nothing is due from any.
Reached of_units(const ObservationLog& log, const Place& place, const std::vector<Index>& units,
                 const Base& base);
Reached of_projects(const ObservationLog& log, const Place& place, int declared, const Base& base);
BaseRule rule_for(const Plan& plan, Index indicator, const Base& base);
/// The same stretches of time in the year before, or in the period before, by that rule, or else by
/// that of the indicator.
Reached year_before(const ObservationLog& log, const Place& place, const Reached& now,
                    const Base& base, std::optional<BaseRule> rule = {});
/// What the formula makes, whatever is reported of it itself.
Reached computed(const ObservationLog& log, const Place& place, const Base& base);
/// The whole year, or period, before, from which a change is counted, in the series of a day.
Figure baseline(const ObservationLog& log, const Place& place, Date to, const Base& base);

}  // namespace tiendo::oracle
