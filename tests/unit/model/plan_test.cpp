// Plans as they come out of the builder: what is filled in, linked and found; and that a builder
// names every fault at once and can be mended.

#include "tiendo/model/plan.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "books.hpp"

namespace tiendo::plan_test {
namespace {

Plan plan_of(const Book& book) {
  const auto built = book.build();
  EXPECT_EQ(found_in(built.diagnostics), std::vector<std::string>{});
  return *built.value;
}

TEST(PlanTest, KeepsWhatItWasGivenInOrder) {
  Book book = good_book();
  book.head.theme = "chủ đề";
  book.head.parent = ParentPlan{"five-years", {"năm năm", ""}, period("2021/2025")};
  book.head.remarks.note = "kept";
  const Plan plan = plan_of(book);
  EXPECT_EQ(plan.head().id, "town-2024");
  EXPECT_EQ(plan.head().theme, "chủ đề");
  EXPECT_EQ(plan.head().parent->name.in(Language::en), "năm năm");
  EXPECT_EQ(plan.head().remarks.note, "kept");
  ASSERT_EQ(plan.units().size(), 4U);
  EXPECT_EQ(plan.units()[2].id, "north");
  EXPECT_EQ(plan.measures()[1].id, "percent");
  EXPECT_EQ(plan.indicators()[3].id, "wards");
  EXPECT_EQ(plan.projects()[0].stages, (std::vector<std::string>{"measured", "paid"}));
  EXPECT_EQ(plan.task_groups()[0].tasks[0].lead, "north");
}

TEST(PlanTest, ABuilderThatBeginsWithAPlanBuildsItAgain) {
  const Plan plan = plan_of(good_book());
  PlanBuilder builder(plan);
  EXPECT_EQ(builder.targets().size(), 3U);  // without that of the project
  const auto again = builder.build();
  ASSERT_TRUE(again);
  EXPECT_EQ(found_in(again.diagnostics), std::vector<std::string>{});
  const Plan& copy = *again.value;
  EXPECT_EQ(copy.head().id, plan.head().id);
  EXPECT_EQ(copy.measures().size(), plan.measures().size());
  EXPECT_EQ(copy.units().size(), plan.units().size());
  EXPECT_EQ(copy.indicators().size(), plan.indicators().size());
  EXPECT_EQ(copy.projects()[0].targets.size(), plan.projects()[0].targets.size());
  EXPECT_EQ(copy.task_groups()[0].tasks.size(), plan.task_groups()[0].tasks.size());
  ASSERT_EQ(copy.targets().size(), plan.targets().size());
  for (std::size_t i = 0; i < plan.targets().size(); ++i) {
    EXPECT_EQ(copy.targets()[i].indicator, plan.targets()[i].indicator);
    EXPECT_EQ(copy.targets()[i].project, plan.targets()[i].project);
    EXPECT_EQ(copy.targets()[i].assigner, plan.targets()[i].assigner);
    EXPECT_EQ(copy.targets()[i].period, plan.targets()[i].period);
  }
}

TEST(PlanTest, WhatABuilderHasCanBeMendedInPlace) {
  const Plan plan = plan_of(good_book());
  PlanBuilder builder(plan);
  builder.head().theme = "another";
  builder.measures()[0].remarks.note = "noted";
  builder.units()[2].parent = "nowhere";
  builder.indicators()[0].code = "C";
  builder.projects()[0].lead = "town";
  builder.task_groups().clear();
  builder.succession().clear();
  const auto refused = builder.build();
  EXPECT_FALSE(refused);
  EXPECT_EQ(refused.diagnostics[0].place.path, "/units/2/parent");
  builder.units()[2].parent.clear();
  for (Target& target : builder.targets()) target.task_group.clear();
  const auto mended = builder.build();
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended.value->head().theme, "another");
  EXPECT_EQ(mended.value->measures()[0].remarks.note, "noted");
  EXPECT_EQ(mended.value->indicators()[0].code, "C");
  EXPECT_EQ(mended.value->projects()[0].lead, "town");
  EXPECT_TRUE(mended.value->task_groups().empty());
}

TEST(PlanTest, TargetsHaveTheirUnitAssignerAndPeriodFilledIn) {
  Book book = good_book();
  book.targets[2].unit = "north";
  book.targets[2].period = period("2024-H1");
  const Plan plan = plan_of(book);
  const Target& given = plan.targets()[2];
  EXPECT_EQ(given.unit, "north");
  EXPECT_EQ(given.period, period("2024-H1"));
  EXPECT_EQ(given.assigner, "town");
  const Target& filled = plan.targets()[0];
  EXPECT_EQ(filled.unit, "town");
  EXPECT_EQ(filled.assigner, "province");
  EXPECT_EQ(filled.period, period("2024"));
}

TEST(PlanTest, TargetsOfProjectsStandAfterThoseOfThePlanAndNameTheirProject) {
  Book book = good_book();
  book.projects[0].targets[0].project = "some-other";
  const Plan plan = plan_of(book);
  ASSERT_EQ(plan.targets().size(), 4U);
  EXPECT_EQ(plan.targets()[3].project, "road");
  EXPECT_EQ(plan.targets()[3].unit, "town");
  EXPECT_EQ(plan.projects()[0].targets[0].project, "road");
}

TEST(PlanTest, LinksStandBesideTheTargets) {
  const Plan plan = plan_of(good_book());
  ASSERT_EQ(plan.target_links().size(), plan.targets().size());
  const TargetLinks& first = plan.target_links()[0];
  EXPECT_EQ(first.indicator, 0U);
  EXPECT_EQ(first.unit, 1U);
  EXPECT_EQ(first.project, kNone);
  EXPECT_EQ(first.assigner, 0U);
  EXPECT_EQ(plan.target_links()[2].indicator, 1U);
  EXPECT_EQ(plan.target_links()[2].assigner, 1U);
  EXPECT_EQ(plan.target_links()[3].project, 0U);
}

TEST(PlanTest, IndicatorsHaveTheirRulesAndDigitsFilledIn) {
  Book book = good_book();
  book.indicators.push_back(indicator("rate", "percent", IndicatorKind::level));
  book.indicators.push_back(indicator("points-won", "percent", IndicatorKind::count));
  book.indicators.push_back(indicator("free", "ha", IndicatorKind::flow));
  const Plan plan = plan_of(book);
  // clang-format off
  const struct { const char* id; int digits; TimeRule time; UnitRule units; } cases[] = {
      {"land",        3, TimeRule::sum,  UnitRule::sum},    // digits from the scale
      {"land-growth", 2, TimeRule::last, UnitRule::none},
      {"paid",        2, TimeRule::sum,  UnitRule::ratio},
      {"wards",       0, TimeRule::last, UnitRule::sum},    // counts are whole
      {"rate",        2, TimeRule::last, UnitRule::none},
      {"points-won",  0, TimeRule::last, UnitRule::none},   // percentages are not added over units
      {"free",        2, TimeRule::sum,  UnitRule::sum},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Indicator& built = plan.indicators()[plan.find_indicator(c.id)];
    EXPECT_EQ(built.digits, c.digits) << c.id;
    EXPECT_EQ(built.time_rule, c.time) << c.id;
    EXPECT_EQ(built.unit_rule, c.units) << c.id;
  }
  EXPECT_EQ(plan.indicators()[plan.find_indicator("wards")].scale, 0);
  EXPECT_EQ(plan.indicators()[plan.find_indicator("free")].scale, std::nullopt);
}

TEST(PlanTest, ARatioOfPercentagesIsStillMadeFromItsParts) {
  const Plan plan = plan_of(good_book());
  EXPECT_EQ(plan.indicators()[2].unit_rule, UnitRule::ratio);
}

TEST(PlanTest, StatedRulesAndDigitsStand) {
  Book book = good_book();
  book.indicators[0].digits = 1;
  book.indicators[0].time_rule = TimeRule::last;
  book.indicators[0].unit_rule = UnitRule::none;
  book.indicators[3].scale = 2;
  const Plan plan = plan_of(book);
  EXPECT_EQ(plan.indicators()[0].digits, 1);
  EXPECT_EQ(plan.indicators()[0].time_rule, TimeRule::last);
  EXPECT_EQ(plan.indicators()[0].unit_rule, UnitRule::none);
  EXPECT_EQ(plan.indicators()[3].scale, 2);
}

TEST(PlanTest, FindsByIdAndFindsNothingElse) {
  const Plan plan = plan_of(good_book());
  EXPECT_EQ(plan.find_unit("south"), 3U);
  EXPECT_EQ(plan.find_indicator("paid"), 2U);
  EXPECT_EQ(plan.find_measure("percent"), 1U);
  EXPECT_EQ(plan.find_project("road"), 0U);
  EXPECT_EQ(plan.find_unit("land"), kNone);
  EXPECT_EQ(plan.find_unit(""), kNone);
  EXPECT_EQ(plan.find_indicator("Land"), kNone);
  EXPECT_EQ(plan.unit(), 1U);
  EXPECT_EQ(plan.measure_of(plan.indicators()[1]).id, "percent");
}

TEST(PlanTest, ChildrenAreTheUnitsDirectlyBelowInOrder) {
  const Plan plan = plan_of(good_book());
  EXPECT_EQ(plan.children_of(0), (std::vector<Index>{1}));
  EXPECT_EQ(plan.children_of(1), (std::vector<Index>{2, 3}));
  EXPECT_TRUE(plan.children_of(2).empty());
}

TEST(PlanTest, OnlyAGrowthHasABase) {
  const Plan plan = plan_of(good_book());
  EXPECT_EQ(plan.base_of(1), 0U);
  EXPECT_EQ(plan.base_of(0), kNone);
}

TEST(PlanTest, APlanMayHaveNoUnitIfItsTargetsNameTheirs) {
  Book book = good_book();
  book.head.unit.clear();
  for (Target& each : book.targets) each.unit = "town";
  book.targets[0].assigner = "town";
  book.projects[0].targets[0].unit = "town";
  const Plan plan = plan_of(book);
  EXPECT_EQ(plan.unit(), kNone);
  EXPECT_EQ(plan.target_links()[2].assigner, 1U);  // its own unit, where the plan has none
  EXPECT_EQ(plan.target_links()[2].unit, 1U);
}

TEST(PlanTest, CopiesShareAndOutliveTheBuilder) {
  auto builder = std::make_unique<PlanBuilder>(good_book().builder());
  const Plan plan = *builder->build().value;
  builder.reset();
  const Plan copy = plan;  // NOLINT(performance-unnecessary-copy-initialization): it is the test
  EXPECT_EQ(&copy.units(), &plan.units());
  EXPECT_EQ(copy.find_unit("north"), 2U);
}

TEST(PlanTest, ManyThreadsReadOnePlan) {
  const Plan plan = plan_of(good_book());
  std::vector<std::thread> readers;
  std::vector<Index> found(4, kNone);
  for (Index i = 0; i < found.size(); ++i) {
    readers.emplace_back([copy = plan, &found, i] { found[i] = copy.find_unit("south") + i; });
  }
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(found, (std::vector<Index>{3, 4, 5, 6}));
}

TEST(PlanBuilderTest, NamesEveryFaultAtOnce) {
  Book book = good_book();
  book.measures[0].factor = 0;
  book.units[3].parent = "twn";
  book.indicators[0].measure = "hectare";
  book.head.unit = "tow";
  book.targets[0].unit = "town";
  book.targets[0].condition = {};
  book.projects[0].lead = "towns";
  const auto built = book.build();
  EXPECT_FALSE(built);
  EXPECT_EQ(found_in(built.diagnostics),
            (std::vector<std::string>{
                error_at(Errc::factor_not_positive, "/measures/0/factor"),
                error_at(Errc::unknown_unit, "/units/3/parent"),
                error_at(Errc::unknown_measure, "/indicators/0/measure"),
                error_at(Errc::unknown_unit, "/plan/unit"),
                error_at(Errc::unknown_unit, "/plan/projects/0/lead"),
                error_at(Errc::condition_missing, "/plan/targets/0"),
                error_at(Errc::unknown_unit, "/plan/targets/1/unit"),
                error_at(Errc::unknown_unit, "/plan/targets/1/assigner"),
                error_at(Errc::unknown_unit, "/plan/targets/2/unit"),
                error_at(Errc::unknown_unit, "/plan/targets/2/assigner"),
                error_at(Errc::unknown_unit, "/plan/projects/0/targets/0/unit"),
                error_at(Errc::nothing_to_replace, "/plan/targets/1/layer"),
            }));
}

TEST(PlanBuilderTest, IsUnchangedByBuildingAndMayBeMended) {
  Book book = good_book();
  book.units.erase(book.units.begin());
  PlanBuilder builder = book.builder();
  const auto first = builder.build();
  const auto again = builder.build();
  EXPECT_FALSE(first);
  EXPECT_EQ(first.diagnostics, again.diagnostics);
  builder.add(unit("province"));
  const auto mended = builder.build();
  ASSERT_TRUE(mended) << found_in(mended.diagnostics).front();
  builder.add(unit("west", "town"));
  EXPECT_EQ(mended.value->units().size(), 4U);
  EXPECT_EQ(builder.build().value->units().size(), 5U);
}

TEST(PlanBuilderTest, TheHeadIsTheOneSetLast) {
  PlanBuilder builder = good_book().builder();
  PlanHead head = good_book().head;
  head.id = "other";
  builder.set_head(head);
  EXPECT_EQ(builder.build().value->head().id, "other");
}

TEST(PlanBuilderTest, WarningsAloneDoNotStopIt) {
  Book book = good_book();
  book.head.declared.projects = 18;
  const auto built = book.build();
  EXPECT_TRUE(built);
  EXPECT_EQ(
      found_in(built.diagnostics),
      (std::vector<std::string>{warning_at(Errc::declared_count, "/plan/declared/projects")}));
}

TEST(PlanBuilderTest, AnUnknownIdIsToldTheNearestOne) {
  Book book = good_book();
  book.projects[0].lead = "twon";
  book.projects[0].with = {"elsewhere"};
  const auto built = book.build();
  ASSERT_EQ(built.diagnostics.size(), 2U);
  EXPECT_NE(built.diagnostics[0].sentence.find("the nearest known one is"), std::string::npos)
      << built.diagnostics[0].sentence;
  EXPECT_EQ(built.diagnostics[1].sentence, "no unit has this id: \"elsewhere\"");
}

TEST(PlanBuilderTest, ABookInWhichEveryIdIsWrongIsRefusedSoon) {
  // Without a limit on the search for near ids this takes minutes.
  Book book = good_book();
  const std::string tail(100, 'a');
  for (int i = 0; i < 3000; ++i) {
    book.units.push_back(unit("ward-" + tail + std::to_string(i), "town"));
    book.targets.push_back(target("land", "1"));
    book.targets.back().unit = "wrad-" + tail + std::to_string(i);
  }
  const auto built = book.build();
  ASSERT_EQ(built.diagnostics.size(), 3000U);
  EXPECT_NE(built.diagnostics.front().sentence.find("nearest"), std::string::npos);
  EXPECT_EQ(built.diagnostics.back().code, Errc::unknown_unit);
}

TEST(PlanBuilderTest, AnEmptyBuilderGivesAFindingAndNoPlan) {
  const auto built = PlanBuilder().build();
  EXPECT_FALSE(built);
  EXPECT_EQ(found_in(built.diagnostics),
            (std::vector<std::string>{error_at(Errc::id_syntax, "/plan/id")}));
}

}  // namespace
}  // namespace tiendo::plan_test
