// Things by what they are: a table of the numbers of things that stand elsewhere.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tiendo/base/id.hpp"

namespace tiendo {

// Open addressing, at most half full. The caller says how to hash a thing and whether one is the
// thing that is looked for, which is asked of hardly any other. Each that comes has a higher number
// than those before it.
class NumberTable {
 public:
  // The number of the thing, or kNone.
  template <class Same>
  Index find(std::uint64_t hash, const Same& same) const {
    if (slots_.empty()) return kNone;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.number == kNone || (slot.tag == tag_of(hash) && same(slot.number))) {
        return slot.number;
      }
    }
  }
  // For one more; hash_of(number) for all there are.
  template <class HashOf>
  void make_room(const HashOf& hash_of) {
    if (2 * (count_ + 1) <= slots_.size()) return;
    std::vector<Slot> larger(slots_.empty() ? kFirst : 2 * slots_.size());
    std::vector<Index> numbers;  // as they came, for remove_last()
    numbers.reserve(count_);
    for (const Slot& slot : slots_) {
      if (slot.number != kNone) numbers.push_back(slot.number);
    }
    std::sort(numbers.begin(), numbers.end());
    slots_.swap(larger);
    for (const Index number : numbers) put(hash_of(number), number);
  }
  // There is room, and it is not there.
  void add(std::uint64_t hash, Index number) noexcept {
    put(hash, number);
    ++count_;
  }
  // Takes out the last that came: none has been put behind it since.
  void remove_last(std::uint64_t hash, Index number) noexcept {
    std::size_t at = hash & mask();
    while (slots_[at].number != number) at = (at + 1) & mask();
    slots_[at] = {};
    --count_;
  }

 private:
  struct Slot {
    Index number = kNone;
    std::uint32_t tag = 0;  // the upper half of the hash
  };
  static constexpr std::size_t kFirst = 16;

  static std::uint32_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 32);
  }
  std::size_t mask() const noexcept { return slots_.size() - 1; }
  void put(std::uint64_t hash, Index number) noexcept {
    std::size_t at = hash & mask();
    while (slots_[at].number != kNone) at = (at + 1) & mask();
    slots_[at] = {number, tag_of(hash)};
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

// All bits of the word play a part in all bits of the result.
constexpr std::uint64_t mixed(std::uint64_t word) noexcept {
  word ^= word >> 32;
  word *= 0xd6e8feb86659fd93U;
  word ^= word >> 32;
  return word * 0xd6e8feb86659fd93U ^ word >> 32;
}

}  // namespace tiendo
