// Reports read on the map of another day. Long because one setting serves all kinds of changes.

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::on_map_test {
namespace {

constexpr const char* kOld = "2025-06-30";
constexpr const char* kNew = "2025-07-01";
constexpr const char* kEnd = "2025-12-31";

TEST(OnMapTest, AmountsOfMergedUnitsAddUp) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2024", at_least("20"));
    add_unit_target(book, "schools", unit, "2024", at_least("2"));
  }
  book.add_unit_report("a", "output", "2024", "10.5");
  book.add_unit_report("b", "output", "2024-H1", "2");
  book.add_unit_report("b", "output", "2024-H2", "3");
  book.add_unit_report("a", "schools", "2024", "4");
  book.add_unit_report("b", "schools", "2024-H1", "1");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kOld),
            "a 21/2 of 20, 12/12 months; b 5 of 20, 12/12 months");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew), "e 31/2 of 40, 2/2 units");
  EXPECT_EQ(rows_on(book, "schools", "2024-12-31", kNew), "e 5 of 4, 1/2 units");
}

TEST(OnMapTest, WhatOneOfThemHasNotReportedIsNotZero) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2024", at_least("20"));
  }
  book.add_unit_report("a", "output", "2024", "10");
  const ReportRow row = book.report_on_map("2024-12-31", kNew).rows.at(0);
  EXPECT_EQ(shown(row.actual), "10");
  EXPECT_EQ(shown(row.coverage), "1/2 units");
  EXPECT_EQ(shown_state(row), "undefined partial_coverage");
}

TEST(OnMapTest, RatesAreMadeFromTheirPartsAndPercentagesAreNotAdded) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "rate", unit, "2024", at_most("5"));
    add_unit_target(book, "paid", unit, "2024", at_least("50"));
  }
  book.add_unit_report("a", "rate", "2024", "4");
  book.add_unit_report("b", "rate", "2024", "2");
  book.add_unit_report("a", "paid", "2024", "1/2");
  book.add_unit_report("b", "paid", "2024", "3/10");
  EXPECT_EQ(rows_on(book, "rate", "2024-12-31", kNew), "e not_additive of not_additive, 2/2 units");
  EXPECT_EQ(rows_on(book, "paid", "2024-12-31", kNew), "e 100/3 of not_additive, 2/2 units");
}

TEST(OnMapTest, SharesDivideWhatAddsUpAndNothingIsLost) {
  Book book = divided();
  add_unit_target(book, "output", "c", "2024", at_least("200"));
  add_unit_target(book, "paid", "c", "2024", at_least("50"));
  add_unit_target(book, "rate", "c", "2024", at_most("5"));
  book.add_unit_report("c", "output", "2024", "101");
  book.add_unit_report("c", "paid", "2024", "3/4");
  book.add_unit_report("c", "rate", "2024", "4");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew),
            "f 303/10 of 60, 1/1 units; g 707/10 of 140, 1/1 units");
  EXPECT_EQ(rows_on(book, "paid", "2024-12-31", kNew),
            "f 75 of not_additive, 1/1 units; g 75 of not_additive, 1/1 units");
  EXPECT_EQ(rows_on(book, "rate", "2024-12-31", kNew),
            "f not_additive of not_additive, 1/1 units; g not_additive of not_additive, 1/1 units");
}

// The verdict on the first target that is to come true, on the new map.
std::string_view verdict_on_fact(Book& book) {
  for (const ReportRow& row : book.report_on_map("2024-12-31", kNew).rows) {
    if (row.condition.kind == ConditionKind::yes) return name_of(row.verdict);
  }
  return "no such row";
}

TEST(OnMapTest, WhatWasToComeTrueInMergedUnitsIsToComeTrueInAllOfThem) {
  const auto verdict = [](const char* b) {
    Book book = merged();
    for (const char* unit : {"a", "b"}) add_unit_target(book, "schools", unit, "2024", yes());
    book.add_unit_report("a", "schools", "2024", "yes");
    book.add_unit_report("b", "schools", "2024", b);
    return verdict_on_fact(book);
  };
  EXPECT_EQ(verdict("yes"), "met");
  EXPECT_EQ(verdict("no"), "missed");
}

