// Tested by tests/unit/io/rules_reader_test.cpp and tests/cli/rules_test.py.
//
// What a set does not say it takes from the one that it is based on, so that a report can print it
// whole.

#include "tiendo/io/rules_reader.hpp"

#include <algorithm>

#include "io/json_fields.hpp"
#include "io/json_keys.hpp"
#include "io/json_text.hpp"
#include "io/rules_text.hpp"
#include "tiendo/base/id.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFormat = "tiendo-rules/1";

class RulesReader {
 public:
  RulesReader(std::string_view text, std::string_view file) : findings_(text, file) {}

  Checked<Rules> read(const JsonNode& root) {
    refuse_zero_bytes(findings_, root);
    Fields fields(findings_, root, "a file of rules");
    if (!fields.usable()) return {std::nullopt, findings_.all()};
    if (const JsonNode* format = fields.take("format", JsonKind::string, true);
        format && format->text != kFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kFormat));
    }
    read_name(fields);
    read_base(fields);
    read_parameters(fields);
    read_methods(fields);
    rules_.remarks = fields.remarks();
    fields.done();
    if (!findings_.any()) compare_with_built_in(root);
    if (findings_.any()) return {std::nullopt, findings_.all()};
    return {std::move(rules_), {}};
  }

  Checked<Rules> refuse(const Error& problem) {
    findings_.add(problem.code, problem.offset, problem.sentence);
    return {std::nullopt, findings_.all()};
  }

 private:
  void read_name(Fields& fields) {
    if (const JsonNode* id = fields.take("id", JsonKind::string, true)) {
      rules_.name = id->text;
      if (!is_id(id->text)) {
        findings_.add(Errc::id_syntax, id->offset, in_quotes(id->text) + " is not an id");
      }
    } else {
      rules_.name.clear();
    }
    const JsonNode* at = fields.take_needed("version");
    if (!at) return;
    const std::optional<int> version = fields.integer("version");
    if (version && *version < 1) {
      findings_.add(Errc::rules_version, at->offset, "versions of rules count from 1");
    }
    rules_.version = version.value_or(1);
  }

  // The set that this one begins as; a built-in set begins as itself.
  void read_base(Fields& fields) {
    const JsonNode* based_on = fields.take("based_on", JsonKind::string);
    built_in_ = !based_on && is_name_of_library();
    if (!based_on && !built_in_) {
      findings_.add(Errc::missing_key, fields.node().offset,
                    "a file of rules needs the key \"based_on\"");
      return;
    }
    const std::string name = built_in_ ? full_name(rules_) : based_on->text;
    const Result<Rules> base = rules_named(name);
    if (!base) {
      findings_.add(base.error().code, (based_on ? *based_on : fields.node()).offset,
                    base.error().sentence);
      return;
    }
    Rules begun = *base;
    begun.name = rules_.name;
    begun.version = rules_.version;
    begun.based_on = built_in_ ? std::string() : name;
    rules_ = std::move(begun);
  }

  bool is_name_of_library() const {
    return std::any_of(built_in_rules().begin(), built_in_rules().end(),
                       [&](const Rules& known) { return known.name == rules_.name; });
  }

  void read_parameters(Fields& fields) {
    rules_.base_rule = fields.word<BaseRule>("base_rule").value_or(rules_.base_rule);
    rules_.unreported = fields.word<Unreported>("unreported").value_or(rules_.unreported);
    rules_.compared_with =
        fields.word<ComparedWith>("compared_with").value_or(rules_.compared_with);
    if (const JsonNode* mode = fields.take("rounding", JsonKind::string)) {
      rules_.rounding = enumerator_named<Rounding>(mode->text, 1);
      if (!rules_.rounding) fields.unknown_word(*mode, "rounding", names_of<Rounding>(1));
    }
    const JsonNode* months = fields.take("late_after_months");
    const std::optional<int> limit = fields.integer("late_after_months", kMaxLateMonths);
    if (limit && *limit > kMaxLateMonths) {
      findings_.add(
          Errc::months_out_of_range, months->offset,
          std::to_string(*limit) + " months: from 0 to " + std::to_string(kMaxLateMonths));
    }
    if (limit) rules_.late_after_months = limit;
  }

  // All methods of the base, or none said.
  void read_methods(Fields& fields) {
    const JsonNode* list = fields.take("methods", JsonKind::array);
    if (!list) return;
    const Result<std::vector<std::string_view>> known = methods_of(rules_);
    if (!known) return;  // the base was refused
    std::vector<std::string_view> said;
    for (const JsonNode& method : list->items) {
      const bool is_known = method.kind == JsonKind::string &&
                            std::find(known->begin(), known->end(), method.text) != known->end();
      if (!is_known) {
        findings_.add(Errc::unknown_method, method.offset,
                      in_quotes(method.text) + " is no method of these rules" +
                          nearest_hint(method.text, *known));
        return;
      }
      said.push_back(method.text);
    }
    if (said == *known) return;
    findings_.add(Errc::rules_conflict, list->offset,
                  "the rules have " + std::to_string(known->size()) + " methods, and here are " +
                      std::to_string(said.size()) + "; name all of them by name, or none");
  }

  void compare_with_built_in(const JsonNode& root) {
    if (!is_name_of_library()) return;
    const Result<Rules> known = rules_named(full_name(rules_));
    if (!known) {
      findings_.add(known.error().code, root.offset, known.error().sentence);
    } else if (!(*known == rules_)) {
      findings_.add(Errc::rules_conflict, root.offset,
                    full_name(rules_) +
                        " is built in and says otherwise; rules of your own have "
                        "an id of their own");
    }
  }

  Findings findings_;
  Rules rules_;
  bool built_in_ = false;
};

}  // namespace

Checked<Rules> read_rules(std::string_view text, std::string_view file) {
  RulesReader reader(text, file);
  const Result<JsonNode> root = parse_json(text);
  return root ? reader.read(*root) : reader.refuse(root.error());
}

JsonNode rules_node(const Rules& rules) {
  JsonKeys keys;
  keys.needed("format", kFormat);
  keys.needed("id", rules.name);
  keys.whole("version", rules.version);
  keys.text("based_on", rules.based_on);
  keys.needed("base_rule", name_of(rules.base_rule));
  keys.needed("unreported", name_of(rules.unreported));
  keys.needed("compared_with", name_of(rules.compared_with));
  if (rules.rounding) keys.needed("rounding", name_of(*rules.rounding));
  keys.whole("late_after_months", rules.late_after_months);
  if (const auto methods = methods_of(rules)) {
    keys.texts("methods", {methods->begin(), methods->end()});
  }
  keys.remarks(rules.remarks);
  return keys.done();
}

std::string write_rules(const Rules& rules) {
  std::string text;
  OpenObject document(text, 0);
  for (const JsonMember& member : rules_node(rules).members) document.put(member.key, member.value);
  document.end();
  return text + '\n';
}

}  // namespace tiendo
