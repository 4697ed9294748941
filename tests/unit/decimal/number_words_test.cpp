#include "tiendo/decimal/number_words.hpp"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "numbers.hpp"

namespace tiendo::number_words_test {
namespace {

constexpr NumberFormat kPlain = NumberFormat::plain();
constexpr NumberFormat kVietnamese = NumberFormat::vietnamese();

constexpr ScaleWord kAllWords[] = {
    ScaleWord::none,    ScaleWord::thousand,         ScaleWord::million,
    ScaleWord::billion, ScaleWord::thousand_billion, ScaleWord::million_billion};

// The text decomposed (NFD), or composed (NFC).
std::string normal(const std::string& text, utf8proc_option_t form) {
  utf8proc_uint8_t* made = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &made,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form));
  std::string result(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
  std::free(made);
  return result;
}

std::string upper(const std::string& text) {
  std::string result;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t point = 0;
    at += static_cast<std::size_t>(
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point));
    utf8proc_uint8_t out[4];
    const auto size = utf8proc_encode_char(utf8proc_toupper(point), out);
    result.append(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  }
  return result;
}

TEST(NumberWordsTest, ReadsWhatDocumentsPrint) {
  // clang-format off
  const struct {
    const char* text; const char* value; Qualifier qualifier; ScaleWord word;
  } cases[] = {
      {"12,40",                 "12.40",            Qualifier::exact, ScaleWord::none},
      {"1,5 tỷ",                "1500000000",       Qualifier::exact, ScaleWord::billion},
      {"1,5 tỉ",                "1500000000",       Qualifier::exact, ScaleWord::billion},
      {"1,2345 nghìn",          "1234.5",           Qualifier::exact, ScaleWord::thousand},
      {"1,5000 ngàn",           "1500.0",           Qualifier::exact, ScaleWord::thousand},
      {"1,500 nghìn",           "1500",             Qualifier::exact, ScaleWord::thousand},
      {"2 triệu",               "2000000",          Qualifier::exact, ScaleWord::million},
      {"147,1 nghìn tỷ",        "147100000000000",  Qualifier::exact, ScaleWord::thousand_billion},
      {"147,1 ngàn tỉ",         "147100000000000",  Qualifier::exact, ScaleWord::thousand_billion},
      {"1,2 triệu tỷ",          "1200000000000000", Qualifier::exact, ScaleWord::million_billion},
      {"0,0000000000000012 triệu tỷ", "1.2",        Qualifier::exact, ScaleWord::million_billion},
      {"-0,5 tỷ",               "-500000000",       Qualifier::exact, ScaleWord::billion},
      {"0,00 tỷ",               "0",                Qualifier::exact, ScaleWord::billion},
      {"khoảng 4.700",          "4700",             Qualifier::about, ScaleWord::none},
      {"trên 382,7 nghìn tỷ",   "382700000000000",  Qualifier::over,  ScaleWord::thousand_billion},
      {"hơn 1.234,5 tỷ",        "1234500000000",    Qualifier::over,  ScaleWord::billion},
      {"gần 14.300 tỷ",         "14300000000000",   Qualifier::under, ScaleWord::billion},
      {"dưới 4",                "4",                Qualifier::under, ScaleWord::none},
      {"Hơn 5\u00A0triệu",      "5000000",          Qualifier::over,  ScaleWord::million},
      {"hơn\u00A05\u00A0nghìn\u00A0tỷ", "5000000000000", Qualifier::over, ScaleWord::thousand_billion},
  };
  // clang-format on
  for (const auto& c : cases) {
    for (const std::string& text :
         {std::string(c.text), upper(c.text), normal(c.text, UTF8PROC_DECOMPOSE),
          normal(upper(c.text), UTF8PROC_DECOMPOSE), normal(c.text, UTF8PROC_COMPOSE)}) {
      const auto result = parse_words(text, kVietnamese);
      ASSERT_TRUE(result) << text << ": " << result.error().sentence;
      EXPECT_EQ(total_order(result->value, dec(c.value)), std::strong_ordering::equal)
          << text << " is " << result->value.to_string();
      EXPECT_EQ(result->qualifier, c.qualifier) << text;
      EXPECT_EQ(result->scale_word, c.word) << text;
    }
  }
}

