// Partial results as text: what is written is read, and nothing else.

#include "tiendo/io/partial_text.hpp"

#include <gtest/gtest.h>

#include "../engine/book.hpp"
#include "io/checksum.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo::partial_text_test {
namespace {

// A town of two wards that report a flow, a ratio and a share.
class Town {
 public:
  Town() {
    for (const char* ward : {"a", "b"}) book_.add_unit(ward).kind = "ward";
    book_.add_indicator("x", IndicatorKind::flow);
    book_.add_indicator("r", IndicatorKind::ratio, "percent");
    book_.add_indicator("s", IndicatorKind::share, "percent");
    for (const char* ward : {"a", "b"}) {
      book_.add_unit_report(ward, "x", "2024", "4.50");
      book_.add_unit_report(ward, "r", "2024", "1/8");
      book_.add_unit_report(ward, "s", "2024", "3").note = "two, \"lines\"\nhere";
    }
    book_.add_unit_report("a", "x", "2023-Q1", "2");
    request_.as_of = day("2024-12-31");
    request_.known_on = day("2025-03-01");
    request_.levels = 1;
    request_.base_rule = BaseRule::latest;
    request_.rules.rounding = Rounding::half_even;
    request_.rules.late_after_months = 3;
    request_.rules.remarks.note = "as ever";
  }

  const Plan& plan() { return book_.log().plan(); }
  Index unit(std::string_view id) { return plan().find_unit(id); }
  Partial partial() {
    return *Partial::of(book_.log(), request_, {{unit("town")}, {unit("province")}});
  }
  Book& book() { return book_; }
  Request& request() { return request_; }

 private:
  Book book_;
  Request request_;
};

// The text with a part of it changed, and a checksum that holds.
std::string changed(const std::string& text, const std::string& from, const std::string& to) {
  std::string rest = text.substr(text.find('\n') + 1);
  const std::size_t at = rest.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) rest.replace(at, from.size(), to);
  return "tiendo-partial/1 " + checksum(rest) + '\n' + rest;
}

TEST(PartialTextTest, ATextReadsAsWritten) {
  Town town;
  const MarkedPlan plan(town.plan());
  const std::string rest =
      "{\"plan\": \"" + plan.fingerprint() +
      R"(", "request": {"as_of": )"
      R"("2024-12-31", "known_on": "2025-03-01", "rules": {"id": "tiendo", "version": 1, )"
      R"("base_rule": "latest", "unreported": "withhold", "compared_with": "year_before", )"
      R"("rounding": "half_even", "late_after_months": 3, "note": "as ever"}, )"
      R"("base_rule": "latest", "levels": 1}, "whole": ["town"], "alone": ["province"], )"
      R"("kinds": ["a"], "sums": 4}
indicator,unit,question,numerator,denominator,months,reported,of,status,last
x,town,0,9.00,,111111111111,2,units,official,12
x,town,1,2.00,,111,0,units,official,3
x,town,2,2.00,,111,0,units,official,3
r,town,0,2,16,111111111111,2,units,official,12
indicator,unit,period,form,value,status,recorded_on,note
s,a,2024,level,3,official,2024-12-31,"two, ""lines""
here"
s,b,2024,level,3,official,2024-12-31,"two, ""lines""
here"
)";
  EXPECT_EQ(write_partial(town.partial(), plan),
            "tiendo-partial/1 " + checksum(rest) + '\n' + rest);
}

TEST(PartialTextTest, WhatIsReadIsWhatWasWritten) {
  Town town;
  const MarkedPlan plan(town.plan());
  const Partial partial = town.partial();
  const std::string text = write_partial(partial, plan);
  const Checked<Partial> read = read_partial(text, "p", plan);
  ASSERT_TRUE(read) << to_string(read.diagnostics.front());
  EXPECT_EQ(write_partial(*read.value, plan), text);
  EXPECT_EQ(read.value->parts().sums, partial.parts().sums);
  EXPECT_EQ(read.value->parts().units, partial.parts().units);
  EXPECT_EQ(read.value->parts().kinds, partial.parts().kinds);
  EXPECT_EQ(read.value->reports().size(), partial.reports().size());
  EXPECT_EQ(read.value->request().rules, town.request().rules);
  EXPECT_EQ(read.value->request().known_on, town.request().known_on);
  EXPECT_EQ(read.value->request().levels, town.request().levels);
  EXPECT_EQ(evaluate(*read.value).rows.size(), evaluate(partial).rows.size());
}

TEST(PartialTextTest, ATextCutShortOrWithOneBitChangedIsDamaged) {
  Town town;
  const MarkedPlan plan(town.plan());
  const std::string text = write_partial(town.partial(), plan);
  for (std::size_t size = 0; size < text.size(); ++size) {
    const Checked<Partial> read = read_partial(text.substr(0, size), "p", plan);
    ASSERT_FALSE(read) << size;
    ASSERT_EQ(read.diagnostics.front().place.line, 1);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const unsigned bit : {0U, 3U, 7U}) {
      std::string other = text;
      other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ (1U << bit));
      const Checked<Partial> read = read_partial(other, "p", plan);
      ASSERT_FALSE(read) << at;
      const Errc code = read.diagnostics.front().code;
      ASSERT_TRUE(code == Errc::partial_damaged || (code == Errc::unknown_word && at < 17)) << at;
    }
  }
}

