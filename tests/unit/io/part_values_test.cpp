// Values of parts by the keys of the format: nothing unsaid, nothing lost, unknown keys named.

#include "tiendo/io/part_values.hpp"

#include <gtest/gtest.h>

#include "plan_dump.hpp"
#include "plan_texts.hpp"
#include "random_plan.hpp"
#include "tiendo/io/part_reader.hpp"

namespace tiendo {
namespace {

// A plan with a bit of everything; its second unit has an id with a slash.
Plan rich_plan() {
  return read(R"({"format": "tiendo-plan/1",
    "measures": [{"id": "ha", "kind": "area"}, {"id": "percent", "kind": "share", "factor": "0.01"}],
    "units": [{"id": "town", "name": {"en": "Town"}, "until": "2025-07-01",
               "codes": [{"code": "1", "from": "2020-01-01"}, {"code": "2"}]},
              {"id": "ward/1", "name": "Phường", "parent": "town"}],
    "indicators": [{"id": "land", "measure": "ha", "kind": "flow", "scale": 3},
                   {"id": "poor", "measure": "percent", "kind": "level"},
                   {"id": "rate", "measure": "percent", "kind": "ratio"}],
    "plan": {"id": "p", "unit": "town", "period": "2024", "name": "Kế hoạch", "basis": ["a", "b"],
      "declared": {"indicators": {"town": 1, "ward/1": 1}},
      "targets": [{"indicator": "land", "at_least": "53.026", "decision": "NQ", "baseline": "3.50"},
                  {"indicator": "poor", "unit": "ward/1", "assigner": "ward/1", "period": "2024-6M",
                   "between": ["1", "2.50"]}],
      "projects": [{"id": "road", "stages": ["paid"], "milestones": [{"id": "m", "name": "mốc",
                    "due": "2024-03-31"}], "targets": [{"indicator": "land", "equal": "1"}]}],
      "task_groups": [{"id": "g", "number": 3, "tasks": ["làm", {"name": {"en": "do"}, "with":
                       ["town"]}]}]}})");
}

std::string text(const Result<std::string>& result) {
  return result ? *result : std::string(name_of(result.error().code));
}

TEST(PartValuesTest, ReadsEachKindOfValueByItsPath) {
  const Plan plan = rich_plan();
  const auto unit = [&](std::string_view path) {
    return text(value_at(plan, plan.units()[0], path));
  };
  EXPECT_EQ(unit("id"), "town");
  EXPECT_EQ(unit("name/en"), "Town");
  EXPECT_EQ(unit("until"), "2025-07-01");
  EXPECT_EQ(unit("codes/0/from"), "2020-01-01");
  EXPECT_EQ(unit("codes/1"), R"({"code": "2"})");
  EXPECT_EQ(unit("codes/1/from"), "");  // absent
  EXPECT_EQ(unit("codes/2/from"), "");
  EXPECT_EQ(unit("parent"), "");
  EXPECT_EQ(unit("name"), R"({"en": "Town"})");
  const auto group = [&](std::string_view path) {
    return text(value_at(plan, plan.task_groups()[0], path));
  };
  EXPECT_EQ(group("number"), "3");
  EXPECT_EQ(group("tasks/0/name/vi"), "làm");
  EXPECT_EQ(group("tasks/1/with/0"), "town");
  const auto project = [&](std::string_view path) {
    return text(value_at(plan, plan.projects()[0], path));
  };
  EXPECT_EQ(project("milestones/0/due"), "2024-03-31");
  EXPECT_EQ(project("milestones/0/name/vi"), "mốc");
  EXPECT_EQ(project("targets/0/assigner"), "town");
  EXPECT_EQ(project("targets/0/layer"), "assigned");
  EXPECT_EQ(text(value_at(plan, plan.head(), "basis/1")), "b");
  EXPECT_EQ(text(value_at(plan, plan.head(), "name/vi")), "Kế hoạch");
}

TEST(PartValuesTest, WhatAPlanFillsInIsThere) {
  const Plan plan = rich_plan();
  const auto target = [&](std::size_t at, std::string_view path) {
    return text(value_at(plan, plan.targets()[at], path));
  };
  EXPECT_EQ(target(0, "unit"), "town");
  EXPECT_EQ(target(0, "assigner"), "town");
  EXPECT_EQ(target(0, "period"), "2024");
  EXPECT_EQ(target(0, "layer"), "assigned");
  EXPECT_EQ(target(0, "decision/document"), "NQ");
  EXPECT_EQ(target(0, "baseline/value"), "3.50");
  EXPECT_EQ(target(0, "condition"), "at_least");
  EXPECT_EQ(target(0, "at_least"), "53.026");
  EXPECT_EQ(target(0, "at_most"), "");
  EXPECT_EQ(target(1, "assigner"), "ward/1");
  EXPECT_EQ(target(1, "period"), "2024-H1");
  EXPECT_EQ(target(1, "between/1"), "2.50");
  EXPECT_EQ(target(1, "between"), R"(["1", "2.50"])");
  EXPECT_EQ(target(2, "project"), "road");
  const auto indicator = [&](std::size_t at, std::string_view path) {
    return text(value_at(plan, plan.indicators()[at], path));
  };
  EXPECT_EQ(indicator(0, "digits"), "3");
  EXPECT_EQ(indicator(0, "time_rule"), "sum");
  EXPECT_EQ(indicator(0, "of"), "");
  EXPECT_EQ(indicator(1, "scale"), "");
  EXPECT_EQ(indicator(1, "digits"), "2");
  EXPECT_EQ(indicator(1, "unit_rule"), "none");
  EXPECT_EQ(indicator(2, "of"), "flow");
  EXPECT_EQ(indicator(2, "direction"), "more");
  EXPECT_EQ(indicator(2, "rounding"), "half_up");
  EXPECT_EQ(indicator(2, "percent_digits"), "1");
  EXPECT_EQ(text(value_at(plan, plan.measures()[0], "factor")), "1");
}

TEST(PartValuesTest, CountsValuesAndNamesKeys) {
  const Plan plan = rich_plan();
  const ResponsibleUnit& unit = plan.units()[0];
  EXPECT_EQ(*count_at(plan, unit, "codes"), 2U);
  EXPECT_EQ(*count_at(plan, unit, "codes/0"), 2U);
  EXPECT_EQ(*count_at(plan, unit, "id"), 1U);
  EXPECT_EQ(*count_at(plan, unit, "parent"), 0U);
  EXPECT_EQ(*count_at(plan, unit, ""), 4U);
  EXPECT_EQ(text(key_at(plan, unit, "", 3)), "codes");
  EXPECT_EQ(text(key_at(plan, unit, "", 4)), "");
  EXPECT_EQ(text(key_at(plan, unit, "codes", 0)), "");
  EXPECT_EQ(*count_at(plan, plan.targets()[0], "condition"), 1U);
  EXPECT_EQ(text(key_at(plan, plan.targets()[0], "condition", 0)), "");
}

TEST(PartValuesTest, ASlashWithinAKeyIsEscaped) {
  const Plan plan = rich_plan();
  EXPECT_EQ(text(key_at(plan, plan.head(), "declared/indicators", 1)), "ward~11");
  EXPECT_EQ(text(value_at(plan, plan.head(), "declared/indicators/ward~11")), "1");
}

TEST(PartValuesTest, AKeyThatTheFormatDoesNotHaveIsNamed) {
  const Plan plan = rich_plan();
  for (const char* path : {"prent", "name/fr", "codes/0/cod", "codes/7/cod", "/", "id/"}) {
    const bool known = std::string_view(path) == "id/";  // an id has no keys at all
    EXPECT_EQ(text(value_at(plan, plan.units()[0], path)), known ? "" : "unknown_key") << path;
  }
  EXPECT_NE(value_at(plan, plan.units()[0], "prent").error().sentence.find("\"parent\""),
            std::string::npos);
  EXPECT_EQ(count_at(plan, plan.targets()[0], "atleast").error().code, Errc::unknown_key);
  EXPECT_EQ(key_at(plan, plan.targets()[0], "baseline/vaule", 0).error().code, Errc::unknown_key);
  EXPECT_EQ(text(value_at(plan, plan.head(), "targets")), "unknown_key");
  EXPECT_EQ(text(value_at(plan, plan.measures()[0], "unit")), "unknown_key");
}

// A plan of the parts that value_at() writes, read one by one.
Checked<Plan> rebuilt(const Plan& plan) {
  PlanBuilder builder;
  const auto add_all = [&](const auto& parts, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      using Part = std::decay_t<decltype(parts[i])>;
      Checked<Part> part = read_part<Part>(*value_at(plan, parts[i], ""), {});
      for (const Diagnostic& finding : part.diagnostics) ADD_FAILURE() << to_string(finding);
      builder.add(*std::move(part.value));
    }
  };
  builder.set_head(*read_part<PlanHead>(*value_at(plan, plan.head(), ""), {}).value);
  std::size_t own = plan.targets().size();
  for (const Project& project : plan.projects()) own -= project.targets.size();
  add_all(plan.measures(), plan.measures().size());
  add_all(plan.units(), plan.units().size());
  add_all(plan.indicators(), plan.indicators().size());
  add_all(plan.targets(), own);
  add_all(plan.projects(), plan.projects().size());
  add_all(plan.task_groups(), plan.task_groups().size());
  add_all(plan.succession(), plan.succession().size());
  return builder.build();
}

