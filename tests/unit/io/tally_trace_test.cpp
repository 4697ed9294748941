// Counts explained as text and JSON. tests/cli/summary_trace_test.py counts again.

#include <gtest/gtest.h>

#include "book.hpp"
#include "io/json_cursor.hpp"
#include "tiendo/io/rollup_writer.hpp"

namespace tiendo::tally_trace_test {
namespace {

constexpr const char* kIndicators =
    R"({"id": "land", "name": {"vi": "Đất", "en": "Land"}, "field": "land", "measure": "ha", "kind": "flow"},
       {"id": "trees", "measure": "ha", "kind": "flow"})";

Report report(const char* day) {
  const ObservationLog log =
      book(kIndicators,
           R"("targets": [{"indicator": "land", "at_least": "30"},
                          {"indicator": "land", "unit": "a", "at_least": "10"}])",
           "indicator,unit,period,value\nland,town,2024-H1,20\nland,a,2024,11\n");
  return report_on(log, day);
}

TEST(TallyTraceTest, ARowOfTheSummaryNamesWhatItCounts) {
  const Report year = report("2024-12-31");
  const std::vector<TallyTrace> traces = explain(year, std::nullopt);
  ASSERT_EQ(traces.size(), year.summary.size());
  EXPECT_EQ(traces[0].counted, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(traces[0].row.counts.rows, year.summary[0].rows);
  EXPECT_EQ(counted_as(year.rows[2]), CountedAs::no_target);
  EXPECT_FALSE(is_counted(CountedAs::of_project));
  EXPECT_TRUE(is_counted(CountedAs::not_judged));
}

TEST(TallyTraceTest, PeopleReadEachRowAndTheSums) {
  const Report half = report("2024-06-30");
  const std::string text = write_tally_traces(explain(half, std::nullopt), half, Language::en);
  EXPECT_EQ(text,
            "Summary, assigner town\n"
            "rules tiendo@1\n"
            "Rows that are counted:\n"
            "  row 1: Land (land), town (town), assigner town (town), 2024: not judged: the period "
            "is not over; so far: not yet met\n"
            "  row 2: Land (land), A (a), assigner town (town), 2024: without data: nothing has "
            "been reported\n"
            "Targets: exceeded 0 + met 0 + missed 0 + without data 1 + not judged 1 = 2\n"
            "Met or better: 0 + 0 = 0\n"
            "Reported: 1/2\n"
            "\nRows that are not counted:\n"
            "  row 3: trees, town (town), 2024: no target is set for it\n");
  EXPECT_NE(write_tally_traces(explain(half, TallyBy::field), half, Language::vi)
                .find("Tổng hợp field: land, cấp giao thị xã\n"),
            std::string::npos);
}

TEST(TallyTraceTest, JsonHasTheSame) {
  const Report year = report("2024-12-31");
  const std::string text = write_tally_traces(explain(year, TallyBy::unit), year);
  const Result<JsonNode> document = parse_json(text);
  ASSERT_TRUE(document) << text;
  EXPECT_EQ(document->find("format")->text, "tiendo-summary-trace/1");
  const JsonNode& town = document->find("rows")->items.at(0);
  EXPECT_EQ(town.find("by")->text + ' ' + town.find("group")->text, "unit town");
  EXPECT_EQ(town.find("counts")->find("rows")->text, "1");
  EXPECT_EQ(document->find("not_counted")->items.at(0).find("reason")->text, "no_target");
}

}  // namespace
}  // namespace tiendo::tally_trace_test
