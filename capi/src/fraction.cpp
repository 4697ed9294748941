// Tested by tests/capi/fraction_test.c and tests/capi/memory_test.cpp.
//
// Fractions as text: arithmetic, rounding, bounds and roots.

#include "fractions.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/decimal/bounds.hpp"
#include "tiendo/decimal/roots.hpp"

using tiendo::Decimal;
using tiendo::FractionBounds;
using tiendo::NumberFormat;
using tiendo::Ratio;
using tiendo::Result;
using tiendo::Rounding;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_fraction;
using tiendo::capi::run;
using tiendo::capi::TextOut;

namespace tiendo::capi {

Outcome read_fraction(std::string_view name, const char* text, std::int64_t length, Ratio& value) {
  std::string_view bytes;
  Outcome bad = take_text(name, text, length, bytes);
  if (bad.failed()) return bad;
  const auto read = Ratio::parse(bytes);
  if (!read) {
    Error problem = read.error();
    problem.sentence = std::string(name) + ": " + problem.sentence;
    return problem;
  }
  value = *read;
  return {};
}

}  // namespace tiendo::capi

namespace {

// A text that was passed in.
struct TextIn {
  std::string_view name;
  const char* text;
  int64_t length;

  Outcome read(Ratio& value) const { return read_fraction(name, text, length, value); }
};

// What a computation of the library gave, as text; `write` makes a text of its value.
template <class T, class Write>
Outcome write_result(const Result<T>& result, std::string& into, const Write& write) {
  if (!result) return result.error();
  into = write(*result);
  return {};
}

// A fraction made of one that was passed in.
template <class Operation>
tiendo_status compute(tiendo_context* context, const TextIn& in, const TextOut& out,
                      const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text(out, [&](std::string& into) {
      Ratio value;
      Outcome bad = in.read(value);
      if (bad.failed()) return bad;
      return write_result(operation(value), into, [](const Ratio& r) { return r.to_string(); });
    });
  });
}

// A fraction made of two.
template <class Operation>
tiendo_status compute(tiendo_context* context, const TextIn& a, const TextIn& b, const TextOut& out,
                      const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text(out, [&](std::string& into) {
      Ratio first;
      Ratio second;
      Outcome bad = a.read(first);
      if (!bad.failed()) bad = b.read(second);
      if (bad.failed()) return bad;
      return write_result(operation(first, second), into,
                          [](const Ratio& r) { return r.to_string(); });
    });
  });
}

// One of the bounds of a fraction.
tiendo_status bound(tiendo_context* context, const TextIn& in, int64_t denominator,
                    const TextOut& out, Ratio FractionBounds::*side) noexcept {
  return compute(context, in, out, [&](const Ratio& value) -> Result<Ratio> {
    const auto found = bounds(value, denominator);
    if (!found) return found.error();
    return *found.*side;
  });
}

// A decimal made of a fraction and a mode.
template <class Operation>
tiendo_status print(tiendo_context* context, const TextIn& in, tiendo_rounding rounding,
                    tiendo_numbers numbers, const TextOut& out,
                    const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text(out, [&](std::string& into) {
      Ratio value;
      Rounding mode = Rounding::half_up;
      NumberFormat format;
      Outcome bad = in.read(value);
      if (!bad.failed()) bad = tiendo::capi::read_rounding(rounding, mode);
      if (!bad.failed()) bad = tiendo::capi::read_numbers(numbers, format);
      if (bad.failed()) return bad;
      return write_result(operation(value, mode), into,
                          [&](const Decimal& d) { return tiendo::format(d, format); });
    });
  });
}

}  // namespace

tiendo_status tiendo_fraction_add(tiendo_context* context, const char* a, int64_t a_length,
                                  const char* b, int64_t b_length, char* buffer, int64_t capacity,
                                  int64_t* length) noexcept {
  return compute(context, {"a", a, a_length}, {"b", b, b_length}, {buffer, capacity, length},
                 [](const Ratio& x, const Ratio& y) { return x + y; });
}

