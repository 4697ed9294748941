// Rules by which what has not been reported is left out: what has been is judged and compared as it
// is.

#include <gtest/gtest.h>

#include "book.hpp"
#include "tiendo/engine/contributions.hpp"
#include "tiendo/engine/ranking.hpp"
#include "tiendo/engine/report_weights.hpp"

namespace tiendo::unreported_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

Request asked(std::string_view as_of, Unreported rule = Unreported::leave_out) {
  Request request;
  request.as_of = day(as_of);
  request.rules.unreported = rule;
  return request;
}

ReportRow row(Book& book, std::string_view as_of, Unreported rule = Unreported::leave_out) {
  return evaluate(book.log(), asked(as_of, rule)).rows.at(0);
}

// "undefined partial_coverage, partial_coverage, 6/12 months", or with the verdict so far behind
// it.
std::string judged(const ReportRow& row) {
  const std::string so_far(name_of(row.provisional));
  return shown_state(row) + ", " + shown_verdict(row) + (so_far.empty() ? "" : " " + so_far) +
         ", " + shown(row.coverage);
}

// A town of three wards, of which only these have reported.
Book town(IndicatorKind kind, const Condition& condition,
          const std::vector<std::pair<std::string, std::string>>& told, const char* when) {
  Book book;
  for (const char* ward : {"a", "b", "c"}) book.add_unit(ward);
  book.add_indicator("x", kind).unit_rule = UnitRule::sum;
  book.add_target("x", condition);
  for (const auto& [ward, number] : told) book.add_unit_report(ward, "x", when, number);
  return book;
}

TEST(UnreportedTest, HalfAYearIsJudgedAsItIsAndItsCoverageStaysHalf) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("100"));
  book.add_report("x", "2024-H1", "60");
  EXPECT_EQ(judged(row(book, "2024-12-31", Unreported::withhold)),
            "undefined partial_coverage, partial_coverage, 6/12 months");
  EXPECT_EQ(judged(row(book, "2024-12-31")), "value, missed, 6/12 months");
  EXPECT_EQ(judged(row(book, "2024-09-30")), "value, period_open missed, 6/9 months");
  EXPECT_EQ(row(book, "2024-12-31").reported_to, day("2024-06-30"));
}

TEST(UnreportedTest, ASilentWardContributesNothing) {
  const std::vector<std::pair<std::string, std::string>> told = {{"a", "40"}, {"b", "50"}};
  Book book = town(kFlow, at_least("100"), told, "2024");
  EXPECT_EQ(judged(row(book, "2024-12-31", Unreported::withhold)),
            "undefined partial_coverage, partial_coverage, 2/3 units");
  EXPECT_EQ(judged(row(book, "2024-12-31")), "value, missed, 2/3 units");
  Book half = town(kFlow, at_least("100"), told, "2024-H1");
  EXPECT_EQ(judged(row(half, "2024-06-30", Unreported::withhold)),
            "undefined partial_coverage, partial_coverage, 2/3 units");
  EXPECT_EQ(judged(row(half, "2024-06-30")), "value, period_open missed, 2/3 units");
  Book reached = town(kFlow, at_least("90"), told, "2024-H1");
  EXPECT_EQ(judged(row(reached, "2024-06-30")), "value, met, 2/3 units");
}

TEST(UnreportedTest, WithoutAnyReportThereIsNothing) {
  Book book = town(kFlow, at_least("100"), {}, "2024");
  EXPECT_EQ(judged(row(book, "2024-12-31")), "no_data no_data, no_data, 0/12 months");
  Book withheld = town(kFlow, at_least("100"), {{"a", "40"}, {"b", "withheld"}}, "2024");
  EXPECT_EQ(judged(row(withheld, "2024-12-31")), "withheld withheld, withheld, 1/3 units");
}

TEST(UnreportedTest, AFactOfThoseThatHaveReportedIsOpenUntilThePeriodIsOver) {
  const auto fact = [](const char* of_b, const char* as_of) {
    Book book = town(kFlow, yes(), {{"a", "yes"}, {"b", of_b}}, "2024-H1");
    return judged(row(book, as_of));
  };
  EXPECT_EQ(fact("yes", "2024-06-30"), "value, period_open met, 2/3 units");
  EXPECT_EQ(fact("yes", "2024-12-31"), "value, met, 0/3 units");
  EXPECT_EQ(fact("no", "2024-12-31"), "value, missed, 0/3 units");
}

