// What the forms of a work report share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/io/work_writer.hpp"

namespace tiendo {

// One cell of a row: the name of its column and what stands in it, "" for nothing.
struct WorkCell {
  std::string_view name;
  std::string text;
};

// All cells of a row in the order of the columns, numbers plain. Rows of all kinds have the same.
std::vector<WorkCell> work_cells(const WorkReport& report, const WorkRow& row,
                                 const Printing& printing);

// Whether rows of this kind count their parts.
bool counts_parts(WorkKind kind);

// The counts by the names of their columns, in their order.
std::vector<std::pair<std::string_view, int>> counts_of(const WorkCounts& counts);

// The exact fraction of a field, of 1 for percentages; "" where there is no figure. And its name.
std::string exact_text(const WorkRow& row, WorkField field);
std::string exact_name(WorkField field);

std::string write_work_csv(const WorkReport& report, const WriteOptions& options);
std::string write_work_json(const WorkReport& report, const WriteOptions& options);
// Earned value of the projects that have any, as a section of the tables; "" where none has.
std::string write_value_table(const WorkReport& report, const WriteOptions& options);
// As text or Markdown.
std::string write_work_tables(const WorkReport& report, const WriteOptions& options);

}  // namespace tiendo
