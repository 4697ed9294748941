// Tested by tests/unit/io/sixteen_test.cpp.

#include "io/sixteen.hpp"

#include <algorithm>

namespace tiendo {

#ifdef __SSE2__
// Every byte of the counts goes up by one for each that is equal, at most 255 times; then the
// sixteen counts are added up.
std::size_t count_of(std::string_view text, char byte) {
  constexpr std::size_t kRun = 16 * std::size_t{255};
  const __m128i wanted = _mm_set1_epi8(byte);
  std::size_t found = 0;
  std::size_t at = 0;
  while (at + 16 <= text.size()) {
    const std::size_t stop = at + std::min(kRun, (text.size() - at) & ~std::size_t{15});
    __m128i counts = _mm_setzero_si128();
    for (; at < stop; at += 16) {
      const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(here, wanted));
    }
    const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    found += static_cast<std::size_t>(_mm_cvtsi128_si64(sums)) +
             static_cast<std::size_t>(_mm_cvtsi128_si64(_mm_srli_si128(sums, 8)));
  }
  const std::string_view rest = text.substr(at);
  return found + static_cast<std::size_t>(std::count(rest.begin(), rest.end(), byte));
}
#else
std::size_t count_of(std::string_view text, char byte) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), byte));
}
#endif

std::size_t ascii_size(std::string_view text) {
  std::size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    const std::uint32_t beyond = Sixteen(text.data() + at).beyond_ascii();
    if (beyond != 0) return at + static_cast<std::size_t>(std::countr_zero(beyond));
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace tiendo