TEST(UnreportedTest, ACourseIsThatOfWhatIsThere) {
  Book book = town(kLevel, at_least("10"), {{"a", "3"}, {"b", "4"}}, "2024");
  book.add_target("x", at_least("5"), "province").baseline = Baseline{dec("6"), {}};
  const auto course = [&](Unreported rule) {
    const ReportRow row = evaluate(book.log(), asked("2024-12-31", rule)).rows.at(1);
    return std::string(row.course == Course::none ? name_of(row.course_reason)
                                                  : name_of(row.course));
  };
  EXPECT_EQ(course(Unreported::withhold), "partial_coverage");
  EXPECT_EQ(course(Unreported::leave_out), "met_at_baseline");
}

TEST(UnreportedTest, ADeviationIsThatOfWhatIsThere) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("120")).profile = Profile{};
  book.add_report("x", "2024-Q1", "20");
  const ReportRow withheld = row(book, "2024-07-01", Unreported::withhold);
  EXPECT_EQ(shown(withheld.deviation), "partial_coverage");
  EXPECT_EQ(withheld.schedule_reason, Errc::partial_coverage);
  const ReportRow left_out = row(book, "2024-07-01");
  EXPECT_EQ(shown(left_out.deviation), shown(Figure(Ratio(20) - *left_out.expected)));
  EXPECT_EQ(left_out.schedule, Schedule::behind);
}

TEST(UnreportedTest, APaceGoesOnFromTheLastDayReportedAndARunRateNeedsAllMonths) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("120"));
  book.add_report("x", "2023-H1", "40");
  book.add_report("x", "2023-H2", "50");
  book.add_report("x", "2024-Q2", "20");
  const ReportRow withheld = row(book, "2024-06-30", Unreported::withhold);
  EXPECT_EQ(shown(withheld.pace), "partial_coverage");
  const ReportRow left_out = row(book, "2024-06-30");
  EXPECT_EQ(shown(left_out.pace), "50/3");
  EXPECT_EQ(shown(left_out.run_rate), "partial_coverage");
  EXPECT_EQ(shown(left_out.same_share), "45");  // 20 * 90 / 40
}

TEST(UnreportedTest, ACompositeIsJudgedByTheComponentsThatHaveBeenReported) {
  const auto composite = [](const char* first, const char* second, Unreported rule) {
    Book book;
    book.add_indicator("a", IndicatorKind::share, "percent");
    book.add_indicator("b", IndicatorKind::share, "percent");
    book.add_composite("c", {"a", "b"});
    book.add_target("c", by_component({{"a", at_least("10")}, {"b", at_least("20")}}));
    if (*first) book.add_report("a", "2024", first);
    if (*second) book.add_report("b", "2024", second);
    return judged(row(book, "2024-12-31", rule));
  };
  EXPECT_EQ(composite("10", "", Unreported::withhold),
            "undefined partial_coverage, no_data, 1/2 components");
  EXPECT_EQ(composite("10", "", Unreported::leave_out), "value, met, 1/2 components");
  EXPECT_EQ(composite("9", "", Unreported::leave_out), "value, missed, 1/2 components");
  EXPECT_EQ(composite("10", "withheld", Unreported::leave_out),
            "undefined partial_coverage, withheld, 1/2 components");
  EXPECT_EQ(composite("", "", Unreported::leave_out), "no_data no_data, no_data, 0/2 components");
}

TEST(UnreportedTest, AFormulaIsMadeOfWhatThereIsOfItsReferences) {
  Book book;
  book.add_indicator("output", kFlow);
  book.add_indicator("people", IndicatorKind::count, "person");
  book.add_indicator("x", IndicatorKind::formula).formula = "output / people";
  book.add_report("output", "2024-9M", "90");
  book.add_report("people", "2024-H1", "30");
  const auto made = [&](Unreported rule) {
    return shown(evaluate(book.log(), asked("2024-12-31", rule)).rows.at(2).actual);
  };
  EXPECT_EQ(made(Unreported::withhold), "references_apart");
  EXPECT_EQ(made(Unreported::leave_out), "3");
}

