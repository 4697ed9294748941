// Tested by tests/unit/model/plan_rules_test.cpp and tests/golden/errors.

#include "model/validator.hpp"

#include <algorithm>
#include <vector>

#include "model/quoted.hpp"
#include "model/unit_tree.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {
void Validator::check_all() {
  check_measures();
  check_units();
  check_indicators();
  check_head();
  check_ids(data_.projects, data_.project_at, "/plan/projects");
  check_ids(data_.task_groups, data_.task_group_at, "/plan/task_groups");
}

void Validator::add(Severity severity, Errc code, const std::string& path, std::string sentence) {
  findings_.push_back({severity, code, Place{{}, path, 0, 0}, std::move(sentence)});
}

template <class List>
void Validator::check_ids(const List& list, const Positions& positions, const std::string& path) {
  const bool all_differ = positions.size() == list.size();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string& id = list[i].id;
    if (all_differ && is_id(id)) continue;
    const std::string place = path + '/' + std::to_string(i) + "/id";
    if (!is_id(id)) {
      add(Severity::error, Errc::id_syntax, place,
          quoted(id) + " is no id: " + std::string(text_of(Errc::id_syntax)));
    } else if (position(positions, id) != i) {
      add(Severity::error, Errc::duplicate_id, place, "the id " + quoted(id) + " is used twice");
    }
  }
}

void Validator::check_head() {
  if (!is_id(data_.head.id)) {
    add(Severity::error, Errc::id_syntax, "/plan/id",
        quoted(data_.head.id) + " is no id: " + std::string(text_of(Errc::id_syntax)));
  }
  if (data_.head.parent && !is_id(data_.head.parent->id)) {
    add(Severity::error, Errc::id_syntax, "/plan/parent/id",
        quoted(data_.head.parent->id) + " is no id: " + std::string(text_of(Errc::id_syntax)));
  }
  references_.require(data_.unit_at, data_.head.unit, Errc::unknown_unit, "/plan/unit");
}

void Validator::check_measures() {
  check_ids(data_.measures, data_.measure_at, "/measures");
  for (std::size_t i = 0; i < data_.measures.size(); ++i) {
    if (data_.measures[i].factor.sign() > 0) continue;
    add(Severity::error, Errc::factor_not_positive, "/measures/" + std::to_string(i) + "/factor",
        "the factor of " + quoted(data_.measures[i].id) + " is " +
            data_.measures[i].factor.to_string() + "; it must be above zero");
  }
}

void Validator::check_units() {
  check_ids(data_.units, data_.unit_at, "/units");
  for (std::size_t i = 0; i < data_.units.size(); ++i) {
    const ResponsibleUnit& unit = data_.units[i];
    const bool known = data_.parents[i] != kNone || unit.parent.empty();
    if (known && !unit.from && !unit.until && unit.codes.empty()) continue;
    const std::string path = "/units/" + std::to_string(i);
    references_.require(data_.unit_at, unit.parent, Errc::unknown_unit, path + "/parent");
    check_validity(unit, path);
  }
  check_unit_cycles();
}

void Validator::check_validity(const ResponsibleUnit& unit, const std::string& path) {
  const auto reversed = [](const auto& from, const auto& until) {
    return from && until && *until <= *from;
  };
  if (reversed(unit.from, unit.until)) {
    add(Severity::error, Errc::validity_empty, path + "/until",
        quoted(unit.id) + " exists from " + unit.from->to_string() + " until " +
            unit.until->to_string() + ", which is no day at all");
  }
  for (std::size_t i = 0; i < unit.codes.size(); ++i) {
    if (!reversed(unit.codes[i].from, unit.codes[i].until)) continue;
    add(Severity::error, Errc::validity_empty, path + "/codes/" + std::to_string(i) + "/until",
        "the code " + quoted(unit.codes[i].code) + " does not end after it starts");
  }
}

// The first unit of each cycle, in order. Walks up from each unit as far as no earlier walk has
// been; a walk that comes back to itself has found a cycle.
std::vector<Index> Validator::first_units_of_cycles() const {
  const std::vector<Index>& parent = data_.parents;
  std::vector<Index> walked_from(parent.size(), kNone);
  std::vector<Index> firsts;
  for (Index start = 0; start < parent.size(); ++start) {
    Index at = start;
    for (; at != kNone && walked_from[at] == kNone; at = parent[at]) walked_from[at] = start;
    if (at == kNone || walked_from[at] != start) continue;
    Index first = at;
    for (Index on = parent[at]; on != at; on = parent[on]) first = std::min(first, on);
    firsts.push_back(first);
  }
  std::sort(firsts.begin(), firsts.end());
  return firsts;
}

void Validator::check_unit_cycles() {
  const std::vector<Index> firsts = first_units_of_cycles();
  if (firsts.empty()) check_unit_depth();
  for (const Index first : firsts) {
    std::string chain = data_.units[first].id;
    Index at = first;
    do {
      at = data_.parents[at];
      chain += " < " + data_.units[at].id;
    } while (at != first);
    add(Severity::error, Errc::unit_cycle, "/units/" + std::to_string(first) + "/parent",
        "a unit is its own ancestor: " + chain);
  }
}

