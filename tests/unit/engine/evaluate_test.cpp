// Whole rows: figures, verdict, state and reasons together.

#include "tiendo/engine/evaluate.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::evaluate_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

// A book with one indicator x, one target and one report of H1, or of the year.
struct Case {
  IndicatorKind kind;
  Condition condition;
  const char* when;
  const char* value;
};

std::string outcome(const Case& c, std::string_view as_of) {
  Book book;
  book.add_indicator("x", c.kind);
  book.add_target("x", c.condition);
  if (*c.when != 0) book.add_report("x", c.when, c.value);
  const ReportRow row = book.row(as_of);
  return shown_state(row) + ", " + shown_verdict(row);
}

TEST(EvaluateTest, StateAndVerdictThroughTheYear) {
  const Condition floor = at_least("100");
  const Condition ceiling = at_most("100");
  // clang-format off
  const struct { Case book; const char *before, *june, *november, *year_end, *later; } cases[] = {
      {{kFlow, floor, "", ""},
       "not_due not_started, not_started", "no_data no_data, no_data", "no_data no_data, no_data",
       "no_data no_data, no_data", "no_data no_data, no_data"},
      {{kFlow, floor, "2024-H1", "99"},
       "not_due not_started, not_started", "value, period_open", "value, period_open",
       "undefined partial_coverage, partial_coverage", "undefined partial_coverage, partial_coverage"},
      {{kFlow, floor, "2024-H1", "100"},  // reached: later reports can only add
       "not_due not_started, not_started", "value, met", "value, met",
       "undefined partial_coverage, met", "undefined partial_coverage, met"},
      {{kFlow, floor, "2024-H1", "100.1"},
       "not_due not_started, not_started", "value, exceeded", "value, exceeded",
       "undefined partial_coverage, exceeded", "undefined partial_coverage, exceeded"},
      {{kFlow, ceiling, "2024-H1", "99"},  // not settled: it may still go over
       "not_due not_started, not_started", "value, period_open", "value, period_open",
       "undefined partial_coverage, partial_coverage", "undefined partial_coverage, partial_coverage"},
      {{kFlow, ceiling, "2024-H1", "101"},
       "not_due not_started, not_started", "value, period_open", "value, period_open",
       "undefined partial_coverage, partial_coverage", "undefined partial_coverage, partial_coverage"},
      {{kFlow, floor, "2024", "99"},
       "not_due not_started, not_started", "no_data no_data, no_data", "no_data no_data, no_data",
       "value, missed", "value, missed"},
      {{kLevel, floor, "2024-H1", "101"},  // a level may fall again
       "not_due not_started, not_started", "value, period_open", "value, period_open",
       "undefined partial_coverage, partial_coverage", "undefined partial_coverage, partial_coverage"},
      {{kLevel, floor, "2024-12", "101"},
       "not_due not_started, not_started", "no_data no_data, no_data", "no_data no_data, no_data",
       "value, exceeded", "value, exceeded"},
      {{kFlow, floor, "2024-H1", "n/a"},
       "not_due not_started, not_started", "not_applicable not_applicable, not_applicable",
       "not_applicable not_applicable, not_applicable",
       "not_applicable not_applicable, not_applicable",
       "not_applicable not_applicable, not_applicable"},
      {{kLevel, floor, "2024-H1", "withheld"},
       "not_due not_started, not_started", "withheld withheld, withheld",
       "withheld withheld, withheld", "withheld withheld, withheld", "withheld withheld, withheld"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const std::string what = std::string(c.book.when) + ' ' + c.book.value;
    EXPECT_EQ(outcome(c.book, "2023-12-31"), c.before) << what;
    EXPECT_EQ(outcome(c.book, "2024-06-30"), c.june) << what;
    EXPECT_EQ(outcome(c.book, "2024-11-30"), c.november) << what;
    EXPECT_EQ(outcome(c.book, "2024-12-31"), c.year_end) << what;
    EXPECT_EQ(outcome(c.book, "2025-06-30"), c.later) << what;
  }
}

TEST(EvaluateTest, TheYearHasBegunOnItsFirstDay) {
  const Case silent{kFlow, at_least("100"), "", ""};
  EXPECT_EQ(outcome(silent, "2023-12-31"), "not_due not_started, not_started");
  EXPECT_EQ(outcome(silent, "2024-01-01"), "no_data no_data, no_data");
}

TEST(EvaluateTest, TheYearIsOverOnItsLastDay) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  book.add_report("x", "2024-11M", "90");
  book.add_report("x", "2024-12-01/2024-12-31", "9");
  EXPECT_EQ(shown_verdict(book.row("2024-12-30")), "period_open");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "partial_coverage");
  EXPECT_EQ(shown(book.row("2024-12-30").coverage), "365/365 days");
  EXPECT_EQ(shown(book.row("2024-12-31").coverage), "365/366 days");
}

