// Tested by tests/unit/calendar/period_test.cpp.
//
// Every word but the span of days is "so many months from the first of a month", so reading and
// writing words is arithmetic on a year, a first month and a count.

#include "tiendo/calendar/period.hpp"

#include <algorithm>

namespace tiendo {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_year(std::string_view text) {
  return text.size() == 4 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         is_digit(text[3]);
}

// The value of a few digits, or -1 when there are none, others, or more than four.
int number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return -1;
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return -1;
    value = 10 * value + (c - '0');
  }
  return value;
}

Result<Period> named_months(int year, int first_month, int count) {
  const auto start = Date::from_ymd(year, first_month, 1);
  if (!start) return start.error();
  const auto end = start->plus_months(count);
  if (!end) return end.error();
  return Period::of(*start, *end);
}

Error syntax_error(std::size_t offset) {
  return error(Errc::period_syntax, {}, static_cast<std::int64_t>(offset));
}

// H1, Q3, 06 or 9M: what may follow the year and its hyphen.
Result<Period> part_of_year(int year, std::string_view word) {
  if (word.size() == 2 && (word[0] == 'H' || word[0] == 'Q')) {
    const int length = word[0] == 'H' ? 6 : 3;
    const int which = number(word.substr(1));
    if (which >= 1 && which * length <= 12) {
      return named_months(year, (which - 1) * length + 1, length);
    }
  } else if (!word.empty() && word.back() == 'M') {
    const int count = number(word.substr(0, word.size() - 1));
    if (count >= 1 && count <= 12 && word[0] != '0') return named_months(year, 1, count);
  } else if (word.size() == 2) {
    const int month = number(word);
    if (month >= 1 && month <= 12) return named_months(year, month, 1);
  }
  return syntax_error(5);
}

// The error of a part of a word that begins at that byte.
Error moved(Error problem, std::size_t by) {
  problem.offset = std::max<std::int64_t>(problem.offset, 0) + static_cast<std::int64_t>(by);
  return problem;
}

Result<Period> days_between(std::string_view first, std::string_view end) {
  const auto start = Date::parse(first);
  if (!start) return start.error();
  const auto stop = Date::parse(end);
  if (!stop) return moved(stop.error(), first.size() + 1);
  const auto period = Period::of(*start, *stop);
  return period ? period : moved(period.error(), first.size() + 1);
}

Result<Period> years_between(int first, int last) {
  const auto start = Period::year(first);
  if (!start) return start.error();
  if (last < first) return moved(error(Errc::period_empty), 5);
  const auto end = Period::year(last);
  return end ? Period::of(start->start(), end->end()) : moved(end.error(), 5);
}

Result<Period> parse_word(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view head = text.substr(0, slash);
  if (slash != std::string_view::npos) {
    const std::string_view tail = text.substr(slash + 1);
    if (is_year(head) && is_year(tail)) return years_between(number(head), number(tail));
    if (is_year(head) || head.size() != 10) return syntax_error(is_year(head) ? slash + 1 : 0);
    return days_between(head, tail);
  }
  if (!is_year(head.substr(0, 4))) return syntax_error(0);
  const int year = number(head.substr(0, 4));
  if (head.size() == 4) return named_months(year, 1, 12);
  if (head[4] != '-') return syntax_error(4);
  return part_of_year(year, head.substr(5));
}

}  // namespace

Result<Period> Period::of(Date start, Date end) {
  if (start >= end) return error(Errc::period_empty);
  return Period(start, end);
}

Result<Period> Period::year(int year) { return named_months(year, 1, 12); }

Result<Period> Period::month(int year, int month) { return named_months(year, month, 1); }

Result<Period> Period::parse(std::string_view text) {
  auto period = parse_word(text);
  if (period) return period;
  const Error& problem = period.error();
  const bool syntax = problem.code == Errc::period_syntax || problem.code == Errc::date_syntax;
  if (syntax || problem.sentence != text_of(problem.code)) return period;
  return error(problem.code, std::string(text) + ": " + problem.sentence,
               std::max<std::int64_t>(problem.offset, 0));
}

Date Period::last_day() const { return *end_.plus_days(-1); }

std::optional<int> Period::whole_months() const {
  if (start_.day() != 1 || end_.day() != 1) return std::nullopt;
  return 12 * (end_.year() - start_.year()) + end_.month() - start_.month();
}

std::optional<int> Period::months_of(const Period& part) const {
  const Date::Ymd start = part.start_.ymd();
  const Date::Ymd end = part.end_.ymd();
  if (start.day > 28 || end.day != start.day) return std::nullopt;
  if (part != *this && (start_.day() != start.day || end_.day() != start.day)) return std::nullopt;
  return 12 * (end.year - start.year) + end.month - start.month;
}

std::optional<Period> Period::intersection(const Period& other) const {
  if (!overlaps(other)) return std::nullopt;
  return Period(std::max(start_, other.start_), std::min(end_, other.end_));
}

Result<std::vector<Period>> Period::parts(int months) const {
  const bool known = months == 1 || months == 3 || months == 6 || months == 12;
  const int whole = whole_months().value_or(0);
  if (!known || whole == 0 || whole % months != 0 || (start_.month() - 1) % months != 0) {
    return error(Errc::period_not_whole);
  }
  std::vector<Period> parts;
  Date start = start_;
  while (start < end_) {
    const Date end = *start.plus_months(months);  // not after end_, so in range
    parts.push_back(Period(start, end));
    start = end;
  }
  return parts;
}

std::int64_t Period::days_gone(Date as_of) const noexcept {
  const std::int64_t gone = std::int64_t{as_of.days()} - start_.days() + 1;
  return std::clamp<std::int64_t>(gone, 0, days());
}

std::optional<int> Period::months_gone(Date as_of) const {
  const std::optional<int> all = months_long();
  if (!all || as_of >= last_day()) return all;
  if (as_of < start_) return 0;
  const Date::Ymd start = start_.ymd();
  const Date::Ymd next = as_of.plus_days(1)->ymd();  // before the end, so in range
  const int begun = 12 * (next.year - start.year) + next.month - start.month;
  return begun - (next.day < start.day ? 1 : 0);
}

Result<Period> Period::shifted_months(std::int64_t count) const {
  const auto start = start_.plus_months(count);
  if (!start) return start.error();
  const bool ends_with_month = end_.day() == 1;
  const auto last = (ends_with_month ? end_ : last_day()).plus_months(count);
  if (!last) return last.error();
  const auto end = ends_with_month ? last : last->plus_days(1);
  if (!end) return end.error();
  return of(*start, *end);
}

Result<Period> Period::previous() const {
  if (const auto months = months_long()) return shifted_months(-*months);
  const auto start = start_.plus_days(-days());
  if (!start) return start.error();
  return of(*start, start_);
}

std::string Period::to_string() const {
  std::string year = start_.to_string().substr(0, 4);
  const int first = start_.month() - 1;  // months before the period in its year
  const int count = whole_months().value_or(0);
  if (count == 12 && first == 0) return year;
  if (count > 0 && count % 12 == 0 && first == 0) {
    return year + '/' + last_day().to_string().substr(0, 4);
  }
  if (count == 6 && first % 6 == 0) return year + "-H" + std::to_string(first / 6 + 1);
  if (count == 3 && first % 3 == 0) return year + "-Q" + std::to_string(first / 3 + 1);
  if (count == 1) return start_.to_string().substr(0, 7);
  if (count > 0 && count < 12 && first == 0) return year + '-' + std::to_string(count) + 'M';
  return start_.to_string() + '/' + end_.to_string();
}

}  // namespace tiendo
