// The rules of targets: what each refers to and what its condition may be.

#include <gtest/gtest.h>

#include "books.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::target_rules_test {
namespace {

using Lines = std::vector<std::string>;

Lines findings_of(const Book& book) { return found_in(book.build().diagnostics); }

// What a condition on "land" (3 digits) or on "land-growth" (any) gives.
Lines findings_of(const Condition& condition, const char* indicator = "land") {
  Book book = good_book();
  book.targets[0] = target(indicator, "1");
  book.targets[0].condition = condition;
  book.targets.resize(1);
  return findings_of(book);
}

Condition with_then(Condition first, Condition second) {
  first.then = std::make_shared<const Condition>(std::move(second));
  return first;
}

Condition between(std::string_view low, std::string_view high) {
  Condition result = condition(ConditionKind::between, low);
  result.upper = dec(high);
  return result;
}

Condition about(std::string_view value, std::string_view tolerance) {
  Condition result = condition(ConditionKind::about, value);
  result.tolerance = dec(tolerance);
  return result;
}

const Fault kFaults[] = {
    {"no indicator", [](Book& b) { b.targets[2].indicator.clear(); }, Errc::unknown_indicator,
     "/plan/targets/2"},
    {"indicator", [](Book& b) { b.targets[2].indicator = "sea"; }, Errc::unknown_indicator,
     "/plan/targets/2/indicator"},
    {"unit", [](Book& b) { b.targets[2].unit = "city"; }, Errc::unknown_unit,
     "/plan/targets/2/unit"},
    {"assigner", [](Book& b) { b.targets[2].assigner = "city"; }, Errc::unknown_unit,
     "/plan/targets/2/assigner"},
    {"lead", [](Book& b) { b.targets[2].lead = "city"; }, Errc::unknown_unit,
     "/plan/targets/2/lead"},
    {"helper",
     [](Book& b) {
       b.targets[2].with = {"north", "city"};
     },
     Errc::unknown_unit, "/plan/targets/2/with/1"},
    {"project", [](Book& b) { b.targets[2].project = "rail"; }, Errc::unknown_project,
     "/plan/targets/2/project"},
    {"task group", [](Book& b) { b.targets[2].task_group = "group-2"; }, Errc::unknown_task_group,
     "/plan/targets/2/task_group"},
    {"in a project", [](Book& b) { b.projects[0].targets[0].indicator = "sea"; },
     Errc::unknown_indicator, "/plan/projects/0/targets/0/indicator"},

    {"no condition", [](Book& b) { b.targets[2].condition = {}; }, Errc::condition_missing,
     "/plan/targets/2"},
    {"a unit that is not yet",
     [](Book& b) {
       b.units[2].from = day("2025-01-01");
       b.targets[2].unit = "north";
     },
     Errc::unit_not_valid, "/plan/targets/2/unit"},
    {"a unit that is no more",
     [](Book& b) {
       b.units[2].until = day("2024-01-01");
       b.targets[2].unit = "north";
     },
     Errc::unit_not_valid, "/plan/targets/2/unit"},
};

TEST(TargetRulesTest, EachFaultGivesOneErrorAtItsPlaceAndNoPlan) {
  for (const Fault& fault : kFaults) {
    Book book = good_book();
    fault.plant(book);
    EXPECT_EQ(findings_of(book), (Lines{error_at(fault.code, fault.path)})) << fault.what;
    EXPECT_FALSE(book.build()) << fault.what;
  }
}

TEST(TargetRulesTest, WithoutAUnitOfThePlanATargetNamesItsOwn) {
  Book book = good_book();
  book.head.unit.clear();
  book.targets = {target("land", "1")};
  book.projects.clear();
  EXPECT_EQ(found_in(book.build().diagnostics),
            (Lines{error_at(Errc::unit_missing, "/plan/targets/0")}));
}

TEST(TargetRulesTest, AChangeGoesTheWayItSays) {
  for (const ConditionKind kind : {ConditionKind::increase_by, ConditionKind::decrease_by}) {
    EXPECT_EQ(findings_of(condition(kind, "0")), Lines{});
    const std::string path = "/plan/targets/0/" + std::string(name_of(kind)) + "/value";
    EXPECT_EQ(findings_of(condition(kind, "-1.234")),
              (Lines{error_at(Errc::change_negative, path)}));
  }
}

TEST(TargetRulesTest, EveryConditionWithinTheRulesIsAccepted) {
  for (const ConditionKind kind :
       {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
        ConditionKind::less_than, ConditionKind::equal}) {
    EXPECT_EQ(findings_of(condition(kind, "-1.234")), Lines{}) << name_of(kind);
  }
  EXPECT_EQ(findings_of(between("6.0", "6.5")), Lines{});
  EXPECT_EQ(findings_of(between("6.50", "6.5")), Lines{});
  EXPECT_EQ(findings_of(about("69", "0")), Lines{});
}

TEST(TargetRulesTest, ARangeRunsUpwards) {
  EXPECT_EQ(findings_of(between("6.5", "6.49")),
            (Lines{error_at(Errc::range_reversed, "/plan/targets/0/between")}));
  // In the second condition as well.
  EXPECT_EQ(findings_of(with_then(condition(ConditionKind::increase_by, "1"), between("2", "1"))),
            (Lines{error_at(Errc::range_reversed, "/plan/targets/0/increase_by/then/between")}));
}

TEST(TargetRulesTest, AFactIsAFlowALevelOrACountAndNoPercentage) {
  Condition yes;
  yes.kind = ConditionKind::yes;
  const Lines misfit = {error_at(Errc::condition_misfit, "/plan/targets/0/yes")};
  EXPECT_EQ(findings_of(yes, "land"), Lines{});
  EXPECT_EQ(findings_of(yes, "wards"), Lines{});
  EXPECT_EQ(findings_of(yes, "land-growth"), misfit);
  EXPECT_EQ(findings_of(yes, "paid"), misfit);
  Book book = good_book();
  book.indicators[3].kind = IndicatorKind::level;
  book.targets[2] = target("wards", "1");
  book.targets[2].condition = yes;
  EXPECT_EQ(findings_of(book), Lines{});
  book.indicators[3].breaks = {{day("2024-01-01"), {}, {}, {}}};
  EXPECT_EQ(findings_of(book), (Lines{error_at(Errc::condition_misfit, "/plan/targets/2/yes")}));
  book.indicators[3].breaks.clear();
  book.indicators[3].measure = "percent";
  EXPECT_EQ(findings_of(book), (Lines{error_at(Errc::condition_misfit, "/plan/targets/2/yes")}));
}

TEST(TargetRulesTest, AToleranceIsNotNegative) {
  EXPECT_EQ(findings_of(about("69", "-0.5")),
            (Lines{error_at(Errc::tolerance_negative, "/plan/targets/0/about/tolerance")}));
}

TEST(TargetRulesTest, NumbersHaveNoMoreDigitsThanTheIndicatorRecords) {
  const struct {
    const char* what;
    Condition condition;
    const char* place;
  } cases[] = {
      {"plain", condition(ConditionKind::at_least, "1.2345"), "at_least"},
      {"zeros are digits", condition(ConditionKind::at_most, "1.0000"), "at_most"},
      {"lower end", between("1.2345", "2"), "between/0"},
      {"upper end", between("1", "2.3456"), "between/1"},
      {"about", about("1.2345", "1"), "about/value"},
      {"tolerance", about("1", "0.0001"), "about/tolerance"},
      {"change", condition(ConditionKind::increase_by, "0.0001"), "increase_by/value"},
      {"second",
       with_then(condition(ConditionKind::decrease_by, "1"),
                 condition(ConditionKind::at_least, "0.0001")),
       "decrease_by/then/at_least"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(findings_of(c.condition),
              (Lines{std::string(error_at(Errc::target_scale, "/plan/targets/0/")) + c.place}))
        << c.what;
    EXPECT_EQ(findings_of(c.condition, "land-growth"), Lines{}) << c.what;
  }
}

TEST(TargetRulesTest, AChangeInPercentHasDigitsOfItsOwn) {
  Condition change = condition(ConditionKind::increase_by, "1.23456");
  change.in = ChangeIn::percent;
  EXPECT_EQ(findings_of(change), Lines{});
}

TEST(TargetRulesTest, OnlyAChangeMayHaveASecondConditionAndItIsOnTheLevel) {
  const Condition level = condition(ConditionKind::at_least, "60");
  const Condition change = condition(ConditionKind::increase_by, "4");
  EXPECT_EQ(findings_of(with_then(change, level)), Lines{});
  EXPECT_EQ(findings_of(with_then(level, level)),
            (Lines{error_at(Errc::condition_conflict, "/plan/targets/0/at_least/then")}));
  EXPECT_EQ(findings_of(with_then(change, change)),
            (Lines{error_at(Errc::condition_conflict, "/plan/targets/0/increase_by/then")}));
  EXPECT_EQ(findings_of(with_then(change, with_then(level, level))),
            (Lines{error_at(Errc::condition_conflict,
                            "/plan/targets/0/increase_by/then/at_least/then")}));
  EXPECT_EQ(findings_of(with_then(change, Condition{})),
            (Lines{error_at(Errc::condition_missing, "/plan/targets/0/increase_by/then")}));
}

TEST(TargetRulesTest, TheSharesOfAProfileAddUpToOneExactly) {
  const auto findings = [](const char* first, const char* second) {
    Book book = good_book();
    book.targets[2].profile = Profile{};
    book.targets[2].profile->kind = Profile::Kind::shares;
    book.targets[2].profile->shares = {{period("2024-H1"), dec(first)},
                                       {period("2024-H2"), dec(second)}};
    return findings_of(book);
  };
  EXPECT_EQ(findings("0.4", "0.60"), Lines{});
  for (const char* second : {"0.6000001", "0.59", "60"}) {
    EXPECT_EQ(findings("0.4", second),
              (Lines{error_at(Errc::profile_shares, "/plan/targets/2/profile")}))
        << second;
  }
}

// What the steps of a profile of a target for 2024 give, with the number 100 of 3 digits.
Lines findings_of(Profile profile,
                  const Condition& asked = condition(ConditionKind::at_least, "100")) {
  Book book = good_book();
  book.targets[0] = target("land", "1");
  book.targets[0].condition = asked;
  book.targets[0].profile = std::move(profile);
  book.targets.resize(1);
  return findings_of(book);
}

TEST(TargetRulesTest, SharesLieInThePeriodOneAfterTheOther) {
  const auto shares = [](const char* first, const char* second) {
    Profile profile;
    profile.kind = Profile::Kind::shares;
    profile.shares = {{period(first), dec("0.5")}, {period(second), dec("0.5")}};
    return findings_of(profile);
  };
  const std::string at = "/plan/targets/0/profile/";
  EXPECT_EQ(shares("2024-Q1", "2024-Q2"), Lines{});
  EXPECT_EQ(shares("2024-Q1", "2024-Q4"), Lines{});  // nothing is expected in between
  EXPECT_EQ(shares("2024-Q1", "2025-Q1"), (Lines{error_at(Errc::profile_outside, at + "2025-Q1")}));
  EXPECT_EQ(shares("2023-12", "2024-Q1"), (Lines{error_at(Errc::profile_outside, at + "2023-12")}));
  EXPECT_EQ(shares("2024-Q1", "2024-03"), (Lines{error_at(Errc::profile_order, at + "2024-03")}));
  EXPECT_EQ(shares("2024-Q2", "2024-Q1"), (Lines{error_at(Errc::profile_order, at + "2024-Q1")}));
  EXPECT_EQ(shares("2024-Q1", "2024-Q1"), (Lines{error_at(Errc::profile_order, at + "2024-Q1")}));
}

TEST(TargetRulesTest, MilestonesLieInThePeriodOneAfterTheOtherAndEndWithTheTarget) {
  const auto steps = [](const char* first, const char* second, const char* value = "100",
                        const Condition& asked = condition(ConditionKind::at_least, "100")) {
    Profile profile;
    profile.kind = Profile::Kind::milestones;
    profile.milestones = {{day(first), dec("50")}, {day(second), dec(value)}};
    return findings_of(profile, asked);
  };
  const std::string at = "/plan/targets/0/profile/";
  EXPECT_EQ(steps("2024-01-01", "2024-12-31"), Lines{});
  EXPECT_EQ(steps("2024-06-30", "2024-12-30", "99.5"), Lines{});
  EXPECT_EQ(steps("2023-12-31", "2024-12-31"),
            (Lines{error_at(Errc::profile_outside, at + "2023-12-31")}));
  EXPECT_EQ(steps("2024-06-30", "2025-01-01"),
            (Lines{error_at(Errc::profile_outside, at + "2025-01-01")}));
  for (const char* second : {"2024-06-30", "2024-06-29"}) {
    EXPECT_EQ(steps("2024-06-30", second), (Lines{error_at(Errc::profile_order, at + second)}));
  }
  const Lines end = {error_at(Errc::profile_end, at + "2024-12-31")};
  EXPECT_EQ(steps("2024-06-30", "2024-12-31", "99.5"), end);
  EXPECT_EQ(steps("2024-06-30", "2024-12-31", "100", about("100", "1")), Lines{});
  EXPECT_EQ(steps("2024-06-30", "2024-12-31", "100", between("100", "101")), end);
  EXPECT_EQ(steps("2024-06-30", "2024-12-31", "100", condition(ConditionKind::increase_by, "100")),
            end);
  EXPECT_EQ(steps("2024-06-30", "2024-07-31", "99.5001"),
            (Lines{error_at(Errc::target_scale, at + "2024-07-31")}));
}

TEST(TargetRulesTest, APeriodOutsideThePlanIsAWarning) {
  for (const char* word : {"2023", "2025-01", "2023-12-31/2024-02-01", "2021/2025"}) {
    Book book = good_book();
    book.targets[2].period = period(word);
    const auto built = book.build();
    EXPECT_TRUE(built) << word;
    EXPECT_EQ(found_in(built.diagnostics),
              (Lines{warning_at(Errc::target_outside_plan, "/plan/targets/2/period")}));
  }
}

TEST(TargetRulesTest, AUnitThatExistsForADayOfThePeriodIsAccepted) {
  Book book = good_book();
  book.targets[2].unit = "north";
  book.units[2].from = day("2024-12-31");
  EXPECT_EQ(findings_of(book), Lines{});
  book.units[2].from.reset();
  book.units[2].until = day("2024-01-02");
  EXPECT_EQ(findings_of(book), Lines{});
}

}  // namespace
}  // namespace tiendo::target_rules_test
