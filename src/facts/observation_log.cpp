// Tested by tests/unit/facts/observation_log_test.cpp, observation_refusals_test.cpp and
// observation_memory_test.cpp beside it.
//
// One vector a column; what few rows have (parts, texts, ranges, words, verdicts) stands beside, by
// row. A cell knows its
// rows, and one row of each standing, so that a new report meets the one it could contradict, in
// whatever order the reports come.

#include "tiendo/facts/observation_log.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "facts/candidate.hpp"
#include "facts/column_rows.hpp"
#include "facts/resolve.hpp"

namespace tiendo {
namespace {

using Cell = std::tuple<Index, Index, Index>;

// What a report is for and how it stands to others for the same, the stage where it is an earlier
// one. Of two reports with equal keys neither can win over the other.
using StandingKey = std::tuple<Period, Form, Date, Status, std::int32_t, std::string_view>;

struct Texts {
  std::string work_stage;
  std::string source;
  std::string note;
};

}  // namespace

struct ObservationLog::Columns {
  // Orders rows by their standing.
  struct ByStanding {
    using is_transparent = void;
    const Columns* columns;

    bool operator()(Row a, Row b) const { return columns->key_of(a) < columns->key_of(b); }
    bool operator()(Row a, const StandingKey& b) const { return columns->key_of(a) < b; }
    bool operator()(const StandingKey& a, Row b) const { return a < columns->key_of(b); }
  };

  struct CellRows {
    explicit CellRows(const Columns* columns) : by_standing(ByStanding{columns}) {}

    std::vector<Row> all;                   // in the order of appending
    std::set<Row, ByStanding> by_standing;  // the first row of each standing
  };

  explicit Columns(Plan book) : plan(std::move(book)) {}

  Plan plan;
  std::vector<Index> indicator, unit, project;
  std::vector<Period> period;
  std::vector<Form> form;
  std::vector<Standing> standing;  // as it was reported: also yes and no
  std::vector<Status> status;
  std::vector<Qualifier> qualifier;
  std::vector<Date> recorded_on;
  std::vector<std::int32_t> revision;
  std::vector<Decimal> value;
  std::unordered_map<Row, Decimal> denominator;
  std::unordered_map<Row, Texts> texts;
  std::unordered_map<Row, std::shared_ptr<const Extra>> extra;
  std::vector<bool> earlier_stage;
  std::map<Cell, CellRows> cells;

