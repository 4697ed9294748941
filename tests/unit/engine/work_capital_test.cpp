// Capital by pot: paid over planned, until its last day.

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_capital_test {
namespace {

WorkBook capital_book(std::string_view until = "2025-01-31") {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 3;
  book.add_indicator("carried", IndicatorKind::flow, "ty-dong");
  Project& road = book.add_project("road");
  road.capital = {pot("year", "paid", "200", until),
                  pot("carry-over", "carried", "50", "2024-06-30")};
  return book;
}

TEST(WorkCapitalTest, TheRateIsPaidOverPlannedPotByPotAndTheTotalStandsApart) {
  WorkBook book = capital_book();
  book.add_project_report("road", "paid", "2024-H1", "30.5");
  book.add_project_report("road", "carried", "2024-H1", "50");
  const WorkRow year = book.work_row("2024-06-30", WorkKind::pot, "year");
  EXPECT_EQ(shown(year.planned) + ' ' + shown(year.reached), "200 61/2");
  EXPECT_EQ(shown(year.rate), "61/4");
  EXPECT_EQ(shown(year.remaining), "339/2");
  EXPECT_EQ(shown_standing(year), "open");
  EXPECT_EQ(shown(year.coverage), "6/6 months");
  const WorkRow carried = book.work_row("2024-06-30", WorkKind::pot, "carry-over");
  EXPECT_EQ(shown(carried.rate), "100");
  EXPECT_EQ(shown_standing(carried), "done_in_time");
  const WorkRow both = book.work_row("2024-06-30", WorkKind::capital);
  EXPECT_EQ(shown(both.planned) + ' ' + shown(both.reached) + ' ' + shown(both.rate),
            "250 161/2 161/5");
  EXPECT_EQ(shown(both.remaining), "339/2");
  EXPECT_EQ(shown(both.coverage), "2/2 pots");
  EXPECT_EQ(both.reason, Errc::none);
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::pot_total, "year").rate), "61/4");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::capital_total).rate), "161/5");
}

TEST(WorkCapitalTest, AfterItsLastDayWhatIsNotFullyPaidIsOverdue) {
  WorkBook book = capital_book();
  book.add_project_report("road", "paid", "2024", "199.999");
  EXPECT_EQ(shown_standing(book.work_row("2025-01-31", WorkKind::pot, "year")), "open");
  EXPECT_EQ(shown_standing(book.work_row("2025-02-01", WorkKind::pot, "year")), "overdue 1d 0m");
  EXPECT_EQ(shown_standing(book.work_row("2025-02-01", WorkKind::pot, "carry-over")),
            "none no_data")
      << "nothing is known of it";
  EXPECT_EQ(shown(book.work_row("2025-02-01", WorkKind::capital).counts),
            "2 (1 known): 0 open, 0 done (0 in time, 0 late), 1 overdue (0 beyond), 0 cancelled; 2 "
            "due, 0 in time");
}

TEST(WorkCapitalTest, ThirteenMonthsOfPaymentsAreReadAlsoFromRunningTotals) {
  WorkBook increments = capital_book();
  increments.add_project_report("road", "paid", "2024", "150");
  increments.add_project_report("road", "paid", "2025-01", "50");
  EXPECT_EQ(shown(increments.work_row("2024-12-31", WorkKind::pot, "year").reached), "150");
  const WorkRow paid = increments.work_row("2025-01-31", WorkKind::pot, "year");
  EXPECT_EQ(shown(paid.reached) + ' ' + shown(paid.coverage), "200 13/13 months");
  EXPECT_EQ(shown_standing(paid), "done_in_time");

  WorkBook totals = capital_book();
  totals.add_project_report("road", "paid", "2024-12", "150").form = Form::to_date;
  totals.add_project_report("road", "paid", "2025-01", "201").form = Form::to_date;
  EXPECT_EQ(shown(totals.work_row("2024-12-31", WorkKind::pot, "year").reached), "150");
  EXPECT_EQ(shown(totals.work_row("2025-01-31", WorkKind::pot, "year").rate), "201/2");

  WorkBook until_june = capital_book("2024-06-30");
  until_june.add_project_report("road", "paid", "2024", "200");
  until_june.add_project_report("road", "paid", "2025-01", "1");
  EXPECT_EQ(shown(until_june.work_row("2025-01-31", WorkKind::pot, "year").reached), "200")
      << "a shorter pot is read to the end of the plan";
  EXPECT_EQ(shown_standing(until_june.work_row("2025-01-31", WorkKind::pot, "year")), "done")
      << "on which day is not known";
}

TEST(WorkCapitalTest, RunningTotalsGoOnAsLongAsThePotIsPaid) {
  WorkBook book = capital_book("2026-06-30");
  book.add_project_report("road", "paid", "2024-12", "150").form = Form::to_date;
  book.add_project_report("road", "paid", "2026-06", "190").form = Form::to_date;
  EXPECT_EQ(shown(book.work_row("2024-12-31", WorkKind::pot, "year").reached), "150");
  EXPECT_EQ(shown(book.work_row("2026-06-30", WorkKind::pot, "year").reached), "190");
}

