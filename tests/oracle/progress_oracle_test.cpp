// The formulas of progress against the plain fractions of big_rational.hpp, on every small triple
// of thirds and integers.

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>

#include "big_rational.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;
using Maybe = std::optional<Fraction>;

Ratio ratio(const Fraction& value) { return *Ratio::of(value.numerator, value.denominator); }

Maybe divided(const Fraction& a, const Fraction& b) {
  if (b.numerator == 0) return std::nullopt;
  return over(a, b);
}

void expect_same(const Result<Ratio>& found, const Maybe& expected, int line) {
  ASSERT_EQ(static_cast<bool>(found), expected.has_value()) << line;
  if (expected) {
    ASSERT_EQ(*found, ratio(*expected)) << line;
  } else {
    ASSERT_EQ(found.error().code, Errc::division_by_zero) << line;
  }
}

void check(const Fraction& a, const Fraction& b, const Fraction& c) {
  const Ratio x = ratio(a), y = ratio(b), z = ratio(c);
  const Fraction two = {2, 1};
  const Maybe direct = divided(a, b);
  expect_same(direct_ratio(x, y), direct, __LINE__);
  expect_same(inverse_ratio(x, y), divided(b, a), __LINE__);
  expect_same(mirrored_ratio(x, y), direct ? Maybe(minus(two, *direct)) : Maybe(), __LINE__);
  expect_same(targeted_change(x, y, z), divided(minus(b, a), minus(c, a)), __LINE__);
  const Fraction size = {a.numerator < 0 ? -a.numerator : a.numerator, a.denominator};
  expect_same(relative_change(x, y), divided(minus(b, a), size), __LINE__);
  expect_same(path_at(x, y, z), plus(a, times(minus(b, a), c)), __LINE__);
  expect_same(required_rate(x, y, z), divided(minus(a, b), c), __LINE__);
  expect_same(run_rate(x, y, z), divided(times(a, c), b), __LINE__);
  expect_same(share_forecast(x, y, z), divided(times(a, c), b), __LINE__);
}

TEST(ProgressOracle, EverySmallTriple) {
  for (Small a = -4; a <= 4; ++a) {
    for (Small b = -4; b <= 4; ++b) {
      for (Small c = -4; c <= 4; ++c) {
        check({a, 3}, {b, 2}, {c, 1});
        if (HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
