// Reading against the plain definitions of number_text.hpp: every short text over the bytes that
// matter, and long ones at random. What is read, what is refused, and at which byte.

#include "number_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "numbers.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

// A format of ASCII marks.
NumberFormat format_of(const oracle::Marks& marks) {
  const auto character = [](std::string_view mark) {
    return mark.empty() ? U'\0' : static_cast<char32_t>(mark.front());
  };
  return {character(marks.point), character(marks.group),
          static_cast<std::uint8_t>(marks.group_size),
          static_cast<std::uint8_t>(marks.further_group_size)};
}

// Calls `each` with every text of up to `most` of these bytes.
template <class Each>
void for_every_text(std::string_view bytes, std::size_t most, const Each& each,
                    const std::string& begun = {}) {
  each(begun);
  if (begun.size() == most || testing::Test::HasFatalFailure()) return;
  for (const char c : bytes) for_every_text(bytes, most, each, begun + c);
}

// "12.40", or the name of the error and its offset.
std::string outcome(const Result<Decimal>& result) {
  if (result) return result->to_string();
  return std::string(name_of(result.error().code)) + " at " + std::to_string(result.error().offset);
}

// The same, by definition.
std::string expected_outcome(std::string_view text, const oracle::Marks& marks) {
  const auto is = [&](std::string_view each) { return oracle::is_number(each, marks); };
  if (!is(text)) {
    return "number_syntax at " + std::to_string(oracle::fitting_bytes(text, is));
  }
  const auto meant = oracle::meaning(text, marks);
  return oracle::written(meant.digits, meant.scale, meant.negative);
}

void expect_as_defined(std::string_view text, const oracle::Marks& marks) {
  const auto result = parse(text, format_of(marks));
  const std::string expected = expected_outcome(text, marks);
  ASSERT_EQ(outcome(result), expected) << '"' << text << '"';
  if (marks == oracle::kPlain) {
    ASSERT_EQ(outcome(Decimal::parse(text)), expected) << text;
  }
}

TEST(NumberTextOracle, EveryShortTextIsReadOrRefusedAtItsByte) {
  for (const oracle::Marks& marks :
       {oracle::kPlain, oracle::kVietnamese, oracle::Marks{";", " "}}) {
    for_every_text(std::string_view("019+-., e\0", 10), 4,
                   [&](const std::string& text) { expect_as_defined(text, marks); });
  }
}

TEST(NumberTextOracle, EveryPatternOfGroupsIsReadOrRefusedAtItsByte) {
  for (const oracle::Marks& marks :
       {oracle::kPlain, oracle::kVietnamese, oracle::Marks{"/", ","}}) {
    for_every_text("01.,", 7, [&](const std::string& text) { expect_as_defined(text, marks); });
  }
}

TEST(NumberTextOracle, EveryShortFractionIsReadOrRefusedAtItsByte) {
  for_every_text("03+-./x", 5, [](const std::string& text) {
    if (text.find('/') == text.npos) return;  // a decimal, see above
    const auto result = Ratio::parse(text);
    if (!oracle::is_fraction(text)) {
      ASSERT_FALSE(result) << text;
      ASSERT_EQ(result.error().code, Errc::number_syntax) << text;
      ASSERT_EQ(result.error().offset,
                static_cast<std::int64_t>(oracle::fitting_bytes(text, oracle::is_fraction)))
          << text;
      return;
    }
    const std::string below = text.substr(text.find('/') + 1);
    if (below.find('3') == below.npos) {
      ASSERT_FALSE(result) << text;
      ASSERT_EQ(result.error().code, Errc::division_by_zero) << text;
      return;
    }
    const auto above = oracle::meaning(text.substr(0, text.find('/')), oracle::kPlain);
    const auto meant = oracle::meaning(below, oracle::kPlain);
    const oracle::Small numerator = std::stoi(above.digits) * (above.negative ? -1 : 1);
    ASSERT_EQ(compare(oracle::exact_small(*result), {numerator, std::stoi(meant.digits)}), 0)
        << text;
  });
}