TEST(EvaluateTest, APartOfTheUnitsIsNoTotalInTheYearEither) {
  Book book;
  for (const char* ward : {"a", "b", "c"}) book.add_unit(ward);
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  book.add_unit_report("a", "x", "2024-H1", "60");
  book.add_unit_report("b", "x", "2024-H1", "30");
  ReportRow row = book.row("2024-06-30");
  EXPECT_EQ(shown_state(row), "undefined partial_coverage");
  EXPECT_EQ(shown(row.completion), "90");  // shown with its coverage, 2/3
  EXPECT_EQ(shown_verdict(row), "partial_coverage");
}

TEST(EvaluateTest, ALowerBoundReachedByAPartOfTheUnitsIsReached) {
  Book book;
  for (const char* ward : {"a", "b"}) book.add_unit(ward);
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  book.add_unit_report("a", "x", "2024-H1", "101");
  const ReportRow row = book.row("2024-06-30");
  EXPECT_EQ(shown_state(row), "undefined partial_coverage");
  EXPECT_EQ(shown_verdict(row), "exceeded");
}

TEST(EvaluateTest, AnIndicatorWithoutATargetIsNotJudged) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024", "5");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(row.kind, RowKind::indicator);
  EXPECT_EQ(shown_state(row), "value");
  EXPECT_EQ(row.verdict_reason, Errc::no_target);
  EXPECT_EQ(row.target.reason, Errc::no_target);
  EXPECT_EQ(row.completion.reason, Errc::no_target);
  EXPECT_EQ(row.remaining.reason, Errc::no_target);
}

TEST(EvaluateTest, ARangeIsJudgedButNotDividedBy) {
  for (const auto& [value, verdict] : {std::pair{"6.0", "met"}, {"6.6", "exceeded"}}) {
    Book book;
    book.add_indicator("x", kLevel, "percent");
    book.add_target("x", between("6.0", "6.5"));
    book.add_report("x", "2024", value);
    const ReportRow row = book.row("2024-12-31");
    EXPECT_EQ(shown_verdict(row), verdict);
    EXPECT_EQ(row.target.reason, Errc::range_target);
    EXPECT_EQ(row.completion.reason, Errc::range_target);
    EXPECT_EQ(row.excess.reason, Errc::range_target);
    EXPECT_EQ(row.remaining.reason, Errc::range_target);
  }
}

TEST(EvaluateTest, WithoutAProfileNothingIsExpectedOnTheWay) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  book.add_report("x", "2024-H1", "50");
  const ReportRow row = book.row("2024-06-30");
  EXPECT_EQ(row.expected.reason, Errc::no_profile);
  EXPECT_EQ(row.deviation.reason, Errc::no_profile);
  EXPECT_EQ(row.schedule, Schedule::none);
  EXPECT_EQ(row.schedule_reason, Errc::no_profile);
  EXPECT_FALSE(row.expected_on);
}

TEST(EvaluateTest, ATargetOfZeroIsJudgedButNotDividedBy) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_most("0"));
  book.add_report("x", "2024", "0");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown_verdict(row), "met");
  EXPECT_EQ(row.completion.reason, Errc::target_zero);
  EXPECT_EQ(shown(row.remaining), "0");
}

TEST(EvaluateTest, AlmostAllIsMissedHoweverItIsPrinted) {
  Book book;
  book.add_indicator("x", kFlow).scale = 2;
  book.add_target("x", at_least("100"));
  book.add_report("x", "2024", "99.96");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(printed(book.plan(), row, Field::completion, {})->to_string(), "100.0");
  EXPECT_EQ(shown_verdict(row), "missed");
}

// ---- Changes ------------------------------------------------------------------------------------

