// Tested by tests/unit/io/report_writer_test.cpp and tests/golden/reports_test.py.
//
// The fields of the CSV under the same names; what is not there is null, decimals are strings.

#include <rapidjson/prettywriter.h>

#include <array>

#include "io/json_text.hpp"
#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"

namespace tiendo {
namespace {

// NOLINTBEGIN(readability-identifier-naming): the names are RapidJSON's
// What rapidjson writes to: a text of hundreds of megabytes is not copied once it is there.
class TextOut {
 public:
  using Ch = char;

  void Put(char c) {
    if (used_ == block_.size()) Flush();
    block_[used_++] = c;
  }
  void Flush() {
    text.append(block_.data(), used_);
    used_ = 0;
  }

  std::string text;

 private:
  std::array<char, 1U << 14U> block_;
  std::size_t used_ = 0;
};
// NOLINTEND(readability-identifier-naming)

class JsonWriter {
 public:
  JsonWriter(const Report& report, const WriteOptions& options, Watch& watch)
      : report_(report), options_(options), watch_(watch), json_(out_) {
    json_.SetIndent(' ', 1);
  }

  std::string write() {
    json_.StartObject();
    text("format", "tiendo-report/1");
    text("plan", report_.plan.head().id);
    text("unit", report_.plan.head().unit);
    text("period", report_.plan.head().period.to_string());
    text("as_of", report_.request.as_of.to_string());
    text("known_on", report_.request.known_on ? report_.request.known_on->to_string() : "");
    text("base_rule", name_of(base_rule_of(report_.request)));
    if (report_.request.map) text("map", report_.request.map->to_string());
    if (report_.request.levels) number("levels", *report_.request.levels);
    write_rules_used();
    key("rows");
    json_.StartArray();
    std::int64_t done = 0;
    for (const ReportRow& row : report_.rows) {
      if (!watch_.ticks_on(done++)) break;
      write_row(row);
      if (done == kSome) make_room();
    }
    json_.EndArray();
    write_summary();
    if (!options_.by.empty()) write_tallies();
    json_.EndObject();
    out_.Put('\n');
    out_.Flush();
    return std::move(out_.text);
  }

 private:
  static constexpr std::size_t kSome = 1024;

  // For rows that are on average as long as the first ones, and an eighth more.
  void make_room() { out_.text.reserve(out_.text.size() / 8 * 9 / kSome * report_.rows.size()); }

  // By what it was computed, and printed: enough to make it again.
  void write_rules_used() {
    const std::string rules = json_line(rules_node(report_.request.rules));
    key("rules");
    json_.RawValue(rules.data(), rules.size(), rapidjson::kObjectType);
    key("printing");
    json_.StartObject();
    if (options_.printing.digits) number("digits", *options_.printing.digits);
    if (options_.printing.rounding) text("rounding", name_of(*options_.printing.rounding));
    json_.EndObject();
  }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void value(std::string_view content) {
    json_.String(content.data(), static_cast<rapidjson::SizeType>(content.size()));
  }

  // An empty text is an absent one.
  void text(std::string_view name, std::string_view content) {
    key(name);
    if (content.empty()) {
      json_.Null();
    } else {
      value(content);
    }
  }

  void number(std::string_view name, std::int64_t content) {
    key(name);
    json_.Int64(content);
  }

  void figure_member(const ReportRow& row, Field field) {
    const auto number = printed(report_.plan, row, field, options_.printing);
    text(name_of(field), number ? number->to_string() : std::string());
  }

