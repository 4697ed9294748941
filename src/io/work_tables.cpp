// Tested by tests/unit/io/work_writer_test.cpp and tests/golden/reports_test.py.
//
// Long because it names every column in both languages.
//
// The work report for people: a table for each kind of thing. Pots and assigners stand on lines of
// their own, and what several are together on another.

#include <algorithm>
#include <functional>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/table.hpp"
#include "io/work_forms.hpp"
#include "io/work_labels.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

constexpr Phrase kAsOf{"Tính đến ngày", "As of"};
constexpr Phrase kKnownOn{"theo số liệu ghi nhận đến ngày", "as known on"};
constexpr Phrase kOnMap{"theo đơn vị hành chính ngày", "on the map of"};
constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kProjects{"Dự án", "Projects"};
constexpr Phrase kQuantities{"Khối lượng theo bước", "Quantities by stage"};
constexpr Phrase kCapital{"Vốn theo nguồn", "Capital by pot"};
constexpr Phrase kMilestones{"Mốc tiến độ", "Milestones"};
constexpr Phrase kTotals{"Tổng hợp theo chỉ tiêu và cấp giao", "By indicator and assigner"};
constexpr Phrase kGroups{"Nhóm nhiệm vụ", "Task groups"};
constexpr Phrase kTasks{"Nhiệm vụ", "Tasks"};
constexpr Phrase kLeads{"Theo đơn vị chủ trì", "By lead"};
constexpr Phrase kProject{"Dự án", "Project"};
constexpr Phrase kIndicator{"Chỉ tiêu", "Indicator"};
constexpr Phrase kMeasure{"ĐVT", "Measure"};
constexpr Phrase kAssigner{"Cấp giao", "Assigner"};
constexpr Phrase kStage{"Bước", "Stage"};
constexpr Phrase kPot{"Nguồn vốn", "Pot"};
constexpr Phrase kMilestone{"Mốc", "Milestone"};
constexpr Phrase kTask{"Nhiệm vụ", "Task"};
constexpr Phrase kGroup{"Nhóm", "Group"};
constexpr Phrase kLead{"Chủ trì", "Lead"};
constexpr Phrase kPlanned{"Kế hoạch", "Planned"};
constexpr Phrase kReached{"Thực hiện", "Reached"};
constexpr Phrase kPaid{"Đã thanh toán", "Paid"};
constexpr Phrase kRate{"% kế hoạch", "% of plan"};
constexpr Phrase kRemaining{"Còn lại", "Remaining"};
constexpr Phrase kReportedTo{"Báo cáo đến", "Reported to"};
constexpr Phrase kReported{"Có báo cáo", "Reported"};
constexpr Phrase kElapsed{"% thời gian", "% of time"};
constexpr Phrase kDonePercent{"% công việc", "% of work"};
constexpr Phrase kDuePercent{"% đến hạn", "% due"};
constexpr Phrase kDeviation{"Chênh lệch (điểm %)", "Deviation (pp)"};
constexpr Phrase kWeight{"Tỷ trọng %", "Weight %"};
constexpr Phrase kOnTime{"% đúng hạn", "% in time"};
constexpr Phrase kFinish{"Hạn", "Last day"};
constexpr Phrase kDoneOn{"Hoàn thành ngày", "Done on"};
constexpr Phrase kStanding{"Tình trạng", "Standing"};
constexpr Phrase kLate{"Chậm", "Late"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};
constexpr Phrase kDays{"ngày", "days"};
constexpr Phrase kOneDay{"ngày", "day"};
constexpr Phrase kMonths{"tháng", "months"};
constexpr Phrase kOneMonth{"tháng", "month"};
constexpr Phrase kParts{"Số lượng", "Number"};
constexpr Phrase kDone{"Hoàn thành", "Done"};
constexpr Phrase kInTime{"Đúng hạn", "In time"};
constexpr Phrase kDoneLate{"Chậm hạn", "Late"};
constexpr Phrase kOpen{"Đang làm", "Open"};
constexpr Phrase kOverdue{"Quá hạn", "Overdue"};
constexpr Phrase kCancelled{"Dừng", "Cancelled"};
constexpr Phrase kTotal{"(cộng)", "(total)"};
constexpr Phrase kWhole{"(gộp)", "(as a whole)"};
constexpr Phrase kExactFigures{"Số chính xác", "Exact figures"};
constexpr Phrase kRow{"Dòng", "Row"};
constexpr Phrase kFigure{"Số liệu", "Figure"};
constexpr Phrase kExact{"Chính xác", "Exact"};

