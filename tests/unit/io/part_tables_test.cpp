// A part in a row of a table is the same part as in the file: drawn at random, written as cells,
// read.

#include "io/part_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "io/part_writers.hpp"
#include "io/plan_parts.hpp"
#include "plan_dump.hpp"
#include "random_plan.hpp"

namespace tiendo {
namespace {

using Cells = std::map<std::string, std::string>;

std::string joined(const JsonNode& list) {
  std::string text;
  for (const JsonNode& item : list.items) {
    if (!text.empty()) text += "; ";
    if (item.kind == JsonKind::string) text += item.text;
    if (item.kind != JsonKind::object) continue;
    const auto day = [&](const char* key) { return item.find(key) ? item.find(key)->text : ""; };
    text += item.find("code")->text;
    if (item.find("from") || item.find("until")) text += ' ' + day("from") + ".." + day("until");
  }
  return text;
}

std::string steps(const JsonNode& profile) {
  std::string text;
  for (const JsonMember& step : profile.members) {
    text += (text.empty() ? "" : "; ") + step.key + ": " + step.value.text;
  }
  return text;
}

// The cells of an object: a point for each step into it.
void cells_of(const JsonNode& node, const std::string& column, Cells& cells) {
  switch (node.kind) {
    case JsonKind::array: cells[column] = joined(node); return;
    case JsonKind::object: break;
    default: cells[column] = node.text; return;
  }
  if (column == "profile") {
    cells[column] = steps(node);
    return;
  }
  for (const JsonMember& member : node.members) {
    cells_of(member.value, column.empty() ? member.key : column + '.' + member.key, cells);
  }
}

void rename(Cells& cells, const std::string& from, const std::string& to) {
  const auto found = cells.find(from);
  if (found == cells.end()) return;
  cells[to] = found->second;
  cells.erase(found);
}

// The cells of a condition, under "then." for a second one.
void cells_of(const Condition& condition, const std::string& prefix, Cells& cells) {
  cells[prefix + "condition"] = name_of(condition.kind);
  if (condition.kind == ConditionKind::yes) return;
  cells[prefix + "value"] = condition.value.to_string();
  if (condition.kind == ConditionKind::between)
    cells[prefix + "upper"] = condition.upper.to_string();
  if (condition.kind == ConditionKind::about) {
    cells[prefix + "tolerance"] = condition.tolerance.to_string();
  }
  if (!is_change(condition.kind)) return;
  cells["in"] = name_of(condition.in);
  if (condition.then) cells_of(*condition.then, "then.", cells);
}

// Reads the one row of a table with these cells.
template <class Part>
Part read_cells(std::string_view list, const Cells& cells,
                Part (*reader)(Findings&, const JsonNode&)) {
  std::string header;
  std::string row;
  for (const auto& [column, cell] : cells) {
    header += column + ',';
    row += csv_field(cell) + ',';
  }
  header.back() = '\n';
  row.back() = '\n';
  const std::string text = header + row;
  Findings findings(text, "t.csv");
  std::vector<Part> parts;
  read_rows(findings, text, *part_table(list),
            [&](const JsonNode& node) { parts.push_back(reader(findings, node)); });
  for (const Diagnostic& finding : findings.all())
    ADD_FAILURE() << to_string(finding) << '\n' << text;
  return parts.size() == 1 ? parts[0] : Part();
}

template <class Part>
void expect_same(std::string_view list, const JsonNode& node, const Part& part,
                 Part (*reader)(Findings&, const JsonNode&)) {
  Cells cells;
  cells_of(node, "", cells);
  EXPECT_EQ(difference(PlanDump::of(part), PlanDump::of(read_cells(list, cells, reader))), "");
}

constexpr int kDraws = 60;

TEST(PartTablesTest, MeasuresAndUnitsAreTheSameInARow) {
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    RandomParts random(seed);
    const Measure measure = random.measure();
    if (!measure.kind.empty()) {
      expect_same("/measures", write_measure(measure), measure, read_measure);
    }
    ResponsibleUnit unit = random.unit();
    for (UnitCode& code : unit.codes) code.code = random.id();
    expect_same("/units", write_unit(unit), unit, read_unit);
  }
}

TEST(PartTablesTest, IndicatorsAreTheSameInARowButForTheirBreaks) {
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    RandomParts random(seed);
    Indicator indicator = random.indicator();
    indicator.breaks.clear();
    indicator.digits = 6;  // never what it would be unsaid
    indicator.time_rule = TimeRule::mean;
    indicator.unit_rule = UnitRule::max;
    if (indicator.kind == IndicatorKind::count && !indicator.scale) indicator.scale = 1;
    if (indicator.kind == IndicatorKind::count && indicator.scale == 0) indicator.scale = 1;
    expect_same("/indicators", write_indicator(indicator, false), indicator, read_indicator);
  }
}

