// Land clearance, disbursement, and counts of indicators that Vietnamese public pages print, each
// through the engine. The file says which of the printed figures follow from their inputs; those
// that do not must not come out here either. tests/data/published/README.md describes the columns.

#include <gtest/gtest.h>

#include "published.hpp"
#include "work_book.hpp"

namespace tiendo::work_published_test {
namespace {

std::string text(const std::optional<Decimal>& decimal) {
  return decimal ? decimal->to_string() : "none";
}

std::string printed_as(const Published& c, WorkBook& book, const WorkRow& row, WorkField field) {
  return text(printed(book.plan(), row, field, {c.digits, Rounding::half_up}));
}

// One project of those declared, which has handed over all that was, and the total of them.
std::string land_rate(const Published& c) {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha");
  book.add_target("land", at_least(c.inputs.at("plan"))).projects =
      std::stoi(c.inputs.at("projects"));
  book.add_project("a", "land", at_least(c.inputs.at("plan"))).stages = {"measured", "handed-over"};
  book.add_project_report("a", "land", "2024", "1").work_stage = "measured";
  book.add_project_report("a", "land", "2024", c.inputs.at("actual")).work_stage = "handed-over";
  return printed_as(c, book, book.work_row("2024-12-31", WorkKind::total), WorkField::rate);
}

std::string paid(const Published& c, WorkField field) {
  WorkBook book;
  Project& road = book.add_project("a");
  for (const std::string& name : c.names) {
    if (name == "actual") continue;
    book.add_indicator("paid-" + name, IndicatorKind::flow);
    road.capital.push_back(
        pot(name, "paid-" + name, field == WorkField::rate ? c.inputs.at(name) : "1"));
    book.add_project_report("a", "paid-" + name, "2024",
                            c.inputs.at(field == WorkField::rate ? "actual" : name));
  }
  const WorkKind kind =
      c.names.size() > 1 && field == WorkField::reached ? WorkKind::capital : WorkKind::pot;
  return printed_as(c, book, book.work_row("2024-12-31", kind), field);
}

// The growth that a plan asks for over the year before: what is planned stands for what is reached.
std::string plan_growth(const Published& c) {
  WorkBook book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_report("x", "2023", c.inputs.at("base"));
  book.add_report("x", "2024", c.inputs.at("plan"));
  return text(
      printed(book.plan(), book.row("2024-12-31"), Field::growth, {c.digits, Rounding::half_up}));
}

// Indicators that came out so, counted by the summary: met or better, exceeded a part of it.
std::string met_or_better(const Published& c) {
  WorkBook book;
  int number = 0;
  for (const auto& [verdict, value] :
       {std::pair{"exceeded", "3"}, std::pair{"met", "2"}, std::pair{"missed", "1"}}) {
    for (int i = std::stoi(c.inputs.at(verdict)); i > 0; --i) {
      const std::string id = 'x' + std::to_string(number++);
      book.add_indicator(id, IndicatorKind::flow);
      book.add_target(id, at_least("2"));
      book.add_report(id, "2024", value);
    }
  }
  const SummaryRow summary = book.report("2024-12-31").summary.at(0);
  EXPECT_EQ(std::to_string(summary.exceeded), c.inputs.at("exceeded"));
  EXPECT_EQ(summary.rows, number);
  return std::to_string(summary.exceeded + summary.met);
}

std::string computed(const Published& c) {
  if (c.kind == "gpmb_plan_completion") return land_rate(c);
  if (c.kind == "disbursement_rate") return paid(c, WorkField::rate);
  if (c.kind == "total_of_pots") return paid(c, WorkField::reached);
  if (c.kind == "plan_task_ratio") return plan_growth(c);
  EXPECT_EQ(c.kind, "count_indicators");
  return met_or_better(c);
}

TEST(WorkPublishedTest, EveryFigureThatReproducesIsPrintedAndNoOther) {
  std::map<std::string, int> counted;
  for (const Published& c : read_cases("work_cases.csv")) {
    if (c.reproduces) {
      EXPECT_EQ(computed(c), c.stated) << c.id;
    } else {
      EXPECT_NE(computed(c), c.stated) << c.id;
      EXPECT_NE(computed(c), "none") << c.id;
    }
    ++counted[c.kind];
  }
  const std::map<std::string, int> expected = {{"count_indicators", 1},
                                               {"disbursement_rate", 2},
                                               {"gpmb_plan_completion", 2},
                                               {"plan_task_ratio", 1},
                                               {"total_of_pots", 1}};
  EXPECT_EQ(counted, expected);
}

}  // namespace
}  // namespace tiendo::work_published_test
