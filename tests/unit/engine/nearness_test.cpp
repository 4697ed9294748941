// What is near the condition of a row, and how far from a bound that is.

#include "engine/nearness.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::nearness_test {
namespace {

NearMiss near_by(std::string_view value, ChangeIn in = ChangeIn::value) { return {dec(value), in}; }

std::string shown(const std::optional<NearMiss>& near) {
  return near ? near->value.to_string() + ' ' + std::string(name_of(near->in)) : "-";
}

TEST(NearnessTest, ATargetSaysItOrElseItsIndicatorOrElseNobody) {
  Book book;
  book.add_indicator("said", IndicatorKind::flow).near = near_by("5");
  book.add_indicator("silent", IndicatorKind::flow);
  for (const char* indicator : {"said", "silent"}) {
    book.add_target(indicator, at_least("100"));
    book.add_target(indicator, at_least("100"), "province").near = near_by("2", ChangeIn::percent);
    book.add_report(indicator, "2024", "97");
  }
  const std::vector<ReportRow> rows = book.report("2024-12-31").rows;
  EXPECT_EQ(shown(rows.at(0).near), "5 value");
  EXPECT_EQ(shown(rows.at(1).near), "2 percent");
  EXPECT_EQ(shown(rows.at(2).near), "-");
  EXPECT_EQ(shown(rows.at(3).near), "2 percent");
  EXPECT_EQ(shown_verdict(rows.at(0)), "near");
  EXPECT_EQ(shown_verdict(rows.at(1)), "missed");
  EXPECT_EQ(shown_verdict(rows.at(2)), "missed");
}

TEST(NearnessTest, AnIndicatorWithoutATargetAndAFactHaveNothingToBeNear) {
  Book book;
  book.add_indicator("bare", IndicatorKind::flow).near = near_by("5");
  book.add_indicator("fact", IndicatorKind::flow).near = near_by("5");
  book.add_target("fact", yes());
  book.add_report("fact", "2024", "0");
  const std::vector<ReportRow> rows = book.report("2024-12-31").rows;
  EXPECT_EQ(shown(rows.at(0).near), "-");
  EXPECT_EQ(shown(rows.at(1).near), "-");
  EXPECT_EQ(shown_verdict(rows.at(1)), "missed");
}

TEST(NearnessTest, PointsAreOfTheMeasureAndPercentOfTheBound) {
  for (const auto& [value, at_least_100, below_80] : {std::tuple{"95", "near", "missed"},
                                                      {"94.999", "missed", "missed"},
                                                      {"80", "missed", "near"},
                                                      {"80.001", "missed", "missed"},
                                                      {"-80", "missed", "near"},
                                                      {"-80.001", "missed", "exceeded"}}) {
    Book book;
    Indicator& rate = book.add_indicator("rate", IndicatorKind::level, "per-mille");
    rate.near = near_by("0.5", ChangeIn::points);  // five per mille
    book.add_target("rate", at_least("100"));
    Target& below = book.add_target("rate", condition(ConditionKind::less_than, "-80"), "province");
    below.near = near_by("200", ChangeIn::percent);
    book.add_report("rate", "2024", value);
    const std::vector<ReportRow> rows = book.report("2024-12-31").rows;
    EXPECT_EQ(shown_verdict(rows.at(0)), at_least_100) << value;
    EXPECT_EQ(shown_verdict(rows.at(1)), below_80) << value;
  }
}

TEST(NearnessTest, ARangeIsNearOnEitherSide) {
  for (const auto& [value, verdict] : {std::pair{"5.7", "missed"},
                                       {"5.8", "near"},
                                       {"6", "met"},
                                       {"6.5", "met"},
                                       {"6.7", "near"},
                                       {"6.8", "missed"}}) {
    Book book;
    Indicator& rate = book.add_indicator("rate", IndicatorKind::level);
    rate.direction = Direction::inside;
    rate.near = near_by("0.2");
    book.add_target("rate", between("6", "6.5"));
    book.add_report("rate", "2024", value);
    EXPECT_EQ(shown_verdict(book.row("2024-12-31")), verdict) << value;
  }
}

// What the whole of two targets of 10 and 20 has as near, with these thresholds.
std::string of_whole(const std::optional<NearMiss>& first, const std::optional<NearMiss>& second,
                     const std::optional<NearMiss>& indicator = std::nullopt) {
  Book book;
  book.add_indicator("land", IndicatorKind::flow, "ha").near = indicator;
  book.add_target("land", at_least("10")).near = first;
  Target& added = book.add_target("land", at_least("20"), "province");
  added.layer = TargetLayer::adds;
  added.near = second;
  return shown(book.report("2024-12-31").rows.at(2).near);
}

TEST(NearnessTest, ThresholdsOfTargetsAddUpAsTheirNumbersDo) {
  const NearMiss percent = near_by("3", ChangeIn::percent);
  EXPECT_EQ(of_whole(near_by("1"), near_by("0.5")), "1.5 value");
  EXPECT_EQ(of_whole(percent, near_by("3.0", ChangeIn::percent)), "3 percent");
  EXPECT_EQ(of_whole(percent, near_by("4", ChangeIn::percent)), "-");
  EXPECT_EQ(of_whole(percent, near_by("3")), "-");
  EXPECT_EQ(of_whole(near_by("1"), std::nullopt), "-");
  EXPECT_EQ(of_whole(near_by("1"), std::nullopt, near_by("1")), "-");
  EXPECT_EQ(of_whole(std::nullopt, std::nullopt, near_by("1")), "1 value");
}

TEST(NearnessTest, OnAMapTheyComeByTheSharesOfTheirTargets) {
  Book book;
  book.add_indicator("land", IndicatorKind::flow, "ha");
  for (const char* unit : {"a", "b", "c"}) book.add_unit(unit);
  book.add_event("2024-07-01", {"a"}, {{"b", "0.25"}, {"c", "0.75"}});
  book.unit("b").from = day("2020-01-01");
  Target& divided = book.add_target("land", at_least("100"));
  divided.unit = "a";
  divided.near = near_by("4");
  Target& kept = book.add_target("land", at_least("10"));
  kept.unit = "b";
  kept.near = near_by("1");
  const std::vector<ReportRow> rows = book.report_on_map("2024-12-31", "2024-12-31").rows;
  EXPECT_EQ(rows.at(0).condition.value.to_string(), "35");
  EXPECT_EQ(shown(rows.at(0).near), "2 value");
  EXPECT_EQ(shown(rows.at(1).near), "3 value");
}

TEST(NearnessTest, AComponentIsNearAsItsIndicatorSaysAndThenTheCompositeIs) {
  Book book;
  book.add_indicator("a", IndicatorKind::share, "percent").near = near_by("1", ChangeIn::points);
  book.add_indicator("b", IndicatorKind::share, "percent");
  book.add_composite("c", {"a", "b"});
  book.add_target("c", by_component({{"a", at_least("10")}, {"b", at_least("20")}}));
  book.add_report("a", "2024", "9");
  book.add_report("b", "2024", "20");
  const std::vector<ReportRow> rows = book.report("2024-12-31").rows;
  EXPECT_EQ(shown(rows.at(0).near), "-");
  EXPECT_EQ(shown(rows.at(1).near), "1 points");
  EXPECT_EQ(shown(rows.at(2).near), "-");
  EXPECT_EQ(shown_verdict(rows.at(0)), "near");
  EXPECT_EQ(shown_verdict(rows.at(1)), "near");
}

TEST(NearnessTest, NothingIsNearBeforeThePeriodIsOver) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow).near = near_by("5");
  book.add_target("x", at_least("100"));
  book.add_report("x", "2024-H1", "97");
  EXPECT_EQ(shown_verdict(book.row("2024-06-30")), "period_open");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "partial_coverage");
}

}  // namespace
}  // namespace tiendo::nearness_test
