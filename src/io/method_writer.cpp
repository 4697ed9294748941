// Tested by tests/unit/io/method_writer_test.cpp and tests/cli/methods_test.py.

#include "tiendo/io/method_writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "io/csv_cursor.hpp"
#include "io/labels.hpp"
#include "io/table.hpp"
#include "io/threshold_text.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/engine/catalogue.hpp"

namespace tiendo {
namespace {

constexpr Phrase kTitle{"Các phương pháp đánh giá", "Methods of judging"};
constexpr Phrase kMethod{"Phương pháp", "Method"};
constexpr Phrase kFormula{"Công thức", "Formula"};
constexpr Phrase kNeeds{"Cần có", "Needs"};
constexpr Phrase kMeaning{"Ý nghĩa", "Meaning"};
constexpr Phrase kTables{"Các bảng ngưỡng", "Thresholds"};
constexpr Phrase kTable{"Bảng", "Table"};
constexpr Phrase kBands{"Các mức", "Bands"};
constexpr Phrase kSource{"Nguồn", "Source"};
constexpr Phrase kUnconfirmed{"cần đối chiếu", "to be confirmed"};

std::string number_text(const Ratio& value) { return exact_number(value, NumberFormat::plain()); }

std::string name_of(const MethodEntry& entry) {
  return std::string(entry.id) + '@' + std::string(entry.version);
}

class Tables {
 public:
  Tables(Language language, bool markdown) : language_(language), markdown_(markdown) {}

  std::string write() const {
    return title_line(in(kTitle), markdown_) + methods_table() + '\n' +
           title_line(in(kTables), markdown_) + thresholds_table();
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  std::string table(const TableRow& header, const std::vector<TableRow>& rows) const {
    const std::vector<Align> aligns(header.size(), Align::left);
    return markdown_ ? markdown_table(header, rows, aligns) : text_table(header, rows, aligns);
  }

  std::string methods_table() const {
    std::vector<TableRow> rows;
    for (const MethodEntry& entry : methods()) {
      rows.push_back({name_of(entry), std::string(entry.formula), std::string(entry.needs),
                      std::string(entry.sentence(language_))});
    }
    return table({in(kMethod), in(kFormula), in(kNeeds), in(kMeaning)}, rows);
  }

  std::string source_of(const TableName& name) const {
    return name.source + (name.needs_confirmation ? " (" + in(kUnconfirmed) + ')' : "");
  }

  std::string thresholds_table() const {
    std::vector<TableRow> rows;
    for (const BandTable& each : band_tables()) {
      std::string bands;
      for (const Band& band : each.bands()) {
        bands += (bands.empty() ? "" : ", ") + band.label.label.in(language_) + ' ' +
                 range_text(band, NumberFormat::plain());
      }
      rows.push_back({to_string(each.name()), bands, source_of(each.name())});
    }
    for (const ScoreTable& each : score_tables()) {
      std::string knots;
      for (const Knot& knot : each.knots()) {
        knots +=
            (knots.empty() ? "" : ", ") + number_text(knot.value) + " → " + number_text(knot.score);
      }
      rows.push_back({to_string(each.name()), knots, source_of(each.name())});
    }
    return table({in(kTable), in(kBands), in(kSource)}, rows);
  }

  Language language_;
  bool markdown_;
};

std::string write_csv() {
  std::string text = "method,version,variants,needs,formula,unit,source,vi,en\n";
  for (const MethodEntry& entry : methods()) {
    for (const std::string_view cell : {entry.id, entry.version, entry.variants, entry.needs,
                                        entry.formula, entry.unit, entry.source, entry.vi}) {
      text += csv_field(cell) + ',';
    }
    text += csv_field(entry.en) + '\n';
  }
  return text;
}

// A document of JSON, written key by key.
class Json {
 public:
  Json() : json_(buffer_) { json_.SetIndent(' ', 1); }

