// Tested by tests/unit/model/work_rules_test.cpp and tests/golden/errors.
//
// The rules of projects and task groups: what they refer to, and what can be counted of them. Each
// rule is one function with one code.

#include <map>
#include <set>
#include <string_view>

#include "model/quoted.hpp"
#include "model/validator.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {
namespace {

std::string numbered(const std::string& path, std::size_t position) {
  return path + '/' + std::to_string(position);
}

class WorkRules {
 public:
  WorkRules(const Plan::Data& data, Diagnostics& findings)
      : data_(data), findings_(findings), references_(findings) {}

  void check(const Project& project, const std::string& path) {
    require_unit(project.investor, path + "/investor");
    require_unit(project.lead, path + "/lead");
    require_units(project.with, path + "/with");
    check_schedule(project, path);
    check_late_after(project, path);
    check_stages(project.stages, path + "/stages");
    check_part_ids(project.milestones, "milestone", path + "/milestones");
    check_due_days(project, path + "/milestones");
    check_weights(project.milestones, path + "/milestones");
    check_pots(project.capital, path + "/capital");
  }

  void check(const TaskGroup& group, const std::string& path) {
    require_unit(group.lead, path + "/lead");
    require_units(group.with, path + "/with");
    check_part_ids(group.tasks, "task", path + "/tasks");
    for (std::size_t i = 0; i < group.tasks.size(); ++i) {
      const std::string place = numbered(path + "/tasks", i);
      require_unit(group.tasks[i].lead, place + "/lead");
      require_units(group.tasks[i].with, place + "/with");
      check_due(group.tasks[i], place);
    }
    for (std::size_t i = 0; i < group.targets.size(); ++i) {
      references_.require(data_.indicator_at, group.targets[i], Errc::unknown_indicator,
                          numbered(path + "/targets", i));
    }
  }

 private:
  void add(Severity severity, Errc code, const std::string& path, std::string sentence) {
    findings_.push_back({severity, code, Place{{}, path, 0, 0}, std::move(sentence)});
  }

  void require_unit(const std::string& id, const std::string& path) {
    references_.require(data_.unit_at, id, Errc::unknown_unit, path);
  }

  void require_units(const std::vector<std::string>& ids, const std::string& path) {
    for (std::size_t i = 0; i < ids.size(); ++i) require_unit(ids[i], numbered(path, i));
  }

