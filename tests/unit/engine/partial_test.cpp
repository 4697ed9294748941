// Parts of a tree that are summed up where their reports are: what each holds, what is refused, and
// what only all of them together know.

#include "tiendo/engine/partial.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::partial_test {
namespace {

// A province of two towns with two wards each, of which everyone is asked for 10 of `x`.
class Land {
 public:
  Land() {
    book_.head.unit = "province";
    book_.add_unit("other", "province");
    book_.add_indicator("x", IndicatorKind::flow);
    book_.add_indicator("share", IndicatorKind::share, "percent");
    for (const char* town : {"town", "other"}) {
      for (const char* ward : {"a", "b"}) {
        book_.add_unit(std::string(town) + '-' + ward, town).kind = "ward";
      }
    }
    for (const char* unit : {"province", "town", "other", "town-a", "town-b", "other-a"}) {
      book_.add_target("x", at_least("10")).unit = unit;
    }
  }

  Book& book() { return book_; }
  const Plan& plan() {
    if (!plan_) plan_ = book_.plan();
    return *plan_;
  }
  Index unit(std::string_view id) { return plan().find_unit(id); }
  PartUnits below(std::string_view id) { return {{unit(id)}, {}}; }

  void report(ObservationLog& log, const std::string& unit, const char* when, const char* value,
              const char* indicator = "x") {
    Book words;
    const Result<Row> row = log.append(words.add_unit_report(unit, indicator, when, value));
    ASSERT_TRUE(row) << row.error().sentence;
  }
  // A log of one town with the same number of each ward.
  ObservationLog log_of(const std::string& town, const char* value, const char* when = "2024") {
    ObservationLog log(plan());
    for (const char* ward : {"-a", "-b"}) report(log, town + ward, when, value);
    return log;
  }
  Partial of(const ObservationLog& log, std::string_view town, const Request& request = by_end()) {
    Result<Partial> partial = Partial::of(log, request, below(town));
    EXPECT_TRUE(partial);
    return *std::move(partial);
  }
  static Request by_end() {
    Request request;
    request.as_of = day("2024-12-31");
    return request;
  }

