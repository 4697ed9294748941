// Tested by tests/unit/io/work_trace_writer_test.cpp, tests/golden/reports_test.py and
// tests/cli/work_trace_test.py, which computes every figure again from this text alone.
//
// As the traces of rows: what is not there is left out; decimals and fractions are strings. The
// keys are a promise (see the guide to the formats and docs/schema/work-trace.schema.json).

#include "io/earned_print.hpp"
#include "io/json_text.hpp"
#include "io/part_writers.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"
#include "io/trace_parts.hpp"
#include "io/work_forms.hpp"
#include "io/work_labels.hpp"

namespace tiendo {
namespace {

int one_more(std::size_t position) { return static_cast<int>(position) + 1; }

class WorkRowTrace {
 public:
  WorkRowTrace(const WorkTrace& trace, const WorkReport& report, const ObservationLog& log,
               const TaskLog& tasks, const Printing& printing)
      : trace_(trace),
        row_(trace.row),
        report_(report),
        plan_(report.plan),
        log_(log),
        tasks_(tasks),
        printing_(printing) {}

  JsonNode write() {
    keys_.whole("row", one_more(trace_.at));
    put_ids(keys_, row_);
    put_asked();
    keys_.list("sources", trace_.sources,
               [&](const TraceSource& source) { return trace_source(source, log_); });
    std::size_t id = 0;
    keys_.list("numbers", trace_.numbers,
               [&](const TraceNumber& number) { return trace_number(number, id++, plan_); });
    put_reports();
    keys_.list("members", trace_.members, [&](const WorkMember& one) { return member(one); });
    keys_.list("left_out", trace_.left_out, [&](const WorkLeftOut& one) { return left_out(one); });
    keys_.list("steps", trace_.steps, [&](const WorkStep& step) { return write_step(step); });
    put_figures();
    put_earned();
    put_counts();
    put_coverage();
    put_standing();
    put_judged();
    return keys_.done();
  }

 private:
  void put_ids(JsonKeys& keys, const WorkRow& row) const {
    keys.needed("kind", name_of(row.kind));
    keys.put("label", labels_of([&](Language language) { return label(row.kind, language); }));
    keys.text("project", id_at(plan_.projects(), row.project));
    keys.text("indicator", id_at(plan_.indicators(), row.indicator));
    keys.text("unit", id_at(plan_.units(), row.unit));
    keys.text("assigner", id_at(plan_.units(), row.assigner));
    keys.text("task_group", id_at(plan_.task_groups(), row.task_group));
    keys.text("lead", id_at(plan_.units(), row.lead));
    keys.text("part", row.part_name);
    keys.printed("period", row.period);
    if (row.indicator != kNone) keys.text("measure", plan_.indicators()[row.indicator].measure);
  }

  void put_asked() {
    if (row_.condition.kind != ConditionKind::none) {
      keys_.put("condition", write_condition(row_.condition));
    }
    keys_.list("targets", trace_.targets, [&](Index at) {
      JsonKeys keys;
      keys.whole("position", static_cast<int>(at));
      keys.put("target", write_target(plan_.targets()[at], {}));
      return keys.done();
    });
  }

  // What a report of the work itself says.
  JsonKeys report(const TaskFact& fact) const {
    const TaskReport& said = tasks_.report(fact.row);
    JsonKeys keys;
    keys.whole("report", one_more(fact.row));
    keys.needed("state", name_of(fact.state));
    keys.printed("share", fact.share);
    keys.printed("done_on", fact.done_on);
    keys.needed("recorded_on", fact.recorded_on.to_string());
    keys.needed("status", name_of(fact.status));
    if (fact.revision != 0) keys.whole("revision", fact.revision);
    keys.text("source", said.source);
    keys.text("note", said.note);
    return keys;
  }

  void put_reports() {
    if (!trace_.said) return;
    JsonKeys reports;
    if (trace_.said->used) reports.put("used", report(*trace_.said->used).done());
    reports.list("set_aside", trace_.said->set_aside, [&](const SetAsideTask& other) {
      JsonKeys keys = report(other.fact);
      keys.needed("reason", name_of(other.reason));
      keys.put("why", labels_of([&](Language language) { return label(other.reason, language); }));
      if (other.in_favour_of) keys.whole("in_favour_of", one_more(*other.in_favour_of));
      return keys.done();
    });
    if (!reports.empty()) keys_.put("reports", reports.done());
  }

