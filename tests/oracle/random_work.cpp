// Tested by tests/oracle/work_oracle_test.cpp.
//
// Numbers are few and small and days lie close together, so that ties, corrections, targets met
// exactly and last days come up often.

#include "random_work.hpp"

#include <array>

#include "../unit/random.hpp"

namespace tiendo::oracle {
namespace {

class Generator : Random {
 public:
  explicit Generator(std::uint64_t seed) : Random(seed), apart_(~seed), pays_(apart_.one_in(2)) {}

  std::optional<RandomWork> make() {
    RandomWork work;
    WorkBook& book = work.book;
    add_head(book);
    add_parts(book.parts);
    for (int i = upto(3); i > 0; --i) book.parts.add(target());
    for (int i = 0, count = upto(3); i < count; ++i) {
      projects_.push_back(project(i));
      if (pays_) fund(projects_.back());
      book.parts.add(projects_.back());
    }
    for (int i = 0, count = upto(2); i < count; ++i) book.parts.add(group(i));
    PlanBuilder builder = book.parts;
    builder.set_head(book.head);
    const Checked<Plan> plan = builder.build();
    if (!plan) return std::nullopt;
    ObservationLog log(*plan.value);
    for (int i = upto(30); i > 0; --i) {
      const Observation report = observation();
      if (log.append(report)) book.reports.push_back(report);
    }
    TaskLog tasks(*plan.value);
    for (int i = upto(25); i > 0; --i) {
      const TaskReport report = task_report();
      if (tasks.append(report)) book.tasks.push_back(report);
    }
    if (pays_) add_payments(book, log, tasks);
    for (int i = 0; i < 4; ++i) work.requests.push_back(request());
    return work;
  }

 private:
  Date date() { return date(*this); }
  static Date date(Random& random) {
    return *Date::parse(
        random.pick("2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-06-30 2024-07-01 2024-12-31 "
                    "2025-01-31 2025-02-28"));
  }
  std::optional<Date> maybe_date(int of = 2) {
    return maybe([&] { return date(); }, of);
  }
  Period period() {
    return *Period::parse(
        pick("2023 2024 2024 2024-H1 2024-H2 2024-Q1 2024-Q2 2024-06 2024-12 2025-01"));
  }
  std::string unit() { return pick(std::vector<std::string>{"", "", "u0", "u1", "u2"}); }
  std::string stage() { return pick(std::vector<std::string>{"", "measured", "measured", "paid"}); }
  Decimal number() {
    const int scale = one_in(4) ? 1 : 0;
    return *Decimal::of(upto(8), scale);
  }

  void add_head(WorkBook& book) {
    book.head.id = "random";
    book.head.unit = one_in(8) ? "" : "u0";
    book.head.period = *Period::parse(pick("2024 2024 2024 2024-H1"));
    if (one_in(3)) book.head.declared.projects = upto(4);
  }

  void add_parts(PlanBuilder& parts) {
    for (const auto& [id, kind, factor] :
         {std::tuple{"dong", "money", "1"}, std::tuple{"trieu", "money", "1000000"},
          std::tuple{"ha", "area", "1"}, std::tuple{"percent", "share", "0.01"}}) {
      parts.add(Measure{id, kind, {}, *Decimal::parse(factor), {}});
    }
    for (const char* id : {"u0", "u1", "u2"}) {
      parts.add(ResponsibleUnit{id, "", {}, id == std::string("u0") ? "" : "u0", {}, {}, {}, {}});
    }
    for (const auto& [id, measure, kind] : {std::tuple{"land", "ha", IndicatorKind::flow},
                                            std::tuple{"paid", "dong", IndicatorKind::flow},
                                            std::tuple{"carried", "trieu", IndicatorKind::flow},
                                            std::tuple{"kind", "ha", IndicatorKind::flow},
                                            std::tuple{"rate", "percent", IndicatorKind::level}}) {
      Indicator indicator;
      indicator.id = id;
      indicator.measure = measure;
      indicator.kind = kind;
      parts.add(indicator);
    }
  }

  Target target() {
    Target result;
    result.indicator = pick("land land land rate");
    if (one_in(6)) result.unit = unit();
    if (one_in(2)) result.assigner = "u1";
    if (one_in(8)) result.period = period();
    if (one_in(4)) result.layer = TargetLayer::adds;
    result.condition.kind =
        one_in(5) ? static_cast<ConditionKind>(1 + upto(6)) : ConditionKind::at_least;
    result.condition.value = number();
    result.condition.upper = *(result.condition.value + Decimal(upto(2)));
    if (one_in(2)) result.projects = upto(4);
    return result;
  }