TEST(NumberWordsTest, MarksOfOneLetterMayComeInAnyOrderAndHalfComposed) {
  // triệu: ê then the dot below, ẹ then the circumflex, the dot before and behind the circumflex
  for (const char* word : {"tri\u00EA\u0323u", "tri\u1EB9\u0302u", "trie\u0323\u0302u",
                           "trie\u0302\u0323u", "TRI\u00CA\u0323U"}) {
    const auto result = parse_words(std::string("2 ") + word, kPlain);
    ASSERT_TRUE(result) << word;
    EXPECT_EQ(result->value, dec("2000000"));
  }
}

TEST(NumberWordsTest, RefusesWithThePlaceInTheWholeText) {
  // clang-format off
  const struct { const char* text; NumberFormat format; Errc code; int offset; } cases[] = {
      {"12.34",             kVietnamese, Errc::number_syntax, 5},
      {"hơn 12.34 tỷ",      kVietnamese, Errc::number_syntax, 10},
      {"1.2345",            kVietnamese, Errc::number_syntax, 5},
      {"khoảng 1.2345",     kVietnamese, Errc::number_syntax, 14},
      {"53,026",            kPlain,      Errc::number_syntax, 2},
      {"gần 53,026 triệu",  kPlain,      Errc::number_syntax, 8},
      {"",                  kVietnamese, Errc::number_syntax, 0},
      {"khoảng",            kVietnamese, Errc::number_syntax, 8},
      {"1,5tỷ",             kVietnamese, Errc::number_syntax, 3},
      {"5%",                kVietnamese, Errc::number_syntax, 1},
      {"%",                 kVietnamese, Errc::number_syntax, 0},
      {"hơn -",             kVietnamese, Errc::number_syntax, 6},
      {"5\t triệu",         kVietnamese, Errc::number_syntax, 1},
      {"5 %",               kVietnamese, Errc::unknown_number_word, 2},
      {"5 \u2030",          kVietnamese, Errc::unknown_number_word, 2},
      {"1,5 tỷ đồng",       kVietnamese, Errc::unknown_number_word, 9},
      {"1,5 đồng",          kVietnamese, Errc::unknown_number_word, 4},
      {"ước 5",             kVietnamese, Errc::unknown_number_word, 0},
      {"khoảng ước 5",      kVietnamese, Errc::unknown_number_word, 9},
      {"xấp xỉ 5",          kVietnamese, Errc::unknown_number_word, 0},
      {"hon 5",             kVietnamese, Errc::unknown_number_word, 0},   // without its mark
      {"5 ty",              kVietnamese, Errc::unknown_number_word, 2},
      {"5 billion",         kVietnamese, Errc::unknown_number_word, 2},
      {"5 6",               kVietnamese, Errc::unknown_number_word, 2},
      {"5 triệu.",          kVietnamese, Errc::unknown_number_word, 2},
      {"khoảng\u200B 5",    kVietnamese, Errc::unknown_number_word, 0},   // a character unseen
      {"5\u202Ftriệu",      kVietnamese, Errc::number_syntax, 1},         // another space
      {"5 tri\xE1\xBB",     kVietnamese, Errc::unknown_number_word, 2},   // not UTF-8
      {"5 \xFF",            kVietnamese, Errc::unknown_number_word, 2},
      {"tr\xFFn 5",         kVietnamese, Errc::unknown_number_word, 0},
      {"\xFFtrên 5",        kVietnamese, Errc::number_syntax, 0},         // no letter, so no word
      {"hơn \xC4",          kVietnamese, Errc::number_syntax, 5},
      {"５ tỷ",              kVietnamese, Errc::number_syntax, 0},         // digits of full width
      {"hơn ٥",             kVietnamese, Errc::number_syntax, 5},         // of another script
      {"\u2212" "5",           kVietnamese, Errc::number_syntax, 0},         // a minus that is no hyphen
      {"\u20AB" "5",           kVietnamese, Errc::number_syntax, 0},
      {"\u0301n 5",         kVietnamese, Errc::number_syntax, 0},         // a mark without its letter
      {"đồng 5",            kVietnamese, Errc::unknown_number_word, 0},
      {"trên dưới 5",       kVietnamese, Errc::qualifier_misplaced, 6},
      {"khoảng khoảng 5",   kVietnamese, Errc::qualifier_misplaced, 9},
      {"5 trên",            kVietnamese, Errc::qualifier_misplaced, 2},
      {"5 tỷ hơn",          kVietnamese, Errc::qualifier_misplaced, 7},
      {"tỷ 5",              kVietnamese, Errc::scale_word_misplaced, 0},
      {"hơn tỷ",            kVietnamese, Errc::scale_word_misplaced, 5},
      {"5 tỷ nghìn",        kVietnamese, Errc::scale_word_misplaced, 7},
      {"5 tỷ tỷ",           kVietnamese, Errc::scale_word_misplaced, 7},
      {"5 nghìn triệu",     kVietnamese, Errc::scale_word_misplaced, 9},
      {"5 nghìn nghìn",     kVietnamese, Errc::scale_word_misplaced, 9},
      {"5 nghìn tỷ tỷ",     kVietnamese, Errc::scale_word_misplaced, 14},
      {" 5",                kVietnamese, Errc::word_spacing, 0},
      {"5 ",                kVietnamese, Errc::word_spacing, 2},
      {" ",                 kVietnamese, Errc::word_spacing, 0},
      {"5  triệu",          kVietnamese, Errc::word_spacing, 2},
      {"5 \u00A0triệu",     kVietnamese, Errc::word_spacing, 2},
      {"5\u00A0\u00A0triệu", kVietnamese, Errc::word_spacing, 3},
      {"1 234",             {U',', U' '}, Errc::unknown_number_word, 2},  // no format for words
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto result = parse_words(c.text, c.format);
    ASSERT_EQ(code_of(result), c.code) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(NumberWordsTest, ANumberMayBeAsLongAsParseReads) {
  EXPECT_EQ(parse_words(nines(1000) + " triệu tỷ", kPlain)->value.digits(), 1015);
  EXPECT_EQ(parse_words("0." + zeros(999) + "1 tỷ", kPlain)->value.scale(), 991);
  const auto result = parse_words("trên " + nines(1001), kPlain);
  ASSERT_EQ(code_of(result), Errc::number_too_long);
  EXPECT_EQ(result.error().offset, 6 + 1000);
  const auto longest = parse_words("5 " + std::string(1'000'000, 't'), kPlain);
  EXPECT_EQ(code_of(longest), Errc::unknown_number_word);
}

// Every prefix and every change of one byte is read, or refused inside of the text.
TEST(NumberWordsTest, WhateverHappensToATextThePlaceIsInside) {
  const std::string texts[] = {"khoảng 1.234,5 nghìn tỷ", "gần\u00A0-12 triệu",
                               normal("Dưới 147,082 triệu tỉ", UTF8PROC_DECOMPOSE), "0,5"};
  const auto look = [](const std::string& text) {
    const auto result = parse_words(text, kVietnamese);
    if (result) return;
    ASSERT_GE(result.error().offset, 0) << text;
    ASSERT_LE(result.error().offset, static_cast<std::int64_t>(text.size())) << text;
    ASSERT_NE(result.error().code, Errc::none) << text;
  };
  for (const std::string& text : texts) {
    ASSERT_TRUE(parse_words(text, kVietnamese)) << text;
    for (std::size_t i = 0; i <= text.size(); ++i) look(text.substr(0, i));
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::string changed = text;
      for (int byte = 0; byte < 256; ++byte) {
        changed[i] = static_cast<char>(byte);
        look(changed);
      }
    }
  }
}

TEST(NumberWordsTest, ScalingMovesThePointAndNothingElse) {
  EXPECT_EQ(shown(scaled(dec("147082000000000"), ScaleWord::thousand_billion)), "147.082000000000");
  EXPECT_EQ(scaled(dec("147082000000000"), ScaleWord::thousand_billion)->normalized().to_string(),
            "147.082");
  EXPECT_EQ(shown(scaled(dec("-1.50"), ScaleWord::none)), "-1.50");
  EXPECT_EQ(shown(scaled(dec("-1.50"), ScaleWord::thousand)), "-0.00150");
  EXPECT_EQ(code_of(scaled(*Decimal::of(1, Decimal::kMaxScale - 8), ScaleWord::billion)),
            Errc::number_too_long);
}

TEST(NumberWordsTest, WritesTheScaledValueRoundedOnce) {
  // clang-format off
  const struct {
    const char* value; ScaleWord word; int digits; Rounding mode; const char* text;
  } cases[] = {
      {"147082000000000", ScaleWord::thousand_billion, 1, Rounding::half_up, "147,1 nghìn tỷ"},
      {"147082000000000", ScaleWord::billion,          0, Rounding::half_up, "147.082 tỷ"},
      {"147049999999999", ScaleWord::thousand_billion, 1, Rounding::half_up, "147,0 nghìn tỷ"},
      {"1500000000",      ScaleWord::billion,          2, Rounding::half_up, "1,50 tỷ"},
      {"999960",          ScaleWord::thousand,         1, Rounding::half_up, "1.000,0 nghìn"},
      {"999960",          ScaleWord::thousand,         1, Rounding::down,    "999,9 nghìn"},
      {"-1250000",        ScaleWord::million,          1, Rounding::half_up, "-1,3 triệu"},
      {"-1250000",        ScaleWord::million,          1, Rounding::half_even, "-1,2 triệu"},
      {"-400",            ScaleWord::million_billion,  2, Rounding::half_up, "0,00 triệu tỷ"},
      {"1234.5",          ScaleWord::none,             0, Rounding::half_even, "1.234"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto text = format_words(dec(c.value), c.word, c.digits, c.mode, kVietnamese);
    ASSERT_TRUE(text) << c.text;
    EXPECT_EQ(*text, c.text);
  }
  EXPECT_EQ(code_of(format_words(1, ScaleWord::million, -1, Rounding::up, kPlain)),
            Errc::number_too_long);
  EXPECT_EQ(code_of(format_words(*Decimal::of(1, Decimal::kMaxScale), ScaleWord::thousand, 0,
                                 Rounding::up, kPlain)),
            Errc::number_too_long);
}

TEST(NumberWordsTest, WhatIsWrittenReadsBack) {
  constexpr std::uint64_t kSeed = 20241112;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 3000; ++i) {
    const Decimal value = *Decimal::of(static_cast<std::int64_t>(random()) >> (random() % 60),
                                       static_cast<int>(random() % 12));
    const ScaleWord word = kAllWords[random() % 6];
    const NumberFormat format = random() % 2 == 0 ? kPlain : kVietnamese;
    const int digits = static_cast<int>(random() % 25);
    const Rounding mode = kAllModes[random() % 7];
    const auto text = format_words(value, word, digits, mode, format);
    ASSERT_TRUE(text);
    const auto back = parse_words(*text, format);
    ASSERT_TRUE(back) << *text;
    EXPECT_EQ(back->scale_word, word) << *text;
    EXPECT_EQ(back->qualifier, Qualifier::exact) << *text;
    // To the digit that was printed, and exactly when all were.
    const Ratio unit = *pow(Ratio(10), exponent_of(word));
    const Decimal printed = *round(*(Ratio(value) / unit), digits, mode);
    EXPECT_EQ(Ratio(back->value), *(Ratio(printed) * unit)) << *text;
    if (digits >= value.scale() + exponent_of(word)) {
      EXPECT_EQ(back->value, value) << *text;
    }
  }
}

TEST(NumberWordsTest, AnEnumeratorThatThereIsNotCountsInNoWord) {
  for (const int number : {6, 9, 255}) {
    const auto word = static_cast<ScaleWord>(number);
    EXPECT_EQ(exponent_of(word), 0);
    EXPECT_EQ(text_of(word), "");
    EXPECT_EQ(shown(scaled(dec("1.5"), word)), "1.5");
    EXPECT_EQ(*format_words(dec("1.5"), word, 1, Rounding::down, kPlain), "1.5");
  }
}

TEST(NumberWordsTest, EveryWordIsAPowerOfTen) {
  const int exponents[] = {0, 3, 6, 9, 12, 15};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(exponent_of(kAllWords[i]), exponents[i]);
  for (const ScaleWord word : kAllWords) {
    const std::string name(text_of(word));
    EXPECT_EQ(name, normal(name, UTF8PROC_COMPOSE));
    if (name.empty()) continue;
    EXPECT_EQ(parse_words("1 " + name, kPlain)->value, ten_to(exponent_of(word))) << name;
  }
}

}  // namespace
}  // namespace tiendo::number_words_test
