// Tested by tests/unit/io/work_trace_writer_test.cpp and tests/golden/reports_test.py.
//
// The trace of a row of a work report for people: which reports, which not and why, the rows that
// it is made of, every formula with its numbers, the exact fraction, the rounding.

#include <algorithm>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/text.hpp"
#include "io/trace_reports.hpp"
#include "io/trace_sums.hpp"
#include "io/work_forms.hpp"
#include "io/work_labels.hpp"
#include "io/work_steps_text.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

constexpr Phrase kRules{"quy tắc", "rules"};
constexpr Phrase kAssigner{"cấp giao", "assigner"};
constexpr Phrase kWhole{"các cấp giao, gộp", "all assigners, as a whole"};
constexpr Phrase kLead{"chủ trì", "lead"};
constexpr Phrase kNoLead{"không có đơn vị chủ trì", "without a lead"};
constexpr Phrase kReports{"Báo cáo công việc", "Reports of the work"};
constexpr Phrase kReport{"báo cáo", "report"};
constexpr Phrase kUsed{"dùng", "used"};
constexpr Phrase kSetAside{"để ngoài", "set aside"};
constexpr Phrase kInstead{"thay bằng báo cáo", "in favour of report"};
constexpr Phrase kNothing{"không có báo cáo nào được dùng", "no report is used"};
constexpr Phrase kShareDone{"phần việc", "share"};
constexpr Phrase kDoneOn{"hoàn thành ngày", "done on"};
constexpr Phrase kDoneBy{"muộn nhất ngày", "by"};
constexpr Phrase kRecorded{"ghi ngày", "recorded on"};
constexpr Phrase kMembers{"Gồm các dòng", "Made of the rows"};
constexpr Phrase kLeftOut{"Các dòng không tính", "Rows that are not counted"};
constexpr Phrase kRow{"dòng", "row"};
constexpr Phrase kAllReported{"đã báo cáo đủ", "all reported"};
constexpr Phrase kLastDay{"hạn", "last day"};
constexpr Phrase kFigures{"Các số", "Figures"};
constexpr Phrase kNo{"không có", "none"};
constexpr Phrase kReported{"Đã báo cáo", "Reported"};
constexpr Phrase kTo{"đến", "to"};
constexpr Phrase kDeclared{"kế hoạch nêu", "declared by the plan:"};
constexpr Phrase kCounts{"Đếm", "Counted"};
constexpr Phrase kStanding{"Tình trạng", "Standing"};
constexpr Phrase kAsOf{"tính đến ngày", "as of"};
constexpr Phrase kLate{"chậm", "late by"};
constexpr Phrase kDays{"ngày", "days"};
constexpr Phrase kMonths{"tháng", "months"};
constexpr Phrase kOneDay{"ngày", "day"};
constexpr Phrase kOneMonth{"tháng", "month"};
constexpr Phrase kLimit{"ngưỡng", "limit"};
constexpr Phrase kSchedule{"Tiến độ", "Schedule"};
constexpr Phrase kVerdict{"Đánh giá", "Verdict"};

// What counts are called, by the names of their columns.
constexpr std::pair<std::string_view, Phrase> kCountNames[] = {
    {"parts", {"số lượng", "number"}},
    {"reported", {"có báo cáo", "reported"}},
    {"done", {"hoàn thành", "done"}},
    {"done_in_time", {"đúng hạn", "in time"}},
    {"done_late", {"chậm hạn", "late"}},
    {"open", {"đang làm", "open"}},
    {"overdue", {"quá hạn", "overdue"}},
    {"overdue_beyond_limit", {"vượt ngưỡng", "beyond the limit"}},
    {"cancelled", {"dừng", "cancelled"}},
    {"due", {"đến hạn", "due"}},
    {"due_done_in_time", {"đến hạn và đúng hạn", "due and done in time"}}};

