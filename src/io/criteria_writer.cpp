// Tested by tests/unit/io/criteria_reader_test.cpp and tests/cli/score_test.py.

#include "io/criteria_text.hpp"
#include "io/json_keys.hpp"
#include "io/json_text.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/io/criteria_reader.hpp"

namespace tiendo {
namespace {

void put(JsonKeys& keys, std::string_view key, const std::optional<Ratio>& value) {
  if (value) keys.needed(key, exact_number(*value, NumberFormat::plain()));
}

JsonNode yes() {
  JsonNode node;
  node.kind = JsonKind::boolean;
  node.boolean = true;
  return node;
}

void put_name(JsonKeys& keys, const TableName& name, bool source_needed = false) {
  keys.needed("id", name.id);
  keys.needed("version", name.version);
  if (source_needed || !name.source.empty()) keys.needed("source", name.source);
  if (name.needs_confirmation) keys.put("needs_confirmation", yes());
}

JsonNode write_band(const Band& band) {
  JsonKeys keys;
  keys.needed("code", band.label.code);
  keys.name("name", band.label.label);
  if (band.low && band.high && *band.low == *band.high) {
    put(keys, "equal", band.low);
  } else {
    put(keys, band.has_low ? "at_least" : "more_than", band.low);
    put(keys, band.has_high ? "at_most" : "less_than", band.high);
  }
  put(keys, "score", band.score);
  return keys.done();
}

JsonNode write_bands(const BandTable& table) {
  JsonKeys keys;
  put_name(keys, table.name());
  keys.list("bands", table.bands(), write_band);
  return keys.done();
}

JsonNode write_knot(const Knot& knot) {
  JsonKeys keys;
  put(keys, "value", knot.value);
  put(keys, "score", knot.score);
  return keys.done();
}

JsonNode write_scores(const ScoreTable& table) {
  JsonKeys keys;
  put_name(keys, table.name());
  keys.list("knots", table.knots(), write_knot);
  keys.needed("ends", name_of(table.ends()));
  return keys.done();
}

JsonNode write_deduction(const Deduction& one) {
  JsonKeys keys;
  keys.needed("indicator", one.indicator);
  keys.text("assigner", one.assigner);
  keys.unless(name_of(Field::actual), "figure", name_of(one.figure));
  put(keys, "each", one.each);
  keys.unless(name_of(PointsIn::points), "in", name_of(one.in));
  keys.unless(name_of(MissingRule::refused), "missing", name_of(one.missing));
  return keys.done();
}

JsonNode write_criterion(const Criterion& one) {
  JsonKeys keys;
  keys.needed("id", one.id);
  keys.name("name", one.name);
  keys.unless(name_of(CriterionRole::scored), "role", name_of(one.role));
  keys.needed("indicator", one.indicator);
  keys.text("assigner", one.assigner);
  if (one.figure) keys.needed("figure", name_of(*one.figure));
  keys.text("table", one.table);
  if (one.verdicts) {
    JsonKeys verdicts;
    put(verdicts, "exceeded", one.verdicts->exceeded);
    put(verdicts, "met", one.verdicts->met);
    put(verdicts, "near", one.verdicts->near);
    put(verdicts, "missed", one.verdicts->missed);
    keys.put("verdicts", verdicts.done());
  }
  keys.unless(name_of(PointsIn::points), "in", name_of(one.in));
  put(keys, "points", one.points);
  put(keys, "weight", one.weight);
  put(keys, "floor", one.floor);
  put(keys, "cap", one.cap);
  keys.unless(name_of(MissingRule::refused), "missing", name_of(one.missing));
  keys.list("deductions", one.deductions, write_deduction);
  keys.remarks(one.remarks);
  return keys.done();
}

JsonNode write_quota(const Quota& quota) {
  JsonKeys keys;
  keys.needed("class", quota.code);
  keys.texts("of", quota.of);
  put(keys, "percent", quota.percent);
  return keys.done();
}

}  // namespace

JsonNode criteria_node(const Criteria& criteria) {
  const CriteriaParts& parts = criteria.parts();
  JsonKeys keys;
  keys.needed("format", "tiendo-criteria/1");
  put_name(keys, parts.name, true);
  keys.name("name", parts.title);
  keys.text("note", parts.note);
  put(keys, "floor", parts.floor);
  put(keys, "cap", parts.cap);
  if (!parts.least_available.is_zero()) put(keys, "least_available", parts.least_available);
  if (parts.digits != CriteriaParts().digits) keys.whole("digits", parts.digits);
  keys.list("bands", parts.bands, write_bands);
  keys.list("scores", parts.scores, write_scores);
  keys.list("criteria", parts.criteria, write_criterion);
  keys.text("classes", parts.classes);
  keys.list("quotas", parts.quotas, write_quota);
  return keys.done();
}

std::string write_criteria(const Criteria& criteria) {
  std::string text;
  OpenObject document(text, 0);
  for (const JsonMember& member : criteria_node(criteria).members) {
    document.put(member.key, member.value);
  }
  document.end();
  return text + '\n';
}

}  // namespace tiendo
