// Figures that Vietnamese pages print of one actual against the targets of two assigners, of a rate
// against its target, and of a whole list of targets: each through the engine.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::published_assigners_test {
namespace {

// One actual, a target of the province and one of the town: completion, printed.
std::pair<std::string, std::string> completions(std::string_view actual, std::string_view province,
                                                std::string_view town, Field field, int digits) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", at_least(province), "province");
  book.add_target("x", at_least(town));
  book.add_report("x", "2024", actual);
  const Report report = book.report("2024-12-31");
  const auto text = [&](std::size_t row) {
    return printed(report.plan, report.rows.at(row), field, {digits, Rounding::half_up})
        ->to_string();
  };
  return {text(0), text(1)};
}

using Pair = std::pair<std::string, std::string>;

TEST(PublishedAssignersTest, OneActualHasARateForEachAssigner) {
  // VN-222 and VN-223: Hướng Hóa district, revenue to 30 June 2024 in đồng, of the province's plan
  // and of the district's. https://huonghoa.tinhuyquangtri.vn
  EXPECT_EQ(completions("41360691533", "68000000000", "75000000000", Field::completion, 2),
            (Pair{"60.82", "55.15"}));
  // VN-020: Nghi Sơn town, 182 new enterprises: 21.3 % over the province's 150, 101.1 % of the
  // town's 180. https://baothanhhoa.vn 234082
  EXPECT_EQ(completions("182", "150", "180", Field::excess, 1), (Pair{"21.3", "1.1"}));
}

TEST(PublishedAssignersTest, TheTargetOfOneIsNeverTheResultOfTheOther) {
  // VN-019: a page printed the town's target, 180, as the result, beside the excess over the
  // province's. No assigner's rate is 21.3 % then. https://baothanhhoa.vn 232994
  EXPECT_EQ(completions("180", "150", "180", Field::excess, 1), (Pair{"20.0", "0.0"}));
}

TEST(PublishedAssignersTest, ARateOverItsTargetIsADifferenceInPoints) {
  // VN-018: growth of 23.56 % against 19 %, "vượt 4,56 %": points, and not the excess in percent.
  Book book;
  book.add_indicator("growth", IndicatorKind::share, "percent");
  book.add_target("growth", at_least("19"));
  book.add_report("growth", "2024", "23.56");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(row.remaining.value, -*Ratio::parse("456/100"));
  EXPECT_EQ(row.excess.value, *Ratio::parse("24"));
  EXPECT_EQ(row.verdict, Verdict::exceeded);
}

TEST(PublishedAssignersTest, MetOrBetterIsExceededAndMetTogether) {
  // VN-028: Hậu Lộc district, 24 of 25 indicators met, of which 15 exceeded.
  // https://baothanhhoa.vn 175315
  Book book;
  for (int i = 0; i < 25; ++i) {
    const std::string id = "x" + std::to_string(i);
    book.add_indicator(id, IndicatorKind::flow);
    book.add_target(id, at_least("10"));
    book.add_report(id, "2024", i < 15 ? "11" : i < 24 ? "10" : "9");
  }
  const SummaryRow summary = book.report("2024-12-31").summary.at(0);
  EXPECT_EQ(summary.rows, 25);
  EXPECT_EQ(summary.exceeded, 15);
  EXPECT_EQ(summary.exceeded + summary.met, 24);
}

}  // namespace
}  // namespace tiendo::published_assigners_test
