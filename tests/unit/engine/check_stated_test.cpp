#include "tiendo/engine/check_stated.hpp"

#include <gtest/gtest.h>

#include "intervals.hpp"

namespace tiendo::check_stated_test {
namespace {

// Inputs from "actual=180 plan=over:150 years=counted:5".
std::vector<StatedInput> inputs_of(std::string_view text) {
  std::vector<StatedInput> inputs;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    const std::size_t colon = one.find(':');
    StatedInput input{std::string(one.substr(0, equals)),
                      dec(one.substr((colon == one.npos ? equals : colon) + 1))};
    const std::string_view word =
        colon == one.npos ? std::string_view() : one.substr(equals + 1, colon - equals - 1);
    if (word == "over") input.qualifier = Qualifier::over;
    if (word == "under") input.qualifier = Qualifier::under;
    if (word == "about") input.qualifier = Qualifier::about;
    input.counted = word == "counted";
    inputs.push_back(std::move(input));
  }
  return inputs;
}

Statement statement(StatedKind kind, std::string_view inputs, std::string_view figure) {
  return {kind, std::nullopt, inputs_of(inputs), dec(figure), Qualifier::exact, std::nullopt};
}

StatedCheck checked(const Statement& statement) {
  const Result<StatedCheck> check = check_stated(statement);
  EXPECT_TRUE(check) << check.error().sentence;
  return *check;
}

StatedCheck checked(StatedKind kind, std::string_view inputs, std::string_view figure) {
  return checked(statement(kind, inputs, figure));
}

std::string verdict(StatedKind kind, std::string_view inputs, std::string_view figure) {
  return std::string(name_of(checked(kind, inputs, figure).verdict));
}

std::string shown(const StatedBounds& bounds) {
  return shown(Interval{std::get<Ratio>(bounds.low), std::get<Ratio>(bounds.high), bounds.has_low,
                        bounds.has_high});
}

std::string words(const std::vector<Reading>& readings) {
  std::string text;
  for (const Reading reading : readings) {
    text += (text.empty() ? "" : " ") + std::string(name_of(reading));
  }
  return text;
}

std::string words(const std::vector<Rounding>& roundings) {
  std::string text;
  for (const Rounding mode : roundings) {
    text += (text.empty() ? "" : " ") + std::string(name_of(mode));
  }
  return text;
}

TEST(CheckStatedTest, AFigureReproducesIsPossibleOrImpossible) {
  // 8.86 of 8.5 is 104.235...: not 104.3, but 8.865 of 8.5 is 104.29.
  const StatedCheck check = checked(StatedKind::completion, "actual=8.86 plan=8.5", "104.3");
  EXPECT_EQ(check.verdict, StatedVerdict::possible);
  EXPECT_EQ(std::get<Ratio>(check.exact), ratio("1772/17"));
  EXPECT_EQ(shown(*check.bounds), "[17710/171, 17730/169]");
  EXPECT_EQ(shown(check.stated), "[417/4, 2087/20]");
  EXPECT_EQ(words(check.roundings), "up ceiling");
  EXPECT_EQ(verdict(StatedKind::completion, "actual=8.86 plan=8.5", "104.2"), "reproduces");
  EXPECT_EQ(verdict(StatedKind::completion, "actual=8.86 plan=8.5", "105.0"), "impossible");
  EXPECT_EQ(verdict(StatedKind::completion, "actual=8.860 plan=8.500", "104.3"), "impossible");
}

TEST(CheckStatedTest, EachKindIsItsExpression) {
  // clang-format off
  const struct { StatedKind kind; const char *inputs, *figure, *expression; } cases[] = {
      {StatedKind::completion, "plan=8 actual=9", "112.5", "actual / plan * 100"},
      {StatedKind::excess, "actual=9 plan=8", "12.5", "actual / plan * 100 - 100"},
      {StatedKind::remaining, "actual=6 plan=8", "25", "100 - actual / plan * 100"},
      {StatedKind::growth, "actual=9 base=8", "12.5", "actual / base * 100 - 100"},
      {StatedKind::index, "actual=9 base=8", "112.5", "actual / base * 100"},
      {StatedKind::multiple, "actual=9 base=8", "1.125", "actual / base"},
      {StatedKind::growth_from_change, "actual=9 change=1", "12.5",
       "change / (actual - change) * 100"},
      {StatedKind::growth_of_ratio, "above=50 below=20", "25",
       "(100 + above) / (100 + below) * 100 - 100"},
      {StatedKind::share, "part=1 total=8", "12.5", "part / total * 100"},
      {StatedKind::share_change, "part=3 total=8 part_before=1 total_before=4", "12.5",
       "(part / total - part_before / total_before) * 100"},
      {StatedKind::contribution, "actual=9 base=8 total_base=16", "6.25",
       "(actual - base) / total_base * 100"},
      {StatedKind::ratio, "above=9 below=8", "1.125", "above / below"},
      {StatedKind::ratio, "above=9 below=8 factor=10", "11.25", "above / below * factor"},
      {StatedKind::difference, "a=9 b=8", "1", "a - b"},
      {StatedKind::sum, "one=9 other-one=8", "17", "one + [other-one]"},
      {StatedKind::total_completion, "actual.n=90 rate.n=90 actual.s=60 rate.s=120", "100",
       "([actual.n] + [actual.s]) / ([actual.n] / [rate.n] + [actual.s] / [rate.s])"},
      {StatedKind::total_growth, "value1=110 growth1=10 value2=40 growth2=-20", "0",
       "(value1 + value2) / (value1 / (100 + growth1) + value2 / (100 + growth2)) - 100"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const StatedCheck check = checked(c.kind, c.inputs, c.figure);
    EXPECT_EQ(check.expression->to_string(), c.expression);
    EXPECT_EQ(std::get<Ratio>(check.exact), Ratio(dec(c.figure))) << name_of(c.kind);
    EXPECT_EQ(check.verdict, StatedVerdict::reproduces) << name_of(c.kind);
    EXPECT_TRUE(check.bounds) << name_of(c.kind);
  }
}

TEST(CheckStatedTest, AnExpressionOfOnesOwnIsAKind) {
  Statement own = statement(StatedKind::expression, "exports=99.36 total=196.84", "1.9");
  own.expression = *Expression::parse("2 * exports - total");
  EXPECT_EQ(checked(own).verdict, StatedVerdict::reproduces);
  own.expression.reset();
  EXPECT_EQ(check_stated(own).error().code, Errc::stated_inputs);
}

TEST(CheckStatedTest, EachInputIsNeededOnceAndNoOther) {
  // clang-format off
  const struct { StatedKind kind; const char *inputs; Errc code; const char* sentence; } cases[] = {
      {StatedKind::growth, "actual=9", Errc::stated_inputs, "the input \"base\" is missing"},
      {StatedKind::growth, "actual=9 base=8 base=8", Errc::stated_inputs,
       "the input \"base\" stands twice"},
      {StatedKind::growth, "actual=9 base=8 plan=8", Errc::stated_inputs,
       "nothing is made of the input \"plan\""},
      {StatedKind::average_growth, "first=9 last=8", Errc::stated_inputs,
       "the input \"years\" is missing"},
      {StatedKind::sum, "", Errc::stated_inputs, "a sum of nothing"},
      {StatedKind::sum, "a=1 a=2", Errc::stated_inputs, "the input \"a\" stands twice"},
      {StatedKind::total_growth, "growth1=1", Errc::stated_inputs,
       "an input \"value...\" is needed"},
      {StatedKind::total_growth, "value1=1 growth2=1", Errc::stated_inputs,
       "the input \"growth1\" is missing"},
      {StatedKind::growth, "actual=9 base=0", Errc::division_by_zero, "the divisor base is zero"},
      {StatedKind::average_growth, "first=0 last=8 years=2", Errc::growth_without_base, ""},
      {StatedKind::average_growth, "first=9 last=8 years=0", Errc::periods_out_of_range, ""},
      {StatedKind::average_growth, "first=9 last=8 years=2.5", Errc::periods_out_of_range, ""},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto check = check_stated(statement(c.kind, c.inputs, "12"));
    ASSERT_FALSE(check) << c.inputs;
    EXPECT_EQ(check.error().code, c.code) << c.inputs;
    if (*c.sentence != '\0') {
      EXPECT_EQ(check.error().sentence, c.sentence);
    }
  }
}

TEST(CheckStatedTest, AWayOfRoundingThatIsDeclaredCountsForInputsAndFigure) {
  Statement cut = statement(StatedKind::completion, "actual=281.35 plan=290", "97.01");
  EXPECT_EQ(checked(cut).verdict, StatedVerdict::possible);
  EXPECT_EQ(words(checked(cut).roundings), "down floor");
  cut.rounding = Rounding::down;
  EXPECT_EQ(checked(cut).verdict, StatedVerdict::reproduces);
  EXPECT_EQ(shown(checked(cut).stated), "[9701/100, 4851/50)");
  // Inputs that were cut off are what is printed or more.
  EXPECT_EQ(shown(*checked(cut).bounds), "(28135/291, 14068/145)");
  // A tie, which half_up and half_even print in two ways.
  Statement tie = statement(StatedKind::completion, "actual=1 plan=8", "12");
  EXPECT_EQ(checked(tie).verdict, StatedVerdict::reproduces);
  EXPECT_EQ(words(checked(tie).roundings), "half_even half_down down floor");
  tie.rounding = Rounding::half_up;
  EXPECT_EQ(checked(tie).verdict, StatedVerdict::possible);
  tie.inputs = inputs_of("actual=counted:1 plan=counted:8");
  EXPECT_EQ(checked(tie).verdict, StatedVerdict::impossible);
  tie.rounding = Rounding::half_even;
  EXPECT_EQ(checked(tie).verdict, StatedVerdict::reproduces);
}

TEST(CheckStatedTest, WhatWasCountedIsItselfAlone) {
  EXPECT_EQ(verdict(StatedKind::excess, "actual=61 plan=55", "11.0"), "possible");
  EXPECT_EQ(verdict(StatedKind::excess, "actual=counted:61 plan=counted:55", "11.0"), "impossible");
  const StatedCheck check =
      checked(StatedKind::excess, "actual=counted:61 plan=counted:55", "10.9");
  EXPECT_EQ(shown(*check.bounds), "[120/11, 120/11]");
}

TEST(CheckStatedTest, AHedgingWordWidensWhatANumberCanBe) {
  // clang-format off
  const struct { const char* figure; Qualifier qualifier; const char* interval; } cases[] = {
      {"15700", Qualifier::over,  "[15700, 15800)"},
      {"15700", Qualifier::under, "(15600, 15700]"},
      {"15700", Qualifier::about, "[15600, 15800]"},
      {"29511", Qualifier::over,  "[29511, 29512)"},
      {"12.40", Qualifier::over,  "[62/5, 1241/100)"},
      {"-1500", Qualifier::over,  "[-1500, -1400)"},
      {"0",     Qualifier::about, "[-1, 1]"},
      {"0.0",   Qualifier::under, "(-1/10, 0]"},
      {"15700", Qualifier::exact, "[31399/2, 31401/2]"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(meant_by(dec(c.figure), c.qualifier, std::nullopt)), c.interval) << c.figure;
  }
  EXPECT_EQ(shown(meant_by(dec("12.4"), Qualifier::exact, Rounding::down)), "[62/5, 25/2)");
  // VN-204: the plan was printed as "over 15,700".
  EXPECT_EQ(verdict(StatedKind::completion, "actual=17100 plan=15700", "108.8"), "impossible");
  EXPECT_EQ(verdict(StatedKind::completion, "actual=17100 plan=over:15700", "108.8"), "possible");
  Statement hedged =
      statement(StatedKind::completion, "actual=counted:17100 plan=counted:15700", "108");
  hedged.qualifier = Qualifier::over;
  EXPECT_EQ(checked(hedged).verdict, StatedVerdict::reproduces);
  EXPECT_TRUE(checked(hedged).roundings.empty());
  hedged.figure = dec("109");
  EXPECT_EQ(checked(hedged).verdict, StatedVerdict::impossible);
}

TEST(CheckStatedTest, AverageGrowthIsDecidedByPowers) {
  // 100 to 121 in two years is 10 % exactly.
  const StatedCheck exact =
      checked(StatedKind::average_growth, "first=100 last=121 years=2", "10.0");
  EXPECT_EQ(exact.verdict, StatedVerdict::reproduces);
  EXPECT_FALSE(exact.expression);
  EXPECT_EQ(*compare(exact.exact, Ratio(10)), std::strong_ordering::equal);
  EXPECT_EQ(words(exact.roundings), "half_up half_even half_down up down ceiling floor");
  // 88.6 to 170.1 in five years: 13.93 %.
  const StatedCheck check =
      checked(StatedKind::average_growth, "first=88.6 last=170.1 years=5", "10.4");
  EXPECT_EQ(check.verdict, StatedVerdict::impossible);
  EXPECT_EQ(round(check.exact, 4, Rounding::half_up)->to_string(), "13.9342");
  EXPECT_EQ(round(check.bounds->low, 4, Rounding::half_up)->to_string(), "13.9146");
  EXPECT_EQ(round(check.bounds->high, 4, Rounding::half_up)->to_string(), "13.9538");
  EXPECT_EQ(verdict(StatedKind::average_growth, "first=88.6 last=170.1 years=5", "13.9"),
            "reproduces");
  EXPECT_EQ(verdict(StatedKind::average_growth, "first=88.6 last=170.1 years=5", "13.95"),
            "possible");
  // From 0.4 on one does not know whether it was anything at all.
  const StatedCheck open = checked(StatedKind::average_growth, "first=0.0004 last=0 years=2", "5");
  EXPECT_EQ(open.verdict, StatedVerdict::undecided);
  EXPECT_EQ(open.bounds_reason, Errc::divisor_may_vanish);
}

TEST(CheckStatedTest, TheEndsOfAnAverageGrowthAreIncludedAsTheirInputsAre) {
  Statement cut =
      statement(StatedKind::average_growth, "first=counted:100 last=120 years=2", "9.54");
  cut.rounding = Rounding::down;
  const StatedCheck check = checked(cut);
  EXPECT_TRUE(check.bounds->has_low);
  EXPECT_FALSE(check.bounds->has_high);
  // From a first value that was cut off as well, neither end is reached.
  cut.inputs = inputs_of("first=100 last=120 years=2");
  EXPECT_FALSE(checked(cut).bounds->has_low);
  EXPECT_FALSE(checked(cut).bounds->has_high);
  cut.inputs = inputs_of("first=counted:100 last=120 years=2");
  // 121 is the end that is left out, and it alone gives 10.
  cut.figure = dec("10.00");
  EXPECT_EQ(checked(cut).verdict, StatedVerdict::impossible);
  cut.inputs = inputs_of("first=counted:100 last=121 years=2");
  EXPECT_EQ(checked(cut).verdict, StatedVerdict::reproduces);
}

TEST(CheckStatedTest, WithoutExactBoundsNothingIsCalledPossibleOrImpossible) {
  Statement own = statement(StatedKind::expression, "a=3", "9");
  own.expression = *Expression::parse("a * a");
  EXPECT_EQ(checked(own).verdict, StatedVerdict::reproduces);
  own.figure = dec("10");
  EXPECT_EQ(checked(own).verdict, StatedVerdict::undecided);
  EXPECT_EQ(checked(own).bounds_reason, Errc::bounds_not_exact);
  EXPECT_FALSE(checked(own).bounds);
  // 4 with a change of 3 was 1 before, or anything down to nothing.
  const StatedCheck open = checked(StatedKind::growth_from_change, "actual=4 change=3", "310");
  EXPECT_EQ(open.verdict, StatedVerdict::undecided);
  EXPECT_EQ(open.bounds_reason, Errc::divisor_may_vanish);
}

TEST(CheckStatedTest, SaysWhatElseWouldPrintAsTheFigure) {
  // clang-format off
  const struct { StatedKind kind; const char *inputs, *figure, *readings; } cases[] = {
      {StatedKind::excess, "actual=23.56 plan=19", "4.56", "points"},
      {StatedKind::excess, "actual=9 plan=8", "112.5", "completion"},
      {StatedKind::completion, "actual=9 plan=8", "12.5", "excess"},
      {StatedKind::completion, "actual=78.2 plan=80.1", "-1.9", "points"},
      {StatedKind::remaining, "actual=5 plan=8", "62.5", "completion"},
      {StatedKind::growth, "actual=113.68 base=100", "113.68", "index"},
      {StatedKind::growth, "actual=36.4 base=30", "6.4", "points"},
      {StatedKind::index, "actual=9 base=8", "12.5", "growth"},
      {StatedKind::growth_from_change, "actual=9 change=1", "11.1", "of_actual"},
      {StatedKind::growth_from_change, "actual=9 change=1", "112.5", "index"},
      {StatedKind::growth_from_change, "actual=10026 change=-859", "7.89", "without_sign"},
      {StatedKind::growth_of_ratio, "above=50.1 below=23.8", "26.3", "points"},
      {StatedKind::average_growth, "first=100 last=160 years=5", "12.0", "simple_average"},
      {StatedKind::average_growth, "first=100 last=160 years=5", "60.0", "whole_growth"},
      {StatedKind::share_change, "part=3 total=8 part_before=1 total_before=4", "50", "growth"},
      {StatedKind::share, "part=1 total=8", "0.125", "fraction"},
      {StatedKind::share, "part=11 total=80", "137.5", "tenfold"},
      {StatedKind::multiple, "actual=51.7 base=10", "51.7", "tenfold"},
      {StatedKind::multiple, "actual=51.7 base=1.0", "5.17", "tenth"},
      {StatedKind::sum, "a=3 b=4", "9", ""},
      // What reproduces is not read in another way, even where one fits as well.
      {StatedKind::excess, "actual=200 plan=100", "100", ""},
  };
  // clang-format on
  for (const auto& c : cases) {
    const StatedCheck check = checked(c.kind, c.inputs, c.figure);
    EXPECT_EQ(words(check.readings), c.readings) << c.inputs << " " << c.figure;
    EXPECT_EQ(check.verdict == StatedVerdict::reproduces,
              std::string(c.inputs) == "actual=200 plan=100")
        << c.inputs << " " << c.figure;
  }
}

TEST(CheckStatedTest, TheGrowthOfATotalFollowsFromItsSectors) {
  // Three sectors: 110 after +10 %, 210 after +5 %, 98 after -2 %, from 400 to 418.
  const std::string_view sectors =
      "value1=110.0 growth1=10.0 value2=210.0 growth2=5.0 value3=98.0 growth3=-2.0";
  EXPECT_EQ(verdict(StatedKind::total_growth, sectors, "4.50"), "reproduces");
  EXPECT_EQ(verdict(StatedKind::total_growth, sectors, "4.54"), "possible");
  EXPECT_EQ(verdict(StatedKind::total_growth, sectors, "4.60"), "impossible");
  EXPECT_EQ(verdict(StatedKind::total_growth, sectors, "4.33"), "impossible");  // the plain mean
}

TEST(CheckStatedTest, KindsHaveNames) {
  for (int i = 0; i < kStatedKinds; ++i) {
    const auto kind = static_cast<StatedKind>(i);
    EXPECT_FALSE(name_of(kind).empty());
    EXPECT_EQ(stated_kind_named(name_of(kind)), kind);
  }
  EXPECT_EQ(name_of(static_cast<StatedKind>(kStatedKinds)), "");
  EXPECT_FALSE(stated_kind_named("rate"));
  EXPECT_EQ(name_of(StatedVerdict::impossible), "impossible");
  EXPECT_EQ(name_of(Reading::tenth), "tenth");
  EXPECT_EQ(name_of(static_cast<Reading>(12)), "");
}

}  // namespace
}  // namespace tiendo::check_stated_test
