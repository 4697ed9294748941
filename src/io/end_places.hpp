/// @file
/// Where the fields and lines of a text end, found a block of bytes at a time by the widest vectors
/// that the processor has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tiendo {

/// What has been found so far.
struct EndPlaces {
  static constexpr std::size_t kBlock = 64;  ///< bytes that are looked at together

  std::uint32_t* places;     ///< of separators and line feeds, one behind the other
  std::size_t found = 0;     ///< how many of them
  std::size_t feeds = 0;     ///< how many are line feeds
  bool has_returns = false;  ///< whether there are carriage returns
};

/// Looks through blocks of the text from `at` on, until so many ends are found, a quote stands in
/// the next block, or the text has no whole one any more. There is room for a block of places more
/// than are wanted; what stands behind those that are found means nothing.
/// @return where the next block begins
std::size_t find_ends(std::string_view text, std::size_t at, char separator, std::size_t wanted,
                      EndPlaces& ends) noexcept;

namespace detail {

/// A way to do it; all find the same.
using EndsWay = decltype(find_ends)*;

/// Those that the processor has, the best one last.
std::span<const EndsWay> ends_ways() noexcept;

}  // namespace detail

}  // namespace tiendo
