// The rules by which the reports of a cell become one figure; each has its own test. Reports of
// "unchanged" are in selection_unchanged_test.cpp.

#include "tiendo/facts/selection.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "logs.hpp"

namespace tiendo::selection_test {
namespace {

TEST(SelectionTest, OfNothingThereIsNothing) {
  const Asked asked = ask("output", {});
  EXPECT_EQ(asked.used, "");
  EXPECT_EQ(asked.coverage, "0 months");
  EXPECT_EQ(asked.selection.fault, Errc::none);
}

TEST(SelectionTest, AQuestionAboutNoIndicatorHasAnEmptyAnswer) {
  const ObservationLog log(log_plan());
  EXPECT_TRUE(select(log, Question{}).used.empty());
}

TEST(SelectionTest, IncrementsCountBesideEachOther) {
  const Asked asked = ask("output", {"2024-03 3", "2024-01 1", "2024-02 2"});
  EXPECT_EQ(asked.used, "2024-01=1 2024-02=2 2024-03=3");
  EXPECT_EQ(asked.aside, "");
  EXPECT_EQ(asked.coverage, "3 months 2024-Q1");
}

TEST(SelectionTest, OnlyTheCellAskedForCounts) {
  ObservationLog log =
      log_of({reported("output", "2024-01 1"), reported("stock", "2024-01 2"),
              reported("output", "2024-01 3 project=road"),
              changed(reported("output", "2024-01 4"), [](Observation& o) { o.unit = "ward"; })});
  const auto asked = [&](Index unit, Index project) {
    return used(select(log, {kOutput, unit, project, period("2024"), day("2024-12-31"), {}}));
  };
  EXPECT_EQ(asked(0, kNone), "2024-01=1");
  EXPECT_EQ(asked(0, 0), "2024-01=3");
  EXPECT_EQ(asked(1, kNone), "2024-01=4");
  EXPECT_EQ(asked(1, 1), "");
}

TEST(SelectionTest, WhatWasRecordedAfterKnownOnDoesNotCount) {
  const std::vector<std::string> rows = {"2024-01 1 @2024-02-05", "2024-01 2 @2024-03-05"};
  EXPECT_EQ(ask("output", rows, "2024-12-31", "2024-02-04").used, "");
  EXPECT_EQ(ask("output", rows, "2024-12-31", "2024-02-04").aside,
            "2024-01=1:recorded_later 2024-01=2:recorded_later");
  EXPECT_EQ(ask("output", rows, "2024-12-31", "2024-02-05").used, "2024-01=1");
  EXPECT_EQ(ask("output", rows, "2024-12-31", "2024-03-04").used, "2024-01=1");
  EXPECT_EQ(ask("output", rows, "2024-12-31", "2024-03-05").used, "2024-01=2");
  EXPECT_EQ(ask("output", rows).used, "2024-01=2") << "without a day everything is known";
}

TEST(SelectionTest, APeriodCountsWhenItsLastDayIsOver) {
  const std::vector<std::string> rows = {"2024-01 1 @2024-01-10", "2024-02 2 @2024-01-10"};
  EXPECT_EQ(ask("output", rows, "2024-02-28").used, "2024-01=1");
  EXPECT_EQ(ask("output", rows, "2024-02-28").aside, "2024-02=2:not_over");
  EXPECT_EQ(ask("output", rows, "2024-02-29").used, "2024-01=1 2024-02=2");
  EXPECT_EQ(ask("stock", rows, "2024-02-28").used, "2024-01=1");
  EXPECT_EQ(ask("stock", rows, "2024-02-29").used, "2024-02=2");
}

TEST(SelectionTest, OnlyReportsOfTheWindowCount) {
  const Asked sums = ask(
      "output", {"2023-12 1", "2024-01 2", "2025-01 3", "2023-12-31/2024-02-01 4", "2021/2025 5"},
      "2025-12-31");
  EXPECT_EQ(sums.used, "2024-01=2");
  EXPECT_EQ(sums.aside,
            "2021/2025=5:outside_window 2023-12=1:outside_window "
            "2023-12-31/2024-02-01=4:outside_window 2025-01=3:outside_window");
  // A level is of the window if its day is.
  const Asked levels =
      ask("stock", {"2023 1", "2023-07-01/2024-07-01 2", "2024-07-01/2025-07-01 3"}, "2025-12-31");
  EXPECT_EQ(levels.used, "2023-07-01/2024-07-01=2");
  EXPECT_EQ(levels.aside, "2023=1:outside_window 2024-07-01/2025-07-01=3:outside_window");
}

TEST(SelectionTest, TheLatestRecordedCounts) {
  const Asked asked = ask("output", {"2024-01 2 @2024-03-01 estimate", "2024-01 1 @2024-02-01 r9"});
  EXPECT_EQ(asked.used, "2024-01=2");
  EXPECT_EQ(asked.aside, "2024-01=1:corrected");
  EXPECT_EQ(asked.selection.set_aside[0].in_favour_of, 0U);
}

TEST(SelectionTest, OfTheFirstEditionTheEarliestRecordedCounts) {
  const auto first = [](const std::vector<std::string>& texts, std::string_view known_on = {}) {
    return ask("output", texts, "2024-12-31", known_on, "2024", Edition::first);
  };
  const auto both = first({"2024-06 5 @2024-07-02", "2024-06 7 @2024-08-02"});
  EXPECT_EQ(both.used, "2024-06=5");
  EXPECT_EQ(both.aside, "2024-06=7:published_later");
  // Of those of the first day, status and revision decide as ever; of each period by itself.
  const auto tied = first({"2024-06 5 estimate r1 @2024-07-02", "2024-06 6 @2024-07-02",
                           "2024-06 8 r1 @2024-07-02", "2024-06 9 @2024-07-03", "2024-05 1",
                           "2024-05 2 @2024-06-30"});
  EXPECT_EQ(tied.used, "2024-05=1 2024-06=8");
  EXPECT_EQ(tied.aside,
            "2024-05=2:published_later 2024-06=5:less_final 2024-06=6:lower_revision "
            "2024-06=9:published_later");
  // What was unchanged then is what the period before was then.
  EXPECT_EQ(first({"2024-05 1 @2024-06-01", "2024-05 2 @2024-09-01", "2024-06 unchanged"}).used,
            "2024-05=1 2024-06=1");
  EXPECT_EQ(first({"2024-06 5 @2024-07-02"}, "2024-07-01").used, "");
}

TEST(SelectionTest, OfOneDayTheMostFinalStatusCounts) {
  const Asked asked =
      ask("output", {"2024-01 1 estimate r5", "2024-01 3 official r0", "2024-01 2 preliminary r9"});
  EXPECT_EQ(asked.used, "2024-01=3");
  EXPECT_EQ(asked.aside, "2024-01=1:less_final 2024-01=2:less_final");
}

TEST(SelectionTest, OfOneStatusTheHighestRevisionCounts) {
  const Asked asked = ask("output", {"2024-01 1 r1", "2024-01 3 r10", "2024-01 2 r2"});
  EXPECT_EQ(asked.used, "2024-01=3");
  EXPECT_EQ(asked.aside, "2024-01=1:lower_revision 2024-01=2:lower_revision");
}

TEST(SelectionTest, WhatIsRepeatedCountsOnce) {
  const Asked asked = ask("output", {"2024-01 5", "2024-01 5.0", "2024-01 5"});
  EXPECT_EQ(asked.used, "2024-01=5");
  EXPECT_EQ(asked.aside, "2024-01=5:repeated 2024-01=5.0:repeated");
  EXPECT_EQ(asked.selection.fault, Errc::none);
}

TEST(SelectionTest, OfRepeatedReportsTheOneWithoutAHedgeCounts) {
  EXPECT_EQ(ask("output", {"2024-01 5 about", "2024-01 5"}).used, "2024-01=5");
  EXPECT_EQ(ask("output", {"2024-01 5", "2024-01 5 about"}).used, "2024-01=5");
}

TEST(SelectionTest, LevelsOfOneDayCompeteWhateverTheirPeriodsAreCalled) {
  const Asked asked =
      ask("stock", {"2024-Q2 1 @2024-07-05", "2024-06 2 @2024-07-06", "2024-H1 3 @2024-07-04"});
  EXPECT_EQ(asked.used, "2024-06=2");
  EXPECT_EQ(asked.aside, "2024-H1=3:corrected 2024-Q2=1:corrected");
}

TEST(SelectionTest, LevelsOfOneDayThatTieMustAgree) {
  EXPECT_EQ(ask("stock", {"2024-Q2 5", "2024-06 5.0"}).selection.fault, Errc::none);
  const Asked asked = ask("stock", {"2024-Q2 5", "2024-06 6"});
  EXPECT_EQ(asked.selection.fault, Errc::observations_disagree);
  EXPECT_EQ(ask("stock", {"2024-Q2 5", "2024-06 n/a"}).selection.fault,
            Errc::observations_disagree);
  EXPECT_EQ(ask("share", {"2024-Q2 1/2", "2024-06 2/4"}).selection.fault,
            Errc::observations_disagree)
      << "parts agree only as parts";
}

TEST(SelectionTest, ADisagreementThatDoesNotCountDoesNoHarm) {
  const Asked later = ask("stock", {"2024-Q1 5", "2024-03 6", "2024-12 7"});
  EXPECT_EQ(later.selection.fault, Errc::none);
  EXPECT_EQ(later.used, "2024-12=7");
  const Asked corrected = ask("stock", {"2024-Q1 5", "2024-03 6", "2024-03 7 r1"});
  EXPECT_EQ(corrected.selection.fault, Errc::none);
  EXPECT_EQ(corrected.used, "2024-03=7");
  const Asked covered = ask("output", {"2024-01 5", "2024-01 to_date 6", "2024-02 to_date 9"});
  EXPECT_EQ(covered.selection.fault, Errc::none);
  EXPECT_EQ(covered.used, "2024-02=9");
}

TEST(SelectionTest, ATotalAndAnIncrementOfTheSameDaysMustAgree) {
  EXPECT_EQ(ask("output", {"2024-01 5", "2024-01 to_date 5"}).used, "2024-01=5");
  EXPECT_EQ(ask("output", {"2024-01 5", "2024-01 to_date 6"}).selection.fault,
            Errc::observations_disagree);
  // The half-year as an increment and the total to June are one and the same.
  const Asked asked = ask("output", {"2024-H1 5 @2024-07-01", "2024-06 to_date 6 @2024-07-02"});
  EXPECT_EQ(asked.used, "2024-06=6");
  EXPECT_EQ(asked.aside, "2024-H1=5:corrected");
}

TEST(SelectionTest, ARunningTotalReplacesEverythingBeforeItsEnd) {
  const Asked asked = ask("output", {"2024-01 1", "2024-02 2", "2024-02 to_date 4", "2024-03 3",
                                     "2024-05 to_date 10", "2024-06 6"});
  EXPECT_EQ(asked.used, "2024-05=10 2024-06=6");
  EXPECT_EQ(asked.aside, "2024-01=1:covered 2024-02=2:covered 2024-02=4:covered 2024-03=3:covered");
  EXPECT_EQ(asked.coverage, "6 months 2024-H1");
  EXPECT_EQ(asked.selection.set_aside[0].in_favour_of, 4U);
}

TEST(SelectionTest, ARunningTotalCountsFromTheStartOfThePlan) {
  // "To March" starts in January: it says nothing of March alone.
  EXPECT_EQ(ask("output", {"2024-03 to_date 5"}, "2024-12-31", "", "2024-H1").coverage,
            "3 months 2024-Q1");
  EXPECT_EQ(ask("output", {"2024-03 to_date 5"}, "2024-12-31", "", "2024-03").coverage, "0 months");
  EXPECT_EQ(ask("output", {"2024-03 to_date 5"}, "2024-12-31", "", "2024-03").aside,
            "2024-03=5:outside_window");
  // The year before has its own running totals, longer windows that start elsewhere have none.
  EXPECT_EQ(ask("output", {"2023-03 to_date 5"}, "2024-12-31", "", "2023").used, "2023-03=5");
  EXPECT_EQ(ask("output", {"2024-03 to_date 5"}, "2024-12-31", "", "2021/2025").used, "");
}

TEST(SelectionTest, ARunningTotalGoesOnThroughThirteenMonths) {
  const std::string_view investment = "2024-01-01/2025-02-01";
  const auto ask_all = [](std::initializer_list<std::string> rows, std::string_view window) {
    return ask("output", rows, "2026-12-31", "", window);
  };
  const Asked whole = ask_all({"2024 to_date 5", "2025-01 to_date 7"}, investment);
  EXPECT_EQ(whole.used, "2025-01=7");
  EXPECT_EQ(whole.coverage, "13 months 2024-01-01/2025-02-01");
  // Of the year before only what is of that year, or says that it starts with it: in January the
  // totals of two years run beside each other.
  const std::string_view before = "2023-01-01/2024-02-01";
  EXPECT_EQ(ask_all({"2023 to_date 4", "2024-01 to_date 1"}, before).used, "2023=4");
  EXPECT_EQ(ask_all({"2023-01-01/2024-02-01 to_date 6", "2024-01 to_date 1"}, before).used,
            "2023-01-01/2024-02-01=6");
  // Two whole plans: the second has totals of its own.
  EXPECT_EQ(ask_all({"2024 to_date 5", "2025-06 to_date 7"}, "2024/2025").used, "2024=5");
  EXPECT_EQ(ask_all({"2024-01-01/2025-07-01 to_date 8"}, "2024/2025").used,
            "2024-01-01/2025-07-01=8");
}

TEST(SelectionTest, MonthsAreCountedFromTheFirstDayOfTheWindow) {
  const std::string_view year = "2023-12-15/2024-12-15";
  EXPECT_EQ(
      ask("output", {"2023-12-15/2024-01-15 5", "2024-01-15/2024-03-15 6"}, "2024-12-31", "", year)
          .coverage,
      "3 months 2023-12-15/2024-03-15");
  EXPECT_EQ(
      ask("output", {"2023-12-15/2024-01-15 5", "2024-02 6"}, "2024-12-31", "", year).coverage,
      "60 days 2023-12-15/2024-01-15 2024-02");
}

TEST(SelectionTest, TheLongerReportReplacesThoseInsideIt) {
  const Asked asked = ask("output", {"2024-01 1", "2024-03 3 @2024-12-01", "2024-Q1 5", "2024-H1 9",
                                     "2024-07 2", "2024-Q4 4", "2024-12 8"});
  EXPECT_EQ(asked.used, "2024-H1=9 2024-07=2 2024-Q4=4");
  EXPECT_EQ(asked.aside, "2024-01=1:covered 2024-Q1=5:covered 2024-03=3:covered 2024-12=8:covered");
  EXPECT_EQ(asked.selection.fault, Errc::none);
}

TEST(SelectionTest, PartialOverlapIsAFault) {
  const Asked asked = ask("output", {"2024-Q1 3", "2024-03-15/2024-04-15 1", "2024-05 2"});
  EXPECT_EQ(asked.selection.fault, Errc::periods_overlap);
  EXPECT_EQ(asked.used, "2024-Q1=3 2024-03-15/2024-04-15=1 2024-05=2");
  EXPECT_EQ(ask("output", {"2024-03 to_date 3", "2024-02-15/2024-04-01 1"}).selection.fault,
            Errc::none);
  EXPECT_EQ(ask("output", {"2024-03 to_date 3", "2024-02-15/2024-04-02 1"}).selection.fault,
            Errc::periods_overlap);
  EXPECT_EQ(ask("output", {"2024-Q1 3", "2024-Q2 1"}).selection.fault, Errc::none);
}

TEST(SelectionTest, AnOverlapInsideALongerReportIsNone) {
  const Asked asked =
      ask("output", {"2024-01-01/2024-02-15 1", "2024-02-01/2024-03-15 2", "2024-Q1 4"});
  EXPECT_EQ(asked.selection.fault, Errc::none);
  EXPECT_EQ(asked.used, "2024-Q1=4");
}

TEST(SelectionTest, TheLatestLevelCounts) {
  const Asked asked = ask("stock", {"2024-01 1", "2024-H1 6 @2024-07-01", "2024-05 5 @2024-12-01"});
  EXPECT_EQ(asked.used, "2024-H1=6");
  EXPECT_EQ(asked.aside, "2024-01=1:earlier_level 2024-05=5:earlier_level");
  EXPECT_EQ(asked.coverage, "6 months 2024-H1");
  EXPECT_EQ(asked.selection.set_aside[1].in_favour_of, 1U);
}

TEST(SelectionTest, WhatIsNotApplicableOrWithheldTakesItsPlaceLikeAValue) {
  const Asked sums = ask("output", {"2024-01 n/a", "2024-02 withheld", "2024-03 3"});
  EXPECT_EQ(sums.used, "2024-01=n/a 2024-02=withheld 2024-03=3");
  EXPECT_EQ(sums.coverage, "3 months 2024-Q1");
  EXPECT_EQ(ask("stock", {"2024-01 1", "2024-02 withheld"}).used, "2024-02=withheld");
  EXPECT_EQ(ask("output", {"2024-01 1", "2024-01 n/a @2024-05-01"}).used, "2024-01=n/a");
  EXPECT_EQ(ask("output", {"2024-01 n/a", "2024-01 1 @2024-05-01"}).used, "2024-01=1");
}

TEST(SelectionTest, EarlierStagesOfTheWorkDoNotCount) {
  const ObservationLog log = log_of({reported("output", "2024-01 3 project=road stage=measured"),
                                     reported("output", "2024-02 2 project=road stage=approved"),
                                     reported("output", "2024-02 1 project=road stage=paid"),
                                     reported("output", "2024-03 1 project=road")});
  const Selection selection =
      select(log, {kOutput, 0, 0, period("2024"), day("2024-12-31"), day("2024-01-01")});
  EXPECT_EQ(aside(selection),
            "2024-01=3:earlier_stage 2024-02=1:recorded_later 2024-02=2:earlier_stage "
            "2024-03=1:recorded_later")
      << "whatever is known";
  EXPECT_EQ(used(select(log, {kOutput, 0, 0, period("2024"), day("2024-12-31"), {}})),
            "2024-02=1 2024-03=1");
}

TEST(SelectionTest, CoverageIsInMonthsWhenEveryStretchIs) {
  const struct {
    std::vector<std::string> rows;
    const char* window;
    const char* coverage;
  } cases[] = {
      {{"2024-02 1", "2024-05 1"}, "2024", "2 months 2024-02 2024-05"},
      {{"2024-Q1 1", "2024-Q2 1", "2024-12 1"}, "2024", "7 months 2024-H1 2024-12"},
      {{"2024 1"}, "2024", "12 months 2024"},
      {{"2024-01-01/2024-01-16 1", "2024-01-16/2024-02-01 1"}, "2024", "1 months 2024-01"},
      {{"2024-01-01/2024-01-16 1", "2024-02 1"}, "2024", "44 days 2024-01-01/2024-01-16 2024-02"},
      {{"2024-01 1"}, "2023-12-15/2024-12-15", "31 days 2024-01"},
      {{"2021 1", "2023/2025 1"}, "2021/2025", "48 months 2021 2023/2025"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(ask("output", c.rows, "2025-12-31", "", c.window).coverage, c.coverage);
  }
}

TEST(SelectionTest, ALevelCoversTheWindowUpToItsDay) {
  EXPECT_EQ(ask("stock", {"2024-05 1"}).coverage, "5 months 2024-5M");
  EXPECT_EQ(ask("stock", {"2024-05-14/2024-05-16 1"}).coverage, "136 days 2024-01-01/2024-05-16");
}

TEST(SelectionTest, RatesKeepTheirParts) {
  const Asked asked = ask("rate", {"2024-01 45/60", "2024-02 1/3", "2024-02 to_date 46/63"});
  EXPECT_EQ(asked.used, "2024-02=46/63");
  EXPECT_EQ(ask("share", {"2024-01 45/60", "2024-02 1/3"}).used, "2024-02=1/3");
}

TEST(SelectionTest, TheOrderOfTheRowsPlaysNoPart) {
  std::vector<std::string> rows = {
      "2024-01 1",         "2024-01 1.0 about",     "2024-02 2 estimate",
      "2024-02 to_date 3", "2024-H1 9 @2024-07-01", "2024-01 1"};
  std::sort(rows.begin(), rows.end());
  const Asked first = ask("output", rows, "2024-05-31");
  do {
    const Asked asked = ask("output", rows, "2024-05-31");
    ASSERT_EQ(asked.used, first.used);
    ASSERT_EQ(asked.aside, first.aside);
  } while (std::next_permutation(rows.begin(), rows.end()));
}

TEST(SelectionTest, TheOrderOfTheRowsPlaysNoPartWhereTheyDisagreeEither) {
  const Asked first = ask("stock", {"2024-Q2 5", "2024-06 6", "2024-H1 5 about"});
  const Asked second = ask("stock", {"2024-H1 5 about", "2024-06 6", "2024-Q2 5"});
  EXPECT_EQ(first.used, second.used);
  EXPECT_EQ(first.aside, second.aside);
  EXPECT_EQ(first.selection.fault, Errc::observations_disagree);
  EXPECT_EQ(second.selection.fault, Errc::observations_disagree);
}

TEST(SelectionTest, OfSeveralFaultsTheFirstOfTheListIsNamed) {
  const std::vector<std::string> overlapping = {"2024-Q1 1", "2024-03-15/2024-05-01 2"};
  std::vector<std::string> rows = overlapping;
  rows.push_back("2024-07 unchanged");
  EXPECT_EQ(ask("output", rows).selection.fault, Errc::periods_overlap);
  rows = overlapping;
  rows.push_back("2024-03 to_date 7");
  EXPECT_EQ(ask("output", rows).selection.fault, Errc::observations_disagree);
}

TEST(SelectionTest, TheLastDayOfTheCalendarIsADayLikeAnyOther) {
  EXPECT_EQ(ask("stock", {"9999-11M 1"}, "9999-12-31", "", "9999-11M").used, "9999-11M=1");
  EXPECT_EQ(ask("stock", {"1400 unchanged"}, "9999-12-31", "", "1400").selection.fault,
            Errc::unchanged_from_nothing);
  EXPECT_EQ(ask("output", {"1400 unchanged"}, "9999-12-31", "", "1400").selection.fault,
            Errc::unchanged_from_nothing);
}

}  // namespace
}  // namespace tiendo::selection_test
