// Tested by tests/unit/io/figures_reader_test.cpp and tests/capi/criteria_score_test.c.

#include "tiendo/io/figures_reader.hpp"

#include <set>
#include <string>
#include <utility>

#include "io/json_fields.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFiguresFormat = "tiendo-figures/1";

class FiguresReader {
 public:
  FiguresReader(std::string_view text, std::string_view file, const Criteria& criteria)
      : findings_(text, file), criteria_(criteria.parts().criteria) {}

  Checked<std::vector<GivenUnit>> read(const JsonNode& root) {
    refuse_zero_bytes(findings_, root);
    Fields fields(findings_, root, "figures to be scored");
    if (!fields.usable()) return {std::nullopt, findings_.all()};
    if (const JsonNode* format = fields.take("format", JsonKind::string, true);
        format && format->text != kFiguresFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kFiguresFormat));
    }
    fields.list("units", true, [&](const JsonNode& node) { read_unit(node); });
    fields.done();
    if (findings_.any()) return {std::nullopt, findings_.all()};
    return {std::move(units_), {}};
  }

  Checked<std::vector<GivenUnit>> refuse(const Error& problem) {
    findings_.add(problem.code, problem.offset, problem.sentence);
    return {std::nullopt, findings_.all()};
  }

 private:
  void read_unit(const JsonNode& node) {
    Fields fields(findings_, node, "a unit");
    if (!fields.usable()) return;
    GivenUnit unit;
    if (const JsonNode* id = fields.take("unit", JsonKind::string, true)) {
      unit.id = id->text;
      refuse_empty_id(findings_, unit.id, id->offset);
      if (!known_.insert(unit.id).second) {
        findings_.add(Errc::duplicate_id, id->offset,
                      "figures of " + in_quotes(unit.id) + " stand here twice");
      }
    }
    const JsonNode* figures = fields.take("figures", JsonKind::object, true);
    if (figures) read_figures(*figures, unit);
    fields.done();
    units_.push_back(std::move(unit));
  }

  void read_figures(const JsonNode& node, GivenUnit& unit) {
    Fields fields(findings_, node, "the figures of a unit");
    for (const Criterion& criterion : criteria_) {
      CriterionInput& input = unit.inputs.emplace_back(CriterionInput{Errc::no_data});
      const JsonNode* value = fields.take(criterion.id);
      if (!value) continue;
      if (value->kind == JsonKind::object) {
        read_input(*value, criterion, input);
      } else {
        read_value(*value, criterion, input);
      }
    }
    fields.done();
  }

  // The figure, and those of the deductions.
  void read_input(const JsonNode& node, const Criterion& criterion, CriterionInput& input) {
    Fields fields(findings_, node, "a figure");
    if (const JsonNode* value = fields.take("value")) read_value(*value, criterion, input);
    fields.list("deductions", false, [&](const JsonNode& item) {
      if (input.deductions.size() == criterion.deductions.size()) {
        findings_.add(Errc::criteria_conflict, item.offset,
                      in_quotes(criterion.id) + " has no more deductions than " +
                          std::to_string(criterion.deductions.size()));
      }
      input.deductions.push_back(figure_of(item));
    });
    fields.done();
  }

  // A number, or of a criterion that scores verdicts the word of one.
  void read_value(const JsonNode& value, const Criterion& criterion, CriterionInput& input) {
    if (!criterion.verdicts || value.kind == JsonKind::null) {
      input.figure = figure_of(value);
      return;
    }
    const auto found =
        value.kind == JsonKind::string ? enumerator_named<Verdict>(value.text, 1) : std::nullopt;
    if (found) {
      input.verdict = *found;
      input.figure = Errc::no_such_figure;
    } else {
      findings_.add(Errc::unknown_word, value.offset,
                    unknown_word_sentence(value.text, criterion.id, names_of<Verdict>(1)));
    }
  }

  Figure figure_of(const JsonNode& value) {
    if (value.kind == JsonKind::null) return Errc::no_data;
    std::optional<Ratio> number = ratio_of(findings_, value);
    return number ? Figure(*std::move(number)) : Figure(Errc::no_data);
  }

  Findings findings_;
  const std::vector<Criterion>& criteria_;
  std::set<std::string> known_;
  std::vector<GivenUnit> units_;
};

}  // namespace

Checked<std::vector<GivenUnit>> read_figures(std::string_view text, std::string_view file,
                                             const Criteria& criteria) {
  FiguresReader reader(text, file, criteria);
  const Result<JsonNode> root = parse_json(text);
  return root ? reader.read(*root) : reader.refuse(root.error());
}

}  // namespace tiendo
