// Tested by tests/unit/io/work_trace_writer_test.cpp and tests/golden/reports_test.py.

#include "io/work_steps_text.hpp"

#include <algorithm>

#include "io/earned_print.hpp"
#include "io/trace_sums.hpp"
#include "io/work_labels.hpp"

namespace tiendo {
namespace {

constexpr Phrase kPrinted{"in ra", "printed"};
constexpr Phrase kRounded{"làm tròn", "rounded"};
constexpr Phrase kDigits{"số chữ số thập phân", "digits after the point"};
constexpr Phrase kEarned{"Giá trị thu được (EVM)", "Earned value"};
constexpr Phrase kTimesIn{"thời gian tính bằng", "times in"};
constexpr Phrase kPlanned{"kế hoạch đến hết kỳ", "planned by the end of period"};
constexpr Phrase kRow{"dòng", "row"};
constexpr Phrase kNo{"không có", "none"};

// Of the name of a term: "x12", "planned_C".
bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class EarnedText {
 public:
  EarnedText(const WorkTrace& trace, const Plan& plan, NumberFormat numbers,
             const Printing& printing, Language language)
      : earned_(*trace.earned),
        project_(trace.row.project),
        plan_(plan),
        numbers_(numbers),
        printing_(printing),
        language_(language) {}

  std::string write() const {
    std::string text(kEarned.in(language_));
    if (earned_.times != ProjectValue::Times::none) {
      text += " (" + in(kTimesIn) + ' ' + std::string(label(earned_.times, language_)) + ')';
    }
    text += ":\n";
    for (const WorkEarned::Planned& each : earned_.planned) {
      text += "  " + in(kPlanned) + ' ' + std::to_string(each.period) + " (" + each.to.to_string() +
              ')' + made(each.step) + '\n';
    }
    auto step = earned_.steps.begin();
    for (const NamedFigure& each : earned_.figures) {
      text += "  " + each.name + " (" + std::string(earned_label(each.name, language_));
      if (each.figure) {
        text += "; " + step->method + ')' + made(*step) + ending(each) + '\n';
        ++step;
      } else {
        text += "): " + in(kNo) + ": " + std::string(label(each.figure.reason, language_)) + '\n';
      }
    }
    return text;
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  // " = EV - AC = 12 - 10 = 2"; of what another row says, which.
  std::string made(const WorkStep& step) const {
    const std::string result = exact_number(step.result, numbers_);
    const std::string numbers = with_numbers(
        step, [&](const WorkTerm& term) { return number_in_formula(term.value, numbers_); });
    const WorkTerm& first = step.terms.front();
    std::string text;
    if (first.from == WorkTerm::From::row) {
      text = " = " + row(first);
    } else if (step.formula != "n" && step.formula != "m") {
      text = " = " + step.formula + (step.terms.size() > 1 ? " = " + numbers : "");
    }
    return text + " = " + result;
  }

  std::string row(const WorkTerm& term) const {
    std::string text = in(kRow) + ' ' + std::to_string(term.at + 1);
    for (const WorkField field : kWorkFields) {
      if (name_of(field) == term.name) text += ", " + std::string(label(field, language_));
    }
    return text;
  }

  std::string ending(const NamedFigure& each) const {
    const EarnedKind::In in = earned_kind(each.name)->in;
    return printed_text(*each.figure, earned_print_rule(plan_, project_, in, printing_),
                        earned_unit(plan_, project_, in, earned_.times, language_), numbers_,
                        language_);
  }

  const WorkEarned& earned_;
  Index project_;
  const Plan& plan_;
  NumberFormat numbers_;
  Printing printing_;
  Language language_;
};

}  // namespace

std::string number_in_formula(const Ratio& value, NumberFormat numbers) {
  std::string text = exact_number(value, numbers);
  const bool bracket = value.sign() < 0 || text.find('/') != std::string::npos;
  return bracket ? '(' + text + ')' : text;
}

std::string with_numbers(const WorkStep& step,
                         const std::function<std::string(const WorkTerm&)>& text_of) {
  std::string text;
  const std::string& formula = step.formula;
  for (std::size_t at = 0; at < formula.size();) {
    std::size_t end = at;
    while (end < formula.size() && is_of_name(formula[end])) ++end;
    const std::string symbol = formula.substr(at, end - at);
    const auto found = std::find_if(step.terms.begin(), step.terms.end(),
                                    [&](const WorkTerm& term) { return term.symbol == symbol; });
    if (found != step.terms.end()) {
      text += text_of(*found);
    } else {
      text += symbol;
    }
    if (end == at) text += formula[end++];
    at = end;
  }
  return text;
}

std::string printed_text(const Ratio& exact, PrintRule rule, const std::string& unit,
                         NumberFormat numbers, Language language) {
  const Result<Decimal> rounded = round(exact, rule.digits, rule.rounding);
  if (!rounded) return {};
  std::string text = "; ";
  text.append(kPrinted.in(language)).append(" ").append(format(*rounded, numbers)).append(unit);
  text.append(" (").append(kRounded.in(language)).append(" ").append(name_of(rule.rounding));
  text.append("; ").append(kDigits.in(language)).append(": ");
  return text + std::to_string(rule.digits) + ')';
}

std::string earned_text(const WorkTrace& trace, const Plan& plan, NumberFormat numbers,
                        const Printing& printing, Language language) {
  if (!trace.earned) return {};
  return EarnedText(trace, plan, numbers, printing, language).write();
}

}  // namespace tiendo
