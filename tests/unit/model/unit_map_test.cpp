// The map of units on a day, in a town that is abolished: its wards merge, one is divided, one
// moves.

#include "tiendo/model/unit_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "events.hpp"

namespace tiendo::unit_map_test {
namespace {

// 2020: ward a is divided into b (0.3) and c (0.7). 2022: c and d become e. 2024: e goes to f (0.5)
// and to g (0.5), which is there already. 2025: the district is gone.
Plan plan() {
  Book book = good_book();
  book.units = {unit("province"), unit("town", "province"), unit("north", "town"),
                unit("south", "town")};
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) book.units.push_back(unit(id, "town"));
  book.units[10].from = day("1999-01-01");
  book.units[2].name = {"phường Bắc", "North"};
  book.units[2].codes = {{"1", {}, {}}};
  book.units[3].codes = {{"2", {}, day("2023-01-01")}};
  Succession renamed = recodes("2023-01-01", "north", "2");
  renamed.name = {"phường Bắc Sơn", ""};
  book.succession = {becomes("2024-01-01", {"e"}, {heir("f", "0.5"), heir("g", "0.5")}),
                     becomes("2020-01-01", {"a"}, {heir("b", "0.3"), heir("c", "0.7")}),
                     becomes("2022-01-01", {"c", "d"}, {heir("e")}),
                     renamed,
                     moves("2023-01-01", "south", "province"),
                     becomes("2025-01-01", {"town"}, {})};
  book.head.unit = "province";
  for (Target& target : book.targets) target.unit = "province";
  book.projects.clear();
  book.task_groups.clear();
  PlanBuilder builder = book.builder();
  Checked<Plan> made = builder.build();
  for (const Diagnostic& finding : made.diagnostics) ADD_FAILURE() << to_string(finding);
  return *std::move(made.value);
}

class UnitMapTest : public testing::Test {
 protected:
  Index at(std::string_view id) const { return plan_.find_unit(id); }
  std::string id(Index unit) const { return unit == kNone ? "-" : plan_.units()[unit].id; }

  // "b 3/10, e 7/10".
  std::string shown(const std::vector<Portion>& portions) const {
    std::string text;
    for (const Portion& portion : portions) {
      text += (text.empty() ? "" : ", ") + id(portion.unit) + ' ' +
              (portion.reason == Errc::none ? portion.share.to_string()
                                            : std::string(name_of(portion.reason)));
    }
    return text;
  }
  std::string heirs(std::string_view unit, std::string_view from, std::string_view to) const {
    return shown(map_.heirs_of(at(unit), day(from), day(to)));
  }
  std::string made_of(std::string_view unit, std::string_view on, std::string_view before) const {
    return shown(map_.predecessors_of(at(unit), day(on), day(before)));
  }
  std::string below(std::string_view unit, std::string_view on) const {
    std::string text;
    for (const Index child : map_.children_of(at(unit), day(on))) text += id(child) + ' ';
    return text;
  }

