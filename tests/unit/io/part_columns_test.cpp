// Parts from columns: rows are what they would be in a file, all of them or none.

#include "tiendo/io/part_columns.hpp"

#include <gtest/gtest.h>

#include "plan_dump.hpp"
#include "plan_texts.hpp"
#include "tiendo/io/part_reader.hpp"

namespace tiendo::part_columns_test {
namespace {

using Texts = std::vector<std::optional<std::string_view>>;

// The parts of the columns, which are without fault, compared with those of the texts.
template <class Part>
void expect_parts(const std::vector<PartColumn>& columns, const std::vector<const char*>& texts) {
  const Checked<std::vector<Part>> parts = read_parts<Part>(columns);
  for (const Diagnostic& finding : parts.diagnostics) ADD_FAILURE() << to_string(finding);
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts.value->size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Checked<Part> wanted = read_part<Part>(texts[i], {});
    ASSERT_TRUE(wanted) << texts[i];
    EXPECT_EQ(difference(PlanDump::of(*wanted.value), PlanDump::of((*parts.value)[i])), "") << i;
  }
}

// Code and path of each finding.
template <class Part>
std::vector<std::string> faults(const std::vector<PartColumn>& columns) {
  const Checked<std::vector<Part>> parts = read_parts<Part>(columns);
  EXPECT_FALSE(parts);
  std::vector<std::string> found;
  for (const Diagnostic& finding : parts.diagnostics) {
    found.push_back(std::string(name_of(finding.code)) + ' ' + finding.place.path);
    EXPECT_EQ(finding.place.line, 0);
  }
  return found;
}

TEST(PartColumnsTest, RowsAreWhatTheyWouldBeInAFile) {
  expect_parts<ResponsibleUnit>(
      {{"id", {"town", "ward"}},
       {"parent", Texts{std::nullopt, "town"}},
       {"name/vi", {"Thị xã", ""}},
       {"name/en", {"Town", "Ward"}},
       {"until", {"2025-07-01", ""}},
       {"codes/1/code", {"02", ""}},
       {"codes/0/code", {"01", "7"}}},
      {R"({"id": "town", "name": {"vi": "Thị xã", "en": "Town"}, "until": "2025-07-01",
           "codes": [{"code": "01"}, {"code": "02"}]})",
       R"({"id": "ward", "parent": "town", "name": {"en": "Ward"}, "codes": [{"code": "7"}]})"});
  expect_parts<Measure>({{"id", {"ha"}}, {"kind", {"area"}}, {"factor", {"10000"}}},
                        {R"({"id": "ha", "kind": "area", "factor": "10000"})"});
  expect_parts<Indicator>(
      {{"id", {"2024", "b"}},  // an id of digits stays a text
       {"measure", {"ha", "ha"}},
       {"kind", {"flow", "level"}},
       {"scale", {"3", ""}},
       {"percent_digits", {"", "0"}}},
      {R"({"id": "2024", "measure": "ha", "kind": "flow", "scale": 3})",
       R"({"id": "b", "measure": "ha", "kind": "level", "percent_digits": 0})"});
  expect_parts<Succession>(
      {{"on", {"2025-07-01"}}, {"from/0", {"a"}}, {"from/1", {"b"}}, {"to/0/unit", {"c"}}},
      {R"({"on": "2025-07-01", "from": ["a", "b"], "to": [{"unit": "c"}]})"});
  expect_parts<Project>({{"id", {"p"}}, {"stages/0", {"paid"}}, {"late_after_months", {"24"}}},
                        {R"({"id": "p", "stages": ["paid"], "late_after_months": 24})"});
  expect_parts<TaskGroup>({{"id", {"g"}}, {"number", {"7"}}, {"tasks/0", {"a task"}}},
                          {R"({"id": "g", "number": 7, "tasks": ["a task"]})"});
}

TEST(PartColumnsTest, TargetsHaveTheirConditionInAnyOfItsForms) {
  expect_parts<Target>(
      {{"indicator", {"a", "b", "c", "d", "e", "f"}},
       {"condition", {"at_least", "", "yes", "", "", ""}},
       {"value", {"53.026", "", "", "", "", ""}},
       {"at_most", {"", "0.2", "", "", "", ""}},
       {"between/0", {"", "", "", "6.0", "", ""}},
       {"between/1", {"", "", "", "6.5", "", ""}},
       {"increase_by/value", {"", "", "", "", "2", ""}},
       {"increase_by/in", {"", "", "", "", "value", ""}},
       {"yes", {"", "", "", "", "", "true"}},
       {"profile/2024-Q1", {"0.5", "", "", "", "", ""}},
       {"profile/2024", {"", "1", "", "", "", ""}},
       {"with/0", {"x", "", "", "", "", ""}}},
      {R"({"indicator": "a", "at_least": "53.026", "profile": {"2024-Q1": "0.5"}, "with": ["x"]})",
       R"({"indicator": "b", "at_most": "0.2", "profile": {"2024": "1"}})",
       R"({"indicator": "c", "yes": true})", R"({"indicator": "d", "between": ["6.0", "6.5"]})",
       R"({"indicator": "e", "increase_by": {"value": "2", "in": "value"}})",
       R"({"indicator": "f", "yes": true})"});
}

