// Tested by tests/unit/decimal/number_words_test.cpp.
//
// The text is cut at its spaces first. Then the words are taken from the left, and each fault is
// that of the word at which reading had to stop. Words are compared letter by letter, decomposed
// (NFD) and case-folded by utf8proc, so that no spelling of "tỷ" in bytes is a special case.
#include "tiendo/decimal/number_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tiendo {

namespace {

struct Scale {
  int exponent;
  std::string_view text;
};

constexpr std::array<Scale, 6> kScales = {
    {{0, ""}, {3, "nghìn"}, {6, "triệu"}, {9, "tỷ"}, {12, "nghìn tỷ"}, {15, "triệu tỷ"}}};

const Scale& scale_of(ScaleWord word) noexcept {
  const auto number = static_cast<std::size_t>(word);
  return kScales[number < kScales.size() ? number : 0];
}

// A word of the text and the offset of its first byte.
struct Word {
  std::string_view text;
  std::size_t at;
};

Error problem(Errc code, std::size_t offset) {
  return error(code, {}, static_cast<std::int64_t>(offset));
}

Error problem(Errc code, const Word& word) { return problem(code, word.at); }

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// The bytes of the space at `at`, or 0 when there is none.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (text[at] == ' ') return 1;
  return text.substr(at, kNoBreakSpace.size()) == kNoBreakSpace ? kNoBreakSpace.size() : 0;
}

// Where the word ends that begins at `at`.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && space_at(text, at) == 0) ++at;
  return at;
}

// The words between single spaces; none in the empty text.
Result<std::vector<Word>> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t begin = 0; !text.empty();) {
    const std::size_t end = end_of_word(text, begin);
    if (end == begin) return problem(Errc::word_spacing, begin);
    words.push_back({text.substr(begin, end - begin), begin});
    if (end == text.size()) break;
    begin = end + space_at(text, end);
  }
  return words;
}

// The letters of a word, decomposed and in lower case; empty for what is no word of ours, which are
// all short.
std::u32string letters_of(std::string_view word) {
  std::array<utf8proc_int32_t, 16> points{};
  const auto count =
      utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                         static_cast<utf8proc_ssize_t>(word.size()), points.data(), points.size(),
                         static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD));
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(points.size())) return {};
  return {points.begin(), points.begin() + count};
}

template <class Meaning>
struct Known {
  std::u32string_view letters;
  Meaning meaning;
};

constexpr Known<Qualifier> kQualifiers[] = {
    {U"khoa\u0309ng", Qualifier::about},
    {U"tre\u0302n", Qualifier::over},
    {U"ho\u031Bn", Qualifier::over},
    {U"ga\u0302\u0300n", Qualifier::under},
    {U"du\u031Bo\u031B\u0301i", Qualifier::under},
};

constexpr Known<ScaleWord> kScaleWords[] = {
    {U"nghi\u0300n", ScaleWord::thousand},      {U"nga\u0300n", ScaleWord::thousand},
    {U"trie\u0323\u0302u", ScaleWord::million}, {U"ty\u0309", ScaleWord::billion},
    {U"ti\u0309", ScaleWord::billion},
};

template <class Meaning, std::size_t N>
std::optional<Meaning> meaning_of(const Known<Meaning> (&table)[N], const Word& word) {
  const std::u32string letters = letters_of(word.text);
  for (const Known<Meaning>& each : table) {
    if (each.letters == letters) return each.meaning;
  }
  return std::nullopt;
}

// Whether a text begins as words do, not as numbers or what was meant as one.
bool begins_with_letter(const Word& word) {
  utf8proc_int32_t first = 0;  // -1 where the bytes are not UTF-8
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.text.data()),
                   static_cast<utf8proc_ssize_t>(word.text.size()), &first);
  const utf8proc_category_t category = utf8proc_category(first);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

// What is wrong with a word that is not the one that may stand in its place.
Errc fault_of(const Word& word) {
  if (meaning_of(kQualifiers, word)) return Errc::qualifier_misplaced;
  if (meaning_of(kScaleWords, word)) return Errc::scale_word_misplaced;
  return Errc::unknown_number_word;
}

// nghìn tỷ and triệu tỷ: what the second word makes of the first, if they go together.
std::optional<ScaleWord> joined(ScaleWord first, ScaleWord second) {
  if (second != ScaleWord::billion) return std::nullopt;
  if (first == ScaleWord::thousand) return ScaleWord::thousand_billion;
  if (first == ScaleWord::million) return ScaleWord::million_billion;
  return std::nullopt;
}

// The scale word that the rest of the words are.
Result<ScaleWord> scale_word_of(const std::vector<Word>& words, std::size_t from) {
  ScaleWord found = ScaleWord::none;
  for (std::size_t i = from; i < words.size(); ++i) {
    const auto next = meaning_of(kScaleWords, words[i]);
    if (!next) return problem(fault_of(words[i]), words[i]);
    const auto both = found == ScaleWord::none ? next : joined(found, *next);
    if (!both) return problem(Errc::scale_word_misplaced, words[i]);
    found = *both;
  }
  return found;
}

// value * 10^exponent. The value was read, so it is far from the limits of a result; rounding drops
// but the zeros that the product has after the point.
Decimal moved(const Decimal& value, int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return *round(*(value * Decimal(power)), std::max(value.scale() - exponent, 0), Rounding::down);
}

}  // namespace

int exponent_of(ScaleWord word) noexcept { return scale_of(word).exponent; }

std::string_view text_of(ScaleWord word) noexcept { return scale_of(word).text; }

Result<WordedNumber> parse_words(std::string_view text, const NumberFormat& format) {
  const Result<std::vector<Word>> words = words_of(text);
  if (!words) return words.error();
  WordedNumber found;
  std::size_t next = 0;
  if (!words->empty() && begins_with_letter(words->front())) {
    const auto qualifier = meaning_of(kQualifiers, words->front());
    if (!qualifier) return problem(fault_of(words->front()), words->front());
    found.qualifier = *qualifier;
    ++next;
  }
  if (next == words->size()) return problem(Errc::number_syntax, text.size());
  const Word& number = (*words)[next];
  if (begins_with_letter(number)) return problem(fault_of(number), number);
  const Result<Decimal> value = parse(number.text, format);
  if (!value)
    return problem(value.error().code, number.at + static_cast<std::size_t>(value.error().offset));
  const Result<ScaleWord> scale_word = scale_word_of(*words, next + 1);
  if (!scale_word) return scale_word.error();
  found.scale_word = *scale_word;
  found.value = moved(*value, exponent_of(*scale_word));
  return found;
}

Result<Decimal> scaled(const Decimal& value, ScaleWord word) {
  return value * *Decimal::of(1, exponent_of(word));
}

Result<std::string> format_words(const Decimal& value, ScaleWord word, int digits, Rounding mode,
                                 const NumberFormat& format) {
  const Result<Decimal> exact = scaled(value, word);
  if (!exact) return exact.error();
  const Result<Decimal> printed = round(*exact, digits, mode);
  if (!printed) return printed.error();
  std::string text = tiendo::format(*printed, format);
  if (!text_of(word).empty()) text.append(1, ' ').append(text_of(word));
  return text;
}

}  // namespace tiendo
