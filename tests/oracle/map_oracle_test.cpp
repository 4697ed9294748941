// Reading on a map against its definition, on random events: every report is followed by itself
// through all events, one after the other, and what has arrived at a unit is added up.
// Long because the story, what must come of it and its plan are told together.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "../unit/engine/book.hpp"
#include "draws.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20250701;
constexpr int kBooks = 120;
constexpr int kFirst = 2020;
constexpr int kYears = 4;

// A report of both indicators.
struct Report1 {
  std::string unit;
  Period when;
  std::int64_t numerator, denominator;
  bool range = false;  // of x: up to one more
};

// Where a part of something is. No share: not known.
struct Place {
  std::string unit;
  std::optional<Ratio> share;
};

// Units below one province, and what happens to them on each 1 July.
struct Story {
  std::map<std::string, std::pair<std::optional<Date>, std::optional<Date>>> lives;
  std::vector<Succession> events;  // in the order of their days
  std::vector<Report1> reports;
  std::map<std::string, std::int64_t> targets;
  Period window;

  bool is_there(const std::string& unit, Date on) const {
    const auto& [from, until] = lives.at(unit);
    return (!from || *from <= on) && (!until || on < *until);
  }
};

bool stands_in(const std::vector<std::string>& list, const std::string& unit) {
  return std::find(list.begin(), list.end(), unit) != list.end();
}

bool is_heir(const Succession& event, const std::string& unit) {
  return std::any_of(event.to.begin(), event.to.end(),
                     [&](const Heir& heir) { return heir.unit == unit; });
}

class Writer {
 public:
  Writer(std::uint64_t seed, bool ranges) : random_(seed), ranges_(ranges) {}

