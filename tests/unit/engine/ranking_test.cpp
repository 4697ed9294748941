// The units below one in the order of a figure, and against the mean of all.

#include "tiendo/engine/ranking.hpp"

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::ranking_test {
namespace {

class Town {
 public:
  explicit Town(Direction direction = Direction::more, IndicatorKind kind = IndicatorKind::flow) {
    Indicator& indicator =
        book.add_indicator("x", kind, kind == IndicatorKind::flow ? "ty-dong" : "percent");
    indicator.direction = direction;
  }

  // A ward with a target, unless it is "", and reports for 2024 and the year before, unless "".
  void ward(const std::string& id, const char* target, const char* now, const char* before = "") {
    book.add_unit(id).kind = "ward";
    if (*target) book.add_target("x", at_least(target)).unit = id;
    if (*now) book.add_unit_report(id, "x", "2024", now);
    if (*before) book.add_unit_report(id, "x", "2023", before);
  }

  Ranking rank(Field figure, const char* threshold = "", const char* assigner = "",
               const char* as_of = "2024-12-31", const char* map = "") {
    Request request;
    request.as_of = day(as_of);
    if (*map) request.map = day(map);
    const Plan& plan = book.log().plan();
    RankQuestion question{0, plan.find_unit("town"), period("2024"), figure};
    if (*threshold) question.threshold = Ratio(dec(threshold));
    if (*assigner) question.assigner = plan.find_unit(assigner);
    return rank_units(book.log(), request, question);
  }

  Book book;
};

// "a 1 +, b 2 =, c - no_data".
std::string places(const Ranking& ranking) {
  std::string text;
  for (const RankedUnit& unit : ranking.units) {
    if (!text.empty()) text += ", ";
    text += ranking.plan.units()[unit.row.unit].id + ' ';
    if (unit.rank.place) {
      text += std::to_string(*unit.rank.place);
      if (unit.against_mean)
        text += *unit.against_mean > 0 ? " +" : *unit.against_mean < 0 ? " -" : " =";
    } else {
      text += std::string("none ") + std::string(name_of(unit.rank.reason));
    }
  }
  return text;
}

Town of_four(Direction direction = Direction::more) {
  Town town(direction);
  town.ward("a", "10", "8", "4");     // 80 %, +100 %
  town.ward("b", "100", "50", "50");  // 50 %, 0 %
  town.ward("c", "20", "10", "8");    // 50 %, +25 %
  town.ward("d", "70", "7", "14");    // 10 %, -50 %
  return town;
}

TEST(RankingTest, EqualFiguresShareAPlaceAndTheNextCountsAllBeforeIt) {
  Town town = of_four();
  const Ranking ranking = town.rank(Field::completion);
  // 75 of 200: never the mean of the percentages.
  EXPECT_EQ(shown(ranking.mean), "75/2");
  EXPECT_EQ(places(ranking), "a 1 +, b 2 +, c 2 +, d 4 -");
  EXPECT_EQ(ranking.ranked, 4);
  EXPECT_EQ(ranking.above_mean, 3);
  EXPECT_EQ(ranking.at_mean, 0);
  EXPECT_EQ(ranking.below_mean, 1);
}

TEST(RankingTest, TheDirectionSaysWhatIsBest) {
  Town less = of_four(Direction::less);
  EXPECT_EQ(places(less.rank(Field::completion)), "d 1 -, b 2 +, c 2 +, a 4 +");
  Town near = of_four(Direction::near);
  const Ranking none = near.rank(Field::completion);
  EXPECT_EQ(places(none), "a none no_order, b none no_order, c none no_order, d none no_order");
  EXPECT_EQ(shown(none.mean), "75/2");
  EXPECT_EQ(none.below_mean, 1);
}

TEST(RankingTest, ByGrowthAndByWhatHasBeenReached) {
  Town town = of_four();
  const Ranking growth = town.rank(Field::growth);
  EXPECT_EQ(places(growth), "a 1 +, c 2 +, b 3 +, d 4 -");
  EXPECT_EQ(shown(growth.mean), "-25/19");  // 100 (75 - 76) / 76
  const Ranking actual = town.rank(Field::actual);
  EXPECT_EQ(places(actual), "b 1 +, c 2 -, a 3 -, d 4 -");
  EXPECT_EQ(shown(actual.mean), "75/4");
}

TEST(RankingTest, UnitsWithoutAFigureHaveNoPlaceAndAReason) {
  Town town = of_four();
  town.ward("e", "10", "");
  town.ward("f", "", "10");
  town.ward("g", "0", "10");
  town.ward("h", "10", "");
  town.book.add_unit_report("h", "x", "2024-H1", "9");
  const Ranking ranking = town.rank(Field::completion);
  EXPECT_EQ(places(ranking),
            "a 1 +, b 2 +, c 2 +, d 4 -, e none no_data, f none no_target, g none target_zero, h "
            "none partial_coverage");
  EXPECT_EQ(ranking.ranked, 4);
  EXPECT_EQ(shown(ranking.mean), "75/2");
}

TEST(RankingTest, WhatIsComparedIsExact) {
  Town town;
  town.ward("a", "30", "10.001");
  town.ward("b", "30", "10");
  town.ward("c", "30", "9.999");
  const Ranking ranking = town.rank(Field::completion, "33.33");
  EXPECT_EQ(places(ranking), "a 1 +, b 2 =, c 3 -");
  EXPECT_EQ(ranking.over, 2);
  EXPECT_EQ(ranking.at, 1);
  EXPECT_EQ(town.rank(Field::completion, "33.34").over, 0);
  EXPECT_EQ(town.rank(Field::completion).over, 0);
}

TEST(RankingTest, OfSeveralAssignersOneHasToBeNamed) {
  Town town;
  town.ward("a", "10", "8");
  Target& other = town.book.add_target("x", at_least("4"), "province");
  other.unit = "a";
  town.ward("b", "10", "5");
  EXPECT_EQ(places(town.rank(Field::completion)), "b 1 =, a none several_targets");
  EXPECT_EQ(places(town.rank(Field::completion, "", "province")), "a 1 =, b none no_target");
  EXPECT_EQ(places(town.rank(Field::completion, "", "town")), "a 1 +, b 2 -");
  EXPECT_EQ(places(town.rank(Field::actual)), "a 1 +, b 2 -");
}

TEST(RankingTest, TargetsThatAddToEachOtherAreOne) {
  Town town;
  town.ward("a", "10", "8");
  Target& more = town.book.add_target("x", at_least("6"), "province");
  more.unit = "a";
  more.layer = TargetLayer::adds;
  const Ranking ranking = town.rank(Field::completion);
  EXPECT_EQ(shown(ranking.units.front().figure), "50");
}

TEST(RankingTest, TargetsAreThoseThatWereInForceOnTheDay) {
  Town town;
  town.ward("a", "10", "8");
  Target& revision = town.book.add_target("x", at_least("20"));
  revision.unit = "a";
  revision.layer = TargetLayer::revised;
  revision.decision.date = day("2025-02-01");
  const Plan& plan = town.book.log().plan();
  for (const auto& [as_of, expected] : {std::pair{"2024-12-31", "80"}, {"2025-02-01", "40"}}) {
    Request request;
    request.as_of = day(as_of);
    request.known_on = day("2025-12-31");
    const RankQuestion question{0, plan.find_unit("town"), period("2024"), Field::completion};
    const Ranking ranking = rank_units(town.book.log(), request, question);
    EXPECT_EQ(shown(ranking.units.front().figure), expected);
  }
}

TEST(RankingTest, OnAMapUnitsHaveTheTargetsOfWhatTheyWere) {
  Book book = merged();
  add_unit_target(book, "output", "a", "2025", at_least("20"));
  add_unit_target(book, "output", "b", "2025", at_least("10"));
  book.add_unit_report("e", "output", "2025", "15");
  const Plan& plan = book.log().plan();
  Request request;
  request.as_of = request.map.emplace(day("2025-12-31"));
  const RankQuestion question{plan.find_indicator("output"), plan.find_unit("town"), period("2025"),
                              Field::completion};
  const Ranking ranking = rank_units(book.log(), request, question);
  EXPECT_EQ(places(ranking), "e 1 =, c none no_data");
  EXPECT_EQ(shown(ranking.units.front().figure), "50");
}

TEST(RankingTest, OfPercentagesThereIsNoMean) {
  Town town(Direction::more, IndicatorKind::share);
  town.ward("a", "50", "40");
  town.ward("b", "50", "45");
  for (const Field figure : {Field::completion, Field::actual}) {
    const Ranking ranking = town.rank(figure);
    EXPECT_EQ(places(ranking), "b 1, a 2");
    EXPECT_EQ(shown(ranking.mean), "not_additive");
  }
}

TEST(RankingTest, OfRatiosTheMeanIsMadeFromTheirParts) {
  Town town(Direction::more, IndicatorKind::ratio);
  town.ward("a", "", "8/10");
  town.ward("b", "", "1/100");
  town.ward("c", "", "");
  const Ranking ranking = town.rank(Field::actual);
  EXPECT_EQ(places(ranking), "a 1 +, b 2 -, c none no_data");
  EXPECT_EQ(shown(ranking.mean), "90/11");
  // Nobody has put together what they are on the map of another day.
  const Ranking on_map = town.rank(Field::actual, "", "", "2024-12-31", "2024-12-31");
  EXPECT_EQ(places(on_map), "a 1, b 2, c none no_data");
  EXPECT_EQ(shown(on_map.mean), "not_additive");
}

TEST(RankingTest, DepartmentsAreNotRankedAndNobodyIsAMeanOfNothing) {
  Town town;
  town.book.add_unit("office").kind = "department";
  town.ward("a", "10", "5");
  EXPECT_EQ(places(town.rank(Field::completion)), "a 1 =");
  const Ranking early = town.rank(Field::completion, "", "", "2023-12-31");
  EXPECT_EQ(places(early), "a none no_data");
  EXPECT_EQ(shown(early.mean), "nothing_to_count");
}

}  // namespace
}  // namespace tiendo::ranking_test
