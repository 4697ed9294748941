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
  /// Words are found quickest in the order in which they came before.
  const Meaning* find(const WordKey& key, const PlainField& field) {
    if (last_ < words_.size()) {
      const std::uint32_t next = words_[last_].next;
      if (is(words_[next], key, field)) {
        last_ = next;
        return &words_[next].meaning;
      }
      // One may be left out, which changes nothing.
      const std::uint32_t after = words_[next].next;
      if (is(words_[after], key, field)) {
        last_ = after;
        return &words_[after].meaning;
      }
    }
    return search(key, field);
  }

  /// Keeps what a field means that is not known yet.
  const Meaning& add(WordKey key, PlainField field, const Meaning& meaning) {
    if (2 * (words_.size() + 1) > slots_.size()) grow();
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back({key, kShort, 0, meaning});
    if (field.size > WordKey::kBytes) {
      words_.back().text = static_cast<std::uint32_t>(long_words_.size());
      long_words_.emplace_back(field.text());
    }
    put(key, number);
    return follow(number);
  }

  /// How many words are known.
  std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::uint32_t kFree = static_cast<std::uint32_t>(-1);
  static constexpr std::uint32_t kShort = kFree;  // the key is the word
  static constexpr std::size_t kFewest = 1024;

  struct Word {
    WordKey key;
    std::uint32_t text = kShort;  // or the position of a longer one in long_words_
    std::uint32_t next = 0;       // the word that followed when this one was met last
    Meaning meaning{};
  };
  // Slots that are all free.
  struct Slots : std::vector<std::uint32_t> {
    explicit Slots(std::size_t size) : std::vector<std::uint32_t>(size, kFree) {}
  };

  [[gnu::noinline]] const Meaning* search(WordKey key, PlainField field) {
    for (std::size_t at = start(key); slots_[at] != kFree; at = (at + 1) & (slots_.size() - 1)) {
      if (is(words_[slots_[at]], key, field)) return &follow(slots_[at]);
    }
    return nullptr;
  }

  bool is(const Word& word, const WordKey& key, const PlainField& field) const {
    if (word.key != key) return false;
    if (field.size <= WordKey::kBytes) return word.text == kShort;
    return word.text != kShort && is_long(word.text, field);
  }

  [[gnu::noinline]] bool is_long(std::uint32_t text, PlainField field) const {
    return long_words_[text] == field.text();
  }

  const Meaning& follow(std::uint32_t number) {
    if (last_ < words_.size()) words_[last_].next = number;
    last_ = number;
    return words_[number].meaning;
  }

  std::size_t start(const WordKey& key) const { return key.hash() >> shift_; }

  void put(const WordKey& key, std::uint32_t number) {
    std::size_t at = start(key);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = number;
  }

  void grow() {
    slots_ = Slots(2 * slots_.size());
    --shift_;
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
      put(words_[number].key, number);
    }
  }

  std::vector<Word> words_;
  std::size_t last_ = kFree;  // the word met last; beyond all words before the first
  Slots slots_;               // numbers of words; a power of two, at most half of them taken
  int shift_ = 54;            // leaves as many bits of a hash as it takes to number the slots
  std::vector<std::string> long_words_;
};

}  // namespace tiendo
