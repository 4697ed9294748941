// Tested by tests/unit/facts/observation_log_test.cpp, observation_refusals_test.cpp and
// observation_memory_test.cpp beside it.

#include "tiendo/facts/observation_log.hpp"

#include "facts/column_rows.hpp"
#include "facts/log_store.hpp"
#include "facts/quick_rows.hpp"
#include "facts/resolve.hpp"

namespace tiendo {
ObservationLog::ObservationLog(Plan plan, std::size_t most_rows)
    : store_(std::make_unique<LogStore>(std::move(plan), most_rows)) {}
ObservationLog::ObservationLog(ObservationLog&&) noexcept = default;
ObservationLog& ObservationLog::operator=(ObservationLog&&) noexcept = default;
ObservationLog::~ObservationLog() = default;

const Plan& ObservationLog::plan() const noexcept { return store_->plan(); }
std::size_t ObservationLog::size() const noexcept { return store_->size(); }

Result<Row> ObservationLog::append(const Observation& observation) {
  const Result<Fact> resolved = resolve(plan(), observation);
  return resolved ? store_->enter(*resolved, observation) : resolved.error();
}

ObservationLog::Batch::Batch(ObservationLog& log) noexcept
    : log_(log), before_(log.store_->begin().rows) {}

ObservationLog::Batch::~Batch() {
  const LogStore::Place place{before_, 0, 0};
  if (kept_) {
    log_.store_->keep(place);
  } else {
    log_.store_->take_back(place);
  }
}

void ObservationLog::Batch::keep(int threads) {
  log_.store_->sums().renew(log_, threads);
  kept_ = true;
}

Result<Row> ObservationLog::Batch::append(const Observation& observation) {
  return log_.append(observation);
}

Diagnostics ObservationLog::append_all(const std::vector<Observation>& observations) {
  Batch batch(*this);
  Diagnostics findings;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Result<Row> row = batch.append(observations[i]);
    if (!row) add_finding(findings, i, row.error());
  }
  if (findings.empty()) batch.keep();
  return findings;
}

Diagnostics ObservationLog::append_columns(const ObservationColumns& columns) {
  Batch batch(*this);
  Diagnostics findings = batch.append_columns(columns);
  if (findings.empty()) batch.keep();
  return findings;
}

Diagnostics ObservationLog::Batch::append_columns(const ObservationColumns& columns) {
  LogStore& store = *log_.store_;
  const ColumnRows rows(store.plan(), columns);
  Diagnostics findings = rows.faults();
  if (!findings.empty()) return findings;
  return append_rows(store, rows, RowKeys(store.plan(), store.usual_kinds(), columns, rows), {});
}

std::string_view ObservationLog::work_stage(Row row) const { return store_->texts(row).work_stage; }
Fact ObservationLog::fact(Row row) const { return store_->fact(row); }
Observation ObservationLog::observation(Row row) const { return store_->observation(row); }

std::vector<Row> ObservationLog::rows_of(Index indicator, Index unit, Index project) const {
  return store_->rows_of(store_->cells().find({indicator, unit, project}));
}

bool ObservationLog::has_projects() const noexcept { return store_->has_projects(); }

std::vector<Index> ObservationLog::projects_of(Index indicator, Index unit) const {
  return store_->projects_of(indicator, unit);
}

std::size_t ObservationLog::cell_count() const noexcept { return store_->cells().size(); }
LogCell ObservationLog::cell(Index number) const noexcept { return store_->cells().cell(number); }
Index ObservationLog::find_cell(const LogCell& cell) const { return store_->cells().find(cell); }
Index ObservationLog::cell_of(Row row) const noexcept { return store_->cell_of(row); }

}  // namespace tiendo