TEST(PartialTextTest, EveryFaultHasItsCodeAndLine) {
  Town town;
  const MarkedPlan plan(town.plan());
  const std::string text = write_partial(town.partial(), plan);
  const std::string sum = "x,town,0,9.00,,111111111111,2,units,official,12";
  const struct {
    const char* from;
    const char* to;
    Errc code;
    std::int64_t line;
  } cases[] = {
      {"{\"plan\"", "{\"plan\"x", Errc::json_syntax, 2},
      {"\"plan\": \"", "\"plan\": \"0", Errc::other_plan, 2},
      {"\"request\"", "\"requests\"", Errc::unknown_key, 2},
      {"\"2024-12-31\"", "\"2024-12-32\"", Errc::date_not_real, 2},
      {"\"latest\"", "\"newest\"", Errc::unknown_word, 2},
      {"\"half_even\"", "\"half\"", Errc::unknown_word, 2},
      {"\"id\": \"tiendo\"", "\"id\": \"other\"", Errc::unknown_rules, 2},
      {"\"levels\": 1", "\"levels\": -1", Errc::wrong_type, 2},
      {"\"whole\": [\"town\"]", "\"whole\": [\"city\"]", Errc::unknown_unit, 2},
      {"\"whole\": [\"town\"]", "\"whole\": [7]", Errc::unknown_unit, 2},
      {"\"alone\": [\"province\"]", "\"alone\": [\"town\"]", Errc::parts_overlap, 2},
      {"\"kinds\": [\"a\"]", "\"kinds\": [\"b\"]", Errc::partial_impossible, 2},
      {"\"sums\": 4", "\"sums\": -4", Errc::wrong_type, 2},
      {"\"sums\": 4", "\"sums\": 5", Errc::field_count, 8},
      {"question,", "questions,", Errc::unknown_column, 3},
      {"x,town,0", "y,town,0", Errc::unknown_indicator, 4},
      {"x,town,0", "x,city,0", Errc::unknown_unit, 4},
      {"x,town,0", "x,town,7", Errc::partial_impossible, 4},
      {"9.00", "99999999999999999999", Errc::number_out_of_range, 4},
      {"111111111111", "1111111111110", Errc::number_syntax, 4},
      {"111111111111", "1111111111111", Errc::partial_impossible, 4},
      {",2,units", ",7,units", Errc::partial_impossible, 4},
      {",2,units", ",2,unit", Errc::unknown_word, 4},
      {"official,12", "official,0", Errc::number_out_of_range, 4},
      {"official,12", "official,65", Errc::number_out_of_range, 4},
      {"official,12", "late,12", Errc::unknown_word, 4},
      {"s,a,2024", "s,c,2024", Errc::unknown_unit, 9},
  };
  ASSERT_NE(text.find(sum), std::string::npos) << text;
  for (const auto& c : cases) {
    const Checked<Partial> read = read_partial(changed(text, c.from, c.to), "p", plan);
    ASSERT_FALSE(read) << c.from << " to " << c.to;
    const Diagnostic& finding = read.diagnostics.front();
    EXPECT_EQ(name_of(finding.code), name_of(c.code)) << c.from << " to " << c.to;
    EXPECT_EQ(finding.place.line, c.line) << c.from << " to " << c.to;
    EXPECT_EQ(finding.place.file, "p");
  }
  const Checked<Partial> fewer = read_partial(changed(text, sum + '\n', ""), "p", plan);
  EXPECT_FALSE(fewer);
}

TEST(PartialTextTest, PlansThatDifferHaveOtherFingerprints) {
  Town town;
  Town same;
  Town other;
  other.book().add_target("x", at_least("1"));
  EXPECT_EQ(MarkedPlan(town.plan()).fingerprint(), MarkedPlan(same.plan()).fingerprint());
  EXPECT_NE(MarkedPlan(town.plan()).fingerprint(), MarkedPlan(other.plan()).fingerprint());
  const std::string text = write_partial(town.partial(), MarkedPlan(town.plan()));
  EXPECT_TRUE(read_partial(text, "p", MarkedPlan(same.plan())));
  EXPECT_EQ(read_partial(text, "p", MarkedPlan(other.plan())).diagnostics.front().code,
            Errc::other_plan);
}

// The known values of FNV-1a.
TEST(PartialTextTest, TheChecksumIsTheKnownOne) {
  EXPECT_EQ(checksum(""), "6c62272e07bb014262b821756295c58d");
  EXPECT_EQ(checksum("a"), "d228cb696f1a8caf78912b704e4a8964");
  EXPECT_EQ(checksum("foobar"), "343e1662793c64bf6f0d3597ba446f18");
}

}  // namespace
}  // namespace tiendo::partial_text_test
