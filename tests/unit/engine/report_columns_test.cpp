// Rows that are made when they are asked for, columns of them, and reports that grow with their
// log.

#include "tiendo/engine/report_columns.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "book.hpp"

namespace tiendo::report_columns_test {
namespace {

// A province of three towns that report a flow, a level and a rate.
Book province() {
  Book book;
  book.head.unit = "province";
  for (const char* town : {"a", "b", "c"}) book.add_unit(town, "province");
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("n", IndicatorKind::count, "person");
  book.add_indicator("r", IndicatorKind::ratio, "percent");
  const auto target = [&book](const char* indicator, const char* unit, const Condition& asked) {
    Target& one = book.add_target(indicator, asked);
    one.unit = unit;
    return &one;
  };
  for (const char* unit : {"province", "a", "b"}) {
    target("x", unit, at_least("30.5"));
    target("n", unit, at_most("7"))->baseline = Baseline{dec("9"), {}};
    target("r", unit, at_least("62.5"));
  }
  for (const char* town : {"a", "b"}) {
    book.add_unit_report(town, "x", "2023", "20.25");
    book.add_unit_report(town, "x", "2024-H1", "10.125");
    book.add_unit_report(town, "x", "2024-H2", town[0] == 'a' ? "20.375" : "-3");
    book.add_unit_report(town, "n", "2024", town[0] == 'a' ? "7" : "2");
  }
  return book;
}

Request at_the_end(Unreported rule = Unreported::leave_out) {
  Request request;
  request.as_of = day("2024-12-31");
  request.rules.unreported = rule;
  return request;
}

// "30.50 - 7.13": a dash for no value.
std::string shown(const Result<DecimalColumn>& column) {
  if (!column) return std::string(name_of(column.error().code));
  std::string text;
  for (std::size_t at = 0; at < column->values.size(); ++at) {
    if (at > 0) text += ' ';
    const bool has = (column->validity[at / 8] >> (at % 8) & 1) != 0;
    std::uint64_t low = 0;
    for (std::size_t i = 8; i-- > 0;) low = low << 8 | column->values[at].bytes[i];
    text += has ? Decimal::of(static_cast<std::int64_t>(low), column->scale)->to_string() : "-";
  }
  return text;
}

TEST(ReportColumnsTest, RowsComeByValueInTheOrderOfTheReport) {
  Book book = province();
  const Report report = evaluate(book.log(), at_the_end());
  ASSERT_EQ(report.rows.size(), 9U);
  EXPECT_FALSE(report.rows.empty());
  EXPECT_TRUE(ReportRows().empty());
  std::size_t at = 0;
  for (const ReportRow& row : report.rows) {
    EXPECT_EQ(row.indicator, at / 3);
    EXPECT_EQ(row.targets, report.rows[at].targets);
    ++at;
  }
  EXPECT_EQ(report.rows.begin()->unit, report.rows.front().unit);
  EXPECT_EQ((report.rows.end() - 1)->indicator, report.rows.back().indicator);
  EXPECT_EQ(report.rows.end() - report.rows.begin(), 9);
  EXPECT_THROW(report.rows.at(9), std::out_of_range);
  const std::vector<ReportRow> all = report.rows;
  EXPECT_EQ(all.size(), 9U);
}

TEST(ReportColumnsTest, AColumnSaysWhatItsRowsSay) {
  Book book = province();
  for (const Unreported rule : {Unreported::leave_out, Unreported::withhold}) {
    const Report report = evaluate(book.log(), at_the_end(rule));
    for (const Field field : kFields) {
      const auto column = printed_column(report, field, 2, Rounding::half_even);
      ASSERT_TRUE(column) << name_of(field);
      std::string rows;
      for (const ReportRow& row : report.rows) {
        const auto one = printed(report.plan, row, field, {2, Rounding::half_even});
        rows += (rows.empty() ? "" : " ") + (one ? one->to_string() : "-");
      }
      EXPECT_EQ(shown(column), rows) << name_of(field);
    }
  }
}

// Every run of rows of the report, also those that go beyond its end.
TEST(ReportColumnsTest, SomeRowsSayWhatTheySayAmongAll) {
  Book book = province();
  const Report report = evaluate(book.log(), at_the_end());
  const std::size_t all = report.rows.size();
  const VerdictColumns verdicts = verdict_columns(report);
  const auto some_of = [&](const DecimalColumn& column, std::size_t first, std::size_t rows) {
    DecimalColumn some;
    some.scale = column.scale;
    some.validity.resize((rows + 7) / 8);
    for (std::size_t i = 0; i < rows; ++i) {
      some.values.push_back(column.values[first + i]);
      const unsigned bit = column.validity[(first + i) / 8] >> (first + i) % 8 & 1U;
      some.validity[i / 8] = static_cast<std::uint8_t>(some.validity[i / 8] | bit << i % 8);
    }
    return shown(Result<DecimalColumn>(some));
  };
  for (std::size_t first = 0; first <= all + 1; ++first) {
    for (std::size_t rows = 0; first + rows <= all + 2; ++rows) {
      const std::size_t begin = std::min(first, all);
      const std::size_t count = std::min(rows, all - begin);
      for (const Field field : {Field::actual, Field::growth, Field::required}) {
        EXPECT_EQ(shown(printed_column(report, {first, rows}, field, 2, Rounding::half_up)),
                  some_of(*printed_column(report, field, 2, Rounding::half_up), begin, count))
            << name_of(field) << ' ' << first << ' ' << rows;
      }
      EXPECT_EQ(shown(percent_of_plan(report, {first, rows}, 2, Rounding::half_up)),
                some_of(*percent_of_plan(report, 2, Rounding::half_up), begin, count));
      const VerdictColumns some = verdict_columns(report, {first, rows});
      const auto from = [begin](auto& list) { return list.begin() + static_cast<long>(begin); };
      const auto to = [&](auto& list) { return from(list) + static_cast<long>(count); };
      EXPECT_EQ(some.verdict, std::vector(from(verdicts.verdict), to(verdicts.verdict)));
      EXPECT_EQ(some.provisional,
                std::vector(from(verdicts.provisional), to(verdicts.provisional)));
    }
  }
  std::size_t refused = 1;  // the first row after row 0 that is too long for a column
  while (refused < all && printed_column(report, {refused, 1}, Field::actual, 38, Rounding::down)) {
    ++refused;
  }
  ASSERT_LT(refused, all);
  for (const std::size_t first : {std::size_t{1}, refused}) {
    const auto beyond = printed_column(report, {first, 8}, Field::actual, 38, Rounding::down);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().row, static_cast<std::int64_t>(refused));
  }
}

// What each row says that is made when it is asked for is what is read for its trace.
void expect_rows_of_their_reports(const ObservationLog& log, const Report& report) {
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    const ReportRow row = report.rows[at];
    const ReportRow read = explain(log, report, at).row;
    for (const Field field : kFields) {
      EXPECT_EQ(shown(figure(row, field)), shown(figure(read, field))) << name_of(field) << at;
    }
    EXPECT_EQ(shown_state(row), shown_state(read)) << at;
    EXPECT_EQ(shown_verdict(row), shown_verdict(read)) << at;
    EXPECT_EQ(row.coverage, read.coverage) << at;
    EXPECT_EQ(row.reported_to, read.reported_to) << at;
    EXPECT_EQ(row.status, read.status) << at;
  }
}

