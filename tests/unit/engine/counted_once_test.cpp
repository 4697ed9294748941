// Sums over units of a time in which units become others or move: nothing counts twice, and nothing
// is lost.

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::counted_once_test {
namespace {

constexpr const char* kEnd = "2025-12-31";

// "town 172, 2/2 units, missed", the row of the unit on the output of the year 2025, for which it
// has a target of 200; on the map of a day, if given.
std::string row_of(Book& book, std::string_view unit, std::string_view as_of = kEnd,
                   std::string_view map = "") {
  const Report report = map.empty() ? book.report(as_of) : book.report_on_map(as_of, map);
  for (const ReportRow& row : report.rows) {
    if (report.plan.units()[row.unit].id != unit || row.targets.empty()) continue;
    return std::string(unit) + ' ' + shown(row.actual) + ", " + shown(row.coverage) + ", " +
           shown_verdict(row);
  }
  return "no row";
}

// A report of output.
Observation& report(Book& book, const char* unit, const char* when, const char* value) {
  return book.add_unit_report(unit, "output", when, value);
}

// a and b become e on 1 July 2025, beside c, which has reported 12.
Book town() {
  Book book = merged();
  add_unit_target(book, "output", "town", "2025", at_least("200"));
  report(book, "c", "2025", "12");
  return book;
}

TEST(CountedOnceTest, WhatANewUnitReportsForTheTimeBeforeItIsNotAddedToWhatOthersReportedThen) {
  for (const Form form : {Form::to_date, Form::increment}) {
    Book book = town();
    report(book, "a", "2025-H1", "60");
    report(book, "b", "2025-H1", "30");
    report(book, "e", "2025", "160").form = form;
    EXPECT_EQ(row_of(book, "town"), "town 172, 2/2 units, missed");
    EXPECT_EQ(row_of(book, "town", kEnd, kEnd), "town 172, 2/2 units, missed");
    EXPECT_EQ(row_of(book, "town", kEnd, "2025-01-01"), "town 172, 2/2 units, missed");
    // Before it has reported, they count.
    EXPECT_EQ(row_of(book, "town", "2025-06-30"), "town 90, 2/3 units, partial_coverage");
  }
}

// Nothing became anything: the ward was there in January, its district from April on.
TEST(CountedOnceTest, WhatAUnitHasReportedBeforeItsParentBeganIsNotLost) {
  Book book;
  book.head.period = period("2025");
  book.add_unit("district").from = day("2025-04-01");
  book.add_unit("ward", "district").until = day("2025-02-10");
  book.add_indicator("output", IndicatorKind::flow);
  add_unit_target(book, "output", "town", "2025", at_least("200"));
  report(book, "ward", "2025-01", "7");
  EXPECT_EQ(row_of(book, "town"), "town 7, 0/1 units, partial_coverage")
      << "of April on nothing is there";
}

TEST(CountedOnceTest, ARunningTotalSpeaksFromTheStartOfTheYear) {
  Book book = town();
  report(book, "a", "2025-H1", "60");
  report(book, "b", "2025-H1", "30");
  report(book, "e", "2025-12", "160").form = Form::to_date;
  EXPECT_EQ(row_of(book, "town"), "town 172, 2/2 units, missed");
}

TEST(CountedOnceTest, ReportsThatFollowEachOtherSpeakForAllTheirTime) {
  Book book = town();
  report(book, "a", "2025-H1", "60");
  report(book, "b", "2025-H1", "30");
  report(book, "e", "2025-Q1", "40");
  report(book, "e", "2025-Q2", "50");
  report(book, "e", "2025-H2", "70");
  EXPECT_EQ(row_of(book, "town"), "town 172, 2/2 units, missed");
}

TEST(CountedOnceTest, NorToWhatOneOfThemSaysBeyondItsEnd) {
  Book book = town();
  report(book, "a", "2025-H1", "60");
  report(book, "b", "2025", "30");
  report(book, "e", "2025", "100");
  EXPECT_EQ(row_of(book, "town"), "town 112, 2/2 units, missed");
}

TEST(CountedOnceTest, OnlyTheTimeForWhichItSpeaksIsSetAside) {
  for (const bool whole : {false, true}) {
    Book book = town();
    report(book, "a", "2025-Q1", "10");
    report(book, "a", "2025-Q2", "20");
    report(book, "b", "2025-Q1", "5");
    report(book, "e", "2025-Q2", "40");
    report(book, "e", "2025-H2", "70");
    if (whole) report(book, "a", "2025-H1", "30");  // only partly of that time
    EXPECT_EQ(row_of(book, "town"), whole ? "town report_straddles, 3/4 units, report_straddles"
                                          : "town 137, 4/4 units, missed");
  }
}

TEST(CountedOnceTest, TheTraceSaysInWhoseFavour) {
  Book book = town();
  report(book, "a", "2025-H1", "60");
  report(book, "e", "2025", "160").form = Form::to_date;
  const ObservationLog& log = book.log();
  const Report result = book.report(kEnd);
  const Trace trace = explain(log, result, 0);
  int found = 0;
  for (const TraceSource& source : trace.sources) {
    for (const SetAsideFact& aside : source.selection.set_aside) {
      if (aside.reason != SetAside::told_by_another) continue;
      ++found;
      EXPECT_EQ(aside.fact.value, Decimal(60));
      ASSERT_TRUE(aside.in_favour_of);
      EXPECT_EQ(log.fact(*aside.in_favour_of).value, Decimal(160));
    }
  }
  EXPECT_EQ(found, 1);
}

TEST(CountedOnceTest, OfSeveralEventsTheLastHeirSpeaksForAll) {
  Book book = town();
  book.add_unit("h");
  book.add_event("2025-10-01", {"e", "c"}, {{"h", ""}});
  report(book, "a", "2025-Q1", "60");
  report(book, "e", "2025-Q3", "30");
  report(book, "h", "2025", "150");
  EXPECT_EQ(row_of(book, "town"), "town 150, 1/1 units, missed");
}

TEST(CountedOnceTest, AUnitIsSpokenForByAllItsHeirsOrNobodyKnows) {
  const struct {
    const char *first, *last;
  } spoken[] = {{"2025", "2025"}, {"2025", "2025-H2"}, {"2025-H2", "2025"}};
  for (const auto& heirs : spoken) {
    Book book = divided(false);
    for (const char* unit : {"a", "b"}) book.unit(unit).until = day("2025-01-01");
    add_unit_target(book, "output", "town", "2025", at_least("200"));
    report(book, "c", "2025-H1", "100");
    report(book, "f", heirs.first, "60");
    report(book, "g", heirs.last, "150");
    const bool all = period(heirs.first) == period(heirs.last);
    EXPECT_EQ(row_of(book, "town"), all ? "town 210, 2/2 units, exceeded"
                                        : "town report_straddles, 2/3 units, report_straddles")
        << heirs.first << ' ' << heirs.last;
  }
}

TEST(CountedOnceTest, AUnitThatGoesOnReportsForItself) {
  Book book = wards();
  book.add_event("2025-07-01", {"a", "b"}, {{"a", ""}});
  book.unit("c").until = day("2025-01-01");
  add_unit_target(book, "output", "town", "2025", at_least("200"));
  report(book, "a", "2025", "100");
  report(book, "b", "2025-H1", "30");
  EXPECT_EQ(row_of(book, "town"), "town 130, 2/2 units, missed");
}

TEST(CountedOnceTest, TheHeirMayStandElsewhereInTheSum) {
  Book book = wards();
  book.add_unit("city", "province");
  book.add_unit("d", "city");
  book.add_unit("e", "city");
  book.add_event("2025-07-01", {"a", "d"}, {{"e", ""}});
  for (const char* unit : {"b", "c"}) book.unit(unit).until = day("2025-01-01");
  for (const char* unit : {"province", "town", "city"}) {
    add_unit_target(book, "output", unit, "2025", at_least("200"));
  }
  report(book, "a", "2025-H1", "60");
  report(book, "d", "2025-H1", "30");
  report(book, "e", "2025", "160");
  EXPECT_EQ(row_of(book, "province"), "province 160, 1/1 units, missed");
  EXPECT_EQ(row_of(book, "city"), "city 160, 1/1 units, missed");
  EXPECT_EQ(row_of(book, "town"), "town 60, 1/1 units, missed");
}

// The town ends on 1 July with no event that says so; its wards go on.
Book orphaned() {
  Book book = wards();
  book.unit("town").until = day("2025-07-01");
  book.unit("c").until = day("2025-01-01");
  book.add_unit("z", "province");
  for (const char* unit : {"province", "town"}) {
    add_unit_target(book, "output", unit, "2025", at_least("200"));
  }
  return book;
}

TEST(CountedOnceTest, WhatStoodBelowAUnitThatEndedCountsInTheUnitAboveIt) {
  Book book = orphaned();
  add_unit_target(book, "output", "province", "2026", at_least("200"));
  report(book, "a", "2026", "50");
  report(book, "b", "2026", "40");
  report(book, "z", "2026", "10");
  EXPECT_EQ(rows_on(book, "output", "2026-12-31", "").substr(0, 62),
            "province no_data of 200, 0/12 months; province 100 of 200, 3/3");
}

TEST(CountedOnceTest, InTheYearInWhichItEndedItsOwnReportsCountAndThenTheirs) {
  for (const char* too : {"", "2025-H1", "2025-Q2", "2025"}) {
    Book book = orphaned();
    report(book, "town", "2025-H1", "45");
    report(book, "a", "2025-H2", "25");
    report(book, "b", "2025-H2", "20");
    report(book, "z", "2025", "10");
    // What they have reported for its time stands in it.
    if (*too != 0) report(book, "b", too, "9");
    const bool across = std::string_view(too) == "2025";
    EXPECT_EQ(row_of(book, "province"),
              across ? "province report_straddles, 3/4 units, report_straddles"
                     : "province 100, 4/4 units, missed");
  }
}

TEST(CountedOnceTest, NobodyWaitsForTheShellOfUnitsThatCountElsewhere) {
  Book book = orphaned();
  report(book, "a", "2025", "50");
  report(book, "b", "2025", "40");
  report(book, "z", "2025", "10");
  for (const char* map : {"", "2025-01-01", kEnd}) {
    EXPECT_EQ(row_of(book, "province", kEnd, map), "province 100, 3/3 units, missed");
    EXPECT_EQ(row_of(book, "town", kEnd, map), "town 90, 2/2 units, unit_ended");
  }
}

TEST(CountedOnceTest, AUnitThatEndedIsWaitedForInItsTimeOnAMap) {
  Book book = orphaned();
  report(book, "town", "2025-H1", "45");
  for (const char* map : {"", "2025-01-01", kEnd}) {
    EXPECT_EQ(row_of(book, "town", kEnd, map), "town 45, 6/6 months, unit_ended") << map;
  }
}

TEST(CountedOnceTest, TheYearBeforeIsComparedWhereAllHaveReportedTheirTime) {
  for (const bool all : {true, false}) {
    Book book = town();
    for (const char* unit : {"a", "b", "c"}) report(book, unit, "2024", "40");
    report(book, "a", "2025-H1", "60");
    report(book, "b", "2025-H1", "30");
    report(book, "e", all ? "2025-H2" : "2025-Q3", "70");
    for (const char* map : {"", "2025-01-01", kEnd}) {
      const Report result = *map == 0 ? book.report(kEnd) : book.report_on_map(kEnd, map);
      EXPECT_EQ(shown(result.rows.at(0).actual), "172");
      EXPECT_EQ(shown(result.rows.at(0).same_period), all ? "120" : "no_base");
    }
  }
}

}  // namespace
}  // namespace tiendo::counted_once_test
