// Tested by tests/unit/io/plan_reader_test.cpp, tests/golden/cases_test.cpp and the example plan.
//
// The whole file: its lists, and where in it a finding belongs.

#include "tiendo/io/plan_reader.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <type_traits>

#include "io/memory_guard.hpp"
#include "io/part_tables.hpp"
#include "io/plain_parts.hpp"
#include "io/plan_parts.hpp"
#include "io/sixteen.hpp"
#include "tiendo/io/part_reader.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kFormat = "tiendo-plan/1";

// What reads the plain rows of a table; nothing does for most of them.
template <class Part>
struct PlainParts : NoPlainParts {
  PlainParts(const std::vector<std::string_view>&, PlanBuilder&) {}
};
template <>
struct PlainParts<Target> : PlainTargets {
  using PlainTargets::PlainTargets;
};
template <>
struct PlainParts<ResponsibleUnit> : PlainUnits {
  using PlainUnits::PlainUnits;
};

class PlanReader {
 public:
  PlanReader(std::string_view text, std::string_view file, const TableLoader& load, Watch& watch)
      : findings_(text, file), file_(file), load_(load), watch_(watch) {}

  PlanReading read(const JsonNode& root) {
    refuse_zero_bytes(findings_, root);
    Fields top(findings_, root, "a plan file");
    if (const JsonNode* format = top.take("format", JsonKind::string, true);
        format && format->text != kFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kFormat));
    }
    list_or_table(top, "/measures", true, read_measure);
    list_or_table(top, "/units", true, read_unit);
    list_or_table(top, "/indicators", true, read_indicator);
    list(top, "succession", read_succession);
    if (const JsonNode* plan = top.take_needed("plan")) read_plan(*plan);
    top.done();
    if (watch_.stopped()) return {{std::nullopt, ended(Errc::cancelled, file_)}, {}};
    Checked<Plan> plan{std::nullopt, all_findings()};
    if (plan.diagnostics.empty()) {
      plan = build_plan(std::move(builder_), watch_.threads());
    }
    return {std::move(plan), std::move(tables_)};
  }

 private:
  // Those of the file, then those of its tables.
  Diagnostics all_findings() {
    Diagnostics all = findings_.all();
    all.insert(all.end(), in_tables_.begin(), in_tables_.end());
    return all;
  }

  // About how many rows a table has, of which none is shorter than its ids and its condition.
  static std::size_t rows_of(std::string_view table) {
    constexpr std::size_t kLeastBytes = 16;
    return std::min(tiendo::count_of(table, '\n'), table.size() / kLeastBytes);
  }

  // Room for more units is had when there are as many.
  static constexpr std::size_t kUnitsExpected = 16384;

  template <class Part>
  using Reader = Part (*)(Findings&, const JsonNode&);

  template <class Part>
  void list(Fields& fields, std::string_view key, Reader<Part> reader) {
    fields.list(key, false, [&](const JsonNode& node) {
      if (watch_.ticks_on(0)) builder_.add(reader(findings_, node));
    });
  }

  template <class Part>
  void list_or_table(Fields& fields, std::string_view path, bool needed, Reader<Part> reader) {
    const std::string_view key = path.substr(path.rfind('/') + 1);
    const JsonNode* value = needed ? fields.take_needed(key) : fields.take(key);
    if (!value || !value->find("table")) return list(fields, key, reader);
    Fields reference(findings_, *value, "a table");
    const JsonNode* name = reference.take("table", JsonKind::string);
    reference.done();
    if (name) read_table(path, *name, reader);
  }

  // The rows, where the table can be loaded.
  template <class Part>
  void read_table(std::string_view path, const JsonNode& name, Reader<Part> reader) {
    PlanTable table{std::string(path), name.text, path_beside(file_, name.text), {}};
    if (!is_table_name(name.text)) {
      findings_.add(Errc::table_path, name.offset,
                    in_quotes(name.text) + ": " + std::string(text_of(Errc::table_path)));
      return;
    }
    Result<std::string> text = load_ ? load_(table.file) : error(Errc::table_unreadable);
    if (!text) {
      findings_.add(Errc::table_unreadable, name.offset, text.error().sentence);
      return;
    }
    table.text = *std::move(text);
    watch_.begin(Phase::reading_plan, static_cast<std::int64_t>(table.text.size()));
    if constexpr (std::is_same_v<Part, Target>) builder_.expect_targets(rows_of(table.text));
    if constexpr (std::is_same_v<Part, ResponsibleUnit>) {
      builder_.units().reserve(std::min(rows_of(table.text), kUnitsExpected));
    }
    Findings findings(table.text, table.file);
    read_rows(
        findings, table.text, *part_table(path),
        [&](const JsonNode& row) { builder_.add(reader(findings, row)); },
        [&](const std::vector<std::string_view>& columns) {
          return PlainParts<Part>(columns, builder_);
        },
        &watch_);
    watch_.goes_on(static_cast<std::int64_t>(table.text.size()));
    in_tables_.insert(in_tables_.end(), findings.all().begin(), findings.all().end());
    tables_.push_back(std::move(table));
  }

  void read_plan(const JsonNode& node) {
    Fields fields(findings_, node, "a plan");
    builder_.set_head(read_head(fields));
    list_or_table(fields, "/plan/targets", false, read_target);
    list_or_table(fields, "/plan/projects", false, read_project);
    list_or_table(fields, "/plan/task_groups", false, read_task_group);
    fields.done();
  }

  Findings findings_;
  std::string_view file_;
  const TableLoader& load_;
  Watch& watch_;
  PlanBuilder builder_;
  PlanTables tables_;
  Diagnostics in_tables_;
};

