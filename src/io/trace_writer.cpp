// Tested by tests/unit/io/trace_writer_test.cpp and tests/golden/reports_test.py.
//
// The trace for people: which reports, which not and why, every formula with its numbers, the exact
// fraction, the rounding.

#include <algorithm>
#include <utility>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/text.hpp"
#include "io/trace_reports.hpp"
#include "io/trace_steps.hpp"
#include "io/trace_sums.hpp"
#include "io/trace_verdict.hpp"

namespace tiendo {
namespace {

constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kBase{"cùng kỳ theo", "base:"};
constexpr Phrase kLatest{"Cùng kỳ, số mới nhất", "Same period, the latest known"};
constexpr Phrase kFirst{"Cùng kỳ, số công bố lần đầu", "Same period, as first published"};
constexpr Phrase kAssigner{"cấp giao", "assigner"};
constexpr Phrase kWhole{"các cấp giao, gộp", "all assigners, as a whole"};
constexpr Phrase kNothing{"không có báo cáo nào được dùng", "no report is used"};
constexpr Phrase kFormula{"Công thức", "Formula"};
constexpr Phrase kTarget{"Kế hoạch (T)", "Target (T)"};
constexpr Phrase kCoverage{"Đã báo cáo", "Reported"};
constexpr Phrase kTo{"đến", "to"};
constexpr Phrase kFigures{"Các số", "Figures"};
constexpr Phrase kYearBefore{"Cả năm trước", "Whole year before"};
constexpr Phrase kPeriodBefore{"Cả kỳ liền trước", "Whole period before"};
constexpr Phrase kStated{"nêu trong kế hoạch", "stated in the plan"};
constexpr Phrase kCut{
    "không phải phân số; thêm chữ số 5 sau khi cắt căn số, số chữ số thập phân giữ lại:",
    "no fraction; a 5 stands behind the digits of the root that are kept:"};
constexpr Phrase kPoint{"Một điểm phần trăm p", "One percentage point p"};
constexpr Phrase kComponentOf{"thành phần của", "component of"};
constexpr Phrase kComponents{"Các thành phần", "Components"};
constexpr Phrase kNo{"không có", "none"};
constexpr Phrase kSchedule{"Tiến độ", "Schedule"};
constexpr Phrase kExpectedOn{"dự kiến đến", "expected by"};

class TraceWriter {
 public:
  TraceWriter(const Trace& trace, const ObservationLog& log, Language language,
              const Printing& printing)
      : trace_(trace),
        row_(trace.row),
        log_(log),
        plan_(log.plan()),
        language_(language),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()),
        sums_(trace.numbers, numbers_),
        steps_(trace, plan_, language, under(trace.rules, printing), numbers_) {}

