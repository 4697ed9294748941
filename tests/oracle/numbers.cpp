#include "numbers.hpp"

#include <algorithm>
#include <cstdlib>

namespace tiendo::oracle {

namespace {

// Digit by digit, but eighteen at a time so that 10,000 of them do not take long.
Large integer_of(const std::string& text) {
  Large value = 0;
  std::uint64_t chunk = 0;
  std::uint64_t unit = 1;
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    chunk = chunk * 10 + static_cast<std::uint64_t>(c - '0');
    unit *= 10;
    if (unit < 1000000000000000000U) continue;
    value = value * unit + chunk;
    chunk = 0;
    unit = 1;
  }
  value = value * unit + chunk;
  return text.front() == '-' ? Large(-value) : value;
}

}  // namespace

Rational<Large> exact(const Decimal& value) {
  return {integer_of(value.to_string()), power_of_ten<Large>(value.scale())};
}

Rational<Large> exact(const Ratio& value) {
  return {integer_of(value.numerator().to_string()), integer_of(value.denominator().to_string())};
}

int digits_of(const Large& value) {
  const Large size = value < 0 ? Large(-value) : value;
  return static_cast<int>(size.str().size());
}

std::ostream& operator<<(std::ostream& out, const Number& number) {
  return out << number.coefficient << " / 10^" << number.scale;
}

Number number_of(const Large& coefficient, int scale) {
  const Large size = coefficient < 0 ? Large(-coefficient) : coefficient;
  const std::string digits = size.str();
  constexpr std::size_t kPiece = 900;  // parse() takes 1,000
  Decimal decimal;
  for (std::size_t at = 0; at < digits.size(); at += kPiece) {
    const std::string piece = digits.substr(at, kPiece);
    const Decimal unit = *Decimal::parse("1" + std::string(piece.size(), '0'));
    decimal = at == 0 ? *Decimal::parse(piece) : *(*(decimal * unit) + *Decimal::parse(piece));
  }
  if (coefficient < 0) decimal = -decimal;
  return {*(decimal * *Decimal::of(1, scale)), coefficient, scale};
}

std::uint64_t seed() {
  const char* given = std::getenv("TIENDO_SEED");
  return given == nullptr ? 20240630 : std::strtoull(given, nullptr, 10);
}

std::string seed_text() { return "TIENDO_SEED=" + std::to_string(seed()); }

Large Draw::digits(int count) {
  std::string text(static_cast<std::size_t>(count), '0');
  for (char& c : text) c = static_cast<char>('0' + below(10));
  text.front() = static_cast<char>('1' + below(9));
  return integer_of(text);
}

Large Draw::integer() {
  constexpr int kTwos[] = {31, 32, 52,  53,  56,  57,  62,  63, 64,
                           65, 96, 119, 120, 121, 126, 127, 128};
  constexpr int kTens[] = {1, 3, 9, 15, 16, 17, 18, 19, 20, 36, 37, 38, 39};
  const int beside = between(-2, 2);
  switch (below(7)) {
    case 0: return signed_one((Large(1) << kTwos[below(std::size(kTwos))]) + beside);
    case 1: return signed_one(power_of_ten<Large>(kTens[below(std::size(kTens))]) + beside);
    case 2: return signed_one(below(100) * power_of_ten<Large>(between(0, 38)));
    case 3: return signed_one(below(100) * (Large(1) << between(0, 64)));
    case 4: return between(-20, 20);
    default: return signed_one(digits(between(1, 45)));
  }
}

Number Draw::number() {
  const int scale = one_in(4) ? between(60, 65) : between(0, 40);
  return number_of(integer(), scale);
}

Large Draw::long_integer() {
  const int count = between(990, 1010);
  return signed_one(one_in(2) ? digits(count) : power_of_ten<Large>(count) + between(-2, 2));
}

Large Draw::longest_integer() {
  constexpr int kMost = Decimal::kMaxDigits;
  switch (below(4)) {
    case 0: return signed_one(power_of_ten<Large>(kMost) - between(1, 3));
    case 1: return signed_one(power_of_ten<Large>(kMost - between(1, 4)) + between(-2, 2));
    case 2: return signed_one(below(9) * power_of_ten<Large>(kMost - 1));
    default: return signed_one(digits(between(kMost - 4, kMost)));
  }
}

Number Draw::extreme() {
  const Large coefficient = one_in(3) ? longest_integer() : one_in(2) ? long_integer() : integer();
  constexpr int kMost = Decimal::kMaxScale;
  const int near[] = {between(0, 3), between(0, 40), between(990, 1010), between(4990, 5010),
                      between(kMost - 3, kMost)};
  return number_of(coefficient, near[below(std::size(near))]);
}

}  // namespace tiendo::oracle
