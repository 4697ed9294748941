// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// One pass over the cells, then one over the tree for each indicator. What does not fit 64 bits, or
// is no plain sum, is `other`, and so is what would be made of it.

#include "engine/unit_sums.hpp"

#include <algorithm>
#include <bit>

#include "engine/parts.hpp"

namespace tiendo {
namespace {

// Whether the unit is what it is, and where it is, for all time.
bool is_still(const ResponsibleUnit& unit) { return !unit.from && !unit.until; }

// The units, each after all that stand below it.
std::vector<Index> bottom_up(const Plan& plan) {
  std::vector<Index> order;
  order.reserve(plan.units().size());
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    if (plan.units()[unit].parent.empty()) order.push_back(unit);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    const std::vector<Index>& below = plan.children_of(order[next]);
    order.insert(order.end(), below.begin(), below.end());
  }
  std::reverse(order.begin(), order.end());
  return order;
}

bool is_reported_alone(const Indicator& indicator) {
  const bool made = indicator.kind == IndicatorKind::growth ||
                    indicator.kind == IndicatorKind::formula ||
                    indicator.kind == IndicatorKind::composite;
  const TimeRule rule = time_rule_of(indicator);
  return !made && (rule == TimeRule::sum || rule == TimeRule::last) && indicator.breaks.empty();
}

}  // namespace

std::optional<RollUpTree> RollUpTree::of(const Plan& plan, const Reporters& reporters) {
  const std::vector<ResponsibleUnit>& units = plan.units();
  if (!plan.succession().empty() || !std::all_of(units.begin(), units.end(), is_still)) {
    return std::nullopt;
  }
  RollUpTree tree{bottom_up(plan), std::vector<Index>(units.size(), kNone),
                  std::vector<std::int32_t>(units.size())};
  for (Index unit = 0; unit < units.size(); ++unit) {
    const std::vector<Index>& below = plan.children_of(unit);
    if (below.empty()) continue;
    for (const Index child : reporters.of(below)) {
      tree.above[child] = unit;
      ++tree.waits[unit];
    }
  }
  return tree;
}

PlainIndicators::PlainIndicators(const ObservationLog& log) {
  const Plan& plan = log.plan();
  for (Index at = 0; at < plan.indicators().size(); ++at) {
    const Indicator& indicator = plan.indicators()[at];
    const UnitRule rule = unit_rule_of(indicator);
    plain.push_back(is_reported_alone(indicator) && plan.capital_projects_of(at).empty());
    adds_up.push_back(rule == UnitRule::sum || rule == UnitRule::ratio);
  }
  for (Index at = 0; at < plan.targets().size() && !plan.projects().empty(); ++at) {
    const TargetLinks& links = plan.target_links()[at];
    if (links.project == kNone) continue;
    plain[links.indicator] = false;
    for (const ComponentCondition& one : plan.targets().components(at)) {
      plain[plan.find_indicator(one.indicator)] = false;
    }
  }
  for (Index number = 0; number < log.cell_count(); ++number) {
    const LogCell cell = log.cell(number);
    if (cell.project != kNone) plain[cell.indicator] = false;
  }
}

UnitSums::UnitSums(const ObservationLog& log, std::shared_ptr<const RollUpTree> tree,
                   const PlainIndicators& indicators, const WindowQuestion& question,
                   const WindowSums& sums)
    : question_(question), tree_(std::move(tree)), both_editions_(!sums.corrected) {
  const std::size_t size = indicators.plain.size() * units();
  due_ = tiendo::due(question.window, question.as_of, true).expected;
  numerator.resize(size);
  denominator.resize(size);
  months.resize(size);
  reported.resize(size);
  state.resize(size);
  of_units.resize(size);
  status.resize(size);
  last.resize(size);
  take_cells(log, indicators, sums);
  for (Index indicator = 0; indicator < indicators.plain.size(); ++indicator) {
    if (indicators.plain[indicator]) roll_up(indicator, indicators.adds_up[indicator]);
  }
}

