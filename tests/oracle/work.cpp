// Tested by tests/oracle/work_oracle_test.cpp, against the engine: either may be wrong.
//
// Long because the definitions stand together, in the order of the rows.

#include "work.hpp"

#include <algorithm>

#include "engine.hpp"
#include "reached.hpp"

namespace tiendo::oracle {
namespace {

Figure no() { return Errc::no_such_figure; }

WorkRow blank(WorkKind kind) {
  WorkRow row;
  row.kind = kind;
  row.planned = row.reached = row.rate = row.remaining = row.elapsed = no();
  row.weight = row.done = row.due = row.deviation = row.on_time = no();
  return row;
}

Figure percent(const Figure& part, const Figure& whole, Errc of_zero) {
  if (!part) return part.reason;
  if (!whole) return whole.reason;
  if (whole.value->is_zero()) return of_zero;
  return Ratio(100) * *part / *whole;
}

// ---- What was said of a piece of work -----------------------------------------------------------

struct Said {
  TaskState state = TaskState::none;
  std::optional<Ratio> share;
  std::optional<Date> done_on;
  std::optional<Date> done_by;
  std::optional<Status> status;
};

bool later(const TaskReport& a, const TaskReport& b) {
  if (a.recorded_on != b.recorded_on) return a.recorded_on > b.recorded_on;
  if (a.status != b.status) return a.status > b.status;
  return a.revision > b.revision;
}

// From which day on the report is true.
Date true_from(const TaskReport& report) {
  return report.done_on ? *report.done_on : report.recorded_on;
}

// Whether a later report says that what this one calls done was not done on the day.
bool taken_back(const TaskReport& report, const std::vector<TaskReport>& known, Date day) {
  if (report.state != TaskState::done) return false;
  for (const TaskReport& other : known) {
    if (!later(other, report)) continue;
    if (other.state == TaskState::not_started || other.state == TaskState::in_progress) return true;
    if (other.done_on && *other.done_on > day) return true;
  }
  return false;
}

Said said_of(const std::vector<TaskReport>& reports, const Request& request) {
  std::vector<TaskReport> known;
  for (const TaskReport& report : reports) {
    if (!request.known_on || report.recorded_on <= *request.known_on) known.push_back(report);
  }
  const TaskReport* counts = nullptr;
  for (const TaskReport& report : known) {
    if (true_from(report) > request.as_of || taken_back(report, known, request.as_of)) continue;
    if (counts == nullptr || later(report, *counts)) counts = &report;
  }
  Said said;
  if (counts == nullptr) return said;
  said.state = counts->state;
  said.status = counts->status;
  if (counts->share) said.share = Ratio(*counts->share);
  if (said.state == TaskState::done) said.share = Ratio(1);
  if (said.state == TaskState::not_started) said.share = Ratio(0);
  if (said.state != TaskState::done) return said;
  // Reports before it that say the same, back to the first that says something else.
  const TaskReport* names_the_day = nullptr;
  for (const TaskReport& report : known) {
    if (later(report, *counts)) continue;
    bool interrupted = report.state != TaskState::done;
    for (const TaskReport& between : known) {
      interrupted = interrupted || (between.state != TaskState::done && later(between, report) &&
                                    later(*counts, between));
    }
    if (interrupted) continue;
    said.done_by = std::min(said.done_by.value_or(report.recorded_on), report.recorded_on);
    if (report.done_on && (names_the_day == nullptr || later(report, *names_the_day))) {
      names_the_day = &report;
    }
  }
  if (names_the_day != nullptr) said.done_on = said.done_by = names_the_day->done_on;
  return said;
}

// ---- Days ---------------------------------------------------------------------------------------

int days_after(Date last, Date day) {
  int days = 0;
  for (Date at = last; at < day; at = *at.plus_days(1)) ++days;
  return days;
}

int months_after(Date last, Date day) {
  int months = 0;
  while (*last.plus_months(months + 1) <= day) ++months;
  return months;
}

void stand(WorkRow& row, const Said& said, Date as_of) {
  row.state = said.state;
  if (row.state == TaskState::none) {
    row.reason = Errc::no_data;
    return;
  }
  if (row.state == TaskState::cancelled) {
    row.standing = WorkStanding::cancelled;
    return;
  }
  std::optional<Date> late_until;
  if (row.state == TaskState::done) {
    row.done_on = said.done_on;
    row.standing = WorkStanding::done;
    if (row.finish && said.done_by && *said.done_by <= *row.finish) {
      row.standing = WorkStanding::done_in_time;
    } else if (row.finish && said.done_on) {
      row.standing = WorkStanding::done_late;
      late_until = said.done_on;
    }
  } else {
    row.standing = WorkStanding::open;
    if (row.finish && as_of > *row.finish) {
      late_until = as_of;
      const bool beyond = row.limit_months && as_of > *row.finish->plus_months(*row.limit_months);
      row.standing = beyond ? WorkStanding::overdue_beyond_limit : WorkStanding::overdue;
    }
  }
  if (!late_until) return;
  row.days_late = days_after(*row.finish, *late_until);
  row.months_late = months_after(*row.finish, *late_until);
}

WorkCounts count_of(const std::vector<WorkRow>& parts, Date as_of) {
  WorkCounts counts;
  for (const WorkRow& part : parts) {
    const auto is = [&](WorkStanding standing) { return part.standing == standing ? 1 : 0; };
    counts.parts += 1;
    counts.reported += 1 - is(WorkStanding::none);
    counts.done_in_time += is(WorkStanding::done_in_time);
    counts.done_late += is(WorkStanding::done_late);
    counts.done +=
        is(WorkStanding::done) + is(WorkStanding::done_in_time) + is(WorkStanding::done_late);
    counts.open += is(WorkStanding::open);
    counts.overdue_beyond_limit += is(WorkStanding::overdue_beyond_limit);
    counts.overdue += is(WorkStanding::overdue) + is(WorkStanding::overdue_beyond_limit);
    counts.cancelled += is(WorkStanding::cancelled);
    if (!part.finish || *part.finish > as_of || part.standing == WorkStanding::cancelled) continue;
    counts.due += 1;
    counts.due_done_in_time += is(WorkStanding::done_in_time);
  }
  return counts;
}

// ---- Sums ---------------------------------------------------------------------------------------

// Of what there is; the first fault other than silence is the fault of the whole.
Figure total_of(const std::vector<Figure>& figures) {
  for (const Figure& figure : figures) {
    if (!figure && figure.reason != Errc::no_data) return figure.reason;
  }
  Ratio sum;
  bool any = false;
  for (const Figure& figure : figures) {
    if (!figure) continue;
    sum = *(sum + *figure);
    any = true;
  }
  return any ? Figure(sum) : Figure(Errc::no_data);
}

int complete_of(const std::vector<WorkRow>& rows) {
  int complete = 0;
  for (const WorkRow& row : rows) {
    if (row.reached && row.coverage.reported >= row.coverage.expected) ++complete;
  }
  return complete;
}

Figure difference(const Figure& a, const Figure& b) {
  if (!b) return b.reason;
  if (!a) return a.reason;
  return *a - *b;
}

// Rate, remaining and reason of a total whose parts, amounts and coverage are known.
void conclude_total(WorkRow& row) {
  row.rate = percent(row.reached, row.planned, Errc::target_zero);
  row.remaining = difference(row.planned, row.reached);
  const bool all = row.coverage.reported >= row.coverage.expected;
  row.reason = row.reached ? (all ? Errc::none : Errc::partial_coverage) : row.reached.reason;
}

// ---- The report ---------------------------------------------------------------------------------

// The plan without its targets and tasks, for another period.
Plan lengthened(const Plan& plan, const Period& period) {
  PlanBuilder builder;
  PlanHead head = plan.head();
  head.period = period;
  builder.set_head(head);
  for (const Measure& measure : plan.measures()) builder.add(measure);
  for (const ResponsibleUnit& unit : plan.units()) builder.add(unit);
  for (const Indicator& indicator : plan.indicators()) builder.add(indicator);
  for (Project project : plan.projects()) {
    project.targets.clear();
    builder.add(project);
  }
  return *builder.build().value;
}

class Definitions {
 public:
  Definitions(const WorkBook& book, const Request& request)
      : book_(book), request_(request), plan_(plan_of(book)), log_(plan_) {
    for (const Observation& report : book.reports) {
      if (!log_.append(report)) std::abort();
    }
    targets_ = rows(log_, request);
  }

