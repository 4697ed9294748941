// The mean, the highest and the lowest of the units below, and of projects.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::unit_rules_test {
namespace {

// A town with three wards and an income, combined by the rule; people to weigh by.
Book town(UnitRule rule, IndicatorKind kind = IndicatorKind::level,
          std::string_view measure = "ty-dong") {
  Book book;
  for (const char* ward : {"a", "b", "c"}) book.add_unit(ward);
  Indicator& income = book.add_indicator("income", kind, std::string(measure));
  income.unit_rule = rule;
  if (rule == UnitRule::mean) income.weight = "people";
  book.add_indicator("people", IndicatorKind::level, "person").unit_rule = UnitRule::sum;
  return book;
}

void tell(Book& book, const char* ward, const char* income, const char* people = "") {
  if (*income != 0) book.add_unit_report(ward, "income", "2024", income);
  if (*people != 0) book.add_unit_report(ward, "people", "2024", people);
}

std::string made(Book& book) {
  const ReportRow row = book.row("2024-12-31");
  return shown(row.actual) + ' ' + shown(row.coverage) + ' ' + shown_state(row);
}

TEST(UnitRulesTest, AMeanCountsEachUnitByItsWeight) {
  Book book = town(UnitRule::mean);
  tell(book, "a", "10", "100");
  tell(book, "b", "20", "300");
  tell(book, "c", "99", "0");
  EXPECT_EQ(made(book), "35/2 3/3 units value");
}

TEST(UnitRulesTest, OnlyUnitsWithAValueTakePartInAMean) {
  Book book = town(UnitRule::mean);
  tell(book, "a", "10", "100");
  tell(book, "b", "20", "300");
  tell(book, "c", "", "1000");
  EXPECT_EQ(made(book), "35/2 2/3 units undefined partial_coverage");
  Book less = town(UnitRule::mean);
  tell(less, "a", "10", "100");
  tell(less, "b", "20", "300");
  tell(less, "c", "n/a", "1000");
  EXPECT_EQ(made(less), "35/2 2/2 units value");
}

TEST(UnitRulesTest, WithoutAWeightThereIsNoMean) {
  const auto with = [](const char* people) {
    Book book = town(UnitRule::mean);
    tell(book, "a", "10", "100");
    tell(book, "b", "20", people);
    return shown(book.row("2024-12-31").actual);
  };
  EXPECT_EQ(with(""), "weight_unreported");
  EXPECT_EQ(with("n/a"), "weight_unreported");
  EXPECT_EQ(with("withheld"), "withheld");
  EXPECT_EQ(with("-1"), "weight_negative");
  Book nobody = town(UnitRule::mean);
  tell(nobody, "a", "10", "0");
  tell(nobody, "b", "20", "0");
  EXPECT_EQ(shown(nobody.row("2024-12-31").actual), "no_weight");
}

TEST(UnitRulesTest, AWeightOfAPartOfTheYearIsWaitedFor) {
  Book book = town(UnitRule::mean);
  tell(book, "a", "10", "100");
  tell(book, "b", "20");
  tell(book, "c", "10", "100");
  book.add_unit_report("b", "people", "2024-H1", "300");
  EXPECT_EQ(made(book), "16 2/3 units undefined partial_coverage");
}

TEST(UnitRulesTest, TheWeightOfATownIsWhatItsWardsMake) {
  Book book = town(UnitRule::mean);
  book.add_unit("a1", "a");
  book.add_unit("a2", "a");
  tell(book, "a1", "10", "100");
  tell(book, "a2", "40", "200");
  tell(book, "b", "10", "300");
  tell(book, "c", "10", "400");
  // a: 30 by 300 people; the town: (30 * 300 + 10 * 700) / 1000.
  EXPECT_EQ(made(book), "16 3/3 units value");
}

TEST(UnitRulesTest, TheHighestAndTheLowestOfTheUnits) {
  for (const auto& [rule, expected] : {std::pair{UnitRule::max, "20 3/3 units value"},
                                       std::pair{UnitRule::min, "-5 3/3 units value"}}) {
    Book book = town(rule);
    tell(book, "a", "10");
    tell(book, "b", "20");
    tell(book, "c", "-5");
    EXPECT_EQ(made(book), expected);
  }
  Book partial = town(UnitRule::max);
  tell(partial, "a", "10");
  EXPECT_EQ(made(partial), "10 1/3 units undefined partial_coverage");
}

TEST(UnitRulesTest, ItsOwnReportComesFirst) {
  Book book = town(UnitRule::max);
  tell(book, "a", "10");
  tell(book, "town", "7");
  EXPECT_EQ(made(book), "7 12/12 months value");
}

TEST(UnitRulesTest, OfRatiosTheQuotientsAreCombined) {
  Book book = town(UnitRule::mean, IndicatorKind::ratio, "percent");
  tell(book, "a", "1/2", "1");
  tell(book, "b", "3/4", "3");
  tell(book, "c", "0/0", "5");
  EXPECT_EQ(made(book), "275/4 3/3 units value") << "(50 + 3 * 75) / 4";
  Book highest = town(UnitRule::max, IndicatorKind::ratio, "percent");
  tell(highest, "a", "1/2");
  tell(highest, "b", "3/4");
  tell(highest, "c", "5/0");
  EXPECT_EQ(shown(highest.row("2024-12-31").actual), "denominator_zero");
}

TEST(UnitRulesTest, ProjectsAreCombinedByTheSameRule) {
  Book book = town(UnitRule::mean);
  book.add_project("p", "income", at_least("1"));
  book.add_project("q", "income", at_least("1"));
  book.add_target("income", at_least("12"));
  for (const auto& [project, income, people] :
       {std::tuple{"p", "10", "1"}, std::tuple{"q", "20", "3"}}) {
    book.add_project_report(project, "income", "2024", income);
    book.add_project_report(project, "people", "2024", people);
  }
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.actual), "35/2");
  EXPECT_EQ(shown(row.coverage), "2/2 projects");
  EXPECT_EQ(row.verdict, Verdict::exceeded);
}

