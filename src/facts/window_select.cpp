// Tested by tests/unit/facts/window_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.
//
// The sums of one cell, as the rules of selection have them.

#include <algorithm>

#include "facts/window_meaning.hpp"

namespace tiendo {
namespace {

bool is_plain(const Fact& fact, const CellAdding& how) {
  return fact.standing == Standing::value && fact.qualifier == Qualifier::exact && !fact.extra &&
         !fact.earlier_stage && fact.project == kNone && fact.form == how.form &&
         fact.value.scale() <= how.scales.numerator && fact.value.coefficient() &&
         fact.denominator.coefficient() &&
         fact.denominator.scale() <= std::max(how.scales.denominator, 0);
}

// The coefficient of a plain number at that scale, which is at most kMostSumScale.
detail::Int128 scaled(const Decimal& number, int scale) {
  return detail::Int128{*number.coefficient()} *
         kSumPowers[static_cast<std::size_t>(scale - number.scale())];
}

}  // namespace

CellSum selected_sum(const ObservationLog& log, const LogCell& cell, const CellAdding& how,
                     const WindowQuestion& question) {
  CellSum sum;
  sum.told = Told::other;
  const std::vector<Date> borders = borders_of(question.window);
  if (!how.plain || cell.project != kNone || borders.empty()) return sum;
  const Selection selection = select(log, {cell.indicator, cell.unit, kNone, question.window,
                                           question.as_of, question.known_on, question.edition});
  if (selection.fault != Errc::none) return sum;
  if (selection.used.empty()) return {};
  if (!selection.in_months) return sum;
  const bool ratio = log.plan().indicators()[cell.indicator].kind == IndicatorKind::ratio;
  CellSum result;
  result.status = Status::official;
  // In 128 bits, so that it is told by a sum in whatever order its rows have come.
  detail::Int128 numerator = 0;
  detail::Int128 denominator = 0;
  for (const Fact& fact : selection.used) {
    if (!is_plain(fact, how)) return sum;
    numerator += scaled(fact.value, how.scales.numerator);
    if (ratio) denominator += scaled(fact.denominator, how.scales.denominator);
    result.status = std::min(result.status, fact.status);
  }
  result.numerator = static_cast<std::int64_t>(numerator);
  result.denominator = static_cast<std::int64_t>(denominator);
  if (result.numerator != numerator || result.denominator != denominator) return sum;
  result.told = Told::sum;
  const auto month = [&](Date day) {
    return static_cast<int>(std::lower_bound(borders.begin(), borders.end(), day) -
                            borders.begin());
  };
  for (const Period& span : selection.spans) {
    result.months |= months_between(month(span.start()), month(span.end()));
  }
  return result;
}

CellSum window_sum(const ObservationLog& log, Index cell, const WindowQuestion& question) {
  const LogCell place = log.cell(cell);
  return selected_sum(log, place, adding_of(log, place.indicator), question);
}

}  // namespace tiendo
