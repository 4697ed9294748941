// The list of a plan's targets: each comes out as it was given, whether it is kept as numbers or
// as a whole, and which of the two it is changes nothing that anybody sees.

#include "tiendo/model/target_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "random_targets.hpp"
#include "tiendo/model/in_force.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::target_list_test {
namespace {

Plan plan_of(const Book& book) {
  const auto built = book.build();
  EXPECT_EQ(found_in(built.diagnostics), std::vector<std::string>{});
  return *built.value;
}

// Everything that the random targets have.
auto fields_of(const Target& target) {
  const auto number = [](const Decimal& value) { return value.to_string(); };
  const std::optional<Baseline>& base = target.baseline;
  return std::tuple(target.indicator, target.unit, target.project, target.assigner, target.layer,
                    target.decision.date, target.task_group, target.period,
                    std::pair(base ? number(base->value) : "", base ? base->period : std::nullopt),
                    target.projects, target.condition.kind, number(target.condition.value),
                    number(target.condition.upper), target.near);
}

// The same book, with a remark at each target, by which none is plain.
Book with_remarks(Book book) {
  for (Target& target : book.targets) target.remarks.note = "kept whole";
  for (Target& target : book.projects[0].targets) target.remarks.note = "kept whole";
  return book;
}

std::vector<std::string> lines_of(const Diagnostics& findings) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings) lines.push_back(to_string(finding));
  return lines;
}

TEST(TargetListTest, OneBoundOnAnIndicatorIsPlainAndAnythingMoreIsNot) {
  const struct {
    const char* what;
    void (*change)(Target&);
    bool plain;
  } cases[] = {
      {"a number", [](Target&) {}, true},
      {"a bound", [](Target& t) { t.condition.kind = ConditionKind::less_than; }, true},
      {"an assigner", [](Target& t) { t.assigner = "province"; }, true},
      {"a unit and a period",
       [](Target& t) {
         t.unit = "north";
         t.period = period("2024-H1");
       },
       true},
      {"a baseline",
       [](Target& t) {
         t.baseline = Baseline{dec("-1.50"), {}};
       },
       true},
      {"the longest coefficient", [](Target& t) { t.condition.value = INT64_MIN; }, true},
      {"a longer one", [](Target& t) { t.condition.value = dec("9223372036854775808"); }, false},
      {"a longer baseline",
       [](Target& t) {
         t.baseline = Baseline{dec("-9223372036854775809"), {}};
       },
       false},
      {"the period of a baseline",
       [](Target& t) {
         t.baseline = Baseline{dec("1"), period("2023")};
       },
       false},
      {"a range",
       [](Target& t) {
         t.condition.kind = ConditionKind::between;
         t.condition.upper = dec("99");
       },
       false},
      {"a change", [](Target& t) { t.condition.kind = ConditionKind::increase_by; }, false},
      {"a document", [](Target& t) { t.decision.document = "QD"; }, false},
      {"a number of one", [](Target& t) { t.decision.number = "1"; }, false},
      {"its day", [](Target& t) { t.decision.date = day("2024-01-01"); }, false},
      {"a project", [](Target& t) { t.project = "road"; }, false},
      {"who leads", [](Target& t) { t.lead = "north"; }, false},
      {"with whom", [](Target& t) { t.with = {"north"}; }, false},
      {"a task group", [](Target& t) { t.task_group = "group-1"; }, false},
      {"a profile", [](Target& t) { t.profile = Profile(); }, false},
      {"a number of projects", [](Target& t) { t.projects = 0; }, false},
      {"what is near", [](Target& t) { t.near = NearMiss(); }, false},
      {"a source", [](Target& t) { t.remarks.source = "a table"; }, false},
  };
  for (const auto& c : cases) {
    Book book = good_book();
    book.indicators[0].scale.reset();
    book.targets = {target("land", "12.40")};
    c.change(book.targets[0]);
    book.projects[0].targets.clear();
    const Plan plan = plan_of(book);
    EXPECT_EQ(plan.targets().is_plain(0), c.plain) << c.what;
    EXPECT_EQ(plan.targets().whole(0) == nullptr, c.plain) << c.what;
  }
}

TEST(TargetListTest, WhatIsReplacedOrRevisedIsNotPlain) {
  Book book = good_book();
  book.targets = {target("land", "1"), target("land", "2"), target("land", "3"),
                  target("wards", "4")};
  book.targets[1].layer = TargetLayer::replaces;
  book.targets[2].unit = "north";
  book.projects[0].targets.clear();
  const Plan plan = plan_of(book);
  EXPECT_FALSE(plan.targets().is_plain(0));
  EXPECT_FALSE(plan.targets().is_plain(1));
  EXPECT_TRUE(plan.targets().is_plain(2));
  EXPECT_TRUE(plan.targets().is_plain(3));
  EXPECT_EQ(plan.targets()[0].condition.value.to_string(), "1");
}

TEST(TargetListTest, MorePeriodsThanAPlainTargetCanNameAreKeptToo) {
  Book book = good_book();
  book.head.period = period("2024");
  book.targets.clear();
  for (int i = 0; i < 300; ++i) {
    Target one = target("wards", std::to_string(i));
    const Date start = *day("2024-01-01").plus_days(i);
    one.period = *Period::of(start, *start.plus_days(1));
    book.targets.push_back(one);
  }
  const Plan plan = plan_of(book);
  EXPECT_TRUE(plan.targets().is_plain(254));
  EXPECT_FALSE(plan.targets().is_plain(260));
  for (std::size_t i = 0; i < 300; ++i) {
    ASSERT_EQ(plan.targets().period(i), book.targets[i].period);
    ASSERT_EQ(plan.targets()[i].period, book.targets[i].period);
  }
}

