// Tested by tests/unit/io/end_places_test.cpp and plain_rows_test.cpp.

#include "io/end_places.hpp"

#include <array>
#include <utility>

#include "io/sixteen.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace tiendo {

namespace {

constexpr std::size_t kBlock = EndPlaces::kBlock;
static_assert(kBlock == EndMarks::kBytes);

// Puts down where the bits of a mask stand, eight at a time, so that up to seven more places than
// there are bits are overwritten. A mask of thirty-two bytes seldom has more than eight.
template <std::size_t... k>
inline void put_places(std::uint32_t* places, std::size_t count, std::uint32_t mask,
                       std::uint32_t base, std::index_sequence<k...> /*eight*/) {
  std::uint64_t bits = mask | std::uint64_t{0xff} << 32;  // so that there always is a bit
  for (std::size_t i = 0; i < count; i += sizeof...(k)) {
    ((places[i + k] = base + static_cast<std::uint32_t>(__builtin_ctzll(bits)), bits &= bits - 1),
     ...);
  }
}

std::size_t find_sixteen_at_once(std::string_view text, std::size_t at, char separator,
                                 std::size_t wanted, EndPlaces& ends) noexcept {
  constexpr auto kEight = std::make_index_sequence<8>();
  for (; at + kBlock <= text.size() && ends.found < wanted; at += kBlock) {
    const EndMarks marks = end_marks(text.data() + at, separator);
    if (marks.has_others) {
      if (text.substr(at, kBlock).find('"') != std::string_view::npos) break;
      ends.has_returns = true;
    }
    // In two halves, so that neither waits for the other.
    const auto base = static_cast<std::uint32_t>(at);
    std::uint32_t* const places = ends.places + ends.found;
    put_places(places, marks.first, static_cast<std::uint32_t>(marks.ends), base, kEight);
    put_places(places + marks.first, marks.count - marks.first,
               static_cast<std::uint32_t>(marks.ends >> 32), base + 32, kEight);
    ends.found += marks.count;
    ends.feeds += marks.feeds;
  }
  return at;
}

#ifdef __x86_64__
#define TIENDO_THIRTY_TWO gnu::target("avx2,popcnt")

// Of each byte of a mask, where its bits stand, one behind the other.
using PlacesInByte = std::array<std::array<std::uint8_t, 8>, 256>;
constexpr PlacesInByte places_in_bytes() {
  PlacesInByte all{};
  for (std::size_t byte = 0; byte < all.size(); ++byte) {
    std::size_t found = 0;
    for (std::uint8_t bit = 0; bit < 8; ++bit) {
      if ((byte >> bit & 1U) != 0) all[byte][found++] = bit;
    }
  }
  return all;
}
constexpr PlacesInByte kPlacesInBytes = places_in_bytes();

[[TIENDO_THIRTY_TWO]] inline __m256i thirty_two_from(const char* text) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
}

// A bit for each of sixty-four bytes.
[[TIENDO_THIRTY_TWO]] inline std::uint64_t equal(__m256i low, __m256i high, char wanted) {
  const __m256i all = _mm256_set1_epi8(wanted);
  const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all)));
  const auto last = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)));
  return first | std::uint64_t{last} << 32;
}

// The places within eight bytes are looked up, and put down together.
[[TIENDO_THIRTY_TWO]] std::size_t find_thirty_two_at_once(std::string_view text, std::size_t at,
                                                          char separator, std::size_t wanted,
                                                          EndPlaces& ends) noexcept {
  std::uint64_t returns = 0;
  for (; at + kBlock <= text.size() && ends.found < wanted; at += kBlock) {
    const __m256i low = thirty_two_from(text.data() + at);
    const __m256i high = thirty_two_from(text.data() + at + kBlock / 2);
    if (equal(low, high, '"') != 0) break;
    const std::uint64_t feeds = equal(low, high, '\n');
    std::uint64_t all = feeds | equal(low, high, separator);
    returns |= equal(low, high, '\r');
    ends.feeds += static_cast<std::size_t>(__builtin_popcountll(feeds));
    std::uint32_t* places = ends.places + ends.found;
    ends.found += static_cast<std::size_t>(__builtin_popcountll(all));
    auto base = static_cast<std::uint32_t>(at);
    for (std::size_t i = 0; i < kBlock / 8; ++i, all >>= 8, base += 8) {
      const std::uint8_t byte = static_cast<std::uint8_t>(all);
      const __m128i inside =
          _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kPlacesInBytes[byte].data()));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(places),
                          _mm256_add_epi32(_mm256_set1_epi32(static_cast<int>(base)),
                                           _mm256_cvtepu8_epi32(inside)));
      places += __builtin_popcount(byte);
    }
  }
  ends.has_returns = ends.has_returns || returns != 0;
  return at;
}

