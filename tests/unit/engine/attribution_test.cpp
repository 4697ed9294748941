// What has been reached by projects, and whose part of it is which assigner's.

#include "engine/actual.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::attribution_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;

// The value to date of the only indicator, with its coverage: "30 6/6 months".
std::string to_date(Book& book, std::string_view as_of) {
  const ReportRow row = book.row(as_of);
  return shown(row.actual) + ' ' + shown(row.coverage);
}

struct Projects {
  Projects() {
    book.add_indicator("land", kFlow, "ha");
    for (const char* id : {"p1", "p2", "p3"}) book.add_project(id, "land", at_least("2"));
    target = &book.add_target("land", at_least("6"));
  }
  ReportRow of_unit(std::string_view as_of) { return book.row(as_of); }
  Book book;
  Target* target;
};

TEST(AttributionTest, AUnitThatDoesNotReportIsTheSumOfItsProjects) {
  Projects projects;
  projects.book.add_unit("ward");
  projects.book.add_project_report("p1", "land", "2024", "1.125");
  projects.book.add_project_report("p3", "land", "2024", "2");
  projects.book.add_unit_report("ward", "land", "2024", "99");
  EXPECT_EQ(to_date(projects.book, "2024-12-31"), "25/8 2/3 projects");
}

TEST(AttributionTest, ProjectsThatAreDeclaredButNotDescribedAreWaitedFor) {
  Projects projects;
  projects.target->projects = 14;
  for (const char* id : {"p1", "p2", "p3"}) {
    projects.book.add_project_report(id, "land", "2024", "1");
  }
  EXPECT_EQ(to_date(projects.book, "2024-12-31"), "3 3/14 projects");
  EXPECT_EQ(shown_verdict(projects.of_unit("2024-12-31")), "partial_coverage");
}

TEST(AttributionTest, AProjectIsReachedByItsOwnReportsOnly) {
  Projects projects;
  projects.book.add_report("land", "2024", "5");
  projects.book.add_project_report("p2", "land", "2024", "1");
  const Report report = projects.book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 4U);
  EXPECT_EQ(shown(report.rows[0].actual), "5");
  EXPECT_EQ(shown(report.rows[1].actual), "no_data");
  EXPECT_EQ(shown(report.rows[2].actual), "1");
}

TEST(AttributionTest, AProjectWithoutATargetCountsWhenItHasReported) {
  const auto town = [](bool first, bool second) {
    Book book;
    book.add_indicator("land", kFlow, "ha");
    book.add_target("land", at_least("100"));
    book.add_project("p1", "land", at_least("60"));
    book.add_project("p2");
    book.add_project("p3");
    if (first) book.add_project_report("p1", "land", "2024", "55");
    if (second) book.add_project_report("p2", "land", "2024", "45");
    book.add_project_report("p3", "land", "2023", "1000");
    const ReportRow row = book.row("2024-12-31");
    return shown(row.actual) + ' ' + shown(row.coverage) + ' ' + shown_verdict(row);
  };
  EXPECT_EQ(town(true, true), "100 2/2 projects met");
  EXPECT_EQ(town(true, false), "55 1/1 projects missed");
  EXPECT_EQ(town(false, true), "45 1/2 projects partial_coverage");
  EXPECT_EQ(town(false, false), "no_data 0/12 months no_data");
}

TEST(AttributionTest, WhereNoProjectIsWaitedForTheUnitsBelowComeFirst) {
  Book book;
  book.add_indicator("land", kFlow, "ha");
  book.add_unit("ward");
  book.add_project("p1");
  book.add_project("p2");
  book.add_project_report("p1", "land", "2024", "55");
  book.add_project_report("p2", "land", "2024", "45");
  book.add_unit_report("ward", "land", "2024-H1", "7");
  EXPECT_EQ(to_date(book, "2024-12-31"), "7 0/1 units");
  Book without;
  without.add_indicator("land", kFlow, "ha");
  without.add_unit("ward");
  without.add_project("p1");
  without.add_project("p2");
  without.add_project_report("p1", "land", "2024", "55");
  without.add_project_report("p2", "land", "2024-H1", "45");
  EXPECT_EQ(to_date(without, "2024-12-31"), "100 1/2 projects");
}

