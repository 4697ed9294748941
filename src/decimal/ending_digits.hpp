/// @file
/// Numbers in the midst of a text, read backwards from where they end: so their digits stand
/// right-aligned in a vector without having been moved, and nothing depends on how many there are.
#pragma once

#include "decimal/digit_words.hpp"

namespace tiendo::detail {

/// How many bytes before the end of a number read_ending_digits() looks at.
inline constexpr std::size_t kBeforeEnd = 17;

#ifdef __SSE2__
/// The number that sixteen digits write, after the subtraction of '0': neighbours are joined, then
/// pairs, then fours.
inline std::uint64_t number_of(__m128i digits) {
  const __m128i upper = _mm_mullo_epi16(_mm_and_si128(digits, _mm_set1_epi16(0xff)),  //
                                        _mm_set1_epi16(10));
  const __m128i pairs = _mm_add_epi16(upper, _mm_srli_epi16(digits, 8));
  const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi32(100 + (1 << 16)));
  const __m128i eights =
      _mm_madd_epi16(_mm_packs_epi32(fours, fours), _mm_set1_epi32(10000 + (1 << 16)));
  const auto both = static_cast<std::uint64_t>(_mm_cvtsi128_si64(eights));
  return (both & 0xffffffff) * 100000000 + (both >> 32);
}

/// Vectors of which the first bytes are 0 and the others 0xff: the one at kEdge + n has 16 - n
/// zeros.
inline constexpr auto kEdge = [] {
  std::array<unsigned char, 32> bytes{};
  for (std::size_t i = 16; i < bytes.size(); ++i) bytes[i] = 0xff;
  return bytes;
}();
inline __m128i last_bytes(std::size_t count) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(kEdge.data() + count));
}

/// Reads the `size` characters before `end`, as read_digits() does; the kBeforeEnd bytes before the
/// end may be read. The characters behind the point are taken where they stand, those before it
/// from one byte further left.
inline bool read_ending_digits(const char* end, std::size_t size, char point, Parts& parts) {
  if (size - 1 > 15) {
    Parts others{};  // so that `parts` need not be in memory
    if (!read_digits(end - size, size, point, others)) return false;
    parts = others;
    return true;
  }
  const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
  const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 17));
  const unsigned first = 16 - static_cast<unsigned>(size);
  const unsigned inside = (0xffffU << first) & 0xffffU;
  const unsigned points =
      inside & static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(here, _mm_set1_epi8(point))));
  // No branch here: whether and where there is a point is nothing that a processor could foresee.
  const unsigned has_point = (points | (0U - points)) >> 31;
  const unsigned behind = 15 - static_cast<unsigned>(std::countr_zero(points | 0x8000U));
  // Without a point all characters are taken where they stand.
  const __m128i unmoved = last_bytes(behind + (16 & (has_point - 1)));
  const __m128i joined = _mm_or_si128(_mm_and_si128(unmoved, here),  //
                                      _mm_andnot_si128(unmoved, before));
  const __m128i digits =
      _mm_and_si128(_mm_sub_epi8(joined, _mm_set1_epi8('0')), last_bytes(size - has_point));
  const __m128i fitting = _mm_cmpeq_epi8(_mm_min_epu8(digits, _mm_set1_epi8(9)), digits);
  const auto misfits = static_cast<unsigned>(_mm_movemask_epi8(fitting)) ^ 0xffffU;
  const unsigned at_edge = points & (0x8000U | 1U << first);
  if ((misfits | at_edge) != 0) return false;
  parts.scale = static_cast<int>(behind);
  parts.size = number_of(digits);
  return true;
}
#else
inline bool read_ending_digits(const char* end, std::size_t size, char point, Parts& parts) {
  return read_digits(end - size, size, point, parts);
}
#endif

}  // namespace tiendo::detail
