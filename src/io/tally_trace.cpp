// Tested by tests/unit/io/tally_trace_test.cpp, tests/golden/reports_test.py and
// tests/cli/summary_trace_test.py, which counts again.
//
// The keys of the JSON are a promise (see the guide to the formats and
// docs/schema/summary-trace.schema.json).

#include <array>

#include "io/json_text.hpp"
#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"
#include "io/trace_parts.hpp"
#include "tiendo/io/rollup_writer.hpp"

namespace tiendo {
namespace {

constexpr Phrase kSummary{"Tổng hợp", "Summary"};
constexpr Phrase kAssigner{"cấp giao", "assigner"};
constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kOfNone{"(không nêu)", "(none)"};
constexpr Phrase kRow{"dòng", "row"};
constexpr Phrase kRows{"Đếm các dòng", "Rows that are counted"};
constexpr Phrase kNotCounted{"Các dòng không tính", "Rows that are not counted"};
constexpr Phrase kSoFar{"tạm tính:", "so far:"};
constexpr Phrase kNotDue{"chưa đến hạn báo cáo", "not due"};
constexpr Phrase kTargets{"Chỉ tiêu giao", "Targets"};
constexpr Phrase kMetOrBetter{"Đạt và vượt", "Met or better"};
constexpr Phrase kReported{"Đã báo cáo", "Reported"};
constexpr Phrase kByHand{"đánh giá bằng tay", "by hand"};

// As what rows are counted, and the count that they go to.
struct Way {
  CountedAs as;
  Phrase label;
  int SummaryRow::*count;
};
constexpr std::array<Way, 9> kWays = {
    {{CountedAs::exceeded, {"vượt", "exceeded"}, &SummaryRow::exceeded},
     {CountedAs::met, {"đạt", "met"}, &SummaryRow::met},
     {CountedAs::near, {"cận", "near"}, &SummaryRow::near},
     {CountedAs::missed, {"không đạt", "missed"}, &SummaryRow::missed},
     {CountedAs::no_data, {"chưa có số liệu", "without data"}, &SummaryRow::no_data},
     {CountedAs::not_judged, {"chưa đánh giá", "not judged"}, &SummaryRow::not_judged},
     {CountedAs::no_target, {"không được giao chỉ tiêu", "no target is set for it"}, nullptr},
     {CountedAs::component,
      {"đã tính trong chỉ tiêu tổng hợp", "counted in the composite that it is of"},
      nullptr},
     {CountedAs::of_project,
      {"chỉ tiêu của dự án, tính trong báo cáo dự án", "of a project: see the report of work"},
      nullptr}}};

std::string_view label(CountedAs as, Language language) {
  return kWays[static_cast<std::size_t>(as)].label.in(language);
}

int one_more(std::size_t position) { return static_cast<int>(position) + 1; }

std::string_view name_of_by(const std::optional<TallyBy>& by) {
  return by ? name_of(*by) : std::string_view("summary");
}

// ---- JSON

void put_row(JsonKeys& keys, const Plan& plan, const ReportRow& row, std::size_t at) {
  keys.whole("row", one_more(at));
  keys.needed("kind", name_of_kind(row.kind));
  keys.needed("indicator", plan.indicators()[row.indicator].id);
  keys.needed("unit", plan.units()[row.unit].id);
  keys.text("project", id_at(plan.projects(), row.project));
  keys.text("assigner", id_at(plan.units(), row.assigner));
  keys.needed("period", row.period.to_string());
}

JsonNode counted_row(const Plan& plan, const ReportRow& row, std::size_t at) {
  JsonKeys keys;
  put_row(keys, plan, row, at);
  const CountedAs as = counted_as(row);
  keys.needed("as", name_of(as));
  keys.put("label", labels_of([&](Language language) { return label(as, language); }));
  keys.text("provisional", name_of(row.provisional));
  keys.needed("state", name_of(row.state));
  if (row.by_hand) keys.needed("judge", row.judge);
  if (row.verdict == Verdict::none) keys.put("reason", trace_reason(row.verdict_reason));
  return keys.done();
}

JsonNode counts_of(const TallyRow& row) {
  const SummaryRow& counts = row.counts;
  JsonKeys keys;
  keys.whole("rows", counts.rows);
  keys.whole("met_or_better", row.met_or_better());
  for (const Way& way : kWays) {
    if (way.count) keys.whole(name_of(way.as), counts.*way.count);
  }
  keys.whole("by_hand", counts.by_hand);
  keys.whole("provisional_exceeded", counts.provisional_exceeded);
  keys.whole("provisional_met", counts.provisional_met);
  keys.whole("provisional_near", counts.provisional_near);
  keys.whole("provisional_missed", counts.provisional_missed);
  keys.whole("reported", row.reported);
  keys.whole("due", row.due);
  return keys.done();
}

JsonNode traced(const TallyTrace& trace, const Report& report) {
  const Plan& plan = report.plan;
  JsonKeys keys;
  keys.needed("by", name_of_by(trace.by));
  if (trace.by) keys.text("group", group_id(plan, trace.row, *trace.by));
  keys.text("assigner", id_at(plan.units(), trace.row.counts.assigner));
  keys.list("counted", trace.counted,
            [&](std::size_t at) { return counted_row(plan, report.rows[at], at); });
  keys.put("counts", counts_of(trace.row));
  return keys.done();
}

std::vector<std::size_t> not_counted(const Report& report) {
  std::vector<std::size_t> rows;
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    if (!is_counted(counted_as(report.rows[at]))) rows.push_back(at);
  }
  return rows;
}

JsonNode left_out(const Plan& plan, const ReportRow& row, std::size_t at) {
  JsonKeys keys;
  put_row(keys, plan, row, at);
  const CountedAs as = counted_as(row);
  keys.needed("reason", name_of(as));
  keys.put("why", labels_of([&](Language language) { return label(as, language); }));
  return keys.done();
}

std::string as_json(const std::vector<TallyTrace>& traces, const Report& report) {
  const Request& asked = report.request;
  std::string text;
  OpenObject document(text, 0);
  put_asked(document, "tiendo-summary-trace/1", report.plan.head(), asked);
  document.put("base_rule", json_text(name_of(base_rule_of(asked))));
  if (asked.levels) document.put("levels", json_whole(*asked.levels));
  document.put("rules", rules_node(asked.rules));
  document.list("rows", traces, [&](const TallyTrace& trace) { return traced(trace, report); });
  document.list("not_counted", not_counted(report),
                [&](std::size_t at) { return left_out(report.plan, report.rows[at], at); });
  document.end();
  return text + '\n';
}

// ---- Text

class Lines {
 public:
  Lines(const Report& report, Language language)
      : report_(report), plan_(report.plan), language_(language) {}

