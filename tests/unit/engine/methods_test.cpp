// Long because the traps, the order of the steps and each method are told with the same few words.

#include "tiendo/engine/methods.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"
#include "book.hpp"
#include "tiendo/engine/catalogue.hpp"

namespace tiendo::methods_test {
namespace {

constexpr Direction kMore = Direction::more;
constexpr Direction kLess = Direction::less;

Period year(int number) { return *Period::parse(std::to_string(number)); }

// A case of baseline, actual and target; "" is not there.
MethodCase change(std::string_view b, std::string_view v, std::string_view t,
                  Direction better = kMore) {
  MethodCase it;
  it.baseline = b.empty() ? Dated{Errc::no_baseline} : Dated{ratio(b), year(2015)};
  it.actual = v.empty() ? Dated{Errc::no_data} : Dated{ratio(v), year(2023)};
  it.target = t.empty() ? Dated{Errc::no_target} : Dated{ratio(t), year(2030)};
  it.better = better;
  return it;
}

MethodCase value(std::string_view v, std::string_view t = "") { return change("", v, t); }

// "state decided_by value band".
std::string said(const Assessment& it) {
  return std::string(name_of(it.state)) + ' ' + std::string(name_of(it.decided_by)) + ' ' +
         shown(it.value) + (it.band ? ' ' + it.band->code : "");
}

const BandTable kBands = *BandTable::of_cuts({"half", "1", ""}, {"low", {}},
                                             {{50, {"middle", {}}, true}, {80, {"high", {}}, true}})
                              .value;

MethodPolicies replacing_zero(std::string_view number) {
  MethodPolicies policies;
  policies.zero_as = ratio(number);
  return policies;
}

// ---- Traps: each a way in which published figures went wrong
// -------------------------------------

TEST(MethodTraps, T1BaselineBeyondTheTargetAndLost) {
  // The plain formula says 259 %: deaths went from 7.8 to 13.5 where 10 was the limit.
  EXPECT_EQ(said(percent_of_targeted_change(change("7.8", "13.5", "10", kLess))),
            "lost lost not_assessed");
  EXPECT_EQ(said(percent_of_targeted_change(change("10.2", "9.8", "10"))),
            "lost lost not_assessed");
  const Assessment path = linear_path(change("7.8", "13.5", "10", kLess), ratio("8/15"));
  EXPECT_EQ(shown(path.figure("pace")), "no_such_figure");
}

TEST(MethodTraps, T2BaselineBeyondTheTargetAndStillMetThoughWorse) {
  EXPECT_EQ(said(percent_of_targeted_change(change("7.05", "12.58", "70", kLess))),
            "met_at_baseline met not_assessed");
}

TEST(MethodTraps, T3BaselineIsTheTarget) {
  EXPECT_EQ(said(percent_of_targeted_change(change("5", "5", "5", kLess))),
            "maintained met not_assessed");
  EXPECT_EQ(said(percent_of_targeted_change(change("5", "6", "5", kLess))),
            "lost lost not_assessed");
  MethodCase strict = change("5", "6", "5", kLess);
  strict.strict = true;
  EXPECT_EQ(said(percent_of_targeted_change(strict)),
            "undefined_division definition division_by_zero");
  strict.actual.figure = Ratio(5);
  EXPECT_EQ(said(percent_of_targeted_change(strict)),
            "undefined_zero_over_zero definition division_by_zero");
}

TEST(MethodTraps, T4ZeroOfATargetOfZero) {
  EXPECT_EQ(said(ratio_to_target(change("", "0", "0", kLess), RatioVariant::direct)),
            "target_met met division_by_zero");
  MethodPolicies after;
  after.met_first = false;
  EXPECT_EQ(said(ratio_to_target(change("", "0", "0", kLess), RatioVariant::direct, after)),
            "undefined_zero_over_zero definition division_by_zero");
  EXPECT_EQ(said(ratio_to_target(change("", "3", "0", kLess), RatioVariant::direct)),
            "undefined_division definition division_by_zero");
  EXPECT_EQ(said(percent_of_targeted_change(change("4", "0", "0", kLess))), "target_met met 100");
}

TEST(MethodTraps, T5WhatStandsForAZeroTargetDecidesTheLabel) {
  const MethodCase it = change("103", "0.05", "0", kLess);
  const auto judged = [&](const MethodPolicies& policies) {
    return ratio_to_target(it, RatioVariant::inverse, policies, &kBands);
  };
  EXPECT_EQ(said(judged({})), "measured bands 0 low");  // 0 / 0.05
  EXPECT_EQ(said(judged(replacing_zero("0.001"))), "measured bands 1/50 low");
  EXPECT_EQ(said(judged(replacing_zero("5"))), "measured bands 100 high");
  EXPECT_EQ(judged(replacing_zero("5")).policy_hits, std::vector<std::string>{"zero_as"});
  EXPECT_EQ(judged(replacing_zero("5")).policies.zero_as, Ratio(5));
  EXPECT_TRUE(judged({}).policy_hits.empty());
}

TEST(MethodTraps, T7OneObservationAndNone) {
  MethodCase one = change("10", "10", "20");
  one.actual.period = one.baseline.period;
  EXPECT_EQ(said(percent_of_targeted_change(one)), "single_point points not_assessed");
  EXPECT_EQ(said(percent_of_targeted_change(change("10", "", "20"))), "no_data data no_data");
  EXPECT_EQ(said(percent_of_targeted_change(change("", "", ""))), "no_data data no_data");
  EXPECT_EQ(said(percent_of_targeted_change(change("", "15", "20"))),
            "no_baseline points no_baseline");
}

TEST(MethodTraps, T8ExactlyOnTheThreshold) {
  // X6: 0.32 of 0.4, which 0.1 + 0.2 arithmetic makes 79.99... %.
  EXPECT_EQ(said(percent_of_targeted_change(change("0", "0.32", "0.4"), {}, &kBands)),
            "measured bands 80 high");
  EXPECT_EQ(
      said(percent_of_targeted_change(change("0", "0.31999999999999999999", "0.4"), {}, &kBands))
          .substr(0, 14),
      "measured bands");
  EXPECT_EQ(percent_of_targeted_change(change("0", "0.31999999999999999999", "0.4"), {}, &kBands)
                .band->code,
            "middle");
}

TEST(MethodTraps, T9WhatPrintsLikeTheThresholdGetsMoreDigits) {
  const auto table =
      BandTable::of_cuts({"t", "1", ""}, {"off", {}}, {{ratio("0.95"), {"on", {}}, true}});
  const auto print = [&](std::string_view number) {
    return printed_in_band(ratio(number), *table.value, 2, Rounding::half_up)->to_string();
  };
  EXPECT_EQ(print("0.9504"), "0.95");
  EXPECT_EQ(print("0.95"), "0.95");
  EXPECT_EQ(print("0.9496"), "0.9496");
  EXPECT_EQ(print("0.9449"), "0.94");
  EXPECT_EQ(print("0.9499999999999944"), "0.94999999999999");
  EXPECT_EQ(print("-3"), "-3.00");
  const auto narrow = BandTable::of({"t", "1", ""}, {{{"only", {}}, Ratio(0), Ratio(1)}});
  EXPECT_EQ(printed_in_band(7, *narrow.value, 0, Rounding::half_up)->to_string(), "7");
}

TEST(MethodTraps, T10FallingButMet) {
  // It had been met and is a little worse: met stays met.
  const Assessment path = linear_path(change("90", "85", "80"), ratio("1/2"));
  EXPECT_EQ(path.state, MethodState::target_met);
  EXPECT_EQ(said(percent_of_targeted_change(change("90", "85", "80"))),
            "met_at_baseline met not_assessed");
}

TEST(MethodTraps, T13ARunningTotalIsNoPeriod) {
  MethodCase level = value("40", "100");
  EXPECT_EQ(said(run_rate_forecast(level, 5, 12)), "refused kind quantity_refused");
  EXPECT_EQ(said(profile_forecast(level, 30, 90)), "refused kind quantity_refused");
  level.quantity = Quantity::cumulative;
  EXPECT_EQ(said(run_rate_forecast(level, 5, 12)), "measured formula 96");
  // A snapshot is to be there in every quarter, a running total by its part of the year.
  EXPECT_EQ(said(phased_goal(value("40", "100"), 2)), "measured formula -3/5");
  EXPECT_EQ(said(phased_goal(level, 2)), "measured formula -1/10");
}

TEST(MethodTraps, T16OtherDataMakeAnotherResultAndKeepTheOld) {
  MethodCase it = change("10", "14", "20");
  it.vintage = "2024-03";
  const Assessment first = percent_of_targeted_change(it, {}, &kBands);
  it.actual.figure = Ratio(16);
  it.vintage = "2024-09";
  const Assessment second = percent_of_targeted_change(it, {}, &kBands);
  EXPECT_EQ(said(first), "measured bands 40 low");
  EXPECT_EQ(first.vintage, "2024-03");
  EXPECT_EQ(said(second), "measured bands 60 middle");
  EXPECT_EQ(second.vintage, "2024-09");
}

TEST(MethodTraps, T17NothingIsRoundedBeforeItIsCompared) {
  // 79.96 prints 80.0 and is not 80.
  const MethodCase it = change("0", "79.96", "100");
  EXPECT_EQ(percent_of_targeted_change(it, {}, &kBands).band->code, "middle");
  MethodPolicies rounding;
  rounding.round_before_banding = 1;
  const Assessment rounded = percent_of_targeted_change(it, rounding, &kBands);
  EXPECT_EQ(said(rounded), "measured bands 1999/25 high");
  EXPECT_EQ(rounded.policy_hits, std::vector<std::string>{"round_before_banding"});
}

// ---- The steps, in their order ------------------------------------------------------------------

TEST(MethodsTest, TheFirstStepThatDecidesDoes) {
  MethodCase it;  // nothing is there, of a kind that is refused
  it.quantity = Quantity::binary;
  it.baseline = {Ratio(7), year(2015)};
  EXPECT_EQ(said(percent_of_targeted_change(it)), "no_data data no_data");
  it.actual = {Ratio(5), year(2015)};
  EXPECT_EQ(said(percent_of_targeted_change(it)), "no_target target no_target");
  it.target = {Ratio(6), year(2030)};
  EXPECT_EQ(said(percent_of_targeted_change(it)), "refused kind quantity_refused");
  it.quantity = Quantity::level;
  it.better = Direction::near;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "refused kind no_order");
  it.better = kMore;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "lost lost not_assessed");
  it.baseline.figure = Ratio(5);
  EXPECT_EQ(said(percent_of_targeted_change(it)), "single_point points not_assessed");
  it.baseline.period = year(2014);
  EXPECT_EQ(said(percent_of_targeted_change(it)), "no_change direction 0");
  it.baseline.figure = ratio("5.5");
  EXPECT_EQ(said(percent_of_targeted_change(it, {}, &kBands)), "moving_away direction -100 low");
  it.baseline.figure = Ratio(4);
  EXPECT_EQ(said(percent_of_targeted_change(it, {}, &kBands)), "measured bands 50 middle");
  EXPECT_EQ(said(percent_of_targeted_change(it)), "measured formula 50");
  it.actual.figure = Ratio(6);
  EXPECT_EQ(said(percent_of_targeted_change(it, {}, &kBands)), "target_met met 100 high");
}

