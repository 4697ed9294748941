// Reports of "unchanged": which report they take their value from.

#include <gtest/gtest.h>

#include "logs.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo::selection_unchanged_test {
namespace {

// What is used, or the name of the fault.
std::string answer(std::string_view indicator, const std::vector<std::string>& texts,
                   std::string_view known_on = {}) {
  const Asked asked = ask(indicator, texts, "2024-12-31", known_on);
  const Errc fault = asked.selection.fault;
  return fault == Errc::none ? asked.used : std::string(name_of(fault));
}

TEST(SelectionUnchangedTest, AnIncrementIsThatOfThePeriodOfTheSameLengthBefore) {
  EXPECT_EQ(answer("output", {"2024-01 5", "2024-02 unchanged"}), "2024-01=5 2024-02=5");
  EXPECT_EQ(answer("output", {"2024-Q1 5", "2024-Q2 unchanged"}), "2024-Q1=5 2024-Q2=5");
  EXPECT_EQ(answer("output", {"2024-01-01/2024-01-11 5", "2024-01-11/2024-01-21 unchanged"}),
            "2024-01-01/2024-01-11=5 2024-01-11/2024-01-21=5");
  EXPECT_EQ(answer("output", {"2024-Q1 5", "2024-04 unchanged"}), "unchanged_from_nothing");
}

TEST(SelectionUnchangedTest, ItIsKnownWhichReportTheValueIsOf) {
  const Asked asked =
      ask("stock", {"2024-02 5", "2024-03 unchanged", "2024-04 unchanged"}, "2024-12-31", "");
  ASSERT_EQ(asked.used, "2024-04=5");
  EXPECT_EQ(asked.selection.used.front().taken_from, Row(0)) << "not the one between them";
  const Asked plain = ask("stock", {"2024-02 5"}, "2024-12-31", "");
  EXPECT_EQ(plain.selection.used.front().taken_from, std::nullopt);
  const Asked nothing = ask("stock", {"2024-02 unchanged"}, "2024-12-31", "");
  EXPECT_EQ(nothing.selection.used.front().taken_from, std::nullopt);
}

TEST(SelectionUnchangedTest, AnIncrementMayBeThatOfAPeriodBeforeTheWindow) {
  EXPECT_EQ(answer("output", {"2023-12 5", "2024-01 unchanged"}), "2024-01=5");
}

TEST(SelectionUnchangedTest, ALevelIsThatOfTheDayBeforeItsPeriod) {
  EXPECT_EQ(answer("stock", {"2024-05 5", "2024-06 unchanged"}), "2024-06=5");
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-04 unchanged"}), "2024-04=5");
  EXPECT_EQ(answer("stock", {"2024-03 5", "2024-Q2 unchanged"}), "2024-Q2=5");
  EXPECT_EQ(answer("stock", {"2023 5", "2024-01 unchanged"}), "2024-01=5");
  EXPECT_EQ(answer("stock", {"2024-04 5", "2024-06 unchanged"}), "unchanged_from_nothing");
}

TEST(SelectionUnchangedTest, ARunningTotalIsThatUpToItsPeriod) {
  EXPECT_EQ(answer("output", {"2024-05 to_date 5", "2024-06 to_date unchanged"}), "2024-06=5");
  EXPECT_EQ(answer("output", {"2024-H1 to_date 5", "2024-07 to_date unchanged"}), "2024-07=5");
  EXPECT_EQ(answer("output", {"2024-05 5", "2024-06 to_date unchanged"}), "unchanged_from_nothing")
      << "an increment is no total";
}

TEST(SelectionUnchangedTest, BeforeTheFirstRunningTotalOfAWindowThereIsNone) {
  EXPECT_EQ(answer("output", {"2023-12 to_date 99", "2024-01 to_date unchanged"}),
            "unchanged_from_nothing")
      << "the total of last year is not that of this year";
  EXPECT_EQ(answer("output", {"2024-5M to_date 5", "2024-6M to_date unchanged"}),
            "unchanged_from_nothing")
      << "the first half-year starts the window";
}

TEST(SelectionUnchangedTest, ChainsAreFollowedToTheirValue) {
  EXPECT_EQ(
      answer("stock", {"2024-04 unchanged", "2024-03 unchanged", "2024-02 5", "2024-05 unchanged"}),
      "2024-05=5");
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-Q2 unchanged", "2024-07 unchanged"}), "2024-07=5");
  EXPECT_EQ(answer("output", {"2024-01 5", "2024-02 unchanged", "2024-03 unchanged"}),
            "2024-01=5 2024-02=5 2024-03=5");
  EXPECT_EQ(answer("stock", {"2024-04 unchanged", "2024-05 unchanged"}), "unchanged_from_nothing");
}

TEST(SelectionUnchangedTest, ChainsAsLongAsTheyCome) {
  // Looking for the value anew from each report would take 10^9 steps.
  ObservationLog log(log_plan());
  Date at = day("2000-01-01");
  for (int i = 0; i < 3000; ++i) {
    const Date next = *at.plus_days(1);
    Observation o = reported("output", "2024 unchanged");
    o.period = *Period::of(at, next);
    if (i == 0) o = changed(o, [](Observation& first) { first.standing = Standing::value; });
    if (i == 0) o.value = dec("5");
    ASSERT_TRUE(log.append(o));
    at = next;
  }
  const Selection selection =
      select(log, {kOutput, 0, kNone, period("2000/2010"), day("2010-12-31"), {}});
  ASSERT_EQ(selection.used.size(), 3000U);
  EXPECT_EQ(selection.used.back().value, dec("5"));
  EXPECT_EQ(selection.fault, Errc::none);
}

TEST(SelectionUnchangedTest, ACorrectionOfTheSourceIsFollowed) {
  const std::vector<std::string> rows = {"2024-05 5 @2024-06-05", "2024-05 7 @2024-08-05",
                                         "2024-06 unchanged @2024-07-05"};
  EXPECT_EQ(answer("stock", rows), "2024-06=7");
  EXPECT_EQ(answer("stock", rows, "2024-07-31"), "2024-06=5") << "as it was known then";
  EXPECT_EQ(answer("stock", rows, "2024-06-30"), "2024-05=5");
}

TEST(SelectionUnchangedTest, TakesARangeAndWordsButNoVerdictOfTheSource) {
  EXPECT_EQ(ask("stock", {"2024-01 4 to=4.5 met by=office", "2024-02 unchanged"}).used,
            "2024-02=4..4.5");
  EXPECT_EQ(ask("stock", {"2024-01 words=surplus", "2024-02 unchanged near by=bureau"}).used,
            "2024-02=!near:bureau:surplus");
  EXPECT_EQ(ask("stock", {"2024-01 4 met by=office", "2024-02 unchanged missed by=bureau"}).used,
            "2024-02=!missed:bureau:4");
  EXPECT_EQ(ask("stock", {"2024-01 4 met by=office", "2024-02 unchanged"}).used, "2024-02=4");
}

TEST(SelectionUnchangedTest, TakesTheStandingAndTheHedgeOfTheSource) {
  EXPECT_EQ(answer("stock", {"2024-05 n/a", "2024-06 unchanged"}), "2024-06=n/a");
  EXPECT_EQ(answer("stock", {"2024-05 withheld", "2024-06 unchanged"}), "2024-06=withheld");
  EXPECT_EQ(answer("stock", {"2024-05 5 over", "2024-06 unchanged"}), "2024-06=over:5");
  EXPECT_EQ(answer("stock", {"2024-05 5 over", "2024-06 unchanged about"}), "2024-06=about:5");
  EXPECT_EQ(answer("share", {"2024-05 45/60", "2024-06 unchanged"}), "2024-06=45/60");
}

TEST(SelectionUnchangedTest, WhatIsUnchangedFromADisagreementIsNoFigure) {
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-03 6", "2024-04 unchanged"}),
            "observations_disagree");
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-03 6", "2024-04 unchanged", "2024-05 unchanged"}),
            "observations_disagree");
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-03 6", "2024-04 unchanged", "2024-05 7"}),
            "2024-05=7");
  // What repeats one side of a disagreement does not end it.
  EXPECT_EQ(answer("stock", {"2024-Q1 5", "2024-03 6", "2024-04 unchanged", "2024-4M 5"}),
            "observations_disagree");
}

