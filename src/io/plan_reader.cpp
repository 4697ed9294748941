// Tested by tests/unit/io/plan_reader_test.cpp, tests/golden/errors_test.cpp and the example plan.
// Long because the format is: one short function for each of its objects.
//
// One function an object of the format. Each asks for its keys; what nobody asked for is unknown.

#include "tiendo/io/plan_reader.hpp"

#include <algorithm>
#include <array>

#include "io/json_fields.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFormat = "tiendo-plan/1";

constexpr std::array<std::string_view, 10> kConditionKeys = {
    "at_least", "more_than", "at_most",     "less_than",   "equal",
    "between",  "about",     "increase_by", "decrease_by", "yes"};

class PlanReader {
 public:
  PlanReader(std::string_view text, std::string_view file) : findings_(text, file) {}

  Checked<Plan> read(const JsonNode& root) {
    refuse_zero_bytes(root);
    Fields top(findings_, root, "a plan file");
    if (const JsonNode* format = top.take("format", JsonKind::string, true);
        format && format->text != kFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kFormat));
    }
    list_or_table(top, "measures", true, [&](const JsonNode& node) { read_measure(node); });
    list_or_table(top, "units", true, [&](const JsonNode& node) { read_unit(node); });
    list_or_table(top, "indicators", true, [&](const JsonNode& node) { read_indicator(node); });
    top.unsupported("succession", "merged and split units are not yet read on two maps");
    if (const JsonNode* plan = top.take_needed("plan")) read_plan(*plan);
    top.done();
    if (findings_.any()) return {std::nullopt, findings_.all()};
    Checked<Plan> result = builder_.build();
    for (Diagnostic& finding : result.diagnostics) finding.sentence = one_line(finding.sentence);
    return result;
  }

 private:
  // Legal in JSON, but no text of ours goes on after one: a caller in C would lose the rest.
  void refuse_zero_bytes(const JsonNode& node) {
    if (node.text.find('\0') != std::string::npos) {
      findings_.add(Errc::text_encoding, node.offset, "a zero byte in a string");
    }
    for (const JsonNode& item : node.items) refuse_zero_bytes(item);
    for (const JsonMember& member : node.members) refuse_zero_bytes(member.value);
  }

  template <class Use>
  void list_or_table(Fields& fields, std::string_view key, bool needed, Use use) {
    const JsonNode* value = needed ? fields.take_needed(key) : fields.take(key);
    if (value && value->kind == JsonKind::object && value->find("table")) {
      fields.unsupported(key, "tables beside the file are not yet read; give a list");
      return;
    }
    fields.list(key, false, use);
  }

  void read_measure(const JsonNode& node) {
    Fields fields(findings_, node, "a measure");
    Measure measure;
    measure.id = fields.string("id", true);
    measure.kind = fields.string("kind", true);
    measure.name = fields.name("name");
    measure.factor = fields.decimal("factor", measure.kind == kShareKind).value_or(Decimal(1));
    measure.remarks = fields.remarks();
    fields.done();
    builder_.add(std::move(measure));
  }

  void read_unit(const JsonNode& node) {
    Fields fields(findings_, node, "a unit");
    ResponsibleUnit unit;
    unit.id = fields.string("id", true);
    unit.kind = fields.string("kind");
    unit.name = fields.name("name");
    unit.parent = fields.string("parent");
    unit.from = fields.date("from");
    unit.until = fields.date("until");
    fields.list("codes", false, [&](const JsonNode& code) {
      Fields code_fields(findings_, code, "a code");
      unit.codes.push_back(
          {code_fields.string("code", true), code_fields.date("from"), code_fields.date("until")});
      code_fields.done();
    });
    unit.remarks = fields.remarks();
    fields.done();
    builder_.add(std::move(unit));
  }

  void read_indicator(const JsonNode& node) {
    Fields fields(findings_, node, "an indicator");
    Indicator indicator;
    indicator.id = fields.string("id", true);
    indicator.code = fields.string("code");
    indicator.name = fields.name("name");
    indicator.field = fields.string("field");
    indicator.measure = fields.string("measure", true);
    indicator.kind = kind(fields).value_or(IndicatorKind::flow);
    indicator.parts = parts(fields);
    indicator.base = fields.string("base");
    indicator.direction = fields.word<Direction>("direction").value_or(Direction::more);
    indicator.scale = fields.integer("scale");
    indicator.digits = fields.integer("digits");
    indicator.percent_digits = fields.integer("percent_digits").value_or(1);
    indicator.rounding = rounding(fields);
    indicator.time_rule = rule<TimeRule>(fields, "time_rule", {"mean", "max", "min"});
    indicator.unit_rule = rule<UnitRule>(fields, "unit_rule", {"mean", "max", "min"});
    fields.unsupported("weight", "weighted means are not yet computed");
    indicator.remarks = fields.remarks();
    fields.done();
    builder_.add(std::move(indicator));
  }

  std::optional<IndicatorKind> kind(Fields& fields) {
    const JsonNode* value = fields.take("kind", JsonKind::string, true);
    if (value && value->text == "formula") {
      fields.unsupported("kind", "formulas over other indicators are not yet computed");
      return std::nullopt;
    }
    return value ? fields.word<IndicatorKind>("kind") : std::nullopt;
  }

  TimeRule parts(Fields& fields) {
    const JsonNode* value = fields.take("of", JsonKind::string);
    if (!value || value->text == "flow") return TimeRule::sum;
    if (value->text != "level") fields.unknown_word(*value, "of", {"flow", "level"});
    return TimeRule::last;
  }

  Rounding rounding(Fields& fields) {
    const JsonNode* value = fields.take("rounding", JsonKind::string);
    if (!value) return Rounding::half_up;
    const std::optional<Rounding> mode = rounding_named(value->text);
    if (!mode) fields.unknown_word(*value, "rounding", names_of<Rounding>(1));
    return mode.value_or(Rounding::half_up);
  }

  // A rule by its word; words that the format has and this version does not evaluate are refused.
  template <class Rule>
  std::optional<Rule> rule(Fields& fields, std::string_view key,
                           const std::vector<std::string_view>& later) {
    const JsonNode* value = fields.take(key, JsonKind::string);
    if (value && std::find(later.begin(), later.end(), value->text) != later.end()) {
      fields.unsupported(key, "the rule \"" + value->text + "\" is not yet computed");
      return std::nullopt;
    }
    return value ? fields.word<Rule>(key) : std::nullopt;
  }

  void read_plan(const JsonNode& node) {
    Fields fields(findings_, node, "a plan");
    PlanHead head;
    head.id = fields.string("id", true);
    head.unit = fields.string("unit");
    head.period = fields.period("period", true).value_or(Period());
    head.name = fields.name("name");
    head.theme = fields.string("theme");
    head.viewpoint = fields.string("viewpoint");
    head.basis = fields.strings("basis");
    head.parent = parent(fields);
    head.declared = declared(fields);
    head.remarks = fields.remarks();
    list_or_table(fields, "targets", false,
                  [&](const JsonNode& target) { builder_.add(read_target(target)); });
    fields.list("projects", false, [&](const JsonNode& project) { read_project(project); });
    fields.list("task_groups", false, [&](const JsonNode& group) { read_task_group(group); });
    fields.done();
    builder_.set_head(std::move(head));
  }

  std::optional<ParentPlan> parent(Fields& fields) {
    const JsonNode* node = fields.take("parent");
    if (!node) return std::nullopt;
    Fields keys(findings_, *node, "a parent plan");
    ParentPlan parent{keys.string("id", true), keys.name("name"), keys.period("period")};
    keys.done();
    return parent;
  }

  Declared declared(Fields& fields) {
    const JsonNode* node = fields.take("declared");
    if (!node) return {};
    Fields keys(findings_, *node, "declared");
    Declared declared{keys.integer("indicators"), keys.integer("task_groups"),
                      keys.integer("projects")};
    keys.done();
    return declared;
  }

  Target read_target(const JsonNode& node) {
    Fields fields(findings_, node, "a target");
    Target target;
    target.indicator = fields.string("indicator", true);
    target.unit = fields.string("unit");
    target.project = fields.string("project");
    target.assigner = fields.string("assigner");
    target.layer = fields.word<TargetLayer>("layer").value_or(TargetLayer::assigned);
    target.decision = decision(fields);
    target.lead = fields.string("lead");
    target.with = fields.strings("with");
    target.task_group = fields.string("task_group");
    target.period = fields.period("period");
    target.baseline = baseline(fields);
    target.projects = fields.integer("projects");
    fields.unsupported("profile", "expected progress is not yet computed");
    target.condition = condition(fields, true);
    target.remarks = fields.remarks();
    fields.done();
    return target;
  }

  Decision decision(Fields& fields) {
    const JsonNode* node = fields.take("decision");
    if (!node) return {};
    if (node->kind == JsonKind::string) return {node->text, {}, {}};
    Fields keys(findings_, *node, "a decision");
    Decision decision{keys.string("document"), keys.string("number"), keys.date("date")};
    keys.done();
    return decision;
  }

  std::optional<Baseline> baseline(Fields& fields) {
    const JsonNode* node = fields.take("baseline");
    if (!node) return std::nullopt;
    if (node->kind == JsonKind::string || node->kind == JsonKind::number) {
      return Baseline{decimal_of(findings_, *node).value_or(Decimal()), {}};
    }
    Fields keys(findings_, *node, "a baseline");
    Baseline baseline{keys.decimal("value", true).value_or(Decimal()), keys.period("period")};
    keys.done();
    return baseline;
  }

  // The one condition among the keys of the object. Without any, the condition stays none: that is
  // a finding of the plan, made when it is built.
  Condition condition(Fields& fields, bool changes_too) {
    Condition condition;
    const JsonNode* first = nullptr;
    for (const std::string_view key : kConditionKeys) {
      const JsonNode* value = fields.take(key);
      if (!value) continue;
      const std::int64_t key_offset = offset_of_key(fields.node(), key);
      if (first) {
        findings_.add(Errc::condition_conflict, std::max(key_offset, first_key_offset_),
                      "a target has one condition; this one has two");
        continue;
      }
      first = value;
      first_key_offset_ = key_offset;
      condition = read_condition(key, *value, changes_too);
    }
    return condition;
  }

  static std::int64_t offset_of_key(const JsonNode& object, std::string_view key) {
    for (const JsonMember& member : object.members) {
      if (member.key == key) return member.offset;
    }
    return object.offset;
  }

  Condition read_condition(std::string_view key, const JsonNode& value, bool changes_too) {
    Condition condition;
    if (key == "yes") {
      findings_.add(Errc::unsupported, value.offset,
                    "\"yes\" is not evaluated by this version: there is no report of a yes yet");
      return condition;
    }
    condition.kind = *enumerator_named<ConditionKind>(key, 1);
    if (is_change(condition.kind) && !changes_too) {
      findings_.add(Errc::condition_conflict, value.offset,
                    "the condition after \"then\" is on the level, not another change");
    } else if (is_change(condition.kind)) {
      read_change(value, condition);
    } else if (condition.kind == ConditionKind::between) {
      read_range(value, condition);
    } else if (condition.kind == ConditionKind::about) {
      Fields keys(findings_, value, "about");
      condition.value = keys.decimal("value", true).value_or(Decimal());
      condition.tolerance = keys.decimal("tolerance", true).value_or(Decimal());
      keys.done();
    } else {
      condition.value = decimal_of(findings_, value).value_or(Decimal());
    }
    return condition;
  }

  void read_change(const JsonNode& value, Condition& condition) {
    Fields keys(findings_, value, "a change");
    condition.value = keys.decimal("value", true).value_or(Decimal());
    condition.in = keys.word<ChangeIn>("in", true).value_or(ChangeIn::value);
    if (const JsonNode* then = keys.take("then")) {
      Fields inner(findings_, *then, "then");
      condition.then = std::make_shared<const Condition>(this->condition(inner, false));
      inner.done();
    }
    keys.done();
  }

  void read_range(const JsonNode& value, Condition& condition) {
    if (value.kind != JsonKind::array || value.items.size() != 2) {
      findings_.add(Errc::wrong_type, value.offset,
                    "\"between\" is a list of two decimals: [\"6.0\", \"6.5\"]");
      return;
    }
    condition.value = decimal_of(findings_, value.items[0]).value_or(Decimal());
    condition.upper = decimal_of(findings_, value.items[1]).value_or(Decimal());
  }

  void read_project(const JsonNode& node) {
    Fields fields(findings_, node, "a project");
    Project project;
    project.id = fields.string("id", true);
    project.name = fields.name("name");
    project.lead = fields.string("lead");
    project.with = fields.strings("with");
    project.period = fields.period("period");
    project.stages = fields.strings("stages");
    fields.list("targets", false,
                [&](const JsonNode& target) { project.targets.push_back(read_target(target)); });
    fields.list("milestones", false, [&](const JsonNode& milestone) {
      Fields keys(findings_, milestone, "a milestone");
      project.milestones.push_back({keys.name("name"), keys.date("due"), keys.decimal("weight")});
      keys.done();
    });
    project.remarks = fields.remarks();
    fields.done();
    builder_.add(std::move(project));
  }

  void read_task_group(const JsonNode& node) {
    Fields fields(findings_, node, "a task group");
    TaskGroup group;
    group.id = fields.string("id", true);
    group.number = fields.integer("number");
    group.name = fields.name("name");
    fields.list("tasks", false,
                [&](const JsonNode& task) { group.tasks.push_back(read_task(task)); });
    group.lead = fields.string("lead");
    group.with = fields.strings("with");
    group.targets = fields.strings("targets");
    group.remarks = fields.remarks();
    fields.done();
    builder_.add(std::move(group));
  }

  Task read_task(const JsonNode& node) {
    if (node.kind == JsonKind::string) return {{}, {node.text, {}}, {}, {}};
    Fields fields(findings_, node, "a task");
    Task task{fields.string("id"), fields.name("name"), fields.string("lead"), fields.date("due")};
    fields.done();
    return task;
  }

  Findings findings_;
  PlanBuilder builder_;
  std::int64_t first_key_offset_ = 0;
};

