// What is expected on the way, and how what has been reached stands to it.
//
// Long because each way of expecting has its own small books.

#include "engine/profile.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::profile_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

Profile linear() { return Profile{}; }
Profile shares(const std::vector<std::pair<const char*, const char*>>& steps) {
  Profile profile;
  profile.kind = Profile::Kind::shares;
  for (const auto& [when, share] : steps) profile.shares.emplace_back(period(when), dec(share));
  return profile;
}
Profile milestones(const std::vector<std::pair<const char*, const char*>>& steps) {
  Profile profile;
  profile.kind = Profile::Kind::milestones;
  for (const auto& [when, value] : steps) profile.milestones.emplace_back(day(when), dec(value));
  return profile;
}

// "183 -3 behind", each as a figure or as the reason why it is not there.
std::string shown_path(const ReportRow& row) {
  return shown(row.expected) + ' ' + shown(row.deviation) + ' ' +
         std::string(row.schedule_reason == Errc::none ? name_of(row.schedule)
                                                       : name_of(row.schedule_reason));
}

// A flow for which 366 are asked in 2024, as many as the year has days.
Book flow(const Condition& condition, Profile profile) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", condition).profile = std::move(profile);
  return book;
}

TEST(ProfileTest, ReportsAreDueUpToTheEndOfTheLastMonthThatIsOver) {
  // clang-format off
  const struct { const char *period, *as_of; bool in_days; const char* due; } cases[] = {
      {"2024", "2024-06-30", false, "2024-06-30"},
      {"2024", "2024-07-30", false, "2024-06-30"},
      {"2024", "2024-07-31", false, "2024-07-31"},
      {"2024", "2024-07-30", true, "2024-07-30"},
      {"2024", "2024-01-30", false, "2023-12-31"},  // nothing is due yet
      {"2024", "2024-12-30", false, "2024-11-30"},
      {"2024", "2024-12-31", false, "2024-12-31"},
      {"2024", "2025-06-30", false, "2024-12-31"},
      {"2024", "2025-06-30", true, "2024-12-31"},
      {"2024", "2023-06-30", true, "2023-12-31"},
      {"2024-01-15/2024-02-15", "2024-01-31", false, "2024-01-31"},
      {"2024-01-15/2024-02-15", "2024-03-01", false, "2024-02-14"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(due_day(period(c.period), day(c.as_of), c.in_days).to_string(), c.due)
        << c.period << ' ' << c.as_of << ' ' << c.in_days;
  }
}

TEST(ProfileTest, ALineGoesByDaysFromNothingForWhatAddsUp) {
  Book book = flow(at_least("366"), linear());
  book.add_report("x", "2024-H1", "180");
  const ReportRow row = book.row("2024-06-30");
  EXPECT_EQ(shown_path(row), "182 -2 behind");
  EXPECT_EQ(row.expected_on, day("2024-06-30"));
  EXPECT_EQ(row.baseline.reason, Errc::no_baseline);
  // Until July is over no report on it is due, and nothing of it is expected.
  EXPECT_EQ(shown_path(book.row("2024-07-30")), "182 -2 behind");
}

TEST(ProfileTest, AheadAndBehindAreStrictAndExact) {
  for (const auto& [value, standing] : {std::pair{"182.0001", "182 1/10000 ahead"},
                                        {"182", "182 0 on_schedule"},
                                        {"181.9999", "182 -1/10000 behind"}}) {
    for (const ConditionKind kind : {ConditionKind::at_least, ConditionKind::more_than}) {
      Book book = flow(condition(kind, "366"), linear());
      book.add_report("x", "2024-H1", value);
      EXPECT_EQ(shown_path(book.row("2024-06-30")), standing);
    }
  }
  for (const auto& [value, standing] :
       {std::pair{"183", "182 1 behind"}, {"182", "182 0 on_schedule"}, {"181", "182 -1 ahead"}}) {
    for (const ConditionKind kind : {ConditionKind::at_most, ConditionKind::less_than}) {
      Book book = flow(condition(kind, "366"), linear());
      book.add_report("x", "2024-H1", value);
      EXPECT_EQ(shown_path(book.row("2024-06-30")), standing);
    }
  }
}

// Of half a year the base is the level at the end of the same half a year before.
TEST(ProfileTest, AChangeOfALevelStartsFromItsBaseAndNotFromTheLevelBefore) {
  Book book;
  book.add_indicator("x", kLevel);
  Target& target = book.add_target("x", increase_by("10"));
  target.period = period("2024-H2");
  target.profile = linear();
  book.add_report("x", "2023-12", "100");
  book.add_report("x", "2024-06", "150");
  const ReportRow row = book.row("2024-09-30");
  EXPECT_EQ(shown(row.baseline), "100");
  EXPECT_EQ(shown(row.expected), "105");
}

TEST(ProfileTest, SharesAddUpAndRunEvenlyWithinTheirPeriods) {
  const Profile profile = shares({{"2024-Q1", "0.1"}, {"2024-Q2", "0.2"}, {"2024-H2", "0.7"}});
  for (const auto& [as_of, expected] : {std::pair{"2024-01-15", "0"},
                                        {"2024-02-29", "6000/91"},  // 60 of 91 days
                                        {"2024-03-31", "100"},
                                        {"2024-06-30", "300"},
                                        {"2024-09-30", "650"},
                                        {"2024-12-31", "1000"},
                                        {"2025-03-31", "1000"}}) {
    EXPECT_EQ(shown(flow(at_least("1000"), profile).row(as_of).expected), expected) << as_of;
  }
  // Of days that are in no share nothing is expected.
  const Profile gap = shares({{"2024-Q1", "0.4"}, {"2024-Q4", "0.6"}});
  EXPECT_EQ(shown(flow(at_least("1000"), gap).row("2024-08-31").expected), "400");
}

TEST(ProfileTest, MilestonesAreSteps) {
  const Profile profile = milestones({{"2024-03-31", "100"}, {"2024-06-15", "400"}});
  for (const auto& [as_of, expected] : {std::pair{"2024-02-29", "no_milestone_yet"},
                                        {"2024-03-31", "100"},
                                        {"2024-06-29", "100"},  // by the end of May
                                        {"2024-06-30", "400"},
                                        {"2024-11-30", "400"},
                                        {"2024-12-31", "1000"}}) {
    const ReportRow row = flow(at_least("1000"), profile).row(as_of);
    EXPECT_EQ(shown(row.expected), expected) << as_of;
    EXPECT_EQ(row.expected_on.has_value(), row.expected.value.has_value()) << as_of;
  }
}

TEST(ProfileTest, NothingIsExpectedBeforeThePeriodNorOfRangesAndFacts) {
  EXPECT_EQ(shown_path(flow(at_least("366"), linear()).row("2023-12-31")),
            "not_started not_started not_started");
  EXPECT_EQ(shown_path(flow(between("1", "2"), linear()).row("2024-06-30")),
            "range_target range_target range_target");
  EXPECT_EQ(shown_path(flow(yes(), milestones({{"2024-03-31", "1"}})).row("2024-06-30")),
            "fact_target fact_target fact_target");
}

TEST(ProfileTest, ALevelOfWhichNoStartIsKnownHasNoPath) {
  Book book;
  book.add_indicator("x", kLevel, "percent").direction = Direction::less;
  book.add_target("x", at_most("2")).profile = linear();
  book.add_report("x", "2024-H1", "3.1");
  EXPECT_EQ(shown_path(book.row("2024-06-30")), "no_baseline no_baseline no_baseline");
  EXPECT_EQ(shown_path(book.row("2025-01-31")), "2 partial_coverage partial_coverage");
}

TEST(ProfileTest, ALevelWithABaselineFallsFromIt) {
  for (const bool stated : {true, false}) {
    Book book;
    book.add_indicator("x", kLevel, "percent").direction = Direction::less;
    Target& target = book.add_target("x", at_most("2"));
    target.profile = shares({{"2024-H1", "0.5"}, {"2024-H2", "0.5"}});
    if (stated) target.baseline = Baseline{dec("4"), {}};
    book.add_report("x", "2023", stated ? "5" : "4");
    book.add_report("x", "2024-H1", "3.1");
    const ReportRow row = book.row("2024-06-30");
    EXPECT_EQ(shown_path(row), "3 1/10 behind");
    EXPECT_EQ(shown(row.baseline), "4");
  }
}

TEST(ProfileTest, ALevelOfHalfAYearStartsWhereItBegins) {
  Book book;
  book.add_indicator("x", kLevel, "percent");
  Target& target = book.add_target("x", at_least("80"));
  target.period = period("2024-H2");
  target.profile = shares({{"2024-Q3", "0.5"}, {"2024-Q4", "0.5"}});
  book.add_report("x", "2023", "10");
  book.add_report("x", "2024-06", "60");
  book.add_report("x", "2024-09", "71");
  EXPECT_EQ(shown_path(book.row("2024-09-30")), "70 1 ahead");
}

TEST(ProfileTest, AChangeOfALevelStartsFromItsBase) {
  Book book;
  book.add_indicator("x", kLevel, "percent");
  book.add_target("x", increase_by("10", ChangeIn::points)).profile =
      shares({{"2024-H1", "0.3"}, {"2024-H2", "0.7"}});
  book.add_report("x", "2023", "60");
  book.add_report("x", "2024-H1", "62");
  EXPECT_EQ(shown_path(book.row("2024-06-30")), "63 -1 behind");

  Book fall;
  fall.add_indicator("x", kLevel, "percent");
  fall.add_target("x", decrease_by("10", ChangeIn::points)).profile =
      shares({{"2024-H1", "0.3"}, {"2024-H2", "0.7"}});
  fall.add_report("x", "2023", "60");
  fall.add_report("x", "2024-H1", "56");
  EXPECT_EQ(shown_path(fall.row("2024-06-30")), "57 -1 ahead");
}

TEST(ProfileTest, AChangeOfASumStartsFromNothingToo) {
  Book book =
      flow(increase_by("10", ChangeIn::percent), shares({{"2024-H1", "0.4"}, {"2024-H2", "0.6"}}));
  book.add_report("x", "2023", "100");
  book.add_report("x", "2024-H1", "45");
  EXPECT_EQ(shown_path(book.row("2024-06-30")), "44 1 ahead");
}

TEST(ProfileTest, WhatHasNoBetterSideIsExpectedButNeitherAheadNorBehind) {
  for (const auto& [direction, standing] : {std::pair{Direction::more, "182 1 ahead"},
                                            {Direction::less, "182 1 behind"},
                                            {Direction::near, "182 1 no_better_side"},
                                            {Direction::inside, "182 1 no_better_side"}}) {
    for (const Condition& asked : {condition(ConditionKind::equal, "366"), around("366", "5")}) {
      Book book;
      book.add_indicator("x", kFlow).direction = direction;
      book.add_target("x", asked).profile = linear();
      book.add_report("x", "2024-H1", "183");
      EXPECT_EQ(shown_path(book.row("2024-06-30")), standing);
    }
  }
}

TEST(ProfileTest, WhereReportsAreMissingOnlyWhatCanNoLongerChangeIsSaid) {
  // By the end of August, 244 of 366; June is the last that was reported.
  for (const auto& [value, standing] :
       {std::pair{"245", "ahead"}, {"244", "on_schedule"}, {"243", "partial_coverage"}}) {
    Book book = flow(at_least("366"), linear());
    book.add_report("x", "2024-H1", value);
    EXPECT_EQ(shown_path(book.row("2024-08-31")), std::string("244 partial_coverage ") + standing);
  }
  for (const auto& [value, standing] :
       {std::pair{"245", "behind"}, {"244", "partial_coverage"}, {"243", "partial_coverage"}}) {
    Book book = flow(at_most("366"), linear());
    book.add_report("x", "2024-H1", value);
    EXPECT_EQ(shown_path(book.row("2024-08-31")), std::string("244 partial_coverage ") + standing);
  }
  Book level;
  level.add_indicator("x", kLevel, "percent");
  Target& target = level.add_target("x", at_least("90"));
  target.profile = linear();
  target.baseline = Baseline{dec("90"), {}};
  level.add_report("x", "2024-H1", "95");  // it may fall again
  EXPECT_EQ(shown_path(level.row("2024-08-31")), "90 partial_coverage partial_coverage");
}

TEST(ProfileTest, ABoundIsComparedByWhatItProves) {
  for (const auto& [qualifier, value, standing] : {std::tuple{Qualifier::over, "182", "ahead"},
                                                   {Qualifier::over, "181", "bound_undecided"},
                                                   {Qualifier::under, "182", "behind"},
                                                   {Qualifier::under, "183", "bound_undecided"},
                                                   {Qualifier::about, "182", "on_schedule"}}) {
    Book book = flow(at_least("366"), linear());
    book.add_report("x", "2024-H1", value).qualifier = qualifier;
    const ReportRow row = book.row("2024-06-30");
    EXPECT_EQ(
        row.schedule_reason == Errc::none ? name_of(row.schedule) : name_of(row.schedule_reason),
        standing)
        << value;
  }
}

TEST(ProfileTest, AWholeIsExpectedToReachWhatItsPartsAre) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_target("land", at_least("366"), "province").profile = linear();
  Target& added = book.add_target("land", at_least("100"));
  added.layer = TargetLayer::adds;
  added.profile = milestones({{"2024-03-31", "10"}, {"2024-06-30", "40"}});
  book.add_report("land", "2024-H1", "223");
  const Report report = book.report("2024-06-30");
  ASSERT_EQ(report.rows.size(), 3u);
  EXPECT_EQ(shown_path(report.rows[0]), "182 not_attributed not_attributed");
  EXPECT_EQ(shown_path(report.rows[1]), "40 not_attributed not_attributed");
  EXPECT_EQ(shown_path(report.rows[2]), "222 1 ahead");
  EXPECT_EQ(shown(book.report("2024-12-31").rows[2].expected), "466");
  EXPECT_EQ(shown(book.report("2024-02-29").rows[2].expected), "no_milestone_yet");
}