void UnitSums::take_cells(const ObservationLog& log, const PlainIndicators& indicators,
                          const WindowSums& sums) {
  for (Index indicator = 0; indicator < indicators.plain.size(); ++indicator) {
    scales_.push_back(sum_scales(log, indicator));
    if (indicators.plain[indicator]) continue;
    const auto first = state.begin() + static_cast<std::ptrdiff_t>(entry(indicator, 0));
    std::fill_n(first, units(), State::other);
  }
  for (Index number = 0; number < log.cell_count(); ++number) {
    const LogCell cell = log.cell(number);
    if (indicators.plain[cell.indicator])
      take(entry(cell.indicator, cell.unit), sums.cells[number]);
  }
}

// What a unit has reported itself.
void UnitSums::take(std::size_t at, const CellSum& sum) {
  if (sum.told == Told::nothing) {
    clear(at);
    return;
  }
  state[at] = sum.told == Told::sum ? State::told : State::other;
  numerator[at] = sum.numerator;
  denominator[at] = sum.denominator;
  months[at] = sum.months;
  reported[at] = std::popcount(sum.months);
  of_units[at] = 0;
  status[at] = sum.status;
  last[at] = static_cast<std::uint8_t>(std::bit_width(sum.months) - 1);
}

void UnitSums::clear(std::size_t at) {
  state[at] = State::silent;
  numerator[at] = denominator[at] = 0;
  months[at] = 0;
  reported[at] = 0;
  of_units[at] = 0;
}

// Adds a unit to what those below another have.
void UnitSums::add(std::size_t at, Below& up) const {
  if (state[at] == State::silent) return;
  if (state[at] == State::other ||
      __builtin_add_overflow(up.numerator, numerator[at], &up.numerator) ||
      __builtin_add_overflow(up.denominator, denominator[at], &up.denominator)) {
    up.other = true;
    return;
  }
  up.alike = up.alike && months[at] != 0 && (!up.told || up.months == months[at]);
  up.months = months[at];
  up.status = up.told ? std::min(up.status, status[at]) : status[at];
  up.last = std::max(up.last, last[at]);
  up.complete += complete(at) ? 1 : 0;
  up.told = true;
}

// What a unit has that does not report itself.
void UnitSums::take(std::size_t at, const Below& sum, bool adds_up) {
  if (!sum.told && !sum.other) {
    clear(at);
    return;
  }
  state[at] = sum.other || !adds_up ? State::other : State::told;
  numerator[at] = sum.numerator;
  denominator[at] = sum.denominator;
  months[at] = sum.alike ? sum.months : 0;
  reported[at] = sum.complete;
  of_units[at] = 1;
  status[at] = sum.status;
  last[at] = sum.last;
}

// A unit that reports has what it reports; any other what those below it make.
void UnitSums::roll_up(Index indicator, bool adds_up) {
  std::vector<Below> below(units());
  for (const Index unit : tree_->order) {
    const std::size_t at = entry(indicator, unit);
    if (state[at] == State::silent) take(at, below[unit], adds_up);
    if (tree_->above[unit] != kNone) add(at, below[tree_->above[unit]]);
  }
}

bool UnitSums::renew(const ObservationLog& log, Index indicator, Index unit) {
  const std::size_t at = entry(indicator, unit);
  const Index cell = log.find_cell({indicator, unit, kNone});
  const State before = state[at];
  if (before == State::other || of_units[at] != 0) return false;
  if (scales_[indicator] != sum_scales(log, indicator)) return false;
  const CellSum sum = window_sum(log, cell, question_);
  if (both_editions_) {
    WindowQuestion first = question_;
    first.edition = question_.edition == Edition::first ? Edition::latest : Edition::first;
    if (window_sum(log, cell, first) != sum) return false;
  }
  take(at, sum);
  if (state[at] == State::other) return false;
  const UnitRule rule = unit_rule_of(log.plan().indicators()[indicator]);
  const bool adds_up = rule == UnitRule::sum || rule == UnitRule::ratio;
  for (Index above = tree_->above[unit]; above != kNone; above = tree_->above[above]) {
    const std::size_t up = entry(indicator, above);
    if (of_units[up] == 0 && state[up] != State::silent) break;  // it reports itself
    Below below;
    for (const Index child : log.plan().children_of(above)) {
      if (tree_->above[child] == above) add(entry(indicator, child), below);
    }
    take(up, below, adds_up);
    if (state[up] == State::other) return false;
  }
  return true;
}

}  // namespace tiendo
