// Tested by tests/unit/calendar/date_test.cpp.
//
// Boost.Date_Time does the arithmetic of the Gregorian calendar, and this is the one file that sees
// it. Only its static functions on day numbers are used, not its date class: they know nothing of
// special values, and they throw only outside the range that is checked here first.

#include "tiendo/calendar/date.hpp"

#include <algorithm>
#include <boost/date_time/gregorian/greg_calendar.hpp>

namespace tiendo {

namespace {

using Calendar = boost::gregorian::gregorian_calendar;

constexpr std::int64_t kEpoch = 2440588;  // Boost's number of 1970-01-01
constexpr std::int64_t kFirstYear = 1400;
constexpr std::int64_t kLastYear = 9999;
constexpr std::int64_t kMonthsOfCalendar = 12 * (kLastYear - kFirstYear + 1);

Calendar::ymd_type split(std::int32_t days) {
  return Calendar::from_day_number(static_cast<Calendar::date_int_type>(days + kEpoch));
}

// For a year of the range and a month from 1 to 12.
int days_in_month(int year, int month) {
  return Calendar::end_of_month_day(static_cast<unsigned short>(year),
                                    static_cast<unsigned short>(month));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the text stops having the form 2024-06-30; 10 for a text that has it.
std::size_t fitting_bytes(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && i < 10 && (i == 4 || i == 7 ? text[i] == '-' : is_digit(text[i]))) ++i;
  return i;
}

// Where the part of a text of that form begins for which it is no day of the range.
std::int64_t offset_of_fault(int year, int month) {
  if (year < kFirstYear || year > kLastYear) return 0;
  return month < 1 || month > 12 ? 5 : 8;
}

// The value of a few digits.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

// "07" for 7 and width 2.
std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - digits.size(), '0') + digits;
}

}  // namespace

Result<Date> Date::from_days(std::int64_t days) {
  if (days < kFirstDay || days > kLastDay) return error(Errc::date_out_of_range);
  Date date;
  date.days_ = static_cast<std::int32_t>(days);
  return date;
}

Result<Date> Date::from_ymd(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return error(Errc::date_out_of_range);
  if (month < 1 || month > 12) return error(Errc::date_not_real);
  if (day < 1 || day > days_in_month(year, month)) return error(Errc::date_not_real);
  const Calendar::ymd_type ymd(static_cast<unsigned short>(year),
                               static_cast<unsigned short>(month),
                               static_cast<unsigned short>(day));
  return from_days(std::int64_t{Calendar::day_number(ymd)} - kEpoch);
}

Result<Date> Date::parse(std::string_view text) {
  const std::size_t fitting = fitting_bytes(text);
  if (fitting != 10 || text.size() != 10) {
    return error(Errc::date_syntax, {}, static_cast<std::int64_t>(fitting));
  }
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  auto date = from_ymd(year, month, number(text.substr(8)));
  if (date) return date;
  const Errc code = date.error().code;
  return error(code, std::string(text) + ": " + std::string(text_of(code)),
               offset_of_fault(year, month));
}

Date::Ymd Date::ymd() const {
  const auto parts = split(days_);
  return {parts.year, parts.month, parts.day};
}

int Date::year() const { return split(days_).year; }
int Date::month() const { return split(days_).month; }
int Date::day() const { return split(days_).day; }

int Date::weekday() const {
  const int from_sunday = Calendar::day_of_week(split(days_));  // 0 for Sunday
  return from_sunday == 0 ? 7 : from_sunday;
}

Result<Date> Date::plus_days(std::int64_t count) const {
  // Checked before the addition, which might overflow.
  if (count < kFirstDay - days_ || count > kLastDay - days_) return error(Errc::date_out_of_range);
  return from_days(days_ + count);
}

Result<Date> Date::plus_months(std::int64_t count) const {
  if (count < -kMonthsOfCalendar || count > kMonthsOfCalendar) {
    return error(Errc::date_out_of_range);
  }
  const auto ymd = split(days_);
  const std::int64_t months = std::int64_t{12} * ymd.year + (ymd.month - 1) + count;
  if (months < 12 * kFirstYear || months >= 12 * (kLastYear + 1)) {
    return error(Errc::date_out_of_range);
  }
  const int year = static_cast<int>(months / 12);
  const int month = static_cast<int>(months % 12) + 1;
  return from_ymd(year, month, std::min<int>(ymd.day, days_in_month(year, month)));
}

std::string Date::to_string() const {
  const auto ymd = split(days_);
  return padded(ymd.year, 4) + '-' + padded(ymd.month, 2) + '-' + padded(ymd.day, 2);
}

}  // namespace tiendo
