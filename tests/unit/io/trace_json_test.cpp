// Traces as JSON. tests/cli/trace_test.py computes every figure of every golden book from them;
// tests/house/trace_schema_test.py holds them against the schema.

#include <gtest/gtest.h>

#include "book.hpp"
#include "io/json_cursor.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::trace_json_test {
namespace {

constexpr const char* kLand = R"({"id": "land", "measure": "ha", "kind": "flow", "scale": 3})";

// The first row of the trace of a row, and the text that it stands in.
struct Traced {
  std::string text;
  JsonNode row;

  // "a/0/b": the text that stands there; "" for none.
  std::string at(std::string_view path) const {
    const JsonNode* node = &row;
    while (node && !path.empty()) {
      const std::string key(path.substr(0, path.find('/')));
      path.remove_prefix(std::min(path.size(), key.size() + 1));
      if (node->kind == JsonKind::array) {
        const std::size_t index = std::stoul(key);
        node = index < node->items.size() ? &node->items[index] : nullptr;
      } else {
        node = node->find(key);
      }
    }
    return node ? node->text : "";
  }
};

Traced traced(const ObservationLog& log, const Printing& printing = {}, std::size_t row = 0) {
  const Report report = report_on(log, "2024-12-31");
  Traced result{write_traces({explain(log, report, row)}, log, report, printing), {}};
  const Result<JsonNode> document = parse_json(result.text);
  EXPECT_TRUE(document) << result.text;
  result.row = document->find("rows")->items.at(0);
  return result;
}

TEST(TraceJsonTest, AFigureIsExactAndPrintedOnce) {
  const ObservationLog log =
      book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
           "indicator,period,value\nland,2024-H1,1.25\nland,2024-H2,1\nland,2023,2\n");
  const Traced trace = traced(log);
  EXPECT_TRUE(trace.text.starts_with("{\n  \"format\": \"tiendo-trace/1\",\n  \"plan\": \"p\","));
  EXPECT_EQ(trace.at("kind") + ' ' + trace.at("measure") + ' ' + trace.at("assigner"),
            "target ha town");
  EXPECT_EQ(trace.at("condition/at_least"), "3");
  EXPECT_EQ(trace.at("wording/vi"), "≥ 3");
  EXPECT_EQ(trace.at("figures/1/field") + ' ' + trace.at("figures/1/exact"), "actual 9/4");
  EXPECT_EQ(trace.at("figures/1/number"), "1");
  EXPECT_EQ(trace.at("figures/2/exact") + ' ' + trace.at("figures/2/in"), "75 percent");
  EXPECT_EQ(trace.at("figures/2/printed") + ' ' + trace.at("figures/2/digits") + ' ' +
                trace.at("figures/2/rounding"),
            "75.0 1 half_up");
  EXPECT_EQ(trace.at("figures/2/label/vi"), "% KH");
  EXPECT_EQ(trace.at("verdict/verdict") + ' ' + trace.at("verdict/method"), "missed condition@1");
  EXPECT_EQ(trace.at("verdict/compared/actual") + ' ' + trace.at("verdict/compared/required"),
            "9/4 3");
  EXPECT_EQ(traced(log, {.digits = 0, .rounding = Rounding::up}).at("figures/1/printed"), "3");
}

TEST(TraceJsonTest, ANumberSaysWhereItsTermsComeFrom) {
  const Traced trace = traced(book(
      R"({"id": "r", "measure": "percent", "kind": "ratio", "of": "level"})", R"("targets": [])",
      "indicator,unit,period,numerator,denominator\nr,a,2024,45,60\nr,b,2024,30,40\n"));
  EXPECT_EQ(trace.at("numbers/6/formula"), "N / D / m");
  EXPECT_EQ(trace.at("numbers/6/terms/0/from") + trace.at("numbers/6/terms/0/number"), "number5");
  EXPECT_EQ(trace.at("numbers/6/terms/2/from") + trace.at("numbers/6/terms/2/value"),
            "measure1/100");
  EXPECT_EQ(trace.at("numbers/3/terms/0/from") + trace.at("numbers/3/terms/0/observation"),
            "denominator2");
  EXPECT_EQ(trace.at("sources/1/unit") + ' ' + trace.at("sources/1/used/0/numerator") + '/' +
                trace.at("sources/1/used/0/denominator"),
            "b 30/40");
}