class TableWriter {
 public:
  TableWriter(const WorkReport& report, const WriteOptions& options)
      : report_(report),
        plan_(report.plan),
        options_(options),
        language_(options.language),
        markdown_(options.format == ReportFormat::markdown),
        numbers_(language_ == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write() {
    text_ = heading();
    section(kProjects, {WorkKind::project, WorkKind::projects}, project_columns());
    section(kQuantities, {WorkKind::quantity, WorkKind::stage}, quantity_columns());
    section(kCapital,
            {WorkKind::pot, WorkKind::capital, WorkKind::pot_total, WorkKind::capital_total},
            capital_columns());
    section(kMilestones, {WorkKind::milestone}, milestone_columns());
    text_ += write_value_table(report_, options_);
    section(kTotals, {WorkKind::total, WorkKind::stage_total}, total_columns());
    section(kGroups, {WorkKind::task_group, WorkKind::tasks}, counting_columns(kGroup));
    section(kTasks, {WorkKind::task}, task_columns());
    section(kLeads, {WorkKind::lead}, counting_columns(kLead));
    if (options_.exact) exact_figures();
    return std::move(text_);
  }

 private:
  struct Column {
    Phrase title;
    Align align;
    std::function<std::string(const WorkRow&)> cell;
  };
  using Columns = std::vector<Column>;

  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

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
    return text + "; " + in(kRules) + ' ' + name_of_rules(report_.request.rules) + ".\n";
  }

  void table(const Phrase& title, const TableRow& header, const std::vector<TableRow>& rows,
             const std::vector<Align>& aligns) {
    text_ += '\n' + std::string(markdown_ ? "## " : "") + in(title) + "\n\n";
    text_ += markdown_ ? markdown_table(header, rows, aligns) : text_table(header, rows, aligns);
  }

  // The rows of these kinds; nothing where there are none.
  void section(const Phrase& title, const std::vector<WorkKind>& kinds, const Columns& columns) {
    TableRow header;
    std::vector<Align> aligns;
    for (const Column& column : columns) {
      header.push_back(in(column.title));
      aligns.push_back(column.align);
    }
    std::vector<TableRow> rows;
    for (const WorkRow& row : report_.rows) {
      if (std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end()) continue;
      TableRow& cells = rows.emplace_back();
      for (const Column& column : columns) cells.push_back(column.cell(row));
    }
    if (!rows.empty()) table(title, header, rows, aligns);
  }

  template <class Thing>
  std::string name_of_thing(const Thing& thing) const {
    const std::string& name = thing.name.in(language_);
    return name.empty() ? thing.id : name;
  }

  std::string unit_name(Index unit) const {
    if (unit == kNone) return {};
    const std::optional<Date>& map = report_.request.map;
    const ResponsibleUnit& body = plan_.units()[unit];
    const Name& names = map ? plan_.unit_map().name_of(unit, *map) : body.name;
    const std::string& name = names.in(language_);
    return name.empty() ? body.id : name;
  }

  std::string project_name(const WorkRow& row) const {
    return row.project == kNone ? in(kTotal) : name_of_thing(plan_.projects()[row.project]);
  }

  // A figure as printed; a rate that would print as 100, and a difference that would print as none,
  // and is not that is marked, as in a report.
  std::string number(const WorkRow& row, WorkField field) const {
    const auto rounded = printed(plan_, row, field, options_.printing);
    if (!rounded) return {};
    std::string text = format(*rounded, numbers_);
    if (field == WorkField::rate) return edge_mark(*figure(row, field), *rounded, 100) + text;
    if (field == WorkField::deviation) return edge_mark(*figure(row, field), *rounded, 0) + text;
    return text;
  }

