// Tested by tests/unit/io/trace_json_test.cpp, tests/golden/reports_test.py and
// tests/cli/trace_test.py, which computes every figure again from this text alone.
//
// What is not there is left out; decimals and fractions are strings. The keys are a promise (see
// the guide to the formats and docs/schema/trace.schema.json).

#include "io/json_text.hpp"
#include "io/labels.hpp"
#include "io/part_writers.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"
#include "io/trace_parts.hpp"

namespace tiendo {
namespace {

class RowTrace {
 public:
  RowTrace(const Trace& trace, const ObservationLog& log, const Request& asked,
           const Printing& printing)
      : trace_(trace),
        row_(trace.row),
        log_(log),
        plan_(log.plan()),
        asked_(asked),
        printing_(printing) {}

  JsonNode write() {
    put_row(row_);
    put_definition();
    put_condition(keys_, row_);
    put_near();
    keys_.list("targets", positions(row_.targets.size()), [&](std::size_t i) { return target(i); });
    keys_.list("sources", trace_.sources,
               [&](const TraceSource& source) { return trace_source(source, log_); });
    std::size_t id = 0;
    keys_.list("numbers", trace_.numbers,
               [&](const TraceNumber& number) { return trace_number(number, id++, plan_); });
    keys_.list("steps", trace_.steps, [](const TraceStep& step) { return write_step(step); });
    keys_.list("figures", kFields, [&](Field field) { return write_figure(field); });
    keys_.list("components", trace_.components,
               [&](const ReportRow& part) { return component(part); });
    put_coverage();
    put_state();
    keys_.put("verdict", verdict(row_));
    put_provisional(keys_, row_);
    if (row_.condition.kind != ConditionKind::components) {
      keys_.put("course", course());
      keys_.put("schedule", schedule());
    }
    return keys_.done();
  }

 private:
  static std::vector<std::size_t> positions(std::size_t count) {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    return all;
  }

  template <class Thing>
  static JsonNode name_of_thing(const Thing& thing) {
    return labels_of([&](Language language) {
      const std::string& name = thing.name.in(language);
      return name.empty() ? thing.id : name;
    });
  }

  void put_row(const ReportRow& row) {
    keys_.needed("kind", name_of_kind(row.kind));
    if (row.kind == RowKind::component) {
      keys_.needed("composite", plan_.targets().indicator(row.targets.front()));
    }
    keys_.needed("indicator", plan_.indicators()[row.indicator].id);
    keys_.needed("unit", plan_.units()[row.unit].id);
    keys_.text("project", id_at(plan_.projects(), row.project));
    keys_.text("assigner", id_at(plan_.units(), row.assigner));
    keys_.needed("period", row.period.to_string());
    keys_.text("measure", plan_.indicators()[row.indicator].measure);
    JsonKeys names;
    names.put("indicator", name_of_thing(plan_.indicators()[row.indicator]));
    names.put("unit", name_of_thing(plan_.units()[row.unit]));
    if (row.project != kNone) {
      names.put("project", name_of_thing(plan_.projects()[row.project]));
    }
    if (row.assigner != kNone) names.put("assigner", name_of_thing(plan_.units()[row.assigner]));
    if (!plan_.indicators()[row.indicator].measure.empty()) {
      names.put("measure", name_of_thing(plan_.measure_of(plan_.indicators()[row.indicator])));
    }
    keys_.put("names", names.done());
  }

  // By which rules reports of the indicator make its figures.
  void put_definition() {
    const Indicator& indicator = plan_.indicators()[row_.indicator];
    JsonKeys rules;
    rules.needed("kind", name_of(indicator.kind));
    rules.needed("direction", name_of(indicator.direction));
    rules.needed("time_rule", name_of(time_rule_of(indicator)));
    rules.needed("unit_rule", name_of(unit_rule_of(indicator)));
    rules.needed("base_rule", name_of(row_.base_rule));
    rules.needed("base_rule_from", base_rule_from());
    rules.needed("unreported", name_of(asked_.rules.unreported));
    rules.needed("compared_with", name_of(asked_.rules.compared_with));
    keys_.put("policies", rules.done());
  }

  // Who says it: the indicator, of a growth also what it is the growth of; else whoever asks.
  std::string_view base_rule_from() const {
    const Index base = plan_.base_of(row_.indicator);
    if (plan_.indicators()[row_.indicator].base_rule) return "indicator";
    if (base != kNone && plan_.indicators()[base].base_rule) return "base";
    return asked_.base_rule ? "request" : "rules";
  }

