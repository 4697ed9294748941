// Tested by tests/unit/io/rollup_writer_test.cpp and tests/golden/reports_test.py.

#include "io/rollup_forms.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "io/csv_cursor.hpp"
#include "io/labels.hpp"
#include "io/report_parts.hpp"

namespace tiendo {
namespace {

constexpr Phrase kAsOf{"Tính đến ngày", "As of"};
constexpr Phrase kKnownOn{"theo số liệu ghi nhận đến ngày", "as known on"};
constexpr Phrase kOnMap{"theo đơn vị hành chính ngày", "on the map of"};
constexpr Phrase kRules{"quy tắc", "rules"};

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Json& json, std::string_view name, std::string_view text) {
  json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  if (text.empty()) {
    json.Null();
  } else {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
}

std::string json_of(const RollupDocument& document) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 1);
  json.StartObject();
  for (const NamedCell& cell : document.head) put(json, cell.name, cell.text);
  json.Key(document.list.data(), static_cast<rapidjson::SizeType>(document.list.size()));
  json.StartArray();
  for (const NamedCells& row : document.rows) {
    json.StartObject();
    for (const NamedCell& cell : row) put(json, cell.name, cell.text);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::string csv_of(const RollupDocument& document) {
  std::string text;
  for (const NamedCells& row : document.rows) {
    if (text.empty()) {
      for (const NamedCell& cell : row) text += std::string(cell.name) + ',';
      text.back() = '\n';
    }
    for (const NamedCell& cell : row) text += csv_field(cell.text) + ',';
    text.back() = '\n';
  }
  return text;
}

std::string table_of(const RollupDocument& document, bool markdown) {
  std::string text = title_line(document.title.front(), markdown);
  for (std::size_t i = 1; i < document.title.size(); ++i) text += document.title[i] + '\n';
  text += '\n' + (markdown ? markdown_table(document.header, document.lines, document.aligns)
                           : text_table(document.header, document.lines, document.aligns));
  for (const std::string& note : document.notes) {
    text += '\n' + (markdown ? markdown_cell(note) : text_cell(note)) + '\n';
  }
  return text;
}

}  // namespace

std::string write(const RollupDocument& document, ReportFormat format) {
  if (format == ReportFormat::json) return json_of(document);
  if (format == ReportFormat::csv) return csv_of(document);
  return table_of(document, format == ReportFormat::markdown);
}

NamedCells head_of(std::string_view format, const Plan& plan, const Request& request,
                   Index indicator, Index unit, const Period& period) {
  return {{"format", std::string(format)},
          {"plan", plan.head().id},
          {"indicator", plan.indicators()[indicator].id},
          {"unit", plan.units()[unit].id},
          {"period", period.to_string()},
          {"as_of", request.as_of.to_string()},
          {"known_on", request.known_on ? request.known_on->to_string() : ""},
          {"map", request.map ? request.map->to_string() : ""},
          {"base_rule", std::string(name_of(base_rule_of(request)))},
          {"unreported", std::string(name_of(request.rules.unreported))},
          {"compared_with", std::string(name_of(request.rules.compared_with))},
          {"rules", name_of_rules(request.rules)}};
}

std::string days_of(const Request& request, Language language) {
  const auto in = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  std::string days = in(kAsOf) + ' ' + request.as_of.to_string();
  if (request.known_on) days += ", " + in(kKnownOn) + ' ' + request.known_on->to_string();
  if (request.map) days += ", " + in(kOnMap) + ' ' + request.map->to_string();
  return days + "; " + in(kRules) + ' ' + name_of_rules(request.rules) +
         unusual_rules(request.rules, language);
}

std::vector<std::string> title_of(const Plan& plan, const Request& request, Index indicator,
                                  Index unit, const Period& period, Language language) {
  return {name_of_indicator(plan, indicator, language) + ": " +
              name_of_unit(plan, request, unit, language) + ", " + period.to_string(),
          days_of(request, language) + '.'};
}

std::string name_of_unit(const Plan& plan, const Request& request, Index unit, Language language) {
  const Name& names =
      request.map ? plan.unit_map().name_of(unit, *request.map) : plan.units()[unit].name;
  const std::string& name = names.in(language);
  return name.empty() ? plan.units()[unit].id : name;
}

std::string name_of_indicator(const Plan& plan, Index indicator, Language language) {
  const std::string& name = plan.indicators()[indicator].name.in(language);
  return name.empty() ? plan.indicators()[indicator].id : name;
}

std::optional<Decimal> printed_figure(const Plan& plan, Index indicator, bool percent,
                                      const Figure& figure, const Printing& printing) {
  if (!figure) return std::nullopt;
  ReportRow row;
  row.indicator = indicator;
  const PrintRule rule =
      print_rule(plan, row, percent ? Field::completion : Field::actual, printing);
  Result<Decimal> rounded = round(*figure, rule.digits, rule.rounding);
  return rounded ? std::optional(*std::move(rounded)) : std::nullopt;
}

}  // namespace tiendo
