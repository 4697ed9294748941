// How numbers come about. tests/cli/trace_test.py computes those of every golden book.

#include "engine/trace_numbers.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::trace_numbers_test {
namespace {

// "method: formula = value" of each number of the trace of a row.
std::vector<std::string> numbers(Book& book, std::string_view as_of, std::size_t row = 0) {
  std::vector<std::string> result;
  for (const TraceNumber& number : explain(book.log(), book.report(as_of), row).numbers) {
    std::string text = number.method + ": " + number.formula;
    for (const TraceTerm& term : number.terms) {
      text +=
          ", " + term.symbol + ' ' + std::string(name_of(term.from)) + ' ' + term.value.to_string();
    }
    result.push_back(text + " = " + number.value.to_string());
  }
  return result;
}

using Texts = std::vector<std::string>;

TEST(TraceNumbersTest, WhatAddsUpIsASumOfReports) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-H2", "12.5");
  EXPECT_EQ(numbers(book, "2024-12-31"),
            (Texts{"ytd@1: x1 + x2, x1 report 10, x2 report 25/2 = 45/2"}));
}

TEST(TraceNumbersTest, ALevelIsTheLatestReport) {
  Book book;
  book.add_indicator("x", IndicatorKind::level);
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-H2", "12");
  EXPECT_EQ(numbers(book, "2024-12-31"), (Texts{"latest@1: x1, x1 report 12 = 12"}));
}

TEST(TraceNumbersTest, ARatioIsASumOverASumInItsMeasure) {
  Book book;
  book.add_unit("a");
  book.add_unit("b");
  book.add_indicator("r", IndicatorKind::ratio, "percent");
  book.add_unit_report("a", "r", "2024", "45/60");
  book.add_unit_report("b", "r", "2024", "30/40");
  EXPECT_EQ(numbers(book, "2024-12-31"),
            (Texts{"ytd@1: x1, x1 report 45 = 45", "ytd@1: x1, x1 denominator 60 = 60",
                   "ytd@1: x1, x1 report 30 = 30", "ytd@1: x1, x1 denominator 40 = 40",
                   "sum_of_parts@1: x1 + x2, x1 number 45, x2 number 30 = 75",
                   "sum_of_parts@1: x1 + x2, x1 number 60, x2 number 40 = 100",
                   "ratio_of_sums@1: N / D / m, N number 75, D number 100, m measure 1/100 = 75"}));
}

TEST(TraceNumbersTest, AGrowthIsMadeOfWhatGrows) {
  Book book;
  book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
  book.add_indicator("x", IndicatorKind::flow);
  book.add_report("x", "2024", "5");
  book.add_report("x", "2023", "4");
  EXPECT_EQ(numbers(book, "2024-12-31"),
            (Texts{"ytd@1: x1, x1 report 5 = 5", "ytd@1: x1, x1 report 4 = 4",
                   "same_period@1: (A - B) / |B|, A number 5, B number 4 = 1/4",
                   "in_measure@1: N / m, N number 1/4, m measure 1/100 = 25"}));
}

TEST(TraceNumbersTest, AFactorStandsWithTheNumbersThatItBrings) {
  Book book;
  Indicator& indicator = book.add_indicator("x", IndicatorKind::flow);
  indicator.breaks.push_back({day("2024-07-01"), BreakKind::scope, dec("1.5"), {}});
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-H2", "12");
  book.add_report("x", "2023", "8");
  EXPECT_EQ(
      numbers(book, "2024-12-31"),
      (Texts{"ytd@1: x1 * f1 + x2, x1 report 10, f1 bridge 3/2, x2 report 12 = 27",
             "ytd@1: x1, x1 report 8 = 8", "series_bridge@1: x * f, x number 8, f bridge 3/2 = 12",
             "ytd@1: x1, x1 report 8 = 8",
             "series_bridge@1: x * f, x number 8, f bridge 3/2 = 12"}));
}

TEST(TraceNumbersTest, AMeanWeighsReportsByTheirMonths) {
  Book book;
  book.add_indicator("x", IndicatorKind::level).time_rule = TimeRule::mean;
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-Q3", "16");
  EXPECT_EQ(numbers(book, "2024-09-30"),
            (Texts{"mean_over_time@1: (x1 * w1 + x2 * w2) / (w1 + w2), x1 report 10, w1 weight 6, "
                   "x2 report 16, w2 weight 3 = 12"}));
}

