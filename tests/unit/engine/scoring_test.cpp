// From figures to points, totals and classes. The oracle draws criteria at random.

#include "tiendo/engine/scoring.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"
#include "book.hpp"
#include "criteria_parts.hpp"

namespace tiendo::scoring_test {
namespace {

Criteria built(const CriteriaParts& parts) {
  Checked<Criteria> criteria = Criteria::of(parts);
  for (const Diagnostic& each : criteria.diagnostics) ADD_FAILURE() << to_string(each);
  return *std::move(criteria.value);
}

Figure figure(const char* text) {
  return std::string_view(text) == "-" ? Figure(Errc::no_data) : Figure(*Ratio::parse(text));
}

// The score of two criteria; "-" is no figure.
Score score_of(const CriteriaParts& parts, const char* first, const char* second,
               const char* late = "0") {
  return score(built(parts),
               std::vector<CriterionInput>{{figure(first)}, {figure(second), {}, {figure(late)}}});
}

std::string total(const CriteriaParts& parts, const char* first, const char* second,
                  const char* late = "0") {
  return shown(score_of(parts, first, second, late).total);
}

std::string class_of(const CriteriaParts& parts, const Score& score) {
  const Criteria criteria = built(parts);
  return score.class_position ? criteria.classes()->bands()[*score.class_position].label.code
                              : std::string(name_of(score.class_reason));
}

TEST(ScoringTest, PointsAddUpToATotal) {
  const Score score = score_of(two_criteria(), "50", "80");
  EXPECT_EQ(score.criteria[0].band, 1U);
  EXPECT_EQ(shown(score.criteria[0].points), "30");
  EXPECT_EQ(shown(score.criteria[1].gained), "32");
  EXPECT_EQ(shown(score.criteria[1].points), "32");
  EXPECT_EQ(score.criteria[1].weight, Ratio(40));
  EXPECT_EQ(shown(score.total), "62");
  EXPECT_EQ(shown(score.available), "1");
  EXPECT_EQ(score.used, Ratio(100));
  EXPECT_EQ(class_of(two_criteria(), score), "good");
}

TEST(ScoringTest, NothingIsRoundedBeforeItIsCompared) {
  EXPECT_EQ(total(two_criteria(), "49.9999999999", "0"), "0");
  EXPECT_EQ(total(two_criteria(), "299/3", "100/3"), "130/3");  // 99.67 % is not 100 %
  const Score score = score_of(two_criteria(), "100", "74.999999");
  EXPECT_EQ(class_of(two_criteria(), score), "good");  // prints 90.00
}

TEST(ScoringTest, WhatComesOffStopsAtTheFloor) {
  EXPECT_EQ(total(two_criteria(), "100", "80", "2"), "72");
  const Score score = score_of(two_criteria(), "100", "80", "4");
  EXPECT_EQ(shown(score.criteria[1].deducted), "40");
  EXPECT_EQ(score.criteria[1].limited, Limited::floor);
  EXPECT_EQ(shown(score.total), "60");
  CriteriaParts parts = two_criteria();
  parts.criteria[1].floor = Ratio(-5);
  EXPECT_EQ(total(parts, "100", "80", "4"), "55");
  parts.criteria[1].deductions[0].in = PointsIn::percent;  // a tenth of 40
  EXPECT_EQ(total(parts, "100", "80", "4"), "76");
}

TEST(ScoringTest, ExactlyTheMostOrTheLeastMeetsNoLimit) {
  const Score most = score_of(two_criteria(), "100", "100");
  EXPECT_EQ(most.criteria[0].limited, Limited::none);
  EXPECT_EQ(most.criteria[1].limited, Limited::none);
  const Score least = score_of(two_criteria(), "0", "25", "1");
  EXPECT_EQ(shown(least.criteria[1].points), "0");
  EXPECT_EQ(least.criteria[1].limited, Limited::none);
}

TEST(ScoringTest, TheMostPointsAreTheMostUnlessACapSaysMore) {
  CriteriaParts parts = two_criteria();
  parts.scores[0] = *ScoreTable::of({"line", "1", ""}, {{0, 0}, {100, 100}}, Ends::extended);
  const Score score = score_of(parts, "100", "150");
  EXPECT_EQ(shown(score.criteria[1].gained), "60");
  EXPECT_EQ(score.criteria[1].limited, Limited::cap);
  EXPECT_EQ(shown(score.total), "100");
  // Exactly the most, or the least, is not held back.
  EXPECT_EQ(score_of(parts, "100", "100").criteria[1].limited, Limited::none);
  EXPECT_EQ(score_of(parts, "100", "0").criteria[1].limited, Limited::none);
  parts.criteria[1].cap = Ratio(50);
  EXPECT_EQ(total(parts, "100", "150"), "110");
  EXPECT_EQ(total(parts, "100", "-150"), "60");
}

TEST(ScoringTest, WithoutAFigureThereIsNoTotalUnlessTheCriterionSaysSo) {
  CriteriaParts parts = two_criteria();
  Score score = score_of(parts, "-", "50");
  EXPECT_EQ(shown(score.total), "no_data");
  EXPECT_EQ(class_of(parts, score), "no_data");
  EXPECT_EQ(shown(score.available), "2/5");
  parts.criteria[0].missing = MissingRule::zero;
  score = score_of(parts, "-", "50");
  EXPECT_EQ(shown(score.total), "20");
  EXPECT_EQ(shown(score.criteria[0].points), "no_data");
  EXPECT_EQ(shown(score.criteria[0].counted), "0");
  EXPECT_EQ(score.used, Ratio(100));
  EXPECT_EQ(shown(score.available), "2/5");
  parts.criteria[0].missing = MissingRule::excluded;
  score = score_of(parts, "-", "50");
  EXPECT_EQ(shown(score.total), "50");  // 20 of 40
  EXPECT_EQ(score.used, Ratio(40));
  EXPECT_EQ(score.criteria[0].weight, Ratio(0));
}

TEST(ScoringTest, SoMuchHasToBeThere) {
  CriteriaParts parts = two_criteria();
  for (Criterion& one : parts.criteria) one.missing = MissingRule::excluded;
  parts.least_available = *Ratio::parse("0.4");
  EXPECT_EQ(total(parts, "-", "50"), "50");
  parts.least_available = *Ratio::parse("0.4000001");
  EXPECT_EQ(total(parts, "-", "50"), "too_little_available");
  EXPECT_EQ(total(parts, "100", "-"), "100");
  EXPECT_EQ(total(parts, "-", "-"), "too_little_available");
  parts.least_available = 0;
  EXPECT_EQ(total(parts, "-", "-"), "no_data");
  for (Criterion& one : parts.criteria) one.missing = MissingRule::zero;
  EXPECT_EQ(total(parts, "-", "-"), "0");
}

TEST(ScoringTest, ADeductionWithoutAFigureIsOneOfTheCriterion) {
  CriteriaParts parts = two_criteria();
  EXPECT_EQ(total(parts, "100", "80", "-"), "no_data");
  parts.criteria[1].deductions[0].missing = MissingRule::zero;
  EXPECT_EQ(total(parts, "100", "80", "-"), "92");
  const Score score = tiendo::score(built(two_criteria()),
                                    std::vector<CriterionInput>{{figure("100")}, {figure("80")}});
  EXPECT_EQ(shown(score.total), "no_data");  // nothing was given for it
}

TEST(ScoringTest, AFigureOutsideTheTableHasNoPoints) {
  CriteriaParts parts = two_criteria();
  parts.scores[0] = *ScoreTable::of({"line", "1", ""}, {{0, 0}, {100, 100}}, Ends::refused);
  EXPECT_EQ(total(parts, "100", "101"), "outside_table");
  parts.bands[0] =
      *BandTable::of({"bands", "1", ""}, {band_from("some", Ratio(0), Ratio(50), Ratio(1))}).value;
  EXPECT_EQ(total(parts, "50", "1"), "outside_table");
}

TEST(ScoringTest, ATotalOutsideTheClassesHasNone) {
  CriteriaParts parts = two_criteria();
  parts.criteria[1].floor = Ratio(-200);
  const Score score = score_of(parts, "0", "0", "11");
  EXPECT_EQ(shown(score.total), "-110");
  EXPECT_EQ(class_of(parts, score), "outside_table");
}

TEST(ScoringTest, VerdictsScore) {
  CriteriaParts parts = two_criteria();
  parts.criteria[0].figure.reset();
  parts.criteria[0].table.clear();
  parts.criteria[0].verdicts = VerdictScores{60, 50, 20, 5};
  const Criteria criteria = built(parts);
  const auto total = [&](Verdict verdict, Errc reason) {
    return shown(score(criteria, std::vector<CriterionInput>{{reason, verdict},
                                                             {figure("0"), {}, {figure("0")}}})
                     .total);
  };
  EXPECT_EQ(total(Verdict::exceeded, Errc::no_such_figure), "60");
  EXPECT_EQ(total(Verdict::met, Errc::no_such_figure), "50");
  EXPECT_EQ(total(Verdict::near, Errc::no_such_figure), "20");
  EXPECT_EQ(total(Verdict::missed, Errc::no_such_figure), "5");
  EXPECT_EQ(total(Verdict::none, Errc::period_open), "period_open");
}

TEST(ScoringTest, BonusAndPenaltyAreNoPartOfTheWhole) {
  CriteriaParts parts = two_criteria();
  Criterion more = parts.criteria[1];
  more.id = "prize";
  more.role = CriterionRole::bonus;
  more.points = Ratio(5);
  more.deductions.clear();
  parts.criteria.push_back(more);
  more.id = "fine";
  more.role = CriterionRole::penalty;
  more.points = Ratio(20);
  parts.criteria.push_back(more);
  for (Criterion& one : parts.criteria) one.missing = MissingRule::excluded;
  const auto score_of = [&](const char* first, const char* prize, const char* fine) {
    return score(
        built(parts),
        std::vector<CriterionInput>{
            {figure(first)}, {figure("100"), {}, {figure("0")}}, {figure(prize)}, {figure(fine)}});
  };
  const Score all = score_of("100", "100", "50");
  EXPECT_EQ(shown(all.scored), "100");
  EXPECT_EQ(shown(all.bonus), "5");
  EXPECT_EQ(shown(all.penalty), "10");
  EXPECT_EQ(shown(all.total), "95");
  EXPECT_EQ(all.used, Ratio(100));
  EXPECT_EQ(shown(score_of("-", "-", "50").total), "90");  // 40 of 40, less 10
  parts.cap = Ratio(100);
  EXPECT_EQ(shown(score_of("100", "100", "0").total), "100");
  EXPECT_EQ(score_of("100", "100", "0").limited, Limited::cap);
  parts.floor = Ratio(98);
  EXPECT_EQ(shown(score_of("100", "0", "100").total), "98");
  parts.criteria[3].missing = MissingRule::refused;
  EXPECT_EQ(shown(score_of("100", "100", "-").total), "no_data");
}

TEST(ScoringTest, WeightsMakeAMeanOfWhatIsThere) {
  CriteriaParts parts = weighted_criteria();
  EXPECT_EQ(total(parts, "100", "50"), "125/2");
  parts.criteria[1].missing = MissingRule::excluded;
  const Score score = score_of(parts, "70", "-");
  EXPECT_EQ(shown(score.total), "70");
  EXPECT_EQ(shown(score.available), "1/4");
  EXPECT_EQ(score.used, Ratio(1));
}

TEST(ScoringTest, AQuotaIsCountedOverUnits) {
  const CriteriaParts parts = two_criteria();
  const Criteria criteria = built(parts);
  std::vector<Score> scores;
  for (const char* done : {"100", "100", "0", "10", "20"}) {
    scores.push_back(score_of(parts, "100", done));
  }
  scores.push_back(score_of(parts, "-", "50"));
  // Two excellent, three good: one excellent may be there.
  EXPECT_EQ(count_quotas(criteria, scores), (std::vector<QuotaCount>{{2, 3, 1}}));
  EXPECT_FALSE((QuotaCount{2, 3, 1}.kept()));
  EXPECT_TRUE((QuotaCount{1, 3, 1}.kept()));
}

TEST(ScoringTest, LimitsHaveNames) {
  EXPECT_EQ(name_of(Limited::none), "");
  EXPECT_EQ(name_of(Limited::floor), "floor");
  EXPECT_EQ(name_of(Limited::cap), "cap");
}

}  // namespace
}  // namespace tiendo::scoring_test
