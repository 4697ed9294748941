/// @file
/// Spans of days: what a target is for and what a report covers.
///
/// A Period is half-open, `[start, end)`. Its words are those of the plan files:
///
///     2024   2024-H1   2024-Q3   2024-9M   2024-06   2021/2025   2024-01-15/2024-02-15
///
/// Periods of equal days are equal: 2024-6M is 2024-H1, and 2024-01-01/2024-02-01 is 2024-01.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
  /// Reads the words above; nM for n from 1 to 12. @return period_syntax, period_empty, date errors
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

  /// Whether the day, or the whole of the other period, lies in this one.
  bool contains(Date day) const noexcept { return start_ <= day && day < end_; }
  bool contains(const Period& other) const noexcept {
    return start_ <= other.start_ && other.end_ <= end_;
  }
  bool overlaps(const Period& other) const noexcept {
    return start_ < other.end_ && other.start_ < end_;
  }
  /// The days that both have, or nothing.
  std::optional<Period> intersection(const Period& other) const;

  /// The period `count` months later, both ends moved (an end on the first of a month stays one).
  /// @return date_out_of_range; period_empty when the month has none of the days: [30 January,
  /// 31 January) one month later
  Result<Period> shifted_months(std::int64_t count) const;
  /// The same period one year before. @return as shifted_months()
  Result<Period> year_before() const { return shifted_months(-12); }
  /// The period of the same length that ends where this one starts: May before June, Q4 before Q1;
  /// by days when the period is not whole months. @return date_out_of_range
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
