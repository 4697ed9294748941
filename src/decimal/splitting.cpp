// Tested by tests/unit/decimal/splitting_test.cpp, tests/unit/decimal/splitting_laws_test.cpp and
// tests/oracle/splitting_oracle_test.cpp.
//
// Both functions come down to integers: part i is weights[i] * factor / divisor units of the last
// digit, and all of them add up to a whole number of units. apportion() rounds them down and hands
// out the rest. It works in 128 bits where every product and sum is sure to fit, which is the
// common case, and as BigInt otherwise.
#include "tiendo/decimal/splitting.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "decimal/access.hpp"
#include "decimal/integer.hpp"

namespace tiendo {

using detail::BigInt;
using detail::fits_small;
using detail::power_of_ten;
using detail::too_long;
using detail::Wide;

namespace {

// Fractions over one denominator.
struct Common {
  std::vector<BigInt> numerators;
  BigInt denominator;
};

// Whether that many parts of so many digits are more work than one call does.
bool too_large(std::size_t count, std::int64_t digits) {
  constexpr std::int64_t kLeastDigits = 100;
  const std::int64_t counted = std::max(digits, kLeastDigits);
  return count > static_cast<std::size_t>(kMaxSplitWork / (counted * counted));
}

// Decimals over the largest of their powers of ten. `others` are the digits that each will meet.
Result<Common> common_of(std::span<const Decimal> values, int others) {
  int scale = 0;
  int whole = 1;
  for (const Decimal& each : values) {
    scale = std::max(scale, each.scale());
    whole = std::max(whole, each.digits() - each.scale());
  }
  if (too_large(values.size(), whole + scale + others)) return error(Errc::split_too_large);
  Common common = {{}, power_of_ten(scale)};
  common.numerators.reserve(values.size());
  for (const Decimal& each : values) {
    const BigInt coefficient = DecimalAccess::big(each);
    const int missing = scale - each.scale();
    common.numerators.push_back(missing == 0 ? coefficient : coefficient * power_of_ten(missing));
  }
  return common;
}

// Fractions over the least common multiple of their denominators.
Result<Common> common_of(std::span<const Ratio> values, int others) {
  Common common = {{}, 1};
  std::vector<BigInt> denominators;
  int above = 1;
  int below = 1;
  for (const Ratio& each : values) {
    common.numerators.push_back(DecimalAccess::big(each.numerator()));
    denominators.push_back(DecimalAccess::big(each.denominator()));
    above = std::max(above, each.sign() == 0 ? 1 : detail::digits(common.numerators.back()));
    if (common.denominator % denominators.back() != 0) {
      common.denominator = lcm(common.denominator, denominators.back());
      below = detail::digits(common.denominator);
      if (below > Decimal::kMaxDigits) return too_long();
    }
    if (too_large(values.size(), above + below + others)) return error(Errc::split_too_large);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    common.numerators[i] *= common.denominator / denominators[i];
  }
  return common;
}

BigInt sum_of(const std::vector<BigInt>& values) {
  return std::accumulate(values.begin(), values.end(), BigInt(0));
}

// What apportion() works on. The exact parts add up to an integer; the divisor is above zero.
struct Job {
  std::vector<BigInt> weights;
  BigInt factor;
  BigInt divisor;
  int scale;
  Leftover rule;
  bool negative;  // of every part, for the outcome only
};

// A part rounded down, and what it lost, in units of 1 / divisor.
template <class N>
struct Part {
  N units;
  N lost;
};

// The exact part `share` / `divisor`.
template <class N>
Part<N> rounded_down(const N& share, const N& divisor) {
  Part<N> part = {share / divisor, share % divisor};
  if (part.lost < 0) {
    part.units -= 1;
    part.lost += divisor;
  }
  return part;
}

// One unit each to those that lost most. Fewer units are left than there are parts that lost any.
template <class N>
void hand_out(std::vector<Part<N>>& parts, std::size_t leftover) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto served = order.begin() + static_cast<std::ptrdiff_t>(leftover);
  std::nth_element(order.begin(), served, order.end(), [&](std::size_t a, std::size_t b) {
    if (parts[a].lost == parts[b].lost) return a < b;
    return parts[a].lost > parts[b].lost;
  });
  for (auto each = order.begin(); each != served; ++each) parts[*each].units += 1;
}

template <class N>
void hand_out(std::vector<Part<N>>& parts, const N& leftover, Leftover rule) {
  const auto has_weight = [](const Part<N>& part) { return part.units != 0 || part.lost != 0; };
  if (leftover == 0) return;
  if (rule == Leftover::first) {
    std::find_if(parts.begin(), parts.end(), has_weight)->units += leftover;
  } else if (rule == Leftover::last) {
    std::find_if(parts.rbegin(), parts.rend(), has_weight)->units += leftover;
  } else {
    hand_out(parts, static_cast<std::size_t>(leftover));
  }
}

Result<Decimal> decimal_of(const Wide& units, int scale) { return DecimalAccess::of(units, scale); }
Result<Decimal> decimal_of(const BigInt& units, int scale) {
  return DecimalAccess::checked(units, scale);
}

template <class N>
Result<std::vector<Decimal>> apportion_as(const Job& job) {
  const auto factor = static_cast<N>(job.factor);
  const auto divisor = static_cast<N>(job.divisor);
  std::vector<Part<N>> parts;
  parts.reserve(job.weights.size());
  N exact = 0;
  N handed = 0;
  for (const BigInt& weight : job.weights) {
    const N share = static_cast<N>(weight) * factor;
    parts.push_back(rounded_down<N>(share, divisor));
    exact += share;
    handed += parts.back().units;
  }
  hand_out<N>(parts, exact / divisor - handed, job.rule);
  std::vector<Decimal> result;
  result.reserve(parts.size());
  for (const Part<N>& part : parts) {
    Result<Decimal> value = decimal_of(job.negative ? N(-part.units) : part.units, job.scale);
    if (!value) return value.error();
    result.push_back(*std::move(value));
  }
  return result;
}

Result<std::vector<Decimal>> apportion(const Job& job) {
  BigInt size = 0;
  for (const BigInt& weight : job.weights) size += abs(weight);
  // 2^63 * 2^63 and what is taken off it fit 128 bits.
  const bool small = fits_small(size) && fits_small(job.factor) && fits_small(job.divisor);
  return small ? apportion_as<Wide>(job) : apportion_as<BigInt>(job);
}

// The same value with exactly that many digits after the point.
Result<Decimal> with_scale(const Decimal& amount, int scale) {
  Result<Decimal> units = round(amount, scale, Rounding::down);
  if (units && *units != amount) return error(Errc::amount_scale);
  return units;
}

template <class Weight>
Error fault_of(std::span<const Weight> weights) {
  const auto negative = [](const Weight& weight) { return weight.sign() < 0; };
  const auto zero = [](const Weight& weight) { return weight.is_zero(); };
  const auto found = std::find_if(weights.begin(), weights.end(), negative);
  if (found != weights.end()) {
    return error(Errc::weight_negative,
                 "weights[" + std::to_string(found - weights.begin()) + "] is negative");
  }
  return std::all_of(weights.begin(), weights.end(), zero) ? error(Errc::no_weight) : Error();
}

template <class Weight>
Result<std::vector<Decimal>> split_by(const Decimal& amount, std::span<const Weight> weights,
                                      int scale, Leftover rule) {
  const Result<Decimal> units = with_scale(amount, scale);
  if (!units) return units.error();
  const Error fault = fault_of(weights);
  if (fault.code != Errc::none) return fault;
  Result<Common> common = common_of(weights, units->digits());
  if (!common) return common.error();
  const BigInt sum = sum_of(common->numerators);
  return apportion({std::move(common->numerators), DecimalAccess::big(units->abs()), sum, scale,
                    rule, amount.sign() < 0});
}

}  // namespace

Result<std::vector<Decimal>> split(const Decimal& amount, std::span<const Decimal> weights,
                                   int scale, Leftover rule) {
  return split_by(amount, weights, scale, rule);
}

Result<std::vector<Decimal>> split(const Decimal& amount, std::span<const Ratio> weights, int scale,
                                   Leftover rule) {
  return split_by(amount, weights, scale, rule);
}

Result<std::vector<Decimal>> round_shares(std::span<const Ratio> shares, const Decimal& total,
                                          int scale) {
  const Result<Decimal> units = with_scale(total, scale);
  if (!units) return units.error();
  Result<Common> common = common_of(shares, scale + 1);
  if (!common) return common.error();
  // sum / denominator == units / 10^scale
  const BigInt factor = power_of_ten(scale);
  if (sum_of(common->numerators) * factor != DecimalAccess::big(*units) * common->denominator) {
    return error(Errc::shares_not_total);
  }
  const bool negative = total.sign() < 0;
  for (BigInt& each : common->numerators) {
    if (negative) each = -each;
  }
  return apportion({std::move(common->numerators), factor, common->denominator, scale,
                    Leftover::largest_remainder, negative});
}

}  // namespace tiendo