TEST(AttributionTest, CapitalIsWaitedForWhereItIsPaid) {
  const auto town = [](bool all, std::string investor = "") {
    Book book;
    book.add_indicator("paid", kFlow);
    book.add_unit("board");
    for (const char* id : {"p1", "p2"}) {
      Project& project = book.add_project(id);
      project.capital = {{"year", "paid", dec("60"), {}, {}}};
      project.investor = investor;
    }
    book.add_project_report("p1", "paid", "2024", "55").unit = investor;
    if (all) book.add_project_report("p2", "paid", "2024", "45");
    return to_date(book, "2024-12-31");
  };
  EXPECT_EQ(town(true), "100 2/2 projects");
  EXPECT_EQ(town(false), "55 1/2 projects");
  // What is paid by the board is not waited for in the town, but makes the board.
  EXPECT_EQ(town(true, "board"), "45 1/1 projects");
  EXPECT_EQ(town(false, "board"), "55 1/1 units");
}

TEST(AttributionTest, PercentagesOfProjectsDoNotAddUp) {
  Book book;
  book.add_indicator("rate", IndicatorKind::level, "percent");
  book.add_project("p1", "rate", at_least("50"));
  book.add_project("p2", "rate", at_least("50"));
  book.add_target("rate", at_least("50"));
  book.add_project_report("p1", "rate", "2024", "60");
  book.add_project_report("p2", "rate", "2024", "70");
  EXPECT_EQ(to_date(book, "2024-12-31"), "not_additive 2/2 projects");
}

// Two assigners with an additive target, with a project each and one of both.
struct Assigners {
  Assigners() {
    book.add_indicator("land", kFlow, "ha");
    province = &book.add_target("land", at_least("53.026"), "province");
    town = &book.add_target("land", at_least("40.834"));
    town->layer = TargetLayer::adds;
  }
  void add_projects() {
    book.add_project("p1", "land", at_least("1"), "province");
    book.add_project("p2", "land", at_least("1"));
    Project& shared = book.add_project("p3", "land", at_least("1"), "province");
    shared.targets.push_back(shared.targets.front());
    shared.targets.back().assigner = "";
    book.add_project_report("p1", "land", "2024", "50");
    book.add_project_report("p2", "land", "2024", "8");
    book.add_project_report("p3", "land", "2024", "0.5");
  }
  // Province, town, whole.
  std::vector<std::string> rows(std::string_view as_of = "2024-12-31") {
    std::vector<std::string> result;
    for (const ReportRow& row : book.report(as_of).rows) {
      if (row.project != kNone) continue;
      result.push_back(shown(row.actual) + ' ' + shown(row.coverage));
    }
    return result;
  }
  Book book;
  Target* province;
  Target* town;
};

using Texts = std::vector<std::string>;

TEST(AttributionTest, EachAssignersPartIsThatOfTheProjectsItAssigned) {
  Assigners land;
  land.add_projects();
  EXPECT_EQ(land.rows(), (Texts{"101/2 2/2 projects", "17/2 2/2 projects", "117/2 3/3 projects"}));
}

TEST(AttributionTest, APartWaitsForTheProjectsThatItsTargetIsDeclaredFor) {
  Assigners land;
  land.add_projects();
  land.province->projects = 14;
  land.town->projects = 4;
  EXPECT_EQ(land.rows(),
            (Texts{"101/2 2/14 projects", "17/2 2/4 projects", "117/2 3/18 projects"}));
}

TEST(AttributionTest, WithoutProjectsAReportOfTheUnitIsAttributedToNoAssigner) {
  Assigners land;
  land.province->projects = 14;
  land.book.add_report("land", "2024", "93.860");
  EXPECT_EQ(land.rows(), (Texts{"not_attributed 0/14 projects", "not_attributed 12/12 months",
                                "4693/50 12/12 months"}));
}

TEST(AttributionTest, AReportOfTheUnitAloneIsNotAttributedThoughProjectsAreDescribed) {
  Assigners land;
  land.book.add_project("p1", "land", at_least("1"), "province");
  land.book.add_project("p2", "land", at_least("1"));
  land.book.add_report("land", "2024", "93.860");
  EXPECT_EQ(land.rows(), (Texts{"not_attributed 0/1 projects", "not_attributed 0/1 projects",
                                "4693/50 12/12 months"}));
}

TEST(AttributionTest, ProjectsWithoutAReportHaveNoDataThoughThoseOfTheOtherAssignerHave) {
  Assigners land;
  land.book.add_project("p1", "land", at_least("1"), "province");
  land.book.add_project("p2", "land", at_least("1"));
  land.book.add_project_report("p2", "land", "2024", "40");
  EXPECT_EQ(land.rows(), (Texts{"no_data 0/1 projects", "40 1/1 projects", "40 1/2 projects"}));
}

TEST(AttributionTest, WithoutAnyReportAPartHasNoDataRatherThanNoAttribution) {
  Assigners land;
  land.town->projects = 4;
  EXPECT_EQ(land.rows(),
            (Texts{"no_data 0/12 months", "no_data 0/4 projects", "no_data 0/12 months"}));
}

}  // namespace
}  // namespace tiendo::attribution_test
