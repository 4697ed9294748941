// Tested by tests/unit/io/trace_writer_test.cpp and tests/cli/explain_test.py, which computes them.

#include "io/trace_steps.hpp"

#include <algorithm>
#include <utility>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/trace_sums.hpp"

namespace tiendo {
namespace {

constexpr Phrase kPrinted{"in ra", "printed"};
constexpr Phrase kRounded{"làm tròn", "rounded"};
constexpr Phrase kDigits{"số chữ số thập phân", "digits after the point"};
constexpr Phrase kPartOf{"phần của", "for the target of"};

// What stands before the numbers of a profile.
constexpr std::pair<std::string_view, Phrase> kInputs[] = {
    {"S", {"Tỷ lệ của các kỳ đã qua S", "Shares of the periods that are over S"}},
    {"s", {"Tỷ lệ của kỳ đang tính s", "Share of the period that is running s"}},
    {"d", {"Số ngày đã qua d", "Days that are over d"}},
    {"n", {"Tổng số ngày n", "All of its days n"}},
    {"M", {"Mốc gần nhất M", "Latest milestone M"}},
    {"m", {"Số tháng còn lại m", "Months left m"}},
    {"N", {"Tổng số tháng N", "All months N"}},
    {"k", {"Số tháng đã báo cáo k", "Months reported k"}}};

// The letter by which later formulas call a computed figure, and a space.
std::string_view symbol_of(Field field) {
  switch (field) {
    case Field::required: return "R ";
    case Field::completion: return "C ";
    case Field::expected: return "E ";
    default: return "";
  }
}

// Of several targets: each of them, and the part of it that is in the row.
bool is_sum(const TraceStep& step) {
  return !step.inputs.empty() && step.inputs.front().symbol == "E";
}

}  // namespace

std::string TraceSteps::number(const Ratio& value) const { return exact_number(value, numbers_); }

std::string TraceSteps::measure() const {
  return ' ' + measure_label(plan_.measure_of(plan_.indicators()[trace_.row.indicator]), language_);
}

// What stands after a printed figure.
std::string TraceSteps::unit_of(Field field) const {
  if (is_percent(field)) return " %";
  if (!is_difference(field)) return measure();
  return ' ' +
         difference_label(plan_.measure_of(plan_.indicators()[trace_.row.indicator]), language_);
}

std::string TraceSteps::line(const TraceStep& step) const {
  return std::string(label(step.field, language_)) + ' ' + std::string(symbol_of(step.field)) +
         "= " + formula(step) + " = " + with_numbers(step) + ending(step.field, *step.result);
}

// What is required is the target itself where the target is no change.
std::string TraceSteps::formula(const TraceStep& step) const {
  std::string formula(step.formula);
  if (!is_change(trace_.row.condition.kind)) std::replace(formula.begin(), formula.end(), 'R', 'T');
  return formula;
}

// Negative numbers and fractions in brackets.
std::string TraceSteps::with_numbers(const TraceStep& step) const {
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

// The exact result and what is printed of it. A percentage stands beside the fraction it is.
std::string TraceSteps::ending(Field field, const Ratio& exact) const {
  const ReportRow& row = trace_.row;
  std::string text = " = " + number(exact);
  if (is_percent(field)) text += " % = " + exact_text(row, field);
  const PrintRule rule = print_rule(plan_, row, field, printing_);
  const auto rounded = printed(plan_, row, field, printing_);
  if (!rounded) return text;
  return text + "; " + std::string(kPrinted.in(language_)) + ' ' + format(*rounded, numbers_) +
         unit_of(field) + " (" + std::string(kRounded.in(language_)) + ' ' +
         std::string(name_of(rule.rounding)) + "; " + std::string(kDigits.in(language_)) + ": " +
         std::to_string(rule.digits) + ')';
}

std::vector<std::string> TraceSteps::expected() const {
  std::vector<std::string> lines;
  for (const TraceStep& step : trace_.steps) {
    if (step.field != Field::expected) continue;
    if (step.target != kNone || is_sum(step)) {
      lines.push_back(is_sum(step) ? sum(step) : part(step));
      continue;
    }
    take_whole(step, lines);
  }
  return lines;
}

std::vector<std::string> TraceSteps::forecasts() const {
  std::vector<std::string> lines;
  for (const TraceStep& step : trace_.steps) {
    const bool forecast = step.field == Field::pace || step.field == Field::run_rate ||
                          step.field == Field::same_share;
    if (forecast) take_whole(step, lines);
  }
  return lines;
}

// The numbers that stand nowhere else, then the formula.
void TraceSteps::take_whole(const TraceStep& step, std::vector<std::string>& lines) const {
  for (const TraceInput& input : step.inputs) {
    for (const auto& [symbol, phrase] : kInputs) {
      if (symbol != input.symbol) continue;
      lines.push_back(std::string(phrase.in(language_)) + " = " + number(input.value));
    }
  }
  lines.push_back(line(step));
}

// "Expected, for the target of thanh-hoa: T * d / n = 366 * 182 / 366 = 182".
std::string TraceSteps::part(const TraceStep& step) const {
  const TargetList& targets = plan_.targets();
  return std::string(label(Field::expected, language_)) + ", " +
         std::string(kPartOf.in(language_)) + ' ' +
         (trace_.row.origins.empty() ? targets.assigner(step.target) : targets.unit(step.target)) +
         ": " + formula(step) + " = " + with_numbers(step) + " = " + number(*step.result);
}

// "Expected E = 182 + 40 * 0.5 = 202; printed ...".
std::string TraceSteps::sum(const TraceStep& step) const {
  std::string sum;
  for (std::size_t i = 0; i + 1 < step.inputs.size(); i += 2) {
    const Ratio& part = step.inputs[i].value;
    const Ratio& weight = step.inputs[i + 1].value;
    const std::string value = number(part);
    const bool bracket = part.sign() < 0 || value.find('/') != std::string::npos;
    sum += (sum.empty() ? "" : " + ") + (bracket ? '(' + value + ')' : value);
    if (weight != Ratio(1)) sum += " * " + number(weight);
  }
  return std::string(label(Field::expected, language_)) + " E = " + sum +
         ending(Field::expected, *step.result);
}

}  // namespace tiendo
