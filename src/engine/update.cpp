// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Where a unit reports for an indicator of which nothing but units report, the sums of the unit and
// of those above it change, and the verdicts of their rows. Rows that are kept whole are filled
// again, as they may rest on anything. Where more than that may change, all is evaluated anew.

#include <algorithm>
#include <set>

#include "engine/composite.hpp"
#include "engine/row_store.hpp"
#include "engine/row_verdict.hpp"
#include "tiendo/base/watched.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo {
namespace {

class Updater {
 public:
  Updater(ReportRows::Store& store, std::vector<SummaryRow>& summary, const ObservationLog& log,
          Watch& watch)
      : store_(store), summary_(summary), log_(log), watch_(watch) {}

  // Whether the report is that of the log now; otherwise, as when the watch is stopped, it is of
  // no use any more.
  bool run() {
    if (store_.now == nullptr || store_.rows_seen > log_.size()) return false;
    std::set<std::pair<Index, Index>> cells;
    for (Row row = store_.rows_seen; row < log_.size(); ++row) {
      const LogCell cell = log_.cell(log_.cell_of(row));
      if (cell.project != kNone || !store_.reporters.has(cell.unit)) return false;
      cells.emplace(cell.indicator, cell.unit);
    }
    std::int64_t done = 0;
    if (!watch_.begin(Phase::adding_up, static_cast<std::int64_t>(cells.size()))) return false;
    for (const auto& [indicator, unit] : cells) {
      if (!renew(indicator, unit) || !watch_.ticks_on(++done)) return false;
    }
    fill_whole_rows();
    if (watch_.stopped()) return false;
    store_.rows_seen = log_.size();
    return true;
  }

 private:
  bool renew(Index indicator, Index unit) {
    for (const std::shared_ptr<UnitSums>& sums : store_.known.all()) sums->fetch(indicator, unit);
    const std::vector<RowAbove> rows = store_.rows_from(indicator, unit);
    store_.fetch(rows);
    count(indicator, rows, -1);
    for (const std::shared_ptr<UnitSums>& sums : store_.known.all()) {
      if (!sums->renew(log_, store_.rows_seen, indicator, unit)) return false;
    }
    if (!store_.follow_still(indicator, rows)) return false;
    count(indicator, rows, 1);
    return true;
  }

  void judge(const RowRun& run) {
    const RowVerdict said = verdict_of(store_, run);
    store_.verdicts.verdict[run.first] = said.verdict;
    store_.verdicts.provisional[run.first] = said.provisional;
  }

  // Judges rows and adds them to the summary, or takes them out.
  void count(Index indicator, std::span<const RowAbove> rows, int times) {
    for (const RowAbove& above : rows) {
      if (!above.run) continue;
      if (times > 0) judge(*above.run);
      if (store_.columns().target[above.run->column] == kNone) continue;
      const CountedRow row = store_.counted(indicator, above.run->first, above.run->column);
      tiendo::count(row, summary_of(row.assigner), times);
    }
  }

  void fill_whole_rows() {
    if (store_.whole.empty()) return;
    store_.known.alone = false;
    for (const ReportRow& row : store_.whole) count(row, -1);
    store_.fill_whole_rows(log_, watch_);
    for (const ReportRow& row : store_.whole) count(row, 1);
    for (std::size_t at = 0; at < store_.places.size(); ++at) {
      const Index whole = store_.places[at].whole;
      if (whole == kNone) continue;
      store_.verdicts.verdict[at] = store_.whole[whole].verdict;
      store_.verdicts.provisional[at] = store_.whole[whole].provisional;
    }
    store_.known.alone = true;
  }

  void count(const ReportRow& row, int times) {
    if (is_counted(counted_as(row))) tiendo::count(row, summary_of(row.assigner), times);
  }

  // Which rows there are does not change, so that each assigner has one already.
  SummaryRow& summary_of(Index assigner) {
    return *std::find_if(summary_.begin(), summary_.end(),
                         [assigner](const SummaryRow& row) { return row.assigner == assigner; });
  }

  ReportRows::Store& store_;
  std::vector<SummaryRow>& summary_;
  const ObservationLog& log_;
  Watch& watch_;
};

// As far as the watch lets it be made: of no use once that is stopped.
Report updated(Report report, const ObservationLog& log, Watch& watch) {
  std::shared_ptr<ReportRows::Store> store = report.rows.take_store();
  if (store != nullptr && store->rows_seen == log.size()) {
    report.rows = ReportRows(std::move(store));
    return report;
  }
  if (store == nullptr || !Updater(*store, report.summary, log, watch).run()) {
    if (watch.stopped()) return {report.plan, report.request, ReportRows(), {}};
    return evaluate(log, report.request, watch);
  }
  report.rows = ReportRows(std::move(store));
  return report;
}

}  // namespace

Report updated(Report report, const ObservationLog& log) {
  Watch unwatched;
  return updated(std::move(report), log, unwatched);
}

Result<Report> updated(Report report, const ObservationLog& log, const Run& run) {
  return watched(run, [&](Watch& watch) { return updated(std::move(report), log, watch); });
}

}  // namespace tiendo
