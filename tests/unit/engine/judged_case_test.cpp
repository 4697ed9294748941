#include "tiendo/engine/judged_case.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "../decimal/numbers.hpp"

namespace tiendo::judged_case_test {
namespace {

TEST(JudgedCaseTest, EveryMethodOfTheCatalogueHasACallThatTakesWhatItNeeds) {
  for (const MethodEntry& entry : methods()) {
    const auto takes = taken_by(entry.id);
    ASSERT_TRUE(takes) << entry.id;
    std::set<std::string_view> taken;
    for (const TakenSymbol& each : takes->symbols) taken.insert(each.symbol);
    std::istringstream needs{std::string(entry.needs)};
    for (std::string symbol; needs >> symbol;) {
      // The verdict is given with what each of them scores.
      EXPECT_EQ(taken.count(symbol), 1U) << entry.id << ": " << symbol;
    }
  }
  EXPECT_EQ(taken_by("on_track").error().code, Errc::unknown_method);
}

TEST(JudgedCaseTest, AMethodIsNamedWithItsVariant) {
  EXPECT_EQ(to_string(*method_name("evm")), "evm@1");
  EXPECT_EQ(to_string(*method_name("evm@1")), "evm@1");
  EXPECT_EQ(to_string(*method_name("goalposts")), "goalposts@1");
  EXPECT_EQ(to_string(*method_name("goalposts/capped")), "goalposts@1/capped");
  EXPECT_EQ(to_string(*method_name("phased_goal")), "phased_goal@1");
  EXPECT_EQ(to_string(*method_name("ratio_to_target@1/mirrored")), "ratio_to_target@1/mirrored");
  for (const std::string_view name : {"", "@1", "evm@2", "evm/x", "evm/", "ratio_to_target",
                                      "ratio_to_target/direct inverse", "goalposts/open"}) {
    EXPECT_EQ(method_name(name).error().code, Errc::unknown_method) << name;
  }
}

TEST(JudgedCaseTest, ACallSaysWhatTheFunctionOfItsNameSays) {
  JudgedCase judged;
  judged.method = *method_name("linear_path");
  judged.it.baseline = {Ratio(0)};
  judged.it.actual = {Ratio(40)};
  judged.it.target = {Ratio(90)};
  judged.numbers = {{"elapsed", {*Ratio::parse("1/3")}}};
  const auto result = assess(judged);
  ASSERT_TRUE(result);
  EXPECT_EQ(*result->value, Ratio(10));
  EXPECT_EQ(*result->figure("expected"), Ratio(30));
}

TEST(JudgedCaseTest, WhatAMethodCannotDoWithoutIsAskedFor) {
  JudgedCase judged;
  EXPECT_EQ(assess(judged).error().code, Errc::unknown_method);
  for (const std::string_view name :
       {"linear_path", "milestone_path/step", "band_table", "score_table", "worst",
        "verdict_scores", "weighted_mean", "earned_schedule/cumulative"}) {
    judged.method = *method_name(name);
    EXPECT_EQ(assess(judged).error().code, Errc::missing_key) << name;
  }
  judged.method = *method_name("linear_path");
  judged.numbers = {{"elapsed", {Figure(Errc::no_data)}}};
  EXPECT_EQ(assess(judged).error().code, Errc::missing_key);
  judged.numbers = {{"elapsed", {}}};
  EXPECT_EQ(assess(judged).error().code, Errc::missing_key);
}

TEST(JudgedCaseTest, APhasedGoalIsOfTheKindOfItsNumbers) {
  JudgedCase judged;
  judged.method = *method_name("phased_goal/cumulative");
  judged.it.actual = {Ratio(30)};
  judged.it.target = {Ratio(100)};
  judged.numbers = {{"q", {Ratio(1)}}};
  EXPECT_EQ(assess(judged).error().code, Errc::unknown_method);
  judged.it.quantity = Quantity::flow;
  EXPECT_EQ(to_string(assess(judged)->method), "phased_goal@1/cumulative");
  judged.numbers = {{"q", {*Ratio::parse("3/2")}}};
  EXPECT_EQ(assess(judged)->state, MethodState::refused);
}

TEST(JudgedCaseTest, ListsThatBelongTogetherAreOfOneLength) {
  for (const std::string_view name :
       {"weighted_mean", "milestone_weights/percent", "criteria_total/weights"}) {
    JudgedCase judged;
    judged.method = *method_name(name);
    judged.numbers = {{"w", {Ratio(1)}}, {"x", {}}, {"done", {}}, {"p", {}}};
    const auto result = assess(judged);
    ASSERT_TRUE(result) << name;
    EXPECT_EQ(result->state, MethodState::refused) << name;
    EXPECT_EQ(result->value.reason, Errc::criteria_conflict) << name;
  }
}

TEST(JudgedCaseTest, NoPointsAtAllAreNoTotal) {
  JudgedCase judged;
  judged.method = *method_name("criteria_total/points");
  judged.numbers = {{"p", {Figure(Errc::no_data)}}, {"m", {Ratio(5)}}};
  EXPECT_EQ(assess(judged)->state, MethodState::no_data);
  judged.numbers = {{"p", {Ratio(1)}}, {"m", {Ratio(0)}}};
  EXPECT_EQ(assess(judged)->state, MethodState::refused);
  EXPECT_EQ(assess(judged)->value.reason, Errc::points_not_positive);
  judged.numbers = {{"p", {Ratio(1)}}, {"w", {Ratio(1)}}};
  EXPECT_EQ(assess(judged)->value.reason, Errc::criteria_conflict);
}

}  // namespace
}  // namespace tiendo::judged_case_test
