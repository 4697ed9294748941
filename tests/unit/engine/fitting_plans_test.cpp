#include "tiendo/engine/fitting_plans.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"
#include "tiendo/decimal/printed.hpp"

namespace tiendo::fitting_plans_test {
namespace {

std::string shown(const Result<FittingPlans>& plans) {
  if (!plans) return std::string(name_of(plans.error().code));
  std::string text = plans->count ? plans->count->to_string() : "no end";
  text += ':';
  for (const Decimal& plan : plans->plans) text += ' ' + plan.to_string();
  return text;
}

PrintedRate rate(std::string_view actual, std::string_view percent) {
  return {dec(actual), false, dec(percent), false, std::nullopt};
}

PrintedRate excess(std::string_view actual, std::string_view percent) {
  return {dec(actual), false, dec(percent), true, std::nullopt};
}

TEST(FittingPlansTest, APrintedRateLeavesFewPlans) {
  // VN-020, VN-039 and VN-040: new enterprises over a plan that is not printed.
  EXPECT_EQ(shown(fitting_plans(excess("182", "21.3"))), "1: 150");
  EXPECT_EQ(shown(fitting_plans(excess("20", "33.3"))), "1: 15");
  EXPECT_EQ(shown(fitting_plans(excess("61", "10.9"))), "1: 55");
  // VN-019: the 180 that a page printed is no result of any plan.
  EXPECT_EQ(shown(fitting_plans(excess("180", "21.3"))), "0:");
  EXPECT_EQ(shown(fitting_plans(rate("1919", "64"), 1, 2)), "47: 2976 2977");
  // VN-036, VN-009 and VN-024: of those the round ones.
  EXPECT_EQ(shown(fitting_plans(rate("1919", "64"), 1000)), "1: 3000");
  EXPECT_EQ(shown(fitting_plans(rate("8.3", "72.2"), dec("0.5"))), "1: 11.5");
  EXPECT_EQ(shown(fitting_plans(rate("14211", "35.5"), 10000)), "1: 40000");
}

TEST(FittingPlansTest, ARateThatMayBeZeroHasNoEndOfPlans) {
  EXPECT_EQ(shown(fitting_plans(rate("1", "0.0"), 1, 2)), "no end: 2000 2001");
  EXPECT_EQ(shown(fitting_plans(rate("0", "0.0"), 5, 2)), "no end: 5 10");
  EXPECT_EQ(shown(fitting_plans(rate("0", "3.0"))), "0:");
  EXPECT_EQ(shown(fitting_plans(rate("1", "-3.0"))), "0:");
  EXPECT_EQ(shown(fitting_plans(excess("0", "-100"), 1, 1)), "no end: 1");
}

TEST(FittingPlansTest, RefusesWhatIsNoPlan) {
  EXPECT_EQ(fitting_plans(rate("-1", "5")).error().code, Errc::number_out_of_range);
  EXPECT_EQ(fitting_plans(rate("1", "5"), 0).error().code, Errc::number_out_of_range);
  EXPECT_EQ(fitting_plans(rate("1", "5"), dec("-0.5")).error().code, Errc::number_out_of_range);
}

TEST(FittingPlansTest, CountsMoreThanItLists) {
  EXPECT_EQ(shown(fitting_plans(rate("123456789012345678901234567890", "50"), 1, 1)),
            "4938765437037530909140296745: 244468889133357780002444688892");
}

// Whether some actual, at its ends and between them, gives the rate of the plan.
bool fits(const PrintedRate& printed_rate, const Ratio& plan) {
  const auto interval = [&](const Decimal& figure) {
    return printed_rate.rounding ? *printed(figure, *printed_rate.rounding) : *printed(figure);
  };
  const Interval rates = interval(printed_rate.rate);
  const Ratio whole(printed_rate.is_excess ? 100 : 0);
  if (!printed_rate.actual_rounded) {
    return rates.contains(*(Ratio(100) * printed_rate.actual / plan - whole));
  }
  const Interval actuals = interval(printed_rate.actual);
  const Interval possible{*(Ratio(100) * actuals.low / plan - whole),
                          *(Ratio(100) * actuals.high / plan - whole), actuals.has_low,
                          actuals.has_high};
  return intersects(possible, rates);
}

TEST(FittingPlansTest, FindsWhatTryingEveryPlanFinds) {
  const std::optional<Rounding> modes[] = {std::nullopt, Rounding::half_up, Rounding::down,
                                           Rounding::up, Rounding::half_even};
  int found = 0;
  for (int actual = 1; actual <= 6; ++actual) {
    for (int percent = 20; percent <= 260; ++percent) {
      for (const auto& mode : modes) {
        const bool is_excess = percent % 3 == 0;
        const PrintedRate each{Decimal(actual), percent % 2 == 0,
                               Decimal(percent - (is_excess ? 100 : 0)), is_excess, mode};
        std::string expected;
        int count = 0;
        for (int plan = 1; plan <= 40; ++plan) {
          if (!fits(each, Ratio(plan))) continue;
          expected += ' ' + std::to_string(plan);
          ++count;
        }
        ASSERT_EQ(shown(fitting_plans(each)), std::to_string(count) + ':' + expected)
            << actual << " " << percent << (mode ? name_of(*mode) : "unknown");
        found += count;
      }
    }
  }
  EXPECT_GT(found, 1000);
}

}  // namespace
}  // namespace tiendo::fitting_plans_test
