// Tested by tests/unit/io/target_writer_test.cpp and tests/golden/reports_test.py.
//
// CSV and JSON have the same fields in the same order; the tables have those that people read.

#include "tiendo/io/target_writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <array>
#include <map>

#include "io/csv_cursor.hpp"
#include "io/json_text.hpp"
#include "io/labels.hpp"
#include "io/part_writers.hpp"
#include "io/table.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/model/task_links.hpp"

namespace tiendo {
namespace {

constexpr Phrase kTitle{"Chỉ tiêu có hiệu lực ngày", "Targets in force on"};
constexpr Phrase kAssigner{"Cấp giao", "Assigner"};
constexpr Phrase kUnit{"Đơn vị", "Unit"};
constexpr Phrase kIndicator{"Chỉ tiêu", "Indicator"};
constexpr Phrase kMeasure{"ĐVT", "Measure"};
constexpr Phrase kPeriod{"Kỳ", "Period"};
constexpr Phrase kTarget{"Kế hoạch", "Target"};
constexpr Phrase kLayer{"Hình thức", "Layer"};
constexpr Phrase kDecision{"Văn bản", "Decision"};
constexpr Phrase kDay{"Ngày", "Date"};
constexpr Phrase kLead{"Chủ trì", "Lead"};
constexpr Phrase kWith{"Phối hợp", "With"};
constexpr Phrase kGroup{"Nhóm nhiệm vụ", "Task group"};
constexpr Phrase kTargets{"Số chỉ tiêu", "Targets"};
constexpr Phrase kOfProjects{"Giao cho từng dự án", "Of single projects"};

constexpr std::array<std::string_view, 16> kFields = {
    "assigner", "unit",  "project",  "indicator", "period", "measure", "condition", "target",
    "wording",  "layer", "document", "number",    "date",   "lead",    "with",      "task_groups"};

// Those of the fields that are lists.
constexpr std::size_t kWithField = 14;
constexpr std::size_t kGroupsField = 15;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::vector<std::string> group_ids(const Plan& plan, Index at) {
  std::vector<std::string> ids;
  for (const Index group : task_groups_of(plan, at)) ids.push_back(plan.task_groups()[group].id);
  return ids;
}

// The number asked for, a range as "6.0..6.5"; "" where the condition is none of a number.
std::string plain_number(const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::none:
    case ConditionKind::yes:
    case ConditionKind::components: return {};
    case ConditionKind::between:
      return condition.value.to_string() + ".." + condition.upper.to_string();
    default: return condition.value.to_string();
  }
}

std::string wording_of(const Condition& condition, Language language, const NumberFormat& numbers) {
  return wording(condition, language,
                 [&](const Condition&, const Decimal& number) { return format(number, numbers); });
}

// Beside kFields; the lists as one text each.
std::array<std::string, kFields.size()> fields_of(const Plan& plan, Index at) {
  const Target target = plan.targets()[at];
  const Decision& decision = target.decision;
  return {target.assigner,
          target.unit,
          target.project,
          target.indicator,
          target.period->to_string(),
          plan.indicators()[plan.target_links()[at].indicator].measure,
          std::string(name_of(target.condition.kind)),
          plain_number(target.condition),
          wording_of(target.condition, Language::en, NumberFormat::plain()),
          std::string(name_of(target.layer)),
          decision.document,
          decision.number,
          decision.date ? decision.date->to_string() : "",
          target.lead,
          joined(target.with, "; "),
          joined(group_ids(plan, at), "; ")};
}

std::string csv_line(const std::array<std::string, kFields.size()>& fields) {
  std::string line;
  for (const std::string& field : fields) line += (line.empty() ? "" : ",") + csv_field(field);
  return line + '\n';
}

std::string write_csv_list(const Plan& plan, const std::vector<Index>& targets) {
  std::string text;
  for (const std::string_view field : kFields)
    text += (text.empty() ? "" : ",") + std::string(field);
  text += '\n';
  for (const Index at : targets) text += csv_line(fields_of(plan, at));
  return text;
}

class JsonList {
 public:
  JsonList() : json_(buffer_) { json_.SetIndent(' ', 1); }