 private:
  Book book_;
  std::optional<Plan> plan_;
};

// "province 30 2/2 units".
std::string shown(const Report& report, std::size_t at) {
  const ReportRow row = report.rows[at];
  return report.plan.units()[row.unit].id + ' ' + shown(row.actual) + ' ' + shown(row.coverage);
}

std::vector<std::string> shown(const Report& report) {
  std::vector<std::string> rows;
  for (std::size_t at = 0; at < report.rows.size(); ++at) rows.push_back(shown(report, at));
  return rows;
}

TEST(PartialTest, SumsOfTownsMakeTheProvince) {
  Land land;
  Partial town = land.of(land.log_of("town", "5"), "town");
  ASSERT_EQ(town.parts().sums.size(), 1U);
  EXPECT_EQ(town.reports().size(), 0U);
  const PartSum& sum = town.parts().sums.front();
  EXPECT_EQ(sum.unit, land.unit("town"));
  EXPECT_EQ(sum.numerator, 10);
  EXPECT_EQ(sum.reported, 2);
  EXPECT_TRUE(sum.of_units);
  EXPECT_EQ(sum.months, 0xFFFU);
  EXPECT_FALSE(town.merge(land.of(land.log_of("other", "10"), "other")));
  EXPECT_FALSE(town.is_whole());
  EXPECT_TRUE(town.has(land.unit("other-b")));
  EXPECT_FALSE(town.has(land.unit("province")));
  EXPECT_EQ(town.units().size(), 6U);
  const Report report = evaluate(town);
  EXPECT_EQ(shown(report),
            (std::vector<std::string>{"province 30 2/2 units", "town 10 2/2 units",
                                      "other 20 2/2 units", "province no_data 0/12 months"}));
  EXPECT_EQ(report.summary.size(), 1U);
  EXPECT_EQ(report.summary.front().rows, 3);
}

TEST(PartialTest, RowsBelowTheTopsComeFromTheirOwnPart) {
  Land land;
  const ObservationLog log = land.log_of("town", "5");
  Partial merged = land.of(log, "town");
  const Result<Report> below = evaluate_below(log, land.below("town"), merged);
  ASSERT_TRUE(below);
  EXPECT_EQ(shown(*below),
            (std::vector<std::string>{"town-a 5 12/12 months", "town-b 5 12/12 months"}));
}

TEST(PartialTest, ReportsAreHeldWhereSumsAreNotEnough) {
  Land land;
  ObservationLog log = land.log_of("town", "5");
  land.report(log, "town-a", "2024", "3", "share");
  EXPECT_TRUE(carries(land.plan(), Land::by_end(), land.plan().find_indicator("share")));
  EXPECT_FALSE(carries(land.plan(), Land::by_end(), land.plan().find_indicator("x")));
  const Partial share = land.of(log, "town");
  EXPECT_EQ(share.parts().sums.size(), 1U);
  ASSERT_EQ(share.reports().size(), 1U);
  EXPECT_EQ(share.reports().observation(0).indicator, "share");
  // A stretch that is not known to be one of the others.
  const Partial early = land.of(land.log_of("town", "5", "2024-Q1"), "town");
  EXPECT_TRUE(early.parts().sums.empty());
  EXPECT_EQ(early.reports().size(), 2U);
  Request leaving_out = Land::by_end();
  leaving_out.rules.unreported = Unreported::leave_out;
  EXPECT_EQ(land.of(land.log_of("town", "5", "2024-Q1"), "town", leaving_out).reports().size(), 0U);
  // On the map of a day, everything.
  Request on_map = Land::by_end();
  on_map.map = on_map.as_of;
  EXPECT_TRUE(carries(land.plan(), on_map, land.plan().find_indicator("x")));
  EXPECT_EQ(land.of(land.log_of("town", "5"), "town", on_map).reports().size(), 2U);
}

TEST(PartialTest, SumsOfAnyScaleAndSizeMeet) {
  Land land;
  Partial merged = land.of(land.log_of("town", "4500000000000000000"), "town");
  EXPECT_FALSE(merged.merge(land.of(land.log_of("other", "0.0000005"), "other")));
  EXPECT_EQ(merged.reports().size(), 0U);
  const Report report = evaluate(merged);
  EXPECT_EQ(shown(report, 0), "province 9000000000000000000000001/1000000 2/2 units");
  EXPECT_EQ(shown(report, 1), "town 9000000000000000000 2/2 units");
  EXPECT_EQ(shown(report, 2), "other 1/1000000 2/2 units");
}

// Whether departments are waited for is not known in a town where none reports.
TEST(PartialTest, KindsThatReportElsewhereAreWaitedForHere) {
  Land land;
  for (const char* ward : {"town-a", "other-a"}) {
    land.book().add_unit(std::string(ward) + "-hall", ward).kind = "hall";
    land.book().add_unit(std::string(ward) + "-cell", ward).kind = "cell";
  }
  ObservationLog here(land.plan());
  land.report(here, "town-a-cell", "2024", "5");
  land.report(here, "town-b", "2024", "5");
  ObservationLog there(land.plan());
  land.report(there, "other-a-hall", "2024", "7", "share");
  Partial merged = land.of(here, "town");
  EXPECT_TRUE(merged.parts().sums.empty());  // the ward may be complete or not
  EXPECT_EQ(shown(evaluate(merged), 1), "town 10 2/2 units");
  EXPECT_FALSE(merged.merge(land.of(there, "other")));
  EXPECT_EQ(shown(evaluate(merged), 1), "town 10 1/2 units");
  const Result<Report> below = evaluate_below(here, land.below("town"), merged);
  ASSERT_TRUE(below);
  EXPECT_EQ(shown(*below, 0), "town-a 5 1/2 units");
}

TEST(PartialTest, MergingTakesWhatBelongsTogether) {
  Land land;
  const ObservationLog log = land.log_of("town", "5");
  Partial town = land.of(log, "town");
  const auto refused = [&town](const Partial& other) {
    const auto problem = town.merge(other);
    EXPECT_EQ(town.parts().sums.size(), 1U);
    return problem ? problem->code : Errc::none;
  };
  EXPECT_EQ(refused(land.of(log, "town")), Errc::parts_overlap);
  EXPECT_EQ(refused(land.of(ObservationLog(land.plan()), "town-a")), Errc::parts_overlap);
  Land same;
  EXPECT_EQ(refused(same.of(same.log_of("other", "5"), "other")), Errc::other_plan);
  Request later = Land::by_end();
  later.as_of = day("2025-01-31");
  EXPECT_EQ(refused(land.of(land.log_of("other", "5"), "other", later)), Errc::other_request);
  Partial none(land.plan(), Land::by_end());
  EXPECT_TRUE(evaluate(none).rows.empty());
  EXPECT_FALSE(none.merge(town));
  EXPECT_EQ(none.parts().sums, town.parts().sums);
  EXPECT_EQ(none.parts().units, town.parts().units);
}

TEST(PartialTest, APartIsOfUnitsThatStandOnce) {
  Land land;
  const ObservationLog log = land.log_of("town", "5");
  const auto refused = [&](const PartUnits& units) {
    const Result<Partial> partial = Partial::of(log, Land::by_end(), units);
    return partial ? Errc::none : partial.error().code;
  };
  EXPECT_EQ(refused({{kNone}, {}}), Errc::unknown_unit);
  EXPECT_EQ(refused({{}, {static_cast<Index>(land.plan().units().size())}}), Errc::unknown_unit);
  EXPECT_EQ(refused({{land.unit("town"), land.unit("town-b")}, {}}), Errc::parts_overlap);
  EXPECT_EQ(refused({{land.unit("town")}, {land.unit("town")}}), Errc::parts_overlap);
  EXPECT_EQ(refused({{land.unit("other")}, {land.unit("town")}}), Errc::unit_outside_part);
  const Result<Partial> outside = Partial::of(log, Land::by_end(), land.below("town-a"));
  ASSERT_FALSE(outside);
  EXPECT_EQ(outside.error().row, 1);
  const Partial other = land.of(ObservationLog(land.plan()), "other");
  const Result<Report> below = evaluate_below(log, land.below("town"), other);
  ASSERT_FALSE(below);
  EXPECT_EQ(below.error().code, Errc::part_not_merged);
  EXPECT_EQ(evaluate_below(log, land.below("other"), other).error().code, Errc::unit_outside_part);
}

TEST(PartialTest, WhatNoPartCanHaveSaidIsRefused) {
  Land land;
  const Partial town = land.of(land.log_of("town", "5"), "town");
  const auto refused = [&](const auto& change) {
    PartialParts parts = town.parts();
    change(parts);
    const Result<Partial> made =
        Partial::from(Land::by_end(), std::move(parts), ObservationLog(land.plan()));
    return made ? Errc::none : made.error().code;
  };
  EXPECT_EQ(refused([](PartialParts&) {}), Errc::none);
  const auto of_sum = [&](const auto& change) {
    return refused([&](PartialParts& parts) { change(parts.sums.front()); });
  };
  const Errc impossible = Errc::partial_impossible;
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.indicator = 1; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.indicator = 9; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.unit += 2; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.unit = kNone; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.question = 9; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.months = 1U << 12U; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.last = 12; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.last = 3; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.reported = 3; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.reported = -1; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.of_units = false; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.denominator = 1; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.scales.denominator = 1; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.scales.numerator = -1; }), impossible);
  EXPECT_EQ(of_sum([](PartSum& sum) { sum.scales.numerator = Decimal::kMaxDigits + 1; }),
            impossible);
  EXPECT_EQ(refused([](PartialParts& parts) { parts.sums.push_back(parts.sums.front()); }),
            impossible);
  EXPECT_EQ(refused([&](PartialParts& parts) { parts.kinds = {land.unit("town-b")}; }), impossible);
  EXPECT_EQ(refused([&](PartialParts& parts) { parts.kinds = {kNone}; }), impossible);
  EXPECT_EQ(refused([&](PartialParts& parts) {
              parts.units.alone = {land.unit("other-b"), land.unit("other-a")};
            }),
            impossible);
  EXPECT_EQ(refused([&](PartialParts& parts) { parts.units = land.below("other"); }), impossible);
  EXPECT_EQ(Partial::from(Land::by_end(), town.parts(), land.log_of("town", "5")).error().code,
            impossible);
  EXPECT_EQ(Partial::from(Land::by_end(), town.parts(), land.log_of("other", "5")).error().code,
            Errc::unit_outside_part);
}

TEST(PartialTest, ItIsEvaluatedAnewWhereALogGoesOn) {
  Land land;
  ObservationLog log = land.log_of("town", "5");
  const Report report = updated(evaluate(land.of(log, "town")), log);
  EXPECT_EQ(shown(report), shown(evaluate(log, Land::by_end())));
}

}  // namespace
}  // namespace tiendo::partial_test
