// What a report, or a row of running totals, says against itself.

#include "checked.hpp"

namespace tiendo::checks_reports_test {
namespace {

TEST(ChecksReportsTest, AShareOfMoreThanTheWholeOrLessThanNothingIsFound) {
  // clang-format off
  const struct { const char *measure, *value; bool found; } cases[] = {
      {"percent", "100", false}, {"percent", "100.1", true}, {"percent", "0", false},
      {"percent", "-0.1", true}, {"per-mille", "1000", false}, {"per-mille", "1001", true},
  };
  // clang-format on
  for (const auto& c : cases) {
    Book book;
    book.add_indicator("share", IndicatorKind::share, c.measure);
    book.add_report("share", "2024", c.value);
    EXPECT_EQ(found(book, Errc::beyond_whole).size(), c.found ? 1U : 0U) << c.value;
  }
  Book book;
  book.add_indicator("share", IndicatorKind::share, "percent");
  book.add_report("share", "2024", "101");
  EXPECT_EQ(found(book, Errc::beyond_whole),
            (Lines{"warning observation 1: \"share\" of \"town\" in 2024: 101 percent is more than "
                   "the whole, and \"share\" is a share in one"}));
}

// Whether a share of 101 is found as known on that day, beside another report for the same time.
bool found_on(const char* known_on, const char* other = "",
              const char* recorded_on = "2025-02-01") {
  Book book;
  book.add_indicator("share", IndicatorKind::share, "percent");
  book.add_report("share", "2024", "101").recorded_on = day("2025-02-01");
  if (*other != 0) book.add_report("share", "2024", other).recorded_on = day(recorded_on);
  return !found(book, Errc::beyond_whole, day(known_on)).empty();
}

TEST(ChecksReportsTest, AReportIsKnownFromTheDayOnWhichItWasRecorded) {
  EXPECT_FALSE(found_on("2025-01-31"));
  EXPECT_TRUE(found_on("2025-02-01"));
}

TEST(ChecksReportsTest, OfSeveralReportsTheLatestIsLookedAtAndNoneWhereTwoContradict) {
  EXPECT_TRUE(found_on("2025-12-31", "50", "2025-01-31"));
  EXPECT_FALSE(found_on("2025-12-31", "50", "2025-02-02"));
  EXPECT_TRUE(found_on("2025-12-31", "101.0"));
  // Two names of one time: the log takes both.
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  for (const auto& [when, total] : {std::pair{"2024-Q1", "20"}, {"2024-06", "19"}}) {
    book.add_report("output", when, total).form = Form::to_date;
  }
  EXPECT_EQ(found(book, Errc::running_total_falls).size(), 1U);
  Book tied;
  tied.add_indicator("output", IndicatorKind::flow);
  for (const auto& [when, total] :
       {std::pair{"2024-Q1", "20"}, {"2024-06", "19"}, {"2024-H1", "25"}}) {
    tied.add_report("output", when, total).form = Form::to_date;
  }
  EXPECT_EQ(found(tied, Errc::running_total_falls), Lines{});
}

TEST(ChecksReportsTest, ARateMayBeAboveAHundred) {
  Book book;
  book.add_indicator("rate", IndicatorKind::level, "percent");
  book.add_report("rate", "2024", "509");
  EXPECT_EQ(found(book, Errc::beyond_whole), Lines{});
}

TEST(ChecksReportsTest, ATargetOfAShareIsAPartOfTheWholeToo) {
  const auto target = [](const Condition& condition) {
    Book book;
    book.add_indicator("share", IndicatorKind::share, "percent");
    book.add_target("share", at_least("50"));
    book.add_target("share", condition, "province");
    return found(book, Errc::beyond_whole);
  };
  EXPECT_EQ(target(at_least("101")),
            (Lines{"warning /plan/targets/1: the target: 101 percent is more than the whole, and "
                   "\"share\" is a share in one"}));
  EXPECT_EQ(target(between("90", "100.5")).size(), 1U);
  EXPECT_EQ(target(between("90", "100")), Lines{});
  EXPECT_EQ(target(increase_by("101", ChangeIn::percent)), Lines{});
}

TEST(ChecksReportsTest, ARunningTotalBelowTheIncrementsBeforeItIsFound) {
  const auto lines = [](const char* total, bool gap = false) {
    Book book;
    book.add_indicator("output", IndicatorKind::flow);
    book.add_report("output", "2024-Q1", "20");
    book.add_report("output", gap ? "2024-06" : "2024-Q2", "30");
    book.add_report("output", "2024-9M", total).form = Form::to_date;
    return found(book, Errc::running_total_falls);
  };
  EXPECT_EQ(lines("49"),
            (Lines{"warning observation 3: \"output\" of \"town\" in 2024-9M: the running total is "
                   "49, and the increments until 2024-07-01 add up to 50"}));
  EXPECT_EQ(lines("50"), Lines{});
  EXPECT_EQ(lines("19", true),
            (Lines{"warning observation 3: \"output\" of \"town\" in 2024-9M: the running total is "
                   "19, and the increments until 2024-04-01 add up to 20"}));
  EXPECT_EQ(lines("49", true), Lines{});
}

TEST(ChecksReportsTest, TheDayOfABreakIsOfTheNewSeries) {
  const auto falls = [](const char* on) {
    Book book;
    SeriesBreak broken;
    broken.on = day(on);
    book.add_indicator("output", IndicatorKind::flow).breaks = {broken};
    book.add_report("output", "2024-03", "20").form = Form::to_date;
    book.add_report("output", "2024-06", "19").form = Form::to_date;
    return found(book, Errc::running_total_falls).size();
  };
  EXPECT_EQ(falls("2024-07-01"), 1U);
  EXPECT_EQ(falls("2024-06-30"), 0U);
}

TEST(ChecksReportsTest, ARatioOfRunningPartsMayFall) {
  Book book;
  book.add_indicator("rate", IndicatorKind::ratio, "percent").parts = TimeRule::sum;
  for (const auto& [when, part] : {std::pair{"2024-03", "9"}, std::pair{"2024-06", "10"}}) {
    Observation& report = book.add_report("rate", when, "1");
    report.form = Form::to_date;
    report.value.reset();
    report.numerator = dec(part);
    report.denominator = dec(when == std::string("2024-03") ? "10" : "20");
  }
  EXPECT_EQ(found(book, Errc::running_total_falls), Lines{});
}

TEST(ChecksReportsTest, ARunningTotalThatFallsIsFound) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  for (const auto& [when, value] : {std::pair{"2024-03", "10"}, std::pair{"2024-06", "9.5"},
                                    std::pair{"2024-09", "9.5"}, std::pair{"2023-06", "99"}}) {
    book.add_report("output", when, value).form = Form::to_date;
  }
  EXPECT_EQ(found(book, Errc::running_total_falls),
            (Lines{"warning observation 2: \"output\" of \"town\" in 2024-H1: the running total is "
                   "9.5, and was 10 for 2024-Q1 (observation 1)"}));
}

TEST(ChecksReportsTest, ARunningTotalAfterABreakIsAnotherOne) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow).breaks = {
      {day("2024-04-01"), BreakKind::price_base, {}, {}}};
  book.add_report("output", "2024-03", "10").form = Form::to_date;
  book.add_report("output", "2024-06", "9.5").form = Form::to_date;
  EXPECT_EQ(found(book, Errc::running_total_falls), Lines{});
}

