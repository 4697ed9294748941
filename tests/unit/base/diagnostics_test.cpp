// Findings: how they print, and which of them stop a reader.

#include "tiendo/base/diagnostics.hpp"

#include <gtest/gtest.h>

namespace tiendo::diagnostics_test {
namespace {

TEST(DiagnosticsTest, PrintsFileLineColumnSeverityCodeNameSentence) {
  const Diagnostic finding{Severity::error, Errc::id_syntax, {"plan.json", "", 3, 17}, "no id"};
  EXPECT_EQ(to_string(finding), "plan.json:3:17: error 1 id_syntax: no id");
}

TEST(DiagnosticsTest, LeavesOutThePartsOfThePlaceThatAreAbsent) {
  const struct {
    Place place;
    const char* printed;
  } cases[] = {
      {{"plan.json", "", 3, 0}, "plan.json:3: warning 2 text_encoding: bad"},
      {{"plan.json", "", 0, 0}, "plan.json: warning 2 text_encoding: bad"},
      {{"", "", 3, 17}, "3:17: warning 2 text_encoding: bad"},
      {{"", "", 0, 0}, "warning 2 text_encoding: bad"},
      {{"", "/plan/id", 0, 0}, "/plan/id: warning 2 text_encoding: bad"},
      {{"plan.json", "/plan/id", 0, 0}, "plan.json: /plan/id: warning 2 text_encoding: bad"},
      {{"plan.json", "/plan/id", 3, 17}, "plan.json:3:17: warning 2 text_encoding: bad"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(to_string(Diagnostic{Severity::warning, Errc::text_encoding, c.place, "bad"}),
              c.printed);
  }
}

TEST(DiagnosticsTest, SeveritiesHaveNames) {
  EXPECT_EQ(name_of(Severity::note), "note");
  EXPECT_EQ(name_of(Severity::warning), "warning");
  EXPECT_EQ(name_of(Severity::error), "error");
}

TEST(DiagnosticsTest, OnlyAnErrorIsAnError) {
  EXPECT_FALSE(has_errors({}));
  Diagnostics findings = {{Severity::note, Errc::none, {}, ""},
                          {Severity::warning, Errc::none, {}, ""}};
  EXPECT_FALSE(has_errors(findings));
  findings.insert(findings.begin(), Diagnostic{});
  EXPECT_TRUE(has_errors(findings));
}

}  // namespace
}  // namespace tiendo::diagnostics_test