TEST(EvaluateTest, AChangeOfALevelIsCountedFromTheEndOfTheYearBefore) {
  Book book;
  book.add_indicator("wards", IndicatorKind::count, "person");
  book.add_target("wards", increase_by("2"));
  book.add_report("wards", "2023-H1", "30");
  book.add_report("wards", "2023", "33");
  book.add_report("wards", "2024-H1", "34");
  book.add_report("wards", "2024", "35");
  const ReportRow june = book.row("2024-06-30");
  EXPECT_EQ(shown(june.baseline), "33");
  EXPECT_EQ(shown(june.required), "35");
  EXPECT_EQ(shown(june.completion), "50");
  EXPECT_EQ(shown_verdict(june), "period_open");
  const ReportRow end = book.row("2024-12-31");
  EXPECT_EQ(shown(end.completion), "100");
  EXPECT_EQ(shown_verdict(end), "met");
}

TEST(EvaluateTest, AStatedBaselineComesBeforeTheReportedOne) {
  Book book;
  book.add_indicator("wards", IndicatorKind::count, "person");
  book.add_target("wards", increase_by("2")).baseline = Baseline{32, {}};
  book.add_report("wards", "2023", "33");
  book.add_report("wards", "2024", "35");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.baseline), "32");
  EXPECT_EQ(shown_verdict(row), "exceeded");
}

TEST(EvaluateTest, AChangeOfAFlowIsCompletedOnlyWhenThePeriodIsOver) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", increase_by("10", ChangeIn::percent));
  book.add_report("x", "2023", "200");
  book.add_report("x", "2024-H1", "150");
  book.add_report("x", "2024-H2", "80");
  const ReportRow june = book.row("2024-06-30");
  EXPECT_EQ(shown(june.required), "220");
  EXPECT_EQ(june.completion.reason, Errc::period_open);  // half a year less a year is no change
  EXPECT_EQ(june.excess.reason, Errc::period_open);
  EXPECT_EQ(june.remaining.reason, Errc::period_open);
  EXPECT_EQ(shown_verdict(june), "period_open");
  const ReportRow end = book.row("2024-12-31");
  EXPECT_EQ(shown(end.completion), "150");
  EXPECT_EQ(shown_verdict(end), "exceeded");
}

TEST(EvaluateTest, AChangeFromAnUnknownBaseIsNotJudged) {
  const auto verdict = [](const char* year_before) {
    Book book;
    book.add_indicator("x", kLevel);
    book.add_target("x", decrease_by("1"));
    book.add_report("x", "2024", "3");
    if (*year_before != 0) book.add_report("x", year_before, "5");
    return shown_verdict(book.row("2024-12-31"));
  };
  EXPECT_EQ(verdict(""), "no_baseline");
  EXPECT_EQ(verdict("2023-H1"), "partial_coverage");  // not how it stood at the end of 2023
  EXPECT_EQ(verdict("2022"), "no_baseline");
  EXPECT_EQ(verdict("2023-12"), "exceeded");
}

TEST(EvaluateTest, ARiseToALevelMustReachBoth) {
  Book book;
  book.add_indicator("x", kLevel, "percent");
  book.add_target("x", both(increase_by("4", ChangeIn::points), at_least("60")));
  book.add_report("x", "2023", "55");
  book.add_report("x", "2024", "59.5");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.completion), "225/2");
  EXPECT_EQ(shown_verdict(row), "missed");
}

TEST(EvaluateTest, APercentageOfNothingIsNotAskedForAndAnAmountIs) {
  const auto row = [](const Condition& condition) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", condition);
    book.add_report("x", "2023", "0");
    book.add_report("x", "2024", "7");
    return book.row("2024-12-31");
  };
  const ReportRow percent = row(increase_by("10", ChangeIn::percent));
  EXPECT_EQ(shown(percent.baseline), "0");
  EXPECT_EQ(shown(percent.required), "base_zero");
  EXPECT_EQ(shown_state(percent), "value");
  EXPECT_EQ(shown_verdict(percent), "base_zero");
  EXPECT_EQ(shown_verdict(row(decrease_by("10", ChangeIn::percent))), "base_zero");
  EXPECT_EQ(shown_verdict(row(increase_by("7"))), "met");
}

TEST(EvaluateTest, ALevelThatIsMissedDecidesWhereTheChangeIsNotKnown) {
  const auto verdicts = [](const char* half, const char* year) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", both(increase_by("10", ChangeIn::percent), at_least("18970")));
    if (*half != 0) book.add_report("x", "2024-H1", half);
    if (*year != 0) book.add_report("x", "2024", year);
    return shown_verdict(book.row("2024-09-30")) + ' ' + shown_verdict(book.row("2024-12-31"));
  };
  EXPECT_EQ(verdicts("", "18965"), "no_data missed");
  EXPECT_EQ(verdicts("", "18970"), "no_data no_baseline");
  EXPECT_EQ(verdicts("9000", ""), "no_baseline no_baseline");
  EXPECT_EQ(verdicts("9000", "18969.999"), "no_baseline missed");
}

