// Plans of which lists stand in tables beside the file: the same plan, with places in the tables.

#include "tiendo/io/plan_tables.hpp"

#include <gtest/gtest.h>

#include <map>

#include "plan_dump.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo::plan_tables_test {
namespace {

using Files = std::map<std::string, std::string>;

TableLoader loader(const Files& files) {
  return [&files](const std::string& path) -> Result<std::string> {
    const auto found = files.find(path);
    if (found == files.end()) return error(Errc::file_unreadable, path + ": not there");
    return found->second;
  };
}

std::string places_of(const Diagnostics& findings) {
  std::string all;
  for (const Diagnostic& finding : findings) {
    all += finding.place.file + ':' + std::to_string(finding.place.line) + ':' +
           std::to_string(finding.place.column) + ' ' + std::string(name_of(finding.code)) + '\n';
  }
  return all;
}

const std::string kAllTables = R"({
  "format": "tiendo-plan/1",
  "measures": {"table": "tables/measures.csv"},
  "units": {"table": "units.csv"},
  "indicators": {"table": "indicators.csv"},
  "plan": {
    "id": "p",
    "unit": "town",
    "period": "2024",
    "declared": {"indicators": 5},
    "targets": {"table": "targets.csv"},
    "projects": {"table": "projects.csv"},
    "task_groups": {"table": "groups.csv"}
  }
}
)";

Files files() {
  return {{"books/tables/measures.csv", "id,kind,name,factor\nha,area,ha,10000\n"},
          {"books/units.csv", "id,parent\ntown,\nward,town\n"},
          {"books/indicators.csv", "id,measure,kind,scale\nland,ha,flow,3\n"},
          {"books/targets.csv",
           "indicator,unit,project,condition,value\nland,,,at_least,53.026\nland,ward,,at_most,4\n"
           "land,,road,at_least,1.5\n"},
          {"books/projects.csv", "id,stages,name.en\nroad,measured; paid,a road\n"},
          {"books/groups.csv", "id,number,targets\ng,5,land\n"}};
}

TEST(PlanTablesTest, ThePlanIsTheOneThatListsWouldMake) {
  const Files beside = files();
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  ASSERT_TRUE(reading.plan) << to_string(reading.plan.diagnostics.front());
  const Checked<Plan> lists = read_plan(R"({
    "format": "tiendo-plan/1",
    "measures": [{"id": "ha", "kind": "area", "name": "ha", "factor": "10000"}],
    "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
    "indicators": [{"id": "land", "measure": "ha", "kind": "flow", "scale": 3}],
    "plan": {"id": "p", "unit": "town", "period": "2024", "declared": {"indicators": 5},
      "targets": [{"indicator": "land", "at_least": "53.026"},
                  {"indicator": "land", "unit": "ward", "at_most": "4"},
                  {"indicator": "land", "project": "road", "at_least": "1.5"}],
      "projects": [{"id": "road", "stages": ["measured", "paid"], "name": {"en": "a road"}}],
      "task_groups": [{"id": "g", "number": 5, "targets": ["land"]}]}})",
                                        "plan.json");
  ASSERT_TRUE(lists);
  EXPECT_EQ(difference(PlanDump::of(*reading.plan.value), PlanDump::of(*lists.value)), "");
  EXPECT_EQ(write_plan(*reading.plan.value), write_plan(*lists.value));
  ASSERT_EQ(reading.tables.size(), 6U);
  EXPECT_EQ(reading.tables[0].list, "/measures");
  EXPECT_EQ(reading.tables[0].name, "tables/measures.csv");
  EXPECT_EQ(reading.tables[0].file, "books/tables/measures.csv");
  EXPECT_EQ(reading.tables[0].text, beside.at("books/tables/measures.csv"));
}

TEST(PlanTablesTest, TheCanonicalFileLeavesTheTablesWhereTheyAre) {
  const Files beside = files();
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  EXPECT_EQ(write_plan(*reading.plan.value, reading.tables), kAllTables);
}

TEST(PlanTablesTest, AWarningOfThePlanHasItsPlaceInTheFile) {
  const Files beside = files();
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  EXPECT_EQ(places_of(reading.plan.diagnostics), "books/plan.json:10:32 declared_count\n");
}

