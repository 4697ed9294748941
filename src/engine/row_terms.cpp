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

// Whether the same time before is one that the row may be compared with, unless what has not been
// reported is left out.
bool is_comparable(const Store& store, std::size_t entry) {
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

namespace {

// Those of the column that stand at the entries: next to each other, or wherever the units have
// them.
template <class T>
void gather(const std::vector<T>& column, std::size_t entry, std::span<const Index> units,
            T* into) {
  const T* const from = column.data() + entry;
  if (units.back() - units.front() == units.size() - 1) {
    std::copy_n(from + units.front(), units.size(), into);
    return;
  }
  for (std::size_t i = 0; i < units.size(); ++i) into[i] = from[units[i]];
}

}  // namespace

void Gatherer::take(std::size_t begin, Block& block) const {
  block.rows = std::min(kBlock, run_.rows - begin);
  const std::size_t column = run_.column + begin;
  const SoleTargets& targets = store_.columns();
  const std::span units(targets.unit.data() + column, block.rows);
  take_sums(*store_.now, units, block.n.data(), block.d.data(), block.valid.data());
  std::copy_n(targets.value.data() + column, block.rows, block.t.data());
  std::copy_n(targets.base.data() + column, block.rows, block.b.data());
  for (std::size_t i = 0; of_target_ && i < block.rows; ++i) {
    block.valid[i] = block.valid[i] && targets.target[column + i] != kNone;
  }
  if (!base_) {
    std::fill_n(block.nb.data(), block.rows, 0);
    std::fill_n(block.db.data(), block.rows, 1);
    return;
  }
  std::array<bool, kBlock> valid;
  take_sums(*store_.before, units, block.nb.data(), block.db.data(), valid.data());
  for (std::size_t i = 0; i < block.rows; ++i) block.valid[i] = block.valid[i] && valid[i];
  if (store_.request.rules.unreported == Unreported::leave_out) return;
  for (std::size_t i = 0; i < block.rows; ++i) {
    block.valid[i] = block.valid[i] && is_comparable(store_, entry_ + units[i]);
  }
}

// The numbers of units, and whether they make a number.
void Gatherer::take_sums(const UnitSums& sums, std::span<const Index> units, std::int64_t* n,
                         std::int64_t* d, bool* valid) const {
  std::array<Told, kBlock> told;
  gather(sums.told, entry_, units, told.data());
  gather(sums.numerator, entry_, units, n);
  for (std::size_t i = 0; i < units.size(); ++i) valid[i] = told[i] == Told::sum;
  if (!ratio_) {
    std::fill_n(d, units.size(), 1);
    return;
  }
  gather(sums.denominator, entry_, units, d);
  for (std::size_t i = 0; i < units.size(); ++i) valid[i] = valid[i] && d[i] != 0;
}

bool has_numbers(const Store& store, std::size_t first, std::size_t columns) {
  const SoleTargets& all = store.columns();
  for (std::size_t at = first; at < first + columns; ++at) {
    if (all.kind[at] == ConditionKind::none && all.target[at] != kNone) return false;
  }
  return true;
}

}  // namespace tiendo
