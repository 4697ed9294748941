// Units scored from what they have reported.

#include "tiendo/engine/unit_scores.hpp"

#include <gtest/gtest.h>

#include "book.hpp"
#include "criteria_parts.hpp"

namespace tiendo::unit_scores_test {
namespace {

class Town {
 public:
  Town() {
    book.add_indicator("x", IndicatorKind::flow);
    book.add_indicator("y", IndicatorKind::level, "percent").direction = Direction::more;
    book.add_indicator("late", IndicatorKind::flow, "person");
  }

  // A ward with a target for x, unless it is "", and what it has reported.
  void ward(const std::string& id, const char* target, const char* x, const char* y,
            const char* late) {
    book.add_unit(id).kind = "ward";
    if (*target) book.add_target("x", at_least(target)).unit = id;
    if (*x) book.add_unit_report(id, "x", "2024", x);
    if (*y) book.add_unit_report(id, "y", "2024", y);
    if (*late) book.add_unit_report(id, "late", "2024", late);
  }

  UnitScores score(const CriteriaParts& parts = two_criteria(), const char* as_of = "2024-12-31",
                   Unreported unreported = Unreported::withhold) {
    Request request;
    request.as_of = day(as_of);
    request.rules.unreported = unreported;
    return score_units(book.log(), request, *Criteria::of(parts).value,
                       {book.log().plan().find_unit("town"), period("2024")});
  }

