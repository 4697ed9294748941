// Tested by tests/unit/io/statement_writer_test.cpp and
// tests/cli/verify_test.py.

#include "tiendo/io/statement_writer.hpp"

#include "io/csv_cursor.hpp"
#include "io/json_text.hpp"
#include "io/labels.hpp"
#include "io/statement_labels.hpp"
#include "io/text.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kHeader =
    "line,id,kind,stated,verdict,value,exact,low,low_exact,high,high_exact,"
    "roundings,readings,"
    "reason\n";

// Digits that decimals have more than the figure.
constexpr int kMoreDigits = 6;

std::string rounded(const StatedValue& value, int scale, Rounding mode) {
  const Result<Decimal> decimal = round(value, scale, mode);
  return decimal ? decimal->to_string() : std::string();
}

// The fraction; empty for a root, which is none.
std::string exact_text(const StatedValue& value) {
  const auto* ratio = std::get_if<Ratio>(&value);
  return ratio == nullptr ? std::string() : ratio->to_string();
}

template <class Words>
std::string joined(const Words& words, std::string_view separator,
                   std::string_view (*text)(typename Words::value_type)) {
  std::string all;
  for (const auto word : words) {
    if (!all.empty()) all += separator;
    all += text(word);
  }
  return all;
}

// What the check says, as texts; what is not there is empty.
struct Texts {
  std::string value, exact, low, low_exact, high, high_exact, roundings, readings, reason;

  explicit Texts(const VerifiedStatement& row) {
    const StatedCheck& check = row.check;
    const int scale = row.statement.figure.scale() + kMoreDigits;
    value = rounded(check.exact, scale, Rounding::half_up);
    exact = exact_text(check.exact);
    if (check.bounds) {
      low = rounded(check.bounds->low, scale, Rounding::floor);
      low_exact = exact_text(check.bounds->low);
      high = rounded(check.bounds->high, scale, Rounding::ceiling);
      high_exact = exact_text(check.bounds->high);
    }
    roundings = joined(check.roundings, " ", name_of);
    readings = joined(check.readings, " ", name_of);
    if (check.bounds_reason != Errc::none) reason = name_of(check.bounds_reason);
  }
};

std::string csv_row(const VerifiedStatement& row) {
  const Texts texts(row);
  std::string line = std::to_string(row.place.line);
  for (const std::string& cell :
       {row.id, std::string(name_of(row.statement.kind)), figure_text(row.statement),
        std::string(name_of(row.check.verdict)), texts.value, texts.exact, texts.low,
        texts.low_exact, texts.high, texts.high_exact, texts.roundings, texts.readings,
        texts.reason}) {
    line += ',' + csv_field(cell);
  }
  return line + '\n';
}

// ---- JSON ----

void member(std::string& json, std::string_view key, const std::string& value) {
  if (json.back() != '{') json += ", ";
  json += json_string(key) + ": " + value;
}

// An empty text is an absent one.
void text_member(std::string& json, std::string_view key, std::string_view text) {
  member(json, key, text.empty() ? "null" : json_string(text));
}

template <class Words>
std::string json_list(const Words& words) {
  std::string list = "[";
  for (const auto word : words) {
    list += (list.size() > 1 ? ", " : "") + json_string(name_of(word));
  }
  return list + ']';
}

std::string json_end(const std::string& decimal, const std::string& exact, bool included) {
  std::string json = "{";
  text_member(json, "value", decimal);
  text_member(json, "exact", exact);
  member(json, "included", included ? "true" : "false");
  return json + '}';
}

std::string json_inputs(const Statement& statement) {
  std::string list = "[";
  for (const StatedInput& input : statement.inputs) {
    std::string json = "{";
    text_member(json, "name", input.name);
    text_member(json, "value", input.value.to_string());
    text_member(json, "qualifier", name_of(input.qualifier));
    member(json, "counted", input.counted ? "true" : "false");
    list += (list.size() > 1 ? ", " : "") + json + '}';
  }
  return list + ']';
}

std::string json_row(const VerifiedStatement& row) {
  const StatedCheck& check = row.check;
  const Texts texts(row);
  std::string json = "  {";
  member(json, "line", std::to_string(row.place.line));
  text_member(json, "id", row.id);
  text_member(json, "kind", name_of(row.statement.kind));
  text_member(json, "expression", check.expression ? check.expression->to_string() : "");
  member(json, "inputs", json_inputs(row.statement));
  text_member(json, "stated", row.statement.figure.to_string());
  text_member(json, "qualifier", name_of(row.statement.qualifier));
  text_member(json, "rounding",
              row.statement.rounding ? name_of(*row.statement.rounding) : std::string_view());
  text_member(json, "verdict", name_of(check.verdict));
  text_member(json, "value", texts.value);
  text_member(json, "exact", texts.exact);
  const auto& bounds = check.bounds;
  member(json, "low", bounds ? json_end(texts.low, texts.low_exact, bounds->has_low) : "null");
  member(json, "high", bounds ? json_end(texts.high, texts.high_exact, bounds->has_high) : "null");
  text_member(json, "reason", texts.reason);
  member(json, "roundings", json_list(check.roundings));
  member(json, "readings", json_list(check.readings));
  text_member(json, "source", row.source);
  return json + '}';
}

// ---- Text ----

std::string text_row(const VerifiedStatement& row, Language language) {
  const StatedCheck& check = row.check;
  const Texts texts(row);
  std::string text = one_line(row.id.empty() ? line_label(row.place.line, language) : row.id) +
                     ": " + figure_label(row.statement, language) + ' ' +
                     std::string(label(check.verdict, language)) + '\n';
  text += "  " + computation(row, language) + " = " + texts.value;
  if (!texts.exact.empty()) text += " (" + texts.exact + ')';
  text += '\n';
  if (check.verdict == StatedVerdict::reproduces) return text;
  if (check.bounds) {
    text += "  " + bounds_label(texts.low, texts.high, language) + '\n';
  } else {
    text += "  " + std::string(label(check.bounds_reason, language)) + '\n';
  }
  if (!texts.roundings.empty()) text += "  " + roundings_label(texts.roundings, language) + '\n';
  for (const Reading reading : check.readings) {
    text += "  " + std::string(label(reading, language)) + '\n';
  }
  return text;
}

}  // namespace

std::string StatementWriter::begin() const {
  if (format_ == ReportFormat::csv) return std::string(kHeader);
  if (format_ == ReportFormat::json)
    return "{\"format\": \"tiendo-verification/1\", \"figures\": [";
  return {};
}

std::string StatementWriter::row(const VerifiedStatement& row) {
  std::int64_t before = 0;
  for (const std::int64_t count : counts_) before += count;
  ++counts_[static_cast<std::size_t>(row.check.verdict)];
  if (format_ == ReportFormat::csv) return csv_row(row);
  if (format_ == ReportFormat::json) return (before == 0 ? "\n" : ",\n") + json_row(row);
  return text_row(row, language_);
}

std::string StatementWriter::end() const {
  if (format_ == ReportFormat::csv) return {};
  if (format_ != ReportFormat::json) return counts_label(counts_, language_) + '\n';
  std::string summary = "{";
  for (int i = 0; i < static_cast<int>(counts_.size()); ++i) {
    member(summary, name_of(static_cast<StatedVerdict>(i)),
           std::to_string(counts_[static_cast<std::size_t>(i)]));
  }
  return "\n], \"summary\": " + summary + "}}\n";
}

}  // namespace tiendo
