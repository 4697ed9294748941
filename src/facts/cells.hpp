// The cells of a log, in the order in which they were first reported.
#pragma once

#include <limits>

#include "facts/cell_places.hpp"
#include "facts/chunked.hpp"
#include "facts/number_table.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// The rows of a cell, of which each knows the one before it. The days are those of Date::days().
struct CellRows {
  Index last = kNone;
  // First day, and day after the last, of all periods; latest day of recording.
  std::int32_t start = std::numeric_limits<std::int32_t>::max();
  std::int32_t end = std::numeric_limits<std::int32_t>::min();
  std::int32_t recorded_on = std::numeric_limits<std::int32_t>::min();

  // Whether there is an index of their standings; then the first day is not known any more.
  bool is_long() const noexcept { return start == std::numeric_limits<std::int32_t>::min(); }
  void make_long() noexcept { start = std::numeric_limits<std::int32_t>::min(); }
};

class Cells {
 public:
  explicit Cells(std::size_t indicators) : indicators_(indicators) {}

  std::size_t size() const noexcept { return rows_.size(); }
  const LogCell& cell(std::size_t number) const noexcept { return cells_[number]; }
  const CellRows& operator[](std::size_t number) const noexcept { return rows_[number]; }
  CellRows& operator[](std::size_t number) noexcept { return rows_[number]; }

  // The number of the cell, or kNone.
  Index find(const LogCell& cell) const {
    return has_place(cell) ? places_.find(place_of(cell)) : find_other(cell);
  }
  // For this cell.
  void make_room(const LogCell& cell) {
    cells_.make_room(1);
    rows_.make_room(1);
    if (has_place(cell)) {
      places_.make_room(place_of(cell));
    } else {
      others_.make_room([&](Index number) { return hash_of(cells_[number]); });
    }
  }
  // There is room, and no such cell.
  Index add(const LogCell& cell) noexcept {
    const auto number = static_cast<Index>(cells_.size());
    cells_.push(cell);
    rows_.push({});
    if (has_place(cell)) {
      places_.set(place_of(cell), number);
    } else {
      others_.add(hash_of(cell), number);
    }
    return number;
  }
  void remove_last() noexcept {
    const auto number = static_cast<Index>(cells_.size() - 1);
    const LogCell& cell = cells_[number];
    if (has_place(cell)) {
      places_.set(place_of(cell), kNone);
    } else {
      others_.remove_last(hash_of(cell), number);
    }
    cells_.shorten(number);
    rows_.shorten(number);
  }

 private:
  [[gnu::noinline]] Index find_other(const LogCell& cell) const {
    return others_.find(hash_of(cell), [&](Index number) { return cells_[number] == cell; });
  }
  std::uint64_t place_of(const LogCell& cell) const noexcept {
    return std::uint64_t{cell.unit} * indicators_ + cell.indicator;
  }
  bool has_place(const LogCell& cell) const noexcept {
    return cell.project == kNone && place_of(cell) < CellPlaces::kMost;
  }
  std::uint64_t hash_of(const LogCell& cell) const noexcept {
    return mixed(mixed(place_of(cell)) ^ cell.project);
  }

  std::size_t indicators_;
  Chunked<LogCell> cells_;
  Chunked<CellRows> rows_;
  CellPlaces places_;   // of cells of a unit as a whole
  NumberTable others_;  // of projects, and in plans beyond all measure
};

}  // namespace tiendo