TEST(TraceNumbersTest, TheHighestIsOneOfAll) {
  Book book;
  book.add_indicator("x", IndicatorKind::level).time_rule = TimeRule::max;
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-Q3", "16");
  EXPECT_EQ(numbers(book, "2024-09-30"),
            (Texts{"greatest@1: max(x1; x2), x1 report 10, x2 report 16 = 16"}));
}

TEST(TraceNumbersTest, AFactThatAllHaveToMakeTrueIsTheLeast) {
  Book book;
  book.add_unit("a");
  book.add_unit("b");
  book.add_indicator("x", IndicatorKind::count);
  book.add_target("x", yes());
  book.add_unit_report("a", "x", "2024", "yes");
  book.add_unit_report("b", "x", "2024", "no");
  EXPECT_EQ(numbers(book, "2024-12-31"),
            (Texts{"latest@1: x1, x1 report 1 = 1", "latest@1: x1, x1 report 0 = 0",
                   "least@1: min(x1; x2), x1 number 1, x2 number 0 = 0"}));
}

TEST(TraceNumbersTest, TheyAreOfAnIndicatorAUnitAndAWindow) {
  Book book;
  book.add_unit("a");
  book.add_unit("b");
  book.add_indicator("x", IndicatorKind::flow);
  book.add_unit_report("a", "x", "2024", "3");
  book.add_unit_report("b", "x", "2024", "4");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  const Plan& plan = book.log().plan();
  ASSERT_EQ(trace.numbers.size(), 3U);
  EXPECT_EQ(plan.units()[trace.numbers[0].unit].id, "a");
  EXPECT_EQ(plan.units()[trace.numbers[1].unit].id, "b");
  EXPECT_EQ(trace.numbers[2].unit, plan.unit());
  for (const TraceNumber& number : trace.numbers) {
    EXPECT_EQ(number.indicator, 0U);
    EXPECT_EQ(number.window->to_string(), "2024");
  }
  EXPECT_EQ(trace.number_of(Field::actual), NumberAt(2));
  EXPECT_EQ(trace.number_of(Field::same_period), NumberAt());
}

TEST(TraceNumbersTest, WhatLeadsToNoFigureIsLeftOut) {
  Trace trace;
  const TraceNumbers into(&trace);
  TraceTerms one;
  one.add_report(5, TraceTerm::From::report, 0, 1);
  into.sum("ytd@1", one, 5);
  const NumberAt used = into.sum("ytd@1", one, 5);
  const NumberAt doubled = into.times(used, 5, 2, TraceTerm::From::share, 10);
  trace.figures.push_back({Field::actual, *doubled});
  drop_unused(trace);
  ASSERT_EQ(trace.numbers.size(), 2U);
  EXPECT_EQ(trace.numbers[1].terms[0].at, 0U);
  EXPECT_EQ(trace.number_of(Field::actual), NumberAt(1));
}

TEST(TraceNumbersTest, WithoutATraceNothingIsWrittenDown) {
  const TraceNumbers nowhere(nullptr);
  TraceTerms none;
  EXPECT_FALSE(nowhere);
  EXPECT_EQ(nowhere.sum("ytd@1", none, 5), NumberAt());
  EXPECT_EQ(nowhere.times({}, 5, 2, TraceTerm::From::share, 10), NumberAt());
}

TEST(TraceNumbersTest, NotesAreAppendedWithTheirReferences) {
  Trace trace;
  Trace notes;
  TraceTerms one;
  one.add_report(5, TraceTerm::From::report, 0, 1);
  TraceNumbers(&trace).sum("ytd@1", one, 5);
  const NumberAt at = TraceNumbers(&notes).sum("ytd@1", one, 5);
  TraceNumbers(&notes).times(at, 5, 2, TraceTerm::From::bridge, 10);
  notes.sources.push_back({});
  EXPECT_EQ(append(trace, std::move(notes), SourceRole::other_base), 1U);
  ASSERT_EQ(trace.numbers.size(), 3U);
  EXPECT_EQ(trace.numbers[2].terms[0].at, 1U);
  EXPECT_EQ(trace.sources.at(0).role, SourceRole::other_base);
}

}  // namespace
}  // namespace tiendo::trace_numbers_test
