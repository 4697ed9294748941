// Any text as a date and as a period: what is read prints and is read back, and keeps its laws.

#include "target.hpp"
#include "tiendo/calendar/period.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

// The codes of the calendar are 200 to 299.
void require_fault(std::string_view text, const Error& problem) {
  require(static_cast<int>(problem.code) / 100 == 2, "a text is refused with a calendar code");
  require(problem.offset >= 0 && problem.offset <= static_cast<std::int64_t>(text.size()),
          "the fault lies in the text or at its end");
}

void require_laws(const Date& date) {
  require(*Date::from_days(date.days()) == date, "a day is its number");
  require(*Date::from_ymd(date.year(), date.month(), date.day()) == date, "a day is its parts");
  require(date.weekday() >= 1 && date.weekday() <= 7, "a week has seven days");
  if (const auto next = date.plus_days(1)) {
    require(*next > date && *next->plus_days(-1) == date, "the day before undoes the day after");
    require(next->weekday() == date.weekday() % 7 + 1, "weekdays follow each other");
  }
  if (const auto next = date.plus_months(1)) {
    require(next->day() <= date.day() && next->month() == date.month() % 12 + 1,
            "a month later is in the next month");
  }
}

void require_laws(const Period& period) {
  require(*Period::of(period.start(), period.end()) == period, "a period is its two ends");
  require(period.start() < period.end() && period.days() > 0, "no period is empty");
  require(period.contains(period.start()) && period.contains(period.last_day()) &&
              !period.contains(period.end()),
          "a period has its first day and not its end");
  require(
      period.contains(period) && period.overlaps(period) && period.intersection(period) == period,
      "a period is the whole of itself");
  require(*period.shifted_months(0) == period, "no months later is the same");
  if (const auto before = period.previous()) {
    require(before->end() == period.start() && !before->overlaps(period),
            "the period before ends where this one starts");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto date = Date::parse(text)) {
    require(date->to_string() == text, "a date is written in one way");
    require_laws(*date);
  } else {
    require_fault(text, date.error());
  }
  if (const auto period = Period::parse(text)) {
    const std::string printed = period->to_string();
    require(*Period::parse(printed) == *period, "what is printed is read back");
    require(printed.size() <= text.size(), "the shortest word is printed");
    require_laws(*period);
  } else {
    require_fault(text, period.error());
  }
  return 0;
}