// Only for a tree without cycles. Figures of units are made from those below, a level at a time.
void Validator::check_unit_depth() {
  std::vector<int> depth(data_.units.size(), 0);
  std::vector<Index> above;
  for (Index start = 0; start < data_.units.size(); ++start) {
    for (Index at = start; at != kNone && depth[at] == 0;) {
      above.push_back(at);
      at = data_.parents[at];
    }
    for (; !above.empty(); above.pop_back()) {
      const Index parent = data_.parents[above.back()];
      depth[above.back()] = parent == kNone ? 1 : depth[parent] + 1;
      if (depth[above.back()] != kMostUnitLevels + 1) continue;
      add(Severity::error, Errc::units_too_deep,
          "/units/" + std::to_string(above.back()) + "/parent",
          quoted(data_.units[above.back()].id) + " is nested deeper than " +
              std::to_string(kMostUnitLevels) + " levels");
    }
  }
}

void Validator::check_indicators() {
  check_ids(data_.indicators, data_.indicator_at, "/indicators");
  for (Index i = 0; i < data_.indicators.size(); ++i) {
    const Indicator& indicator = data_.indicators[i];
    const std::string path = "/indicators/" + std::to_string(i);
    references_.require(data_.measure_at, indicator.measure, Errc::unknown_measure,
                        path + "/measure");
    if (indicator.measure.empty() && indicator.kind != IndicatorKind::composite) {
      add(Severity::error, Errc::unknown_measure, path, quoted(indicator.id) + " has no measure");
    }
    check_digits(indicator, path);
    check_rules(indicator, path);
    check_weight(indicator, path);
    check_formula(i, path);
    check_base(indicator, path);
    check_breaks(indicator, path + "/breaks/");
    check_comparison(indicator, path);
    check_near(indicator, path + "/near");
    check_components(indicator, path);
  }
  check_made_from(data_, findings_);
}

void Validator::check_digits(const Indicator& indicator, const std::string& path) {
  const struct {
    const char* key;
    int digits;
  } all[] = {{"/scale", indicator.scale.value_or(0)},
             {"/digits", indicator.digits.value_or(0)},
             {"/percent_digits", indicator.percent_digits}};
  for (const auto& one : all) {
    if (one.digits >= 0 && one.digits <= kMaxDigits) continue;
    add(Severity::error, Errc::digits_out_of_range, path + one.key,
        std::to_string(one.digits) + " digits: " + std::string(text_of(Errc::digits_out_of_range)));
  }
}

void Validator::check_rules(const Indicator& indicator, const std::string& path) {
  const Index measure = position(data_.measure_at, indicator.measure);
  const bool percentage = measure != kNone && data_.measures[measure].kind == kShareKind;
  const bool adds_up = indicator.kind == IndicatorKind::flow ||
                       indicator.kind == IndicatorKind::count ||
                       indicator.kind == IndicatorKind::level;
  if (indicator.unit_rule == UnitRule::sum && (percentage || !adds_up)) {
    add(Severity::error, Errc::percentage_summed, path + "/unit_rule",
        quoted(indicator.id) +
            " is a percentage or a quotient: the figures of several units do "
            "not add up to one; report its parts as a ratio");
  }
  if (percentage && indicator.kind != IndicatorKind::ratio && adds_up &&
      time_rule_of(indicator) == TimeRule::sum) {
    add(Severity::error, Errc::percentage_summed,
        path + (indicator.time_rule ? "/time_rule" : "/kind"),
        quoted(indicator.id) +
            " is a percentage: the figures of several periods do not add up to "
            "one; it is a level, or a ratio reported with its parts");
  }
  if (indicator.kind == IndicatorKind::growth && measure != kNone && !percentage) {
    add(Severity::error, Errc::rule_conflict, path + "/measure",
        "a growth is measured in parts of a whole (kind \"share\"), such as percent");
  }
  if (indicator.unit_rule == UnitRule::ratio && indicator.kind != IndicatorKind::ratio) {
    add(Severity::error, Errc::rule_conflict, path + "/unit_rule",
        "only an indicator of kind ratio has parts to divide");
  }
  check_time_rule(indicator, path + "/time_rule");
  if (indicator.parts != TimeRule::sum && indicator.kind != IndicatorKind::ratio) {
    add(Severity::error, Errc::rule_conflict, path + "/of",
        "only an indicator of kind ratio has parts that add up or not");
  }
  if (indicator.time_rule == TimeRule::sum && !adds_up && indicator.kind != IndicatorKind::ratio) {
    add(Severity::error, Errc::rule_conflict, path + "/time_rule",
        "a " + std::string(name_of(indicator.kind)) + " does not add up over time");
  }
}

