// Targets split over the units below.

#include "tiendo/model/target_split.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "books.hpp"
#include "tiendo/model/in_force.hpp"

namespace tiendo::target_split_test {
namespace {

// The good book with a third ward, two hamlets in the north and one target, of 100 ha for the town.
Book town() {
  Book book = good_book();
  book.projects.clear();
  book.task_groups.clear();
  book.units.push_back(unit("east", "town"));
  book.units.push_back(unit("north-1", "north"));
  book.units.push_back(unit("north-2", "north"));
  book.targets = {target("land", "100.000")};
  return book;
}

Plan built(const Book& book) {
  const Checked<Plan> plan = book.build();
  EXPECT_TRUE(plan) << (plan.diagnostics.empty() ? "" : to_string(plan.diagnostics[0]));
  return *plan.value;
}

const std::string kNoMatch(name_of(Errc::split_units));
const std::string kIndivisible(name_of(Errc::target_not_divisible));

using Given = std::vector<std::pair<const char*, const char*>>;

std::vector<UnitWeight> weights_of(const Plan& plan, const Given& given) {
  std::vector<UnitWeight> weights;
  for (const auto& [id, weight] : given) {
    weights.push_back({plan.find_unit(id), *Ratio::parse(weight)});
  }
  return weights;
}

// "25.000 75.000", or the name of the fault.
std::string split_of(const Book& book, const Given& given, SplitRule rule = {3, {}}) {
  if (rule.leftover == Leftover{}) rule.leftover = Leftover::largest_remainder;
  const Plan plan = built(book);
  const auto parts = split_amounts(plan, 0, weights_of(plan, given), rule);
  if (!parts) return std::string(name_of(parts.error().code));
  std::string text;
  for (const Decimal& part : *parts) text += (text.empty() ? "" : " ") + part.to_string();
  return text;
}

TEST(TargetSplitTest, ThePartsFollowTheWeightsAndAddUp) {
  EXPECT_EQ(split_of(town(), {{"north", "1"}, {"south", "3"}}), "25.000 75.000");
  EXPECT_EQ(split_of(town(), {{"north", "1/3"}, {"south", "1"}}), "25.000 75.000");
  EXPECT_EQ(split_of(town(), {{"south", "1"}, {"north", "0"}}), "100.000 0.000");
}

TEST(TargetSplitTest, WhatIsLeftGoesWhereTheRuleSays) {
  const Given thirds = {{"north", "1"}, {"south", "1"}, {"east", "1"}};
  EXPECT_EQ(split_of(town(), thirds, {1, Leftover::largest_remainder}), "33.4 33.3 33.3");
  EXPECT_EQ(split_of(town(), thirds, {1, Leftover::first}), "33.4 33.3 33.3");
  EXPECT_EQ(split_of(town(), thirds, {1, Leftover::last}), "33.3 33.3 33.4");
}

TEST(TargetSplitTest, APartIsSplitAgainOverTheUnitsBelowItThatHaveWeights) {
  EXPECT_EQ(split_of(town(), {{"north", "1"}, {"north-1", "1"}, {"north-2", "4"}, {"south", "3"}}),
            "25.000 5.000 20.000 75.000");
  // In any order.
  EXPECT_EQ(split_of(town(), {{"north-2", "4"}, {"south", "3"}, {"north", "1"}, {"north-1", "1"}}),
            "20.000 75.000 25.000 5.000");
}

// On the last day of the period of the target, as in reports.
TEST(TargetSplitTest, AUnitThatMovedHasItsPartWhereItMovedTo) {
  const auto split_with = [](const char* moved_on) {
    Book book = town();
    Succession move;
    move.on = *Date::parse(moved_on);
    move.unit = "north-1";
    move.parent = "town";
    book.succession = {move};
    const Plan plan = built(book);
    std::string text;
    const auto weights = equal_weights(plan, 0, 2);
    const std::vector<Target> parts = *split_target(plan, 0, weights, {3, Leftover::first});
    for (const Target& part : parts) {
      text += part.unit + " by " + part.assigner + ' ' + part.condition.value.to_string() + ", ";
    }
    return text;
  };
  EXPECT_EQ(split_with("2025-01-01"),
            "north by town 33.334, north-1 by north 16.667, north-2 by north 16.667, south by town "
            "33.333, east by town 33.333, ");
  EXPECT_EQ(split_with("2024-07-01"),
            "north by town 25.000, north-2 by north 25.000, south by town 25.000, east by town "
            "25.000, north-1 by town 25.000, ");
}

TEST(TargetSplitTest, UnitsThatAreNotBelowAreRefused) {
  EXPECT_EQ(split_of(town(), {}), kNoMatch);
  EXPECT_EQ(split_of(town(), {{"province", "1"}}), kNoMatch);
  EXPECT_EQ(split_of(town(), {{"town", "1"}}), kNoMatch);
  EXPECT_EQ(split_of(town(), {{"town", "1"}, {"province", "1"}}), kNoMatch);
  EXPECT_EQ(split_of(town(), {{"north-1", "1"}}), kNoMatch);  // north has no weight
  EXPECT_EQ(split_of(town(), {{"north", "1"}, {"north", "1"}}), kNoMatch);
  Book gone = town();
  gone.units[2].until = day("2024-01-01");
  EXPECT_EQ(split_of(gone, {{"north", "1"}}), kNoMatch);
}

TEST(TargetSplitTest, WeightsAndDigitsAreThoseOfASplit) {
  EXPECT_EQ(split_of(town(), {{"north", "-1"}, {"south", "3"}}), "weight_negative");
  EXPECT_EQ(split_of(town(), {{"north", "0"}, {"south", "0"}}), "no_weight");
  EXPECT_EQ(split_of(town(), {{"north", "1"}}, {4, Leftover::first}), "target_scale");
  Book odd = town();
  odd.targets[0].condition.value = dec("100.125");
  EXPECT_EQ(split_of(odd, {{"north", "1"}}, {2, Leftover::first}), "amount_scale");
}

TEST(TargetSplitTest, OnlyWhatAddsUpIsSplit) {
  const Given one = {{"north", "1"}};
  for (const ConditionKind kind :
       {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
        ConditionKind::less_than, ConditionKind::equal}) {
    Book book = town();
    book.targets[0].condition.kind = kind;
    EXPECT_EQ(split_of(book, one), "100.000") << name_of(kind);
  }
  for (const ConditionKind kind : {ConditionKind::between, ConditionKind::about,
                                   ConditionKind::increase_by, ConditionKind::decrease_by}) {
    Book book = town();
    book.targets[0].condition.kind = kind;
    book.targets[0].condition.upper = dec("101");
    EXPECT_EQ(split_of(book, one), kIndivisible) << name_of(kind);
  }
  for (const char* indicator : {"land-growth", "paid"}) {
    Book book = town();
    book.targets[0].indicator = indicator;
    EXPECT_EQ(split_of(book, one), kIndivisible) << indicator;
  }
  Book project = town();
  project.projects.resize(1);
  project.projects[0].id = "road";
  project.targets[0].project = "road";
  EXPECT_EQ(split_of(project, one), kIndivisible);
}

TEST(TargetSplitTest, ThePartsAreTargetsSetByTheUnitAbove) {
  Book book = town();
  book.targets[0].assigner = "province";
  book.targets[0].period = period("2024-H1");
  book.targets[0].condition.kind = ConditionKind::at_most;
  const Plan plan = built(book);
  const auto parts = split_target(
      plan, 0, weights_of(plan, {{"north", "1"}, {"south", "3"}, {"north-1", "1"}}), {3, {}});
  ASSERT_TRUE(parts) << parts.error().sentence;
  ASSERT_EQ(parts->size(), 3U);
  const Target& south = (*parts)[1];
  EXPECT_EQ(south.indicator, "land");
  EXPECT_EQ(south.unit, "south");
  EXPECT_EQ(south.assigner, "town");
  EXPECT_EQ(*south.period, period("2024-H1"));
  EXPECT_EQ(south.condition.kind, ConditionKind::at_most);
  EXPECT_EQ(south.condition.value.to_string(), "75.000");
  EXPECT_EQ((*parts)[2].assigner, "north");
  // They make a plan together with what they were made of.
  for (const Target& part : *parts) book.targets.push_back(part);
  EXPECT_EQ(found_in(book.build().diagnostics), std::vector<std::string>{});
}

TEST(TargetSplitTest, WhatAddsIsSplitIntoWhatAdds) {
  Book book = town();
  book.targets.push_back(target("land", "10"));
  book.targets[1].layer = TargetLayer::adds;
  const Plan plan = built(book);
  const auto weights = weights_of(plan, {{"north", "1"}});
  EXPECT_EQ((*split_target(plan, 1, weights, {3, {}}))[0].layer, TargetLayer::adds);
  EXPECT_EQ((*split_target(plan, 0, weights, {3, {}}))[0].layer, TargetLayer::assigned);
}

// The units and amounts of the targets, or the name of the fault.
std::string targets_of(const Plan& plan, const Given& given) {
  std::vector<UnitPart> parts;
  for (const auto& [id, amount] : given) parts.push_back({plan.find_unit(id), dec(amount)});
  const auto targets = targets_of_parts(plan, 0, parts);
  if (!targets) return std::string(name_of(targets.error().code));
  std::string text;
  for (const Target& one : *targets) {
    text += one.unit + " by " + one.assigner + ' ' + one.condition.value.to_string() + ", ";
  }
  return text;
}

TEST(TargetSplitTest, PartsOnWhichPeopleAgreedMustAddUpAtEachLevel) {
  const Plan plan = built(town());
  EXPECT_EQ(targets_of(plan, {{"north", "60"}, {"south", "40.0"}}),
            "north by town 60, south by town 40.0, ");
  EXPECT_EQ(targets_of(plan, {{"north-1", "60"}, {"north", "60"}, {"south", "40"}}),
            "north-1 by north 60, north by town 60, south by town 40, ");
  EXPECT_EQ(targets_of(plan, {{"north", "60"}, {"south", "39.999"}}), kIndivisible);
  EXPECT_EQ(targets_of(plan, {{"north-1", "59"}, {"north", "60"}, {"south", "40"}}), kIndivisible);
  EXPECT_EQ(targets_of(plan, {{"north-1", "100"}}), kNoMatch);
  EXPECT_EQ(targets_of(plan, {}), kNoMatch);
}

TEST(TargetSplitTest, PartsHaveNoMoreDigitsThanTheIndicatorRecords) {
  const Plan plan = built(town());
  EXPECT_EQ(targets_of(plan, {{"north", "60.005"}, {"south", "39.995"}}),
            "north by town 60.005, south by town 39.995, ");
  EXPECT_EQ(targets_of(plan, {{"north", "60.0005"}, {"south", "39.9995"}}), "target_scale");
}

std::string shown(const Plan& plan, const std::vector<UnitWeight>& weights) {
  std::string text;
  for (const UnitWeight& one : weights) {
    text += (text.empty() ? "" : " ") + plan.units()[one.unit].id + '=' + one.weight.to_string();
  }
  return text;
}

TEST(TargetSplitTest, EqualWeightsAreOfTheUnitsThatExistAsManyLevelsDown) {
  Book book = town();
  book.units[3].until = day("2024-01-01");  // south
  const Plan plan = built(book);
  EXPECT_EQ(shown(plan, equal_weights(plan, 0)), "north=1 east=1");
  EXPECT_EQ(shown(plan, equal_weights(plan, 0, 2)), "north=1 north-1=1 north-2=1 east=1");
  EXPECT_EQ(shown(plan, equal_weights(plan, 0, 0)), "");
}

TEST(TargetSplitTest, TheTargetsOfAnotherIndicatorMayBeTheWeights) {
  Book book = town();
  for (const char* ward : {"north", "south", "east"}) {
    book.units[ward == std::string("east")    ? 4
               : ward == std::string("north") ? 2
                                              : 3]
        .kind = "ward";
    book.targets.push_back(target("wards", ward == std::string("south") ? "5" : "2"));
    book.targets.back().unit = ward;
  }
  book.units.push_back(unit("office", "town"));
  book.units.back().kind = "office";
  const auto weights = [&](const Book& of) {
    const Plan plan = built(of);
    const auto found =
        weights_by_targets(plan, 0, plan.find_indicator("wards"), day("2024-12-31"), 2);
    return found ? shown(plan, *found) : std::string(name_of(found.error().code));
  };
  EXPECT_EQ(weights(book), "north=2 south=5 east=2");
  Book missing = book;
  missing.targets.pop_back();
  EXPECT_EQ(weights(missing), kNoMatch);
  Book several = book;
  several.targets.push_back(target("wards", "7"));
  several.targets.back().unit = "north";
  several.targets.back().assigner = "province";
  EXPECT_EQ(weights(several), kNoMatch);
}

TEST(TargetSplitTest, DigitsAreThoseThatTheIndicatorRecordsElseThoseOfTheTarget) {
  Book book = town();
  book.targets[0].condition.value = dec("100.1");
  EXPECT_EQ(split_scale_of(built(book), 0), 3);
  book.indicators[0].scale.reset();
  EXPECT_EQ(split_scale_of(built(book), 0), 1);
}

// For random amounts, weights and trees the parts of each unit add up to what it has to reach.
TEST(TargetSplitTest, AtEachLevelThePartsAddUpToTheWhole) {
  std::mt19937_64 random(20241231);
  const auto upto = [&](int most) {
    return static_cast<int>(random() % (static_cast<unsigned>(most) + 1));
  };
  for (int round = 0; round < 300; ++round) {
    Book book = town();
    const int scale = upto(3);
    book.targets[0].condition.value = *Decimal::of(upto(1'000'000) - 500'000, scale);
    const int units = 3 + upto(12);
    for (int i = 0; i < units; ++i) {
      const std::size_t parent = 1 + static_cast<std::size_t>(upto(int(book.units.size()) - 2));
      book.units.push_back(unit("u" + std::to_string(i), book.units[parent].id));
    }
    const Plan plan = built(book);
    std::vector<UnitWeight> weights = equal_weights(plan, 0, 64);
    for (UnitWeight& one : weights) one.weight = *(Ratio(1 + upto(9)) / Ratio(1 + upto(6)));
    std::shuffle(weights.begin(), weights.end(), random);
    const SplitRule rule{3, static_cast<Leftover>(1 + upto(2))};
    const auto parts = split_amounts(plan, 0, weights, rule);
    ASSERT_TRUE(parts) << parts.error().sentence;
    for (Index above = 0; above < plan.units().size(); ++above) {
      Decimal sum;
      bool any = false;
      std::optional<Decimal> whole;
      if (plan.units()[above].id == "town") whole = plan.targets()[0].condition.value;
      for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i].unit == above) whole = (*parts)[i];
        if (plan.find_unit(plan.units()[weights[i].unit].parent) != above) continue;
        sum = *(sum + (*parts)[i]);
        any = true;
        ASSERT_EQ((*parts)[i].scale(), 3);
      }
      if (!any || !whole) continue;
      ASSERT_EQ(sum, *whole) << round << ' ' << plan.units()[above].id;
    }
  }
}

}  // namespace
}  // namespace tiendo::target_split_test
