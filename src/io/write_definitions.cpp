// Tested by tests/unit/io/plan_writer_test.cpp and tests/unit/io/written_parts_test.cpp.
//
// What things are: measures, units and what becomes of them, indicators.

#include "io/part_writers.hpp"

namespace tiendo {
namespace {

JsonNode write_code(const UnitCode& code) {
  JsonKeys keys;
  keys.needed("code", code.code);
  keys.printed("from", code.from);
  keys.printed("until", code.until);
  return keys.done();
}

JsonNode write_heir(const Heir& heir) {
  JsonKeys keys;
  keys.needed("unit", heir.unit);
  keys.printed("share", heir.share);
  return keys.done();
}

JsonNode write_break(const SeriesBreak& broken) {
  JsonKeys keys;
  keys.needed("on", broken.on.to_string());
  keys.needed("kind", name_of(broken.kind));
  keys.printed("factor", broken.factor);
  keys.remarks(broken.remarks);
  return keys.done();
}

// The indicator with nothing stated that a built plan fills in by itself.
Indicator without_rules(const Indicator& indicator) {
  Indicator usual;
  usual.kind = indicator.kind;
  usual.parts = indicator.parts;
  usual.scale = indicator.scale;
  return usual;
}

void write_digits(JsonKeys& keys, const Indicator& indicator) {
  const bool whole_number = indicator.kind == IndicatorKind::count && indicator.scale == 0;
  if (!whole_number) keys.whole("scale", indicator.scale);
  if (indicator.digits != digits_of(without_rules(indicator))) {
    keys.whole("digits", indicator.digits);
  }
  if (indicator.percent_digits != Indicator().percent_digits) {
    keys.whole("percent_digits", indicator.percent_digits);
  }
  keys.unless(name_of(Indicator().rounding), "rounding", name_of(indicator.rounding));
}

void write_rules(JsonKeys& keys, const Indicator& indicator, bool percentage) {
  const Indicator usual = without_rules(indicator);
  const UnitRule by_kind = unit_rule_of(usual);
  const UnitRule unit_rule = percentage && by_kind == UnitRule::sum ? UnitRule::none : by_kind;
  if (indicator.time_rule) {
    keys.unless(name_of(time_rule_of(usual)), "time_rule", name_of(*indicator.time_rule));
  }
  if (indicator.unit_rule) {
    keys.unless(name_of(unit_rule), "unit_rule", name_of(*indicator.unit_rule));
  }
  keys.text("weight", indicator.weight);
}

}  // namespace

JsonNode write_measure(const Measure& measure) {
  JsonKeys keys;
  keys.needed("id", measure.id);
  keys.needed("kind", measure.kind);
  keys.name("name", measure.name);
  keys.unless(measure.kind == kShareKind ? "" : "1", "factor", measure.factor.to_string());
  keys.remarks(measure.remarks);
  return keys.done();
}

JsonNode write_unit(const ResponsibleUnit& unit) {
  JsonKeys keys;
  keys.needed("id", unit.id);
  keys.text("kind", unit.kind);
  keys.text("parent", unit.parent);
  keys.name("name", unit.name);
  keys.printed("from", unit.from);
  keys.printed("until", unit.until);
  keys.list("codes", unit.codes, write_code);
  keys.remarks(unit.remarks);
  return keys.done();
}

JsonNode write_succession(const Succession& event) {
  JsonKeys keys;
  keys.needed("on", event.on.to_string());
  write_decision(keys, event.decision);
  keys.texts("from", event.from);
  if (event.to.empty() && !event.from.empty()) keys.put("to", json_texts({}));  // abolished
  keys.list("to", event.to, write_heir);
  keys.text("unit", event.unit);
  if (event.parent) keys.needed("parent", *event.parent);
  keys.name("name", event.name);
  keys.text("code", event.code);
  keys.remarks(event.remarks);
  return keys.done();
}

JsonNode write_indicator(const Indicator& indicator, bool percentage) {
  JsonKeys keys;
  keys.needed("id", indicator.id);
  keys.text("code", indicator.code);
  keys.name("name", indicator.name);
  keys.text("field", indicator.field);
  if (indicator.kind == IndicatorKind::composite) {
    keys.text("measure", indicator.measure);
  } else {
    keys.needed("measure", indicator.measure);
  }
  keys.needed("kind", name_of(indicator.kind));
  if (indicator.parts == TimeRule::last) keys.needed("of", "level");
  keys.text("base", indicator.base);
  keys.text("formula", indicator.formula);
  keys.texts("components", indicator.components);
  keys.printed("total", indicator.total);
  keys.unless(name_of(Indicator().direction), "direction", name_of(indicator.direction));
  write_digits(keys, indicator);
  write_rules(keys, indicator, percentage);
  keys.list("breaks", indicator.breaks, write_break);
  if (indicator.base_rule) keys.needed("base_rule", name_of(*indicator.base_rule));
  keys.unless(name_of(Indicator().achievement), "achievement", name_of(indicator.achievement));
  keys.unless(name_of(Indicator().compare), "compare", name_of(indicator.compare));
  write_near(keys, indicator.near);
  keys.remarks(indicator.remarks);
  return keys.done();
}

}  // namespace tiendo