  std::vector<WorkRow> run() {
    for (Index project = 0; project < plan_.projects().size(); ++project) add_project(project);
    add_totals();
    add_pot_totals();
    add_all_projects();
    add_tasks();
    return rows_;
  }

 private:
  std::vector<TaskReport> reports_of(const std::string& project, const std::string& milestone,
                                     const std::string& group, const std::string& task) const {
    std::vector<TaskReport> found;
    for (const TaskReport& report : book_.tasks) {
      if (report.project == project && report.milestone == milestone &&
          report.task_group == group && report.task == task) {
        found.push_back(report);
      }
    }
    return found;
  }

  // A log of the plan that holds only what is reported of one stage of one project, as if that were
  // the last.
  ObservationLog log_of_stage(Index project, const std::string& stage) const {
    ObservationLog log(plan_);
    for (Observation report : book_.reports) {
      if (report.project != plan_.projects()[project].id || report.work_stage != stage) continue;
      report.work_stage.clear();
      if (!log.append(report)) std::abort();
    }
    return log;
  }

  static WorkRow quantity_row(WorkKind kind, const ReportRow& target) {
    WorkRow row = blank(kind);
    row.project = target.project;
    row.indicator = target.indicator;
    row.unit = target.unit;
    row.assigner = target.assigner;
    row.period = target.period;
    row.condition = target.condition;
    row.planned = target.target;
    row.reached = target.actual;
    row.rate = target.completion;
    row.remaining = target.remaining;
    row.coverage = target.coverage;
    row.reported_to = target.reported_to;
    row.status = target.status;
    row.qualifier = target.qualifier;
    row.reason = target.actual.reason;
    return row;
  }