TEST(TraceJsonTest, WhatIsSetAsideSaysWhyAndInWhoseFavour) {
  const Traced trace = traced(
      book(kLand, R"("targets": [])",
           "indicator,period,value,recorded_on,source\nland,2024,5,2024-12-31,\"a \"\"b\"\"\"\n"
           "land,2024,6,2025-01-05,\n"));
  EXPECT_EQ(trace.at("sources/0/used/0/observation"), "2");
  EXPECT_EQ(trace.at("sources/0/set_aside/0/reason"), "corrected");
  EXPECT_EQ(trace.at("sources/0/set_aside/0/in_favour_of"), "2");
  EXPECT_EQ(trace.at("sources/0/set_aside/0/why/en"), "corrected by a later report");
  EXPECT_EQ(trace.at("sources/0/set_aside/0/source"), "a \"b\"");
  EXPECT_EQ(trace.at("figures/0/reason/name"), "no_target");
  EXPECT_EQ(trace.at("figures/0/reason/code"), "501");
  EXPECT_EQ(trace.at("figures/0/exact"), "");
}

TEST(TraceJsonTest, WhatIsUnchangedSaysBoth) {
  const Traced trace =
      traced(book(R"({"id": "l", "measure": "ha", "kind": "level"})", R"("targets": [])",
                  "indicator,period,value\nl,2024-Q3,5\nl,2024-Q4,unchanged\n"));
  EXPECT_EQ(trace.at("sources/0/used/0/says") + ' ' + trace.at("sources/0/used/0/value"),
            "unchanged 5");
}

TEST(TraceJsonTest, AChangeSaysWhatItIsCountedFrom) {
  const auto of = [](const char* keys) {
    return traced(book(R"({"id": "l", "measure": "percent", "kind": "level"})",
                       std::string(R"("targets": [{"indicator": "l", )") + keys + "}]",
                       "indicator,period,value\nl,2024,36\nl,2023,32\n"));
  };
  const Traced stated = of(R"("baseline": "30", "increase_by": {"value": "2", "in": "points"})");
  EXPECT_EQ(stated.at("figures/10/exact") + stated.at("figures/10/from"), "30target");
  EXPECT_EQ(stated.at("steps/0/formula") + ' ' + stated.at("steps/0/inputs/2/from"),
            "b + T * p point");
  EXPECT_EQ(stated.at("figures/0/in"), "points");
  EXPECT_EQ(stated.at("targets/0/target/baseline"), "30");
  const Traced reported = of(R"("increase_by": {"value": "10", "in": "percent"})");
  EXPECT_EQ(reported.at("figures/10/from"), "");
  EXPECT_NE(reported.at("figures/10/number"), "");
  EXPECT_EQ(reported.at("steps/1/method"), "percent_of_targeted_change@1");
}

TEST(TraceJsonTest, ACompositeNamesItsComponentsAndAJudgeHimself) {
  const char* indicators = R"({"id": "s", "measure": "percent", "kind": "level"},
      {"id": "c", "kind": "composite", "components": ["s"]})";
  const Traced trace = traced(
      book(indicators, R"("targets": [{"indicator": "c", "components": {"s": {"at_least": "3"}}}])",
           "indicator,period,value\ns,2024,4\n"),
      {});
  EXPECT_EQ(trace.at("verdict/method"), "composite@1");
  EXPECT_EQ(trace.at("components/0/indicator") + trace.at("components/0/verdict/verdict"),
            "sexceeded");
  const Traced judged =
      traced(book(R"({"id": "w", "measure": "percent", "kind": "level"})",
                  R"("targets": [{"indicator": "w", "at_least": "3"}])",
                  "indicator,period,value,words,verdict,judge\nw,2024,,good,met,the chair\n"));
  EXPECT_EQ(judged.at("verdict/method") + ' ' + judged.at("verdict/by_hand") + ' ' +
                judged.at("verdict/judge") + ' ' + judged.at("verdict/compared/words"),
            "by_hand@1 met the chair good");
}

}  // namespace
}  // namespace tiendo::trace_json_test
