#include "tiendo/io/statement_writer.hpp"

#include <gtest/gtest.h>

#include "io/statement_labels.hpp"

namespace tiendo::statement_writer_test {
namespace {

constexpr const char* kTable =
    "id,kind,expression,inputs,stated,rounding,source\n"
    "a,completion,,actual=9;plan=8,112.5,,\n"
    "b,completion,,actual=281.35;plan=290,97.01,,\"page \"\"5\"\"\"\n"
    ",excess,,actual=23.56;plan=over 19,over 4,half_up,\n"
    "c,average_growth,,first=88.6;last=170.1;years=5,10.4,,\n"
    "d,,a * a,a=3,10,,\n";

std::string written(ReportFormat format, Language language = Language::en) {
  StatementWriter writer(format, language);
  std::string text = writer.begin();
  const Diagnostics findings =
      verify_statements(kTable, "f.csv", NumberFormat::plain(),
                        [&](const VerifiedStatement& row) { text += writer.row(row); });
  EXPECT_TRUE(findings.empty());
  return text + writer.end();
}

TEST(StatementWriterTest, WritesTextForPeople) {
  EXPECT_EQ(written(ReportFormat::text), R"(a: 112.5 reproduces
  9 / 8 * 100 = 112.5000000 (225/2)
b: 97.01 is possible if the inputs were rounded
  281.35 / 290 * 100 = 97.01724138 (5627/58)
  the inputs allow from 96.84853700 to 97.18652850
  comes out if rounded: down floor
line 4: over 4 is impossible with these inputs
  23.56 / over 19 * 100 - 100 = 24.000000 (24)
  the inputs allow from 17.775000 to 24.026316
  fits as a difference (points), not percent
c: 10.4 is impossible with these inputs
  ((170.1 / 88.6)^(1/5) - 1) * 100 = 13.9342029
  the inputs allow from 13.9146497 to 13.9537648
d: 10 is undecided
  3 * 3 = 9.000000 (9)
  the exact bounds of what the inputs allow are not known
5 figures: 1 reproduce, 1 possible, 2 impossible, 1 undecided
)");
}

TEST(StatementWriterTest, WritesTextInVietnamese) {
  EXPECT_EQ(written(ReportFormat::text, Language::vi), R"(a: 112.5 tính lại khớp
  9 / 8 * 100 = 112.5000000 (225/2)
b: 97.01 có thể đúng nếu số đầu vào đã làm tròn
  281.35 / 290 * 100 = 97.01724138 (5627/58)
  số đầu vào cho phép từ 96.84853700 đến 97.18652850
  khớp nếu làm tròn kiểu: down floor
dòng 4: trên 4 không thể có từ các số đầu vào
  23.56 / trên 19 * 100 - 100 = 24.000000 (24)
  số đầu vào cho phép từ 17.775000 đến 24.026316
  khớp nếu là chênh lệch (điểm %), không phải %
c: 10.4 không thể có từ các số đầu vào
  ((170.1 / 88.6)^(1/5) - 1) * 100 = 13.9342029
  số đầu vào cho phép từ 13.9146497 đến 13.9537648
d: 10 chưa kết luận được
  3 * 3 = 9.000000 (9)
  không rõ chính xác số đầu vào cho phép đến đâu
5 số liệu: 1 khớp, 1 có thể, 2 không thể, 1 chưa kết luận
)");
}

TEST(StatementWriterTest, WritesCsvForPrograms) {
  EXPECT_EQ(written(ReportFormat::csv),
            "line,id,kind,stated,verdict,value,exact,low,low_exact,high,high_exact,roundings,"
            "readings,reason\n"
            "2,a,completion,112.5,reproduces,112.5000000,225/2,100.0000000,100,126.6666667,380/3,"
            "half_up half_even half_down up down ceiling floor,,\n"
            "3,b,completion,97.01,possible,97.01724138,5627/58,96.84853700,56269/581,97.18652850,"
            "18757/193,down floor,,\n"
            "4,,excess,over 4,impossible,24.000000,24,17.775000,711/40,24.026316,913/38,,points,\n"
            "5,c,average_growth,10.4,impossible,13.9342029,,13.9146497,,13.9537648,,,,\n"
            "6,d,expression,10,undecided,9.000000,9,,,,,,,bounds_not_exact\n");
}

// The third and the fifth figure of the document.
TEST(StatementWriterTest, WritesJsonForPrograms) {
  const std::string json = written(ReportFormat::json);
  EXPECT_NE(
      json.find(
          R"(  {"line": 4, "id": null, "kind": "excess", "expression": "actual / plan * 100 - 100", )"
          R"("inputs": [{"name": "actual", "value": "23.56", "qualifier": "exact", "counted": false}, )"
          R"({"name": "plan", "value": "19", "qualifier": "over", "counted": false}], "stated": "4", )"
          R"("qualifier": "over", "rounding": "half_up", "verdict": "impossible", )"
          R"("value": "24.000000", "exact": "24", )"
          R"("low": {"value": "17.775000", "exact": "711/40", "included": false}, )"
          R"("high": {"value": "24.026316", "exact": "913/38", "included": false}, )"
          R"("reason": null, "roundings": [], "readings": ["points"], "source": null},)"),
      json.npos)
      << json;
  EXPECT_NE(json.find(R"("low": null, "high": null, "reason": "bounds_not_exact", )"
                      R"("roundings": [], "readings": [], "source": null})"),
            json.npos)
      << json;
  EXPECT_NE(json.find(R"("source": "page \"5\""},)"), json.npos) << json;
}

TEST(StatementWriterTest, WithoutRowsThereIsADocument) {
  const StatementWriter json(ReportFormat::json, Language::vi);
  EXPECT_EQ(json.begin() + json.end(),
            "{\"format\": \"tiendo-verification/1\", \"figures\": [\n], \"summary\": "
            "{\"undecided\": 0, \"reproduces\": 0, \"possible\": 0, \"impossible\": "
            "0}}\n");
  const StatementWriter text(ReportFormat::text, Language::en);
  EXPECT_EQ(text.begin() + text.end(),
            "0 figures: 0 reproduce, 0 possible, 0 impossible, 0 undecided\n");
}

TEST(StatementWriterTest, EveryVerdictAndReadingHasWords) {
  for (const Language language : {Language::vi, Language::en}) {
    for (int i = 0; !name_of(static_cast<StatedVerdict>(i)).empty(); ++i) {
      EXPECT_FALSE(label(static_cast<StatedVerdict>(i), language).empty()) << i;
    }
    for (int i = 0; !name_of(static_cast<Reading>(i)).empty(); ++i) {
      EXPECT_FALSE(label(static_cast<Reading>(i), language).empty()) << i;
    }
    EXPECT_NE(label(Errc::bounds_not_exact, Language::vi), text_of(Errc::bounds_not_exact));
    EXPECT_NE(label(Errc::divisor_may_vanish, Language::vi), text_of(Errc::divisor_may_vanish));
  }
}

}  // namespace
}  // namespace tiendo::statement_writer_test
