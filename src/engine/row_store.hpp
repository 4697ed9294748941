// The rows of a report as they are kept: whole ones, and those that follow from columns.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/known_sums.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo {

class Team;

// Rows next to each other that follow from columns: `rows` of one indicator from the row `first`
// on, with the targets from `column` on.
struct RowRun {
  std::size_t first;
  std::size_t rows;
  std::size_t column;
  Index indicator;
};

// So many rows are worth a job of their own beside others; columns of bits are in whole bytes then.
inline constexpr std::size_t kRowsTogether = 16384;

// A row of a unit that stands in the columns, and the run that it is alone, where it follows from
// sums.
struct RowAbove {
  Index unit;
  std::optional<RowRun> run;
};

// As what a row counts.
struct CountedRow {
  Index assigner;
  CountedAs as;
  Verdict provisional;
};
void count(const CountedRow& row, SummaryRow& summary, int times = 1);

// The sums that the plain rows of a report read.
class KeptSums {
 public:
  KeptSums() = default;
  KeptSums(const Request& request, const Period& window, const KnownSums& known);

  // Those of what was reached, and of what it is compared with; null where they are not kept.
  const UnitSums* now() const { return now_; }
  const UnitSums* before() const { return before_; }
  // Whether all that a row with this entry reads is in them.
  bool has(std::size_t entry) const;

 private:
  bool leaves_out_ = false;
  bool complete_ = false;
  const UnitSums* now_ = nullptr;
  const UnitSums* before_ = nullptr;
  const UnitSums* first_ = nullptr;
  const UnitSums* whole_ = nullptr;
};

struct ReportRows::Store {
  Plan plan;
  Request request;
  std::size_t rows_seen;  // of the log
  Reporters reporters;
  KnownSums known;
  KeptSums kept;
  // The sums of what was reached, and of what it is compared with; null where there are none.
  const UnitSums* now = nullptr;
  const UnitSums* before = nullptr;
  std::shared_ptr<const RollUpTree> tree;  // null where the units of the plan change
  // Of a request for rows of all levels the columns of the plan, with rows without a target.
  std::shared_ptr<const SoleTargets> all_columns;
  std::vector<RowRun> runs;  // in their order
  std::vector<RowPlace> places;
  std::vector<ReportRow> whole;
  VerdictColumns verdicts;    // of all rows
  ObservationLog no_reports;  // what is not known is not read from here

  Store(const ObservationLog& log, const Request& asked)
      : plan(log.plan()), request(asked), rows_seen(log.size()), no_reports(plan) {}

  const SoleTargets& columns() const { return all_columns ? *all_columns : plan.sole_targets(); }
  // What identifies the row of a column, and nothing else.
  ReportRow bare(Index column) const;
  // Finds out which rows follow from the sums that are known, by the team.
  void find_runs(Team& team);
  // The rows of a unit and of all above it that stand in the columns.
  std::vector<RowAbove> rows_from(Index indicator, Index unit) const;
  // Whether those follow from sums exactly if they did so far.
  bool follow_still(Index indicator, std::span<const RowAbove> rows) const;
  // Lets what these rows are judged by come from memory meanwhile.
  void fetch(std::span<const RowAbove> rows) const noexcept;
  // As what a row of a run counts, by its verdict.
  CountedRow counted(Index indicator, std::size_t row, std::size_t column) const;
  void fill_whole_rows(const ObservationLog& log, Watch& watch);
  ReportRow row(std::size_t at) const;
  // Finds out who reports, and how that goes up.
  void find_reporters(const ObservationLog& log);
  // Lets the tree follow from the reporters.
  void find_tree();
};

// Puts the rows of the request into the store, with what identifies them and nothing else; by the
// team.
void list_rows(ReportRows::Store& store, const ObservationLog& log, Team& team);
// Leaves those of an indicator and unit that `kept` says.
void keep_rows(ReportRows::Store& store, const std::function<bool(Index, Index)>& kept);
// The report of the rows that were listed, once its sums are known.
// As far as the watch lets it be made: of no use once that is stopped.
Report report_of(const std::shared_ptr<ReportRows::Store>& store, const ObservationLog& log,
                 Watch& watch);
// What evaluate() says, as far as the watch lets it be made, likewise.
Report evaluate(const ObservationLog& log, const Request& request, Watch& watch);

}  // namespace tiendo
