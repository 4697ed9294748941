#include "tiendo/engine/fields.hpp"

#include <gtest/gtest.h>

#include <set>

#include "book.hpp"

namespace tiendo::fields_test {
namespace {

TEST(FieldsTest, TheNumbersAndNamesOfTheFieldsNeverChange) {
  const struct {
    Field field;
    int number;
    std::string_view name;
    bool percent;
  } cases[] = {
      {Field::target, 1, "target", false},
      {Field::actual, 2, "actual", false},
      {Field::completion, 3, "completion_pct", true},
      {Field::excess, 4, "excess_pct", true},
      {Field::remaining, 5, "remaining", false},
      {Field::same_period, 6, "same_period", false},
      {Field::index, 7, "index_pct", true},
      {Field::growth, 8, "growth_pct", true},
      {Field::expected, 9, "expected", false},
      {Field::deviation, 10, "deviation", false},
      {Field::baseline, 11, "baseline", false},
      {Field::required, 12, "required", false},
      {Field::base_revision, 13, "base_revision", false},
      {Field::targeted_change, 14, "targeted_change_pct", true},
      {Field::pace, 15, "pace", false},
      {Field::run_rate, 16, "run_rate_forecast", false},
      {Field::same_share, 17, "same_share_forecast", false},
      {Field::change, 18, "change", false},
  };
  ASSERT_EQ(std::size(cases), kFields.size());
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    EXPECT_EQ(kFields[i], cases[i].field);
    EXPECT_EQ(static_cast<int>(cases[i].field), cases[i].number);
    EXPECT_EQ(name_of(cases[i].field), cases[i].name);
    EXPECT_EQ(is_percent(cases[i].field), cases[i].percent) << cases[i].name;
  }
  EXPECT_EQ(name_of(static_cast<Field>(19)), "");
}

TEST(FieldsTest, DifferencesAreOfTwoValuesAndNeverInPercent) {
  std::set<std::string_view> differences;
  for (const Field field : kFields) {
    if (is_difference(field)) differences.insert(name_of(field));
    EXPECT_FALSE(is_difference(field) && is_percent(field)) << name_of(field);
  }
  EXPECT_EQ(differences, (std::set<std::string_view>{"remaining", "deviation", "base_revision",
                                                     "change", "pace"}));
}

TEST(FieldsTest, EachFieldIsAnotherFigureOfTheRow) {
  const ReportRow row{};
  std::set<const Figure*> figures;
  for (const Field field : kFields) figures.insert(&figure(row, field));
  EXPECT_EQ(figures.size(), kFields.size());
  EXPECT_EQ(&figure(row, Field::growth), &row.growth);
  EXPECT_EQ(&figure(row, Field::required), &row.required);
}

TEST(FieldsTest, TheNumbersAndNamesOfTheWordsNeverChange) {
  const std::string_view verdicts[] = {"", "exceeded", "met", "near", "missed", ""};
  const std::string_view schedules[] = {"", "ahead", "on_schedule", "behind", ""};
  const std::string_view states[] = {
      "", "value", "no_data", "not_due", "overdue", "not_applicable", "withheld", "undefined", ""};
  const std::string_view roles[] = {"actual",     "same_period", "baseline",
                                    "other_base", "year_before", ""};
  const std::string_view courses[] = {"",       "met_at_baseline", "lost", "reached",
                                      "closer", "unchanged",       "away", ""};
  for (std::uint8_t i = 0; i < std::size(courses); ++i) {
    EXPECT_EQ(name_of(static_cast<Course>(i)), courses[i]);
  }
  for (std::uint8_t i = 0; i < std::size(verdicts); ++i) {
    EXPECT_EQ(name_of(static_cast<Verdict>(i)), verdicts[i]);
  }
  for (std::uint8_t i = 0; i < std::size(schedules); ++i) {
    EXPECT_EQ(name_of(static_cast<Schedule>(i)), schedules[i]);
  }
  for (std::uint8_t i = 0; i < std::size(states); ++i) {
    EXPECT_EQ(name_of(static_cast<State>(i)), states[i]);
  }
  for (std::uint8_t i = 0; i < std::size(roles); ++i) {
    EXPECT_EQ(name_of(static_cast<SourceRole>(i)), roles[i]);
  }
  EXPECT_EQ(name_of(Verdict::missed), "missed");
  EXPECT_EQ(name_of(State::undefined), "undefined");
}

TEST(FieldsTest, TheNumbersAndNamesOfTheReasonsNeverChange) {
  const struct {
    Errc reason;
    int number;
    std::string_view name;
  } cases[] = {
      {Errc::no_data, 500, "no_data"},
      {Errc::no_target, 501, "no_target"},
      {Errc::no_base, 502, "no_base"},
      {Errc::base_zero, 503, "base_zero"},
      {Errc::target_zero, 504, "target_zero"},
      {Errc::partial_coverage, 505, "partial_coverage"},
      {Errc::not_attributed, 506, "not_attributed"},
      {Errc::not_started, 507, "not_started"},
      {Errc::not_applicable, 508, "not_applicable"},
      {Errc::withheld, 509, "withheld"},
      {Errc::not_additive, 510, "not_additive"},
      {Errc::range_target, 511, "range_target"},
      {Errc::no_baseline, 512, "no_baseline"},
      {Errc::period_open, 513, "period_open"},
      {Errc::no_profile, 514, "no_profile"},
      {Errc::growth_against_level, 515, "growth_against_level"},
      {Errc::no_better_side, 560, "no_better_side"},
      {Errc::no_milestone_yet, 561, "no_milestone_yet"},
      {Errc::target_reached, 562, "target_reached"},
      {Errc::time_is_up, 563, "time_is_up"},
      {Errc::not_cumulative, 564, "not_cumulative"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(static_cast<int>(c.reason), c.number) << c.name;
    EXPECT_EQ(name_of(c.reason), c.name);
  }
}

// One row of 2 of 3 with a figure of either kind.
struct Printer {
  Printer() {
    Indicator& indicator = book.add_indicator("output", IndicatorKind::flow);
    indicator.scale = 3;
    indicator.digits = 1;
    indicator.percent_digits = 2;
    indicator.rounding = Rounding::down;
    book.add_target("output", at_least("30.555"));
    book.add_report("output", "2024", "20.255");
  }
  std::string operator()(Field field, const Printing& printing = {}) {
    const auto text = printed(book.plan(), book.row("2024-12-31"), field, printing);
    return text ? text->to_string() : "";
  }
  Book book;
};

TEST(FieldsTest, AFigureIsPrintedWithTheDigitsAndTheRoundingOfItsIndicator) {
  Printer print;
  EXPECT_EQ(print(Field::actual), "20.2");
  EXPECT_EQ(print(Field::target), "30.5");
  EXPECT_EQ(print(Field::completion), "66.29");  // 66.29029...
  EXPECT_EQ(print(Field::excess), "-33.70");     // -33.7097..., not 66.29 - 100
  EXPECT_EQ(print(Field::remaining), "10.3");
  EXPECT_EQ(print(Field::growth), "");
}

TEST(FieldsTest, AChangeInPercentIsPrintedAsAPercentageAndAnAmountAsAnAmount) {
  for (const auto& [in, expected] :
       {std::pair{ChangeIn::percent, "12.35"}, {ChangeIn::value, "12.3"}}) {
    Printer print;
    print.book.add_target("output", increase_by("12.345", in), "province");
    const Report report = print.book.report("2024-12-31");
    const ReportRow& change =
        report.rows.at(report.rows[0].condition.kind == ConditionKind::increase_by ? 0 : 1);
    EXPECT_EQ(printed(report.plan, change, Field::target, {{}, Rounding::half_up})->to_string(),
              expected);
  }
}

TEST(FieldsTest, TheCallerMayAskForOtherDigitsAndAnotherRounding) {
  Printer print;
  EXPECT_EQ(print(Field::actual, {2, Rounding::half_up}), "20.26");
  EXPECT_EQ(print(Field::actual, {2, Rounding::half_even}), "20.26");
  EXPECT_EQ(print(Field::actual, {2, {}}), "20.25");
  EXPECT_EQ(print(Field::completion, {0, {}}), "66");
  EXPECT_EQ(print(Field::completion, {{}, Rounding::up}), "66.30");
  EXPECT_EQ(print(Field::excess, {0, Rounding::half_up}), "-34");
  EXPECT_EQ(print(Field::actual, {6, {}}), "20.255000");
}

TEST(FieldsTest, AFigureIsRoundedOnceFromTheExactFraction) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_target("output", at_least("1000"));
  // 99.4499 % twice rounded would be 99.45, then 99.5.
  book.add_report("output", "2024", "994.499");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(printed(book.plan(), row, Field::completion, {})->to_string(), "99.4");
}

TEST(FieldsTest, MoreDigitsThanANumberMayHaveArePrintedAsNothing) {
  Printer print;
  EXPECT_EQ(print(Field::completion, {Decimal::kMaxDigits, {}}), "");
  EXPECT_EQ(print(Field::completion, {-1, {}}), "");
}

}  // namespace
}  // namespace tiendo::fields_test