class WorkTraceWriter {
 public:
  WorkTraceWriter(const WorkTrace& trace, const WorkReport& report, const ObservationLog& log,
                  const TaskLog& tasks, Language language, const Printing& printing)
      : trace_(trace),
        row_(trace.row),
        report_(report),
        plan_(report.plan),
        log_(log),
        tasks_(tasks),
        language_(language),
        printing_(printing),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()),
        sums_(trace.numbers, numbers_) {}

  std::string write() {
    line(0, in(kRow) + ' ' + std::to_string(trace_.at + 1) + ": " + name_of_row(row_));
    line(0, in(kRules) + ' ' + name_of_rules(report_.request.rules));
    for (const TraceSource& source : trace_.sources) {
      text_ += trace_reports(source, row_.period.value_or(plan_.head().period), log_, language_);
    }
    write_reports();
    write_members();
    write_figures();
    text_ += earned_text(trace_, plan_, numbers_, printing_, language_);
    write_counts();
    write_coverage();
    write_standing();
    return std::move(text_);
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string said(std::string_view label) const { return std::string(label); }
  std::string number(const Ratio& value) const { return exact_number(value, numbers_); }

  std::string counted(int count, const Phrase& one, const Phrase& several) const {
    return std::to_string(count) + ' ' + in(count == 1 ? one : several);
  }

  void line(int depth, const std::string& content) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + content + '\n';
  }

  template <class Thing>
  std::string name(const Thing& thing) const {
    const std::string& name = thing.name.in(language_);
    return name.empty() ? thing.id : name + " (" + thing.id + ')';
  }

  std::string part(const WorkRow& row) const {
    if (row.kind == WorkKind::milestone) {
      return name(plan_.projects()[row.project].milestones[row.part]);
    }
    if (row.kind == WorkKind::task) {
      return name(plan_.task_groups()[row.task_group].tasks[row.part]);
    }
    return row.part_name;
  }

  // "Stage, Provincial road (road), measured, Land cleared (land), assigner tinh, 2024".
  std::string name_of_row(const WorkRow& row) const {
    std::string text = said(label(row.kind, language_));
    const auto add = [&](const std::string& next) {
      if (!next.empty()) text += ", " + next;
    };
    if (row.project != kNone) add(name(plan_.projects()[row.project]));
    if (row.task_group != kNone) add(name(plan_.task_groups()[row.task_group]));
    add(part(row));
    if (row.indicator != kNone) add(name(plan_.indicators()[row.indicator]));
    if (row.assigner != kNone) add(in(kAssigner) + ' ' + name(plan_.units()[row.assigner]));
    const bool whole = row.kind == WorkKind::quantity || row.kind == WorkKind::stage ||
                       row.kind == WorkKind::total || row.kind == WorkKind::stage_total;
    if (whole && row.assigner == kNone) add(in(kWhole));
    if (row.kind == WorkKind::lead) {
      add(row.lead == kNone ? in(kNoLead) : name(plan_.units()[row.lead]));
    } else if (row.lead != kNone) {
      add(in(kLead) + ' ' + name(plan_.units()[row.lead]));
    }
    if (row.period) add(row.period->to_string());
    return text;
  }

  // "report 3: in progress, share 0.25 (official, recorded on 2024-07-05)".
  std::string report(const TaskFact& fact) const {
    const TaskReport& told = tasks_.report(fact.row);
    std::string text = in(kReport) + ' ' + std::to_string(fact.row + 1) + ": " +
                       said(label(fact.state, language_));
    if (fact.share) text += ", " + in(kShareDone) + ' ' + format(*fact.share, numbers_);
    if (fact.done_on) text += ", " + in(kDoneOn) + ' ' + fact.done_on->to_string();
    text += " (" + said(label(fact.status, language_)) + ", " + in(kRecorded) + ' ' +
            fact.recorded_on.to_string();
    if (fact.revision != 0) text += ", r" + std::to_string(fact.revision);
    if (!told.source.empty()) text += ", " + one_line(told.source);
    return text + ')';
  }

  void write_reports() {
    if (!trace_.said) return;
    line(0, in(kReports) + ':');
    if (trace_.said->used) line(1, in(kUsed) + ": " + report(*trace_.said->used));
    for (const SetAsideTask& other : trace_.said->set_aside) {
      std::string why = said(label(other.reason, language_));
      if (other.in_favour_of) {
        why += ", " + in(kInstead) + ' ' + std::to_string(*other.in_favour_of + 1);
      }
      line(1, in(kSetAside) + ": " + report(other.fact) + ": " + why);
    }
    if (!trace_.said->used) line(1, in(kNothing));
  }

  void write_members() {
    if (!trace_.members.empty()) line(0, in(kMembers) + ':');
    for (const WorkMember& member : trace_.members) line(1, member_line(member));
    if (!trace_.left_out.empty()) line(0, in(kLeftOut) + ':');
    for (const WorkLeftOut& other : trace_.left_out) {
      line(1, numbered(other.row) + ": " + said(label(other.why, language_)));
    }
  }

  std::string numbered(std::size_t row) const {
    return in(kRow) + ' ' + std::to_string(row + 1) + ": " + name_of_row(report_.rows[row]);
  }

  // With how it stands, and in a sum what it brings.
  std::string member_line(const WorkMember& member) const {
    const WorkRow& row = report_.rows[member.row];
    const WorkRow& counted = report_.rows[member.counted];
    std::string text = numbered(member.row) + ": ";
    if (row.reached.reason != Errc::no_such_figure) {
      text += row.reached ? number(*row.reached) : said(label(row.reached.reason, language_));
      if (member.complete) text += ", " + in(kAllReported);
      text += "; ";
    }
    text +=
        counted.standing == WorkStanding::none
            ? said(label(counted.reason == Errc::none ? Errc::no_data : counted.reason, language_))
            : said(label(counted.standing, language_));
    if (counted.finish) text += ", " + in(kLastDay) + ' ' + counted.finish->to_string();
    return text;
  }

  // A name that formulas stand under: that of the figure, or of a base.
  std::string title(std::string_view figure) const {
    for (const WorkField field : kWorkFields) {
      if (name_of(field) == figure) return said(label(field, language_));
    }
    for (const Field field : kFields) {
      if (name_of(field) == figure) return said(label(field, language_));
    }
    return said(figure);
  }

  // Of what is read from reports, those.
  std::string value_of(const WorkTerm& term) const {
    return term.from == WorkTerm::From::number ? sums_.text(term.at)
                                               : number_in_formula(term.value, numbers_);
  }

  void write_step(const WorkStep& step) {
    std::string text = title(step.figure) + " = ";
    if (step.terms.size() > 1) text += step.formula + " = ";
    const std::string numbers =
        with_numbers(step, [&](const WorkTerm& term) { return value_of(term); });
    const std::string result = number(step.result);
    text += numbers == result ? result : numbers + " = " + result;
    line(1, text + ending(step.figure));
  }

  // What is printed of a figure that has a column.
  std::string ending(std::string_view name) const {
    for (const WorkField field : kWorkFields) {
      if (name_of(field) != name) continue;
      return printed_text(*figure(row_, field), print_rule(plan_, row_, field, printing_),
                          measure(field), numbers_, language_);
    }
    return {};
  }

  std::string measure(WorkField field) const {
    if (field == WorkField::deviation) return said(label(ChangeIn::points, language_));
    if (is_percent(field)) return " %";
    if (row_.indicator == kNone) return {};
    const Measure& own = plan_.measure_of(plan_.indicators()[row_.indicator]);
    return ' ' + (field == WorkField::remaining ? difference_label(own, language_)
                                                : measure_label(own, language_));
  }

  void write_figures() {
    bool any = false;
    for (const WorkField field : kWorkFields) {
      any = any || figure(row_, field).reason != Errc::no_such_figure;
    }
    if (any) line(0, in(kFigures) + ':');
    for (const WorkStep& step : trace_.steps) write_step(step);
    for (const WorkField field : kWorkFields) {
      const Errc reason = figure(row_, field).reason;
      if (reason == Errc::none || reason == Errc::no_such_figure) continue;
      line(1,
           said(label(field, language_)) + ": " + in(kNo) + ": " + said(label(reason, language_)));
    }
  }

  void write_counts() {
    if (!counts_parts(row_.kind)) return;
    std::string text;
    for (const auto& [column, count] : counts_of(row_.counts)) {
      for (const auto& [known, phrase] : kCountNames) {
        if (known != column) continue;
        text += (text.empty() ? "" : "; ") + in(phrase) + ' ' + std::to_string(count);
      }
    }
    line(0, in(kCounts) + ": " + text);
  }

  void write_coverage() {
    if (row_.coverage == Coverage()) return;
    std::string text = in(kReported) + ": " + text_of(row_.coverage) + ' ' +
                       said(label(row_.coverage.of, language_));
    if (trace_.declared > 0) text += ", " + in(kDeclared) + ' ' + std::to_string(trace_.declared);
    if (row_.reported_to) text += ", " + in(kTo) + ' ' + row_.reported_to->to_string();
    line(0, text);
  }

  // With the days that say so: "overdue (last day 2024-06-30; as of 2024-12-31: late by 184 days, 6
  // months; by its milestones)".
  void write_standing() {
    if (row_.kind == WorkKind::quantity) {
      line(0, in(kVerdict) + ": " +
                  (row_.verdict == Verdict::none
                       ? in(kNo) + ": " + said(label(row_.verdict_reason, language_))
                       : said(label(row_.verdict, language_))));
    }
    if (row_.schedule != Schedule::none) {
      line(0, in(kSchedule) + ": " + said(label(row_.schedule, language_)));
    }
    if (row_.standing == WorkStanding::none) {
      if (row_.reason != Errc::none) {
        line(0, in(kStanding) + ": " + in(kNo) + ": " + said(label(row_.reason, language_)));
      }
      return;
    }
    std::string days;
    const auto add = [&](const std::string& next) { days += (days.empty() ? "" : "; ") + next; };
    add(in(kAsOf) + ' ' + report_.request.as_of.to_string());
    if (row_.finish) add(in(kLastDay) + ' ' + row_.finish->to_string());
    if (row_.done_on) add(in(kDoneOn) + ' ' + row_.done_on->to_string());
    if (trace_.done_by && !row_.done_on) add(in(kDoneBy) + ' ' + trace_.done_by->to_string());
    if (row_.days_late) {
      add(in(kLate) + ' ' + counted(*row_.days_late, kOneDay, kDays) + ", " +
          counted(*row_.months_late, kOneMonth, kMonths));
    }
    if (row_.limit_months) {
      add(in(kLimit) + ' ' + counted(*row_.limit_months, kOneMonth, kMonths));
    }
    if (trace_.decided_by != WorkDecider::nobody) add(said(label(trace_.decided_by, language_)));
    line(0, in(kStanding) + ": " + said(label(row_.standing, language_)) + " (" + days + ')');
  }

  const WorkTrace& trace_;
  const WorkRow& row_;
  const WorkReport& report_;
  const Plan& plan_;
  const ObservationLog& log_;
  const TaskLog& tasks_;
  Language language_;
  Printing printing_;
  NumberFormat numbers_;
  TraceSums sums_;
  std::string text_;
};

}  // namespace

std::string write_work_trace(const WorkTrace& trace, const WorkReport& report,
                             const ObservationLog& log, const TaskLog& tasks, Language language,
                             const Printing& printing) {
  return WorkTraceWriter(trace, report, log, tasks, language, under(report.request.rules, printing))
      .write();
}

}  // namespace tiendo
