// Tested by tests/capi/decimal_test.c and tests/capi/decimal_arithmetic_test.c.
//
// Decimals and fractions. Both ways across the border pass to_words(), which knows the limit of 38
// digits, so that there is one copy of it.

#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/decimal/ratio.hpp"

using tiendo::Decimal;
using tiendo::NumberFormat;
using tiendo::Ratio;
using tiendo::Result;
using tiendo::Rounding;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_decimal;
using tiendo::capi::run;
using tiendo::capi::store_decimal;

static_assert(sizeof(tiendo_decimal) == 24 && offsetof(tiendo_decimal, scale) == 16);

namespace tiendo::capi {

Outcome check_scale(std::int32_t scale) {
  if (scale >= 0 && scale <= 38) return {};
  return error(Errc::number_out_of_range, "a scale must be from 0 to 38");
}

Outcome read_decimal(std::string_view name, const tiendo_decimal* given, Decimal& value) {
  if (given == nullptr) return null_argument(name);
  if (given->reserved != 0) {
    return {TIENDO_E_INVALID_ARG, "reserved of " + std::string(name) + " is not 0"};
  }
  Outcome bad = check_scale(given->scale);
  if (bad.failed()) return bad;
  auto read = Decimal::from_words(given->lo, given->hi, given->scale);
  if (!read) return read.error();
  const auto words = read->to_words();
  if (!words) return words.error();
  value = *std::move(read);
  return {};
}

Outcome store_decimal(const Decimal& value, tiendo_decimal& result) {
  const auto words = value.to_words();
  if (!words) return words.error();
  result = {words->lo, words->hi, words->scale, 0};
  return {};
}

}  // namespace tiendo::capi

namespace {

Outcome read_two(std::string_view a_name, const tiendo_decimal* a, Decimal& first,
                 std::string_view b_name, const tiendo_decimal* b, Decimal& second) {
  Outcome outcome = read_decimal(a_name, a, first);
  return outcome.failed() ? outcome : read_decimal(b_name, b, second);
}

Outcome store(const Result<Decimal>& value, tiendo_decimal* result) {
  return value ? store_decimal(*value, *result) : Outcome(value.error());
}

// a + b, a - b and a * b, but for the sign between them.
template <class Operation>
tiendo_status compute(tiendo_context* context, const tiendo_decimal* a, const tiendo_decimal* b,
                      tiendo_decimal* result, const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal first;
    Decimal second;
    Outcome bad = read_two("a", a, first, "b", b, second);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store(operation(first, second), result);
  });
}

// Numbers is the number of a format, or a format.
template <class Numbers>
tiendo_status parse_decimal(tiendo_context* context, const char* text, std::int64_t length,
                            Numbers numbers, tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    std::string_view bytes;
    NumberFormat format;
    Outcome bad = tiendo::capi::take_text("text", text, length, bytes);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store(tiendo::parse(bytes, format), result);
  });
}

template <class Numbers>
tiendo_status format_decimal(tiendo_context* context, const tiendo_decimal* value, Numbers numbers,
                             const tiendo::capi::TextOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text(out, [&](std::string& into) {
      Decimal number;
      NumberFormat format;
      Outcome outcome = read_decimal("value", value, number);
      if (!outcome.failed()) outcome = tiendo::capi::read_numbers(*context, numbers, format);
      if (!outcome.failed()) into = tiendo::format(number, format);
      return outcome;
    });
  });
}

// The fraction of two decimals.
Outcome read_ratio(const tiendo_decimal* numerator, const tiendo_decimal* denominator,
                   Ratio& ratio) {
  Decimal above;
  Decimal below;
  Outcome bad = read_two("numerator", numerator, above, "denominator", denominator, below);
  if (bad.failed()) return bad;
  const auto read = Ratio::of(above, below);
  if (!read) return read.error();
  ratio = *read;
  return {};
}

Outcome read_rule(std::int32_t scale, tiendo_rounding number, Rounding& rounding) {
  Outcome outcome = tiendo::capi::check_scale(scale);
  return outcome.failed() ? outcome : tiendo::capi::read_rounding(number, rounding);
}

}  // namespace

tiendo_status tiendo_context_set_number_format(tiendo_context* context,
                                               const tiendo_number_format* format) noexcept {
  return run(context, [&]() -> Outcome {
    NumberFormat declared;
    if (format == nullptr) {
      context->numbers.reset();
      return {};
    }
    Outcome bad = tiendo::capi::read_numbers(*context, format, declared);
    if (!bad.failed()) context->numbers = declared;
    return bad;
  });
}

tiendo_status tiendo_decimal_parse(tiendo_context* context, const char* text, int64_t length,
                                   tiendo_numbers numbers, tiendo_decimal* result) noexcept {
  return parse_decimal(context, text, length, numbers, result);
}

