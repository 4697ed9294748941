// Percentages, growth rates, totals and shares that Vietnamese public pages print, each through the
// engine: a plan with a target, reports, a row, the printed figure. The file says which of the
// printed figures follow from their inputs; those that do not must not come out here either.
// tests/data/published/README.md describes the columns.

#include <gtest/gtest.h>

#include <map>

#include "book.hpp"
#include "published.hpp"

namespace tiendo::published_cases_test {
namespace {

// The value of the year before in two editions; the revision of it was published.
Field enter_revision(const Published& c, Book& book) {
  book.add_indicator("x", IndicatorKind::level);
  book.add_report("x", "2023", c.inputs.at("a")).status = Status::preliminary;
  book.add_report("x", "2023", c.inputs.at("b")).recorded_on = day("2024-07-01");
  book.add_report("x", "2024", c.inputs.at("b"));
  return Field::base_revision;
}

// A figure and the value of the year before that stands in another document. What is published of
// them is a growth or an index, or the difference of two numbers.
Field enter_base(const Published& c, Book& book) {
  const auto input = [&](const char* name) { return std::string_view(c.inputs.at(name)); };
  if (c.inputs.contains("a")) {
    book.add_target("x", at_least(input("a")));
    book.add_report("x", "2024", input("b"));
    return Field::remaining;
  }
  const std::string actual =
      c.inputs.contains("actual")
          ? c.inputs.at("actual")
          : (*(dec(input("plan")) * dec(input("pct"))) * dec("0.01"))->to_string();
  book.add_report("x", "2024", actual);
  book.add_report("x", "2023", input("base"));
  return c.id == "VN-205" ? Field::index : Field::growth;
}

// Puts the inputs into the book. Returns the figure that was published.
Field enter(const Published& c, Book& book) {
  const auto input = [&](const char* name) { return std::string_view(c.inputs.at(name)); };
  if (c.kind == "revision") return enter_revision(c, book);
  if (c.kind == "share" || c.kind == "share_nested") {
    book.add_indicator("x", IndicatorKind::ratio, "percent");
    book.add_report("x", "2024", c.inputs.at("part") + '/' + c.inputs.at("total"));
    return Field::actual;
  }
  book.add_indicator("x", IndicatorKind::flow);
  if (c.kind == "base_consistency") return enter_base(c, book);
  if (c.kind == "total_of_parts" || c.kind == "total_of_shares") {
    for (std::size_t i = 0; i < c.names.size(); ++i) {
      const std::string unit = "part-" + std::to_string(i);
      book.add_unit(unit);
      book.add_unit_report(unit, "x", "2024", input(c.names[i].c_str()));
    }
    return Field::actual;
  }
  book.add_report("x", "2024", input("actual"));
  if (c.kind == "plan_completion" || c.kind == "over_plan") {
    book.add_target("x", at_least(input("plan")));
    return c.kind == "over_plan" ? Field::excess : Field::completion;
  }
  book.add_report("x", "2023", input("base"));
  EXPECT_TRUE(c.kind == "growth_same_period" || c.kind == "index_same_period") << c.kind;
  return c.kind == "index_same_period" ? Field::index : Field::growth;
}

TEST(PublishedCasesTest, EveryFigureThatReproducesIsPrintedAndNoOther) {
  std::map<std::string, std::pair<int, int>> counted;  // by kind: reproduce, do not
  const std::vector<Published> cases = read_cases("vietnam_cases.csv");
  ASSERT_EQ(cases.size(), 99U);
  for (const Published& c : cases) {
    Book book;
    const Field field = enter(c, book);
    const ReportRow row = book.row("2024-12-31");
    const auto figure = printed(book.plan(), row, field, {c.digits, Rounding::half_up});
    ASSERT_TRUE(figure) << c.id;
    EXPECT_TRUE(row.coverage.complete()) << c.id;
    if (c.reproduces) {
      // Of a revision the size is published, here downwards.
      EXPECT_EQ(figure->to_string(), (c.kind == "revision" ? "-" : "") + c.stated) << c.id;
      ++counted[c.kind].first;
    } else {
      EXPECT_NE(*figure, dec(c.stated)) << c.id;
      ++counted[c.kind].second;
    }
  }
  const std::map<std::string, std::pair<int, int>> expected = {
      {"plan_completion", {30, 3}},  {"over_plan", {4, 0}},    {"growth_same_period", {1, 0}},
      {"index_same_period", {5, 0}}, {"share", {11, 1}},       {"total_of_parts", {24, 1}},
      {"total_of_shares", {7, 0}},   {"share_nested", {2, 2}}, {"base_consistency", {0, 7}},
      {"revision", {1, 0}}};
  EXPECT_EQ(counted, expected);
}

}  // namespace
}  // namespace tiendo::published_cases_test
