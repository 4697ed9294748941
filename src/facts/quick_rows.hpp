// The usual rows of columns, read without an object for each.
#pragma once

#include <array>

#include "facts/column_rows.hpp"
#include "facts/log_store.hpp"
#include "tiendo/facts/observation_columns.hpp"

namespace tiendo {

// Takes what is added to a log out again, unless it is kept.
class PartOfBatch {
 public:
  explicit PartOfBatch(LogStore& store) noexcept : store_(store), place_(store.begin()) {}
  PartOfBatch(const PartOfBatch&) = delete;
  PartOfBatch& operator=(const PartOfBatch&) = delete;
  ~PartOfBatch() {
    if (!kept_) store_.take_back(place_);
  }
  void keep() noexcept {
    store_.keep(place_);
    kept_ = true;
  }

 private:
  LogStore& store_;
  LogStore::Place place_;
  bool kept_ = false;
};

// A row is usual when it is a number of 64 bits, or the two of a ratio, of a unit as a whole, and
// nothing in it is at fault. What it would become is what ColumnRows makes of it.
class QuickRows {
 public:
  // Columns and rows are of one another, and have no faults().
  QuickRows(LogStore& store, const ObservationColumns& columns, const ColumnRows& rows);

  // Adds the usual rows from `row` on, to the log. @return the first that is not, or their count
  std::size_t append_from(std::size_t row);

 private:
  // Numbers of 64 bits, and which rows have one.
  struct Numbers {
    const std::int64_t* values = nullptr;
    const std::uint8_t* validity = nullptr;
    const std::uint8_t* scales = nullptr;
    int scale = 0;

    bool has(std::size_t row) const {
      if (values == nullptr) return false;
      return validity == nullptr || (validity[row / 8] >> row % 8 & 1) != 0;
    }
    int scale_of(std::size_t row) const { return scales == nullptr ? scale : scales[row]; }
  };
  // Where a row belongs: kNone for what there is not, and for the number of a new cell.
  struct Found {
    Index indicator = kNone;
    Index unit = kNone;
    Index number = kNone;
  };
  static constexpr std::size_t kMostAhead = 64;
  using Key = QuickState::Key;

  static Numbers numbers_of(const NumberColumn& column);
  bool is_bare(std::size_t row) const;
  bool numbers_fit(std::size_t row, const QuickState::Kind& kind) const;
  bool key_of(std::size_t row, const QuickState::Kind& kind, Key& key) const;
  Index context_of(const Key& key);
  static bool make(const Key& key, Context& context);
  void look_up(std::size_t row, std::size_t end);
  std::size_t fetch_others(std::size_t row, std::size_t end);
  bool add(std::size_t row, const Found& found);
  bool add_among_others(std::size_t row, const LogCell& cell, Index context);

  LogStore& store_;
  const ObservationColumns& columns_;
  const ColumnRows& rows_;
  QuickState& state_;
  bool usual_ = true;  // of the columns as a whole
  Index own_unit_;
  std::array<const Index*, 6> others_{};  // texts and projects, of which a usual row has none
  std::size_t others_count_ = 0;
  Numbers value_, numerator_, denominator_;
  std::array<Found, kMostAhead> found_{};
  std::size_t fetched_ = 0;  // rows, for fetch_others() to have done something
  std::size_t ahead_ = 1;    // how many rows are looked up at once: the more have been usual
};

}  // namespace tiendo
