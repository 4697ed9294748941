// Tested by tests/unit/io/trace_writer_test.cpp and the golden traces.
//
// The trace for people: which reports, which not and why, every formula with its numbers, the exact
// fraction, the rounding.

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

constexpr Phrase kAsOf{"tính đến ngày", "as of"};
constexpr Phrase kKnownOn{"theo số liệu ghi nhận đến ngày", "as known on"};
constexpr Phrase kEverything{"theo toàn bộ số liệu trong sổ", "as known from the whole log"};
constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kAssigner{"cấp giao", "assigner"};
constexpr Phrase kWhole{"các cấp giao, gộp", "all assigners, as a whole"};
constexpr Phrase kUsed{"dùng", "used"};
constexpr Phrase kSetAside{"để ngoài", "set aside"};
constexpr Phrase kNothing{"không có báo cáo nào được dùng", "no report is used"};
constexpr Phrase kObservation{"báo cáo", "observation"};
constexpr Phrase kRecorded{"ghi ngày", "recorded on"};
constexpr Phrase kInstead{"thay bằng báo cáo", "in favour of observation"};
constexpr Phrase kTarget{"Mục tiêu (T)", "Target (T)"};
constexpr Phrase kCoverage{"Đã báo cáo", "Reported"};
constexpr Phrase kTo{"đến", "to"};
constexpr Phrase kFigures{"Các số", "Figures"};
constexpr Phrase kVerdict{"Đánh giá", "Verdict"};
constexpr Phrase kState{"Tình trạng", "State"};
constexpr Phrase kOfOne{"tức", "that is, of one,"};
constexpr Phrase kPrinted{"in ra", "printed"};
constexpr Phrase kDigits{"số chữ số thập phân", "digits after the point"};
constexpr Phrase kNo{"không có", "none"};

