// Whole reports: old ones come out as they did, the order of the log plays no part, the summary.

#include "tiendo/engine/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"

namespace tiendo::report_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;

// Every exact figure of a report, a row a line.
std::string everything(const Report& report) {
  std::string text;
  for (const ReportRow& row : report.rows) {
    text += std::to_string(row.indicator) + ' ' + std::to_string(row.unit) + ' ' +
            std::to_string(row.project) + ' ' + std::to_string(row.assigner) + ' ';
    for (const Field field : kFields) text += shown(figure(row, field)) + ' ';
    text += shown(row.coverage) + ' ' + shown_state(row) + ' ' + shown_verdict(row) + ' ' +
            std::string(row.status ? name_of(*row.status) : "") + ' ' +
            std::string(name_of(row.qualifier)) + ' ' +
            (row.reported_to ? row.reported_to->to_string() : "") + '\n';
  }
  return text;
}

struct Corrected {
  void add_until_july() {
    book.add_indicator("x", kFlow);
    book.add_target("x", increase_by("10", ChangeIn::percent));
    book.add_target("x", at_least("100"), "province");
    book.add_report("x", "2023", "90").status = Status::estimate;
    book.add_report("x", "2023-H1", "40");
    book.add_report("x", "2024-H1", "50").recorded_on = day("2024-07-02");
  }
  void add_until_december() {
    book.add_report("x", "2023", "88").recorded_on = day("2024-10-06");
    book.add_report("x", "2023-H1", "39").recorded_on = day("2024-10-06");
    book.add_report("x", "2024-H1", "52.5").recorded_on = day("2024-10-06");
    book.add_report("x", "2024-Q3", "30").recorded_on = day("2024-10-06");
  }
  Book book;
};

TEST(ReportTest, AnOldReportComesOutAsItDidThen) {
  Corrected then;
  then.add_until_july();
  Corrected now;
  now.add_until_july();
  now.add_until_december();
  const std::string old = everything(then.book.report("2024-06-30", "2024-07-31"));
  EXPECT_EQ(everything(now.book.report("2024-06-30", "2024-07-31")), old);
  EXPECT_EQ(everything(now.book.report("2024-06-30", "2024-10-05")), old);
  EXPECT_NE(everything(now.book.report("2024-06-30", "2024-10-06")), old);
  EXPECT_EQ(everything(now.book.report("2024-06-30", "2024-10-06")),
            everything(now.book.report("2024-06-30")));
}

TEST(ReportTest, KnownOnHoldsForTheYearBeforeToo) {
  Corrected book;
  book.add_until_july();
  book.add_until_december();
  const auto before = [&](std::string_view known_on) {
    const ReportRow row = book.book.report("2024-06-30", known_on).rows.at(0);
    return shown(row.same_period) + ' ' + shown(row.baseline);
  };
  EXPECT_EQ(before("2024-07-31"), "40 90");
  EXPECT_EQ(before("2024-12-31"), "39 88");
  EXPECT_EQ(before("2023-12-31"), "no_data 90");
}

TEST(ReportTest, TheOrderOfTheReportsPlaysNoPart) {
  const auto report = [](bool backwards) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", at_least("100"));
    for (const char* ward : {"a", "b", "c"}) book.add_unit(ward);
    std::vector<Observation> reports;
    for (const auto& [unit, when, value, recorded] :
         {std::tuple{"a", "2024-Q1", "10", "2024-04-01"},
          {"a", "2024-Q1", "12", "2024-05-01"},
          {"a", "2024-Q2", "7", "2024-07-01"},
          {"b", "2024-H1", "30", "2024-07-01"},
          {"b", "2024-01", "5", "2024-07-01"},
          {"c", "2024-H1", "n/a", "2024-07-01"},
          {"c", "2023-H1", "4", "2024-01-01"}}) {
      Observation& added = book.add_unit_report(unit, "x", when, value);
      added.recorded_on = day(recorded);
      reports.push_back(added);
    }
    ObservationLog log(book.plan());
    if (backwards) std::reverse(reports.begin(), reports.end());
    EXPECT_TRUE(log.append_all(reports).empty());
    Request request;
    request.as_of = day("2024-06-30");
    return everything(evaluate(log, request));
  };
  EXPECT_EQ(report(false), report(true));
  EXPECT_NE(report(false).find("49 "), std::string::npos);
}

