// What has become of the way from the base, decided before any formula. The published series are of
// national statistics offices' SDG hubs; the letters name the traps that naive formulas fall into.

#include "engine/course.hpp"

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::course_test {
namespace {

// "course targeted_change verdict" of a level with this base, result and condition. Reasons stand
// in the place of what is not there.
std::string course(const std::string& base, const std::string& actual, const Condition& condition,
                   Direction direction = Direction::more) {
  Book book;
  book.add_indicator("x", IndicatorKind::level).direction = direction;
  Target& target = book.add_target("x", condition);
  if (!base.empty()) target.baseline = Baseline{dec(base), {}};
  if (!actual.empty()) book.add_report("x", "2024", actual);
  const ReportRow row = book.row("2024-12-31");
  const std::string_view said =
      row.course == Course::none ? name_of(row.course_reason) : name_of(row.course);
  return std::string(said) + ' ' + shown(row.targeted_change) + ' ' + shown_verdict(row);
}

TEST(CourseTest, T1BaseBeyondTheTargetAndLost) {
  // cif-3-13-1-1: the formula alone would say 259 %. cif-14-2-1-1 is alike, with more as better.
  EXPECT_EQ(course("7.8", "13.5", at_most("10"), Direction::less), "lost met_at_base missed");
  EXPECT_EQ(course("95", "71", at_least("90")), "lost met_at_base missed");
}

TEST(CourseTest, T2BaseBeyondTheTargetAndStillMetThoughWorse) {
  EXPECT_EQ(course("7.05", "12.58", at_most("70"), Direction::less),  // statcan-3-1-1-1
            "met_at_baseline met_at_base exceeded");
}

TEST(CourseTest, T3BaseIsTheTarget) {
  EXPECT_EQ(course("10", "12", at_least("10")), "met_at_baseline met_at_base exceeded");
  EXPECT_EQ(course("10", "10", at_least("10")), "met_at_baseline met_at_base met");
  EXPECT_EQ(course("10", "9", at_least("10")), "lost met_at_base missed");
  // Strict wording: the base is the number asked for and does not meet it.
  EXPECT_EQ(course("10", "12", condition(ConditionKind::more_than, "10")),
            "reached base_is_target exceeded");
  EXPECT_EQ(course("10", "10", condition(ConditionKind::more_than, "10")),
            "unchanged base_is_target missed");
  EXPECT_EQ(course("10", "9", condition(ConditionKind::more_than, "10")),
            "away base_is_target missed");
}

TEST(CourseTest, T4ZeroIsReachedAndZeroWasAsked) {
  EXPECT_EQ(course("3", "0", at_most("0"), Direction::less), "reached 100 met");
  EXPECT_EQ(course("0", "0", at_most("0"), Direction::less), "met_at_baseline met_at_base met");
  EXPECT_EQ(course("0", "1", at_most("0"), Direction::less), "lost met_at_base missed");
}

TEST(CourseTest, T7WithoutABaseOrWithoutAResultNothingIsDecided) {
  EXPECT_EQ(course("", "9", at_least("10")), "no_baseline no_baseline missed");
  EXPECT_EQ(course("5", "", at_least("10")), "no_data no_data no_data");
  EXPECT_EQ(course("5", "n/a", at_least("10")), "not_applicable not_applicable not_applicable");
}

TEST(CourseTest, T8ExactlyOnAThreshold) {
  EXPECT_EQ(course("0", "0.32", at_least("0.4")), "closer 80 missed");  // X6
  for (const auto& [value, percent] : {std::pair{"20.05", "10"},
                                       {"20.25", "50"},
                                       {"20.30", "60"},
                                       {"20.40", "80"},
                                       {"20.475", "95"}}) {
    EXPECT_EQ(course("20", value, at_least("20.5")), "closer " + std::string(percent) + " missed");
  }
}

TEST(CourseTest, X7MetBeforeAnyRatio) {
  EXPECT_EQ(course("14.5", "7.25", at_most("7.25"), Direction::less), "reached 100 met");
}

TEST(CourseTest, X8LostHasNoPercentage) {
  EXPECT_EQ(course("7.8", "13.5", at_most("10"), Direction::less), "lost met_at_base missed");
}

TEST(CourseTest, CloserUnchangedAndAwayAreByTheDistanceFromWhatIsAskedFor) {
  EXPECT_EQ(course("5", "8", at_least("10")), "closer 60 missed");
  EXPECT_EQ(course("5", "5.0", at_least("10")), "unchanged 0 missed");
  EXPECT_EQ(course("5", "4", at_least("10")), "away -20 missed");
  EXPECT_EQ(course("-5", "5", at_least("10")), "closer 200/3 missed");
  EXPECT_EQ(course("8", "12", condition(ConditionKind::equal, "10")), "unchanged 200 missed");
  EXPECT_EQ(course("8", "11", condition(ConditionKind::equal, "10")), "closer 150 missed");
  EXPECT_EQ(course("3", "5.5", around("5", "1"), Direction::near), "reached 125 met");
  EXPECT_EQ(course("3", "6.5", around("5", "1"), Direction::near), "closer 175 missed");
  EXPECT_EQ(course("3", "6.5", between("4", "6"), Direction::inside), "closer range_target missed");
  EXPECT_EQ(course("3", "6.5", between("4", "6"), Direction::more),
            "reached range_target exceeded");
  EXPECT_EQ(course("5", "7", between("4", "6"), Direction::inside), "lost met_at_base missed");
}

TEST(CourseTest, AChangeIsCountedFromItsOwnBase) {
  EXPECT_EQ(course("50", "52", increase_by("4")), "closer 50 missed");
  EXPECT_EQ(course("50", "49", increase_by("4")), "away -25 missed");
  EXPECT_EQ(course("50", "54", increase_by("4")), "reached 100 met");
  // No fall: the base meets it, and so does what has not fallen.
  EXPECT_EQ(course("50", "50", increase_by("0")), "met_at_baseline met_at_base met");
  EXPECT_EQ(course("50", "49", increase_by("0")), "lost met_at_base missed");
  // The change is made, the level asked for besides is not: that is as far as it gets.
  EXPECT_EQ(course("50", "57", both(increase_by("4"), at_least("60"))), "closer 175 missed");
  EXPECT_EQ(course("50", "62", both(increase_by("4"), at_most("60"))), "closer 300 missed");
  EXPECT_EQ(course("50", "65", both(increase_by("4"), at_most("60"))), "away 375 missed");
  // More is better than the range of the level: its upper end is none.
  EXPECT_EQ(course("75", "57", both(decrease_by("3"), between("60", "70"))),
            "unchanged 600 missed");
  // Nothing meets both: the change alone is the way.
  EXPECT_EQ(course("50", "53", both(increase_by("4"), at_most("52"))), "closer 75 missed");
}

TEST(CourseTest, WhatIsNearIsNotReached) {
  Book book;
  book.add_indicator("x", IndicatorKind::level).near = NearMiss{dec("5"), ChangeIn::value};
  book.add_target("x", at_least("10")).baseline = Baseline{dec("9"), {}};
  book.add_report("x", "2024", "8");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown_verdict(row), "near");
  EXPECT_EQ(row.course, Course::away);
}

TEST(CourseTest, OfABoundOrARangeOnlyWhatItProves) {
  const struct {
    const char *base, *value, *upper;
    Qualifier qualifier;
    const char* expected;
  } cases[] = {
      {"5", "8", nullptr, Qualifier::over, "bound_undecided"},  // closer, reached ...
      {"5", "10", nullptr, Qualifier::over, "reached"},
      {"5", "8", nullptr, Qualifier::under, "bound_undecided"},
      {"5", "5", nullptr, Qualifier::under, "away"},
      {"5", "4", nullptr, Qualifier::under, "away"},
      {"12", "9", nullptr, Qualifier::under, "lost"},
      {"12", "9", nullptr, Qualifier::over, "bound_undecided"},
      {"5", "6", "9", Qualifier::exact, "closer"},
      {"5", "4", "9", Qualifier::exact, "range_undecided"},
      {"5", "2", "4", Qualifier::exact, "away"},
      {"5", "8", "10", Qualifier::exact, "range_undecided"},
      {"5", "10", "11", Qualifier::about, "reached"},
      {"12", "8", "9", Qualifier::exact, "lost"},
  };
  for (const auto& c : cases) {
    Book book;
    book.add_indicator("x", IndicatorKind::level);
    book.add_target("x", at_least("10")).baseline = Baseline{dec(c.base), {}};
    Observation& report = book.add_report("x", "2024", c.value);
    report.qualifier = c.qualifier;
    if (c.upper) report.upper = dec(c.upper);
    const ReportRow row = book.row("2024-12-31");
    const auto said = row.course == Course::none ? name_of(row.course_reason) : name_of(row.course);
    EXPECT_EQ(said, c.expected) << c.base << ' ' << c.value;
  }
}

// Of two conditions that nothing meets both of the goal is the first: here at most `base`, and over
// 0. What misses both may lie in it, on either side of it or on both.
TEST(CourseTest, WhatNothingMeetsIsComparedWithTheFirstOfTwoConditions) {
  const struct {
    const char *base, *value, *upper;
    Qualifier qualifier;
    const char* expected;
  } cases[] = {
      {"-3", "-4", nullptr, Qualifier::exact, "unchanged"},
      {"-3", "-2", nullptr, Qualifier::exact, "away"},
      {"-3", "-3", nullptr, Qualifier::under, "unchanged"},
      {"-3", "-2", nullptr, Qualifier::under, "bound_undecided"},
      {"-3", "-3", nullptr, Qualifier::over, "away"},
      {"-3", "-4", nullptr, Qualifier::over, "bound_undecided"},
      {"-3", "-5", "-3", Qualifier::exact, "unchanged"},
      {"-3", "-5", "-2", Qualifier::exact, "range_undecided"},
      {"-3", "-2", "-1", Qualifier::exact, "away"},
  };
  for (const auto& c : cases) {
    Book book;
    book.add_indicator("x", IndicatorKind::level).direction = Direction::less;
    const Condition asked =
        both(decrease_by("0", ChangeIn::percent), condition(ConditionKind::more_than, "0"));
    book.add_target("x", asked).baseline = Baseline{dec(c.base), {}};
    Observation& report = book.add_report("x", "2024", c.value);
    report.qualifier = c.qualifier;
    if (c.upper) report.upper = dec(c.upper);
    const ReportRow row = book.row("2024-12-31");
    const auto said = row.course == Course::none ? name_of(row.course_reason) : name_of(row.course);
    EXPECT_EQ(said, c.expected) << c.base << ' ' << c.value;
  }
}

TEST(CourseTest, WhatAddsUpIsComparedWithItsBaseWhenThePeriodIsOver) {
  Book book;
  book.add_indicator("flow", IndicatorKind::flow);
  book.add_indicator("level", IndicatorKind::level);
  for (const char* indicator : {"flow", "level"}) {
    book.add_target(indicator, at_least("100")).baseline = Baseline{dec("80"), {}};
    book.add_report(indicator, "2024-H1", "90");
  }
  const std::vector<ReportRow> half = book.report("2024-06-30").rows;
  EXPECT_EQ(half.at(0).course_reason, Errc::period_open);
  EXPECT_EQ(shown(half.at(0).targeted_change), "period_open");
  EXPECT_EQ(half.at(1).course, Course::closer);
  EXPECT_EQ(shown(half.at(1).targeted_change), "50");
  const std::vector<ReportRow> end = book.report("2024-12-31").rows;
  EXPECT_EQ(end.at(0).course_reason, Errc::partial_coverage);
  EXPECT_EQ(end.at(1).course_reason, Errc::partial_coverage);
  EXPECT_EQ(book.report("2023-12-31").rows.at(1).course_reason, Errc::not_started);
}

// What is stated for the whole of a unit is not what a part of it started from.
TEST(CourseTest, TheBaseOfATargetIsThatOfTheWholeUnit) {
  for (const bool whole : {true, false}) {
    Book book = whole ? renamed() : divided();
    add_unit_target(book, "output", whole ? "a" : "c", "2025", at_least("10")).baseline =
        Baseline{dec("8"), {}};
    const ReportRow row = book.report_on_map("2025-12-31", "2025-12-31").rows.at(0);
    EXPECT_EQ(shown(row.target), whole ? "10" : "3");
    EXPECT_EQ(shown(row.baseline), whole ? "8" : "no_baseline");
  }
}

TEST(CourseTest, AFactACompositeAndTargetsThatAddUpHaveNone) {
  Book book;
  book.add_indicator("fact", IndicatorKind::flow);
  book.add_indicator("land", IndicatorKind::flow);
  book.add_composite("all", {"land"});
  book.add_target("fact", yes()).baseline = Baseline{dec("0"), {}};
  book.add_target("land", at_least("1")).baseline = Baseline{dec("0"), {}};
  book.add_target("land", at_least("1"), "province").layer = TargetLayer::adds;
  book.add_target("all", by_component({{"land", at_least("1")}}));
  for (const char* indicator : {"fact", "land"}) book.add_report(indicator, "2024", "1");
  const std::vector<ReportRow> rows = book.report("2024-12-31").rows;
  EXPECT_EQ(rows.at(0).course_reason, Errc::fact_target);
  EXPECT_EQ(rows.at(3).kind, RowKind::whole);
  EXPECT_EQ(rows.at(3).course_reason, Errc::no_baseline);
  EXPECT_EQ(rows.at(4).course_reason, Errc::composite);
}

TEST(CourseTest, TheConditionSaysSoFarWhatItWouldSayIfThePeriodEnded) {
  Book book;
  book.add_indicator("level", IndicatorKind::level).near = NearMiss{dec("1"), ChangeIn::value};
  book.add_indicator("flow", IndicatorKind::flow);
  book.add_composite("both", {"level", "flow"});
  book.add_target("level", at_least("10"));
  book.add_target("flow", at_most("10"));
  book.add_target("both", by_component({{"level", at_most("9")}, {"flow", at_most("10")}}));
  book.add_report("level", "2024-06", "9");
  book.add_report("flow", "2024-06", "9");
  const Report half = book.report("2024-06-30");
  const auto so_far = [&](std::size_t row) { return half.rows.at(row).provisional; };
  EXPECT_EQ(so_far(0), Verdict::near);
  EXPECT_EQ(so_far(1), Verdict::exceeded);
  EXPECT_EQ(so_far(2), Verdict::met);
  for (const ReportRow& row : half.rows) {
    EXPECT_EQ(row.verdict, Verdict::none);
    EXPECT_EQ(row.verdict_reason, Errc::period_open);
    EXPECT_FALSE(row.final);
  }
  ASSERT_EQ(half.summary.size(), 1U);
  EXPECT_EQ(half.summary[0].not_judged, 3);
  EXPECT_EQ(half.summary[0].provisional_near, 1);
  EXPECT_EQ(half.summary[0].provisional_exceeded, 1);
  EXPECT_EQ(half.summary[0].provisional_met, 1);
  EXPECT_EQ(half.summary[0].provisional_missed, 0);
  for (const ReportRow& row : book.report("2024-12-31").rows) {
    EXPECT_EQ(row.provisional, Verdict::none);
    EXPECT_TRUE(row.final);
  }
}

TEST(CourseTest, WhatIsSettledEarlyIsAVerdictAndNotProvisional) {
  Book book;
  book.add_indicator("flow", IndicatorKind::flow);
  book.add_target("flow", at_least("10"));
  book.add_report("flow", "2024-06", "12");
  const ReportRow row = book.row("2024-06-30");
  EXPECT_EQ(row.verdict, Verdict::exceeded);
  EXPECT_EQ(row.provisional, Verdict::none);
  EXPECT_FALSE(row.final);
}

}  // namespace
}  // namespace tiendo::course_test
