// Tested by tests/unit/decimal/roots_test.cpp and tests/oracle/growth_oracle_test.cpp.
#include "tiendo/decimal/roots.hpp"

#include "decimal/access.hpp"
#include "decimal/radical.hpp"

namespace tiendo {

using detail::Fraction;
using detail::Halves;

namespace {

// Why there is no such root, or none.
Errc fault_of(const Ratio& value, int degree) {
  if (degree < 1 || degree > kMaxDegree) return Errc::degree_out_of_range;
  if (value.sign() < 0 && degree % 2 == 0) return Errc::root_of_negative;
  return Errc::none;
}

// Whether the root certainly has more digits than a number may have: a number of b + 1 bits has
// more than b * log10(2) digits.
bool is_too_long(const Fraction& size, int degree, int scale) {
  if (scale < 0 || scale > Decimal::kMaxScale) return true;
  if (size.numerator.is_zero()) return false;
  const std::int64_t top = detail::top_bit_of_root(size, static_cast<std::uint64_t>(degree));
  return top > 0 && top * 30102 / 100000 + scale > Decimal::kMaxDigits;
}

// The number below zero of that size, cut downwards as Halves are.
Halves negated(const Halves& size) {
  return {size.exact ? detail::BigInt(-size.count) : detail::BigInt(-size.count - 1), size.exact};
}

}  // namespace

Result<Decimal> root(const Ratio& value, int degree, int scale, Rounding mode) {
  if (const Errc fault = fault_of(value, degree); fault != Errc::none) return error(fault);
  const Fraction size = detail::fraction_of(value.abs());
  if (is_too_long(size, degree, scale)) return detail::too_long();
  const Halves halves = detail::root_in_halves(size, static_cast<std::uint64_t>(degree), scale);
  return detail::rounded(value.sign() < 0 ? negated(halves) : halves, scale, mode);
}

Result<Ratio> exact_root(const Ratio& value, int degree) {
  if (const Errc fault = fault_of(value, degree); fault != Errc::none) return error(fault);
  const auto found =
      detail::rational_root(detail::fraction_of(value.abs()), static_cast<std::uint64_t>(degree));
  if (!found) return error(Errc::root_not_rational);
  const auto size =
      Ratio::of(DecimalAccess::of(found->numerator, 0), DecimalAccess::of(found->denominator, 0));
  return value.sign() < 0 ? -*size : *size;
}

}  // namespace tiendo
