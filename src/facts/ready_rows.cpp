// Tested by tests/unit/facts/observation_columns_test.cpp and observation_chunk_test.cpp of io.

#include "facts/ready_rows.hpp"

#include "facts/quick_rows.hpp"

namespace tiendo {

void ReadyRows::take(const ObservationColumns& columns) {
  columns_ = columns;
  rows_.emplace(plan_, columns_);
  usual_.emplace(plan_, kinds_, columns_, *rows_);
  keys_.clear();
}

void ReadyRows::read_keys() {
  if (!rows_->faults().empty()) return;
  keys_.resize(rows_->size());
  usual_->read(0, keys_.size(), keys_.data());
}

Diagnostics ReadyRows::append_to(ObservationLog::Batch& batch) const {
  Diagnostics findings = rows_->faults();
  if (!findings.empty()) return findings;
  return append_rows(LogAccess::store(batch), *rows_, *usual_, keys_);
}

}  // namespace tiendo