  // Milestones and tasks need an id only to be reported, and are known by it within their list.
  template <class Part>
  void check_part_ids(const std::vector<Part>& parts, std::string_view what,
                      const std::string& path) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string& id = parts[i].id;
      if (id.empty()) continue;
      const std::string place = numbered(path, i) + "/id";
      if (!is_id(id)) {
        add(Severity::error, Errc::id_syntax, place,
            quoted(id) + " is no id: " + std::string(text_of(Errc::id_syntax)));
      } else if (!seen.insert(id).second) {
        add(Severity::error, Errc::duplicate_id, place,
            "a second " + std::string(what) + " with the id " + quoted(id));
      }
    }
  }

  void check_schedule(const Project& project, const std::string& path) {
    const std::optional<Date> start = start_of(project);
    const std::optional<Date> finish = finish_of(project);
    if (!start || !finish || *start <= *finish) return;
    add(Severity::error, Errc::schedule_reversed, path + (project.finish ? "/finish" : "/start"),
        "the project starts on " + start->to_string() + " and is to be finished by " +
            finish->to_string());
  }

  void check_late_after(const Project& project, const std::string& path) {
    const int months = project.late_after_months.value_or(0);
    if (months >= 0 && months <= kMaxLateMonths) return;
    add(Severity::error, Errc::months_out_of_range, path + "/late_after_months",
        std::to_string(months) + " months: from 0 to " + std::to_string(kMaxLateMonths));
  }

  void check_stages(const std::vector<std::string>& stages, const std::string& path) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      if (!is_id(stages[i])) {
        add(Severity::error, Errc::id_syntax, numbered(path, i),
            quoted(stages[i]) + " is no name of a stage: " + std::string(text_of(Errc::id_syntax)));
      } else if (!seen.insert(stages[i]).second) {
        add(Severity::error, Errc::duplicate_stage, numbered(path, i),
            "the stage " + quoted(stages[i]) + " is named twice");
      }
    }
  }

  void check_due_days(const Project& project, const std::string& path) {
    const std::optional<Date> start = start_of(project);
    const std::optional<Date> finish = finish_of(project);
    for (std::size_t i = 0; i < project.milestones.size(); ++i) {
      const std::optional<Date>& due = project.milestones[i].due;
      if (!due || ((!start || *start <= *due) && (!finish || *due <= *finish))) continue;
      const bool early = start && *due < *start;
      add(Severity::error, Errc::outside_schedule, numbered(path, i) + "/due",
          "due on " + due->to_string() + ", but the project " +
              (early ? "starts on " + start->to_string()
                     : "is to be finished by " + finish->to_string()));
    }
  }

  void check_weights(const std::vector<Milestone>& milestones, const std::string& path) {
    Result<Decimal> sum = Decimal();
    std::size_t weighted = 0;
    std::size_t first_without = milestones.size();
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      const std::optional<Decimal>& weight = milestones[i].weight;
      if (!weight) {
        first_without = std::min(first_without, i);
        continue;
      }
      ++weighted;
      if (sum) sum = *sum + *weight;
      if (weight->sign() < 0) {
        add(Severity::error, Errc::weight_negative, numbered(path, i) + "/weight",
            "the weight " + weight->to_string() + " is below zero");
      }
    }
    if (weighted == 0) return;
    if (first_without < milestones.size()) {
      add(Severity::error, Errc::weight_missing, numbered(path, first_without),
          "this milestone has no weight and others have: " +
              std::string(text_of(Errc::weight_missing)));
    } else if (!sum || *sum != Decimal(1)) {
      add(Severity::error, Errc::weights_not_one, path,
          "the weights add up to " + (sum ? sum->to_string() : sum.error().sentence) +
              ", not to exactly 1");
    }
  }

  void check_pots(const std::vector<Capital>& capital, const std::string& path) {
    std::set<std::string_view> pots;
    std::map<std::string_view, std::string_view> counted_by;  // the pot of an indicator
    for (std::size_t i = 0; i < capital.size(); ++i) {
      const Capital& pot = capital[i];
      const std::string place = numbered(path, i);
      references_.require(data_.indicator_at, pot.indicator, Errc::unknown_indicator,
                          place + "/indicator");
      if (pot.indicator.empty()) {
        add(Severity::error, Errc::unknown_indicator, place, "the pot names no indicator");
      }
      const bool first_of_name = pots.insert(pot.pot).second;
      const auto [other, first_of_indicator] = counted_by.emplace(pot.indicator, pot.pot);
      if (!first_of_name) {
        add(Severity::error, Errc::pots_not_apart, place + "/pot",
            "a second pot is called " + quoted(pot.pot));
      } else if (!first_of_indicator) {
        add(Severity::error, Errc::pots_not_apart, place + "/indicator",
            quoted(pot.indicator) + " counts what is paid from " + quoted(other->second) +
                "; what is paid from " + quoted(pot.pot) + " needs an indicator of its own");
      }
      check_amount(pot, place);
    }
  }

  void check_amount(const Capital& pot, const std::string& path) {
    if (pot.amount.sign() < 0) {
      add(Severity::error, Errc::capital_negative, path + "/amount",
          pot.amount.to_string() + " is planned; it must not be negative");
    }
    const Index at = position(data_.indicator_at, pot.indicator);
    if (at == kNone) return;
    const Indicator& indicator = data_.indicators[at];
    if (indicator.kind != IndicatorKind::flow || time_rule_of(indicator) != TimeRule::sum) {
      add(Severity::error, Errc::capital_not_additive, path + "/indicator",
          quoted(pot.indicator) + " does not add up over time as payments do");
    }
    if (indicator.scale && pot.amount.scale() > *indicator.scale) {
      add(Severity::error, Errc::capital_scale, path + "/amount",
          pot.amount.to_string() + " has " + std::to_string(pot.amount.scale()) +
              " digits after the point; " + quoted(pot.indicator) + " records " +
              std::to_string(*indicator.scale));
    }
  }

  void check_due(const Task& task, const std::string& path) {
    if (!task.due || data_.head.period.contains(*task.due)) return;
    add(Severity::warning, Errc::due_outside_plan, path + "/due",
        "the task is due on " + task.due->to_string() + ", the plan is for " +
            data_.head.period.to_string());
  }

  const Plan::Data& data_;
  Diagnostics& findings_;
  References references_;
};

}  // namespace

void check_work(const Plan::Data& data, Diagnostics& findings) {
  WorkRules rules(data, findings);
  for (std::size_t i = 0; i < data.projects.size(); ++i) {
    rules.check(data.projects[i], numbered("/plan/projects", i));
  }
  for (std::size_t i = 0; i < data.task_groups.size(); ++i) {
    rules.check(data.task_groups[i], numbered("/plan/task_groups", i));
  }
}

}  // namespace tiendo
