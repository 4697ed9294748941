/// @file
/// How numbers are written and read: plain `1234.5`, Vietnamese `1.234,5`, or declared marks.
///
/// The format is declared by whoever hands over the text; it is never guessed. `53,026` is an error
/// under plain, `12.34` under Vietnamese. The locale of the process plays no part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// The marks of a way of writing numbers. A mark is a printable character of ASCII but no digit, no
/// `+` and no `-`, or beyond ASCII a letter, a punctuation mark, a symbol or a space (Unicode: L,
/// P, S, Zs). What is not seen, such as U+200B, U+00AD or the controls of direction, what belongs
/// to the character before it, and digits and numbers of every script are none. Text is UTF-8.
struct NumberFormat {
  /// Stands before the decimals.
  char32_t point = U'.';
  /// Stands between groups of digits; 0 for none.
  char32_t group = 0;
  /// Digits in the group next to the point, 1 to 9.
  std::uint8_t group_size = 3;
  /// Digits in each group before that, 1 to 9: 2 in India, where 1234567 is 12,34,567.
  std::uint8_t further_group_size = 3;

  /// `1234.5`: what programs write.
  static constexpr NumberFormat plain() { return {}; }
  /// `1.234,5`: what Vietnamese documents write.
  static constexpr NumberFormat vietnamese() { return {U',', U'.'}; }

  /// Whether the marks are such characters and can be told apart from each other, and the sizes are
  /// in their range.
  bool valid() const noexcept;
  /// The format itself. @return marks_conflict when it is not valid()
  Result<NumberFormat> checked() const;

  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Reads `[+-]digits[point digits]`. Groups, where the format has a mark for them, are either
/// absent or complete: `1.234.567,8` and `1234567,8` are read, `1.23,4` and `12.34` are not. The
/// first group does not begin with 0: `0.500` is no five hundred, but half of one in another
/// format. The format is valid().
///
/// @return the number with its scale, or number_syntax with the offset of the first byte that does
/// not fit, or number_too_long with that of the first digit that is too many
Result<Decimal> parse(std::string_view text, const NumberFormat& format);

/// Writes all digits of the number, grouped if the format has a mark; parse() reads the text back.
/// The format is valid().
std::string format(const Decimal& value, const NumberFormat& format);

/// Writes the same text into [first, last), without a zero byte at its end; bytes behind the text
/// may be overwritten. Takes no memory for a coefficient that is stored inline. @return the end of
/// the text; nullptr where it does not fit, and then nothing is written
char* to_chars(char* first, char* last, const Decimal& value, const NumberFormat& format);

}  // namespace tiendo
