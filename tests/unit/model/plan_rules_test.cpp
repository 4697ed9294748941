// The rules of definitions: each is broken alone in a plan that is otherwise good, and gives one
// finding at one place.

#include <gtest/gtest.h>

#include "books.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::plan_rules_test {
namespace {

std::vector<std::string> findings_of(const Book& book) {
  return found_in(book.build().diagnostics);
}

using Lines = std::vector<std::string>;

const Fault kFaults[] = {
    {"measure id", [](Book& b) { b.measures.push_back(measure("a b", "area", "1")); },
     Errc::id_syntax, "/measures/3/id"},
    {"head id", [](Book& b) { b.head.id = "năm"; }, Errc::id_syntax, "/plan/id"},
    {"project without id", [](Book& b) { b.projects.emplace_back(); }, Errc::id_syntax,
     "/plan/projects/1/id"},
    {"measure twice", [](Book& b) { b.measures.push_back(b.measures[0]); }, Errc::duplicate_id,
     "/measures/3/id"},
    {"unit twice", [](Book& b) { b.units.push_back(unit("north", "province")); },
     Errc::duplicate_id, "/units/4/id"},
    {"indicator twice", [](Book& b) { b.indicators.push_back(b.indicators[0]); },
     Errc::duplicate_id, "/indicators/4/id"},
    {"project twice",
     [](Book& b) {
       b.projects.push_back(b.projects[0]);
       b.projects[1].targets.clear();
     },
     Errc::duplicate_id, "/plan/projects/1/id"},
    {"task group twice", [](Book& b) { b.task_groups.push_back(b.task_groups[0]); },
     Errc::duplicate_id, "/plan/task_groups/1/id"},

    {"factor zero", [](Book& b) { b.measures[0].factor = 0; }, Errc::factor_not_positive,
     "/measures/0/factor"},
    {"factor below zero", [](Book& b) { b.measures[2].factor = -1; }, Errc::factor_not_positive,
     "/measures/2/factor"},
    {"measure of an indicator", [](Book& b) { b.indicators[0].measure = "m2"; },
     Errc::unknown_measure, "/indicators/0/measure"},
    {"no measure", [](Book& b) { b.indicators[0].measure.clear(); }, Errc::unknown_measure,
     "/indicators/0"},

    {"parent", [](Book& b) { b.units[2].parent = "city"; }, Errc::unknown_unit, "/units/2/parent"},
    {"lead of a project", [](Book& b) { b.projects[0].lead = "city"; }, Errc::unknown_unit,
     "/plan/projects/0/lead"},
    {"second helper of a project",
     [](Book& b) {
       b.projects[0].with = {"north", "city"};
     },
     Errc::unknown_unit, "/plan/projects/0/with/1"},
    {"lead of a group", [](Book& b) { b.task_groups[0].lead = "city"; }, Errc::unknown_unit,
     "/plan/task_groups/0/lead"},
    {"helper of a group", [](Book& b) { b.task_groups[0].with = {"city"}; }, Errc::unknown_unit,
     "/plan/task_groups/0/with/0"},
    {"lead of a task", [](Book& b) { b.task_groups[0].tasks[0].lead = "city"; }, Errc::unknown_unit,
     "/plan/task_groups/0/tasks/0/lead"},
    {"target of a group",
     [](Book& b) {
       b.task_groups[0].targets = {"land", "sea"};
     },
     Errc::unknown_indicator, "/plan/task_groups/0/targets/1"},

    {"scale below zero", [](Book& b) { b.indicators[3].scale = -1; }, Errc::digits_out_of_range,
     "/indicators/3/scale"},
    {"scale above 100", [](Book& b) { b.indicators[0].scale = 101; }, Errc::digits_out_of_range,
     "/indicators/0/scale"},
    {"digits", [](Book& b) { b.indicators[0].digits = -1; }, Errc::digits_out_of_range,
     "/indicators/0/digits"},
    {"percent digits", [](Book& b) { b.indicators[0].percent_digits = 101; },
     Errc::digits_out_of_range, "/indicators/0/percent_digits"},

    {"growth of nothing", [](Book& b) { b.indicators[1].base.clear(); }, Errc::base_missing,
     "/indicators/1"},
    {"growth of the unknown", [](Book& b) { b.indicators[1].base = "sea"; },
     Errc::unknown_indicator, "/indicators/1/base"},
    {"growth of itself", [](Book& b) { b.indicators[1].base = "land-growth"; }, Errc::base_cycle,
     "/indicators/1/base"},
    {"growth of a growth",
     [](Book& b) {
       b.indicators.push_back(indicator("faster", "percent", IndicatorKind::growth));
       b.indicators[4].base = "land-growth";
     },
     Errc::base_cycle, "/indicators/4/base"},
    {"base of a flow", [](Book& b) { b.indicators[0].base = "wards"; }, Errc::rule_conflict,
     "/indicators/0/base"},

    {"percentages over units",
     [](Book& b) {
       b.indicators.push_back(indicator("rate", "percent", IndicatorKind::level));
       b.indicators[4].unit_rule = UnitRule::sum;
     },
     Errc::percentage_summed, "/indicators/4/unit_rule"},
    {"quotients over units", [](Book& b) { b.indicators[2].unit_rule = UnitRule::sum; },
     Errc::percentage_summed, "/indicators/2/unit_rule"},
    {"growths over units", [](Book& b) { b.indicators[1].unit_rule = UnitRule::sum; },
     Errc::percentage_summed, "/indicators/1/unit_rule"},
    {"parts of a flow", [](Book& b) { b.indicators[0].unit_rule = UnitRule::ratio; },
     Errc::rule_conflict, "/indicators/0/unit_rule"},
    {"percentages over time",
     [](Book& b) { b.indicators.push_back(indicator("rate", "percent", IndicatorKind::flow)); },
     Errc::percentage_summed, "/indicators/4/kind"},
    {"percentages over time, by rule",
     [](Book& b) {
       b.indicators.push_back(indicator("rate", "percent", IndicatorKind::level));
       b.indicators[4].time_rule = TimeRule::sum;
     },
     Errc::percentage_summed, "/indicators/4/time_rule"},
    {"growth in an amount", [](Book& b) { b.indicators[1].measure = b.indicators[0].measure; },
     Errc::rule_conflict, "/indicators/1/measure"},
    {"growths over time", [](Book& b) { b.indicators[1].time_rule = TimeRule::sum; },
     Errc::rule_conflict, "/indicators/1/time_rule"},
    {"a weight of a sum", [](Book& b) { b.indicators[3].weight = "land"; }, Errc::rule_conflict,
     "/indicators/3/weight"},
    {"a mean without weights", [](Book& b) { b.indicators[3].unit_rule = UnitRule::mean; },
     Errc::mean_without_weight, "/indicators/3/unit_rule"},
    {"a weight that there is not",
     [](Book& b) {
       b.indicators[3].unit_rule = UnitRule::mean;
       b.indicators[3].weight = "people";
     },
     Errc::unknown_indicator, "/indicators/3/weight"},
    {"the highest growth", [](Book& b) { b.indicators[1].unit_rule = UnitRule::max; },
     Errc::rule_conflict, "/indicators/1/unit_rule"},
    {"the mean of growths", [](Book& b) { b.indicators[1].time_rule = TimeRule::mean; },
     Errc::rule_conflict, "/indicators/1/time_rule"},
    {"the parts of the highest quotient",
     [](Book& b) {
       b.indicators.push_back(indicator("rate", "percent", IndicatorKind::ratio));
       b.indicators[4].time_rule = TimeRule::max;
     },
     Errc::rule_conflict, "/indicators/4/time_rule"},
    {"shares over time",
     [](Book& b) {
       b.indicators.push_back(indicator("share", "percent", IndicatorKind::share));
       b.indicators[4].time_rule = TimeRule::sum;
     },
     Errc::rule_conflict, "/indicators/4/time_rule"},

    {"a unit of no day",
     [](Book& b) {
       b.units[3].from = day("2024-07-01");
       b.units[3].until = day("2024-07-01");
     },
     Errc::validity_empty, "/units/3/until"},
    {"a code that ends before it starts",
     [](Book& b) {
       b.units[2].codes = {{"1", {}, day("2024-01-01")},
                           {"2", day("2025-01-01"), day("2024-01-01")}};
     },
     Errc::validity_empty, "/units/2/codes/1/until"},

    {"two breaks on one day",
     [](Book& b) {
       b.indicators[3].breaks = {{day("2024-01-01"), {}, {}, {}}, {day("2024-01-01"), {}, {}, {}}};
     },
     Errc::breaks_not_in_order, "/indicators/3/breaks/1/on"},
    {"a break before the one before it",
     [](Book& b) {
       b.indicators[3].breaks = {{day("2024-01-02"), {}, {}, {}}, {day("2024-01-01"), {}, {}, {}}};
     },
     Errc::breaks_not_in_order, "/indicators/3/breaks/1/on"},
    {"a break bridged by zero",
     [](Book& b) {
       b.indicators[0].breaks = {{day("2024-01-01"), {}, Decimal(), {}}};
     },
     Errc::break_factor_not_positive, "/indicators/0/breaks/0/factor"},
    {"a break bridged from above to below",
     [](Book& b) {
       b.indicators[0].breaks = {{day("2024-01-01"), {}, Decimal(-1), {}}};
     },
     Errc::break_factor_not_positive, "/indicators/0/breaks/0/factor"},
};

TEST(PlanRulesTest, TheGoodBookHasNoFault) { EXPECT_EQ(findings_of(good_book()), Lines{}); }

TEST(PlanRulesTest, EachFaultGivesOneErrorAtItsPlaceAndNoPlan) {
  for (const Fault& fault : kFaults) {
    Book book = good_book();
    fault.plant(book);
    EXPECT_EQ(findings_of(book), (Lines{error_at(fault.code, fault.path)})) << fault.what;
    EXPECT_FALSE(book.build()) << fault.what;
  }
}

TEST(PlanRulesTest, WhatIsJustWithinTheRulesIsAccepted) {
  Book book = good_book();
  book.indicators[0].scale = 100;
  book.indicators[0].digits = 0;
  book.indicators[0].percent_digits = 100;
  book.measures[0].factor = dec("0.0000001");
  book.units[3].from = day("2024-07-01");
  book.units[3].until = day("2024-07-02");
  book.indicators[2].time_rule = TimeRule::last;  // a ratio whose latest parts count
  book.indicators[3].time_rule = TimeRule::sum;   // things that are counted as they come
  book.indicators[0].breaks = {{day("1400-01-01"), {}, dec("0.0001"), {}},
                               {day("2024-12-31"), {}, {}, {}}};
  EXPECT_EQ(findings_of(book), Lines{});
}

TEST(PlanRulesTest, ABreakAfterThePlanIsAWarning) {
  Book book = good_book();
  book.indicators[2].breaks = {{day("2025-01-01"), {}, {}, {}}};
  EXPECT_EQ(findings_of(book),
            (Lines{warning_at(Errc::break_after_plan, "/indicators/2/breaks/0/on")}));
  EXPECT_TRUE(book.build());
}

// Units a, b, c ... under the parents given, in that order; '-' for none.
Lines cycles_of(const std::string& parents) {
  Book book;
  book.head.id = "plan";
  for (std::size_t i = 0; i < parents.size(); ++i) {
    book.units.push_back(unit(std::string(1, static_cast<char>('a' + i)),
                              parents[i] == '-' ? "" : std::string(1, parents[i])));
  }
  Lines cycles;
  for (const Diagnostic& finding : book.build().diagnostics) {
    EXPECT_EQ(finding.code, Errc::unit_cycle);
    cycles.push_back(finding.place.path + ": " +
                     finding.sentence.substr(finding.sentence.find(": ") + 2));
  }
  return cycles;
}

// A chain of so many units, from the top down or from the bottom up.
Book chain(int length, bool downwards) {
  Book book;
  book.head.id = "plan";
  for (int i = 0; i < length; ++i) {
    const int parent = downwards ? i - 1 : i + 1;
    book.units.push_back(unit('u' + std::to_string(i), parent < 0 || parent == length
                                                           ? std::string()
                                                           : 'u' + std::to_string(parent)));
  }
  return book;
}

TEST(PlanRulesTest, UnitsAreNestedSixtyFourLevelsDeepAndNoDeeper) {
  for (const bool downwards : {true, false}) {
    EXPECT_TRUE(chain(64, downwards).build().diagnostics.empty());
    for (const int length : {65, 100'000}) {  // walked once, not up from every unit
      const Diagnostics findings = chain(length, downwards).build().diagnostics;
      ASSERT_EQ(findings.size(), 1U);
      EXPECT_EQ(findings[0].code, Errc::units_too_deep);
      EXPECT_EQ(findings[0].place.path,
                "/units/" + std::to_string(downwards ? 64 : length - 65) + "/parent");
    }
  }
}

TEST(PlanRulesTest, ATreeHasNoCycle) {
  EXPECT_EQ(cycles_of(""), Lines{});
  EXPECT_EQ(cycles_of("-"), Lines{});
  EXPECT_EQ(cycles_of("-abbc"), Lines{});
  EXPECT_EQ(cycles_of("bcd-"), Lines{});
}

TEST(PlanRulesTest, EachCycleIsNamedOnceAtItsFirstUnit) {
  const struct {
    const char* what;
    const char* parents;
    Lines cycles;
  } cases[] = {
      {"itself", "a", {"/units/0/parent: a < a"}},
      {"two", "ba", {"/units/0/parent: a < b < a"}},
      {"three", "-cdb", {"/units/1/parent: b < c < d < b"}},
      {"two cycles", "badc", {"/units/0/parent: a < b < a", "/units/2/parent: c < d < c"}},
      {"a tail before the cycle", "bcb", {"/units/1/parent: b < c < b"}},
      {"a tail that enters it in its middle", "cdbc", {"/units/1/parent: b < d < c < b"}},
      {"a tail behind the cycle", "baab", {"/units/0/parent: a < b < a"}},
      {"tails of itself", "aab", {"/units/0/parent: a < a"}},
      {"a tail into one of two", "deedb", {"/units/1/parent: b < e < b", "/units/3/parent: d < d"}},
      {"a tail into the later of two, told in order",
       "ecbed",
       {"/units/1/parent: b < c < b", "/units/3/parent: d < e < d"}},
  };
  for (const auto& c : cases) EXPECT_EQ(cycles_of(c.parents), c.cycles) << c.what;
}

TEST(PlanRulesTest, EveryTreeOfFourUnitsIsJudgedAsByWalkingUpFromEach) {
  const std::string choices = "-abcd";
  for (int code = 0; code < 5 * 5 * 5 * 5; ++code) {
    std::string parents;
    for (int i = 0, rest = code; i < 4; ++i, rest /= 5)
      parents += choices[static_cast<std::size_t>(rest % 5)];
    // A unit is the first of a cycle if walking up comes back to it and meets no earlier one.
    std::size_t firsts = 0;
    for (std::size_t start = 0; start < 4; ++start) {
      std::size_t at = start;
      std::size_t least = start;
      for (int steps = 0; steps < 4; ++steps) {
        if (parents[at] == '-') break;
        at = static_cast<std::size_t>(parents[at] - 'a');
        least = std::min(least, at);
        if (at == start) break;
      }
      if (at == start && parents[start] != '-' && least == start) ++firsts;
    }
    EXPECT_EQ(cycles_of(parents).size(), firsts) << parents;
  }
}

TEST(PlanRulesTest, DeclaredNumbersAreComparedWithWhatIsDescribed) {
  Book book = good_book();
  book.head.declared = {2, {}, 1, 1};
  book.targets.push_back(target("wards", "2"));
  book.targets.push_back(target("wards", "1"));
  book.targets.back().unit = "north";  // the same indicator once more
  EXPECT_EQ(findings_of(book), Lines{});
  book.head.declared = {24, {}, 9, 18};
  const auto built = book.build();
  EXPECT_TRUE(built);
  EXPECT_EQ(found_in(built.diagnostics),
            (Lines{warning_at(Errc::declared_count, "/plan/declared/indicators"),
                   warning_at(Errc::declared_count, "/plan/declared/task_groups"),
                   warning_at(Errc::declared_count, "/plan/declared/projects")}));
  EXPECT_EQ(built.diagnostics[0].sentence, "indicators: 24 declared, 2 described");
  book.head.declared = {{}, {{"town", 2}, {"province", 12}}, {}, {}};
  EXPECT_EQ(found_in(book.build().diagnostics),
            (Lines{warning_at(Errc::declared_count, "/plan/declared/indicators/province")}));
  book.head.declared = {-1, {}, 0, 0};
  EXPECT_EQ(findings_of(book).size(), 3U);
}

TEST(PlanRulesTest, ATargetsProjectsAreThoseOfItsAssignerAndUnit) {
  Book book = good_book();
  book.targets[0].projects = 1;  // of the province
  book.targets[1].projects = 0;  // of the town
  EXPECT_EQ(findings_of(book), Lines{});
  Target elsewhere = book.projects[0].targets[0];
  elsewhere.unit = "north";
  Project bridge;
  bridge.id = "bridge";
  bridge.targets = {elsewhere};
  book.projects.push_back(bridge);
  EXPECT_EQ(findings_of(book), Lines{}) << "a project in another unit is not one of the town's";
  book.targets[0].projects = 14;
  const auto built = book.build();
  EXPECT_EQ(found_in(built.diagnostics),
            (Lines{warning_at(Errc::declared_count, "/plan/targets/0/projects")}));
  EXPECT_EQ(built.diagnostics[0].sentence,
            "projects of the target for land: 14 declared, 1 described");
}

}  // namespace
}  // namespace tiendo::plan_rules_test
