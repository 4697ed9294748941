// Tested by tests/unit/facts/observation_columns_test.cpp and tests/oracle/log_oracle_test.cpp.

#include "facts/quick_rows.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int kKnownBits = 10;  // of the number of contexts that are found at once
constexpr int kMostSteps = 64;  // along a chain of rows that is fetched
constexpr int kMostScale = 38;  // as columns have

std::uint64_t pair(std::int32_t high, std::int32_t low) {
  return std::uint64_t{static_cast<std::uint32_t>(high)} << 32 | static_cast<std::uint32_t>(low);
}
// The day before; of the first there is the last, which no period has.
std::int32_t day_before(std::int32_t day) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(day) - 1U);
}
std::int32_t high_of(std::uint64_t both) { return static_cast<std::int32_t>(both >> 32); }
std::int32_t low_of(std::uint64_t both) { return static_cast<std::int32_t>(both); }

// What the words of a key say of these.
std::uint64_t words_of(Form form, Qualifier qualifier) {
  return static_cast<std::uint64_t>(form) << 2 | (static_cast<std::uint64_t>(qualifier) & 0xfU)
                                                     << 8;
}

template <class T>
T value_or(std::span<const T> column, std::size_t row, T other) {
  return column.empty() ? other : column[row];
}

std::vector<QuickState::Kind> kinds_of(const Plan& plan) {
  std::vector<QuickState::Kind> kinds;
  for (const Indicator& definition : plan.indicators()) {
    const bool is_ratio = definition.kind == IndicatorKind::ratio;
    const bool adds_up = time_rule_of(definition) == TimeRule::sum;
    const Form form = adds_up ? Form::increment : Form::level;
    kinds.push_back(
        {definition.kind != IndicatorKind::composite, is_ratio, adds_up,
         is_ratio ? kMostScale : std::min(definition.scale.value_or(kMostScale), kMostScale),
         words_of(form, Qualifier::exact)});
  }
  return kinds;
}

}  // namespace

QuickRows::QuickRows(LogStore& store, const ObservationColumns& columns, const ColumnRows& rows)
    : store_(store),
      columns_(columns),
      rows_(rows),
      state_(store.quick_state()),
      own_unit_(store.plan().unit()),
      value_(numbers_of(columns.value)),
      numerator_(numbers_of(columns.numerator)),
      denominator_(numbers_of(columns.denominator)) {
  const ObservationColumns& c = columns;
  usual_ = c.upper.empty() && c.verdict.empty() && c.value.wide.empty() &&
           c.numerator.wide.empty() && c.denominator.wide.empty();
  for (const WordColumn* words :
       {&c.project, &c.work_stage, &c.source, &c.note, &c.words, &c.judge}) {
    if (!words->at.empty()) others_[others_count_++] = words->at.data();
  }
  if (state_.known.empty()) {
    state_.kinds = kinds_of(store.plan());
    state_.known.resize(std::size_t{1} << kKnownBits);
  }
}

QuickRows::Numbers QuickRows::numbers_of(const NumberColumn& column) {
  return {column.small.empty() ? nullptr : column.small.data(),
          column.validity.empty() ? nullptr : column.validity.data(),
          column.scales.empty() ? nullptr : column.scales.data(), column.scale};
}

std::size_t QuickRows::append_from(std::size_t row) {
  if (!usual_ || row >= rows_.size()) return row;
  while (row < rows_.size()) {
    const std::size_t first = row;
    const std::size_t end = std::min(rows_.size(), row + ahead_);
    store_.make_room(end - row, denominator_.values != nullptr);
    look_up(row, end);
    fetched_ += fetch_others(row, end);
    while (row < end && add(row, found_[row - first])) ++row;
    ahead_ = row < end ? 1 : std::min(2 * ahead_, kMostAhead);
    if (row < end) return row;
  }
  return row;
}

// Where the rows belong. What is known of their cells is on its way from memory meanwhile.
void QuickRows::look_up(std::size_t row, std::size_t end) {
  for (Found* found = found_.data(); row < end; ++row, ++found) {
    *found = {rows_.indicator_at(columns_.indicator.at[row]), own_unit_, kNone};
    if (!columns_.unit.at.empty() && columns_.unit.at[row] != kNone) {
      found->unit = rows_.unit_at(columns_.unit.at[row]);
    }
    if (found->indicator == kNone || found->unit == kNone) continue;
    found->number = store_.cells().find({found->indicator, found->unit, kNone});
    if (found->number != kNone) __builtin_prefetch(&store_.cells()[found->number], 1);
  }
}

// Rows that may share days with others of their cells will be held against these, back from the
// last one: a chain of places all over the memory. Here all chains are gone along together, so that
// waiting for one is going on with the next. @return how many rows were fetched: GCC takes a
// function that only fetches for one that does nothing.
std::size_t QuickRows::fetch_others(std::size_t row, std::size_t end) {
  struct Chain {
    Index at;
    std::int32_t start;
  };
  std::array<Chain, kMostAhead> chains;  // NOLINT(*-member-init): filled as far as it is read
  std::size_t count = 0;
  for (const Found* found = found_.data(); row < end; ++row, ++found) {
    if (found->number == kNone || store_.begins_after(found->number, columns_.start[row])) continue;
    const CellRows& cell = store_.cells()[found->number];
    if (cell.is_long()) continue;
    chains[count++] = {cell.last, columns_.start[row]};
    store_.fetch(cell.last);
  }
  std::size_t fetched = count;
  for (int steps = 0; count > 0 && steps < kMostSteps; ++steps) {
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Context& other = store_.context(chains[i].at);
      if (!other.is_late && other.period.start().days() <= chains[i].start) continue;
      const Index at = store_.before(chains[i].at);
      if (at == kNone) continue;
      chains[left++] = {at, chains[i].start};
      store_.fetch(at);
    }
    count = left;
    fetched += left;
  }
  return fetched;
}