  Column figure_column(const Phrase& title, WorkField field) const {
    return {title, Align::right, [this, field](const WorkRow& row) { return number(row, field); }};
  }

  // Of percentages it is in percentage points, and says so.
  Column remaining_column() const {
    return {kRemaining, Align::right, [this](const WorkRow& row) {
              std::string text = number(row, WorkField::remaining);
              if (text.empty() || row.indicator == kNone) return text;
              const Measure& measure = plan_.measure_of(plan_.indicators()[row.indicator]);
              if (measure.kind != kShareKind) return text;
              return text + ' ' + difference_label(measure, language_);
            }};
  }

  Column count_column(const Phrase& title, int WorkCounts::*count) const {
    return {title, Align::right,
            [count](const WorkRow& row) { return std::to_string(row.counts.*count); }};
  }

  Column text_column(const Phrase& title, std::function<std::string(const WorkRow&)> cell) const {
    return {title, Align::left, std::move(cell)};
  }

  Column date_column(const Phrase& title, std::optional<Date> WorkRow::*date) const {
    return text_column(title, [date](const WorkRow& row) {
      return row.*date ? (row.*date)->to_string() : std::string();
    });
  }

  Column standing_column() const {
    return text_column(kStanding, [this](const WorkRow& row) {
      return std::string(label(row.standing, language_));
    });
  }

  std::string counted(std::int64_t count, const Phrase& one, const Phrase& several) const {
    return std::to_string(count) + ' ' + in(count == 1 ? one : several);
  }

  Column late_column() const {
    return text_column(kLate, [this](const WorkRow& row) {
      if (!row.days_late) return std::string();
      return counted(*row.days_late, kOneDay, kDays) + " (" +
             counted(*row.months_late, kOneMonth, kMonths) + ')';
    });
  }

  Column notes_column() const {
    return text_column(kNotes, [this](const WorkRow& row) {
      return row.reason == Errc::none ? std::string()
                                      : std::string(tiendo::label(row.reason, language_));
    });
  }

  Column lead_column() const {
    return text_column(kLead, [this](const WorkRow& row) { return unit_name(row.lead); });
  }

  Column project_column() const {
    return text_column(kProject, [this](const WorkRow& row) { return project_name(row); });
  }

  Column indicator_column() const {
    return text_column(kIndicator, [this](const WorkRow& row) {
      return name_of_thing(plan_.indicators()[row.indicator]);
    });
  }

  Column measure_column() const {
    return text_column(kMeasure, [this](const WorkRow& row) {
      return name_of_thing(plan_.measure_of(plan_.indicators()[row.indicator]));
    });
  }

  Column assigner_column() const {
    return text_column(kAssigner, [this](const WorkRow& row) {
      return row.assigner == kNone ? in(kWhole) : unit_name(row.assigner);
    });
  }

  Column coverage_column() const {
    return {kReported, Align::right, [](const WorkRow& row) {
              return row.coverage == Coverage() ? std::string()
                                                : std::to_string(row.coverage.reported) + '/' +
                                                      std::to_string(row.coverage.expected);
            }};
  }

  // A part that has a name of its own, by that, else by its id.
  std::string part_name(const WorkRow& row) const {
    if (row.kind == WorkKind::milestone) {
      return name_of_thing(plan_.projects()[row.project].milestones[row.part]);
    }
    if (row.kind == WorkKind::task) {
      return name_of_thing(plan_.task_groups()[row.task_group].tasks[row.part]);
    }
    return row.part_name;
  }

  Column part_column(const Phrase& title, bool with_total = false) const {
    return text_column(title, [this, with_total](const WorkRow& row) {
      return with_total && row.part_name.empty() ? in(kTotal) : part_name(row);
    });
  }

  Columns project_columns() const {
    return {project_column(),
            lead_column(),
            date_column(kFinish, &WorkRow::finish),
            figure_column(kElapsed, WorkField::elapsed),
            figure_column(kDonePercent, WorkField::done),
            figure_column(kDuePercent, WorkField::due),
            figure_column(kDeviation, WorkField::deviation),
            standing_column(),
            late_column(),
            coverage_column(),
            notes_column()};
  }

