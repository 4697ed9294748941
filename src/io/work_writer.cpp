// Tested by tests/unit/io/work_writer_test.cpp and tests/golden/reports_test.py.
//
// The columns and their order are a promise (see the guide to the formats).

#include "tiendo/io/work_writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "io/csv_cursor.hpp"
#include "io/json_text.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"
#include "io/work_forms.hpp"
#include "tiendo/engine/earned_figures.hpp"

namespace tiendo {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : ""; }
std::string text_of(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "";
}

// Gathers the cells of one row.
class Cells {
 public:
  Cells(const WorkReport& report, const WorkRow& row, const Printing& printing)
      : plan_(report.plan), row_(row), printing_(printing) {}

  std::vector<WorkCell> gather() {
    add_ids();
    for (const WorkField field : kWorkFields) {
      const auto number = printed(plan_, row_, field, printing_);
      add(name_of(field), number ? number->to_string() : "");
    }
    add_standing();
    add_counts();
    add("reason", std::string(row_.reason == Errc::none ? "" : name_of(row_.reason)));
    return std::move(cells_);
  }

 private:
  void add(std::string_view name, std::string text) { cells_.push_back({name, std::move(text)}); }

  void add_ids() {
    const auto id = [](std::string_view text) { return std::string(text); };
    add("kind", id(name_of(row_.kind)));
    add("project", id(id_at(plan_.projects(), row_.project)));
    add("indicator", id(id_at(plan_.indicators(), row_.indicator)));
    add("unit", id(id_at(plan_.units(), row_.unit)));
    add("assigner", id(id_at(plan_.units(), row_.assigner)));
    add("task_group", id(id_at(plan_.task_groups(), row_.task_group)));
    add("lead", id(id_at(plan_.units(), row_.lead)));
    add("part", row_.part_name);
    add("period", row_.period ? row_.period->to_string() : "");
    add("condition", id(name_of(row_.condition.kind)));
  }

  void add_standing() {
    add("coverage", text_of(row_.coverage));
    add("reported_to", text_of(row_.reported_to));
    add("status", std::string(row_.status ? name_of(*row_.status) : ""));
    add("qualifier", std::string(row_.status ? name_of(row_.qualifier) : ""));
    add("verdict", std::string(name_of(row_.verdict)));
    add("state", std::string(name_of(row_.state)));
    add("standing", std::string(name_of(row_.standing)));
    add("schedule", std::string(name_of(row_.schedule)));
    add("start", text_of(row_.start));
    add("finish", text_of(row_.finish));
    add("done_on", text_of(row_.done_on));
    add("days_late", text_of(row_.days_late));
    add("months_late", text_of(row_.months_late));
    add("limit_months", text_of(row_.limit_months));
  }

  void add_counts() {
    const bool counts = counts_parts(row_.kind);
    for (const auto& [name, count] : counts_of(row_.counts)) {
      add(name, counts ? std::to_string(count) : "");
    }
  }

  const Plan& plan_;
  const WorkRow& row_;
  const Printing& printing_;
  std::vector<WorkCell> cells_;
};

std::vector<WorkField> exact_fields(const WriteOptions& options) {
  if (!options.exact) return {};
  return {kWorkFields.begin(), kWorkFields.end()};
}

class JsonWriter {
 public:
  JsonWriter(const WorkReport& report, const WriteOptions& options)
      : report_(report), options_(options), json_(buffer_) {
    json_.SetIndent(' ', 1);
  }

  std::string write() {
    json_.StartObject();
    text("format", "tiendo-work/1");
    text("plan", report_.plan.head().id);
    text("unit", report_.plan.head().unit);
    text("period", report_.plan.head().period.to_string());
    text("as_of", report_.request.as_of.to_string());
    text("known_on", text_of(report_.request.known_on));
    if (report_.request.map) text("map", report_.request.map->to_string());
    write_rules_used();
    key("rows");
    json_.StartArray();
    for (const WorkRow& row : report_.rows) write_row(row);
    json_.EndArray();
    key("earned_value");
    json_.StartArray();
    for (const Index project : projects_with_value(report_)) {
      write_value(earned_value(report_, project));
    }
    json_.EndArray();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n';
  }

 private:
  // By what it was computed, and printed: enough to make it again.
  void write_rules_used() {
    const std::string rules = json_line(rules_node(report_.request.rules));
    key("rules");
    json_.RawValue(rules.data(), rules.size(), rapidjson::kObjectType);
    key("printing");
    json_.StartObject();
    if (options_.printing.digits) {
      key("digits");
      json_.Int(*options_.printing.digits);
    }
    if (options_.printing.rounding) text("rounding", name_of(*options_.printing.rounding));
    json_.EndObject();
  }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  // An empty text is an absent one.
  void text(std::string_view name, std::string_view content) {
    key(name);
    if (content.empty()) {
      json_.Null();
    } else {
      string(content);
    }
  }

  void string(std::string_view content) {
    json_.String(content.data(), static_cast<rapidjson::SizeType>(content.size()));
  }

