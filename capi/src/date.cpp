// Tested by tests/capi/date_test.c.

#include "handles.hpp"

using tiendo::Date;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
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
      Outcome outcome = tiendo::capi::read_day(day, read);
      if (!outcome.failed()) into = read.to_string();
      return outcome;
    });
  });
}
