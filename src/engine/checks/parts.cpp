// Tested by tests/unit/engine/checks_parts_test.cpp and tests/oracle/checks_oracle_test.cpp.
//
// A unit's own report against what its parts make of the same days: the units below it, or its
// projects. Compared only where both are complete; a part that is missing explains any difference.

#include <set>

#include "engine/actual.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

Question question_of(const CheckInput& input, const CheckedCell& cell, const Period& span) {
  return {cell.indicator, cell.unit, kNone, span, span.last_day(), input.known_on};
}

void compare(const CheckInput& input, const CheckedCell& cell, const CountedReport& own,
             const Actual& parts, Errc code, std::string_view what) {
  if (!parts.value || !parts.coverage.complete() || *parts.value == own.value) return;
  const Indicator& indicator = input.plan().indicators()[cell.indicator];
  const Date last = own.span.last_day();
  if (stretch_of(indicator, parts.last.value_or(last)) != stretch_of(indicator, last)) return;
  const Result<Ratio> difference = own.value - *parts.value;
  if (!difference) return;
  input.add(Severity::warning, code, path_of(own.fact.row),
            name_of_cell(input.plan(), cell, own.span) + ": the unit reports " +
                exact_text(own.value) + ", " + std::string(what) + " make " +
                exact_text(*parts.value) + "; the difference is " + exact_text(*difference));
}

// A fact is made true by every part; there is no sum.
Together together_of(const Plan& plan, Index indicator) {
  return plan.is_fact(indicator) ? Together::all_of_them : Together::by_rule;
}

bool has_rule_over_units(const Indicator& indicator) {
  return unit_rule_of(indicator) != UnitRule::none;
}

// For how many projects the targets of the unit are declared, as far as it is said.
int declared_projects(const CheckInput& input, const CheckedCell& cell) {
  int declared = 0;
  for (const Index at : input.targets_for(cell.indicator, cell.unit, kNone)) {
    declared += input.plan().targets().projects(at).value_or(0);
  }
  return declared;
}

// The units below of the kinds that have reported: a town has wards, and offices that never do.
std::vector<Index> reporting_units(const ActualReader& reader, const Plan& plan,
                                   const Question& question) {
  const std::vector<Index> below = reader.units_below(question);
  std::set<std::string_view> kinds;
  for (const Index unit : below) {
    Question theirs = question;
    theirs.unit = unit;
    const Actual actual = reader.actual(theirs, SourceRole::actual);
    if (actual.value.reason != Errc::no_data) kinds.insert(plan.units()[unit].kind);
  }
  std::vector<Index> units;
  for (const Index unit : below) {
    if (kinds.contains(plan.units()[unit].kind)) units.push_back(unit);
  }
  return units;
}

}  // namespace

void check_parts_of_units(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  if (cell.project != kNone || !has_rule_over_units(plan.indicators()[cell.indicator])) return;
  const ActualReader reader(input.log, input.reporters, nullptr, {},
                            together_of(plan, cell.indicator));
  for (const CountedReport& own : cell.reports) {
    const Question question = question_of(input, cell, own.span);
    const std::vector<Index> units = reporting_units(reader, plan, question);
    compare(input, cell, own, reader.below(question, units), Errc::parts_differ, "the units below");
  }
}

void check_parts_of_projects(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  if (cell.project != kNone) return;
  const ActualReader reader(input.log, input.reporters, nullptr, {},
                            together_of(plan, cell.indicator));
  const int declared = declared_projects(input, cell);
  for (const CountedReport& own : cell.reports) {
    const Actual projects = reader.projects(question_of(input, cell, own.span), declared);
    compare(input, cell, own, projects, Errc::projects_differ, "its projects");
  }
}

}  // namespace tiendo
