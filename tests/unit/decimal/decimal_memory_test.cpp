// Numbers that fit 64 bits take no memory, whatever is done with them; nor do those that fit 121,
// as long as the results do.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace {
long allocations = 0;
}

// Not inlined: the compiler would see a free() of what came from new.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace tiendo {
namespace {

// How often the body takes memory; it says whether its numbers are right, and tests nothing else,
// since a test takes memory too.
template <class Body>
long allocations_of(const Body& body) {
  const long before = allocations;
  const bool right = body();
  const long taken = allocations - before;
  EXPECT_TRUE(right);
  return taken;
}

TEST(DecimalMemoryTest, TheCountCounts) {
  EXPECT_EQ(allocations_of([] { return *std::make_unique<int>(1) == 1; }), 1);
  EXPECT_GE(
      allocations_of([] { return bool(Decimal::parse("1329227995784915872903807060280344576")); }),
      1);
}

constexpr std::string_view kTexts[] = {"0", "-0.05", "12.40", "3", "123456789012.5"};

// Parsing what printing wrote gives the number again.
bool survives(const Decimal& value, const NumberFormat& format) {
  std::array<char, 64> buffer;
  const char* const end = to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
  return *parse({buffer.data(), static_cast<std::size_t>(end - buffer.data())}, format) == value;
}

TEST(DecimalMemoryTest, ParsingAndPrintingTakesNone) {
  const NumberFormat formats[] = {
      NumberFormat::plain(), NumberFormat::vietnamese(), {U',', U'\u202f'}};
  for (const std::string_view text :
       {"0", "-0.05", "1234.56", "999999999999999999", "0.000000000000000001", "+1",
        "9223372036854775808", "-9999999999999999.99999999999999999999"}) {
    for (const NumberFormat& format : formats) {
      EXPECT_EQ(allocations_of([&] { return survives(*Decimal::parse(text), format); }), 0) << text;
    }
  }
  EXPECT_EQ(allocations_of([] { return Decimal::of(-123456, 2)->to_string() == "-1234.56"; }), 0);
}

bool computes(const Decimal& a, const Decimal& b) {
  const Decimal copy = a;
  const Decimal rounded = *round(a, 0, Rounding::half_even);
  return *(*(copy + b) - b) == a && *(a * b) == *(b * a) && -(-a) == *(a.abs() * a.sign()) &&
         (a <=> b) != 0 && rounded.scale() == 0 && a.normalized() == a &&
         a.hash() == a.normalized().hash() &&
         round_to_multiple(rounded, 5, Rounding::half_up)->sign() * a.sign() >= 0;
}

TEST(DecimalMemoryTest, ArithmeticTakesNone) {
  for (const std::string_view a : kTexts) {
    for (const std::string_view b : {"7", "-0.25", "100.000"}) {
      const auto body = [&] { return computes(*Decimal::parse(a), *Decimal::parse(b)); };
      EXPECT_EQ(allocations_of(body), 0) << a << ' ' << b;
    }
  }
  const Decimal quotient = *Decimal::parse("-24.8");
  EXPECT_EQ(
      allocations_of([&] { return *(*Decimal::of(1240, 2) / *Decimal::of(-5, 1)) == quotient; }),
      0);
}

// Two numbers of eighteen digits whose product is worked with.
bool product_computes(const Decimal& a, const Decimal& b) {
  const Decimal product = *(a * b);
  Decimal copy = product;
  const Decimal moved = std::move(copy);
  copy = moved;
  return copy == product && *(*(copy + b) - b) == copy && -(-copy) == copy &&
         *(copy.abs() * copy.sign()) == copy && *(copy - copy) == 0 && (copy <=> a) != 0 &&
         copy.digits() == 36 && copy.to_words()->scale == copy.scale() &&
         round(copy, 2, Rounding::half_even)->scale() == 2 && copy.normalized() == copy &&
         round_to_multiple(copy, 5, Rounding::half_up)->scale() == 0;
}

TEST(DecimalMemoryTest, ProductsOfEighteenDigitsTakeNone) {
  const Decimal a = *Decimal::parse("9999999999999999.99");
  const Decimal b = *Decimal::parse("-99999999.9999999987");
  EXPECT_EQ(allocations_of([&] { return product_computes(a, b); }), 0);
  EXPECT_EQ(allocations_of([&] { return product_computes(b, b); }), 0);
}

bool ratio_computes(const Ratio& value) {
  const Ratio copy = value;
  const auto rest = (Ratio(100) - copy) / copy + copy * copy;
  return rest && *rest != copy && copy.hash() == (copy * 3 / 3)->hash() && floor(copy) <= copy &&
         copy.denominator() > 0 && (!copy.terminates() || *copy.to_decimal() == copy);
}

TEST(DecimalMemoryTest, RatiosTakeNone) {
  const Decimal actual = *Decimal::parse("10492.2");
  const Decimal target = *Decimal::parse("18964");
  EXPECT_EQ(allocations_of([&] {
              const auto completion = Ratio::of(actual, target) * 100;
              return *round(*completion, 1, Rounding::half_up) == *Decimal::of(553, 1);
            }),
            0);
  for (const Ratio& value : {*Ratio::of(actual, target), Ratio(-7), *Ratio::parse("1/8")}) {
    EXPECT_EQ(allocations_of([&] { return ratio_computes(value); }), 0) << value.to_string();
  }
}

}  // namespace
}  // namespace tiendo