  static void put_condition(JsonKeys& keys, const ReportRow& row) {
    if (row.condition.kind == ConditionKind::none) return;
    keys.put("condition", write_condition(row.condition));
    keys.put("wording", labels_of([&](Language language) {
               const NumberFormat numbers =
                   language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain();
               return wording(row.condition, language,
                              [&](const Condition&, const Decimal& number) {
                                return format(number, numbers);
                              });
             }));
  }

  // By how much the condition may be missed and the result still be near.
  void put_near() {
    if (!row_.near) return;
    JsonKeys near;
    near.needed("value", row_.near->value.to_string());
    near.needed("in", name_of(row_.near->in));
    keys_.put("near", near.done());
  }

  // A target as it stands in the plan, and what came of it here.
  JsonNode target(std::size_t at) const {
    const Target set = plan_.targets()[row_.targets[at]];
    JsonKeys keys;
    keys.whole("position", static_cast<int>(row_.targets[at]));
    keys.text("assigner", set.assigner);
    if (!row_.origins.empty()) {
      keys.needed("from_unit", plan_.units()[row_.origins[at].unit].id);
      keys.needed("share", row_.origins[at].share.to_string());
      if (row_.origins[at].reason != Errc::none) {
        keys.put("not_carried", trace_reason(row_.origins[at].reason));
      }
    }
    keys.put("target", write_target(set, {}));
    return keys.done();
  }

  static JsonNode write_step(const TraceStep& step) {
    JsonKeys keys;
    keys.needed("field", name_of(step.field));
    keys.needed("method", step.method);
    keys.needed("formula", step.formula);
    keys.list("inputs", step.inputs, [](const TraceInput& input) {
      JsonKeys inner;
      inner.needed("symbol", input.symbol);
      if (input.number) {
        inner.needed("from", "number");
        inner.whole("number", static_cast<int>(*input.number) + 1);
      } else if (input.field) {
        inner.needed("from", "figure");
        inner.needed("figure", name_of(*input.field));
      } else {
        inner.needed("from", input.symbol == "p" ? "point" : "given");
      }
      inner.needed("value", input.value.to_string());
      return inner.done();
    });
    if (step.result) keys.needed("result", (*step.result).to_string());
    return keys.done();
  }

  // The exact figure, and what is printed of it; or why there is none.
  JsonNode write_figure(Field field) const {
    JsonKeys keys;
    keys.needed("field", name_of(field));
    keys.put("label", labels_of([&](Language language) { return label(field, language); }));
    const Figure& exact = figure(row_, field);
    if (!exact) {
      keys.put("reason", trace_reason(exact.reason));
      return keys.done();
    }
    if (const NumberAt number = trace_.number_of(field)) {
      keys.whole("number", static_cast<int>(*number) + 1);
    } else if (field == Field::baseline) {
      keys.needed("from", "target");
    }
    keys.needed("in", in_what(field));
    keys.needed("exact", (*exact).to_string());
    if (const auto rounded = printed(plan_, row_, field, printing_)) {
      keys.needed("printed", rounded->to_string());
      const PrintRule rule = print_rule(plan_, row_, field, printing_);
      keys.whole("digits", rule.digits);
      keys.needed("rounding", name_of(rule.rounding));
    }
    return keys.done();
  }

  std::string_view in_what(Field field) const {
    if (field == Field::target && is_change(row_.condition.kind)) {
      if (row_.condition.in != ChangeIn::value) return name_of(row_.condition.in);
    }
    return is_percent(field) ? "percent" : "measure";
  }

  JsonNode component(const ReportRow& part) const {
    JsonKeys keys;
    keys.needed("indicator", plan_.indicators()[part.indicator].id);
    put_condition(keys, part);
    if (part.actual) keys.needed("actual", (*part.actual).to_string());
    keys.needed("state", name_of(part.state));
    keys.put("verdict", verdict(part));
    put_provisional(keys, part);
    return keys.done();
  }

  void put_coverage() {
    JsonKeys coverage;
    coverage.whole("reported", row_.coverage.reported);
    coverage.whole("expected", row_.coverage.expected);
    coverage.needed("of", name_of(row_.coverage.of));
    coverage.put("label",
                 labels_of([&](Language language) { return label(row_.coverage.of, language); }));
    keys_.put("coverage", coverage.done());
    keys_.whole("declared_projects", row_.declared_projects);
    keys_.printed("reported_to", row_.reported_to);
    if (!row_.status) return;
    keys_.needed("status", name_of(*row_.status));
    keys_.needed("qualifier", name_of(row_.qualifier));
  }

