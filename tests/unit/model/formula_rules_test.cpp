// The rules of indicators that are computed from others.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::formula_rules_test {
namespace {

Book with(std::string formula) {
  Book book = good_book();
  Indicator computed = indicator("f", "percent", IndicatorKind::formula);
  computed.formula = std::move(formula);
  book.indicators.push_back(computed);
  return book;
}

std::vector<std::string> found(const std::string& formula) {
  return found_in(with(formula).build().diagnostics);
}

TEST(FormulaRulesTest, AFormulaOverOtherIndicatorsIsAPartOfThePlan) {
  const Checked<Plan> plan = with("[land-growth] + paid * 2").build();
  ASSERT_TRUE(plan);
  const IndicatorFormula* formula = plan.value->formula_of(4);
  ASSERT_NE(formula, nullptr);
  EXPECT_EQ(formula->indicators, (std::vector<Index>{1, 2}));
  EXPECT_EQ(plan.value->formula_of(0), nullptr);
}

TEST(FormulaRulesTest, WhatIsWrongIsNamedWithItsCode) {
  using Findings = std::vector<std::string>;
  EXPECT_EQ(found(""), Findings{error_at(Errc::formula_missing, "/indicators/4")});
  EXPECT_EQ(found("land +"), Findings{error_at(Errc::expression_syntax, "/indicators/4/formula")});
  EXPECT_EQ(found("people / land"),
            Findings{error_at(Errc::unknown_indicator, "/indicators/4/formula")});
  EXPECT_EQ(found("2 * 3"), Findings{error_at(Errc::formula_constant, "/indicators/4/formula")});
  EXPECT_EQ(found("f + 1"), Findings{error_at(Errc::indicator_cycle, "/indicators/4/formula")});
}

TEST(FormulaRulesTest, TheFaultOfTheTextIsAtAByte) {
  const Checked<Plan> plan = with("land + ) 2").build();
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(plan.diagnostics[0].sentence.rfind("at byte 8 of the formula: ", 0), 0U)
      << plan.diagnostics[0].sentence;
}

TEST(FormulaRulesTest, NumbersOfDifferentMeasuresAreAddedWithAWarning) {
  using Findings = std::vector<std::string>;
  const Findings warned = {warning_at(Errc::formula_measures, "/indicators/4/formula")};
  EXPECT_EQ(found("land + wards"), warned);
  EXPECT_EQ(found("(land - land) - -paid"), warned);
  EXPECT_EQ(found("land / wards + paid"), Findings{}) << "a quotient has no measure that is known";
  EXPECT_EQ(found("paid - [land-growth]"), Findings{});
}

TEST(FormulaRulesTest, OnlyAFormulaHasAFormulaAndItHasNoBreaks) {
  Book book = good_book();
  book.indicators[0].formula = "wards";
  EXPECT_EQ(found_in(book.build().diagnostics),
            std::vector<std::string>{error_at(Errc::rule_conflict, "/indicators/0/formula")});
  Book broken = with("land * 2");
  broken.indicators[4].breaks = {{day("2024-07-01"), BreakKind::scope, dec("2"), {}}};
  EXPECT_EQ(found_in(broken.build().diagnostics),
            std::vector<std::string>{error_at(Errc::rule_conflict, "/indicators/4/breaks")});
}

TEST(FormulaRulesTest, ACompositeHasNoNumberToComputeWith) {
  Book book = with("mixed * 2");
  Indicator mixed = indicator("mixed", "", IndicatorKind::composite);
  mixed.components = {"land", "wards"};
  book.indicators.push_back(mixed);
  EXPECT_EQ(found_in(book.build().diagnostics),
            std::vector<std::string>{error_at(Errc::rule_conflict, "/indicators/4/formula")});
}

}  // namespace
}  // namespace tiendo::formula_rules_test
