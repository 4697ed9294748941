/// @file
/// The log of facts: append-only, so that what was known on any day can be asked again.
///
/// A correction is a new observation with a later recorded_on (or a higher revision); nothing is
/// overwritten and nothing is taken out. The log keeps columns, not objects: fact(i) puts one row
/// together from them. A number of 64 bits takes 10 to 18 bytes, one of a ratio 14 to 26, the less
/// the nearer numbers are to those beside them; what many rows have in common (period, form,
/// status, day of recording and so on) is kept once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/facts/observation.hpp"
#include "tiendo/facts/observation_columns.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Position of an observation in its log.
using Row = std::size_t;

/// What a row is of: positions in the plan.
struct LogCell {
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;  ///< kNone for the unit as a whole

  friend bool operator==(const LogCell&, const LogCell&) = default;
};

/// What few reports say: a result that is no number, a verdict given by hand.
struct Extra {
  Decimal upper;      ///< of a range
  std::string words;  ///< of a result in words
  Verdict verdict = Verdict::none;
  std::string judge;  ///< who gave the verdict

  friend bool operator==(const Extra&, const Extra&) = default;
};

/// A row as the engine reads it: ids are positions in the plan, defaults are filled in.
struct Fact {
  Row row;
  Index indicator;
  Index unit;
  Index project;  ///< kNone for a report of the unit as a whole
  Period period;
  Form form;
  Standing standing;  ///< of "yes" and "no" value: they are 1 and 0
  Status status;
  Qualifier qualifier;
  Date recorded_on;
  std::int32_t revision;
  /// Whether it is of a stage of its project before the last one, and so does not count.
  bool earlier_stage;
  /// The number, the numerator of a ratio, or the lower end of a range.
  Decimal value;
  /// 1 for all but ratios.
  Decimal denominator = 1;
  /// Null for a plain number without a verdict. Shared with the log.
  std::shared_ptr<const Extra> extra = nullptr;
  /// In a selection, of what was reported as unchanged: the report whose result it took, in the
  /// end.
  std::optional<Row> taken_from = std::nullopt;

  /// The verdict given by hand; none if there is none.
  Verdict verdict() const noexcept { return extra ? extra->verdict : Verdict::none; }
};

class LogStore;  // the columns; src/facts/log_store.hpp

/// What has been reported for a plan. Movable, not copyable. One thread may append while no other
/// reads; any number may read while none appends.
class ObservationLog {
 public:
  /// An empty log for a plan, which it shares, with room for so many rows (at most kMaxLogRows).
  explicit ObservationLog(Plan plan, std::size_t most_rows = kMaxLogRows);
  ObservationLog(ObservationLog&&) noexcept;
  ObservationLog& operator=(ObservationLog&&) noexcept;
  ~ObservationLog();

  /// The plan of the log.
  const Plan& plan() const noexcept;
  /// How many rows it has.
  std::size_t size() const noexcept;

  /// Adds a row. On failure the log is as it was.
  ///
  /// @return its position, or unknown_indicator, unknown_unit, unknown_project, unit_missing,
  /// value_missing, value_scale, parts_needed, parts_refused, result_conflict, composite_reported,
  /// form_conflict, revision_negative, unknown_stage, range_reversed, verdict_and_judge,
  /// observations_disagree (a row of the same cell, period, form, day of recording, status and
  /// revision gives another value or verdict), too_many_values (the log is full). A ratio of
  /// nothing (0/0, 3/0) is a report like any other: its parts count in the sums of others
  Result<Row> append(const Observation& observation);

  /// Adds all rows or, when one of them is refused, none.
  /// @return one finding for each refused row, at the path "/N" of its position in `observations`
  Diagnostics append_all(const std::vector<Observation>& observations);

  /// Adds all rows of the columns or, when one of them is refused, none.
  ///
  /// @return one finding for each refused row, at the path "/N" of its position: the errors of
  /// append(); number_out_of_range for a position beyond its dictionary; period_empty and
  /// date_out_of_range for days; number_too_long for a scale; one without a path, field_count, when
  /// a column has another number of rows than there are indicators
  Diagnostics append_columns(const ObservationColumns& columns);

  /// The row as it was appended, with defaults filled in. The row must exist.
  Observation observation(Row row) const;
  /// The stage of the work that the row is of, "" for none. The row must exist; valid until the
  /// next append.
  std::string_view work_stage(Row row) const;
  /// The row as the engine reads it. The row must exist.
  Fact fact(Row row) const;

  /// The rows of one cell (indicator, unit, project or kNone), in the order of appending.
  std::vector<Row> rows_of(Index indicator, Index unit, Index project = kNone) const;
  /// The projects with rows for the indicator and unit, in the order of the plan.
  std::vector<Index> projects_of(Index indicator, Index unit) const;
  /// Whether any row is of a project.
  bool has_projects() const noexcept;

  /// How many cells have rows. A cell has a number below that, in the order of their first rows,
  /// and keeps it while it has rows.
  std::size_t cell_count() const noexcept;
  /// The cell with this number, below cell_count().
  LogCell cell(Index number) const noexcept;
  /// The number of the cell, or kNone when it has no rows.
  Index find_cell(const LogCell& cell) const;
  /// The number of the cell of a row, which must exist.
  Index cell_of(Row row) const noexcept;

  /// Rows that come into a log together or not at all. While there is a batch, nothing else appends
  /// to its log, and the log stays where it is.
  class Batch {
   public:
    /// A batch without a row.
    explicit Batch(ObservationLog& log) noexcept;
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    /// Takes the rows out again, unless they were kept.
    ~Batch();

    /// Adds a row. @return as ObservationLog::append
    Result<Row> append(const Observation& observation);
    /// Adds all rows of the columns or, when one of them is refused, none of them; what the batch
    /// has besides stays. @return as ObservationLog::append_columns
    Diagnostics append_columns(const ObservationColumns& columns);
    /// Leaves the rows in the log. After a batch that is large beside the log it adds up what there
    /// is for the time of the plan and for the time before, in so many threads, so that reports are
    /// made sooner; without memory for that it throws, and the rows are not left. The number of
    /// threads, at least 1, changes nothing but the time.
    void keep(int threads = 1);

   private:
    friend struct LogAccess;  // src/facts: appends rows that are ready

    ObservationLog& log_;
    std::size_t before_;  // rows of the log
    bool kept_ = false;
  };

 private:
  friend struct LogAccess;  // src/facts: reads the columns

  std::unique_ptr<LogStore> store_;
};

}  // namespace tiendo
