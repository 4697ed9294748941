/// @file
/// How the files of names find the name of an enumerator.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tiendo {

/// The name at the position of the enumerator; an enumerator past the end has none.
template <class Enum, std::size_t N>
constexpr std::string_view at(const std::array<std::string_view, N>& names, Enum which) noexcept {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? names[position] : std::string_view{};
}

}  // namespace tiendo