  struct Quantity {
    ReportRow target;
    WorkRow row;
    std::vector<WorkRow> stages;
  };

  std::vector<Quantity> quantities_of(Index project) const {
    std::vector<Quantity> quantities;
    const std::vector<std::string>& stages = plan_.projects()[project].stages;
    for (std::size_t at = 0; at < targets_.size(); ++at) {
      if (targets_[at].project != project) continue;
      Quantity quantity{targets_[at], quantity_row(WorkKind::quantity, targets_[at]), {}};
      quantity.row.verdict = targets_[at].verdict;
      quantity.row.verdict_reason = targets_[at].verdict_reason;
      quantity.row.reason = targets_[at].reason;
      for (Index stage = 0; stage < stages.size(); ++stage) {
        ReportRow target = targets_[at];
        if (stage + 1 < stages.size()) {
          target = rows(log_of_stage(project, stages[stage]), request_)[at];
        }
        quantity.stages.push_back(quantity_row(WorkKind::stage, target));
        quantity.stages.back().part = stage;
        quantity.stages.back().part_name = stages[stage];
      }
      quantities.push_back(std::move(quantity));
    }
    return quantities;
  }

  std::vector<WorkRow> milestones_of(Index project, std::vector<Said>& said) const {
    std::vector<WorkRow> milestones;
    const Project& of = plan_.projects()[project];
    for (Index at = 0; at < of.milestones.size(); ++at) {
      const Milestone& step = of.milestones[at];
      WorkRow row = blank(WorkKind::milestone);
      row.project = project;
      row.part = at;
      row.part_name = step.id;
      row.finish = step.due;
      // Nothing is reported of what has no id; reports of the project have none either.
      said.push_back(step.id.empty() ? Said()
                                     : said_of(reports_of(of.id, step.id, "", ""), request_));
      row.status = said.back().status;
      row.done = Errc::no_data;
      if (said.back().share) row.done = *said.back().share * Ratio(100);
      row.weight =
          step.weight ? Figure(Ratio(*step.weight) * Ratio(100)) : Figure(Errc::no_weights);
      stand(row, said.back(), request_.as_of);
      milestones.push_back(std::move(row));
    }
    return milestones;
  }