  // A row that is counted: which it is, how it stands, in a sum what it brings.
  JsonNode member(const WorkMember& one) const {
    const WorkRow& row = report_.rows[one.row];
    const WorkRow& counted = report_.rows[one.counted];
    JsonKeys keys;
    keys.whole("row", one_more(one.row));
    put_ids(keys, row);
    if (one.counted != one.row) keys.whole("counted", one_more(one.counted));
    keys.text("state", name_of(counted.state));
    keys.text("standing", name_of(counted.standing));
    keys.printed("finish", counted.finish);
    keys.printed("done_on", counted.done_on);
    if (row.reached.reason == Errc::no_such_figure) return keys.done();
    if (row.reached) {
      keys.needed("reached", (*row.reached).to_string());
    } else {
      keys.put("reason", trace_reason(row.reached.reason));
    }
    keys.needed("coverage", one.complete ? "complete" : "partial");
    return keys.done();
  }

  JsonNode left_out(const WorkLeftOut& one) const {
    JsonKeys keys;
    keys.whole("row", one_more(one.row));
    put_ids(keys, report_.rows[one.row]);
    keys.needed("reason", name_of(one.why));
    keys.put("why", labels_of([&](Language language) { return label(one.why, language); }));
    return keys.done();
  }

  JsonNode write_term(const WorkTerm& term) const {
    using From = WorkTerm::From;
    JsonKeys keys;
    keys.needed("symbol", term.symbol);
    keys.needed("from", name_of(term.from));
    if (term.from == From::plan && !trace_.targets.empty()) {
      keys.whole("target", static_cast<int>(term.at));
    }
    if (term.from == From::number) keys.whole("number", one_more(term.at));
    if (term.from == From::planned) keys.whole("period", static_cast<int>(term.at));
    if (term.from == From::row) keys.whole("row", one_more(term.at));
    if (term.from == From::report) keys.whole("report", one_more(term.at));
    if (term.from == From::count) {
      keys.needed("count", term.name);
    } else {
      keys.text("figure", term.name);
    }
    keys.needed("value", term.value.to_string());
    return keys.done();
  }

  JsonNode write_step(const WorkStep& step) const {
    JsonKeys keys;
    keys.needed("field", step.figure);
    keys.needed("method", step.method);
    keys.needed("formula", step.formula);
    keys.list("terms", step.terms, [&](const WorkTerm& term) { return write_term(term); });
    keys.needed("result", step.result.to_string());
    return keys.done();
  }

  // Those that the kind of row has: what is printed of them, or why they are not there.
  void put_figures() {
    std::vector<WorkField> fields;
    for (const WorkField field : kWorkFields) {
      if (figure(row_, field).reason != Errc::no_such_figure) fields.push_back(field);
    }
    keys_.list("figures", fields, [&](WorkField field) {
      JsonKeys keys;
      keys.needed("field", name_of(field));
      keys.put("label", labels_of([&](Language language) { return label(field, language); }));
      const Figure& exact = figure(row_, field);
      if (!exact) {
        keys.put("reason", trace_reason(exact.reason));
        return keys.done();
      }
      keys.needed("in", field == WorkField::deviation ? "points"
                        : is_percent(field)           ? "percent"
                                                      : "measure");
      keys.needed("exact", (*exact).to_string());
      if (const auto rounded = printed(plan_, row_, field, printing_)) {
        const PrintRule rule = print_rule(plan_, row_, field, printing_);
        keys.needed("printed", rounded->to_string());
        keys.whole("digits", rule.digits);
        keys.needed("rounding", name_of(rule.rounding));
      }
      return keys.done();
    });
  }

  void put_earned() {
    if (!trace_.earned) return;
    const WorkEarned& earned = *trace_.earned;
    JsonKeys keys;
    keys.needed("measure", indicator_of_capital(plan_, row_.project).measure);
    keys.text("times", name_of(earned.times));
    keys.list("planned", earned.planned, [&](const WorkEarned::Planned& each) {
      JsonKeys planned;
      planned.whole("period", each.period);
      planned.needed("to", each.to.to_string());
      planned.put("step", write_step(each.step));
      return planned.done();
    });
    keys.list("steps", earned.steps, [&](const WorkStep& step) { return write_step(step); });
    keys.list("figures", earned.figures, [&](const NamedFigure& each) { return put_earned(each); });
    keys_.put("earned_value", keys.done());
  }

