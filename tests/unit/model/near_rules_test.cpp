// What may be said to be near: an amount that is not below zero, of something with a number.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::near_rules_test {
namespace {

using Lines = std::vector<std::string>;

NearMiss by(std::string_view value, ChangeIn in) { return {dec(value), in}; }

// clang-format off
const Fault kFaults[] = {
    {"less than nothing", [](Book& b) { b.targets[0].near = by("-0.1", ChangeIn::value); },
     Errc::near_negative, "/plan/targets/0/near/value"},
    {"less than nothing, of all", [](Book& b) { b.indicators[0].near = by("-1", ChangeIn::percent); },
     Errc::near_negative, "/indicators/0/near/value"},
    {"points of an area", [](Book& b) { b.targets[0].near = by("1", ChangeIn::points); },
     Errc::points_of_no_percentage, "/plan/targets/0/near/in"},
    {"points of an area, of all", [](Book& b) { b.indicators[0].near = by("1", ChangeIn::points); },
     Errc::points_of_no_percentage, "/indicators/0/near/in"},
    {"near a fact", [](Book& b) {
       b.targets[1] = target("wards", "1");
       b.targets[1].condition.kind = ConditionKind::yes;
       b.targets[1].near = by("1", ChangeIn::value); },
     Errc::condition_misfit, "/plan/targets/1/near"},
    {"near a composite", [](Book& b) {
       b.indicators.push_back(indicator("mixed", "", IndicatorKind::composite));
       b.indicators[4].components = {"wards"};
       b.indicators[4].near = by("1", ChangeIn::value); },
     Errc::rule_conflict, "/indicators/4/near"},
    {"points of an area", [](Book& b) { b.indicators[0].compare = Comparison::points; },
     Errc::points_of_no_percentage, "/indicators/0/compare"},
    {"a percentage of points", [](Book& b) {
       b.indicators[1].compare = Comparison::points;
       b.indicators[1].achievement = Achievement::inverse; },
     Errc::rule_conflict, "/indicators/1/achievement"},
    {"a composite in points", [](Book& b) {
       b.indicators.push_back(indicator("mixed", "", IndicatorKind::composite));
       b.indicators[4].components = {"wards"};
       b.indicators[4].compare = Comparison::points; },
     Errc::rule_conflict, "/indicators/4/compare"},
    {"near a target of a project", [](Book& b) { b.projects[0].targets[0].near = by("-1", ChangeIn::value); },
     Errc::near_negative, "/plan/projects/0/targets/0/near/value"},
};
// clang-format on

TEST(NearRulesTest, EachFaultIsNamedAtItsPlace) {
  for (const Fault& fault : kFaults) {
    Book book = good_book();
    fault.plant(book);
    const Checked<Plan> plan = book.build();
    EXPECT_FALSE(plan) << fault.what;
    EXPECT_EQ(found_in(plan.diagnostics), (Lines{error_at(fault.code, fault.path)})) << fault.what;
  }
}

TEST(NearRulesTest, ATargetOnACompositeHasNoThresholdOfItsOwn) {
  Book book = good_book();
  book.indicators.push_back(indicator("mixed", "", IndicatorKind::composite));
  book.indicators[4].components = {"wards"};
  Target all = target("mixed", "1");
  all.condition.kind = ConditionKind::components;
  all.condition.components = std::make_shared<const std::vector<ComponentCondition>>(
      std::vector<ComponentCondition>{{"wards", condition(ConditionKind::at_least, "1")}});
  all.near = by("1", ChangeIn::value);
  book.targets.push_back(all);
  EXPECT_EQ(found_in(book.build().diagnostics),
            (Lines{error_at(Errc::composite_conflict, "/plan/targets/3/near")}));
}

TEST(NearRulesTest, WhatHasANumberMayHaveAThreshold) {
  Book book = good_book();
  book.indicators[0].near = by("0", ChangeIn::value);
  book.indicators[1].near = by("0.5", ChangeIn::points);
  book.indicators[3].near = by("250", ChangeIn::percent);
  book.targets[0].near = by("1.2345", ChangeIn::percent);
  EXPECT_EQ(found_in(book.build().diagnostics), Lines{});
}

}  // namespace
}  // namespace tiendo::near_rules_test
