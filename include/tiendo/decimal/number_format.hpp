/// @file
/// How numbers are written and read: plain `1234.5`, Vietnamese `1.234,5`, or declared marks.
///
/// The format is declared by whoever hands over the text; it is never guessed. `53,026` is an error
/// under plain, `12.34` under Vietnamese. The locale of the process plays no part.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// The marks of a way of writing numbers. Aggregate: any two different ASCII marks that are neither
/// digits nor signs may be used.
struct NumberFormat {
  /// Stands before the decimals.
  char point = '.';
  /// Stands between groups of three digits; 0 for none.
  char group = 0;

  /// `1234.5`: what programs write.
  static constexpr NumberFormat plain() { return {}; }
  /// `1.234,5`: what Vietnamese documents write.
  static constexpr NumberFormat vietnamese() { return {',', '.'}; }

  /// Whether the marks can be told apart from each other, from digits and from signs.
  bool valid() const noexcept;

  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Reads `[+-]digits[point digits]`. Groups, where the format has a mark for them, are either
/// absent or complete: `1.234.567,8` and `1234567,8` are read, `1.23,4` and `12.34` are not.
///
/// @return the number with its scale, or number_syntax with the offset of the first byte that does
/// not fit, or number_too_long
Result<Decimal> parse(std::string_view text, NumberFormat format);

/// Writes all digits of the number, grouped if the format has a mark; parse() reads the text back.
std::string format(const Decimal& value, NumberFormat format);

}  // namespace tiendo
