// The rules of a plan, each one function with one code. A rule adds its findings; none stops the
// others, so that one build names everything.
#pragma once

#include <string>
#include <vector>

#include "model/plan_data.hpp"
#include "model/references.hpp"
#include "tiendo/base/diagnostics.hpp"

namespace tiendo {

// Checks the definitions of a plan against each other. `data` has its look-ups, but no defaults and
// no links yet; targets of projects still stand in their projects.
class Validator {
 public:
  Validator(const Plan::Data& data, Diagnostics& findings)
      : data_(data), findings_(findings), references_(findings) {}

  void check_all();

 private:
  void check_head();
  void check_measures();
  void check_units();
  void check_indicators();

  void check_validity(const ResponsibleUnit& unit, const std::string& path);
  void check_unit_cycles();
  void check_unit_depth();
  std::vector<Index> first_units_of_cycles() const;
  void check_digits(const Indicator& indicator, const std::string& path);
  void check_rules(const Indicator& indicator, const std::string& path);
  void check_time_rule(const Indicator& indicator, const std::string& path);
  void check_weight(const Indicator& indicator, const std::string& path);
  void check_formula(Index at, const std::string& path);
  void check_references(const IndicatorFormula& formula, const Indicator& indicator,
                        const std::string& path);
  void check_base(const Indicator& indicator, const std::string& path);
  void check_breaks(const Indicator& indicator, const std::string& path);
  void check_comparison(const Indicator& indicator, const std::string& path);
  void check_near(const Indicator& indicator, const std::string& path);
  void check_components(const Indicator& indicator, const std::string& path);
  void check_component(const Indicator& indicator, std::size_t which, const std::string& path);
  void check_total(const Indicator& indicator, const std::string& path);

  template <class List>
  void check_ids(const List& list, const Positions& positions, const std::string& path);
  void add(Severity severity, Errc code, const std::string& path, std::string sentence);

  const Plan::Data& data_;
  Diagnostics& findings_;
  References references_;
};

// Whether no indicator is made from itself.
void check_made_from(const Plan::Data& data, Diagnostics& findings);

// Fills in when units end and begin, and their codes, from the events where the units do not say
// so.
void fill_in_succession(Plan::Data& data);
// The rules of events, the codes of units over time and the tree after each event. `data` is filled
// in.
void check_succession(const Plan::Data& data, Diagnostics& findings);
// The rules of projects and task groups; their targets are checked by check_targets().
void check_work(const Plan::Data& data, Diagnostics& findings);

// The rules of targets, of how they stand to each other, and the declared numbers. `data` has its
// targets, in their order by place.
void check_targets(const Plan::Data& data, Diagnostics& findings);
void check_standing(const Plan::Data& data, Diagnostics& findings);

// What a target on a composite may not have, and whether its condition names the components.
void check_composite_target(const Target& target, const std::string& path, Diagnostics& findings);
void check_named(const Indicator& composite, const Condition& condition, const std::string& path,
                 Diagnostics& findings);

// Whether what is near a target can be said of its indicator and condition.
void check_near(const Plan::Data& data, const Target& target, Index indicator,
                const std::string& path, Diagnostics& findings);

// Whether targets and task groups say the same of each other.
void check_task_links(const Plan::Data& data, Diagnostics& findings);
void check_declared(const Plan::Data& data, Diagnostics& findings);

}  // namespace tiendo
