#include "tiendo/engine/earned_value.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"
#include "book.hpp"
#include "tiendo/engine/catalogue.hpp"

namespace tiendo::earned_value_test {
namespace {

Figure number(std::string_view text) {
  return text.empty() ? Figure(Errc::no_data) : Figure(ratio(text));
}

std::string said(const Assessment& it) {
  return std::string(name_of(it.state)) + ' ' + std::string(name_of(it.decided_by)) + ' ' +
         shown(it.value);
}

EarnedNumbers numbers(std::string_view bac, std::string_view pv, std::string_view ev,
                      std::string_view ac) {
  return {number(bac), number(pv), number(ev), number(ac), {}, {}};
}

ScheduleNumbers schedule(std::vector<Ratio> planned, std::string_view ev, const Ratio& at) {
  ScheduleNumbers it;
  it.planned = std::move(planned);
  it.ev = number(ev);
  it.at = at;
  return it;
}

TEST(EarnedValueTest, EveryFigureOfABook) {
  const Assessment result = evm(numbers("1000", "500", "400", "500"));
  // clang-format off
  const struct { const char *name, *value; } cases[] = {
      {"CV", "-100"}, {"SV", "-100"}, {"CPI", "4/5"}, {"SPI", "4/5"}, {"SCI", "16/25"},
      {"percent_complete", "40"}, {"percent_planned", "50"}, {"EAC", "1250"},
      {"EAC_planned", "1100"}, {"EAC_combined", "2875/2"}, {"ETC", "750"}, {"VAC", "-250"},
      {"TCPI", "6/5"}, {"TCPI_EAC", "4/5"}, {"EAC_bottom_up", "no_data"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(shown(result.figure(c.name)), c.value) << c.name;
  EXPECT_EQ(said(result), "measured formula 4/5");
  EXPECT_EQ(to_string(result.method), "evm@1");
  EXPECT_EQ(result.inputs.size(), 4U);
  EXPECT_EQ(shown(result.figure("CPIX")), "no_such_figure");
}

TEST(EarnedValueTest, AnEstimateOfTheRest) {
  EarnedNumbers it = numbers("10000", "10000", "9000", "11000");
  it.etc = Ratio(1000);
  EXPECT_EQ(shown(evm(it).figure("EAC_bottom_up")), "12000");
  EXPECT_EQ(shown(evm(it).figure("VAC_bottom_up")), "-2000");
}

TEST(EarnedValueTest, TheBandOfTheIndex) {
  const auto table = band_table_named("performance_index@1");
  const auto band = [&](const char* ac) {
    return evm(numbers("1000", "500", "400", ac), &*table).band->code;
  };
  EXPECT_EQ(band("400"), "as_planned");
  EXPECT_EQ(band("400.01"), "unfavourable");
  EXPECT_EQ(band("399.99"), "favourable");
}

TEST(EarnedValueTraps, T14NothingPaidOrPlannedYet) {
  const Assessment unpaid = evm(numbers("1000", "0", "0", "0"));
  EXPECT_EQ(said(unpaid), "undefined_zero_over_zero definition division_by_zero");
  EXPECT_EQ(shown(unpaid.figure("SPI")), "division_by_zero");
  EXPECT_EQ(shown(unpaid.figure("CV")), "0");
  EXPECT_EQ(shown(unpaid.figure("TCPI")), "1");
  EXPECT_EQ(said(evm(numbers("1000", "0", "5", "0"))),
            "undefined_division definition division_by_zero");
}

TEST(EarnedValueTraps, T14TheBudgetIsUsedUp) {
  const Assessment spent = evm(numbers("1000", "900", "800", "1000"));
  EXPECT_EQ(shown(spent.figure("TCPI")), "division_by_zero");
  EXPECT_EQ(shown(spent.figure("TCPI_EAC")), "4/5");
}

TEST(EarnedValueTraps, T14NegativeOrMoreThanThereIsToEarnIsRefused) {
  for (const auto& it : {numbers("1000", "500", "-400", "500"), numbers("1000", "500", "1001", "5"),
                         numbers("1000", "1001", "400", "5"), numbers("1000", "500", "400", "-5"),
                         numbers("-1", "", "", ""), numbers("1000", "-1", "400", "5")}) {
    const Assessment result = evm(it);
    EXPECT_EQ(said(result), "refused kind number_out_of_range");
    EXPECT_TRUE(result.figures.empty());
  }
  EXPECT_EQ(evm(numbers("1000", "1000", "1000", "5")).state, MethodState::measured);
}

TEST(EarnedValueTest, WhatIsNotKnownTakesOnlyWhatNeedsIt) {
  EarnedNumbers it = numbers("1000", "500", "400", "");
  it.ac = Errc::withheld;
  const Assessment result = evm(it);
  EXPECT_EQ(said(result), "no_data data withheld");
  EXPECT_EQ(shown(result.figure("SPI")), "4/5");
  EXPECT_EQ(shown(result.figure("CV")), "withheld");
  EXPECT_EQ(shown(result.figure("EAC")), "withheld");
}

TEST(EarnedScheduleTest, TheWorkedExample) {
  const Assessment result = earned_schedule(schedule({100, 250, 400, 600, 800}, "450", 5));
  EXPECT_EQ(said(result), "measured formula 13/4");
  // clang-format off
  const struct { const char *name, *value; } cases[] = {
      {"SVt", "-7/4"}, {"SPIt", "13/20"}, {"TSPIt", "division_by_zero"}, {"IEACt", "100/13"},
      {"EACt_ES1", "27/4"}, {"EACt_ES2", "100/13"}, {"EACt_ES3", "no_data"}, {"PV", "800"},
      {"SV", "-350"}, {"SPI", "9/16"}, {"ED", "45/16"}, {"TV", "-35/16"}, {"EACt_PV1", "115/16"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(shown(result.figure(c.name)), c.value) << c.name;
}

TEST(EarnedScheduleTest, EarnedTimeBetweenAndAtTheEndsOfPeriods) {
  // clang-format off
  const struct { const char *ev, *es; } cases[] = {
      {"0", "0"}, {"5", "1/2"}, {"10", "1"}, {"15", "3/2"}, {"20", "4"}, {"30", "9/2"}, {"40", "5"},
  };
  // clang-format on
  // Nothing is planned for the third and the fourth period: with 20 earned all of that is made up.
  for (const auto& c : cases) {
    EXPECT_EQ(shown(earned_schedule(schedule({10, 20, 20, 20, 40}, c.ev, 2)).value), c.es) << c.ev;
  }
}

TEST(EarnedScheduleTest, InsideAPeriodItsPlanIsEven) {
  const auto planned = [](const Ratio& at) {
    return shown(earned_schedule(schedule({10, 30}, "5", at)).figure("PV"));
  };
  EXPECT_EQ(planned(0), "0");
  EXPECT_EQ(planned(ratio("1/2")), "5");
  EXPECT_EQ(planned(1), "10");
  EXPECT_EQ(planned(ratio("3/2")), "20");
  EXPECT_EQ(planned(7), "30");
}

TEST(EarnedValueTraps, T14TimeThatHasNotBegunAndTimeBeyondThePlan) {
  const Assessment before = earned_schedule(schedule({10, 30}, "0", 0));
  EXPECT_EQ(said(before), "measured formula 0");
  EXPECT_EQ(shown(before.figure("SPIt")), "division_by_zero");
  EXPECT_EQ(shown(before.figure("SPI")), "division_by_zero");
  const Assessment beyond = earned_schedule(schedule({10, 30}, "30", 3));
  EXPECT_EQ(said(beyond), "measured formula 2");
  EXPECT_EQ(shown(beyond.figure("TSPIt")), "0");
}

TEST(EarnedValueTraps, T13ASeriesSaysWhetherItIsARunningTotal) {
  const std::vector<Ratio> series = {9000, 18000, 36000};
  EXPECT_EQ(running_totals(series, SeriesKind::cumulative)->back(), Ratio(36000));
  EXPECT_EQ(running_totals(series, SeriesKind::per_period)->back(), Ratio(63000));
  ScheduleNumbers it = schedule(series, "27000", 2);
  EXPECT_EQ(said(earned_schedule(it)), "measured formula 5/2");
  it.kind = SeriesKind::per_period;
  EXPECT_EQ(said(earned_schedule(it)), "measured formula 2");
  EXPECT_EQ(to_string(earned_schedule(it).method), "earned_schedule@1/per_period");
}

TEST(EarnedScheduleTest, WhatCannotBeIsRefused) {
  const auto refused = [](const ScheduleNumbers& it) { return said(earned_schedule(it)); };
  EXPECT_EQ(refused(schedule({}, "0", 1)), "refused kind table_empty");
  EXPECT_EQ(refused(schedule({0, 0}, "0", 1)), "refused kind table_empty");
  EXPECT_EQ(refused(schedule({10, 5}, "0", 1)), "refused kind running_total_falls");
  EXPECT_EQ(refused(schedule({-1, 5}, "0", 1)), "refused kind running_total_falls");
  EXPECT_EQ(refused(schedule({10, 20}, "-1", 1)), "refused kind number_out_of_range");
  EXPECT_EQ(refused(schedule({10, 20}, "21", 1)), "refused kind number_out_of_range");
  EXPECT_EQ(refused(schedule({10, 20}, "1", -1)), "refused kind number_out_of_range");
  ScheduleNumbers negative_cost = schedule({10, 20}, "1", 1);
  negative_cost.ac = Ratio(-1);
  EXPECT_EQ(refused(negative_cost), "refused kind number_out_of_range");
  EXPECT_EQ(refused(schedule({10, 20}, "", 1)), "no_data data no_data");
}

std::string done(const std::vector<std::pair<const char*, const char*>>& parts,
                 StepCredit credit = StepCredit::percent) {
  std::vector<WeightedStep> steps;
  for (const auto& [weight, share] : parts) steps.push_back({ratio(weight), number(share)});
  return said(milestone_weights(steps, credit));
}

TEST(MilestoneWeightsTest, StepsCountByTheirWeightAndCredit) {
  const std::vector<std::pair<const char*, const char*>> parts = {
      {"0.5", "1"}, {"0.3", "0.5"}, {"0.2", "0"}};
  EXPECT_EQ(done(parts), "measured formula 13/20");
  EXPECT_EQ(done(parts, StepCredit::zero_hundred), "measured formula 1/2");
  EXPECT_EQ(done(parts, StepCredit::fifty_fifty), "measured formula 13/20");
  EXPECT_EQ(done({{"0.5", "0.9"}, {"0.5", "0.1"}}, StepCredit::fifty_fifty),
            "measured formula 1/2");
}

TEST(EarnedValueTraps, T18WeightsThatAreNotTheWhole) {
  EXPECT_EQ(done({{"0.5", "1"}, {"0.4", "1"}}), "refused kind weights_not_one");
  EXPECT_EQ(done({{"0.333", "1"}, {"0.333", "1"}, {"0.333", "1"}}), "refused kind weights_not_one");
  EXPECT_EQ(done({}), "refused kind weights_not_one");
  EXPECT_EQ(done({{"1.5", "1"}, {"-0.5", "1"}}), "refused kind weight_negative");
}

TEST(EarnedValueTraps, T14ACompletionOutsideTheWholeIsRefused) {
  EXPECT_EQ(done({{"1", "-0.4"}}), "refused kind number_out_of_range");
  EXPECT_EQ(done({{"1", "1.01"}}), "refused kind number_out_of_range");
}

TEST(MilestoneWeightsTest, WhatIsNotReportedIsNotUndone) {
  EXPECT_EQ(done({{"0.5", "1"}, {"0.5", ""}}), "no_data data no_data");
}

}  // namespace
}  // namespace tiendo::earned_value_test
