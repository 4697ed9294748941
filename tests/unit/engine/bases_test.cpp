// Which value of the year before a comparison uses, and what the revision of it makes.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::bases_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;

// 100 in 2023 at first, 120 from March 2024 on, 125 from February 2025 on; 150 in 2024.
struct Revised {
  explicit Revised(IndicatorKind kind = kFlow) {
    indicator = &book.add_indicator("x", kind);
    book.add_target("x", increase_by("10", ChangeIn::percent));
    report("2023", "100", "2024-01-10");
    report("2023", "120", "2024-03-10");
    report("2023", "125", "2025-02-01");
    report("2024", "150", "2024-12-31");
  }

  void report(std::string_view when, std::string_view value, std::string_view recorded_on) {
    book.add_report("x", when, value).recorded_on = day(recorded_on);
  }

  ReportRow row(BaseRule rule, std::string_view as_of = "2024-12-31", std::string_view known = "") {
    Request request;
    request.as_of = day(as_of);
    if (!known.empty()) request.known_on = day(known);
    request.base_rule = rule;
    return evaluate(book.log(), request).rows.at(0);
  }

  Book book;
  Indicator* indicator;
};

TEST(BasesTest, EachRuleTakesItsValueOfTheYearBefore) {
  for (const IndicatorKind kind : {kFlow, IndicatorKind::level}) {
    Revised revised(kind);
    const ReportRow latest = revised.row(BaseRule::latest);
    EXPECT_EQ(shown(latest.same_period), "125");
    EXPECT_EQ(shown(latest.growth), "20");
    EXPECT_EQ(shown(latest.baseline), "125");
    const ReportRow first = revised.row(BaseRule::first_published);
    EXPECT_EQ(shown(first.same_period), "100");
    EXPECT_EQ(shown(first.index), "150");
    EXPECT_EQ(shown(first.baseline), "100");
    EXPECT_EQ(shown(first.required), "110");
    const ReportRow report = revised.row(BaseRule::as_of_report);
    EXPECT_EQ(shown(report.same_period), "120");
    EXPECT_EQ(shown(report.growth), "25");
    EXPECT_EQ(shown(report.baseline), "120");
    for (const ReportRow& row : {latest, first, report}) {
      EXPECT_EQ(shown(row.base_revision), "25");
      EXPECT_EQ(shown(row.actual), "150");
    }
  }
}

TEST(BasesTest, WhatIsKnownLimitsEachRule) {
  Revised revised;
  const auto known = [&](BaseRule rule, std::string_view on, std::string_view as_of) {
    const ReportRow row = revised.row(rule, as_of, on);
    return shown(row.same_period) + ' ' + shown(row.base_revision);
  };
  EXPECT_EQ(known(BaseRule::latest, "2024-12-31", "2024-12-31"), "120 20");
  EXPECT_EQ(known(BaseRule::first_published, "2025-12-31", "2024-12-31"), "100 25");
  // Recorded by the day of the report and known: the earlier of the two days decides.
  EXPECT_EQ(known(BaseRule::as_of_report, "2024-12-31", "2025-12-31"), "120 20");
  EXPECT_EQ(known(BaseRule::as_of_report, "2025-12-31", "2025-12-31"), "125 25");
}

TEST(BasesTest, ARevisionOfOnePeriodMovesTheSum) {
  Book book;
  book.add_indicator("x", kFlow);
  for (const auto& [when, value, on] : {std::tuple{"2023-H1", "40", "2023-07-05"},
                                        {"2023-H2", "50", "2024-01-05"},
                                        {"2023-H1", "45", "2024-01-05"},
                                        {"2024", "150", "2024-12-31"}}) {
    book.add_report("x", when, value).recorded_on = day(on);
  }
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.same_period), "95");
  EXPECT_EQ(shown(row.base_revision), "5");
}

TEST(BasesTest, TheIndicatorSaysWhichBeforeTheRequestDoes) {
  Revised revised;
  revised.indicator->base_rule = BaseRule::first_published;
  const ReportRow row = revised.row(BaseRule::latest);
  EXPECT_EQ(row.base_rule, BaseRule::first_published);
  EXPECT_EQ(shown(row.same_period), "100");
  EXPECT_EQ(shown(row.base_revision), "25");
}

// Growth of x by the rules of the growth itself, of x and of the request.
std::string growth(std::optional<BaseRule> own, std::optional<BaseRule> of_base, BaseRule asked) {
  Revised revised;
  revised.indicator->base_rule = of_base;
  Indicator& rate = revised.book.add_indicator("g", IndicatorKind::growth, "percent");
  rate.base = "x";
  rate.base_rule = own;
  Request request;
  request.as_of = day("2024-12-31");
  request.base_rule = asked;
  const ReportRow row = evaluate(revised.book.log(), request).rows.at(1);
  return shown(row.actual) + ' ' + std::string(name_of(row.base_rule));
}

