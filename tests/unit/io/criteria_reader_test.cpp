// Files of criteria. tests/golden/errors has faulty ones; tests/cli/score_test.py scores by them.

#include "tiendo/io/criteria_reader.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::criteria_reader_test {
namespace {

// A file with these keys beside format, id, version and source.
std::string own(const std::string& keys) {
  return R"({"format": "tiendo-criteria/1", "id": "own", "version": "2", "source": "s", )" + keys +
         '}';
}

constexpr const char* kTables =
    R"("bands": [{"id": "steps", "version": "1", "source": "a", "needs_confirmation": true, "bands": [
         {"code": "high", "name": {"vi": "cao", "en": "high"}, "at_least": "50.0", "score": "10"},
         {"code": "none", "equal": 0, "score": "1"},
         {"code": "some", "more_than": "0", "less_than": "50", "score": "5"}]}],
       "scores": [{"id": "line", "version": "1",
                   "knots": [{"value": "100", "score": "10"}, {"value": "0", "score": "0.5"}],
                   "ends": "refused"}], )";
constexpr const char* kCriteria =
    R"("criteria": [
         {"id": "a", "name": "A", "indicator": "x", "assigner": "town", "figure": "growth_pct",
          "table": "steps@1", "points": "10", "floor": "-1", "cap": "9", "missing": "zero",
          "deductions": [{"indicator": "late", "figure": "change", "assigner": "town", "each": "2.5",
                          "in": "percent", "missing": "zero"}], "note": "n", "source": "q"},
         {"id": "b", "role": "bonus", "indicator": "x", "points": "5", "in": "percent",
          "verdicts": {"exceeded": "100", "met": "50", "near": "0", "missed": "0"}},
         {"id": "c", "indicator": "x", "figure": "actual", "table": "line@1", "points": "10",
          "missing": "excluded"}])";

// The codes of the findings; "" where the text is read.
std::string codes(const std::string& text, const Plan* plan = nullptr) {
  std::string all;
  const Checked<Criteria> criteria = read_criteria(text, "c.json", plan);
  for (const Diagnostic& finding : criteria.diagnostics) {
    all += (all.empty() ? "" : " ") + std::string(name_of(finding.code));
    EXPECT_EQ(finding.place.file, "c.json");
    EXPECT_GT(finding.place.line, 0) << text;
  }
  EXPECT_EQ(criteria.value.has_value(), all.empty());
  return all;
}

TEST(CriteriaReaderTest, EverythingIsRead) {
  const Checked<Criteria> criteria = read_criteria(
      own(std::string(
              R"("name": {"vi": "điểm", "en": "points"}, "note": "n", "floor": "0", "cap": "20",
                         "least_available": "0.8", "digits": 1, "needs_confirmation": true, )") +
          kTables + kCriteria +
          R"(, "classes": "steps@1", "quotas": [{"class": "high", "of": ["some", "none"], "percent": "20"}])"),
      "c.json");
  for (const Diagnostic& each : criteria.diagnostics) ADD_FAILURE() << to_string(each);
  ASSERT_TRUE(criteria);
  const CriteriaParts& parts = criteria.value->parts();
  EXPECT_EQ(parts.name, (TableName{"own", "2", "s", true}));
  EXPECT_EQ(parts.title, (Name{"điểm", "points"}));
  EXPECT_EQ(parts.cap, Ratio(20));
  EXPECT_EQ(parts.least_available, *Ratio::parse("4/5"));
  EXPECT_EQ(parts.digits, 1);
  ASSERT_EQ(parts.bands.size(), 1U);
  EXPECT_TRUE(parts.bands[0].name().needs_confirmation);
  const std::vector<Band>& bands = parts.bands[0].bands();
  EXPECT_EQ(bands[0].label.code, "none");
  EXPECT_TRUE(bands[0].has_low && bands[0].has_high);
  EXPECT_FALSE(bands[1].has_low || bands[1].has_high);
  EXPECT_EQ(bands[2].label.label.vi, "cao");
  EXPECT_EQ(bands[2].score, Ratio(10));
  EXPECT_EQ(parts.scores[0].knots().front().score, *Ratio::parse("0.5"));
  EXPECT_EQ(parts.scores[0].ends(), Ends::refused);
  Criterion a;
  a.id = "a";
  a.name = {"A", ""};
  a.indicator = "x";
  a.assigner = "town";
  a.figure = Field::growth;
  a.table = "steps@1";
  a.points = Ratio(10);
  a.floor = Ratio(-1);
  a.cap = Ratio(9);
  a.missing = MissingRule::zero;
  a.deductions = {
      {"late", Field::change, "town", *Ratio::parse("2.5"), PointsIn::percent, MissingRule::zero}};
  a.remarks = {"n", "q"};
  EXPECT_EQ(parts.criteria[0], a);
  EXPECT_EQ(parts.criteria[1].verdicts, (VerdictScores{100, 50, 0, 0}));
  EXPECT_EQ(parts.criteria[1].role, CriterionRole::bonus);
  EXPECT_EQ(parts.criteria[2].missing, MissingRule::excluded);
  EXPECT_EQ(parts.quotas, (std::vector<Quota>{{"high", {"some", "none"}, 20}}));
}