TEST(PartColumnsTest, NoColumnsAndNoRowsAreNoParts) {
  expect_parts<Measure>({}, {});
  expect_parts<Measure>({{"id", {}}}, {});
}

TEST(PartColumnsTest, AFaultIsNamedByRowAndKeyAndThenThereAreNoParts) {
  EXPECT_EQ((faults<ResponsibleUnit>(
                {{"id", {"a", "", "c"}}, {"until", {"2024-13-01", "", "2024-01-01"}}})),
            (std::vector<std::string>{"date_not_real /0/until", "missing_key /1"}));
  EXPECT_EQ((faults<Indicator>(
                {{"id", {"a"}}, {"measure", {"ha"}}, {"kind", {"flaw"}}, {"scale", {"3.5"}}})),
            (std::vector<std::string>{"unknown_word /0/kind", "wrong_type /0/scale"}));
  EXPECT_EQ((faults<Target>({{"indicator", {"a", "b"}},
                             {"condition", {"at_least", "about"}},
                             {"value", {"53,026", "5"}}})),
            (std::vector<std::string>{"number_syntax /0/value", "wrong_type /1/value"}));
}

TEST(PartColumnsTest, AColumnThatTheFormatDoesNotHaveIsNamedOnce) {
  EXPECT_EQ(
      (faults<ResponsibleUnit>(
          {{"id", {"a", "b"}}, {"prent", {"x", "x"}}, {"name/fr", {"", ""}}, {"id", {"a", "b"}}})),
      (std::vector<std::string>{"unknown_key /prent", "unknown_key /name/fr",
                                "duplicate_column /id"}));
  EXPECT_EQ(faults<Measure>({{"condition", {"at_least"}}}),
            std::vector<std::string>{"unknown_key /condition"});
  std::string deep = "with";
  for (int i = 0; i < 100000; ++i) deep += "/0";
  EXPECT_EQ(faults<Target>({{deep, {}}}).size(), 1U);
}

TEST(PartColumnsTest, AKeyMayBeNamedAsInATableBesideAPlan) {
  expect_parts<ResponsibleUnit>(
      {{"id", {"a"}}, {"name.vi", {"Xã"}}, {"name.en", {"Ward"}}, {"codes.0.code", {"7"}}},
      {R"({"id": "a", "name": {"vi": "Xã", "en": "Ward"}, "codes": [{"code": "7"}]})"});
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"name.vi", {"A"}}, {"name/vi", {"B"}}})),
            std::vector<std::string>{"duplicate_column /name/vi"});
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"name.xx", {"A"}}})),
            std::vector<std::string>{"unknown_key /name.xx"});
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"name/v.i", {"A"}}})),
            std::vector<std::string>{"unknown_key /name/v.i"});
}

TEST(PartColumnsTest, NoValueTakesThePlaceOfAnother) {
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"name", {"A"}}, {"name/vi", {"B"}}})),
            std::vector<std::string>{"duplicate_key /0/name/vi"});
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"name/vi", {"B"}}, {"name", {"A"}}})),
            std::vector<std::string>{"duplicate_key /0/name"});
  EXPECT_EQ((faults<Target>({{"indicator", {"a"}},
                             {"at_least", {"1"}},
                             {"condition", {"at_least"}},
                             {"value", {"2"}}})),
            std::vector<std::string>{"duplicate_key /0/value"});
  EXPECT_EQ((faults<Target>({{"indicator", {"a"}}, {"value", {"2"}}})),
            std::vector<std::string>{"missing_key /0"});
  EXPECT_EQ((faults<Target>({{"indicator", {"a"}}, {"condition", {"equal"}}})),
            std::vector<std::string>{"missing_key /0"});
}

