// Indicators that are computed from others.

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"

namespace tiendo::formula_figure_test {
namespace {

// A town with an output, its people, and a formula over them.
Book town(std::string formula, std::string measure = "ty-dong") {
  Book book;
  Indicator& per_head = book.add_indicator("f", IndicatorKind::formula, std::move(measure));
  per_head.formula = std::move(formula);
  book.add_indicator("output", IndicatorKind::flow);
  book.add_indicator("people", IndicatorKind::level, "person");
  return book;
}

std::string made(Book& book, std::string_view as_of = "2024-12-31") {
  const ReportRow row = book.row(as_of);
  return shown(row.actual) + ' ' + shown(row.coverage) + ' ' + shown_state(row);
}

TEST(FormulaFigureTest, ItIsComputedFromTheFiguresOfTheSameUnitAndTime) {
  Book book = town("output / people * 2 - 1");
  book.add_report("output", "2024-H1", "30");
  book.add_report("output", "2024-H2", "50");
  book.add_report("people", "2024-06", "10");
  book.add_report("people", "2024-12", "16");
  EXPECT_EQ(made(book), "9 12/12 months value");
  EXPECT_EQ(made(book, "2024-06-30"), "5 6/6 months value");
}

TEST(FormulaFigureTest, FiguresArePlainNumbersInTheirOwnMeasures) {
  Book book = town("rate * output", "ty-dong");
  book.add_indicator("rate", IndicatorKind::ratio, "percent");
  book.add_report("rate", "2024", "1/4");
  book.add_report("output", "2024", "2");
  EXPECT_EQ(made(book), "50 12/12 months value") << "25 (percent) times 2";
}

TEST(FormulaFigureTest, WithoutOneOfThemThereIsNone) {
  Book book = town("output / people");
  book.add_report("people", "2024-12", "16");
  EXPECT_EQ(made(book), "no_data 0/12 months no_data no_data");
  Book secret = town("output / people");
  secret.add_report("output", "2024", "withheld");
  secret.add_report("people", "2024-12", "16");
  EXPECT_EQ(made(secret), "withheld 12/12 months withheld withheld");
}

TEST(FormulaFigureTest, FiguresOfDifferentTimesMakeNone) {
  Book book = town("output / people");
  book.add_report("output", "2024-9M", "30");
  book.add_report("people", "2024-06", "10");
  EXPECT_EQ(made(book), "references_apart 6/12 months undefined references_apart");
}

TEST(FormulaFigureTest, TheWorstCoverageIsThatOfAll) {
  Book book = town("output - more");
  book.add_indicator("more", IndicatorKind::flow);
  for (const char* indicator : {"output", "more"}) {
    book.add_report(indicator, "2024-01", "1");
    book.add_report(indicator, "2024-03", "2");
  }
  EXPECT_EQ(made(book, "2024-03-31"), "0 2/3 months value");
  EXPECT_EQ(made(book), "0 2/12 months undefined partial_coverage");
}

TEST(FormulaFigureTest, DividingByNothingIsSaidToBeThat) {
  Book book = town("output / (people - 10)");
  book.add_report("output", "2024", "30");
  book.add_report("people", "2024", "10");
  EXPECT_EQ(made(book), "division_by_zero 12/12 months undefined division_by_zero");
}

TEST(FormulaFigureTest, ItsOwnReportComesFirst) {
  Book book = town("output / people");
  book.add_report("output", "2024", "30");
  book.add_report("people", "2024", "10");
  book.add_report("f", "2024", "3.1");
  EXPECT_EQ(made(book), "31/10 12/12 months value");
}

TEST(FormulaFigureTest, TheLeastFinalReportAndTheHedgesShow) {
  Book book = town("output / people");
  book.add_report("output", "2024", "30").qualifier = Qualifier::over;
  book.add_report("people", "2024", "10").status = Status::estimate;
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(row.qualifier, Qualifier::about) << "over 30 by 10 is no bound of every formula";
  EXPECT_EQ(row.status, Status::estimate);
}

TEST(FormulaFigureTest, FormulasMayBeMadeFromFormulas) {
  Book book = town("g + g * people");
  Indicator& g = book.add_indicator("g", IndicatorKind::formula);
  g.formula = "output * 2";
  book.add_report("output", "2024", "3");
  book.add_report("people", "2024", "10");
  EXPECT_EQ(made(book), "66 12/12 months value");
}

TEST(FormulaFigureTest, ManyReferencesToOneAreComputedOnce) {
  Book book = town("a40 + b40");
  for (int i = 1; i <= 40; ++i) {
    const std::string below = std::to_string(i - 1);
    for (const char* name : {"a", "b"}) {
      Indicator& step = book.add_indicator(name + std::to_string(i), IndicatorKind::formula);
      step.formula = i == 1 ? "output" : 'a' + below + " + b" + below;
    }
  }
  book.add_report("output", "2023", "2");
  book.add_report("output", "2024", "1");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.actual), "1099511627776");
  EXPECT_EQ(shown(row.same_period), "2199023255552");
  EXPECT_LT(explain(book.log(), book.report("2024-12-31"), 0).numbers.size(), 1000U);
}

