// A table of parts of a plan: its columns are keys, a row is an object. The object is the same tree
// as from JSON, with the offsets of the cells, so that one reader reads both and finds faults where
// they stand.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/team.hpp"
#include "io/csv_table.hpp"
#include "io/json_fields.hpp"
#include "io/plain_rows.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/base/run.hpp"

namespace tiendo {

// How a cell becomes a value.
enum class Cell {
  text,
  whole,    // a whole number
  texts,    // a list, with semicolons between the items
  codes,    // such a list of official codes: "26740", "26740 2004-01-01..2025-07-01"
  profile,  // a word, or such a list of steps: "2024-Q1: 0.2; 2024-Q2: 0.8"
};

// A column, and the key that it stands for: "name.vi" is the key vi in the object at the key name.
struct TableColumn {
  std::string_view name;
  std::string_view key;
  Cell cell = Cell::text;
  bool needed = false;
};

// The fields of one of the rows that have been split.
class PlainRow {
 public:
  PlainRow(const PlainRows& rows, std::size_t width) {
    for (std::size_t field = 0; field < width; ++field) fields_.push_back(rows.column(field));
  }

  // The same of another row.
  const PlainRow& at(std::size_t row) {
    row_ = row;
    return *this;
  }
  PlainField operator[](std::size_t field) const { return fields_[field][row_]; }

 private:
  std::vector<PlainColumn> fields_;
  std::size_t row_ = 0;
};

// Goes through the rows of a text that the caller keeps alive. Faults in the form of the table go
// to the findings; a row with one is passed over.
class PartRows {
 public:
  PartRows(Findings& findings, std::string_view text, std::span<const TableColumn> columns,
           Watch* watch = nullptr);
  PartRows(const PartRows&) = delete;  // the table refers to the names
  PartRows& operator=(const PartRows&) = delete;

  static constexpr std::size_t kBlocks = 8;  // of a stretch
  static constexpr std::size_t kFewestBlocks = 4;

  // The names of the columns that are there, in their order.
  std::vector<std::string_view> header() const { return table_.header(); }
  // Lets `take` have the rows that come next, as long as none of their fields is quoted and it
  // returns true.
  template <class Take>
  void take_plain(const Take& take) {
    take_plain(take, std::string_view::npos, kFewestRows);
  }
  // Whether take_parts() may find one.
  bool has_stretch() {
    return may_be_plain() && rows_ >= try_again_ && table_.lines().size() >= kFewestBlocks * kBlock;
  }
  // Blocks of rows, by their numbers.
  struct Blocks {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  // The same of a stretch that is cut into at most kBlocks blocks, by two threads, each as far as
  // it gets: `take` has the rows of those in front, while there(block, row) has those of the others
  // in another thread, from the last block on; `begun` is called before `take`. @return the blocks
  // that come next, of which `there` has had all rows and which are passed over; what it has had of
  // others behind them is not passed. Nothing where there is no such stretch, or `take` has not
  // taken its part; after rows that were not taken it is tried again some thousand rows later.
  template <class Begun, class Take, class There>
  std::optional<Blocks> take_parts(Team& team, const Begun& begun, const Take& take,
                                   const There& there, std::size_t block = kBlock);

  // Reads the next row; false at the end, and when it is not to go on. Cells that are empty are
  // absent, as keys are.
  bool next(JsonNode& row);

 private:
  static constexpr std::size_t kFewestRows = 8;
  static constexpr std::size_t kMostRows = 4096;
  static constexpr std::size_t kBlock = std::size_t{1} << 16;  // bytes

