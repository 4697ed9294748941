// A column of which only some rows have a value: a bit for each row, and the values one after the
// other.
#pragma once

#include <bit>
#include <cstdint>

#include "facts/chunked.hpp"

namespace tiendo {

// Rows are added in their order; a row that is not added has no value.
template <class T, class Values = Chunked<T>>
class SparseColumn {
 public:
  // For values of `more` rows up to and including `last`.
  void make_room(std::size_t last, std::size_t more) {
    const std::size_t words = last / kBits + 1;
    if (words > bits_.size()) {
      bits_.make_room(words - bits_.size());
      before_.make_room(words - before_.size());
    }
    values_.make_room(more);
  }
  // There is room, and the row is after all others and from where it was shortened on.
  void add(std::size_t row, T value) noexcept {
    while (bits_.size() <= row / kBits) {
      bits_.push(0);
      before_.push(static_cast<std::uint32_t>(values_.size()));
    }
    bits_[row / kBits] |= std::uint64_t{1} << row % kBits;
    values_.push(std::move(value));
  }

  // The value of a row that has one.
  decltype(auto) operator[](std::size_t row) const noexcept { return values_[rank(row)]; }
  // How many rows before this one have a value: the position of the first value from it on.
  std::size_t rank(std::size_t row) const noexcept {
    if (row / kBits >= bits_.size()) return values_.size();
    const std::uint64_t below = (std::uint64_t{1} << row % kBits) - 1;
    return before_[row / kBits] +
           static_cast<std::size_t>(std::popcount(bits_[row / kBits] & below));
  }
  // Lets what rank() reads come from memory meanwhile.
  [[gnu::always_inline]] void fetch(std::size_t row) const noexcept {
    if (row / kBits >= bits_.size()) return;
    bits_.fetch(row / kBits);
    before_.fetch(row / kBits);
  }
  const Values& values() const noexcept { return values_; }

  // Takes out the values of the rows from `rows` on.
  void shorten(std::size_t rows) noexcept {
    values_.shorten(rank(rows));
    const std::size_t words = (rows + kBits - 1) / kBits;
    if (bits_.size() < words) return;
    bits_.shorten(words);
    before_.shorten(words);
    if (rows % kBits != 0) bits_[words - 1] &= (std::uint64_t{1} << rows % kBits) - 1;
  }

 private:
  static constexpr std::size_t kBits = 64;

  Chunked<std::uint64_t> bits_;
  Chunked<std::uint32_t> before_;  // values of the rows before the word
  Values values_;
};

}  // namespace tiendo
