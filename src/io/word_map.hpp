/// @file
/// What the words of a column mean, each looked up once: a flat table of words, of which the last
/// sixteen bytes are compared as two integers.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "io/plain_rows.hpp"

namespace tiendo {

/// The last sixteen bytes of a word, or a shorter word behind zeros, which no word has.
class WordKey {
 public:
  static constexpr std::size_t kBytes = 16;

  /// Not the key of any word.
  WordKey() = default;
  explicit WordKey(const PlainField& field) {
    const std::size_t size = field.size < kBytes ? field.size : kBytes;
    if (field.before >= kBytes) {
      take(field.end - kBytes, size);
    } else {
      std::array<char, kBytes> copy{};
      std::memcpy(copy.data() + kBytes - size, field.end - size, size);
      take(copy.data(), size);
    }
  }

  std::uint64_t hash() const {
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
    const std::uint64_t both = last_ + first_ * kOdd;
    return (both ^ both >> 32) * kOdd;
  }
  friend bool operator==(const WordKey&, const WordKey&) = default;

 private:
  // Of the bytes from kMask + n on the last n are 0xff.
  static constexpr auto kMask = [] {
    std::array<unsigned char, 2 * kBytes> bytes{};
    for (std::size_t i = kBytes; i < bytes.size(); ++i) bytes[i] = 0xff;
    return bytes;
  }();

  static std::uint64_t load(const void* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }
  void take(const char* bytes, std::size_t size) {
    const unsigned char* const mask = kMask.data() + size;
    first_ = load(bytes) & load(mask);
    last_ = load(bytes + kBytes / 2) & load(mask + kBytes / 2);
  }

  std::uint64_t first_ = 0;
  std::uint64_t last_ = 0;
};

/// Words and what they mean, for a small Meaning.
template <class Meaning>
class WordMap {
 public:
  WordMap() : slots_(kFewest) {}

  /// What a field means whose key this is; null when it is not known. Valid until the next add().
  const Meaning* find(const WordKey& key, const PlainField& field) const {
    const bool is_short = field.size <= WordKey::kBytes;
    for (std::size_t at = start(key);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.word == kNoWord) return nullptr;
      if (slot.key == key && (is_short ? slot.word == kShort : is(slot.word, field.text()))) {
        return &slot.meaning;
      }
    }
  }

  /// Keeps what a field means that is not known yet.
  void add(const WordKey& key, const PlainField& field, const Meaning& meaning) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot slot{key, kShort, meaning};
    if (field.size > WordKey::kBytes) {
      slot.word = static_cast<std::uint32_t>(long_words_.size());
      long_words_.emplace_back(field.text());
    }
    put(slot);
    ++size_;
  }

  /// How many words are known.
  std::size_t size() const { return size_; }

 private:
  static constexpr std::uint32_t kNoWord = static_cast<std::uint32_t>(-1);  // the slot is free
  static constexpr std::uint32_t kShort = kNoWord - 1;                      // the key is the word

  struct Slot {
    WordKey key;
    std::uint32_t word = kNoWord;  // or the position of a longer one in long_words_
    Meaning meaning{};
  };
  static constexpr std::size_t kFewest = 64;

  bool is(std::uint32_t word, std::string_view text) const {
    return word < long_words_.size() && long_words_[word] == text;
  }

  std::size_t start(const WordKey& key) const { return key.hash() >> shift_; }

  void put(const Slot& slot) {
    std::size_t at = start(slot.key);
    while (slots_[at].word != kNoWord) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    --shift_;
    for (const Slot& slot : before) {
      if (slot.word != kNoWord) put(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  int shift_ = 58;           // leaves as many bits of a hash as it takes to number the slots
  std::size_t size_ = 0;
  std::vector<std::string> long_words_;
};

}  // namespace tiendo
