// Tested by tests/unit/io/part_reader_test.cpp.
//
// One object of the plan file by itself, read by the same functions as in the file.

#include "tiendo/io/part_reader.hpp"

#include <utility>

#include "io/plan_parts.hpp"

namespace tiendo {

// The lists of the plan are not keys of its head: whoever gives one there is told where it goes.
PlanHead read_head(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a plan");
  PlanHead head = read_head(fields);
  for (const std::string_view list : {"targets", "projects", "task_groups"}) {
    const JsonNode* value = fields.take(list);
    if (!value) continue;
    findings.add(Errc::unknown_key, value->offset,
                 in_quotes(list) + " are parts of their own, not keys of the head of the plan");
  }
  fields.done();
  return head;
}

template <class Part>
Checked<Part> read_part(std::string_view text, std::string_view file) {
  Findings findings(text, file);
  const Result<JsonNode> root = parse_json(text);
  if (!root) {
    findings.add(root.error().code, root.error().offset, root.error().sentence);
    return {std::nullopt, findings.all()};
  }
  refuse_zero_bytes(findings, *root);
  Part part = read_object<Part>(findings, *root);
  if (findings.any()) {
    Diagnostics all = findings.all();
    sort_by_place(all);
    return {std::nullopt, std::move(all)};
  }
  return {std::move(part), {}};
}

Checked<Plan> build_plan(const PlanBuilder& builder) {
  Checked<Plan> result = builder.build();
  for (Diagnostic& finding : result.diagnostics) finding.sentence = one_line(finding.sentence);
  return result;
}

template Checked<PlanHead> read_part(std::string_view text, std::string_view file);
template Checked<Measure> read_part(std::string_view text, std::string_view file);
template Checked<ResponsibleUnit> read_part(std::string_view text, std::string_view file);
template Checked<Succession> read_part(std::string_view text, std::string_view file);
template Checked<Indicator> read_part(std::string_view text, std::string_view file);
template Checked<Target> read_part(std::string_view text, std::string_view file);
template Checked<Project> read_part(std::string_view text, std::string_view file);
template Checked<TaskGroup> read_part(std::string_view text, std::string_view file);

}  // namespace tiendo