TEST(OnMapTest, AFactIsNotDividedWithItsUnit) {
  for (const bool shares : {true, false}) {
    Book book = divided(shares);
    add_unit_target(book, "schools", "c", "2024", yes());
    book.add_unit_report("c", "schools", "2024", "yes");
    EXPECT_EQ(rows_on(book, "schools", "2024-12-31", kNew),
              "f 1 of fact_target, 1/1 units; g 1 of fact_target, 1/1 units");
  }
}

TEST(OnMapTest, WithoutSharesNothingIsDivided) {
  Book book = divided(false);
  add_unit_target(book, "output", "c", "2024", at_least("200"));
  add_unit_target(book, "paid", "c", "2024", at_least("50"));
  book.add_unit_report("c", "output", "2024", "101");
  book.add_unit_report("c", "paid", "2024", "3/4");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew),
            "f split_without_shares of split_without_shares, 0/1 units; "
            "g split_without_shares of split_without_shares, 0/1 units");
  EXPECT_EQ(rows_on(book, "paid", "2024-12-31", kNew),
            "f split_without_shares of not_additive, 0/1 units; "
            "g split_without_shares of not_additive, 0/1 units");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kOld), "c 101 of 200, 12/12 months");
}

TEST(OnMapTest, OneThatGoesOnAsAnotherKeepsAllItHas) {
  Book book = renamed();
  add_unit_target(book, "output", "a", "2025", at_least("20"));
  add_unit_target(book, "rate", "a", "2025", between("1", "2"));
  add_unit_target(book, "rate", "a", "2024", at_most("5"));
  book.add_unit_report("a", "output", "2025-H1", "10");
  book.add_unit_report("r", "output", "2025-H2", "7");
  book.add_unit_report("a", "rate", "2024", "4");
  book.add_unit_report("r", "rate", "2025", "3");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "r 17 of 20, 12/12 months");
  EXPECT_EQ(rows_on(book, "output", kEnd, kOld), "a 17 of 20, 12/12 months");
  EXPECT_EQ(rows_on(book, "rate", kEnd, kNew),
            "r 4 of 5, 12/12 months; r 3 of range_target, 12/12 months");
  EXPECT_EQ(rows_on(book, "rate", kEnd, kOld),
            "a 4 of 5, 12/12 months; a 3 of range_target, 12/12 months");
}

TEST(OnMapTest, AYearInWhichUnitsMergeHasBothTimesInIt) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
    add_unit_target(book, "schools", unit, "2025", at_least("2"));
  }
  book.add_unit_report("a", "output", "2025-H1", "4");
  book.add_unit_report("b", "output", "2025-H1", "6");
  book.add_unit_report("e", "output", "2025-Q3", "7");
  book.add_unit_report("a", "schools", "2025-Q2", "3");
  book.add_unit_report("b", "schools", "2025-Q1", "3");
  EXPECT_EQ(rows_on(book, "output", "2025-06-30", kNew), "e 10 of 40, 2/2 units");
  EXPECT_EQ(rows_on(book, "output", "2025-09-30", kNew), "e 17 of 40, 3/3 units");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e 17 of 40, 2/3 units");
  EXPECT_EQ(rows_on(book, "schools", "2025-06-30", kNew), "e 6 of 4, 1/2 units");
  book = merged();
  add_unit_target(book, "schools", "a", "2025", at_least("2"));
  add_unit_target(book, "schools", "b", "2025", at_least("2"));
  book.add_unit_report("a", "schools", "2025-Q2", "3");
  book.add_unit_report("e", "schools", "2025-Q3", "5");
  EXPECT_EQ(rows_on(book, "schools", kEnd, kNew), "e 5 of 4, 9/12 months");
}

TEST(OnMapTest, AReportThatRunsAcrossTheDayIsNotDivided) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
  }
  book.add_unit_report("a", "output", "2025", "10");
  book.add_unit_report("b", "output", "2025-H1", "6");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e report_straddles of 40, 1/3 units");
  EXPECT_EQ(rows_on(book, "output", "2025-11-30", kNew), "e 6 of 40, 1/3 units");
}

TEST(OnMapTest, WhereAPartMovedAwayOnTheSameDayTheUnitsAreNotWhatTheNewOneWas) {
  Book book = merged();
  book.add_unit("h", "a");
  book.add_move("2025-07-01", "h", "c");
  add_unit_target(book, "output", "e", "2025", at_least("1"));
  for (const char* unit : {"a", "b"}) book.add_unit_report(unit, "output", "2025-H1", "10");
  book.add_unit_report("e", "output", "2025-H2", "30");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e area_changed of 1, 3/3 units");
}

