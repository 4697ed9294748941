// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include <algorithm>
#include <bit>
#include <cassert>

#include "base/team.hpp"
#include "engine/actual.hpp"
#include "engine/composite.hpp"
#include "engine/parts_below.hpp"
#include "engine/row_store.hpp"
#include "engine/time_before.hpp"

namespace tiendo {

void ReportRows::Store::find_reporters(const ObservationLog& log) {
  reporters = Reporters(log, request.known_on);
  find_tree();
}

void ReportRows::Store::find_tree() {
  auto found = RollUpTree::of(plan, reporters);
  tree = found ? std::make_shared<const RollUpTree>(*std::move(found)) : nullptr;
}

void keep_rows(ReportRows::Store& store, const std::function<bool(Index, Index)>& kept) {
  const SoleTargets& all = store.columns();
  auto columns = std::make_shared<SoleTargets>();
  columns->scale = all.scale;
  std::vector<RowPlace> places;
  std::vector<ReportRow> whole;
  std::size_t indicator = 0;  // of the column
  const auto open = [&](std::size_t until) {
    while (columns->first.size() <= until) columns->first.push_back(columns->unit.size());
  };
  for (const RowPlace& place : store.places) {
    if (place.whole != kNone) {
      ReportRow& row = store.whole[place.whole];
      if (!kept(row.indicator, row.unit)) continue;
      places.push_back({static_cast<Index>(whole.size()), kNone});
      whole.push_back(std::move(row));
      continue;
    }
    while (all.first[indicator + 1] <= place.column) ++indicator;
    if (!kept(static_cast<Index>(indicator), all.unit[place.column])) continue;
    open(indicator);
    places.push_back({kNone, static_cast<Index>(columns->unit.size())});
    columns->target.push_back(all.target[place.column]);
    columns->unit.push_back(all.unit[place.column]);
    columns->assigner.push_back(all.assigner[place.column]);
    columns->kind.push_back(all.kind[place.column]);
    columns->value.push_back(all.value[place.column]);
    columns->base.push_back(all.base[place.column]);
  }
  open(store.plan.indicators().size());
  store.places = std::move(places);
  store.whole = std::move(whole);
  store.all_columns = std::move(columns);
}

ReportRow ReportRows::Store::bare(Index column) const {
  const SoleTargets& all = columns();
  if (all.target[column] != kNone) return target_row(plan, all.target[column]);
  const auto after = std::upper_bound(all.first.begin(), all.first.end(), column);
  return bare_row(static_cast<Index>(after - all.first.begin() - 1), all.unit[column],
                  plan.head().period);
}

ReportRow ReportRows::Store::row(std::size_t at) const {
  const RowPlace& place = places[at];
  if (place.whole != kNone) return whole[place.whole];
  ReportRow row = bare(place.column);
  fill(row, no_reports, reporters, request, nullptr, &known);
  return row;
}

std::size_t ReportRows::size() const noexcept { return store_ ? store_->places.size() : 0; }

ReportRow ReportRows::operator[](std::size_t at) const { return store_->row(at); }

ReportRow ReportRows::at(std::size_t at) const {
  static const std::vector<RowPlace> kEmpty;
  static_cast<void>((store_ ? store_->places : kEmpty).at(at));
  return (*this)[at];
}

namespace {

// Whether the figures of every plain row of the indicator are compared as sums are.
bool is_compared_plainly(const ReportRows::Store& store, Index indicator) {
  const BaseRule rule = base_rule_of(store.plan, indicator, base_rule_of(store.request));
  return rule == BaseRule::latest && store.plan.indicators()[indicator].weight.empty();
}

}  // namespace

KeptSums::KeptSums(const Request& request, const Period& window, const KnownSums& known)
    : leaves_out_(request.rules.unreported == Unreported::leave_out) {
  const Date as_of = std::min(request.as_of, window.last_day());
  const WindowQuestion now{window, as_of, request.known_on};
  now_ = known.of(now);
  const ComparedWith with = request.rules.compared_with;
  complete_ = now_ != nullptr;
  if (auto before = same_time_before(now, with)) {
    before_ = known.of(*before);
    before->edition = Edition::first;
    first_ = known.of(*before);
    complete_ = complete_ && before_ != nullptr && first_ != nullptr;
  }
  const auto whole = time_before(window, with);
  if (whole && as_of < window.last_day()) {
    whole_ = known.of({*whole, whole->last_day(), request.known_on});
    complete_ = complete_ && whole_ != nullptr;
  }
}

bool KeptSums::has(std::size_t entry) const {
  if (!complete_ || now_->told[entry] == Told::other) return false;
  if (now_->told[entry] == Told::nothing) return true;
  const auto lacks = [entry](const UnitSums* sums) {
    return sums != nullptr && sums->told[entry] == Told::other;
  };
  if (lacks(before_) || lacks(first_) || lacks(whole_)) return false;
  // By another rule the stretches that are reported decide which ones they are compared with.
  const std::uint64_t months = now_->months[entry];
  return leaves_out_ || months == 0 || static_cast<int>(std::bit_width(months)) == now_->due();
}

namespace {

// The runs among the rows of a part of the report, which stand in the order of their columns.
class RunFinder {
 public:
  explicit RunFinder(const ReportRows::Store& store) : store_(store) {
    for (Index indicator = 0; indicator < store.plan.indicators().size(); ++indicator) {
      is_plain_.push_back(is_compared_plainly(store, indicator));
    }
  }

