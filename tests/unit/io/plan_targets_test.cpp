// Conditions and profiles of targets as a plan file says them.

#include <gtest/gtest.h>

#include "plan_texts.hpp"

namespace tiendo::plan_targets_test {
namespace {

std::string target_text(std::string_view keys) {
  return R"({"indicator": "land", )" + std::string(keys) + "}";
}

Target target(std::string_view keys) { return part(read_target, target_text(keys)); }

Errc fault_of(std::string_view keys) { return read_part(read_target, target_text(keys)).fault; }

TEST(PlanTargetsTest, ATargetMayBeAFactThatComesTrue) {
  EXPECT_EQ(target(R"("yes": true)").condition.kind, ConditionKind::yes);
  EXPECT_EQ(fault_of(R"("yes": false)"), Errc::wrong_type);
  EXPECT_EQ(fault_of(R"("yes": "true")"), Errc::wrong_type);
}

TEST(PlanTargetsTest, ComponentsHaveConditionsOfTheirOwn) {
  const Condition condition =
      target(R"("components": {"a": {"at_least": "12.1"}, "b": {"between": ["1", "2"]}})")
          .condition;
  EXPECT_EQ(condition.kind, ConditionKind::components);
  ASSERT_EQ(condition.components->size(), 2U);
  EXPECT_EQ((*condition.components)[0].indicator, "a");
  EXPECT_EQ((*condition.components)[0].condition.value, *Decimal::parse("12.1"));
  EXPECT_EQ((*condition.components)[1].condition.kind, ConditionKind::between);
}

TEST(PlanTargetsTest, ConditionsStandWhereTheyMay) {
  EXPECT_EQ(fault_of(R"("components": ["a"])"), Errc::wrong_type);
  EXPECT_EQ(fault_of(R"("components": {"a": {"components": {"b": {"equal": 1}}}})"),
            Errc::condition_conflict);
  EXPECT_EQ(fault_of(R"("increase_by": {"value": 1, "in": "value", "then": {"yes": true}})"),
            Errc::condition_conflict);
  EXPECT_EQ(fault_of(R"("yes": true, "equal": 1)"), Errc::condition_conflict);
}

TEST(PlanTargetsTest, AProfileIsLinearOrSharesOrMilestones) {
  EXPECT_FALSE(target(R"("equal": 1)").profile);
  EXPECT_EQ(target(R"("equal": 1, "profile": "linear")").profile->kind, Profile::Kind::linear);
  const Profile shares =
      *target(R"("equal": 1, "profile": {"2024-H2": "0.8", "2024-H1": "0.2"})").profile;
  EXPECT_EQ(shares.kind, Profile::Kind::shares);
  ASSERT_EQ(shares.shares.size(), 2U);
  EXPECT_EQ(shares.shares[0].first, *Period::parse("2024-H1"));
  EXPECT_EQ(shares.shares[0].second, *Decimal::parse("0.2"));
  const Profile steps =
      *target(R"("equal": 1, "profile": {"2024-09-30": "9", "2024-06-30": "5"})").profile;
  EXPECT_EQ(steps.kind, Profile::Kind::milestones);
  ASSERT_EQ(steps.milestones.size(), 2U);
  EXPECT_EQ(steps.milestones[0].first, *Date::parse("2024-06-30"));
  EXPECT_EQ(steps.milestones[1].second, Decimal(9));
}

TEST(PlanTargetsTest, AProfileThatIsNoneOfTheseIsRefused) {
  // clang-format off
  const struct { const char* profile; Errc code; } cases[] = {
      {R"("even")",                                  Errc::unknown_word},
      {R"({})",                                      Errc::wrong_type},
      {R"(["2024"])",                                Errc::wrong_type},
      {R"({"soon": "1"})",                           Errc::period_syntax},
      {R"({"2024-02-30": "1"})",                     Errc::date_not_real},
      {R"({"2024-H1": "1", "2024-12-31": "2"})",     Errc::wrong_type},
      {R"({"2024-H1": "0,5"})",                      Errc::number_syntax},
  };
  // clang-format on
  for (const auto& one : cases) {
    EXPECT_EQ(fault_of(std::string(R"("equal": 1, "profile": )") + one.profile), one.code)
        << one.profile;
  }
}

TEST(PlanTargetsTest, ARevisionIsALayer) {
  const Target revised = target(
      R"("layer": "revised", "decision": {"number": "12", "date": "2024-07-15"}, "at_least": "4")");
  EXPECT_EQ(revised.layer, TargetLayer::revised);
  EXPECT_EQ(revised.decision.date, *Date::parse("2024-07-15"));
}

}  // namespace
}  // namespace tiendo::plan_targets_test
