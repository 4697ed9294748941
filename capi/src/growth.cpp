// Tested by tests/capi/growth_test.c and tests/capi/memory_test.cpp.
//
// Compound growth, of values that are fractions as text.

#include "tiendo/decimal/growth.hpp"

#include "fractions.hpp"

using tiendo::Growth;
using tiendo::Ratio;
using tiendo::capi::Outcome;
using tiendo::capi::read_fraction;
using tiendo::capi::run;

static_assert(sizeof(tiendo_growth) == 32);

namespace {

Outcome read_growth(std::string_view name, const tiendo_growth* given, Growth& growth) {
  tiendo_growth known{};
  Outcome bad =
      tiendo::capi::read_struct(name, given, TIENDO_FIRST_SIZE(tiendo_growth, last), known);
  if (bad.failed()) return bad;
  if (known.reserved != 0) {
    return {TIENDO_E_INVALID_ARG, "reserved of " + std::string(name) + " is not 0"};
  }
  growth.periods = known.periods;
  growth.rate_periods = known.rate_periods == 0 ? 1 : known.rate_periods;
  bad = read_fraction("first", known.first, TIENDO_NTS, growth.first);
  return bad.failed() ? bad : read_fraction("last", known.last, TIENDO_NTS, growth.last);
}

// A growth against something that `body` reads and compares it with.
template <class Body>
tiendo_status compare(tiendo_context* context, std::string_view name, const tiendo_growth* growth,
                      int32_t* order, const Body& body) noexcept {
  return run(context, [&]() -> Outcome {
    Growth grown;
    tiendo::Result<std::strong_ordering> found = std::strong_ordering::equal;
    Outcome bad = read_growth(name, growth, grown);
    if (!bad.failed() && order == nullptr) bad = tiendo::capi::null_argument("order");
    if (!bad.failed()) bad = body(grown, found);
    if (bad.failed()) return bad;
    if (!found) return found.error();
    *order = tiendo::capi::number_of(*found);
    return {};
  });
}

// Numbers is the number of a format, or a format.
template <class Numbers>
tiendo_status print_average(tiendo_context* context, const tiendo_growth* growth,
                            std::int32_t scale, tiendo_rounding rounding, Numbers numbers,
                            const tiendo::capi::TextOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    return tiendo::capi::put_text(out, [&](std::string& into) {
      Growth grown;
      Outcome bad = read_growth("growth", growth, grown);
      if (bad.failed()) return bad;
      return tiendo::capi::print_decimal(
          *context, rounding, numbers, into,
          [&](tiendo::Rounding mode) { return average_growth(grown, scale, mode); });
    });
  });
}

}  // namespace

tiendo_status tiendo_growth_average(tiendo_context* context, const tiendo_growth* growth,
                                    int32_t scale, tiendo_rounding rounding, tiendo_numbers numbers,
                                    char* buffer, int64_t capacity, int64_t* length) noexcept {
  return print_average(context, growth, scale, rounding, numbers, {buffer, capacity, length});
}

tiendo_status tiendo_growth_average_with(tiendo_context* context, const tiendo_growth* growth,
                                         int32_t scale, tiendo_rounding rounding,
                                         const tiendo_number_format* format, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return print_average(context, growth, scale, rounding, format, {buffer, capacity, length});
}

tiendo_status tiendo_growth_compare(tiendo_context* context, const tiendo_growth* growth,
                                    const char* percent, int64_t percent_length,
                                    int32_t* order) noexcept {
  return compare(context, "growth", growth, order, [&](const Growth& grown, auto& found) {
    Ratio rate;
    Outcome bad = read_fraction("percent", percent, percent_length, rate);
    if (!bad.failed()) found = compare_growth(grown, rate);
    return bad;
  });
}

tiendo_status tiendo_growth_compare_growth(tiendo_context* context, const tiendo_growth* a,
                                           const char* factor, int64_t factor_length,
                                           const tiendo_growth* b, int32_t* order) noexcept {
  return compare(context, "a", a, order, [&](const Growth& grown, auto& found) {
    Ratio times;
    Growth other;
    Outcome bad = read_fraction("factor", factor, factor_length, times);
    if (!bad.failed()) bad = read_growth("b", b, other);
    if (!bad.failed()) found = compare_growths(grown, times, other);
    return bad;
  });
}

tiendo_status tiendo_growth_compare_extrapolated(tiendo_context* context,
                                                 const tiendo_growth* growth, int32_t further,
                                                 const char* threshold, int64_t threshold_length,
                                                 int32_t* order) noexcept {
  return compare(context, "growth", growth, order, [&](const Growth& grown, auto& found) {
    Ratio wanted;
    Outcome bad = read_fraction("threshold", threshold, threshold_length, wanted);
    if (!bad.failed()) found = compare_extrapolated(grown, further, wanted);
    return bad;
  });
}
