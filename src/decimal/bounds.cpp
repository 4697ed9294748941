// Tested by tests/unit/decimal/bounds_test.cpp.
//
// The continued fraction of a value gives fractions that lie in turn below and above it. The last
// one whose denominator is short enough is one of the bounds. The other is the last but one plus as
// many times the last as the denominator allows (Hardy and Wright, chapter 10): with the last it
// spans an interval in which every fraction has a longer denominator.
#include "tiendo/decimal/bounds.hpp"

#include <utility>

#include "decimal/access.hpp"
#include "decimal/enclosure.hpp"

namespace tiendo {

using detail::BigInt;
using detail::Fraction;

namespace {

Ratio ratio_of(const Fraction& value) {
  return *Ratio::of(DecimalAccess::of(value.numerator, 0), DecimalAccess::of(value.denominator, 0));
}

// a + times * b, numerators and denominators apart.
Fraction mediant(const Fraction& a, const BigInt& times, const Fraction& b) {
  return {a.numerator + times * b.numerator, a.denominator + times * b.denominator};
}

}  // namespace

Result<FractionBounds> bounds(const Ratio& value, std::int64_t denominator) {
  if (denominator < 1) {
    return error(Errc::number_out_of_range, "the largest denominator must be at least 1");
  }
  Fraction rest = detail::fraction_of(value);
  if (rest.denominator <= denominator) return FractionBounds{value, value};
  const BigInt whole = DecimalAccess::big(floor(value));
  Fraction before = {1, 0};
  Fraction last = {whole, 1};
  rest = {rest.denominator, rest.numerator - whole * rest.denominator};
  for (bool last_is_below = true;; last_is_below = !last_is_below) {
    const BigInt term = rest.numerator / rest.denominator;
    const BigInt room = (denominator - before.denominator) / last.denominator;
    if (term > room) {
      const Ratio one = ratio_of(last);
      const Ratio other = ratio_of(mediant(before, room, last));
      return last_is_below ? FractionBounds{one, other} : FractionBounds{other, one};
    }
    before = std::exchange(last, mediant(before, term, last));
    rest = {rest.denominator, rest.numerator - term * rest.denominator};
  }
}

Decimal ceiling(const Ratio& value) { return -floor(-value); }

}  // namespace tiendo
