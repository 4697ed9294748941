// Things by what they are: a table of the numbers of things that stand elsewhere, in the order in
// which they came.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tiendo/base/id.hpp"

namespace tiendo {

// Open addressing, at most half full. The caller says how to hash a thing and whether one is the
// thing that is looked for, which is asked of hardly any other.
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
    if (2 * (std::size_t{count_} + 1) <= slots_.size()) return;
    std::vector<Slot> larger(slots_.empty() ? kFirst : 2 * slots_.size());
    slots_.swap(larger);
    for (Index number = 0; number < count_; ++number) put(hash_of(number), number);
  }
  // There is room, and it is not there. Its number is the count so far.
  void add(std::uint64_t hash) noexcept { put(hash, count_++); }
  // Takes out the last that came: none has been put behind it since.
  void remove_last(std::uint64_t hash) noexcept {
    std::size_t at = hash & mask();
    while (slots_[at].number != count_ - 1) at = (at + 1) & mask();
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
  Index count_ = 0;
};

// All bits of the word play a part in all bits of the result.
constexpr std::uint64_t mixed(std::uint64_t word) noexcept {
  word ^= word >> 32;
  word *= 0xd6e8feb86659fd93U;
  word ^= word >> 32;
  return word * 0xd6e8feb86659fd93U ^ word >> 32;
}

}  // namespace tiendo
