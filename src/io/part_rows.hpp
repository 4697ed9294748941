// A table of parts of a plan: its columns are keys, a row is an object. The object is the same tree
// as from JSON, with the offsets of the cells, so that one reader reads both and finds faults where
// they stand.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "io/csv_table.hpp"
#include "io/json_fields.hpp"

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

// Goes through the rows of a text that the caller keeps alive. Faults in the form of the table go
// to the findings; a row with one is passed over.
class PartRows {
 public:
  PartRows(Findings& findings, std::string_view text, std::span<const TableColumn> columns);
  PartRows(const PartRows&) = delete;  // the table refers to the names
  PartRows& operator=(const PartRows&) = delete;

  // Reads the next row; false at the end. Cells that are empty are absent, as keys are.
  bool next(JsonNode& row);

 private:
  bool add_cell(JsonNode& row, std::size_t column);
  bool value_of(std::size_t column, JsonNode& value);
  bool steps_of(std::size_t column, JsonNode& value);
  bool refuse(Errc code, std::size_t column, const std::string& sentence);

  Findings& findings_;
  std::span<const TableColumn> columns_;
  std::vector<std::string_view> names_;
  CsvTable table_;
  bool usable_;
  std::size_t rows_ = 0;
};

}  // namespace tiendo