  // The project as its milestones have it; nothing when none of them is reported.
  static Said by_milestones(const std::vector<WorkRow>& milestones) {
    Said said;
    int reported = 0;
    int left = 0;
    int not_done = 0;
    int without_day = 0;
    for (const WorkRow& step : milestones) {
      if (step.state != TaskState::none) ++reported;
      if (step.state == TaskState::cancelled) continue;
      ++left;
      if (step.state != TaskState::done) ++not_done;
      if (!step.done_on) ++without_day;
      if (step.done_on && (!said.done_on || *step.done_on > *said.done_on)) {
        said.done_on = step.done_on;
      }
    }
    said.done_by = said.done_on;
    if (without_day > 0 || not_done > 0) said.done_on = said.done_by = std::nullopt;
    if (reported == 0) return {};
    said.state = left == 0       ? TaskState::cancelled
                 : not_done == 0 ? TaskState::done
                                 : TaskState::in_progress;
    return said;
  }

  // Whether other targets are added to it, so that they are judged as a whole.
  bool is_part(const ReportRow& target) const {
    for (const ReportRow& other : targets_) {
      if (target.kind == RowKind::target && other.kind == RowKind::whole &&
          other.indicator == target.indicator && other.unit == target.unit &&
          other.project == target.project && other.period == target.period) {
        return true;
      }
    }
    return false;
  }

  Said by_quantities(const std::vector<Quantity>& quantities) const {
    Said said;
    bool any = false;
    bool all = true;
    for (const Quantity& quantity : quantities) {
      if (is_part(quantity.target)) continue;
      if (quantity.row.reached) any = true;
      if (quantity.row.verdict != Verdict::met && quantity.row.verdict != Verdict::exceeded) {
        all = false;
      }
      if (!quantity.row.reported_to) continue;
      if (!said.done_by || *quantity.row.reported_to > *said.done_by) {
        said.done_by = quantity.row.reported_to;
      }
    }
    if (!any) return {};
    said.state = all ? TaskState::done : TaskState::in_progress;
    return said;
  }

  void add_project(Index project) {
    const Project& of = plan_.projects()[project];
    const std::vector<Quantity> quantities = quantities_of(project);
    std::vector<Said> said;
    const std::vector<WorkRow> milestones = milestones_of(project, said);
    WorkRow row = blank(WorkKind::project);
    row.project = project;
    row.lead = plan_.find_unit(of.lead);
    row.start = of.start;
    row.finish = of.finish;
    if (!row.start && of.period) row.start = of.period->start();
    if (!row.finish && of.period) row.finish = of.period->last_day();
    row.limit_months = of.late_after_months;
    row.elapsed = Errc::no_schedule;
    if (row.start && row.finish) {
      int gone = 0;
      int all = 0;
      for (Date day = *row.start; day <= *row.finish; day = *day.plus_days(1)) {
        ++all;
        if (day <= request_.as_of) ++gone;
      }
      row.elapsed = Ratio(100) * Ratio(gone) / Ratio(all);
    }
    row.counts = count_of(milestones, request_.as_of);
    const Said whole = said_of(reports_of(of.id, "", "", ""), request_);
    Said now = whole;
    if (now.state == TaskState::none) now = by_milestones(milestones);
    if (now.state == TaskState::none) now = by_quantities(quantities);
    stand(row, now, request_.as_of);
    measure(row, milestones, said, whole);
    project_rows_.push_back(row);
    rows_.push_back(row);
    for (const Quantity& quantity : quantities) {
      rows_.push_back(quantity.row);
      rows_.insert(rows_.end(), quantity.stages.begin(), quantity.stages.end());
      quantities_.push_back(quantity);
    }
    add_pots(project);
    rows_.insert(rows_.end(), milestones.begin(), milestones.end());
  }

