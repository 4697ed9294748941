// The canonical form of a plan, and that nothing is lost on the way there and back.

#include "tiendo/io/plan_writer.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "plan_dump.hpp"
#include "plan_texts.hpp"
#include "random_plan.hpp"
#include "tiendo/io/file.hpp"

namespace tiendo {
namespace {

// Writes, reads and writes again: the plan is the same in every field, the text byte for byte.
void expect_round_trip(const Plan& plan, const std::string& what) {
  const std::string text = write_plan(plan);
  const Checked<Plan> again = read_plan(text, "written.json");
  ASSERT_TRUE(again) << what << ": " << to_string(again.diagnostics.front()) << '\n' << text;
  EXPECT_EQ(difference(PlanDump::of(plan), PlanDump::of(*again.value)), "") << what;
  EXPECT_EQ(write_plan(*again.value), text) << what;
}

TEST(PlanWriterTest, AllPlansOfTheRepositoryRoundTrip) {
  int plans = 0;
  for (const char* folder : {"docs/examples", "tests/golden"}) {
    const std::filesystem::path top = std::filesystem::path(TIENDO_SOURCE_DIR) / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
      const std::string name = entry.path().filename().string();
      if (name != "plan.json" && !name.ends_with(".plan.json")) continue;
      const Checked<Plan> plan = read_plan(*read_file(entry.path().string()), name);
      if (!plan) continue;  // one of the faulty ones
      expect_round_trip(*plan.value, entry.path().string());
      ++plans;
    }
  }
  EXPECT_GE(plans, 3);
}

TEST(PlanWriterTest, PlansDrawnAtRandomRoundTrip) {
  PlanDump all;
  int plans = 0;
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    const std::optional<Plan> plan = random_plan(seed);
    if (!plan) continue;
    expect_round_trip(*plan, "seed " + std::to_string(seed));
    all.add("", "", *plan);
    ++plans;
  }
  EXPECT_GE(plans, 110);
  // Whatever a plan may hold is there in some and not, or otherwise, in others; but for what is
  // filled in, what is drawn alike in each, and what is not evaluated.
  const std::set<std::string> same = {
      "Indicator.digits",  "Indicator.time_rule", "Indicator.unit_rule", "Target.period",
      "Head.id",           "Head.period",         "Plan.indicators",     "Plan.measures",
      "Capital.indicator", "Target.task_group",   "Target.profile",      "Indicator.formula",
      "Indicator.weight"};
  for (const auto& [field, values] : all.seen) {
    EXPECT_EQ(values.size() > 1, !same.contains(field)) << field << ": " << *values.begin();
  }
  EXPECT_EQ(all.seen["Condition.kind"].size(), 11U);
}

// Every wording and layer in one small file, and nothing that need not be said.
TEST(PlanWriterTest, TheFormIsCanonical) {
  const Plan plan = read(R"({
    "plan": {"targets": [
        {"at_least": 12.40, "unit": "town", "assigner": "town", "period": "2024", "indicator": "land",
         "layer": "assigned", "note": "n", "decision": {"document": "NQ"}},
        {"indicator": "poor", "unit": "ward", "assigner": "ward", "period": "2024-6M", "with": [],
         "between": [1, "2.50"], "baseline": {"value": 3}}],
      "projects": [{"id": "road", "targets": [
        {"indicator": "land", "unit": "town", "increase_by": {"in": "percent", "value": "4",
         "then": {"at_least": "60"}}}]}],
      "task_groups": [{"id": "g", "tasks": [{"name": "làm"}, {"name": {"en": "do"}}]}],
      "period": "2024", "unit": "town", "id": "p", "basis": []},
    "indicators": [
      {"id": "land", "measure": "ha", "kind": "flow", "direction": "more", "digits": 2,
       "time_rule": "sum", "unit_rule": "sum", "rounding": "half_up", "percent_digits": 1},
      {"id": "poor", "name": {"vi": "hộ nghèo"}, "measure": "percent", "kind": "level", "scale": 2, "digits": 1,
       "unit_rule": "none"}],
    "units": [{"id": "town"}, {"id": "ward", "parent": "town", "codes": [{"code": "1"}]}],
    "measures": [{"id": "ha", "kind": "area", "factor": 1}, {"id": "percent", "kind": "share", "factor": "0.010"}],
    "format": "tiendo-plan/1", "succession": []})");
  EXPECT_EQ(write_plan(plan), R"({
  "format": "tiendo-plan/1",
  "measures": [
    {"id": "ha", "kind": "area"},
    {"id": "percent", "kind": "share", "factor": "0.010"}
  ],
  "units": [
    {"id": "town"},
    {"id": "ward", "parent": "town", "codes": [{"code": "1"}]}
  ],
  "indicators": [
    {"id": "land", "measure": "ha", "kind": "flow"},
    {"id": "poor", "name": "hộ nghèo", "measure": "percent", "kind": "level", "scale": 2, "digits": 1}
  ],
  "plan": {
    "id": "p",
    "unit": "town",
    "period": "2024",
    "targets": [
      {"indicator": "land", "at_least": "12.40", "decision": "NQ", "note": "n"},
      {
        "indicator": "poor",
        "unit": "ward",
        "assigner": "ward",
        "period": "2024-H1",
        "baseline": "3",
        "between": ["1", "2.50"]
      }
    ],
    "projects": [
      {
        "id": "road",
        "targets": [{"indicator": "land", "increase_by": {"value": "4", "in": "percent", "then": {"at_least": "60"}}}]
      }
    ],
    "task_groups": [
      {"id": "g", "tasks": ["làm", {"name": {"en": "do"}}]}
    ]
  }
}
)");
}

