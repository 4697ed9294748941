// Tested by tests/capi/fraction_test.c, tests/capi/fraction_text_test.c and
// tests/capi/memory_test.cpp.
//
// Fractions as text: arithmetic, rounding, bounds and roots.

#include "fractions.hpp"
#include "tiendo/decimal/bounds.hpp"
#include "tiendo/decimal/roots.hpp"

namespace tiendo::capi {

Outcome read_fraction(std::string_view name, const char* text, std::int64_t length, Ratio& value) {
  std::string_view bytes;
  Outcome bad = take_text(name, text, length, bytes);
  if (bad.failed()) return bad;
  Result<Ratio> read = Ratio::parse(bytes, Decimal::kMaxDigits);
  if (!read) {
    Error problem = read.error();
    problem.sentence = std::string(name) + ": " + problem.sentence;
    return problem;
  }
  value = *std::move(read);
  return {};
}

Outcome read_fractions(std::string_view name, const char* const* texts, const std::int64_t* lengths,
                       std::int64_t count, std::vector<Ratio>& values) {
  return each_text(name, texts, lengths, count, [&](const char* text, std::int64_t length) {
    return read_fraction(name, text, length, values.emplace_back());
  });
}

namespace {

// A text that was passed in.
struct TextIn {
  std::string_view name;
  const char* text;
  int64_t length;

  Outcome read(Ratio& value) const { return read_fraction(name, text, length, value); }
};

Outcome write(const Result<Ratio>& result, std::string& into) {
  if (!result) return result.error();
  into = result->to_string();
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
      return bad.failed() ? bad : write(operation(value), into);
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
      return bad.failed() ? bad : write(operation(first, second), into);
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
template <class Numbers, class Operation>
tiendo_status print(tiendo_context* context, const TextIn& in, tiendo_rounding rounding,
                    Numbers numbers, const TextOut& out, const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text(out, [&](std::string& into) {
      Ratio value;
      Outcome bad = in.read(value);
      if (bad.failed()) return bad;
      return print_decimal(*context, rounding, numbers, into,
                           [&](Rounding mode) { return operation(value, mode); });
    });
  });
}

template <class Numbers>
tiendo_status print_rounded(tiendo_context* context, const TextIn& in, int32_t scale,
                            tiendo_rounding rounding, Numbers numbers,
                            const TextOut& out) noexcept {
  return print(context, in, rounding, numbers, out,
               [&](const Ratio& exact, Rounding mode) { return round(exact, scale, mode); });
}

template <class Numbers>
tiendo_status print_all(tiendo_context* context, const TextIn& in, Numbers numbers,
                        const TextOut& out) noexcept {
  return print(context, in, TIENDO_ROUND_DOWN, numbers, out,
               [](const Ratio& exact, Rounding) { return exact.to_decimal(); });
}

template <class Numbers>
tiendo_status print_root(tiendo_context* context, const TextIn& in, int32_t degree, int32_t scale,
                         tiendo_rounding rounding, Numbers numbers, const TextOut& out) noexcept {
  return print(context, in, rounding, numbers, out,
               [&](const Ratio& exact, Rounding mode) { return root(exact, degree, scale, mode); });
}

}  // namespace
}  // namespace tiendo::capi

using tiendo::FractionBounds;
using tiendo::Ratio;
using tiendo::capi::bound;
using tiendo::capi::compute;
using tiendo::capi::print_all;
using tiendo::capi::print_root;
using tiendo::capi::print_rounded;

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
  return tiendo::capi::run(context, [&]() -> tiendo::capi::Outcome {
    Ratio first;
    Ratio second;
    auto bad = tiendo::capi::read_fraction("a", a, a_length, first);
    if (!bad.failed()) bad = tiendo::capi::read_fraction("b", b, b_length, second);
    if (bad.failed()) return bad;
    if (order == nullptr) return tiendo::capi::null_argument("order");
    *order = tiendo::capi::number_of(first <=> second);
    return {};
  });
}

tiendo_status tiendo_fraction_round(tiendo_context* context, const char* value,
                                    int64_t value_length, int32_t scale, tiendo_rounding rounding,
                                    tiendo_numbers numbers, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return print_rounded(context, {"value", value, value_length}, scale, rounding, numbers,
                       {buffer, capacity, length});
}

tiendo_status tiendo_fraction_round_with(tiendo_context* context, const char* value,
                                         int64_t value_length, int32_t scale,
                                         tiendo_rounding rounding,
                                         const tiendo_number_format* format, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return print_rounded(context, {"value", value, value_length}, scale, rounding, format,
                       {buffer, capacity, length});
}

tiendo_status tiendo_fraction_decimal(tiendo_context* context, const char* value,
                                      int64_t value_length, tiendo_numbers numbers, char* buffer,
                                      int64_t capacity, int64_t* length) noexcept {
  return print_all(context, {"value", value, value_length}, numbers, {buffer, capacity, length});
}

tiendo_status tiendo_fraction_decimal_with(tiendo_context* context, const char* value,
                                           int64_t value_length, const tiendo_number_format* format,
                                           char* buffer, int64_t capacity,
                                           int64_t* length) noexcept {
  return print_all(context, {"value", value, value_length}, format, {buffer, capacity, length});
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
  return print_root(context, {"value", value, value_length}, degree, scale, rounding, numbers,
                    {buffer, capacity, length});
}

tiendo_status tiendo_fraction_root_with(tiendo_context* context, const char* value,
                                        int64_t value_length, int32_t degree, int32_t scale,
                                        tiendo_rounding rounding,
                                        const tiendo_number_format* format, char* buffer,
                                        int64_t capacity, int64_t* length) noexcept {
  return print_root(context, {"value", value, value_length}, degree, scale, rounding, format,
                    {buffer, capacity, length});
}

tiendo_status tiendo_fraction_exact_root(tiendo_context* context, const char* value,
                                         int64_t value_length, int32_t degree, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return compute(context, {"value", value, value_length}, {buffer, capacity, length},
                 [&](const Ratio& exact) { return exact_root(exact, degree); });
}