// Whether there is nothing beside the numbers.
bool QuickRows::is_bare(std::size_t row) const {
  for (std::size_t i = 0; i < others_count_; ++i) {
    if (others_[i][row] != kNone) return false;
  }
  return value_or(columns_.standing, row, Standing::value) == Standing::value;
}

bool QuickRows::numbers_fit(std::size_t row, const QuickState::Kind& kind) const {
  if (value_.has(row) == kind.is_ratio || numerator_.has(row) != kind.is_ratio ||
      denominator_.has(row) != kind.is_ratio) {
    return false;
  }
  const auto fits = [row](const Numbers& numbers, int most) {
    const int scale = numbers.scale_of(row);
    return scale >= 0 && scale <= most;
  };
  if (!kind.is_ratio) return fits(value_, kind.most_scale);
  return fits(numerator_, kMostScale) && fits(denominator_, kMostScale);
}

// Whether the form is one of the indicator's.
bool QuickRows::key_of(std::size_t row, const QuickState::Kind& kind, Key& key) const {
  const ObservationColumns& c = columns_;
  const Form usual = kind.adds_up ? Form::increment : Form::level;
  const Form form = c.form.empty() ? usual : c.form[row].value_or(usual);
  if ((form == Form::level) == kind.adds_up) return false;
  const ValidityView& recorded = c.recorded_on_validity;
  const bool has_day =
      !c.recorded_on.empty() && (recorded.empty() || (recorded[row / 8] >> row % 8 & 1) != 0);
  key.period = pair(c.start[row], c.end[row]);
  key.recorded = pair(has_day ? c.recorded_on[row] : day_before(c.end[row]),
                      value_or(c.revision, row, std::int32_t{0}));
  const auto scale = static_cast<unsigned>((kind.is_ratio ? numerator_ : value_).scale_of(row));
  const auto other = static_cast<unsigned>(kind.is_ratio ? denominator_.scale_of(row) : 0);
  const auto status = static_cast<unsigned>(value_or(c.status, row, Status::official));
  key.words = 1U | unsigned{kind.is_ratio} << 1 | (status & 0xfU) << 4 | scale << 12 | other << 20 |
              words_of(form, value_or(c.qualifier, row, Qualifier::exact));
  return true;
}

// What the key says; not for days or a revision that are refused.
bool QuickRows::make(const Key& key, Context& context) {
  const Result<Date> start = Date::from_days(high_of(key.period));
  const Result<Date> end = Date::from_days(low_of(key.period));
  const Result<Date> recorded = Date::from_days(high_of(key.recorded));
  if (!start || !end || !recorded || low_of(key.recorded) < 0) return false;
  const Result<Period> period = Period::of(*start, *end);
  if (!period) return false;
  context.period = *period;
  context.recorded_on = *recorded;
  context.revision = low_of(key.recorded);
  context.has_parts = (key.words >> 1 & 1U) != 0;
  context.form = static_cast<Form>(key.words >> 2 & 3U);
  context.status = static_cast<Status>(key.words >> 4 & 0xfU);
  context.qualifier = static_cast<Qualifier>(key.words >> 8 & 0xfU);
  context.scale = static_cast<std::int16_t>(key.words >> 12 & 0xffU);
  context.denominator_scale = static_cast<std::int16_t>(key.words >> 20 & 0xffU);
  return true;
}

// The number of the context, for which there is room; kNone where there can be none.
Index QuickRows::context_of(const Key& key) {
  const std::uint64_t hash = key.period * 0x9e3779b97f4a7c15U ^ key.recorded * 0xc2b2ae3d27d4eb4fU ^
                             key.words * 0xd6e8feb86659fd93U;
  QuickState::Known& known = state_.known[hash >> (64 - kKnownBits)];
  if (!(known.key == key)) {
    Context context;
    if (!make(key, context)) return kNone;
    known = {key, store_.number_of(context)};
  }
  store_.make_room_for(known.number, rows_.size());
  return known.number;
}

// Whether the row is usual; then it is in the log.
bool QuickRows::add(std::size_t row, const Found& found) {
  if (found.indicator == kNone || found.unit == kNone || !is_bare(row)) return false;
  const QuickState::Kind& kind = state_.kinds[found.indicator];
  Key key;
  if (!kind.usual || !numbers_fit(row, kind) || !key_of(row, kind, key)) return false;
  const Index context = context_of(key);
  if (context == kNone) return false;
  if (!store_.has_room()) return false;
  const LogCell cell{found.indicator, found.unit, kNone};
  Index number = found.number;
  if (number == kNone) number = store_.cells().find(cell);  // a row before it may have made it
  if (number == kNone) {
    number = store_.new_cell(cell);
  } else if (!store_.begins_after(number, columns_.start[row])) {
    return add_among_others(row, cell, context);
  }
  store_.note_scales(found.indicator, context);
  if ((key.words & QuickState::kPlain) != kind.plain) store_.note_odd(found.indicator);
  if (kind.is_ratio) store_.push_denominator(denominator_.values[row]);
  store_.push(number, store_.place_of(cell), context, columns_.start[row], columns_.end[row],
              high_of(key.recorded), (kind.is_ratio ? numerator_ : value_).values[row]);
  return true;
}

// A row that may share days with others of its cell.
bool QuickRows::add_among_others(std::size_t row, const LogCell& cell, Index context) {
  Entry entry{cell, store_.contexts()[context]};
  entry.coefficient = (entry.context.has_parts ? numerator_ : value_).values[row];
  if (entry.context.has_parts) entry.denominator = denominator_.values[row];
  return static_cast<bool>(store_.enter(entry));
}

}  // namespace tiendo