  std::string write(const Plan& plan, const std::vector<Index>& targets, Date day) {
    json_.StartObject();
    member("format", "tiendo-targets/1");
    member("plan", plan.head().id);
    member("on", day.to_string());
    key("targets");
    json_.StartArray();
    for (const Index at : targets) write_target(plan, at);
    json_.EndArray();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n';
  }

 private:
  void write_target(const Plan& plan, Index at) {
    const auto fields = fields_of(plan, at);
    json_.StartObject();
    for (std::size_t i = 0; i < kFields.size(); ++i) {
      if (i == kWithField) {
        list(kFields[i], plan.targets()[at].with);
      } else if (i == kGroupsField) {
        list(kFields[i], group_ids(plan, at));
      } else {
        member(kFields[i], fields[i]);
      }
    }
    json_.EndObject();
  }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void value(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  // An empty text is an absent one.
  void member(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) {
      json_.Null();
    } else {
      value(text);
    }
  }

  void list(std::string_view name, const std::vector<std::string>& texts) {
    key(name);
    json_.StartArray();
    for (const std::string& text : texts) value(text);
    json_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
};

class TableList {
 public:
  TableList(const Plan& plan, const std::vector<Index>& targets, Language language, bool markdown)
      : plan_(plan),
        targets_(targets),
        language_(language),
        markdown_(markdown),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write(Date day) const {
    const PlanHead& head = plan_.head();
    const std::string& name = head.name.in(language_);
    std::string text = title_line(name.empty() ? head.id : name, markdown_);
    text += in(kTitle) + ' ' + day.to_string() + ": " + std::to_string(targets_.size()) + ".\n\n";
    return text + list() + '\n' + counts();
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  template <class List>
  std::string name_at(const List& things, Index at) const {
    if (at == kNone) return {};
    const std::string& name = things[at].name.in(language_);
    return name.empty() ? things[at].id : name;
  }

  std::string unit_name(const std::string& id) const {
    return name_at(plan_.units(), plan_.find_unit(id));
  }

  std::string table(const TableRow& header, const std::vector<TableRow>& rows,
                    const std::vector<Align>& aligns) const {
    return markdown_ ? markdown_table(header, rows, aligns) : text_table(header, rows, aligns);
  }

  // A column that would be empty in each row is left out.
  std::string list() const {
    TableRow header;
    for (const Phrase& title : {kAssigner, kUnit, kIndicator, kMeasure, kPeriod, kTarget, kLayer,
                                kDecision, kDay, kLead, kWith, kGroup}) {
      header.push_back(in(title));
    }
    std::vector<TableRow> rows;
    for (const Index at : targets_) rows.push_back(row(at));
    std::vector<Align> aligns(header.size(), Align::left);
    aligns[5] = Align::right;
    for (std::size_t column = header.size(); column-- > 7;) {
      const auto empty = [&](const TableRow& cells) { return cells[column].empty(); };
      if (!std::all_of(rows.begin(), rows.end(), empty)) continue;
      const auto at = static_cast<std::ptrdiff_t>(column);
      header.erase(header.begin() + at);
      aligns.erase(aligns.begin() + at);
      for (TableRow& cells : rows) cells.erase(cells.begin() + at);
    }
    return table(header, rows, aligns);
  }

  TableRow row(Index at) const {
    const Target target = plan_.targets()[at];
    const TargetLinks& links = plan_.target_links()[at];
    const Measure& measure = plan_.measure_of(plan_.indicators()[links.indicator]);
    const std::string& measure_name = measure.name.in(language_);
    std::string indicator = name_at(plan_.indicators(), links.indicator);
    if (links.project != kNone) indicator += ": " + name_at(plan_.projects(), links.project);
    std::vector<std::string> with;
    for (const std::string& unit : target.with) with.push_back(unit_name(unit));
    std::vector<std::string> groups;
    for (const Index group : task_groups_of(plan_, at)) {
      groups.push_back(name_at(plan_.task_groups(), group));
    }
    const Decision& decision = target.decision;
    return {name_at(plan_.units(), links.assigner),
            name_at(plan_.units(), links.unit),
            std::move(indicator),
            measure_name.empty() ? measure.id : measure_name,
            target.period->to_string(),
            wording_of(target.condition, language_, numbers_),
            std::string(label(target.layer, language_)),
            decision.number.empty() ? decision.document : decision.number,
            decision.date ? decision.date->to_string() : "",
            unit_name(target.lead),
            joined(with, ", "),
            joined(groups, ", ")};
  }

  // How many each assigner has set, in the order of the units; how many of those are each of one
  // project, where any is.
  std::string counts() const {
    struct Count {
      int all = 0;
      int of_projects = 0;
    };
    std::map<Index, Count> by_assigner;
    for (const Index at : targets_) {
      Count& count = by_assigner[plan_.target_links()[at].assigner];
      ++count.all;
      if (plan_.target_links()[at].project != kNone) ++count.of_projects;
    }
    const bool any_of_projects =
        std::any_of(by_assigner.begin(), by_assigner.end(),
                    [](const auto& each) { return each.second.of_projects > 0; });
    TableRow header = {in(kAssigner), in(kTargets)};
    std::vector<Align> aligns = {Align::left, Align::right};
    if (any_of_projects) header.push_back(in(kOfProjects));
    if (any_of_projects) aligns.push_back(Align::right);
    std::vector<TableRow> rows;
    for (const auto& [assigner, count] : by_assigner) {
      TableRow& row = rows.emplace_back();
      row = {name_at(plan_.units(), assigner), std::to_string(count.all)};
      if (any_of_projects) row.push_back(std::to_string(count.of_projects));
    }
    return table(header, rows, aligns);
  }

  const Plan& plan_;
  const std::vector<Index>& targets_;
  Language language_;
  bool markdown_;
  NumberFormat numbers_;
};

std::string plan_targets_csv(const std::vector<Target>& targets) {
  std::string text = "indicator,unit,assigner,layer,period,task_group,condition,value\n";
  for (const Target& target : targets) {
    const std::string period = target.period ? target.period->to_string() : "";
    for (const std::string_view cell :
         {std::string_view(target.indicator), std::string_view(target.unit),
          std::string_view(target.assigner), name_of(target.layer), std::string_view(period),
          std::string_view(target.task_group), name_of(target.condition.kind)}) {
      text += csv_field(cell) + ',';
    }
    text += target.condition.value.to_string() + '\n';
  }
  return text;
}

std::string plan_targets_json(const Plan& plan, const std::vector<Target>& targets) {
  JsonNode list;
  list.kind = JsonKind::array;
  for (const Target& target : targets) {
    list.items.push_back(write_target(target, {plan.head().unit, plan.head().period, {}}));
  }
  std::string text;
  append_json(text, list, 0);
  return text + '\n';
}

}  // namespace

std::string write_targets(const Plan& plan, const std::vector<Index>& targets, Date day,
                          ReportFormat format, Language language) {
  switch (format) {
    case ReportFormat::csv: return write_csv_list(plan, targets);
    case ReportFormat::json: return JsonList().write(plan, targets, day);
    default: return TableList(plan, targets, language, format == ReportFormat::markdown).write(day);
  }
}

std::string write_plan_targets(const Plan& plan, const std::vector<Target>& targets,
                               ReportFormat format) {
  return format == ReportFormat::json ? plan_targets_json(plan, targets)
                                      : plan_targets_csv(targets);
}

std::string condition_wording(const Condition& condition, Language language) {
  return wording_of(condition, language,
                    language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain());
}

}  // namespace tiendo
