// Tested by tests/unit/io/criteria_reader_test.cpp and tests/unit/io/case_reader_test.cpp.

#include "io/threshold_reader.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "io/part_path.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/engine/criteria.hpp"

namespace tiendo {
namespace {

// One key of several that say the same thing in different ways.
struct End {
  std::string_view key;
  bool low;
  bool high;
  bool included;
};
constexpr End kEnds[] = {{"equal", true, true, true},
                         {"at_least", true, false, true},
                         {"more_than", true, false, false},
                         {"at_most", false, true, true},
                         {"less_than", false, true, false}};

std::optional<Ratio> table_number(Fields& fields, std::string_view key, bool needed = false) {
  const std::optional<Decimal> value = fields.decimal(key, needed);
  return value ? std::optional(Ratio(*value)) : std::nullopt;
}

// An end of a band; two that say the same end differently are too many.
void read_end(Fields& fields, const End& end, Band& band) {
  const JsonNode* at = fields.node().find(end.key);
  const std::optional<Ratio> value = table_number(fields, end.key);
  if (!at || !value) return;
  if ((end.low && band.low) || (end.high && band.high)) {
    fields.findings().add(Errc::criteria_conflict, at->offset,
                          in_quotes(end.key) + ": the band has that end already");
    return;
  }
  if (end.low) band.low = value;
  if (end.low) band.has_low = end.included;
  if (end.high) band.high = value;
  if (end.high) band.has_high = end.included;
}

Band read_band(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a band");
  Band band;
  if (!fields.usable()) return band;
  const JsonNode* code = fields.take("code", JsonKind::string, true);
  if (code && !is_id(code->text)) {
    findings.add(Errc::id_syntax, code->offset, in_quotes(code->text) + " is not an id");
  }
  if (code) band.label.code = code->text;
  band.label.label = fields.name("name");
  for (const End& end : kEnds) read_end(fields, end, band);
  band.score = table_number(fields, "score");
  fields.done();
  return band;
}

void refuse_same_codes(Findings& findings, const std::vector<Band>& bands,
                       const std::vector<std::int64_t>& places) {
  for (auto band = bands.begin(); band != bands.end(); ++band) {
    const auto is_same = [&](const Band& other) { return other.label.code == band->label.code; };
    if (std::none_of(bands.begin(), band, is_same)) continue;
    findings.add(Errc::duplicate_id, places[static_cast<std::size_t>(band - bands.begin())],
                 in_quotes(band->label.code) + " is the code of two bands");
  }
}

}  // namespace

TableName read_table_name(Fields& fields, bool source_needed) {
  TableName name;
  name.id = fields.string("id", true);
  name.version = fields.string("version", true);
  name.source = fields.string("source", source_needed);
  const JsonNode* open = fields.take("needs_confirmation", JsonKind::boolean);
  name.needs_confirmation = open && open->boolean;
  return name;
}

std::optional<BandTable> read_band_table(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a table of bands");
  if (!fields.usable()) return std::nullopt;
  TableName name = read_table_name(fields, false);
  std::vector<Band> bands;
  std::vector<std::int64_t> places;
  const std::size_t before = findings.all().size();
  fields.list("bands", true, [&](const JsonNode& item) {
    places.push_back(item.offset);
    bands.push_back(read_band(findings, item));
  });
  const bool has_list = fields.node().find("bands") != nullptr;
  fields.done();
  if (!has_list || findings.all().size() != before) return std::nullopt;
  refuse_same_codes(findings, bands, places);
  Checked<BandTable> table = BandTable::of(std::move(name), std::move(bands));
  for (const Diagnostic& fault : table.diagnostics) {
    const std::string& path = fault.place.path;
    const auto band = position_of(path.substr(path.rfind('/') + 1));
    findings.add(fault.code, band ? places[*band] : node.offset, fault.sentence);
  }
  return std::move(table.value);
}

std::optional<ScoreTable> read_score_table(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a table of scores");
  if (!fields.usable()) return std::nullopt;
  TableName name = read_table_name(fields, false);
  std::vector<Knot> knots;
  const std::size_t before = findings.all().size();
  const JsonNode* list = fields.node().find("knots");
  fields.list("knots", true, [&](const JsonNode& item) {
    Fields knot(findings, item, "a knot");
    const std::optional<Ratio> value = table_number(knot, "value", true);
    const std::optional<Ratio> score = table_number(knot, "score", true);
    knot.done();
    if (value && score) knots.push_back({*value, *score});
  });
  std::optional<Ends> ends;
  if (const JsonNode* word = fields.take("ends", JsonKind::string, true)) {
    ends = enumerator_named<Ends>(word->text, 1);
    if (!ends) fields.unknown_word(*word, "ends", names_of<Ends>(1));
  }
  fields.done();
  if (!list || !ends || findings.all().size() != before) return std::nullopt;
  const Result<ScoreTable> table = ScoreTable::of(std::move(name), std::move(knots), *ends);
  if (table) return *table;
  findings.add(table.error().code, list->offset, table.error().sentence);
  return std::nullopt;
}

}  // namespace tiendo