  std::string write(const std::vector<TallyTrace>& traces) {
    for (const TallyTrace& trace : traces) {
      if (!text_.empty()) text_ += '\n';
      explain(trace);
    }
    const std::vector<std::size_t> others = not_counted(report_);
    if (!others.empty()) line(0, '\n' + in(kNotCounted) + ':');
    for (const std::size_t at : others) line(1, row(at) + ": " + way(at));
    return std::move(text_);
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  void line(int depth, const std::string& content) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + content + '\n';
  }

  template <class Thing>
  std::string name(const Thing& thing) const {
    const std::string& name = thing.name.in(language_);
    return name.empty() ? thing.id : name + " (" + thing.id + ')';
  }

  std::string way(std::size_t at) const {
    return std::string(label(counted_as(report_.rows[at]), language_));
  }

  std::string title(const TallyTrace& trace) const {
    std::string text = in(kSummary);
    if (trace.by) {
      std::string_view group = group_id(plan_, trace.row, *trace.by);
      text += ' ' + std::string(name_of(*trace.by)) + ": " +
              (group.empty() ? in(kOfNone) : std::string(group));
    }
    return text + ", " + in(kAssigner) + ' ' +
           unit_name(report_, trace.row.counts.assigner, language_);
  }

  // "row 3: Land cleared (land), Town (town), assigner Province (province), 2024".
  std::string row(std::size_t at) const {
    const ReportRow& row = report_.rows[at];
    std::string text = in(kRow) + ' ' + std::to_string(at + 1) + ": " +
                       name(plan_.indicators()[row.indicator]) + ", " +
                       name(plan_.units()[row.unit]);
    if (row.project != kNone) text += ", " + name(plan_.projects()[row.project]);
    if (row.assigner != kNone) {
      text += ", " + in(kAssigner) + ' ' + name(plan_.units()[row.assigner]);
    }
    return text + ", " + row.period.to_string();
  }

  // As what it is counted, and why not as more.
  std::string counted(std::size_t at) const {
    const ReportRow& row = report_.rows[at];
    std::string text = way(at);
    if (row.verdict == Verdict::none) {
      const std::string_view why = label(row.verdict_reason, language_);
      if (why != text) text += ": " + std::string(why);
    }
    if (row.provisional != Verdict::none) {
      text += "; " + in(kSoFar) + ' ' + std::string(label_so_far(row.provisional, language_));
    }
    if (row.by_hand) text += "; " + in(kByHand);
    if (!is_due(row)) text += "; " + in(kNotDue);
    return text;
  }

  void explain(const TallyTrace& trace) {
    const SummaryRow& counts = trace.row.counts;
    line(0, title(trace));
    line(0, in(kRules) + ' ' + name_of_rules(report_.request.rules));
    line(0, in(kRows) + ':');
    for (const std::size_t at : trace.counted) line(1, row(at) + ": " + counted(at));
    std::string sum;
    for (const Way& each : kWays) {
      if (!each.count || (counts.*each.count == 0 && each.as == CountedAs::near)) continue;
      sum += (sum.empty() ? "" : " + ") + std::string(each.label.in(language_)) + ' ' +
             std::to_string(counts.*each.count);
    }
    line(0, in(kTargets) + ": " + sum + " = " + std::to_string(counts.rows));
    line(0, in(kMetOrBetter) + ": " + std::to_string(counts.exceeded) + " + " +
                std::to_string(counts.met) + " = " + std::to_string(trace.row.met_or_better()));
    line(0, in(kReported) + ": " + std::to_string(trace.row.reported) + '/' +
                std::to_string(trace.row.due));
  }

  const Report& report_;
  const Plan& plan_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string write_tally_traces(const std::vector<TallyTrace>& traces, const Report& report,
                               Language language) {
  return Lines(report, language).write(traces);
}

std::string write_tally_traces(const std::vector<TallyTrace>& traces, const Report& report) {
  return as_json(traces, report);
}

}  // namespace tiendo