tiendo_status tiendo_fraction_subtract(tiendo_context* context, const char* a, int64_t a_length,
                                       const char* b, int64_t b_length, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return compute(context, {"a", a, a_length}, {"b", b, b_length}, {buffer, capacity, length},
                 [](const Ratio& x, const Ratio& y) { return x - y; });
}

tiendo_status tiendo_fraction_multiply(tiendo_context* context, const char* a, int64_t a_length,
                                       const char* b, int64_t b_length, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return compute(context, {"a", a, a_length}, {"b", b, b_length}, {buffer, capacity, length},
                 [](const Ratio& x, const Ratio& y) { return x * y; });
}

tiendo_status tiendo_fraction_divide(tiendo_context* context, const char* a, int64_t a_length,
                                     const char* b, int64_t b_length, char* buffer,
                                     int64_t capacity, int64_t* length) noexcept {
  return compute(context, {"a", a, a_length}, {"b", b, b_length}, {buffer, capacity, length},
                 [](const Ratio& x, const Ratio& y) { return x / y; });
}

tiendo_status tiendo_fraction_power(tiendo_context* context, const char* base, int64_t base_length,
                                    int32_t exponent, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return compute(context, {"base", base, base_length}, {buffer, capacity, length},
                 [&](const Ratio& value) { return pow(value, exponent); });
}

tiendo_status tiendo_fraction_compare(tiendo_context* context, const char* a, int64_t a_length,
                                      const char* b, int64_t b_length, int32_t* order) noexcept {
  return run(context, [&]() -> Outcome {
    Ratio first;
    Ratio second;
    Outcome bad = read_fraction("a", a, a_length, first);
    if (!bad.failed()) bad = read_fraction("b", b, b_length, second);
    if (bad.failed()) return bad;
    if (order == nullptr) return null_argument("order");
    *order = tiendo::capi::number_of(first <=> second);
    return {};
  });
}

tiendo_status tiendo_fraction_round(tiendo_context* context, const char* value,
                                    int64_t value_length, int32_t scale, tiendo_rounding rounding,
                                    tiendo_numbers numbers, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return print(context, {"value", value, value_length}, rounding, numbers,
               {buffer, capacity, length},
               [&](const Ratio& exact, Rounding mode) { return round(exact, scale, mode); });
}

tiendo_status tiendo_fraction_decimal(tiendo_context* context, const char* value,
                                      int64_t value_length, tiendo_numbers numbers, char* buffer,
                                      int64_t capacity, int64_t* length) noexcept {
  return print(context, {"value", value, value_length}, TIENDO_ROUND_DOWN, numbers,
               {buffer, capacity, length},
               [](const Ratio& exact, Rounding) { return exact.to_decimal(); });
}

tiendo_status tiendo_fraction_lower(tiendo_context* context, const char* value,
                                    int64_t value_length, int64_t denominator, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return bound(context, {"value", value, value_length}, denominator, {buffer, capacity, length},
               &FractionBounds::lower);
}

tiendo_status tiendo_fraction_upper(tiendo_context* context, const char* value,
                                    int64_t value_length, int64_t denominator, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return bound(context, {"value", value, value_length}, denominator, {buffer, capacity, length},
               &FractionBounds::upper);
}

tiendo_status tiendo_fraction_root(tiendo_context* context, const char* value, int64_t value_length,
                                   int32_t degree, int32_t scale, tiendo_rounding rounding,
                                   tiendo_numbers numbers, char* buffer, int64_t capacity,
                                   int64_t* length) noexcept {
  return print(context, {"value", value, value_length}, rounding, numbers,
               {buffer, capacity, length},
               [&](const Ratio& exact, Rounding mode) { return root(exact, degree, scale, mode); });
}

tiendo_status tiendo_fraction_exact_root(tiendo_context* context, const char* value,
                                         int64_t value_length, int32_t degree, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return compute(context, {"value", value, value_length}, {buffer, capacity, length},
                 [&](const Ratio& exact) { return exact_root(exact, degree); });
}