TEST(NumberTextOracle, EveryShortDecimalIsAFractionToo) {
  for_every_text("05-.x", 5, [](const std::string& text) {
    const auto decimal = Decimal::parse(text);
    const auto result = Ratio::parse(text);
    ASSERT_EQ(bool(result), bool(decimal)) << text;
    if (result) {
      ASSERT_EQ(*result, Ratio(*decimal)) << text;
    } else {
      ASSERT_EQ(result.error().offset, decimal.error().offset) << text;
    }
  });
}

TEST(NumberTextOracle, EveryPairOfAsciiMarksIsAFormatOrNot) {
  const std::string_view marks =
      " !\"#$%&'()*,./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  const auto is_mark = [&](char c) { return marks.find(c) != marks.npos; };
  for (char point = 0; point < 127; ++point) {
    for (char group = 0; group < 127; ++group) {
      const NumberFormat format = {static_cast<char32_t>(point), static_cast<char32_t>(group)};
      const bool valid = is_mark(point) && (group == 0 || (is_mark(group) && group != point));
      ASSERT_EQ(format.valid(), valid) << int{point} << ' ' << int{group};
      ASSERT_EQ(bool(format.checked()), valid) << int{point} << ' ' << int{group};
    }
  }
}

// Short numbers are read many bytes at a time: none of them may pass for a digit.
TEST(NumberTextOracle, EveryByteAtEveryPlaceOfANumberIsLookedAt) {
  const std::string digits = "98765432109876543210";
  for (std::size_t length = 1; length <= digits.size(); ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::string text = digits.substr(0, length);
      for (int byte = 0; byte < 256; ++byte) {
        text[at] = static_cast<char>(byte);
        expect_as_defined(text, oracle::kPlain);
      }
      for (std::size_t point = 0; point <= length; ++point) {
        for (const char byte : std::string_view("\0/:.,-+\x80\xb0\xb9\xff", 11)) {
          text[at] = byte;
          expect_as_defined(std::string(text).insert(point, 1, '.'), oracle::kPlain);
        }
      }
    }
  }
}

// Formats whose groups are of other sizes or whose marks are of several bytes. Where their texts
// are wrong is tested by hand, in tests/unit/decimal/number_format_test.cpp.
TEST(NumberTextOracle, GroupsOfAnySizeAndMarksOfAnyLengthAreWrittenAndRead) {
  const struct {
    NumberFormat format;
    oracle::Marks marks;
  } cases[] = {
      {{U'.', U',', 3, 2}, {".", ",", 3, 2}},
      {{U'.', U' ', 4, 4}, {".", " ", 4, 4}},
      {{U',', U'\'', 1, 9}, {",", "'", 1, 9}},
      {{U'.', U'_', 9, 1}, {".", "_", 9, 1}},
      {{U',', U'\u00a0', 3, 3}, {",", "\u00a0"}},
      {{U'\u066b', U'\u066c', 3, 3}, {"\u066b", "\u066c"}},
      {{U'\U0001f336', U'\u202f', 2, 3}, {"\U0001f336", "\u202f", 2, 3}},
      // at the edges of lengths in bytes and of what is no character
      {{U'\u07ff', U'\u0800', 3, 3}, {"\u07ff", "\u0800"}},
      {{U'\ud7fb', U'\uf900', 3, 3}, {"\ud7fb", "\uf900"}},
      {{U'\ufffd', U'\U00010000', 3, 3}, {"\ufffd", "\U00010000"}},
      {{U'\U0003134a', U'~', 3, 3}, {"\U0003134a", "~"}},
  };
  SCOPED_TRACE(oracle::seed_text());
  oracle::Draw draw;
  for (int i = 0; i < 7000 && !HasFatalFailure(); ++i) {
    const auto& [format, marks] = cases[draw.below(std::size(cases))];
    const oracle::Number number = draw.number();
    const std::string digits = oracle::Large(abs(number.coefficient)).str();
    std::string text = oracle::written(digits, number.scale, number.coefficient < 0, marks);
    ASSERT_EQ(tiendo::format(number.decimal, format), text);
    ASSERT_EQ(total_order(*parse(text, format), number.decimal), std::strong_ordering::equal);
    const auto at = static_cast<std::size_t>(draw.below(text.size()));
    if (draw.one_in(2)) text.erase(at, 1);
    if (draw.one_in(2)) text.insert(at, draw.one_in(2) ? marks.group : "7");
    const auto result = parse(text, format);
    ASSERT_EQ(bool(result), oracle::is_number(text, marks)) << text;
    if (result) {
      const auto meant = oracle::meaning(text, marks);
      ASSERT_EQ(result->to_string(), oracle::written(meant.digits, meant.scale, meant.negative));
    }
  }
}

