// What has been reached, out of the reports of a unit, of its projects or of the units below it.

#include "engine/actual.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::actual_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;
constexpr auto kRatio = IndicatorKind::ratio;

// The value to date of the only indicator, with its coverage: "30 6/6 months".
std::string to_date(Book& book, std::string_view as_of) {
  const ReportRow row = book.row(as_of);
  return shown(row.actual) + ' ' + shown(row.coverage);
}

TEST(ActualTest, AFlowAddsUpAndALevelIsItsLatest) {
  const auto reached = [](IndicatorKind kind, std::string_view as_of) {
    Book book;
    book.add_indicator("x", kind);
    book.add_report("x", "2024-Q1", "5");
    book.add_report("x", "2024-Q2", "7");
    book.add_report("x", "2024-Q4", "-1");
    return to_date(book, as_of);
  };
  EXPECT_EQ(reached(kFlow, "2024-03-30"), "no_data 0/2 months");
  EXPECT_EQ(reached(kFlow, "2024-03-31"), "5 3/3 months");
  EXPECT_EQ(reached(kFlow, "2024-06-30"), "12 6/6 months");
  EXPECT_EQ(reached(kFlow, "2024-09-15"), "12 6/8 months");
  EXPECT_EQ(reached(kFlow, "2024-12-31"), "11 9/12 months");
  EXPECT_EQ(reached(kLevel, "2024-06-30"), "7 6/6 months");
  EXPECT_EQ(reached(kLevel, "2024-12-31"), "-1 12/12 months");
  EXPECT_EQ(reached(kLevel, "2025-12-31"), "-1 12/12 months");
}

TEST(ActualTest, CoverageIsInDaysWhereAReportIsNotWholeMonths) {
  Book book;
  book.head.period = period("2024-01-15/2024-02-15");
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-01-15/2024-01-25", "5");
  EXPECT_EQ(to_date(book, "2024-01-14"), "no_data 0/0 months");
  EXPECT_EQ(to_date(book, "2024-01-24"), "5 10/10 days");
  EXPECT_EQ(to_date(book, "2024-03-31"), "5 10/31 days");
}

TEST(ActualTest, ARatioIsTheSumOfItsPartsAndNeverAMeanOfRatios) {
  Book book;
  book.add_indicator("x", kRatio, "percent");
  book.add_report("x", "2024-Q1", "1/10");
  book.add_report("x", "2024-Q2", "81/90");
  EXPECT_EQ(to_date(book, "2024-03-31"), "10 3/3 months");
  EXPECT_EQ(to_date(book, "2024-06-30"), "82 6/6 months");  // the mean would be 50
}

TEST(ActualTest, ARatioOfLevelsIsThatOfTheLatestParts) {
  Book book;
  book.add_indicator("x", kRatio, "per-mille").parts = TimeRule::last;
  book.add_report("x", "2024-Q1", "1/10");
  book.add_report("x", "2024-Q2", "45/60");
  EXPECT_EQ(to_date(book, "2024-06-30"), "750 6/6 months");
}

TEST(ActualTest, PartsThatCancelOutHaveNoRatio) {
  Book book;
  book.add_indicator("x", kRatio, "percent");
  book.add_report("x", "2024-Q1", "1/10");
  book.add_report("x", "2024-Q2", "1/-10");
  EXPECT_EQ(to_date(book, "2024-06-30"), "denominator_zero 6/6 months");
}

TEST(ActualTest, AGrowthIsOverTheSizeOfItsBase) {
  for (const auto& [before, now, growth] :
       {std::tuple{"80", "100", "25"}, {"-100", "-50", "50"}, {"-50", "-100", "-100"}}) {
    Book book;
    book.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
    book.add_indicator("output", kFlow);
    book.add_report("output", "2023", before);
    book.add_report("output", "2024", now);
    EXPECT_EQ(to_date(book, "2024-12-31"), std::string(growth) + " 12/12 months");
  }
}

TEST(ActualTest, ARatioOfNothingIsUndefinedByItselfAndAddsNothingToOthers) {
  for (const char* nothing : {"0/0", "0/0.00", "3/0"}) {
    Book book;
    book.add_indicator("x", kRatio, "percent");
    book.add_target("x", at_least("50"));
    book.add_report("x", "2024", nothing);
    const ReportRow row = book.row("2024-12-31");
    EXPECT_EQ(shown_state(row), "undefined denominator_zero") << nothing;
    EXPECT_EQ(shown(row.actual), "denominator_zero");
    EXPECT_EQ(shown(row.coverage), "12/12 months");
    EXPECT_EQ(shown_verdict(row), "denominator_zero");
  }
  Book wards;
  wards.add_indicator("x", kRatio, "percent");
  wards.add_unit("a");
  wards.add_unit("b");
  wards.add_unit_report("a", "x", "2024", "0/0");
  wards.add_unit_report("b", "x", "2024", "3/4");
  EXPECT_EQ(to_date(wards, "2024-12-31"), "75 2/2 units");
  Book quarters;
  quarters.add_indicator("x", kRatio, "percent");
  quarters.add_report("x", "2024-Q1", "0/0");
  quarters.add_report("x", "2024-Q2", "3/4");
  quarters.add_report("x", "2023-H1", "0/0");
  EXPECT_EQ(to_date(quarters, "2024-06-30"), "75 6/6 months");
  EXPECT_EQ(shown(quarters.row("2024-06-30").same_period), "denominator_zero");
}