TEST(ReportColumnsTest, WhatLacksItsLastMonthsIsComparedWithTheSameMonths) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", at_least("30"));
  for (const char* month : {"2023-01", "2023-02", "2023-03", "2024-01", "2024-02"}) {
    book.add_report("x", month, "5");
  }
  Request request = at_the_end(Unreported::withhold);
  request.as_of = day("2024-03-31");
  const Report report = evaluate(book.log(), request);
  EXPECT_EQ(shown(report.rows[0].same_period), "10");
  expect_rows_of_their_reports(book.log(), report);
  request.rules.unreported = Unreported::leave_out;
  const Report left_out = evaluate(book.log(), request);
  EXPECT_EQ(shown(left_out.rows[0].same_period), "15");
  expect_rows_of_their_reports(book.log(), left_out);
}

TEST(ReportColumnsTest, RowsForAllLevelsAreThoseThatAreAskedFor) {
  Book book = province();
  Request request = at_the_end();
  request.levels = 0;
  EXPECT_EQ(evaluate(book.log(), request).rows.size(), 9U);
  request.levels = 1;
  const Report report = evaluate(book.log(), request);
  EXPECT_EQ(report.rows.size(), 15U);  // the town that has no target, and the one of the book
  expect_rows_of_their_reports(book.log(), report);
  EXPECT_EQ(shown(percent_of_plan(report, 1, Rounding::half_up)),
            "123.4 - 100.0 23.4 - 0.0 - 100.0 350.0 - - - - - -");
}

