// The words of the plan file for the enumerations of the model, what follows from the kind of an
// indicator, and the factors between measures.

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "books.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::names_test {
namespace {

// The names of the first `count` enumerators and of the one after them.
template <class Enum>
std::string names(int count) {
  std::string all;
  for (int i = 0; i <= count; ++i) all += std::string(name_of(static_cast<Enum>(i))) + ' ';
  return all;
}

TEST(NamesTest, AreTheWordsOfThePlanFileAndNothingPastTheEnd) {
  EXPECT_EQ(names<IndicatorKind>(8), "flow level ratio growth share count formula composite  ");
  EXPECT_EQ(names<Direction>(4), "more less inside near  ");
  EXPECT_EQ(names<TimeRule>(5), "sum last mean max min  ");
  EXPECT_EQ(names<UnitRule>(6), "sum ratio none mean max min  ");
  EXPECT_EQ(names<ConditionKind>(12),
            " at_least more_than at_most less_than equal between about increase_by decrease_by yes "
            "components  ");
  EXPECT_EQ(names<BreakKind>(3), "price_base scope boundary  ");
  EXPECT_EQ(names<BaseRule>(3), "latest first_published as_of_report  ");
  EXPECT_EQ(names<ChangeIn>(3), "value percent points  ");
  EXPECT_EQ(names<TargetLayer>(4), "assigned adds replaces revised  ");
}

TEST(NamesTest, OnlyIncreaseAndDecreaseAreChanges) {
  for (int i = 0; i < 12; ++i) {
    const auto kind = static_cast<ConditionKind>(i);
    EXPECT_EQ(is_change(kind),
              kind == ConditionKind::increase_by || kind == ConditionKind::decrease_by);
  }
}

TEST(NameTest, GivesTheLanguageElseTheOtherElseNothing) {
  const Name both{"xã", "commune"};
  EXPECT_EQ(both.in(Language::vi), "xã");
  EXPECT_EQ(both.in(Language::en), "commune");
  EXPECT_EQ((Name{"xã", ""}).in(Language::en), "xã");
  EXPECT_EQ((Name{"", "commune"}).in(Language::vi), "commune");
  EXPECT_EQ(Name{}.in(Language::vi), "");
}

TEST(IndicatorTest, TheRulesFollowFromTheKindUnlessStated) {
  // clang-format off
  const struct { IndicatorKind kind; TimeRule time; UnitRule units; } cases[] = {
      {IndicatorKind::flow,   TimeRule::sum,  UnitRule::sum},
      {IndicatorKind::level,  TimeRule::last, UnitRule::none},
      {IndicatorKind::ratio,  TimeRule::sum,  UnitRule::ratio},
      {IndicatorKind::growth, TimeRule::last, UnitRule::none},
      {IndicatorKind::share,  TimeRule::last, UnitRule::none},
      {IndicatorKind::count,  TimeRule::last, UnitRule::sum},
  };
  // clang-format on
  for (const auto& c : cases) {
    Indicator made = indicator("i", "m", c.kind);
    EXPECT_EQ(time_rule_of(made), c.time) << name_of(c.kind);
    EXPECT_EQ(unit_rule_of(made), c.units) << name_of(c.kind);
    for (const TimeRule stated : {TimeRule::sum, TimeRule::last}) {
      made.time_rule = stated;
      EXPECT_EQ(time_rule_of(made), stated);
    }
    for (const UnitRule stated : {UnitRule::sum, UnitRule::ratio, UnitRule::none}) {
      made.unit_rule = stated;
      EXPECT_EQ(unit_rule_of(made), stated);
    }
  }
}

TEST(IndicatorTest, TheLatestPartsOfARatioOfLevelsCount) {
  Indicator ratio = indicator("i", "m", IndicatorKind::ratio);
  ratio.parts = TimeRule::last;
  EXPECT_EQ(time_rule_of(ratio), TimeRule::last);
  Indicator flow = indicator("i", "m", IndicatorKind::flow);
  flow.parts = TimeRule::last;
  EXPECT_EQ(time_rule_of(flow), TimeRule::sum) << "only ratios have parts";
}

TEST(IndicatorTest, DigitsAreAsStatedElseTheScaleElseTwo) {
  Indicator made = indicator("i", "m", IndicatorKind::flow);
  EXPECT_EQ(digits_of(made), 2);
  made.scale = 5;
  EXPECT_EQ(digits_of(made), 5);
  made.digits = 0;
  EXPECT_EQ(digits_of(made), 0);
}

std::string converted(std::string_view value, const Measure& from, const Measure& to) {
  const auto result = convert(Ratio(dec(value)), from, to);
  return result ? result->to_string() : std::string(name_of(result.error().code));
}

TEST(MeasureTest, ConvertsExactlyWithinItsKind) {
  const Measure ha = measure("ha", "area", "10000");
  const Measure m2 = measure("m2", "area", "1");
  const Measure sao = measure("sao", "area", "360");
  EXPECT_EQ(converted("1.5", ha, m2), "15000");
  EXPECT_EQ(converted("15000", m2, ha), "3/2");
  EXPECT_EQ(converted("1", ha, sao), "250/9");
  EXPECT_EQ(converted("-0.001", ha, ha), "-1/1000");
  const Measure percent = measure("percent", "share", "0.01");
  const Measure mille = measure("per-mille", "share", "0.001");
  EXPECT_EQ(converted("12.4", percent, mille), "124");
}

TEST(MeasureTest, PercentAndPerMilleAreOneKind) {
  EXPECT_EQ(converted("12.66", per_mille(), percent()), "633/500");
  EXPECT_EQ(converted("1.266", percent(), per_mille()), "633/50");
  EXPECT_EQ(converted("74.4", percent(), percent()), "372/5");
  const Measure whole = measure("whole", "share", "1");
  EXPECT_EQ(converted("55.3", percent(), whole), "553/1000");
  EXPECT_EQ(converted("55.3", per_mille(), whole), "553/10000");
}

TEST(MeasureTest, PointsAreNeverPercent) {
  for (const Measure& share : {percent(), per_mille()}) {
    EXPECT_EQ(converted("1.19", percentage_points(), share), "measure_kinds_differ");
    EXPECT_EQ(converted("1.19", share, percentage_points()), "measure_kinds_differ");
    for (const Language language : {Language::vi, Language::en}) {
      EXPECT_NE(percentage_points().name.in(language), share.name.in(language));
    }
  }
  EXPECT_EQ(percentage_points().name, (Name{"điểm %", "points"}));
  EXPECT_EQ(percent().name, (Name{"%", "%"}));
  EXPECT_EQ(per_mille().name, (Name{"‰", "‰"}));
  EXPECT_EQ(converted("-1.11", percentage_points(), percentage_points()), "-111/100");
}

TEST(MeasureTest, RefusesAcrossKinds) {
  const auto result =
      convert(Ratio(1), measure("ha", "area", "10000"), measure("ty-dong", "money", "1"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Errc::measure_kinds_differ);
  EXPECT_EQ(result.error().sentence, "ha is of kind area, ty-dong of kind money");
}

}  // namespace
}  // namespace tiendo::names_test