  Story write() {
    for (int i = 0; i < 4; ++i) begin({});
    for (int year = 0; year < kYears; ++year) turn(*Date::from_ymd(kFirst + year, 7, 1));
    const int first = kFirst + pick(kYears);
    const int last = std::min(first + pick(2), kFirst + kYears - 1);
    story_.window = *Period::parse(std::to_string(first) + '/' + std::to_string(last));
    for (int year = first - 1; year <= last; ++year) report_year(year);
    for (const auto& [unit, life] : story_.lives) {
      if (story_.is_there(unit, story_.window.start())) story_.targets[unit] = 1 + pick(50);
    }
    return story_;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  std::string begin(std::optional<Date> from) {
    const std::string id = "u" + std::to_string(story_.lives.size());
    story_.lives[id] = {from, {}};
    there_.push_back(id);
    return id;
  }

  void turn(Date on) {
    std::shuffle(there_.begin(), there_.end(), random_);
    const std::vector<std::string> before = std::exchange(there_, {});
    for (std::size_t at = 0; at < before.size();) {
      const std::size_t many = std::min(before.size() - at, 1 + random_() % 3);
      happen(on, {before.begin() + static_cast<std::ptrdiff_t>(at),
                  before.begin() + static_cast<std::ptrdiff_t>(at + many)});
      at += many;
    }
  }

  void happen(Date on, const std::vector<std::string>& from) {
    const std::size_t heirs = from.size() == 1 ? 1 + random_() % 3 : 1 + random_() % 2;
    const bool goes_on = pick(4) == 0 && (heirs > 1 || from.size() > 1);
    if (pick(3) == 0) {
      there_.insert(there_.end(), from.begin(), from.end());
      return;
    }
    Succession event;
    event.on = on;
    event.from = from;
    const bool known = pick(4) != 0;
    Decimal left = 1;
    for (std::size_t i = 0; i < heirs; ++i) {
      Heir heir{i == 0 && goes_on ? from.front() : begin(on), {}};
      if (i == 0 && goes_on) there_.push_back(from.front());
      if (known && heirs > 1) {
        heir.share = i + 1 < heirs ? *Decimal::of(1 + pick(45), 2) : left;
        left = *(left - *heir.share);
      }
      event.to.push_back(heir);
    }
    for (const std::string& unit : from) {
      if (!is_heir(event, unit)) story_.lives[unit].second = on;
    }
    story_.events.push_back(event);
  }

  // Halves while the unit is there, or the year as a whole, sometimes across the day of an event.
  void report_year(int year) {
    const Date turn = *Date::from_ymd(year, 7, 1);
    for (const auto& [unit, life] : story_.lives) {
      const bool first = story_.is_there(unit, *turn.plus_days(-1));
      const bool second = story_.is_there(unit, turn);
      if (first && pick(6) == 0) {
        report(unit, std::to_string(year));
        continue;
      }
      if (first && pick(6) != 0) report(unit, std::to_string(year) + "-H1");
      if (second && pick(6) != 0) report(unit, std::to_string(year) + "-H2");
    }
  }

  void report(const std::string& unit, const std::string& when) {
    story_.reports.push_back({unit, *Period::parse(when), pick(20) - 4, 1 + pick(9)});
    story_.reports.back().range = ranges_ && pick(20) == 0;
  }

  std::mt19937_64 random_;
  bool ranges_;
  Story story_;
  std::vector<std::string> there_;
};

// What is at a place after an event of a later day.
std::vector<Place> after(const Succession& event, const Place& place) {
  if (!stands_in(event.from, place.unit)) return {place};
  std::vector<Place> places;
  for (const Heir& heir : event.to) {
    Place next{heir.unit, place.share};
    if (event.to.size() > 1) {
      if (!heir.share) next.share.reset();
      if (next.share) next.share = *(*next.share * Ratio(*heir.share));
    }
    places.push_back(next);
  }
  return places;
}

// Across the days on which its unit became another a report is nobody's on its own.
bool runs_across(const Story& story, const Report1& report) {
  return std::any_of(story.events.begin(), story.events.end(), [&](const Succession& event) {
    return event.on > report.when.start() && event.on < report.when.end() &&
           (stands_in(event.from, report.unit) || is_heir(event, report.unit));
  });
}

// But on a map of the time before, one that has ended speaks for the time after it as well.
bool speaks(const Story& story, const Report1& report, Date map) {
  return story.window.contains(report.when) && runs_across(story, report) &&
         !story.is_there(report.unit, report.when.last_day()) &&
         map < *story.lives.at(report.unit).second;
}

// What was at the place before an event: all of it with the one, and else nobody knows. Where that
// one speaks for the time after it, nothing more is added.
std::vector<Place> before(const Story& story, Date map, const Succession& event,
                          const Place& place) {
  if (!is_heir(event, place.unit)) return {place};
  std::vector<Place> places;
  for (const std::string& unit : event.from) {
    const bool spoken =
        !is_heir(event, unit) &&
        std::any_of(story.reports.begin(), story.reports.end(), [&](const Report1& other) {
          return other.unit == unit && speaks(story, other, map);
        });
    if (spoken) continue;
    places.push_back({unit, event.from.size() == 1 ? place.share : std::nullopt});
  }
  return places;
}

// The places on the map of a day of what was at a unit from one day to another.
std::vector<Place> places_of(const Story& story, const std::string& unit, Date start, Date end,
                             Date map) {
  std::vector<Place> places = {{unit, Ratio(1)}};
  const auto go = [&](auto step) {
    std::vector<Place> next;
    for (const Place& place : places) {
      const std::vector<Place> more = step(place);
      next.insert(next.end(), more.begin(), more.end());
    }
    places = next;
  };
  for (const Succession& event : story.events) {
    if (event.on < end || event.on > map) continue;
    go([&](const Place& place) { return after(event, place); });
  }
  for (auto event = story.events.rbegin(); event != story.events.rend(); ++event) {
    if (event->on > start || event->on <= map) continue;
    go([&](const Place& place) { return before(story, map, *event, place); });
  }
  return places;
}

// What a unit has on the map, by definition.
struct Sum {
  Ratio numerator, denominator;
  bool any = false, unknown = false, across = false, range = false;
};

std::map<std::string, Sum> reported(const Story& story, Date map) {
  std::map<std::string, Sum> sums;
  for (const Report1& report : story.reports) {
    if (!story.window.contains(report.when)) continue;
    const Date start = report.when.start();
    const Date end = report.when.end();
    std::vector<Place> places = places_of(story, report.unit, start, end, map);
    const bool across = runs_across(story, report) && !speaks(story, report, map);
    if (across) {  // it concerns whatever the unit was before and after
      places = places_of(story, report.unit, start, start, map);
      const std::vector<Place> more = places_of(story, report.unit, end, end, map);
      places.insert(places.end(), more.begin(), more.end());
    }
    for (const Place& place : places) {
      Sum& sum = sums[place.unit];
      sum.any = true;
      sum.across = sum.across || across;
      sum.range = sum.range || report.range;
      if (!place.share) sum.unknown = true;
      if (!place.share || across) continue;
      sum.numerator = *(sum.numerator + *place.share * Ratio(report.numerator));
      sum.denominator = *(sum.denominator + *place.share * Ratio(report.denominator));
    }
  }
  return sums;
}

std::map<std::string, std::optional<Ratio>> asked(const Story& story, Date map) {
  std::map<std::string, std::optional<Ratio>> sums;
  for (const auto& [unit, target] : story.targets) {
    const Date day = story.window.start();
    for (const Place& place : places_of(story, unit, day, *day.plus_days(1), map)) {
      const auto found = sums.emplace(place.unit, Ratio(0)).first;
      if (!place.share) found->second.reset();
      if (found->second) found->second = *(*found->second + *place.share * Ratio(target));
    }
  }
  return sums;
}

Plan plan_of(const Story& story) {
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

ObservationLog log_of(const Story& story) {
  ObservationLog log(plan_of(story));
  for (const Report1& report : story.reports) {
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

std::string describe(const Story& story, Date map) {
  std::string text = "window " + story.window.to_string() + ", map " + map.to_string() + '\n';
  for (const Succession& event : story.events) {
    text += event.on.to_string();
    for (const std::string& unit : event.from) text += ' ' + unit;
    text += " ->";
    for (const Heir& heir : event.to) {
      text += ' ' + heir.unit + '*' + (heir.share ? heir.share->to_string() : "?");
    }
    text += '\n';
  }
  for (const Report1& report : story.reports) {
    text += report.unit + ' ' + report.when.to_string() + ' ' + std::to_string(report.numerator) +
            '/' + std::to_string(report.denominator) + (report.range ? " range" : "") + '\n';
  }
  return text;
}

struct Tally {
  int values = 0, unknown = 0, across = 0, judged = 0, ranges = 0;
  int formulas = 0, apart = 0;
};

void compare(const Sum& sum, const ReportRow& row, bool ratio, Tally& tally) {
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
void compare_formula(const Sum& sum, const ReportRow& row, const ReportRow& x, Tally& tally) {
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
bool has(const std::vector<Report1>& reports, const Holds& holds) {
  return std::any_of(reports.begin(), reports.end(), holds);
}

TEST(MapOracle, EveryReportAndTargetIsWhereTheEventsHaveTakenIt) {
  Tally tally;
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const Story story = Writer(seed, true).write();
    const ObservationLog log = log_of(story);
    const Plan& plan = log.plan();
    for (int year = kFirst; year < kFirst + kYears; ++year) {
      for (const char* at : {"-06-30", "-07-01"}) {
        Request request;
        request.map = *Date::parse(std::to_string(year) + at);
        request.as_of = *Date::parse("2030-01-01");
        const Report report = evaluate(log, request);
        auto sums = reported(story, *request.map);
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
          const auto own = [&](const Report1& r) { return r.unit == unit && r.range; };
          const auto of_all = [&](const Report1& r) { return own(r) && r.when == story.window; };
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
    const Story story = Writer(seed, false).write();
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