TEST(UnreportedTest, AnAverageGrowthTakesALastYearOfWhichAPartIsThere) {
  Book book;
  book.head.period = period("2022/2024");
  book.add_indicator("x", kFlow);
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "x";
  book.add_target("growth", at_least("5"));
  for (const auto& [when, number] :
       {std::pair{"2021", "100"}, std::pair{"2022", "110"}, std::pair{"2023-H1", "60"},
        std::pair{"2023-H2", "61"}, std::pair{"2024-H1", "72"}}) {
    book.add_report("x", when, number);
  }
  const auto average = [&](Unreported rule) {
    const ReportRow row = evaluate(book.log(), asked("2024-12-31", rule)).rows.at(1);
    return std::to_string(row.average->periods) + ": " + row.average->last.to_string() + ", " +
           shown(row.coverage) + " to " + row.reported_to->to_string() + ", " + shown_verdict(row);
  };
  EXPECT_EQ(average(Unreported::withhold), "2: 121, 24/36 months to 2023-12-31, partial_coverage");
  EXPECT_EQ(average(Unreported::leave_out), "3: 72, 30/36 months to 2024-06-30, missed");
}

TEST(UnreportedTest, OnAMapAUnitIsMadeOfWhatItsFormerUnitsHaveReported) {
  Book book;
  for (const char* ward : {"a", "b"}) book.add_unit(ward).until = day("2024-07-01");
  book.add_unit("c").from = day("2024-07-01");
  book.add_event("2024-07-01", {"a", "b"}, {{"c", ""}});
  book.add_indicator("x", kFlow).unit_rule = UnitRule::sum;
  for (const char* ward : {"a", "b"}) book.add_target("x", at_least("5")).unit = ward;
  book.add_unit_report("a", "x", "2023-H1", "3");
  book.add_unit_report("a", "x", "2024-H1", "4");
  book.add_unit_report("b", "x", "2024-Q1", "2");
  Request request = asked("2024-12-31", Unreported::withhold);
  request.map = day("2024-07-01");
  const auto said = [&] {
    const ReportRow row = evaluate(book.log(), request).rows.at(0);
    return book.log().plan().units()[row.unit].id + ": " + shown(row.actual) + " after " +
           shown(row.same_period) + ", " + judged(row);
  };
  const std::string withheld = said();
  EXPECT_NE(withheld.find("partial_coverage"), std::string::npos) << withheld;
  request.rules.unreported = Unreported::leave_out;
  EXPECT_EQ(said().substr(0, 29), "c: 6 after 3, value, missed, ");
}

TEST(UnreportedTest, UnitsAreRankedAndWeighedByWhatTheyHaveReported) {
  Book book = town(kFlow, at_least("100"), {{"a", "40"}, {"b", "50"}, {"c", "10"}}, "2024-H1");
  book.add_unit_report("a", "x", "2024-H2", "5");
  const Request withhold = asked("2024-12-31", Unreported::withhold);
  const Request leave_out = asked("2024-12-31");
  const Index town_itself = book.log().plan().find_unit("town");
  const auto places = [&](const Request& request) {
    RankQuestion question{0, town_itself, period("2024"), Field::actual};
    return rank_units(book.log(), request, question).ranked;
  };
  EXPECT_EQ(places(withhold), 1);
  EXPECT_EQ(places(leave_out), 3);
  const auto weights = [&](const Request& request) {
    const auto all = weights_by_reports(book.log(), 0, 0, period("2024"), request, 1);
    return all ? all->front().weight.to_string() : std::string(name_of(all.error().code));
  };
  EXPECT_EQ(weights(withhold), "partial_coverage");
  EXPECT_EQ(weights(leave_out), "45");
  const auto whole = [&](const Request& request) {
    return shown(contributions(book.log(), request, {0, town_itself, period("2024")}).now);
  };
  EXPECT_EQ(whole(withhold), "partial_coverage");
  EXPECT_EQ(whole(leave_out), "105");
}

}  // namespace
}  // namespace tiendo::unreported_test
