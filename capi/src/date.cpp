// Tested by tests/capi/date_test.c.

#include "days.hpp"

using tiendo::Date;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_day;
using tiendo::capi::run;

tiendo_status tiendo_date_parse(tiendo_context* context, const char* text, int64_t length,
                                int32_t* day) noexcept {
  return run(context, [&]() -> Outcome {
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_text("text", text, length, bytes);
    if (bad.failed()) return bad;
    if (day == nullptr) return null_argument("day");
    const auto read = Date::parse(bytes);
    if (!read) return read.error();
    *day = read->days();
    return {};
  });
}

tiendo_status tiendo_date_format(tiendo_context* context, int32_t day, char* buffer,
                                 int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Date read;
      Outcome outcome = read_day(day, read);
      if (!outcome.failed()) into = read.to_string();
      return outcome;
    });
  });
}

tiendo_status tiendo_date_join(tiendo_context* context, int32_t year, int32_t month,
                               int32_t day_of_month, int32_t* day) noexcept {
  return run(context, [&]() -> Outcome {
    if (day == nullptr) return null_argument("day");
    const auto made = Date::from_ymd(year, month, day_of_month);
    if (!made) return made.error();
    *day = made->days();
    return {};
  });
}

tiendo_status tiendo_date_split(tiendo_context* context, int32_t day, int32_t* year, int32_t* month,
                                int32_t* day_of_month, int32_t* weekday) noexcept {
  return run(context, [&]() -> Outcome {
    Date read;
    Outcome bad = read_day(day, read);
    if (bad.failed()) return bad;
    if (year != nullptr) *year = read.year();
    if (month != nullptr) *month = read.month();
    if (day_of_month != nullptr) *day_of_month = read.day();
    if (weekday != nullptr) *weekday = read.weekday();
    return {};
  });
}

tiendo_status tiendo_date_add(tiendo_context* context, int32_t day, int64_t months, int64_t days,
                              int32_t* result) noexcept {
  return run(context, [&]() -> Outcome {
    Date read;
    Outcome bad = read_day(day, read);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    const auto moved = read.plus_months(months);
    const auto reached = moved ? moved->plus_days(days) : moved;
    if (!reached) return reached.error();
    *result = reached->days();
    return {};
  });
}