TEST(PartColumnsTest, TextThatIsNoTextIsRefused) {
  EXPECT_EQ((faults<ResponsibleUnit>(
                {{"id", {"a", "b"}}, {"name/vi", {"\xFF", std::string_view("x\0y", 3)}}})),
            (std::vector<std::string>{"text_encoding /0/name/vi", "text_encoding /1/name/vi"}));
  const std::string most(kMaxTextBytes, 'x');
  expect_parts<ResponsibleUnit>({{"id", {"a"}}, {"note", {most}}},
                                {(R"({"id": "a", "note": ")" + most + R"("})").c_str()});
  const std::string longer = most + 'x';
  EXPECT_EQ((faults<ResponsibleUnit>({{"id", {"a"}}, {"note", {longer}}})),
            std::vector<std::string>{"text_too_long /0/note"});
}

// What the rows add to a builder, beside what they are when each is read as an object.
void expect_added(const std::vector<PartColumn>& columns) {
  PlanBuilder builder;
  const Diagnostics found = add_targets(columns, builder);
  const Checked<std::vector<Target>> wanted = read_parts<Target>(columns);
  ASSERT_EQ(found.size(), wanted.diagnostics.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(to_string(found[i]), to_string(wanted.diagnostics[i]));
  }
  ASSERT_EQ(builder.target_count(), wanted ? wanted.value->size() : 0);
  for (std::size_t i = 0; i < builder.target_count(); ++i) {
    const Target& added = builder.targets()[i];
    EXPECT_EQ(difference(PlanDump::of((*wanted.value)[i]), PlanDump::of(added)), "") << i;
  }
}

TEST(PartColumnsTest, TargetsAddedAreThoseRead) {
  const PartColumn indicator{"indicator", {"a", "a", "b-that-is-longer-than-sixteen"}};
  const PartColumn condition{"condition", {"at_least", "equal", "less_than"}};
  const PartColumn value{"value", {"1.50", "-2", "3"}};
  const auto with = [&](const PartColumn& other) {
    expect_added({indicator, condition, value, other});
  };
  expect_added({indicator, condition, value});
  expect_added({value, condition, indicator});
  expect_added({indicator, {"at_least", {"1", "2", "3.5"}}});
  with({"unit", Texts{"u", std::nullopt, ""}});
  with({"assigner", {"u", "v", "u"}});
  with({"period", Texts{"2024", std::nullopt, "2024-Q1"}});
  with({"layer", {"assigned", "assigned", "assigned"}});
  with({"layer", {"assigned", "resolution", ""}});
  with({"baseline", Texts{"1.0", std::nullopt, "2"}});
  with({"baseline/value", Texts{"1.0", std::nullopt, "2"}});
  with({"baseline.value", Texts{"1.0", std::nullopt, "2"}});
  with({"note", Texts{std::nullopt, "n", std::nullopt}});
  with({"note", Texts{std::nullopt, std::nullopt, std::nullopt}});
  expect_added({});
  expect_added({indicator, condition, {"value", {"1", "2", "123456789012345678901234567890"}}});
  expect_added({indicator, {"condition", {"at_least", "yes", "equal"}}, {"value", {"1", "", "2"}}});
}

TEST(PartColumnsTest, TargetsAtFaultAreRefusedAsTheyAreRead) {
  using namespace std::string_view_literals;
  const PartColumn indicator{"indicator", {"a", "b"}};
  const PartColumn condition{"condition", {"at_least", "equal"}};
  const PartColumn value{"value", {"1", "2"}};
  expect_added({indicator, condition, {"value", {"1", "two"}}});
  expect_added({indicator, condition, {"value", {"1", ""}}});
  expect_added({indicator, {"condition", {"at_least", "at_leest"}}, value});
  expect_added({{"indicator", {"a", ""}}, condition, value});
  expect_added({{"indicator", {"a", "b\xFF"}}, condition, value});
  expect_added({{"indicator", Texts{"a"sv, "\0a"sv}}, condition, value});
  expect_added({indicator, condition, value, {"unit", {"u", "v\xC3"}}});
  expect_added({indicator, condition, value, {"period", {"2024", "2024-13"}}});
  expect_added({indicator, condition, value, {"indicators", {"", ""}}});
  expect_added({indicator, condition, value, {"unit", {"u", "u"}}, {"unit", {"u", "u"}}});
  expect_added(
      {indicator, condition, value, {"baseline", {"1", "1"}}, {"baseline.value", {"1", "1"}}});
}

TEST(PartColumnsTest, OnlyTheFirstHundredFindingsAreKept) {
  const PartColumn ids{"id", Texts(500, "")};
  EXPECT_EQ(faults<Measure>({ids}).size(), 100U);
}

}  // namespace
}  // namespace tiendo::part_columns_test
