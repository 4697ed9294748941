// Plans from JSON: what is read, what is not. Faults one by one are in tests/golden/errors.

#include "tiendo/io/plan_reader.hpp"

#include <gtest/gtest.h>

#include "plan_texts.hpp"

namespace tiendo::plan_reader_test {
namespace {

// The only target of a plan, written as its keys after "indicator".
Target target(std::string_view keys) {
  return read(plan_text(R"(, "targets": [{"indicator": "poor", )" + std::string(keys) + "}]"))
      .targets()
      .front();
}

TEST(PlanReaderTest, ReadsEveryKeyOfATarget) {
  const Plan plan = read(plan_text(R"(, "projects": [{"id": "road"}], "task_groups": [{"id": "g"}],
      "targets": [{"indicator": "land", "unit": "ward", "project": "road", "assigner": "town",
        "layer": "assigned", "decision": {"document": "QĐ", "number": "12/QĐ", "date": "2023-12-20"},
        "lead": "town", "with": ["ward"], "task_group": "g", "period": "2024-H1", "projects": 1,
        "baseline": {"value": "3.50", "period": "2023"}, "at_least": "53.026",
        "note": "n", "source": "s"}])"));
  ASSERT_EQ(plan.targets().size(), 1U);
  const Target& t = plan.targets().front();
  EXPECT_EQ(t.indicator, "land");
  EXPECT_EQ(t.unit, "ward");
  EXPECT_EQ(t.project, "road");
  EXPECT_EQ(t.assigner, "town");
  EXPECT_EQ(t.layer, TargetLayer::assigned);
  EXPECT_EQ(t.decision.document, "QĐ");
  EXPECT_EQ(t.decision.number, "12/QĐ");
  EXPECT_EQ(t.decision.date, *Date::parse("2023-12-20"));
  EXPECT_EQ(t.lead, "town");
  EXPECT_EQ(t.with, std::vector<std::string>{"ward"});
  EXPECT_EQ(t.task_group, "g");
  EXPECT_EQ(t.period, *Period::parse("2024-H1"));
  EXPECT_EQ(t.projects, 1);
  EXPECT_EQ(t.baseline->value.to_string(), "3.50");
  EXPECT_EQ(t.baseline->period, *Period::parse("2023"));
  EXPECT_EQ(t.condition.kind, ConditionKind::at_least);
  EXPECT_EQ(t.condition.value.to_string(), "53.026");
  EXPECT_EQ(t.remarks, (Remarks{"n", "s"}));
}

TEST(PlanReaderTest, ReadsEveryCondition) {
  const struct {
    const char* text;
    ConditionKind kind;
    const char *value, *upper, *tolerance;
    ChangeIn in;
  } cases[] = {
      {R"("at_least": "1.50")", ConditionKind::at_least, "1.50", "0", "0", ChangeIn::value},
      {R"("more_than": "1")", ConditionKind::more_than, "1", "0", "0", ChangeIn::value},
      {R"("at_most": "-1")", ConditionKind::at_most, "-1", "0", "0", ChangeIn::value},
      {R"("less_than": "1")", ConditionKind::less_than, "1", "0", "0", ChangeIn::value},
      {R"("equal": "1")", ConditionKind::equal, "1", "0", "0", ChangeIn::value},
      {R"("between": ["6.0", "6.5"])", ConditionKind::between, "6.0", "6.5", "0", ChangeIn::value},
      {R"("about": {"value": "69", "tolerance": "0.5"})", ConditionKind::about, "69", "0", "0.5",
       ChangeIn::value},
      {R"("increase_by": {"value": "2", "in": "value"})", ConditionKind::increase_by, "2", "0", "0",
       ChangeIn::value},
      {R"("increase_by": {"value": "2", "in": "percent"})", ConditionKind::increase_by, "2", "0",
       "0", ChangeIn::percent},
      {R"("decrease_by": {"value": "2", "in": "points"})", ConditionKind::decrease_by, "2", "0",
       "0", ChangeIn::points},
  };
  for (const auto& c : cases) {
    const Condition read = target(c.text).condition;
    EXPECT_EQ(read.kind, c.kind) << c.text;
    EXPECT_EQ(read.value.to_string(), c.value) << c.text;
    EXPECT_EQ(read.upper.to_string(), c.upper) << c.text;
    EXPECT_EQ(read.tolerance.to_string(), c.tolerance) << c.text;
    EXPECT_EQ(read.in, c.in) << c.text;
    EXPECT_EQ(read.then, nullptr) << c.text;
  }
}

TEST(PlanReaderTest, AChangeMayCarryALevelThatMustHoldAsWell) {
  const Condition both =
      target(R"("increase_by": {"value": "4", "in": "percent", "then": {"at_least": "60"}})")
          .condition;
  ASSERT_NE(both.then, nullptr);
  EXPECT_EQ(both.then->kind, ConditionKind::at_least);
  EXPECT_EQ(both.then->value, Decimal(60));
}

TEST(PlanReaderTest, ABaselineMayBeANumberByItself) {
  const Target t = target(R"("baseline": "33.0", "increase_by": {"value": "2", "in": "points"})");
  EXPECT_EQ(t.baseline->value.to_string(), "33.0");
  EXPECT_FALSE(t.baseline->period);
}

TEST(PlanReaderTest, ADecisionMayBeATextByItself) {
  EXPECT_EQ(target(R"("decision": "Nghị quyết 12", "at_least": "1")").decision.document,
            "Nghị quyết 12");
}

TEST(PlanReaderTest, JsonNumbersAreReadByTheirText) {
  EXPECT_EQ(target(R"("at_least": 0.10)").condition.value.to_string(), "0.10");
  const std::string digits(300, '7');
  EXPECT_EQ(target("\"at_least\": " + digits).condition.value.to_string(), digits);
  const std::string longer(1000, '7');
  EXPECT_EQ(target("\"at_least\": \"" + longer + '"').condition.value.to_string(), longer);
}

TEST(PlanReaderTest, ABareNumberWithAnExponentIsRefusedLikeAString) {
  for (const char* number : {"1e3", "\"1e3\"", "1E-2", "1e300"}) {
    const Checked<Plan> plan =
        read_plan(plan_text(std::string(R"(, "targets": [{"indicator": "poor", "at_least": )") +
                            number + "}]"),
                  "plan.json");
    ASSERT_EQ(plan.diagnostics.size(), 1U) << number;
    EXPECT_EQ(plan.diagnostics[0].code, Errc::number_syntax) << number;
  }
}

TEST(PlanReaderTest, ReadsWhatAnIndicatorSaysOfItself) {
  const Plan plan = read(plan_text("", R"([
      {"id": "r", "code": "C1", "name": {"vi": "tỷ lệ", "en": "rate"}, "field": "land",
       "measure": "percent", "kind": "ratio", "of": "level", "direction": "less", "scale": 3,
       "digits": 2, "percent_digits": 0, "rounding": "half_even", "time_rule": "last",
       "unit_rule": "ratio", "note": "n"},
      {"id": "g", "name": "tăng", "measure": "percent", "kind": "growth", "base": "r"}])"));
  const Indicator& r = plan.indicators()[0];
  EXPECT_EQ(r.code, "C1");
  EXPECT_EQ(r.name, (Name{"tỷ lệ", "rate"}));
  EXPECT_EQ(r.field, "land");
  EXPECT_EQ(r.kind, IndicatorKind::ratio);
  EXPECT_EQ(r.parts, TimeRule::last);
  EXPECT_EQ(r.direction, Direction::less);
  EXPECT_EQ(r.scale, 3);
  EXPECT_EQ(r.digits, 2);
  EXPECT_EQ(r.percent_digits, 0);
  EXPECT_EQ(r.rounding, Rounding::half_even);
  EXPECT_EQ(r.time_rule, TimeRule::last);
  EXPECT_EQ(r.unit_rule, UnitRule::ratio);
  EXPECT_EQ(r.remarks.note, "n");
  EXPECT_EQ(plan.indicators()[1].name.in(Language::en), "tăng");
  EXPECT_EQ(plan.base_of(1), 0U);
}

TEST(PlanReaderTest, ReadsTheHeadTheUnitsTheProjectsAndTheTaskGroups) {
  const Plan plan = read(R"({"plan": {"id": "p", "unit": "t", "period": "2021/2025", "name": "N",
      "theme": "T", "viewpoint": "V", "basis": ["B1", "B2"], "note": "n", "source": "s",
      "parent": {"id": "pp", "name": "P", "period": "2021/2030"},
      "declared": {"indicators": 0, "task_groups": 1, "projects": 1},
      "projects": [{"id": "road", "name": "đường", "lead": "t", "with": ["w"], "period": "2024",
        "stages": ["measured", "paid"], "targets": [{"indicator": "land", "assigner": "t", "at_least": 3}],
        "milestones": [{"name": "m", "due": "2024-06-30", "weight": "1.0"}], "note": "pn"}],
      "task_groups": [{"id": "g", "number": 5, "name": "nhóm", "lead": "t", "with": ["w"],
        "tasks": ["viết", {"id": "t1", "name": "làm", "lead": "w", "due": "2024-09-30"}],
        "targets": ["land"]}]},
    "indicators": [{"id": "land", "measure": "ha", "kind": "flow"}],
    "units": [{"id": "t", "kind": "town", "name": {"vi": "thị xã"}, "from": "1981-12-18",
               "until": "2025-07-01", "codes": [{"code": "381", "until": "2025-07-01"}]},
              {"id": "w", "parent": "t"}],
    "measures": [{"id": "ha", "kind": "area"}], "format": "tiendo-plan/1"})");
  const PlanHead& head = plan.head();
  EXPECT_EQ(head.theme + head.viewpoint + head.name.vi, "TVN");
  EXPECT_EQ(head.basis, (std::vector<std::string>{"B1", "B2"}));
  EXPECT_EQ(head.parent->id, "pp");
  EXPECT_EQ(head.parent->period, *Period::parse("2021/2030"));
  EXPECT_EQ(head.declared.task_groups, 1);
  EXPECT_EQ(head.remarks, (Remarks{"n", "s"}));
  EXPECT_EQ(plan.measures()[0].factor, Decimal(1));
  EXPECT_EQ(plan.units()[0].codes[0].code, "381");
  EXPECT_EQ(plan.units()[0].from, *Date::parse("1981-12-18"));
  EXPECT_EQ(plan.units()[1].parent, "t");
  const Project& road = plan.projects()[0];
  EXPECT_EQ(road.stages, (std::vector<std::string>{"measured", "paid"}));
  EXPECT_EQ(road.milestones[0].weight, *Decimal::parse("1.0"));
  EXPECT_EQ(plan.targets()[0].project, "road");
  const TaskGroup& group = plan.task_groups()[0];
  EXPECT_EQ(group.number, 5);
  EXPECT_EQ(group.tasks[0].name.vi, "viết");
  EXPECT_EQ(group.tasks[1].due, *Date::parse("2024-09-30"));
  EXPECT_EQ(group.targets, std::vector<std::string>{"land"});
}

TEST(PlanReaderTest, NamesEveryFaultInTheOrderOfTheText) {
  const Checked<Plan> plan = read_plan(
      plan_text(
          R"(, "theem": "", "targets": [{"indicator": 5}, {"indicator": "x", "at_least": "1,5"}])"),
      "plan.json");
  EXPECT_FALSE(plan);
  ASSERT_EQ(plan.diagnostics.size(), 3U);
  EXPECT_EQ(plan.diagnostics[0].code, Errc::unknown_key);
  EXPECT_NE(plan.diagnostics[0].sentence.find("\"theme\""), std::string::npos);
  EXPECT_EQ(plan.diagnostics[1].code, Errc::wrong_type);
  EXPECT_EQ(plan.diagnostics[2].code, Errc::number_syntax);
}

TEST(PlanReaderTest, WarningsHaveTheirPlaceAndStopNothing) {
  const Checked<Plan> plan =
      read_plan(plan_text(",\n\"declared\": {\"projects\": 3}"), "plan.json");
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(to_string(plan.diagnostics[0]),
            "plan.json:2:26: warning 318 declared_count: projects: 3 declared, 0 described");
}

TEST(PlanReaderTest, OfFaultsThatTheWholePlanShowsTheFirstHundredErrorsAreNamed) {
  std::string targets;
  for (int i = 0; i < 150; ++i) {
    targets += R"({"indicator": "land", "period": "2020", "at_least": "1"},)";  // a warning
    targets += R"({"indicator": "poor"},)";
  }
  targets.pop_back();
  const Checked<Plan> plan = read_plan(plan_text(", \"targets\": [" + targets + "]"), "plan.json");
  EXPECT_FALSE(plan);
  EXPECT_EQ(plan.diagnostics.size(), 100U);
  for (const Diagnostic& finding : plan.diagnostics) EXPECT_EQ(finding.severity, Severity::error);
}

TEST(PlanReaderTest, OnlyTheFirstHundredFaultsAreNamed) {
  std::string keys;
  for (int i = 0; i < 150; ++i) keys += ", \"x" + std::to_string(i) + "\": 0";
  EXPECT_EQ(read_plan(plan_text(keys), "plan.json").diagnostics.size(), 100U);
}

TEST(PlanReaderTest, AByteOrderMarkIsPassedOver) {
  EXPECT_TRUE(read_plan("\xEF\xBB\xBF" + plan_text(""), "plan.json"));
}

TEST(LocateTest, FillsInPlacesByTheirPathAndLeavesOthersAlone) {
  Diagnostics findings = {
      {Severity::note, Errc::declared_count, {{}, "/plan/period", 0, 0}, "a"},
      {Severity::note, Errc::declared_count, {{}, "/plan/nothing/5", 0, 0}, "b"},
      {Severity::note, Errc::declared_count, {"f", "/plan", 7, 7}, "c"},
      {Severity::note, Errc::declared_count, {}, "d"}};
  locate(findings, "{\n\"plan\": {\"period\": \"2024\"}}", "plan.json");
  EXPECT_EQ(findings[0].place, (Place{"plan.json", "/plan/period", 2, 20}));
  EXPECT_EQ(findings[1].place, (Place{"plan.json", "/plan/nothing/5", 2, 9}));
  EXPECT_EQ(findings[2].place, (Place{"f", "/plan", 7, 7}));
  EXPECT_EQ(findings[3].place, Place{});
}

}  // namespace
}  // namespace tiendo::plan_reader_test