TEST(WorkCapitalTest, ATotalOfWhatIsPartlyReportedSaysSo) {
  WorkBook book = capital_book();
  book.add_project_report("road", "paid", "2024-H1", "30");
  const WorkRow both = book.work_row("2024-06-30", WorkKind::capital);
  EXPECT_EQ(shown(both.reached) + ' ' + shown(both.coverage), "30 1/2 pots");
  EXPECT_EQ(both.reason, Errc::partial_coverage);
  WorkBook none = capital_book();
  EXPECT_EQ(shown(none.work_row("2024-06-30", WorkKind::capital).reached), "no_data");
  EXPECT_EQ(none.work_row("2024-06-30", WorkKind::capital).reason, Errc::no_data);
}

TEST(WorkCapitalTest, OfWhatIsFullyPaidThereIsNothingMoreToReport) {
  WorkBook book = capital_book();
  book.add_project_report("road", "paid", "2024", "30");
  book.add_project_report("road", "carried", "2024-H1", "50");
  const WorkRow both = book.work_row("2024-12-31", WorkKind::capital);
  EXPECT_EQ(shown(both.coverage), "2/2 pots");
  EXPECT_EQ(both.reason, Errc::none);
}

TEST(WorkCapitalTest, PotsInOtherMeasuresOfTheSameKindAddUpAndOfAnotherKindDoNot) {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow);
  book.add_indicator("million", IndicatorKind::flow, "trieu-dong");
  book.add_indicator("land", IndicatorKind::flow, "ha");
  Project& road = book.add_project("road");
  road.capital = {pot("year", "paid", "2"), pot("odd", "million", "500")};
  book.add_project("park").capital = {pot("year", "paid", "1"), pot("in kind", "land", "3")};
  book.add_project_report("road", "paid", "2024-H1", "1");
  book.add_project_report("road", "million", "2024-H1", "250");
  const WorkRow both = book.work_row("2024-06-30", WorkKind::capital);
  EXPECT_EQ(shown(both.planned) + ' ' + shown(both.reached), "5/2 5/4");
  const WorkRow all = book.work_row("2024-06-30", WorkKind::capital_total);
  EXPECT_EQ(shown(all.planned), "measure_kinds_differ");
}

TEST(WorkCapitalTest, PaymentsAreReportedForTheUnitOfThePlanElseTheInvestorOrTheLead) {
  WorkBook book = capital_book();
  book.add_unit("office");
  Project& park = book.add_project("park");
  park.lead = "office";
  park.investor = "province";
  park.capital = {pot("year", "paid", "10")};
  Observation& by_office = book.add_project_report("park", "paid", "2024-Q1", "4");
  by_office.unit = "office";
  const auto paid = [](WorkBook& from) {
    const WorkReport report = from.work("2024-06-30");
    for (const WorkRow& row : report.rows) {
      if (row.kind == WorkKind::pot && row.project == 1) return shown(row.reached);
    }
    return std::string();
  };
  EXPECT_EQ(paid(book), "4");
  WorkBook both = capital_book();
  both.add_unit("office");
  Project& other = both.add_project("park");
  other.lead = "office";
  other.capital = {pot("year", "paid", "10")};
  both.add_project_report("park", "paid", "2024-Q1", "4").unit = "office";
  both.add_project_report("park", "paid", "2024-Q1", "5");
  EXPECT_EQ(paid(both), "5");
}

TEST(WorkCapitalTest, ABoundDecidesOnlyWhatItProves) {
  WorkBook book = capital_book();
  book.add_project_report("road", "paid", "2024", "190").qualifier = Qualifier::over;
  EXPECT_EQ(shown_standing(book.work_row("2025-02-01", WorkKind::pot, "year")),
            "none bound_undecided");
  WorkBook enough = capital_book();
  enough.add_project_report("road", "paid", "2024", "200").qualifier = Qualifier::over;
  EXPECT_EQ(shown_standing(enough.work_row("2025-02-01", WorkKind::pot, "year")), "done_in_time");
}

TEST(WorkCapitalTest, NothingPlannedHasNoRate) {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow);
  book.add_project("road").capital = {pot("year", "paid", "0")};
  book.add_project_report("road", "paid", "2024", "5");
  const WorkRow year = book.work_row("2024-12-31", WorkKind::pot, "year");
  EXPECT_EQ(shown(year.rate), "target_zero");
  EXPECT_EQ(shown(year.remaining), "-5");
  EXPECT_EQ(shown(book.work_row("2024-12-31", WorkKind::pot_total, "year").remaining), "-5");
}

}  // namespace
}  // namespace tiendo::work_capital_test
