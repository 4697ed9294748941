// Tested by tests/unit/model/names_test.cpp.
//
// The words of the plan file for the enumerations of the model, and the rules that follow from the
// kind of an indicator.

#include <array>

#include "tiendo/model/condition.hpp"
#include "tiendo/model/indicator.hpp"
#include "tiendo/model/measure.hpp"
#include "tiendo/model/target.hpp"
#include "tiendo/model/verdict.hpp"

namespace tiendo {
namespace {

// The name at the position of the enumerator; an enumerator past the end has none.
template <class Enum, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& names, Enum which) noexcept {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? names[position] : std::string_view{};
}

}  // namespace

std::string_view name_of(Verdict verdict) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"", "exceeded", "met", "near",
                                                             "missed"};
  return at(kNames, verdict);
}

std::string_view name_of(IndicatorKind kind) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {
      "flow", "level", "ratio", "growth", "share", "count", "formula", "composite"};
  return at(kNames, kind);
}

std::string_view name_of(Direction direction) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"more", "less", "inside", "near"};
  return at(kNames, direction);
}

std::string_view name_of(TimeRule rule) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"sum", "last", "mean", "max", "min"};
  return at(kNames, rule);
}

std::string_view name_of(UnitRule rule) noexcept {
  static constexpr std::array<std::string_view, 6> kNames = {"sum",  "ratio", "none",
                                                             "mean", "max",   "min"};
  return at(kNames, rule);
}

std::string_view name_of(BreakKind kind) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"price_base", "scope", "boundary"};
  return at(kNames, kind);
}

std::string_view name_of(BaseRule rule) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"latest", "first_published",
                                                             "as_of_report"};
  return at(kNames, rule);
}

std::string_view name_of(Achievement achievement) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"direct", "inverse", "mirrored"};
  return at(kNames, achievement);
}

std::string_view name_of(Comparison comparison) noexcept {
  static constexpr std::array<std::string_view, 2> kNames = {"percent", "points"};
  return at(kNames, comparison);
}

std::string_view name_of(ConditionKind kind) noexcept {
  static constexpr std::array<std::string_view, 12> kNames = {
      "",        "at_least", "more_than",   "at_most",     "less_than", "equal",
      "between", "about",    "increase_by", "decrease_by", "yes",       "components"};
  return at(kNames, kind);
}

std::string_view name_of(ChangeIn in) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"value", "percent", "points"};
  return at(kNames, in);
}

std::string_view name_of(TargetLayer layer) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"assigned", "adds", "replaces",
                                                             "revised"};
  return at(kNames, layer);
}

TimeRule time_rule_of(const Indicator& indicator) noexcept {
  if (indicator.time_rule) return *indicator.time_rule;
  if (indicator.kind == IndicatorKind::ratio) return indicator.parts;
  return indicator.kind == IndicatorKind::flow ? TimeRule::sum : TimeRule::last;
}

UnitRule unit_rule_of(const Indicator& indicator) noexcept {
  if (indicator.unit_rule) return *indicator.unit_rule;
  switch (indicator.kind) {
    case IndicatorKind::flow:
    case IndicatorKind::count: return UnitRule::sum;
    case IndicatorKind::ratio: return UnitRule::ratio;
    default: return UnitRule::none;
  }
}

int digits_of(const Indicator& indicator) noexcept {
  return indicator.digits.value_or(indicator.scale.value_or(2));
}

Measure percent() {
  return {"percent", std::string(kShareKind), {"%", "%"}, *Decimal::of(1, 2), {}};
}

Measure per_mille() {
  return {"per-mille", std::string(kShareKind), {"‰", "‰"}, *Decimal::of(1, 3), {}};
}

Measure percentage_points() {
  return {"percentage-points", std::string(kPointsKind), {"điểm %", "points"}, 1, {}};
}

Result<Ratio> convert(const Ratio& value, const Measure& from, const Measure& to) {
  if (from.kind != to.kind) {
    return error(Errc::measure_kinds_differ,
                 from.id + " is of kind " + from.kind + ", " + to.id + " of kind " + to.kind);
  }
  return value * Ratio(from.factor) / Ratio(to.factor);
}

}  // namespace tiendo