TEST(MethodsTest, WhyANumberIsNotThereSaysWhereItStands) {
  MethodCase it = change("10", "", "20");
  it.actual.figure = Errc::series_break;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "not_comparable data series_break");
  it.actual.figure = Errc::not_started;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "not_due data not_started");
  it.actual.figure = Errc::withheld;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "no_data data withheld");
}

TEST(MethodsTest, X7MetBeforeAnyRatio) {
  EXPECT_EQ(said(percent_of_targeted_change(change("14.5", "7.25", "7.25", kLess))),
            "target_met met 100");
  EXPECT_EQ(said(percent_of_targeted_change(change("", "7.25", "7.25", kLess))),
            "target_met met no_baseline");
}

TEST(MethodsTest, MetAfterLeavesTheWordToTheFormula) {
  MethodPolicies after;
  after.met_first = false;
  EXPECT_EQ(said(percent_of_targeted_change(change("10", "25", "20"), after)),
            "measured formula 150");
  // Even so what was met before it began is no percentage.
  EXPECT_EQ(said(percent_of_targeted_change(change("21", "25", "20"), after)),
            "met_at_baseline met not_assessed");
  EXPECT_EQ(said(percent_of_targeted_change(change("", "25", "20"), after)),
            "no_baseline points no_baseline");
}

