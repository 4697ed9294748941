// Tested by tests/capi/shares_test.c.
//
// Arrays of decimals: all that goes in is read before anything is computed, and all that comes out
// is in the form of tiendo.h before any of it is stored, so that a failure leaves the caller's
// array alone, also where it is the one that was read.

#include <algorithm>
#include <span>
#include <vector>

#include "decimals.hpp"
#include "fractions.hpp"
#include "tiendo/decimal/splitting.hpp"

using tiendo::Decimal;
using tiendo::Leftover;
using tiendo::Ratio;
using tiendo::Result;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_decimal;
using tiendo::capi::read_leftover;
using tiendo::capi::run;

namespace tiendo::capi {

// The numbers are those of the library: between the first and the last, each is one.
static_assert(static_cast<int>(Leftover::largest_remainder) == TIENDO_LEFTOVER_LARGEST_REMAINDER &&
              static_cast<int>(Leftover::first) == TIENDO_LEFTOVER_FIRST &&
              static_cast<int>(Leftover::last) == TIENDO_LEFTOVER_LAST);

Outcome read_leftover(tiendo_leftover number, Leftover& rule) {
  if (number < TIENDO_LEFTOVER_LARGEST_REMAINDER || number > TIENDO_LEFTOVER_LAST) {
    return unknown_number("leftover");
  }
  rule = static_cast<Leftover>(number);
  return {};
}

}  // namespace tiendo::capi

namespace {

// Whether an array of `count` things may be read or written.
Outcome check_array(std::string_view name, const void* array, std::int64_t count) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, "count is below zero"};
  return array == nullptr && count > 0 ? null_argument(name) : Outcome();
}

Outcome read_decimals(const tiendo_decimal* given, std::int64_t count,
                      std::vector<Decimal>& values) {
  Outcome bad = check_array("weights", given, count);
  for (std::int64_t i = 0; i < count && !bad.failed(); ++i) {
    bad = read_decimal("weights", given + i, values.emplace_back());
  }
  return bad;
}

Outcome read_ratio(const tiendo_decimal* numerator, const tiendo_decimal* denominator,
                   Ratio& ratio) {
  Decimal above;
  Decimal below = 1;
  Outcome bad = read_decimal("numerators", numerator, above);
  if (!bad.failed() && denominator != nullptr) {
    bad = read_decimal("denominators", denominator, below);
  }
  if (bad.failed()) return bad;
  auto read = Ratio::of(above, below);
  if (!read) return read.error();
  ratio = *std::move(read);
  return {};
}

Outcome read_ratios(const tiendo_decimal* numerators, const tiendo_decimal* denominators,
                    std::int64_t count, std::vector<Ratio>& values) {
  Outcome bad = check_array("numerators", numerators, count);
  for (std::int64_t i = 0; i < count && !bad.failed(); ++i) {
    const tiendo_decimal* below = denominators == nullptr ? nullptr : denominators + i;
    bad = read_ratio(numerators + i, below, values.emplace_back());
  }
  return bad;
}

Outcome store(const Result<std::vector<Decimal>>& values, tiendo_decimal* results) {
  if (!values) return values.error();
  std::vector<tiendo_decimal> stored(values->size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    Outcome bad = tiendo::capi::store_decimal((*values)[i], stored[i]);
    if (bad.failed()) return bad;
  }
  std::copy(stored.begin(), stored.end(), results);
  return {};
}

// The parts of an amount by weights that `read` reads.
template <class Weight, class Read>
Outcome split_by(const tiendo_decimal* amount, std::int64_t count, std::int32_t scale,
                 tiendo_leftover leftover, tiendo_decimal* parts, const Read& read) {
  Decimal whole;
  Leftover rule = Leftover::largest_remainder;
  std::vector<Weight> by;
  Outcome bad = read_decimal("amount", amount, whole);
  if (!bad.failed()) bad = tiendo::capi::check_scale(scale);
  if (!bad.failed()) bad = read_leftover(leftover, rule);
  if (!bad.failed()) bad = check_array("parts", parts, count);
  if (!bad.failed()) bad = read(by);
  if (bad.failed()) return bad;
  return store(split(whole, std::span<const Weight>(by), scale, rule), parts);
}

}  // namespace

tiendo_status tiendo_decimal_split(tiendo_context* context, const tiendo_decimal* amount,
                                   const tiendo_decimal* weights, int64_t count, int32_t scale,
                                   tiendo_leftover leftover, tiendo_decimal* parts) noexcept {
  return run(context, [&]() -> Outcome {
    return split_by<Decimal>(amount, count, scale, leftover, parts, [&](std::vector<Decimal>& by) {
      return read_decimals(weights, count, by);
    });
  });
}

tiendo_status tiendo_decimal_split_by_fractions(tiendo_context* context,
                                                const tiendo_decimal* amount,
                                                const char* const* weights, const int64_t* lengths,
                                                int64_t count, int32_t scale,
                                                tiendo_leftover leftover,
                                                tiendo_decimal* parts) noexcept {
  return run(context, [&]() -> Outcome {
    return split_by<Ratio>(amount, count, scale, leftover, parts, [&](std::vector<Ratio>& by) {
      return tiendo::capi::read_fractions("weights", weights, lengths, count, by);
    });
  });
}

tiendo_status tiendo_shares_round(tiendo_context* context, const tiendo_decimal* numerators,
                                  const tiendo_decimal* denominators, int64_t count,
                                  const tiendo_decimal* total, int32_t scale,
                                  tiendo_decimal* results) noexcept {
  return run(context, [&]() -> Outcome {
    Decimal whole;
    std::vector<Ratio> shares;
    Outcome bad = read_decimal("total", total, whole);
    if (!bad.failed()) bad = tiendo::capi::check_scale(scale);
    if (!bad.failed()) bad = check_array("results", results, count);
    if (!bad.failed()) bad = read_ratios(numerators, denominators, count, shares);
    if (bad.failed()) return bad;
    return store(round_shares(shares, whole, scale), results);
  });
}
