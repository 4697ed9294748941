/// @file
/// Digits eight or sixteen at a time, as the bytes of one machine word: how short numbers are read
/// and written.
///
/// A word holds text as memory on a little-endian machine does: the first character is the lowest
/// byte. Digits stand right-aligned, behind as many '0' as fill the word. Reading says no where a
/// text is not plainly a number; whoever calls then finds out what it is, and where a fault stands.
/// On a big-endian machine it always says no, and writing goes digit by digit.
#pragma once

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "decimal/wide.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tiendo::detail {

inline constexpr bool kHasDigitWords = std::endian::native == std::endian::little;

using Word = std::uint64_t;  // eight characters
using LongWord = WideSize;   // sixteen

/// The byte in every place of a word.
template <class W>
constexpr W repeated(unsigned char byte) {
  return static_cast<W>(-1) / 255 * byte;
}

template <class W>
W load(const char* text) {
  W word;
  std::memcpy(&word, text, sizeof(W));
  return word;
}

template <class W>
void store(char* text, W word) {
  std::memcpy(text, &word, sizeof(W));
}

/// `size` characters in the lowest bytes: 1 to 8 for a Word, 9 to 16 for a LongWord. Reads no byte
/// outside them.
inline Word load_word(const char* text, std::size_t size) {
  if (size >= 4) {
    return load<std::uint32_t>(text) | Word{load<std::uint32_t>(text + size - 4)}
                                           << (8 * (size - 4));
  }
  const auto at = [text](std::size_t i) {
    return Word{static_cast<unsigned char>(text[i])} << 8 * i;
  };
  return at(0) | at(size / 2) | at(size - 1);
}
inline LongWord load_long_word(const char* text, std::size_t size) {
  return load<Word>(text) | LongWord{load<Word>(text + size - 8)} << (8 * (size - 8));
}

/// The number of the lowest byte that is not zero.
inline int lowest_byte(Word word) { return std::countr_zero(word) / 8; }
inline int lowest_byte(LongWord word) {
  const auto low = static_cast<Word>(word);
  return low != 0 ? lowest_byte(low) : 8 + lowest_byte(static_cast<Word>(word >> 64));
}

/// Whether all eight characters are digits.
inline bool all_digits(Word word) {
  constexpr Word kHigh = repeated<Word>(0xf0);
  return ((word & kHigh) | (((word + repeated<Word>(6)) & kHigh) >> 4)) == repeated<Word>(0x33);
}
inline bool all_digits(LongWord word) {
  return all_digits(static_cast<Word>(word)) && all_digits(static_cast<Word>(word >> 64));
}

/// The number that these digits write. Neighbours are joined, then pairs, then fours.
inline std::uint64_t number_of(Word digits) {
  digits -= repeated<Word>('0');
  digits = digits * 10 + (digits >> 8);
  constexpr Word kPairs = 0x000000ff000000ff;
  constexpr Word kUpper = 100 + (Word{1000000} << 32);
  constexpr Word kLower = 1 + (Word{10000} << 32);
  return ((digits & kPairs) * kUpper + ((digits >> 16) & kPairs) * kLower) >> 32;
}
inline std::uint64_t number_of(LongWord digits) {
  return number_of(static_cast<Word>(digits)) * 100000000 +
         number_of(static_cast<Word>(digits >> 64));
}

/// A number as its parts.
struct Parts {
  std::uint64_t size;
  int scale;
};

/// Reads `size` characters, the lowest of the word: digits with at most one point among them, not
/// at the end, nor at the beginning but where digits have gone `before`. @return whether that is
/// what they are
template <class W>
bool read_word(W word, std::size_t size, char point, Parts& parts, bool before = false) {
  constexpr std::size_t kBytes = sizeof(W);
  constexpr W kOnes = repeated<W>(1);
  word = word << (8 * (kBytes - size)) | (repeated<W>('0') >> (8 * (size - 1))) >> 8;
  const W marked = word ^ repeated<W>(static_cast<unsigned char>(point));
  const W found = (marked - kOnes) & ~marked & repeated<W>(0x80);  // its lowest bit is exact
  parts.scale = 0;
  if (found != 0) {
    const auto at = static_cast<std::size_t>(lowest_byte(found));
    if (at + (before ? 1 : 0) <= kBytes - size || at == kBytes - 1) return false;
    const W whole = (W{1} << (8 * at)) - 1;
    word = (word & ~(whole << 8 | 0xff)) | (word & whole) << 8 | W{'0'};
    parts.scale = static_cast<int>(kBytes - 1 - at);
  }
  if (!all_digits(word)) return false;
  parts.size = number_of(word);
  return true;
}

/// Reads unsigned text of up to 19 characters that writes a number below 10^18 with at most one
/// point, among the last sixteen of them. @return whether it did; if not, it may still be a number
inline bool read_digits(const char* text, std::size_t size, char point, Parts& parts) {
  if (!kHasDigitWords || size == 0) return false;
  if (size <= 8) return read_word(load_word(text, size), size, point, parts);
  if (size <= 16) return read_word(load_long_word(text, size), size, point, parts);
  if (size > 19) return false;
  // A few digits before the last sixteen characters.
  std::uint64_t leading = 0;
  for (; size > 16; --size, ++text) {
    if (*text < '0' || *text > '9') return false;
    leading = leading * 10 + static_cast<std::uint64_t>(*text - '0');
  }
  if (!read_word(load<LongWord>(text), size, point, parts, true)) return false;
  constexpr std::uint64_t kTen15 = 1000000000000000;
  if (parts.scale == 0 && leading >= 100) return false;  // nineteen digits
  parts.size += leading * (parts.scale == 0 ? 10 * kTen15 : kTen15);
  return true;
}

