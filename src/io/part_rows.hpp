// A table of parts of a plan: its columns are keys, a row is an object. The object is the same tree
// as from JSON, with the offsets of the cells, so that one reader reads both and finds faults where
// they stand.
#pragma once

#include <algorithm>
#include <cstdint>
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

  // The names of the columns that are there, in their order.
  std::vector<std::string_view> header() const { return table_.header(); }
  // Lets `take` have the rows that come next, as long as none of their fields is quoted and it
  // returns true. They stand in so many bytes at most.
  template <class Take>
  void take_plain(const Take& take, std::size_t bytes = std::string_view::npos) {
    if (!may_be_plain()) return;
    PlainRows rows(table_.width(), table_.separator());
    // Where every other row is another one, not many should be split in vain.
    for (std::size_t most = kFewestRows;; most = std::min(2 * most, kMostRows)) {
      most = std::min(most, kMaxValues - rows_);
      const std::size_t found = rows.split(table_.lines().substr(0, bytes), most);
      const std::size_t taken = take_from(rows, found, take);
      bytes -= rows.bytes(taken);
      table_.skip(rows.bytes(taken), taken);
      rows_ += taken;
      if (taken < most || most == 0 || !goes_on()) return;
    }
  }
  // The same of the first third of a stretch of so many bytes, while another thread lets `there`
  // have those of the rest; `begun` is called first. @return whether these
  // come next, and are passed over; for certain they are rows of the table only if all before them
  // were taken. Where they are not, it is tried again after some thousand rows.
  template <class Begun, class Take, class There>
  bool take_parts(Team& team, const Begun& begun, const Take& take, const There& there,
                  std::size_t stretch = kStretch) {
    if (!may_be_plain() || rows_ < try_again_) return false;
    const std::string_view lines = table_.lines();
    if (lines.size() < stretch) return false;
    const std::size_t first = lines.find('\n', stretch / 3) + 1;
    const std::size_t end = lines.find('\n', std::max(first, stretch - 1)) + 1;
    if (first == 0 || end == 0) return false;
    const std::string_view second = lines.substr(first, end - first);
    const std::int64_t start = table_.passed();
    std::size_t bytes = 0;
    std::size_t count = 0;
    const auto take_second = [&](std::size_t) {
      PlainRows rows(table_.width(), table_.separator());
      for (std::size_t taken = 1; taken > 0 && (watch_ == nullptr || !watch_->stopped());) {
        const std::size_t found = rows.split(second.substr(bytes), kMostRows);
        taken = take_from(rows, found, there);
        bytes += rows.bytes(taken);
        count += taken;
        if (taken < found) return;
      }
    };
    team.beside(2, take_second, [&] {
      begun();
      take_plain(take, first);
    });
    const bool whole = table_.passed() - start == static_cast<std::int64_t>(first);
    if (!whole || count > kMaxValues - rows_ || !goes_on()) {
      try_again_ = rows_ + kMostRows;
      return false;
    }
    table_.skip(bytes, count);
    rows_ += count;
    return true;
  }

  // Reads the next row; false at the end, and when it is not to go on. Cells that are empty are
  // absent, as keys are.
  bool next(JsonNode& row);

 private:
  static constexpr std::size_t kFewestRows = 8;
  static constexpr std::size_t kMostRows = 4096;
  static constexpr std::size_t kStretch = std::size_t{1} << 19;  // bytes that two threads read

  bool may_be_plain() const { return usable_ && !findings_.full() && table_.width() >= 2; }
  // @return how many of the rows that have been found are taken
  template <class Take>
  std::size_t take_from(const PlainRows& rows, std::size_t found, const Take& take) const {
    PlainRow row(rows, found == 0 ? 0 : table_.width());
    std::size_t taken = 0;
    while (taken < found && take(row.at(taken))) ++taken;
    return taken;
  }
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

}  // namespace tiendo
