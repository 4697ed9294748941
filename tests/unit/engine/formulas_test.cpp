// The figures that follow from actual, target, same period and baseline, as exact fractions.

#include "engine/formulas.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::formulas_test {
namespace {

Figure figure_of(std::string_view text) {
  return text.empty() ? Figure(Errc::no_data) : Figure(ratio(text));
}

Measure percent_measure(std::string_view factor = "0.01") {
  Measure measure;
  measure.factor = dec(factor);
  return measure;
}

ReportRow level_row(std::string_view actual, std::string_view target, std::string_view before) {
  ReportRow row;
  row.condition = at_least("0");
  row.actual = figure_of(actual);
  row.target = figure_of(target);
  row.same_period = before.empty() ? Figure(Errc::no_base) : Figure(ratio(before));
  derive(row, percent_measure());
  return row;
}

TEST(FormulasTest, CompletionExcessAndRemainingAreExactAndNeverCutOff) {
  // clang-format off
  const struct { const char *actual, *target, *completion, *excess, *remaining; } cases[] = {
      {"10492.2", "18964", "262305/4741",   "-211795/4741",  "42359/5"},
      {"509",     "100",   "509",           "409",           "-409"},
      {"0",       "7",     "0",             "-100",          "7"},
      {"-3",      "6",     "-50",           "-150",          "9"},
      {"3",       "-6",    "-50",           "-150",          "-9"},
      {"-9",      "-6",    "150",           "50",            "3"},
      {"5",       "0",     "target_zero",   "target_zero",   "-5"},
      {"0",       "0.00",  "target_zero",   "target_zero",   "0"},
      {"",        "6",     "no_data",       "no_data",       "no_data"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const ReportRow row = level_row(c.actual, c.target, "1");
    EXPECT_EQ(shown(row.completion), c.completion) << c.actual << " of " << c.target;
    EXPECT_EQ(shown(row.excess), c.excess) << c.actual << " of " << c.target;
    EXPECT_EQ(shown(row.remaining), c.remaining) << c.actual << " of " << c.target;
    EXPECT_EQ(shown(row.required), ratio(c.target).to_string());
  }
}

TEST(FormulasTest, GrowthIsMeasuredByTheSizeOfTheBase) {
  // clang-format off
  const struct { const char *actual, *before, *index, *growth; } cases[] = {
      {"33331", "29511",  "3333100/29511", "382000/29511"},
      {"74.4",  "70.44",  "62000/587",     "3300/587"},
      {"26",    "26",     "100",           "0"},
      {"0",     "8",      "0",             "-100"},
      {"5",     "-4",     "-125",          "225"},    // from a loss to a gain: it grew
      {"-6",    "-4",     "150",           "-50"},    // a larger loss: it fell
      {"5",     "0",      "base_zero",     "base_zero"},
      {"0",     "0",      "base_zero",     "base_zero"},
      {"5",     "",       "no_base",       "no_base"},
      {"",      "5",      "no_data",       "no_data"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const ReportRow row = level_row(c.actual, "1", c.before);
    EXPECT_EQ(shown(row.index), c.index) << c.actual << " on " << c.before;
    EXPECT_EQ(shown(row.growth), c.growth) << c.actual << " on " << c.before;
  }
}

TEST(FormulasTest, AMissingFigureHasTheReasonOfWhatIsMissingForIt) {
  ReportRow row = level_row("5", "10", "");
  row.target = Errc::range_target;
  derive(row, percent_measure());
  EXPECT_EQ(row.completion.reason, Errc::range_target);
  EXPECT_EQ(row.excess.reason, Errc::range_target);
  EXPECT_EQ(row.remaining.reason, Errc::range_target);
  EXPECT_EQ(row.required.reason, Errc::range_target);
  row.target = Errc::no_target;
  row.actual = Errc::withheld;
  derive(row, percent_measure());
  EXPECT_EQ(row.completion.reason, Errc::withheld);
  EXPECT_EQ(row.index.reason, Errc::withheld);
  EXPECT_EQ(row.required.reason, Errc::no_target);
}

TEST(FormulasTest, AChangeIsRequiredOnItsBaseAndCompletedFromIt) {
  constexpr auto kPercent = ChangeIn::percent;
  constexpr auto kPoints = ChangeIn::points;
  // clang-format off
  const struct {
    Condition condition; const char *base, *actual, *required, *completion, *excess, *remaining;
  } cases[] = {
      {increase_by("2"),             "33",   "34",    "35",    "50",   "-50",  "1"},
      {increase_by("2"),             "33",   "38",    "35",    "250",  "150",  "-3"},
      {increase_by("2"),             "33",   "32",    "35",    "-50",  "-150", "3"},
      {increase_by("2"),             "-3",   "-2",    "-1",    "50",   "-50",  "1"},
      {increase_by("10", kPercent),  "200",  "210",   "220",   "50",   "-50",  "10"},
      {increase_by("10", kPercent),  "-200", "-190",  "-180",  "50",   "-50",  "10"},
      {increase_by("4.5", kPoints),  "56",   "60.5",  "121/2", "100",  "0",    "0"},
      {decrease_by("1"),             "4",    "3.5",   "3",     "50",   "-50",  "-1/2"},
      {decrease_by("25", kPercent),  "-8",   "-9",    "-10",   "50",   "-50",  "-1"},
      {decrease_by("25", kPercent),  "8",    "5",     "6",     "150",  "50",   "1"},
      {decrease_by("3", kPoints),    "10",   "7",     "7",     "100",  "0",    "0"},
      {increase_by("0"),             "5",    "6",     "5",     "target_zero", "target_zero", "-1"},
      {increase_by("9", kPercent),   "0",    "6",     "base_zero", "base_zero", "base_zero",
       "base_zero"},
      {decrease_by("0", kPercent),   "0",    "0",     "base_zero", "base_zero", "base_zero",
       "base_zero"},
      {increase_by("9"),             "0",    "6",     "9",     "200/3", "-100/3", "3"},
      {increase_by("9", kPoints),    "0",    "9",     "9",     "100",  "0",    "0"},
  };
  // clang-format on
  for (const auto& c : cases) {
    ReportRow row;
    row.condition = c.condition;
    row.target = Ratio(c.condition.value);
    row.actual = figure_of(c.actual);
    row.baseline = figure_of(c.base);
    derive(row, percent_measure());
    const std::string what = std::string(name_of(c.condition.kind)) + ' ' +
                             c.condition.value.to_string() + " from " + c.base;
    EXPECT_EQ(shown(row.required), c.required) << what;
    EXPECT_EQ(shown(row.completion), c.completion) << what;
    EXPECT_EQ(shown(row.excess), c.excess) << what;
    EXPECT_EQ(shown(row.remaining), c.remaining) << what;
  }
}

TEST(FormulasTest, APercentagePointIsTenPerMille) {
  ReportRow row;
  row.condition = decrease_by("0.1", ChangeIn::points);
  row.target = Ratio(row.condition.value);
  row.baseline = ratio("12.66");
  derive(row, percent_measure("0.001"));
  EXPECT_EQ(shown(row.required), ratio("11.66").to_string());
  derive(row, percent_measure("0.01"));
  EXPECT_EQ(shown(row.required), ratio("12.56").to_string());
}

TEST(FormulasTest, AChangeWithoutItsBaseIsNotRequiredOfAnything) {
  ReportRow row;
  row.condition = increase_by("2");
  row.target = Ratio(2);
  row.actual = Ratio(5);
  row.baseline = Errc::no_baseline;
  derive(row, percent_measure());
  EXPECT_EQ(row.required.reason, Errc::no_baseline);
  EXPECT_EQ(row.completion.reason, Errc::no_baseline);
  EXPECT_EQ(row.remaining.reason, Errc::no_baseline);
}

TEST(FormulasTest, WhatIsToBeLessMayBeCountedInOtherWays) {
  // clang-format off
  const struct { const char *actual, *target, *direct, *inverse, *mirrored; } cases[] = {
      {"0.24", "0.2", "120",         "250/3",       "80"},
      {"0.2",  "0.2", "100",         "100",         "100"},
      {"0.1",  "0.2", "50",          "200",         "150"},
      {"0",    "0.2", "0",           "actual_zero", "200"},
      {"0.5",  "0",   "target_zero", "0",           "target_zero"},
      {"0",    "0",   "target_zero", "actual_zero", "target_zero"},
      {"",     "0.2", "no_data",     "no_data",     "no_data"},
  };
  // clang-format on
  const Measure measure = percent_measure();
  for (const auto& c : cases) {
    for (const auto& [achievement, expected] : {std::pair{Achievement::direct, c.direct},
                                                {Achievement::inverse, c.inverse},
                                                {Achievement::mirrored, c.mirrored}}) {
      ReportRow row = level_row(c.actual, c.target, "1");
      Counting counting(measure);
      counting.achievement = achievement;
      derive(row, counting);
      EXPECT_EQ(shown(row.completion), expected) << c.actual << ' ' << name_of(achievement);
    }
  }
}

TEST(FormulasTest, WhatIsComparedInPointsHasDifferencesAndNoPercentages) {
  ReportRow row = level_row("12", "15", "10");
  EXPECT_EQ(shown(row.change), "2");
  const Measure measure = percent_measure();
  Counting counting(measure);
  counting.compare = Comparison::points;
  derive(row, counting);
  for (const Field field : {Field::completion, Field::excess, Field::index, Field::growth}) {
    EXPECT_EQ(figure(row, field).reason, Errc::compared_in_points) << name_of(field);
  }
  EXPECT_EQ(shown(row.remaining), "3");
  EXPECT_EQ(shown(row.change), "2");
  row.actual = Errc::no_data;
  derive(row, counting);
  EXPECT_EQ(row.completion.reason, Errc::compared_in_points);
  EXPECT_EQ(row.remaining.reason, Errc::no_data);
}

TEST(FormulasTest, AFigureTooLongSaysSo) {
  ReportRow row = level_row("1", "1", "1");
  row.actual = *pow(Ratio(10), 9999);
  row.same_period = *(Ratio(1) / *row.actual);
  derive(row, percent_measure());
  EXPECT_EQ(row.index.reason, Errc::number_too_long);
  EXPECT_EQ(row.growth.reason, Errc::number_too_long);
}

}  // namespace
}  // namespace tiendo::formulas_test
