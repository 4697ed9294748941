// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// The verdicts of rows that follow from columns, as RowFiller gives them one by one.

#include <algorithm>
#include <array>

#include "base/team.hpp"
#include "engine/each_row.hpp"
#include "engine/row_terms.hpp"
#include "engine/row_verdict.hpp"
#include "engine/verdict.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo {
namespace {

using Store = ReportRows::Store;

// What a bound says of what is below, at and above its number; the places are those of the kinds.
using Bounds = std::array<std::array<Verdict, 3>, 8>;

constexpr Bounds bounds() {
  constexpr Verdict kNo = Verdict::missed;
  constexpr Verdict kAt = Verdict::met;
  constexpr Verdict kBeyond = Verdict::exceeded;
  Bounds all{};
  for (auto& one : all) one = {kNo, kAt, kNo};
  const auto put = [&](ConditionKind kind, const std::array<Verdict, 3>& says) {
    all[static_cast<std::size_t>(kind)] = says;
  };
  put(ConditionKind::at_least, {kNo, kAt, kBeyond});
  put(ConditionKind::more_than, {kNo, kNo, kBeyond});
  put(ConditionKind::at_most, {kBeyond, kAt, kNo});
  put(ConditionKind::less_than, {kBeyond, kNo, kNo});
  return all;
}

constexpr Bounds kBounds = bounds();

Verdict verdict_of(ConditionKind kind, int above) {
  const auto place = static_cast<std::size_t>(kind);
  const std::size_t side = above < 0 ? 0 : above == 0 ? 1 : 2;
  return kBounds[std::min(place, kBounds.size() - 1)][side];
}

// How A stands to the target: -1, 0 or 1.
template <class N>
int compare(const Terms<N>& x, const Powers<N>& p) {
  const N value = signed_as(x.n * p.a, x.d);
  const N target = x.t * size_of(x.d) * p.t;
  return int{value > target} - int{value < target};
}

// Whether more of what only grows cannot change it.
bool is_settled(ConditionKind kind, Verdict said) {
  const bool lower = kind == ConditionKind::at_least || kind == ConditionKind::more_than;
  return lower && said != Verdict::missed;
}

class VerdictMaker {
 public:
  // Puts the verdicts of a run where those of the row `begin` stand, and on.
  VerdictMaker(const Store& store, Verdict* verdicts, Verdict* provisional)
      : store_(store),
        verdicts_(verdicts),
        provisional_(provisional),
        over_(store.request.as_of >= store.plan.head().period.last_day()),
        leaves_out_(store.request.rules.unreported == Unreported::leave_out) {}

  // Whether the run could be judged; its first row stands at the position `into`.
  bool make(const RowRun& run, std::size_t into) {
    const std::optional<Exponents> of = exponents_of(store_, run.indicator);
    if (!of || !is_within(of->value + of->target)) return false;
    const bool grows = only_grows(store_.plan.indicators()[run.indicator]);
    const Gatherer gatherer(store_, run, false, true);
    for (std::size_t begin = 0; begin < run.rows; begin += kBlock) {
      gatherer.take(begin, block_);
      if (!has_numbers(store_, run.column + begin, block_.rows)) return false;
      const Terms<Bits> bits = block_.bits();
      const Powers<Bits> powers = powers_of<Bits>(0, *of);
      const int most = std::max((bits.n * powers.a).bits, (bits.t * bits.d * powers.t).bits);
      if (most > 126) return false;
      if (most <= 62) {
        judge(run, begin, into, grows, powers_of<std::int64_t>(0, *of));
      } else {
        judge(run, begin, into, grows, powers_of<Int128>(0, *of));
      }
    }
    return true;
  }

 private:
  template <class N>
  void judge(const RowRun& run, std::size_t begin, std::size_t into, bool grows,
             const Powers<N>& powers) {
    const ConditionKind* const kinds = store_.columns().kind.data() + run.column + begin;
    const Index* const units = store_.columns().unit.data() + run.column + begin;
    const std::size_t entry = store_.now->entry(run.indicator, 0);
    for (std::size_t i = 0; i < block_.rows; ++i) {
      const std::size_t row = into + begin + i;
      verdicts_[row] = provisional_[row] = Verdict::none;
      if (!block_.valid[i]) continue;
      const Verdict said = verdict_of(kinds[i], compare(block_.terms<N>(i), powers));
      const std::size_t at = entry + units[i];
      const bool in_time = store_.now->of_units[at] == 0;
      const bool partial = !leaves_out_ && !store_.now->complete(at) && (!in_time || over_);
      const bool decided = over_ && !partial;  // mostly, so that what has been said is not asked
      if (decided || (grows && is_settled(kinds[i], said))) {
        verdicts_[row] = said;
      } else if (!partial) {
        provisional_[row] = said;
      }
    }
  }

  const Store& store_;
  Verdict* verdicts_;
  Verdict* provisional_;
  bool over_;
  bool leaves_out_;
  Block block_;
};

}  // namespace

VerdictColumns verdicts_of(const Store& store, Team& team) {
  VerdictColumns all;
  all.verdict.resize(store.places.size());
  all.provisional.resize(store.places.size());
  const auto put = [&](std::size_t at, const ReportRow& row) {
    all.verdict[at] = row.verdict;
    all.provisional[at] = row.provisional;
  };
  for (std::size_t at = 0; at < store.places.size() && !store.whole.empty(); ++at) {
    const Index whole = store.places[at].whole;
    if (whole != kNone) put(at, store.whole[whole]);
  }
  team.each(store.runs.size(), [&](std::size_t number) {
    const RowRun& run = store.runs[number];
    if (VerdictMaker(store, all.verdict.data(), all.provisional.data()).make(run, run.first))
      return;
    for (std::size_t at = run.first; at < run.first + run.rows; ++at) put(at, store.row(at));
  });
  return all;
}

VerdictColumns verdict_columns(const Report& report, VerdictColumns memory) {
  if (report.rows.store() == nullptr) return {};
  memory = report.rows.store()->verdicts;
  return memory;
}

VerdictColumns verdict_columns(const Report& report, RowRange rows, VerdictColumns memory) {
  if (report.rows.store() == nullptr) return {};
  const VerdictColumns& all = report.rows.store()->verdicts;
  const RowRange there = rows_in(report, rows);
  const auto some_of = [&](const std::vector<Verdict>& verdicts, std::vector<Verdict>& some) {
    const auto begin = verdicts.begin() + static_cast<std::ptrdiff_t>(there.first);
    some.assign(begin, begin + static_cast<std::ptrdiff_t>(there.rows));
  };
  some_of(all.verdict, memory.verdict);
  some_of(all.provisional, memory.provisional);
  return memory;
}

RowVerdict verdict_of(const Store& store, const RowRun& one) {
  RowVerdict said;
  if (VerdictMaker(store, &said.verdict, &said.provisional)
          .make({one.first, 1, one.column, one.indicator}, 0)) {
    return said;
  }
  const ReportRow row = store.row(one.first);
  return {row.verdict, row.provisional};
}

}  // namespace tiendo