  void measure(WorkRow& row, const std::vector<WorkRow>& milestones, const std::vector<Said>& said,
               const Said& whole) const {
    Ratio weights;
    Ratio done;
    Ratio due;
    bool weighted = !milestones.empty();
    bool dated = true;
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      if (!milestones[i].weight) weighted = false;
      if (!milestones[i].weight || said[i].state == TaskState::cancelled) continue;
      const Ratio weight = *milestones[i].weight;
      weights = *(weights + weight);
      if (said[i].share) done = *(done + weight * *said[i].share);
      if (!milestones[i].finish) dated = false;
      if (milestones[i].finish && *milestones[i].finish <= request_.as_of) due = *(due + weight);
    }
    const bool whole_there = weighted && !weights.is_zero();
    row.done = row.due = Errc::no_weights;
    if (weighted && row.counts.reported == 0) row.done = Errc::no_data;
    if (whole_there && row.counts.reported > 0) row.done = Ratio(100) * done / weights;
    if (!row.done && whole.share) row.done = *whole.share * Ratio(100);
    if (weighted && !dated) row.due = Errc::no_due_days;
    if (whole_there && dated) row.due = Ratio(100) * due / weights;
    row.deviation = !row.done ? row.done.reason : row.due.reason;
    if (!row.done || !row.due) return;
    row.deviation = *row.done - *row.due;
    row.schedule = *row.done > *row.due    ? Schedule::ahead
                   : *row.done == *row.due ? Schedule::on_schedule
                                           : Schedule::behind;
  }

  // The first unit of which there are payments, of those that may report them; else the first.
  Index paying_unit(const Project& project, const Capital& pot) const {
    std::vector<std::string> may = {plan_.head().unit, project.investor, project.lead};
    for (const Target& target : project.targets) {
      may.push_back(target.unit.empty() ? plan_.head().unit : target.unit);
    }
    std::erase(may, "");
    for (const std::string& unit : may) {
      for (const Observation& report : book_.reports) {
        const std::string by = report.unit.empty() ? plan_.head().unit : report.unit;
        if (by == unit && report.project == project.id && report.indicator == pot.indicator) {
          return plan_.find_unit(unit);
        }
      }
    }
    return may.empty() ? kNone : plan_.find_unit(may.front());
  }

  void add_pots(Index project) {
    const Project& of = plan_.projects()[project];
    std::vector<WorkRow> pots;
    for (Index at = 0; at < of.capital.size(); ++at) {
      const Capital& pot = of.capital[at];
      WorkRow row = blank(WorkKind::pot);
      row.project = project;
      row.part = at;
      row.part_name = pot.pot;
      row.indicator = plan_.find_indicator(pot.indicator);
      row.unit = paying_unit(of, pot);
      row.finish = pot.until;
      row.planned = Ratio(pot.amount);
      row.period = plan_.head().period;
      if (pot.until && *pot.until >= row.period->end()) {
        row.period = *Period::of(row.period->start(), *pot.until->plus_days(1));
      }
      // Read as a figure of a plan that is as long as the pot.
      ObservationLog payments(lengthened(plan_, *row.period));
      for (const Observation& report : book_.reports) {
        if (!payments.append(report)) std::abort();
      }
      const Reached paid = reached(
          payments,
          {row.indicator, row.unit, project, *row.period, request_.as_of, request_.known_on}, 0,
          {base_rule_of(request_), request_.as_of});
      row.reached = paid.value;
      row.coverage = paid.coverage;
      if (!paid.stretches.empty()) row.reported_to = paid.stretches.back().last_day();
      for (const Fact& fact : paid.used) {
        row.status = std::min(row.status.value_or(fact.status), fact.status);
      }
      row.qualifier = hedge_of(paid.used);
      row.rate = percent(row.reached, row.planned, Errc::target_zero);
      row.remaining = difference(row.planned, row.reached);
      stand_paid(row);
      pots.push_back(row);
    }
    rows_.insert(rows_.end(), pots.begin(), pots.end());
    pots_.insert(pots_.end(), pots.begin(), pots.end());
    if (pots.size() < 2) return;
    rows_.push_back(capital(WorkKind::capital, pots));
    rows_.back().project = project;
  }

