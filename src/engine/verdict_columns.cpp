// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// The verdicts of rows that follow from columns, as RowFiller gives them one by one.

#include "engine/each_row.hpp"
#include "engine/row_terms.hpp"
#include "engine/row_verdict.hpp"
#include "engine/verdict.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo {
namespace {

using Store = ReportRows::Store;

Verdict verdict_of(ConditionKind kind, int above) {
  const auto bound = [](int lead, bool strict) {
    if (lead > 0) return Verdict::exceeded;
    return lead == 0 && !strict ? Verdict::met : Verdict::missed;
  };
  switch (kind) {
    case ConditionKind::at_least: return bound(above, false);
    case ConditionKind::more_than: return bound(above, true);
    case ConditionKind::at_most: return bound(-above, false);
    case ConditionKind::less_than: return bound(-above, true);
    default: return above == 0 ? Verdict::met : Verdict::missed;
  }
}

// How A stands to the target: -1, 0 or 1.
template <class N>
int compare(const Terms<N>& x, const Powers<N>& p) {
  const N value = signed_as(x.n * p.a, x.d);
  const N target = x.t * size_of(x.d) * p.t;
  return int{value > target} - int{value < target};
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
    const ConditionKind* kinds = store_.columns().kind.data() + run.column + begin;
    const std::size_t entry = store_.now->entry(run.indicator, 0);
    for (std::size_t i = 0; i < block_.rows; ++i) {
      const std::size_t row = into + begin + i;
      verdicts_[row] = provisional_[row] = Verdict::none;
      if (!block_.valid[i]) continue;
      const Verdict said = verdict_of(kinds[i], compare(block_.terms<N>(i), powers));
      const bool lower =
          kinds[i] == ConditionKind::at_least || kinds[i] == ConditionKind::more_than;
      const bool settled = grows && lower && said != Verdict::missed;
      const std::size_t at = entry + store_.columns().unit[run.column + begin + i];
      const bool in_time = store_.now->of_units[at] == 0;
      const bool partial = !leaves_out_ && !store_.now->complete(at) && (!in_time || over_);
      if (settled || (over_ && !partial)) {
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

VerdictColumns verdict_columns(const Report& report, VerdictColumns memory) {
  memory.verdict.resize(report.rows.size());
  memory.provisional.resize(report.rows.size());
  std::optional<VerdictMaker> maker;
  each_row(
      report,
      [&](const Store& store, const RowRun& run) {
        if (!maker) maker.emplace(store, memory.verdict.data(), memory.provisional.data());
        return maker->make(run, run.first);
      },
      [&](std::size_t at) -> std::optional<Error> {
        const ReportRow row = report.rows[at];
        memory.verdict[at] = row.verdict;
        memory.provisional[at] = row.provisional;
        return std::nullopt;
      });
  return memory;
}

RowVerdict verdict_of(const ReportRows::Store& store, const RowRun& one) {
  RowVerdict said;
  if (VerdictMaker(store, &said.verdict, &said.provisional)
          .make({one.first, 1, one.column, one.indicator}, 0)) {
    return said;
  }
  const ReportRow row = store.row(one.first);
  return {row.verdict, row.provisional};
}

}  // namespace tiendo
