// Rows of columns that one thread makes ready and another appends.
#pragma once

#include <optional>
#include <vector>

#include "facts/row_keys.hpp"

namespace tiendo {

// Used for one call of columns after the other. What it makes ready depends on the plan alone, so
// rows may come into the log meanwhile.
class ReadyRows {
 public:
  // For logs of the plan, which outlives it.
  explicit ReadyRows(const Plan& plan) : plan_(plan), kinds_(usual_kinds(plan)) {}

  // What the columns refer to stays as it is until the rows have been appended.
  void take(const ObservationColumns& columns);
  // After that, once: reads the keys of the rows, which else append_to() does on the way.
  void read_keys();
  // As ObservationLog::Batch::append_columns() of what was taken last.
  Diagnostics append_to(ObservationLog::Batch& batch) const;

 private:
  const Plan& plan_;
  std::vector<UsualKind> kinds_;
  ObservationColumns columns_;
  std::optional<ColumnRows> rows_;  // of the columns
  std::optional<RowKeys> usual_;
  std::vector<RowKey> keys_;  // as many as there are rows, once they are read
};

}  // namespace tiendo