// ---- Summary ------------------------------------------------------------------------------------

TEST(ReportTest, TheSummaryCountsEveryTargetOfAUnitOnceByAssigner) {
  Book book;
  const auto add = [&](const std::string& id, const Condition& condition, const char* value) {
    book.add_indicator(id, kFlow);
    book.add_target(id, condition);
    if (*value != 0) book.add_report(id, "2024", value);
  };
  add("better", at_least("1"), "2");
  add("exact", at_least("2"), "2");
  add("short", at_least("3"), "2");
  add("silent", at_least("3"), "");
  add("secret", at_least("3"), "withheld");
  add("rise", increase_by("3"), "2");
  book.add_indicator("bare", kFlow);
  book.add_target("better", at_least("5"), "province");
  book.add_target("short", at_least("1")).layer = TargetLayer::adds;
  book.add_project("p", "silent", at_least("1"));
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.summary.size(), 3U);

  const auto counts = [](const SummaryRow& row) {
    return std::vector<int>{row.rows,   row.exceeded, row.met,       row.near,
                            row.missed, row.no_data,  row.not_judged};
  };
  EXPECT_EQ(report.summary[0].assigner, 0U);  // the province
  EXPECT_EQ(counts(report.summary[0]), (std::vector<int>{1, 0, 0, 0, 1, 0, 0}));
  EXPECT_EQ(report.summary[1].assigner, 1U);  // the town; both parts of "short" are not attributed
  EXPECT_EQ(counts(report.summary[1]), (std::vector<int>{7, 1, 1, 0, 0, 1, 4}));
  EXPECT_EQ(report.summary[2].assigner, kNone);  // the whole of "short": 2 of 4
  EXPECT_EQ(counts(report.summary[2]), (std::vector<int>{1, 0, 0, 0, 1, 0, 0}));
}

TEST(ReportTest, WhatIsNotDueIsCountedWithoutData) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("1"));
  const Report report = book.report("2023-06-30");
  ASSERT_EQ(report.summary.size(), 1U);
  EXPECT_EQ(report.summary[0].no_data, 1);
  EXPECT_EQ(report.summary[0].not_judged, 0);
}

TEST(ReportTest, AReportOfABoundSaysWhatItProvesAndNoMore) {
  for (const auto& [target, verdict] :
       {std::pair("533.6", Verdict::exceeded), {"540", Verdict::none}}) {
    Book book;
    book.add_indicator("x", kFlow);
    book.add_target("x", at_least(target));
    book.add_report("x", "2024", "533.6").qualifier = Qualifier::over;
    const ReportRow row = book.row("2024-12-31");
    EXPECT_EQ(row.verdict, verdict);
    EXPECT_EQ(row.verdict_reason, verdict == Verdict::none ? Errc::bound_undecided : Errc::none);
    EXPECT_EQ(row.state, State::value);
  }
}

TEST(ReportTest, ADecisionIsKnownFromItsDay) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  Target& replacement = book.add_target("x", at_least("90"));
  replacement.layer = TargetLayer::replaces;
  replacement.decision.date = day("2024-09-01");
  EXPECT_EQ(shown(book.report("2024-12-31").rows.at(0).target), "90");
  EXPECT_EQ(shown(book.report("2024-12-31", "2024-09-01").rows.at(0).target), "90");
  EXPECT_EQ(shown(book.report("2024-12-31", "2024-07-15").rows.at(0).target), "100");
}

TEST(ReportTest, TheReportKeepsWhatItWasAskedAndByWhichRules) {
  Book book;
  const Report report = book.report("2024-06-30", "2024-07-31");
  EXPECT_EQ(report.request.as_of, day("2024-06-30"));
  EXPECT_EQ(report.request.known_on, day("2024-07-31"));
  EXPECT_EQ(report.request.rules.name, "tiendo");
  EXPECT_EQ(report.request.rules.version, 1);
  EXPECT_EQ(report.plan.head().id, "book");
}

}  // namespace
}  // namespace tiendo::report_test
