// What was reported of a formula against what it makes.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::checks_formula_test {
namespace {

// Of 20 for so many people.
std::vector<Errc> found(std::string_view reported, Qualifier qualifier = Qualifier::exact,
                        std::string_view people = "3", std::string_view when = "2024") {
  Book book;
  book.add_indicator("f", IndicatorKind::formula).formula = "output / people";
  book.add_indicator("output", IndicatorKind::flow);
  book.add_indicator("people", IndicatorKind::level, "person");
  book.add_report("output", when, "20");
  book.add_report("people", when, people);
  book.add_report("f", "2024", reported).qualifier = qualifier;
  std::vector<Errc> codes;
  for (const Diagnostic& finding : check_plan(book.log())) codes.push_back(finding.code);
  return codes;
}

TEST(ChecksFormulaTest, AReportThatTheFormulaDoesNotMakeIsFound) {
  const std::vector<Errc> nothing;
  const std::vector<Errc> differs = {Errc::formula_differs};
  EXPECT_EQ(found("6.67"), nothing);
  EXPECT_EQ(found("6.66"), nothing) << "rounded down";
  EXPECT_EQ(found("6.65"), differs);
  EXPECT_EQ(found("7"), nothing);
  EXPECT_EQ(found("6.8"), differs);
  EXPECT_EQ(found("5"), differs);
  EXPECT_EQ(found("4.9", Qualifier::exact, "4"), differs) << "one whole digit below 5";
  EXPECT_EQ(found("5", Qualifier::over), nothing) << "a bound is no figure to compute again";
}

TEST(ChecksFormulaTest, WhatAPartOfTheYearMakesIsNotComparedWithAllOfIt) {
  EXPECT_EQ(found("5", Qualifier::exact, "3", "2024-H1"), std::vector<Errc>{});
}

}  // namespace
}  // namespace tiendo::checks_formula_test
