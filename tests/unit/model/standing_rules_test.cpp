// How the targets of a plan may stand to each other.

#include <gtest/gtest.h>

#include "books.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::standing_rules_test {
namespace {

using Lines = std::vector<std::string>;

Lines findings_of(const Book& book) { return found_in(book.build().diagnostics); }

// A revision of the town's target of land-growth, which is the third of the good book.
Target revision(std::string_view decided) {
  Target result = target("land-growth", "13");
  result.layer = TargetLayer::revised;
  if (!decided.empty()) result.decision.date = day(decided);
  return result;
}

const Fault kFaults[] = {
    {"twice", [](Book& b) { b.targets.push_back(b.targets[2]); }, Errc::duplicate_target,
     "/plan/targets/3"},
    {"twice, once with the defaults written out",
     [](Book& b) {
       b.targets.push_back(target("land-growth", "13"));
       b.targets[3].unit = "town";
       b.targets[3].assigner = "town";
       b.targets[3].period = period("2024-12M");
     },
     Errc::duplicate_target, "/plan/targets/3"},
    {"twice, once in the project and once in the plan",
     [](Book& b) {
       b.targets.push_back(b.projects[0].targets[0]);
       b.targets[3].project = "road";
     },
     Errc::duplicate_target, "/plan/projects/0/targets/0"},

    {"adds to nothing", [](Book& b) { b.targets[0].indicator = "paid"; }, Errc::nothing_to_replace,
     "/plan/targets/1/layer"},
    {"adds in another period", [](Book& b) { b.targets[1].period = period("2024-H1"); },
     Errc::nothing_to_replace, "/plan/targets/1/layer"},
    {"adds for another unit", [](Book& b) { b.targets[1].unit = "north"; },
     Errc::nothing_to_replace, "/plan/targets/1/layer"},
    {"adds to one that adds",
     [](Book& b) {
       b.targets[0].layer = TargetLayer::adds;
       b.targets.erase(b.targets.begin() + 1);
     },
     Errc::nothing_to_replace, "/plan/targets/0/layer"},
    {"adds to a project's part only",
     [](Book& b) {
       b.targets[0].project = "road";
       b.projects[0].targets.clear();
     },
     Errc::nothing_to_replace, "/plan/targets/1/layer"},
    {"replaces another assigner's", [](Book& b) { b.targets[1].layer = TargetLayer::replaces; },
     Errc::nothing_to_replace, "/plan/targets/1/layer"},
    {"revises nothing",
     [](Book& b) {
       b.targets.push_back(revision("2024-07-01"));
       b.targets[3].indicator = "paid";
     },
     Errc::nothing_to_replace, "/plan/targets/3/layer"},
    {"revises another assigner's",
     [](Book& b) {
       b.targets.push_back(revision("2024-07-01"));
       b.targets[3].assigner = "province";
     },
     Errc::nothing_to_replace, "/plan/targets/3/layer"},
    {"revises what adds",
     [](Book& b) {
       b.targets.push_back(revision("2024-07-01"));
       b.targets[3].indicator = "land";
     },
     Errc::nothing_to_replace, "/plan/targets/3/layer"},
    {"revises on no day", [](Book& b) { b.targets.push_back(revision("")); },
     Errc::revision_undated, "/plan/targets/3/layer"},
    {"revises twice on a day",
     [](Book& b) {
       b.targets.push_back(revision("2024-07-01"));
       b.targets.push_back(revision("2024-09-01"));
       b.targets.push_back(revision("2024-07-01"));
     },
     Errc::revisions_of_one_day, "/plan/targets/5"},
    {"revises what is not decided yet",
     [](Book& b) {
       b.targets[2].decision.date = day("2024-07-02");
       b.targets.push_back(revision("2024-07-01"));
     },
     Errc::revision_too_early, "/plan/targets/3/decision/date"},
};

TEST(StandingRulesTest, EachFaultGivesOneErrorAtItsPlaceAndNoPlan) {
  for (const Fault& fault : kFaults) {
    Book book = good_book();
    fault.plant(book);
    EXPECT_EQ(findings_of(book), (Lines{error_at(fault.code, fault.path)})) << fault.what;
    EXPECT_FALSE(book.build()) << fault.what;
  }
}

TEST(StandingRulesTest, SeveralRevisionsOfSeveralDaysAreAccepted) {
  Book book = good_book();
  book.targets[2].decision.date = day("2024-07-01");
  book.targets.push_back(revision("2024-07-01"));
  book.targets.push_back(revision("2024-09-01"));
  EXPECT_EQ(findings_of(book), Lines{});
}

TEST(StandingRulesTest, TheSameDayIsNoMatterToAnotherTarget) {
  Book book = good_book();
  book.targets.push_back(revision("2024-07-01"));
  book.targets.push_back(target("wards", "9"));
  book.targets.push_back(revision("2024-07-01"));
  book.targets[5].indicator = "wards";
  EXPECT_EQ(findings_of(book), Lines{});
}

TEST(StandingRulesTest, AddsToTheTargetsOfAnyAssignerAndReplacesItsOwn) {
  for (const char* first : {"province", "town", "north"}) {
    for (const char* second : {"province", "town", "north"}) {
      Book book = good_book();
      book.targets.resize(2);
      book.targets[0].assigner = first;
      book.targets[1].assigner = second;
      EXPECT_EQ(findings_of(book), Lines{}) << first << ' ' << second;
      book.targets[1].layer = TargetLayer::replaces;
      EXPECT_EQ(findings_of(book).empty(), std::string(first) == second) << first << ' ' << second;
    }
  }
}

TEST(StandingRulesTest, TheOrderOfTargetsDoesNotMatter) {
  Book book = good_book();
  std::swap(book.targets[0], book.targets[1]);
  EXPECT_EQ(findings_of(book), Lines{});
}

TEST(StandingRulesTest, TargetsThatDifferInOneThingAreTwo) {
  Book book = good_book();
  book.targets = {target("land", "1")};
  const auto differ = [&](auto change) {
    book.targets.push_back(target("land", "1"));
    change(book.targets.back());
  };
  differ([](Target& t) { t.unit = "north"; });
  differ([](Target& t) { t.assigner = "province"; });
  differ([](Target& t) { t.project = "road"; });
  differ([](Target& t) { t.period = period("2024-H1"); });
  differ([](Target& t) { t.layer = TargetLayer::adds; });
  differ([](Target& t) { t.layer = TargetLayer::replaces; });
  differ([](Target& t) { t.indicator = "paid"; });
  EXPECT_EQ(findings_of(book), Lines{});
  const std::size_t once = book.targets.size();
  for (std::size_t i = 0; i < once; ++i) book.targets.push_back(book.targets[i]);
  EXPECT_EQ(findings_of(book).size(), once);
}

TEST(StandingRulesTest, AThirdTargetOfOneKindIsNamedToo) {
  Book book = good_book();
  book.targets.push_back(book.targets[2]);
  book.targets.push_back(book.targets[2]);
  EXPECT_EQ(findings_of(book), (Lines{error_at(Errc::duplicate_target, "/plan/targets/3"),
                                      error_at(Errc::duplicate_target, "/plan/targets/4")}));
}

}  // namespace
}  // namespace tiendo::standing_rules_test
