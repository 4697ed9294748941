// The log: what it takes and how it gives it back.

#include "tiendo/facts/observation_log.hpp"

#include <gtest/gtest.h>

#include "logs.hpp"

namespace tiendo::observation_log_test {
namespace {

TEST(ObservationLogTest, StartsEmpty) {
  const ObservationLog log(log_plan());
  EXPECT_EQ(log.size(), 0U);
  EXPECT_TRUE(log.rows_of(0, 0).empty());
  EXPECT_EQ(log.plan().head().id, "plan");
}

TEST(ObservationLogTest, ARowReadsBackWithItsDefaultsFilledIn) {
  ObservationLog log(log_plan());
  ASSERT_EQ(*log.append(reported("output", "2024-Q1 12.40")), 0U);
  ASSERT_EQ(*log.append(reported("stock", "2024-02 7")), 1U);
  const Observation first = log.observation(0);
  EXPECT_EQ(first.unit, "town");
  EXPECT_EQ(first.form, Form::increment);
  EXPECT_EQ(first.recorded_on, day("2024-03-31"));
  EXPECT_EQ(first.value->to_string(), "12.40");
  EXPECT_EQ(first.status, Status::official);
  EXPECT_EQ(first.revision, 0);
  EXPECT_EQ(log.observation(1).form, Form::level);
  EXPECT_EQ(log.observation(1).recorded_on, day("2024-02-29"));
}

TEST(ObservationLogTest, ARowWithEverythingReadsBackAsItWas) {
  Observation o =
      reported("output",
               "2024-06 to_date 0.125 over preliminary @2024-07-02 r3 project=road stage=measured");
  o.unit = "ward";
  o.source = "báo, số 5";
  o.note = "ghi chú";
  o.qualifier = Qualifier::about;
  o.upper = dec("0.130");
  o.verdict = Verdict::near;
  o.judge = "Chi cục Thống kê";
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append(o));
  const Observation back = log.observation(0);
  EXPECT_EQ(back.indicator, o.indicator);
  EXPECT_EQ(back.unit, o.unit);
  EXPECT_EQ(back.project, o.project);
  EXPECT_EQ(back.work_stage, o.work_stage);
  EXPECT_EQ(back.period, o.period);
  EXPECT_EQ(back.form, o.form);
  EXPECT_EQ(back.standing, Standing::range);
  EXPECT_EQ(back.value, o.value);
  EXPECT_EQ(back.numerator, std::nullopt);
  EXPECT_EQ(back.status, o.status);
  EXPECT_EQ(back.qualifier, o.qualifier);
  EXPECT_EQ(back.recorded_on, o.recorded_on);
  EXPECT_EQ(back.revision, o.revision);
  EXPECT_EQ(back.source, o.source);
  EXPECT_EQ(back.note, o.note);
  EXPECT_EQ(back.upper->to_string(), "0.130");
  EXPECT_EQ(back.words, "");
  EXPECT_EQ(back.verdict, o.verdict);
  EXPECT_EQ(back.judge, o.judge);
}

TEST(ObservationLogTest, ARangeAndWordsAreToldByWhatIsGiven) {
  const ObservationLog log =
      log_of({reported("stock", "2024-01 4 to=4.5"), reported("stock", "2024-02 words=surplus"),
              reported("rate", "2024-03 words=surplus met by=office"),
              reported("stock", "2024-03 4 met by=office"), reported("stock", "2024-04 4"),
              reported("stock", "2024-05 withheld missed by=office"),
              reported("stock", "2024-06 4 to=4")});
  EXPECT_EQ(log.fact(0).standing, Standing::range);
  EXPECT_EQ(log.fact(0).value, dec("4"));
  EXPECT_EQ(log.fact(0).extra->upper, dec("4.5"));
  EXPECT_EQ(log.fact(1).standing, Standing::words);
  EXPECT_EQ(log.fact(1).extra->words, "surplus");
  EXPECT_EQ(log.fact(2).verdict(), Verdict::met);
  EXPECT_EQ(log.fact(2).extra->judge, "office");
  EXPECT_EQ(log.fact(3).standing, Standing::value);
  EXPECT_EQ(log.fact(3).verdict(), Verdict::met);
  EXPECT_EQ(log.fact(4).extra, nullptr);
  EXPECT_EQ(log.fact(5).standing, Standing::withheld);
  EXPECT_EQ(log.fact(6).standing, Standing::range);  // both ends are one
  EXPECT_EQ(log.observation(1).value, std::nullopt);
}

TEST(ObservationLogTest, RangesWordsAndVerdictsOfEqualStandingMustAgree) {
  const std::vector<Observation> rows = {reported("stock", "2024-01 4 to=4.5 met by=office"),
                                         reported("stock", "2024-02 words=surplus"),
                                         reported("stock", "2024-03 4")};
  ObservationLog log = log_of(rows);
  for (const Observation& row : rows) EXPECT_TRUE(log.append(row)) << "the same again";
  for (const char* text :
       {"2024-01 4 to=4.6 met by=office", "2024-01 4 met by=office", "2024-01 4 to=4.5",
        "2024-01 4 to=4.5 near by=office", "2024-01 4 to=4.5 met by=bureau",
        "2024-02 words=deficit", "2024-02 4", "2024-03 4 met by=office", "2024-03 4 to=4"}) {
    const Result<Row> row = log.append(reported("stock", text));
    ASSERT_FALSE(row) << text;
    EXPECT_EQ(row.error().code, Errc::observations_disagree) << text;
  }
  EXPECT_TRUE(log.append(reported("stock", "2024-01 4.0 to=4.50 met by=office")));
}

TEST(ObservationLogTest, WhatReadsBackCanBeAppendedToAnotherLog) {
  const ObservationLog log =
      log_of({reported("output", "2024-01 5 about"), reported("rate", "2024-01 45/60"),
              reported("share", "2024-01 withheld @2024-03-01"),
              reported("stock", "2024-02 unchanged"), reported("stock", "2024-03 n/a estimate r2"),
              reported("output", "2024-01 1 project=road stage=approved"),
              reported("stock", "2024-04 yes"), reported("stock", "2024-05 no"),
              reported("stock", "2024-06 1.5 to=2 near by=office"),
              reported("rate", "2024-06 words=surplus met by=office")});
  ObservationLog copy(log_plan());
  for (Row row = 0; row < log.size(); ++row) ASSERT_TRUE(copy.append(log.observation(row)));
  EXPECT_EQ(contents(copy), contents(log));
}

TEST(ObservationLogTest, PartsAndWordsInThePlaceOfANumberReadBack) {
  const ObservationLog log =
      log_of({reported("rate", "2024-01 -45/60"), reported("rate", "2024-02 withheld"),
              reported("rate", "2024-03 5/1")});
  EXPECT_EQ(log.observation(0).numerator, dec("-45"));
  EXPECT_EQ(log.observation(0).denominator, dec("60"));
  EXPECT_EQ(log.observation(0).value, std::nullopt);
  EXPECT_EQ(log.observation(1).standing, Standing::withheld);
  EXPECT_EQ(log.observation(1).numerator, std::nullopt);
  EXPECT_EQ(log.observation(2).denominator, dec("1"));
}

TEST(ObservationLogTest, YesAndNoAreOneAndZeroAndReadBackAsWords) {
  ObservationLog log = log_of({reported("stock", "2024-01 yes"), reported("stock", "2024-02 no")});
  for (const Row row : {Row{0}, Row{1}}) {
    EXPECT_EQ(log.fact(row).standing, Standing::value);
    EXPECT_EQ(log.fact(row).value, Decimal(row == 0 ? 1 : 0));
    EXPECT_EQ(log.observation(row).standing, row == 0 ? Standing::yes : Standing::no);
    EXPECT_EQ(log.observation(row).value, std::nullopt);
  }
  // The word and the number say the same; the other word does not.
  EXPECT_TRUE(log.append(reported("stock", "2024-01 1")));
  EXPECT_EQ(log.append(reported("stock", "2024-01 no")).error().code, Errc::observations_disagree);
}

TEST(ObservationLogTest, FactsHavePositionsInThePlaceOfIds) {
  const ObservationLog log = log_of(
      {reported("stock", "2024-01 5"), changed(reported("output", "2024-01 5 project=bridge"),
                                               [](Observation& o) { o.unit = "ward"; })});
  const Fact fact = log.fact(1);
  EXPECT_EQ(fact.row, 1U);
  EXPECT_EQ(fact.indicator, kOutput);
  EXPECT_EQ(fact.unit, 1U);
  EXPECT_EQ(fact.project, 1U);
  EXPECT_EQ(log.fact(0).project, kNone);
  EXPECT_EQ(fact.denominator, dec("1"));
}

TEST(ObservationLogTest, OnlyTheLastStageOfTheWorkCounts) {
  const ObservationLog log = log_of({reported("output", "2024-01 3 project=road stage=measured"),
                                     reported("output", "2024-01 2 project=road stage=approved"),
                                     reported("output", "2024-01 1 project=road stage=paid"),
                                     reported("output", "2024-02 1 project=road")});
  EXPECT_TRUE(log.fact(0).earlier_stage);
  EXPECT_TRUE(log.fact(1).earlier_stage);
  EXPECT_FALSE(log.fact(2).earlier_stage);
  EXPECT_FALSE(log.fact(3).earlier_stage);
}

TEST(ObservationLogTest, CellsKeepTheirRowsInTheOrderOfAppending) {
  const ObservationLog log =
      log_of({reported("output", "2024-02 2"), reported("stock", "2024-01 9"),
              reported("output", "2024-01 1"), reported("output", "2024-01 1 project=road")});
  EXPECT_EQ(log.rows_of(kOutput, 0), (std::vector<Row>{0, 2}));
  EXPECT_EQ(log.rows_of(kStock, 0), (std::vector<Row>{1}));
  EXPECT_EQ(log.rows_of(kOutput, 0, 0), (std::vector<Row>{3}));
  EXPECT_TRUE(log.rows_of(kOutput, 1).empty());
}

TEST(ObservationLogTest, ALogCanBeMoved) {
  ObservationLog log = log_of({reported("output", "2024-01 1")});
  ObservationLog moved = std::move(log);
  EXPECT_EQ(moved.size(), 1U);
  log = std::move(moved);
  EXPECT_EQ(log.rows_of(kOutput, 0).size(), 1U);
}

TEST(ObservationLogTest, ABatchComesInWholeOrNotAtAll) {
  ObservationLog log = log_of({reported("output", "2024-01 1")});
  {
    ObservationLog::Batch batch(log);
    EXPECT_EQ(*batch.append(reported("output", "2024-02 2")), 1U);
    EXPECT_EQ(batch.append(reported("output", "2024-01 9")).error().code,
              Errc::observations_disagree);
    EXPECT_TRUE(batch.append(reported("stock", "2024-01 3")));
  }
  EXPECT_EQ(log.size(), 1U);
  EXPECT_EQ(log.rows_of(kOutput, 0), (std::vector<Row>{0}));
  EXPECT_TRUE(log.rows_of(kStock, 0).empty());
  {
    ObservationLog::Batch batch(log);
    // It could not come in, were the row that was taken out still known.
    EXPECT_EQ(*batch.append(reported("output", "2024-02 7")), 1U);
    batch.keep();
  }
  EXPECT_EQ(log.rows_of(kOutput, 0), (std::vector<Row>{0, 1}));
}

}  // namespace
}  // namespace tiendo::observation_log_test
