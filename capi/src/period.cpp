// Tested by tests/capi/period_test.c.

#include <algorithm>

#include "days.hpp"
#include "tiendo/calendar/tiling.hpp"

using tiendo::Date;
using tiendo::Period;
using tiendo::TilingFault;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_period;
using tiendo::capi::run;
using tiendo::capi::stored;

namespace {

static_assert(static_cast<int>(TilingFault::gap) + 1 == TIENDO_TILING_GAP &&
              static_cast<int>(TilingFault::overlap) + 1 == TIENDO_TILING_OVERLAP &&
              static_cast<int>(TilingFault::outside) + 1 == TIENDO_TILING_OUTSIDE);

// What is common to the functions that make a period of a period.
template <class Make>
Outcome make_period(const tiendo_period* given, tiendo_period* result, const Make& make) {
  Period period;
  Outcome bad = read_period("period", given, period);
  if (bad.failed()) return bad;
  if (result == nullptr) return null_argument("result");
  const tiendo::Result<Period> made = make(period);
  if (!made) return made.error();
  *result = stored(*made);
  return {};
}

Outcome put_periods(const std::vector<Period>& periods, tiendo_period* parts, std::int64_t capacity,
                    std::int64_t* count) {
  *count = count_of(periods.size());
  if (capacity < *count) {
    return {TIENDO_E_SMALL_BUFFER, "there is room for " + std::to_string(capacity) +
                                       " parts, there are " + std::to_string(*count)};
  }
  std::transform(periods.begin(), periods.end(), parts, stored);
  return {};
}

}  // namespace

tiendo_status tiendo_period_parse(tiendo_context* context, const char* text, int64_t length,
                                  tiendo_period* period) noexcept {
  return run(context, [&]() -> Outcome {
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_text("text", text, length, bytes);
    if (bad.failed()) return bad;
    if (period == nullptr) return null_argument("period");
    const auto read = Period::parse(bytes);
    if (!read) return read.error();
    *period = stored(*read);
    return {};
  });
}

tiendo_status tiendo_period_format(tiendo_context* context, const tiendo_period* period,
                                   char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Period read;
      Outcome outcome = read_period("period", period, read);
      if (!outcome.failed()) into = read.to_string();
      return outcome;
    });
  });
}

tiendo_status tiendo_period_shift(tiendo_context* context, const tiendo_period* period,
                                  int64_t months, tiendo_period* result) noexcept {
  return run(context, [&]() -> Outcome {
    return make_period(period, result, [&](const Period& p) { return p.shifted_months(months); });
  });
}

tiendo_status tiendo_period_previous(tiendo_context* context, const tiendo_period* period,
                                     tiendo_period* result) noexcept {
  return run(context, [&]() -> Outcome {
    return make_period(period, result, [](const Period& p) { return p.previous(); });
  });
}

tiendo_status tiendo_period_split(tiendo_context* context, const tiendo_period* period,
                                  int32_t months, tiendo_period* parts, int64_t capacity,
                                  int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    Period read;
    Outcome bad = read_period("period", period, read);
    if (!bad.failed()) bad = tiendo::capi::check_array("parts", parts, capacity);
    if (bad.failed()) return bad;
    if (count == nullptr) return null_argument("count");
    const auto made = read.parts(months);
    if (!made) return made.error();
    return put_periods(*made, parts, capacity, count);
  });
}

tiendo_status tiendo_period_tiling(tiendo_context* context, const tiendo_period* whole,
                                   const tiendo_period* parts, int64_t count, tiendo_tiling* tiling,
                                   tiendo_period* days) noexcept {
  return run(context, [&]() -> Outcome {
    Period read;
    std::vector<Period> read_parts;
    Outcome bad = read_period("whole", whole, read);
    if (!bad.failed()) bad = tiendo::capi::read_periods("parts", parts, count, read_parts);
    if (bad.failed()) return bad;
    if (tiling == nullptr) return null_argument("tiling");
    const auto found = first_tiling_fault(read, read_parts);
    *tiling = found ? static_cast<tiendo_tiling>(found->fault) + 1 : TIENDO_TILING_EXACT;
    if (found && days != nullptr) *days = stored(found->days);
    return {};
  });
}

tiendo_status tiendo_period_elapsed(tiendo_context* context, const tiendo_period* period,
                                    int32_t as_of, int64_t* gone, int64_t* days) noexcept {
  return run(context, [&]() -> Outcome {
    Period read;
    Date day;
    Outcome bad = read_period("period", period, read);
    if (!bad.failed()) bad = tiendo::capi::read_day(as_of, day);
    if (bad.failed()) return bad;
    if (gone == nullptr) return null_argument("gone");
    if (days == nullptr) return null_argument("days");
    *gone = read.days_gone(day);
    *days = read.days();
    return {};
  });
}

tiendo_status tiendo_period_elapsed_months(tiendo_context* context, const tiendo_period* period,
                                           int32_t as_of, int32_t* gone, int32_t* months) noexcept {
  return run(context, [&]() -> Outcome {
    Period read;
    Date day;
    Outcome bad = read_period("period", period, read);
    if (!bad.failed()) bad = tiendo::capi::read_day(as_of, day);
    if (bad.failed()) return bad;
    if (gone == nullptr) return null_argument("gone");
    if (months == nullptr) return null_argument("months");
    const auto long_in_months = read.months_long();
    const auto over = read.months_gone(day);
    if (!long_in_months || !over) return error(tiendo::Errc::period_not_whole);
    *gone = *over;
    *months = *long_in_months;
    return {};
  });
}