  void write_row(const ReportRow& row) {
    const Plan& plan = report_.plan;
    json_.StartObject();
    text("kind", name_of_kind(row.kind));
    if (row.kind == RowKind::component) {
      text("composite", plan.targets().indicator(row.targets.front()));
    }
    text("indicator", id_at(plan.indicators(), row.indicator));
    text("unit", id_at(plan.units(), row.unit));
    text("project", id_at(plan.projects(), row.project));
    text("assigner", id_at(plan.units(), row.assigner));
    text("period", row.period.to_string());
    text("measure", plan.indicators()[row.indicator].measure);
    text("condition", name_of(row.condition.kind));
    text("target", plain_target(report_, row, options_.printing));
    text("wording",
         wording(row.condition, Language::en,
                 [](const Condition&, const Decimal& number) { return number.to_string(); }));
    write_near(row);
    write_average(row);
    for (const Field field : kFields) {
      if (field != Field::target) figure_member(row, field);
    }
    text("expected_on", row.expected_on ? row.expected_on->to_string() : "");
    text("base_rule", name_of(row.base_rule));
    text("coverage", text_of(row.coverage));
    text("reported_to", row.reported_to ? row.reported_to->to_string() : "");
    text("status", row.status ? name_of(*row.status) : "");
    text("qualifier", row.status ? name_of(row.qualifier) : "");
    text("verdict", name_of(row.verdict));
    text("provisional", name_of(row.provisional));
    key("final");
    json_.Bool(row.final);
    text("course", name_of(row.course));
    text("schedule", name_of(row.schedule));
    text("state", name_of(row.state));
    text("reason", reasons_of(row));
    write_reasons(row);
    write_by_hand(row);
    if (row.declared_projects) number("declared_projects", *row.declared_projects);
    if (options_.exact) {
      for (const Field field : kFields) text(exact_name(field), exact_text(row, field));
    }
    json_.EndObject();
  }

  // What the actual value is the average growth of.
  void write_average(const ReportRow& row) {
    if (!row.average) return;
    key("average_growth");
    json_.StartObject();
    text("first", row.average->first.to_string());
    text("last", row.average->last.to_string());
    number("years", row.average->periods);
    if (row.cut) number("cut", *row.cut);
    json_.EndObject();
  }

  void write_near(const ReportRow& row) {
    if (!row.near) return;
    key("near");
    json_.StartObject();
    text("value", row.near->value.to_string());
    text("in", name_of(row.near->in));
    json_.EndObject();
  }

  // A result that is no number, and what a judge says of it.
  void write_by_hand(const ReportRow& row) {
    if (row.range) {
      key("range");
      json_.StartArray();
      for (const Decimal& end : {row.range->lower, row.range->upper}) value(end.to_string());
      json_.EndArray();
    }
    if (!row.words.empty()) text("words", row.words);
    if (row.hand_verdict == Verdict::none) return;
    text("hand_verdict", name_of(row.hand_verdict));
    text("judge", row.judge);
    text("judged_by", row.by_hand ? row.judge : std::string());
  }

  // For every figure that is not there, why.
  void write_reasons(const ReportRow& row) {
    key("reasons");
    json_.StartObject();
    for (const Field field : kFields) {
      if (!figure(row, field)) text(name_of(field), name_of(figure(row, field).reason));
    }
    if (row.verdict == Verdict::none) text("verdict", name_of(row.verdict_reason));
    if (row.course == Course::none) text("course", name_of(row.course_reason));
    if (row.schedule == Schedule::none) text("schedule", name_of(row.schedule_reason));
    json_.EndObject();
  }

  void write_summary() {
    key("summary");
    json_.StartArray();
    for (const SummaryRow& row : report_.summary) {
      json_.StartObject();
      text("assigner", id_at(report_.plan.units(), row.assigner));
      write_counts(row);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void write_counts(const SummaryRow& row) {
    number("rows", row.rows);
    number("exceeded", row.exceeded);
    number("met", row.met);
    number("near", row.near);
    number("missed", row.missed);
    number("no_data", row.no_data);
    number("not_judged", row.not_judged);
    number("by_hand", row.by_hand);
    number("provisional_exceeded", row.provisional_exceeded);
    number("provisional_met", row.provisional_met);
    number("provisional_near", row.provisional_near);
    number("provisional_missed", row.provisional_missed);
  }

  void write_tallies() {
    key("tallies");
    json_.StartArray();
    for (const TallyBy by : options_.by) {
      for (const TallyRow& row : tally(report_, by)) {
        json_.StartObject();
        text("by", name_of(by));
        text("group", group_id(report_.plan, row, by));
        text("assigner", id_at(report_.plan.units(), row.counts.assigner));
        number("met_or_better", row.met_or_better());
        write_counts(row.counts);
        number("reported", row.reported);
        number("due", row.due);
        json_.EndObject();
      }
    }
    json_.EndArray();
  }

  const Report& report_;
  const WriteOptions& options_;
  Watch& watch_;
  TextOut out_;
  rapidjson::PrettyWriter<TextOut> json_;
};

}  // namespace

std::string write_json(const Report& report, const WriteOptions& options, Watch& watch) {
  return JsonWriter(report, options, watch).write();
}

}  // namespace tiendo
