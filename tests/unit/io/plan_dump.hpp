// Every field of every part of a plan as text, so that two parts are compared field by field and
// digit by digit. The structures are taken apart by all their fields: one that is added to the
// model does not compile here until it is named, and then the tests of the writer ask for it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo {

class PlanDump {
 public:
  // What stands at each path: "/targets/0/condition/value" -> "12.40".
  std::map<std::string, std::string> values;
  // Which values each field has had, by its structure: "Condition.value" -> {"0", "12.40"}.
  std::map<std::string, std::set<std::string>> seen;

  template <class Part>
  static PlanDump of(const Part& part) {
    PlanDump dump;
    dump.add("", "", part);
    return dump;
  }

  void add(const std::string& path, const std::string& field, const std::string& text) {
    note(path, field, text);
  }
  void add(const std::string& path, const std::string& field, int number) {
    note(path, field, std::to_string(number));
  }
  template <class T>
  requires std::is_enum_v<T>
  void add(const std::string& path, const std::string& field, T word) {
    note(path, field, std::to_string(static_cast<int>(word)));
  }
  void add(const std::string& path, const std::string& field, const Decimal& number) {
    note(path, field, number.to_string());
  }
  void add(const std::string& path, const std::string& field, const Date& day) {
    note(path, field, day.to_string());
  }
  void add(const std::string& path, const std::string& field, const Period& period) {
    note(path, field, period.to_string());
  }
  template <class T>
  void add(const std::string& path, const std::string& field, const std::optional<T>& value) {
    note(path, field, value ? "there" : "absent");
    if (value) add(path + '?', field + '?', *value);
  }
  template <class T>
  void add(const std::string& path, const std::string& field, const std::shared_ptr<T>& value) {
    note(path, field, value ? "there" : "absent");
    if (value) add(path + '?', field + '?', *value);
  }
  template <class T>
  void add(const std::string& path, const std::string& field, const std::vector<T>& list) {
    note(path, field, std::to_string(list.size()) + " items");
    for (std::size_t i = 0; i < list.size(); ++i) {
      add(path + '/' + std::to_string(i), field + "[]", list[i]);
    }
  }
  template <class A, class B>
  void add(const std::string& path, const std::string& field, const std::pair<A, B>& pair) {
    add(path + "/first", field + ".first", pair.first);
    add(path + "/second", field + ".second", pair.second);
  }

