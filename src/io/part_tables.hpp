// Which lists of a plan may stand in a table, and what the columns of each are.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

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

// Takes stretches of a table by two threads. What the other thread has read of one is put behind
// the rest while the next one is read.
template <class Plain, bool in_parts = Plain::kInParts>
class PartStretches {
 public:
  explicit PartStretches(Plain& plain) : plain_(plain) {}

  // As many as there are, of those that come next.
  void take(PartRows& rows, Team& team) {
    if (!rows.has_stretch()) return;
    for (std::vector<Part>* parts : {&parts_, &behind_}) {
      while (parts->size() < PartRows::kBlocks) parts->push_back(plain_.of_other_part());
    }
    const auto take = [this](const PlainRow& row) { return plain_.take(row); };
    const auto there = [this](std::size_t block, const PlainRow& row) {
      return parts_[block].take(row);
    };
    while (const auto taken = rows.take_parts(
               team, [this] { flush(); }, take, there)) {
      flush_ = *taken;
      std::swap(parts_, behind_);
    }
    flush();
    for (Part& part : parts_) part.forget();
  }

 private:
  using Part = decltype(std::declval<const Plain&>().of_other_part());

  void flush() {
    while (flush_.first < flush_.end) behind_[flush_.first++].flush();
    for (Part& part : behind_) part.forget();
  }

  Plain& plain_;
  std::vector<Part> parts_;
  std::vector<Part> behind_;  // what comes behind all that `plain_` has taken
  PartRows::Blocks flush_;    // of them
};
template <class Plain>
class PartStretches<Plain, false> {
 public:
  explicit PartStretches(const Plain&) {}
  void take(const PartRows&, const Team&) {}
};

// Reads all rows of a table, one after the other, as long as the watch goes on. Before each, `take`
// may have those that come next, see PartRows::take_plain; it is told the names of the columns
// once. Where the watch has two threads, some take stretches of large tables in parts.
template <class Use, class Start>
void read_rows(Findings& findings, std::string_view text, const PartTable& part, const Use& use,
               const Start& start, Watch* watch = nullptr) {
  PartRows rows(findings, text, part.columns, watch);
  auto plain = start(rows.header());
  const auto take = [&](const PlainRow& fields) { return plain.take(fields); };
  PartStretches<decltype(plain)> stretches(plain);
  JsonNode row;
  for (;;) {
    if (watch != nullptr && watch->threads() > 1) stretches.take(rows, watch->team());
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
