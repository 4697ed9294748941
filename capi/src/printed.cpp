// Tested by tests/capi/printed_test.c.

#include "tiendo/decimal/printed.hpp"

#include "decimals.hpp"
#include "printing.hpp"

using tiendo::Decimal;
using tiendo::Interval;
using tiendo::Ratio;
using tiendo::Rounding;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;

namespace {

// The two ends of an interval as the structures of tiendo.h.
struct Ends {
  tiendo_decimal low;
  tiendo_decimal high;
};

Outcome store_end(const Ratio& end, tiendo_decimal& result) {
  const auto value = end.to_decimal();
  if (!value) return value.error();
  return tiendo::capi::store_decimal(*value, result);
}

Outcome find(const tiendo_decimal* figure, tiendo_rounding rounding, Interval& found) {
  Decimal value;
  Rounding mode = Rounding::half_up;
  const bool known = rounding != TIENDO_ROUND_UNKNOWN;
  Outcome bad = tiendo::capi::read_decimal("figure", figure, value);
  if (!bad.failed() && known) bad = tiendo::capi::read_rounding(rounding, mode);
  if (bad.failed()) return bad;
  auto interval = known ? tiendo::printed(value, mode) : tiendo::printed(value);
  if (!interval) return interval.error();
  found = *std::move(interval);
  return {};
}

}  // namespace

tiendo_status tiendo_printed_interval(tiendo_context* context, const tiendo_decimal* figure,
                                      tiendo_rounding rounding, tiendo_decimal* low,
                                      tiendo_decimal* high, int32_t* has_low,
                                      int32_t* has_high) noexcept {
  return tiendo::capi::run(context, [&]() -> Outcome {
    Interval found;
    Ends ends{};
    Outcome bad = find(figure, rounding, found);
    if (bad.failed()) return bad;
    if (low == nullptr) return null_argument("low");
    if (high == nullptr) return null_argument("high");
    if (has_low == nullptr) return null_argument("has_low");
    if (has_high == nullptr) return null_argument("has_high");
    bad = store_end(found.low, ends.low);
    if (!bad.failed()) bad = store_end(found.high, ends.high);
    if (bad.failed()) return bad;
    *low = ends.low;
    *high = ends.high;
    *has_low = int32_t{found.has_low};
    *has_high = int32_t{found.has_high};
    return {};
  });
}