  // "Over 200" is at least 200 and more; "under 200" is less.
  void stand_paid(WorkRow& row) const {
    row.reason = row.reached.reason;
    if (!row.reached) return;
    const Ratio paid = *row.reached;
    const Ratio planned = *row.planned;
    const bool enough = paid >= planned && row.qualifier != Qualifier::under;
    const bool short_of = row.qualifier == Qualifier::under  ? paid <= planned
                          : row.qualifier == Qualifier::over ? false
                                                             : paid < planned;
    Said said;
    said.state = enough ? TaskState::done : short_of ? TaskState::in_progress : TaskState::none;
    if (enough) said.done_by = row.reported_to;
    stand(row, said, request_.as_of);
    if (said.state == TaskState::none) row.reason = Errc::bound_undecided;
  }

  WorkRow capital(WorkKind kind, const std::vector<WorkRow>& pots) const {
    WorkRow row = blank(kind);
    row.indicator = pots.front().indicator;
    const Measure& measure = plan_.measure_of(plan_.indicators()[row.indicator]);
    std::vector<Figure> planned;
    std::vector<Figure> paid;
    for (const WorkRow& pot : pots) {
      const Measure& own = plan_.measure_of(plan_.indicators()[pot.indicator]);
      const auto in_measure = [&](const Figure& amount) -> Figure {
        if (!amount) return amount;
        if (own.kind != measure.kind) return Errc::measure_kinds_differ;
        return *amount * Ratio(own.factor) / Ratio(measure.factor);
      };
      planned.push_back(in_measure(pot.planned));
      paid.push_back(in_measure(pot.reached));
    }
    row.planned = total_of(planned);
    row.reached = total_of(paid);
    int complete = 0;
    for (std::size_t i = 0; i < pots.size(); ++i) {
      // Of what is fully paid there is nothing more to report.
      const bool all = pots[i].coverage.reported >= pots[i].coverage.expected ||
                       pots[i].state == TaskState::done;
      if (paid[i] && all) ++complete;
    }
    row.coverage = {complete, static_cast<int>(pots.size()), Coverage::Of::pots};
    conclude_total(row);
    row.counts = count_of(pots, request_.as_of);
    return row;
  }

  void add_pot_totals() {
    std::vector<std::string> names;
    for (const WorkRow& pot : pots_) {
      if (std::count(names.begin(), names.end(), pot.part_name) == 0)
        names.push_back(pot.part_name);
    }
    for (const std::string& name : names) {
      std::vector<WorkRow> pots;
      for (const WorkRow& pot : pots_) {
        if (pot.part_name == name) pots.push_back(pot);
      }
      rows_.push_back(capital(WorkKind::pot_total, pots));
      rows_.back().part_name = name;
    }
    if (names.size() > 1) rows_.push_back(capital(WorkKind::capital_total, pots_));
  }

  void add_totals() {
    // In the order of indicators, then of assigners with wholes last, then of periods.
    std::vector<std::tuple<Index, Index, Period>> keys;
    for (const ReportRow& target : targets_) {
      const bool declared =
          target.project == kNone && target.declared_projects && target.unit == plan_.unit();
      if (target.project == kNone && !declared) continue;
      const std::tuple key(target.indicator, target.assigner, target.period);
      if (std::count(keys.begin(), keys.end(), key) == 0) keys.push_back(key);
    }
    // A whole of the plan's unit has a total where one of its parts has projects.
    for (const ReportRow& target : targets_) {
      if (target.kind != RowKind::whole || target.project != kNone) continue;
      if (target.unit != plan_.unit()) continue;
      const std::tuple key(target.indicator, kNone, target.period);
      const bool there = std::count(keys.begin(), keys.end(), key) != 0;
      if (!there && !members_of(target.indicator, kNone, target.period).empty()) {
        keys.push_back(key);
      }
    }
    std::sort(keys.begin(), keys.end());
    for (const auto& [indicator, assigner, period] : keys) {
      add_total(indicator, assigner, period);
    }
  }