  void put_state() {
    JsonKeys state;
    state.needed("state", name_of(row_.state));
    state.put("label", labels_of([&](Language language) { return label(row_.state, language); }));
    if (row_.reason != Errc::none) state.put("reason", trace_reason(row_.reason));
    keys_.put("state", state.done());
  }

  JsonNode verdict(const ReportRow& row) const {
    JsonKeys keys;
    if (row.verdict == Verdict::none) {
      keys.put("reason", trace_reason(row.verdict_reason));
    } else {
      keys.needed("verdict", name_of(row.verdict));
      keys.put("label", labels_of([&](Language language) { return label(row.verdict, language); }));
      keys.needed("method", row.by_hand                                       ? "by_hand@1"
                            : row.condition.kind == ConditionKind::components ? "composite@1"
                                                                              : "condition@1");
    }
    put_compared(keys, row);
    if (row.hand_verdict != Verdict::none) {
      keys.needed("by_hand", name_of(row.hand_verdict));
      keys.needed("judge", row.judge);
    }
    return keys.done();
  }

  // What the condition says of what is there, while the period is open.
  static void put_provisional(JsonKeys& keys, const ReportRow& row) {
    if (row.provisional == Verdict::none) return;
    JsonKeys so_far;
    so_far.needed("verdict", name_of(row.provisional));
    so_far.put("label", labels_of([&](Language language) {
                 return label_so_far(row.provisional, language);
               }));
    so_far.needed("method",
                  row.condition.kind == ConditionKind::components ? "composite@1" : "condition@1");
    keys.put("provisional", so_far.done());
  }

  // What has become of the way from the base, with the base that it was held against.
  JsonNode course() const {
    JsonKeys keys;
    if (row_.course == Course::none) {
      keys.put("reason", trace_reason(row_.course_reason));
      return keys.done();
    }
    keys.needed("course", name_of(row_.course));
    keys.put("label", labels_of([&](Language language) { return label(row_.course, language); }));
    keys.needed("method", "course@1");
    keys.needed("baseline", (*row_.baseline).to_string());
    put_compared(keys, row_);
    return keys.done();
  }

  // How what has been reached stands to what was expected by a day.
  JsonNode schedule() const {
    JsonKeys keys;
    if (row_.schedule == Schedule::none) {
      keys.put("reason", trace_reason(row_.schedule_reason));
      return keys.done();
    }
    keys.needed("schedule", name_of(row_.schedule));
    keys.put("label", labels_of([&](Language language) { return label(row_.schedule, language); }));
    keys.needed("method", "schedule@1");
    keys.needed("expected", (*row_.expected).to_string());
    keys.printed("expected_on", row_.expected_on);
    put_compared(keys, row_);
    return keys.done();
  }

  // What was held against what.
  static void put_compared(JsonKeys& keys, const ReportRow& row) {
    JsonKeys compared;
    if (row.actual) compared.needed("actual", (*row.actual).to_string());
    if (row.range) {
      compared.needed("lower", row.range->lower.to_string());
      compared.needed("upper", row.range->upper.to_string());
    }
    compared.text("words", row.words);
    if (row.status) compared.needed("qualifier", name_of(row.qualifier));
    if (row.required) compared.needed("required", (*row.required).to_string());
    if (!compared.empty()) keys.put("compared", compared.done());
  }

  const Trace& trace_;
  const ReportRow& row_;
  const ObservationLog& log_;
  const Plan& plan_;
  const Request& asked_;
  const Printing& printing_;
  JsonKeys keys_;
};

}  // namespace

std::string write_traces(const std::vector<Trace>& traces, const ObservationLog& log,
                         const Report& report, const Printing& printing) {
  const Request& asked = report.request;
  const Printing own = under(asked.rules, printing);
  std::string text;
  OpenObject document(text, 0);
  put_asked(document, "tiendo-trace/1", report.plan.head(), asked);
  document.put("base_rule", json_text(name_of(base_rule_of(asked))));
  if (asked.levels) document.put("levels", json_whole(*asked.levels));
  document.put("rules", rules_node(asked.rules));
  document.list("rows", traces,
                [&](const Trace& trace) { return RowTrace(trace, log, asked, own).write(); });
  document.end();
  return text + '\n';
}

}  // namespace tiendo
