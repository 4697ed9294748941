// Tested by tests/unit/engine/work_trace_test.cpp and tests/cli/work_trace_test.py, which computes
// every step again.

#include "engine/work_steps.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tiendo {
namespace {

using From = WorkTerm::From;

// The figures of a work row by the names of their columns; those that a change is counted from
// stand in no column.
std::string_view name_in_work(Field field) {
  switch (field) {
    case Field::target: return name_of(WorkField::planned);
    case Field::actual: return name_of(WorkField::reached);
    case Field::completion: return name_of(WorkField::rate);
    case Field::remaining: return name_of(WorkField::remaining);
    default: return name_of(field);
  }
}

// A formula of a row with the letters that it has in traces of work: P for what is planned.
std::string formula_of(const TraceStep& step, bool change) {
  std::string formula(step.formula);
  std::replace(formula.begin(), formula.end(), 'T', 'P');
  if (!change) std::replace(formula.begin(), formula.end(), 'R', 'P');
  return formula;
}

// What a target asks for in the row: of a composite, what it asks of the component.
Condition asked_by(const Plan& plan, const ReportRow& row, std::size_t at) {
  Condition whole = plan.targets().condition(row.targets[at]);
  if (row.kind != RowKind::component) return whole;
  for (const ComponentCondition& one : components_of(whole)) {
    if (one.indicator == plan.indicators()[row.indicator].id) return one.condition;
  }
  return whole;
}

// One more term of a sum.
void plus(std::string& sum, std::string_view term) {
  if (!sum.empty()) sum += " + ";
  sum += term;
}

bool is_done(WorkStanding standing) {
  return standing == WorkStanding::done || standing == WorkStanding::done_in_time ||
         standing == WorkStanding::done_late;
}

}  // namespace

bool is_complete(const WorkRow& row) {
  return row.reached && (row.coverage.complete() || is_done(row.standing));
}

void WorkSteps::state(WorkField field, std::string_view method, std::string formula,
                      std::vector<WorkTerm> terms) {
  const Figure& result = tiendo::figure(row_, field);
  if (!result) return;
  trace_.steps.push_back(
      {name_of(field), std::string(method), std::move(formula), std::move(terms), *result});
}

WorkTerm WorkSteps::figure(const char* symbol, WorkField field) const {
  const Figure& value = tiendo::figure(row_, field);
  return {symbol, value ? *value : Ratio(), From::figure, 0, name_of(field)};
}

WorkTerm WorkSteps::counted(const char* symbol, std::string_view name, int count) const {
  return {symbol, count, From::count, 0, name};
}

void WorkSteps::ask(const Plan& plan, const std::vector<ReportRow>& rows) {
  std::string formula;
  std::vector<WorkTerm> terms;
  std::size_t count = 0;
  for (const ReportRow& row : rows) {
    for (std::size_t i = 0; i < row.targets.size(); ++i) {
      const std::string number = std::to_string(++count);
      terms.push_back(
          {"x" + number, Ratio(asked_by(plan, row, i).value), From::plan, row.targets[i]});
      plus(formula, "x" + number);
      if (row.origins.empty() || row.origins[i].share == Ratio(1)) continue;
      terms.push_back({"s" + number, row.origins[i].share, From::share});
      formula += " * s" + number;
    }
  }
  state(WorkField::planned, "planned@1", std::move(formula), std::move(terms));
}

void WorkSteps::reach(const Trace& read, Field field) {
  const NumberAt number = read.number_of(field);
  if (!number) return;
  const TraceNumber& made = read.numbers[*number];
  trace_.steps.push_back({name_in_work(field),
                          made.method,
                          "x",
                          {{"x", made.value, From::number, *number}},
                          made.value});
}

void WorkSteps::read(const Trace& read) {
  reach(read, Field::actual);
  if (is_change(row_.condition.kind) && read.row.baseline) {
    if (read.number_of(Field::baseline)) {
      reach(read, Field::baseline);
    } else {
      trace_.steps.push_back({name_of(Field::baseline),
                              "planned@1",
                              "x",
                              {{"x", *read.row.baseline, From::plan, read.row.targets.front()}},
                              *read.row.baseline});
    }
  }
  for (const TraceStep& step : read.steps) {
    // What is no change asks for the target itself.
    const bool change = is_change(row_.condition.kind);
    if (step.field == Field::required && !change) continue;
    WorkStep own{name_in_work(step.field),
                 std::string(step.method),
                 formula_of(step, change),
                 {},
                 *step.result};
    for (const TraceInput& input : step.inputs) {
      std::string symbol(input.symbol);
      const bool planned = symbol == "T" || (symbol == "R" && !change);
      WorkTerm term{planned ? "P" : symbol, input.value, input.field ? From::figure : From::point};
      if (input.field) term.name = name_in_work(planned ? Field::target : *input.field);
      own.terms.push_back(std::move(term));
    }
    trace_.steps.push_back(std::move(own));
  }
}