// The number that the text begins with, up to the mark.
std::size_t number_before(std::string_view text, char mark) {
  std::size_t number = 0;
  for (const char digit : text.substr(0, text.find(mark))) {
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  return number;
}

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
      const std::size_t index = number_before(step, '/');
      next = index < node->items.size() ? &node->items[index] : nullptr;
    }
    if (!next) break;
    node = next;
  }
  return node->offset;
}

// Puts the place of a part into the finding; the text is that of the whole file.
class Locator {
 public:
  Locator(std::string_view text, std::string_view file) : lines_(text), file_(file) {}

  void place(Diagnostic& finding, const JsonNode& root, std::string_view path) const {
    const LineColumn found = lines_.at(offset_at(root, path));
    finding.place.file = file_;
    finding.place.line = found.line;
    finding.place.column = found.column;
  }

 private:
  Lines lines_;
  std::string_view file_;
};

bool to_be_located(const Diagnostic& finding) {
  return finding.place.path.starts_with('/') && finding.place.line == 0;
}

// The path behind "/units/": "3/parent"; empty where the list is another.
std::string_view path_in_list(std::string_view path, std::string_view list) {
  if (!path.starts_with(list)) return {};
  path.remove_prefix(list.size());
  return path.starts_with('/') ? path.substr(1) : std::string_view();
}

// Passes over the rows that nothing is wanted of.
struct UnwantedRows {
  static constexpr bool kInParts = false;

  const std::multimap<std::size_t, Diagnostic*>& wanted;
  std::size_t& number;

  bool take(const PlainRow&) {
    if (wanted.contains(number)) return false;
    ++number;
    return true;
  }
};

// Findings in the rows of a table; the rows are read again, and the right ones
// looked at.
void locate(Diagnostics& diagnostics, const PlanTable& table) {
  std::multimap<std::size_t, Diagnostic*> wanted;
  for (Diagnostic& finding : diagnostics) {
    const std::string_view path = path_in_list(finding.place.path, table.list);
    if (!path.empty() && to_be_located(finding)) wanted.emplace(number_before(path, '/'), &finding);
  }
  if (wanted.empty()) return;
  const Locator locator(table.text, table.file);
  Findings unheard(table.text, table.file);
  std::size_t number = 0;
  const auto place = [&](const JsonNode& row) {
    const auto [first, last] = wanted.equal_range(number++);
    for (auto each = first; each != last; ++each) {
      const std::string_view path = path_in_list(each->second->place.path, table.list);
      locator.place(*each->second, row, path.substr(std::min(path.find('/'), path.size())));
    }
  };
  read_rows(unheard, table.text, *part_table(table.list), place, [&](const auto&) {
    return UnwantedRows{wanted, number};
  });
}

void locate(Diagnostics& diagnostics, const JsonNode& root, std::string_view text,
            std::string_view file, const PlanTables& tables) {
  for (const PlanTable& table : tables) locate(diagnostics, table);
  const Locator locator(text, file);
  for (Diagnostic& finding : diagnostics) {
    if (to_be_located(finding)) locator.place(finding, root, finding.place.path);
  }
}

// In the order of the texts: the plan file, then its tables.
void sort(Diagnostics& diagnostics, const PlanTables& tables) {
  const auto key = [&](const Diagnostic& finding) {
    const auto table = std::find_if(tables.begin(), tables.end(), [&](const PlanTable& one) {
      return one.file == finding.place.file;
    });
    const auto text = table == tables.end() ? 0 : table - tables.begin() + 1;
    return std::tuple(text, finding.place.line, finding.place.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
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

PlanReading read_watched(std::string_view text, std::string_view file, const TableLoader& load,
                         Watch& watch) {
  if (!watch.begin(Phase::reading_plan, static_cast<std::int64_t>(text.size()))) {
    return {{std::nullopt, ended(Errc::cancelled, file)}, {}};
  }
  const Result<JsonNode> root = parse_json(text);
  if (!root) {
    Findings findings(text, file);
    findings.add(root.error().code, root.error().offset, root.error().sentence);
    return {{std::nullopt, findings.all()}, {}};
  }
  PlanReading result = PlanReader(text, file, load, watch).read(*root);
  locate(result.plan.diagnostics, *root, text, file, result.tables);
  sort(result.plan.diagnostics, result.tables);
  keep_first(result.plan.diagnostics);
  return result;
}

}  // namespace

PlanReading read_plan(std::string_view text, std::string_view file, const TableLoader& load,
                      const Run& run) {
  return guarded_reading(
      file,
      [&] {
        Watch watch(run);
        return read_watched(text, file, load, watch);
      },
      [](Diagnostics finding) {
        return PlanReading{{std::nullopt, std::move(finding)}, {}};
      });
}

Checked<Plan> read_plan(std::string_view text, std::string_view file, const Run& run) {
  return read_plan(text, file, TableLoader(), run).plan;
}

void locate(Diagnostics& diagnostics, std::string_view text, std::string_view file,
            const PlanTables& tables) {
  const Result<JsonNode> root = parse_json(text);
  if (root) locate(diagnostics, *root, text, file, tables);
}

}  // namespace tiendo