TEST(ReportColumnsTest, HalvesAreRoundedFromTheExactNumber) {
  Book book = province();
  const Report report = evaluate(book.log(), at_the_end());
  EXPECT_EQ(shown(printed_column(report, Field::actual, 2, Rounding::half_up)),
            "37.63 30.50 7.13 9.00 7.00 2.00 - - -");
  EXPECT_EQ(shown(printed_column(report, Field::actual, 2, Rounding::down)),
            "37.62 30.50 7.12 9.00 7.00 2.00 - - -");
  EXPECT_EQ(shown(printed_column(report, Field::actual, 39, Rounding::down)),
            "number_out_of_range");
  EXPECT_EQ(shown(printed_column(report, Field::actual, -1, Rounding::down)),
            "number_out_of_range");
}

TEST(ReportColumnsTest, TheModeIsThatOfTheRulesOrElseOfTheIndicator) {
  Book book = province();
  Request request = at_the_end();
  EXPECT_EQ(shown(printed_column(evaluate(book.log(), request), Field::actual, 2, {})),
            "37.63 30.50 7.13 9.00 7.00 2.00 - - -");
  request.rules.rounding = Rounding::down;
  EXPECT_EQ(shown(printed_column(evaluate(book.log(), request), Field::actual, 2, {})),
            "37.62 30.50 7.12 9.00 7.00 2.00 - - -");
}

TEST(ReportColumnsTest, ThePercentOfAPlanIsThatOfTheWayFromItsBaseOnEitherSide) {
  Book book = province();
  const Report report = evaluate(book.log(), at_the_end());
  // Without a base it is the completion; 9 of 9 is no way at all, 7 is all of it, 2 is 350 %.
  EXPECT_EQ(shown(percent_of_plan(report, 1, Rounding::half_up)),
            "123.4 100.0 23.4 0.0 100.0 350.0 - - -");
}

TEST(ReportColumnsTest, VerdictsOfAnOpenTimeAreProvisional) {
  Book book = province();
  Request request = at_the_end();
  const VerdictColumns end = verdict_columns(evaluate(book.log(), request));
  EXPECT_EQ(end.verdict, (std::vector<Verdict>{Verdict::exceeded, Verdict::met, Verdict::missed,
                                               Verdict::missed, Verdict::met, Verdict::exceeded,
                                               Verdict::none, Verdict::none, Verdict::none}));
  EXPECT_EQ(end.provisional, std::vector<Verdict>(9));
  request.as_of = day("2024-06-30");
  const VerdictColumns half = verdict_columns(evaluate(book.log(), request));
  EXPECT_EQ(half.verdict, std::vector<Verdict>(9));
  EXPECT_EQ(half.provisional[0], Verdict::missed);
  EXPECT_EQ(half.provisional[3], Verdict::none);
}

