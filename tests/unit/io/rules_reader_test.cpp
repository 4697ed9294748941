// Files of rules. tests/cli/rules_test.py makes reports by them.

#include "tiendo/io/rules_reader.hpp"

#include <gtest/gtest.h>

namespace tiendo::rules_reader_test {
namespace {

// A file with these keys beside format, id, version and base.
std::string own(const std::string& keys) {
  return R"({"format": "tiendo-rules/1", "id": "own", "version": 2, "based_on": "tiendo@1")" +
         keys + '}';
}

// The codes of the findings; "" where the text is read.
std::string codes(const std::string& text) {
  std::string all;
  const Checked<Rules> rules = read_rules(text, "r.json");
  for (const Diagnostic& finding : rules.diagnostics) {
    all += (all.empty() ? "" : " ") + std::string(name_of(finding.code));
    EXPECT_EQ(finding.place.file, "r.json");
    EXPECT_GT(finding.place.line, 0) << text;
  }
  EXPECT_EQ(rules.value.has_value(), all.empty());
  return all;
}

TEST(RulesReaderTest, EveryParameterIsRead) {
  const Checked<Rules> rules =
      read_rules(own(R"(, "base_rule": "first_published", "unreported": "leave_out",
              "compared_with": "period_before", "rounding": "half_even", "late_after_months": 24,
              "note": "n", "source": "s")"),
                 "r.json");
  ASSERT_TRUE(rules);
  EXPECT_EQ(full_name(*rules.value), "own@2");
  EXPECT_EQ(rules.value->based_on, "tiendo@1");
  EXPECT_EQ(rules.value->base_rule, BaseRule::first_published);
  EXPECT_EQ(rules.value->unreported, Unreported::leave_out);
  EXPECT_EQ(rules.value->compared_with, ComparedWith::period_before);
  EXPECT_EQ(rules.value->rounding, Rounding::half_even);
  EXPECT_EQ(rules.value->late_after_months, 24);
  EXPECT_EQ(rules.value->remarks, (Remarks{"n", "s"}));
}

TEST(RulesReaderTest, WhatIsNotSaidIsAsInTheBase) {
  Rules wanted;
  wanted.name = "own";
  wanted.version = 2;
  wanted.based_on = "tiendo@1";
  EXPECT_EQ(*read_rules(own(""), "r.json").value, wanted);
}

TEST(RulesReaderTest, WhatIsWrittenIsReadBack) {
  for (const std::string& keys :
       {std::string(), std::string(R"(, "rounding": "down", "late_after_months": 0)"),
        std::string(R"(, "base_rule": "as_of_report", "note": "a \"b\" é")"),
        std::string(R"(, "unreported": "leave_out")"),
        std::string(R"(, "compared_with": "period_before")")}) {
    const Rules rules = *read_rules(own(keys), "r.json").value;
    const std::string text = write_rules(rules);
    EXPECT_EQ(*read_rules(text, "r.json").value, rules) << text;
    EXPECT_EQ(write_rules(*read_rules(text, "r.json").value), text);
  }
  const std::string text = write_rules(Rules());
  EXPECT_EQ(*read_rules(text, "r.json").value, Rules());
  EXPECT_NE(text.find("\"ratio_to_target@1\""), std::string::npos);
}

TEST(RulesReaderTest, FaultsOfFormAreNamed) {
  EXPECT_EQ(codes("["), "json_syntax");
  EXPECT_EQ(codes("[]"), "wrong_type");
  EXPECT_EQ(codes("{}"), "missing_key missing_key missing_key missing_key");
  EXPECT_EQ(codes(own(R"(, "base": "latest")")), "unknown_key");
  EXPECT_EQ(codes(own(R"(, "base_rule": "newest")")), "unknown_word");
  EXPECT_EQ(codes(own(R"(, "unreported": "zero")")), "unknown_word");
  EXPECT_EQ(codes(own(R"(, "unreported": true)")), "wrong_type");
  EXPECT_EQ(codes(own(R"(, "compared_with": "month_before")")), "unknown_word");
  EXPECT_EQ(codes(own(R"(, "rounding": "nearest")")), "unknown_word");
  EXPECT_EQ(codes(own(R"(, "rounding": "")")), "unknown_word");
  EXPECT_EQ(codes(own(R"(, "rounding": 1)")), "wrong_type");
  EXPECT_EQ(codes(own(R"(, "late_after_months": "6")")), "wrong_type");
  EXPECT_EQ(codes(own(R"(, "late_after_months": 1201)")), "months_out_of_range");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/2", "id": "own", "version": 1,
                      "based_on": "tiendo@1"})"),
            "unknown_word");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "my own", "version": 1,
                      "based_on": "tiendo@1"})"),
            "id_syntax");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "own", "version": 0,
                      "based_on": "tiendo@1"})"),
            "rules_version");
}

TEST(RulesReaderTest, AnUnknownBaseOrVersionIsRefused) {
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "own", "version": 1,
                      "based_on": "tiendo@2"})"),
            "unknown_rules");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "own", "version": 1})"), "missing_key");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 2})"),
            "unknown_rules");
}

TEST(RulesReaderTest, MethodsAreThoseOfTheBaseOrNone) {
  EXPECT_EQ(codes(own(R"(, "methods": ["ratio_to_target@2"])")), "unknown_method");
  EXPECT_EQ(codes(own(R"(, "methods": [1])")), "unknown_method");
  EXPECT_EQ(codes(own(R"(, "methods": ["ratio_to_target@1"])")), "rules_conflict");
  EXPECT_EQ(codes(own(R"(, "methods": [])")), "rules_conflict");
}

TEST(RulesReaderTest, TheCodesAreThoseOfTheRules) {
  const auto first = [](const std::string& keys) {
    return read_rules(own(keys), "r.json").diagnostics.at(0).code;
  };
  EXPECT_EQ(first(R"(, "methods": ["ytd@2"])"), Errc::unknown_method);
  EXPECT_EQ(first(R"(, "methods": [])"), Errc::rules_conflict);
  const std::string zero =
      R"({"format": "tiendo-rules/1", "id": "own", "version": 0, "based_on": "tiendo@1"})";
  EXPECT_EQ(read_rules(zero, "r.json").diagnostics.at(0).code, Errc::rules_version);
}

TEST(RulesReaderTest, ABuiltInSetIsStatedAsItIs) {
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 1})"), "");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 1,
                      "base_rule": "latest"})"),
            "");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 1,
                      "base_rule": "first_published"})"),
            "rules_conflict");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 1,
                      "unreported": "leave_out"})"),
            "rules_conflict");
  EXPECT_EQ(codes(R"({"format": "tiendo-rules/1", "id": "tiendo", "version": 1,
                      "based_on": "tiendo@1"})"),
            "rules_conflict");
}

}  // namespace
}  // namespace tiendo::rules_reader_test