  // Whether the unit of the plan has targets that are added up.
  bool has_whole(Index indicator, const Period& period) const {
    return std::any_of(targets_.begin(), targets_.end(), [&](const ReportRow& target) {
      return target.project == kNone && target.unit == plan_.unit() &&
             target.kind == RowKind::whole && target.indicator == indicator &&
             target.period == period;
    });
  }

  // Positions of the quantities of the assigner. Of the whole that a unit has: of each project and
  // unit the whole, or else the first.
  std::vector<std::size_t> members_of(Index indicator, Index assigner, const Period& period) const {
    std::vector<std::size_t> members;
    for (std::size_t at = 0; at < quantities_.size(); ++at) {
      const ReportRow& target = quantities_[at].target;
      if (target.indicator != indicator || target.period != period) continue;
      bool is_member = target.assigner == assigner;
      if (assigner == kNone && target.assigner != kNone && has_whole(indicator, period)) {
        is_member = !is_part(target);
        for (const std::size_t before : members) {
          const ReportRow& other = quantities_[before].target;
          if (other.project == target.project && other.unit == target.unit) is_member = false;
        }
      }
      if (is_member) members.push_back(at);
    }
    return members;
  }

  void add_total(Index indicator, Index assigner, const Period& period) {
    const auto belongs = [&](const ReportRow& target) {
      return target.indicator == indicator && target.assigner == assigner &&
             target.period == period;
    };
    const bool sums = unit_rule_of(plan_.indicators()[indicator]) == UnitRule::sum;
    std::vector<Figure> declared;
    std::vector<Figure> of_projects;
    int number = 0;
    const auto amount_of = [&](const ReportRow& target) {
      const ConditionKind kind = target.condition.kind;
      const bool plain = kind == ConditionKind::at_least || kind == ConditionKind::more_than ||
                         kind == ConditionKind::at_most || kind == ConditionKind::less_than ||
                         kind == ConditionKind::equal;
      return plain && sums ? Figure(Ratio(target.condition.value)) : Figure(Errc::not_additive);
    };
    for (const ReportRow& target : targets_) {
      if (!belongs(target)) continue;
      if (target.project == kNone && target.declared_projects && target.unit == plan_.unit()) {
        declared.push_back(amount_of(target));
        number += *target.declared_projects;
      }
    }
    const std::vector<std::size_t> members = members_of(indicator, assigner, period);
    for (const std::size_t at : members) of_projects.push_back(amount_of(quantities_[at].target));
    WorkRow row = blank(WorkKind::total);
    row.indicator = indicator;
    row.unit = plan_.unit();
    row.assigner = assigner;
    row.period = period;
    row.planned = total_of(declared.empty() ? of_projects : declared);
    std::vector<WorkRow> quantities;
    std::vector<WorkRow> projects;
    std::vector<std::string> stages;
    std::vector<WorkRow> all_stages;
    for (const std::size_t at : members) {
      const Quantity& quantity = quantities_[at];
      quantities.push_back(quantity.row);
      projects.push_back(project_rows_[quantity.target.project]);
      for (const WorkRow& stage : quantity.stages) {
        all_stages.push_back(stage);
        if (std::count(stages.begin(), stages.end(), stage.part_name) == 0) {
          stages.push_back(stage.part_name);
        }
      }
    }
    WorkRow total = row;
    fill_total(total, quantities, number, sums);
    total.counts = count_of(projects, request_.as_of);
    rows_.push_back(total);
    for (const std::string& name : stages) {
      std::vector<WorkRow> same;
      for (const WorkRow& stage : all_stages) {
        if (stage.part_name == name) same.push_back(stage);
      }
      WorkRow stage = row;
      stage.kind = WorkKind::stage_total;
      stage.part_name = name;
      // Of the same projects as the total, whether or not they have the stage.
      fill_total(stage, same, std::max(number, static_cast<int>(members.size())), sums);
      rows_.push_back(stage);
    }
  }

  static void fill_total(WorkRow& row, const std::vector<WorkRow>& parts, int number, bool sums) {
    std::vector<Figure> reached;
    for (const WorkRow& part : parts) reached.push_back(part.reached);
    row.reached = sums ? total_of(reached) : Figure(Errc::not_additive);
    row.coverage = {complete_of(parts), std::max(number, static_cast<int>(parts.size())),
                    Coverage::Of::projects};
    conclude_total(row);
  }

