// Tested by tests/unit/io/report_writer_test.cpp and tests/golden/reports_test.py.
//
// Targets counted by what they have in common, a table each. No line joins two assigners.

#include <algorithm>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/table.hpp"

namespace tiendo {
namespace {

constexpr Phrase kAssigner{"Cấp giao", "Assigner"};
constexpr Phrase kTargets{"Chỉ tiêu giao", "Targets"};
constexpr Phrase kMetOrBetter{"Đạt và vượt", "Met or better"};
constexpr Phrase kExceeded{"Trong đó vượt", "Of which exceeded"};
constexpr Phrase kNear{"Cận", "Near"};
constexpr Phrase kMissed{"Không đạt", "Missed"};
constexpr Phrase kNoData{"Chưa có số liệu", "Without data"};
constexpr Phrase kNotJudged{"Chưa đánh giá", "Not judged"};
constexpr Phrase kByHand{"Đánh giá bằng tay", "By hand"};
constexpr Phrase kReported{"Đã báo cáo", "Reported"};
constexpr Phrase kOfNone{"(không nêu)", "(none)"};

struct Titles {
  Phrase section;
  Phrase column;
};

Titles titles_of(TallyBy by) {
  switch (by) {
    case TallyBy::field: return {{"Tổng hợp theo lĩnh vực", "By field"}, {"Lĩnh vực", "Field"}};
    case TallyBy::unit: return {{"Tổng hợp theo đơn vị", "By unit"}, {"Đơn vị", "Unit"}};
    case TallyBy::task_group:
      return {{"Tổng hợp theo nhóm nhiệm vụ", "By task group"}, {"Nhóm nhiệm vụ", "Task group"}};
    case TallyBy::lead: break;
  }
  return {{"Tổng hợp theo đơn vị chủ trì", "By lead unit"}, {"Chủ trì", "Lead"}};
}

// One column of counts.
struct Column {
  Phrase title;
  int (*count)(const TallyRow& row);
  bool always;  // else only where some count is not zero
};

constexpr Column kColumns[] = {
    {kTargets, [](const TallyRow& row) { return row.counts.rows; }, true},
    {kMetOrBetter, [](const TallyRow& row) { return row.met_or_better(); }, true},
    {kExceeded, [](const TallyRow& row) { return row.counts.exceeded; }, true},
    {kNear, [](const TallyRow& row) { return row.counts.near; }, false},
    {kMissed, [](const TallyRow& row) { return row.counts.missed; }, true},
    {kNoData, [](const TallyRow& row) { return row.counts.no_data; }, true},
    {kNotJudged, [](const TallyRow& row) { return row.counts.not_judged; }, true},
    {kByHand, [](const TallyRow& row) { return row.counts.by_hand; }, false},
    {kSoFarExceeded, [](const TallyRow& row) { return row.counts.provisional_exceeded; }, false},
    {kSoFarMet, [](const TallyRow& row) { return row.counts.provisional_met; }, false},
    {kSoFarNear, [](const TallyRow& row) { return row.counts.provisional_near; }, false},
    {kSoFarMissed, [](const TallyRow& row) { return row.counts.provisional_missed; }, false},
};

class TallyWriter {
 public:
  TallyWriter(const Report& report, const WriteOptions& options)
      : report_(report), plan_(report.plan), options_(options) {}

  std::string write(TallyBy by) const {
    const std::vector<TallyRow> rows = tally(report_, by);
    const Titles titles = titles_of(by);
    std::vector<Column> columns;
    for (const Column& column : kColumns) {
      const bool shown =
          column.always || std::any_of(rows.begin(), rows.end(),
                                       [&](const auto& row) { return column.count(row) > 0; });
      if (shown) columns.push_back(column);
    }
    TableRow header = {in(titles.column), in(kAssigner)};
    for (const Column& column : columns) header.push_back(in(column.title));
    header.push_back(in(kReported));
    std::vector<Align> aligns(header.size(), Align::right);
    aligns[0] = aligns[1] = Align::left;
    std::vector<TableRow> lines;
    for (const TallyRow& row : rows) lines.push_back(line(row, by, columns));
    const bool markdown = options_.format == ReportFormat::markdown;
    return (markdown ? "## " : "") + in(titles.section) + "\n\n" +
           (markdown ? markdown_table(header, lines, aligns) : text_table(header, lines, aligns));
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(options_.language)); }

  TableRow line(const TallyRow& row, TallyBy by, const std::vector<Column>& columns) const {
    TableRow cells = {name_of_group(row, by),
                      unit_name(report_, row.counts.assigner, options_.language)};
    for (const Column& column : columns) cells.push_back(std::to_string(column.count(row)));
    cells.push_back(std::to_string(row.reported) + '/' + std::to_string(row.due));
    return cells;
  }

  std::string name_of_group(const TallyRow& row, TallyBy by) const {
    if (by == TallyBy::field) return row.field.empty() ? in(kOfNone) : row.field;
    if (row.group == kNone) return in(kOfNone);
    if (by != TallyBy::task_group) return unit_name(report_, row.group, options_.language);
    const TaskGroup& group = plan_.task_groups()[row.group];
    const std::string& name = group.name.in(options_.language);
    return name.empty() ? group.id : name;
  }

  const Report& report_;
  const Plan& plan_;
  const WriteOptions& options_;
};

}  // namespace

std::string tally_tables(const Report& report, const WriteOptions& options) {
  std::string text;
  for (const TallyBy by : options.by) text += '\n' + TallyWriter(report, options).write(by);
  return text;
}

}  // namespace tiendo