TEST(PartValuesTest, NothingIsLostBetweenAPlanItsPartsAndItsBuilder) {
  int plans = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::optional<Plan> plan = random_plan(seed);
    if (!plan) continue;
    ++plans;
    const Checked<Plan> parts = rebuilt(*plan);
    ASSERT_TRUE(parts) << seed << ": " << to_string(parts.diagnostics.front());
    EXPECT_EQ(difference(PlanDump::of(*plan), PlanDump::of(*parts.value)), "") << seed;
    const Checked<Plan> again = PlanBuilder(*plan).build();
    ASSERT_TRUE(again) << seed << ": " << to_string(again.diagnostics.front());
    EXPECT_EQ(difference(PlanDump::of(*plan), PlanDump::of(*again.value)), "") << seed;
  }
  EXPECT_GE(plans, 55);
}

TEST(PartValuesTest, APartOfNoPlanSaysWhatItHasAndNoMore) {
  Target target;
  target.indicator = "land";
  EXPECT_EQ(part_text(target), R"({"indicator": "land"})");
  target.decision.document = "NQ";
  target.unit = "town";
  EXPECT_EQ(part_text(target),
            R"({"indicator": "land", "unit": "town", "decision": {"document": "NQ"}})");
  const Plan plan = rich_plan();
  EXPECT_EQ(part_text(plan.units()[1]),
            R"({"id": "ward/1", "parent": "town", "name": {"vi": "Phường"}})");
  EXPECT_EQ(part_text(plan.head()).substr(0, 40), R"({"id": "p", "unit": "town", "period": "2)");
}

}  // namespace
}  // namespace tiendo