void WorkSteps::add_up(WorkField field, const std::vector<WorkRow>& rows,
                       const std::vector<std::size_t>& parts, const Factor& factor) {
  std::string formula;
  std::vector<WorkTerm> terms;
  std::size_t count = 0;
  for (const std::size_t at : parts) {
    const Figure& value = tiendo::figure(rows[at], field);
    if (!value) continue;  // nothing has been reported of it
    const std::string number = std::to_string(++count);
    terms.push_back({"x" + number, *value, From::row, at, name_of(field)});
    plus(formula, "x" + number);
    const Ratio times = factor ? factor(rows[at]) : Ratio(1);
    if (times == Ratio(1)) continue;
    terms.push_back({"f" + number, times, From::measure});
    formula += " * f" + number;
  }
  state(field, "sum_of_parts@1", std::move(formula), std::move(terms));
}

void WorkSteps::compare() {
  state(WorkField::rate, "ratio_to_target@1", "100 * A / P",
        {figure("A", WorkField::reached), figure("P", WorkField::planned)});
  state(WorkField::remaining, "remaining@1", "P - A",
        {figure("P", WorkField::planned), figure("A", WorkField::reached)});
}

void WorkSteps::share() {
  if (!trace_.said || !trace_.said->used || !trace_.said->share) return;
  state(WorkField::done, "reported_share@1", "100 * s",
        {{"s", Ratio(*trace_.said->share), From::report, trace_.said->used->row}});
}

void WorkSteps::elapse(Date as_of) {
  if (!row_.elapsed) return;
  const Result<Date> after = row_.finish->plus_days(1);
  const Result<Period> schedule = after ? Period::of(*row_.start, *after) : after.error();
  if (!schedule) return;
  state(WorkField::elapsed, "elapsed_days@1", "100 * d / n",
        {{"d", Ratio(schedule->days_gone(as_of)), From::days},
         {"n", Ratio(schedule->days()), From::days}});
}

void WorkSteps::weigh(const std::vector<WorkRow>& rows, Date as_of) {
  std::string all;
  std::string done;
  std::string due;
  std::vector<WorkTerm> weights;
  std::vector<WorkTerm> shares;
  for (const WorkMember& member : trace_.members) {
    const WorkRow& step = rows[member.row];
    if (step.state == TaskState::cancelled || !step.weight) continue;
    const std::string number = std::to_string(weights.size() + 1);
    const std::string weight = "w" + number;
    weights.push_back({weight, *step.weight, From::row, member.row, name_of(WorkField::weight)});
    plus(all, weight);
    if (step.finish && *step.finish <= as_of) plus(due, weight);
    if (!step.done) continue;
    shares.push_back({"d" + number, *step.done, From::row, member.row, name_of(WorkField::done)});
    plus(done, weight);
    done.append(" * d").append(number).append(" / 100");
  }
  const auto of_all = [&](const std::string& part) {
    return "100 * (" + (part.empty() ? "0" : part) + ") / (" + all + ')';
  };
  std::vector<WorkTerm> both = weights;
  both.insert(both.end(), shares.begin(), shares.end());
  // Where milestones do not say how much is done a report of the project may.
  const bool by_milestones =
      row_.counts.reported > 0 &&
      std::all_of(trace_.members.begin(), trace_.members.end(),
                  [&](const WorkMember& member) { return bool(rows[member.row].weight); });
  if (by_milestones && !all.empty()) {
    state(WorkField::done, "milestone_weights@1", of_all(done), std::move(both));
  } else {
    share();
  }
  state(WorkField::due, "milestone_weights@1", of_all(due), std::move(weights));
  state(WorkField::deviation, "deviation@1", "D - E",
        {figure("D", WorkField::done), figure("E", WorkField::due)});
}

void WorkSteps::count() {
  const WorkCounts& counts = row_.counts;
  const WorkTerm all = counted("n", "parts", counts.parts);
  const WorkTerm cancelled = counted("c", "cancelled", counts.cancelled);
  state(WorkField::done, "counted@1", "100 * k / (n - c)",
        {counted("k", "done", counts.done), all, cancelled});
  state(WorkField::due, "counted@1", "100 * k / (n - c)",
        {counted("k", "due", counts.due), all, cancelled});
  state(
      WorkField::on_time, "counted@1", "100 * k / m",
      {counted("k", "due_done_in_time", counts.due_done_in_time), counted("m", "due", counts.due)});
}

std::string_view name_of(WorkTerm::From from) noexcept {
  static constexpr std::array<std::string_view, 12> kNames = {
      "plan",  "share", "number",  "figure", "row",     "report",
      "count", "days",  "measure", "point",  "periods", "planned"};
  const auto at = static_cast<std::size_t>(from);
  return at < kNames.size() ? kNames[at] : std::string_view{};
}

std::string_view name_of(WorkLeftOut::Why why) noexcept {
  switch (why) {
    case WorkLeftOut::Why::other_assigner: return "other_assigner";
    case WorkLeftOut::Why::other_period: return "other_period";
    case WorkLeftOut::Why::part_of_whole: return "part_of_whole";
  }
  return {};
}

std::string_view name_of(WorkDecider decider) noexcept {
  switch (decider) {
    case WorkDecider::nobody: return "nobody";
    case WorkDecider::report: return "report";
    case WorkDecider::milestones: return "milestones";
    case WorkDecider::quantities: return "quantities";
    case WorkDecider::payments: return "payments";
  }
  return {};
}

}  // namespace tiendo
