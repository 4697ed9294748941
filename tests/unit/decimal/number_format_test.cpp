#include "tiendo/decimal/number_format.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "numbers.hpp"

namespace tiendo::number_format_test {
namespace {

constexpr NumberFormat kPlain = NumberFormat::plain();
constexpr NumberFormat kVietnamese = NumberFormat::vietnamese();

TEST(NumberFormatTest, ReadsWholeGroupsOrNone) {
  // clang-format off
  const struct { const char* text; NumberFormat format; const char* value; } cases[] = {
      {"1.234,5",      kVietnamese, "1234.5"},
      {"1234,5",       kVietnamese, "1234.5"},
      {"1.234",        kVietnamese, "1234"},   // never guessed: under plain it is 1.234
      {"1.234",        kPlain,      "1.234"},
      {"18.964",       kVietnamese, "18964"},
      {"53,026",       kVietnamese, "53.026"},
      {"1.234.567,89", kVietnamese, "1234567.89"},
      {"1234567,8",    kVietnamese, "1234567.8"},
      {"-1.000",       kVietnamese, "-1000"},
      {"+1.000,0",     kVietnamese, "1000.0"},
      {"001234",       kVietnamese, "1234"},   // without groups zeros in front are digits
      {"1.000",        kVietnamese, "1000"},
      {"-0,00",        kVietnamese, "0.00"},
      {"10.012,50",    kVietnamese, "10012.50"},
      {"9.223.372.036.854.775.808", kVietnamese, "9223372036854775808"},
      {"-123.456.789.012.345.678.901,5", kVietnamese, "-123456789012345678901.5"},
      {"1 234 567.5",  {'.', ' '},  "1234567.5"},
      {"1'234.50",     {'.', '\''}, "1234.50"},
      {"1_234",        {',', '_'},  "1234"},
      {"12;5",         {';', 0},    "12.5"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(shown(parse(c.text, c.format)), c.value) << c.text;
}

TEST(NumberFormatTest, RefusesAtTheFirstByteThatDoesNotFit) {
  // clang-format off
  const struct { const char* text; NumberFormat format; int offset; } cases[] = {
      {"53,026",     kPlain,      2},
      {"18.964,0.1", kPlain,      6},
      {"18.964,0.1", kVietnamese, 8},
      {"12.34",      kVietnamese, 5},   // the group is cut short
      {"1.2345",     kVietnamese, 5},   // the group is too long
      {"1.23,4",     kVietnamese, 4},
      {"0.500",      kVietnamese, 1},   // half of one in another format, not five hundred
      {"-0.500",     kVietnamese, 2},
      {"0.000",      kVietnamese, 1},
      {"012.345",    kVietnamese, 3},
      {"00.012,50",  kVietnamese, 2},
      {"1234.567",   kVietnamese, 4},   // groups from here on only
      {"1.234567",   kVietnamese, 5},
      {".234",       kVietnamese, 0},
      {"1.",         kVietnamese, 2},
      {"1..234",     kVietnamese, 2},
      {"1.234,",     kVietnamese, 6},
      {"1,5,5",      kVietnamese, 3},
      {"1,234.5",    kVietnamese, 5},   // decimals have no groups
      {"",           kVietnamese, 0},
      {"-",          kVietnamese, 1},
      {"- 1",        kVietnamese, 1},
      {" 1",         kVietnamese, 0},
      {"1 ",         kVietnamese, 1},
      {"1.234 ",     kVietnamese, 5},
      {"12%",        kVietnamese, 2},
      {"1e3",        kVietnamese, 1},
      {"1.\xc2\xa0""34", kVietnamese, 2},
      {"1\xc2\xa0""234", {'.', ' '}, 1},  // a no-break space is not the space declared
      {"1 23",       {'.', ' '},  4},
      {"1,234",      {'.', 0},    1},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto result = parse(c.text, c.format);
    ASSERT_EQ(code_of(result), Errc::number_syntax) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(NumberFormatTest, MarksAreNotDigitsOfTheLimit) {
  std::string text = "9";
  for (int i = 0; i < 333; ++i) text += ".999";  // 1,000 digits
  EXPECT_EQ(parse(text, kVietnamese)->digits(), Decimal::kMaxInputDigits);
  const auto result = parse("9" + text, kVietnamese);
  ASSERT_EQ(code_of(result), Errc::number_too_long);
  EXPECT_EQ(result.error().offset, 1 + static_cast<int>(text.size()) - 1);
}

TEST(NumberFormatTest, TheFirstDigitThatIsTooManyIsNamed) {
  const NumberFormat wide = {U'\u066b', U'\u066c'};  // two bytes each
  const struct {
    std::string text;
    NumberFormat format;
    int offset;
  } cases[] = {
      {"1.234," + nines(997), kVietnamese, 6 + 996},
      {"1.234," + nines(2000), kVietnamese, 6 + 996},
      {"00001," + nines(2000), kVietnamese, 6 + 999},
      {"0," + nines(1001), kVietnamese, 2 + 1000},
      {"-1\u066c234\u066b" + nines(2000), wide, 9 + 996},
      {"0\u066b" + nines(1001), wide, 3 + 1000},
  };
  for (const auto& c : cases) {
    const auto result = parse(c.text, c.format);
    ASSERT_EQ(code_of(result), Errc::number_too_long) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(NumberFormatTest, WritesEveryDigitWithItsGroups) {
  // clang-format off
  const struct { const char *value, *plain, *vietnamese; } cases[] = {
      {"0",           "0",           "0"},
      {"0.00",        "0.00",        "0,00"},
      {"-0.5",        "-0.5",        "-0,5"},
      {"999",         "999",         "999"},
      {"1000",        "1000",        "1.000"},
      {"-999.125",    "-999.125",    "-999,125"},
      {"-1234.50",    "-1234.50",    "-1.234,50"},
      {"123456",      "123456",      "123.456"},
      {"1234567.891", "1234567.891", "1.234.567,891"},
      {"-9223372036854775808", "-9223372036854775808", "-9.223.372.036.854.775.808"},
      {"100000000000000000000.001", "100000000000000000000.001", "100.000.000.000.000.000.000,001"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(format(dec(c.value), kPlain), c.plain);
    EXPECT_EQ(format(dec(c.value), kVietnamese), c.vietnamese);
  }
}

TEST(NumberFormatTest, ReadsBackWhatItWrites) {
  const NumberFormat formats[] = {kPlain, kVietnamese, {',', ' '}, {'/', '\''}};
  for (const std::string value : {"0", "-0.001", "12", "-1234.50", "99999999999999999999.10"}) {
    for (const std::string& zeros_before : {std::string(), zeros(30)}) {
      const Decimal number = dec("1" + zeros_before);
      const Decimal product = *(dec(value) * number);
      for (const NumberFormat& each : formats) {
        const auto back = parse(format(product, each), each);
        ASSERT_TRUE(back) << value;
        EXPECT_EQ(total_order(*back, product), std::strong_ordering::equal) << value;
      }
    }
  }
}

constexpr NumberFormat kIndian = {'.', ',', 3, 2};
constexpr NumberFormat kMyriads = {'.', ' ', 4, 4};
constexpr NumberFormat kThinSpace = {U',', U'\u202f'};  // as the SI writes: 1 234,5
constexpr NumberFormat kArabic = {U'\u066b', U'\u066c'};
constexpr NumberFormat kLongMark = {U'\U0001f336', 0};  // four bytes

TEST(NumberFormatTest, GroupsAreOfTheSizesDeclared) {
  // clang-format off
  const struct { const char *value, *indian, *myriads; } cases[] = {
      {"1",          "1",              "1"},
      {"-999",       "-999",           "-999"},
      {"1000",       "1,000",          "1000"},
      {"12345.678",  "12,345.678",     "1 2345.678"},
      {"100000",     "1,00,000",       "10 0000"},
      {"1234567",    "12,34,567",      "123 4567"},
      {"123456789",  "12,34,56,789",   "1 2345 6789"},
      {"-12345678901234567890", "-1,23,45,67,89,01,23,45,67,890", "-1234 5678 9012 3456 7890"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(format(dec(c.value), kIndian), c.indian);
    EXPECT_EQ(format(dec(c.value), kMyriads), c.myriads);
    EXPECT_EQ(shown(parse(c.indian, kIndian)), c.value) << c.indian;
    EXPECT_EQ(shown(parse(c.myriads, kMyriads)), c.value) << c.myriads;
    EXPECT_EQ(shown(parse(c.value, kIndian)), c.value) << "no groups at all";
  }
}

TEST(NumberFormatTest, AGroupOfAnotherSizeIsRefusedWhereItEndsOrGoesOn) {
  // clang-format off
  const struct { const char* text; NumberFormat format; int offset; } cases[] = {
      {"123,456",     kIndian,  3},   // the first group has up to two digits
      {"1,23,45",     kIndian,  7},   // the last has three
      {"1,234,567",   kIndian,  5},   // those between have two: 1,234 had to end
      {"1,2,345",     kIndian,  3},
      {"1,2345",      kIndian,  5},
      {"1,,234",      kIndian,  2},
      {"1 234",       kMyriads, 5},
      {"1 23456",     kMyriads, 6},
      {"12345 6789",  kMyriads, 5},
      {"1\xe2\x80\xaf" "23,5",  kThinSpace, 6},
      {"1\xe2\x80\xae" "234,5", kThinSpace, 1},  // another character of the same first bytes
      {"1\xe2\x80",   kThinSpace, 1},
      {"1\xf0\x9f\x8c\xb6", kLongMark, 5},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto result = parse(c.text, c.format);
    ASSERT_EQ(code_of(result), Errc::number_syntax) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(NumberFormatTest, AMarkMayBeAnyCharacter) {
  EXPECT_EQ(format(dec("-1234567.50"), kThinSpace), "-1\u202f234\u202f567,50");
  EXPECT_EQ(format(dec("1234.5"), kArabic), "1\u066c234\u066b5");
  EXPECT_EQ(format(dec("0.25"), kLongMark), "0\U0001f33625");
  for (const NumberFormat& each : {kThinSpace, kArabic, kLongMark, kIndian, kMyriads}) {
    for (const std::string value : {"0", "-0.001", "999", "-1234.50", "98765432109876543210.12"}) {
      EXPECT_EQ(shown(parse(format(dec(value), each), each)), value);
    }
  }
}

TEST(NumberFormatTest, WritesIntoABufferWhatFits) {
  for (const std::string value :
       {"0", "-0.5", "-1234.50", "123456789012345678", "0.000000000000000000001",
        "-9223372036854775808", "98765432109876543210.12"}) {
    for (const NumberFormat& each : {kPlain, kVietnamese, kThinSpace, kIndian}) {
      const std::string text = format(dec(value), each);
      std::string buffer(text.size() + 50, '#');
      const auto write = [&](std::size_t room) {
        return to_chars(buffer.data(), buffer.data() + room, dec(value), each);
      };
      ASSERT_EQ(write(text.size() - 1), nullptr) << value;
      EXPECT_EQ(buffer, std::string(buffer.size(), '#')) << "nothing is written";
      ASSERT_EQ(write(text.size()), buffer.data() + text.size()) << value;
      EXPECT_EQ(buffer, text + std::string(50, '#')) << "nothing behind the room is";
      std::fill(buffer.begin(), buffer.end(), '#');
      ASSERT_EQ(write(buffer.size()), buffer.data() + text.size()) << value;
      EXPECT_EQ(buffer.substr(0, text.size()), text);
    }
  }
}

TEST(NumberFormatTest, MarksMustBeToldApart) {
  const NumberFormat good[] = {kPlain,  kVietnamese, {'.', ' '}, kThinSpace,
                               kArabic, kLongMark,   kIndian,    {'.', ',', 1, 9}};
  for (const NumberFormat& format : good) {
    ASSERT_TRUE(format.valid()) << std::uint32_t{format.point} << ' '
                                << std::uint32_t{format.group};
    EXPECT_EQ(*format.checked(), format);
  }
  const NumberFormat bad[] = {
      {'.', '.'},    {0, 0},           {0, '.'},         {'5', '.'},        {'.', '0'},
      {'-', '.'},    {'.', '+'},       {'.', '-'},       {'\n', 0},         {'\x7f', 0},
      {'.', '\t'},   {0x80, 0},        {'.', 0x9f},      {0xd800, 0},       {'.', 0xdfff},
      {0x110000, 0}, {'.', ',', 0, 3}, {'.', ',', 3, 0}, {'.', ',', 10, 3}, {'.', ',', 3, 10},
  };
  for (const NumberFormat& format : bad) {
    EXPECT_FALSE(format.valid()) << std::uint32_t{format.point} << ' '
                                 << std::uint32_t{format.group};
    EXPECT_EQ(code_of(format.checked()), Errc::marks_conflict);
  }
}

TEST(NumberFormatTest, AMarkIsSeenOrASpaceAndNoDigitOfAnyScript) {
  const char32_t unfit[] = {
      0xad,   0x34f,  0x61c,  0x115f, 0x3164,   0x200b, 0x200c, 0x200d, 0x200e,
      0x200f, 0x202a, 0x202b, 0x202c, 0x202d,   0x202e, 0x2060, 0x2066, 0x2067,
      0x2068, 0x2069, 0xfe0f, 0xfeff, 0xfff9,   0x2028, 0x2029,  // not seen, or the end of a line
      0xb2,   0xbd,   0x660,  0x669,  0x966,    0x2160, 0x3007, 0xff10, 0x1d7ce,  // digits, numbers
      0x300,  0x20dd, 0x903,                     // part of the character before
      0x378,  0xe000, 0xfffe, 0xffff, 0x10ffff,  // not or privately assigned
  };
  for (const char32_t mark : unfit) {
    EXPECT_EQ(code_of((NumberFormat{mark, 0}).checked()), Errc::marks_conflict)
        << std::uint32_t{mark};
    EXPECT_EQ(code_of((NumberFormat{U'.', mark}).checked()), Errc::marks_conflict)
        << std::uint32_t{mark};
  }
  const char32_t fit[] = {0xa0,   0x2002, 0x2007, 0x2009, 0x202f, 0x3000,          // spaces
                          0xb7,   0x2019, 0x2d9,  0x66b,  0x66c,  0x3001, 0xff0c,  // points, commas
                          0x20ab, 0x111,  0x4e07, 0x1f336};
  for (const char32_t mark : fit) {
    EXPECT_TRUE((NumberFormat{mark, 0}).valid()) << std::uint32_t{mark};
    EXPECT_TRUE((NumberFormat{U'.', mark}).valid()) << std::uint32_t{mark};
  }
}

}  // namespace
}  // namespace tiendo::number_format_test