TEST(BasesTest, AGrowthFollowsItsOwnRuleThenThatOfWhatGrows) {
  constexpr auto kFirst = BaseRule::first_published;
  constexpr auto kLatest = BaseRule::latest;
  constexpr auto kReport = BaseRule::as_of_report;
  EXPECT_EQ(growth({}, {}, kLatest), "20 latest");
  EXPECT_EQ(growth({}, {}, kFirst), "50 first_published");
  EXPECT_EQ(growth({}, {}, kReport), "25 as_of_report");
  EXPECT_EQ(growth({}, kFirst, kReport), "50 first_published");
  EXPECT_EQ(growth(kReport, kFirst, kLatest), "25 as_of_report");
}

// A formula is asked for its base by its own rule, a growth in it has one of its own as well; the
// revision is that of everything.
TEST(BasesTest, TheRevisionOfAFormulaIsThatOfAllThatItIsMadeOf) {
  Revised revised;
  revised.report("2022", "50", "2023-01-10");
  revised.report("2022", "100", "2023-02-10");
  Indicator& rate = revised.book.add_indicator("g", IndicatorKind::growth, "percent");
  rate.base = "x";
  rate.base_rule = BaseRule::first_published;
  revised.book.add_indicator("f", IndicatorKind::formula, "percent").formula = "g";
  Request request;
  request.as_of = day("2024-12-31");
  const ReportRow row = evaluate(revised.book.log(), request).rows.at(2);
  EXPECT_EQ(row.base_rule, BaseRule::latest);
  EXPECT_EQ(shown(row.same_period), "150") << "125 in 2023 as known latest, on 50 as known first";
  EXPECT_EQ(shown(row.base_revision), "-75") << "125 on 100 is 25, 100 on 50 is 100";
}

TEST(BasesTest, WithoutABaseThereIsNoRevision) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024", "5");
  EXPECT_EQ(shown(book.row("2024-12-31").base_revision), "no_base");
  EXPECT_EQ(shown(book.row("2023-12-31").base_revision), "no_data");
}

TEST(BasesTest, TheRevisionIsInTheSeriesOfTheActual) {
  Revised revised;
  SeriesBreak prices;
  prices.on = day("2024-01-01");
  prices.factor = dec("2");
  revised.indicator->breaks = {prices};
  EXPECT_EQ(shown(revised.row(BaseRule::first_published).same_period), "200");
  EXPECT_EQ(shown(revised.row(BaseRule::first_published).base_revision), "50");
}

TEST(BasesTest, TheTraceShowsBothValuesOfTheBase) {
  Revised revised;
  Request request;
  request.as_of = day("2024-12-31");
  request.base_rule = BaseRule::first_published;
  const Report report = evaluate(revised.book.log(), request);
  const Trace trace = explain(revised.book.log(), report, 0);
  ASSERT_FALSE(trace.steps.empty());
  const TraceStep& step = trace.steps.back();
  EXPECT_EQ(step.field, Field::base_revision);
  EXPECT_EQ(step.formula, "L - F");
  ASSERT_EQ(step.inputs.size(), 2U);
  EXPECT_EQ(step.inputs[0].value, Ratio(125));
  EXPECT_EQ(step.inputs[1].value, Ratio(100));
  EXPECT_EQ(shown(step.result), "25");
  EXPECT_EQ(trace.sources.at(1).question.edition, Edition::first);
  EXPECT_EQ(trace.sources.at(0).question.edition, Edition::latest);
}

TEST(BasesTest, TheCheckOfGrowthAgainstLevelTakesTheSameBase) {
  const auto finding = [](BaseRule rule, std::string_view known) {
    Revised revised;
    revised.book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
    revised.book.add_target("g", at_least("20"));
    revised.book.add_target("x", at_least("150"), "province");
    revised.book.add_target("g", at_least("20"), "province");
    std::string text;
    const auto day_known = known.empty() ? std::nullopt : std::optional(day(known));
    for (const Diagnostic& each : check_plan(revised.book.log(), day_known, rule)) {
      text += each.sentence.substr(0, 37);
    }
    return text;
  };
  EXPECT_EQ(finding(BaseRule::latest, ""), "the level target 150 over 125 is a gr");
  EXPECT_EQ(finding(BaseRule::first_published, ""), "the level target 150 over 100 is a gr");
  EXPECT_EQ(finding(BaseRule::as_of_report, ""), "the level target 150 over 125 is a gr");
  EXPECT_EQ(finding(BaseRule::as_of_report, "2024-06-30"), "the level target 150 over 120 is a gr");
}

}  // namespace
}  // namespace tiendo::bases_test