TEST(ReportColumnsTest, WhatCanOnlyGrowIsSettledOnceItIsReached) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", at_least("5"));
  book.add_report("x", "2024-H1", "10");
  Request request = at_the_end();
  request.as_of = day("2024-06-30");
  const VerdictColumns half = verdict_columns(evaluate(book.log(), request));
  EXPECT_EQ(half.verdict[0], Verdict::exceeded);
  EXPECT_EQ(half.provisional[0], Verdict::none);
}

TEST(ReportColumnsTest, MemoryIsUsedAgain) {
  Book book = province();
  const Report report = evaluate(book.log(), at_the_end());
  DecimalColumn memory = *printed_column(report, Field::actual, 2, Rounding::half_up);
  const Decimal128* values = memory.values.data();
  memory = *printed_column(report, Field::growth, 1, Rounding::half_up, std::move(memory));
  EXPECT_EQ(memory.values.data(), values);
  EXPECT_EQ(shown(Result<DecimalColumn>(memory)), "-7.1 50.6 -64.8 - - - - - -");
}

ObservationLog copy_of(const ObservationLog& log) {
  ObservationLog copy(log.plan());
  for (Row row = 0; row < log.size(); ++row) EXPECT_TRUE(copy.append(log.observation(row)));
  return copy;
}

Observation late(const char* indicator, const char* unit, const char* when, const char* value) {
  Observation report;
  report.indicator = indicator;
  report.unit = unit;
  report.period = period(when);
  report.value = dec(value);
  report.recorded_on = day("2025-01-31");
  return report;
}

TEST(ReportColumnsTest, AReportGrowsWithItsLog) {
  Book book = province();
  ObservationLog log = copy_of(book.log());
  Report report = evaluate(log, at_the_end());
  for (const Observation& one :
       {late("x", "c", "2023", "1.06255"), late("x", "b", "2024-H2", "20"),
        late("x", "c", "2024", "1"), late("x", "a", "2023", "0"),
        late("n", "province", "2024", "6"), late("x", "a", "2024-Q1", "5")}) {
    const Result<Row> row = log.append(one);
    ASSERT_TRUE(row) << row.error().sentence;
    report = updated(std::move(report), log);
    const Report whole = evaluate(log, at_the_end());
    EXPECT_EQ(report.summary, whole.summary);
    for (const Field field : {Field::actual, Field::growth, Field::completion}) {
      EXPECT_EQ(shown(printed_column(report, field, 3, Rounding::half_up)),
                shown(printed_column(whole, field, 3, Rounding::half_up)));
    }
    EXPECT_EQ(verdict_columns(report).verdict, verdict_columns(whole).verdict);
  }
}