  std::string write() {
    heading();
    for (const TraceSource& source : trace_.sources) {
      if (source.role == SourceRole::other_base && !base_moves()) continue;
      text_ += trace_reports(source, row_.period, log_, language_);
    }
    if (trace_.sources.empty() && trace_.components.empty()) line(0, in(kNothing));
    write_formula();
    write_target();
    write_coverage();
    if (trace_.components.empty()) {
      write_steps();
    } else {
      write_components();
    }
    text_ += verdict_lines(row_, language_);
    write_schedule();
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

  std::string number(const Ratio& value) const { return exact_number(value, numbers_); }

  void heading() {
    std::string text = name(plan_.indicators()[row_.indicator]);
    text += ", " + name(plan_.units()[row_.unit]);
    if (row_.project != kNone) text += ", " + name(plan_.projects()[row_.project]);
    text += ", " + row_.period.to_string();
    if (row_.kind == RowKind::whole) text += ", " + in(kWhole);
    if (row_.assigner != kNone) {
      text += ", " + in(kAssigner) + ' ' + name(plan_.units()[row_.assigner]);
    }
    if (row_.kind == RowKind::component) {
      const std::string& composite = plan_.targets().indicator(row_.targets.front());
      text +=
          ", " + in(kComponentOf) + ' ' + name(plan_.indicators()[plan_.find_indicator(composite)]);
    }
    line(0, text);
    line(0, in(kRules) + ' ' + name_of_rules(trace_.rules) + "; " + in(kBase) + ' ' +
                std::string(label(row_.base_rule, language_)) +
                unusual_rules(trace_.rules, language_));
  }

  // What a formula is computed by, where it is not reported itself.
  void write_formula() {
    const IndicatorFormula* formula = plan_.formula_of(row_.indicator);
    if (formula) line(0, in(kFormula) + ": " + formula->expression.to_string());
  }

  void write_target() {
    std::string text = in(kTarget) + ": ";
    if (row_.condition.kind == ConditionKind::none) {
      text += std::string(label(row_.target.reason, language_));
    } else {
      text += asked(row_.condition);
      // What is in percent or points says so itself; a fact has no measure.
      const bool change = is_change(row_.condition.kind);
      const bool bare = change ? row_.condition.in != ChangeIn::value && !row_.condition.then
                               : !has_number(row_.condition.kind);
      if (!bare) text += steps_.measure();
    }
    if (row_.kind == RowKind::whole || carried()) text += " (" + parts() + ')';
    if (row_.kind == RowKind::target) text += since();
    line(0, text);
    if (row_.near) line(0, near_line(row_, plan_, language_));
  }

  // " (revised, 12/NQ-HĐND, 2024-07-10)"; "" for what stands in no other's place.
  std::string since() const {
    const Target target = plan_.targets()[row_.targets.front()];
    if (target.layer == TargetLayer::assigned || target.layer == TargetLayer::adds) return {};
    std::string text = " (" + std::string(label(target.layer, language_));
    if (!target.decision.number.empty()) text += ", " + target.decision.number;
    if (target.decision.date) text += ", " + target.decision.date->to_string();
    return text + ')';
  }

  std::string asked(const Condition& condition) const {
    return wording(condition, language_, [&](const Condition&, const Decimal& number) {
      return format(number, numbers_);
    });
  }

  // Whether other units' targets were carried here, and which they were is of interest.
  bool carried() const { return !row_.origins.empty(); }

  // What a target asks of the indicator of the row, of which it may have a component.
  const Condition& of_row(const Condition& condition) const {
    for (const ComponentCondition& one : components_of(condition)) {
      if (one.indicator == plan_.indicators()[row_.indicator].id) return one.condition;
    }
    return condition;
  }

  // "53.026 (thanh-hoa) + 40.834 (bim-son)"; of what was carried here, with the share and the unit.
  std::string parts() const {
    std::string text;
    for (std::size_t i = 0; i < row_.targets.size(); ++i) {
      const Target part = plan_.targets()[row_.targets[i]];
      text += (text.empty() ? "" : " + ") + amount(of_row(part.condition), i) +
              (carried() ? plan_.units()[row_.origins[i].unit].id : part.assigner);
    }
    return text;
  }

  // "53.026 * 0.25 ", or what else is asked for; "" of a composite, whose components say it.
  std::string amount(const Condition& set, std::size_t at) const {
    if (set.kind == ConditionKind::components) return {};
    if (!is_bound(set.kind)) return asked(set) + ' ';
    const bool shared =
        carried() && row_.origins[at].reason == Errc::none && row_.origins[at].share != Ratio(1);
    return format(set.value, numbers_) +
           (shared ? " * " + exact_number(row_.origins[at].share, numbers_) : "") + ' ';
  }

  void write_coverage() {
    const std::string coverage = text_of(row_.coverage);
    if (coverage.empty()) return;
    line(0, in(kCoverage) + ": " + coverage + ' ' +
                std::string(label(row_.coverage.of, language_)) +
                (row_.reported_to ? ", " + in(kTo) + ' ' + row_.reported_to->to_string() : ""));
  }

  // What each component was held against, and what that came to.
  void write_components() {
    line(0, in(kComponents) + ':');
    for (const ReportRow& part : trace_.components) {
      const std::string verdict(part.verdict == Verdict::none
                                    ? label(part.verdict_reason, language_)
                                    : label(part.verdict, language_));
      line(1, name(plan_.indicators()[part.indicator]) + ": " + asked(part.condition) +
                  (part.condition.kind == ConditionKind::none || !part.actual ? "" : "; ") +
                  (part.actual ? "A = " + number(*part.actual) : "") + ": " + verdict);
    }
  }

  void write_steps() {
    line(0, in(kFigures) + ':');
    write_read(Field::actual, "A");
    write_read(Field::same_period, "B");
    if (is_change(row_.condition.kind) || row_.baseline) write_baseline();
    write_base_revision();
    for (const Field field : {Field::required, Field::completion, Field::excess, Field::remaining,
                              Field::targeted_change, Field::change, Field::index, Field::growth}) {
      if (field == Field::required && !is_change(row_.condition.kind)) continue;  // it is T
      if (const TraceStep* step = step_for(field)) line(1, steps_.line(*step));
    }
    for (const std::string& text : steps_.expected()) line(1, text);
    if (const TraceStep* step = step_for(Field::deviation)) line(1, steps_.line(*step));
    write_year_before();
    for (const std::string& text : steps_.forecasts()) line(1, text);
    write_missing();
  }

  // A figure that comes from reports: "Actual A = 10 + 12 = 22 ha".
  void write_read(Field field, const char* symbol) {
    if (!figure(row_, field)) return;
    const bool cut = row_.cut && field == Field::actual;
    const std::string digits = cut ? " (" + in(kCut) + ' ' + std::to_string(*row_.cut) + ')' : "";
    line(1, std::string(label(field, language_)) + ' ' + symbol + " = " +
                with_sum(*figure(row_, field), trace_.number_of(field), cut ? " ≈ " : " = ") +
                digits);
  }

  // A number with what it is the sum of, if it is one: "10 + 12 = 22 ha".
  std::string with_sum(const Ratio& exact, NumberAt at, const char* is = " = ") const {
    const std::string value = number(exact);
    const std::string sum = at ? sums_.text(*at) : value;
    return (sum == value ? value : sum + is + value) + steps_.measure();
  }

  void write_baseline() {
    if (const TraceStep* required = step_for(Field::required)) {
      for (const TraceInput& input : required->inputs) {
        if (input.symbol == "p")
          line(1, in(kPoint) + " = " + number(input.value) + steps_.measure());
      }
    }
    if (row_.kind == RowKind::target && plan_.targets().baseline(row_.targets.front())) {
      line(1, std::string(label(Field::baseline, language_)) + " b = " + number(*row_.baseline) +
                  steps_.measure() + " (" + in(kStated) + ')');
    } else {
      write_read(Field::baseline, "b");
    }
  }

  bool base_moves() const { return row_.base_revision && !(*row_.base_revision).is_zero(); }

  // How far the revision of the base moves it, if it does.
  void write_base_revision() {
    const TraceStep* step = step_for(Field::base_revision);
    if (!step || !base_moves()) return;
    for (const TraceInput& input : step->inputs) {
      line(1, in(input.symbol == "L" ? kLatest : kFirst) + ' ' + std::string(input.symbol) + " = " +
                  with_sum(input.value, input.number));
    }
    line(1, std::string(label(Field::base_revision, language_)) + " = " +
                std::string(step->formula) + " = " + steps_.with_numbers(*step) +
                steps_.ending(Field::base_revision, *step->result));
  }

  // "Whole year before W = 430 + 570 = 1000 tỷ đồng", where a forecast uses it.
  void write_year_before() {
    const TraceStep* step = step_for(Field::same_share);
    if (!step) return;
    const bool of_year = trace_.rules.compared_with == ComparedWith::year_before;
    for (const TraceInput& input : step->inputs) {
      if (input.symbol != "W") continue;
      line(1, in(of_year ? kYearBefore : kPeriodBefore) +
                  " W = " + with_sum(input.value, input.number));
    }
  }

  // Whether there never was a question of going on from here.
  static bool is_no_question(Field field, Errc reason) {
    const bool ahead =
        field == Field::pace || field == Field::run_rate || field == Field::same_share;
    return reason == Errc::no_profile ||
           (ahead && (reason == Errc::time_is_up || reason == Errc::not_started ||
                      reason == Errc::not_cumulative));
  }

  // Whether something is, or has to be, counted from a base.
  bool has_base() const { return is_change(row_.condition.kind) || row_.baseline; }

  // The figures that are not there, those with one reason on one line.
  void write_missing() {
    std::vector<std::pair<Errc, std::string>> missing;
    for (const Field field :
         {Field::actual, Field::baseline, Field::required, Field::completion, Field::excess,
          Field::remaining, Field::targeted_change, Field::same_period, Field::index, Field::growth,
          Field::expected, Field::deviation, Field::pace, Field::run_rate, Field::same_share}) {
      const bool of_base = field == Field::baseline || field == Field::targeted_change;
      if (figure(row_, field) || (of_base && !has_base())) continue;
      const Errc reason = figure(row_, field).reason;
      if (is_no_question(field, reason)) continue;
      auto same = std::find_if(missing.begin(), missing.end(),
                               [&](const auto& other) { return other.first == reason; });
      if (same == missing.end()) same = missing.insert(missing.end(), {reason, {}});
      same->second += (same->second.empty() ? "" : ", ") + std::string(label(field, language_));
    }
    for (const auto& [reason, fields] : missing) {
      line(1, fields + ": " + in(kNo) + ": " + std::string(label(reason, language_)));
    }
  }

  // Only where a profile is declared.
  void write_schedule() {
    if (row_.expected.reason == Errc::no_profile || !trace_.components.empty()) return;
    std::string text = in(kSchedule) + ": ";
    if (row_.schedule == Schedule::none) {
      text += in(kNo) + ": " + std::string(label(row_.schedule_reason, language_));
    } else {
      text += std::string(label(row_.schedule, language_)) + " (A = " + number(*row_.actual) +
              "; " + in(kExpectedOn) + ' ' + row_.expected_on->to_string() +
              ": E = " + number(*row_.expected) + ')';
    }
    line(0, text);
  }

  const TraceStep* step_for(Field field) const {
    for (const TraceStep& step : trace_.steps) {
      if (step.field == field) return &step;
    }
    return nullptr;
  }

  const Trace& trace_;
  const ReportRow& row_;
  const ObservationLog& log_;
  const Plan& plan_;
  Language language_;
  NumberFormat numbers_;
  TraceSums sums_;
  TraceSteps steps_;
  std::string text_;
};

}  // namespace

std::string write_trace(const Trace& trace, const ObservationLog& log, Language language,
                        const Printing& printing) {
  return TraceWriter(trace, log, language, printing).write();
}

}  // namespace tiendo
