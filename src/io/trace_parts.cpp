// Tested by tests/unit/io/trace_json_test.cpp and tests/cli/trace_test.py.
//
// Reports by the number that they have in explanations, from 1; everything else by its id.

#include "io/trace_parts.hpp"

#include "io/labels.hpp"
#include "io/report_parts.hpp"

namespace tiendo {
namespace {

int one_more(std::size_t position) { return static_cast<int>(position) + 1; }

void put_cell(JsonKeys& keys, const Plan& plan, Index indicator, Index unit, Index project) {
  keys.text("indicator", id_at(plan.indicators(), indicator));
  keys.text("unit", id_at(plan.units(), unit));
  keys.text("project", id_at(plan.projects(), project));
}

void put_factor(JsonKeys& keys, std::string_view key, const Ratio& factor) {
  if (factor != Ratio(1)) keys.needed(key, factor.to_string());
}

// What it says: one number, two, or words.
void put_result(JsonKeys& keys, const Fact& fact, const Plan& plan) {
  if (fact.standing == Standing::words) keys.needed("words", fact.extra->words);
  if (fact.standing == Standing::range) {
    keys.needed("lower", fact.value.to_string());
    keys.needed("upper", fact.extra->upper.to_string());
  }
  if (fact.standing != Standing::value) return;
  const bool ratio = plan.indicators()[fact.indicator].kind == IndicatorKind::ratio;
  keys.needed(ratio ? "numerator" : "value", fact.value.to_string());
  if (ratio) keys.needed("denominator", fact.denominator.to_string());
}

JsonKeys report(const Fact& fact, const ObservationLog& log) {
  const Observation said = log.observation(fact.row);
  JsonKeys keys;
  keys.whole("observation", one_more(fact.row));
  keys.needed("period", fact.period.to_string());
  keys.needed("form", name_of(fact.form));
  keys.needed("says", name_of(said.standing));
  put_result(keys, fact, log.plan());
  keys.needed("status", name_of(fact.status));
  keys.needed("qualifier", name_of(fact.qualifier));
  keys.needed("recorded_on", fact.recorded_on.to_string());
  if (fact.revision != 0) keys.whole("revision", fact.revision);
  keys.text("work_stage", said.work_stage);
  keys.text("source", said.source);
  if (said.verdict != Verdict::none) {
    keys.needed("verdict", name_of(said.verdict));
    keys.needed("judge", said.judge);
  }
  return keys;
}

JsonNode set_aside(const SetAsideFact& other, const ObservationLog& log) {
  JsonKeys keys = report(other.fact, log);
  keys.needed("reason", name_of(other.reason));
  keys.put("why", labels_of([&](Language language) { return label(other.reason, language); }));
  if (other.in_favour_of) keys.whole("in_favour_of", one_more(*other.in_favour_of));
  return keys.done();
}

}  // namespace

JsonNode trace_reason(Errc reason) {
  JsonKeys keys;
  keys.whole("code", static_cast<int>(reason));
  keys.needed("name", name_of(reason));
  keys.put("label", labels_of([&](Language language) { return label(reason, language); }));
  return keys.done();
}

JsonNode trace_source(const TraceSource& source, const ObservationLog& log) {
  const Plan& plan = log.plan();
  const Question& asked = source.question;
  JsonKeys keys;
  keys.needed("role", name_of(source.role));
  keys.put("label", labels_of([&](Language language) { return label(source.role, language); }));
  put_cell(keys, plan, asked.indicator, asked.unit, asked.project);
  keys.needed("window", asked.window.to_string());
  keys.needed("as_of", asked.as_of.to_string());
  keys.printed("known_on", asked.known_on);
  keys.needed("edition", asked.edition == Edition::first ? "first" : "latest");
  std::vector<std::string> through;
  for (const Index unit : source.through) through.push_back(plan.units()[unit].id);
  keys.texts("through", through);
  put_factor(keys, "share", source.share);
  std::size_t at = 0;
  keys.list("used", source.selection.used, [&](const Fact& fact) {
    JsonKeys used = report(fact, log);
    if (fact.taken_from) used.put("taken_from", report(log.fact(*fact.taken_from), log).done());
    put_factor(used, "factor", source.factors[at++]);
    return used.done();
  });
  keys.list("set_aside", source.selection.set_aside,
            [&](const SetAsideFact& other) { return set_aside(other, log); });
  if (source.selection.fault != Errc::none) {
    keys.put("fault", trace_reason(source.selection.fault));
  }
  return keys.done();
}

void put_asked(OpenObject& document, std::string_view format, const PlanHead& plan,
               const Request& asked) {
  document.put("format", json_text(format));
  document.put("plan", json_text(plan.id));
  document.put("unit", json_text(plan.unit));
  document.put("period", json_text(plan.period.to_string()));
  document.put("as_of", json_text(asked.as_of.to_string()));
  if (asked.known_on) document.put("known_on", json_text(asked.known_on->to_string()));
  if (asked.map) document.put("map", json_text(asked.map->to_string()));
}

JsonNode trace_number(const TraceNumber& number, std::size_t id, const Plan& plan) {
  JsonKeys keys;
  keys.whole("number", one_more(id));
  keys.needed("method", number.method);
  put_cell(keys, plan, number.indicator, number.unit, number.project);
  keys.printed("window", number.window);
  keys.needed("formula", number.formula);
  keys.list("terms", number.terms, [](const TraceTerm& term) {
    using From = TraceTerm::From;
    JsonKeys inner;
    inner.needed("symbol", term.symbol);
    inner.needed("from", name_of(term.from));
    const bool reported = term.from == From::report || term.from == From::denominator;
    if (reported) inner.whole("observation", one_more(term.at));
    if (term.from == From::number) inner.whole("number", one_more(term.at));
    if (term.from == From::target) inner.whole("target", static_cast<int>(term.at));
    inner.needed("value", term.value.to_string());
    return inner.done();
  });
  keys.needed("value", number.value.to_string());
  keys.whole("cut", number.cut);
  return keys.done();
}

}  // namespace tiendo