  Columns quantity_columns() const {
    return {project_column(),
            indicator_column(),
            measure_column(),
            assigner_column(),
            part_column(kStage),
            figure_column(kPlanned, WorkField::planned),
            figure_column(kReached, WorkField::reached),
            figure_column(kRate, WorkField::rate),
            remaining_column(),
            date_column(kReportedTo, &WorkRow::reported_to),
            notes_column()};
  }

  Columns capital_columns() const {
    return {project_column(),
            part_column(kPot, true),
            measure_column(),
            figure_column(kPlanned, WorkField::planned),
            figure_column(kPaid, WorkField::reached),
            figure_column(kRate, WorkField::rate),
            remaining_column(),
            date_column(kFinish, &WorkRow::finish),
            standing_column(),
            late_column(),
            notes_column()};
  }

  Columns milestone_columns() const {
    return {project_column(),
            part_column(kMilestone),
            figure_column(kWeight, WorkField::weight),
            figure_column(kDonePercent, WorkField::done),
            date_column(kFinish, &WorkRow::finish),
            date_column(kDoneOn, &WorkRow::done_on),
            standing_column(),
            late_column(),
            notes_column()};
  }

  Columns total_columns() const {
    return {indicator_column(),
            measure_column(),
            assigner_column(),
            part_column(kStage),
            figure_column(kPlanned, WorkField::planned),
            figure_column(kReached, WorkField::reached),
            figure_column(kRate, WorkField::rate),
            remaining_column(),
            coverage_column(),
            notes_column()};
  }

  Columns counting_columns(const Phrase& title) const {
    return {text_column(title,
                        [this](const WorkRow& row) {
                          if (row.kind == WorkKind::tasks) return in(kTotal);
                          if (row.kind == WorkKind::lead) return unit_name(row.lead);
                          return name_of_thing(plan_.task_groups()[row.task_group]);
                        }),
            count_column(kParts, &WorkCounts::parts),
            count_column(kReported, &WorkCounts::reported),
            count_column(kDone, &WorkCounts::done),
            count_column(kInTime, &WorkCounts::done_in_time),
            count_column(kDoneLate, &WorkCounts::done_late),
            count_column(kOpen, &WorkCounts::open),
            count_column(kOverdue, &WorkCounts::overdue),
            count_column(kCancelled, &WorkCounts::cancelled),
            figure_column(kDonePercent, WorkField::done),
            figure_column(kOnTime, WorkField::on_time),
            notes_column()};
  }

  Columns task_columns() const {
    return {text_column(kGroup,
                        [this](const WorkRow& row) {
                          return name_of_thing(plan_.task_groups()[row.task_group]);
                        }),
            part_column(kTask),
            lead_column(),
            figure_column(kDonePercent, WorkField::done),
            date_column(kFinish, &WorkRow::finish),
            date_column(kDoneOn, &WorkRow::done_on),
            standing_column(),
            late_column(),
            notes_column()};
  }

  void exact_figures() {
    std::vector<TableRow> rows;
    for (const WorkRow& row : report_.rows) {
      std::string name(name_of(row.kind));
      if (row.project != kNone) name += ' ' + plan_.projects()[row.project].id;
      if (row.task_group != kNone) name += ' ' + plan_.task_groups()[row.task_group].id;
      if (!row.part_name.empty()) name += ' ' + row.part_name;
      for (const WorkField field : kWorkFields) {
        const std::string exact = exact_text(row, field);
        if (!exact.empty()) rows.push_back({name, std::string(name_of(field)), exact});
      }
    }
    table(kExactFigures, {in(kRow), in(kFigure), in(kExact)}, rows,
          {Align::left, Align::left, Align::right});
  }

  const WorkReport& report_;
  const Plan& plan_;
  const WriteOptions& options_;
  Language language_;
  bool markdown_;
  NumberFormat numbers_;
  std::string text_;
};

}  // namespace

std::string write_work_tables(const WorkReport& report, const WriteOptions& options) {
  return TableWriter(report, options).write();
}

}  // namespace tiendo