  void write_row(const WorkRow& row) {
    json_.StartObject();
    for (const WorkCell& cell : work_cells(report_, row, options_.printing)) {
      text(cell.name, cell.text);
    }
    text("measure", row.indicator == kNone
                        ? std::string_view()
                        : std::string_view(report_.plan.indicators()[row.indicator].measure));
    key("reasons");
    json_.StartObject();
    for (const WorkField field : kWorkFields) {
      const Errc reason = figure(row, field).reason;
      if (reason == Errc::none || reason == Errc::no_such_figure) continue;
      text(name_of(field), name_of(reason));
    }
    if (row.verdict_reason != Errc::none && row.verdict_reason != Errc::no_such_figure) {
      text("verdict", name_of(row.verdict_reason));
    }
    json_.EndObject();
    for (const WorkField field : exact_fields(options_)) {
      text(exact_name(field), tiendo::exact_text(row, field));
    }
    json_.EndObject();
  }

  // Exact numbers, as decimals where they end, and why there are none where there are not.
  // With how each number is made of those before it, so that all can be made again.
  void write_value(const ProjectValue& value) {
    const std::vector<NamedFigure> figures = earned_figures(value);
    json_.StartObject();
    text("project", report_.plan.projects()[value.project].id);
    text("methods", to_string(value.value.method) + ' ' + to_string(value.schedule.method));
    text("times", name_of(value.times));
    key("planned");
    json_.StartArray();
    for (const MethodInput& input : value.schedule.inputs) {
      if (input.symbol == "PV_k") string(exact_text(input.value));
    }
    json_.EndArray();
    for (const NamedFigure& each : figures) text(each.name, exact_text(each.figure));
    key("reasons");
    json_.StartObject();
    for (const NamedFigure& each : figures) {
      if (!each.figure) text(each.name, name_of(each.figure.reason));
    }
    json_.EndObject();
    key("formulas");
    json_.StartObject();
    for (const NamedFigure& each : figures) {
      if (each.figure) text(each.name, earned_formula(each.name));
    }
    json_.EndObject();
    json_.EndObject();
  }

  static std::string exact_text(const Figure& figure) {
    if (!figure) return {};
    const Result<Decimal> decimal = figure.value->to_decimal();
    return decimal ? decimal->to_string() : figure.value->to_string();
  }

  const WorkReport& report_;
  const WriteOptions& options_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
};

}  // namespace

bool counts_parts(WorkKind kind) {
  switch (kind) {
    case WorkKind::quantity:
    case WorkKind::stage:
    case WorkKind::stage_total:
    case WorkKind::pot:
    case WorkKind::milestone:
    case WorkKind::task: return false;
    default: return true;
  }
}

std::vector<std::pair<std::string_view, int>> counts_of(const WorkCounts& c) {
  return {{"parts", c.parts},
          {"reported", c.reported},
          {"done", c.done},
          {"done_in_time", c.done_in_time},
          {"done_late", c.done_late},
          {"open", c.open},
          {"overdue", c.overdue},
          {"overdue_beyond_limit", c.overdue_beyond_limit},
          {"cancelled", c.cancelled},
          {"due", c.due},
          {"due_done_in_time", c.due_done_in_time}};
}

std::vector<WorkCell> work_cells(const WorkReport& report, const WorkRow& row,
                                 const Printing& printing) {
  return Cells(report, row, printing).gather();
}

std::string exact_text(const WorkRow& row, WorkField field) {
  const Figure& exact = figure(row, field);
  if (!exact) return {};
  if (!is_percent(field)) return exact.value->to_string();
  const Result<Ratio> of_one = *exact / Ratio(100);
  return of_one ? of_one->to_string() : std::string();
}

std::string exact_name(WorkField field) {
  std::string_view name = name_of(field);
  for (const std::string_view ending : {"_pct", "_points"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return std::string(name) + "_exact";
}

std::string write_work_csv(const WorkReport& report, const WriteOptions& options) {
  std::string text;
  for (const WorkCell& cell : work_cells(report, WorkRow(), options.printing)) {
    text += std::string(cell.name) + ',';
  }
  for (const WorkField field : exact_fields(options)) text += exact_name(field) + ',';
  text.back() = '\n';
  for (const WorkRow& row : report.rows) {
    for (const WorkCell& cell : work_cells(report, row, options.printing)) {
      text += csv_field(cell.text) + ',';
    }
    for (const WorkField field : exact_fields(options)) text += exact_text(row, field) + ',';
    text.back() = '\n';
  }
  return text;
}

std::string write_work_json(const WorkReport& report, const WriteOptions& options) {
  return JsonWriter(report, options).write();
}

std::string write_work(const WorkReport& report, const WriteOptions& options) {
  WriteOptions used = options;
  used.printing = under(report.request.rules, options.printing);
  switch (used.format) {
    case ReportFormat::csv: return write_work_csv(report, used);
    case ReportFormat::json: return write_work_json(report, used);
    default: return write_work_tables(report, used);
  }
}

}  // namespace tiendo