  void add(const std::string& path, const std::string&, const Name& part) {
    const auto& [vi, en] = part;
    fields(path, "Name", "vi en", vi, en);
  }
  void add(const std::string& path, const std::string&, const Remarks& part) {
    const auto& [note, source] = part;
    fields(path, "Remarks", "note source", note, source);
  }
  void add(const std::string& path, const std::string&, const Measure& part) {
    const auto& [id, kind, name, factor, remarks] = part;
    fields(path, "Measure", "id kind name factor remarks", id, kind, name, factor, remarks);
  }
  void add(const std::string& path, const std::string&, const UnitCode& part) {
    const auto& [code, from, until] = part;
    fields(path, "UnitCode", "code from until", code, from, until);
  }
  void add(const std::string& path, const std::string&, const ResponsibleUnit& part) {
    const auto& [id, kind, name, parent, from, until, codes, remarks] = part;
    fields(path, "Unit", "id kind name parent from until codes remarks", id, kind, name, parent,
           from, until, codes, remarks);
  }
  void add(const std::string& path, const std::string&, const Heir& part) {
    const auto& [unit, share] = part;
    fields(path, "Heir", "unit share", unit, share);
  }
  void add(const std::string& path, const std::string&, const Decision& part) {
    const auto& [document, number, date] = part;
    fields(path, "Decision", "document number date", document, number, date);
  }
  void add(const std::string& path, const std::string&, const Succession& part) {
    const auto& [on, decision, from, to, unit, parent, name, code, remarks] = part;
    fields(path, "Succession", "on decision from to unit parent name code remarks", on, decision,
           from, to, unit, parent, name, code, remarks);
  }
  void add(const std::string& path, const std::string&, const SeriesBreak& part) {
    const auto& [on, kind, factor, remarks] = part;
    fields(path, "Break", "on kind factor remarks", on, kind, factor, remarks);
  }
  void add(const std::string& path, const std::string&, const Indicator& part) {
    const auto& [id, code, name, field, measure, kind, parts, base, formula, components, total,
                 direction, scale, digits, percent_digits, rounding, time_rule, unit_rule, weight,
                 breaks, base_rule, achievement, compare, near, remarks] = part;
    fields(path, "Indicator",
           "id code name field measure kind parts base formula components total direction scale "
           "digits percent_digits rounding time_rule unit_rule weight breaks base_rule achievement "
           "compare near remarks",
           id, code, name, field, measure, kind, parts, base, formula, components, total, direction,
           scale, digits, percent_digits, rounding, time_rule, unit_rule, weight, breaks, base_rule,
           achievement, compare, near, remarks);
  }
  void add(const std::string& path, const std::string&, const NearMiss& part) {
    const auto& [value, in] = part;
    fields(path, "Near", "value in", value, in);
  }
  void add(const std::string& path, const std::string&, const ComponentCondition& part) {
    const auto& [indicator, condition] = part;
    fields(path, "Component", "indicator condition", indicator, condition);
  }
  void add(const std::string& path, const std::string&, const Condition& part) {
    const auto& [kind, value, upper, tolerance, in, then, components] = part;
    fields(path, "Condition", "kind value upper tolerance in then components", kind, value, upper,
           tolerance, in, then, components);
  }
  void add(const std::string& path, const std::string&, const Baseline& part) {
    const auto& [value, period] = part;
    fields(path, "Baseline", "value period", value, period);
  }
  void add(const std::string& path, const std::string&, const Profile& part) {
    const auto& [kind, shares, milestones] = part;
    fields(path, "Profile", "kind shares milestones", kind, shares, milestones);
  }
  void add(const std::string& path, const std::string&, const Target& part) {
    const auto& [indicator, unit, project, assigner, layer, decision, lead, with, task_group,
                 period, baseline, profile, projects, condition, near, remarks] = part;
    fields(path, "Target",
           "indicator unit project assigner layer decision lead with task_group period baseline "
           "profile projects condition near remarks",
           indicator, unit, project, assigner, layer, decision, lead, with, task_group, period,
           baseline, profile, projects, condition, near, remarks);
  }
  void add(const std::string& path, const std::string&, const Milestone& part) {
    const auto& [id, name, due, weight] = part;
    fields(path, "Milestone", "id name due weight", id, name, due, weight);
  }
  void add(const std::string& path, const std::string&, const Capital& part) {
    const auto& [pot, indicator, amount, until, remarks] = part;
    fields(path, "Capital", "pot indicator amount until remarks", pot, indicator, amount, until,
           remarks);
  }
  void add(const std::string& path, const std::string&, const Project& part) {
    const auto& [id, name, lead, with, period, stages, targets, milestones, capital, investor,
                 start, finish, late_after_months, remarks] = part;
    fields(path, "Project",
           "id name lead with period stages targets milestones capital investor start finish "
           "late_after_months remarks",
           id, name, lead, with, period, stages, targets, milestones, capital, investor, start,
           finish, late_after_months, remarks);
  }
  void add(const std::string& path, const std::string&, const Task& part) {
    const auto& [id, name, lead, with, due] = part;
    fields(path, "Task", "id name lead with due", id, name, lead, with, due);
  }
  void add(const std::string& path, const std::string&, const TaskGroup& part) {
    const auto& [id, number, name, tasks, lead, with, targets, remarks] = part;
    fields(path, "TaskGroup", "id number name tasks lead with targets remarks", id, number, name,
           tasks, lead, with, targets, remarks);
  }
  void add(const std::string& path, const std::string&, const Declared& part) {
    const auto& [indicators, indicators_of, task_groups, projects] = part;
    fields(path, "Declared", "indicators indicators_of task_groups projects", indicators,
           indicators_of, task_groups, projects);
  }
  void add(const std::string& path, const std::string&, const ParentPlan& part) {
    const auto& [id, name, period] = part;
    fields(path, "Parent", "id name period", id, name, period);
  }
  void add(const std::string& path, const std::string&, const PlanHead& part) {
    const auto& [id, unit, period, name, theme, viewpoint, basis, parent, declared, remarks] = part;
    fields(path, "Head", "id unit period name theme viewpoint basis parent declared remarks", id,
           unit, period, name, theme, viewpoint, basis, parent, declared, remarks);
  }
  void add(const std::string& path, const std::string& field, const TargetList& targets) {
    add(path, field, std::vector<Target>(targets.begin(), targets.end()));
  }
  void add(const std::string& path, const std::string&, const Plan& plan) {
    fields(path, "Plan", "head measures units succession indicators targets projects task_groups",
           plan.head(), plan.measures(), plan.units(), plan.succession(), plan.indicators(),
           plan.targets(), plan.projects(), plan.task_groups());
  }

 private:
  void note(const std::string& path, const std::string& field, const std::string& text) {
    values[path] = text;
    seen[field].insert(text);
  }

  // Each value under the next of the names.
  template <class... Values>
  void fields(const std::string& path, const std::string& type, std::string_view names,
              const Values&... all) {
    const auto one = [&](const auto& value) {
      const std::string name(names.substr(0, names.find(' ')));
      names.remove_prefix(std::min(names.size(), name.size() + 1));
      add(path + '/' + name, type + '.' + name, value);
    };
    (one(all), ...);
  }
};

// Where two dumps differ: a line for each path.
inline std::string difference(const PlanDump& a, const PlanDump& b) {
  std::string lines;
  const auto at = [](const PlanDump& dump, const std::string& path) {
    const auto found = dump.values.find(path);
    return found == dump.values.end() ? std::string("nothing") : found->second;
  };
  std::set<std::string> paths;
  for (const auto& [path, value] : a.values) paths.insert(path);
  for (const auto& [path, value] : b.values) paths.insert(path);
  for (const std::string& path : paths) {
    if (at(a, path) != at(b, path)) lines += path + ": " + at(a, path) + " | " + at(b, path) + '\n';
  }
  return lines;
}

}  // namespace tiendo
