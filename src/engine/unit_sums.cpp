// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// One pass over the cells, then one over the tree for each indicator. What does not fit 64 bits, or
// is no plain sum, is `other`, and so is what would be made of it.

#include "engine/unit_sums.hpp"

#include <algorithm>
#include <iterator>

#include "engine/parts.hpp"

namespace tiendo {
namespace {

constexpr int kMostMonths = 64;

// Whether the unit is what it is, and where it is, for all time.
bool is_still(const ResponsibleUnit& unit) { return !unit.from && !unit.until; }

// The units, each after the one that it stands below.
std::vector<Index> top_down(const Plan& plan) {
  std::vector<Index> order;
  order.reserve(plan.units().size());
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    if (plan.units()[unit].parent.empty()) order.push_back(unit);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    const std::vector<Index>& below = plan.children_of(order[next]);
    order.insert(order.end(), below.begin(), below.end());
  }
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

bool RollUpTree::is_of(const Plan& plan) {
  return plan.succession().empty() &&
         std::all_of(plan.units().begin(), plan.units().end(), is_still);
}

std::optional<RollUpTree> RollUpTree::of(const Plan& plan, const Reporters& reporters) {
  if (!is_of(plan)) return std::nullopt;
  const std::vector<ResponsibleUnit>& units = plan.units();
  RollUpTree tree;
  tree.top_down = tiendo::top_down(plan);
  tree.above.resize(units.size(), kNone);
  tree.waits.resize(units.size());
  tree.below.reserve(units.size());
  tree.first.reserve(units.size() + 1);
  for (Index unit = 0; unit < units.size(); ++unit) {
    tree.first.push_back(tree.below.size());
    const std::vector<Index>& children = plan.children_of(unit);
    if (children.empty()) continue;
    for (const Index child : reporters.of(children)) {
      tree.above[child] = unit;
      tree.below.push_back(child);
      ++tree.waits[unit];
    }
  }
  tree.first.push_back(tree.below.size());
  std::copy_if(tree.top_down.rbegin(), tree.top_down.rend(), std::back_inserter(tree.inner),
               [&](Index unit) { return tree.waits[unit] != 0; });
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
  if (!log.has_projects()) return;
  for (Index number = 0; number < log.cell_count(); ++number) {
    const LogCell cell = log.cell(number);
    if (cell.project != kNone) plain[cell.indicator] = false;
  }
}

std::optional<std::int64_t> at_scale(std::int64_t number, int from, int to) {
  for (; from < to && number != 0; ++from) {
    if (__builtin_mul_overflow(number, std::int64_t{10}, &number)) return std::nullopt;
  }
  return number;
}

std::vector<SumScales> scales_of_all(const ObservationLog& log, std::span<const PartSum> parts) {
  std::vector<SumScales> scales;
  for (Index indicator = 0; indicator < log.plan().indicators().size(); ++indicator) {
    scales.push_back(sum_scales(log, indicator));
  }
  for (const PartSum& part : parts) {
    SumScales& all = scales[part.indicator];
    all.numerator = std::max(all.numerator, part.scales.numerator);
    all.denominator = std::max(all.denominator, part.scales.denominator);
  }
  return scales;
}

UnitSums::UnitSums(std::shared_ptr<const RollUpTree> tree, const WindowQuestion& question,
                   WindowSums sums, std::vector<SumScales> scales)
    : WindowSums(std::move(sums)),
      reader_(question),
      tree_(std::move(tree)),
      scales_(std::move(scales)) {
  due_ = tiendo::due(question.window, question.as_of, true).expected;
  all_due_ = due_ == kMostMonths ? ~std::uint64_t{0} : (std::uint64_t{1} << due_) - 1;
  of_units.resize(size());
  complete_units_.resize(size());
  last_of_units_.resize(size());
}

void UnitSums::add_up(const ObservationLog& log, const PlainIndicators& indicators, Index indicator,
                      std::span<const PartSum> parts) {
  bring_to_scale(indicator, sum_scales(log, indicator));
  for (const PartSum& sum : parts) take_part(sum);
  if (indicators.plain[indicator]) {
    roll_up(indicator, indicators.adds_up[indicator]);
  } else {
    const auto first = told.begin() + static_cast<std::ptrdiff_t>(entry(indicator, 0));
    std::fill_n(first, units(), Told::other);
  }
}

// Gives the sums of the log the scale of all.
void UnitSums::bring_to_scale(Index indicator, const SumScales& own) {
  const SumScales& all = scales_[indicator];
  if (own == all) return;
  for (std::size_t at = entry(indicator, 0); at < entry(indicator + 1, 0); ++at) {
    const auto above = at_scale(numerator[at], own.numerator, all.numerator);
    const auto below = at_scale(denominator[at], own.denominator, all.denominator);
    if (told[at] == Told::sum && (!above || !below)) told[at] = Told::other;
    numerator[at] = above.value_or(0);
    denominator[at] = below.value_or(0);
  }
}

// What a unit has, with all below it, that was added up elsewhere.
void UnitSums::take_part(const PartSum& part) {
  const SumScales& all = scales_[part.indicator];
  const auto above = at_scale(part.numerator, part.scales.numerator, all.numerator);
  const auto below = at_scale(part.denominator, part.scales.denominator, all.denominator);
  const std::size_t at = entry(part.indicator, part.unit);
  put(at, {above.value_or(0), below.value_or(0), part.months, part.status,
           above && below ? Told::sum : Told::other});
  of_units[at] = part.of_units ? 1 : 0;
  complete_units_[at] = part.reported;
  last_of_units_[at] = part.last;
}

PartSum UnitSums::part(std::size_t entry) const {
  PartSum sum;
  sum.indicator = static_cast<Index>(entry / units());
  sum.unit = static_cast<Index>(entry % units());
  sum.months = months[entry];
  sum.numerator = numerator[entry];
  sum.denominator = denominator[entry];
  sum.scales = scales_[sum.indicator];
  sum.reported = reported(entry);
  sum.of_units = of_units[entry] != 0;
  sum.status = status[entry];
  sum.last = static_cast<std::uint8_t>(last(entry));
  return sum;
}

// What those that a unit waits for have.
UnitSums::Below UnitSums::below(Index indicator, Index unit) const {
  Below all;
  const std::size_t first = entry(indicator, 0);
  for (std::size_t i = tree_->first[unit]; i < tree_->first[unit + 1]; ++i) {
    const std::size_t at = first + tree_->below[i];
    if (told[at] == Told::nothing) continue;
    const bool beyond = __builtin_add_overflow(all.numerator, numerator[at], &all.numerator) ||
                        __builtin_add_overflow(all.denominator, denominator[at], &all.denominator);
    if (told[at] == Told::other || beyond) {
      all.other = true;
      continue;
    }
    all.alike = all.alike && months[at] != 0 && (!all.told || all.months == months[at]);
    all.months = months[at];
    all.status = std::min(all.status, status[at]);
    all.last = std::max(all.last, static_cast<std::uint8_t>(last(at)));
    all.complete += complete(at) ? 1 : 0;
    all.told = true;
  }
  return all;
}

// What a unit has that does not report itself.
void UnitSums::take(std::size_t at, const Below& sum, bool adds_up) {
  if (!sum.told && !sum.other) {
    put(at, {});
    of_units[at] = 0;
    return;
  }
  put(at, {sum.numerator, sum.denominator, sum.alike ? sum.months : 0, sum.status,
           sum.other || !adds_up ? Told::other : Told::sum});
  of_units[at] = 1;
  complete_units_[at] = sum.complete;
  last_of_units_[at] = sum.last;
}

// A unit that reports has what it reports; any other what those below it make.
void UnitSums::roll_up(Index indicator, bool adds_up) {
  for (const Index unit : tree_->inner) {
    const std::size_t at = entry(indicator, unit);
    if (told[at] == Told::nothing) take(at, below(indicator, unit), adds_up);
  }
}

// Gives the sums of an indicator more digits after the point; whether all fit.
bool UnitSums::rescale(Index indicator, const SumScales& scales) {
  const auto multiply = [&](std::vector<std::int64_t>& numbers, int digits) {
    bool fits = true;
    const std::size_t end = entry(indicator, 0) + units();
    for (std::size_t at = entry(indicator, 0); at < end; ++at) {
      for (int i = 0; i < digits; ++i) {
        fits = !__builtin_mul_overflow(numbers[at], 10, &numbers[at]) && fits;
      }
    }
    return fits;
  };
  SumScales& own = scales_[indicator];
  const bool fits = multiply(numerator, scales.numerator - own.numerator) &&
                    multiply(denominator, scales.denominator - own.denominator);
  own = scales;
  return fits;
}

// Whether the cell says the same in the other edition.
bool UnitSums::reads_alike_in_both(const ObservationLog& log, Index cell,
                                   const CellSum& sum) const {
  WindowQuestion other = question();
  other.edition = other.edition == Edition::first ? Edition::latest : Edition::first;
  return window_sum(log, cell, other) == sum;
}

// Carries up another number for the same months, with which nothing but numbers changes. Whether
// they fit.
bool UnitSums::correct(Index indicator, Index unit, const CellSum& before) {
  const std::size_t at = entry(indicator, unit);
  std::int64_t more = 0;
  std::int64_t more_below = 0;
  if (__builtin_sub_overflow(numerator[at], before.numerator, &more) ||
      __builtin_sub_overflow(denominator[at], before.denominator, &more_below)) {
    return false;
  }
  for (Index above = tree_->above[unit]; above != kNone; above = tree_->above[above]) {
    const std::size_t up = entry(indicator, above);
    if (of_units[up] == 0) break;  // it reports itself
    if (told[up] == Told::other || __builtin_add_overflow(numerator[up], more, &numerator[up]) ||
        __builtin_add_overflow(denominator[up], more_below, &denominator[up])) {
      return false;
    }
  }
  return true;
}

void UnitSums::fetch(Index indicator, Index unit) const noexcept {
  for (; unit != kNone; unit = tree_->above[unit]) {
    const std::size_t at = entry(indicator, unit);
    __builtin_prefetch(&numerator[at]);
    __builtin_prefetch(&denominator[at]);
    __builtin_prefetch(&months[at]);
    __builtin_prefetch(&status[at]);
    __builtin_prefetch(&told[at]);
    __builtin_prefetch(&of_units[at]);
    __builtin_prefetch(&complete_units_[at]);
  }
}

bool UnitSums::renew(const ObservationLog& log, Row since, Index indicator, Index unit) {
  const std::size_t at = entry(indicator, unit);
  const Index cell = log.find_cell({indicator, unit, kNone});
  if (told[at] == Told::other || of_units[at] != 0) return false;
  const SumScales scales = sum_scales(log, indicator);
  if (scales_[indicator] != scales && !rescale(indicator, scales)) return false;
  const CellSum before = (*this)[at];
  const CellReader::Reading reading = reader_.read(log, cell, since, before);
  if (!corrected && reading.corrected && !reads_alike_in_both(log, cell, reading.sum)) return false;
  if (before == reading.sum) return true;
  put(at, reading.sum);
  if (told[at] == Told::other) return false;
  if (told[at] == Told::nothing && tree_->waits[unit] != 0) return false;
  const UnitRule rule = unit_rule_of(log.plan().indicators()[indicator]);
  const bool adds_up = rule == UnitRule::sum || rule == UnitRule::ratio;
  const bool is_correction = before.told == Told::sum && before.months == months[at] &&
                             before.status == status[at] && before.told == told[at];
  if (is_correction && adds_up) return correct(indicator, unit, before);
  for (Index above = tree_->above[unit]; above != kNone; above = tree_->above[above]) {
    const std::size_t up = entry(indicator, above);
    if (of_units[up] == 0 && told[up] != Told::nothing) break;  // it reports itself
    take(up, below(indicator, above), adds_up);
    if (told[up] == Told::other) return false;
  }
  return true;
}

}  // namespace tiendo
