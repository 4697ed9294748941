// Parts of a plan, each read by itself: the same rules as in a file, places within the text, and
// plans built of them.

#include "tiendo/io/part_reader.hpp"

#include <gtest/gtest.h>

#include "plan_texts.hpp"

namespace tiendo::part_reader_test {
namespace {

// The part, which is without fault.
template <class Part>
Part sound(std::string_view text) {
  Checked<Part> checked = read_part<Part>(text, "part.json");
  for (const Diagnostic& finding : checked.diagnostics) ADD_FAILURE() << to_string(finding);
  return *std::move(checked.value);
}

// The first finding of a part that is at fault, as it is printed without its sentence.
template <class Part>
std::string faulty(std::string_view text) {
  const Checked<Part> checked = read_part<Part>(text, "part.json");
  EXPECT_FALSE(checked) << text;
  if (checked.diagnostics.empty()) return {};
  const std::string whole = to_string(checked.diagnostics[0]);
  return whole.substr(0, whole.rfind(": " + checked.diagnostics[0].sentence));
}

TEST(PartReaderTest, ReadsEachKindOfPart) {
  EXPECT_EQ(sound<Measure>(R"({"id": "ha", "kind": "area", "factor": "10000"})").factor,
            Decimal(10000));
  EXPECT_EQ(sound<ResponsibleUnit>(R"({"id": "ward", "parent": "town"})").parent, "town");
  EXPECT_EQ(sound<Succession>(R"({"on": "2025-07-01", "from": ["a"]})").from.size(), 1U);
  EXPECT_EQ(sound<Indicator>(R"({"id": "i", "measure": "ha", "kind": "flow"})").measure, "ha");
  EXPECT_EQ(sound<Target>(R"({"indicator": "i", "at_least": "1.50"})").condition.value.to_string(),
            "1.50");
  EXPECT_EQ(sound<Project>(R"({"id": "p", "targets": [{"indicator": "i", "equal": 1}]})")
                .targets[0]
                .condition.kind,
            ConditionKind::equal);
  EXPECT_EQ(sound<TaskGroup>(R"({"id": "g", "tasks": ["a task"]})").tasks[0].name.vi, "a task");
  EXPECT_EQ(sound<PlanHead>(R"({"id": "p", "period": "2024-H1"})").period,
            *Period::parse("2024-H1"));
}

TEST(PartReaderTest, AFaultHasThePathOfItsKeyOrValueToo) {
  const Checked<Target> read = read_part<Target>(
      R"({"indicator": "i", "increase_by": {"value": "x", "inn": "value"}, "with": ["a", ""]})",
      {});
  std::vector<std::string> paths;
  for (const Diagnostic& finding : read.diagnostics) paths.push_back(finding.place.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"/increase_by/value", "/increase_by/inn", "/with/1"}));
}

TEST(PartReaderTest, APartAtFaultHasAPlaceInItsTextAndNoValue) {
  EXPECT_EQ(faulty<Measure>("{\"id\": \"ha\",\n \"knd\": \"area\", \"factor\": \"1\"}"),
            "part.json:2:2: error 602 unknown_key");
  EXPECT_EQ(faulty<ResponsibleUnit>("{}"), "part.json:1:1: error 603 missing_key");
  EXPECT_EQ(faulty<Succession>("[]"), "part.json:1:1: error 604 wrong_type");
  EXPECT_EQ(faulty<Indicator>(R"({"id": "i", "measure": "ha", "kind": "flaw"})"),
            "part.json:1:38: error 605 unknown_word");
  EXPECT_EQ(faulty<Target>(R"({"indicator": "i", "at_least": "53,026"})"),
            "part.json:1:32: error 100 number_syntax");
  EXPECT_EQ(faulty<Project>(R"({"id": "p", "period": "2024-13"})").substr(0, 14), "part.json:1:23");
  EXPECT_EQ(faulty<TaskGroup>(R"({"id": "g"} {})"), "part.json:1:13: error 601 json_syntax");
  EXPECT_EQ(faulty<PlanHead>(""), "part.json:1:1: error 601 json_syntax");
}

TEST(PartReaderTest, EveryFaultIsNamedInTheOrderOfTheText) {
  const Checked<ResponsibleUnit> unit =
      read_part<ResponsibleUnit>(R"({"idd": "x", "until": "2024-13-01", "from": 7})", {});
  ASSERT_EQ(unit.diagnostics.size(), 3U);
  EXPECT_EQ(unit.diagnostics[0].code, Errc::unknown_key);
  EXPECT_EQ(unit.diagnostics[1].code, Errc::date_not_real);
  EXPECT_EQ(unit.diagnostics[2].code, Errc::wrong_type);
}

TEST(PartReaderTest, AZeroByteInAStringIsRefusedAsInAFile) {
  EXPECT_EQ(faulty<ResponsibleUnit>(R"({"id": "ward", "name": {"vi": "a\u0000b"}})"),
            "part.json:1:31: error 2 text_encoding");
}

TEST(PartReaderTest, TheListsOfThePlanAreNoKeysOfItsHead) {
  for (const char* list : {"targets", "projects", "task_groups"}) {
    const std::string text = R"({"id": "p", "period": "2024", ")" + std::string(list) + R"(": []})";
    const Checked<PlanHead> head = read_part<PlanHead>(text, {});
    ASSERT_EQ(head.diagnostics.size(), 1U) << list;
    EXPECT_EQ(head.diagnostics[0].code, Errc::unknown_key) << list;
    EXPECT_NE(head.diagnostics[0].sentence.find("parts of their own"), std::string::npos) << list;
  }
}

TEST(PartReaderTest, APlanBuiltOfPartsNamesItsFaultsByPathAndOnOneLine) {
  PlanBuilder builder;
  builder.set_head(sound<PlanHead>(R"({"id": "p", "unit": "town", "period": "2024"})"));
  builder.add(sound<ResponsibleUnit>(R"({"id": "town", "parent": "a\nb"})"));
  const Checked<Plan> refused = build_plan(builder);
  EXPECT_FALSE(refused);
  ASSERT_EQ(refused.diagnostics.size(), 1U);
  EXPECT_EQ(refused.diagnostics[0].place.path, "/units/0/parent");
  EXPECT_EQ(refused.diagnostics[0].sentence.find('\n'), std::string::npos);

  builder.units()[0].parent.clear();
  EXPECT_TRUE(build_plan(builder));
}

}  // namespace
}  // namespace tiendo::part_reader_test
