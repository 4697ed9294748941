// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/row_terms.hpp"

namespace tiendo {

using Store = ReportRows::Store;

// Of an indicator; nothing where its measure is no power of ten.
std::optional<Exponents> exponents_of(const Store& store, Index indicator) {
  const Indicator& definition = store.plan.indicators()[indicator];
  const SumScales& scales = store.now->scales(indicator);
  Exponents of{-scales.numerator, store.columns().scale[indicator]};
  if (definition.kind != IndicatorKind::ratio) return of;
  of.value += scales.denominator;
  const Decimal factor = store.plan.measure_of(definition).factor.normalized();
  if (!factor.coefficient()) return std::nullopt;
  std::int64_t rest = *factor.coefficient();
  of.value += factor.scale();
  for (; rest % 10 == 0; rest /= 10) --of.value;
  return rest == 1 ? std::optional(of) : std::nullopt;
}

namespace {

// Whether the same time before is one that the row may be compared with.
bool is_comparable(const Store& store, std::size_t entry) {
  if (store.before->state[entry] != UnitSums::State::told) return false;
  if (store.request.rules.unreported == Unreported::leave_out) return true;
  const auto whole = [entry](const UnitSums& sums) {
    return sums.of_units[entry] == 0 || sums.complete(entry);
  };
  return store.now->months[entry] != 0 && whole(*store.now) && whole(*store.before) &&
         store.now->months[entry] == store.before->months[entry];
}

}  // namespace

Gatherer::Gatherer(const Store& store, const RowRun& run, bool base, bool of_target)
    : store_(store),
      run_(run),
      base_(base),
      of_target_(of_target),
      ratio_(store.plan.indicators()[run.indicator].kind == IndicatorKind::ratio),
      entry_(store.now->entry(run.indicator, 0)) {}

void Gatherer::take(std::size_t begin, Block& block) const {
  block.rows = std::min(kBlock, run_.rows - begin);
  const UnitSums& now = *store_.now;
  for (std::size_t i = 0; i < block.rows; ++i) {
    const std::size_t column = run_.column + begin + i;
    const std::size_t at = entry_ + store_.columns().unit[column];
    block.n[i] = now.numerator[at];
    block.d[i] = ratio_ ? now.denominator[at] : 1;
    block.t[i] = store_.columns().value[column];
    block.b[i] = store_.columns().base[column];
    block.valid[i] = now.state[at] == UnitSums::State::told && block.d[i] != 0 &&
                     (!of_target_ || store_.columns().target[column] != kNone);
    block.nb[i] = 0;
    block.db[i] = 1;
    if (!base_) continue;
    block.nb[i] = store_.before->numerator[at];
    if (ratio_) block.db[i] = store_.before->denominator[at];
    block.valid[i] = block.valid[i] && block.db[i] != 0 && is_comparable(store_, at);
  }
}

bool has_numbers(const Store& store, std::size_t first, std::size_t columns) {
  const SoleTargets& all = store.columns();
  for (std::size_t at = first; at < first + columns; ++at) {
    if (all.kind[at] == ConditionKind::none && all.target[at] != kNone) return false;
  }
  return true;
}

}  // namespace tiendo
