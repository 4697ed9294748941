// The columns of a log of facts, and how rows come into them and out again.
//
// A row is the number of its cell, the number of its context, a coefficient of 64 bits and the row
// of the cell before it; the coefficient of a denominator where it is of a ratio. What few rows
// have (texts, ranges, words, verdicts, larger numbers) stands beside.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "facts/cells.hpp"
#include "facts/chunked.hpp"
#include "facts/context.hpp"
#include "facts/packed_column.hpp"
#include "facts/plan_sums.hpp"
#include "facts/quick_state.hpp"
#include "facts/sparse_column.hpp"
#include "facts/stretches.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

struct Texts {
  std::string work_stage;
  std::string source;
  std::string note;

  friend auto operator<=>(const Texts&, const Texts&) = default;
};

// The numbers of a row that do not fit the columns.
struct BigNumbers {
  Decimal value;
  Decimal denominator;
};

// A row on its way into the log. The context does not yet say how it stands to others.
struct Entry {
  LogCell cell;
  Context context;
  std::int64_t coefficient = 0;
  std::int64_t denominator = 0;  // where the context has parts
  // Where the context says that there is more to it; only looked at then.
  const Fact* fact = nullptr;
  const Observation* said = nullptr;
};

// What a report is for and how it stands to others for the same, the stage where it is an earlier
// one. Of two reports with equal keys neither can win over the other.
using StandingKey = std::tuple<Period, Form, Date, Status, std::int32_t, std::string_view>;

class LogStore {
 public:
  LogStore(Plan plan, std::size_t most_rows)
      : plan_(std::move(plan)),
        most_rows_(std::min(most_rows, kMaxLogRows)),
        cells_(plan_.indicators().size()),
        scales_(plan_.indicators().size()),
        has_odd_(plan_.indicators().size()),
        quick_(plan_) {}

  // The most digits after the point that numbers of an indicator have, or have had in rows that
  // were taken back.
  struct Scales {
    std::int16_t number = 0;
    std::int16_t denominator = 0;
  };
  const Scales& scales(Index indicator) const noexcept { return scales_[indicator]; }
  // Whether every row of the indicator is a plain number in the form of its rule, and none is
  // tangled with others; no longer once a row that was none was there, if only to be taken back.
  bool is_plain(Index indicator) const noexcept { return !has_odd_[indicator]; }

  const Plan& plan() const noexcept { return plan_; }
  std::size_t size() const noexcept { return cell_.size(); }

  // Adds a row that resolve() has made of the observation, of which only the texts are looked at
  // and whether it has parts; or too_many_values or observations_disagree. All or nothing, also
  // when memory runs out on the way.
  Result<Row> enter(const Fact& report, const Observation& o);
  Result<Row> enter(const Entry& entry);

  // Of the cells of a unit as a whole; those of its projects have the same.
  std::uint64_t place_of(const LogCell& cell) const noexcept {
    return std::uint64_t{cell.unit} * scales_.size() + cell.indicator;
  }

  // Whether all others of the cell have ended then, in one without an index.
  bool begins_after(Index cell, std::int32_t start) const noexcept {
    return start >= cells_[cell].end && !cells_[cell].is_long();
  }
  void make_room(std::size_t rows, bool with_denominators = false);
  bool has_room() const noexcept { return has_room(size()); }
  bool has_room(std::size_t rows) const noexcept { return rows < most_rows_; }
  Index new_cell(const LogCell& cell);
  Index number_of(const Context& context) { return contexts_.number_of(context); }
  void make_room_for(Index context, std::size_t rows) {
    if (context >> 16 != 0) context_high_.make_room(size() + rows - context_high_.size());
  }
  void note_scales(Index indicator, Index context) noexcept {
    Scales& scales = scales_[indicator];
    scales.number = std::max(scales.number, contexts_[context].scale);
    scales.denominator = std::max(scales.denominator, contexts_[context].denominator_scale);
  }
  void note_odd(Index indicator) noexcept { has_odd_[indicator] = true; }
  // The quick way for many rows: rows of 64 bits with nothing beside them that their contexts do
  // not say. They stand in the columns together once it ends; before, nothing that the store says
  // of rows holds for them. There is room for them.
  class Run {
   public:
    static constexpr std::size_t kMost = 64;

    explicit Run(LogStore& store) noexcept : store_(store), first_(store.size()) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run() { store_.push(*this); }

    // As many rows as the store will have.
    std::size_t size() const noexcept { return first_ + count_; }
    void push(Index cell, std::uint64_t place, Index context, std::int32_t start, std::int32_t end,
              std::int32_t recorded_on, std::int64_t coefficient) noexcept {
      const auto row = static_cast<Index>(size());
      CellRows& rows = store_.cells_[cell];
      back_[count_] = rows.last == kNone ? 0 : row - rows.last;
      store_.stretches_.push(row, place);
      cell_[count_] = cell;
      context_[count_] = context;
      coefficient_[count_++] = coefficient;
      rows.last = row;
      rows.start = std::min(rows.start, start);
      rows.end = std::max(rows.end, end);
      rows.recorded_on = std::max(rows.recorded_on, recorded_on);
    }
    // Of the row that is pushed next.
    void push_denominator(std::int64_t denominator) noexcept {
      store_.denominator_.add(size(), denominator);
    }

