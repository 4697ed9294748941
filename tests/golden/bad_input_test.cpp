// Bad input, each with the error it must give: the code, and for numbers the byte at which reading
// had to stop. The seeds of the fuzzers in tests/fuzz/corpus hold the same texts.

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {
namespace {

using namespace std::string_literals;

// An error as the table shows it: "number_syntax at 3".
template <class T>
std::string fault_of(const Result<T>& result) {
  if (result) return "none";
  return std::string(name_of(result.error().code)) + " at " + std::to_string(result.error().offset);
}

const std::string kGood = "none";

std::string syntax(int offset) { return "number_syntax at " + std::to_string(offset); }
std::string too_long(int offset) { return "number_too_long at " + std::to_string(offset); }

struct BadNumber {
  std::string text, plain, vietnamese;
};

const std::string kNines5000(5000, '9');
const std::string kZeros1001(1001, '0');

TEST(BadInput, NumbersAreRefusedWithCodeAndByte) {
  // clang-format off
  const BadNumber cases[] = {
      // nothing, or nothing but marks
      {"",              syntax(0), syntax(0)},
      {"+",             syntax(1), syntax(1)},
      {"-",             syntax(1), syntax(1)},
      {".",             syntax(0), syntax(0)},
      {",",             syntax(0), syntax(0)},
      {"-.",            syntax(1), syntax(1)},
      {" ",             syntax(0), syntax(0)},
      {"\n",            syntax(0), syntax(0)},
      // signs
      {"--1",           syntax(1), syntax(1)},
      {"+-1",           syntax(1), syntax(1)},
      {"- 1",           syntax(1), syntax(1)},
      {"1-",            syntax(1), syntax(1)},
      {"1.-2",          syntax(2), syntax(2)},
      {"(1)",           syntax(0), syntax(0)},
      // points
      {".5",            syntax(0), syntax(0)},
      {",5",            syntax(0), syntax(0)},
      {"5.",            syntax(2), syntax(2)},
      {"5,",            syntax(1), syntax(2)},
      {"1..2",          syntax(2), syntax(2)},
      {"1,,2",          syntax(1), syntax(2)},
      {"1.2.3",         syntax(3), syntax(3)},
      {"1,2,3",         syntax(1), syntax(3)},
      // groups in wrong places, and decimals of the other format
      {"12.34",         kGood,     syntax(5)},
      {"1.2345",        kGood,     syntax(5)},
      {"1.23,4",        syntax(4), syntax(4)},
      {"1234.567",      kGood,     syntax(4)},
      {"1.234567",      kGood,     syntax(5)},
      {"1.234.56",      syntax(5), syntax(8)},
      {"1.234.5678",    syntax(5), syntax(9)},
      {"1.234.",        syntax(5), syntax(6)},
      {".234",          syntax(0), syntax(0)},
      {"1,234.5",       syntax(1), syntax(5)},
      {"53,026",        syntax(2), kGood},
      {"1,234,567",     syntax(1), syntax(5)},
      {"1.234,567.8",   syntax(5), syntax(9)},
      {"1 234",         syntax(1), syntax(1)},
      {"1_234",         syntax(1), syntax(1)},
      {"1'234",         syntax(1), syntax(1)},
      // other ways of writing numbers
      {"1e5",           syntax(1), syntax(1)},
      {"1E+5",          syntax(1), syntax(1)},
      {"1e999999999",   syntax(1), syntax(1)},
      {"1.5e-3",        syntax(3), syntax(3)},
      {"0x10",          syntax(1), syntax(1)},
      {"1f",            syntax(1), syntax(1)},
      {"NaN",           syntax(0), syntax(0)},
      {"Infinity",      syntax(0), syntax(0)},
      {"-inf",          syntax(1), syntax(1)},
      {"12%",           syntax(2), syntax(2)},
      {"$12",           syntax(0), syntax(0)},
      {" 1",            syntax(0), syntax(0)},
      {"1 ",            syntax(1), syntax(1)},
      {"1\n",           syntax(1), syntax(1)},
      {"1\r\n",         syntax(1), syntax(1)},
      // bytes that are not ASCII
      {"\uff11\uff12",  syntax(0), syntax(0)},  // full-width digits
      {"1\uff12",       syntax(1), syntax(1)},
      {"1\uff0e5",      syntax(1), syntax(1)},  // a full-width point
      {"1\u0662",       syntax(1), syntax(1)},  // an Arabic-Indic digit
      {"1\u00b2",       syntax(1), syntax(1)},  // a superscript
      {"1\u00a0" "234", syntax(1), syntax(1)},  // a no-break space
      {"\u2212" "1",    syntax(0), syntax(0)},  // a typographic minus
      {"\ufeff" "1",    syntax(0), syntax(0)},  // a byte-order mark
      {"1\xff",         syntax(1), syntax(1)},  // bytes of no UTF-8
      {"\x80" "1",      syntax(0), syntax(0)},
      {"1.5\xc3",       syntax(3), syntax(3)},
      {"1,5\xc3",       syntax(1), syntax(3)},
      {"1\0"s,          syntax(1), syntax(1)},  // zero bytes end no text
      {"\0" "1"s,       syntax(0), syntax(0)},
      {"1\0" "2"s,      syntax(1), syntax(1)},
      {"1.5\0"s,        syntax(3), syntax(3)},
      // too long; a fault of form comes first
      {kNines5000,                  too_long(1000), too_long(1000)},
      {"-" + kNines5000,            too_long(1001), too_long(1001)},
      {"0." + kZeros1001,           too_long(1002), syntax(1)},
      {"0," + kZeros1001,           syntax(1),      too_long(1002)},
      {"9." + std::string(1000, '9'), too_long(1001), syntax(5)},
      {kNines5000 + "x",            syntax(5000),   syntax(5000)},
      {kNines5000 + "e5000",        syntax(5000),   syntax(5000)},
  };
  // clang-format on
  for (const BadNumber& c : cases) {
    SCOPED_TRACE("\"" + c.text.substr(0, 30) + "\"");
    EXPECT_EQ(fault_of(parse(c.text, NumberFormat::plain())), c.plain);
    EXPECT_EQ(fault_of(parse(c.text, NumberFormat::vietnamese())), c.vietnamese);
    EXPECT_EQ(fault_of(Decimal::parse(c.text)), c.plain);
    EXPECT_EQ(fault_of(Ratio::parse(c.text)), c.plain);
  }
}

TEST(BadInput, FractionsAreRefusedWithCodeAndByte) {
  const struct {
    std::string text, fault;
  } cases[] = {
      {"/", syntax(0)},
      {"1/", syntax(2)},
      {"/2", syntax(0)},
      {"-/2", syntax(1)},
      {"1//2", syntax(2)},
      {"1/2/3", syntax(3)},
      {"1/-2", syntax(2)},
      {"1/+2", syntax(2)},
      {"1 / 2", syntax(1)},
      {"1/2 ", syntax(3)},
      {"1.5/2", syntax(1)},
      {"1/2.5", syntax(3)},
      {"1e2/3", syntax(1)},
      {"1:2", syntax(1)},
      {"\u00bd", syntax(0)},  // a half in one character
      {"1\u2044"
       "2",
       syntax(1)},  // a fraction slash
      {"1/\uff12", syntax(2)},
      {"1/2\xff", syntax(3)},
      {"1\0/2"s, syntax(1)},
      {"1/2\0"s, syntax(3)},
      {kNines5000 + "/2", too_long(1000)},
      {"2/" + kNines5000, too_long(1002)},
      {"1/0", "division_by_zero at -1"},
      {"0/000", "division_by_zero at -1"},
  };
  for (const auto& c : cases) EXPECT_EQ(fault_of(Ratio::parse(c.text)), c.fault) << c.text;
}

TEST(BadInput, ScalesOutOfRangeAreRefused) {
  const Decimal one = 1;
  const int above = Decimal::kMaxScale + 1;
  for (const int scale :
       {-1, above, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()}) {
    EXPECT_EQ(fault_of(Decimal::of(1, scale)), "number_too_long at -1") << scale;
    EXPECT_EQ(fault_of(Decimal::from_words(1, 0, scale)), "number_too_long at -1") << scale;
    EXPECT_EQ(fault_of(round(one, scale, Rounding::up)), "number_too_long at -1") << scale;
    EXPECT_EQ(fault_of(round(Ratio(one), scale, Rounding::up)), "number_too_long at -1") << scale;
  }
}

TEST(BadInput, DatesAndPeriodsAreRefusedWithTheirCode) {
  const struct {
    std::string text;
    Errc date;
  } cases[] = {
      {"", Errc::date_syntax},
      {"2024-13-01", Errc::date_not_real},
      {"2024-00-01", Errc::date_not_real},
      {"2024-02-30", Errc::date_not_real},
      {"2023-02-29", Errc::date_not_real},
      {"1900-02-29", Errc::date_not_real},
      {"2024-06-00", Errc::date_not_real},
      {"0000-01-01", Errc::date_out_of_range},
      {"1399-12-31", Errc::date_out_of_range},
      {"10000-01-01", Errc::date_syntax},
      {"2024-6-30", Errc::date_syntax},
      {"2024-06-30T00:00", Errc::date_syntax},
      {"30/06/2024", Errc::date_syntax},
      {"\uff12"
       "024-06-30",
       Errc::date_syntax},
      {"2024-06-3\0"s, Errc::date_syntax},
      {"2024-06-30\xff", Errc::date_syntax},
      {"2024-13", Errc::date_syntax},
      {"2024-00", Errc::date_syntax},
      {"2024-H0", Errc::date_syntax},
      {"2024-H3", Errc::date_syntax},
      {"2024-Q5", Errc::date_syntax},
      {"2024-0M", Errc::date_syntax},
      {"2024-13M", Errc::date_syntax},
      {"0000", Errc::date_syntax},
      {"9999", Errc::date_syntax},
      {"10000", Errc::date_syntax},
      {"2025/2021", Errc::date_syntax},
      {"2024-06-30/2024-06-30", Errc::date_syntax},
      {"2024-06-30/2024-01-01", Errc::date_syntax},
      {"2024-02-30/2024-06-30", Errc::date_syntax},
      {"2024-01-01/2024-13-01", Errc::date_syntax},
      {"2024-01-01/", Errc::date_syntax},
      {"2024/", Errc::date_syntax},
      {"/2024", Errc::date_syntax},
  };
  for (const auto& c : cases) {
    const auto date = Date::parse(c.text);
    const auto period = Period::parse(c.text);
    ASSERT_FALSE(date) << c.text;
    EXPECT_EQ(date.error().code, c.date) << c.text;
    ASSERT_FALSE(period) << c.text;
    EXPECT_EQ(static_cast<int>(period.error().code) / 100, 2) << c.text;  // one of the calendar's
  }
}

}  // namespace
}  // namespace tiendo
