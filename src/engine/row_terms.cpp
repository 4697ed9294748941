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

constexpr Block::Numbers all_of(std::int64_t number) {
  Block::Numbers numbers{};
  for (std::int64_t& one : numbers) one = number;
  return numbers;
}
constexpr Block::Numbers kZeros = all_of(0);
constexpr Block::Numbers kOnes = all_of(1);

// Those of the column that stand at the entries: where they are, if these are next to each other,
// or gathered.
template <class T>
const T* gather(const std::vector<T>& column, std::size_t entry, std::span<const Index> units,
                std::array<T, kBlock>& into) {
  const T* const from = column.data() + entry;
  if (units.back() - units.front() == units.size() - 1) return from + units.front();
  for (std::size_t i = 0; i < units.size(); ++i) into[i] = from[units[i]];
  return into.data();
}

}  // namespace

void Gatherer::take(std::size_t begin, Block& block) const {
  block.rows = std::min(kBlock, run_.rows - begin);
  const std::size_t column = run_.column + begin;
  const SoleTargets& targets = store_.columns();
  const std::span units(targets.unit.data() + column, block.rows);
  const Parts now = take_sums(*store_.now, units, block.gathered.data(), block.valid.data());
  block.n = now.n;
  block.d = now.d;
  block.t = targets.value.data() + column;
  block.b = targets.base.data() + column;
  block.nb = kZeros.data();
  block.db = kOnes.data();
  for (std::size_t i = 0; of_target_ && i < block.rows; ++i) {
    block.valid[i] = block.valid[i] && targets.target[column + i] != kNone;
  }
  if (!base_) return;
  std::array<bool, kBlock> valid;
  const Parts before = take_sums(*store_.before, units, block.gathered.data() + 2, valid.data());
  block.nb = before.n;
  block.db = before.d;
  for (std::size_t i = 0; i < block.rows; ++i) block.valid[i] = block.valid[i] && valid[i];
  if (store_.request.rules.unreported == Unreported::leave_out) return;
  for (std::size_t i = 0; i < block.rows; ++i) {
    block.valid[i] = block.valid[i] && is_comparable(store_, entry_ + units[i]);
  }
}

// The numbers of units, and whether they make a number.
Gatherer::Parts Gatherer::take_sums(const UnitSums& sums, std::span<const Index> units,
                                    Block::Numbers* gathered, bool* valid) const {
  std::array<Told, kBlock> memory;
  const Told* const told = gather(sums.told, entry_, units, memory);
  for (std::size_t i = 0; i < units.size(); ++i) valid[i] = told[i] == Told::sum;
  const std::int64_t* const n = gather(sums.numerator, entry_, units, gathered[0]);
  if (!ratio_) return {n, kOnes.data()};
  const std::int64_t* const d = gather(sums.denominator, entry_, units, gathered[1]);
  for (std::size_t i = 0; i < units.size(); ++i) valid[i] = valid[i] && d[i] != 0;
  return {n, d};
}

bool has_numbers(const Store& store, std::size_t first, std::size_t columns) {
  const SoleTargets& all = store.columns();
  for (std::size_t at = first; at < first + columns; ++at) {
    if (all.kind[at] == ConditionKind::none && all.target[at] != kNone) return false;
  }
  return true;
}

}  // namespace tiendo