TEST(CriteriaReaderTest, WhatIsWrittenIsReadBack) {
  for (
      const std::string& keys :
      {std::string(kCriteria), std::string(R"("digits": 0, "name": "\"é\"", )") + kCriteria,
       std::string(R"("least_available": "0.25", )") + kCriteria +
           R"(, "classes": "steps@1", "quotas": [{"class": "high", "of": ["some"], "percent": "0"}])",
       std::string(R"("criteria": [{"id": "a", "indicator": "x", "figure": "actual",
                        "table": "line@1", "weight": "0.5"}])")}) {
    const Checked<Criteria> first = read_criteria(own(kTables + keys), "c.json");
    for (const Diagnostic& each : first.diagnostics) ADD_FAILURE() << to_string(each);
    ASSERT_TRUE(first);
    const std::string text = write_criteria(*first.value);
    const Checked<Criteria> again = read_criteria(text, "c.json");
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(write_criteria(*again.value), text);
    EXPECT_EQ(again.value->parts().criteria, first.value->parts().criteria);
    EXPECT_EQ(again.value->parts().quotas, first.value->parts().quotas);
    EXPECT_EQ(again.value->parts().name, first.value->parts().name);
    EXPECT_EQ(again.value->parts().bands[0].bands(), first.value->parts().bands[0].bands());
    EXPECT_EQ(again.value->parts().scores[0].knots(), first.value->parts().scores[0].knots());
  }
}

TEST(CriteriaReaderTest, FaultsOfFormAreNamed) {
  const auto with = [](const std::string& keys) { return own(kTables + keys); };
  EXPECT_EQ(codes("["), "json_syntax");
  EXPECT_EQ(codes("[]"), "wrong_type");
  EXPECT_EQ(codes("{}"), "missing_key missing_key missing_key missing_key missing_key");
  EXPECT_EQ(codes(with(R"("criteria": [1])")), "wrong_type");
  EXPECT_EQ(codes(with(R"("criteria": {})")), "wrong_type");
  EXPECT_EQ(codes(with(R"("criteria": [{"id": "a"}])")), "missing_key");
  EXPECT_EQ(codes(with(std::string(kCriteria) + R"(, "class": "steps@1")")), "unknown_key");
  EXPECT_EQ(codes(with(R"("criteria": [{"id": "a", "indicator": "x", "figure": "actual",
                           "table": "line@1", "points": "ten", "missing": "never", "in": "",
                           "role": "extra", "assigner": ""}])")),
            "unknown_word id_syntax unknown_word number_syntax unknown_word");
  EXPECT_EQ(codes(with(R"("criteria": [{"id": "a", "indicator": "x", "points": "1",
                           "verdicts": {"met": "1", "vượt": "2"}}])")),
            "missing_key missing_key missing_key unknown_key");
  EXPECT_EQ(codes(own(R"("scores": [{"id": "l", "version": "1", "knots": [{"value": "1"}]}],
                         "criteria": [])")),
            "missing_key missing_key");
  EXPECT_EQ(codes(own(R"("scores": [{"id": "l", "version": "1", "ends": "open",
                         "knots": [{"value": "1", "score": "1"}]}], "criteria": [])")),
            "unknown_word");
  EXPECT_EQ(codes(own(R"("scores": [{"id": "l", "version": "1", "ends": "capped",
                         "knots": [{"value": "1", "score": "1"}]}], "criteria": [])")),
            "table_empty");
  EXPECT_EQ(codes(own(R"("bands": [{"id": "l", "version": "1", "bands": []}], "criteria": [])")),
            "table_empty");
  EXPECT_EQ(codes(own(R"("bands": [{"id": "l", "version": "1", "bands": [{"code": "a b"}]}],
                         "criteria": [])")),
            "id_syntax");
  EXPECT_EQ(codes(R"({"format": "tiendo-criteria/2", "id": "own", "version": "1", "source": "s",
                      "criteria": []})"),
            "unknown_word");
}

TEST(CriteriaReaderTest, WhatTheCriteriaSayTogetherHasItsPlace) {
  const std::string text = own(std::string(kTables) + "\n" + R"("criteria": [
{"id": "a", "indicator": "x", "figure": "actual", "table": "line@1", "points": "1",
 "deductions": [{"indicator": "late", "each": "1"},
                {"indicator": "late", "each": "0"}]}])");
  const Checked<Criteria> criteria = read_criteria(text, "c.json");
  ASSERT_EQ(criteria.diagnostics.size(), 1U);
  EXPECT_EQ(criteria.diagnostics[0].code, Errc::points_not_positive);
  EXPECT_EQ(criteria.diagnostics[0].place.line, 11);
  EXPECT_EQ(criteria.diagnostics[0].place.column, 47);
}

TEST(CriteriaReaderTest, APlanSaysWhatThereIs) {
  const ObservationLog log = book(R"({"id": "x", "measure": "ha", "kind": "flow"},
                                     {"id": "late", "measure": "ha", "kind": "flow"})",
                                  R"("targets": [])", "indicator,period,value\nx,2024,1\n");
  const std::string text = own(std::string(kTables) + kCriteria);
  EXPECT_EQ(codes(text, &log.plan()), "");
  const ObservationLog other = book(R"({"id": "y", "measure": "ha", "kind": "flow"})",
                                    R"("targets": [])", "indicator,period,value\ny,2024,1\n");
  EXPECT_EQ(codes(text, &other.plan()),
            "unknown_indicator unknown_indicator unknown_indicator unknown_indicator");
}

}  // namespace
}  // namespace tiendo::criteria_reader_test
