// Tested by tests/unit/io/part_tables_test.cpp.
//
// The columns have the names of the keys; what holds more than a cell can (breaks of a series,
// tasks, milestones, pots of capital, conditions on components) is left to the list in the file.

#include "io/part_tables.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr TableColumn text(std::string_view name) { return {name, name}; }
constexpr TableColumn needed(std::string_view name) { return {name, name, Cell::text, true}; }
constexpr TableColumn whole(std::string_view name) { return {name, name, Cell::whole}; }
constexpr TableColumn texts(std::string_view name) { return {name, name, Cell::texts}; }

constexpr TableColumn kName = {"name", "name.vi"};

constexpr TableColumn kMeasure[] = {needed("id"),    needed("kind"), kName,        text("name.vi"),
                                    text("name.en"), text("factor"), text("note"), text("source")};

constexpr TableColumn kUnit[] = {needed("id"), text("kind"),    text("parent"),
                                 kName,        text("name.vi"), text("name.en"),
                                 text("from"), text("until"),   {"codes", "codes", Cell::codes},
                                 text("note"), text("source")};

constexpr TableColumn kIndicator[] = {needed("id"),
                                      text("code"),
                                      kName,
                                      text("name.vi"),
                                      text("name.en"),
                                      text("field"),
                                      text("measure"),
                                      needed("kind"),
                                      text("of"),
                                      text("base"),
                                      text("formula"),
                                      texts("components"),
                                      text("total"),
                                      text("direction"),
                                      whole("scale"),
                                      whole("digits"),
                                      whole("percent_digits"),
                                      text("rounding"),
                                      text("time_rule"),
                                      text("unit_rule"),
                                      text("weight"),
                                      text("base_rule"),
                                      text("achievement"),
                                      text("compare"),
                                      text("near.value"),
                                      text("near.in"),
                                      text("note"),
                                      text("source")};

constexpr TableColumn kTarget[] = {needed("indicator"),
                                   text("unit"),
                                   text("project"),
                                   text("assigner"),
                                   text("layer"),
                                   text("period"),
                                   {"baseline", "baseline.value"},
                                   text("baseline.value"),
                                   text("baseline.period"),
                                   {"condition", "condition.condition", Cell::text, true},
                                   {"value", "condition.value"},
                                   {"upper", "condition.upper"},
                                   {"tolerance", "condition.tolerance"},
                                   {"in", "condition.in"},
                                   {"then.condition", "condition.then.condition"},
                                   {"then.value", "condition.then.value"},
                                   {"then.upper", "condition.then.upper"},
                                   {"then.tolerance", "condition.then.tolerance"},
                                   text("near.value"),
                                   text("near.in"),
                                   {"profile", "profile", Cell::profile},
                                   whole("projects"),
                                   {"decision", "decision.document"},
                                   text("decision.document"),
                                   text("decision.number"),
                                   text("decision.date"),
                                   text("lead"),
                                   texts("with"),
                                   text("task_group"),
                                   text("note"),
                                   text("source")};

constexpr TableColumn kProject[] = {needed("id"),
                                    kName,
                                    text("name.vi"),
                                    text("name.en"),
                                    text("investor"),
                                    text("lead"),
                                    texts("with"),
                                    text("period"),
                                    text("start"),
                                    text("finish"),
                                    whole("late_after_months"),
                                    texts("stages"),
                                    text("note"),
                                    text("source")};

constexpr TableColumn kTaskGroup[] = {
    needed("id"),  whole("number"),  kName,        text("name.vi"), text("name.en"), text("lead"),
    texts("with"), texts("targets"), text("note"), text("source")};

constexpr PartTable kParts[] = {
    {"/measures", kMeasure},      {"/units", kUnit},
    {"/indicators", kIndicator},  {"/plan/targets", kTarget, finish_target},
    {"/plan/projects", kProject}, {"/plan/task_groups", kTaskGroup},
};

}  // namespace

const PartTable* part_table(std::string_view list) {
  const auto found = std::find_if(std::begin(kParts), std::end(kParts),
                                  [list](const PartTable& part) { return part.list == list; });
  return found == std::end(kParts) ? nullptr : &*found;
}

const PlanTable* table_of(const PlanTables& tables, std::string_view list) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [list](const PlanTable& table) { return table.list == list; });
  return found == tables.end() ? nullptr : &*found;
}

bool is_table_name(std::string_view name) {
  const bool strange = std::any_of(name.begin(), name.end(), [](char c) {
    return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20;
  });
  if (strange) return false;
  for (;;) {
    const std::size_t end = name.find('/');
    const std::string_view step = name.substr(0, end);
    if (step.empty() || step == "." || step == "..") return false;
    if (end == std::string_view::npos) return true;
    name.remove_prefix(end + 1);
  }
}

std::string path_beside(std::string_view file, std::string_view name) {
  return std::string(file.substr(0, file.rfind('/') + 1)) + std::string(name);
}

}  // namespace tiendo
