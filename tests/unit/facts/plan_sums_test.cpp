#include "facts/plan_sums.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "facts/log_store.hpp"
#include "logs.hpp"

namespace tiendo::plan_sums_test {
namespace {

WindowQuestion of(std::string_view window, std::string_view as_of = "2024-12-31") {
  return {period(window), day(as_of), {}, Edition::latest};
}

std::optional<WindowSums> kept(const ObservationLog& log,
                               const WindowQuestion& question = of("2024")) {
  Watch unwatched;
  return LogAccess::store(log).sums().answer(log, question, unwatched);
}

CellSum sum(std::int64_t number, std::uint64_t months) {
  return {number, 0, months, Status::official, Told::sum};
}

// January of both units and four indicators, in a batch: eight cells, of which one may be read.
ObservationLog of_eight_cells(std::string_view time = "2024", const std::string& output = "3") {
  std::vector<Observation> rows;
  for (const char* unit : {"town", "ward"}) {
    for (const auto& [indicator, number] : {std::pair<const char*, std::string>("output", output),
                                            {"stock", "3"},
                                            {"rate", "3/4"},
                                            {"share", "3/4"}}) {
      rows.push_back(reported(indicator, "2024-01 " + number));
      rows.back().unit = unit;
    }
  }
  ObservationLog log(log_plan(time));
  EXPECT_TRUE(log.append_all(rows).empty());
  return log;
}

void append(ObservationLog& log, std::string_view indicator, const std::string& text) {
  const Result<Row> row = log.append(reported(indicator, text));
  ASSERT_TRUE(row) << row.error().sentence;
}

TEST(PlanSumsTest, ABatchIsAddedUp) {
  const ObservationLog log = of_eight_cells();
  const auto sums = kept(log);
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kOutput], sum(3, 1));
  EXPECT_EQ((*sums)[2 * kOutput + 1], sum(3, 1));
  EXPECT_EQ((*sums)[2 * kRate], (CellSum{3, 4, 1, Status::official, Told::sum}));
  EXPECT_EQ((*sums)[2 * kPrice], CellSum());
  EXPECT_FALSE(sums->corrected);
}

TEST(PlanSumsTest, ACellThatGetsRowsIsReadAnew) {
  ObservationLog log = of_eight_cells();
  append(log, "output", "2024-02 4.25");
  append(log, "output", "2024-01 5 @2024-03-01");
  const auto sums = kept(log);
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kOutput], sum(925, 0b11));
  EXPECT_EQ((*sums)[2 * kOutput + 1], sum(300, 1));  // with the digits that the indicator has now
  EXPECT_EQ((*sums)[2 * kStock], sum(3, 1));
  EXPECT_TRUE(sums->corrected);
}

TEST(PlanSumsTest, TheTimeBeforeIsAddedUp) {
  ObservationLog log = of_eight_cells();
  ASSERT_TRUE(log.append_all(all_reported("output", {"2023 40", "2023-Q1 1"})).empty());
  const auto sums = kept(log, of("2023", "2023-12-31"));
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kOutput], sum(40, 0xfff));
  EXPECT_EQ((*sums)[2 * kOutput + 1], CellSum());
  ObservationLog other = of_eight_cells();
  append(other, "stock", "2023-12 9");
  EXPECT_EQ((*kept(other, of("2023", "2023-12-31")))[2 * kStock], sum(9, 0xfff));
}

TEST(PlanSumsTest, WhatIsLongerThanAYearIsComparedWithAsMuchBeforeIt) {
  const ObservationLog log = of_eight_cells("2024-01-01/2026-01-01");
  EXPECT_TRUE(kept(log, of("2022-01-01/2024-01-01", "2023-12-31")).has_value());
  EXPECT_FALSE(kept(log, of("2023-01-01/2025-01-01", "2024-12-31")).has_value());
  const ObservationLog quarter = of_eight_cells("2024-Q1");
  EXPECT_TRUE(kept(quarter, of("2023-Q1", "2023-03-31")).has_value());
}

TEST(PlanSumsTest, WhatDoesNotFitWithMoreDigitsIsReadAnew) {
  const std::int64_t large = std::numeric_limits<std::int64_t>::max() / 8;
  ObservationLog log = of_eight_cells("2024", std::to_string(large));
  append(log, "stock", "2024-02 4");
  EXPECT_EQ((*kept(log))[2 * kOutput], sum(large, 1));
  append(log, "output", "2023-12 0.5");
  EXPECT_FALSE(kept(log).has_value());  // both outputs and the stock
  ASSERT_TRUE(log.append_all({reported("output", "2023-11 1")}).empty());
  EXPECT_EQ((*kept(log))[2 * kOutput].told, Told::other);
}