TEST(MethodsTest, ATolerancePassesWhatIsNearlyMetAndSaysSo) {
  MethodPolicies tolerant;
  tolerant.met_tolerance = 1;
  const Assessment near = percent_of_targeted_change(change("10", "19", "20"), tolerant);
  EXPECT_EQ(said(near), "target_met met 90");
  EXPECT_EQ(near.policy_hits, std::vector<std::string>{"met_tolerance"});
  EXPECT_EQ(said(percent_of_targeted_change(change("10", "18.9", "20"), tolerant)),
            "measured formula 89");
  EXPECT_TRUE(percent_of_targeted_change(change("10", "20", "20"), tolerant).policy_hits.empty());
  EXPECT_EQ(said(percent_of_targeted_change(change("10", "6", "5", kLess), tolerant)),
            "target_met met 80");
}

TEST(MethodsTest, AStrictTargetIsNotMetByItself) {
  MethodCase it = change("10", "20", "20");
  it.strict = true;
  EXPECT_EQ(said(percent_of_targeted_change(it)), "measured formula 100");
  it.actual.figure = ratio("20.001");
  EXPECT_EQ(percent_of_targeted_change(it).state, MethodState::target_met);
}

TEST(MethodsTest, AResultNamesEverythingItWasMadeBy) {
  MethodCase it = change("10", "14", "20");
  it.vintage = "2024-03";
  const Assessment result = ratio_to_target(it, RatioVariant::inverse, {}, &kBands);
  EXPECT_EQ(to_string(result.method), "ratio_to_target@1/inverse");
  EXPECT_EQ(result.thresholds, "half@1");
  EXPECT_EQ(result.vintage, "2024-03");
  ASSERT_EQ(result.inputs.size(), 3U);
  EXPECT_EQ(result.inputs[0].symbol, "b");
  EXPECT_EQ(result.inputs[1].symbol, "v");
  EXPECT_EQ(result.inputs[1].value, Ratio(14));
  EXPECT_EQ(result.inputs[1].period, year(2023));
  EXPECT_EQ(result.inputs[2].symbol, "T");
  EXPECT_EQ(result.policies, MethodPolicies());
  EXPECT_EQ(to_string(percent_of_targeted_change(it).method), "percent_of_targeted_change@1");
}