TEST(PlanWriterTest, ListsThatMustBeThereAreThereWhenEmpty) {
  PlanBuilder builder;
  PlanHead head;
  head.id = "p";
  builder.set_head(head);
  EXPECT_EQ(write_plan(*builder.build().value), R"({
  "format": "tiendo-plan/1",
  "measures": [],
  "units": [],
  "indicators": [],
  "plan": {
    "id": "p",
    "period": "1970"
  }
}
)");
}

// The parts of a plan: each line of a list, whichever part it is.
TEST(PlanWriterTest, APartIsTheLineThatStandsInTheFile) {
  const Plan plan = read(plan_text(
      R"(, "targets": [{"indicator": "land", "at_least": "1", "unit": "town"}],
      "projects": [{"id": "road", "targets": [{"indicator": "land", "at_most": "2"}]}],
      "task_groups": [{"id": "g"}])"));
  EXPECT_EQ(write_part(plan, plan.measures()[0]),
            R"({"id": "ha", "kind": "area", "factor": "10000"})");
  EXPECT_EQ(write_part(plan, plan.units()[1]), R"({"id": "ward", "parent": "town"})");
  EXPECT_EQ(write_part(plan, plan.indicators()[1]),
            R"({"id": "poor", "measure": "percent", "kind": "level"})");
  EXPECT_EQ(write_part(plan, plan.targets()[0]), R"({"indicator": "land", "at_least": "1"})");
  EXPECT_EQ(write_part(plan, plan.targets()[1]),
            R"({"indicator": "land", "project": "road", "at_most": "2"})");
  EXPECT_EQ(write_part(plan, plan.projects()[0]),
            R"({"id": "road", "targets": [{"indicator": "land", "at_most": "2"}]})");
  EXPECT_EQ(write_part(plan, plan.task_groups()[0]), R"({"id": "g"})");
  Succession event;
  event.on = *Date::parse("2025-07-01");
  event.from = {"ward"};
  EXPECT_EQ(write_part(plan, event), R"({"on": "2025-07-01", "from": ["ward"], "to": []})");
}

// Only a program can say both; the file then names the plan's own unit too.
TEST(PlanWriterTest, DeclaredNumbersOfThePlanAndOfAssignersStandTogether) {
  const Plan plan = read(plan_text(""));
  PlanBuilder builder;
  PlanHead head = plan.head();
  head.declared.indicators = 7;
  head.declared.indicators_of = {{"ward", 3}};
  builder.set_head(head);
  for (const ResponsibleUnit& unit : plan.units()) builder.add(unit);
  EXPECT_NE(write_plan(*builder.build().value)
                .find(R"("declared": {"indicators": {"town": 7, "ward": 3}})"),
            std::string::npos);
}

}  // namespace
}  // namespace tiendo
