// Tested by tests/unit/io/part_columns_test.cpp.
//
// A row becomes the object that would stand in a file, and is read as that. Its nodes have the
// number of their column, from 1, as their offset; the text in which findings look up a line is as
// many newlines, so that the line of a finding says which column it is about.

#include "tiendo/io/part_columns.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>

#include "io/part_path.hpp"
#include "io/plain_parts.hpp"
#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

// Lists in tables are short: more digits than this are a key, such as the year of a profile.
constexpr std::size_t kMostListDigits = 3;

bool is_position(std::string_view step) {
  return step.size() <= kMostListDigits && position_of(step);
}

// The path of a column, which may be named as in a table beside a plan: "name.vi" is "name/vi".
std::vector<std::string> path_of(std::string key) {
  if (key.find('/') == std::string::npos) std::replace(key.begin(), key.end(), '.', '/');
  return steps_of(key);
}

JsonNode node_at(JsonKind kind, std::int64_t column) {
  JsonNode node;
  node.kind = kind;
  node.offset = column;
  return node;
}

JsonNode cell_of(std::string_view text, std::int64_t column) {
  JsonNode cell = node_at(JsonKind::string, column);
  cell.text = text;
  cell.cell = true;
  return cell;
}

// The value of a key, which is null when it was not there.
JsonNode& member_of(JsonNode& object, const std::string& key, std::int64_t column) {
  for (JsonMember& member : object.members) {
    if (member.key == key) return member.value;
  }
  object.members.push_back({key, column, node_at(JsonKind::null, column)});
  return object.members.back().value;
}

// Adds a value under a path to an object, in which lists are objects for the time being. Nothing is
// added where something else stands: "name" beside "name/vi".
bool place(JsonNode& root, const std::vector<std::string>& steps, JsonNode value) {
  const std::int64_t column = value.offset;
  JsonNode* node = &root;
  for (const std::string& step : steps) {
    if (node->kind == JsonKind::null) *node = node_at(JsonKind::object, column);
    if (node->kind != JsonKind::object) return false;
    node = &member_of(*node, step, column);
  }
  if (node->kind != JsonKind::null) return false;
  // The one value of the format that is neither text nor number.
  if (steps.back() == "yes" && value.text == "true") {
    value = node_at(JsonKind::boolean, column);
    value.boolean = true;
  }
  *node = std::move(value);
  return true;
}

// An object whose keys are all positions is the list of its values in their order.
void make_lists(JsonNode& node) {
  for (JsonMember& member : node.members) make_lists(member.value);
  const bool list = !node.members.empty() &&
                    std::all_of(node.members.begin(), node.members.end(),
                                [](const JsonMember& member) { return is_position(member.key); });
  if (!list) return;
  std::stable_sort(node.members.begin(), node.members.end(),
                   [](const JsonMember& a, const JsonMember& b) {
                     return *position_of(a.key) < *position_of(b.key);
                   });
  for (JsonMember& member : node.members) node.items.push_back(std::move(member.value));
  node.members.clear();
  node.kind = JsonKind::array;
}

// One table, for one kind of part.
template <class Part>
class TableReader {
 public:
  explicit TableReader(const std::vector<PartColumn>& columns)
      : columns_(columns), lines_(columns.size() + 1, '\n') {
    for (const PartColumn& column : columns) steps_.push_back(path_of(column.key));
  }

  Checked<std::vector<Part>> read() {
    check_columns();
    if (!findings_.empty()) return {std::nullopt, std::move(findings_)};
    const std::size_t rows = columns_.empty() ? 0 : columns_[0].texts.size();
    std::vector<Part> parts;
    parts.reserve(rows);
    for (std::size_t row = 0; row < rows && findings_.size() < kMaxFindings; ++row) {
      Findings found(lines_, {});
      parts.push_back(read_object<Part>(found, object_of(row, found)));
      add(found.all(), '/' + std::to_string(row));
    }
    if (!findings_.empty()) return {std::nullopt, std::move(findings_)};
    return {std::move(parts), {}};
  }

 private:
  bool is_condition(std::size_t column) const {
    return std::is_same_v<Part, Target> && columns_[column].key == "condition";
  }
  bool is_value(std::size_t column) const {
    return std::is_same_v<Part, Target> && columns_[column].key == "value";
  }

