/// @file
/// Days: what every "as of" and "recorded on" is.
///
/// A Date is a day of the proleptic Gregorian calendar, from 1400-01-01 to 9999-12-31. Nothing here
/// asks the clock: the day of a report is always an argument. Beyond its years every step is an
/// error.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// A day. Four bytes; safe to read from many threads.
class Date {
 public:
  /// The numbers of 1400-01-01 and 9999-12-31, see days().
  static constexpr std::int32_t kFirstDay = -208188;
  static constexpr std::int32_t kLastDay = 2932896;

  /// 1970-01-01.
  constexpr Date() = default;

  /// The day so many days after 1970-01-01. @return date_out_of_range
  static Result<Date> from_days(std::int64_t days);
  /// @return date_not_real for 30 February, date_out_of_range for a year outside 1400 to 9999
  static Result<Date> from_ymd(int year, int month, int day);
  /// Reads `2024-06-30` and nothing else. The offset of an error is that of the byte that does not
  /// fit, or of the part that is not real: 5 for `2024-13-01`, 8 for `2024-02-30`.
  /// @return date_syntax, date_not_real, date_out_of_range
  static Result<Date> parse(std::string_view text);

  /// Days since 1970-01-01 (Arrow's date32): kFirstDay to kLastDay.
  std::int32_t days() const noexcept { return days_; }
  /// Three numbers: see year(), month() and day().
  struct Ymd {
    int year;   ///< 1400 to 9999
    int month;  ///< 1 to 12
    int day;    ///< 1 to 31
  };
  /// All three, for what one of them costs.
  Ymd ymd() const;
  int year() const;
  int month() const;  ///< 1 to 12
  int day() const;    ///< 1 to 31
  /// 1 for Monday to 7 for Sunday.
  int weekday() const;

  /// The day `count` days later. @return date_out_of_range
  Result<Date> plus_days(std::int64_t count) const;
  /// The same day of the month `count` months later, or the last day of that month when it has no
  /// such day: 31 January + 1 month is 28 or 29 February; 28 February + 1 month is 28 March.
  /// @return date_out_of_range
  Result<Date> plus_months(std::int64_t count) const;

  /// `2024-06-30`.
  std::string to_string() const;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;

 private:
  std::int32_t days_ = 0;
};

}  // namespace tiendo
