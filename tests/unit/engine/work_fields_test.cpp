// The names of the words of a work report, and how its figures are printed.

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_fields_test {
namespace {

TEST(WorkFieldsTest, TheNamesAreThoseOfTheReportAndNothingPastTheEnd) {
  const auto names = [](auto first, auto last) {
    using Enum = decltype(last);
    std::string all;
    for (int i = static_cast<int>(first); i <= static_cast<int>(last) + 1; ++i) {
      all += std::string(name_of(static_cast<Enum>(i))) + ' ';
    }
    return all;
  };
  EXPECT_EQ(names(WorkKind::project, WorkKind::tasks),
            "project quantity stage pot capital milestone total stage_total pot_total "
            "capital_total projects task_group task lead tasks  ");
  EXPECT_EQ(names(WorkStanding::none, WorkStanding::cancelled),
            " open done_in_time done_late done overdue overdue_beyond_limit cancelled  ");
  EXPECT_EQ(names(WorkField::planned, WorkField::on_time),
            "planned reached rate_pct remaining elapsed_pct weight_pct done_pct due_pct "
            "deviation_points on_time_pct  ");
}

TEST(WorkFieldsTest, EachFieldIsItsOwnFigure) {
  WorkRow row;
  Figure* const figures[] = {&row.planned, &row.reached, &row.rate, &row.remaining, &row.elapsed,
                             &row.weight,  &row.done,    &row.due,  &row.deviation, &row.on_time};
  int number = 0;
  for (Figure* one : figures) *one = Ratio(++number);
  number = 0;
  for (const WorkField field : kWorkFields) {
    EXPECT_EQ(*figure(row, field).value, Ratio(++number)) << name_of(field);
    EXPECT_EQ(is_percent(field), number != 1 && number != 2 && number != 4) << name_of(field);
  }
}

TEST(WorkFieldsTest, AFigureIsRoundedOnceAsTheIndicatorSays) {
  WorkBook book;
  Indicator& land = book.add_indicator("land", IndicatorKind::flow, "ha");
  land.scale = 3;
  land.percent_digits = 2;
  const Plan plan = book.plan();
  WorkRow row;
  row.indicator = 0;
  row.reached = *Ratio::parse("1/3");
  row.rate = *Ratio::parse("200/3");
  row.planned = Errc::no_data;
  row.done = *Ratio::parse("125/1000");
  const auto text = [&](WorkField field, const Printing& printing) {
    const auto decimal = printed(plan, row, field, printing);
    return decimal ? decimal->to_string() : "";
  };
  EXPECT_EQ(text(WorkField::reached, {}), "0.333");
  EXPECT_EQ(text(WorkField::rate, {}), "66.67");
  EXPECT_EQ(text(WorkField::rate, {0, Rounding::down}), "66");
  EXPECT_EQ(text(WorkField::planned, {}), "");
  row.indicator = kNone;
  EXPECT_EQ(text(WorkField::done, {}), "0.1");
}

}  // namespace
}  // namespace tiendo::work_fields_test
