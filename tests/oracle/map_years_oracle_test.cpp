// Growth over several years on the map of a day against its definition, on random events: what
// grows is followed to the map year by year, and the average taken between two of these years.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "../unit/engine/book.hpp"
#include "agreement.hpp"
#include "draws.hpp"
#include "map_story.hpp"
#include "years.hpp"

namespace tiendo {
namespace {

using oracle::MapReport;
using oracle::MapStory;
using oracle::MapSum;
using oracle::places_of;
using oracle::Whereabouts;
using oracle::Years;

constexpr std::uint64_t kSeed = 20300701;
constexpr int kBooks = 60;

// Every third story leaves out every other half.
oracle::MapStoryKind kind_of(std::uint64_t seed) {
  return {{2, 3}, false, true, seed % 3 == 1 ? 2 : 25, 2};
}

const Ratio& percent() {
  static const Ratio kPercent = *Ratio::of(1, 100);
  return kPercent;
}

Period next_year(const Period& year) {
  return *Period::of(*year.start().plus_months(12), *year.end().plus_months(12));
}
Period year_before(const Period& window) {
  return *Period::of(*window.start().plus_months(-12), window.start());
}

// What is stated of a unit for a year before the window: the year before, or the one before that.
struct Stated {
  Ratio value;
  int years;  // from that of the value to the year before the window
};

std::optional<Stated> stated_for(const MapStory& story, const std::string& unit) {
  const std::int64_t target = story.targets.at(unit);
  if (target % 3 != 0) return std::nullopt;
  return Stated{Ratio(target), static_cast<int>(target % 2)};
}

// Who was asked, where a unit of the map is all of that and nothing else.
std::optional<std::string> asked_for(const MapStory& story, const std::string& unit, Date map) {
  const Date day = story.window.start();
  std::optional<std::string> found;
  for (const auto& [one, target] : story.targets) {
    bool here = false;
    bool elsewhere = false;
    std::optional<Ratio> share = Ratio(0);
    for (const Whereabouts& place :
         places_of(story, story.window, one, day, *day.plus_days(1), map)) {
      (place.unit == unit ? here : elsewhere) = true;
      if (!place.share) share.reset();
      if (share) share = *(*share + *place.share);
    }
    if (!here) continue;
    if (found || elsewhere || share != Ratio(1)) return std::nullopt;
    found = one;
  }
  return found;
}

// What a unit of the map has in one year.
struct OfYear {
  std::optional<Ratio> value;
  std::set<Errc> why;  // where there is no value: one of these
  bool whole = false;
};

// Whether each half is reported by all whose part in it has come to the unit.
bool is_whole(const MapStory& story, const std::string& unit, const Period& year, Date map) {
  const std::vector<Period> halves = *year.parts(6);
  for (const Period& half : halves) {
    for (const auto& life : story.lives) {
      const auto& one = life.first;
      if (!story.is_there(one, half.start())) continue;
      const auto places = places_of(story, year, one, half.start(), half.end(), map);
      const bool concerned =
          std::any_of(places.begin(), places.end(),
                      [&](const Whereabouts& place) { return place.unit == unit; });
      const bool told =
          std::any_of(story.reports.begin(), story.reports.end(), [&](const MapReport& report) {
            return report.unit == one && year.contains(report.when) && report.when.contains(half);
          });
      if (concerned && !told) return false;
    }
  }
  return true;
}

OfYear of_year(const MapStory& story, const std::string& unit, const Period& year, Date map,
               bool ratio) {
  const MapSum sum = oracle::reported(story, year, map)[unit];
  OfYear result;
  if (!sum.any) result.why.insert(Errc::no_data);
  if (sum.across) result.why.insert(Errc::report_straddles);
  if (sum.unknown) result.why.insert(Errc::split_without_shares);
  if (!result.why.empty()) return result;
  result.value = ratio ? *(sum.numerator / sum.denominator / percent()) : sum.numerator;
  result.whole = is_whole(story, unit, year, map);
  return result;
}

// The growth of a unit of the map, and which reasons it may have where it has none.
struct Wanted {
  Years years;
  std::set<Errc> why;
  Coverage coverage;
  bool stated = false;
};

Wanted wanted_of(const MapStory& story, const std::string& unit, Date as_of, Date map, bool ratio) {
  Wanted wanted;
  const auto refuse = [&](std::set<Errc> why) {
    wanted.why = std::move(why);
    return wanted;
  };
  std::vector<OfYear> years;
  for (Period year = *Period::of(story.window.start(), *story.window.start().plus_months(12));
       year.last_day() <= as_of && year.end() <= story.window.end(); year = next_year(year)) {
    years.push_back(of_year(story, unit, year, map, ratio));
  }
  wanted.coverage.expected = 12 * static_cast<int>(years.size());
  if (years.empty()) return refuse({Errc::no_full_year});
  std::size_t last = years.size();
  bool partly = false;
  for (; last > 0 && !years[last - 1].whole; --last) {
    const OfYear& year = years[last - 1];
    partly = partly || year.value;
    if (!year.value && year.why != std::set{Errc::no_data}) return refuse(year.why);
  }
  if (last == 0) return refuse({partly ? Errc::partial_coverage : Errc::no_data});
  wanted.coverage.reported = 12 * static_cast<int>(last);
  Growth growth{0, *years[last - 1].value, static_cast<int>(last)};
  const std::optional<std::string> asked = asked_for(story, unit, map);
  const std::optional<Stated> stated =
      asked && !ratio ? stated_for(story, *asked) : std::optional<Stated>();
  wanted.stated = stated.has_value();
  if (stated) {
    growth.first = stated->value;
    growth.periods += stated->years;
  } else {
    const OfYear before = of_year(story, unit, year_before(story.window), map, ratio);
    if (before.why == std::set{Errc::no_data}) return refuse({Errc::no_base});
    if (!before.value) return refuse(before.why);
    if (!before.whole) return refuse({Errc::partial_coverage});
    growth.first = *before.value;
  }
  oracle::take_growth(wanted.years, growth, percent());
  if (!wanted.years.growth) return refuse({wanted.years.figure.value.reason});
  return wanted;
}

// Every unit that is there when the plan begins is asked for growth of at least 5 %, by the
// province or by itself, and some are told from where.
Plan plan_of(const MapStory& story, bool by_itself) {
  Book book;
  book.head.unit = "province";
  book.head.period = story.window;
  book.unit("town").kind = "office";  // has nothing to report
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("r", IndicatorKind::ratio, "percent");
  book.add_indicator("growth-x", IndicatorKind::growth, "percent").base = "x";
  book.add_indicator("growth-r", IndicatorKind::growth, "percent").base = "r";
  for (const auto& [unit, life] : story.lives) book.add_unit(unit, "province");
  for (const Succession& event : story.events) book.add(event);
  for (const char* growth : {"growth-x", "growth-r"}) {
    book.add_target(growth, at_least("5"), "province").unit = "province";
  }
  for (const auto& [unit, number] : story.targets) {
    for (const char* indicator : {"x", "growth-x", "growth-r"}) {
      const std::string assigner = by_itself ? unit : "province";
      Target& target = book.add_target(indicator, at_least("5"), assigner);
      target.unit = unit;
      const auto stated = stated_for(story, unit);
      if (*indicator != 'x' || !stated) continue;
      Period year = year_before(story.window);
      if (stated->years > 0) year = year_before(year);
      target.baseline = Baseline{Decimal(number), year};
    }
  }
  return book.plan();
}

ObservationLog log_of(const MapStory& story, bool by_itself) {
  ObservationLog log(plan_of(story, by_itself));
  for (const MapReport& report : story.reports) {
    Observation observation;
    observation.unit = report.unit;
    observation.period = report.when;
    observation.indicator = "x";
    observation.value = Decimal(report.numerator);
    EXPECT_TRUE(log.append(observation));
    observation.indicator = "r";
    observation.value.reset();
    observation.numerator = Decimal(report.numerator);
    observation.denominator = Decimal(report.denominator);
    EXPECT_TRUE(log.append(observation));
  }
  return log;
}

// 1.05 to the power of the years, against what it grew to from one.
Verdict verdict_of(const Growth& growth) {
  Ratio asked = growth.first;
  for (int year = 0; year < growth.periods; ++year) asked = *(asked * *Ratio::of(105, 100));
  return growth.last > asked    ? Verdict::exceeded
         : growth.last == asked ? Verdict::met
                                : Verdict::missed;
}

struct Tally {
  std::map<Errc, int> reasons;
  std::map<Verdict, int> verdicts;
  int cut = 0, fractions = 0, stated = 0, moved = 0, combined = 0;
};

void compare(const Wanted& wanted, const ReportRow& row, Tally& tally) {
  EXPECT_EQ(shown(row.coverage), shown(wanted.coverage));
  ++tally.reasons[row.actual.reason];
  ASSERT_EQ(row.average.has_value(), wanted.years.growth.has_value()) << shown(row.actual);
  if (!row.average) {
    EXPECT_TRUE(wanted.why.contains(row.actual.reason)) << shown(row.actual);
    return;
  }
  const Growth& growth = *wanted.years.growth;
  EXPECT_EQ(row.average->first, growth.first);
  EXPECT_EQ(row.average->last, growth.last);
  EXPECT_EQ(row.average->periods, growth.periods);
  ASSERT_EQ(row.cut.has_value(), wanted.years.cut);
  ++(row.cut ? tally.cut : tally.fractions);
  tally.stated += wanted.stated ? 1 : 0;
  const Figure& value = wanted.years.figure.value;
  if (row.cut) {
    EXPECT_EQ(*round(*row.actual, 18, Rounding::floor), *round(*value, 18, Rounding::floor));
  } else {
    EXPECT_EQ(shown(row.actual), shown(value));
  }
}

// A percentage that was asked of several, or of a part, is asked of nobody.
void judge(const Wanted& wanted, const ReportRow& row, bool carried, bool over, Tally& tally) {
  EXPECT_EQ(row.target.value.has_value(), carried);
  const bool judged = carried && over && wanted.years.growth && wanted.coverage.complete();
  const Verdict verdict = judged ? verdict_of(*wanted.years.growth) : Verdict::none;
  EXPECT_EQ(name_of(row.verdict), name_of(verdict));
  ++tally.verdicts[verdict];
}

void judge_rows(const MapStory& story, const Report& report, Tally& tally) {
  const Date map = *report.request.map;
  for (const ReportRow& row : report.rows) {
    const std::string& unit = report.plan.units()[row.unit].id;
    const std::string& indicator = report.plan.indicators()[row.indicator].id;
    if (!indicator.starts_with("growth") || unit == "province") continue;
    const bool ratio = indicator == "growth-r";
    const Wanted wanted = wanted_of(story, unit, report.request.as_of, map, ratio);
    const std::optional<std::string> asked = asked_for(story, unit, map);
    ASSERT_NO_FATAL_FAILURE(compare(wanted, row, tally)) << unit << ' ' << indicator;
    judge(wanted, row, asked.has_value(), report.request.as_of >= story.window.last_day(), tally);
    if (!row.average) continue;
    tally.moved += asked && *asked != unit ? 1 : 0;
    tally.combined += asked ? 0 : 1;
  }
}

// What the rows of the province say, which is the same on every map.
std::string province(const Report& report) {
  std::string text;
  for (const ReportRow& row : report.rows) {
    if (report.plan.units()[row.unit].id != "province") continue;
    text += shown(row.actual) + ' ' + shown(row.coverage) + ' ' + shown_verdict(row) + '\n';
  }
  return text;
}

TEST(MapYearsOracle, RandomEventsLeaveTheGrowthOfWhatAUnitIsMadeOf) {
  Tally tally;
  const oracle::Draws draws(kSeed, kBooks);
  int provinces = 0;
  for (int tried = 0; tried < draws.cases(); ++tried) {
    draws.tell(tried);
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const MapStory story = oracle::random_map_story(seed, kind_of(seed));
    const ObservationLog log = log_of(story, seed % 3 == 0);
    for (const char* as_of : {"2021-12-30", "2022-12-31", "2030-01-01"}) {
      Request request;
      request.as_of = day(as_of);
      ASSERT_TRUE(tried % 6 != 0 || oracle::agrees(log, request)) << "seed " << seed;
      const std::string plain = province(evaluate(log, request));
      for (const char* map : {"2019-12-31", "2020-07-01", "2022-06-30", "2024-01-01"}) {
        request.map = day(map);
        const Report report = evaluate(log, request);
        judge_rows(story, report, tally);
        EXPECT_EQ(province(report), plain);
        ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << ", as of " << as_of << '\n'
                                                  << describe(story, *request.map);
      }
      request.map.reset();
      provinces += evaluate(log, request).rows.back().average ? 1 : 0;
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(tally.cut, 500);
  EXPECT_GT(tally.fractions, 300);
  EXPECT_GT(tally.stated, 100);
  EXPECT_GT(tally.moved, 50);
  EXPECT_GT(tally.combined, 200);
  EXPECT_GT(provinces, 30);
  for (const Errc why : {Errc::no_full_year, Errc::no_data, Errc::no_base, Errc::partial_coverage,
                         Errc::report_straddles, Errc::split_without_shares}) {
    EXPECT_GT(tally.reasons[why], 20) << name_of(why);
  }
  for (const Verdict verdict : {Verdict::exceeded, Verdict::missed}) {
    EXPECT_GT(tally.verdicts[verdict], 30) << name_of(verdict);
  }
}

}  // namespace
}  // namespace tiendo
