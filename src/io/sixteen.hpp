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

/// How many bytes of the text are this one.
std::size_t count_of(std::string_view text, char byte);

/// How many bytes the text begins with that are ASCII.
std::size_t ascii_size(std::string_view text);

}  // namespace tiendo