  // Each key is one of the format, and stands once.
  void check_columns() {
    std::set<std::vector<std::string>> keys;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string path = '/' + columns_[i].key;
      if (!keys.insert(steps_[i]).second) {
        findings_.push_back({Severity::error, Errc::duplicate_column, Place{{}, path, 0, 0},
                             "the column " + in_quotes(columns_[i].key) + " stands twice"});
      }
      if (is_condition(i) || is_value(i)) continue;
      if (const std::optional<Error> fault = unknown_key<Part>(steps_[i])) {
        findings_.push_back(
            {Severity::error, Errc::unknown_key, Place{{}, path, 0, 0}, fault->sentence});
      }
    }
  }

  // The object that the row would be in a file.
  JsonNode object_of(std::size_t row, Findings& found) const {
    JsonNode object = node_at(JsonKind::object, 0);
    std::string_view condition;
    JsonNode value;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::optional<std::string_view>& text = columns_[i].texts[row];
      if (!text || text->empty()) continue;
      const auto column = static_cast<std::int64_t>(i) + 1;
      if (text->size() > kMaxTextBytes || !valid_utf8(*text)) {
        const bool long_text = text->size() > kMaxTextBytes;
        const Errc code = long_text ? Errc::text_too_long : Errc::text_encoding;
        found.add(code, column, text_of(code));
        continue;
      }
      if (is_condition(i)) {
        condition = *text;
      } else if (is_value(i)) {
        value = cell_of(*text, column);
      } else {
        put(object, steps_[i], cell_of(*text, column), found);
      }
    }
    put_condition(object, condition, std::move(value), found);
    make_lists(object);
    refuse_zero_bytes(found, object);
    return object;
  }

  static void put(JsonNode& object, const std::vector<std::string>& steps, JsonNode value,
                  Findings& found) {
    const std::int64_t column = value.offset;
    if (place(object, steps, std::move(value))) return;
    found.add(Errc::duplicate_key, column,
              in_quotes(steps.front()) + " has two values in one row, of which one is in the way");
  }

  static void put_condition(JsonNode& object, std::string_view condition, JsonNode value,
                            Findings& found) {
    const bool has_value = value.kind != JsonKind::null;
    if (condition == "yes" && !has_value) value = cell_of("true", 0);
    if (!condition.empty() && value.kind != JsonKind::null) {
      put(object, {std::string(condition)}, std::move(value), found);
    } else if (!condition.empty() || has_value) {
      found.add(Errc::missing_key, 0,
                has_value ? "a value without a condition" : "a condition without a value");
    }
  }

  void add(const Diagnostics& found, const std::string& row) {
    for (Diagnostic finding : found) {
      if (findings_.size() == kMaxFindings) return;
      const auto column = static_cast<std::size_t>(finding.place.line - 1);
      finding.place = Place{{}, column == 0 ? row : row + '/' + columns_[column - 1].key, 0, 0};
      findings_.push_back(std::move(finding));
    }
  }

  const std::vector<PartColumn>& columns_;
  std::string lines_;
  std::vector<std::vector<std::string>> steps_;
  Diagnostics findings_;
};

// A name of a column as in a table beside a plan.
std::vector<std::string> table_names_of(const std::vector<PartColumn>& columns) {
  std::vector<std::string> names;
  for (const PartColumn& column : columns) {
    names.push_back(column.key);
    std::replace(names.back().begin(), names.back().end(), '/', '.');
  }
  return names;
}

// Whether a text is one that the other reader takes as it is.
bool is_plain_text(std::string_view text) { return text.find('\0') == std::string_view::npos; }

// Adds all rows, or does nothing: where one of them is not plain, or may be at fault.
bool add_plain(const std::vector<PartColumn>& columns, PlanBuilder& builder) {
  const std::vector<std::string> names = table_names_of(columns);
  if (std::set(names.begin(), names.end()).size() != names.size()) return false;
  TargetRows read;
  PlainTargets targets({names.begin(), names.end()}, read);
  if (!targets.knows_columns()) return false;
  const std::size_t rows = columns.empty() ? 0 : columns[0].texts.size();
  std::vector<PlainField> fields(columns.size());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view text = columns[i].texts[row].value_or(std::string_view());
      if (!is_plain_text(text)) return false;
      fields[i] = {text.data() + text.size(), text.size(), text.size()};
    }
    if (!targets.take(fields)) return false;
  }
  const bool known = std::all_of(
      read.words().begin(), read.words().end(),
      [](std::string_view word) { return word.size() <= kMaxTextBytes && valid_utf8(word); });
  if (known) builder.target_rows().take(read);
  return known;
}

}  // namespace

Diagnostics add_targets(const std::vector<PartColumn>& columns, PlanBuilder& builder) {
  if (add_plain(columns, builder)) return {};
  Checked<std::vector<Target>> targets = read_parts<Target>(columns);
  if (targets) builder.add(*std::move(targets.value));
  return std::move(targets.diagnostics);
}

template <class Part>
Checked<std::vector<Part>> read_parts(const std::vector<PartColumn>& columns) {
  return TableReader<Part>(columns).read();
}

template Checked<std::vector<Measure>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<ResponsibleUnit>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<Succession>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<Indicator>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<Target>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<Project>> read_parts(const std::vector<PartColumn>&);
template Checked<std::vector<TaskGroup>> read_parts(const std::vector<PartColumn>&);

}  // namespace tiendo
