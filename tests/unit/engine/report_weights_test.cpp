// Weights that are what units have reported.

#include "tiendo/engine/report_weights.hpp"

#include "book.hpp"

namespace tiendo::report_weights_test {
namespace {

// 90 ha for the town, to be split over its wards by how many people they had in the year before.
Book town() {
  Book book;
  book.add_indicator("land", IndicatorKind::flow, "ha");
  book.add_indicator("people", IndicatorKind::level, "person").unit_rule = UnitRule::sum;
  for (const char* ward : {"north", "south", "east"}) book.add_unit(ward).kind = "ward";
  book.add_unit("office").kind = "office";
  book.add_target("land", at_least("90"), "province");
  return book;
}

void report_people(Book& book) {
  book.add_unit_report("north", "people", "2023", "100");
  book.add_unit_report("south", "people", "2023", "300");
  book.add_unit_report("east", "people", "2023", "50.5");
}

Request as_of(std::string_view text) {
  Request request;
  request.as_of = day(text);
  return request;
}

// "north 100, south 300", or the name of the fault.
std::string weights_of(Book& book, const Request& request = as_of("2024-03-01"), int levels = 1,
                       const char* indicator = "people", const char* when = "2023") {
  const ObservationLog& log = book.log();
  const Plan& plan = log.plan();
  const auto weights =
      weights_by_reports(log, 0, plan.find_indicator(indicator), period(when), request, levels);
  if (!weights) return std::string(name_of(weights.error().code));
  std::string text;
  for (const UnitWeight& one : *weights) {
    text += (text.empty() ? "" : ", ") + plan.units()[one.unit].id + ' ' + one.weight.to_string();
  }
  return text;
}

TEST(ReportWeightsTest, AWeightIsWhatTheUnitHasReported) {
  Book book = town();
  report_people(book);
  EXPECT_EQ(weights_of(book), "north 100, south 300, east 101/2");
}

TEST(ReportWeightsTest, AWeightMayBeWhatTheUnitsBelowMake) {
  Book book = town();
  book.add_unit("north-1", "north");
  book.add_unit("north-2", "north");
  book.add_unit_report("south", "people", "2023", "300");
  book.add_unit_report("east", "people", "2023", "0");
  book.add_unit_report("north-1", "people", "2023", "40");
  book.add_unit_report("north-2", "people", "2023", "60");
  EXPECT_EQ(weights_of(book), "north 100, south 300, east 0");
  EXPECT_EQ(weights_of(book, as_of("2024-03-01"), 2),
            "north 100, north-1 40, north-2 60, south 300, east 0");
}

TEST(ReportWeightsTest, ARatioIsAWeightAsExactAsItIs) {
  Book book = town();
  book.add_indicator("rate", IndicatorKind::ratio, "percent").parts = TimeRule::last;
  book.add_unit_report("north", "rate", "2023", "1/3");
  book.add_unit_report("south", "rate", "2023", "2/3");
  book.add_unit_report("east", "rate", "2023", "1/7");
  EXPECT_EQ(weights_of(book, as_of("2024-03-01"), 1, "rate"),
            "north 100/3, south 200/3, east 100/7");
}

TEST(ReportWeightsTest, EveryUnitOfAKindHasToHaveOneIfAnyHas) {
  Book missing = town();
  missing.add_unit_report("north", "people", "2023", "100");
  missing.add_unit_report("south", "people", "2023", "300");
  EXPECT_EQ(weights_of(missing), "split_units");
  Book none = town();
  EXPECT_EQ(weights_of(none), "split_units");
  // Of another indicator, or another year, is not of this one.
  Book other = town();
  report_people(other);
  EXPECT_EQ(weights_of(other, as_of("2024-03-01"), 1, "land"), "split_units");
  EXPECT_EQ(weights_of(other, as_of("2024-03-01"), 1, "people", "2022"), "split_units");
}

TEST(ReportWeightsTest, WhatDoesNotApplyToAUnitGivesItNoPart) {
  Book book = town();
  book.add_unit_report("north", "people", "2023", "100");
  book.add_unit_report("south", "people", "2023", "n/a");
  book.add_unit_report("east", "people", "2023", "50");
  EXPECT_EQ(weights_of(book), "north 100, east 50");
}

TEST(ReportWeightsTest, AFigureThatIsNotThereIsNoWeight) {
  Book withheld = town();
  report_people(withheld);
  withheld.add_unit_report("east", "people", "2023", "withheld").recorded_on = day("2024-02-01");
  EXPECT_EQ(weights_of(withheld), "withheld");
  Book negative = town();
  report_people(negative);
  negative.add_unit_report("east", "people", "2023", "-1").recorded_on = day("2024-02-01");
  EXPECT_EQ(weights_of(negative), "weight_negative");
  Book partial = town();
  for (const char* ward : {"north", "south"}) {
    partial.add_unit_report(ward, "land", "2023", "4");
  }
  partial.add_unit_report("east", "land", "2023-9M", "3");
  EXPECT_EQ(weights_of(partial, as_of("2024-03-01"), 1, "land"), "partial_coverage");
  // Nor is it while the period is not over.
  EXPECT_EQ(weights_of(partial, as_of("2023-12-30"), 1, "land"), "split_units");
}

// Not even where it is a fraction: of two units one may have one and the other none.
TEST(ReportWeightsTest, AnAverageOfYearsIsNoWeight) {
  Book book = town();
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "people";
  for (const char* ward : {"north", "south", "east"}) {
    book.add_unit_report(ward, "people", "2022", "100");
    book.add_unit_report(ward, "people", "2024", "121");
  }
  EXPECT_EQ(weights_of(book, as_of("2024-12-31"), 1, "growth", "2023/2024"), "average_of_years");
  EXPECT_EQ(weights_of(book, as_of("2024-12-31"), 1, "people", "2024"),
            "north 121, south 121, east 121");
}

TEST(ReportWeightsTest, TheDaysOfTheRequestCount) {
  Book book = town();
  report_people(book);
  book.add_unit_report("east", "people", "2023", "60").recorded_on = day("2024-02-01");
  Request request = as_of("2024-03-01");
  request.known_on = day("2024-01-31");
  EXPECT_EQ(weights_of(book, request), "north 100, south 300, east 101/2");
  request.known_on = day("2024-02-01");
  EXPECT_EQ(weights_of(book, request), "north 100, south 300, east 60");
}

TEST(ReportWeightsTest, OnAMapEachUnitHasWhatThoseHadThatItWasMadeOf) {
  Book book = town();
  report_people(book);
  book.add_unit("quarter").kind = "ward";
  book.add_event("2024-07-01", {"north", "east"}, {{"quarter", ""}});
  Request request = as_of("2024-03-01");
  request.map = day("2024-07-01");
  EXPECT_EQ(weights_of(book, request), "south 300, quarter 301/2");
  request.map = day("2024-06-30");
  EXPECT_EQ(weights_of(book, request), "north 100, south 300, east 101/2");
}

TEST(ReportWeightsTest, UnitsBelowOneThatTakesNoPartTakeNone) {
  Book book = town();
  book.add_unit("desk", "office").kind = "office";
  report_people(book);
  EXPECT_EQ(weights_of(book, as_of("2024-03-01"), 2), "north 100, south 300, east 101/2");
  book = town();
  book.add_unit("desk", "north").kind = "office";
  book.add_unit_report("north", "people", "2023", "n/a");
  book.add_unit_report("desk", "people", "2023", "7");
  book.add_unit_report("south", "people", "2023", "300");
  book.add_unit_report("east", "people", "2023", "1");
  EXPECT_EQ(weights_of(book, as_of("2024-03-01"), 2), "south 300, east 1");
}

}  // namespace
}  // namespace tiendo::report_weights_test
