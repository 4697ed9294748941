// Every wording of a target against values below, at and above it.

#include "engine/verdict.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "book.hpp"

namespace tiendo::verdict_test {
namespace {

constexpr Direction kDirections[] = {Direction::more, Direction::less, Direction::inside,
                                     Direction::near};

// e m - for exceeded, met, missed, as the tables below draw them.
char letter(Verdict verdict) {
  switch (verdict) {
    case Verdict::exceeded: return 'e';
    case Verdict::met: return 'm';
    case Verdict::missed: return '-';
    default: return '?';
  }
}

std::string verdicts(const Condition& condition, Direction direction, std::string_view values,
                     std::string_view required) {
  std::string result;
  std::istringstream words{std::string(values)};
  for (std::string value; words >> value;) {
    result += letter(judge(condition, direction, ratio(value), ratio(required)));
  }
  return result;
}

TEST(VerdictTest, OfABoundOnlyWhatHoldsBeyondItIsSaid) {
  const struct {
    Condition condition;
    const char* over_10;
    const char* under_10;
  } cases[] = {
      {condition(ConditionKind::at_least, "9"), "e", "?"},
      {condition(ConditionKind::at_least, "10"), "e", "-"},
      {condition(ConditionKind::at_least, "11"), "?", "-"},
      {condition(ConditionKind::more_than, "10"), "e", "-"},
      {condition(ConditionKind::at_most, "10"), "-", "e"},
      {condition(ConditionKind::at_most, "11"), "?", "e"},
      {condition(ConditionKind::less_than, "10"), "-", "e"},
      {condition(ConditionKind::equal, "10"), "-", "-"},
      {condition(ConditionKind::equal, "11"), "?", "-"},
      {between("5", "10"), "e", "?"},
      {between("11", "12"), "?", "-"},
      {around("10", "1"), "m", "?"},
      {between("5", "12"), "m", "?"},
      {yes(), "m", "?"},
  };
  const auto judged = [](const Condition& c, Qualifier qualifier) {
    return std::string(1, letter(judge(c, Direction::more, Ratio(10), c.value, qualifier)));
  };
  for (const auto& c : cases) {
    EXPECT_EQ(judged(c.condition, Qualifier::over), c.over_10) << name_of(c.condition.kind);
    EXPECT_EQ(judged(c.condition, Qualifier::under), c.under_10) << name_of(c.condition.kind);
    EXPECT_EQ(judged(c.condition, Qualifier::about), judged(c.condition, Qualifier::exact));
  }
}

TEST(VerdictTest, ABoundIsJudgedByItsOwnWordsInEveryDirection) {
  // clang-format off
  const struct { ConditionKind kind; const char* expected; } cases[] = {
      //                            below  at  above
      {ConditionKind::at_least,    "-me"},
      {ConditionKind::more_than,   "--e"},
      {ConditionKind::at_most,     "em-"},
      {ConditionKind::less_than,   "e--"},
      {ConditionKind::equal,       "-m-"},
      {ConditionKind::increase_by, "-me"},
      {ConditionKind::decrease_by, "em-"},
  };
  // clang-format on
  for (const auto& c : cases) {
    for (const Direction direction : kDirections) {
      for (const auto& [required, values] :
           {std::pair{"100", "99.99999999 100.0 100.00000001"},
            std::pair{"-2.5", "-2.51 -2.50 -2.49"}, std::pair{"0", "-1/3 0.000 1/3"}}) {
        EXPECT_EQ(verdicts(condition(c.kind, required), direction, values, required), c.expected)
            << name_of(c.kind) << ' ' << required << ' ' << name_of(direction);
      }
    }
  }
}

TEST(VerdictTest, AFactIsMetByOneOrMoreAndNeverExceeded) {
  for (const Direction direction : kDirections) {
    EXPECT_EQ(verdicts(yes(), direction, "-1 0 0.999 1 1.00 2 14", "0"), "---mmmm");
  }
  // A bound below one leaves it open whether one is reached.
  EXPECT_EQ(judge(yes(), Direction::more, Ratio(0), Ratio(0), Qualifier::over), Verdict::none);
  EXPECT_EQ(judge(yes(), Direction::more, Ratio(1), Ratio(0), Qualifier::under), Verdict::missed);
}

TEST(VerdictTest, ARangeIsExceededOnItsBetterSideOnly) {
  // clang-format off
  const struct { Direction direction; const char* expected; } cases[] = {
      //                  below low inside high above
      {Direction::more,   "-mmme"},
      {Direction::less,   "emmm-"},
      {Direction::inside, "-mmm-"},
      {Direction::near,   "-mmm-"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(verdicts(between("6.0", "6.5"), c.direction, "5.999 6 6.2 6.50 6.501", "0"),
              c.expected)
        << name_of(c.direction);
    EXPECT_EQ(verdicts(around("-69", "0.5"), c.direction, "-69.51 -69.5 -69 -68.5 -68.49", "0"),
              c.expected)
        << name_of(c.direction);
  }
}

TEST(VerdictTest, ARangeOfOneValueIsMetByThatValueAlone) {
  EXPECT_EQ(verdicts(between("6", "6.0"), Direction::inside, "5.9 6.00 6.1", "0"), "-m-");
  EXPECT_EQ(verdicts(around("6", "0"), Direction::more, "5.9 6.00 6.1", "0"), "-me");
}

TEST(VerdictTest, AChangeWithASecondConditionIsAsGoodAsTheWorseOfTheTwo) {
  // An increase to 58 at least (required), and 60 at least.
  const Condition rise = both(increase_by("4"), at_least("60"));
  EXPECT_EQ(verdicts(rise, Direction::more, "57 58 59 60 61", "58"), "---me");
  // The other way round: the level is easy, the change is not.
  EXPECT_EQ(verdicts(rise, Direction::more, "60 61 62 63", "62"), "--me");
  const Condition fall = both(decrease_by("3"), condition(ConditionKind::less_than, "7"));
  EXPECT_EQ(verdicts(fall, Direction::less, "6 7 8", "7"), "e--");
  EXPECT_EQ(verdicts(fall, Direction::less, "4 5 6", "5"), "em-");
  const Condition into = both(increase_by("1"), between("4", "5"));
  EXPECT_EQ(verdicts(into, Direction::inside, "3 4 5 6", "2"), "-mm-");
}

TEST(VerdictTest, AlmostIsMissed) {
  EXPECT_EQ(verdicts(at_least("100"), Direction::more, "99.96", "100"), "-");
  EXPECT_EQ(verdicts(at_most("0.2"), Direction::less, "0.2000001", "0.2"), "-");
}

constexpr Coverage::Of kMonths = Coverage::Of::months;

TEST(VerdictTest, IsSettledEarlyOnlyForALowerBoundOnWhatOnlyAddsUp) {
  Indicator flow;
  Indicator level;
  level.kind = IndicatorKind::level;
  Indicator summed_level = level;
  summed_level.time_rule = TimeRule::sum;
  Indicator last_flow;
  last_flow.time_rule = TimeRule::last;
  const Condition more_than = condition(ConditionKind::more_than, "1");

  EXPECT_TRUE(is_settled(at_least("1"), flow, Verdict::met, kMonths));
  EXPECT_TRUE(is_settled(at_least("1"), flow, Verdict::exceeded, kMonths));
  EXPECT_TRUE(is_settled(more_than, flow, Verdict::exceeded, kMonths));
  EXPECT_TRUE(is_settled(yes(), flow, Verdict::met, kMonths));
  EXPECT_FALSE(is_settled(yes(), level, Verdict::met, kMonths));

  EXPECT_FALSE(is_settled(at_least("1"), flow, Verdict::missed, kMonths));
  EXPECT_FALSE(is_settled(at_least("1"), level, Verdict::met, kMonths));
  EXPECT_FALSE(is_settled(at_least("1"), summed_level, Verdict::met, kMonths));
  EXPECT_FALSE(is_settled(at_least("1"), last_flow, Verdict::met, kMonths));
  EXPECT_FALSE(is_settled(both(at_least("1"), at_most("2")), flow, Verdict::met, kMonths));
  for (const Condition& open : {at_most("1"), condition(ConditionKind::less_than, "1"),
                                condition(ConditionKind::equal, "1"), between("1", "2"),
                                around("1", "1"), increase_by("1"), decrease_by("1")}) {
    EXPECT_FALSE(is_settled(open, flow, Verdict::exceeded, kMonths)) << name_of(open.kind);
  }
}

// The highest can only rise, the lowest only fall.
TEST(VerdictTest, AnExtremeIsSettledOnceItIsPastTheBound) {
  const Condition more_than = condition(ConditionKind::more_than, "1");
  const Condition less_than = condition(ConditionKind::less_than, "1");
  for (const bool highest : {true, false}) {
    Indicator level;
    level.kind = IndicatorKind::level;
    level.time_rule = highest ? TimeRule::max : TimeRule::min;
    const auto settled = [&](const Condition& asked, Verdict verdict) {
      return is_settled(asked, level, verdict, kMonths);
    };
    for (const Condition& lower : {at_least("1"), more_than}) {
      EXPECT_EQ(settled(lower, Verdict::met), highest);
      EXPECT_EQ(settled(lower, Verdict::exceeded), highest);
      EXPECT_EQ(settled(lower, Verdict::missed), !highest);
    }
    for (const Condition& upper : {at_most("1"), less_than}) {
      EXPECT_EQ(settled(upper, Verdict::met), !highest);
      EXPECT_EQ(settled(upper, Verdict::exceeded), !highest);
      EXPECT_EQ(settled(upper, Verdict::missed), highest);
    }
    EXPECT_FALSE(settled(at_most("1"), Verdict::near));
    EXPECT_FALSE(settled(at_least("1"), Verdict::near));
    EXPECT_FALSE(settled(between("1", "2"), Verdict::missed));
    EXPECT_FALSE(settled(condition(ConditionKind::equal, "1"), Verdict::missed));
    // Of units only where the whole is the highest, or the lowest, of them as well.
    const Verdict good = Verdict::met;
    const Condition bound = highest ? at_least("1") : at_most("1");
    EXPECT_FALSE(is_settled(bound, level, good, Coverage::Of::units));
    level.unit_rule = highest ? UnitRule::max : UnitRule::min;
    EXPECT_TRUE(is_settled(bound, level, good, Coverage::Of::units));
    level.unit_rule = highest ? UnitRule::min : UnitRule::max;
    EXPECT_FALSE(is_settled(bound, level, good, Coverage::Of::units));
    level.kind = IndicatorKind::formula;
    EXPECT_FALSE(is_settled(bound, level, good, kMonths));
  }
}

}  // namespace
}  // namespace tiendo::verdict_test
