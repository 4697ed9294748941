// The cells of a log, in the order in which they were first reported.
#pragma once

#include <algorithm>
#include <limits>

#include "facts/chunked.hpp"
#include "facts/number_table.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// A cell and its rows, of which each knows the one before it. The days are those of Date::days().
struct CellRows {
  LogCell cell;
  Index last = kNone;
  // First day, and day after the last, of all periods; latest day of recording.
  std::int32_t start = std::numeric_limits<std::int32_t>::max();
  std::int32_t end = std::numeric_limits<std::int32_t>::min();
  std::int32_t recorded_on = std::numeric_limits<std::int32_t>::min();
  bool is_long = false;  // it has an index of its standings
};

class Cells {
 public:
  explicit Cells(std::size_t indicators) : indicators_(indicators) {}

  std::size_t size() const noexcept { return cells_.size(); }
  const CellRows& operator[](std::size_t number) const noexcept { return cells_[number]; }
  CellRows& operator[](std::size_t number) noexcept { return cells_[number]; }

  // The number of the cell, or kNone.
  Index find(const LogCell& cell) const {
    return numbers_.find(hash_of(cell), [&](Index number) { return cells_[number].cell == cell; });
  }
  // Whether it is one of the few that came in with or after this one; then its number.
  Index near(Index first, const LogCell& cell) const {
    const std::size_t end = std::min(std::size_t{first} + 4, size());
    for (std::size_t number = first; number < end; ++number) {
      if (cells_[number].cell == cell) return static_cast<Index>(number);
    }
    return kNone;
  }
  void make_room() {
    cells_.make_room(1);
    numbers_.make_room([&](Index number) { return hash_of(cells_[number].cell); });
  }
  // There is room, and no such cell.
  Index add(const LogCell& cell) noexcept {
    cells_.push({cell});
    numbers_.add(hash_of(cell));
    return static_cast<Index>(cells_.size() - 1);
  }
  void remove_last() noexcept {
    numbers_.remove_last(hash_of(cells_[cells_.size() - 1].cell));
    cells_.shorten(cells_.size() - 1);
  }

 private:
  // Neighbours in the plan are neighbours in the table, four at a time, and so in the caches.
  std::uint64_t hash_of(const LogCell& cell) const noexcept {
    const std::uint64_t place = std::uint64_t{cell.unit} * indicators_ + cell.indicator;
    return mixed(place >> 2 ^ std::uint64_t{cell.project + 1U} << 40) << 2 | (place & 3U);
  }

  std::size_t indicators_;
  Chunked<CellRows> cells_;
  NumberTable numbers_;
};

}  // namespace tiendo