TEST(ProfileTest, AWholeWithAPartWithoutAProfileHasNone) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_target("land", at_least("366"), "province").profile = linear();
  book.add_target("land", at_least("100")).layer = TargetLayer::adds;
  EXPECT_EQ(shown(book.report("2024-06-30").rows[2].expected), "no_profile");
}

TEST(ProfileTest, APartOfALevelStartsNowhereButTheWholeDoes) {
  Book book;
  book.add_indicator("firms", IndicatorKind::count, "person");
  book.add_target("firms", at_least("500"), "province").profile = linear();
  Target& added = book.add_target("firms", at_least("66"));
  added.layer = TargetLayer::adds;
  added.profile = linear();
  book.add_report("firms", "2023", "200");
  book.add_report("firms", "2024-06", "380");
  const Report report = book.report("2024-06-30");
  EXPECT_EQ(shown(report.rows[0].expected), "no_baseline");
  EXPECT_EQ(shown_path(report.rows[2]), "382 -2 behind");  // 200 + 366 * 182 / 366
  EXPECT_EQ(shown(report.rows[2].baseline), "200");
}

TEST(ProfileTest, PartsOfALevelOnDifferentWaysAddUpFromWhatIsStatedOfEach) {
  for (const bool stated : {true, false}) {
    Book book;
    book.add_indicator("firms", IndicatorKind::count, "person");
    Target& first = book.add_target("firms", at_least("466"), "province");
    first.profile = linear();
    Target& added = book.add_target("firms", at_least("60"));
    added.layer = TargetLayer::adds;
    added.profile = shares({{"2024-H1", "0.25"}, {"2024-H2", "0.75"}});
    if (stated) {
      first.baseline = Baseline{dec("100"), {}};
      added.baseline = Baseline{dec("20"), {}};
    }
    book.add_report("firms", "2023", "120");
    // 100 + 366 * 182 / 366, and 20 + 40 / 4
    EXPECT_EQ(shown(book.report("2024-06-30").rows[2].expected), stated ? "312" : "no_baseline");
  }
}

