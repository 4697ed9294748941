// Work on the map of a day, on random books: where a unit has become another, it is what the work
// of a plan is in which that unit has had the new name from the beginning.

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "../unit/engine/work_book.hpp"
#include "draws.hpp"
#include "random_work.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20250701;
constexpr int kBooks = 3000;

// What has been told of u1, which becomes h on this day, alone or with a bystander.
const char* const kTurn = "2024-07-01";
const char* const kMap = "2024-12-31";

std::string renamed(const std::string& unit) { return unit == "u1" ? "h" : unit; }

void rename(Target& target) { target.unit = renamed(target.unit); }

// Targets that u1 has set for others are set by somebody who stays.
void reassign(Target& target) {
  if (target.assigner == "u1") target.assigner = "boss";
}

ResponsibleUnit unit_in(std::string id, std::string parent) {
  return {std::move(id), "", {}, std::move(parent), {}, {}, {}, {}};
}

// The plan with u1 and what becomes of it, or with h in its place.
std::optional<Plan> plan_of(const Plan& plan, bool with_event, bool alone) {
  PlanBuilder builder;
  builder.set_head(plan.head());
  for (const Measure& measure : plan.measures()) builder.add(measure);
  for (const Indicator& indicator : plan.indicators()) builder.add(indicator);
  for (const ResponsibleUnit& unit : plan.units()) {
    if (with_event || unit.id != "u1") builder.add(unit);
  }
  builder.add(unit_in("h", "u0"));
  builder.add(unit_in("boss", "u0"));
  builder.add(unit_in("bystander", "u0"));
  if (with_event) {
    Succession event;
    event.on = day(kTurn);
    event.from = {"u1"};
    if (!alone) event.from.emplace_back("bystander");
    event.to = {{"h", {}}};
    builder.add(event);
  }
  for (Target target : plan.targets()) {
    if (!target.project.empty()) continue;
    reassign(target);
    if (!with_event) rename(target);
    builder.add(std::move(target));
  }
  for (Project project : plan.projects()) {
    project.investor = "u1";
    for (Target& target : project.targets) reassign(target);
    if (!with_event) {
      project.lead = renamed(project.lead);
      project.investor = renamed(project.investor);
      for (Target& target : project.targets) rename(target);
    }
    builder.add(std::move(project));
  }
  for (TaskGroup group : plan.task_groups()) {
    if (!with_event) {
      group.lead = renamed(group.lead);
      for (Task& task : group.tasks) task.lead = renamed(task.lead);
    }
    builder.add(std::move(group));
  }
  const Checked<Plan> built = builder.build();
  return built ? std::optional(*built.value) : std::nullopt;
}

// Payments are u1's, as the investor.
bool is_payment(const Observation& report) {
  return !report.project.empty() && report.indicator != "land" && report.indicator != "rate";
}

// The report as u1 or h has made it, each in its time; nothing for what is of both times, or leans
// on the time of the other.
std::optional<Observation> told(Observation report, bool with_event) {
  if (is_payment(report)) report.unit = "u1";
  if (report.unit != "u1") return report;
  const bool before = report.period.end() <= day(kTurn);
  const bool after = report.period.start() >= day(kTurn);
  const bool leans = report.standing == Standing::unchanged || report.form == Form::to_date;
  if ((!before && !after) || leans) return std::nullopt;
  if (after || !with_event) report.unit = "h";
  return report;
}

std::vector<Observation> reports_of(const oracle::WorkBook& book, bool with_event) {
  std::vector<Observation> reports;
  for (const Observation& report : book.reports) {
    const std::optional<Observation> one = told(report, with_event);
    if (one) reports.push_back(*one);
  }
  return reports;
}

std::vector<WorkRow> rows_of(const Plan& plan, const std::vector<Observation>& reports,
                             const std::vector<TaskReport>& tasks, const Request& request) {
  ObservationLog log(plan);
  for (const Observation& report : reports) (void)log.append(report);  // or two disagree
  TaskLog task_log(plan);
  EXPECT_TRUE(task_log.append_all(tasks).empty());
  return work(log, task_log, request).rows;
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }

