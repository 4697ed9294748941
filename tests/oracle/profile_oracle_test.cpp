// What is expected on the way, the schedule, the pace and the forecasts against their definitions,
// in every small book: all kinds of profiles, conditions and directions, over all patterns of
// reported and missing quarters, on days within months and at their ends.

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <tuple>

#include "../unit/engine/book.hpp"
#include "engine.hpp"

namespace tiendo {
namespace {

// What is asked of an indicator for 2024, as many as the year has days, so that a straight line is
// met exactly; and what each quarter may report.
struct Words {
  IndicatorKind kind;
  const char* measure;
  TimeRule parts;
  const char* year_before;
  // Of each quarter: on the line, and better than it; "" is no report.
  std::array<const char*, 4> even;
  std::array<const char*, 4> more;
};

const Words kWords[] = {
    {IndicatorKind::flow,
     "ty-dong",
     TimeRule::sum,
     "300",
     {"91", "91", "92", "92"},
     {"92", "92", "93", "93"}},
    {IndicatorKind::level,
     "ty-dong",
     TimeRule::sum,
     "0",
     {"91", "182", "274", "366"},
     {"92", "183", "275", "367"}},
    {IndicatorKind::count,
     "person",
     TimeRule::sum,
     "183",
     {"91", "183", "274", "366"},
     {"229", "274", "320", "400"}},
    {IndicatorKind::ratio,
     "per-mille",
     TimeRule::sum,
     "1/4",
     {"1/3", "1/3", "1/3", "1/2"},
     {"1/2", "2/5", "1/4", "2/3"}},
    {IndicatorKind::ratio,
     "per-mille",
     TimeRule::last,
     "0/4",
     {"91/1000", "182/1000", "0/1", "1/2"},
     {"92/1000", "2/3", "275/1000", "2/3"}},
};

constexpr std::array kQuarters = {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"};
constexpr std::array kDays = {"2023-12-31", "2024-01-31", "2024-03-31", "2024-05-15", "2024-06-30",
                              "2024-08-31", "2024-12-30", "2024-12-31", "2025-03-31"};

std::vector<std::optional<Profile>> profiles() {
  Profile linear;
  Profile shares;
  shares.kind = Profile::Kind::shares;
  shares.shares = {{period("2024-H1"), dec("0.5")}, {period("2024-H2"), dec("0.5")}};
  Profile gaps;
  gaps.kind = Profile::Kind::shares;
  gaps.shares = {{period("2024-Q2"), dec("0.25")}, {period("2024-08"), dec("0.75")}};
  Profile steps;
  steps.kind = Profile::Kind::milestones;
  steps.milestones = {{day("2024-03-31"), dec("91")}, {day("2024-08-15"), dec("184")}};
  return {std::nullopt, linear, shares, gaps, steps};
}

std::vector<Condition> conditions(const Words& w, Direction direction) {
  std::vector<Condition> result = {around("366", "1")};
  if (direction != Direction::more) return result;
  result.push_back(condition(ConditionKind::equal, "366"));
  for (const ConditionKind kind : {ConditionKind::at_least, ConditionKind::more_than,
                                   ConditionKind::at_most, ConditionKind::less_than}) {
    result.push_back(condition(kind, "366"));
  }
  result.push_back(between("366", "400"));
  for (const ChangeIn in : {ChangeIn::value, ChangeIn::percent, ChangeIn::points}) {
    if (in == ChangeIn::points && std::string_view(w.measure) != "per-mille") continue;
    result.push_back(increase_by("22", in));
  }
  result.push_back(decrease_by("10"));
  if (w.kind == IndicatorKind::flow || w.kind == IndicatorKind::count) result.push_back(yes());
  return result;
}

// Each target by an assigner of its own: every condition with every profile, and what is no change
// with and without a baseline of its own.
Plan small_plan(const Words& w) {
  Book book;
  int assigner = 0;
  for (const Direction direction :
       {Direction::more, Direction::less, Direction::inside, Direction::near}) {
    const std::string id(name_of(direction));
    Indicator& indicator = book.add_indicator(id, w.kind, w.measure);
    indicator.direction = direction;
    indicator.parts = w.parts;
    for (const Condition& asked : conditions(w, direction)) {
      for (const auto& profile : profiles()) {
        const bool level = asked.kind == ConditionKind::at_least;
        for (int stated = 0; stated <= (level ? 1 : 0); ++stated) {
          const std::string by = 'a' + std::to_string(assigner++);
          book.add_unit(by, "");
          Target& target = book.add_target(id, asked, by);
          target.profile = profile;
          if (stated > 0) target.baseline = Baseline{dec("100"), {}};
        }
      }
    }
  }
  return book.plan();
}

void add(ObservationLog& log, const char* when, const char* word) {
  if (*word == 0) return;
  for (const Direction direction :
       {Direction::more, Direction::less, Direction::inside, Direction::near}) {
    Book book;
    const Result<Row> row =
        log.append(book.add_report(std::string(name_of(direction)), when, word));
    ASSERT_TRUE(row) << row.error().sentence;
  }
}

std::string text_of(const ReportRow& row) {
  std::string text;
  for (const Field field : {Field::actual, Field::required, Field::baseline, Field::expected,
                            Field::deviation, Field::pace, Field::run_rate, Field::same_share}) {
    text += std::string(name_of(field)) + ' ' + shown(figure(row, field)) + ", ";
  }
  return text + (row.expected_on ? row.expected_on->to_string() : "-") + ' ' +
         std::string(name_of(row.schedule)) + ' ' + std::string(name_of(row.schedule_reason));
}

class ProfileOracle : public ::testing::Test {
 protected:
  void check(const ObservationLog& log, const char* as_of, const std::string& book) {
    Request request;
    request.as_of = day(as_of);
    const std::vector<ReportRow> rows = evaluate(log, request).rows;
    const std::vector<ReportRow> by_definition = oracle::rows(log, request);
    ASSERT_EQ(rows.size(), by_definition.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_EQ(text_of(rows[i]), text_of(by_definition[i]))
          << book << "as of " << as_of << ", " << name_of(rows[i].condition.kind) << ", row " << i;
      ++schedules_[std::string(name_of(rows[i].schedule))];
      reasons_.insert(rows[i].schedule_reason);
      ++rows_;
    }
  }

  int rows_ = 0;
  std::map<std::string, int> schedules_;
  std::set<Errc> reasons_;
};

TEST_F(ProfileOracle, EverySmallBookIsWhatTheDefinitionsSay) {
  for (const Words& w : kWords) {
    const Plan plan = small_plan(w);
    const bool plain = w.kind == IndicatorKind::flow || w.kind == IndicatorKind::level;
    // The last quarter of the others is not reported.
    for (int pattern = 0; pattern < (plain ? 81 : 27); ++pattern) {
      ObservationLog log(plan);
      std::string book = std::string(name_of(w.kind)) + ": ";
      // Without a year before where nothing is reported in the first quarter, either.
      const bool known_before = pattern % 3 > 0;
      if (known_before) add(log, "2023", w.year_before);
      if (known_before && w.kind == IndicatorKind::flow) add(log, "2023-H1", "100");
      int rest = pattern;
      for (std::size_t quarter = 0; quarter < 4; ++quarter, rest /= 3) {
        const char* word = rest % 3 == 0 ? "" : rest % 3 == 1 ? w.even[quarter] : w.more[quarter];
        add(log, kQuarters[quarter], word);
        book += std::string(word) + ", ";
      }
      for (const char* as_of : kDays) {
        check(log, as_of, book);
        if (HasFatalFailure()) return;
      }
    }
  }
  EXPECT_GT(rows_, 100'000);
  for (const char* schedule : {"ahead", "on_schedule", "behind"}) {
    EXPECT_GT(schedules_[schedule], 1000) << schedule;
  }
  for (const Errc code : {Errc::no_profile, Errc::not_started, Errc::no_baseline, Errc::no_data,
                          Errc::no_milestone_yet, Errc::no_better_side, Errc::partial_coverage,
                          Errc::range_target, Errc::fact_target}) {
    EXPECT_TRUE(reasons_.contains(code)) << name_of(code);
  }
}

}  // namespace
}  // namespace tiendo