TEST(MethodsTest, WhatIsDecidedBeforeTheFormulaHasItsReason) {
  const MethodCase lost = change("7.8", "13.5", "10", kLess);
  EXPECT_EQ(percent_of_targeted_change(lost).value.reason, Errc::not_assessed);
  MethodCase binary = change("0", "0", "1");
  binary.quantity = Quantity::binary;
  EXPECT_EQ(ratio_to_target(binary, RatioVariant::direct).value.reason, Errc::quantity_refused);
}

TEST(MethodsTest, NamesOfStatesAndSteps) {
  EXPECT_EQ(name_of(Quantity::milestones), "milestones");
  EXPECT_EQ(name_of(MethodState::past_due), "past_due");
  EXPECT_EQ(name_of(DecidedBy::bands), "bands");
}

// ---- Each method --------------------------------------------------------------------------------

TEST(RatioToTargetTest, ThreeVariants) {
  const MethodCase it = change("", "8", "10", kLess);
  MethodPolicies after;
  after.met_first = false;
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::direct, after)), "measured formula 4/5");
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::inverse, after)), "measured formula 5/4");
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::mirrored, after)), "measured formula 6/5");
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::mirrored)), "target_met met 6/5");
}

TEST(RatioToTargetTest, AnInverseRatioToNothingIsUndefined) {
  MethodPolicies after;
  after.met_first = false;
  const MethodCase it = change("", "0", "10", kLess);
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::inverse, after)),
            "undefined_division definition division_by_zero");
  after.zero_as = ratio("0.5");
  EXPECT_EQ(said(ratio_to_target(it, RatioVariant::inverse, after)), "measured formula 20");
}