  JsonNode put_earned(const NamedFigure& each) const {
    JsonKeys keys;
    keys.needed("field", each.name);
    keys.put("label",
             labels_of([&](Language language) { return earned_label(each.name, language); }));
    if (!each.figure) {
      keys.put("reason", trace_reason(each.figure.reason));
      return keys.done();
    }
    const EarnedKind::In in = earned_kind(each.name)->in;
    keys.needed("in", name_of(in));
    keys.needed("exact", (*each.figure).to_string());
    const PrintRule rule = earned_print_rule(plan_, row_.project, in, printing_);
    if (const auto rounded = round(*each.figure, rule.digits, rule.rounding)) {
      keys.needed("printed", rounded->to_string());
      keys.whole("digits", rule.digits);
      keys.needed("rounding", name_of(rule.rounding));
    }
    return keys.done();
  }

  void put_counts() {
    if (!counts_parts(row_.kind)) return;
    JsonKeys counts;
    for (const auto& [name, count] : counts_of(row_.counts)) counts.whole(name, count);
    keys_.put("counts", counts.done());
  }

  void put_coverage() {
    if (row_.coverage != Coverage()) {
      JsonKeys coverage;
      coverage.whole("reported", row_.coverage.reported);
      coverage.whole("expected", row_.coverage.expected);
      coverage.needed("of", name_of(row_.coverage.of));
      coverage.put("label",
                   labels_of([&](Language language) { return label(row_.coverage.of, language); }));
      if (trace_.declared > 0) coverage.whole("declared", trace_.declared);
      keys_.put("coverage", coverage.done());
    }
    keys_.printed("reported_to", row_.reported_to);
    if (!row_.status) return;
    keys_.needed("status", name_of(*row_.status));
    keys_.needed("qualifier", name_of(row_.qualifier));
  }

  // How it stands to its last day, with the days that say so.
  void put_standing() {
    JsonKeys keys;
    keys.text("standing", name_of(row_.standing));
    if (row_.standing != WorkStanding::none) {
      keys.put("label",
               labels_of([&](Language language) { return label(row_.standing, language); }));
      keys.needed("method", "last_day@1");
    }
    keys.text("state", name_of(row_.state));
    if (trace_.decided_by != WorkDecider::nobody) {
      keys.needed("decided_by", name_of(trace_.decided_by));
    }
    keys.printed("start", row_.start);
    keys.printed("finish", row_.finish);
    keys.printed("done_on", row_.done_on);
    keys.printed("done_by", trace_.done_by);
    keys.whole("limit_months", row_.limit_months);
    keys.whole("days_late", row_.days_late);
    keys.whole("months_late", row_.months_late);
    if (row_.reason != Errc::none) keys.put("reason", trace_reason(row_.reason));
    if (!keys.empty()) keys_.put("standing", keys.done());
  }

  void put_judged() {
    if (row_.schedule != Schedule::none) {
      JsonKeys keys;
      keys.needed("schedule", name_of(row_.schedule));
      keys.put("label",
               labels_of([&](Language language) { return label(row_.schedule, language); }));
      keys_.put("schedule", keys.done());
    }
    if (row_.kind != WorkKind::quantity) return;
    JsonKeys keys;
    if (row_.verdict == Verdict::none) {
      keys.put("reason", trace_reason(row_.verdict_reason));
    } else {
      keys.needed("verdict", name_of(row_.verdict));
      keys.put("label",
               labels_of([&](Language language) { return label(row_.verdict, language); }));
    }
    keys_.put("verdict", keys.done());
  }

  const WorkTrace& trace_;
  const WorkRow& row_;
  const WorkReport& report_;
  const Plan& plan_;
  const ObservationLog& log_;
  const TaskLog& tasks_;
  const Printing& printing_;
  JsonKeys keys_;
};

}  // namespace

std::string write_work_traces(const std::vector<WorkTrace>& traces, const WorkReport& report,
                              const ObservationLog& log, const TaskLog& tasks,
                              const Printing& printing) {
  const Request& asked = report.request;
  const Printing own = under(asked.rules, printing);
  std::string text;
  OpenObject document(text, 0);
  put_asked(document, "tiendo-work-trace/1", report.plan.head(), asked);
  document.put("rules", rules_node(asked.rules));
  document.list("rows", traces, [&](const WorkTrace& trace) {
    return WorkRowTrace(trace, report, log, tasks, own).write();
  });
  document.end();
  return text + '\n';
}

}  // namespace tiendo