TEST(PlanSumsTest, WithManyCellsToReadThereIsNoAnswerUntilTheNextBatch) {
  ObservationLog log = of_eight_cells();
  append(log, "output", "2024-02 4");
  ASSERT_TRUE(kept(log).has_value());
  append(log, "stock", "2024-02 4");
  EXPECT_FALSE(kept(log).has_value());
  ASSERT_TRUE(log.append_all(all_reported("stock", {"2024-03 5"})).empty());
  const auto sums = kept(log);
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kOutput], sum(7, 0b11));
  EXPECT_EQ((*sums)[2 * kStock], sum(5, 0b111));
}

TEST(PlanSumsTest, BatchesThatAreSmallBesideTheLogAreNotAddedUp) {
  ObservationLog log = of_eight_cells();
  std::vector<Observation> many;
  for (int month = 0; month < 200; ++month) {
    const Period one = *Period::month(2005, 1)->shifted_months(month);
    many.push_back(reported("output", one.to_string() + " 1"));
  }
  append(log, "stock", "2024-02 4");
  ASSERT_TRUE(log.append_all(many).empty());
  ASSERT_TRUE(kept(log).has_value());
  append(log, "rate", "2024-02 1/2");
  append(log, "share", "2024-02 1/2");
  ASSERT_TRUE(log.append_all({}).empty());  // two of 211 rows are less than one in 64
  EXPECT_FALSE(kept(log).has_value());
  ASSERT_TRUE(log.append_all({reported("stock", "2024-03 5")}).empty());
  EXPECT_TRUE(kept(log).has_value());
}

TEST(PlanSumsTest, OfAPlanOfWhichLittleIsReportedNothingIsKept) {
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append_all({reported("output", "2024-01 5")}).empty());
  EXPECT_FALSE(kept(log).has_value());  // one of twelve
  ASSERT_TRUE(log.append_all({reported("stock", "2024-01 5")}).empty());
  EXPECT_TRUE(kept(log).has_value());
}

TEST(PlanSumsTest, AnEarlierDayIsAnsweredWhereAllWasOverByIt) {
  ObservationLog log = of_eight_cells();
  EXPECT_FALSE(kept(log, of("2024", "2024-01-30")).has_value());
  EXPECT_FALSE(kept(log, of("2024", "2023-06-30")).has_value());
  EXPECT_TRUE(kept(log, of("2024", "2024-01-31")).has_value());
  EXPECT_TRUE(kept(log, of("2024", "2025-06-30")).has_value());
  ASSERT_TRUE(log.append_all(all_reported("output", {"2024-03 4"})).empty());
  const auto sums = kept(log, of("2024", "2024-03-30"));
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kOutput], sum(3, 1));
  append(log, "output", "2024-03 5 @2024-06-01");
  // What was corrected may be what does not count yet.
  ASSERT_TRUE(log.append_all(all_reported("stock", {"2024-02 3", "2024-03 4"})).empty());
  EXPECT_TRUE(kept(log)->corrected);
  EXPECT_FALSE(kept(log, of("2024", "2024-03-30")).has_value());
}

TEST(PlanSumsTest, OtherQuestionsAreNotAnswered) {
  const ObservationLog log = of_eight_cells();
  EXPECT_FALSE(kept(log, of("2022")).has_value());
  EXPECT_FALSE(kept(log, of("2024-01")).has_value());
  WindowQuestion question = of("2024");
  question.edition = Edition::first;
  EXPECT_FALSE(kept(log, question).has_value());
  question.edition = Edition::latest;
  question.known_on = day("2024-12-31");
  EXPECT_FALSE(kept(log, question).has_value());
  for (const char* time : {"2024-01-15/2024-12-14", "2000-01-01/2024-01-01"}) {
    // Not of whole months, and of too many.
    EXPECT_FALSE(kept(of_eight_cells(time), of(time)).has_value());
  }
}

TEST(PlanSumsTest, ADroppedBatchLeavesWhatWasThere) {
  ObservationLog log = of_eight_cells();
  {
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append(reported("price", "2024-01 7")));
    EXPECT_EQ((*kept(log))[2 * kPrice].told, Told::other);
  }
  const auto sums = kept(log);  // of a cell that was taken back nothing is read
  ASSERT_TRUE(sums.has_value());
  EXPECT_EQ((*sums)[2 * kPrice], CellSum());
  EXPECT_EQ((*sums)[2 * kOutput], sum(3, 1));
}

TEST(PlanSumsTest, OfABatchWithinADroppedOneNothingIsKept) {
  ObservationLog log = of_eight_cells();
  {
    ObservationLog::Batch outer(log);
    for (const char* indicator : {"output", "stock"}) {
      ASSERT_TRUE(outer.append(reported(indicator, "2024-02 7")));
    }
    ObservationLog::Batch inner(log);
    inner.keep();
  }
  EXPECT_EQ(log.size(), 8U);
  EXPECT_FALSE(kept(log).has_value());
  const std::vector<WindowSums> sums = window_sums(log, {{of("2024")}});
  EXPECT_EQ(sums[0][2 * kOutput], sum(3, 1));
}

}  // namespace
}  // namespace tiendo::plan_sums_test
