// Rows without a target, for every level of a roll-up.

#include <gtest/gtest.h>

#include <map>

#include "book.hpp"

namespace tiendo::levels_test {
namespace {

// A province of two districts, one of two communes. A department beside the districts says nothing.
Book country() {
  Book book;
  book.head.unit = "province";
  const auto add = [&](const char* id, const char* parent, const char* kind) {
    book.add_unit(id, parent).kind = kind;
  };
  add("north", "province", "district");
  add("south", "province", "district");
  add("office", "province", "department");
  book.unit("town").kind = "department";
  add("one", "north", "commune");
  add("two", "north", "commune");
  book.add_indicator("output", IndicatorKind::flow);
  return book;
}

Request at_the_end(std::optional<int> levels) {
  Request request;
  request.as_of = day("2024-12-31");
  request.levels = levels;
  return request;
}

// "output north: 7 1/2 units no_target" of each row.
std::vector<std::string> rows(Book& book, std::optional<int> levels) {
  std::vector<std::string> lines;
  const Report report = evaluate(book.log(), at_the_end(levels));
  for (const ReportRow& row : report.rows) {
    lines.push_back(report.plan.indicators()[row.indicator].id + ' ' +
                    report.plan.units()[row.unit].id + ": " + shown(row.actual) + ' ' +
                    shown(row.coverage) + ' ' +
                    std::string(row.kind == RowKind::indicator ? name_of(row.target.reason)
                                                               : name_of(row.verdict)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(LevelsTest, EachLevelHasItsOwnCoverage) {
  Book book = country();
  book.add_target("output", at_least("10"));
  book.add_report("output", "2024", "7").unit = "one";
  book.add_report("output", "2024", "5").unit = "south";
  const Lines none = {"output province: 12 1/2 units exceeded"};
  EXPECT_EQ(rows(book, std::nullopt), none);
  EXPECT_EQ(rows(book, 0), none) << "the unit of the plan has a target";
  const Lines districts = {"output province: 12 1/2 units exceeded",
                           "output north: 7 1/2 units no_target",
                           "output south: 5 12/12 months no_target"};
  EXPECT_EQ(rows(book, 1), districts);
  Lines all = districts;
  all.emplace_back("output one: 7 12/12 months no_target");
  all.emplace_back("output two: no_data 0/12 months no_target");
  EXPECT_EQ(rows(book, 2), all);
  EXPECT_EQ(rows(book, 64), all) << "there are no more";
}

TEST(LevelsTest, AUnitAboveThatHasNoTargetHasARow) {
  Book book = country();
  book.add_target("output", at_least("1")).unit = "one";
  book.add_report("output", "2024", "7").unit = "one";
  EXPECT_EQ(rows(book, std::nullopt), (Lines{"output one: 7 12/12 months exceeded"}));
  EXPECT_EQ(rows(book, 0).size(), 2U);
  EXPECT_EQ(rows(book, 2)[3], "output one: 7 12/12 months exceeded") << "it keeps its own";
  EXPECT_EQ(rows(book, 2).size(), 5U);
}

TEST(LevelsTest, WhatMakesNoFigureAboveHasNoRowsBelow) {
  Book book = country();
  book.add_indicator("poor", IndicatorKind::level, "percent");
  book.add_indicator("output-growth", IndicatorKind::growth, "percent").base = "output";
  book.add_report("output", "2024", "7").unit = "one";
  const Report report = evaluate(book.log(), at_the_end(1));
  std::map<std::string, int> count;
  for (const ReportRow& row : report.rows) {
    ++count[report.plan.indicators()[row.indicator].id];
  }
  EXPECT_EQ(count["poor"], 1);
  EXPECT_EQ(count["output-growth"], count["output"]) << "a growth where there is what grows";
  EXPECT_GT(count["output"], 2);
}

TEST(LevelsTest, RowsOfLevelsAreNotCountedAndExplained) {
  Book book = country();
  book.add_target("output", at_least("10"));
  book.add_report("output", "2024", "7").unit = "one";
  book.add_report("output", "2023", "5").unit = "one";
  const Report report = evaluate(book.log(), at_the_end(2));
  EXPECT_EQ(report.summary.size(), 1U);
  EXPECT_EQ(report.summary[0].rows, 1);
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    if (report.plan.units()[report.rows[at].unit].id != "one") continue;
    EXPECT_EQ(shown(report.rows[at].growth), "40");
    EXPECT_EQ(shown(explain(book.log(), report, at).row.growth), "40");
    EXPECT_EQ(report.rows[at].verdict_reason, Errc::no_target);
  }
}

}  // namespace
}  // namespace tiendo::levels_test
