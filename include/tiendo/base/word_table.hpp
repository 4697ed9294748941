/// @file
/// Words and their numbers: a flat hash of 8 bytes a slot for the hundreds of
/// thousands of ids that a national plan has. The words themselves stay where
/// they are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tiendo/base/id.hpp"

namespace tiendo {

/// Which number a word has. The caller keeps the words, and says by
/// `word_of(number)` which it is. Copied with them; safe to read from many
/// threads.
class WordTable {
 public:
  /// The number of the word, or kNone.
  template <class WordOf>
  Index find(std::string_view word, const WordOf& word_of) const {
    if (slots_.empty()) return kNone;
    return slots_[slot_of(hash_of(word), word, word_of)].number;
  }

  /// The number of the word. One that has none gets what `keep()` returns, who
  /// stores the word; when that throws, nothing has changed.
  template <class WordOf, class Keep>
  Index put(std::string_view word, const WordOf& word_of, const Keep& keep) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    const std::uint32_t hash = hash_of(word);
    Slot& slot = slots_[slot_of(hash, word, word_of)];
    if (slot.number != kNone) return slot.number;
    slot = {hash, keep()};
    ++count_;
    return slot.number;
  }

  /// Makes room for so many words.
  void reserve(std::size_t words) {
    if (slots_.empty()) slots_.resize(size_for(words));
  }

  /// Lets go of all words, and keeps their room.
  void clear() noexcept {
    std::fill(slots_.begin(), slots_.end(), Slot());
    count_ = 0;
  }

  /// How many words it has.
  std::size_t size() const noexcept { return count_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Index number = kNone;
  };

  static std::size_t size_for(std::size_t words) {
    std::size_t size = 16;
    while (size < 2 * (words + 1)) size *= 2;
    return size;
  }

  static std::uint32_t hash_of(std::string_view word) noexcept;

  // Where the word stands, or the free slot in which it would.
  template <class WordOf>
  std::size_t slot_of(std::uint32_t hash, std::string_view word, const WordOf& word_of) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != kNone &&
           (slots_[at].hash != hash || word_of(slots_[at].number) != word)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  // The hashes are there, so that no word is looked at again.
  void grow() {
    std::vector<Slot> old(size_for(2 * count_ + 8));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.number == kNone) continue;
      std::size_t at = slot.hash & mask;
      while (slots_[at].number != kNone) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  // none, or a power of two
  std::size_t count_ = 0;
};

}  // namespace tiendo
