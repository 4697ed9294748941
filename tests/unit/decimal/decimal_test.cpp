#include "tiendo/decimal/decimal.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "numbers.hpp"

namespace tiendo::decimal_test {
namespace {

TEST(DecimalTest, NoDoubleBecomesADecimal) {
  static_assert(!std::is_constructible_v<Decimal, double>);
  static_assert(!std::is_constructible_v<Decimal, float>);
  static_assert(!std::is_constructible_v<Ratio, double>);
  static_assert(std::is_constructible_v<Decimal, int>);
  static_assert(sizeof(Decimal) == 16);
  // What may not fit is refused, not turned into another number.
  static_assert(!std::is_constructible_v<Decimal, std::uint64_t>);
  static_assert(!std::is_convertible_v<std::uint64_t, Ratio>);
  static_assert(std::is_convertible_v<std::uint32_t, Decimal>);
}

template <class Number>
constexpr bool kTaken =
    std::is_constructible_v<Decimal, Number> || std::is_constructible_v<Ratio, Number>;

TEST(DecimalTest, NoIntegerIsCutToItsLowerBits) {
  __extension__ using Wide = __int128;
  __extension__ using WideSize = unsigned __int128;
  static_assert(!kTaken<Wide> && !kTaken<WideSize>);
  static_assert(!kTaken<unsigned long> && !kTaken<unsigned long long>);
  enum Large : std::uint64_t {};
  static_assert(!kTaken<Large>);
#ifdef __SIZEOF_FLOAT128__
  __extension__ using Quadruple = __float128;
  static_assert(!kTaken<Quadruple>);
#endif
  static_assert(!kTaken<long double>);
  static_assert(std::is_convertible_v<long, Decimal> && std::is_convertible_v<long, Ratio>);
  static_assert(std::is_convertible_v<long long, Decimal>);
  static_assert(std::is_convertible_v<const short&, Ratio>);
}

TEST(DecimalTest, ReadsAndPrintsTheDigitsItWasGiven) {
  // clang-format off
  const struct { const char *text, *printed; int scale, digits, sign; } cases[] = {
      {"0",         "0",      0, 1, 0},
      {"-0",        "0",      0, 1, 0},   // there is no negative zero
      {"-0.00",     "0.00",   2, 1, 0},
      {"+7",        "7",      0, 1, 1},
      {"12.40",     "12.40",  2, 4, 1},
      {"-12.50",    "-12.50", 2, 4, -1},
      {"007.50",    "7.50",   2, 3, 1},
      {"0.05",      "0.05",   2, 1, 1},
      {"-0.5",      "-0.5",   1, 1, -1},  // the sign of a number below one
      {"00",        "0",      0, 1, 0},
      {"100",       "100",    0, 3, 1},
      {"53026.000", "53026.000", 3, 8, 1},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Decimal value = dec(c.text);
    EXPECT_EQ(value.to_string(), c.printed) << c.text;
    EXPECT_EQ(value.scale(), c.scale) << c.text;
    EXPECT_EQ(value.digits(), c.digits) << c.text;
    EXPECT_EQ(value.sign(), c.sign) << c.text;
    EXPECT_EQ(value.is_zero(), c.sign == 0) << c.text;
  }
}

TEST(DecimalTest, RefusesWhatIsNotANumberAndSaysWhere) {
  const struct {
    std::string_view text;
    int offset;
  } cases[] = {
      {"", 0},
      {"+", 1},
      {"-", 1},
      {"+-1", 1},
      {".5", 0},
      {"5.", 2},
      {"1e3", 1},
      {" 1", 0},
      {"1 ", 1},
      {"1_0", 1},
      {"1,5", 1},
      {"1.2.3", 3},
      {"1..2", 2},
      {"0x10", 1},
      {"NaN", 0},
      {"inf", 0},
      {"--1", 1},
      {"-+1", 1},
      {"++1", 1},
      {"1-", 1},
      {"1.-2", 2},
      {"12a", 2},
      {"\xef\xbc\x91", 0},  // a full-width one
      {"1\xd9\xa2", 1},     // an Arabic-Indic two
      {"\xe2\x88\x92"
       "1",
       0},  // a typographic minus
      {std::string_view("1\0", 2), 1},
      {std::string_view("\0"
                        "1",
                        2),
       0},
  };
  for (const auto& c : cases) {
    const auto result = Decimal::parse(c.text);
    ASSERT_EQ(code_of(result), Errc::number_syntax) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(DecimalTest, ReadsAThousandDigitsAndNotOneMore) {
  const int most = Decimal::kMaxInputDigits;
  EXPECT_EQ(dec(nines(most)).to_string(), nines(most));
  EXPECT_EQ(dec("-0." + nines(most)).to_string(), "-0." + nines(most));
  EXPECT_EQ(dec("0." + zeros(most)).to_string(), "0." + zeros(most));
  EXPECT_EQ(dec(zeros(5000) + nines(most)).to_string(), nines(most));  // leading zeros are none

  const struct {
    std::string text;
    int offset;
  } cases[] = {
      {nines(most + 1), most},
      {"-" + nines(most) + ".0", most + 2},
      {nines(most - 1) + ".99", most + 1},
      {"0." + zeros(most + 1), most + 2},
      {"1." + zeros(most + 1), most + 1},  // the scale is too large as well, one digit later
      {"-123." + nines(most + 1), most + 2},
      {"0.0" + nines(most + 1), most + 2},
      {zeros(5000) + "1." + zeros(most + 1), 5000 + most + 1},
      {"1" + zeros(1000000), most},
  };
  for (const auto& c : cases) {
    const auto result = Decimal::parse(c.text);
    ASSERT_EQ(code_of(result), Errc::number_too_long) << c.offset;
    EXPECT_EQ(result.error().offset, c.offset);
  }
}

TEST(DecimalTest, AFaultComesBeforeTheLength) {
  const auto result = Decimal::parse(nines(2000) + "x");
  ASSERT_EQ(code_of(result), Errc::number_syntax);
  EXPECT_EQ(result.error().offset, 2000);
}

TEST(DecimalTest, IsBuiltFromACoefficientAndAScale) {
  EXPECT_EQ(shown(Decimal::of(1250, 2)), "12.50");
  EXPECT_EQ(shown(Decimal::of(-5, 3)), "-0.005");
  EXPECT_EQ(shown(Decimal::of(kMin, 0)), "-9223372036854775808");
  EXPECT_EQ(shown(Decimal::of(kMax, 19)), "0.9223372036854775807");
  EXPECT_EQ(Decimal::of(1, Decimal::kMaxScale)->scale(), Decimal::kMaxScale);
  EXPECT_EQ(code_of(Decimal::of(1, -1)), Errc::number_too_long);
  EXPECT_EQ(code_of(Decimal::of(0, Decimal::kMaxScale + 1)), Errc::number_too_long);
}

TEST(DecimalTest, IsReadFromAndWrittenAs128Bits) {
  // clang-format off
  const struct { const char* text; std::uint64_t lo; std::int64_t hi; int scale; } cases[] = {
      {"0",                     0,                     0,  0},
      {"12.50",                 1250,                  0,  2},
      {"-1",                    ~std::uint64_t{0},     -1, 0},
      {"-9223372036854775808",  std::uint64_t{1} << 63, -1, 0},
      {"9223372036854775808",   std::uint64_t{1} << 63, 0, 0},
      {"18446744073709551616",  0,                     1,  0},
      {"-18446744073709551616", 0,                     -1, 0},
      {"-18446744073709551617", ~std::uint64_t{0},     -2, 0},
      {"99999999999999999999999999999999999999",  0x098a223fffffffff, 0x4b3b4ca85a86c47a, 0},
      {"-0.99999999999999999999999999999999999999", 0xf675ddc000000001, -0x4b3b4ca85a86c47b, 38},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto words = dec(c.text).to_words();
    ASSERT_TRUE(words) << c.text;
    EXPECT_EQ(words->lo, c.lo) << c.text;
    EXPECT_EQ(words->hi, c.hi) << c.text;
    EXPECT_EQ(words->scale, c.scale) << c.text;
    EXPECT_EQ(shown(Decimal::from_words(c.lo, c.hi, c.scale)), c.text);
  }
}

TEST(DecimalTest, WordsEndBefore10ToThe38) {
  const std::string above = "1" + zeros(38);
  EXPECT_EQ(code_of(dec(above).to_words()), Errc::number_out_of_range);
  EXPECT_EQ(code_of(dec("-" + above).to_words()), Errc::number_out_of_range);
  EXPECT_EQ(code_of(dec("0." + zeros(39)).to_words()), Errc::number_out_of_range);
  EXPECT_EQ(shown(Decimal::from_words(~std::uint64_t{0}, kMax, 0)),
            "170141183460469231731687303715884105727");
  EXPECT_EQ(shown(Decimal::from_words(0, kMin, 0)), "-170141183460469231731687303715884105728");
  EXPECT_EQ(code_of(Decimal::from_words(0, 0, -1)), Errc::number_too_long);
  EXPECT_EQ(code_of(Decimal::from_words(0, 0, Decimal::kMaxScale + 1)), Errc::number_too_long);
}

TEST(DecimalTest, ComparesByValueWhateverTheScale) {
  const char* ascending[] = {"-9223372036854775809",
                             "-9223372036854775808",
                             "-9223372036854775807.9",
                             "-2",
                             "-0.01",
                             "0",
                             "0.0000000000000000000000000001",
                             "0.09",
                             "0.1",
                             "1.49999",
                             "1.5",
                             "9223372036854775807",
                             "9223372036854775807.1",
                             "9223372036854775808",
                             "170141183460469231731687303715884105728"};
  const std::size_t count = std::size(ascending);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      EXPECT_EQ(dec(ascending[i]) <=> dec(ascending[j]), i <=> j)
          << ascending[i] << " " << ascending[j];
    }
  }
}

TEST(DecimalTest, EqualValuesAreEqualAndHashEqual) {
  const struct {
    const char *a, *b;
  } cases[] = {
      {"1.5", "1.50"},
      {"0", "0.0000"},
      {"-12", "-12.000000000000000000000000000000"},
      {"9223372036854775808", "9223372036854775808.0"},
      {"9223372036854775807", "9223372036854775807.00000"},
      {"170141183460469231731687303715884105728", "170141183460469231731687303715884105728.000"},
  };
  for (const auto& c : cases) {
    const Decimal a = dec(c.a);
    const Decimal b = dec(c.b);
    EXPECT_EQ(a, b) << c.a;
    EXPECT_EQ(a.hash(), b.hash()) << c.a;
    EXPECT_EQ(total_order(a, b), std::strong_ordering::less) << c.a;
    EXPECT_EQ(total_order(b, a), std::strong_ordering::greater) << c.a;
    EXPECT_EQ(total_order(a, a), std::strong_ordering::equal) << c.a;
  }
  EXPECT_NE(dec("1.5").hash(), dec("-1.5").hash());
  EXPECT_NE(dec("1.5").hash(), dec("15").hash());
  EXPECT_EQ(total_order(dec("1.50"), dec("1.6")), std::strong_ordering::less);
  EXPECT_EQ(total_order(dec("1.6"), dec("1.50")), std::strong_ordering::greater);
}

TEST(DecimalTest, NormalizingDropsZerosAfterThePointOnly) {
  const struct {
    std::string text, expected;
  } cases[] = {
      {"12.40", "12.4"},
      {"100", "100"},
      {"100.00", "100"},
      {"0.000", "0"},
      {"-0.050", "-0.05"},
      {"1.5", "1.5"},
      {"123456789012345678901.50", "123456789012345678901.5"},
      {"1." + zeros(100), "1"},
      {"-10." + zeros(37), "-10"},
      {"1" + zeros(60) + "." + zeros(20), "1" + zeros(60)},
      {"0.1" + zeros(99) + "1000", "0.1" + zeros(99) + "1"},
  };
  for (const auto& c : cases) EXPECT_EQ(dec(c.text).normalized().to_string(), c.expected);
}

TEST(DecimalTest, CopiesAndMovesOwnTheirDigits) {
  const std::string text = "123456789012345678901234567890.5";
  Decimal big = dec(text);
  Decimal copy = big;
  Decimal small = 7;
  small = copy;
  EXPECT_EQ(small.to_string(), text);
  Decimal moved = std::move(copy);
  EXPECT_EQ(moved.to_string(), text);
  copy = dec("1.5");  // a moved-from number may be assigned to
  EXPECT_EQ(copy.to_string(), "1.5");
  moved = std::move(copy);
  EXPECT_EQ(moved.to_string(), "1.5");
  Decimal& self = big;
  big = self;
  EXPECT_EQ(big.to_string(), text);
  big = std::move(self);
  EXPECT_EQ(big.to_string(), text);
  std::vector<Decimal> many(10, big);
  many.resize(100, small);
  EXPECT_EQ(many.front(), many.back());
}

}  // namespace
}  // namespace tiendo::decimal_test