struct Tree {
  explicit Tree(IndicatorKind kind, std::string measure = "ty-dong") {
    for (const char* ward : {"a", "b", "c"}) wards.push_back(&book.add_unit(ward));
    indicator = &book.add_indicator("x", kind, std::move(measure));
  }
  Book book;
  std::vector<ResponsibleUnit*> wards;
  Indicator* indicator;
};

TEST(ActualTest, AUnitThatDoesNotReportIsTheSumOfThoseBelowIt) {
  Tree tree(kFlow);
  tree.book.add_unit_report("a", "x", "2024-H1", "10.5");
  tree.book.add_unit_report("b", "x", "2024-H1", "4");
  EXPECT_EQ(to_date(tree.book, "2024-06-30"), "29/2 2/3 units");
}

TEST(ActualTest, AUnitIsCountedOnlyWhenItHasReportedAllThatIsDue) {
  Tree tree(kFlow);
  for (const char* ward : {"a", "b", "c"}) {
    tree.book.add_unit_report(ward, "x", "2024-Q1", "10");
  }
  tree.book.add_unit_report("b", "x", "2024-Q2", "1");
  EXPECT_EQ(to_date(tree.book, "2024-03-31"), "30 3/3 units");
  EXPECT_EQ(to_date(tree.book, "2024-06-30"), "31 1/3 units");
}

TEST(ActualTest, AUnitsOwnReportWinsOverTheSumOfThoseBelow) {
  Tree tree(kFlow);
  for (const char* ward : {"a", "b", "c"}) {
    tree.book.add_unit_report(ward, "x", "2024", "10");
  }
  tree.book.add_report("x", "2024", "31");
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "31 12/12 months");
}

TEST(ActualTest, TheSumGoesDownTheWholeTree) {
  Tree tree(kFlow);
  tree.book.add_unit("a1", "a");
  tree.book.add_unit("a2", "a");
  for (const char* unit : {"a1", "a2", "b", "c"}) {
    tree.book.add_unit_report(unit, "x", "2024", "1");
  }
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "4 3/3 units");
}

TEST(ActualTest, TheRatioOfAWholeIsMadeOfThePartsOfItsUnits) {
  Tree tree(kRatio, "percent");
  tree.book.add_unit_report("a", "x", "2024", "1/10");
  tree.book.add_unit_report("b", "x", "2024", "45/50");
  tree.book.add_unit_report("c", "x", "2024", "35/40");
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "81 3/3 units");  // the mean would be 62.5
}

TEST(ActualTest, WhatDoesNotAddUpOverUnitsHasNoSum) {
  for (const IndicatorKind kind : {kLevel, IndicatorKind::share}) {
    Tree tree(kind, "percent");
    tree.book.add_unit_report("a", "x", "2024", "80");
    tree.book.add_unit_report("b", "x", "2024", "90");
    EXPECT_EQ(to_date(tree.book, "2024-12-31"), "not_additive 2/3 units");
    EXPECT_EQ(shown_state(tree.book.row("2024-12-31")), "undefined not_additive");
  }
  Tree none(kLevel);
  EXPECT_EQ(to_date(none.book, "2024-12-31"), "no_data 0/12 months");
}

TEST(ActualTest, LevelsAddUpWhereTheIndicatorSaysSo) {
  Tree tree(IndicatorKind::count, "person");
  tree.book.add_unit_report("a", "x", "2023", "70");
  tree.book.add_unit_report("a", "x", "2024-H1", "80");
  tree.book.add_unit_report("b", "x", "2024", "90");
  tree.book.add_unit_report("c", "x", "2024", "1");
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "171 2/3 units");
}

TEST(ActualTest, AUnitThatDoesNotExistInThePeriodIsNotWaitedFor) {
  Tree tree(kFlow);
  tree.wards[0]->until = day("2024-01-01");
  tree.wards[1]->from = day("2025-01-01");
  tree.book.add_unit("d").until = day("2024-01-02");
  tree.book.add_unit("e").from = day("2024-12-31");
  for (const char* ward : {"a", "b", "c", "d", "e"}) {
    tree.book.add_unit_report(ward, "x", "2024", "4");
  }
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "12 3/3 units");
}