TEST(RatioToTargetTest, NegativeNumbersAreRefusedUnlessFlipped) {
  const auto judged = [](const char* v, const char* t, bool flip, RatioVariant variant) {
    MethodPolicies policies;
    policies.flip_negative = flip;
    return said(ratio_to_target(change("", v, t), variant, policies));
  };
  EXPECT_EQ(judged("-50", "-100", false, RatioVariant::direct), "refused kind quantity_refused");
  EXPECT_EQ(judged("-50", "100", false, RatioVariant::direct), "refused kind quantity_refused");
  EXPECT_EQ(judged("50", "-100", false, RatioVariant::direct), "refused kind quantity_refused");
  // A loss of 50 where 100 was allowed: twice as good.
  EXPECT_EQ(judged("-50", "-100", true, RatioVariant::direct), "target_met met 2");
  EXPECT_EQ(judged("-200", "-100", true, RatioVariant::direct), "measured formula 1/2");
  EXPECT_EQ(judged("-200", "-100", true, RatioVariant::inverse), "measured formula 2");
  EXPECT_EQ(judged("-200", "-100", true, RatioVariant::mirrored), "measured formula 2");
  EXPECT_EQ(judged("-50", "100", true, RatioVariant::direct), "sign_change kind not_assessed");
  // No loss was allowed: nothing of 50.
  EXPECT_EQ(judged("-50", "0", true, RatioVariant::direct), "measured formula 0");
}

TEST(LinearPathTest, TheDeviationIsAboveZeroWhereItIsBetter) {
  // From 10 to 30, half of the time gone: 20 is due.
  const Assessment ahead = linear_path(change("10", "24", "30"), ratio("1/2"));
  EXPECT_EQ(said(ahead), "measured formula 4");
  EXPECT_EQ(shown(ahead.figure("expected")), "20");
  EXPECT_EQ(shown(ahead.figure("pace")), "7/5");
  EXPECT_EQ(said(linear_path(change("30", "24", "10", kLess), ratio("1/2"))),
            "measured formula -4");
  const auto schedule = band_table_named("schedule@1");
  EXPECT_EQ(linear_path(change("10", "20", "30"), ratio("1/2"), {}, &*schedule).band->code,
            "on_schedule");
  EXPECT_EQ(linear_path(change("10", "19.999", "30"), ratio("1/2"), {}, &*schedule).band->code,
            "behind");
}

