// The average growth a year over a plan of several years.

#include "engine/average.hpp"

#include "book.hpp"
#include "tiendo/engine/ranking.hpp"

namespace tiendo::average_test {
namespace {

// Output and its growth from 2021 to 2025, with the output of the years from 2020.
class Years : public Book {
 public:
  explicit Years(const std::vector<std::string>& outputs,
                 IndicatorKind kind = IndicatorKind::flow) {
    head.period = period("2021/2025");
    add_indicator("output", kind);
    add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
    int year = 2020;
    for (const std::string& output : outputs) {
      if (!output.empty()) add_report("output", std::to_string(year), output);
      ++year;
    }
  }

  ReportRow growth(std::string_view as_of, std::size_t target = 0) {
    const Report all = report(as_of);
    for (const ReportRow& row : all.rows) {
      if (plan_indicator(row) != "growth") continue;
      if (target-- == 0) return row;
    }
    ADD_FAILURE();
    return {};
  }

 private:
  std::string plan_indicator(const ReportRow& row) {
    return log().plan().indicators()[row.indicator].id;
  }
};

std::string printed_actual(Years& book, const ReportRow& row, int digits,
                           Rounding mode = Rounding::half_up) {
  return printed(book.log().plan(), row, Field::actual, {digits, mode})->to_string();
}

TEST(AverageTest, IsTheGrowthAYearFromTheYearBeforeToTheLatestFullYear) {
  const struct {
    std::vector<std::string> outputs;
    const char *as_of, *value, *coverage, *state;
  } cases[] = {
      {{"100", "", "121"}, "2025-06-30", "10", "24/48 months", "value"},
      {{"100", "", "121"}, "2023-06-30", "10", "24/24 months", "value"},
      {{"100", "110", "", "133.1"}, "2023-12-31", "10", "36/36 months", "value"},
      {{"100", "110", "", "133.1"}, "2023-12-30", "10", "12/24 months", "value"},
      {{"100", "", "", "", "", "243"}, "2025-12-31", "", "60/60 months", "value"},
      {{"100", "95"}, "2021-12-31", "-5", "12/12 months", "value"},
      {{"100", "0"}, "2021-12-31", "-100", "12/12 months", "value"},
      {{"81", "", "36"}, "2022-12-31", "-100/3", "24/24 months", "value"},
      {{"100", "", "121"}, "2025-12-31", "10", "24/60 months", "undefined partial_coverage"},
      {{"100", "110"}, "2021-12-30", "no_full_year", "0/0 months", "undefined no_full_year"},
      {{"100"}, "2022-12-31", "no_data", "0/24 months", "no_data no_data"},
      {{"100", "n/a"},
       "2021-12-31",
       "not_applicable",
       "0/12 months",
       "not_applicable not_applicable"},
      {{"100", "110", "withheld"}, "2022-12-31", "withheld", "0/24 months", "withheld withheld"},
      {{"", "110"}, "2021-12-31", "no_base", "12/12 months", "undefined no_base"},
      {{"0", "110"}, "2021-12-31", "base_zero", "12/12 months", "undefined base_zero"},
      {{"-1", "110"},
       "2021-12-31",
       "growth_without_base",
       "12/12 months",
       "undefined growth_without_base"},
      {{"1", "-110"},
       "2021-12-31",
       "growth_without_base",
       "12/12 months",
       "undefined growth_without_base"},
  };
  for (const auto& c : cases) {
    Years book(c.outputs);
    const ReportRow row = book.growth(c.as_of);
    if (*c.value != 0) {
      EXPECT_EQ(shown(row.actual), c.value) << c.as_of;
    }
    EXPECT_EQ(shown(row.coverage), c.coverage) << c.as_of;
    EXPECT_EQ(shown_state(row), c.state) << c.as_of;
    EXPECT_EQ(row.same_period.reason, row.actual ? Errc::no_base : row.actual.reason);
  }
}

TEST(AverageTest, IsPrintedRightToAnyNumberOfDigits) {
  Years book({"100", "", "120"});
  const ReportRow row = book.growth("2022-12-31");
  ASSERT_TRUE(row.average && row.cut);
  EXPECT_EQ(row.average->periods, 2);
  EXPECT_EQ(*row.cut, kCertainDigits + 6);
  for (const int digits : {0, 1, 5, 18, 19, 40, 200}) {
    for (const Rounding mode : {Rounding::half_up, Rounding::up, Rounding::down}) {
      EXPECT_EQ(printed_actual(book, row, digits, mode),
                average_growth(*row.average, digits, mode)->to_string());
    }
  }
  EXPECT_EQ(printed_actual(book, row, 30), "9.544511501033222691393956560160");
}

// The rate itself has endless digits; a threshold that has its first forty is below it.
TEST(AverageTest, IsJudgedByItsPowersHoweverCloseTheThresholdIs) {
  const Growth growth{100, 120, 2};
  for (const int digits : {1, 17, 23, 24, 25, 40, 100}) {
    const std::string below = average_growth(growth, digits, Rounding::floor)->to_string();
    const std::string above = average_growth(growth, digits, Rounding::ceiling)->to_string();
    Years book({"100", "", "120"});
    book.head.period = period("2021/2022");
    int assigner = 0;
    const auto ask = [&](const Condition& condition) {
      const std::string id = "a" + std::to_string(assigner++);
      book.add_unit(id, "");
      return &book.add_target("growth", condition, id);
    };
    ask(at_least(below));
    ask(at_least(above));
    ask(at_most(below));
    ask(at_most(above));
    ask(between(below, above));
    ask(around(below, "0"));
    ask(at_least("10"))->near =
        NearMiss{*(dec("10") - dec(above)), ChangeIn::value};  // not so far as it misses
    ask(at_least("10"))->near = NearMiss{*(dec("10") - dec(below)), ChangeIn::value};
    const char* verdicts[] = {"exceeded", "missed",   "missed", "exceeded",
                              "met",      "exceeded", "missed", "near"};
    for (std::size_t i = 0; i < std::size(verdicts); ++i) {
      EXPECT_EQ(shown_verdict(book.growth("2022-12-31", i)), verdicts[i]) << digits << ' ' << i;
    }
  }
}

TEST(AverageTest, ARateThatIsAFractionIsMetExactly) {
  Years book({"100", "", "121"});
  book.head.period = period("2021/2022");
  for (const char* assigner : {"a", "b", "c"}) book.add_unit(assigner, "");
  book.add_target("growth", at_least("10"), "a");
  book.add_target("growth", condition(ConditionKind::more_than, "10"), "b");
  book.add_target("growth", condition(ConditionKind::equal, "10"), "c");
  const char* verdicts[] = {"met", "missed", "met"};
  for (std::size_t i = 0; i < std::size(verdicts); ++i) {
    const ReportRow row = book.growth("2022-12-31", i);
    EXPECT_EQ(shown_verdict(row), verdicts[i]);
    EXPECT_TRUE(row.average && !row.cut);
  }
  EXPECT_EQ(shown(book.growth("2022-12-31").completion), "100");
}

TEST(AverageTest, WhatFollowsFromItIsPrintedRightAsWell) {
  Years book({"100", "", "120"});
  book.head.period = period("2021/2022");
  Target& target = book.add_target("growth", at_least("12"));
  target.baseline = Baseline{dec("6"), {}};
  const ReportRow row = book.growth("2022-12-31");
  const auto shown_as = [&](Field field, int digits) {
    return printed(book.log().plan(), row, field, {digits, Rounding::half_up})->to_string();
  };
  // x = 9.54451150103322269139395656016...
  EXPECT_EQ(shown_as(Field::completion, 6), "79.537596");
  EXPECT_EQ(shown_as(Field::completion, 25), "79.5375958419435224282829713");
  EXPECT_EQ(shown_as(Field::remaining, 25), "2.4554884989667773086060434");
  EXPECT_EQ(shown_as(Field::targeted_change, 25), "59.0751916838870448565659427");
  EXPECT_EQ(row.course, Course::closer);
  EXPECT_EQ(shown_verdict(row), "missed");
}

TEST(AverageTest, ItsOwnReportComesFirst) {
  Years book({"100", "110", "121"});
  book.add_report("growth", "2021/2022", "9.9");
  const ReportRow row = book.growth("2022-12-31");
  EXPECT_EQ(shown(row.actual), "99/10");
  EXPECT_FALSE(row.average);
}

TEST(AverageTest, CountsFromAStatedBaseOfAnEarlierYear) {
  Years book({"", "", "121"});
  Target& level = book.add_target("output", at_least("150"));
  level.baseline = Baseline{dec("100"), period("2020")};
  book.add_target("growth", at_least("10"));
  EXPECT_EQ(shown(book.growth("2022-12-31").actual), "10");
  // As of 2019: three years.
  Years earlier({"100", "", "133.1"});
  earlier.add_target("output", at_least("150")).baseline = Baseline{dec("100"), period("2019")};
  earlier.add_target("growth", at_least("10"));
  EXPECT_EQ(shown(earlier.growth("2022-12-31").actual), "10");
  EXPECT_EQ(earlier.growth("2022-12-31").average->periods, 3);
  // Without its year, or of another assigner, it is no base of this target.
  for (const bool of_another : {false, true}) {
    Years other({"100", "", "121"});
    Target& target = other.add_target("output", at_least("150"), of_another ? "province" : "");
    target.baseline = Baseline{dec("1"), {}};
    if (of_another) target.baseline->period = period("2020");
    other.add_target("growth", at_least("10"));
    EXPECT_EQ(shown(other.growth("2022-12-31").actual), "10");
  }
}

// On a map the base goes the way of its target: with a unit that goes on alone, and with no other.
TEST(AverageTest, AStatedBaseIsOfTheUnitThatItWasStatedFor) {
  const struct {
    std::vector<std::string> from;
    std::vector<std::pair<std::string, std::string>> to;
    const char *unit, *actual;
  } cases[] = {
      {{"a"}, {{"r", ""}}, "r", "10"},            // from 200, as a states
      {{"a", "b"}, {{"a", ""}}, "a", "no_base"},  // of a and b nobody has stated one
      {{"a", "b"}, {{"r", ""}}, "r", "no_base"},
      {{"a"}, {{"a", "0.5"}, {"r", "0.5"}}, "a", "no_base"},
      {{"b"}, {{"r", ""}}, "a", "10"},
  };
  for (const bool by_itself : {false, true}) {
    for (const auto& c : cases) {
      Years book({});
      for (const char* unit : {"a", "b", "r"}) book.add_unit(unit);
      book.add_event("2022-07-01", c.from, c.to);
      for (const char* indicator : {"output", "growth"}) {
        Target& target = book.add_target(indicator, at_least("8"), by_itself ? "a" : "province");
        target.unit = "a";
        if (indicator[0] == 'o') target.baseline = Baseline{dec("200"), period("2020")};
      }
      book.add_unit_report(c.unit, "output", "2023", "266.2");
      const Report report = book.report_on_map("2023-12-31", "2023-12-31");
      int rows = 0;
      for (const ReportRow& row : report.rows) {
        const bool asked = report.plan.indicators()[row.indicator].id == "growth" &&
                           report.plan.units()[row.unit].id == c.unit && !row.targets.empty();
        if (!asked) continue;
        ++rows;
        EXPECT_EQ(shown(row.actual), c.actual) << c.unit << ' ' << by_itself;
      }
      EXPECT_EQ(rows, 1) << c.unit;
    }
  }
}

TEST(AverageTest, ABreakBetweenTheTwoYearsIsBridgedOrSaid) {
  for (const char* factor : {"", "1.1"}) {
    SeriesBreak broken;
    broken.on = day("2022-01-01");
    if (*factor != 0) broken.factor = dec(factor);
    Years series({});
    series.head.period = period("2021/2023");
    series.add_indicator("sales", IndicatorKind::flow).breaks = {broken};
    series.add_indicator("sales-growth", IndicatorKind::growth, "percent").base = "sales";
    series.add_report("sales", "2020", "100");
    series.add_report("sales", "2023", "146.41");
    const Report report = series.report("2023-12-31");
    for (const ReportRow& row : report.rows) {
      if (series.log().plan().indicators()[row.indicator].id != "sales-growth") continue;
      EXPECT_EQ(shown(row.actual), *factor != 0 ? "10" : "series_break");
    }
  }
}

TEST(AverageTest, IsExpectedByTheYearsThatAreOver) {
  Years book({"100", "110", "", "120"});
  Target& target = book.add_target("growth", at_least("8"));
  target.baseline = Baseline{dec("3"), {}};
  target.profile = Profile{};
  const ReportRow first = book.growth("2021-06-30");
  EXPECT_EQ(shown(first.expected), "no_full_year");
  EXPECT_EQ(first.schedule_reason, Errc::no_full_year);
  const ReportRow row = book.growth("2022-11-30");
  EXPECT_EQ(row.expected_on, day("2021-12-31"));
  EXPECT_EQ(shown(row.expected), "7303/1826");  // 3 + 5 * 365 / 1826
  EXPECT_EQ(row.schedule, Schedule::ahead);
  EXPECT_EQ(row.provisional, Verdict::exceeded);
  const ReportRow third = book.growth("2023-12-31");  // 6.27 % on average, 5.998 % expected
  EXPECT_EQ(third.schedule, Schedule::ahead);
  EXPECT_EQ(third.provisional, Verdict::missed);
}

TEST(AverageTest, NothingElseIsComputedFromIt) {
  Years book({"100", "110", "121"});
  Indicator& twice = book.add_indicator("twice", IndicatorKind::formula, "percent");
  twice.formula = "growth * 2";
  const Report report = book.report("2022-12-31");
  for (const ReportRow& row : report.rows) {
    if (book.log().plan().indicators()[row.indicator].id != "twice") continue;
    EXPECT_EQ(shown(row.actual), "average_of_years");
  }
}

TEST(AverageTest, AMeanIsNotWeightedByIt) {
  Years book({});
  book.head.period = period("2021/2022");
  Indicator& rate = book.add_indicator("rate", IndicatorKind::level, "percent");
  rate.unit_rule = UnitRule::mean;
  rate.weight = "growth";
  for (const char* ward : {"a", "b"}) {
    book.add_unit(ward);
    book.add_unit_report(ward, "rate", "2022-12", "40");
    book.add_unit_report(ward, "output", "2020", "100");
    book.add_unit_report(ward, "output", "2022", "121");
  }
  const Report report = book.report("2022-12-31");
  for (const ReportRow& row : report.rows) {
    if (report.plan.indicators()[row.indicator].id != "rate") continue;
    EXPECT_EQ(shown(row.actual), "average_of_years");
  }
}

TEST(AverageTest, HalfAYearOfEveryUnitIsNoFullYear) {
  Years book({});
  book.head.period = period("2021/2022");
  for (const char* unit : {"a", "b"}) {
    book.add_unit(unit);
    book.add_unit_report(unit, "output", "2020", "100");
    book.add_unit_report(unit, "output", "2021", "110");
    book.add_unit_report(unit, "output", "2022-H1", "150");
  }
  const ReportRow row = book.growth("2022-12-31");
  EXPECT_EQ(shown(row.actual), "10");
  EXPECT_EQ(row.reported_to, day("2021-12-31"));
}

TEST(AverageTest, UnitsAreRankedByTheirPowers) {
  Years book({});
  book.head.period = period("2021/2022");
  const struct {
    const char *unit, *from, *to;
  } units[] = {{"a", "200", "240"},
               {"b", "100", "120"},
               {"c", "100", "120.000000000000000000000000000000000001"},
               {"d", "100", "110.25"}};
  for (const auto& [unit, from, to] : units) {
    book.add_unit(unit);
    book.add_unit_report(unit, "output", "2020", from);
    book.add_unit_report(unit, "output", "2022", to);
  }
  Request request;
  request.as_of = day("2022-12-31");
  const Plan& plan = book.log().plan();
  RankQuestion question;
  question.indicator = plan.find_indicator("growth");
  question.unit = plan.find_unit("town");
  question.period = book.head.period;
  question.figure = Field::actual;
  question.threshold = Ratio(5);
  const Ranking ranking = rank_units(book.log(), request, question);
  std::string text;
  for (const RankedUnit& one : ranking.units) {
    text += plan.units()[one.row.unit].id + std::to_string(one.rank.place.value_or(0)) + ' ';
  }
  EXPECT_EQ(text, "c1 a2 b2 d4 ");
  EXPECT_EQ(ranking.over, 3);
  EXPECT_EQ(ranking.at, 1);
  question.figure = Field::completion;
  const Ranking by_completion = rank_units(book.log(), request, question);
  for (const RankedUnit& one : by_completion.units) {
    EXPECT_FALSE(one.figure);
  }
}

TEST(AverageTest, AWindowIsOfYearsIfItIsTwoOrMoreWholeOnes) {
  EXPECT_TRUE(is_of_years(period("2021/2022")));
  EXPECT_TRUE(is_of_years(period("2020-12-15/2025-12-15")));
  EXPECT_FALSE(is_of_years(period("2021")));
  EXPECT_FALSE(is_of_years(period("2021-01-01/2023-07-01")));
  EXPECT_EQ(year_of(period("2021/2025"), 0), period("2020"));
  EXPECT_EQ(years_over(period("2021/2025"), day("2023-12-30")), 2);
  EXPECT_EQ(years_over(period("2021/2025"), day("2030-12-30")), 5);
}

}  // namespace
}  // namespace tiendo::average_test
