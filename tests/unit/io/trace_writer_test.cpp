// Traces as text. Whole ones are in tests/golden/reports; tests/cli/explain_test.py computes every
// line again.

#include <gtest/gtest.h>

#include "book.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::trace_writer_test {
namespace {

constexpr const char* kLand = R"({"id": "land", "measure": "ha", "kind": "flow", "scale": 3})";

std::string trace(const ObservationLog& log, Language language = Language::en,
                  std::size_t row = 0) {
  const Report report = report_on(log, "2024-12-31");
  return write_trace(explain(log, report, row), log, language, {});
}

// Every part stands in the text, in this order.
void expect_in_order(const std::string& text, std::initializer_list<const char*> parts) {
  std::size_t at = 0;
  for (const char* part : parts) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << "no \"" << part << "\" after byte " << at << " of\n"
                                        << text;
    at = found;
  }
}

TEST(TraceWriterTest, GoesFromTheReportsToTheVerdict) {
  const ObservationLog log =
      book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
           "indicator,period,value,recorded_on,source,revision\n"
           "land,2024-H1,1.25,2024-07-01,s1,1\nland,2024-H1,1.2,2024-07-01,,0\n"
           "land,2024-H2,1,2024-12-31,,0\nland,2023,2,2024-01-01,,0\n");
  expect_in_order(
      trace(log),
      {"land, town (town), 2024, assigner town (town)\n",
       "rules tiendo@1; base: the latest known\n",
       "Reports of the actual value: land, town, 2024, as of 2024-12-31, as known from the whole "
       "log\n",
       "  used: observation 1, 2024-H1 in the period = 1.25 (official, recorded on 2024-07-01, r1, "
       "s1)\n",
       "  used: observation 3,",
       "  set aside: observation 4, 2023 ",
       ": outside the period\n",
       "  set aside: observation 2, ",
       ": a later revision was recorded on that day, in favour of observation 1\n",
       "Reports of the same period of the year before: land, town, 2023, ",
       "  used: observation 4, 2023 in the period = 2 ",
       "Target (T): ≥ 3 ha\n",
       "Reported: 12/12 months, to 2024-12-31\n",
       "  Actual A = 1.25 + 1 = 2.25 ha\n",
       "  Same period B = 2 ha\n",
       "  % of plan C = 100 * A / T = 100 * 2.25 / 3 = 75 % = 3/4; printed 75.0 % (rounded "
       "half_up; "
       "digits after the point: 1)\n",
       "  Remaining = T - A = 3 - 2.25 = 0.75; printed 0.750 ha ",
       "  Growth % = 100 * (A - B) / |B| = 100 * (2.25 - 2) / |2| = 12.5 % = 1/8; printed 12.5 % ",
       "Verdict: missed (A = 2.25; asked for ≥ 3)\n",
       "State: value\n"});
}

TEST(TraceWriterTest, FiguresThatAreNotThereStandTogetherByReason) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\n");
  expect_in_order(
      trace(log),
      {"no report is used\n",
       "  Actual, % of plan, Excess %, Remaining, Same period, Index %, Growth %: none: "
       "nothing has been reported\n",
       "Verdict: none: nothing has been reported\n",
       "State: no data: nothing has been reported\n"});
}

TEST(TraceWriterTest, ARatioIsMadeOfTheSumsOfItsParts) {
  const ObservationLog log =
      book(R"({"id": "r", "measure": "percent", "kind": "ratio", "of": "level"})",
           R"("targets": [{"indicator": "r", "at_least": "75"}])",
           "indicator,unit,period,numerator,denominator\nr,a,2024,45,60\nr,b,2024,30,40\n");
  expect_in_order(trace(log), {"observation 1, 2024 level at its end = 45 / 60 (",
                               "  Actual A = (45 + 30) / (60 + 40) / 0.01 = 75 %\n"});
}

TEST(TraceWriterTest, AGrowthShowsWhatGrew) {
  const ObservationLog log = book(
      std::string(kLand) +
          R"(, {"id": "g", "measure": "percent", "kind": "growth", "base": "land", "scale": 1})",
      R"("targets": [{"indicator": "g", "at_least": "10"}])",
      "indicator,period,value\nland,2024-H1,1\nland,2024-H2,2\nland,2023,-2\n");
  expect_in_order(trace(log, Language::en, 1),
                  {"  Actual A = ((1 + 2) - (-2)) / |-2| / 0.01 = 250 %\n"});
}

TEST(TraceWriterTest, AChangeShowsItsBaseAndWhatItRequires) {
  const auto text = [](const char* target) {
    return trace(book(R"({"id": "l", "measure": "percent", "kind": "level"})",
                      std::string(R"("targets": [{"indicator": "l", )") + target + "}]",
                      "indicator,period,value\nl,2024,36\nl,2023,32\n"));
  };
  expect_in_order(text(R"("baseline": "30", "increase_by": {"value": "2", "in": "points"})"),
                  {"Target (T): +2 pp\n", "  One percentage point p = 1 %\n",
                   "  Baseline b = 30 % (stated in the plan)\n",
                   "  Required R = b + T * p = 30 + 2 * 1 = 32; ", "asked for ≥ R = 32)"});
  expect_in_order(
      text(R"("increase_by": {"value": "10", "in": "percent", "then": {"at_least": "40"}})"),
      {"Target (T): +10 % and ≥ 40 %\n", "  Baseline b = 32 %\n",
       "  Required R = b + |b| * T / 100 = 32 + |32| * 10 / 100 = 35.2; ",
       "Verdict: missed (A = 36; asked for ≥ R = 35.2; ≥ 40)\n"});
}

TEST(TraceWriterTest, ARevisedTargetSaysByWhichDecision) {
  const auto text = [](const char* decision) {
    return trace(book(kLand,
                      std::string(R"("targets": [{"indicator": "land", "at_least": "3"},
                          {"indicator": "land", "layer": "revised", "at_least": "2", "decision": {)") +
                          decision + "}}]",
                      "indicator,period,value\nland,2024,1\n"));
  };
  expect_in_order(text(R"("number": "31/NQ", "date": "2024-07-10")"),
                  {"Target (T): ≥ 2 ha (revised, 31/NQ, 2024-07-10)\n"});
  expect_in_order(text(R"("date": "2025-01-01")"), {"Target (T): ≥ 3 ha\n"});
}

TEST(TraceWriterTest, WhatIsUnchangedSaysSo) {
  const ObservationLog log =
      book(R"({"id": "l", "measure": "ha", "kind": "level"})", R"("targets": [])",
           "indicator,period,value\nl,2024-Q3,5\nl,2024-Q4,unchanged\n");
  expect_in_order(trace(log), {"observation 2, 2024-Q4 level at its end = unchanged, 5 (",
                               "  Actual A = 5 ha\n"});
}

TEST(TraceWriterTest, InVietnameseWordsAndNumbersAreVietnamese) {
  const ObservationLog log =
      book(kLand, R"("targets": [{"indicator": "land", "at_least": "3000"}])",
           "indicator,period,value,status\nland,2024,1234.5,estimate\n");
  expect_in_order(
      trace(log, Language::vi),
      {"Báo cáo thực hiện: ", "dùng: báo cáo 1, 2024 số trong kỳ = 1.234,5 (ước, ghi ngày ",
       "Kế hoạch (T): ≥ 3.000 ha", "Thực hiện A = 1.234,5 ha",
       "Đánh giá: không đạt (A = 1.234,5; yêu cầu ≥ 3.000)", "Tình trạng: có số liệu"});
}

}  // namespace
}  // namespace tiendo::trace_writer_test