TEST(ProfileTest, OnAMapAPartOfATargetIsExpectedWhereItCame) {
  Book book;
  book.head.period = period("2024");
  book.add_unit("old-a", "town");
  book.add_unit("old-b", "town");
  book.add_unit("new", "town");
  book.add_unit("rest", "town");
  book.add_event("2024-07-01", {"old-a"}, {{"new", "1"}});
  book.add_event("2024-07-01", {"old-b"}, {{"new", "0.5"}, {"rest", "0.5"}});
  book.add_indicator("x", kFlow);
  for (const auto& [unit, profile] :
       {std::pair{"old-a", linear()}, {"old-b", milestones({{"2024-03-31", "30"}})}}) {
    Target& target = book.add_target("x", at_least("366"), "town");
    target.unit = unit;
    target.profile = profile;
  }
  const Report report = book.report_on_map("2024-06-30", "2024-12-31");
  ASSERT_EQ(report.rows.size(), 2u);
  EXPECT_EQ(shown(report.rows[0].expected), "197");  // 366 * 182 / 366 + 30 / 2
  EXPECT_EQ(shown(report.rows[1].expected), "15");
}

TEST(ProfileTest, AUnitThatHasEndedIsNotComparedUnlessItIsAheadForGood) {
  for (const auto& [value, standing] : {std::pair{"300", "ahead"}, {"100", "unit_ended"}}) {
    Book book;
    book.add_unit("ward", "town").until = day("2024-07-01");
    book.add_indicator("x", kFlow);
    Target& target = book.add_target("x", at_least("366"));
    target.unit = "ward";
    target.profile = linear();
    book.add_unit_report("ward", "x", "2024-H1", value);
    EXPECT_EQ(shown_path(book.row("2024-09-30")), std::string("274 unit_ended ") + standing);
  }
}

