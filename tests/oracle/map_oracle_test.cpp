// Reading on a map against its definition, on random events: every report is followed by itself
// through all events, one after the other, and what has arrived at a unit is added up.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../unit/engine/book.hpp"
#include "draws.hpp"
#include "map_story.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20250701;
constexpr int kBooks = 120;
constexpr oracle::MapStoryKind kWithRanges = {{1, 2}, true};

using oracle::kFirstTurn;
using oracle::kTurns;
using oracle::MapReport;
using oracle::MapStory;
using oracle::MapSum;
using oracle::places_of;
using oracle::random_map_story;
using oracle::reported;
using oracle::Whereabouts;

std::map<std::string, std::optional<Ratio>> asked(const MapStory& story, Date map) {
  std::map<std::string, std::optional<Ratio>> sums;
  for (const auto& [unit, target] : story.targets) {
    const Date day = story.window.start();
    for (const Whereabouts& place :
         places_of(story, story.window, unit, day, *day.plus_days(1), map)) {
      const auto found = sums.emplace(place.unit, Ratio(0)).first;
      if (!place.share) found->second.reset();
      if (found->second) found->second = *(*found->second + *place.share * Ratio(target));
    }
  }
  return sums;
}

Plan plan_of(const MapStory& story) {
  Book book;
  book.head.unit = "province";
  book.head.period = story.window;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("r", IndicatorKind::ratio, "percent");
  book.add_composite("c", {"x", "r"});
  book.add_indicator("f", IndicatorKind::formula).formula = "x / 2 - r";
  for (const auto& [unit, life] : story.lives) book.add_unit(unit, "province");
  for (const Succession& event : story.events) book.add(event);
  for (const auto& [unit, target] : story.targets) {
    for (const char* indicator : {"x", "r", "f"}) {
      book.add_target(indicator, at_least(std::to_string(target)), "province").unit = unit;
    }
    book.add_target("c",
                    by_component({{"x", at_least(std::to_string(target))}, {"r", at_least("1")}}),
                    "province")
        .unit = unit;
  }
  book.add_target("x", at_least("1"), "province").unit = "province";
  book.add_target("r", at_least("1"), "province").unit = "province";
  return book.plan();
}

ObservationLog log_of(const MapStory& story) {
  ObservationLog log(plan_of(story));
  for (const MapReport& report : story.reports) {
    Observation observation;
    observation.unit = report.unit;
    observation.period = report.when;
    observation.indicator = "x";
    observation.value = Decimal(report.numerator);
    if (report.range) observation.upper = Decimal(report.numerator + 1);
    if (report.range) observation.verdict = Verdict::met;
    if (report.range) observation.judge = "office";
    EXPECT_TRUE(log.append(observation));
    observation.upper.reset();
    observation.verdict = Verdict::none;
    observation.judge.clear();
    observation.indicator = "r";
    observation.value.reset();
    observation.numerator = Decimal(report.numerator);
    observation.denominator = Decimal(report.denominator);
    EXPECT_TRUE(log.append(observation));
  }
  return log;
}

struct Tally {
  int values = 0, unknown = 0, across = 0, judged = 0, ranges = 0;
  int formulas = 0, apart = 0;
};

void compare(const MapSum& sum, const ReportRow& row, bool ratio, Tally& tally) {
  const std::string got = shown(row.actual);
  if (!sum.any) {
    EXPECT_EQ(got, "no_data");
  } else if (sum.range && !ratio) {
    ++tally.ranges;
    EXPECT_TRUE(got == "range_result" || (sum.across && got == "report_straddles") ||
                (sum.unknown && got == "split_without_shares"))
        << got;
  } else if (sum.across || sum.unknown) {
    ++(sum.across ? tally.across : tally.unknown);
    EXPECT_TRUE((sum.across && got == "report_straddles") ||
                (sum.unknown && got == "split_without_shares"))
        << got;
  } else if (ratio && sum.denominator.is_zero()) {
    EXPECT_EQ(got, "denominator_zero");
  } else {
    ++tally.values;
    const Ratio wanted = ratio ? *(Ratio(100) * sum.numerator / sum.denominator) : sum.numerator;
    EXPECT_EQ(got, wanted.to_string());
  }
}

// A formula is made of what the events have made of its references, which are reported together,
// and never carried itself: on the map x / 2 - r. Where it is not the same time of which each part
// has reported there is none, and for any other reason only the one of a reference.
void compare_formula(const MapSum& sum, const ReportRow& row, const ReportRow& x, Tally& tally) {
  const std::string got = shown(row.actual);
  if (!sum.any || sum.range || sum.across || sum.unknown) {
    EXPECT_EQ(got, shown(x.actual));
  } else if (sum.denominator.is_zero()) {
    EXPECT_EQ(got, "denominator_zero");
  } else if (got == "references_apart") {
    ++tally.apart;
    EXPECT_FALSE(x.coverage.complete());
  } else {
    ++tally.formulas;
    const Ratio rate = *(Ratio(100) * sum.numerator / sum.denominator);
    EXPECT_EQ(got, (sum.numerator / Ratio(2) - rate)->to_string());
  }
  EXPECT_EQ(shown(row.coverage), shown(x.coverage));
}

