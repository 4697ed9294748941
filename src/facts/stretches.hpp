// Stretches of rows that come in the order of their units and, within these, of their indicators.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tiendo/base/id.hpp"

namespace tiendo {

// Where each of them begins, as long as there are few: a national log has some for each month. Room
// is made first and may fail; then rows are pushed, which cannot.
class Stretches {
 public:
  void make_room(std::size_t rows) {
    const std::size_t needed = std::min(starts_.size() + rows, kMost);
    if (needed > starts_.capacity()) {
      starts_.reserve(std::min(std::max(needed, 2 * starts_.capacity()), kMost));
    }
  }
  // There is room.
  void push(std::size_t row, std::uint64_t place) noexcept {
    if (row == 0 || place < last_) {
      if (starts_.size() == kMost) {
        are_few_ = false;
      } else {
        starts_.push_back(static_cast<Index>(row));
      }
    }
    last_ = place;
  }
  // The place is that of the last row that stays, if one does.
  void shorten(std::size_t rows, std::uint64_t place) noexcept {
    while (!starts_.empty() && starts_.back() >= rows) starts_.pop_back();
    last_ = place;
  }

  // Whether there are no more of them than starts().
  bool are_few() const noexcept { return are_few_; }
  std::span<const Index> starts() const noexcept { return starts_; }

 private:
  static constexpr std::size_t kMost = 4096;

  std::vector<Index> starts_;
  std::uint64_t last_ = 0;
  bool are_few_ = true;
};

}  // namespace tiendo