  Project project(int number_of) {
    Project result;
    result.id = "p" + std::to_string(number_of);
    result.lead = unit();
    result.investor = unit();
    if (one_in(2)) result.stages = {"measured", "approved", "paid"};
    if (one_in(4)) result.stages = {"approved", "measured"};
    if (one_in(4)) result.period = period();
    result.start = maybe_date(3);
    result.finish = maybe_date();
    if (!one_in(4)) result.late_after_months = upto(1);
    for (int i = upto(2); i > 0; --i) {
      result.targets.push_back(target());
      result.targets.back().projects.reset();
    }
    const bool weighted = one_in(2);
    if (weighted && one_in(2)) {
      // In whole months, or from the middle of one.
      result.start = *Date::parse(pick("2024-01-01 2024-01-01 2024-02-01 2024-01-16"));
      result.finish = *Date::parse(pick("2024-06-30 2024-12-31 2025-02-28"));
    }
    for (int i = 0, count = upto(3); i < count; ++i) {
      Milestone milestone{one_in(9) ? "" : "m" + std::to_string(i), {}, maybe_date(), {}};
      if (!one_in(4)) milestone.due = date();
      // Weights 0.2, 0.3 and what is left of 1.
      const std::array<const char*, 3> weights = {"0.2", "0.3", "0.5"};
      if (weighted) {
        milestone.weight = *Decimal::parse(
            i + 1 < count ? weights[static_cast<std::size_t>(i)]
                          : std::array{"1", "0.8", "0.5"}[static_cast<std::size_t>(i)]);
      }
      result.milestones.push_back(milestone);
    }
    const std::array pots = {std::pair{"year", "paid"}, std::pair{"carry-over", "carried"},
                             std::pair{"in-kind", "kind"}};
    for (int i = 0, count = upto(6) / 2; i < count; ++i) {
      const auto& [name, counted] = pots[static_cast<std::size_t>(i)];
      result.capital.push_back({name, counted, number(), maybe_date(), {}});
    }
    return result;
  }

  // A pot and weighted steps, so that what is paid and what is done can be compared.
  void fund(Project& project) {
    if (project.capital.empty()) project.capital.push_back({"year", "paid", 6, {}, {}});
    if (project.milestones.empty()) project.milestones = {{"m0", {}, date(apart_), {}}};
    for (std::size_t i = 0; i < project.milestones.size(); ++i) {
      Milestone& step = project.milestones[i];
      if (step.id.empty()) step.id = "m9";
      step.weight = i + 1 < project.milestones.size() ? *Decimal::parse("0.2") : Decimal(1);
      step.due = date(apart_);
    }
    for (std::size_t i = 0; i + 1 < project.milestones.size(); ++i) {
      Milestone& last = project.milestones.back();
      last.weight = *(*last.weight - *project.milestones[i].weight);
    }
  }

  // By whoever is asked for it first, each quarter on its own; a few are left out.
  void add_payments(WorkBook& book, ObservationLog& log, TaskLog& tasks) {
    for (const Project& project : projects_) {
      TaskReport step;
      step.project = project.id;
      step.milestone = project.milestones.front().id;
      step.state = apart_.one_in(2) ? TaskState::done : TaskState::in_progress;
      step.recorded_on = *Date::parse("2024-01-31");
      if (step.state == TaskState::in_progress) step.share = *Decimal::parse("0.5");
      if (tasks.append(step)) book.tasks.push_back(step);
      for (const Capital& pot : project.capital) {
        for (const char* quarter : {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"}) {
          if (apart_.one_in(16)) continue;
          Observation payment;
          payment.indicator = pot.indicator;
          payment.unit = book.head.unit.empty() ? project.investor : "";
          payment.project = project.id;
          payment.period = *Period::parse(quarter);
          payment.value = *Decimal::of(1 + apart_.upto(19), 1);
          if (log.append(payment)) book.reports.push_back(payment);
        }
      }
    }
  }

  TaskGroup group(int number_of) {
    TaskGroup result;
    result.id = "g" + std::to_string(number_of);
    result.lead = unit();
    for (int i = 0, count = upto(3); i < count; ++i) {
      result.tasks.push_back(
          {one_in(9) ? "" : "t" + std::to_string(i), {}, unit(), {}, maybe_date()});
      if (one_in(2)) result.tasks.back().due = date();
    }
    return result;
  }

  Observation observation() {
    Observation result;
    result.indicator = pick("land land land paid paid carried kind rate");
    if (one_in(5)) result.unit = unit();
    if (!one_in(6)) result.project = "p" + std::to_string(upto(2));
    if (!result.project.empty()) result.work_stage = stage();
    if (!one_in(3) && result.indicator != "land") result.work_stage.clear();
    result.period = period();
    if (one_in(4)) result.form = Form::to_date;
    if (one_in(10)) {
      result.standing = static_cast<Standing>(1 + upto(2));
    } else {
      result.value = number();
    }
    result.status = static_cast<Status>(2 - upto(8) / 4);
    if (one_in(5)) result.qualifier = static_cast<Qualifier>(upto(3));
    if (one_in(3)) result.recorded_on = date();
    if (one_in(6)) result.revision = 1;
    return result;
  }

  TaskReport task_report() {
    TaskReport result;
    if (one_in(2)) {
      result.task_group = "g" + std::to_string(upto(1));
      result.task = "t" + std::to_string(upto(2));
    } else {
      result.project = "p" + std::to_string(upto(2));
      if (!one_in(5)) result.milestone = "m" + std::to_string(upto(2));
    }
    result.state = static_cast<TaskState>(
        std::array{3, 3, 3, 3, 2, 2, 1, 4}[static_cast<std::size_t>(upto(7))]);
    if (result.state == TaskState::in_progress && one_in(2))
      result.share = *Decimal::of(upto(4) * 25, 2);
    result.recorded_on = date();
    if (result.state == TaskState::done && one_in(2)) result.done_on = date();
    if (one_in(6)) result.status = Status::estimate;
    if (one_in(6)) result.revision = 1;
    return result;
  }

  Request request() {
    Request result;
    result.as_of = date();
    if (one_in(3)) result.known_on = date();
    return result;
  }

  Random apart_;  // for what is paid: without it the books are the same
  bool pays_;
  std::vector<Project> projects_;
};

}  // namespace

std::optional<RandomWork> random_work(std::uint64_t seed) { return Generator(seed).make(); }

}  // namespace tiendo::oracle