TEST(OnMapTest, ANewUnitMaySpeakForTheTimeBeforeIt) {
  for (const char* when : {"2025", "2025-9M"}) {
    Book book = merged();
    for (const char* unit : {"a", "b"}) {
      add_unit_target(book, "output", unit, "2025", at_least("20"));
      book.add_unit_report(unit, "output", "2025-H1", "4");
    }
    book.add_unit_report("e", "output", when, "100").form = Form::to_date;
    EXPECT_EQ(rows_on(book, "output", kEnd, kNew),
              std::string("e 100 of 40, ") + (when[4] == 0 ? "12" : "9") + "/12 months");
  }
  // Not for a part of it that begins in the middle.
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
    book.add_unit_report(unit, "output", "2025-Q1", "4");
  }
  book.add_unit_report("e", "output", "2025-04-01/2025-10-01", "100");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e report_straddles of 40, 0/12 months");
}

TEST(OnMapTest, OnTheOldMapHeirsOfOneUnitAddUpAndAMergedUnitIsNotDivided) {
  Book book = divided();
  add_unit_target(book, "output", "c", "2025", at_least("20"));
  book.add_unit_report("c", "output", "2025-H1", "4");
  book.add_unit_report("f", "output", "2025-H2", "1");
  book.add_unit_report("g", "output", "2025-H2", "2");
  EXPECT_EQ(rows_on(book, "output", kEnd, kOld), "c 7 of 20, 3/3 units");

  book = merged();
  add_unit_target(book, "output", "a", "2025", at_least("20"));
  book.add_unit_report("a", "output", "2025-H1", "4");
  EXPECT_EQ(rows_on(book, "output", kEnd, kOld), "a 4 of 20, 1/2 units");
  book = merged();
  add_unit_target(book, "output", "a", "2025", at_least("20"));
  book.add_unit_report("a", "output", "2025-H1", "4");
  book.add_unit_report("e", "output", "2025-H2", "9");
  EXPECT_EQ(rows_on(book, "output", kEnd, kOld), "a split_without_shares of 20, 1/2 units");
}

TEST(OnMapTest, AUnitThatGivesAPartAwayHasItUntilThen) {
  Book book = wards();
  book.add_event("2025-07-01", {"a"}, {{"a", "0.9"}, {"b", "0.1"}});
  for (ResponsibleUnit* unit : {&book.unit("a"), &book.unit("b")}) unit->from = day("1990-01-01");
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
    book.add_unit_report(unit, "output", "2025-H1", "100");
    book.add_unit_report(unit, "output", "2025-H2", "1");
  }
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "a 91 of 18, 2/2 units; b 111 of 22, 3/3 units");
  EXPECT_EQ(rows_on(book, "output", "2025-06-30", kOld),
            "a 100 of 20, 6/6 months; b 100 of 20, 6/6 months");
  book = wards();
  book.add_event("2025-07-01", {"a", "b"}, {{"a", ""}});
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
  }
  book.add_unit_report("b", "output", "2025-H1", "100");
  book.add_unit_report("a", "output", "2025", "70");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "a report_straddles of 40, 0/12 months");
}

TEST(OnMapTest, ThePartsOfAUnitAboveAreWhatStandsBelowItOnTheDay) {
  Book book = wards();
  book.add_unit("city", "province");
  book.add_unit("d", "city");
  book.add_move("2025-07-01", "c", "city");
  for (const char* unit : {"town", "city"}) {
    add_unit_target(book, "output", unit, "2024", at_least("20"));
  }
  const char* values[] = {"a", "1", "b", "2", "c", "4", "d", "8"};
  for (int i = 0; i < 8; i += 2) book.add_unit_report(values[i], "output", "2024", values[i + 1]);
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kOld),
            "town 7 of 20, 3/3 units; city 8 of 20, 1/1 units");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew),
            "town 3 of 20, 2/2 units; city 12 of 20, 2/2 units");
}

