// The numbers of cells by their place in the plan: the unit's number times the count of indicators,
// and the indicator's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tiendo/base/id.hpp"

namespace tiendo {

// A country reports most of its cells, and in their order. So neighbours stand beside each other,
// in pages that are there only where there are cells.
class CellPlaces {
 public:
  // Places from here on have none: of so many the list of pages would be larger than their cells.
  static constexpr std::uint64_t kMost = std::uint64_t{1} << 28;

  // The number of the cell at a place, or kNone.
  Index find(std::uint64_t place) const noexcept {
    const std::uint64_t page = place / kPage;
    if (page >= page_of_.size() || page_of_[page] == kNone) return kNone;
    return pages_[page_of_[page]].numbers[place % kPage];
  }
  void make_room(std::uint64_t place) {
    const std::uint64_t page = place / kPage;
    if (page >= page_of_.size()) page_of_.resize(page + 1, kNone);
    if (page_of_[page] != kNone) return;
    pages_.emplace_back().numbers.fill(kNone);
    page_of_[page] = static_cast<Index>(pages_.size() - 1);
  }
  // There is room. kNone takes the cell away.
  void set(std::uint64_t place, Index number) noexcept {
    pages_[page_of_[place / kPage]].numbers[place % kPage] = number;
  }

 private:
  static constexpr std::uint64_t kPage = 32;
  struct Page {
    std::array<Index, kPage> numbers;
  };

  std::vector<Index> page_of_;
  std::vector<Page> pages_;
};

}  // namespace tiendo