tiendo_status tiendo_decimal_parse_with(tiendo_context* context, const char* text, int64_t length,
                                        const tiendo_number_format* format,
                                        tiendo_decimal* result) noexcept {
  return parse_decimal(context, text, length, format, result);
}

tiendo_status tiendo_decimal_format(tiendo_context* context, const tiendo_decimal* value,
                                    tiendo_numbers numbers, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return format_decimal(context, value, numbers, {buffer, capacity, length});
}

tiendo_status tiendo_decimal_format_with(tiendo_context* context, const tiendo_decimal* value,
                                         const tiendo_number_format* format, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return format_decimal(context, value, format, {buffer, capacity, length});
}

tiendo_status tiendo_decimal_compare(tiendo_context* context, const tiendo_decimal* a,
                                     const tiendo_decimal* b, int32_t* order) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal first;
    Decimal second;
    Outcome bad = read_two("a", a, first, "b", b, second);
    if (bad.failed()) return bad;
    if (order == nullptr) return null_argument("order");
    *order = first < second ? -1 : first > second ? 1 : 0;
    return {};
  });
}

tiendo_status tiendo_decimal_total_order(tiendo_context* context, const tiendo_decimal* a,
                                         const tiendo_decimal* b, int32_t* order) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal first;
    Decimal second;
    Outcome bad = read_two("a", a, first, "b", b, second);
    if (bad.failed()) return bad;
    if (order == nullptr) return null_argument("order");
    const auto how = total_order(first, second);
    *order = how < 0 ? -1 : how > 0 ? 1 : 0;
    return {};
  });
}

tiendo_status tiendo_decimal_add(tiendo_context* context, const tiendo_decimal* a,
                                 const tiendo_decimal* b, tiendo_decimal* result) noexcept {
  return compute(context, a, b, result, [](const Decimal& x, const Decimal& y) { return x + y; });
}

tiendo_status tiendo_decimal_subtract(tiendo_context* context, const tiendo_decimal* a,
                                      const tiendo_decimal* b, tiendo_decimal* result) noexcept {
  return compute(context, a, b, result, [](const Decimal& x, const Decimal& y) { return x - y; });
}

tiendo_status tiendo_decimal_multiply(tiendo_context* context, const tiendo_decimal* a,
                                      const tiendo_decimal* b, tiendo_decimal* result) noexcept {
  return compute(context, a, b, result, [](const Decimal& x, const Decimal& y) { return x * y; });
}

tiendo_status tiendo_decimal_divide(tiendo_context* context, const tiendo_decimal* a,
                                    const tiendo_decimal* b, tiendo_decimal* result) noexcept {
  return compute(context, a, b, result, [](const Decimal& x, const Decimal& y) { return x / y; });
}

tiendo_status tiendo_decimal_normalize(tiendo_context* context, const tiendo_decimal* value,
                                       tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal number;
    Outcome bad = read_decimal("value", value, number);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store_decimal(number.normalized(), *result);
  });
}

tiendo_status tiendo_decimal_round(tiendo_context* context, const tiendo_decimal* value,
                                   int32_t scale, tiendo_rounding rounding,
                                   tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal number;
    Rounding mode = Rounding::half_up;
    Outcome bad = read_decimal("value", value, number);
    if (!bad.failed()) bad = read_rule(scale, rounding, mode);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store(round(number, scale, mode), result);
  });
}

tiendo_status tiendo_decimal_round_to_multiple(tiendo_context* context, const tiendo_decimal* value,
                                               const tiendo_decimal* unit, tiendo_rounding rounding,
                                               tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal number;
    Decimal step;
    Rounding mode = Rounding::half_up;
    Outcome bad = read_two("value", value, number, "unit", unit, step);
    if (!bad.failed()) bad = tiendo::capi::read_rounding(rounding, mode);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store(round_to_multiple(number, step, mode), result);
  });
}

tiendo_status tiendo_ratio_round(tiendo_context* context, const tiendo_decimal* numerator,
                                 const tiendo_decimal* denominator, int32_t scale,
                                 tiendo_rounding rounding, tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    Ratio ratio;
    Rounding mode = Rounding::half_up;
    Outcome bad = read_ratio(numerator, denominator, ratio);
    if (!bad.failed()) bad = read_rule(scale, rounding, mode);
    if (bad.failed()) return bad;
    if (result == nullptr) return null_argument("result");
    return store(round(ratio, scale, mode), result);
  });
}

tiendo_status tiendo_ratio_format(tiendo_context* context, const tiendo_decimal* numerator,
                                  const tiendo_decimal* denominator, char* buffer, int64_t capacity,
                                  int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Ratio ratio;
      Outcome outcome = read_ratio(numerator, denominator, ratio);
      if (!outcome.failed()) into = ratio.to_string();
      return outcome;
    });
  });
}
