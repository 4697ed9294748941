// Tested by tests/unit/io/plan_reader_test.cpp, tests/golden/errors_test.cpp and the example plan.
//
// The whole file: its lists, and where in it a finding belongs.

#include "tiendo/io/plan_reader.hpp"

#include <algorithm>

#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFormat = "tiendo-plan/1";

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
    list_or_table(top, "measures", true, read_measure);
    list_or_table(top, "units", true, read_unit);
    list_or_table(top, "indicators", true, read_indicator);
    list(top, "succession", read_succession);
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

  template <class Part>
  using Reader = Part (*)(Findings&, const JsonNode&);

  template <class Part>
  void list(Fields& fields, std::string_view key, Reader<Part> reader) {
    fields.list(key, false, [&](const JsonNode& node) { builder_.add(reader(findings_, node)); });
  }

  template <class Part>
  void list_or_table(Fields& fields, std::string_view key, bool needed, Reader<Part> reader) {
    const JsonNode* value = needed ? fields.take_needed(key) : fields.take(key);
    if (value && value->kind == JsonKind::object && value->find("table")) {
      fields.unsupported(key, "tables beside the file are not yet read; give a list");
      return;
    }
    list(fields, key, reader);
  }

  void read_plan(const JsonNode& node) {
    Fields fields(findings_, node, "a plan");
    builder_.set_head(read_head(fields));
    list_or_table(fields, "targets", false, read_target);
    list(fields, "projects", read_project);
    list(fields, "task_groups", read_task_group);
    fields.done();
  }

  Findings findings_;
  PlanBuilder builder_;
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

// Drops the findings beyond kMaxFindings: first those that are no errors, if some are, as there is
// no plan then.
void keep_first(Diagnostics& findings) {
  if (findings.size() <= kMaxFindings) return;
  if (has_errors(findings)) {
    std::erase_if(findings, [](const Diagnostic& d) { return d.severity != Severity::error; });
  }
  if (findings.size() > kMaxFindings) findings.resize(kMaxFindings);
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
  keep_first(result.diagnostics);
  return result;
}

void locate(Diagnostics& diagnostics, std::string_view text, std::string_view file) {
  const Result<JsonNode> root = parse_json(text);
  if (root) locate(diagnostics, *root, text, file);
}

}  // namespace tiendo
