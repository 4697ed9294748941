/// @file
/// Spans of days: what a target is for and what a report covers.
///
/// A Period is half-open, `[start, end)`. Its words are those of the plan files:
///
///     2024   2024-H1   2024-Q3   2024-9M   2024-06   2021/2025   2024-01-15/2024-02-15
///
/// Periods of equal days are equal: 2024-6M is 2024-H1, and 2024-01-01/2024-02-01 is 2024-01.
///
/// As 9999-12-31 is the last day there is and an end is the day after, no period holds that day.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/calendar/date.hpp"

namespace tiendo {

/// A half-open span of days, never empty. Safe to read from many threads.
class Period {
 public:
  /// The year 1970.
  Period() : end_(*Date::from_days(365)) {}

  /// [start, end). @return period_empty unless start < end
  static Result<Period> of(Date start, Date end);
  /// The calendar year. @return date_out_of_range; 9999 has no day after it and is refused
  static Result<Period> year(int year);
  /// The calendar month, 1 to 12. @return date_not_real, date_out_of_range
  static Result<Period> month(int year, int month);
  /// Reads the words above; nM for n from 1 to 12. The offset of an error is that of the part at
  /// fault: 5 for `2024-13` and for `2025/2021`, 11 for `2024-02-15/2024-01-15`.
  /// @return period_syntax, period_empty, date errors
  static Result<Period> parse(std::string_view text);

  /// The first day.
  Date start() const noexcept { return start_; }
  /// The first day after the period.
  Date end() const noexcept { return end_; }
  /// The last day in the period.
  Date last_day() const;
  std::int64_t days() const noexcept { return end_.days() - start_.days(); }
  /// How many whole calendar months the period is; nothing when it does not start and end with one.
  std::optional<int> whole_months() const;
  /// How many months the part is, counted from the day of the month on which this period starts: 1
  /// for 2024-01 in 2024, and for 2023-12-15/2024-01-15 in the administrative year
  /// 2023-12-15/2024-12-15. Nothing when either is not made of such months, or when they start on a
  /// day after the 28th, which not every month has.
  std::optional<int> months_of(const Period& part) const;
  /// How many months the period itself is, from its first day on.
  std::optional<int> months_long() const { return months_of(*this); }

  /// Whether the day, or the whole of the other period, lies in this one.
  bool contains(Date day) const noexcept { return start_ <= day && day < end_; }
  bool contains(const Period& other) const noexcept {
    return start_ <= other.start_ && other.end_ <= end_;
  }
  bool overlaps(const Period& other) const noexcept {
    return start_ < other.end_ && other.start_ < end_;
  }
  /// Whether one ends where the other starts, in either order: they follow each other without a
  /// gap.
  bool adjoins(const Period& other) const noexcept {
    return end_ == other.start_ || other.end_ == start_;
  }
  /// The days that both have, or nothing.
  std::optional<Period> intersection(const Period& other) const;

  /// Its calendar months (1), quarters (3), halves (6) or years (12), in order; they tile it.
  /// @return period_not_whole when it is not made of them, or for another number of months
  Result<std::vector<Period>> parts(int months) const;
  /// The days that are over at the end of that day, which counts itself: 0 before the period, all
  /// of them from its last day on.
  std::int64_t days_gone(Date as_of) const noexcept;
  /// How many of its months, counted as months_long() does, are over at the end of that day, which
  /// counts itself. Nothing when it is not made of such months.
  std::optional<int> months_gone(Date as_of) const;

  /// The period `count` months later. Its first and its last day move as Date::plus_months() says,
  /// save that an end with a month stays one: 2024-02 a year before is all of February 2023 and
  /// 2023-02 a year later all of February 2024, but 1 to 28 February 2024 is 1 to 28 February 2023.
  /// So periods that adjoin may share a day when their border is a day that the new month lacks.
  /// @return date_out_of_range
  Result<Period> shifted_months(std::int64_t count) const;
  /// The same period one year before. @return as shifted_months()
  Result<Period> year_before() const { return shifted_months(-12); }
  /// The period of the same length that ends where this one starts: May before June, Q4 before Q1;
  /// by days when the period is not of months from its first day. @return date_out_of_range
  Result<Period> previous() const;

  /// The shortest word that parse() reads back: `2024-H1`, not `2024-6M`.
  std::string to_string() const;

  /// By start, then by end.
  friend auto operator<=>(const Period&, const Period&) = default;

 private:
  Period(Date start, Date end) : start_(start), end_(end) {}
  Date start_;
  Date end_;
};

}  // namespace tiendo
