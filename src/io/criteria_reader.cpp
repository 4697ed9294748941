// Tested by tests/unit/io/criteria_reader_test.cpp, tests/golden/cases_test.cpp and
// tests/cli/score_test.py.
//
// Keys and tables are read here; what the criteria say together is checked when they are built, and
// only given its place here.

#include "tiendo/io/criteria_reader.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "io/json_fields.hpp"
#include "io/part_path.hpp"
#include "io/threshold_reader.hpp"
#include "tiendo/base/id.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFormat = "tiendo-criteria/1";

class CriteriaReader {
 public:
  CriteriaReader(std::string_view text, std::string_view file, const Plan* plan)
      : findings_(text, file), plan_(plan) {}

  Checked<Criteria> read(const JsonNode& root) {
    refuse_zero_bytes(findings_, root);
    Fields fields(findings_, root, "a file of criteria");
    if (!fields.usable()) return {std::nullopt, findings_.all()};
    if (const JsonNode* format = fields.take("format", JsonKind::string, true);
        format && format->text != kFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kFormat));
    }
    read_head(fields);
    fields.list("bands", false, [&](const JsonNode& node) {
      if (auto table = read_band_table(findings_, node)) parts_.bands.push_back(*std::move(table));
    });
    fields.list("scores", false, [&](const JsonNode& node) {
      if (auto table = read_score_table(findings_, node)) {
        parts_.scores.push_back(*std::move(table));
      }
    });
    fields.list("criteria", true, [&](const JsonNode& node) { read_criterion(node); });
    parts_.classes = fields.string("classes");
    fields.list("quotas", false, [&](const JsonNode& node) { read_quota(node); });
    fields.done();
    if (findings_.any()) return {std::nullopt, findings_.all()};
    return build(root);
  }

  Checked<Criteria> refuse(const Error& problem) {
    findings_.add(problem.code, problem.offset, problem.sentence);
    return {std::nullopt, findings_.all()};
  }

 private:
  static std::optional<Ratio> number(Fields& fields, std::string_view key, bool needed = false) {
    const std::optional<Decimal> value = fields.decimal(key, needed);
    return value ? std::optional(Ratio(*value)) : std::nullopt;
  }

  // A word for which 0 is none.
  template <class Enum>
  static std::optional<Enum> word(Fields& fields, std::string_view key) {
    const JsonNode* value = fields.take(key, JsonKind::string);
    if (!value) return std::nullopt;
    const std::optional<Enum> found = enumerator_named<Enum>(value->text, 1);
    if (!found) fields.unknown_word(*value, key, names_of<Enum>(1));
    return found;
  }

  void read_head(Fields& fields) {
    parts_.name = read_table_name(fields, true);
    parts_.title = fields.name("name");
    parts_.note = fields.string("note");
    parts_.floor = number(fields, "floor");
    parts_.cap = number(fields, "cap");
    parts_.least_available = number(fields, "least_available").value_or(Ratio(0));
    parts_.digits = fields.integer("digits", kMaxDigits).value_or(parts_.digits);
  }

  // The indicator or unit that a plan has to have.
  template <class List>
  void look_up(const JsonNode* at, const List& things, Index found, Errc code) {
    if (!plan_ || !at || at->kind != JsonKind::string || found != kNone) return;
    std::vector<std::string_view> known;
    for (const auto& thing : things) known.push_back(thing.id);
    findings_.add(code, at->offset, about(at->text, text_of(code)) + nearest_hint(at->text, known));
  }

  // The indicator, and whose target of it.
  std::pair<std::string, std::string> read_of(Fields& fields) {
    std::pair ids(fields.string("indicator", true), fields.string("assigner"));
    if (const JsonNode* at = fields.node().find("assigner")) {
      refuse_empty_id(findings_, at->kind == JsonKind::string ? at->text : "-", at->offset);
    }
    if (!plan_) return ids;
    look_up(fields.node().find("indicator"), plan_->indicators(), plan_->find_indicator(ids.first),
            Errc::unknown_indicator);
    if (const JsonNode* at = fields.node().find("assigner")) {
      look_up(at, plan_->units(), plan_->find_unit(ids.second), Errc::unknown_unit);
    }
    return ids;
  }

  void read_criterion(const JsonNode& node) {
    Fields fields(findings_, node, "a criterion");
    if (!fields.usable()) return;
    Criterion one;
    one.id = fields.string("id", true);
    one.name = fields.name("name");
    one.role = word<CriterionRole>(fields, "role").value_or(one.role);
    std::tie(one.indicator, one.assigner) = read_of(fields);
    one.figure = word<Field>(fields, "figure");
    one.table = fields.string("table");
    if (const JsonNode* verdicts = fields.take("verdicts")) one.verdicts = read_verdicts(*verdicts);
    one.in = word<PointsIn>(fields, "in").value_or(one.in);
    one.points = number(fields, "points");
    one.weight = number(fields, "weight");
    one.floor = number(fields, "floor");
    one.cap = number(fields, "cap");
    one.missing = word<MissingRule>(fields, "missing").value_or(one.missing);
    fields.list("deductions", false,
                [&](const JsonNode& item) { one.deductions.push_back(read_deduction(item)); });
    one.remarks = fields.remarks();
    fields.done();
    parts_.criteria.push_back(std::move(one));
  }

  VerdictScores read_verdicts(const JsonNode& node) {
    Fields fields(findings_, node, "the points of verdicts");
    VerdictScores scores;
    if (!fields.usable()) return scores;
    scores.exceeded = number(fields, "exceeded", true).value_or(Ratio(0));
    scores.met = number(fields, "met", true).value_or(Ratio(0));
    scores.near = number(fields, "near", true).value_or(Ratio(0));
    scores.missed = number(fields, "missed", true).value_or(Ratio(0));
    fields.done();
    return scores;
  }

  Deduction read_deduction(const JsonNode& node) {
    Fields fields(findings_, node, "a deduction");
    Deduction one;
    if (!fields.usable()) return one;
    std::tie(one.indicator, one.assigner) = read_of(fields);
    one.figure = word<Field>(fields, "figure").value_or(one.figure);
    one.each = number(fields, "each", true).value_or(Ratio(0));
    one.in = word<PointsIn>(fields, "in").value_or(one.in);
    one.missing = word<MissingRule>(fields, "missing").value_or(one.missing);
    fields.done();
    return one;
  }

  void read_quota(const JsonNode& node) {
    Fields fields(findings_, node, "a quota");
    if (!fields.usable()) return;
    Quota quota;
    quota.code = fields.string("class", true);
    quota.of = fields.strings("of");
    quota.percent = number(fields, "percent", true).value_or(Ratio(0));
    fields.done();
    parts_.quotas.push_back(std::move(quota));
  }

  // Where the path leads, or as far as it does.
  static const JsonNode& place(const JsonNode& root, std::string_view path) {
    std::vector<std::string> steps = steps_of(path.substr(1));
    while (!steps.empty()) {
      if (const JsonNode* found = follow(&root, steps)) return *found;
      steps.pop_back();
    }
    return root;
  }

  Checked<Criteria> build(const JsonNode& root) {
    Checked<Criteria> criteria = Criteria::of(std::move(parts_));
    for (const Diagnostic& fault : criteria.diagnostics) {
      findings_.add(fault.code, place(root, fault.place.path).offset, fault.sentence);
    }
    return {std::move(criteria.value), findings_.all()};
  }

  Findings findings_;
  const Plan* plan_;
  CriteriaParts parts_;
};

}  // namespace

Checked<Criteria> read_criteria(std::string_view text, std::string_view file, const Plan* plan) {
  CriteriaReader reader(text, file, plan);
  const Result<JsonNode> root = parse_json(text);
  return root ? reader.read(*root) : reader.refuse(root.error());
}

}  // namespace tiendo
