// The share of a period that is over, at the end of a day.

#include "tiendo/model/time_share.hpp"

#include <gtest/gtest.h>

namespace tiendo::time_share_test {
namespace {

TEST(TimeShareTest, TheDayOfTheReportIsGone) {
  // clang-format off
  const struct { const char *period, *as_of, *share; } cases[] = {
      {"2024",      "2023-12-31", "0"},
      {"2024",      "2024-01-01", "1/366"},
      {"2024",      "2024-06-30", "91/183"},   // 182 of 366
      {"2023",      "2023-06-30", "181/365"},
      {"2024",      "2024-12-30", "365/366"},
      {"2024",      "2024-12-31", "1"},
      {"2024",      "2025-06-30", "1"},
      {"2024-02",   "2024-02-01", "1/29"},
      {"2021/2025", "2024-06-30", "1277/1826"},
      {"1400/9998", "1400-01-01", "1/3140720"},
      {"2024-01-15/2024-01-16", "2024-01-15", "1"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(elapsed_share(*Period::parse(c.period), *Date::parse(c.as_of)).to_string(), c.share)
        << c.period << ' ' << c.as_of;
  }
}

TEST(TimeShareTest, EveryDayAddsAnEqualShare) {
  const Period year = *Period::year(2024);
  Ratio before;
  for (Date day = year.start(); day < year.end(); day = *day.plus_days(1)) {
    const Ratio now = elapsed_share(year, day);
    EXPECT_EQ((now - before)->to_string(), "1/366") << day.to_string();
    before = now;
  }
  EXPECT_TRUE(before == Ratio(1));
}

}  // namespace
}  // namespace tiendo::time_share_test
