/// @file
/// Numbers as Vietnamese documents print them: "khoảng 1.234,5 tỷ", "hơn 147,1 nghìn tỷ".
///
/// parse() of number_format.hpp reads a number and nothing else; parse_words() reads, on request,
///
///     [qualifier] number [scale word]
///
/// with one space (U+0020 or U+00A0) between two words, each in any letter case, composed or not:
///
///     qualifier    khoảng (about); trên, hơn (over); gần, dưới (under)
///     scale word   nghìn or ngàn (10^3), triệu (10^6), tỷ or tỉ (10^9),
///                  nghìn tỷ (10^12), triệu tỷ (10^15), each in either spelling
///
/// Everything else is refused with its place: other words ("ước" is a status, not a hedge), bytes
/// that are not UTF-8, a second qualifier ("trên dưới"), scale words in another order ("tỷ nghìn")
/// or another pair ("nghìn triệu"), a word that touches the digits ("1,5tỷ"), a measure after the
/// number ("đồng", "%"), and every number that the format does not read: 12.34 is never guessed.
///
/// The number is exact: only its point moves. "1,5 tỷ" is 1500000000, "1,2345 nghìn" 1234.5.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/qualifier.hpp"

namespace tiendo {

/// The unit that a number counts in. The numbers stand in the C header and never change; a value
/// that is none of them counts as none.
enum class ScaleWord : std::uint8_t {
  none,
  thousand,          ///< nghìn
  million,           ///< triệu
  billion,           ///< tỷ
  thousand_billion,  ///< nghìn tỷ
  million_billion,   ///< triệu tỷ
};

/// The power of ten that the word stands for: 9 for tỷ, 0 for none.
int exponent_of(ScaleWord word) noexcept;

/// The word as format_words() writes it, composed (NFC): "nghìn tỷ"; empty for none.
std::string_view text_of(ScaleWord word) noexcept;

/// A number as it was printed.
struct WordedNumber {
  /// With the scale word worked in. Digits after the point: those printed that are still after it.
  Decimal value;
  Qualifier qualifier = Qualifier::exact;
  ScaleWord scale_word = ScaleWord::none;

  friend bool operator==(const WordedNumber&, const WordedNumber&) = default;
};

/// Reads a number with its words, as said at the top of this file. The format is valid(). One whose
/// mark is a space between words does not go with them: its groups are taken for words and refused.
///
/// Up to the number, what begins with a letter is a word, and anything else is read as the number;
/// behind it all are words.
///
/// @return the number, or an error whose offset counts from the start of the whole text:
/// number_syntax and number_too_long as parse() has them, so number_syntax for digits of full width
/// or bytes that are not UTF-8 where the number has to begin, and where no number is;
/// unknown_number_word, qualifier_misplaced, scale_word_misplaced at the first byte of the word;
/// word_spacing where a word had to begin
Result<WordedNumber> parse_words(std::string_view text, const NumberFormat& format);

/// The value counted in the unit of the word, exact: 147082 tỷ is 147.082 nghìn tỷ. Only the point
/// moves, so zeros stay: 1500000000 is 1.500000000 tỷ, which normalized() shortens.
/// @return number_too_long for a scale beyond Decimal::kMaxScale
Result<Decimal> scaled(const Decimal& value, ScaleWord word);

/// The value counted in the unit of the word, then rounded, once, to `digits` after the point, with
/// the word behind it: "147,1 nghìn tỷ". The word is the one asked for, whatever the size:
/// 999.96 triệu to one digit is "1.000,0 triệu". The format is valid().
/// @return number_too_long as scaled(), and as round() for the digits
Result<std::string> format_words(const Decimal& value, ScaleWord word, int digits, Rounding mode,
                                 const NumberFormat& format);

}  // namespace tiendo
