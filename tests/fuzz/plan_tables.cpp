// Any text as a table beside a plan, in the place of each list in turn: the plan is one, which is
// written with its tables and without and read back the same, or there is an error with a place in
// the table.

#include <string>

#include "finding_laws.hpp"
#include "target.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/plan_writer.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

struct List {
  std::string_view key;
  std::string_view parts;  // what stands in the file when it is not the table
};

// Its ids are those of tests/golden/errors, whose tables are seeds.
constexpr List kTop[] = {
    {"measures", R"([{"id": "ty-dong", "kind": "money", "factor": "1000000000"},
                     {"id": "percent", "kind": "share", "factor": "0.01"}])"},
    {"units", R"([{"id": "town"}, {"id": "ward", "parent": "town"}])"},
    {"indicators", R"([{"id": "output", "measure": "ty-dong", "kind": "flow", "scale": 3},
                       {"id": "poor", "measure": "percent", "kind": "level"}])"}};
constexpr List kInside[] = {{"targets", R"([{"indicator": "output", "at_least": "5"}])"},
                            {"projects", R"([{"id": "road-1", "stages": ["measured", "paid"]}])"},
                            {"task_groups", R"([{"id": "group-1", "targets": ["poor"]}])"}};

std::string member(const List& list, std::string_view table) {
  const bool beside = list.key == table;
  return ", \"" + std::string(list.key) +
         "\": " + (beside ? R"({"table": "t.csv"})" : std::string(list.parts));
}

std::string plan_with(std::string_view table) {
  std::string text = R"({"format": "tiendo-plan/1")";
  for (const List& list : kTop) text += member(list, table);
  text += R"(, "plan": {"id": "p", "unit": "town", "period": "2024")";
  for (const List& list : kInside) text += member(list, table);
  return text + "}}";
}

void require_laws(const Plan& plan, const PlanTables& tables, const TableLoader& load) {
  const std::string whole = write_plan(plan);
  const Checked<Plan> back = read_plan(whole, "written");
  require(back.value.has_value(), "what is written is read");
  require(write_plan(*back.value) == whole, "and is written the same");
  const std::string parted = write_plan(plan, tables);
  const PlanReading again = read_plan(parted, "parted", load);
  require(again.plan.value.has_value(), "a plan with its table is read");
  require(write_plan(*again.plan.value) == whole, "and is the same plan");
}

void try_list(std::string_view key, std::string_view table) {
  const TableLoader load = [&](const std::string&) -> Result<std::string> {
    return std::string(table);
  };
  const PlanReading reading = read_plan(plan_with(key), "plan", load);
  require(reading.plan.value.has_value() != has_errors(reading.plan.diagnostics),
          "a plan or an error");
  for (Diagnostic finding : reading.plan.diagnostics) {
    if (finding.place.file == "plan") continue;  // what misses a part of the table
    require(finding.place.file == "t.csv", "a finding names the table");
    finding.place.file = "text";
    fuzz::require_place(finding, table);
  }
  if (reading.plan) require_laws(*reading.plan.value, reading.tables, load);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (const List& list : kTop) try_list(list.key, text);
  for (const List& list : kInside) try_list(list.key, text);
  return 0;
}