TEST(OnMapTest, WhatAUnitReportedForAnotherAreaIsNotItsOwn) {
  Book book = wards();
  book.add_move("2025-07-01", "c", "province");
  for (const char* unit : {"province", "town"}) {
    add_unit_target(book, "output", unit, "2024", at_least("20"));
  }
  book.add_unit_report("town", "output", "2024", "9");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kOld),
            "province 9 of 20, 1/1 units; town 9 of 20, 12/12 months");
  // The province has not changed.
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew),
            "province 9 of 20, 1/1 units; town area_changed of 20, 0/2 units");
}

TEST(OnMapTest, WhatWasReportedBetweenAnEventAndAMoveIsForAnotherAreaToo) {
  Book book = wards();
  book.add_unit("village", "province");
  book.add_event("2025-07-01", {"town", "village"}, {{"town", ""}});
  book.add_move("2025-10-01", "c", "province");
  for (const char* unit : {"town", "village"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
  }
  book.add_unit_report("town", "output", "2025-Q3", "9");
  EXPECT_EQ(rows_on(book, "output", kEnd, "2025-09-30"), "town 9 of 40, 0/3 units");
  EXPECT_EQ(rows_on(book, "output", kEnd, kEnd), "town area_changed of 40, 0/4 units");
}

TEST(OnMapTest, ALevelThatIsAbolishedCountsOnceInTheUnitAbove) {
  Book book = wards();
  book.add_event("2025-07-01", {"town"}, {});
  for (const char* unit : {"province", "town", "a"}) {
    add_unit_target(book, "output", unit, "2024", at_least("20"));
  }
  book.add_unit_report("town", "output", "2024", "9");
  book.add_unit_report("a", "output", "2024", "5");
  const std::string rows =
      "province 9 of 20, 1/1 units; town 9 of 20, 12/12 months; a 5 of 20, 12/12 months";
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kOld), rows);
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew), rows);
}

TEST(OnMapTest, AUnitThatIsDividedSpeaksOnlyWhereNoneBelowItDoes) {
  Book book = merged();
  book.add_unit("f", "province");
  book.add_event("2025-07-01", {"town"}, {{"e", "0.2"}, {"f", "0.8"}});
  book.add_event("2025-07-01", {"c"}, {{"f", ""}});
  book.unit("e").parent = "province";
  for (const char* indicator : {"output", "schools"}) {
    add_unit_target(book, indicator, "town", "2024", at_least("50"));
    book.add_unit_report("town", indicator, "2024", "100");
  }
  book.add_unit_report("a", "output", "2024", "5");
  book.add_unit_report("b", "output", "2024", "6");
  EXPECT_EQ(rows_on(book, "output", "2024-12-31", kNew),
            "e 11 of 10, 2/2 units; f 80 of 40, 1/1 units");
  EXPECT_EQ(rows_on(book, "schools", "2024-12-31", kNew),
            "e 20 of 10, 1/1 units; f 80 of 40, 1/1 units");
}

TEST(OnMapTest, TheYearBeforeIsReadOnTheSameMap) {
  Book book = merged();
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
    add_unit_target(book, "growth", unit, "2025", at_least("20"));
    book.add_unit_report(unit, "output", "2024-H1", "4");
    book.add_unit_report(unit, "output", "2024-H2", "6");
    book.add_unit_report(unit, "output", "2025-H1", "10");
  }
  book.add_unit_report("a", "growth", "2025", "7");
  book.add_unit_report("e", "output", "2025-H2", "10");
  const Report report = book.report_on_map(kEnd, kNew);
  ASSERT_EQ(report.rows.size(), 5U);
  EXPECT_EQ(shown(report.rows[0].same_period), "20");
  EXPECT_EQ(shown(report.rows[0].growth), "50");
  EXPECT_EQ(rows_on(book, "growth", kEnd, kNew), "e 50 of not_additive, 3/3 units");
}