  Plan plan_ = plan();
  const UnitMap& map_ = plan_.unit_map();
};

TEST_F(UnitMapTest, UnitsExistFromTheFirstDayToTheDayBeforeTheEnd) {
  EXPECT_TRUE(map_.exists(at("a"), day("2019-12-31")));
  EXPECT_FALSE(map_.exists(at("a"), day("2020-01-01")));
  EXPECT_FALSE(map_.exists(at("b"), day("2019-12-31")));
  EXPECT_TRUE(map_.exists(at("b"), day("2020-01-01")));
  EXPECT_FALSE(map_.exists(at("g"), day("1998-12-31")));
  EXPECT_TRUE(map_.exists(at("g"), day("1999-01-01")));
}

TEST_F(UnitMapTest, WhatIsFilledInStandsInThePlan) {
  EXPECT_EQ(plan_.units()[at("a")].until, day("2020-01-01"));
  EXPECT_EQ(plan_.units()[at("b")].from, day("2020-01-01"));
  EXPECT_EQ(plan_.units()[at("g")].from, day("1999-01-01"));
  EXPECT_EQ(plan_.units()[at("d")].from, std::nullopt);
  EXPECT_EQ(plan_.units()[at("north")].codes.size(), 2U);
  EXPECT_EQ(plan_.units()[at("north")].codes[0].until, day("2023-01-01"));
}

TEST_F(UnitMapTest, TheTreeIsThatOfTheDay) {
  EXPECT_EQ(below("town", "2019-12-31"), "north south a d g ");
  EXPECT_EQ(below("town", "2020-01-01"), "north south b c d g ");
  EXPECT_EQ(below("town", "2023-01-01"), "north b e g ");
  EXPECT_EQ(below("province", "2022-12-31"), "town ");
  EXPECT_EQ(below("province", "2023-01-01"), "town south ");
  EXPECT_EQ(id(map_.parent_of(at("a"), day("2020-01-01"))), "-");
  EXPECT_EQ(id(map_.parent_of(at("province"), day("2020-01-01"))), "-");
}

TEST_F(UnitMapTest, OfAPeriodTheLastDayOfTheUnitCounts) {
  const auto parent = [&](std::string_view unit, std::string_view period) {
    return id(map_.parent_in(at(unit), *Period::parse(period)));
  };
  EXPECT_EQ(parent("south", "2022"), "town");
  EXPECT_EQ(parent("south", "2022/2023"), "province");
  EXPECT_EQ(parent("a", "2019/2023"), "town");  // to its end in 2020
  EXPECT_EQ(parent("a", "2020"), "-");
  EXPECT_EQ(parent("b", "2019"), "-");
  EXPECT_EQ(parent("province", "2022"), "-");
  for (const char* period : {"2022", "2022/2023"}) {
    const std::vector<Index> below = map_.children_in(at("town"), *Period::parse(period));
    EXPECT_EQ(std::count(below.begin(), below.end(), at("south")), period[4] == 0 ? 1 : 0);
  }
}

TEST_F(UnitMapTest, WhatStandsBelowALevelThatGoesIsBelowTheOneAbove) {
  EXPECT_EQ(below("town", "2025-01-01"), "");
  EXPECT_EQ(below("province", "2025-01-01"), "north south b f g ");
}

TEST_F(UnitMapTest, WhatStandsBelowAUnitWithOneHeirGoesWithIt) {
  Book book = good_book();
  book.units.push_back(unit("city", "province"));
  book.succession = {becomes("2025-07-01", {"town"}, {heir("city")})};
  const Checked<Plan> made = book.build();
  ASSERT_TRUE(made);
  const UnitMap& map = made.value->unit_map();
  EXPECT_EQ(map.children_of(4, day("2025-07-01")), (std::vector<Index>{2, 3}));
  EXPECT_EQ(map.children_of(1, day("2025-06-30")), (std::vector<Index>{2, 3}));
}

TEST_F(UnitMapTest, NamesAndCodesAreThoseOfTheDay) {
  EXPECT_EQ(map_.name_of(at("north"), day("2022-12-31")).in(Language::en), "North");
  EXPECT_EQ(map_.name_of(at("north"), day("2023-01-01")).in(Language::en), "phường Bắc Sơn");
  EXPECT_EQ(map_.code_of(at("north"), day("2022-12-31")), "1");
  EXPECT_EQ(map_.code_of(at("north"), day("2023-01-01")), "2");
  EXPECT_EQ(map_.code_of(at("south"), day("2023-01-01")), "");
  EXPECT_EQ(map_.code_of(at("a"), day("2023-01-01")), "");
  EXPECT_EQ(id(map_.find_code("2", day("2022-12-31"))), "south");
  EXPECT_EQ(id(map_.find_code("2", day("2023-01-01"))), "north");
  EXPECT_EQ(id(map_.find_code("1", day("2023-01-01"))), "-");
}

TEST_F(UnitMapTest, SharesMultiplyAlongChains) {
  EXPECT_EQ(heirs("a", "2019-01-01", "2019-12-31"), "a 1");
  EXPECT_EQ(heirs("a", "2019-01-01", "2020-01-01"), "b 3/10, c 7/10");
  EXPECT_EQ(heirs("a", "2019-01-01", "2022-06-01"), "b 3/10, e 7/10");
  EXPECT_EQ(heirs("a", "2019-01-01", "2026-01-01"), "b 3/10, f 7/20, g 7/20");
  EXPECT_EQ(heirs("d", "2019-01-01", "2024-01-01"), "f 1/2, g 1/2");
  EXPECT_EQ(heirs("g", "2019-01-01", "2024-01-01"), "g 1");
  EXPECT_EQ(heirs("b", "2020-01-01", "2026-01-01"), "b 1");
}

TEST_F(UnitMapTest, WhatEndsWithoutHeirsStaysWhereItWas) {
  EXPECT_EQ(heirs("town", "2019-01-01", "2026-01-01"), "town 1");
}

TEST_F(UnitMapTest, PredecessorsAreTheOtherEndOfTheSameShares) {
  EXPECT_EQ(made_of("g", "2026-01-01", "2023-12-31"), "e 1/2, g 1");
  EXPECT_EQ(made_of("g", "2026-01-01", "2019-01-01"), "a 7/20, d 1/2, g 1");
  EXPECT_EQ(made_of("f", "2026-01-01", "2019-01-01"), "a 7/20, d 1/2");
  EXPECT_EQ(made_of("b", "2026-01-01", "2019-01-01"), "a 3/10");
  EXPECT_EQ(made_of("g", "2023-12-31", "2019-01-01"), "g 1");
}

TEST_F(UnitMapTest, BackInTimeAllGoesToTheOnlyPredecessorAndElseIsNotKnown) {
  EXPECT_EQ(heirs("b", "2026-01-01", "2019-01-01"), "a 1");
  EXPECT_EQ(heirs("f", "2026-01-01", "2022-01-01"), "e 1");
  EXPECT_EQ(heirs("f", "2026-01-01", "2019-01-01"),
            "a split_without_shares, d split_without_shares");
  EXPECT_EQ(heirs("g", "2026-01-01", "2022-01-01"),
            "e split_without_shares, g split_without_shares");
}

TEST_F(UnitMapTest, WithoutSharesWhatIsDividedIsNotKnownAndTheRestIs) {
  Book book = good_book();
  for (const char* id : {"east", "west", "all"}) book.units.push_back(unit(id, "town"));
  book.succession = {becomes("2025-07-01", {"north"}, {heir("east"), heir("west")}),
                     becomes("2026-01-01", {"east", "west", "south"}, {heir("all")})};
  const Checked<Plan> made = book.build();
  ASSERT_TRUE(made);
  const UnitMap& map = made.value->unit_map();
  const Errc unknown = Errc::split_without_shares;
  EXPECT_EQ(map.heirs_of(2, day("2025-01-01"), day("2025-07-01")),
            (std::vector<Portion>{{4, 1, unknown}, {5, 1, unknown}}));
  EXPECT_EQ(map.heirs_of(3, day("2025-01-01"), day("2026-01-01")),
            (std::vector<Portion>{{6, 1, Errc::none}}));
  EXPECT_EQ(map.predecessors_of(6, day("2026-01-01"), day("2025-07-01")),
            (std::vector<Portion>{{3}, {4}, {5}}));
}

TEST_F(UnitMapTest, AUnitThatGivesAPartAwayGoesOnWithTheRest) {
  Book book = good_book();
  book.succession = {
      becomes("2025-07-01", {"north"}, {heir("north", "0.9"), heir("south", "0.1")})};
  book.units[3].from = day("1990-01-01");
  const Checked<Plan> made = book.build();
  ASSERT_TRUE(made);
  const UnitMap& map = made.value->unit_map();
  EXPECT_TRUE(map.exists(2, day("2026-01-01")));
  EXPECT_EQ(map.heirs_of(2, day("2025-06-30"), day("2025-07-01")),
            (std::vector<Portion>{{2, *Ratio::parse("9/10")}, {3, *Ratio::parse("1/10")}}));
  EXPECT_EQ(map.predecessors_of(3, day("2025-07-01"), day("2025-06-30")),
            (std::vector<Portion>{{2, *Ratio::parse("1/10")}, {3, 1}}));
}

}  // namespace
}  // namespace tiendo::unit_map_test