TEST(TargetListTest, GoesLikeARange) {
  const Plan plan = plan_of(good_book());
  const TargetList& targets = plan.targets();
  EXPECT_EQ(targets.end() - targets.begin(), 4);
  EXPECT_EQ(targets.front().condition.value.to_string(), "53.026");
  EXPECT_EQ(targets.back().project, "road");
  EXPECT_EQ(targets.begin()->assigner, "province");
  EXPECT_EQ(targets.begin()[1].layer, TargetLayer::adds);
  EXPECT_EQ((2 + targets.begin())->indicator, "land-growth");
  EXPECT_EQ((*--targets.end()).project, "road");
  EXPECT_LT(targets.begin(), targets.end() - 1);
  std::string values;
  for (const Target& target : targets) values += target.condition.value.to_string() + ' ';
  EXPECT_EQ(values, "53.026 40.834 12 3.5 ");
  auto at = targets.begin();
  EXPECT_EQ((*at++).indicator, "land");
  EXPECT_EQ((*at--).layer, TargetLayer::adds);
  EXPECT_EQ(std::count_if(targets.begin(), targets.end(),
                          [](const Target& each) { return each.assigner == "town"; }),
            2);
}

TEST(TargetListTest, RandomTargetsComeOutAsTheyWereGiven) {
  int plain = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    const Book book = RandomTargets(seed).book(12, false);
    const Checked<Plan> built = book.build();
    if (!built) continue;
    const TargetList& targets = built.value->targets();
    ASSERT_EQ(targets.size(), book.targets.size() + book.projects[0].targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const bool own = i < book.targets.size();
      Target given = own ? book.targets[i] : book.projects[0].targets[i - book.targets.size()];
      if (!own) given.project = "road";
      if (given.unit.empty()) given.unit = book.head.unit;
      if (given.assigner.empty()) given.assigner = book.head.unit;
      if (given.assigner.empty()) given.assigner = given.unit;
      if (!given.period) given.period = book.head.period;
      ASSERT_EQ(fields_of(targets[i]), fields_of(given)) << "seed " << seed << " target " << i;
      EXPECT_EQ(targets.indicator(i), given.indicator);
      EXPECT_EQ(targets.unit(i), given.unit);
      EXPECT_EQ(targets.assigner(i), given.assigner);
      EXPECT_EQ(targets.project(i), given.project);
      EXPECT_EQ(targets.period(i), given.period);
      EXPECT_EQ(targets.layer(i), given.layer);
      EXPECT_EQ(targets.decided(i), given.decision.date);
      EXPECT_EQ(targets.kind(i), given.condition.kind);
      EXPECT_EQ(targets.projects(i), given.projects);
      EXPECT_EQ(targets.near(i) != nullptr, given.near.has_value());
      EXPECT_EQ(targets.baseline(i).has_value(), given.baseline.has_value());
      const TargetLinks links{
          built.value->find_indicator(given.indicator), built.value->find_unit(given.unit),
          built.value->find_project(given.project), built.value->find_unit(given.assigner)};
      EXPECT_EQ(targets.links()[i], links);
      plain += targets.is_plain(i) ? 1 : 0;
    }
  }
  EXPECT_GT(plain, 200);
}

TEST(TargetListTest, WhetherTargetsArePlainChangesNoFindingAndNoneInForce) {
  int refused = 0;
  int built = 0;
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    const Book book = RandomTargets(seed).book(10, seed % 3 != 0);
    const Checked<Plan> plain = book.build();
    const Checked<Plan> whole = with_remarks(book).build();
    ASSERT_EQ(lines_of(plain.diagnostics), lines_of(whole.diagnostics)) << "seed " << seed;
    ASSERT_EQ(plain.value.has_value(), whole.value.has_value());
    ++(plain ? built : refused);
    if (!plain) continue;
    ASSERT_EQ(plain.value->targets_by_place(), whole.value->targets_by_place());
    for (const char* on : {"2023-12-31", "2024-02-01", "2024-12-31"}) {
      ASSERT_EQ(targets_in_force(*plain.value, day(on)), targets_in_force(*whole.value, day(on)))
          << "seed " << seed;
    }
  }
  EXPECT_GT(refused, 300);
  EXPECT_GT(built, 300);
}

TEST(TargetListTest, ThePlacesAreInTheOrderOfReports) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const Checked<Plan> built = RandomTargets(seed).book(30, false).build();
    if (!built) continue;
    const Plan& plan = *built.value;
    std::vector<Index> expected(plan.targets().size());
    for (Index i = 0; i < expected.size(); ++i) expected[i] = i;
    std::stable_sort(expected.begin(), expected.end(), [&](Index a, Index b) {
      const auto key = [&](Index at) {
        const TargetLinks& links = plan.target_links()[at];
        const bool of_project = links.project != kNone;
        return std::tuple(links.indicator, links.unit, of_project, links.project,
                          plan.targets().period(at));
      };
      return key(a) < key(b);
    });
    ASSERT_EQ(plan.targets_by_place(), expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace tiendo::target_list_test