/// The eight digits of a number below 10^8, as any machine computes them.
inline Word portable_digits_of(std::uint32_t number) {
  const Word fours = number / 10000 | Word{number % 10000} << 32;
  const Word hundreds = ((fours * 10486) >> 20) & 0x0000007f0000007f;  // right below 10^4
  const Word pairs = hundreds | (fours - hundreds * 100) << 16;
  const Word tens = ((pairs * 103) >> 10) & 0x000f000f000f000f;  // right below 100
  return (tens | (pairs - tens * 10) << 8) + repeated<Word>('0');
}

#ifdef __SSE2__  // every x86-64 has it
/// The same with vectors, after W. Mula: two halves of four digits, each divided by 1000, 100, 10
/// and 1, as multiplications of which the upper half is taken; a digit is such a quotient less ten
/// times the one before it.
inline Word digits_of(std::uint32_t number) {
  constexpr auto kOver10000 = static_cast<int>(0xd1b71759);  // 2^45 / 10^4, rounded up
  const __m128i all = _mm_cvtsi32_si128(static_cast<int>(number));
  const __m128i upper = _mm_srli_epi64(_mm_mul_epu32(all, _mm_set1_epi32(kOver10000)), 45);
  const __m128i lower = _mm_sub_epi32(all, _mm_mul_epu32(upper, _mm_set1_epi32(10000)));
  const __m128i halves = _mm_slli_epi64(_mm_unpacklo_epi16(upper, lower), 2);
  const __m128i twice = _mm_unpacklo_epi16(halves, halves);
  const __m128i fours = _mm_unpacklo_epi32(twice, twice);
  // 4x * (2^23 / 1000) / 2^25 and so on, each product cut to its upper 16 bits, then shifted right.
  const __m128i scaled =
      _mm_mulhi_epu16(fours, _mm_set_epi16(-0x8000, 13108, 5243, 8389, -0x8000, 13108, 5243, 8389));
  const __m128i quotients = _mm_mulhi_epu16(
      scaled, _mm_set_epi16(-0x8000, 0x2000, 0x0800, 0x0080, -0x8000, 0x2000, 0x0800, 0x0080));
  const __m128i tens = _mm_slli_epi64(_mm_mullo_epi16(quotients, _mm_set1_epi16(10)), 16);
  const __m128i digits = _mm_packus_epi16(_mm_sub_epi16(quotients, tens), _mm_setzero_si128());
  return static_cast<Word>(_mm_cvtsi128_si64(digits)) + repeated<Word>('0');
}
#else
inline Word digits_of(std::uint32_t number) { return portable_digits_of(number); }
#endif

/// Writes what a word of digits holds behind its first `zeros`, with the point before the last
/// `scale`. Up to twice the bytes of the word are overwritten. @return the end of the text
template <class W>
char* write_word(char* text, W digits, int zeros, int scale, char point) {
  const int whole = static_cast<int>(sizeof(W)) - zeros - scale;
  digits >>= 8 * zeros;
  store(text, digits);
  if (scale == 0) return text + whole;
  text[whole] = point;
  store(text + whole + 1, digits >> (8 * whole));
  return text + whole + 1 + scale;
}

/// How many zeros before the digits are not written: at least scale + 1 digits are.
template <class W>
int leading_zeros(W digits, int scale) {
  constexpr int kLast = sizeof(W) - 1;
  return lowest_byte((digits ^ repeated<W>('0')) | W{1} << (8 * (kLast - scale)));
}

/// The sixteen digits of a number below 10^16.
inline LongWord long_digits_of(std::uint64_t number) {
  return digits_of(static_cast<std::uint32_t>(number / 100000000)) |
         LongWord{digits_of(static_cast<std::uint32_t>(number % 100000000))} << 64;
}

/// As write_digits(), for what fills more than eight places.
[[gnu::noinline]] inline char* write_long_digits(char* text, std::uint64_t size, int scale,
                                                 char point) {
  constexpr std::uint64_t kTen16 = 10000000000000000;
  if (size < kTen16) {
    const LongWord digits = long_digits_of(size);
    return write_word(text, digits, leading_zeros(digits, scale), scale, point);
  }
  text = std::to_chars(text, text + 4, size / kTen16).ptr;
  return write_word(text, long_digits_of(size % kTen16), 0, scale, point);
}

/// The largest scale that write_digits() takes.
inline constexpr int kMostWordScale = 15;
/// What write_digits() may overwrite.
inline constexpr std::size_t kDigitRoom = 4 + 16 + 1 + 16;

/// Writes size / 10^scale with the point; only where kHasDigitWords. @return the end of the text
inline char* write_digits(char* text, std::uint64_t size, int scale, char point) {
  if (size >= 100000000 || scale > 7) return write_long_digits(text, size, scale, point);
  const Word digits = digits_of(static_cast<std::uint32_t>(size));
  return write_word(text, digits, leading_zeros(digits, scale), scale, point);
}

}  // namespace tiendo::detail
