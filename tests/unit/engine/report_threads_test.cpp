// Reports of so many rows that several threads share them.

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "book.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo::report_threads_test {
namespace {

Request at_the_end() {
  Request request;
  request.as_of = day("2024-12-31");
  request.rules.unreported = Unreported::leave_out;
  return request;
}

void expect_same(const Result<DecimalColumn>& one, const Result<DecimalColumn>& other) {
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->validity, other->validity);
  EXPECT_TRUE(one->values == other->values);
}

// So many units that their rows are shared out between threads; every seventh row is kept whole.
// Two of them report that number for the second indicator.
Book crowded(const std::string& of_two = "1") {
  Book book;
  book.head.unit = "province";
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("y", IndicatorKind::flow);
  for (int i = 0; i < 10'000; ++i) {
    const std::string town = "t" + std::to_string(i);
    const std::string value = std::to_string(i % 11) + '.' + std::to_string(i % 7);
    book.add_unit(town, "province");
    for (const char* indicator : {"x", "y"}) {
      const Condition asked = i % 7 == 6 ? between("3", "5") : at_least("4.5");
      book.add_target(indicator, asked, i % 3 == 0 ? "province" : "").unit = town;
      const bool is_one = indicator[0] == 'y' && (i == 300 || i == 9000);
      if (i % 5 != 4) book.add_unit_report(town, indicator, "2024", is_one ? of_two : value);
    }
    if (i % 2 == 0) book.add_unit_report(town, "x", "2023", "2");
  }
  return book;
}

TEST(ReportThreadsTest, ThreadsShareTheRowsOfALargeReport) {
  Book book = crowded();
  const Report alone = evaluate(book.log(), at_the_end());
  for (const unsigned threads : {2U, 5U}) {
    const Report shared = *evaluate(book.log(), at_the_end(), tiendo::Run{threads, {}});
    EXPECT_EQ(shared.summary, alone.summary);
    EXPECT_EQ(verdict_columns(shared).verdict, verdict_columns(alone).verdict);
    for (const Field field : {Field::actual, Field::growth, Field::completion}) {
      expect_same(printed_column(shared, field, 3, Rounding::half_up, {}, threads),
                  printed_column(alone, field, 3, Rounding::half_up));
    }
    expect_same(percent_of_plan(shared, 1, Rounding::half_up, {}, threads),
                percent_of_plan(alone, 1, Rounding::half_up));
  }
}

// Rows of units that have no target of the indicator are listed column by column, between those
// that have one and those that are kept whole; also where the log keeps the sums.
TEST(ReportThreadsTest, ThreadsListTheUnitsBelowThatHaveNoTarget) {
  Book book;
  book.head.unit = "province";
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("y", IndicatorKind::flow);
  book.add_indicator("z", IndicatorKind::flow);  // of which the plan asks nothing
  for (int i = 0; i < 3000; ++i) {
    const std::string town = "t" + std::to_string(i);
    book.add_unit(town, i % 100 < 5 || i % 4 == 0 ? "province" : "t" + std::to_string(i - i % 4));
    if (i % 3 != 0) book.add_target("x", at_least(std::to_string(i % 9))).unit = town;
    if (i / 50 % 2 == 0) book.add_target("y", at_least("2"), "province").unit = town;
    if (i % 5 != 4) book.add_unit_report(town, i % 2 == 0 ? "x" : "y", "2024", "3.5");
  }
  for (const int levels : {0, 1, 2}) {
    Request request = at_the_end();
    request.levels = levels;
    const Report alone = evaluate(book.log(), request);
    ASSERT_GT(alone.rows.size(), 2000U);
    for (const unsigned threads : {2U, 3U, 16U}) {
      const Report shared = *evaluate(book.log(), request, tiendo::Run{threads, {}});
      ASSERT_EQ(shared.rows.size(), alone.rows.size());
      for (std::size_t at = 0; at < alone.rows.size(); ++at) {
        const ReportRow one = alone.rows[at];
        const ReportRow other = shared.rows[at];
        ASSERT_EQ(std::tie(other.indicator, other.unit, other.assigner, other.targets),
                  std::tie(one.indicator, one.unit, one.assigner, one.targets));
      }
      EXPECT_EQ(shared.summary, alone.summary);
      EXPECT_EQ(verdict_columns(shared).verdict, verdict_columns(alone).verdict);
      expect_same(printed_column(shared, Field::actual, 3, Rounding::half_up, {}, threads),
                  printed_column(alone, Field::actual, 3, Rounding::half_up));
      expect_same(percent_of_plan(shared, 1, Rounding::half_up, {}, threads),
                  percent_of_plan(alone, 1, Rounding::half_up));
    }
  }
}

TEST(ReportThreadsTest, OfSeveralThreadsTheFirstRowAtFaultIsNamed) {
  Book book = crowded(std::string(38, '9'));
  const Report report = evaluate(book.log(), at_the_end());
  for (const unsigned threads : {1U, 4U}) {
    const auto column = printed_column(report, Field::actual, 2, Rounding::half_up, {}, threads);
    ASSERT_FALSE(column);
    EXPECT_EQ(column.error().code, Errc::number_out_of_range);
    EXPECT_EQ(column.error().row, 10'300);
  }
}

}  // namespace
}  // namespace tiendo::report_threads_test
