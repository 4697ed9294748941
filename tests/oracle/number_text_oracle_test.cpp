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

NumberFormat format_of(oracle::Marks marks) {
  NumberFormat format;
  format.point = static_cast<decltype(format.point)>(marks.point);
  format.group = static_cast<decltype(format.group)>(marks.group);
  return format;
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
std::string expected_outcome(std::string_view text, oracle::Marks marks) {
  const auto is = [&](std::string_view each) { return oracle::is_number(each, marks); };
  if (!is(text)) {
    return "number_syntax at " + std::to_string(oracle::fitting_bytes(text, is));
  }
  const auto meant = oracle::meaning(text, marks);
  return oracle::written(meant.digits, meant.scale, meant.negative);
}

void expect_as_defined(std::string_view text, oracle::Marks marks) {
  const auto result = parse(text, format_of(marks));
  const std::string expected = expected_outcome(text, marks);
  ASSERT_EQ(outcome(result), expected) << '"' << text << '"';
  if (marks == oracle::kPlain) {
    ASSERT_EQ(outcome(Decimal::parse(text)), expected) << text;
  }
}

TEST(NumberTextOracle, EveryShortTextIsReadOrRefusedAtItsByte) {
  for (const oracle::Marks marks : {oracle::kPlain, oracle::kVietnamese, oracle::Marks{';', ' '}}) {
    for_every_text(std::string_view("019+-., e\0", 10), 4,
                   [&](const std::string& text) { expect_as_defined(text, marks); });
  }
}

TEST(NumberTextOracle, EveryPatternOfGroupsIsReadOrRefusedAtItsByte) {
  for (const oracle::Marks marks : {oracle::kPlain, oracle::kVietnamese, oracle::Marks{'.', 0}}) {
    for_every_text("1.,", 9, [&](const std::string& text) { expect_as_defined(text, marks); });
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
      const bool valid = is_mark(point) && (group == 0 || (is_mark(group) && group != point));
      ASSERT_EQ(format_of({point, group}).valid(), valid) << int{point} << ' ' << int{group};
    }
  }
}

// Texts of up to 1,000 digits, of which some have a byte changed, put in or taken out.
TEST(NumberTextOracle, LongTextsAtRandom) {
  SCOPED_TRACE(oracle::seed_text());
  oracle::Draw draw;
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    const oracle::Marks marks = draw.one_in(2) ? oracle::kPlain : oracle::kVietnamese;
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
