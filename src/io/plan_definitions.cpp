// Tested by tests/unit/io/plan_definitions_test.cpp and tests/golden/errors.
//
// What things are: measures, units and what becomes of them, indicators.

#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

SeriesBreak read_break(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a break of a series");
  SeriesBreak broken;
  broken.on = fields.date("on", true).value_or(Date());
  broken.kind = fields.word<BreakKind>("kind", true).value_or(BreakKind::scope);
  broken.factor = fields.decimal("factor");
  broken.remarks = fields.remarks();
  fields.done();
  return broken;
}

// How the parts of a ratio add up; nothing else has parts.
TimeRule read_parts(Fields& fields, const std::optional<IndicatorKind>& kind) {
  const JsonNode* value = fields.take("of", JsonKind::string);
  if (value && kind && *kind != IndicatorKind::ratio) {
    fields.findings().add(Errc::rule_conflict, value->offset,
                          "only an indicator of kind ratio has parts that \"of\" is about");
  }
  if (!value || value->text == "flow") return TimeRule::sum;
  if (value->text != "level") fields.unknown_word(*value, "of", {"flow", "level"});
  return TimeRule::last;
}

Rounding read_rounding(Fields& fields) {
  const JsonNode* value = fields.take("rounding", JsonKind::string);
  if (!value) return Rounding::half_up;
  const std::optional<Rounding> mode = rounding_named(value->text);
  if (!mode) fields.unknown_word(*value, "rounding", names_of<Rounding>(1));
  return mode.value_or(Rounding::half_up);
}

// Components of one indicator may be counted in different measures, so that it has none itself.
std::string read_measure_id(Fields& fields, IndicatorKind kind) {
  return fields.string("measure", kind != IndicatorKind::composite);
}

}  // namespace

Measure read_measure(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a measure");
  Measure measure;
  measure.id = fields.string("id", true);
  measure.kind = fields.string("kind", true);
  measure.name = fields.name("name");
  measure.factor = fields.decimal("factor", measure.kind == kShareKind).value_or(Decimal(1));
  measure.remarks = fields.remarks();
  fields.done();
  return measure;
}

ResponsibleUnit read_unit(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a unit");
  ResponsibleUnit unit;
  unit.id = fields.string("id", true);
  unit.kind = fields.string("kind");
  unit.name = fields.name("name");
  unit.parent = fields.string("parent");
  unit.from = fields.date("from");
  unit.until = fields.date("until");
  fields.list("codes", false, [&](const JsonNode& code) {
    Fields keys(findings, code, "a code");
    unit.codes.push_back({keys.string("code", true), keys.date("from"), keys.date("until")});
    keys.done();
  });
  unit.remarks = fields.remarks();
  fields.done();
  return unit;
}

Succession read_succession(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a succession");
  Succession event;
  event.on = fields.date("on", true).value_or(Date());
  event.decision = read_decision(fields);
  event.from = fields.ids("from");
  fields.list("to", false, [&](const JsonNode& heir) {
    Fields keys(findings, heir, "an heir");
    event.to.push_back({keys.string("unit", true), keys.decimal("share")});
    if (const JsonNode* unit = heir.find("unit"); unit && unit->kind == JsonKind::string) {
      refuse_empty_id(findings, unit->text, unit->offset);
    }
    keys.done();
  });
  event.unit = fields.string("unit");
  if (const JsonNode* parent = fields.take("parent", JsonKind::string)) event.parent = parent->text;
  event.name = fields.name("name");
  event.code = fields.string("code");
  event.remarks = fields.remarks();
  fields.done();
  return event;
}

Indicator read_indicator(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "an indicator");
  Indicator indicator;
  indicator.id = fields.string("id", true);
  indicator.code = fields.string("code");
  indicator.name = fields.name("name");
  indicator.field = fields.string("field");
  const std::optional<IndicatorKind> kind = fields.word<IndicatorKind>("kind", true);
  indicator.kind = kind.value_or(IndicatorKind::flow);
  indicator.measure = read_measure_id(fields, indicator.kind);
  indicator.parts = read_parts(fields, kind);
  indicator.base = fields.string("base");
  indicator.formula = fields.string("formula");
  indicator.components = fields.ids("components");
  indicator.total = fields.decimal("total");
  indicator.direction = fields.word<Direction>("direction").value_or(Direction::more);
  indicator.scale = fields.integer("scale", kMaxDigits);
  indicator.digits = fields.integer("digits", kMaxDigits);
  indicator.percent_digits = fields.integer("percent_digits", kMaxDigits).value_or(1);
  indicator.rounding = read_rounding(fields);
  indicator.time_rule = fields.word<TimeRule>("time_rule");
  indicator.unit_rule = fields.word<UnitRule>("unit_rule");
  indicator.weight = fields.string("weight");
  fields.list("breaks", false, [&](const JsonNode& broken) {
    indicator.breaks.push_back(read_break(findings, broken));
  });
  indicator.base_rule = fields.word<BaseRule>("base_rule");
  indicator.achievement = fields.word<Achievement>("achievement").value_or(Achievement::direct);
  indicator.compare = fields.word<Comparison>("compare").value_or(Comparison::percent);
  indicator.near = read_near(fields);
  indicator.remarks = fields.remarks();
  fields.done();
  return indicator;
}

}  // namespace tiendo
