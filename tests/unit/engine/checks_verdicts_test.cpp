// Verdicts given by hand against those of the rules.

#include "checked.hpp"

namespace tiendo::checks_verdicts_test {
namespace {

// A target of at least 5 and one report with a verdict by hand.
Lines said(std::string_view value, Verdict verdict, std::optional<Date> known_on = {}) {
  Book book;
  book.add_indicator("x", IndicatorKind::level);
  book.add_target("x", at_least("5"));
  Observation& report = book.add_report("x", "2024", value);
  report.verdict = verdict;
  report.judge = "office";
  report.recorded_on = day("2025-01-10");
  return found(book, Errc::verdict_disagrees, known_on);
}

TEST(ChecksVerdictsTest, AJudgeWhoSaysOtherwiseThanTheRuleIsFound) {
  EXPECT_EQ(said("4", Verdict::met),
            (Lines{"warning observation 1: \"x\" of \"town\" in 2024: judged met by hand, and "
                   "missed by the rule of /plan/targets/0"}));
  EXPECT_EQ(said("4", Verdict::near).size(), 1U);
  EXPECT_EQ(said("6", Verdict::met).size(), 1U);
  EXPECT_EQ(said("4", Verdict::missed), Lines{});
  EXPECT_EQ(said("6", Verdict::exceeded), Lines{});
  EXPECT_EQ(said("withheld", Verdict::met), Lines{}) << "the rule gives none";
  EXPECT_EQ(said("n/a", Verdict::met), Lines{});
}

TEST(ChecksVerdictsTest, WhatIsNotKnownIsNotFound) {
  EXPECT_EQ(said("4", Verdict::met, day("2025-01-09")), Lines{});
  EXPECT_EQ(said("4", Verdict::met, day("2025-01-10")).size(), 1U);
}

TEST(ChecksVerdictsTest, EachTargetAndTheReportThatCountsAreNamed) {
  Book book;
  book.add_indicator("y", IndicatorKind::level);
  book.add_indicator("x", IndicatorKind::level);
  book.add_target("x", at_least("5"));
  book.add_target("x", at_least("3"), "province");
  book.add_target("x", between("3", "9"), "other");
  book.add_unit("other");
  book.add_report("y", "2024", "1");
  book.add_report("x", "2024", "3.5");
  Observation& report = book.add_report("x", "2024", "4");
  report.recorded_on = day("2025-01-10");
  report.verdict = Verdict::met;
  report.judge = "office";
  const Lines lines = found(book, Errc::verdict_disagrees);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].substr(0, 22), "warning observation 3:");
  EXPECT_NE(lines[0].find("missed by the rule of /plan/targets/0"), std::string::npos);
  EXPECT_NE(lines[1].find("exceeded by the rule of /plan/targets/1"), std::string::npos);
}

TEST(ChecksVerdictsTest, ARangeThatTheRuleDecidesIsCompared) {
  const auto range = [](const char* upper) {
    Book book;
    book.add_indicator("x", IndicatorKind::level);
    book.add_target("x", at_most("5"));
    Observation& report = book.add_report("x", "2024", "4");
    report.upper = dec(upper);
    report.verdict = Verdict::missed;
    report.judge = "office";
    return found(book, Errc::verdict_disagrees);
  };
  EXPECT_EQ(range("5").size(), 1U);
  EXPECT_EQ(range("6"), Lines{});
}

}  // namespace
}  // namespace tiendo::checks_verdicts_test
