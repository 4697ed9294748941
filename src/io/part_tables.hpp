// Which lists of a plan may stand in a table, and what the columns of each are.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "base/team.hpp"
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

// Takes no row.
struct NoPlainParts {
  static constexpr bool kInParts = false;

  bool take(const PlainRow&) { return false; }
};

// What takes the second part of a stretch; nothing where none is taken so.
template <class Plain>
auto second_of(const Plain& plain) {
  if constexpr (Plain::kInParts) {
    return plain.of_second_part();
  } else {
    return NoPlainParts();
  }
}

// Reads all rows of a table, one after the other, as long as the watch goes on. Before each, `take`
// may have those that come next, see PartRows::take_plain; it is told the names of the columns
// once. Where the watch has two threads, some take stretches of large tables in parts; the second
// part of a stretch is put behind the first while that of the next is read.
template <class Use, class Start>
void read_rows(Findings& findings, std::string_view text, const PartTable& part, const Use& use,
               const Start& start, Watch* watch = nullptr) {
  PartRows rows(findings, text, part.columns, watch);
  auto plain = start(rows.header());
  const auto take = [&](const PlainRow& fields) { return plain.take(fields); };
  const bool has_two = watch != nullptr && watch->threads() > 1;
  auto second = second_of(plain);
  auto behind = second_of(plain);  // what comes behind all that `plain` has taken so far
  const auto take_second = [&](const PlainRow& fields) { return second.take(fields); };
  JsonNode row;
  for (;;) {
    if constexpr (decltype(plain)::kInParts) {
      const auto flush = [&] { behind.flush(); };
      while (has_two && rows.take_parts(watch->team(), flush, take, take_second)) {
        std::swap(second, behind);
      }
      behind.flush();
      second.forget();
    }
    rows.take_plain(take);
    if (!rows.next(row)) return;
    if (part.finish) part.finish(findings, row);
    use(row);
  }
}
template <class Use>
void read_rows(Findings& findings, std::string_view text, const PartTable& part, const Use& use) {
  read_rows(findings, text, part, use, [](const auto&) { return NoPlainParts(); });
}

}  // namespace tiendo