TEST(ReportColumnsTest, ACorrectionIsCarriedUpAsFarAsUnitsDoNotReportThemselves) {
  Book book;
  book.head.unit = "province";
  book.add_unit("north", "province");
  for (const char* town : {"a", "b"}) book.add_unit(town, "north");
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("r", IndicatorKind::ratio, "percent").parts = TimeRule::sum;
  for (const char* indicator : {"x", "r"}) {
    for (const char* unit : {"province", "north", "a", "b"}) {
      book.add_target(indicator, at_least("11")).unit = unit;
    }
  }
  ObservationLog log = copy_of(book.log());
  const auto report_ratio = [&](const char* unit, const char* above, const char* below,
                                int revision) {
    Observation ratio = late("r", unit, "2024", "0");
    ratio.value.reset();
    ratio.numerator = dec(above);
    ratio.denominator = dec(below);
    ratio.revision = revision;
    ASSERT_TRUE(log.append(ratio));
  };
  const auto report_flow = [&](const char* unit, const char* value, int revision) {
    Observation flow = late("x", unit, "2024-H1", value);
    flow.revision = revision;
    ASSERT_TRUE(log.append(flow));
  };
  for (const char* unit : {"a", "b"}) {
    report_ratio(unit, "1", "4", 0);
    report_flow(unit, "5", 0);
  }
  report_ratio("b", "3", "4", 1);  // the editions differ already
  report_flow("b", "6", 1);
  Report report = evaluate(log, at_the_end());
  report_flow("a", "7.5", 1);
  report_ratio("a", "2", "5", 1);
  report = updated(std::move(report), log);
  EXPECT_EQ(shown(printed_column(report, Field::actual, 2, Rounding::half_up)),
            "13.50 13.50 7.50 6.00 55.56 55.56 40.00 75.00");
  report_flow("north", "2", 0);
  report = updated(std::move(report), log);
  report_flow("a", "8", 2);  // does not count above the unit that reports itself
  report = updated(std::move(report), log);
  EXPECT_EQ(shown(printed_column(report, Field::actual, 2, Rounding::half_up)),
            "2.00 2.00 8.00 6.00 55.56 55.56 40.00 75.00");
  EXPECT_EQ(report.summary, evaluate(log, at_the_end()).summary);
}

TEST(ReportColumnsTest, AReportGrowsByANumberWithMoreDigits) {
  Book book;
  book.head.unit = "province";
  for (const char* town : {"a", "b"}) book.add_unit(town, "province");
  book.add_indicator("x", IndicatorKind::flow);
  for (const char* unit : {"province", "b"}) book.add_target("x", at_least("11")).unit = unit;
  book.add_unit_report("a", "x", "2024-H1", "0.125");
  book.add_unit_report("a", "x", "2024-H2", "0.25");
  book.add_unit_report("b", "x", "2024-H1", "10.125");
  ObservationLog log = copy_of(book.log());
  Report report = evaluate(log, at_the_end());
  EXPECT_EQ(report.rows[0].verdict, Verdict::missed);
  ASSERT_TRUE(log.append(late("x", "b", "2024-H2", "1.06255")));
  report = updated(std::move(report), log);
  EXPECT_EQ(shown(printed_column(report, Field::actual, 5, Rounding::half_up)),
            "11.56255 11.18755");
  for (const Verdict verdict : verdict_columns(report).verdict) {
    EXPECT_EQ(verdict, Verdict::exceeded);
  }
  EXPECT_EQ(report.summary, evaluate(log, at_the_end()).summary);
}

TEST(ReportColumnsTest, ARowThatFollowsFromSumsNoMoreIsRead) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", at_least("30"));
  for (const char* month : {"2023-01", "2023-02", "2023-03"}) book.add_report("x", month, "5");
  ObservationLog log = copy_of(book.log());
  Request request = at_the_end(Unreported::withhold);
  request.as_of = day("2024-03-31");
  Report report = evaluate(log, request);
  for (const char* month : {"2024-01", "2024-02", "2024-03"}) {
    ASSERT_TRUE(log.append(late("x", "town", month, "5")));
    report = updated(std::move(report), log);
    expect_rows_of_their_reports(log, report);
  }
  EXPECT_EQ(shown(report.rows[0].same_period), "15");
}

TEST(ReportColumnsTest, ASharedReportIsNotChanged) {
  Book book = province();
  ObservationLog log = copy_of(book.log());
  const Report before = evaluate(log, at_the_end());
  ASSERT_TRUE(log.append(late("x", "a", "2024-H2", "1000")));
  const Report after = updated(before, log);
  EXPECT_EQ(shown(printed_column(before, Field::actual, 2, Rounding::half_up)),
            "37.63 30.50 7.13 9.00 7.00 2.00 - - -");
  EXPECT_EQ(shown(printed_column(after, Field::actual, 2, Rounding::half_up)),
            "1017.25 1010.13 7.13 9.00 7.00 2.00 - - -");
}

}  // namespace
}  // namespace tiendo::report_columns_test