  bool may_be_plain() const { return usable_ && !findings_.full() && table_.width() >= 2; }
  // Those that stand in so many bytes at most; so many are looked at first.
  template <class Take>
  void take_plain(const Take& take, std::size_t bytes, std::size_t first) {
    if (!may_be_plain()) return;
    PlainRows rows(table_.width(), table_.separator());
    // Where every other row is another one, not many should be split in vain.
    for (std::size_t most = first;; most = std::min(2 * most, kMostRows)) {
      most = std::min(most, kMaxValues - rows_);
      const std::size_t found = rows.split(table_.lines().substr(0, bytes), most);
      const std::size_t taken = take_from(rows, found, take);
      bytes -= rows.bytes(taken);
      table_.skip(rows.bytes(taken), taken);
      rows_ += taken;
      if (taken < most || most == 0 || !goes_on()) return;
    }
  }
  // @return how many rows of the block are taken, if all are
  template <class Take>
  std::optional<std::size_t> take_all(std::string_view block, const Take& take) const {
    PlainRows rows(table_.width(), table_.separator());
    std::size_t count = 0;
    while (!block.empty()) {
      const std::size_t found = rows.split(block, kMostRows);
      const std::size_t taken = take_from(rows, found, take);
      if (taken < found || taken == 0) return std::nullopt;
      block.remove_prefix(rows.bytes(taken));
      count += taken;
    }
    return count;
  }
  std::vector<std::string_view> cut(std::size_t block);
  // @return how many of the rows that have been found are taken
  template <class Take>
  std::size_t take_from(const PlainRows& rows, std::size_t found, const Take& take) const {
    PlainRow row(rows, found == 0 ? 0 : table_.width());
    std::size_t taken = 0;
    while (taken < found && take(row.at(taken))) ++taken;
    return taken;
  }
  bool is_stopped() const { return watch_ != nullptr && watch_->stopped(); }
  bool goes_on() { return watch_ == nullptr || watch_->goes_on(table_.passed()); }
  bool ticks_on() { return watch_ == nullptr || watch_->ticks_on(table_.passed()); }
  bool add_cell(JsonNode& row, std::size_t column);
  bool value_of(std::size_t column, JsonNode& value);
  bool steps_of(std::size_t column, JsonNode& value);
  bool refuse(Errc code, std::size_t column, const std::string& sentence);

  Findings& findings_;
  Watch* watch_;  // null where nobody watches
  std::span<const TableColumn> columns_;
  std::vector<std::string_view> names_;
  CsvTable table_;
  bool usable_;
  std::size_t rows_ = 0;
  std::size_t try_again_ = 0;  // to take parts, once there are so many rows
};

template <class Begun, class Take, class There>
std::optional<PartRows::Blocks> PartRows::take_parts(Team& team, const Begun& begun,
                                                     const Take& take, const There& there,
                                                     std::size_t block) {
  if (!may_be_plain() || rows_ < try_again_) return std::nullopt;
  const std::vector<std::string_view> blocks = cut(block);
  if (blocks.size() < kFewestBlocks) return std::nullopt;
  std::atomic<std::size_t> begun_blocks = 0;
  const auto may_begin = [&] { return begun_blocks++ < blocks.size(); };
  std::vector<std::size_t> rows(blocks.size());
  std::size_t end = blocks.size();  // before what `there` has not taken
  const auto from_the_back = [&](std::size_t) {
    for (std::size_t at = blocks.size(); may_begin() && !is_stopped();) {
      --at;
      const auto taken = take_all(blocks[at], [&](const PlainRow& row) { return there(at, row); });
      if (!taken) end = at;
      rows[at] = taken.value_or(0);
    }
  };
  std::size_t first = 0;
  bool whole = true;
  team.beside(2, from_the_back, [&] {
    begun();
    while (whole && may_begin()) {
      const std::int64_t passed = table_.passed();
      take_plain(take, blocks[first].size(), kMostRows);
      whole =
          table_.passed() - passed == static_cast<std::int64_t>(blocks[first].size()) && goes_on();
      ++first;
    }
    begun_blocks = blocks.size();
  });
  try_again_ = whole ? 0 : rows_ + kMostRows;
  if (!whole || !goes_on()) return std::nullopt;
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (std::size_t at = first; at < end; ++at) {
    bytes += blocks[at].size();
    count += rows[at];
  }
  if (count > kMaxValues - rows_) {
    try_again_ = kMaxValues;
    return std::nullopt;
  }
  table_.skip(bytes, count);
  rows_ += count;
  if (end < blocks.size()) try_again_ = rows_ + kMostRows;
  return Blocks{first, end};
}

}  // namespace tiendo
