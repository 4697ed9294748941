/// @file
/// Bytes of a text looked at sixteen at a time: one comparison tells of all of them which are a
/// certain one. What is found is a mask, the lowest bit of which is the first byte.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tiendo {

/// Sixteen bytes, as any machine compares them.
class PortableSixteen {
 public:
  /// Those that begin here; the text goes on for as many.
  explicit PortableSixteen(const char* text) : text_(text) {}

  /// Which are this byte.
  std::uint32_t equal(char byte) const {
    return mask([byte](char c) { return c == byte; });
  }
  /// Which are this one or that one.
  std::uint32_t equal(char one, char other) const {
    return mask([=](char c) { return c == one || c == other; });
  }
  /// Which belong to characters beyond ASCII.
  std::uint32_t beyond_ascii() const {
    return mask([](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
  }

 private:
  template <class Test>
  std::uint32_t mask(const Test& test) const {
    std::uint32_t found = 0;
    for (unsigned i = 0; i < 16; ++i) found |= std::uint32_t{test(text_[i])} << i;
    return found;
  }

  const char* text_;
};

#ifdef __SSE2__  // every x86-64 has it
/// The same with a vector.
class Sixteen {
 public:
  explicit Sixteen(const char* text)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text))) {}

  std::uint32_t equal(char byte) const { return mask(same(byte)); }
  std::uint32_t equal(char one, char other) const {
    return mask(_mm_or_si128(same(one), same(other)));
  }
  std::uint32_t beyond_ascii() const { return mask(bytes_); }

 private:
  __m128i same(char byte) const { return _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(byte)); }
  static std::uint32_t mask(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
  }

  __m128i bytes_;
};
#else
using Sixteen = PortableSixteen;
#endif

/// Which of sixty-four bytes end fields and lines.
struct EndMarks {
  static constexpr std::size_t kBytes = 64;

  std::uint64_t ends = 0;   ///< separators and line feeds, the lowest bit first
  std::size_t count = 0;    ///< how many of them
  std::size_t first = 0;    ///< how many among the first thirty-two bytes
  std::size_t feeds = 0;    ///< how many line feeds
  bool has_others = false;  ///< whether there are carriage returns or quotes
};

/// The marks of the bytes that begin here, as any machine finds them.
inline EndMarks portable_end_marks(const char* block, char separator) {
  EndMarks marks;
  for (unsigned i = 0; i < EndMarks::kBytes; ++i) {
    const char c = block[i];
    marks.ends |= std::uint64_t{c == separator || c == '\n'} << i;
    marks.count += c == separator || c == '\n';
    if (i == EndMarks::kBytes / 2 - 1) marks.first = marks.count;
    marks.feeds += c == '\n';
    marks.has_others = marks.has_others || c == '\r' || c == '"';
  }
  return marks;
}

#ifdef __SSE2__
/// The same with vectors. Every byte counts how often it is equal in its place.
inline EndMarks end_marks(const char* block, char separator) {
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  const auto sum_of = [](__m128i counts) {
    const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    return static_cast<std::size_t>(_mm_cvtsi128_si32(sums)) +
           static_cast<std::size_t>(_mm_extract_epi16(sums, 4));
  };
  EndMarks marks;
  __m128i feeds = _mm_setzero_si128();
  __m128i others = _mm_setzero_si128();
  const auto look = [&](unsigned from) {
    __m128i ends = _mm_setzero_si128();
    for (unsigned i = from; i < from + EndMarks::kBytes / 2; i += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
      const __m128i feed = _mm_cmpeq_epi8(bytes, all('\n'));
      const __m128i end = _mm_or_si128(feed, _mm_cmpeq_epi8(bytes, all(separator)));
      others = _mm_or_si128(
          others, _mm_or_si128(_mm_cmpeq_epi8(bytes, all('\r')), _mm_cmpeq_epi8(bytes, all('"'))));
      feeds = _mm_sub_epi8(feeds, feed);
      ends = _mm_sub_epi8(ends, end);
      marks.ends |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(end))} << i;
    }
    return sum_of(ends);
  };
  marks.first = look(0);
  marks.count = marks.first + look(EndMarks::kBytes / 2);
  marks.feeds = sum_of(feeds);
  marks.has_others = _mm_movemask_epi8(others) != 0;
  return marks;
}
#else
inline EndMarks end_marks(const char* block, char separator) {
  return portable_end_marks(block, separator);
}
#endif

/// How many bytes of the text are this one.
std::size_t count_of(std::string_view text, char byte);

/// How many bytes the text begins with that are ASCII.
std::size_t ascii_size(std::string_view text);

}  // namespace tiendo