const ReportRow& row_of(const std::vector<ReportRow>& rows, Index indicator, Index unit) {
  return *std::find_if(rows.begin(), rows.end(), [&](const ReportRow& row) {
    return row.kind == RowKind::target && row.indicator == indicator && row.unit == unit;
  });
}

// A composite is followed by its two components, which are what targets on these indicators alone
// are, and is no better than the worse of them.
void compare_composite(const std::vector<ReportRow>& rows, std::size_t at, Tally& tally) {
  const ReportRow& composite = rows[at];
  Verdict worst = Verdict::exceeded;
  Errc open = Errc::none;
  for (std::size_t i = 0; i < 2; ++i) {
    ASSERT_LT(at + i + 1, rows.size());
    const ReportRow& part = rows[at + i + 1];
    ASSERT_EQ(part.kind, RowKind::component);
    ASSERT_EQ(part.indicator, i);
    ASSERT_EQ(part.unit, composite.unit);
    const auto alone = std::find_if(rows.begin(), rows.end(), [&](const ReportRow& row) {
      return row.kind == RowKind::target && row.indicator == i && row.unit == part.unit;
    });
    ASSERT_NE(alone, rows.end());
    EXPECT_EQ(shown(part.actual), shown(alone->actual));
    if (i == 0) {
      EXPECT_EQ(shown(part.target), shown(alone->target));
      EXPECT_EQ(shown_verdict(part), shown_verdict(*alone));
    }
    if (part.verdict != Verdict::none) worst = std::max(worst, part.verdict);
    if (part.verdict == Verdict::none && open == Errc::none) open = part.verdict_reason;
  }
  EXPECT_EQ(composite.not_carried, Errc::none);  // all units have such a target
  if (worst == Verdict::missed || open == Errc::none) {
    EXPECT_EQ(composite.verdict, worst);
    ++tally.judged;
  } else {
    EXPECT_EQ(name_of(composite.verdict_reason), name_of(open));
  }
}

template <class Holds>
bool has(const std::vector<MapReport>& reports, const Holds& holds) {
  return std::any_of(reports.begin(), reports.end(), holds);
}

TEST(MapOracle, EveryReportAndTargetIsWhereTheEventsHaveTakenIt) {
  Tally tally;
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const MapStory story = random_map_story(seed, kWithRanges);
    const ObservationLog log = log_of(story);
    const Plan& plan = log.plan();
    for (int year = kFirstTurn; year < kFirstTurn + kTurns; ++year) {
      for (const char* at : {"-06-30", "-07-01"}) {
        Request request;
        request.map = *Date::parse(std::to_string(year) + at);
        request.as_of = *Date::parse("2030-01-01");
        const Report report = evaluate(log, request);
        auto sums = reported(story, story.window, *request.map);
        const auto targets = asked(story, *request.map);
        EXPECT_EQ(report.rows.size(), 6 * targets.size() + 2);
        for (std::size_t i = 0; i < report.rows.size(); ++i) {
          const ReportRow& row = report.rows[i];
          const std::string& unit = plan.units()[row.unit].id;
          if (row.indicator == 2) compare_composite(report.rows, i, tally);
          if (unit == "province" || row.indicator == 2) continue;
          if (row.indicator == 3) {
            compare_formula(sums[unit], row, row_of(report.rows, 0, row.unit), tally);
            continue;
          }
          const bool ratio = row.indicator == 1;
          compare(sums[unit], row, ratio, tally);
          // What a judge says, and a range as such, is of the unit that reported it.
          const auto own = [&](const MapReport& r) { return r.unit == unit && r.range; };
          const auto of_all = [&](const MapReport& r) { return own(r) && r.when == story.window; };
          EXPECT_TRUE(!row.range || has(story.reports, own));
          EXPECT_TRUE(row.hand_verdict == Verdict::none || has(story.reports, of_all));
          ASSERT_TRUE(targets.contains(unit)) << unit;
          const std::optional<Ratio>& target = targets.at(unit);
          const std::string wanted = target ? target->to_string() : "split_without_shares";
          if (!ratio) {
            EXPECT_EQ(shown(row.target), wanted);
          }
        }
        ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << '\n'
                                                  << describe(story, *request.map);
      }
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(tally.values, 3'000);
  EXPECT_GT(tally.unknown, 300);
  EXPECT_GT(tally.across, 300);
  EXPECT_GT(tally.judged, 200);
  EXPECT_GT(tally.ranges, 200);
  EXPECT_GT(tally.formulas, 1'000);
  EXPECT_GT(tally.apart, 20);
}

// Whatever happens below it, the province is the same on every map.
TEST(MapOracle, TheTotalOfAllIsTheSameOnEveryMap) {
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const MapStory story = random_map_story(seed, {});
    const ObservationLog log = log_of(story);
    for (const char* as_of : {"2021-03-31", "2030-01-01"}) {
      std::string all;
      for (const char* map : {"", "2020-01-01", "2021-06-30", "2022-07-01", "2029-01-01"}) {
        Request request;
        request.as_of = *Date::parse(as_of);
        if (*map != 0) request.map = *Date::parse(map);
        const Report report = evaluate(log, request);
        std::string total;
        for (const ReportRow& row : report.rows) {
          if (row.unit == 0) total += shown(row.actual) + ' ' + shown(row.coverage) + ' ';
        }
        ASSERT_FALSE(total.empty());
        if (*map == 0) all = total;
        ASSERT_EQ(total, all) << seed << ' ' << map;
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
