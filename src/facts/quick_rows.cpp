// Tested by tests/unit/facts/observation_columns_test.cpp and tests/oracle/log_oracle_test.cpp.

#include "facts/quick_rows.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int kKnownBits = 10;  // of the number of contexts that are found at once
constexpr int kMostSteps = 64;  // along a chain of rows that is fetched

}  // namespace

void add_finding(Diagnostics& findings, std::size_t row, const Error& problem) {
  findings.push_back({Severity::error, problem.code, Place{{}, '/' + std::to_string(row), 0, 0},
                      problem.sentence});
}

Diagnostics append_rows(LogStore& store, const ColumnRows& rows, const RowKeys& usual,
                        std::span<const RowKey> keys) {
  Diagnostics findings;
  PartOfBatch part(store);
  QuickRows quick(store, usual, keys);
  Observation texts;  // one for all rows
  for (std::size_t i = 0; i < rows.size(); ++i) {
    i = quick.append_from(i);
    if (i == rows.size()) break;
    const Result<Fact> read = rows.read(i, texts);
    const Result<Row> row = read ? store.enter(*read, texts) : Result<Row>(read.error());
    if (!row) add_finding(findings, i, row.error());
  }
  if (findings.empty()) part.keep();
  return findings;
}

QuickRows::QuickRows(LogStore& store, const RowKeys& rows, std::span<const RowKey> keys)
    : store_(store), state_(store.quick_state()), rows_(rows), keys_(keys), size_(rows.size()) {
  if (state_.known.empty()) state_.known.resize(std::size_t{1} << kKnownBits);
}

std::size_t QuickRows::append_from(std::size_t row) {
  if (!rows_.may_be_usual()) return row;
  while (row < size_) {
    const std::size_t end = std::min(size_, row + ahead_);
    store_.make_room(end - row, rows_.has_denominators());
    const RowKey* const keys = keys_from(row, end);
    look_up(keys, end - row);
    fetched_ += fetch_others(keys, end - row);
    row += add(row, end, keys);
    ahead_ = row < end ? 1 : std::min(2 * ahead_, kMostAhead);
    if (row < end) return row;
  }
  return row;
}

const RowKey* QuickRows::keys_from(std::size_t row, std::size_t end) {
  if (!keys_.empty()) return keys_.data() + row;
  rows_.read(row, end, own_keys_.data());
  return own_keys_.data();
}

// Which cells the rows belong to. What is known of these is on its way from memory meanwhile.
void QuickRows::look_up(const RowKey* keys, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    cells_[i] = kNone;
    if (!keys[i].is_usual()) continue;
    cells_[i] = store_.cells().find({keys[i].indicator, keys[i].unit, kNone});
    if (cells_[i] != kNone) __builtin_prefetch(&store_.cells()[cells_[i]], 1);
  }
}

// Rows that may share days with others of their cells will be held against these, back from the
// last one: a chain of places all over the memory. Here all chains are gone along together, so that
// waiting for one is going on with the next. @return how many rows were fetched: GCC takes a
// function that only fetches for one that does nothing.
std::size_t QuickRows::fetch_others(const RowKey* keys, std::size_t rows) {
  struct Chain {
    Index at;
    std::int32_t start;
  };
  std::array<Chain, kMostAhead> chains;  // NOLINT(*-member-init): filled as far as it is read
  std::size_t count = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int32_t start = keys[i].key.start();
    if (cells_[i] == kNone || store_.begins_after(cells_[i], start)) continue;
    const CellRows& cell = store_.cells()[cells_[i]];
    if (cell.is_long()) continue;
    chains[count++] = {cell.last, start};
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

// What the key says; not for days or a revision that are refused.
bool QuickRows::make(const ContextKey& key, Context& context) {
  const Result<Date> start = Date::from_days(key.start());
  const Result<Date> end = Date::from_days(key.end());
  const Result<Date> recorded = Date::from_days(key.recorded_on());
  if (!start || !end || !recorded || key.revision() < 0) return false;
  const Result<Period> period = Period::of(*start, *end);
  if (!period) return false;
  context.period = *period;
  context.recorded_on = *recorded;
  context.revision = key.revision();
  context.has_parts = key.is_ratio();
  context.form = static_cast<Form>(key.words >> 2 & 3U);
  context.status = static_cast<Status>(key.words >> 4 & 0xfU);
  context.qualifier = static_cast<Qualifier>(key.words >> 8 & 0xfU);
  context.scale = static_cast<std::int16_t>(key.words >> 12 & 0xffU);
  context.denominator_scale = static_cast<std::int16_t>(key.words >> 20 & 0xffU);
  return true;
}

// The number of the context, for which there is room; kNone where there can be none.
Index QuickRows::context_of(const ContextKey& key) {
  const std::uint64_t hash = key.period * 0x9e3779b97f4a7c15U ^ key.recorded * 0xc2b2ae3d27d4eb4fU ^
                             key.words * 0xd6e8feb86659fd93U;
  QuickState::Known& known = state_.known[hash >> (64 - kKnownBits)];
  if (!(known.key == key)) {
    Context context;
    if (!make(key, context)) return kNone;
    known = {key, store_.number_of(context)};
  }
  store_.make_room_for(known.number, size_);
  return known.number;
}

// Adds rows up to the first that is not usual. @return how many
std::size_t QuickRows::add(std::size_t row, std::size_t end, const RowKey* keys) {
  std::size_t added = 0;
  while (row + added < end) {
    added += add_run(row + added, end, keys + added, &cells_[added]);
    if (row + added == end || !add_among_others(row + added, keys[added])) break;
    ++added;
  }
  return added;
}

// Adds rows up to the first that is not usual or may share days with others of its cell, for which
// there is room. @return how many
std::size_t QuickRows::add_run(std::size_t row, std::size_t end, const RowKey* keys,
                               const Index* cells) {
  const std::size_t first = row;
  LogStore::Run run(store_);
  for (; row < end; ++row, ++keys, ++cells) {
    if (!keys->is_usual() || !store_.has_room(run.size())) break;
    const Index context = context_of(keys->key);
    if (context == kNone) break;
    const LogCell cell{keys->indicator, keys->unit, kNone};
    Index number = *cells;
    if (number == kNone) number = store_.cells().find(cell);  // a row before it may have made it
    if (number == kNone) {
      number = store_.new_cell(cell);
    } else if (!store_.begins_after(number, keys->key.start())) {
      break;
    }
    const bool is_ratio = keys->key.is_ratio();
    store_.note_scales(cell.indicator, context);
    if ((keys->key.words & ContextKey::kPlain) != state_.kinds[cell.indicator].plain()) {
      store_.note_odd(cell.indicator);
    }
    if (is_ratio) run.push_denominator(rows_.denominator(row));
    run.push(number, store_.place_of(cell), context, keys->key.start(), keys->key.end(),
             keys->key.recorded_on(), rows_.number(row, is_ratio));
  }
  return row - first;
}

// A row that may share days with others of its cell. @return whether it is in the log
bool QuickRows::add_among_others(std::size_t row, const RowKey& key) {
  if (!key.is_usual() || !store_.has_room()) return false;
  const Index context = context_of(key.key);
  if (context == kNone) return false;
  Entry entry{{key.indicator, key.unit, kNone}, store_.contexts()[context]};
  const bool is_ratio = entry.context.has_parts;
  entry.coefficient = rows_.number(row, is_ratio);
  if (is_ratio) entry.denominator = rows_.denominator(row);
  return static_cast<bool>(store_.enter(entry));
}

}  // namespace tiendo
