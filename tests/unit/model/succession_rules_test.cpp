// The rules of events: each is broken alone in a plan that is otherwise good.

#include <gtest/gtest.h>

#include "events.hpp"

namespace tiendo::succession_rules_test {
namespace {

// The good book, in which on 1 July 2025 the town is divided into two, its northern ward joins an
// old one and goes with it, and the southern ward has another code.
Book eventful_book() {
  Book book = good_book();
  for (const char* id : {"east", "west", "old"}) book.units.push_back(unit(id, "province"));
  book.units[3].codes = {{"26740", {}, {}}};
  book.succession = {becomes("2025-07-01", {"town"}, {heir("east", "0.25"), heir("west", "0.75")}),
                     becomes("2025-07-01", {"old", "north"}, {heir("old")}),
                     moves("2025-07-01", "south", "east"), recodes("2025-07-01", "south", "26741")};
  return book;
}

std::vector<std::string> findings_of(const Book& book) {
  return found_in(book.build().diagnostics);
}

using Lines = std::vector<std::string>;

// clang-format off
const Fault kFaults[] = {
    {"no unit at all", [](Book& b) { b.succession[0] = becomes("2025-07-01", {}, {}); },
     Errc::succession_form, "/succession/0"},
    {"both kinds", [](Book& b) { b.succession[1].unit = "south"; },
     Errc::succession_form, "/succession/1/unit"},
    {"out of nothing", [](Book& b) { b.succession[1].from.clear(); },
     Errc::succession_form, "/succession/1/to"},
    {"a parent of several", [](Book& b) { b.succession[0].parent = "province"; },
     Errc::succession_form, "/succession/0/parent"},
    {"a name of several", [](Book& b) { b.succession[0].name.vi = "thị xã"; },
     Errc::succession_form, "/succession/0/name"},
    {"a code of several", [](Book& b) { b.succession[0].code = "1"; },
     Errc::succession_form, "/succession/0/code"},
    {"no change", [](Book& b) { b.succession[3].code.clear(); },
     Errc::succession_form, "/succession/3/unit"},
    {"itself alone", [](Book& b) { b.succession[1].from = {"old"}; },
     Errc::succession_form, "/succession/1/to"},
    {"too many pairs", [](Book& b) { for (int i = 0; i < 51; ++i) b.succession[1].to.push_back(heir("x" + std::to_string(i)));
       for (int i = 0; i < 51; ++i) b.units.push_back(unit("x" + std::to_string(i), "province")); },
     Errc::succession_form, "/succession/1/to"},
    {"unknown before", [](Book& b) { b.succession[1].from[1] = "norht"; },
     Errc::unknown_unit, "/succession/1/from/1"},
    {"unknown after", [](Book& b) { b.succession[0].to[1].unit = "wset"; },
     Errc::unknown_unit, "/succession/0/to/1/unit"},
    {"unknown unit", [](Book& b) { b.succession[3].unit = "suoth"; },
     Errc::unknown_unit, "/succession/3/unit"},
    {"unknown parent", [](Book& b) { b.succession[2].parent = "eats"; },
     Errc::unknown_unit, "/succession/2/parent"},
    {"share of zero", [](Book& b) { b.succession[0].to[0].share = 0; b.succession[0].to[1].share = 1; },
     Errc::share_not_positive, "/succession/0/to/0/share"},
    {"share below zero", [](Book& b) { b.succession[0].to[1].share = dec("-0.75"); },
     Errc::share_not_positive, "/succession/0/to/1/share"},
    {"less than the whole", [](Book& b) { b.succession[0].to[1].share = dec("0.7499"); },
     Errc::shares_not_whole, "/succession/0/to"},
    {"more than the whole", [](Book& b) { b.succession[0].to[1].share = dec("0.750000000000000000000001"); },
     Errc::shares_not_whole, "/succession/0/to"},
    {"half of one heir", [](Book& b) { b.succession[1].to[0].share = dec("0.5"); },
     Errc::shares_not_whole, "/succession/1/to"},
    {"some shares", [](Book& b) { b.succession[0].to[0].share.reset(); },
     Errc::shares_incomplete, "/succession/0/to"},
    {"twice before", [](Book& b) { b.succession[1].from.emplace_back("north"); },
     Errc::unit_repeated, "/succession/1/from/2"},
    {"twice after", [](Book& b) { b.succession[0].to[1].unit = "east"; },
     Errc::unit_repeated, "/succession/0/to/1/unit"},
    {"twice on one day", [](Book& b) { b.succession.push_back(becomes("2025-07-01", {"north"}, {})); },
     Errc::unit_repeated, "/succession/4/from/0"},
    {"ended already", [](Book& b) { b.succession.push_back(becomes("2026-01-01", {"north"}, {heir("old")})); },
     Errc::unit_ends_twice, "/succession/4/from/0"},
    {"ends on another day", [](Book& b) { b.units[2].until = day("2025-08-01"); },
     Errc::succession_validity, "/succession/1/from/1"},
    {"begins on the day", [](Book& b) { b.units[2].from = day("2025-07-01"); },
     Errc::succession_validity, "/succession/1/from/1"},
    {"goes on though ended", [](Book& b) { b.units[6].until = day("2025-07-01"); },
     Errc::succession_validity, "/succession/1/from/0"},
    {"begins too late", [](Book& b) { b.units[5].from = day("2025-07-02"); },
     Errc::succession_validity, "/succession/0/to/1/unit"},
    {"has ended before", [](Book& b) { b.units[5].until = day("2025-07-01"); },
     Errc::succession_validity, "/succession/0/to/1/unit"},
    {"changes after its end", [](Book& b) { b.units[3].until = day("2025-01-01"); b.succession.erase(b.succession.begin() + 2); },
     Errc::succession_validity, "/succession/2/unit"},
    {"under what is not there yet", [](Book& b) { b.succession[2].on = day("2025-06-30"); },
     Errc::succession_validity, "/succession/2/parent"},
    {"one code of two", [](Book& b) { b.units[4].codes = {{"26741", day("2025-07-01"), {}}}; },
     Errc::code_ambiguous, "/units/4/codes/0/code"},
    {"left below", [](Book& b) { b.succession.erase(b.succession.begin() + 2); },
     Errc::parent_ended, "/succession/0/to"},
    {"below itself", [](Book& b) { b.succession.push_back(moves("2026-01-01", "east", "south")); },
     Errc::unit_cycle, "/succession/4"},
    {"moved twice", [](Book& b) { b.succession.push_back(moves("2025-07-01", "south", "west")); },
     Errc::change_repeated, "/succession/4/parent"},
    {"recoded twice", [](Book& b) { b.succession.push_back(recodes("2025-07-01", "south", "26742")); },
     Errc::change_repeated, "/succession/4/code"},
};
// clang-format on

TEST(SuccessionRulesTest, EventsAsTheyShouldBeAreGood) {
  EXPECT_EQ(findings_of(eventful_book()), Lines());
}

TEST(SuccessionRulesTest, EachFaultIsOneFindingAtItsPlace) {
  for (const Fault& fault : kFaults) {
    Book book = eventful_book();
    fault.plant(book);
    EXPECT_EQ(findings_of(book), Lines{error_at(fault.code, fault.path)}) << fault.what;
  }
}

TEST(SuccessionRulesTest, SharesMayHaveAnyNumberOfDigits) {
  Book book = eventful_book();
  const std::string digits(900, '3');
  book.succession[0].to = {heir("east", "0." + digits),
                           heir("west", "0." + std::string(899, '6') + '7')};
  EXPECT_EQ(findings_of(book), Lines());
}

TEST(SuccessionRulesTest, OneCodeMayBeOfTwoUnitsAtDifferentTimes) {
  Book book = eventful_book();
  book.units[4].codes = {{"26740", {}, {}}};  // of a unit that begins when the other loses it
  book.units[2].codes = {{"26741", {}, {}}};  // of one that ends when the other gets it
  EXPECT_EQ(findings_of(book), Lines());
}

TEST(SuccessionRulesTest, TheEventsOfADayHoldTogetherInAnyOrder) {
  // The two change places: neither is ever below itself.
  for (const bool turned : {false, true}) {
    Book book = good_book();
    book.succession = {moves("2025-07-01", "north", "province"),
                       moves("2025-07-01", "town", "north")};
    if (turned) std::swap(book.succession[0], book.succession[1]);
    EXPECT_EQ(findings_of(book), Lines());
  }
}

TEST(SuccessionRulesTest, AChainMayGrowToSixtyFourLevelsAndNoMore) {
  for (const int below : {61, 62}) {
    Book book = good_book();
    book.units.push_back(unit("t0"));
    for (int i = 1; i < below; ++i) {
      book.units.push_back(unit("t" + std::to_string(i), "t" + std::to_string(i - 1)));
    }
    book.succession = {moves("2025-07-01", "t0", "south")};
    EXPECT_EQ(findings_of(book),
              below == 61 ? Lines() : Lines{error_at(Errc::units_too_deep, "/succession/0")});
  }
}

TEST(SuccessionRulesTest, AHundredThousandMovesAreTheMost) {
  Book book = good_book();
  for (int i = 0; i < 101; ++i) book.units.push_back(unit("p" + std::to_string(i)));
  for (int i = 0; i < 1000; ++i) book.units.push_back(unit("c" + std::to_string(i), "p0"));
  for (int i = 0; i < 100; ++i) {
    const Date on = *day("2000-01-01").plus_days(i);
    book.units[static_cast<std::size_t>(i) + 5].from = on;
    book.succession.push_back(
        becomes(on.to_string(), {"p" + std::to_string(i)}, {heir("p" + std::to_string(i + 1))}));
  }
  EXPECT_EQ(findings_of(book), Lines());
  book.succession.push_back(moves("2010-01-01", "north", "south"));
  EXPECT_EQ(findings_of(book), Lines{error_at(Errc::succession_form, "/succession/100")});
}

TEST(SuccessionRulesTest, ATargetForTheTimeAfterItsUnitHasEndedIsRefused) {
  Book book = eventful_book();
  book.head.period = period("2024/2026");
  for (Target& target : book.targets) target.period = period("2024");
  book.targets.push_back(target("wards", "2"));
  book.targets.back().unit = "north";
  book.targets.back().period = period("2025-H2");
  EXPECT_EQ(findings_of(book), Lines{error_at(Errc::unit_not_valid, "/plan/targets/3/unit")});
  book.targets.back().period = period("2025-H1");
  EXPECT_EQ(findings_of(book), Lines());
  book.targets.back().unit = "west";
  EXPECT_EQ(findings_of(book), Lines{error_at(Errc::unit_not_valid, "/plan/targets/3/unit")});
}

}  // namespace
}  // namespace tiendo::succession_rules_test
