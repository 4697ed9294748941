// Periods: the words of the plan files, read and written, and periods moved and compared. Long
// because each word is read and written in tables of cases.

#include "tiendo/calendar/period.hpp"

#include <gtest/gtest.h>

#include <climits>

namespace tiendo::period_test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Period period(std::string_view text) { return *Period::parse(text); }

std::string days_of(const Period& p) { return p.start().to_string() + ' ' + p.end().to_string(); }

TEST(PeriodTest, EveryWordNamesItsDaysAndPrintsAsTheShortest) {
  // clang-format off
  const struct { const char *word, *days, *printed; } cases[] = {
      {"2024",                  "2024-01-01 2025-01-01", "2024"},
      {"2024-H1",               "2024-01-01 2024-07-01", "2024-H1"},
      {"2024-H2",               "2024-07-01 2025-01-01", "2024-H2"},
      {"2024-Q1",               "2024-01-01 2024-04-01", "2024-Q1"},
      {"2024-Q2",               "2024-04-01 2024-07-01", "2024-Q2"},
      {"2024-Q3",               "2024-07-01 2024-10-01", "2024-Q3"},
      {"2024-Q4",               "2024-10-01 2025-01-01", "2024-Q4"},
      {"2024-1M",               "2024-01-01 2024-02-01", "2024-01"},
      {"2024-2M",               "2024-01-01 2024-03-01", "2024-2M"},
      {"2024-3M",               "2024-01-01 2024-04-01", "2024-Q1"},
      {"2024-4M",               "2024-01-01 2024-05-01", "2024-4M"},
      {"2024-5M",               "2024-01-01 2024-06-01", "2024-5M"},
      {"2024-6M",               "2024-01-01 2024-07-01", "2024-H1"},
      {"2024-7M",               "2024-01-01 2024-08-01", "2024-7M"},
      {"2024-8M",               "2024-01-01 2024-09-01", "2024-8M"},
      {"2024-9M",               "2024-01-01 2024-10-01", "2024-9M"},
      {"2024-10M",              "2024-01-01 2024-11-01", "2024-10M"},
      {"2024-11M",              "2024-01-01 2024-12-01", "2024-11M"},
      {"2024-12M",              "2024-01-01 2025-01-01", "2024"},
      {"2024-02",               "2024-02-01 2024-03-01", "2024-02"},
      {"2024-12",               "2024-12-01 2025-01-01", "2024-12"},
      {"2021/2025",             "2021-01-01 2026-01-01", "2021/2025"},
      {"2024/2024",             "2024-01-01 2025-01-01", "2024"},
      {"2024-01-15/2024-02-15", "2024-01-15 2024-02-15", "2024-01-15/2024-02-15"},
      {"2024-01-01/2024-02-01", "2024-01-01 2024-02-01", "2024-01"},
      {"2024-07-01/2025-07-01", "2024-07-01 2025-07-01", "2024-07-01/2025-07-01"},
      {"2024-02-01/2024-05-01", "2024-02-01 2024-05-01", "2024-02-01/2024-05-01"},
      {"2024-04-01/2024-10-01", "2024-04-01 2024-10-01", "2024-04-01/2024-10-01"},
      {"2024-01-01/2025-02-01", "2024-01-01 2025-02-01", "2024-01-01/2025-02-01"},
      {"2024-01-01/2024-01-02", "2024-01-01 2024-01-02", "2024-01-01/2024-01-02"},
      {"9998",                  "9998-01-01 9999-01-01", "9998"},
      {"9999-11M",              "9999-01-01 9999-12-01", "9999-11M"},
      {"1400/9998",             "1400-01-01 9999-01-01", "1400/9998"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto read = Period::parse(c.word);
    ASSERT_TRUE(static_cast<bool>(read)) << c.word;
    EXPECT_EQ(days_of(*read), c.days) << c.word;
    EXPECT_EQ(read->to_string(), c.printed) << c.word;
  }
}

TEST(PeriodTest, EverySpanOfThreeYearsReadsBackFromItsWord) {
  // Every month from every month, and every day near a month's end to every one after it.
  for (Date start = day("2023-01-01"); start < day("2026-01-01"); start = *start.plus_days(1)) {
    if (start.day() > 2 && start.day() < 28) continue;
    for (Date end = *start.plus_days(1); end <= day("2026-01-01"); end = *end.plus_days(1)) {
      if (end.day() > 2 && end.day() < 28) continue;
      const Period span = *Period::of(start, end);
      ASSERT_TRUE(period(span.to_string()) == span) << span.to_string();
    }
  }
}

TEST(PeriodTest, RefusesOtherWordsAndSaysWhere) {
  const struct {
    const char* word;
    Errc code;
    int offset;
  } cases[] = {
      {"", Errc::period_syntax, 0},
      {"202", Errc::period_syntax, 0},
      {"20245", Errc::period_syntax, 4},
      {"năm 2024", Errc::period_syntax, 0},
      {" 2024", Errc::period_syntax, 0},
      {"2024 ", Errc::period_syntax, 4},
      {"2024-", Errc::period_syntax, 5},
      {"2024-H0", Errc::period_syntax, 5},
      {"2024-H3", Errc::period_syntax, 5},
      {"2024-h1", Errc::period_syntax, 5},
      {"2024-Q0", Errc::period_syntax, 5},
      {"2024-Q5", Errc::period_syntax, 5},
      {"2024-QM", Errc::period_syntax, 5},
      {"2024-Q33", Errc::period_syntax, 5},
      {"2024-M", Errc::period_syntax, 5},
      {"2024-0M", Errc::period_syntax, 5},
      {"2024-09M", Errc::period_syntax, 5},
      {"2024-13M", Errc::period_syntax, 5},
      {"2024-99999999999M", Errc::period_syntax, 5},
      {"2024-00", Errc::period_syntax, 5},
      {"2024-13", Errc::period_syntax, 5},
      {"2024-6", Errc::period_syntax, 5},
      {"2024-06-30", Errc::period_syntax, 5},
      {"2024/", Errc::period_syntax, 5},
      {"/2024", Errc::period_syntax, 0},
      {"2024/25", Errc::period_syntax, 5},
      {"2024-H1/2024-H2", Errc::period_syntax, 0},
      {"2024-01-15/2024", Errc::date_syntax, 15},
      {"2024-01-15/2024-02-15/", Errc::date_syntax, 21},
      {"2024-01-15/2024-02-30", Errc::date_not_real, 19},
      {"2024-00-15/2024-02-15", Errc::date_not_real, 5},
      {"2024-01-15/2024-13-15", Errc::date_not_real, 16},
      {"2025/2021", Errc::period_empty, 5},
      {"2024-02-15/2024-02-15", Errc::period_empty, 11},
      {"2024-02-15/2024-01-15", Errc::period_empty, 11},
      {"1399", Errc::date_out_of_range, 0},
      {"0000-Q1", Errc::date_out_of_range, 0},
      {"9999", Errc::date_out_of_range, 0},
      {"9999-12", Errc::date_out_of_range, 0},
      {"2024/9999", Errc::date_out_of_range, 5},
      {"1399/2024", Errc::date_out_of_range, 0},
      {"2024/1399", Errc::period_empty, 5},
      {"10000", Errc::period_syntax, 4},
      {"9999-01-01/10000-01-01", Errc::date_syntax, 15},
  };
  for (const auto& c : cases) {
    const auto read = Period::parse(c.word);
    ASSERT_FALSE(read) << c.word;
    EXPECT_EQ(read.error().code, c.code) << c.word;
    EXPECT_EQ(read.error().offset, c.offset) << c.word;
  }
}

TEST(PeriodTest, IsNeverEmpty) {
  EXPECT_EQ(Period().to_string(), "1970");
  EXPECT_TRUE(static_cast<bool>(Period::of(day("2024-01-01"), day("2024-01-02"))));
  EXPECT_EQ(Period::of(day("2024-01-01"), day("2024-01-01")).error().code, Errc::period_empty);
  EXPECT_EQ(Period::of(day("2024-01-02"), day("2024-01-01")).error().code, Errc::period_empty);
}

TEST(PeriodTest, WhatIsSaidOfAnEmptyPeriodIsTrueOfAReversedOneToo) {
  for (const char* word : {"2024-02-15/2024-02-15", "2024-02-15/2024-01-15", "2025/2021"}) {
    EXPECT_EQ(Period::parse(word).error().sentence,
              std::string(word) + ": the period does not end after it starts");
  }
}

TEST(PeriodTest, AMonthIsACalendarMonth) {
  EXPECT_EQ(*Period::month(2024, 2), period("2024-02"));
  EXPECT_EQ(*Period::month(2024, 12), period("2024-12"));
  EXPECT_EQ(Period::month(2024, 13).error().code, Errc::date_not_real);
  EXPECT_EQ(Period::month(2024, 0).error().code, Errc::date_not_real);
  EXPECT_EQ(Period::month(1399, 12).error().code, Errc::date_out_of_range);
  EXPECT_EQ(Period::month(9999, 12).error().code, Errc::date_out_of_range);
}

TEST(PeriodTest, AYearIsACalendarYear) {
  EXPECT_EQ(days_of(*Period::year(2024)), "2024-01-01 2025-01-01");
  EXPECT_EQ(Period::year(9999).error().code, Errc::date_out_of_range);
  EXPECT_EQ(Period::year(1399).error().code, Errc::date_out_of_range);
}

TEST(PeriodTest, KnowsItsLastDayItsDaysAndItsWholeMonths) {
  EXPECT_EQ(period("2024-02").last_day(), day("2024-02-29"));
  EXPECT_EQ(period("2024").days(), 366);
  EXPECT_EQ(period("2021/2025").whole_months(), 60);
  EXPECT_EQ(period("2024-11-01/2025-02-01").whole_months(), 3);
  EXPECT_EQ(period("2024-01-01/2024-02-02").whole_months(), std::nullopt);
  EXPECT_EQ(period("2024-01-02/2024-02-01").whole_months(), std::nullopt);
}

TEST(PeriodTest, CountsMonthsFromItsFirstDay) {
  const Period civil = period("2024");
  EXPECT_EQ(civil.months_long(), 12);
  EXPECT_EQ(civil.months_of(period("2024-Q3")), 3);
  EXPECT_EQ(civil.months_of(period("2024-01-15/2024-02-15")), std::nullopt);
  const Period administrative = period("2023-12-15/2024-12-15");
  EXPECT_EQ(administrative.months_long(), 12);
  EXPECT_EQ(administrative.months_of(period("2024-01-15/2024-02-15")), 1);
  EXPECT_EQ(administrative.months_of(period("2024-01-15/2024-03-01")), std::nullopt);
  EXPECT_EQ(administrative.months_of(period("2024-01")), std::nullopt);
  EXPECT_EQ(period("2024-01-28/2024-02-28").months_long(), 1);
  EXPECT_EQ(period("2024-01-29/2024-02-29").months_long(), std::nullopt);
  EXPECT_EQ(period("2024-01-15/2024-12-14").months_of(period("2024-01-15/2024-02-15")),
            std::nullopt);
}

TEST(PeriodTest, TheEndIsOutside) {
  const Period june = period("2024-06");
  EXPECT_TRUE(june.contains(day("2024-06-01")) && june.contains(day("2024-06-30")));
  EXPECT_FALSE(june.contains(day("2024-05-31")) || june.contains(day("2024-07-01")));
  EXPECT_FALSE(june.overlaps(period("2024-07")) || june.overlaps(period("2024-05")));
}

TEST(PeriodTest, ContainsOverlapsAndIntersects) {
  // clang-format off
  const struct { const char *a, *b; bool contains, overlaps; const char* both; } cases[] = {
      {"2024",    "2024-H1", true,  true,  "2024-H1"},
      {"2024-H1", "2024",    false, true,  "2024-H1"},
      {"2024-H1", "2024-H1", true,  true,  "2024-H1"},
      {"2024-H1", "2024-H2", false, false, ""},
      {"2024-9M", "2024-H2", false, true,  "2024-Q3"},
      {"2024",    "2026",    false, false, ""},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Period a = period(c.a);
    const Period b = period(c.b);
    EXPECT_EQ(a.contains(b), c.contains) << c.a << ' ' << c.b;
    EXPECT_EQ(a.overlaps(b), c.overlaps) << c.a << ' ' << c.b;
    EXPECT_EQ(b.overlaps(a), c.overlaps) << c.a << ' ' << c.b;
    const auto both = a.intersection(b);
    EXPECT_EQ(both ? both->to_string() : "", c.both) << c.a << ' ' << c.b;
  }
}

TEST(PeriodTest, AdjoinsWhatFollowsItAndWhatItFollows) {
  // clang-format off
  const struct { const char *a, *b; bool adjoins; } cases[] = {
      {"2024-01", "2024-02",               true},
      {"2024-H1", "2024-07",               true},
      {"2024-01", "2024-03",               false},
      {"2024-01", "2024-01",               false},
      {"2024-H1", "2024-06",               false},  // overlaps
      {"2024-01", "2024-02-02/2024-02-03", false},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(period(c.a).adjoins(period(c.b)), c.adjoins) << c.a << ' ' << c.b;
    EXPECT_EQ(period(c.b).adjoins(period(c.a)), c.adjoins) << c.a << ' ' << c.b;
  }
}

TEST(PeriodTest, FallsIntoItsMonthsQuartersHalvesAndYears) {
  // clang-format off
  const struct { const char* whole; int months; const char* parts; } cases[] = {
      {"2024-Q1",                1, "2024-01 2024-02 2024-03 "},
      {"2024-01",                1, "2024-01 "},
      {"2024-11-01/2025-02-01",  1, "2024-11 2024-12 2025-01 "},
      {"2024",                   3, "2024-Q1 2024-Q2 2024-Q3 2024-Q4 "},
      {"2024-9M",                3, "2024-Q1 2024-Q2 2024-Q3 "},
      {"2024-10-01/2025-04-01",  3, "2024-Q4 2025-Q1 "},
      {"2024",                   6, "2024-H1 2024-H2 "},
      {"2024-07-01/2025-07-01",  6, "2024-H2 2025-H1 "},
      {"2021/2023",             12, "2021 2022 2023 "},
      {"2024",                  12, "2024 "},
  };
  // clang-format on
  for (const auto& c : cases) {
    std::string words;
    const auto parts = period(c.whole).parts(c.months);
    ASSERT_TRUE(static_cast<bool>(parts)) << c.whole;
    for (const Period& part : *parts) words += part.to_string() + ' ';
    EXPECT_EQ(words, c.parts) << c.whole << " by " << c.months;
  }
  EXPECT_EQ(period("1400/9998").parts(1)->size(), 12 * 8599U);
}

TEST(PeriodTest, WhatIsNotMadeOfSuchPartsDoesNotFallIntoThem) {
  const struct {
    const char* whole;
    int months;
  } cases[] = {
      {"2024-01-15/2024-02-15", 1},
      {"2024-01-01/2024-02-02", 1},
      {"2024-02", 3},
      {"2024-02-01/2024-05-01", 3},  // three months, no quarter
      {"2024-4M", 3},
      {"2024-9M", 6},
      {"2024-07-01/2025-07-01", 12},  // twelve months, no year
      {"2024", 2},
      {"2024", 4},
      {"2024", 0},
      {"2024", -1},
      {"2021/2024", 24},
      {"2024", INT_MAX},
      {"2024", INT_MIN},
  };
  for (const auto& c : cases) {
    const auto parts = period(c.whole).parts(c.months);
    ASSERT_FALSE(parts) << c.whole << " by " << c.months;
    EXPECT_EQ(parts.error().code, Errc::period_not_whole) << c.whole << " by " << c.months;
  }
}

TEST(PeriodTest, TheDayOfTheReportIsGone) {
  // clang-format off
  const struct { const char *whole, *as_of; int gone; } cases[] = {
      {"2024",    "2023-12-31",   0},
      {"2024",    "2024-01-01",   1},
      {"2024",    "2024-06-30", 182},
      {"2024",    "2024-12-30", 365},
      {"2024",    "2024-12-31", 366},
      {"2024",    "2025-01-01", 366},
      {"2024",    "1400-01-01",   0},
      {"2024",    "9999-12-31", 366},
      {"2024-02", "2024-02-29",  29},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(period(c.whole).days_gone(day(c.as_of)), c.gone) << c.whole << ' ' << c.as_of;
  }
}

// Month for month, as the definition has it.
TEST(PeriodTest, AMonthIsGoneOnItsLastDay) {
  for (const char* first : {"2023-01-01", "2024-02-28", "2023-12-15", "9999-01-01"}) {
    for (const int months : {1, 2, 11, 12}) {
      const Result<Date> end = day(first).plus_months(months);
      if (!end) continue;  // the day after the last of all
      const Period whole = *Period::of(day(first), *end);
      for (Date as_of = *day(first).plus_days(-40); as_of < day("9999-12-31");
           as_of = *as_of.plus_days(1)) {
        if (as_of.days() > end->days() + 40) break;
        int gone = 0;
        while (gone < months && day(first).plus_months(gone + 1)->days() <= as_of.days() + 1)
          ++gone;
        ASSERT_EQ(whole.months_gone(as_of), gone) << whole.to_string() << ' ' << as_of.to_string();
      }
      EXPECT_EQ(whole.months_gone(day("1400-01-01")), 0);
      EXPECT_EQ(whole.months_gone(day("9999-12-31")), months);
    }
  }
  EXPECT_EQ(period("2024-01-01/2024-02-02").months_gone(day("2024-01-31")), std::nullopt);
  EXPECT_EQ(period("2024-01-29/2024-02-29").months_gone(day("2024-03-31")), std::nullopt);
}

TEST(PeriodTest, MovesByMonths) {
  // clang-format off
  const struct { const char* from; int months; const char* to; } cases[] = {
      {"2024-02",                 1, "2024-03"},   // 29 days to 31: the end stays a first
      {"2024-02",               -12, "2023-02"},
      {"2024-H1",               -12, "2023-H1"},
      {"2024",                   12, "2025"},
      {"2024-Q4",                 3, "2025-Q1"},
      {"2024-9M",               -12, "2023-9M"},
      {"2024-01-15/2024-02-15",   1, "2024-02-15/2024-03-15"},
      {"2023-02",                12, "2024-02"},   // 28 days to 29
      {"2024-02-15/2024-03-01", -12, "2023-02-15/2023-03-01"},  // ends on the last of February
      {"2023-02-15/2023-03-01",  12, "2024-02-15/2024-03-01"},  // and stays there
      {"2024-02-01/2024-02-29", -12, "2023-02"},   // to the 28th, which is now the last
      {"2024-02-01/2024-02-28", -12, "2023-02-01/2023-02-28"},  // to the 27th
      {"2024-02-29/2024-03-01", -12, "2023-02-28/2023-03-01"},
      {"2023-01-01/2023-01-31",   1, "2023-02"},   // to the 30th, which February lacks
      {"2023-03-15/2023-03-31",  -1, "2023-02-15/2023-03-01"},
      {"2024-01-29/2024-01-31",  13, "2025-02-28/2025-03-01"},  // both days to the 28th
      {"2024-01-30/2024-02-10",   1, "2024-02-29/2024-03-10"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto moved = period(c.from).shifted_months(c.months);
    EXPECT_EQ(moved ? moved->to_string() : "", c.to) << c.from << " + " << c.months;
  }
  EXPECT_EQ(period("2024-H1").year_before()->to_string(), "2023-H1");
}

TEST(PeriodTest, EverySpanMovesWithItsFirstAndItsLastDay) {
  const Date until = day("2024-04-03");
  for (Date start = day("2023-12-27"); start < until; start = *start.plus_days(1)) {
    for (Date last = start; last < until; last = *last.plus_days(1)) {
      const Period span = *Period::of(start, *last.plus_days(1));
      for (const int months : {-12, -1, 1, 12, 13}) {
        const Period moved = *span.shifted_months(months);
        ASSERT_EQ(moved.start(), *start.plus_months(months)) << span.to_string() << ' ' << months;
        if (span.end().day() == 1) {
          ASSERT_EQ(moved.end(), *span.end().plus_months(months)) << span.to_string();
        } else {
          ASSERT_EQ(moved.last_day(), *last.plus_months(months)) << span.to_string();
        }
      }
    }
  }
}

TEST(PeriodTest, ThePreviousPeriodHasTheSameLengthAndEndsHere) {
  // clang-format off
  const struct { const char *from, *to; } cases[] = {
      {"2024-06",               "2024-05"},
      {"2024-Q1",               "2023-Q4"},
      {"2024-03",               "2024-02"},
      {"2024",                  "2023"},
      {"2021/2025",             "2016/2020"},
      {"2024-9M",               "2023-04-01/2024-01-01"},
      {"2024-01-15/2024-02-15", "2023-12-15/2024-01-15"},  // 31 days
      {"2024-02-15/2024-03-15", "2024-01-15/2024-02-15"},  // 31 days before 29
      {"2024-01-31/2024-03-31", "2023-12-02/2024-01-31"},  // not every month has a 31st: 60 days
      {"2024-02-10/2024-03-15", "2024-01-07/2024-02-10"},  // 34 days
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(period(c.from).previous()->to_string(), c.to) << c.from;
}

TEST(PeriodTest, NoStepLeavesTheRange) {
  EXPECT_EQ(period("1400").year_before().error().code, Errc::date_out_of_range);
  EXPECT_EQ(period("1400").previous().error().code, Errc::date_out_of_range);
  EXPECT_EQ(period("1400-01-02/1400-02-02").previous().error().code, Errc::date_out_of_range);
  EXPECT_EQ(period("9999-11-01/9999-12-31").shifted_months(1).error().code,
            Errc::date_out_of_range);
  EXPECT_EQ(period("9999-12-01/9999-12-31").shifted_months(0)->end().to_string(), "9999-12-31");
  EXPECT_EQ(period("9998").shifted_months(12).error().code, Errc::date_out_of_range);
  EXPECT_EQ(period("2024").shifted_months(INT64_MIN).error().code, Errc::date_out_of_range);
}

TEST(PeriodTest, OrdersByStartThenByEnd) {
  EXPECT_LT(period("2024-01"), period("2024-02"));
  EXPECT_LT(period("2024-01"), period("2024"));
  EXPECT_LT(period("2024"), period("2024-02"));
  EXPECT_EQ(period("2024-6M"), period("2024-H1"));
}

}  // namespace
}  // namespace tiendo::period_test