TEST(LinearPathTest, BeforeItsStartAndAfterItsEnd) {
  EXPECT_EQ(said(linear_path(change("10", "10", "30"), ratio("-0.01"))),
            "not_due points not_started");
  EXPECT_EQ(said(linear_path(change("10", "10", "30"), 0)), "measured formula 0");
  const Assessment late = linear_path(change("10", "28", "30"), ratio("3/2"));
  EXPECT_EQ(said(late), "past_due formula -2");
  MethodPolicies on;
  on.beyond_end = true;
  const Assessment beyond = linear_path(change("10", "28", "30"), ratio("3/2"), on);
  EXPECT_EQ(said(beyond), "past_due formula -12");
  EXPECT_EQ(beyond.policy_hits, std::vector<std::string>{"beyond_end"});
  EXPECT_EQ(said(linear_path(change("10", "31", "30"), ratio("3/2"))), "target_met met 1");
  EXPECT_EQ(said(linear_path(change("10", "29", "30"), 1)), "measured formula -1");
  EXPECT_TRUE(linear_path(change("10", "29", "30"), 1, on).policy_hits.empty());
}

TEST(LinearPathTest, WhatIsExpectedNeedsNoReport) {
  const Assessment path = linear_path(change("10", "", "30"), ratio("1/4"));
  EXPECT_EQ(said(path), "no_data data no_data");
  EXPECT_EQ(shown(path.figure("expected")), "15");
  EXPECT_EQ(said(linear_path(change("", "12", "30"), ratio("1/4"))),
            "no_baseline points no_baseline");
  EXPECT_EQ(said(linear_path(change("10", "12", ""), ratio("1/4"))), "no_target target no_target");
}

const PathPoint kMilestones[] = {{*Date::parse("2024-03-31"), 20},
                                 {*Date::parse("2024-06-29"), 50},
                                 {*Date::parse("2024-12-31"), 100}};