TEST(PlanTablesTest, FindingsHaveTheirPlaceInTheTableAndTheOrderOfTheTexts) {
  Files beside = files();
  beside["books/units.csv"] = "id,until,parent\ntown,,\nward,2024-01-01,village\n";
  beside["books/indicators.csv"] = "id,measure,kind,scale\nland,m2,flow,3\n";
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  EXPECT_FALSE(reading.plan);
  EXPECT_EQ(places_of(reading.plan.diagnostics),
            "books/plan.json:10:32 declared_count\n"
            "books/units.csv:3:17 unknown_unit\n"
            "books/indicators.csv:2:6 unknown_measure\n"
            "books/targets.csv:3:6 unit_not_valid\n");
}

TEST(PlanTablesTest, FaultsOfFormAreNamedInEveryTableAtOnce) {
  Files beside = files();
  beside["books/units.csv"] = "id,until\ntown,2024-02-30\n\"ward\n";
  beside["books/targets.csv"] =
      "indicator,condition,value\nland,at_least,\"53,026\"\nland,most,1\n";
  beside.erase("books/groups.csv");
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  EXPECT_EQ(places_of(reading.plan.diagnostics),
            "books/plan.json:13:30 table_unreadable\n"
            "books/units.csv:2:6 date_not_real\n"
            "books/units.csv:3:1 csv_syntax\n"
            "books/targets.csv:2:15 number_syntax\n"
            "books/targets.csv:3:6 unknown_word\n");
  EXPECT_EQ(reading.plan.diagnostics[0].sentence, "books/groups.csv: not there");
}

TEST(PlanTablesTest, AFindingMadeLaterIsPlacedInTheTable) {
  const Files beside = files();
  const PlanReading reading = read_plan(kAllTables, "books/plan.json", loader(beside));
  Diagnostics later;
  for (const char* path : {"/plan/targets/1/at_most", "/plan/targets/2", "/plan/id", "/units/7"}) {
    later.push_back({Severity::warning, Errc::growth_against_level, Place{{}, path, 0, 0}, "s"});
  }
  locate(later, kAllTables, "books/plan.json", reading.tables);
  EXPECT_EQ(places_of(later),
            "books/targets.csv:3:20 growth_against_level\n"
            "books/targets.csv:4:1 growth_against_level\n"
            "books/plan.json:7:11 growth_against_level\n"
            "books/plan.json:4:12 growth_against_level\n");
}

TEST(PlanTablesTest, NoTableIsLoadedFromElsewhereOrWithoutALoader) {
  bool asked = false;
  const TableLoader load = [&](const std::string&) -> Result<std::string> {
    asked = true;
    return std::string("id\n");
  };
  const auto with = [](const std::string& name) {
    return R"({"format": "tiendo-plan/1", "measures": [], "indicators": [],
      "plan": {"id": "p", "period": "2024"}, "units": {"table": ")" +
           name + "\"}}";
  };
  for (const char* name : {"/etc/units.csv", "../units.csv", "a/../../units.csv", ""}) {
    const PlanReading reading = read_plan(with(name), "plan.json", load);
    EXPECT_EQ(places_of(reading.plan.diagnostics), "plan.json:2:65 table_path\n") << name;
  }
  EXPECT_FALSE(asked);
  EXPECT_TRUE(read_plan(with("units.csv"), "plan.json", load).plan);
  EXPECT_TRUE(asked);
  EXPECT_EQ(places_of(read_plan(with("units.csv"), "plan.json").diagnostics),
            "plan.json:2:65 table_unreadable\n");
}

TEST(PlanTablesTest, AReferenceHasOneKey) {
  const PlanReading reading = read_plan(
      R"({"format": "tiendo-plan/1", "measures": [], "indicators": [], "units": {"table": 1, "rows": 2},
      "plan": {"id": "p", "period": "2024"}})",
      "plan.json", TableLoader());
  EXPECT_EQ(places_of(reading.plan.diagnostics),
            "plan.json:1:82 wrong_type\nplan.json:1:85 unknown_key\n");
}

}  // namespace
}  // namespace tiendo::plan_tables_test
