/// @file
/// The inside of a Ratio, for the files of this directory only.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <numeric>
#include <utility>

#include "decimal/access.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

namespace detail {

inline WideSize greatest_divisor(WideSize a, WideSize b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a;
}

}  // namespace detail

/// On the heap, owned by all Ratios that hold its address.
struct Ratio::Big {
  detail::Fraction fraction;
  mutable std::atomic<std::size_t> owners = 1;

  explicit Big(detail::Fraction value) : fraction(std::move(value)) {}

  static const Big* at(std::int64_t address) noexcept {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): it was one
    return reinterpret_cast<const Big*>(static_cast<std::intptr_t>(address));
  }
};

/// Builds a Ratio from integers and shows it as such.
struct RatioAccess {
  static bool is_small(const Ratio& value) { return !value.is_big(); }
  static std::int64_t numerator(const Ratio& value) { return value.numerator_; }
  static std::int64_t denominator(const Ratio& value) { return value.denominator_; }

  /// A small value, reduced.
  static Ratio reduced_small(const Ratio& value) {
    // Of sizes: the smallest numerator has none in its own type. The divisor is not above the
    // denominator, so it fits.
    const auto divisor = static_cast<std::int64_t>(
        std::gcd(detail::size_of(value.numerator_), detail::size_of(value.denominator_)));
    return {value.numerator_ / divisor, value.denominator_ / divisor};
  }

  /// The reduced fraction.
  static detail::Fraction reduced(const Ratio& value) {
    if (!is_small(value)) return Ratio::Big::at(value.numerator_)->fraction;
    const Ratio small = reduced_small(value);
    return {small.numerator_, small.denominator_};
  }

  /// numerator / denominator, which is not zero. Neither is the smallest number of 128 bits.
  static Ratio of(detail::Wide numerator, detail::Wide denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    if (detail::fits_small(numerator) && detail::fits_small(denominator)) {
      return small(numerator, denominator);
    }
    const auto divisor = static_cast<detail::Wide>(detail::greatest_divisor(
        static_cast<detail::WideSize>(numerator < 0 ? -numerator : numerator),
        static_cast<detail::WideSize>(denominator)));
    numerator /= divisor;
    denominator /= divisor;
    if (detail::fits_small(numerator) && detail::fits_small(denominator)) {
      return small(numerator, denominator);
    }
    return big(detail::BigInt(numerator), detail::BigInt(denominator));
  }

  /// The same for two integers that have no common divisor, the denominator above zero.
  static Result<Ratio> of_reduced(detail::BigInt numerator, detail::BigInt denominator) {
    if (detail::fits_small(numerator) && detail::fits_small(denominator)) {
      return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    if (std::max(detail::digits(numerator), detail::digits(denominator)) > Decimal::kMaxDigits) {
      return detail::too_long();
    }
    return big(std::move(numerator), std::move(denominator));
  }

  /// The same for any two integers but a denominator of zero.
  static Result<Ratio> of(const detail::BigInt& numerator, const detail::BigInt& denominator) {
    detail::BigInt divisor = gcd(numerator, denominator);
    if (denominator < 0) divisor = -divisor;
    return of_reduced(numerator / divisor, denominator / divisor);
  }

 private:
  static Ratio small(detail::Wide numerator, detail::Wide denominator) {
    return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
  }

  static Ratio big(detail::BigInt numerator, detail::BigInt denominator) {
    const auto* made = new Ratio::Big({std::move(numerator), std::move(denominator)});
    return {static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(made)), 0};
  }
};

}  // namespace tiendo