TEST(PartTablesTest, TargetsAreTheSameInARowButForConditionsOnComponents) {
  for (std::uint64_t seed = 0; seed < 3 * kDraws; ++seed) {
    RandomParts random(seed);
    Target target = random.target();
    while (target.condition.kind == ConditionKind::components) {
      target.condition = random.target().condition;
    }
    Cells cells;
    JsonNode node = write_target(target, {});
    std::erase_if(node.members, [&](const JsonMember& member) {
      return member.key == name_of(target.condition.kind);
    });
    cells_of(node, "", cells);
    cells_of(target.condition, "", cells);
    if (seed % 2 == 0) {  // either name of the column
      rename(cells, "decision.document", "decision");
      rename(cells, "baseline.value", "baseline");
    }
    if (target.condition.kind == ConditionKind::between && random.one_in(2)) {
      cells["value"] += ".." + cells["upper"];
      cells.erase("upper");
    }
    if (target.condition.kind == ConditionKind::yes && random.one_in(2)) cells["value"] = "true";
    const Target again = read_cells("/plan/targets", cells, read_target);
    EXPECT_EQ(difference(PlanDump::of(target), PlanDump::of(again)), "") << seed;
  }
}

TEST(PartTablesTest, ProjectsAndTaskGroupsAreTheSameInARowButForTheirLists) {
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    RandomParts random(seed);
    Project project = random.project();
    project.targets.clear();
    project.milestones.clear();
    project.capital.clear();
    expect_same("/plan/projects", write_project(project, {}), project, read_project);
    TaskGroup group = random.task_group();
    group.tasks.clear();
    expect_same("/plan/task_groups", write_task_group(group), group, read_task_group);
  }
}

// "LINE:COLUMN name" of each finding in a table of targets with these columns and rows.
std::string faults_of(const std::string& text) {
  Findings findings(text, "t.csv");
  read_rows(findings, text, *part_table("/plan/targets"),
            [&](const JsonNode& node) { (void)read_target(findings, node); });
  std::string all;
  for (const Diagnostic& finding : findings.all()) {
    if (!all.empty()) all += ' ';
    all += std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column) + ' ' +
           std::string(name_of(finding.code));
  }
  return all;
}

TEST(PartTablesTest, ACellThatTheConditionLacksOrDoesNotHaveIsAFault) {
  const struct {
    const char *columns, *row, *faults;
  } cases[] = {
      {"value", "1", ""},
      {"value", "1,5", "2:1 field_count"},
      {"value", "x", "2:12 number_syntax"},
      {"value,upper", "1,2", "2:14 condition_conflict"},
      {"value,tolerance,in", "1,2,value", "2:14 condition_conflict 2:16 condition_conflict"},
      {"value,then.condition", "1,at_most", "2:14 condition_conflict"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(
        faults_of(std::string("indicator,condition,") + c.columns + "\na,at_least," + c.row + '\n'),
        std::string(c.faults[0] == '\0' ? "" : c.faults))
        << c.row;
  }
}

TEST(PartTablesTest, EachConditionAsksForItsCells) {
  const struct {
    const char *row, *faults;  // condition,value,upper,tolerance,in,then.condition,then.value
  } cases[] = {
      {"at_least,,,,,,", "2:3 missing_key"},
      {"between,1,,,,,", "2:3 missing_key"},
      {"between,1..2,,,,,", ""},
      {"between,1..2,3,,,,", "2:16 condition_conflict"},
      {"about,1,,,,,", "2:3 missing_key"},
      {"about,1,,0.5,,,", ""},
      {"increase_by,1,,,,,", "2:3 missing_key"},
      {"increase_by,1,,,value,,", ""},
      {"increase_by,1,,,euro,,", "2:19 unknown_word"},
      {"increase_by,1,,,value,at_least,60", ""},
      {"increase_by,1,,,value,,60", "2:26 condition_missing"},
      {"increase_by,1,,,value,at_least,", "2:25 missing_key"},
      {"increase_by,1,,,value,increase_by,60", "2:25 missing_key"},
      {"yes,,,,,,", ""},
      {"yes,true,,,,,", ""},
      {"yes,no,,,,,", "2:3 wrong_type"},
      {"components,,,,,,", "2:3 wrong_type"},
      {"at_leest,1,,,,,", "2:3 unknown_word"},
      {",1,,,,,", "2:4 condition_missing"},
      {",,,,,,", ""},  // no condition at all: what the plan says
  };
  for (const auto& c : cases) {
    EXPECT_EQ(
        faults_of("indicator,condition,value,upper,tolerance,in,then.condition,then.value\na," +
                  std::string(c.row) + '\n'),
        c.faults)
        << c.row;
  }
}

TEST(PartTablesTest, ATableStandsInTheFolderOrBelow) {
  for (const char* name :
       {"units.csv", "a/units.csv", "a/b/c", "..units", "x y.csv", "đơn-vị.csv"}) {
    EXPECT_TRUE(is_table_name(name)) << name;
  }
  for (const char* name : {"", "/units.csv", "../units.csv", "a/../units.csv", "a/..",
                           "./units.csv", "a//b", "a/", "..", ".", "C:units.csv", "a\\b", "a\nb"}) {
    EXPECT_FALSE(is_table_name(name)) << name;
  }
  EXPECT_EQ(path_beside("books/2024/plan.json", "units.csv"), "books/2024/units.csv");
  EXPECT_EQ(path_beside("plan.json", "a/units.csv"), "a/units.csv");
  EXPECT_EQ(path_beside("/plan.json", "units.csv"), "/units.csv");
  EXPECT_EQ(path_beside("", "units.csv"), "units.csv");
}

TEST(PartTablesTest, WhatIsNoLargeListHasNoTable) {
  EXPECT_EQ(part_table("/succession"), nullptr);
  EXPECT_EQ(part_table("units"), nullptr);
}

}  // namespace
}  // namespace tiendo
