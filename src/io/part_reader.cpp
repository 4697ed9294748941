// Tested by tests/unit/io/part_reader_test.cpp.
//
// One object of the plan file by itself, read by the same functions as in the file.

#include "tiendo/io/part_reader.hpp"

#include <map>
#include <utility>

#include "io/part_path.hpp"
#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

// The paths of the keys and values of a part, by where they begin in its text.
class Paths {
 public:
  Paths(std::string_view text, const JsonNode& part) : lines_(text) { add(part, {}); }

  // Whoever made the text by a program has not seen its columns.
  void say_in(Diagnostic& finding) const {
    const auto found = paths_.find({finding.place.line, finding.place.column});
    if (found != paths_.end()) finding.place.path = found->second;
  }

 private:
  void begins(std::int64_t offset, const std::string& path) {
    const LineColumn at = lines_.at(offset);
    paths_[{at.line, at.column}] = path;
  }

  void add(const JsonNode& node, const std::string& path) {
    begins(node.offset, path);
    for (const JsonMember& member : node.members) {
      begins(member.offset, path + '/' + step_of(member.key));
      add(member.value, path + '/' + step_of(member.key));
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      add(node.items[i], path + '/' + std::to_string(i));
    }
  }

  Lines lines_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::string> paths_;
};

}  // namespace

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
    const Paths paths(text, *root);
    for (Diagnostic& finding : all) paths.say_in(finding);
    return {std::nullopt, std::move(all)};
  }
  return {std::move(part), {}};
}

namespace {

Checked<Plan> with_short_sentences(Checked<Plan> result) {
  for (Diagnostic& finding : result.diagnostics) finding.sentence = one_line(finding.sentence);
  return result;
}

}  // namespace

Checked<Plan> build_plan(const PlanBuilder& builder, unsigned threads) {
  return with_short_sentences(builder.build(threads));
}

Checked<Plan> build_plan(PlanBuilder&& builder, unsigned threads) {
  return with_short_sentences(std::move(builder).build(threads));
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
