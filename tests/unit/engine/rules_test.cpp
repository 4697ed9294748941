// Sets of rules, and what a report makes of them.

#include "tiendo/engine/rules.hpp"

#include <gtest/gtest.h>

#include "book.hpp"
#include "tiendo/engine/work.hpp"

namespace tiendo::rules_test {
namespace {

TEST(RulesTest, TheFirstSetIsTheDefault) {
  ASSERT_EQ(built_in_rules().size(), 1U);
  EXPECT_EQ(full_name(built_in_rules()[0]), "tiendo@1");
  EXPECT_EQ(built_in_rules()[0], Rules());
  EXPECT_EQ(*rules_named("tiendo@1"), Rules());
}

TEST(RulesTest, AnUnknownNameOrVersionIsRefused) {
  for (const char* name : {"tiendo@2", "tiendo", "tiendo@01", "tienda@1", "", "@1"}) {
    EXPECT_EQ(rules_named(name).error().code, Errc::unknown_rules) << name;
  }
  EXPECT_NE(rules_named("tienda@1").error().sentence.find("tiendo@1"), std::string::npos);
}

TEST(RulesTest, AFullNameIsAnIdAndAVersion) {
  for (const char* name : {"tiendo@1", "a/b.c@20", "a@0"}) EXPECT_TRUE(is_full_name(name)) << name;
  for (const char* name : {"", "@1", "a@", "a@1x", "a@-1", "a b@1", "tiendo", "rules.json"}) {
    EXPECT_FALSE(is_full_name(name)) << name;
  }
}

TEST(RulesTest, TheMethodsAreThoseOfTheBaseInTheOrderOfTheirNames) {
  const auto methods = methods_of(Rules());
  ASSERT_TRUE(methods);
  EXPECT_TRUE(std::is_sorted(methods->begin(), methods->end()));
  Rules own;
  own.name = "own";
  own.version = 7;
  EXPECT_EQ(methods_of(own).error().code, Errc::unknown_rules);
  own.based_on = "tiendo@1";
  EXPECT_EQ(*methods_of(own), *methods);
  own.based_on = "tiendo@2";
  EXPECT_EQ(methods_of(own).error().code, Errc::unknown_rules);
}

TEST(RulesTest, ABaseRuleGivesWayToTheRequestAndToTheIndicator) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("y", IndicatorKind::flow).base_rule = BaseRule::latest;
  for (const char* id : {"x", "y"}) {
    book.add_report(id, "2024", "12");
    book.add_report(id, "2023", "8").recorded_on = day("2024-01-05");
    book.add_report(id, "2023", "9").recorded_on = day("2024-06-05");
  }
  Request request;
  request.as_of = day("2024-12-31");
  request.rules.base_rule = BaseRule::first_published;
  const auto bases = [&] {
    const Report report = evaluate(book.log(), request);
    return shown(report.rows[0].same_period) + ' ' + shown(report.rows[1].same_period);
  };
  EXPECT_EQ(bases(), "8 9");
  EXPECT_EQ(base_rule_of(request), BaseRule::first_published);
  request.base_rule = BaseRule::latest;
  EXPECT_EQ(bases(), "9 9");
  EXPECT_EQ(base_rule_of(request), BaseRule::latest);
}

TEST(RulesTest, WhatASetSaysHasANameEach) {
  EXPECT_EQ(name_of(Unreported::withhold), "withhold");
  EXPECT_EQ(name_of(Unreported::leave_out), "leave_out");
  EXPECT_EQ(name_of(static_cast<Unreported>(2)), "");
  EXPECT_EQ(name_of(ComparedWith::year_before), "year_before");
  EXPECT_EQ(name_of(ComparedWith::period_before), "period_before");
  EXPECT_EQ(name_of(static_cast<ComparedWith>(2)), "");
}

TEST(RulesTest, ARoundingGivesWayToTheOneThatIsAskedFor) {
  Rules rules;
  EXPECT_EQ(under(rules, {}).rounding, std::nullopt);
  rules.rounding = Rounding::down;
  EXPECT_EQ(under(rules, {}).rounding, Rounding::down);
  EXPECT_EQ(under(rules, {.digits = 3, .rounding = Rounding::up}).rounding, Rounding::up);
  EXPECT_EQ(under(rules, {.digits = 3, .rounding = {}}).digits, 3);
}

TEST(RulesTest, ALimitIsForProjectsThatHaveNone) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  for (const char* id : {"a", "b"}) {
    Project& project = book.add_project(id, "x", at_least("5"));
    project.finish = day("2023-12-31");
  }
  Project& own = book.add_project("c", "x", at_least("5"));
  own.finish = day("2023-12-31");
  own.late_after_months = 24;
  Request request;
  request.as_of = day("2024-12-31");
  const auto limits = [&] {
    std::string text;
    const TaskLog tasks(book.log().plan());
    for (const WorkRow& row : work(book.log(), tasks, request).rows) {
      if (row.kind != WorkKind::project) continue;
      text += (row.limit_months ? std::to_string(*row.limit_months) : "none") + ' ';
    }
    return text;
  };
  EXPECT_EQ(limits(), "none none 24 ");
  request.rules.late_after_months = 6;
  EXPECT_EQ(limits(), "6 6 24 ");
}

}  // namespace
}  // namespace tiendo::rules_test