// A unit that goes on as another has the growth of all the time, and not of the time before it.
TEST(OnMapTest, TheGrowthOfAUnitThatGoesOnIsOfBothNames) {
  const struct {
    const char *before, *after;  // what a and r say of the growth itself, if they do
    const char* growth;
  } cases[] = {
      {"", "", "r 50 of 20, 12/12 months"},
      {"7", "", "r 7 of 20, 6/12 months"},
      {"7", "9", "r 9 of 20, 12/12 months"},
      {"withheld", "", "r withheld of 20, 6/12 months"},
  };
  for (const auto& c : cases) {
    Book book = renamed();
    book.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
    book.add_indicator("half", IndicatorKind::formula).formula = "output / 2";
    for (const char* indicator : {"growth", "half"}) {
      add_unit_target(book, indicator, "a", "2025", at_least("20"));
    }
    for (const auto& [unit, when, output] :
         {std::tuple{"a", "2024", "20"}, std::tuple{"a", "2025-H1", "20"},
          std::tuple{"r", "2025-H2", "10"}}) {
      book.add_unit_report(unit, "output", when, output);
    }
    if (*c.before) book.add_unit_report("a", "growth", "2025-H1", c.before);
    if (*c.after) book.add_unit_report("r", "growth", "2025", c.after);
    EXPECT_EQ(rows_on(book, "growth", kEnd, kNew), c.growth);
    EXPECT_EQ(rows_on(book, "half", kEnd, kNew), "r 15 of 20, 12/12 months");
  }
}

TEST(OnMapTest, WithoutAMapEveryUnitIsItsOwn) {
  Book book = merged();
  for (const char* unit : {"province", "a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
  }
  book.add_unit_report("a", "output", "2025-H1", "4");
  book.add_unit_report("b", "output", "2025-H1", "6");
  book.add_unit_report("e", "output", "2025-H2", "7");
  EXPECT_EQ(rows_on(book, "output", kEnd, ""),
            "province 17 of 20, 0/1 units; a 4 of 20, 6/6 months; b 6 of 20, 6/6 months");
}

TEST(OnMapTest, TheTraceSaysThroughWhichUnitsAndSharesAFigureCame) {
  Book book = divided();
  book.add_unit("h");
  book.add_event("2025-10-01", {"g", "b"}, {{"h", ""}});
  add_unit_target(book, "output", "c", "2024", at_least("200"));
  add_unit_target(book, "output", "b", "2024", at_least("200"));
  book.add_unit_report("c", "output", "2024", "10");
  const Report report = book.report_on_map("2024-12-31", kEnd);
  ASSERT_EQ(rows_on(book, "output", "2024-12-31", kEnd),
            "f 3 of 60, 1/1 units; h 7 of 340, 1/2 units");
  const Trace trace = explain(book.log(), report, 1);
  ASSERT_FALSE(trace.sources.empty());
  EXPECT_EQ(trace.sources[0].question.unit, report.plan.find_unit("c"));
  EXPECT_EQ(trace.sources[0].share, *Ratio::parse("7/10"));
  EXPECT_EQ(trace.sources[0].through,
            (std::vector<Index>{report.plan.find_unit("g"), report.plan.find_unit("h")}));
}

// "missed", with the verdicts of the components behind it, of composites on output and schools that
// a and b have, on the new map.
std::string composite_on_map(const char* output_of_b, const char* schools_of_b) {
  Book book = merged();
  book.add_composite("all", {"output", "schools"});
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "all", unit, "2024",
                    by_component({{"output", at_least("10")}, {"schools", at_least("2")}}));
    if (*output_of_b == 0 && *unit == 'b') continue;
    book.add_unit_report(unit, "output", "2024", *unit == 'a' ? "12" : output_of_b);
    book.add_unit_report(unit, "schools", "2024", *unit == 'a' ? "2" : schools_of_b);
  }
  const Report report = book.report_on_map("2024-12-31", kNew);
  std::string text;
  for (const ReportRow& row : report.rows) {
    if (row.targets.empty()) continue;
    text += (text.empty() ? "" : " ") + shown_verdict(row);
    if (row.kind == RowKind::target) text += " (" + shown(row.coverage) + ")";
  }
  return text + ", " + std::to_string(report.summary.at(0).rows);
}

TEST(OnMapTest, ACompositeIsJudgedByItsComponentsOnTheMap) {
  EXPECT_EQ(composite_on_map("9", "2"), "met (2/2 components) exceeded met, 1");
  EXPECT_EQ(composite_on_map("9", "3"), "exceeded (2/2 components) exceeded exceeded, 1");
  EXPECT_EQ(composite_on_map("7", "2"), "missed (2/2 components) missed met, 1");
  EXPECT_EQ(composite_on_map("", ""),
            "partial_coverage (0/2 components) partial_coverage partial_coverage, 1");
}

}  // namespace
}  // namespace tiendo::on_map_test
