// Tested by tests/unit/io/report_writer_test.cpp and tests/golden/reports_test.py.
//
// The report for people: a heading, the table, the summary by assigner. No sentence joins the
// figures of two assigners.

#include <algorithm>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/table.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

constexpr Phrase kIndicator{"Chỉ tiêu", "Indicator"};
constexpr Phrase kUnit{"Đơn vị", "Unit"};
constexpr Phrase kMeasure{"ĐVT", "Measure"};
constexpr Phrase kAssigner{"Cấp giao", "Assigner"};
constexpr Phrase kReported{"Báo cáo", "Reported"};
constexpr Phrase kVerdict{"Đánh giá", "Verdict"};
constexpr Phrase kSchedule{"Tiến độ", "Schedule"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};
constexpr Phrase kAsOf{"Tính đến ngày", "As of"};
constexpr Phrase kKnownOn{"theo số liệu ghi nhận đến ngày", "as known on"};
constexpr Phrase kOnMap{"theo đơn vị hành chính ngày", "on the map of"};
constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kWhole{"(gộp)", "(as a whole)"};
constexpr Phrase kBase{"cùng kỳ theo", "base:"};
constexpr Phrase kRevised{"cùng kỳ đã điều chỉnh", "base revised by"};
constexpr Phrase kProjects{"dự án", "projects"};
constexpr Phrase kOneProject{"dự án", "project"};
constexpr Phrase kReportedTo{"báo cáo đến", "reported to"};
constexpr Phrase kJudgedBy{"đánh giá của", "judged by"};
constexpr Phrase kByHand{"Đánh giá bằng tay", "By hand"};
constexpr Phrase kSoFar{"tạm tính:", "so far:"};
constexpr Phrase kPartBase{"số liệu cùng kỳ mới có một phần",
                           "only a part of the same period is there"};
constexpr Phrase kTargets{"Chỉ tiêu giao", "Targets"};
constexpr Phrase kExceeded{"Vượt", "Exceeded"};
constexpr Phrase kMet{"Đạt", "Met"};
constexpr Phrase kNear{"Cận", "Near"};
constexpr Phrase kMissed{"Không đạt", "Missed"};
constexpr Phrase kNoData{"Chưa có số liệu", "Without data"};
constexpr Phrase kNotJudged{"Chưa đánh giá", "Not judged"};
constexpr Phrase kSummary{"Tổng hợp theo cấp giao", "Summary by assigner"};
constexpr Phrase kExactFigures{"Số chính xác", "Exact figures"};
constexpr Phrase kFigure{"Số liệu", "Figure"};
constexpr Phrase kExact{"Chính xác", "Exact"};

