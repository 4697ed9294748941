// Which lists of a plan may stand in a table, and what the columns of each are.
#pragma once

#include <span>
#include <string_view>

#include "io/part_rows.hpp"
#include "tiendo/io/plan_tables.hpp"

namespace tiendo {

// A list of the plan file that may stand in a table.
struct PartTable {
  std::string_view list;  // its path: "/units"
  std::span<const TableColumn> columns;
  // Puts together what several columns say, after the row has been read; null for none.
  void (*finish)(Findings& findings, JsonNode& row) = nullptr;
};

// Null where the list stands in the file alone.
const PartTable* part_table(std::string_view list);

// The columns condition, value, upper, tolerance, in and then.… of a row, which stand in it as one
// object at "condition", as the key of the condition.
void finish_target(Findings& findings, JsonNode& row);

// The table that the list at the path was read from, or null.
const PlanTable* table_of(const PlanTables& tables, std::string_view list);

// Whether the name leads to a file in the folder or below it.
bool is_table_name(std::string_view name);
// The path of a table named in that file.
std::string path_beside(std::string_view file, std::string_view name);

// Reads all rows of a table, one after the other.
template <class Use>
void read_rows(Findings& findings, std::string_view text, const PartTable& part, Use use) {
  PartRows rows(findings, text, part.columns);
  JsonNode row;
  while (rows.next(row)) {
    if (part.finish) part.finish(findings, row);
    use(row);
  }
}

}  // namespace tiendo