  Book book;
};

// "a 1 100, b - no_data": place and total.
std::string places(const UnitScores& scores) {
  std::string text;
  for (const ScoredUnit& unit : scores.units) {
    text += (text.empty() ? "" : ", ") + scores.plan.units()[unit.unit].id + ' ' +
            (unit.rank.place ? std::to_string(*unit.rank.place) : "-") + ' ' +
            shown(unit.score.total);
  }
  return text;
}

TEST(UnitScoresTest, EqualTotalsShareAPlace) {
  Town town;
  town.ward("a", "10", "5", "100", "0");   // 30 + 40
  town.ward("b", "10", "10", "100", "0");  // 60 + 40
  town.ward("c", "20", "10", "75", "-1");  // 30 + 40: what comes off is negative here
  town.ward("d", "10", "1", "50", "1");    // 0 + 10
  town.ward("e", "10", "10", "", "0");
  const UnitScores scores = town.score();
  EXPECT_EQ(places(scores), "b 1 100, a 2 70, c 2 70, d 4 10, e - no_data");
  EXPECT_EQ(scores.units[1].rank.sharing, 2);
  EXPECT_EQ(shown(scores.units[0].score.criteria[0].input.figure), "100");
  EXPECT_EQ(scores.units[0].rows[0].condition.value, dec("10"));
  // One excellent; two good.
  EXPECT_EQ(scores.quotas, (std::vector<QuotaCount>{{1, 2, 1}}));
}

TEST(UnitScoresTest, AUnitIsNotBehindByWhatItHasNotReported) {
  Town town;
  town.ward("a", "10", "", "100", "0");
  town.book.add_unit_report("a", "x", "2024-H1", "9");
  EXPECT_EQ(places(town.score()), "a - partial_coverage");
  // By the end of June nothing is missing; but the level of the year is not due.
  const UnitScores half = town.score(two_criteria(), "2024-06-30");
  EXPECT_EQ(shown(half.units[0].score.criteria[0].points), "30");
}

TEST(UnitScoresTest, ByRulesThatLeaveOutWhatIsMissingAUnitHasThePointsOfWhatIsThere) {
  Town town;
  town.ward("a", "10", "", "100", "0");
  town.book.add_unit_report("a", "x", "2024-H1", "10");
  const UnitScores scores = town.score(two_criteria(), "2024-12-31", Unreported::leave_out);
  EXPECT_EQ(shown(scores.units[0].score.criteria[0].input.figure), "100");
  EXPECT_TRUE(scores.units[0].rank.place);
}

TEST(UnitScoresTest, AFigureOfATargetNeedsOneTarget) {
  Town town;
  town.ward("a", "10", "10", "100", "0");
  town.ward("b", "", "10", "100", "0");
  town.book.add_target("x", at_least("5"), "province").unit = "a";
  EXPECT_EQ(places(town.score()), "a - several_targets, b - no_target");
  CriteriaParts parts = two_criteria();
  parts.criteria[0].assigner = "province";
  EXPECT_EQ(places(town.score(parts)), "a 1 100, b - no_target");
  parts.criteria[0].assigner = "";
  parts.criteria[0].figure = Field::actual;  // below 50: no points
  EXPECT_EQ(places(town.score(parts)), "a 1 40, b 1 40");
}

TEST(UnitScoresTest, VerdictsAreThoseOfTheTargets) {
  Town town;
  town.ward("a", "10", "11", "100", "0");
  town.ward("b", "10", "9", "100", "0");
  town.ward("c", "", "9", "100", "0");
  town.ward("d", "10", "10", "100", "0");
  town.book.add_target("x", at_least("5"), "province").unit = "d";
  CriteriaParts parts = two_criteria();
  parts.criteria[0].figure.reset();
  parts.criteria[0].table.clear();
  parts.criteria[0].verdicts = VerdictScores{60, 50, 20, 5};
  const UnitScores scores = town.score(parts);
  EXPECT_EQ(places(scores), "a 1 100, b 2 45, c - no_target, d - several_targets");
  EXPECT_EQ(scores.units[0].score.criteria[0].input.verdict, Verdict::exceeded);
  EXPECT_EQ(scores.units[0].score.criteria[0].input.figure.reason, Errc::no_such_figure);
}

TEST(UnitScoresTest, CriteriaOfAnotherPlanSayWhatIsNotThere) {
  Town town;
  town.ward("a", "10", "10", "100", "0");
  CriteriaParts parts = two_criteria();
  parts.criteria[0].indicator = "z";
  EXPECT_EQ(places(town.score(parts)), "a - unknown_indicator");
  EXPECT_EQ(town.score(parts).units[0].rows[0].indicator, kNone);
  parts = two_criteria();
  parts.criteria[0].assigner = "nobody";
  EXPECT_EQ(places(town.score(parts)), "a - unknown_unit");
  parts = two_criteria();
  parts.criteria[1].deductions[0].indicator = "z";
  EXPECT_EQ(places(town.score(parts)), "a - unknown_indicator");
  for (Criterion& one : parts.criteria) one.indicator = "z";
  EXPECT_EQ(places(town.score(parts)), "");
}

// Points are made of numbers that are there as a fraction; a verdict is decided without one.
TEST(UnitScoresTest, AnAverageOfYearsHasNoPointsButAVerdict) {
  Town town;
  town.book.add_indicator("growth", IndicatorKind::growth, "percent").base = "x";
  town.ward("a", "", "", "100", "0");
  Target& target = town.book.add_target("growth", at_least("10"));
  target.unit = "a";
  target.period = period("2023/2024");
  for (const auto& [year, output] : {std::pair{"2022", "100"}, std::pair{"2024", "121"}}) {
    town.book.add_unit_report("a", "x", year, output);
  }
  for (const char* late : {"2023", "2024"}) town.book.add_unit_report("a", "late", late, "0");
  Request request;
  request.as_of = day("2024-12-31");
  const auto total_by = [&](const CriteriaParts& parts) {
    return places(score_units(town.book.log(), request, *Criteria::of(parts).value,
                              {town.book.log().plan().find_unit("town"), period("2023/2024")}));
  };
  CriteriaParts parts = two_criteria();
  parts.criteria.pop_back();
  parts.criteria[0].indicator = "growth";
  parts.criteria[0].points = Ratio(60);
  for (const Field field : {Field::actual, Field::completion, Field::remaining}) {
    parts.criteria[0].figure = field;
    EXPECT_EQ(total_by(parts), "a - average_of_years") << name_of(field);
  }
  CriteriaParts less = parts;
  less.criteria[0].indicator = "late";
  less.criteria[0].figure = Field::actual;
  EXPECT_EQ(total_by(less), "a 1 0");
  less.criteria[0].deductions = {{"growth", Field::actual, "", 1}};
  EXPECT_EQ(total_by(less), "a - average_of_years");
  parts.criteria[0].figure.reset();
  parts.criteria[0].table.clear();
  parts.criteria[0].verdicts = VerdictScores{60, 50, 20, 5};
  EXPECT_EQ(total_by(parts), "a 1 50");
}

TEST(UnitScoresTest, UnitsOfAKindThatReportsNothingAreNotScored) {
  Town town;
  town.ward("a", "10", "10", "100", "0");
  town.book.add_unit("office").kind = "department";
  EXPECT_EQ(places(town.score()), "a 1 100");
}

}  // namespace
}  // namespace tiendo::unit_scores_test
