// The same period and the base of a change, a year before; growth.

#include "engine/actual.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::year_before_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

// The value to date of the only indicator, with its coverage: "30 6/6 months".
std::string to_date(Book& book, std::string_view as_of) {
  const ReportRow row = book.row(as_of);
  return shown(row.actual) + ' ' + shown(row.coverage);
}

std::string same_period(Book& book, std::string_view as_of) {
  return shown(book.row(as_of).same_period);
}

TEST(YearBeforeTest, TheSamePeriodIsExactlyTheSameStretchesOfTime) {
  const auto before = [](std::string_view last_year) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_report("x", "2024-Q1", "5");
    book.add_report("x", "2024-Q2", "7");
    for (std::size_t at = 0; at < last_year.size();) {
      const std::size_t end = std::min(last_year.find(' ', at), last_year.size());
      book.add_report("x", last_year.substr(at, end - at), "4");
      at = end + 1;
    }
    return same_period(book, "2024-07-31");
  };
  EXPECT_EQ(before("2023-H1"), "4");
  EXPECT_EQ(before("2023-Q1 2023-Q2"), "8");
  EXPECT_EQ(before("2023-Q1 2023-Q2 2023-07"), "8");
  EXPECT_EQ(before("2023-Q1"), "partial_coverage");
  EXPECT_EQ(before("2023"), "no_base");
  EXPECT_EQ(before("2023-9M"), "no_base");
  EXPECT_EQ(before("2022-H1"), "no_base");
  EXPECT_EQ(before(""), "no_base");
}

TEST(YearBeforeTest, ThirteenMonthsAreComparedWhereTheyDoNotRunIntoThemselves) {
  const auto before = [](std::string_view as_of) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", at_least("100")).period = period("2024-01-01/2025-02-01");
    book.add_report("x", "2023-H1", "32");
    book.add_report("x", "2023-H2", "40");
    book.add_report("x", "2024-H1", "40");
    book.add_report("x", "2024-H2", "50");
    book.add_report("x", "2025-01", "5");
    return same_period(book, as_of);
  };
  EXPECT_EQ(before("2024-07-31"), "32");
  EXPECT_EQ(before("2024-12-31"), "72");
  EXPECT_EQ(before("2025-02-28"), "no_base");  // its thirteenth month is in this year
}

TEST(YearBeforeTest, NothingIsBeforeTwoYears) {
  const auto before = [](std::string_view window) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", at_least("100")).period = period(window);
    book.add_report("x", "2022", "10");
    book.add_report("x", "2023", "20");
    return same_period(book, "2023-12-31");
  };
  EXPECT_EQ(before("2023"), "10");
  EXPECT_EQ(before("2023-01-01/2024-12-31"), "10");
  EXPECT_EQ(before("2023/2024"), "no_base");
}

TEST(YearBeforeTest, AHoleInTheYearIsComparedWithTheSameHole) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-01", "5");
  book.add_report("x", "2024-03", "7");
  book.add_report("x", "2023-Q1", "100");
  EXPECT_EQ(same_period(book, "2024-03-31"), "no_base");
  Book again;
  again.add_indicator("x", kFlow);
  again.add_report("x", "2024-01", "5");
  again.add_report("x", "2024-03", "7");
  again.add_report("x", "2023-01", "1");
  again.add_report("x", "2023-03", "2");
  EXPECT_EQ(same_period(again, "2024-03-31"), "3");
}

TEST(YearBeforeTest, FebruaryOfALeapYearIsComparedWithFebruary) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-01", "5");
  book.add_report("x", "2024-02", "7");
  book.add_report("x", "2023-01", "1");
  book.add_report("x", "2023-02", "2");
  EXPECT_EQ(same_period(book, "2024-02-29"), "3");
}

TEST(YearBeforeTest, ALevelIsComparedWithTheLevelOfTheSameDay) {
  Book book;
  book.add_indicator("x", kLevel);
  book.add_report("x", "2023-06", "60");
  book.add_report("x", "2023", "70");
  book.add_report("x", "2024-06", "74");
  EXPECT_EQ(same_period(book, "2024-08-01"), "60");
  EXPECT_EQ(same_period(book, "2024-03-31"), "no_data");
}