  void add_all_projects() {
    const int declared = plan_.head().declared.projects.value_or(0);
    if (project_rows_.empty() && declared <= 0) return;
    WorkRow row = blank(WorkKind::projects);
    row.counts = count_of(project_rows_, request_.as_of);
    row.coverage = {row.counts.reported, std::max(declared, row.counts.parts),
                    Coverage::Of::projects};
    rows_.push_back(row);
  }

  // What a list of tasks is together.
  WorkRow bundle(WorkKind kind, const std::vector<WorkRow>& tasks) const {
    WorkRow row = blank(kind);
    row.counts = count_of(tasks, request_.as_of);
    int whole = 0;
    int silent = 0;
    for (const WorkRow& task : tasks) {
      whole += task.standing == WorkStanding::cancelled ? 0 : 1;
      silent += task.standing == WorkStanding::none ? 1 : 0;
    }
    const auto of = [](int part, int all) {
      return all == 0 ? Figure(Errc::nothing_to_count)
                      : Figure(Ratio(100) * Ratio(part) / Ratio(all));
    };
    row.due = of(row.counts.due, whole);
    row.done = of(row.counts.done, whole);
    row.on_time = of(row.counts.due_done_in_time, row.counts.due);
    if (tasks.empty()) {
      row.reason = Errc::nothing_to_count;
    } else if (silent == static_cast<int>(tasks.size())) {
      row.reason = Errc::no_data;
      row.done = row.on_time = Figure(Errc::no_data);
    } else if (silent > 0) {
      row.reason = Errc::partial_coverage;
    }
    return row;
  }

  void add_tasks() {
    std::vector<WorkRow> all;
    for (Index group = 0; group < plan_.task_groups().size(); ++group) {
      const TaskGroup& of = plan_.task_groups()[group];
      std::vector<WorkRow> tasks;
      for (Index at = 0; at < of.tasks.size(); ++at) {
        const Task& task = of.tasks[at];
        WorkRow row = blank(WorkKind::task);
        row.task_group = group;
        row.part = at;
        row.part_name = task.id;
        row.lead = plan_.find_unit(task.lead.empty() ? of.lead : task.lead);
        row.finish = task.due;
        const Said said =
            task.id.empty() ? Said() : said_of(reports_of("", "", of.id, task.id), request_);
        row.status = said.status;
        row.done = said.share ? Figure(*said.share * Ratio(100)) : Figure(Errc::no_data);
        stand(row, said, request_.as_of);
        tasks.push_back(row);
      }
      rows_.push_back(bundle(WorkKind::task_group, tasks));
      rows_.back().task_group = group;
      rows_.back().lead = plan_.find_unit(of.lead);
      rows_.insert(rows_.end(), tasks.begin(), tasks.end());
      all.insert(all.end(), tasks.begin(), tasks.end());
    }
    for (Index lead = 0; lead <= plan_.units().size(); ++lead) {
      const Index unit = lead == plan_.units().size() ? kNone : lead;
      std::vector<WorkRow> led;
      for (const WorkRow& task : all) {
        if (task.lead == unit) led.push_back(task);
      }
      if (led.empty()) continue;
      rows_.push_back(bundle(WorkKind::lead, led));
      rows_.back().lead = unit;
    }
    if (!plan_.task_groups().empty()) rows_.push_back(bundle(WorkKind::tasks, all));
  }

  const WorkBook& book_;
  const Request& request_;
  Plan plan_;
  ObservationLog log_;
  std::vector<ReportRow> targets_;
  std::vector<WorkRow> rows_, project_rows_, pots_;
  std::vector<Quantity> quantities_;
};

}  // namespace

Plan plan_of(const WorkBook& book) {
  PlanBuilder builder = book.parts;
  builder.set_head(book.head);
  return *builder.build().value;
}

std::vector<WorkRow> work_rows(const WorkBook& book, const Request& request) {
  return Definitions(book, request).run();
}

}  // namespace tiendo::oracle
