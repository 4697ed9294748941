// Tested by tests/unit/base/word_table_test.cpp.

#include "tiendo/base/word_table.hpp"

#include <bit>
#include <cstring>

namespace tiendo {

// Eight bytes at a time, each multiplied and folded. A short end is read with
// its length, so that no two words of different lengths are one.
std::uint32_t WordTable::hash_of(std::string_view word) noexcept {
  constexpr std::uint64_t kFactor = 0x9e3779b97f4a7c15U;
  const auto mixed = [](std::uint64_t a) {
    a *= kFactor;
    return a ^ std::rotr(a, 29) ^ (a >> 47);
  };
  std::uint64_t hash = word.size();
  for (; word.size() > 8; word.remove_prefix(8)) {
    std::uint64_t part = 0;
    std::memcpy(&part, word.data(), 8);
    hash = mixed(hash ^ part);
  }
  std::uint64_t part = 0;
  if (!word.empty()) std::memcpy(&part, word.data(), word.size());
  hash = mixed(mixed(hash ^ part) + kFactor);
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace tiendo