// "R * d / n: R=366 d=182 n=366 -> 182"
std::string shown_step(const TraceStep& step) {
  std::string text = std::string(step.formula) + ":";
  for (const TraceInput& input : step.inputs) {
    text += ' ' + std::string(input.symbol) + '=' + input.value.to_string();
  }
  return text + " -> " + shown(step.result) +
         (step.target == kNone ? "" : " #" + std::to_string(step.target));
}

std::vector<std::string> steps_of(Book& book, std::size_t row, const char* as_of) {
  std::vector<std::string> steps;
  for (const TraceStep& step : explain(book.log(), book.report(as_of), row).steps) {
    if (step.field == Field::expected || step.field == Field::deviation) {
      steps.push_back(shown_step(step));
    }
  }
  return steps;
}

using Steps = std::vector<std::string>;

TEST(ProfileTest, EveryStepIsInTheTrace) {
  const Profile quarters = shares({{"2024-Q1", "0.25"}, {"2024-Q2", "0.5"}, {"2024-H2", "0.25"}});
  Book book = flow(at_least("728"), quarters);
  book.add_report("x", "2024-Q1", "182");
  EXPECT_EQ(steps_of(book, 0, "2024-03-31"),
            (Steps{"R * S: R=728 S=1/4 -> 182", "A - E: A=182 E=182 -> 0"}));
  EXPECT_EQ(steps_of(book, 0, "2024-04-30"),
            (Steps{"R * (S + s * d / n): R=728 S=1/4 s=1/2 d=30 n=91 -> 302"}));
  EXPECT_EQ(steps_of(book, 0, "2024-12-31"), (Steps{"R: R=728 -> 728"}));
  Book even = flow(at_least("366"), linear());
  EXPECT_EQ(steps_of(even, 0, "2024-06-30"), (Steps{"R * d / n: R=366 d=182 n=366 -> 182"}));
  Book level;
  level.add_indicator("x", kLevel, "percent");
  Target& target = level.add_target("x", at_least("80"));
  target.profile = linear();
  target.baseline = Baseline{dec("60"), {}};
  EXPECT_EQ(steps_of(level, 0, "2024-06-30"),
            (Steps{"b + (R - b) * d / n: b=60 R=80 d=182 n=366 -> 12800/183"}));
}

TEST(ProfileTest, TheStepsOfAWholeAreThoseOfItsPartsAndTheirSum) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_target("land", at_least("366"), "province").profile = linear();
  Target& added = book.add_target("land", at_least("100"));
  added.layer = TargetLayer::adds;
  added.profile = milestones({{"2024-06-30", "40"}});
  EXPECT_EQ(steps_of(book, 2, "2024-06-30"),
            (Steps{"R * d / n: R=366 d=182 n=366 -> 182 #0", "M: M=40 -> 40 #1",
                   "sum(E * w): E=182 w=1 E=40 w=1 -> 222"}));
}

}  // namespace
}  // namespace tiendo::profile_test
