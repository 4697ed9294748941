// What criteria may say, and what they may not.

#include "tiendo/engine/criteria.hpp"

#include <gtest/gtest.h>

#include "criteria_parts.hpp"

namespace tiendo::criteria_test {
namespace {

// "unknown_table at /criteria/0/table", joined; "" where the criteria can be built.
std::string faults(const CriteriaParts& parts) {
  std::string all;
  const Checked<Criteria> criteria = Criteria::of(parts);
  for (const Diagnostic& finding : criteria.diagnostics) {
    all += (all.empty() ? "" : ", ") + std::string(name_of(finding.code)) + " at " +
           finding.place.path;
  }
  EXPECT_EQ(criteria.value.has_value(), all.empty());
  return all;
}

TEST(CriteriaTest, WhatMakesSenseIsBuilt) {
  const Checked<Criteria> criteria = Criteria::of(two_criteria());
  ASSERT_TRUE(criteria);
  EXPECT_TRUE(criteria.value->by_points());
  EXPECT_EQ(criteria.value->whole(), Ratio(100));
  EXPECT_TRUE(criteria.value->scale_of(0).bands);
  EXPECT_TRUE(criteria.value->scale_of(1).scores);
  EXPECT_EQ(criteria.value->classes()->name().id, "classes");
}

TEST(CriteriaTest, TablesOfTheLibraryAreKnownByTheirNames) {
  CriteriaParts parts = two_criteria();
  parts.criteria[1].table = "open_sdg_growth_score@1";
  parts.classes = "open_sdg_score@1";
  parts.quotas.clear();
  const Checked<Criteria> criteria = Criteria::of(parts);
  ASSERT_TRUE(criteria);
  EXPECT_EQ(criteria.value->scale_of(1).scores->name().id, "open_sdg_growth_score");
  EXPECT_EQ(criteria.value->classes()->bands().size(), 4U);
}

TEST(CriteriaTest, ATableOfItsOwnGoesBeforeOneOfTheLibrary) {
  CriteriaParts parts = two_criteria();
  parts.scores.push_back(
      *ScoreTable::of({"open_sdg_score", "1", ""}, {{0, 0}, {1, 1}}, Ends::capped));
  parts.classes = "open_sdg_score@1";  // a table of scores here, and no classes
  parts.quotas.clear();
  EXPECT_EQ(faults(parts), "unknown_table at /classes");
}

TEST(CriteriaTest, WeightsMakeAMean) {
  const Checked<Criteria> criteria = Criteria::of(weighted_criteria());
  ASSERT_TRUE(criteria);
  EXPECT_FALSE(criteria.value->by_points());
  EXPECT_EQ(criteria.value->whole(), Ratio(4));
}

struct Fault {
  const char* expected;
  void (*plant)(CriteriaParts&);
};

void expect_faults(CriteriaParts (*of)(), std::initializer_list<Fault> cases) {
  for (const Fault& each : cases) {
    CriteriaParts parts = of();
    each.plant(parts);
    EXPECT_EQ(faults(parts), each.expected);
  }
}

TEST(CriteriaTest, TablesThatAreNotThereAreRefused) {
  expect_faults(
      two_criteria,
      {{"unknown_table at /criteria/0/table", [](auto& p) { p.criteria[0].table = "bands@2"; }},
       {"unknown_table at /classes",
        [](auto& p) {
          p.classes = "bands";
          p.quotas.clear();
        }},
       {"band_without_points at /criteria/0/table",
        [](auto& p) { p.criteria[0].table = "classes@1"; }},
       {"duplicate_id at /scores/0/id",
        [](auto& p) {
          p.scores = {*ScoreTable::of({"bands", "1", ""}, {{0, 0}, {1, 1}}, Ends::capped)};
          p.criteria.pop_back();
        }},
       {"id_syntax at /bands/0/version, unknown_table at /criteria/0/table", [](auto& p) {
          p.bands[0] =
              *BandTable::of({"bands", "", ""}, {{{"all", {}}, {}, {}, true, true, 1}}).value;
        }}});
}

TEST(CriteriaTest, ACriterionIsWorthOneThing) {
  expect_faults(
      two_criteria,
      {{"criteria_conflict at /criteria/0", [](auto& p) { p.criteria[0].points.reset(); }},
       {"criteria_conflict at /criteria/0", [](auto& p) { p.criteria[0].weight = Ratio(1); }},
       {"criteria_conflict at /criteria/1",
        [](auto& p) {
          p.criteria[1].points.reset();
          p.criteria[1].weight = Ratio(1);
          p.criteria[1].in = PointsIn::points;
        }},
       {"points_not_positive at /criteria/0/points",
        [](auto& p) { p.criteria[0].points = Ratio(0); }},
       {"range_reversed at /criteria/0/floor", [](auto& p) { p.criteria[0].floor = Ratio(61); }},
       {"range_reversed at /criteria/0/floor",
        [](auto& p) {
          p.criteria[0].floor = Ratio(6);
          p.criteria[0].cap = Ratio(5);
        }},
       {"range_reversed at /criteria/0/cap", [](auto& p) { p.criteria[0].cap = Ratio(-1); }},
       {"nothing_to_count at /criteria",
        [](auto& p) {
          for (Criterion& one : p.criteria) one.role = CriterionRole::bonus;
        }},
       {"nothing_to_count at /criteria", [](auto& p) { p.criteria.clear(); }}});
  expect_faults(
      weighted_criteria,
      {{"criteria_conflict at /criteria/0/in",
        [](auto& p) { p.criteria[0].in = PointsIn::percent; }},
       {"weight_negative at /criteria/0/weight", [](auto& p) { p.criteria[0].weight = Ratio(-1); }},
       {"no_weight at /criteria",
        [](auto& p) {
          for (Criterion& one : p.criteria) one.weight = Ratio(0);
        }},
       {"criteria_conflict at /criteria/0/weight",
        [](auto& p) { p.criteria[0].role = CriterionRole::penalty; }},
       {"criteria_conflict at /criteria/0/deductions/0/in", [](auto& p) {
          p.criteria[0].deductions = {{"late", Field::actual, "", 1, PointsIn::percent}};
        }}});
}

TEST(CriteriaTest, ACriterionScoresAFigureOrVerdicts) {
  expect_faults(
      two_criteria,
      {{"criteria_conflict at /criteria/0", [](auto& p) { p.criteria[0].figure.reset(); }},
       {"criteria_conflict at /criteria/0", [](auto& p) { p.criteria[0].table.clear(); }},
       {"criteria_conflict at /criteria/0",
        [](auto& p) {
          p.criteria[0].verdicts = VerdictScores{10, 10, 5, 0};
        }},
       {"", [](auto& p) {
          p.criteria[0].verdicts = VerdictScores{10, 10, 5, 0};
          p.criteria[0].figure.reset();
          p.criteria[0].table.clear();
        }}});
}

TEST(CriteriaTest, IdsDeductionsAndQuotasAreChecked) {
  expect_faults(
      two_criteria,
      {{"id_syntax at /id", [](auto& p) { p.name.id = "my own"; }},
       {"id_syntax at /version", [](auto& p) { p.name.version = ""; }},
       {"id_syntax at /criteria/0/id", [](auto& p) { p.criteria[0].id = ""; }},
       {"id_syntax at /criteria/1/indicator", [](auto& p) { p.criteria[1].indicator = ""; }},
       {"duplicate_id at /criteria/1/id", [](auto& p) { p.criteria[1].id = "paid"; }},
       {"points_not_positive at /criteria/1/deductions/0/each",
        [](auto& p) { p.criteria[1].deductions[0].each = 0; }},
       {"id_syntax at /criteria/1/deductions/0/indicator",
        [](auto& p) { p.criteria[1].deductions[0].indicator = ""; }},
       {"criteria_conflict at /criteria/1/deductions/0/missing",
        [](auto& p) { p.criteria[1].deductions[0].missing = MissingRule::excluded; }},
       {"unknown_word at /quotas/0/class", [](auto& p) { p.quotas[0].code = "excelent"; }},
       {"unknown_word at /quotas/0/of/0", [](auto& p) { p.quotas[0].of = {"best"}; }},
       {"nothing_to_count at /quotas/0", [](auto& p) { p.quotas[0].of.clear(); }},
       {"quota_out_of_range at /quotas/0/percent", [](auto& p) { p.quotas[0].percent = 101; }},
       {"unknown_word at /quotas/0/class, unknown_word at /quotas/0/of/0",
        [](auto& p) { p.classes.clear(); }},
       {"quota_out_of_range at /least_available",
        [](auto& p) { p.least_available = *Ratio::parse("1.1"); }},
       {"digits_out_of_range at /digits", [](auto& p) { p.digits = 101; }},
       {"range_reversed at /floor", [](auto& p) {
          p.floor = Ratio(1);
          p.cap = Ratio(0);
        }}});
}

TEST(CriteriaTest, TheWordsOfAFileAreNames) {
  EXPECT_EQ(name_of(MissingRule::refused), "refused");
  EXPECT_EQ(name_of(MissingRule::excluded), "excluded");
  EXPECT_EQ(name_of(CriterionRole::penalty), "penalty");
  EXPECT_EQ(name_of(PointsIn::percent), "percent");
  EXPECT_EQ(name_of(Ends::extended), "extended");
  EXPECT_EQ(name_of(static_cast<MissingRule>(9)), "");
}

}  // namespace
}  // namespace tiendo::criteria_test
