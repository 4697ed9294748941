// The average growth a year over several whole years: seldom a fraction, and still compared and
// printed exactly.
#pragma once

#include "tiendo/calendar/period.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo {

// Whether the window is of two or more whole years.
bool is_of_years(const Period& window);

// A year of such a window, from 1; 0 is the year before it.
Period year_of(const Period& window, int number);

// How many of its years are over by the day.
int years_over(const Period& window, Date as_of);

// The base that a target states for what grows: so much in a year before the window.
struct StatedBase {
  Index target = kNone;
  Ratio value;
  int years = 0;  // whole years from its end to the beginning of the window
};

// What the target of the same cell, period and assigner on what grows states, with the year that it
// is of, in force on the day `decided`. On a map it goes the way of its target, to a unit that is
// all of the one that was asked and no more, and only where that has the same area from then on.
std::optional<StatedBase> stated_base(const ReportRow& row, const Plan& plan, Date decided,
                                      const std::optional<Date>& map);

// An average growth as a plain number, 0.05 for 5 %: itself where it is a fraction. Otherwise it
// lies between `below` and `above`, which are 10^-cut apart and of which neither is it, and `value`
// is the middle of the two: the number cut after so many digits with a 5 behind.
struct PlainRate {
  Ratio value;
  std::optional<int> cut = {};
  Ratio below = {};
  Ratio above = {};
};

// Cut, if need be, after that many digits, 2 at least.
// @return the errors of Growth; number_too_long for more digits than a number may have
Result<PlainRate> plain_rate(const Growth& growth, int digits);

// Up to so many digits after the point every figure of a row is printed as that of the average
// itself would be, in every mode of rounding.
inline constexpr int kCertainDigits = 18;

// Of a row whose average growth is no fraction, with its condition, its bases and what is expected
// of it: cuts the actual value after enough digits that the average itself stands to everything
// that it is compared with as the cut one does, and that every figure that follows from it rounds
// to up to `certain` digits as that of the average does.
void settle_average(ReportRow& row, const Plan& plan, int certain);

// The row with the figures that follow from an average cut so late that they are certain up to that
// many digits.
ReportRow finer(const ReportRow& row, const Plan& plan, int certain);

// How the actual values of two rows of one indicator stand to each other, and to a number:
// averages by their powers.
std::strong_ordering compare_actuals(const Plan& plan, const ReportRow& a, const ReportRow& b);
std::strong_ordering compare_actual(const Plan& plan, const ReportRow& row, const Ratio& number);

}  // namespace tiendo
