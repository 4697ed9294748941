/// @file
/// How numbers are written, as the headers of the decimal layer define it: the judge of reading and
/// printing.
///
/// A text is taken apart and looked at as a whole, without a position that moves along it. Where a
/// text is wrong is found by asking of each of its beginnings whether anything could follow.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tiendo::oracle {

/// A way of writing: the marks, the group empty for none, and the digits of the group next to the
/// point and of those before it.
struct Marks {
  std::string_view point;
  std::string_view group;
  std::size_t group_size = 3;
  std::size_t further_group_size = 3;

  friend bool operator==(const Marks&, const Marks&) = default;
};

inline constexpr Marks kPlain = {".", ""};
inline constexpr Marks kVietnamese = {",", "."};

/// Digits with a point before the last `scale` of them and marks between groups.
std::string written(std::string_view digits, int scale, bool negative, const Marks& marks = kPlain);

/// Whether the text is `[+-]digits[point digits]`, its groups absent or complete, the first without
/// a zero in front.
bool is_number(std::string_view text, const Marks& marks);

/// Whether the text is `[+-]digits/digits`.
bool is_fraction(std::string_view text);

/// Bytes of the longest beginning of the text that `is` accepts once something is put behind it.
/// Up to three digits, or the rest of a fraction, complete whatever can be completed.
template <class Is>
std::size_t fitting_bytes(std::string_view text, const Is& is) {
  for (std::size_t length = text.size(); length > 0; --length) {
    for (const char* rest : {"", "0", "00", "000", "/0", "0/0"}) {
      if (is(std::string(text.substr(0, length)) + rest)) return length;
    }
  }
  return 0;
}

/// The number a text writes, in parts: its sign, and its digits without leading zeros ("0" for
/// zero).
struct Meaning {
  bool negative;
  std::string digits;
  int scale;
};

/// What the text means; it is_number().
Meaning meaning(std::string_view text, const Marks& marks);

}  // namespace tiendo::oracle