  Fact fact(Row row) const;
  Cell cell_of(Row row) const { return {indicator[row], unit[row], project[row]}; }
  StandingKey key_of(const Fact& fact, std::string_view work_stage) const;
  StandingKey key_of(Row row) const;
  Result<Row> append(const Observation& observation);
  Result<Row> enter(const Fact& report, const Observation& o);
  void reserve(std::size_t more);
  void push(const Fact& fact, const Observation& observation);
  void push_columns(Row row, const Fact& fact, const Observation& observation);
  void forget(Row row, const Cell& where);
  void shorten(std::size_t size);
  void truncate(std::size_t size);
};

StandingKey ObservationLog::Columns::key_of(const Fact& fact, std::string_view work_stage) const {
  return {fact.period, fact.form,     fact.recorded_on,
          fact.status, fact.revision, fact.earlier_stage ? work_stage : std::string_view{}};
}

StandingKey ObservationLog::Columns::key_of(Row row) const {
  const auto found = texts.find(row);
  const bool early = earlier_stage[row] && found != texts.end();
  return {period[row], form[row],     recorded_on[row],
          status[row], revision[row], early ? found->second.work_stage : std::string_view{}};
}

void ObservationLog::Columns::push_columns(Row row, const Fact& fact, const Observation& o) {
  indicator.push_back(fact.indicator);
  unit.push_back(fact.unit);
  project.push_back(fact.project);
  period.push_back(fact.period);
  form.push_back(fact.form);
  standing.push_back(standing_of(o));
  status.push_back(fact.status);
  qualifier.push_back(fact.qualifier);
  recorded_on.push_back(fact.recorded_on);
  revision.push_back(fact.revision);
  value.push_back(fact.value);
  earlier_stage.push_back(fact.earlier_stage);
  if (o.denominator) denominator.emplace(row, *o.denominator);
  if (fact.extra) extra.emplace(row, fact.extra);
  if (!o.work_stage.empty() || !o.source.empty() || !o.note.empty()) {
    texts.emplace(row, Texts{o.work_stage, o.source, o.note});
  }
}

// All or nothing, also when memory runs out on the way.
void ObservationLog::Columns::push(const Fact& fact, const Observation& o) {
  const Row row = indicator.size();
  const Cell where{fact.indicator, fact.unit, fact.project};
  try {
    CellRows& cell = cells.try_emplace(where, this).first->second;
    cell.all.push_back(row);
    push_columns(row, fact, o);
    cell.by_standing.insert(row);
  } catch (...) {
    forget(row, where);
    shorten(row);
    throw;
  }
}

// Takes the last row out of everything but the columns.
void ObservationLog::Columns::forget(Row row, const Cell& where) {
  denominator.erase(row);
  texts.erase(row);
  extra.erase(row);
  const auto cell = cells.find(where);
  if (cell == cells.end()) return;
  std::vector<Row>& rows = cell->second.all;
  if (!rows.empty() && rows.back() == row) rows.pop_back();
  if (rows.empty()) cells.erase(cell);
}

void ObservationLog::Columns::shorten(std::size_t size) {
  const auto each = [size](auto&... columns) { (columns.resize(size), ...); };
  each(indicator, unit, project, form, standing, status, qualifier, recorded_on, revision, value,
       earlier_stage, period);
}

// Takes the rows from `size` on out again; only a batch does, before anybody has seen them.
void ObservationLog::Columns::truncate(std::size_t size) {
  for (Row row = indicator.size(); row-- > size;) {
    CellRows& cell = cells.at(cell_of(row));
    const auto place = cell.by_standing.find(row);
    if (place != cell.by_standing.end() && *place == row) cell.by_standing.erase(place);
    forget(row, cell_of(row));
  }
  shorten(size);
}

ObservationLog::ObservationLog(Plan plan) : columns_(std::make_unique<Columns>(std::move(plan))) {}
ObservationLog::ObservationLog(ObservationLog&&) noexcept = default;
ObservationLog& ObservationLog::operator=(ObservationLog&&) noexcept = default;
ObservationLog::~ObservationLog() = default;

const Plan& ObservationLog::plan() const noexcept { return columns_->plan; }
std::size_t ObservationLog::size() const noexcept { return columns_->indicator.size(); }

Result<Row> ObservationLog::Columns::append(const Observation& o) {
  const Result<Fact> resolved = resolve(plan, o);
  return resolved ? enter(*resolved, o) : resolved.error();
}

// Of the observation only its parts and texts are looked at.
Result<Row> ObservationLog::Columns::enter(const Fact& report, const Observation& o) {
  if (const auto cell = cells.find({report.indicator, report.unit, report.project});
      cell != cells.end()) {
    const auto& rivals = cell->second.by_standing;
    const auto rival = rivals.find(key_of(report, o.work_stage));
    if (rival != rivals.end() && !same_value(fact(*rival), report)) {
      return error(Errc::observations_disagree,
                   "another report of \"" + plan.indicators()[report.indicator].id + "\" for " +
                       report.period.to_string() +
                       ", recorded on the same day with the same status and revision, gives "
                       "another value or verdict");
    }
  }
  push(report, o);
  return indicator.size() - 1;
}

// Room for more rows, with what growing row by row would have left.
void ObservationLog::Columns::reserve(std::size_t more) {
  const std::size_t size = indicator.size() + more;
  if (size <= indicator.capacity()) return;
  const std::size_t room = std::max(size, 2 * indicator.capacity());
  const auto each = [room](auto&... columns) { (columns.reserve(room), ...); };
  each(indicator, unit, project, form, standing, status, qualifier, recorded_on, revision, value,
       earlier_stage, period);
}

Result<Row> ObservationLog::append(const Observation& observation) {
  return columns_->append(observation);
}

ObservationLog::Batch::Batch(ObservationLog& log) noexcept : log_(log), before_(log.size()) {}

ObservationLog::Batch::~Batch() {
  if (!kept_) log_.columns_->truncate(before_);
}

Result<Row> ObservationLog::Batch::append(const Observation& observation) {
  return log_.append(observation);
}

Diagnostics ObservationLog::append_all(const std::vector<Observation>& observations) {
  Batch batch(*this);
  Diagnostics findings;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Result<Row> row = batch.append(observations[i]);
    if (row) continue;
    findings.push_back({Severity::error, row.error().code, Place{{}, '/' + std::to_string(i), 0, 0},
                        row.error().sentence});
  }
  if (findings.empty()) batch.keep();
  return findings;
}