  std::string end() { return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n'; }

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
  void flag(std::string_view name, bool content) {
    key(name);
    json_.Bool(content);
  }
  void number(std::string_view name, const std::optional<Ratio>& content) {
    text(name, content ? number_text(*content) : std::string());
  }
  // The exact number under its name, and why there is none under "reason".
  void figure(std::string_view name, const Figure& content) {
    number(name, content.value);
    text("reason", content ? std::string_view() : tiendo::name_of(content.reason));
  }

  // One object for each part, or one by itself.
  template <class Parts, class Write>
  void list(std::string_view name, const Parts& parts, const Write& write) {
    key(name);
    json_.StartArray();
    for (const auto& part : parts) object([&] { write(part); });
    json_.EndArray();
  }
  template <class Write>
  void object(const Write& write) {
    json_.StartObject();
    write();
    json_.EndObject();
  }
  void words(std::string_view name, const std::vector<std::string>& all) {
    key(name);
    json_.StartArray();
    for (const std::string& each : all) value(each);
    json_.EndArray();
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
};

void write_name(Json& json, const TableName& name) {
  json.text("id", name.id);
  json.text("version", name.version);
  json.text("source", name.source);
  json.flag("needs_confirmation", name.needs_confirmation);
}

void write_label(Json& json, const BandLabel& label) {
  json.text("code", label.code);
  json.text("vi", label.label.vi);
  json.text("en", label.label.en);
}

void write_band(Json& json, const Band& band) {
  write_label(json, band.label);
  json.number("low", band.low);
  json.number("high", band.high);
  json.flag("has_low", band.low && band.has_low);
  json.flag("has_high", band.high && band.has_high);
}

std::string write_json() {
  Json json;
  json.object([&] {
    json.text("format", "tiendo-methods/1");
    json.list("methods", methods(), [&](const MethodEntry& entry) {
      json.text("id", entry.id);
      json.text("version", entry.version);
      json.text("variants", entry.variants);
      json.text("needs", entry.needs);
      json.text("formula", entry.formula);
      json.text("unit", entry.unit);
      json.text("source", entry.source);
      json.text("vi", entry.vi);
      json.text("en", entry.en);
    });
    json.list("bands", band_tables(), [&](const BandTable& table) {
      write_name(json, table.name());
      json.list("bands", table.bands(), [&](const Band& band) { write_band(json, band); });
    });
    json.list("scores", score_tables(), [&](const ScoreTable& table) {
      write_name(json, table.name());
      json.list("knots", table.knots(), [&](const Knot& knot) {
        json.number("value", knot.value);
        json.number("score", knot.score);
      });
    });
  });
  return json.end();
}

void write_policies(Json& json, const MethodPolicies& policies) {
  json.key("policies");
  json.object([&] {
    json.number("zero_as", policies.zero_as);
    json.flag("flip_negative", policies.flip_negative);
    json.flag("met_first", policies.met_first);
    json.number("met_tolerance", policies.met_tolerance);
    json.flag("beyond_end", policies.beyond_end);
    const auto digits = policies.round_before_banding;
    json.text("round_before_banding", digits ? std::to_string(*digits) : std::string());
  });
}

}  // namespace

std::string write_methods(ReportFormat format, Language language) {
  switch (format) {
    case ReportFormat::csv: return write_csv();
    case ReportFormat::json: return write_json();
    default: return Tables(language, format == ReportFormat::markdown).write();
  }
}

std::string write_assessment(const Assessment& assessment) {
  Json json;
  json.object([&] {
    json.text("format", "tiendo-assessment/1");
    json.text("method", to_string(assessment.method));
    json.text("state", name_of(assessment.state));
    json.text("decided_by", name_of(assessment.decided_by));
    json.figure("value", assessment.value);
    json.text("band", assessment.band ? assessment.band->code : std::string());
    json.text("thresholds", assessment.thresholds);
    json.list("figures", assessment.figures, [&](const NamedFigure& each) {
      json.text("name", each.name);
      json.figure("value", each.figure);
    });
    json.list("inputs", assessment.inputs, [&](const MethodInput& each) {
      json.text("symbol", each.symbol);
      json.number("value", each.value);
      json.text("period", each.period ? each.period->to_string() : std::string());
    });
    write_policies(json, assessment.policies);
    json.words("policy_hits", assessment.policy_hits);
    json.text("vintage", assessment.vintage);
  });
  return json.end();
}

}  // namespace tiendo
