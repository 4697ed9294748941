// Tested by tests/unit/io/work_writer_test.cpp and tests/golden/reports_test.py.
//
// Earned value of projects for people: amounts as the capital is printed, indexes to three digits.

#include <algorithm>

#include "io/earned_print.hpp"
#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/table.hpp"
#include "io/work_forms.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/work_value.hpp"

namespace tiendo {
namespace {

constexpr Phrase kTitle{"Giá trị thu được (EVM)", "Earned value"};
constexpr Phrase kProject{"Dự án", "Project"};
constexpr Phrase kMeasure{"ĐVT", "Measure"};
constexpr Phrase kBudget{"Ngân sách BAC", "Budget BAC"};
constexpr Phrase kPlanned{"Đến hạn PV", "Planned PV"};
constexpr Phrase kEarned{"Thu được EV", "Earned EV"};
constexpr Phrase kCost{"Đã chi AC", "Cost AC"};
constexpr Phrase kEnd{"Dự kiến cuối cùng EAC", "At completion EAC"};
constexpr Phrase kTime{"Thời gian thu được ES", "Earned schedule ES"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};

class ValueTable {
 public:
  ValueTable(const WorkReport& report, const WriteOptions& options)
      : report_(report),
        plan_(report.plan),
        options_(options),
        numbers_(options.language == Language::vi ? NumberFormat::vietnamese()
                                                  : NumberFormat::plain()) {}

  std::string write() const {
    std::vector<TableRow> rows;
    for (const Index project : projects_with_value(report_)) {
      rows.push_back(row(earned_value(report_, project)));
    }
    if (rows.empty()) return {};
    const TableRow header = {in(kProject), in(kMeasure), in(kBudget), in(kPlanned), in(kEarned),
                             in(kCost),    "CV",         "SV",        "CPI",        "SPI",
                             in(kEnd),     in(kTime),    "SPIt",      in(kNotes)};
    std::vector<Align> aligns(header.size(), Align::right);
    aligns[0] = aligns[1] = aligns.back() = Align::left;
    const bool markdown = options_.format == ReportFormat::markdown;
    return '\n' + std::string(markdown ? "## " : "") + in(kTitle) + "\n\n" +
           (markdown ? markdown_table(header, rows, aligns) : text_table(header, rows, aligns));
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(options_.language)); }

  std::string number(Index project, const Figure& figure, EarnedKind::In in) const {
    if (!figure) return {};
    const PrintRule rule = earned_print_rule(plan_, project, in, options_.printing);
    const Result<Decimal> rounded = round(*figure, rule.digits, rule.rounding);
    return rounded ? format(*rounded, numbers_) : std::string();
  }

  TableRow row(const ProjectValue& value) const {
    const Project& project = plan_.projects()[value.project];
    const auto amount = [&](const Figure& figure) {
      return number(value.project, figure, EarnedKind::In::measure);
    };
    const auto index = [&](const Figure& figure) {
      return number(value.project, figure, EarnedKind::In::index);
    };
    const std::string& name = project.name.in(options_.language);
    return {name.empty() ? project.id : name,
            measure_label(plan_.measure_of(indicator_of_capital(plan_, value.project)),
                          options_.language),
            amount(value.numbers.bac),
            amount(value.numbers.pv),
            amount(value.numbers.ev),
            amount(value.numbers.ac),
            amount(value.value.figure("CV")),
            amount(value.value.figure("SV")),
            index(value.value.value),
            index(value.value.figure("SPI")),
            amount(value.value.figure("EAC")),
            time(value),
            index(value.schedule.figure("SPIt")),
            notes(value)};
  }

  std::string time(const ProjectValue& value) const {
    std::string text = number(value.project, value.schedule.value, EarnedKind::In::time);
    if (text.empty()) return text;
    return text + ' ' + std::string(label(value.times, options_.language));
  }

  // Why numbers are missing, each reason once.
  std::string notes(const ProjectValue& value) const {
    std::vector<Errc> reasons;
    for (const Figure* figure : {&value.numbers.bac, &value.numbers.pv, &value.numbers.ev,
                                 &value.numbers.ac, &value.value.value, &value.schedule.value}) {
      const Errc reason = figure->reason;
      const bool said = std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
      if (reason != Errc::none && !said) reasons.push_back(reason);
    }
    std::string text;
    for (const Errc reason : reasons) {
      text += (text.empty() ? "" : "; ") + std::string(label(reason, options_.language));
    }
    return text;
  }

  const WorkReport& report_;
  const Plan& plan_;
  const WriteOptions& options_;
  NumberFormat numbers_;
};

}  // namespace

std::string write_value_table(const WorkReport& report, const WriteOptions& options) {
  return ValueTable(report, options).write();
}

}  // namespace tiendo