#undef TIENDO_THIRTY_TWO

#define TIENDO_SIXTY_FOUR gnu::target("avx512f,avx512bw,avx512vbmi2,popcnt")

// Masks of all, as GCC takes the forms without one for reading what nobody has written.
[[TIENDO_SIXTY_FOUR]] inline void put_sixteen(std::uint32_t* places, __m512i base, __m128i inside) {
  _mm512_storeu_si512(places, _mm512_add_epi32(base, _mm512_maskz_cvtepu8_epi32(0xffff, inside)));
}

// The places within the block are bytes, which one instruction moves together.
[[TIENDO_SIXTY_FOUR]] std::size_t find_sixty_four_at_once(std::string_view text, std::size_t at,
                                                          char separator, std::size_t wanted,
                                                          EndPlaces& ends) noexcept {
  alignas(kBlock) static constexpr auto kInOrder = [] {
    std::array<std::uint8_t, kBlock> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
    return bytes;
  }();
  const __m512i in_order = _mm512_load_si512(kInOrder.data());
  const __m512i separators = _mm512_set1_epi8(separator);
  __mmask64 returns = 0;
  for (; at + kBlock <= text.size() && ends.found < wanted; at += kBlock) {
    const __m512i bytes = _mm512_loadu_si512(text.data() + at);
    if (_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"')) != 0) break;
    const __mmask64 feeds = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n'));
    const __mmask64 all = feeds | _mm512_cmpeq_epi8_mask(bytes, separators);
    returns |= _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
    const __m512i inside = _mm512_maskz_compress_epi8(all, in_order);
    const __m512i base = _mm512_set1_epi32(static_cast<int>(static_cast<std::uint32_t>(at)));
    const auto count = static_cast<std::size_t>(__builtin_popcountll(all));
    std::uint32_t* const places = ends.places + ends.found;
    put_sixteen(places, base, _mm512_maskz_extracti32x4_epi32(0xf, inside, 0));
    if (count > 16) put_sixteen(places + 16, base, _mm512_maskz_extracti32x4_epi32(0xf, inside, 1));
    if (count > 32) {
      put_sixteen(places + 32, base, _mm512_maskz_extracti32x4_epi32(0xf, inside, 2));
      put_sixteen(places + 48, base, _mm512_maskz_extracti32x4_epi32(0xf, inside, 3));
    }
    ends.found += count;
    ends.feeds += static_cast<std::size_t>(__builtin_popcountll(feeds));
  }
  ends.has_returns = ends.has_returns || returns != 0;
  return at;
}

#undef TIENDO_SIXTY_FOUR

constexpr detail::EndsWay kWays[] = {find_sixteen_at_once, find_thirty_two_at_once,
                                     find_sixty_four_at_once};
#else
constexpr detail::EndsWay kWays[] = {find_sixteen_at_once};
#endif

std::size_t count_ways() noexcept {
#ifdef __x86_64__
  const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512vbmi2");
  const bool half = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
  return !half ? 1 : wide ? 3 : 2;
#else
  return 1;
#endif
}

}  // namespace

namespace detail {

std::span<const EndsWay> ends_ways() noexcept {
  static const std::size_t kCount = count_ways();
  return std::span(kWays).first(kCount);
}

}  // namespace detail

std::size_t find_ends(std::string_view text, std::size_t at, char separator, std::size_t wanted,
                      EndPlaces& ends) noexcept {
  return detail::ends_ways().back()(text, at, separator, wanted, ends);
}

}  // namespace tiendo