TEST(YearBeforeTest, UnitsAreComparedWhenAllOfThemHaveReportedBothTimes) {
  const auto before = [](bool all_now, bool all_then) {
    Book book;
    book.add_indicator("x", kFlow);
    for (const char* ward : {"a", "b", "c"}) {
      book.add_unit(ward);
      if (all_now || *ward != 'b') book.add_unit_report(ward, "x", "2024-H1", "1");
      if (all_then || *ward != 'c') book.add_unit_report(ward, "x", "2023-H1", "2");
    }
    return same_period(book, "2024-06-30");
  };
  EXPECT_EQ(before(true, true), "6");
  EXPECT_EQ(before(false, true), "partial_coverage");
  EXPECT_EQ(before(true, false), "partial_coverage");
  EXPECT_EQ(before(false, false), "partial_coverage");
}

TEST(YearBeforeTest, TheYearBeforeIsFoundWhoeverReportedIt) {
  const auto before = [](const char* now, const char* then, bool all_then = true) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", at_least("1"));
    book.add_project("p", "x", at_least("1"));
    const auto add = [&](const std::string& who, const char* when, bool all) {
      if (who == "town") book.add_report("x", when, "5");
      if (who == "project") book.add_project_report("p", "x", when, "3");
      if (who != "wards") return;
      book.add_unit_report("a", "x", when, "1");
      if (all) book.add_unit_report("b", "x", when, "1");
    };
    for (const char* ward : {"a", "b"}) book.add_unit(ward);
    add(now, "2024-H1", true);
    add(then, "2023-H1", all_then);
    return same_period(book, "2024-12-31") + ' ' + same_period(book, "2024-06-30");
  };
  EXPECT_EQ(before("town", "wards"), "2 2");
  EXPECT_EQ(before("town", "wards", false), "partial_coverage partial_coverage");
  EXPECT_EQ(before("town", "project"), "3 3");
  // At the end of the year half of what is due is missing of each ward.
  EXPECT_EQ(before("wards", "town"), "partial_coverage 5");
  EXPECT_EQ(before("wards", "project"), "partial_coverage 3");
  EXPECT_EQ(before("project", "wards"), "partial_coverage 2");
}

TEST(YearBeforeTest, TheYearBeforeMayBeWithheldToo) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024", "5");
  book.add_report("x", "2023", "withheld");
  EXPECT_EQ(same_period(book, "2024-12-31"), "withheld");
  EXPECT_EQ(shown(book.row("2024-12-31").growth), "withheld");
}

TEST(YearBeforeTest, APlanOfSeveralYearsHasNoSamePeriodAYearBefore) {
  Book book;
  book.head.period = period("2021/2025");
  book.add_indicator("x", kLevel);
  book.add_target("x", increase_by("2"));
  book.add_report("x", "2024", "33");
  book.add_report("x", "2025", "35");
  const ReportRow row = book.row("2025-12-31");
  EXPECT_EQ(shown(row.actual), "35");
  // The window one year before, 2020/2024, ends inside the plan itself.
  EXPECT_EQ(shown(row.same_period), "no_base");
  EXPECT_EQ(shown(row.baseline), "no_baseline");
  EXPECT_EQ(shown_verdict(row), "no_baseline");
}

TEST(YearBeforeTest, TheFirstYearOfTheCalendarHasNoYearBefore) {
  Book book;
  book.head.period = period("1400");
  book.add_indicator("x", kFlow);
  book.add_target("x", increase_by("2"));
  book.add_report("x", "1400", "33");
  const ReportRow row = book.row("1400-12-31");
  EXPECT_EQ(shown(row.same_period), "no_base");
  EXPECT_EQ(shown(row.baseline), "no_baseline");
}

// ---- Growth -------------------------------------------------------------------------------------

struct Growth {
  explicit Growth(std::string measure = "percent") {
    book.add_indicator("growth", IndicatorKind::growth, std::move(measure)).base = "x";
    base = &book.add_indicator("x", kFlow);
  }
  Book book;
  Indicator* base;
};