TEST(ChecksReportsTest, ARunningTotalThatWasCorrectedDoesNotFall) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_report("output", "2024-03", "10").form = Form::to_date;
  book.add_report("output", "2024-06", "9.5").form = Form::to_date;
  Observation& corrected = book.add_report("output", "2024-03", "9");
  corrected.form = Form::to_date;
  corrected.recorded_on = day("2024-07-20");
  EXPECT_EQ(found(book, Errc::running_total_falls), Lines{});
  EXPECT_EQ(found(book, Errc::running_total_falls, day("2024-07-19")).size(), 1U);
}

// What counts is then that there is no number.
TEST(ChecksReportsTest, AReportThatWasTakenBackIsNotFound) {
  for (const char* word : {"withheld", "n/a", "unchanged"}) {
    Book book;
    book.add_indicator("share", IndicatorKind::share, "percent");
    book.add_report("share", "2024-06", "120");
    book.add_report("share", "2024-06", word).recorded_on = day("2024-07-20");
    EXPECT_EQ(found(book, Errc::beyond_whole), Lines{}) << word;
    EXPECT_EQ(found(book, Errc::beyond_whole, day("2024-07-19")).size(), 1U) << word;
  }
}

TEST(ChecksReportsTest, AReportForAUnitThatThereIsNotIsFound) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_unit("old").until = day("2024-07-01");
  book.add_unit("new").from = day("2024-07-01");
  book.add_unit_report("old", "output", "2024-06", "1");
  book.add_unit_report("old", "output", "2024-07", "1");
  book.add_unit_report("old", "output", "2024", "2");
  book.add_unit_report("new", "output", "2024-06", "1");
  book.add_unit_report("new", "output", "2024-07", "1");
  EXPECT_EQ(found(book, Errc::unit_gone),
            (Lines{"warning observation 2: \"output\" of \"old\" in 2024-07: the unit exists until "
                   "2024-07-01, not in that period",
                   "warning observation 4: \"output\" of \"new\" in 2024-06: the unit exists from "
                   "2024-07-01, not in that period"}));
}

TEST(ChecksReportsTest, AFinalFigureOfAPeriodThatIsNotOverIsFound) {
  const auto recorded = [](const char* on, Status status) {
    Book book;
    book.add_indicator("output", IndicatorKind::flow);
    Observation& report = book.add_report("output", "2024", "1");
    report.recorded_on = day(on);
    report.status = status;
    return found(book, Errc::final_too_early);
  };
  EXPECT_EQ(recorded("2024-12-30", Status::official),
            (Lines{"note observation 1: \"output\" of \"town\" in 2024: official, and recorded "
                   "on 2024-12-30, before the period is over; an estimate?"}));
  EXPECT_EQ(recorded("2024-12-30", Status::preliminary), Lines{});
  EXPECT_EQ(recorded("2024-12-30", Status::estimate), Lines{});
  EXPECT_EQ(recorded("2024-12-31", Status::official), Lines{});
}

}  // namespace
}  // namespace tiendo::checks_reports_test