// The part of the plan that a path names; where the path leads out of the text, the last part that
// is there.
std::int64_t offset_at(const JsonNode& root, std::string_view path) {
  const JsonNode* node = &root;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    const JsonNode* next = node->find(step);
    if (node->kind == JsonKind::array) {
      std::size_t index = 0;
      for (const char digit : step) index = index * 10 + static_cast<std::size_t>(digit - '0');
      next = index < node->items.size() ? &node->items[index] : nullptr;
    }
    if (!next) break;
    node = next;
  }
  return node->offset;
}

void locate(Diagnostics& diagnostics, const JsonNode& root, std::string_view text,
            std::string_view file) {
  const Lines lines(text);
  for (Diagnostic& diagnostic : diagnostics) {
    Place& place = diagnostic.place;
    if (place.path.empty() || place.line != 0) continue;
    const LineColumn found = lines.at(offset_at(root, place.path));
    place.file = file;
    place.line = found.line;
    place.column = found.column;
  }
}

}  // namespace

Checked<Plan> read_plan(std::string_view text, std::string_view file) {
  const Result<JsonNode> root = parse_json(text);
  if (!root) {
    Findings findings(text, file);
    findings.add(root.error().code, root.error().offset, root.error().sentence);
    return {std::nullopt, findings.all()};
  }
  Checked<Plan> result = PlanReader(text, file).read(*root);
  locate(result.diagnostics, *root, text, file);
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::pair(a.place.line, a.place.column) <
                            std::pair(b.place.line, b.place.column);
                   });
  return result;
}

void locate(Diagnostics& diagnostics, std::string_view text, std::string_view file) {
  const Result<JsonNode> root = parse_json(text);
  if (root) locate(diagnostics, *root, text, file);
}

}  // namespace tiendo
