// Tested by tests/unit/facts/observation_log_test.cpp, observation_storage_test.cpp,
// observation_refusals_test.cpp and observation_memory_test.cpp beside it.

#include "facts/log_store.hpp"

#include <algorithm>

#include "facts/rivals.hpp"

namespace tiendo {
namespace {

Index short_of(Row row) { return static_cast<Index>(row); }

// Room for one more, as growing by itself would make it.
template <class T>
void make_room_in(std::vector<T>& list, std::size_t more) {
  if (list.size() + more > list.capacity()) {
    list.reserve(std::max(2 * list.capacity(), list.size() + more));
  }
}

// Whether the number fits a column; then its two parts.
bool fits(const Decimal& number, std::int64_t& coefficient, std::int16_t& scale) {
  const std::optional<std::int64_t> small = number.coefficient();
  if (!small) return false;
  coefficient = *small;
  scale = static_cast<std::int16_t>(number.scale());
  return true;
}

// Whether a row is a number, and nothing else, of the usual form.
bool is_usual(const Context& context, const Indicator& indicator) {
  const Form usual = time_rule_of(indicator) == TimeRule::sum ? Form::increment : Form::level;
  return context.form == usual && context.standing == Standing::value &&
         context.qualifier == Qualifier::exact && !context.earlier_stage && !context.is_big &&
         !context.has_extra && context.rivalry != Rivalry::tangled;
}

Decimal decimal_of(std::int64_t coefficient, std::int16_t scale) {
  return *Decimal::of(coefficient, scale);
}

}  // namespace

Result<Row> LogStore::enter(const Fact& report, const Observation& o) {
  Entry entry{{report.indicator, report.unit, report.project}, {}, 0, 0, &report, &o};
  Context& context = entry.context;
  context.period = report.period;
  context.recorded_on = report.recorded_on;
  context.revision = report.revision;
  context.form = report.form;
  context.standing = standing_of(o);
  context.status = report.status;
  context.qualifier = report.qualifier;
  context.earlier_stage = report.earlier_stage;
  context.has_parts = o.denominator.has_value();
  context.has_extra = report.extra != nullptr;
  context.has_texts = !o.work_stage.empty() || !o.source.empty() || !o.note.empty();
  const bool fit = fits(report.value, entry.coefficient, context.scale) &&
                   (!context.has_parts ||
                    fits(report.denominator, entry.denominator, context.denominator_scale));
  if (!fit) {
    context.is_big = true;
    context.scale = context.denominator_scale = 0;
    entry.coefficient = 0;
  }
  return enter(entry);
}

Result<Row> LogStore::enter(const Entry& entry) {
  const Row row = size();
  if (!has_room()) {
    return error(Errc::too_many_values,
                 "the log is full: it takes " + std::to_string(most_rows_) + " rows");
  }
  const Texts* texts = entry.context.has_texts ? known_texts(*entry.said) : nullptr;
  const Index known = cells_.find(entry.cell);
  Meeting meeting(*this, known, entry, texts);
  if (!meeting.agrees()) {
    return error(Errc::observations_disagree,
                 "another report of \"" + plan_.indicators()[entry.cell.indicator].id + "\" for " +
                     entry.context.period.to_string() +
                     ", recorded on the same day with the same status and revision, gives "
                     "another value or verdict");
  }
  const Index context = contexts_.number_of(meeting.context());
  make_room(1);
  make_room_beside(entry, context);
  const Index cell = known == kNone ? new_cell(entry.cell) : known;
  meeting.keep(short_of(row));  // from here on nothing can fail
  remark();
  push_beside(entry, texts);
  note_scales(entry.cell.indicator, context);
  if (!is_usual(contexts_[context], plan_.indicators()[entry.cell.indicator])) {
    note_odd(entry.cell.indicator);
  }
  Run(*this).push(cell, place_of(entry.cell), context, entry.context.period.start().days(),
                  entry.context.period.end().days(), entry.context.recorded_on.days(),
                  entry.coefficient);
  return row;
}

const Texts* LogStore::known_texts(const Observation& o) {
  return &*texts_.insert(Texts{o.work_stage, o.source, o.note}).first;
}

Index LogStore::new_cell(const LogCell& cell) {
  cells_.make_room(cell);
  if (cell.project != kNone) of_projects_.emplace(cell.indicator, cell.unit, cell.project);
  return cells_.add(cell);
}

void LogStore::make_room(std::size_t rows, bool with_denominators) {
  stretches_.make_room(rows);
  sums_.make_room(rows);
  cell_.make_room(rows);
  back_.make_room(rows);
  context_.make_room(rows);
  coefficient_.make_room(rows);
  if (with_denominators) denominator_.make_room(size() + rows - 1, rows);
}

void LogStore::make_room_beside(const Entry& entry, Index context) {
  const Row row = size();
  const Context& c = entry.context;
  const auto is_high = [](const Remark& remark) { return remark.context >> 16 != 0; };
  if (context >> 16 != 0 || std::any_of(remarks_.begin(), remarks_.end(), is_high)) {
    context_high_.make_room(row + 1 - context_high_.size());
  }
  if (c.has_parts && !c.is_big) denominator_.make_room(row, 1);
  if (c.is_big) big_.make_room(row, 1);
  if (c.has_extra) extra_.make_room(row, 1);
  if (c.has_texts) texts_of_.make_room(row, 1);
  make_room_in(remarked_, remarks_.size());
}

void LogStore::push_beside(const Entry& entry, const Texts* texts) noexcept {
  const Row row = size();
  const Context& c = entry.context;
  if (c.has_parts && !c.is_big) denominator_.add(row, entry.denominator);
  if (c.is_big) big_.add(row, {entry.fact->value, entry.fact->denominator});
  if (c.has_extra) extra_.add(row, entry.fact->extra);
  if (c.has_texts) texts_of_.add(row, texts);
}

void LogStore::push(const Run& run) noexcept {
  const std::size_t count = run.count_;
  const Row first = size();
  back_.push(std::span(run.back_).first(count));
  cell_.push(std::span(run.cell_).first(count));
  coefficient_.push(std::span(run.coefficient_).first(count));
  for (std::size_t i = 0; i < count; ++i) {
    const Index context = run.context_[i];
    sums_.push(run.cell_[i]);
    context_.push(static_cast<std::uint16_t>(context & 0xffffU));
    if (context >> 16 != 0) set_context(first + i, context);
  }
}

// There is room in the upper half, where it is needed.
void LogStore::set_context(Row row, Index context) noexcept {
  context_[row] = static_cast<std::uint16_t>(context & 0xffffU);
  const auto high = static_cast<std::uint16_t>(context >> 16);
  if (high == 0 && row >= context_high_.size()) return;
  while (context_high_.size() <= row) context_high_.push(0);
  context_high_[row] = high;
}

// What other rows become by the one that is being added.
void LogStore::remark() noexcept {
  for (const Remark& remark : remarks_) {
    if (remark.row < kept_before_) remarked_.push_back({remark.row, context_of(remark.row)});
    set_context(remark.row, remark.context);
  }
}

LogStore::Place LogStore::begin() noexcept {
  const Place place{size(), remarked_.size(), kept_before_};
  kept_before_ = size();
  return place;
}

void LogStore::keep(const Place& place) noexcept {
  kept_before_ = place.kept_before;
  if (kept_before_ == 0) remarked_.clear();
}

void LogStore::take_back(const Place& place) noexcept {
  while (remarked_.size() > place.remarked) {
    set_context(remarked_.back().row, remarked_.back().context);
    remarked_.pop_back();
  }
  if (size() > place.rows) shorten(place.rows);
  keep(place);
}

// Takes the rows from `rows` on out again; only a batch does, before anybody has seen them.
void LogStore::shorten(std::size_t rows) noexcept {
  shorten_cells(rows);
  stretches_.shorten(rows, rows == 0 ? 0 : place_of(cells_.cell(cell_[rows - 1])));
  sums_.shorten(rows);
  cell_.shorten(rows);
  back_.shorten(rows);
  context_.shorten(rows);
  if (context_high_.size() > rows) context_high_.shorten(rows);
  coefficient_.shorten(rows);
  denominator_.shorten(rows);
  big_.shorten(rows);
  extra_.shorten(rows);
  texts_of_.shorten(rows);
  if (rows == 0) texts_.clear();
}

// Cells that came with the rows go with them, the last first; what the others know of their days
// is made anew, once each.
void LogStore::shorten_cells(std::size_t rows) noexcept {
  constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::max();
  for (Row row = size(); row-- > rows;) {
    CellRows& cell = cells_[cell_[row]];
    cell.last = before(row);
    cell.recorded_on = kUnknown;
    if (cell.is_long()) standings_.erase(cell_[row]);
    cell.start = kUnknown;
    if (cell.last != kNone) continue;
    const LogCell& gone = cells_.cell(cell_[row]);
    if (gone.project != kNone) of_projects_.erase({gone.indicator, gone.unit, gone.project});
    cells_.remove_last();
  }
  for (Row row = rows; row < size(); ++row) {
    if (cell_[row] >= cells_.size() || cells_[cell_[row]].recorded_on != kUnknown) continue;
    CellRows& cell = cells_[cell_[row]];
    const Index last = cell.last;
    cell = CellRows{last};
    for (Index at = last; at != kNone; at = before(at)) {
      const Context& what = context(at);
      cell.start = std::min(cell.start, what.period.start().days());
      cell.end = std::max(cell.end, what.period.end().days());
      cell.recorded_on = std::max(cell.recorded_on, what.recorded_on.days());
    }
  }
}

const Texts& LogStore::texts(Row row) const noexcept {
  static const Texts kNothing;
  return context(row).has_texts ? *texts_of_[row] : kNothing;
}

Fact LogStore::fact(Row row) const {
  const Context& c = context(row);
  const LogCell& cell = cells_.cell(cell_[row]);
  Fact fact{row,
            cell.indicator,
            cell.unit,
            cell.project,
            c.period,
            c.form,
            is_answer(c.standing) ? Standing::value : c.standing,
            c.status,
            c.qualifier,
            c.recorded_on,
            c.revision,
            c.earlier_stage,
            c.is_big ? big_[row].value : decimal_of(coefficient_[row], c.scale)};
  if (c.is_big) {
    fact.denominator = big_[row].denominator;
  } else if (c.has_parts) {
    fact.denominator = decimal_of(denominator_[row], c.denominator_scale);
  }
  if (c.has_extra) fact.extra = extra_[row];
  return fact;
}

Observation LogStore::observation(Row row) const {
  const Context& c = context(row);
  const Fact f = fact(row);
  Observation o;
  o.indicator = plan_.indicators()[f.indicator].id;
  o.unit = plan_.units()[f.unit].id;
  if (f.project != kNone) o.project = plan_.projects()[f.project].id;
  o.period = f.period;
  o.form = f.form;
  o.standing = c.standing;
  if (o.standing == Standing::value) {
    (c.has_parts ? o.numerator : o.value) = f.value;
    if (c.has_parts) o.denominator = f.denominator;
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
  const Texts& said = texts(row);
  o.work_stage = said.work_stage;
  o.source = said.source;
  o.note = said.note;
  return o;
}

std::vector<Row> LogStore::rows_of(Index cell) const {
  std::vector<Row> rows;
  if (cell == kNone) return rows;
  for (Index at = cells_[cell].last; at != kNone; at = before(at)) rows.push_back(at);
  std::reverse(rows.begin(), rows.end());
  return rows;
}

std::vector<Index> LogStore::projects_of(Index indicator, Index unit) const {
  std::vector<Index> projects;
  const auto end = of_projects_.lower_bound({indicator, unit, kNone});
  for (auto at = of_projects_.lower_bound({indicator, unit, 0}); at != end; ++at) {
    projects.push_back(std::get<2>(*at));
  }
  return projects;
}

}  // namespace tiendo
