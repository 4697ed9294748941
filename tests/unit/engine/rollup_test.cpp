// Targets counted by field, unit, task group and lead.

#include "tiendo/engine/rollup.hpp"

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::rollup_test {
namespace {

std::string group_of(const Report& report, const TallyRow& row, TallyBy by) {
  if (by == TallyBy::field) return row.field.empty() ? "-" : row.field;
  if (row.group == kNone) return "-";
  return by == TallyBy::task_group ? report.plan.task_groups()[row.group].id
                                   : report.plan.units()[row.group].id;
}

// A line for each row: "economy town: 3 rows, 2 met or better of which 1 exceeded, 1 missed, 0 no
// data, 0 not judged, 3/3".
std::string shown(const Report& report, TallyBy by) {
  std::string text;
  for (const TallyRow& row : tally(report, by)) {
    const SummaryRow& counts = row.counts;
    text += group_of(report, row, by) + ' ' +
            (counts.assigner == kNone ? "-" : report.plan.units()[counts.assigner].id) + ": " +
            std::to_string(counts.rows) + " rows, " + std::to_string(row.met_or_better()) +
            " met or better of which " + std::to_string(counts.exceeded) + " exceeded, " +
            std::to_string(counts.missed) + " missed, " + std::to_string(counts.no_data) +
            " no data, " + std::to_string(counts.not_judged) + " not judged, " +
            std::to_string(row.reported) + '/' + std::to_string(row.due) + '\n';
  }
  return text;
}

// Four indicators, of which 90, 100, 110 and nothing is reported; each asks for 100.
Book town() {
  Book book;
  int i = 0;
  for (const auto& [id, field] : {std::pair{"a", "economy"}, std::pair{"b", "society"},
                                  std::pair{"c", "economy"}, std::pair{"d", ""}}) {
    book.add_indicator(id, IndicatorKind::flow).field = field;
    book.add_target(id, at_least("100"));
    if (i < 3) book.add_report(id, "2024", std::to_string(90 + 10 * i));
    ++i;
  }
  return book;
}

TEST(RollupTest, CountsByFieldInTheOrderOfTheIndicators) {
  Book book = town();
  EXPECT_EQ(shown(book.report("2024-12-31"), TallyBy::field),
            "economy town: 2 rows, 1 met or better of which 1 exceeded, 1 missed, 0 no data, 0 not "
            "judged, 2/2\n"
            "society town: 1 rows, 1 met or better of which 0 exceeded, 0 missed, 0 no data, 0 not "
            "judged, 1/1\n"
            "- town: 1 rows, 0 met or better of which 0 exceeded, 0 missed, 1 no data, 0 not "
            "judged, 0/1\n");
}

TEST(RollupTest, NeverCountsTwoAssignersTogether) {
  Book book = town();
  book.add_target("a", at_least("80"), "province");
  Target& more = book.add_target("c", at_least("5"), "province");
  more.layer = TargetLayer::adds;
  const std::string text = shown(book.report("2024-12-31"), TallyBy::field);
  EXPECT_TRUE(text.starts_with(
      "economy province: 2 rows, 1 met or better of which 1 exceeded, 0 missed, 0 no data, 1 not "
      "judged, 2/2\n"
      "economy town: 2 rows, 0 met or better of which 0 exceeded, 1 missed, 0 no data, 1 not "
      "judged, 2/2\n"
      "economy -: 1 rows, 1 met or better of which 1 exceeded, 0 missed, 0 no data, 0 not judged, "
      "1/1\n"))
      << text;
}

TEST(RollupTest, CountsByUnit) {
  Book book = town();
  book.add_unit("ward");
  Target& target = book.add_target("a", at_least("1"));
  target.unit = "ward";
  book.add_unit_report("ward", "a", "2024-H1", "n/a");
  const std::string text = shown(book.report("2024-06-30"), TallyBy::unit);
  EXPECT_EQ(text,
            "town town: 4 rows, 0 met or better of which 0 exceeded, 0 missed, 3 no data, 1 not "
            "judged, 0/3\n"
            "ward town: 1 rows, 0 met or better of which 0 exceeded, 0 missed, 0 no data, 1 not "
            "judged, 0/0\n");
}

TEST(RollupTest, WhatHasNotBegunIsNotDue) {
  Book book = town();
  EXPECT_EQ(shown(book.report("2023-12-31"), TallyBy::unit),
            "town town: 4 rows, 0 met or better of which 0 exceeded, 0 missed, 4 no data, 0 not "
            "judged, 0/0\n");
}

// Named by the target; listed by the groups; of none.
TEST(RollupTest, ATargetOfSeveralTaskGroupsCountsInEach) {
  Book book = town();
  book.add_unit("office");
  book.add_unit("bureau");
  for (const auto& [id, lead] : {std::pair{"g1", "office"}, std::pair{"g2", "bureau"}}) {
    TaskGroup group;
    group.id = id;
    group.lead = lead;
    group.targets = {"b", "c"};
    book.add_task_group(group);
  }
  TaskGroup third;
  third.id = "g3";
  third.lead = "office";  // the target itself says who leads
  book.add_task_group(third);
  Target& extra = book.add_target("d", at_least("1"), "province");
  extra.task_group = "g3";
  extra.lead = "bureau";
  const Report report = book.report("2024-12-31");
  EXPECT_EQ(shown(report, TallyBy::task_group),
            "g1 town: 2 rows, 2 met or better of which 1 exceeded, 0 missed, 0 no data, 0 not "
            "judged, 2/2\n"
            "g2 town: 2 rows, 2 met or better of which 1 exceeded, 0 missed, 0 no data, 0 not "
            "judged, 2/2\n"
            "g3 province: 1 rows, 0 met or better of which 0 exceeded, 0 missed, 1 no data, 0 not "
            "judged, 0/1\n"
            "- town: 2 rows, 0 met or better of which 0 exceeded, 1 missed, 1 no data, 0 not "
            "judged, 1/2\n");
  EXPECT_EQ(shown(report, TallyBy::lead),
            "office town: 2 rows, 2 met or better of which 1 exceeded, 0 missed, 0 no data, 0 not "
            "judged, 2/2\n"
            "bureau province: 1 rows, 0 met or better of which 0 exceeded, 0 missed, 1 no data, 0 "
            "not judged, 0/1\n"
            "bureau town: 2 rows, 2 met or better of which 1 exceeded, 0 missed, 0 no data, 0 not "
            "judged, 2/2\n"
            "- town: 2 rows, 0 met or better of which 0 exceeded, 1 missed, 1 no data, 0 not "
            "judged, 1/2\n");
}

TEST(RollupTest, OnAMapALeadIsWhatItBecame) {
  Book book = merged();
  Target& target = add_unit_target(book, "output", "c", "2025", at_least("1"));
  target.lead = "a";
  const Report before = book.report_on_map("2025-12-31", "2025-01-01");
  EXPECT_EQ(shown(before, TallyBy::lead).substr(0, 2), "a ");
  const Report after = book.report_on_map("2025-12-31", "2025-12-31");
  EXPECT_EQ(shown(after, TallyBy::lead).substr(0, 2), "e ");
}

TEST(RollupTest, EveryRowIsCountedAsOneThing) {
  ReportRow row;
  row.kind = RowKind::whole;
  row.verdict = Verdict::met;
  EXPECT_EQ(counted_as(row), CountedAs::met);
  row.project = 0;
  EXPECT_EQ(counted_as(row), CountedAs::of_project);
  row.kind = RowKind::component;
  EXPECT_EQ(counted_as(row), CountedAs::component);
  row.kind = RowKind::indicator;
  EXPECT_EQ(counted_as(row), CountedAs::no_target);
  row.kind = RowKind::target;
  row.project = kNone;
  row.verdict = Verdict::none;
  for (const auto& [state, as] : {std::pair{State::no_data, CountedAs::no_data},
                                  {State::not_due, CountedAs::no_data},
                                  {State::value, CountedAs::not_judged},
                                  {State::undefined, CountedAs::not_judged}}) {
    row.state = state;
    EXPECT_EQ(counted_as(row), as) << name_of(state);
  }
  EXPECT_TRUE(is_counted(CountedAs::not_judged));
  EXPECT_FALSE(is_counted(CountedAs::component));
  EXPECT_FALSE(is_counted(CountedAs::of_project));
}

TEST(RollupTest, TalliesHaveNames) {
  for (const TallyBy by : kTallies) EXPECT_EQ(tally_named(name_of(by)), by);
  EXPECT_EQ(name_of(TallyBy::task_group), "task_group");
  EXPECT_FALSE(tally_named("assigner"));
}

}  // namespace
}  // namespace tiendo::rollup_test