Diagnostics ObservationLog::append_columns(const ObservationColumns& columns) {
  const ColumnRows rows(columns_->plan, columns);
  Diagnostics findings = rows.faults();
  if (!findings.empty()) return findings;
  Batch batch(*this);
  columns_->reserve(rows.size());
  Observation texts;  // one for all rows
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Result<Fact> read = rows.read(i, texts);
    const Result<Row> row = read ? columns_->enter(*read, texts) : Result<Row>(read.error());
    if (row) continue;
    findings.push_back({Severity::error, row.error().code, Place{{}, '/' + std::to_string(i), 0, 0},
                        row.error().sentence});
  }
  if (findings.empty()) batch.keep();
  return findings;
}

std::string_view ObservationLog::work_stage(Row row) const {
  const auto found = columns_->texts.find(row);
  return found == columns_->texts.end() ? std::string_view() : found->second.work_stage;
}

Fact ObservationLog::fact(Row row) const { return columns_->fact(row); }

Fact ObservationLog::Columns::fact(Row row) const {
  const Columns& c = *this;
  Fact fact{row,
            c.indicator[row],
            c.unit[row],
            c.project[row],
            c.period[row],
            c.form[row],
            is_answer(c.standing[row]) ? Standing::value : c.standing[row],
            c.status[row],
            c.qualifier[row],
            c.recorded_on[row],
            c.revision[row],
            c.earlier_stage[row],
            c.value[row]};
  if (const auto found = c.denominator.find(row); found != c.denominator.end()) {
    fact.denominator = found->second;
  }
  if (const auto found = c.extra.find(row); found != c.extra.end()) fact.extra = found->second;
  return fact;
}

Observation ObservationLog::observation(Row row) const {
  const Fact f = fact(row);
  const Plan& plan = columns_->plan;
  Observation o;
  o.indicator = plan.indicators()[f.indicator].id;
  o.unit = plan.units()[f.unit].id;
  if (f.project != kNone) o.project = plan.projects()[f.project].id;
  o.period = f.period;
  o.form = f.form;
  o.standing = columns_->standing[row];
  if (o.standing == Standing::value) {
    const bool ratio = columns_->denominator.contains(row);
    (ratio ? o.numerator : o.value) = f.value;
    if (ratio) o.denominator = f.denominator;
  }
  if (o.standing == Standing::range) {
    o.value = f.value;
    o.upper = f.extra->upper;
  }
  if (f.extra) {
    o.words = f.extra->words;
    o.verdict = f.extra->verdict;
    o.judge = f.extra->judge;
  }
  o.status = f.status;
  o.qualifier = f.qualifier;
  o.recorded_on = f.recorded_on;
  o.revision = f.revision;
  if (const auto found = columns_->texts.find(row); found != columns_->texts.end()) {
    o.work_stage = found->second.work_stage;
    o.source = found->second.source;
    o.note = found->second.note;
  }
  return o;
}

const std::vector<Row>& ObservationLog::rows_of(Index indicator, Index unit, Index project) const {
  static const std::vector<Row> kNothing;
  const auto found = columns_->cells.find({indicator, unit, project});
  return found == columns_->cells.end() ? kNothing : found->second.all;
}

std::vector<Index> ObservationLog::projects_of(Index indicator, Index unit) const {
  std::vector<Index> projects;
  const auto end = columns_->cells.lower_bound({indicator, unit, kNone});
  for (auto at = columns_->cells.lower_bound({indicator, unit, 0}); at != end; ++at) {
    projects.push_back(std::get<2>(at->first));
  }
  return projects;
}

}  // namespace tiendo
