// Tested by tests/unit/engine/evaluate_test.cpp, hand_verdict_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/evaluate.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/team.hpp"
#include "engine/carry.hpp"
#include "engine/composite.hpp"
#include "engine/formulas.hpp"
#include "engine/level_columns.hpp"
#include "engine/levels.hpp"
#include "engine/row_store.hpp"
#include "engine/row_verdict.hpp"
#include "engine/trace_numbers.hpp"
#include "tiendo/base/watched.hpp"
#include "tiendo/engine/rollup.hpp"

namespace tiendo {

void count(const CountedRow& row, SummaryRow& summary, int times) {
  summary.rows += times;
  switch (row.as) {
    case CountedAs::exceeded: summary.exceeded += times; return;
    case CountedAs::met: summary.met += times; return;
    case CountedAs::near: summary.near += times; return;
    case CountedAs::missed: summary.missed += times; return;
    case CountedAs::no_data: summary.no_data += times; break;
    default: summary.not_judged += times; break;
  }
  switch (row.provisional) {
    case Verdict::exceeded: summary.provisional_exceeded += times; break;
    case Verdict::met: summary.provisional_met += times; break;
    case Verdict::near: summary.provisional_near += times; break;
    case Verdict::missed: summary.provisional_missed += times; break;
    case Verdict::none: break;
  }
}

void count(const ReportRow& row, SummaryRow& summary, int times) {
  summary.by_hand += row.by_hand ? times : 0;
  count({row.assigner, counted_as(row), row.provisional}, summary, times);
}

namespace {

// Counts rows by assigner, those of one that follow each other at once.
class RowCounts {
 public:
  void add(Index assigner, Verdict verdict, bool silent, Verdict provisional) {
    if (assigner != assigner_) flush(assigner);
    const auto one = static_cast<std::size_t>(verdict);
    const auto other = static_cast<std::size_t>(provisional);
    ++counts_[(one * kVerdicts + other) * 2 + (silent ? 1 : 0)];
  }

  // Adds what was counted to the rows of their assigners.
  void put(std::map<Index, SummaryRow>& all) {
    flush(kNone);
    for (const auto& [assigner, counts] : all_) {
      for (std::size_t at = 0; at < counts.size(); ++at) {
        if (counts[at] == 0) continue;
        const auto verdict = static_cast<Verdict>(at / 2 / kVerdicts);
        const auto provisional = static_cast<Verdict>(at / 2 % kVerdicts);
        const CountedRow row{assigner, counted_as(verdict, at % 2 != 0), provisional};
        count(row, all[assigner], counts[at]);
      }
    }
  }

 private:
  static constexpr std::size_t kVerdicts = 8;
  using Counts = std::array<int, kVerdicts * kVerdicts * 2>;

  void flush(Index next) {
    Counts& all = all_[assigner_];
    for (std::size_t at = 0; at < all.size(); ++at) all[at] += std::exchange(counts_[at], 0);
    assigner_ = next;
  }

