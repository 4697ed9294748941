// Tested by tests/unit/engine/work_trace_test.cpp; tests/cli/work_trace_test.py and
// tests/oracle/earned_trace_oracle_test.cpp compute every step again.
//
// The numbers are those of earned_value(); here stands only what was put into them.

#include "engine/earned_steps.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "engine/schedule_calendar.hpp"
#include "tiendo/engine/earned_figures.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo {
namespace {

using From = WorkTerm::From;

std::string full_name(const MethodName& method) { return method.id + '@' + method.version; }

class EarnedSteps {
 public:
  EarnedSteps(const WorkReport& report, const WorkTrace& trace)
      : report_(report),
        trace_(trace),
        value_(earned_value(report, trace.row.project)),
        calendar_(schedule_calendar(trace.row, report.request.as_of)) {
    for (const MethodInput& input : value_.schedule.inputs) {
      if (input.symbol == "PV_k") totals_.push_back(input.value);
    }
    earned_.times = value_.times;
    earned_.figures = earned_figures(value_);
  }

  WorkEarned write() {
    write_planned();
    for (const NamedFigure& each : earned_.figures) {
      if (!each.figure) continue;
      const EarnedKind* const kind = earned_kind(each.name);
      assert(kind);  // each of them has one
      WorkStep step{kind->name, method_of(*kind), {}, {}, *each.figure};
      fill(step, *kind);
      earned_.steps.push_back(std::move(step));
    }
    return std::move(earned_);
  }

 private:
  std::string method_of(const EarnedKind& kind) const {
    return full_name(kind.of_schedule ? value_.schedule.method : value_.value.method);
  }

  // What is made of no other number has a formula of its own here.
  void fill(WorkStep& step, const EarnedKind& kind) const {
    if (kind.name == "BAC") return read(step, WorkField::planned);
    if (kind.name == "AC") return read(step, WorkField::reached);
    if (kind.name == "PD") return put(step, "n", {periods("n", totals_.size())});
    if (kind.name == "AT") return tell_time(step);
    const bool at_end = (kind.name == "ES" && earned() == totals_.size()) ||
                        (kind.name == "PV_at" && gone() == totals_.size());
    step.formula = !at_end ? kind.formula : kind.name == "ES" ? "C" : "planned_G";
    // Nobody says what the rest will cost, so that nothing is made of that.
    const Result<Expression> formula = Expression::parse(step.formula);
    assert(formula);
    for (const std::string& symbol : formula->references()) step.terms.push_back(term(symbol));
  }

  static void put(WorkStep& step, const char* formula, std::vector<WorkTerm> terms) {
    step.formula = formula;
    step.terms = std::move(terms);
  }

  // A figure of the capital: its one pot, or the row of all pots, which stands after them.
  void read(WorkStep& step, WorkField field) const {
    std::size_t at = 0;
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const WorkRow& row = report_.rows[i];
      if (row.project != trace_.row.project) continue;
      if (row.kind == WorkKind::pot || row.kind == WorkKind::capital) at = i;
    }
    put(step, "x", {{"x", step.result, From::row, at, name_of(field)}});
  }

  void tell_time(WorkStep& step) const {
    const WorkTerm over = periods("m", static_cast<std::size_t>(calendar_->over));
    if (calendar_->days == 0) return put(step, "m", {over});
    put(step, "m + d / n",
        {over, {"d", calendar_->days, From::days}, {"n", calendar_->of_days, From::days}});
  }

  static WorkTerm periods(std::string symbol, std::size_t count) {
    return {std::move(symbol), Ratio(static_cast<std::int64_t>(count)), From::periods};
  }

  WorkTerm planned_by(std::string symbol, std::size_t period) const {
    return {std::move(symbol), period == 0 ? Ratio(0) : totals_[period - 1], From::planned, period};
  }

  // The periods whose planned is earned, and those that are over, of the schedule.
  std::size_t earned() const {
    const auto next = std::upper_bound(totals_.begin(), totals_.end(), *value_.numbers.ev);
    return static_cast<std::size_t>(next - totals_.begin());
  }
  std::size_t gone() const {
    return std::min(totals_.size(), static_cast<std::size_t>(calendar_->over));
  }

  // What a name in a formula stands for.
  WorkTerm term(const std::string& symbol) const {
    if (symbol == "C") return periods(symbol, earned());
    if (symbol == "planned_C") return planned_by(symbol, earned());
    if (symbol == "planned_after_C") return planned_by(symbol, earned() + 1);
    if (symbol == "G") return periods(symbol, gone());
    if (symbol == "planned_G") return planned_by(symbol, gone());
    if (symbol == "planned_after_G") return planned_by(symbol, gone() + 1);
    if (symbol == "planned_PD") return planned_by(symbol, totals_.size());
    for (const WorkField field : {WorkField::due, WorkField::done}) {
      if (name_of(field) == symbol) {
        return {symbol, *figure(trace_.row, field), From::figure, 0, name_of(field)};
      }
    }
    const auto found = std::find_if(earned_.figures.begin(), earned_.figures.end(),
                                    [&](const NamedFigure& each) { return each.name == symbol; });
    return {symbol, *found->figure, From::figure, 0, earned_kind(symbol)->name};
  }

  // BAC by the weights of the milestones whose last day has come by then, of those of all.
  void write_planned() {
    Ratio before = 0;
    for (std::size_t i = 0; i < totals_.size(); ++i) {
      if (totals_[i] == before) continue;
      before = totals_[i];
      WorkStep step{"planned", full_name(value_.schedule.method), {}, {term("BAC")}, totals_[i]};
      std::string due;
      std::string all;
      for (const WorkMember& member : trace_.members) {
        const WorkRow& milestone = report_.rows[member.row];
        if (milestone.state == TaskState::cancelled) continue;
        const std::string weight = 'w' + std::to_string(step.terms.size());
        step.terms.push_back(
            {weight, *milestone.weight, From::row, member.row, name_of(WorkField::weight)});
        all.append(all.empty() ? "" : " + ").append(weight);
        if (*milestone.finish > calendar_->ends[i]) continue;
        due.append(due.empty() ? "" : " + ").append(weight);
      }
      step.formula.append("BAC * (").append(due).append(") / (").append(all).append(")");
      earned_.planned.push_back({static_cast<int>(i) + 1, calendar_->ends[i], std::move(step)});
    }
  }

  const WorkReport& report_;
  const WorkTrace& trace_;
  ProjectValue value_;
  std::optional<ScheduleCalendar> calendar_;
  std::vector<Ratio> totals_;  // planned by the end of each period
  WorkEarned earned_;
};

}  // namespace

std::optional<WorkEarned> earned_steps(const WorkReport& report, const WorkTrace& trace) {
  const std::vector<Index> projects = projects_with_value(report);
  if (std::find(projects.begin(), projects.end(), trace.row.project) == projects.end()) {
    return std::nullopt;
  }
  return EarnedSteps(report, trace).write();
}

}  // namespace tiendo