  std::vector<RowRun> find(std::size_t begin, std::size_t end) const {
    const SoleTargets& columns = store_.columns();
    std::vector<RowRun> runs;
    Index indicator = 0;
    for (std::size_t row = begin; row < end; ++row) {
      const std::size_t column = store_.places[row].column;
      if (column == kNone) continue;
      while (columns.first[indicator + 1] <= column) ++indicator;
      assert(columns.first[indicator] <= column);
      const std::size_t entry = store_.now->entry(indicator, columns.unit[column]);
      if (!is_plain_[indicator] || !store_.kept.has(entry)) continue;
      const RowRun one{row, 1, column, indicator};
      if (goes_on(runs, one)) {
        ++runs.back().rows;
      } else {
        runs.push_back(one);
      }
    }
    return runs;
  }

  // Adds a run behind all others, or to the last one where it goes on.
  static void add(std::vector<RowRun>& runs, const RowRun& next) {
    if (goes_on(runs, next)) {
      runs.back().rows += next.rows;
    } else {
      runs.push_back(next);
    }
  }

 private:
  static bool goes_on(const std::vector<RowRun>& runs, const RowRun& next) {
    if (runs.empty()) return false;
    const RowRun& last = runs.back();
    return last.indicator == next.indicator && last.first + last.rows == next.first &&
           last.column + last.rows == next.column;
  }

  const ReportRows::Store& store_;
  std::vector<bool> is_plain_;  // beside the indicators
};

}  // namespace

void ReportRows::Store::find_runs(Team& team) {
  kept = KeptSums(request, plan.head().period, known);
  now = kept.now();
  before = kept.before();
  if (now == nullptr) return;
  const RunFinder finder(*this);
  const std::size_t parts = (places.size() + kRowsTogether - 1) / kRowsTogether;
  std::vector<std::vector<RowRun>> found(parts);
  team.each(parts, [&](std::size_t part) {
    const std::size_t begin = part * kRowsTogether;
    found[part] = finder.find(begin, std::min(begin + kRowsTogether, places.size()));
  });
  for (const std::vector<RowRun>& part : found) {
    for (const RowRun& run : part) RunFinder::add(runs, run);
  }
}

namespace {

// The place of the plain target of an indicator and unit in the columns, or their end.
std::size_t column_of(const SoleTargets& targets, Index indicator, Index unit) {
  const std::size_t guess = targets.first[indicator] + unit;  // where each unit has one
  if (guess < targets.first[indicator + 1] && targets.unit[guess] == unit) return guess;
  const auto begin = targets.unit.begin();
  const auto first = begin + static_cast<std::ptrdiff_t>(targets.first[indicator]);
  const auto end = begin + static_cast<std::ptrdiff_t>(targets.first[indicator + 1]);
  const auto found = std::lower_bound(first, end, unit);
  const bool there = found != end && *found == unit;
  return there ? static_cast<std::size_t>(found - begin) : targets.unit.size();
}

// The run of the one row of a column, where it follows from sums.
std::optional<RowRun> run_of(const std::vector<RowRun>& runs, std::size_t column) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), column,
                       [](std::size_t at, const RowRun& run) { return at < run.column; });
  if (after == runs.begin()) return std::nullopt;
  const RowRun& run = *(after - 1);
  const std::size_t into = column - run.column;
  if (into >= run.rows) return std::nullopt;
  return RowRun{run.first + into, 1, column, run.indicator};
}

}  // namespace

std::vector<RowAbove> ReportRows::Store::rows_from(Index indicator, Index unit) const {
  std::vector<RowAbove> rows;
  for (; unit != kNone; unit = now->tree().above[unit]) {
    const std::size_t column = column_of(columns(), indicator, unit);
    if (column != columns().unit.size()) rows.push_back({unit, run_of(runs, column)});
  }
  return rows;
}

bool ReportRows::Store::follow_still(Index indicator, std::span<const RowAbove> rows) const {
  if (!is_compared_plainly(*this, indicator)) return true;
  return std::all_of(rows.begin(), rows.end(), [&](const RowAbove& row) {
    return kept.has(now->entry(indicator, row.unit)) == row.run.has_value();
  });
}

void ReportRows::Store::fetch(std::span<const RowAbove> rows) const noexcept {
  const SoleTargets& all = columns();
  for (const RowAbove& row : rows) {
    if (!row.run) continue;
    const std::size_t column = row.run->column;
    __builtin_prefetch(&all.target[column]);
    __builtin_prefetch(&all.assigner[column]);
    __builtin_prefetch(&all.kind[column]);
    __builtin_prefetch(&all.value[column]);
    __builtin_prefetch(&verdicts.verdict[row.run->first]);
    __builtin_prefetch(&verdicts.provisional[row.run->first]);
  }
}

CountedRow ReportRows::Store::counted(Index indicator, std::size_t row, std::size_t column) const {
  const Verdict verdict = verdicts.verdict[row];
  const bool silent = verdict == Verdict::none &&
                      now->told[now->entry(indicator, columns().unit[column])] == Told::nothing;
  return {columns().assigner[column], counted_as(verdict, silent), verdicts.provisional[row]};
}

void ReportRows::Store::fill_whole_rows(const ObservationLog& log, Watch& watch) {
  if (!watch.begin(Phase::judging, static_cast<std::int64_t>(whole.size()))) return;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    fill(whole[at], log, reporters, request, nullptr, &known);
    if (!watch.goes_on(static_cast<std::int64_t>(at + 1))) return;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const std::vector<ReportRow> components = components_of(whole, at);
    if (components.empty()) continue;
    conclude_composite(whole[at], components, request.rules.unreported);
  }
}

std::shared_ptr<ReportRows::Store> ReportRows::take_store() noexcept {
  if (store_.use_count() > 1) return nullptr;
  return std::move(store_);
}

}  // namespace tiendo