TEST(NumberTextOracle, ABufferTakesTheSameTextOrNothing) {
  SCOPED_TRACE(oracle::seed_text());
  oracle::Draw draw;
  for (int i = 0; i < 3000; ++i) {
    const Decimal value = draw.number().decimal;
    const NumberFormat each = draw.one_in(2) ? NumberFormat::plain() : NumberFormat::vietnamese();
    const std::string text = format(value, each);
    const std::size_t room = text.size() + draw.below(60) - std::min<std::size_t>(text.size(), 20);
    std::string buffer(room + 8, '#');
    char* const end = to_chars(buffer.data(), buffer.data() + room, value, each);
    ASSERT_EQ(end != nullptr, text.size() <= room) << text << ' ' << room;
    if (end == nullptr) {
      ASSERT_EQ(buffer, std::string(room + 8, '#')) << text;
    } else {
      ASSERT_EQ(std::string(buffer.data(), end), text) << room;
    }
    ASSERT_EQ(buffer.substr(room), "########") << text;
  }
}

// Texts of up to 1,000 digits, of which some have a byte changed, put in or taken out.
TEST(NumberTextOracle, LongTextsAtRandom) {
  SCOPED_TRACE(oracle::seed_text());
  oracle::Draw draw;
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    const oracle::Marks& marks = draw.one_in(2) ? oracle::kPlain : oracle::kVietnamese;
    const int count = draw.one_in(20) ? draw.between(900, 1000) : draw.between(1, 60);
    std::string digits(static_cast<std::size_t>(count), '0');
    for (char& c : digits) c = static_cast<char>('0' + draw.below(10));
    const int scale = draw.one_in(3) ? 0 : draw.between(0, std::min(count, 40));
    std::string text = oracle::written(digits, scale, draw.one_in(2), marks);
    const auto at = static_cast<std::size_t>(draw.below(text.size() + 1));
    switch (draw.below(6)) {
      case 0: text.insert(at, 1, "0.,+-x"[draw.below(6)]); break;
      case 1: text.erase(at, 1); break;
      case 2: text.resize(at); break;
      default: break;
    }
    expect_as_defined(text, marks);
  }
}

TEST(NumberTextOracle, LongNumbersAreWrittenWithTheirGroups) {
  SCOPED_TRACE(oracle::seed_text());
  oracle::Draw draw;
  for (int i = 0; i < 3000; ++i) {
    const oracle::Number number = i % 50 == 0 ? draw.extreme() : draw.number();
    const std::string digits = oracle::Large(abs(number.coefficient)).str();
    const bool negative = number.coefficient < 0;
    ASSERT_EQ(number.decimal.to_string(), oracle::written(digits, number.scale, negative));
    ASSERT_EQ(format(number.decimal, NumberFormat::vietnamese()),
              oracle::written(digits, number.scale, negative, oracle::kVietnamese));
  }
}

}  // namespace
}  // namespace tiendo
