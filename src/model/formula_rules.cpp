// Tested by tests/unit/model/formula_rules_test.cpp and tests/golden/errors.
//
// The rules of indicators that are computed from others.

#include "model/validator.hpp"

#include "model/quoted.hpp"

namespace tiendo {
namespace {

// The measure of each part of an expression, as far as it is one: numbers, products and quotients
// have none that is known. Calls `differ` for each sum of two that differ.
template <class Differ>
void compare_measures(const Expression& expression, const std::vector<Index>& measures,
                      Differ differ) {
  using Operation = Expression::Operation;
  std::vector<Index> of;
  for (const Expression::Node& node : expression.nodes()) {
    Index measure = kNone;
    switch (node.operation) {
      case Operation::number:
      case Operation::multiply:
      case Operation::divide: break;
      case Operation::reference: measure = measures[node.reference]; break;
      case Operation::negate: measure = of[node.right]; break;
      case Operation::add:
      case Operation::subtract: {
        const Index left = of[node.left];
        const Index right = of[node.right];
        if (left != kNone && right != kNone && left != right) differ(left, right);
        measure = left == right ? left : kNone;
        break;
      }
    }
    of.push_back(measure);
  }
}

}  // namespace

void Validator::check_formula(Index at, const std::string& path) {
  const Indicator& indicator = data_.indicators[at];
  const std::string key = path + "/formula";
  if (indicator.kind != IndicatorKind::formula) {
    if (indicator.formula.empty()) return;
    add(Severity::error, Errc::rule_conflict, key,
        "only an indicator of kind formula has a formula");
    return;
  }
  if (!indicator.breaks.empty()) {
    add(Severity::error, Errc::rule_conflict, path + "/breaks",
        "a formula breaks where what it is made from does; say it there");
  }
  if (indicator.formula.empty()) {
    add(Severity::error, Errc::formula_missing, path,
        quoted(indicator.id) + " is a formula; say how it is computed with \"formula\"");
    return;
  }
  const auto found = data_.formulas.find(at);
  if (found == data_.formulas.end()) {
    const Error fault = Expression::parse(indicator.formula).error();
    add(Severity::error, fault.code, key,
        "at byte " + std::to_string(fault.offset + 1) + " of the formula: " + fault.sentence);
    return;
  }
  check_references(found->second, indicator, key);
}

void Validator::check_references(const IndicatorFormula& formula, const Indicator& indicator,
                                 const std::string& path) {
  if (formula.indicators.empty()) {
    add(Severity::error, Errc::formula_constant, path,
        quoted(indicator.id) + " is the same number whatever is reported");
  }
  std::vector<Index> measures;
  for (std::size_t i = 0; i < formula.indicators.size(); ++i) {
    const std::string& id = formula.expression.references()[i];
    references_.require(data_.indicator_at, id, Errc::unknown_indicator, path);
    measures.push_back(kNone);
    const Index at = formula.indicators[i];
    if (at == kNone) continue;
    measures.back() = position(data_.measure_at, data_.indicators[at].measure);
    if (data_.indicators[at].kind != IndicatorKind::composite) continue;
    add(Severity::error, Errc::rule_conflict, path,
        quoted(id) + " is a composite and has no number to compute with");
  }
  compare_measures(formula.expression, measures, [&](Index left, Index right) {
    add(Severity::warning, Errc::formula_measures, path,
        "numbers in " + data_.measures[left].id + " and in " + data_.measures[right].id +
            " are added as they stand; nothing is converted");
  });
}

}  // namespace tiendo
