// A column that grows in chunks: what is there stays where it is, so that growing never takes the
// memory of the whole column a second time.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace tiendo {

// Room is made first and may fail; then values are pushed, which cannot.
template <class T>
class Chunked {
 public:
  static constexpr std::size_t kShift = 16;
  static constexpr std::size_t kChunk = std::size_t{1} << kShift;

  std::size_t size() const noexcept { return size_; }
  const T& operator[](std::size_t at) const noexcept {
    return chunks_[at >> kShift][at & (kChunk - 1)];
  }
  T& operator[](std::size_t at) noexcept { return chunks_[at >> kShift][at & (kChunk - 1)]; }
  // Lets the value come from memory meanwhile.
  [[gnu::always_inline]] void fetch(std::size_t at) const noexcept {
    __builtin_prefetch(&(*this)[at]);
  }

  // The values from position number * kChunk on; at most kChunk of them.
  std::span<const T> chunk(std::size_t number) const noexcept {
    return {chunks_[number].get(), std::min(size_ - (number << kShift), kChunk)};
  }

  void make_room(std::size_t more) {
    while (room_ < size_ + more) grow(size_ + more);
  }
  // There is room.
  void push(T value) noexcept {
    assert(size_ < room_);
    (*this)[size_] = std::move(value);
    ++size_;
  }
  void shorten(std::size_t size) noexcept {
    while (size_ > size) (*this)[--size_] = T();
  }

 private:
  // The first chunk grows like a vector, so that a small column is small.
  void grow(std::size_t needed) {
    if (room_ >= kChunk) {
      chunks_.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
      room_ += kChunk;
      return;
    }
    const std::size_t room = std::min(kChunk, std::max({needed, 2 * room_, std::size_t{8}}));
    std::unique_ptr<T[]> larger = std::make_unique_for_overwrite<T[]>(room);
    if (chunks_.empty()) chunks_.emplace_back();
    if (size_ > 0) std::move(chunks_[0].get(), chunks_[0].get() + size_, larger.get());
    chunks_[0] = std::move(larger);
    room_ = room;
  }

  std::vector<std::unique_ptr<T[]>> chunks_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace tiendo