// Everything that a row says, with units by their ids.
std::string text_of(const Plan& plan, const WorkRow& row) {
  std::string text(name_of(row.kind));
  for (const Index index : {row.project, row.indicator, row.task_group, row.part}) {
    text += ' ' + (index == kNone ? "-" : std::to_string(index));
  }
  for (const Index unit : {row.unit, row.assigner, row.lead}) {
    text += ' ' + (unit == kNone ? "-" : plan.units()[unit].id);
  }
  text += ' ' + row.part_name + ' ' + (row.period ? row.period->to_string() : "-") + ' ' +
          std::string(name_of(row.condition.kind)) + ' ' + row.condition.value.to_string();
  for (const WorkField field : kWorkFields) {
    text += ' ' + std::string(name_of(field)) + '=' + shown(figure(row, field));
  }
  // The time for which a unit was there may be whole months where the period is not: on a map it is
  // counted in them, without one in days.
  const bool months = !row.period || row.period->months_long();
  return text + ' ' + (months ? shown(row.coverage) : "") + " to " + text_of(row.reported_to) +
         ' ' + std::string(row.status ? name_of(*row.status) : "-") + ' ' +
         std::string(name_of(row.qualifier)) + ' ' + std::string(name_of(row.verdict)) + ' ' +
         std::string(name_of(row.verdict_reason)) + ' ' + std::string(name_of(row.state)) + ' ' +
         shown_standing(row) + ' ' + std::string(name_of(row.reason)) + ' ' +
         std::string(name_of(row.schedule)) + ' ' + text_of(row.start) + ' ' + text_of(row.finish) +
         ' ' + text_of(row.done_on) + ' ' + shown(row.counts);
}

std::vector<std::string> texts_of(const Plan& plan, const std::vector<WorkRow>& rows) {
  std::vector<std::string> texts;
  for (const WorkRow& row : rows) texts.push_back(text_of(plan, row));
  // Leads are in the order of units, and h does not stand where u1 did.
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(WorkMapOracle, WorkOnAMapIsThatOfAPlanWhoseUnitsHadTheirNewNamesAllTheTime) {
  int compared = 0;
  int moved = 0;
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    draws.tell(tried);
    const auto random = oracle::random_work(seed);
    if (!random) continue;
    const Plan plan = oracle::plan_of(random->book);
    const bool alone = seed % 2 == 0;
    const auto before = plan_of(plan, true, alone);
    const auto after = plan_of(plan, false, alone);
    if (!before || !after) continue;
    const auto told_before = reports_of(random->book, true);
    const auto told_after = reports_of(random->book, false);
    const std::vector<TaskReport>& tasks = random->book.tasks;
    for (const Request& request : random->requests) {
      Request mapped = request;
      mapped.map = day(kMap);
      const auto rows = texts_of(*before, rows_of(*before, told_before, tasks, mapped));
      const auto wanted = texts_of(*after, rows_of(*after, told_after, tasks, request));
      ASSERT_EQ(rows, wanted) << "seed " << seed << ", as of " << request.as_of.to_string();
      ++compared;
      moved += std::any_of(rows.begin(), rows.end(), [](const std::string& row) {
        return row.find(" h ") != std::string::npos;
      });
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(compared, 2000);
  EXPECT_GT(moved, 1000);
}

// A map on which nothing has happened changes nothing.
TEST(WorkMapOracle, TheMapOfTheFirstDayIsThePlansOwn) {
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases() / 3; ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const auto random = oracle::random_work(seed);
    if (!random) continue;
    const Plan plan = oracle::plan_of(random->book);
    for (const Request& request : random->requests) {
      Request mapped = request;
      mapped.map = day("2023-01-01");
      const auto& [reports, tasks] = std::tie(random->book.reports, random->book.tasks);
      ASSERT_EQ(texts_of(plan, rows_of(plan, reports, tasks, mapped)),
                texts_of(plan, rows_of(plan, reports, tasks, request)))
          << seed;
    }
  }
}

}  // namespace
}  // namespace tiendo