   private:
    friend class LogStore;

    LogStore& store_;
    std::size_t first_;
    std::size_t count_ = 0;
    // NOLINTBEGIN(*-member-init): filled as far as they are read
    std::array<Index, kMost> cell_, back_, context_;
    std::array<std::int64_t, kMost> coefficient_;
    // NOLINTEND(*-member-init)
  };

  QuickState& quick_state() noexcept { return quick_; }
  const std::vector<UsualKind>& usual_kinds() const noexcept { return quick_.kinds; }

  const Cells& cells() const noexcept { return cells_; }
  // By places: units in turn, and of each its indicators.
  const Stretches& stretches() const noexcept { return stretches_; }
  const PlanSums& sums() const noexcept { return sums_; }
  PlanSums& sums() noexcept { return sums_; }
  const Contexts& contexts() const noexcept { return contexts_; }
  Index cell_of(Row row) const noexcept { return cell_[row]; }
  // The row of the cell before this one, or kNone.
  Index before(Row row) const noexcept {
    const Index back = back_[row];
    return back == 0 ? kNone : static_cast<Index>(row) - back;
  }
  // Lets what before() and context() read come from memory meanwhile.
  void fetch(Row row) const noexcept {
    back_.fetch(row);
    context_.fetch(row);
  }
  // The same for the numbers of the row.
  void fetch_numbers(Row row) const noexcept {
    coefficient_.fetch(row);
    denominator_.fetch(row);
  }
  Index context_of(Row row) const noexcept {
    return context_[row] | (row < context_high_.size() ? Index{context_high_[row]} << 16 : 0U);
  }
  const Context& context(Row row) const noexcept { return contexts_[context_of(row)]; }
  std::int64_t coefficient(Row row) const noexcept { return coefficient_[row]; }
  // Of a row that has one.
  std::int64_t denominator(Row row) const noexcept { return denominator_[row]; }
  using Cell = PackedColumn<Index, std::uint16_t>;
  using Numbers = PackedColumn<std::int64_t, std::uint32_t>;
  const Cell& cell_column() const noexcept { return cell_; }
  const Chunked<std::uint16_t>& context_column() const noexcept { return context_; }
  const Chunked<std::uint16_t>& high_contexts() const noexcept { return context_high_; }
  const Numbers& coefficients() const noexcept { return coefficient_; }
  const SparseColumn<std::int64_t, Numbers>& denominators() const noexcept { return denominator_; }
  const Texts& texts(Row row) const noexcept;
  Fact fact(Row row) const;
  Observation observation(Row row) const;
  std::vector<Row> rows_of(Index cell) const;
  std::vector<Index> projects_of(Index indicator, Index unit) const;
  bool has_projects() const noexcept { return !of_projects_.empty(); }

  // A place to come back to, as long as what follows is taken out again or kept in turn.
  struct Place {
    std::size_t rows;
    std::size_t remarked;
    std::size_t kept_before;
  };
  Place begin() noexcept;
  void take_back(const Place& place) noexcept;
  void keep(const Place& place) noexcept;

 private:
  friend class Meeting;  // rivals.cpp

  struct Remark {
    Index row;
    Index context;
  };

  const Texts* known_texts(const Observation& o);
  void make_room_beside(const Entry& entry, Index context);
  void push_beside(const Entry& entry, const Texts* texts) noexcept;
  void push(const Run& run) noexcept;
  void set_context(Row row, Index context) noexcept;
  void remark() noexcept;
  void shorten(std::size_t rows) noexcept;
  void shorten_cells(std::size_t rows) noexcept;

  Plan plan_;
  std::size_t most_rows_;
  Cells cells_;
  std::vector<Scales> scales_;                             // beside the indicators
  std::vector<bool> has_odd_;                              // likewise
  std::set<std::tuple<Index, Index, Index>> of_projects_;  // cells: indicator, unit, project
  Contexts contexts_;
  Stretches stretches_;
  PlanSums sums_;
  PackedColumn<Index, std::uint16_t> cell_;
  PackedColumn<Index, std::uint16_t> back_;  // how many rows before it the cell's last is, or 0
  Chunked<std::uint16_t> context_;           // the lower half of its number
  Chunked<std::uint16_t> context_high_;      // the upper one, up to the last row where it is not 0
  Numbers coefficient_;
  SparseColumn<std::int64_t, Numbers> denominator_;
  SparseColumn<BigNumbers> big_;
  SparseColumn<std::shared_ptr<const Extra>> extra_;
  SparseColumn<const Texts*> texts_of_;
  std::set<Texts> texts_;
  // Of cells along which was looked for long: a row of each standing.
  std::map<Index, std::map<StandingKey, Index>> standings_;
  std::vector<Remark> remarks_;   // of the row that is being added: what others become by it
  std::vector<Remark> remarked_;  // since begin(): what others were
  QuickState quick_;
  std::size_t kept_before_ = 0;  // rows before this one are there to stay
};

struct LogAccess {
  static const LogStore& store(const ObservationLog& log) noexcept { return *log.store_; }
  static LogStore& store(ObservationLog::Batch& batch) noexcept { return *batch.log_.store_; }
};

}  // namespace tiendo