TEST(UnitRulesTest, ABoundOnAWeightMakesNoBound) {
  Book book = town(UnitRule::mean);
  tell(book, "a", "10", "100");
  book.add_unit_report("b", "income", "2024", "20");
  book.add_unit_report("b", "people", "2024", "300").qualifier = Qualifier::over;
  tell(book, "c", "10", "1");
  EXPECT_EQ(book.row("2024-12-31").qualifier, Qualifier::about);
}

TEST(UnitRulesTest, AWardThatWasMadeOfOthersHasWhatTheyMakeOnTheMap) {
  Book book = town(UnitRule::mean);
  book.add_unit("m");
  book.add_event("2024-07-01", {"a", "b"}, {{"m", ""}});
  book.add_target("income", at_least("1")).unit = "m";
  book.add_unit_report("a", "income", "2024-H1", "10");
  book.add_unit_report("a", "people", "2024-H1", "100");
  book.add_unit_report("b", "income", "2024-H1", "20");
  book.add_unit_report("b", "people", "2024-H1", "300");
  EXPECT_EQ(shown(book.report_on_map("2024-06-30", "2024-07-01").rows.at(0).actual), "35/2");
}

TEST(UnitRulesTest, OfAPartOfAUnitNobodyKnowsTheMean) {
  Book book = town(UnitRule::max);
  book.add_unit("m");
  book.add_unit("n");
  book.add_event("2024-07-01", {"a"}, {{"m", "0.5"}, {"n", "0.5"}});
  book.add_target("income", at_least("1")).unit = "m";
  book.add_unit_report("a", "income", "2024-H1", "10");
  EXPECT_EQ(shown(book.report_on_map("2024-06-30", "2024-07-01").rows.at(0).actual),
            "not_additive");
}

TEST(UnitRulesTest, TheOwnReportIsCheckedAgainstWhatTheUnitsMake) {
  Book book = town(UnitRule::max);
  tell(book, "a", "10");
  tell(book, "b", "20");
  tell(book, "c", "5");
  tell(book, "town", "12");
  const Diagnostics findings = check_plan(book.log());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, Errc::parts_differ);
}

TEST(UnitRulesTest, AWeightThatIsDividedByNothingIsNoNumberOfTheTrace) {
  Book book;
  for (const char* ward : {"a", "b"}) book.add_unit(ward);
  Indicator& income = book.add_indicator("income", IndicatorKind::level);
  income.unit_rule = UnitRule::mean;
  income.weight = "density";
  book.add_indicator("density", IndicatorKind::ratio);
  tell(book, "a", "10");
  tell(book, "b", "20");
  book.add_unit_report("a", "density", "2024", "3/2");
  book.add_unit_report("b", "density", "2024", "3/0");
  EXPECT_EQ(shown(book.row("2024-12-31").actual), "denominator_zero");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  EXPECT_FALSE(trace.number_of(Field::actual));
}

TEST(UnitRulesTest, TheTraceNamesThePartsAndTheirWeights) {
  Book book = town(UnitRule::mean);
  tell(book, "a", "10", "100");
  tell(book, "b", "20", "300");
  tell(book, "c", "n/a");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  const NumberAt at = trace.number_of(Field::actual);
  ASSERT_TRUE(at);
  const TraceNumber& made = trace.numbers[*at];
  EXPECT_EQ(made.method, "weighted_mean@1");
  EXPECT_EQ(made.formula, "(x1 * w1 + x2 * w2) / (w1 + w2)");
  EXPECT_EQ(made.value, *(Ratio(35) / Ratio(2)));
  ASSERT_EQ(made.terms.size(), 4U);
  EXPECT_EQ(made.terms[1].value, Ratio(20));
  EXPECT_EQ(made.terms[3].symbol, "w2");
  EXPECT_EQ(made.terms[3].value, Ratio(300));
  EXPECT_EQ(book.log().plan().units()[trace.numbers[made.terms[3].at].unit].id, "b");
}

}  // namespace
}  // namespace tiendo::unit_rules_test