class TableWriter {
 public:
  TableWriter(const Report& report, const WriteOptions& options, Watch& watch)
      : report_(report),
        plan_(report.plan),
        options_(options),
        watch_(watch),
        language_(options.language),
        markdown_(options.format == ReportFormat::markdown),
        numbers_(language_ == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write() {
    std::string text = heading() + '\n' + rows() + '\n';
    if (watch_.stopped()) return text;
    text += section(kSummary) + summary();
    text += tally_tables(report_, options_);
    if (options_.exact) text += '\n' + section(kExactFigures) + exact_figures();
    return text;
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  std::string section(const Phrase& title) const {
    return markdown_ ? "## " + in(title) + "\n\n" : in(title) + "\n\n";
  }

  std::string heading() const {
    const PlanHead& head = plan_.head();
    const std::string& name = head.name.in(language_);
    std::string text = title_line(name.empty() ? head.id : name, markdown_);
    if (plan_.unit() != kNone) {
      const std::string unit = unit_name(plan_.unit());
      text += (markdown_ ? markdown_cell(unit) : text_cell(unit)) + ". ";
    }
    text += in(kAsOf) + ' ' + report_.request.as_of.to_string();
    if (report_.request.known_on) {
      text += ", " + in(kKnownOn) + ' ' + report_.request.known_on->to_string();
    }
    if (report_.request.map) text += ", " + in(kOnMap) + ' ' + report_.request.map->to_string();
    return text + "; " + in(kRules) + ' ' + name_of_rules(report_.request.rules) + base() + ".\n";
  }

  // Which base is compared with, if it is another than the latest; and what else is unusual.
  std::string base() const {
    const BaseRule rule = base_rule_of(report_.request);
    std::string more = unusual_rules(report_.request.rules, language_);
    if (rule == BaseRule::latest) return more;
    return "; " + in(kBase) + ' ' + std::string(label(rule, language_)) + more;
  }

  std::string unit_name(Index unit) const { return tiendo::unit_name(report_, unit, language_); }

  std::string table(const TableRow& header, const std::vector<TableRow>& rows,
                    const std::vector<Align>& aligns) const {
    return markdown_ ? markdown_table(header, rows, aligns) : text_table(header, rows, aligns);
  }

  // A column for the unit only if some row is of another unit than the plan's.
  bool several_units() const {
    for (const ReportRow& row : report_.rows) {
      if (row.unit != plan_.unit()) return true;
    }
    return false;
  }

  // Columns for what is expected on the way only if some target declares it.
  bool any_profile() const {
    return std::any_of(report_.rows.begin(), report_.rows.end(), [](const ReportRow& row) {
      return row.expected.reason != Errc::no_profile;
    });
  }

  std::string rows() const {
    const bool units = several_units();
    const bool profiles = any_profile();
    TableRow header = {in(kIndicator)};
    std::vector<Align> aligns = {Align::left};
    const auto column = [&](std::string title, Align align) {
      header.push_back(std::move(title));
      aligns.push_back(align);
    };
    if (units) column(in(kUnit), Align::left);
    column(in(kMeasure), Align::left);
    column(in(kAssigner), Align::left);
    for (const Field field : {Field::target, Field::actual}) column(title(field), Align::right);
    column(in(kReported), Align::right);
    for (const Field field : {Field::completion, Field::same_period, Field::growth}) {
      column(title(field), Align::right);
    }
    if (profiles) {
      for (const Field field : {Field::expected, Field::deviation}) {
        column(title(field), Align::right);
      }
      column(in(kSchedule), Align::left);
    }
    column(in(kVerdict), Align::left);
    column(in(kNotes), Align::left);
    std::vector<TableRow> lines;
    std::int64_t done = 0;
    for (const ReportRow& row : report_.rows) {
      if (!watch_.ticks_on(done++)) return {};
      lines.push_back(line(row, units, profiles));
    }
    return table(header, lines, aligns);
  }

  std::string title(Field field) const { return std::string(label(field, language_)); }

  TableRow line(const ReportRow& row, bool units, bool profiles) const {
    TableRow cells = {indicator_name(row)};
    if (units) cells.push_back(unit_name(row.unit));
    const Measure& measure = plan_.measure_of(plan_.indicators()[row.indicator]);
    const std::string& measure_name = measure.name.in(language_);
    cells.push_back(measure_name.empty() ? measure.id : measure_name);
    cells.push_back(row.kind == RowKind::indicator ? "" : unit_name(row.assigner));
    cells.push_back(asked(row, row.condition));
    cells.push_back(actual(row));
    cells.push_back(reported(row.coverage));
    cells.push_back(marked(row, Field::completion, 100));
    cells.push_back(number(row, Field::same_period));
    cells.push_back(number(row, Field::growth));
    if (profiles) {
      cells.push_back(number(row, Field::expected));
      cells.push_back(marked(row, Field::deviation, 0));
      cells.emplace_back(label(row.schedule, language_));
    }
    cells.push_back(std::string(label(row.verdict, language_)));
    cells.push_back(notes(row));
    return cells;
  }

  std::string indicator_name(const ReportRow& row) const {
    const Indicator& indicator = plan_.indicators()[row.indicator];
    std::string name =
        indicator.name.in(language_).empty() ? indicator.id : indicator.name.in(language_);
    if (row.kind == RowKind::component) name = "– " + name;
    if (row.project != kNone) {
      const Project& project = plan_.projects()[row.project];
      name += ": " + (project.name.in(language_).empty() ? project.id : project.name.in(language_));
    }
    return name;
  }

  std::string number(const ReportRow& row, Field field) const {
    const auto rounded = printed(plan_, row, field, options_.printing);
    return rounded ? format(*rounded, numbers_) : std::string();
  }

  static bool has_result(const ReportRow& row) {
    return row.actual || row.range || !row.words.empty();
  }

  // With its hedge; of a fact in words; a range and words as they were reported.
  std::string actual(const ReportRow& row) const {
    const std::string hedge(label(row.qualifier, language_));
    if (row.range) return hedge + text_of(*row.range, numbers_);
    if (!row.words.empty()) return row.words;
    if (!row.actual) return {};
    if (row.condition.kind == ConditionKind::yes) {
      if (*row.actual == Ratio(1)) return hedge + std::string(label(Standing::yes, language_));
      if (*row.actual == Ratio(0)) return hedge + std::string(label(Standing::no, language_));
    }
    return hedge + number(row, Field::actual);
  }

  // A figure that is not 100 % is not shown as 100 %, and what is behind not as no difference.
  std::string marked(const ReportRow& row, Field field, int edge) const {
    const auto rounded = printed(plan_, row, field, options_.printing);
    if (!rounded) return {};
    return edge_mark(*figure(row, field), *rounded, edge) + format(*rounded, numbers_);
  }

  // "6/12 months".
  std::string reported(const Coverage& coverage) const {
    const std::string text = text_of(coverage);
    return text.empty() ? text : text + ' ' + std::string(label(coverage.of, language_));
  }

  std::string asked(const ReportRow& row, const Condition& condition) const {
    return wording(condition, language_, [&](const Condition& of, const Decimal& number) {
      return number_of(row, of, number);
    });
  }

  std::string number_of(const ReportRow& row, const Condition& condition,
                        const Decimal& number) const {
    const auto rounded = printed_number(plan_, row, condition, number, options_.printing);
    return rounded ? format(*rounded, numbers_) : std::string();
  }

  std::string notes(const ReportRow& row) const {
    std::string text;
    const auto add = [&text](const std::string& note) {
      if (note.empty()) return;
      if (!text.empty()) text += "; ";
      text += note;
    };
    add(sums(row));
    if (row.provisional != Verdict::none) {
      add(in(kSoFar) + ' ' + std::string(label_so_far(row.provisional, language_)));
    }
    if (row.course != Course::reached) add(std::string(label(row.course, language_)));
    if (row.by_hand) add(in(kJudgedBy) + ' ' + row.judge);
    if (has_result(row) && row.status && *row.status != Status::official) {
      add(std::string(label(*row.status, language_)));
    }
    if (has_result(row) && !row.coverage.complete() && row.reported_to) {
      add(in(kReportedTo) + ' ' + row.reported_to->to_string());
    }
    if (row.base_revision && !row.base_revision.value->is_zero()) {
      add(in(kRevised) + (row.base_revision.value->sign() > 0 ? " +" : " ") +
          number(row, Field::base_revision));
    }
    const bool partial =
        row.reason == Errc::partial_coverage || row.verdict_reason == Errc::partial_coverage;
    if (row.same_period.reason == Errc::partial_coverage && !partial) add(in(kPartBase));
    for (const Errc code : reason_codes(row)) {
      const bool said = code == Errc::partial_coverage || code == Errc::fact_target ||
                        (code == Errc::no_base && row.actual) ||
                        (code == Errc::range_result && row.range) ||
                        (code == Errc::words_result && !row.words.empty());
      if (!said) add(std::string(label(code, language_)));
    }
    return text;
  }

  // "14 projects", or for a whole how its target is made: "53.026 + 40.834 = 93.860; 14 + 4 = 18
  // projects".
  std::string sums(const ReportRow& row) const {
    if (row.kind != RowKind::whole) {
      return row.declared_projects ? projects(*row.declared_projects) : std::string();
    }
    std::string values;
    std::string counts;
    for (std::size_t i = 0; i < row.targets.size(); ++i) {
      const Target& part = plan_.targets()[row.targets[i]];
      values += (values.empty() ? "" : " + ") +
                (row.target ? number_of(row, part.condition, part.condition.value)
                            : asked(row, part.condition));
      if (row.target && !row.origins.empty() && row.origins[i].share != Ratio(1)) {
        values += " * " + exact_number(row.origins[i].share, numbers_);
      }
      counts += (counts.empty() ? "" : " + ") + std::to_string(part.projects.value_or(0));
    }
    if (row.target) values += " = " + number_of(row, row.condition, row.condition.value);
    if (!row.declared_projects) return values;
    return values + "; " + counts + " = " + projects(*row.declared_projects);
  }

  std::string projects(int count) const {
    return std::to_string(count) + ' ' + in(count == 1 ? kOneProject : kProjects);
  }

  // A count of the summary; those that are not always there have a column where one is above zero.
  struct Count {
    Phrase title;
    int SummaryRow::*number;
    bool always;
  };

  std::string summary() const {
    static constexpr Count kCounts[] = {{kTargets, &SummaryRow::rows, true},
                                        {kExceeded, &SummaryRow::exceeded, true},
                                        {kMet, &SummaryRow::met, true},
                                        {kNear, &SummaryRow::near, false},
                                        {kMissed, &SummaryRow::missed, true},
                                        {kNoData, &SummaryRow::no_data, true},
                                        {kNotJudged, &SummaryRow::not_judged, true},
                                        {kByHand, &SummaryRow::by_hand, false},
                                        {kSoFarExceeded, &SummaryRow::provisional_exceeded, false},
                                        {kSoFarMet, &SummaryRow::provisional_met, false},
                                        {kSoFarNear, &SummaryRow::provisional_near, false},
                                        {kSoFarMissed, &SummaryRow::provisional_missed, false}};
    TableRow header = {in(kAssigner)};
    std::vector<TableRow> lines;
    for (const SummaryRow& row : report_.summary) lines.push_back({unit_name(row.assigner)});
    for (const Count& count : kCounts) {
      const bool there = std::any_of(report_.summary.begin(), report_.summary.end(),
                                     [&](const SummaryRow& row) { return row.*count.number > 0; });
      if (!there && !count.always) continue;
      header.push_back(in(count.title));
      for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].push_back(text(report_.summary[i].*count.number));
      }
    }
    std::vector<Align> aligns(header.size(), Align::right);
    aligns.front() = Align::left;
    return table(header, lines, aligns);
  }