TEST(ActualTest, UnitsThatReportDifferentStretchesOfTimeHaveNoCommonLastDay) {
  Tree tree(kFlow);
  tree.book.add_unit_report("a", "x", "2024-H1", "10");
  tree.book.add_unit_report("b", "x", "2024-Q1", "10");
  tree.book.add_unit_report("b", "x", "2023-Q1", "10");
  const ReportRow row = tree.book.row("2024-06-30");
  EXPECT_EQ(shown(row.actual), "20");
  EXPECT_EQ(row.reported_to, std::nullopt);
  EXPECT_EQ(row.same_period.reason, Errc::no_base);
}

TEST(ActualTest, NotApplicableIsNotWaitedForAndWithheldHidesTheSum) {
  Tree tree(kFlow);
  tree.book.add_unit_report("a", "x", "2024", "10");
  tree.book.add_unit_report("b", "x", "2024", "n/a");
  tree.book.add_unit_report("c", "x", "2024", "4");
  EXPECT_EQ(to_date(tree.book, "2024-12-31"), "14 2/2 units");

  Tree hidden(kFlow);
  hidden.book.add_unit_report("a", "x", "2024", "10");
  hidden.book.add_unit_report("b", "x", "2024", "withheld");
  EXPECT_EQ(to_date(hidden.book, "2024-12-31"), "withheld 1/3 units");

  Tree nothing(kFlow);
  for (const char* ward : {"a", "b", "c"}) {
    nothing.book.add_unit_report(ward, "x", "2024", "n/a");
  }
  EXPECT_EQ(to_date(nothing.book, "2024-12-31"), "not_applicable 0/0 units");
}

TEST(ActualTest, OneWithheldMonthHidesTheTotalAndOneNotApplicableDoesNot) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-Q1", "10");
  book.add_report("x", "2024-Q2", "n/a");
  book.add_report("x", "2024-Q3", "withheld");
  EXPECT_EQ(to_date(book, "2024-06-30"), "10 6/6 months");
  EXPECT_EQ(to_date(book, "2024-09-30"), "withheld 9/9 months");
}

TEST(ActualTest, FaultsOfTheReportsAreTheReasonForNoFigure) {
  Book overlapping;
  overlapping.add_indicator("x", kFlow);
  overlapping.add_report("x", "2024-9M", "10");
  overlapping.add_report("x", "2024-H2", "4");
  EXPECT_EQ(to_date(overlapping, "2024-12-31"), "periods_overlap 12/12 months");
  EXPECT_EQ(shown_state(overlapping.row("2024-12-31")), "undefined periods_overlap");

  Book unchanged;
  unchanged.add_indicator("x", kLevel);
  unchanged.add_report("x", "2024", "unchanged");
  EXPECT_EQ(to_date(unchanged, "2024-12-31"), "unchanged_from_nothing 12/12 months");
}

// ---- How sure -----------------------------------------------------------------------------------

TEST(ActualTest, AFigureIsAsFinalAsItsLeastFinalReport) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-Q1", "1");
  book.add_report("x", "2024-Q2", "1").status = Status::preliminary;
  book.add_report("x", "2024-Q3", "1").status = Status::estimate;
  book.add_report("x", "2024-Q4", "n/a").status = Status::estimate;
  EXPECT_EQ(book.row("2024-01-31").status, std::nullopt);
  EXPECT_EQ(book.row("2024-03-31").status, Status::official);
  EXPECT_EQ(book.row("2024-06-30").status, Status::preliminary);
  EXPECT_EQ(book.row("2024-12-31").status, Status::estimate);
}

TEST(ActualTest, ASumOfBoundsOfOneSideIsABoundAndAnyOtherIsAbout) {
  using enum Qualifier;
  for (const auto& [one, other, both] : {std::tuple{over, exact, over},
                                         {over, over, over},
                                         {exact, under, under},
                                         {under, under, under},
                                         {over, under, about},
                                         {over, about, about},
                                         {exact, about, about},
                                         {exact, exact, exact}}) {
    for (const bool turned : {false, true}) {
      Book book;
      book.add_indicator("x", kFlow);
      book.add_report("x", "2024-Q1", "1").qualifier = turned ? other : one;
      book.add_report("x", "2024-Q2", "1").qualifier = turned ? one : other;
      EXPECT_EQ(book.row("2024-03-31").qualifier, turned ? other : one);
      EXPECT_EQ(book.row("2024-06-30").qualifier, both) << name_of(one) << ' ' << name_of(other);
    }
  }

  Tree tree(kFlow);
  tree.book.add_unit_report("a", "x", "2024", "1");
  tree.book.add_unit_report("b", "x", "2024", "1");
  EXPECT_EQ(tree.book.row("2024-12-31").qualifier, Qualifier::exact);
}

TEST(ActualTest, WhatTheReportsCoverEndsWithTheLastDayOfTheLast) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-Q1", "1");
  book.add_report("x", "2024-05", "1");
  EXPECT_EQ(book.row("2024-02-01").reported_to, std::nullopt);
  EXPECT_EQ(book.row("2024-04-30").reported_to, day("2024-03-31"));
  EXPECT_EQ(book.row("2024-12-31").reported_to, day("2024-05-31"));
}

}  // namespace
}  // namespace tiendo::actual_test
