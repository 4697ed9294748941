// Tested by tests/unit/facts/window_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.

#include "facts/window_meaning.hpp"

#include <algorithm>

#include "facts/log_store.hpp"

namespace tiendo {

std::vector<Date> borders_of(const Period& window) {
  const std::optional<int> months = window.months_long();
  std::vector<Date> borders;
  if (!months || *months > kMostWindowMonths) return borders;
  for (int month = 0; month <= *months; ++month) {
    borders.push_back(*window.start().plus_months(month));
  }
  return borders;
}

void RowMeanings::learn(const Contexts& contexts) {
  if (all_.empty()) all_.reserve(contexts.size());
  for (std::size_t number = all_.size(); number < contexts.size(); ++number) {
    all_.push_back(meaning_of(contexts[static_cast<Index>(number)]));
  }
}

// The number of the month that begins on the day, or -1.
int RowMeanings::month_of(Date day) const {
  const auto found = std::lower_bound(borders_.begin(), borders_.end(), day);
  const bool there = found != borders_.end() && *found == day;
  return there ? static_cast<int>(found - borders_.begin()) : -1;
}

RowMeaning RowMeanings::meaning_of(const Context& context) const {
  // "Unchanged" takes what a report before it says, which may have been corrected.
  const bool corrected =
      context.rivalry != Rivalry::none || context.standing == Standing::unchanged;
  RowMeaning meaning{
      RowAct::select, context.has_parts,        corrected, context.form, context.status,
      context.scale,  context.denominator_scale};
  if (borders_.empty()) return meaning;
  const bool known = !question_.known_on || context.recorded_on <= *question_.known_on;
  const bool over = context.period.last_day() <= question_.as_of;
  // A running total counts from another day than it says, a level for its last day.
  const bool total = context.form == Form::to_date;
  const bool level = context.form == Form::level;
  const bool inside = level ? question_.window.contains(context.period.last_day())
                            : question_.window.contains(context.period);
  if (!known || (!total && (!inside || !over))) {
    // One that is not over, or not in the window, shares its days with others that are not
    // either, or is tangled with them.
    meaning.act = RowAct::skip;
    return meaning;
  }
  const int end = month_of(context.period.end());
  const int start = month_of(context.period.start());
  const bool plain = !total && end > 0 && (level || start >= 0) && !context.is_big &&
                     !context.has_extra && !context.earlier_stage &&
                     context.standing == Standing::value && context.qualifier == Qualifier::exact &&
                     context.scale <= kMostSumScale && context.denominator_scale <= kMostSumScale;
  if (!plain || context.rivalry == Rivalry::tangled) return meaning;
  if (context.rivalry != Rivalry::none) {
    // The order of the latest edition, as everything known has it.
    if (question_.known_on || question_.edition != Edition::latest) return meaning;
    if (context.rivalry == Rivalry::behind) {
      meaning.act = RowAct::skip;
      return meaning;
    }
  }
  meaning.act = RowAct::add;
  meaning.months = level ? months_between(0, end) : months_between(start, end);
  return meaning;
}

CellAdding adding_of(const ObservationLog& log, Index indicator) {
  const Indicator& definition = log.plan().indicators()[indicator];
  const TimeRule rule = time_rule_of(definition);
  const bool made = definition.kind == IndicatorKind::growth ||
                    definition.kind == IndicatorKind::formula ||
                    definition.kind == IndicatorKind::composite;
  const SumScales scales = sum_scales(log, indicator);
  return {!made && (rule == TimeRule::sum || rule == TimeRule::last),
          rule == TimeRule::sum ? Form::increment : Form::level, scales};
}

SumScales sum_scales(const ObservationLog& log, Index indicator) noexcept {
  const LogStore::Scales& most = LogAccess::store(log).scales(indicator);
  return {std::min<int>(most.number, kMostSumScale),
          std::min<int>(most.denominator, kMostSumScale)};
}

}  // namespace tiendo