// The growth of a quarter is not that of the nine months which it ends.
TEST(YearBeforeTest, AGrowthThatIsReportedIsThatOfItsOwnPeriod) {
  for (const bool to_date_too : {true, false}) {
    Growth growth;
    growth.book.add_report("growth", "2024-Q1", "13.15");
    growth.book.add_report("growth", "2024-Q2", "10.97");
    growth.book.add_report("growth", "2024-Q3", "13.8");
    if (to_date_too) growth.book.add_report("growth", "2024-H1", "11.78");
    if (to_date_too) growth.book.add_report("growth", "2024-9M", "12.46");
    EXPECT_EQ(to_date(growth.book, "2024-03-31"), "263/20 3/3 months");
    EXPECT_EQ(to_date(growth.book, "2024-06-30"),
              to_date_too ? "589/50 6/6 months" : "263/20 3/6 months");
    EXPECT_EQ(to_date(growth.book, "2024-09-30"),
              to_date_too ? "623/50 9/9 months" : "263/20 3/9 months");
  }
}

// Where only quarters are known by themselves, what grows says it.
TEST(YearBeforeTest, WhereNoGrowthOfThePeriodIsReportedItIsMadeFromItsBase) {
  Growth growth;
  growth.book.add_report("growth", "2024-Q2", "10.97");
  growth.book.add_report("x", "2024-H1", "11.5");
  growth.book.add_report("x", "2023-H1", "10");
  EXPECT_EQ(to_date(growth.book, "2024-06-30"), "15 6/6 months");
}

TEST(YearBeforeTest, GrowthIsComputedFromItsBaseInItsMeasure) {
  for (const auto& [measure, expected] :
       {std::pair{"percent", "15"}, std::pair{"per-mille", "150"}}) {
    Growth growth(measure);
    growth.book.add_report("x", "2024-H1", "11.5");
    growth.book.add_report("x", "2023-H1", "10");
    EXPECT_EQ(to_date(growth.book, "2024-06-30"), std::string(expected) + " 6/6 months");
    EXPECT_EQ(to_date(growth.book, "2024-12-31"), std::string(expected) + " 6/12 months");
  }
}

TEST(YearBeforeTest, GrowthWithoutABaseSaysWhyThereIsNone) {
  Growth nothing;
  EXPECT_EQ(to_date(nothing.book, "2024-06-30"), "no_data 0/6 months");
  Growth no_base;
  no_base.book.add_report("x", "2024-H1", "11.5");
  EXPECT_EQ(to_date(no_base.book, "2024-06-30"), "no_base 6/6 months");
  EXPECT_EQ(shown_state(no_base.book.row("2024-06-30")), "undefined no_base");
  Growth zero;
  zero.book.add_report("x", "2024-H1", "11.5");
  zero.book.add_report("x", "2023-H1", "0");
  EXPECT_EQ(to_date(zero.book, "2024-06-30"), "base_zero 6/6 months");
}

TEST(YearBeforeTest, AReportedGrowthWinsOverTheComputedOne) {
  Growth growth;
  growth.book.add_report("x", "2024-H1", "11.5");
  growth.book.add_report("x", "2023-H1", "10");
  growth.book.add_report("growth", "2024-H1", "14.9");
  EXPECT_EQ(to_date(growth.book, "2024-06-30"), "149/10 6/6 months");
}

TEST(YearBeforeTest, GrowthOfAWholeIsThatOfTheSumOfItsUnits) {
  Growth growth;
  for (const auto& [ward, before, now] : {std::tuple{"a", "100", "110"}, {"b", "900", "900"}}) {
    growth.book.add_unit(ward);
    growth.book.add_unit_report(ward, "x", "2023", before);
    growth.book.add_unit_report(ward, "x", "2024", now);
  }
  EXPECT_EQ(to_date(growth.book, "2024-12-31"), "1 2/2 units");  // the mean would be 5
}

TEST(YearBeforeTest, AGrowthIsAsFinalAsTheLessFinalOfItsTwoValues) {
  Growth growth;
  growth.book.add_report("x", "2024", "11.5");
  Observation& before = growth.book.add_report("x", "2023", "10");
  before.status = Status::estimate;
  before.qualifier = Qualifier::over;
  const ReportRow row = growth.book.row("2024-12-31");
  EXPECT_EQ(row.status, Status::estimate);
  EXPECT_EQ(row.qualifier, Qualifier::about);
}

TEST(YearBeforeTest, AGrowthToMoreThanANumberIsMoreThanOne) {
  Growth growth;
  growth.book.add_report("x", "2023", "10");
  growth.book.add_report("x", "2024", "11.5").qualifier = Qualifier::over;
  EXPECT_EQ(growth.book.row("2024-12-31").qualifier, Qualifier::over);
}

}  // namespace
}  // namespace tiendo::year_before_test
