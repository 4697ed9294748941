// Tested by tests/unit/engine/checks_growth_test.cpp.
//
// A growth that is reported itself, against the values that are reported for the same days and for
// those a year before. Which edition of a value it was computed from is not known, so every one is
// tried: it is found only where none of them can give it.

#include <algorithm>

#include "engine/checks/checks.hpp"
#include "tiendo/engine/check_stated.hpp"

namespace tiendo {
namespace {

// What was published of the base of a growth: the growth to check, and the values of its days and
// of those a year before, the latest edition last.
struct Published {
  const CountedReport& growth;
  const Decimal& factor;  // of the measure of the growth
  std::vector<Fact> now;
  std::vector<Fact> before;
};

StatedInput input_of(const char* name, const Fact& fact) {
  return {name, fact.value, fact.qualifier, false};
}

Statement statement_of(const Published& published, const Fact& now, const Fact& before) {
  static const Expression kGrowth = *Expression::parse("(actual / base - 1) / factor");
  Statement statement;
  statement.expression = kGrowth;
  statement.inputs = {input_of("actual", now), input_of("base", before)};
  statement.inputs.push_back({"factor", published.factor, Qualifier::exact, true});
  statement.figure = published.growth.fact.value;
  statement.qualifier = published.growth.fact.qualifier;
  return statement;
}

// Growth is counted on what is above zero; nothing is said of a value that may be below it.
bool is_above_zero(const Fact& fact) {
  const Result<Interval> meant = meant_by(fact.value, fact.qualifier, std::nullopt);
  return meant && meant->low.sign() > 0;
}

// Whether these two values cannot have grown by what was reported.
bool contradicts(const Published& published, const Fact& now, const Fact& before) {
  if (!is_above_zero(before)) return false;
  const Result<StatedCheck> check = check_stated(statement_of(published, now, before));
  return check && check->verdict == StatedVerdict::impossible;
}

bool all_contradict(const Published& published) {
  return std::all_of(published.now.begin(), published.now.end(), [&](const Fact& now) {
    return std::all_of(published.before.begin(), published.before.end(),
                       [&](const Fact& before) { return contradicts(published, now, before); });
  });
}

std::string sentence_of(const Plan& plan, const CheckedCell& cell, const Published& published) {
  const Fact& now = published.now.back();
  const Fact& before = published.before.back();
  const Result<StatedCheck> check = check_stated(statement_of(published, now, before));
  const std::string& measure = plan.measure_of(plan.indicators()[cell.indicator]).id;
  const Decimal& figure = published.growth.fact.value;
  const Result<Decimal> made = round(check->exact, figure.scale() + 2, Rounding::half_up);
  return name_of_cell(plan, cell, published.growth.span) + ": reported as " + figure.to_string() +
         ' ' + measure + ", but " + now.value.to_string() + " (" + path_of(now.row) + ") after " +
         before.value.to_string() + " (" + path_of(before.row) + ") is " +
         (made ? made->to_string() + ' ' + measure : "another growth") +
         ", however they were rounded";
}

// Whether the days are within a year and have a year before them in the same series.
std::optional<Period> year_before(const Indicator& base, const Period& span) {
  const std::optional<int> months = span.whole_months();
  if (!months || *months > 12) return std::nullopt;
  const Result<Period> before = span.year_before();
  if (!before) return std::nullopt;
  const bool breaks = stretch_of(base, before->last_day()) != stretch_of(base, span.last_day());
  return breaks ? std::nullopt : std::optional(*before);
}

}  // namespace

void check_growth_reported(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  const Indicator& indicator = plan.indicators()[cell.indicator];
  if (indicator.kind != IndicatorKind::growth || cell.project != kNone) return;
  const Index base = plan.base_of(cell.indicator);
  if (plan.indicators()[base].kind == IndicatorKind::ratio) return;
  const Decimal& factor = plan.measure_of(indicator).factor;
  for (const CountedReport& growth : cell.reports) {
    const std::optional<Period> before = year_before(plan.indicators()[base], growth.span);
    if (!before) continue;
    const Published published{growth, factor, editions(input, base, cell.unit, growth.span),
                              editions(input, base, cell.unit, *before)};
    if (published.now.empty() || published.before.empty() || !all_contradict(published)) continue;
    input.add(Severity::warning, Errc::growth_disagrees, path_of(growth.fact.row),
              sentence_of(plan, cell, published));
  }
}

}  // namespace tiendo
