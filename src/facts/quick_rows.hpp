// The usual rows of columns, read without an object for each.
#pragma once

#include <array>
#include <span>

#include "facts/log_store.hpp"
#include "facts/row_keys.hpp"
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

// Adds all rows of columns without faults() or, when one of them is refused, none of them; the keys
// are as for QuickRows. @return a finding for each row that is refused
Diagnostics append_rows(LogStore& store, const ColumnRows& rows, const RowKeys& usual,
                        std::span<const RowKey> keys);

// What is wrong with a row of a call.
void add_finding(Diagnostics& findings, std::size_t row, const Error& problem);

// Adds usual rows to a log (RowKeys).
class QuickRows {
 public:
  // The keys are those of the rows; where there are none they are read here.
  QuickRows(LogStore& store, const RowKeys& rows, std::span<const RowKey> keys);

  // Adds the usual rows from `row` on, to the log. @return the first that is not, or their count
  std::size_t append_from(std::size_t row);

 private:
  static constexpr std::size_t kMostAhead = LogStore::Run::kMost;

  const RowKey* keys_from(std::size_t row, std::size_t end);
  Index context_of(const ContextKey& key);
  static bool make(const ContextKey& key, Context& context);
  void look_up(const RowKey* keys, std::size_t count);
  std::size_t fetch_others(const RowKey* keys, std::size_t rows);
  std::size_t add(std::size_t row, std::size_t end, const RowKey* keys);
  std::size_t add_run(std::size_t row, std::size_t end, const RowKey* keys, const Index* cells);
  bool add_among_others(std::size_t row, const RowKey& key);

  LogStore& store_;
  QuickState& state_;
  const RowKeys& rows_;
  std::span<const RowKey> keys_;
  std::size_t size_;
  std::array<RowKey, kMostAhead> own_keys_;
  std::array<Index, kMostAhead> cells_{};  // of each row its cell, or kNone where it has none yet
  std::size_t fetched_ = 0;                // rows, for fetch_others() to have done something
  std::size_t ahead_ = 1;  // how many rows are looked up at once: the more have been usual
};

}  // namespace tiendo
