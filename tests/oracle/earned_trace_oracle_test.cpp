// Traces of the earned value of projects drawn at random: every number is what its step shows, and
// what the definition says.

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "../unit/engine/work_book.hpp"
#include "draws.hpp"
#include "earned.hpp"
#include "recomputed.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20240331;
constexpr int kBooks = 300;

// A project that is paid for, with milestones of which most have been reported.
class RandomProject {
 public:
  explicit RandomProject(std::uint64_t seed) : random_(seed) {
    book_.add_indicator("paid", IndicatorKind::flow);
    book_.add_indicator("carried", IndicatorKind::flow);
    Project& road = book_.add_project("road");
    if (!one_in(12)) road.start = day(one_in(3) ? "2024-01-16" : "2024-01-01");
    if (!one_in(12)) road.finish = day("2024-12-31");
    road.capital = {
        pot("year", "paid", pick({"1200", "1000", "1000", one_in(4) ? "0" : "96"}), "2024-12-31")};
    add_milestones(road);
    if (one_in(4)) road.capital.push_back(pot("carry-over", "carried", "77", "2024-12-31"));
    for (std::size_t i = 0; i < road.milestones.size(); ++i) report(i);
    pay();
  }

  WorkBook& book() { return book_; }
  std::string as_of() { return pick({"2024-01-10", "2024-05-31", "2024-07-17", "2025-03-09"}); }

 private:
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  bool one_in(int many) { return upto(many - 1) == 0; }
  std::string pick(const std::vector<std::string>& texts) {
    return texts[static_cast<std::size_t>(upto(static_cast<int>(texts.size()) - 1))];
  }

  void add_milestones(Project& road) {
    const auto weights = std::array<std::vector<std::string>, 4>{
        {{"1"}, {"0.4", "0.6"}, {"0.2", "0.3", "0.5"}, {"0.1", "0.15", "0.3", "0.45"}}};
    for (const std::string& weight : weights[static_cast<std::size_t>(upto(3))]) {
      const std::string due =
          pick({"2024-02-29", "2024-03-31", "2024-06-15", "2024-09-30", "2024-12-31"});
      const std::string id = 'm' + std::to_string(road.milestones.size());
      road.milestones.push_back(milestone(id, one_in(20) ? "" : due, weight));
    }
  }

  void report(std::size_t at) {
    if (one_in(6)) return;
    const std::string states[] = {"in_progress share=0.25", "in_progress share=0.7", "done", "done",
                                  "cancelled"};
    const std::string text = states[upto(upto(4))] + " @2024-01-08";
    book_.say_of_project("road", 'm' + std::to_string(at), text);
  }

  // Of what is due all, a part or, once in a while, less than nothing.
  void pay() {
    for (const char* quarter : {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"}) {
      if (one_in(9)) continue;
      book_.add_project_report("road", "paid", quarter,
                               pick({"0", "90", "150.5", "210", one_in(8) ? "-900" : "333"}));
      if (!one_in(9)) book_.add_project_report("road", "carried", quarter, pick({"5", "12"}));
    }
  }

  std::mt19937_64 random_;
  WorkBook book_;
};

// Whether what is earned lies between what is planned by the ends of two periods of which the later
// is not the last with something planned.
bool is_in_the_midst(const WorkEarned& earned) {
  for (const WorkStep& step : earned.steps) {
    if (step.figure != "ES" || step.terms.size() == 1) continue;
    return step.terms[1].value != step.terms[2].value &&
           step.terms[3].value != earned.planned.back().step.result;
  }
  return false;
}

TEST(EarnedTraceOracle, EveryNumberIsWhatItsStepShowsAndWhatTheDefinitionSays) {
  const oracle::Draws draws(kSeed, kBooks);
  std::map<std::string, int> seen;
  for (int i = 0; i < draws.cases(); ++i) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(i);
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomProject drawn(seed);
    const WorkReport report = drawn.book().work(drawn.as_of());
    const ObservationLog& log = drawn.book().log();
    const WorkTrace trace = explain(log, drawn.book().task_log(), report, {0}).front();
    ASSERT_TRUE(trace.earned);
    const int steps = oracle::Recomputed(trace, report.rows).run();
    std::map<std::string, Figure> figures;
    for (const NamedFigure& each : trace.earned->figures) {
      figures.emplace(each.name, each.figure);
      seen[each.name] += each.figure ? 1 : 0;
      seen["nothing planned"] += each.figure.reason == Errc::table_empty ? 1 : 0;
      seen["refused"] += each.figure.reason == Errc::number_out_of_range ? 1 : 0;
    }
    EXPECT_GE(steps, 1);
    EXPECT_TRUE(!figures.at("PD") || figures.at("PD").value->sign() > 0);
    for (const oracle::Earned& one :
         oracle::earned_value(report.plan, report.rows, 0, report.request.as_of)) {
      ASSERT_EQ(shown(figures.at(one.name)), shown(one.figure)) << one.name;
    }
    ++seen[std::string("in ") + std::string(name_of(trace.earned->times))];
    seen["in the midst"] += is_in_the_midst(*trace.earned) ? 1 : 0;
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  if (!draws.enough()) return;
  for (const auto& [name, count] : seen) {
    const bool never = name.find("bottom_up") != std::string::npos;
    EXPECT_EQ(count > 0, !never) << name;
  }
  for (const char* name : {"CPI", "ES", "TSPIt", "EACt_ED3", "in days", "in months"}) {
    EXPECT_GT(seen[name], 20) << name;
  }
  EXPECT_GT(seen["in the midst"], 10);
  EXPECT_GT(seen["refused"], 0);
}

}  // namespace
}  // namespace tiendo