class TraceWriter {
 public:
  TraceWriter(const Trace& trace, const ObservationLog& log, Language language,
              const Printing& printing)
      : trace_(trace),
        row_(trace.row),
        log_(log),
        plan_(log.plan()),
        language_(language),
        printing_(printing),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write() {
    heading();
    for (const TraceSource& source : trace_.sources) write_source(source);
    if (trace_.sources.empty()) line(0, in(kNothing));
    write_target();
    write_coverage();
    write_steps();
    write_verdict();
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

  // An exact number as a decimal where it ends, as a fraction otherwise.
  std::string number(const Ratio& value) const {
    const Result<Decimal> decimal = value.to_decimal();
    return decimal ? format(*decimal, numbers_) : value.to_string();
  }

  void heading() {
    std::string text = name(plan_.indicators()[row_.indicator]);
    text += ", " + name(plan_.units()[row_.unit]);
    if (row_.project != kNone) text += ", " + name(plan_.projects()[row_.project]);
    text += ", " + row_.period.to_string();
    if (row_.kind == RowKind::whole) text += ", " + in(kWhole);
    if (row_.kind == RowKind::target) {
      text += ", " + in(kAssigner) + ' ' + name(plan_.units()[row_.assigner]);
    }
    line(0, text);
    line(0, in(kRules) + ' ' + trace_.rules.name + '/' + std::to_string(trace_.rules.version));
  }

  // The measure after a number of the indicator.
  std::string measure() const {
    const Measure& measure = plan_.measure_of(plan_.indicators()[row_.indicator]);
    const std::string& name = measure.name.in(language_);
    return ' ' + (name.empty() ? measure.id : name);
  }

  void write_source(const TraceSource& source) {
    const Question& asked = source.question;
    std::string title = std::string(label(source.role, language_)) + ": " +
                        plan_.indicators()[asked.indicator].id + ", " +
                        plan_.units()[asked.unit].id;
    if (asked.project != kNone) title += ", " + plan_.projects()[asked.project].id;
    title += ", " + asked.window.to_string() + ", " + in(kAsOf) + ' ' + asked.as_of.to_string();
    title += ", " +
             (asked.known_on ? in(kKnownOn) + ' ' + asked.known_on->to_string() : in(kEverything));
    line(0, title);
    for (const Fact& fact : source.selection.used) line(1, in(kUsed) + ": " + report(fact));
    for (const SetAsideFact& other : source.selection.set_aside) {
      std::string why(label(other.reason, language_));
      if (other.in_favour_of) {
        why += ", " + in(kInstead) + ' ' + std::to_string(*other.in_favour_of + 1);
      }
      line(1, in(kSetAside) + ": " + report(other.fact) + ": " + why);
    }
    if (source.selection.used.empty()) line(1, in(kNothing));
    if (source.selection.fault != Errc::none) {
      line(1, std::string(label(source.selection.fault, language_)));
    }
  }

  // One report: its position in the log (from 1), what it says, how sure, when and where from.
  std::string report(const Fact& fact) const {
    const Observation observation = log_.observation(fact.row);
    std::string text = in(kObservation) + ' ' + std::to_string(fact.row + 1) + ", " +
                       fact.period.to_string() + ' ' + std::string(name_of(fact.form)) + " = " +
                       std::string(label(fact.qualifier, language_)) + value(fact);
    text += " (" + std::string(label(fact.status, language_)) + ", " + in(kRecorded) + ' ' +
            fact.recorded_on.to_string();
    if (fact.revision != 0) text += ", r" + std::to_string(fact.revision);
    if (!observation.source.empty()) text += ", " + observation.source;
    return text + ')';
  }

  std::string value(const Fact& fact) const {
    if (fact.standing != Standing::value) return std::string(name_of(fact.standing));
    const std::string numerator = format(fact.value, numbers_);
    const bool ratio = plan_.indicators()[fact.indicator].kind == IndicatorKind::ratio;
    return ratio ? numerator + " / " + format(fact.denominator, numbers_) : numerator;
  }

  void write_target() {
    std::string text = in(kTarget) + ": ";
    if (row_.condition.kind == ConditionKind::none) {
      text += std::string(label(row_.target.reason, language_));
    } else {
      text +=
          std::string(name_of(row_.condition.kind)) + ' ' + format(row_.condition.value, numbers_);
      if (row_.condition.kind == ConditionKind::between) {
        text += " .. " + format(row_.condition.upper, numbers_);
      }
      text += measure();
    }
    if (row_.kind == RowKind::whole) text += " (" + parts() + ')';
    line(0, text);
  }

  // "53.026 (thanh-hoa) + 40.834 (bim-son)".
  std::string parts() const {
    std::string text;
    for (const Index at : row_.targets) {
      const Target& part = plan_.targets()[at];
      text += (text.empty() ? "" : " + ") + format(part.condition.value, numbers_) + ' ' +
              part.assigner;
    }
    return text;
  }

  void write_coverage() {
    const std::string coverage = text_of(row_.coverage);
    if (coverage.empty()) return;
    line(0, in(kCoverage) + ": " + coverage + ' ' +
                std::string(label(row_.coverage.of, language_)) +
                (row_.reported_to ? ", " + in(kTo) + ' ' + row_.reported_to->to_string() : ""));
  }

  void write_steps() {
    line(0, in(kFigures) + ':');
    write_actual();
    for (const Field field : {Field::required, Field::completion, Field::excess, Field::remaining,
                              Field::same_period, Field::index, Field::growth}) {
      const TraceStep* step = step_for(field);
      if (step) {
        line(1, std::string(label(field, language_)) + " = " + std::string(step->formula) + " = " +
                    substituted(*step) + ending(field, *step->result));
      } else if (!figure(row_, field)) {
        line(1, std::string(label(field, language_)) + ": " + in(kNo) + ": " +
                    std::string(label(figure(row_, field).reason, language_)));
      }
    }
  }

  void write_actual() {
    const std::string title = std::string(label(Field::actual, language_));
    if (!row_.actual) {
      line(1, title + ": " + in(kNo) + ": " + std::string(label(row_.actual.reason, language_)));
      return;
    }
    line(1, title + " A = " + sum_of_reports() + number(*row_.actual) + measure());
  }

  // How several reports of one cell add up: "10 + 12 = "; nothing when there is one.
  std::string sum_of_reports() const {
    std::string sum;
    int terms = 0;
    for (const TraceSource& source : trace_.sources) {
      if (source.role != SourceRole::actual || source.question.indicator != row_.indicator)
        continue;
      for (const Fact& fact : source.selection.used) {
        if (fact.standing != Standing::value) continue;
        sum += (terms++ == 0 ? "" : " + ") + value(fact);
      }
    }
    const bool ratio = plan_.indicators()[row_.indicator].kind == IndicatorKind::ratio;
    return terms > 1 && !ratio ? sum + " = " : std::string();
  }

  const TraceStep* step_for(Field field) const {
    for (const TraceStep& step : trace_.steps) {
      if (step.field == field) return &step;
    }
    return nullptr;
  }

  // The formula with numbers in the place of its letters; negative ones in brackets.
  std::string substituted(const TraceStep& step) const {
    std::string text;
    for (const char c : step.formula) {
      const TraceInput* input = nullptr;
      for (const TraceInput& candidate : step.inputs) {
        if (candidate.symbol.front() == c) input = &candidate;
      }
      if (!input) {
        text += c;
        continue;
      }
      const std::string value = number(input->value);
      const bool bracket = input->value.sign() < 0 || value.find('/') != std::string::npos;
      text += bracket ? '(' + value + ')' : value;
    }
    return text;
  }

  // The exact result and what is printed of it.
  std::string ending(Field field, const Ratio& exact) const {
    std::string text = " = " + number(exact);
    if (is_percent(field)) {
      text += " (" + in(kOfOne) + ' ' + exact_text(row_, field) + ')';
    }
    const PrintRule rule = print_rule(plan_, row_, field, printing_);
    const auto rounded = printed(plan_, row_, field, printing_);
    if (!rounded) return text;
    return text + "; " + in(kPrinted) + ' ' + format(*rounded, numbers_) +
           (is_percent(field) ? " %" : measure()) + " (" + std::string(name_of(rule.rounding)) +
           "; " + in(kDigits) + ": " + std::to_string(rule.digits) + ')';
  }

  void write_verdict() {
    std::string verdict(label(row_.verdict, language_));
    if (verdict.empty()) {
      verdict = in(kNo) + ": " + std::string(label(row_.verdict_reason, language_));
    }
    line(0, in(kVerdict) + ": " + verdict);
    std::string state(label(row_.state, language_));
    if (row_.reason != Errc::none) state += ": " + std::string(label(row_.reason, language_));
    line(0, in(kState) + ": " + state);
  }

  const Trace& trace_;
  const ReportRow& row_;
  const ObservationLog& log_;
  const Plan& plan_;
  Language language_;
  Printing printing_;
  NumberFormat numbers_;
  std::string text_;
};

}  // namespace

std::string write_trace(const Trace& trace, const ObservationLog& log, Language language,
                        const Printing& printing) {
  return TraceWriter(trace, log, language, printing).write();
}

}  // namespace tiendo