// A mean, the highest or the lowest of several reports is of what is reported itself.
void Validator::check_time_rule(const Indicator& indicator, const std::string& path) {
  const TimeRule rule = time_rule_of(indicator);
  if (rule == TimeRule::sum || rule == TimeRule::last) return;
  const std::string name(name_of(rule));
  if (indicator.kind == IndicatorKind::growth || indicator.kind == IndicatorKind::formula ||
      indicator.kind == IndicatorKind::composite) {
    add(Severity::error, Errc::rule_conflict, path,
        "a " + std::string(name_of(indicator.kind)) + " is made from other indicators; \"" + name +
            "\" is a rule for what is reported itself");
  }
  if (rule != TimeRule::mean && unit_rule_of(indicator) == UnitRule::ratio) {
    add(Severity::error, Errc::rule_conflict, path,
        "the " + name +
            " of several quotients is one of them; its parts do not add up with those "
            "of other units, so say a \"unit_rule\" other than \"ratio\"");
  }
}

// What a unit is made of otherwise has no mean of units below it; a mean without weights would
// count a ward of a hundred people like one of ten thousand.
void Validator::check_weight(const Indicator& indicator, const std::string& path) {
  const bool mean = indicator.unit_rule == UnitRule::mean;
  if (!mean && !indicator.weight.empty()) {
    add(Severity::error, Errc::rule_conflict, path + "/weight",
        "only a mean over units is weighted; say \"unit_rule\": \"mean\"");
  }
  const UnitRule rule = unit_rule_of(indicator);
  const bool derived = indicator.kind == IndicatorKind::growth ||
                       indicator.kind == IndicatorKind::formula ||
                       indicator.kind == IndicatorKind::composite;
  if (derived && (mean || rule == UnitRule::max || rule == UnitRule::min)) {
    add(Severity::error, Errc::rule_conflict, path + "/unit_rule",
        "a " + std::string(name_of(indicator.kind)) +
            " of a unit is made from other figures of the unit itself, not from the units below");
  }
  if (!mean) return;
  if (indicator.weight.empty()) {
    add(Severity::error, Errc::mean_without_weight, path + "/unit_rule",
        "the mean over units of " + quoted(indicator.id) +
            " needs \"weight\", the indicator that each unit counts by");
    return;
  }
  references_.require(data_.indicator_at, indicator.weight, Errc::unknown_indicator,
                      path + "/weight");
  const Index weight = position(data_.indicator_at, indicator.weight);
  if (weight == kNone || data_.indicators[weight].kind != IndicatorKind::composite) return;
  add(Severity::error, Errc::rule_conflict, path + "/weight",
      quoted(indicator.weight) + " is a composite and has no number to weigh by");
}

void Validator::check_base(const Indicator& indicator, const std::string& path) {
  if (indicator.kind != IndicatorKind::growth) {
    if (indicator.base.empty()) return;
    add(Severity::error, Errc::rule_conflict, path + "/base",
        "only an indicator of kind growth has a base");
    return;
  }
  if (indicator.base.empty()) {
    add(Severity::error, Errc::base_missing, path,
        quoted(indicator.id) + " is a growth; say of which indicator with \"base\"");
    return;
  }
  references_.require(data_.indicator_at, indicator.base, Errc::unknown_indicator, path + "/base");
  const Index base = position(data_.indicator_at, indicator.base);
  if (base == kNone) return;
  if (data_.indicators[base].kind == IndicatorKind::composite) {
    add(Severity::error, Errc::rule_conflict, path + "/base",
        quoted(indicator.base) + " is a composite and has no number that could grow");
  }
  if (data_.indicators[base].kind != IndicatorKind::growth) return;
  add(Severity::error, Errc::base_cycle, path + "/base",
      quoted(indicator.base) + " is itself a growth; the base of a growth is what grows");
}

void Validator::check_breaks(const Indicator& indicator, const std::string& path) {
  for (std::size_t i = 0; i < indicator.breaks.size(); ++i) {
    const SeriesBreak& broken = indicator.breaks[i];
    const std::string place = path + std::to_string(i);
    const std::string day = broken.on.to_string();
    if (i > 0 && broken.on <= indicator.breaks[i - 1].on) {
      add(Severity::error, Errc::breaks_not_in_order, place + "/on",
          "the break on " + day + " stands after that on " +
              indicator.breaks[i - 1].on.to_string() + "; each must be later than the one before");
    }
    if (broken.factor && broken.factor->sign() <= 0) {
      add(Severity::error, Errc::break_factor_not_positive, place + "/factor",
          "the factor over the break on " + day + " is " + broken.factor->to_string() +
              "; it must be above zero");
    }
    if (broken.on >= data_.head.period.end()) {
      add(Severity::warning, Errc::break_after_plan, place + "/on",
          "the break on " + day + " lies after the plan for " + data_.head.period.to_string() +
              " and touches none of its figures");
    }
  }
}

}  // namespace tiendo