  static std::string text(int count) { return std::to_string(count); }

  std::string exact_figures() const {
    const bool units = several_units();
    std::vector<TableRow> lines;
    for (const ReportRow& row : report_.rows) {
      for (const Field field : kFields) {
        const std::string exact = exact_text(row, field);
        const bool no_news = field == Field::target || field == Field::required ||
                             (field == Field::base_revision && exact == "0");
        if (exact.empty() || no_news) continue;
        TableRow cells = {indicator_name(row)};
        if (units) cells.push_back(unit_name(row.unit));
        cells.push_back(row.kind == RowKind::indicator ? "" : unit_name(row.assigner));
        cells.insert(cells.end(), {title(field), exact});
        lines.push_back(std::move(cells));
      }
    }
    TableRow header = {in(kIndicator)};
    if (units) header.push_back(in(kUnit));
    header.insert(header.end(), {in(kAssigner), in(kFigure), in(kExact)});
    return table(header, lines, std::vector<Align>(header.size(), Align::left));
  }

  const Report& report_;
  const Plan& plan_;
  const WriteOptions& options_;
  Watch& watch_;
  Language language_;
  bool markdown_;
  NumberFormat numbers_;
};

}  // namespace

std::string unit_name(const Report& report, Index unit, Language language) {
  if (unit == kNone) return std::string(kWhole.in(language));
  const ResponsibleUnit& body = report.plan.units()[unit];
  const std::optional<Date>& map = report.request.map;
  const Name& names = map ? report.plan.unit_map().name_of(unit, *map) : body.name;
  const std::string& name = names.in(language);
  return name.empty() ? body.id : name;
}

std::string write_tables(const Report& report, const WriteOptions& options, Watch& watch) {
  return TableWriter(report, options, watch).write();
}

}  // namespace tiendo