TEST(MilestonePathTest, AMilestoneHoldsUntilTheNextOrLeadsToIt) {
  // clang-format off
  const struct { const char *on, *step, *line; } cases[] = {
      {"2024-03-31", "20", "20"}, {"2024-04-30", "20", "30"}, {"2024-06-28", "20", "149/3"},
      {"2024-06-29", "50", "50"}, {"2024-12-31", "100", "100"}, {"2025-06-30", "100", "100"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto expected = [&](MilestoneVariant variant) {
      return shown(
          milestone_path(value("7"), kMilestones, *Date::parse(c.on), variant).figure("expected"));
    };
    EXPECT_EQ(expected(MilestoneVariant::step), c.step) << c.on;
    EXPECT_EQ(expected(MilestoneVariant::interpolated), c.line) << c.on;
  }
}

TEST(MilestonePathTest, BeforeTheFirstNothingIsDue) {
  const Date early = *Date::parse("2024-03-30");
  for (const auto variant : {MilestoneVariant::step, MilestoneVariant::interpolated}) {
    EXPECT_EQ(said(milestone_path(value("7"), kMilestones, early, variant)),
              "not_due points not_started");
  }
}

TEST(MilestonePathTest, AfterTheLastItIsPastDueOrMet) {
  const Date late = *Date::parse("2025-01-01");
  EXPECT_EQ(said(milestone_path(value("99"), kMilestones, late, MilestoneVariant::step)),
            "past_due formula -1");
  EXPECT_EQ(said(milestone_path(value("99"), kMilestones, *Date::parse("2024-12-31"),
                                MilestoneVariant::step)),
            "measured formula -1");
  EXPECT_EQ(said(milestone_path(value("100"), kMilestones, late, MilestoneVariant::step)),
            "target_met met 0");
}

TEST(MilestonePathTest, MilestonesOutOfOrderAreRefused) {
  const PathPoint twice[] = {kMilestones[0], kMilestones[0]};
  const Date on = *Date::parse("2024-12-31");
  EXPECT_EQ(said(milestone_path(value("7"), twice, on, MilestoneVariant::step)),
            "refused kind knots_disordered");
  EXPECT_EQ(said(milestone_path(value("7", "9"), {}, on, MilestoneVariant::step)),
            "refused kind knots_disordered");
}

TEST(ProfilePathTest, TheShareOfAPeriodIsEvenInsideIt) {
  MethodCase it = value("40", "100");
  it.quantity = Quantity::cumulative;
  const Ratio shares[] = {ratio("0.1"), ratio("0.2"), ratio("0.3"), ratio("0.4")};
  // clang-format off
  const struct { const char *periods, *expected; } cases[] = {
      {"0", "0"}, {"1", "10"}, {"1.5", "20"}, {"2", "30"}, {"3.25", "70"}, {"4", "100"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(profile_path(it, shares, ratio(c.periods)).figure("expected")), c.expected)
        << c.periods;
  }
  EXPECT_EQ(said(profile_path(it, shares, 2)), "measured formula 10");
  EXPECT_EQ(said(profile_path(it, shares, 5)), "past_due formula -60");
  EXPECT_EQ(said(profile_path(it, shares, -1)), "not_due points not_started");
}

TEST(ProfilePathTest, OnlyWhatAddsUpBeginsAtNothing) {
  const Ratio shares[] = {ratio("1/2"), ratio("1/2")};
  EXPECT_EQ(said(profile_path(value("40", "100"), shares, 1)), "no_baseline points no_baseline");
  EXPECT_EQ(said(profile_path(change("60", "70", "100"), shares, 1)), "measured formula -10");
}

TEST(ProfilePathTest, SharesThatAreNotTheWholeAreRefused) {
  MethodCase it = value("40", "100");
  it.quantity = Quantity::flow;
  const Ratio thirds[] = {ratio("0.33"), ratio("0.33"), ratio("0.33")};
  EXPECT_EQ(said(profile_path(it, thirds, 1)), "refused kind shares_not_total");
  EXPECT_EQ(said(profile_path(it, {}, 1)), "refused kind shares_not_total");
}

TEST(PhasedGoalTest, TheBandsOfTheEmergencyPlan) {
  MethodCase it = value("50", "100");
  it.quantity = Quantity::cumulative;
  const auto table = band_table_named("pepfar_achievement@1");
  MethodPolicies rounding;
  rounding.round_before_banding = 2;
  // clang-format off
  const struct { const char* v; const char *exact, *rounded; } cases[] = {
      {"24", "concern", "concern"}, {"25", "at_risk", "at_risk"},
      {"24.6", "concern", "at_risk"}, {"39.9", "at_risk", "on_target"},
      {"40", "on_target", "on_target"}, {"60", "on_target", "on_target"},
      {"60.4", "above_target", "on_target"}, {"61", "above_target", "above_target"},
  };
  // clang-format on
  for (const auto& c : cases) {
    it.actual.figure = ratio(c.v);
    EXPECT_EQ(phased_goal(it, 2, {}, &*table).band->code, c.exact) << c.v;
    EXPECT_EQ(phased_goal(it, 2, rounding, &*table).band->code, c.rounded) << c.v;
  }
  EXPECT_EQ(shown(phased_goal(it, 3).figure("goal")), "3/4");
  EXPECT_EQ(shown(phased_goal(it, 3).figure("achieved")), "61/100");
  EXPECT_EQ(to_string(phased_goal(it, 3).method), "phased_goal@1/cumulative");
  EXPECT_EQ(to_string(phased_goal(value("1", "2"), 3).method), "phased_goal@1/snapshot");
  EXPECT_EQ(said(phased_goal(it, 5)), "refused kind number_out_of_range");
  EXPECT_EQ(said(phased_goal(it, 0)), "refused kind number_out_of_range");
  EXPECT_EQ(said(phased_goal(change("", "3", "0", kLess), 1)),
            "undefined_division definition division_by_zero");
}

TEST(RunRateTest, WhatEachMonthThatIsLeftHasToBring) {
  EXPECT_EQ(said(required_run_rate(value("40", "100"), 4)), "measured formula 15");
  EXPECT_EQ(said(required_run_rate(value("100", "100"), 4)), "target_met met not_assessed");
  EXPECT_EQ(said(required_run_rate(value("40", "100"), 0)), "past_due points not_assessed");
  EXPECT_EQ(said(required_run_rate(change("", "40", "30", kLess), 2)), "measured formula -5");
}

TEST(RunRateTest, ForecastsAreComparedWithTheTarget) {
  MethodCase it = value("40", "100");
  it.quantity = Quantity::cumulative;
  EXPECT_EQ(shown(run_rate_forecast(it, 5, 12).figure("ratio")), "24/25");
  EXPECT_EQ(said(run_rate_forecast(it, 0, 12)), "not_due points not_started");
  EXPECT_EQ(said(profile_forecast(it, 30, 90)), "measured formula 120");
  EXPECT_EQ(said(profile_forecast(it, 0, 90)), "undefined_division definition division_by_zero");
  EXPECT_EQ(said(profile_forecast(it, 0, 0)),
            "undefined_zero_over_zero definition division_by_zero");
  it.target = {Errc::no_target};
  EXPECT_EQ(shown(run_rate_forecast(it, 5, 12).figure("ratio")), "no_such_figure");
}

TEST(NormalisedTest, BetweenAWorstAndABestValue) {
  EXPECT_EQ(said(minmax(value("25"), 20, 40, 100)), "measured formula 25");
  EXPECT_EQ(said(minmax(value("25"), 40, 20, 100)), "measured formula 75");
  EXPECT_EQ(said(minmax(value("45"), 20, 40, 100)), "measured formula 125");
  EXPECT_EQ(said(goalposts(value("45"), 20, 40, 100, true)), "measured formula 100");
  EXPECT_EQ(said(goalposts(value("5"), 20, 40, 100, true)), "measured formula 0");
  EXPECT_EQ(said(goalposts(value("45"), 20, 40, 100, false)), "measured formula 125");
  EXPECT_EQ(said(minmax(value("20"), 20, 20, 1)),
            "undefined_zero_over_zero definition division_by_zero");
  EXPECT_EQ(said(minmax(value("21"), 20, 20, 1)), "undefined_division definition division_by_zero");
  EXPECT_EQ(said(minmax(value("21"), 20, 30, 0)), "refused kind number_out_of_range");
  EXPECT_EQ(said(minmax(value(""), 20, 30, 1)), "no_data data no_data");
}

TEST(NormalisedTest, DistanceToATarget) {
  EXPECT_EQ(said(distance_to_target(value("15", "20"), 10, false)), "measured formula 1/2");
  EXPECT_EQ(distance_to_target(value("25", "20"), 10, false).value.value, ratio("3/2"));
  EXPECT_EQ(distance_to_target(value("25", "20"), 10, true).value.value, Ratio(1));
  EXPECT_EQ(said(distance_to_target(value("15", "10"), 10, true)),
            "target_met met division_by_zero");
  EXPECT_EQ(said(distance_to_target(value("15"), 10, true)), "no_target target no_target");
}

TEST(TableTest, AValueByItsBandOrItsScore) {
  EXPECT_EQ(said(band_table(value("80"), kBands)), "measured bands 80 high");
  const auto narrow = BandTable::of({"t", "1", ""}, {{{"only", {}}, Ratio(0), Ratio(1)}});
  EXPECT_EQ(said(band_table(value("1"), *narrow.value)), "refused bands outside_table");
  EXPECT_EQ(said(band_table(value(""), kBands)), "no_data data no_data");
  const auto scores = ScoreTable::of({"s", "2", ""}, {{0, 0}, {10, 100}}, Ends::refused);
  const Assessment score = score_table(value("6"), *scores, &kBands);
  EXPECT_EQ(said(score), "measured bands 60 middle");
  EXPECT_EQ(to_string(score.method), "score_table@1/s@2");
  EXPECT_EQ(said(score_table(value("11"), *scores)), "refused definition outside_table");
}

}  // namespace
}  // namespace tiendo::methods_test