TEST(EvaluateTest, ADecisionCountsFromItsDayAndOnlyOnceItCanBeKnown) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"), "province");
  Target& revision = book.add_target("x", at_least("80"), "province");
  revision.layer = TargetLayer::revised;
  revision.decision.date = day("2024-07-10");
  const auto target = [&](std::string_view as_of, std::string_view known_on) {
    return shown(book.report(as_of, known_on).rows.at(0).target);
  };
  EXPECT_EQ(target("2024-07-10", "2024-07-10"), "80");
  EXPECT_EQ(target("2024-12-31", "2024-07-09"), "100");
  EXPECT_EQ(target("2024-07-09", "2024-12-31"), "100");
}

// ---- Assigners ----------------------------------------------------------------------------------

TEST(EvaluateTest, TwoAssignersJudgeOneActualByTheirOwnTargets) {
  Book book;
  book.add_indicator("enterprises", kFlow, "person");
  book.add_target("enterprises", at_least("150"), "province");
  book.add_target("enterprises", at_least("180"));
  book.add_report("enterprises", "2024", "182");
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 2U);
  EXPECT_EQ(shown(report.rows[0].completion), "364/3");  // 121.3 % of the province's
  EXPECT_EQ(shown(report.rows[1].completion), "910/9");  // 101.1 % of the town's
  EXPECT_EQ(shown(report.rows[0].actual), shown(report.rows[1].actual));
}

TEST(EvaluateTest, AdditiveTargetsAreJudgedAsAWholeOnTheWholeActual) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_target("land", at_least("53.026"), "province");
  book.add_target("land", at_least("40.834")).layer = TargetLayer::adds;
  book.add_report("land", "2024", "93.859");
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 3U);
  for (const std::size_t part : {0U, 1U}) {
    EXPECT_EQ(shown_state(report.rows[part]), "undefined not_attributed");
    EXPECT_EQ(report.rows[part].verdict_reason, Errc::not_attributed);
    EXPECT_EQ(report.rows[part].completion.reason, Errc::not_attributed);
    EXPECT_EQ(report.rows[part].same_period.reason, Errc::not_attributed);
  }
  EXPECT_EQ(report.rows[2].target.value, ratio("93.860"));
  EXPECT_EQ(shown(report.rows[2].remaining), "1/1000");
  EXPECT_EQ(shown_verdict(report.rows[2]), "missed");
}

TEST(EvaluateTest, PartsHaveNoSamePeriodOfTheirOwn) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_target("land", at_least("5"), "province");
  book.add_target("land", at_least("4")).layer = TargetLayer::adds;
  book.add_project("p1", "land", at_least("5"), "province");
  book.add_project_report("p1", "land", "2024", "6");
  book.add_project_report("p1", "land", "2023", "3");
  const Report report = book.report("2024-12-31");
  EXPECT_EQ(shown_verdict(report.rows[0]), "exceeded");
  EXPECT_EQ(report.rows[0].same_period.reason, Errc::no_base);
  EXPECT_EQ(shown(report.rows[2].same_period), "3");
}

TEST(EvaluateTest, TargetsThatDoNotAddUpLeaveTheWholeUnjudged) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("5"), "province");
  book.add_target("x", at_most("4")).layer = TargetLayer::adds;
  book.add_report("x", "2024", "6");
  const ReportRow whole = book.report("2024-12-31").rows.at(2);
  EXPECT_EQ(shown_state(whole), "value");
  EXPECT_EQ(whole.target.reason, Errc::not_additive);
  EXPECT_EQ(whole.verdict_reason, Errc::not_additive);
}

TEST(EvaluateTest, ARangeThatMissesTheLevelDecidesAChangeFromAnUnknownBase) {
  for (const auto& [upper, expected] : {std::pair{"59.9", "missed"}, {"60", "no_baseline"}}) {
    Book book;
    book.add_indicator("x", IndicatorKind::level, "percent");
    book.add_target("x", both(increase_by("4"), at_least("60")));
    book.add_report("x", "2024", "58").upper = dec(upper);
    EXPECT_EQ(shown_verdict(book.row("2024-12-31")), expected) << upper;
    EXPECT_EQ(shown_verdict(book.row("2024-11-30")), "no_data");
  }
}

}  // namespace
}  // namespace tiendo::evaluate_test
