/// @file
/// What the oracle tests of the decimal layer share: exact values read from the layer, and numbers
/// drawn at random around the places where it changes its way of working.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <ostream>
#include <random>
#include <string>

#include "big_rational.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::oracle {

/// Wide enough for every small case.
using Small = std::int64_t;
/// Wide enough for every case.
using Large = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                            boost::multiprecision::et_off>;

inline constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                      Rounding::up,      Rounding::down,      Rounding::ceiling,
                                      Rounding::floor};

/// What a small Decimal is, read from its words.
inline Rational<Small> exact_small(const Decimal& value) {
  return {static_cast<Small>(value.to_words()->lo), power_of_ten<Small>(value.scale())};
}

/// What a small Ratio is.
inline Rational<Small> exact_small(const Ratio& value) {
  return {exact_small(value.numerator()).numerator, exact_small(value.denominator()).numerator};
}

/// What any Decimal is, read from its text.
Rational<Large> exact(const Decimal& value);
Rational<Large> exact(const Ratio& value);

/// Digits of the size of an integer; 1 for zero.
int digits_of(const Large& value);

/// A Decimal and, by itself, what it is.
struct Number {
  Decimal decimal;
  Large coefficient;
  int scale = 0;

  Rational<Large> value() const { return {coefficient, power_of_ten<Large>(scale)}; }
};

/// For messages.
std::ostream& operator<<(std::ostream& out, const Number& number);

/// The Decimal of these parts, also beyond what parse() takes.
Number number_of(const Large& coefficient, int scale);

/// Where draws begin: the variable TIENDO_SEED, else one number for ever.
std::uint64_t seed();

/// "TIENDO_SEED=20240630": what to set to see the same draws again.
std::string seed_text();

/// Draws numbers that crowd where coefficients outgrow a machine integer, a double, a chunk of
/// digits, the words of the C border, what is read, and what a result may have.
class Draw {
 public:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least) + 1));
  }
  bool one_in(std::uint64_t count) { return below(count) == 0; }

  /// Up to about 45 digits.
  Large integer();
  /// One with about 1,000 digits.
  Large long_integer();
  /// One within a few of the 10,000 digits that a result may have.
  Large longest_integer();
  /// Of a scale up to 40, or about the largest at which 128 bits are stored inline.
  Number number();
  /// Of any size and scale that a Decimal can have.
  Number extreme();

 private:
  Large signed_one(Large size) { return one_in(2) ? Large(-size) : size; }
  Large digits(int count);

  std::mt19937_64 random_{seed()};
};

}  // namespace tiendo::oracle