  std::map<Index, Counts> all_;
  Index assigner_ = kNone;
  Counts counts_{};
};

void add(const ReportRows::Store& store, const RowRun& run, RowCounts& counts) {
  const Index* const targets = store.columns().target.data() + run.column;
  const Index* const assigners = store.columns().assigner.data() + run.column;
  const Index* const units = store.columns().unit.data() + run.column;
  const Told* const told = store.now->told.data() + store.now->entry(run.indicator, 0);
  const Verdict* const verdicts = store.verdicts.verdict.data() + run.first;
  const Verdict* const provisional = store.verdicts.provisional.data() + run.first;
  for (std::size_t i = 0; i < run.rows; ++i) {
    if (targets[i] == kNone) continue;
    counts.add(assigners[i], verdicts[i], told[units[i]] == Told::nothing, provisional[i]);
  }
}

std::vector<SummaryRow> summarise(const ReportRows::Store& store, Team& team) {
  const std::size_t runs = store.runs.size();
  std::vector<RowCounts> counts(std::min<std::size_t>(runs, 4 * std::size_t{team.threads()}));
  team.each(counts.size(), [&](std::size_t part) {
    const std::size_t end = (part + 1) * runs / counts.size();
    for (std::size_t run = part * runs / counts.size(); run < end; ++run) {
      add(store, store.runs[run], counts[part]);
    }
  });
  std::map<Index, SummaryRow> all;  // kNone sorts last
  for (const ReportRow& row : store.whole) {
    if (is_counted(counted_as(row))) count(row, all[row.assigner]);
  }
  for (RowCounts& part : counts) part.put(all);
  std::vector<SummaryRow> result;
  for (auto& [assigner, summary] : all) {
    summary.assigner = assigner;
    result.push_back(summary);
  }
  return result;
}

// Every row that does not follow from columns becomes whole.
void make_others_whole(ReportRows::Store& store) {
  auto run = store.runs.begin();
  for (std::size_t at = 0; at < store.places.size(); ++at) {
    if (run != store.runs.end() && at == run->first + run->rows) ++run;
    if (run != store.runs.end() && at >= run->first) {
      at = run->first + run->rows - 1;
      continue;
    }
    RowPlace& place = store.places[at];
    if (place.whole != kNone) continue;
    store.whole.push_back(store.bare(place.column));
    place.whole = static_cast<Index>(store.whole.size() - 1);
  }
}

}  // namespace

// Rows of other units than their targets name, or of none at all, are whole.
void list_rows(ReportRows::Store& store, const ObservationLog& log, Team& team) {
  const Request& request = store.request;
  // A decision taken later than the day, or than the day as known on, is not in force.
  const Date decided = std::min(request.as_of, request.known_on.value_or(request.as_of));
  RowList rows = list_rows(store.plan, decided);
  store.places = std::move(rows.places);
  store.whole = std::move(rows.whole);
  if (!request.map && !request.levels) return;
  if (!request.map && add_level_columns(store, team)) return;
  store.whole = rows_of(store.plan, decided);
  if (request.map) store.whole = carry(store.plan, store.whole, *request.map);
  if (request.levels) add_levels(log, store.reporters, request, store.whole);
  store.places.clear();
  for (Index at = 0; at < store.whole.size(); ++at) store.places.push_back({at, kNone});
}

Report report_of(const std::shared_ptr<ReportRows::Store>& store, const ObservationLog& log,
                 Watch& watch) {
  if (watch.stopped()) return {store->plan, store->request, ReportRows(), {}};
  store->find_runs(watch.team());
  make_others_whole(*store);
  store->fill_whole_rows(log, watch);
  if (watch.stopped()) return {store->plan, store->request, ReportRows(), {}};
  store->known.alone = true;
  store->verdicts = verdicts_of(*store, watch.team());
  return {store->plan, store->request, ReportRows(store), summarise(*store, watch.team())};
}

Report evaluate(const ObservationLog& log, const Request& request, Watch& watch) {
  auto store = std::make_shared<ReportRows::Store>(log, request);
  const auto list = [&] {
    store->find_reporters(log);
    list_rows(*store, log, watch.team());
  };
  store->known = known_sums(log, store->tree, request, watch, nullptr, list);
  return report_of(store, log, watch);
}

Report evaluate(const ObservationLog& log, const Request& request) {
  Watch unwatched;
  return evaluate(log, request, unwatched);
}

Result<Report> evaluate(const ObservationLog& log, const Request& request, const Run& run) {
  return watched(run, [&](Watch& watch) { return evaluate(log, request, watch); });
}

Trace explain(const ObservationLog& log, const Report& report, std::size_t row) {
  Trace trace{report.rows[row], report.request.rules, {}, {}, {}};
  const ReportRows::Store& store = *report.rows.store();
  const Index whole = store.places[row].whole;
  if (whole != kNone) trace.components = components_of(store.whole, whole);
  fill(trace.row, log, Reporters(log, report.request.known_on), report.request, &trace);
  if (!trace.components.empty()) {
    conclude_composite(trace.row, trace.components, trace.rules.unreported);
  }
  const Indicator& indicator = report.plan.indicators()[trace.row.indicator];
  conclude_steps(trace, Counting(report.plan, indicator));
  drop_unused(trace);
  return trace;
}

}  // namespace tiendo
