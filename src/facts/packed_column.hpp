// A column of integers of which most are near to their neighbours: those are kept in half the
// bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace tiendo {

// Room is made first and may fail; then values are pushed, which cannot.
//
// Values are packed a block at a time, once so many are there. A block has a base that most of its
// values are near to, and what each is above it in a Narrow; the highest numbers of a Narrow say
// which of the values beside is meant. A block of which many would be beside is kept as it is.
template <class Wide, class Narrow, std::size_t kBits = 12>
class PackedColumn {
  using Bits = std::make_unsigned_t<Wide>;

 public:
  static constexpr std::size_t kBlock = std::size_t{1} << kBits;

  std::size_t size() const noexcept { return first_open() + open_.size(); }
  Wide operator[](std::size_t at) const noexcept {
    const std::size_t number = at >> kBits;
    if (number >= blocks_.size()) return open_[at - first_open()];
    return blocks_[number].view()[at & (kBlock - 1)];
  }
  // Lets the value come from memory meanwhile.
  [[gnu::always_inline]] void fetch(std::size_t at) const noexcept {
    if (at < first_open()) blocks_[at >> kBits].view().fetch(at & (kBlock - 1));
  }

  // The values from position number * kBlock on, at most kBlock of them. Holds until the column
  // changes.
  class View {
   public:
    std::size_t size() const noexcept { return size_; }
    Wide operator[](std::size_t at) const noexcept {
      if (codes_ == nullptr) return beside_[at];
      const Narrow code = codes_[at];
      return code < kFirstBeside ? static_cast<Wide>(base_ + code) : beside_[code - kFirstBeside];
    }

    [[gnu::always_inline]] void fetch(std::size_t at) const noexcept {
      if (codes_ == nullptr) return __builtin_prefetch(beside_ + at);
      __builtin_prefetch(codes_ + at);
    }

   private:
    friend class PackedColumn;
    View(const Narrow* codes, const Wide* beside, Bits base, std::size_t size)
        : codes_(codes), beside_(beside), base_(base), size_(size) {}

    const Narrow* codes_;
    const Wide* beside_;
    Bits base_;
    std::size_t size_;
  };
  View view(std::size_t number) const noexcept {
    if (number < blocks_.size()) return blocks_[number].view();
    const std::size_t first = (number << kBits) - first_open();
    return {nullptr, open_.data() + first, 0, std::min(open_.size() - first, kBlock)};
  }

  void make_room(std::size_t more) {
    if (open_.size() >= kBlock) pack();
    const std::size_t needed = open_.size() + more;
    // Small columns grow like a vector, so that they are small.
    if (needed > open_.capacity()) {
      open_.reserve(std::max(needed, std::min(2 * open_.capacity(), kBlock)));
    }
  }
  // There is room.
  void push(Wide value) noexcept {
    assert(open_.size() < open_.capacity());
    open_.push_back(value);
  }
  void push(std::span<const Wide> values) noexcept {
    assert(open_.size() + values.size() <= open_.capacity());
    open_.insert(open_.end(), values.begin(), values.end());
  }
  void shorten(std::size_t size) noexcept {
    if (size >= this->size()) return;
    if (size < first_open()) unpack(size >> kBits);
    open_.resize(size - first_open());
  }

 private:
  // Numbers from here on say which of the values beside.
  static constexpr std::size_t kMostBeside = kBlock / 4;
  static constexpr Narrow kFirstBeside =
      static_cast<Narrow>(std::numeric_limits<Narrow>::max() - kMostBeside);

  struct Block {
    std::unique_ptr<Narrow[]> above;  // of each value; nothing where all are beside
    std::unique_ptr<Wide[]> beside;
    Bits base = 0;

    View view() const noexcept { return {above.get(), beside.get(), base, kBlock}; }
  };

  std::size_t first_open() const noexcept { return blocks_.size() << kBits; }

  // Of some values the middle one, which most are near to where most are near to each other.
  static Bits base_of(std::span<const Wide, kBlock> values) {
    constexpr std::size_t kSome = std::min<std::size_t>(15, kBlock);
    std::array<Wide, kSome> some{};
    for (std::size_t i = 0; i < kSome; ++i) some[i] = values[(2 * i + 1) * kBlock / (2 * kSome)];
    std::nth_element(some.begin(), some.begin() + kSome / 2, some.end());
    return static_cast<Bits>(some[kSome / 2]) - static_cast<Bits>(kFirstBeside / 2);
  }

  static Block packed(std::span<const Wide, kBlock> values) {
    Block block;
    const Bits base = block.base = base_of(values);
    const auto above_base = [base](Wide value) -> Bits { return static_cast<Bits>(value) - base; };
    std::size_t beside = 0;
    for (const Wide value : values) beside += above_base(value) >= kFirstBeside ? 1U : 0U;
    if (beside > kMostBeside) {
      block.beside = std::make_unique_for_overwrite<Wide[]>(kBlock);
      std::copy(values.begin(), values.end(), block.beside.get());
      return block;
    }
    block.above = std::make_unique_for_overwrite<Narrow[]>(kBlock);
    Narrow* const codes = block.above.get();
    for (std::size_t i = 0; i < kBlock; ++i) codes[i] = static_cast<Narrow>(above_base(values[i]));
    if (beside == 0) return block;
    block.beside = std::make_unique_for_overwrite<Wide[]>(beside);
    std::size_t number = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      if (above_base(values[i]) < kFirstBeside) continue;
      codes[i] = static_cast<Narrow>(kFirstBeside + number);
      block.beside[number++] = values[i];
    }
    return block;
  }

  // All or nothing.
  void pack() {
    std::vector<Block> packed_blocks;
    std::size_t done = 0;
    for (; done + kBlock <= open_.size(); done += kBlock) {
      packed_blocks.push_back(packed(std::span<const Wide, kBlock>(open_.data() + done, kBlock)));
    }
    const std::size_t needed = blocks_.size() + packed_blocks.size();
    if (needed > blocks_.capacity()) blocks_.reserve(std::max(needed, 2 * blocks_.capacity()));
    std::move(packed_blocks.begin(), packed_blocks.end(), std::back_inserter(blocks_));
    open_.erase(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(done));
  }

  // Lets the values from this block on be open again, as far as they are of it. Where one has been
  // packed there is room for it.
  void unpack(std::size_t number) noexcept {
    assert(open_.capacity() >= kBlock);
    open_.resize(kBlock);
    const View values = view(number);
    for (std::size_t i = 0; i < kBlock; ++i) open_[i] = values[i];
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(number), blocks_.end());
  }

  std::vector<Block> blocks_;
  std::vector<Wide> open_;  // what is behind them
};

}  // namespace tiendo