TEST(FormulaFigureTest, TheSamePeriodIsTheFormulaOverTheSamePeriod) {
  Book book = town("output / people");
  for (const auto& [when, output, people] :
       {std::tuple{"2023", "20", "10"}, std::tuple{"2024", "30", "10"}}) {
    book.add_report("output", when, output);
    book.add_report("people", when, people);
  }
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.same_period), "2");
  EXPECT_EQ(shown(row.growth), "50");
}

TEST(FormulaFigureTest, EarlierFiguresAreBroughtOverTheirBreaks) {
  const auto same_period = [](std::optional<Decimal> factor, bool reported) {
    Book book = town("output / people");
    Indicator& price = book.add_indicator("price", IndicatorKind::flow);
    price.breaks = {{day("2024-01-01"), BreakKind::price_base, factor, {}}};
    Indicator& real = book.add_indicator("real", IndicatorKind::formula);
    real.formula = "price / people";
    book.add_report("price", "2024", "30");
    book.add_report("people", "2024", "10");
    if (reported) {
      book.add_report("real", "2023", "2");
    } else {
      book.add_report("price", "2023", "20");
      book.add_report("people", "2023", "10");
    }
    for (const ReportRow& row : book.report("2024-12-31").rows) {
      if (book.log().plan().indicators()[row.indicator].id == "real") return shown(row.same_period);
    }
    return std::string();
  };
  EXPECT_EQ(same_period(dec("1.25"), false), "5/2");
  EXPECT_EQ(same_period(std::nullopt, false), "series_break");
  EXPECT_EQ(same_period(dec("1.25"), true), "series_break")
      << "what was reported as a figure has no factor";
}

TEST(FormulaFigureTest, GrowthsOfFormulasAndFormulasOfGrowths) {
  Book book = town("output * 3");
  Indicator& growth = book.add_indicator("growth", IndicatorKind::growth, "percent");
  growth.base = "f";
  Indicator& points = book.add_indicator("points", IndicatorKind::formula, "percent");
  points.formula = "growth - 10";
  book.add_report("output", "2023", "10");
  book.add_report("output", "2024", "12");
  std::string all;
  for (const ReportRow& row : book.report("2024-12-31").rows) all += shown(row.actual) + ' ';
  EXPECT_EQ(all, "36 12 no_data 20 10 ");
}

TEST(FormulaFigureTest, AUnitAboveComputesFromItsOwnFigures) {
  Book book = town("output / people");
  book.add_unit("a");
  book.add_unit("b");
  for (const auto& [ward, output, people] :
       {std::tuple{"a", "10", "1"}, std::tuple{"b", "20", "2"}}) {
    book.add_unit_report(ward, "output", "2024", output);
    book.add_unit_report(ward, "people", "2024", people);
    book.add_unit_report(ward, "f", "2024", "99");
  }
  book.add_report("people", "2024", "6");
  book.add_target("f", at_least("1"));
  EXPECT_EQ(shown(book.row("2024-12-31").actual), "5") << "30 of its wards by 6 of its own";
}

TEST(FormulaFigureTest, ProjectsHaveFormulasOfTheirOwnReports) {
  Book book = town("output * 2");
  book.add_project("p", "f", at_least("5"));
  book.add_project_report("p", "output", "2024", "3");
  const Report report = book.report("2024-12-31");
  EXPECT_EQ(shown(report.rows.at(0).actual), "6");
  EXPECT_EQ(report.rows.at(0).verdict, Verdict::exceeded);
}

TEST(FormulaFigureTest, OnAMapItIsMadeOfFiguresOnThatMap) {
  Book book = town("output / people");
  book.add_unit("a");
  book.add_unit("m");
  book.add_event("2024-07-01", {"a"}, {{"m", ""}});
  book.add_target("f", at_least("1")).unit = "m";
  book.add_unit_report("a", "output", "2024-H1", "10");
  book.add_unit_report("m", "output", "2024-H2", "20");
  book.add_unit_report("m", "people", "2024-12", "6");
  EXPECT_EQ(shown(book.report_on_map("2024-12-31", "2024-12-31").rows.at(0).actual), "5");
}

TEST(FormulaFigureTest, TheTraceNamesTheFiguresItIsMadeOf) {
  Book book = town("output / people");
  book.add_report("output", "2024", "30");
  book.add_report("people", "2024", "10");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  const NumberAt at = trace.number_of(Field::actual);
  ASSERT_TRUE(at);
  const TraceNumber& made = trace.numbers[*at];
  EXPECT_EQ(made.method, "formula@1");
  EXPECT_EQ(made.formula, "x1 / x2");
  EXPECT_EQ(made.value, Ratio(3));
  ASSERT_EQ(made.terms.size(), 2U);
  EXPECT_EQ(made.terms[1].value, Ratio(10));
  EXPECT_EQ(std::count_if(trace.sources.begin(), trace.sources.end(),
                          [](const TraceSource& one) { return one.role == SourceRole::actual; }),
            2);
}

}  // namespace
}  // namespace tiendo::formula_figure_test