TEST(SelectionUnchangedTest, TwoThatTieAreComparedByTheirValues) {
  EXPECT_EQ(answer("stock", {"2024-05 5", "2024-06 unchanged", "2024-Q2 5"}), "2024-Q2=5");
  EXPECT_EQ(answer("stock", {"2024-05 5", "2024-06 unchanged", "2024-Q2 6"}),
            "observations_disagree");
  // Both unchanged, but since different days.
  EXPECT_EQ(answer("stock", {"2024-03 4", "2024-05 5", "2024-06 unchanged", "2024-Q2 unchanged"}),
            "observations_disagree");
}

TEST(SelectionUnchangedTest, WhatIsSetAsideIsShownAsItWasReported) {
  EXPECT_EQ(ask("stock", {"2024-04 5", "2024-05 unchanged", "2024-06 6"}).aside,
            "2024-04=5:earlier_level 2024-05=unchanged:earlier_level");
}

TEST(SelectionUnchangedTest, AnUnchangedReportThatDoesNotCountDoesNoHarm) {
  EXPECT_EQ(answer("stock", {"2024-05 unchanged", "2024-06 6"}), "2024-06=6");
  EXPECT_EQ(answer("output", {"2024-01 unchanged", "2024-Q1 6"}), "2024-Q1=6");
}

}  // namespace
}  // namespace tiendo::selection_unchanged_test
