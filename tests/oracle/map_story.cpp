// Used by tests/oracle/map_oracle_test.cpp and map_years_oracle_test.cpp.

#include "map_story.hpp"

#include <algorithm>
#include <random>

namespace tiendo::oracle {
namespace {

constexpr int kLastYear = kFirstTurn + kTurns - 1;

bool stands_in(const std::vector<std::string>& list, const std::string& unit) {
  return std::find(list.begin(), list.end(), unit) != list.end();
}

bool is_heir(const Succession& event, const std::string& unit) {
  return std::any_of(event.to.begin(), event.to.end(),
                     [&](const Heir& heir) { return heir.unit == unit; });
}

class Writer {
 public:
  Writer(std::uint64_t seed, const MapStoryKind& kind) : random_(seed), kind_(kind) {}

  MapStory write() {
    for (int i = 0; i < 4; ++i) begin({});
    for (int year = 0; year < kTurns; ++year) turn(*Date::from_ymd(kFirstTurn + year, 7, 1));
    const int first = kFirstTurn + pick(kTurns - kind_.years.first + 1);
    const int most = kind_.years.second - kind_.years.first + 1;
    const int last = std::min(first + kind_.years.first - 1 + pick(most), kLastYear);
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
    if (pick(3) < kind_.stays) {
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
      if (first && pick(kind_.silent) != 0) report(unit, std::to_string(year) + "-H1");
      if (second && pick(kind_.silent) != 0) report(unit, std::to_string(year) + "-H2");
    }
  }

  void report(const std::string& unit, const std::string& when) {
    story_.reports.push_back({unit, *Period::parse(when), pick(20) - 4, 1 + pick(9)});
    if (kind_.positive) story_.reports.back().numerator += 5;
    story_.reports.back().range = kind_.ranges && pick(20) == 0;
  }

  std::mt19937_64 random_;
  MapStoryKind kind_;
  MapStory story_;
  std::vector<std::string> there_;
};

// What is at a place after an event of a later day.
std::vector<Whereabouts> after(const Succession& event, const Whereabouts& place) {
  if (!stands_in(event.from, place.unit)) return {place};
  std::vector<Whereabouts> places;
  for (const Heir& heir : event.to) {
    Whereabouts next{heir.unit, place.share};
    if (event.to.size() > 1) {
      if (!heir.share) next.share.reset();
      if (next.share) next.share = *(*next.share * Ratio(*heir.share));
    }
    places.push_back(next);
  }
  return places;
}

// Across the days on which its unit became another a report is nobody's on its own.
bool runs_across(const MapStory& story, const MapReport& report) {
  return std::any_of(story.events.begin(), story.events.end(), [&](const Succession& event) {
    return event.on > report.when.start() && event.on < report.when.end() &&
           (stands_in(event.from, report.unit) || is_heir(event, report.unit));
  });
}

// But on a map of the time before, one that has ended speaks for the time after it as well.
bool speaks(const MapStory& story, const Period& window, const MapReport& report, Date map) {
  return window.contains(report.when) && runs_across(story, report) &&
         !story.is_there(report.unit, report.when.last_day()) &&
         map < *story.lives.at(report.unit).second;
}

// What was at the place before an event: all of it with the one, and else nobody knows. Where that
// one speaks for the time after it, nothing more is added.
std::vector<Whereabouts> before(const MapStory& story, const Period& window, Date map,
                                const Succession& event, const Whereabouts& place) {
  if (!is_heir(event, place.unit)) return {place};
  std::vector<Whereabouts> places;
  for (const std::string& unit : event.from) {
    const bool spoken =
        !is_heir(event, unit) &&
        std::any_of(story.reports.begin(), story.reports.end(), [&](const MapReport& other) {
          return other.unit == unit && speaks(story, window, other, map);
        });
    if (spoken) continue;
    places.push_back({unit, event.from.size() == 1 ? place.share : std::nullopt});
  }
  return places;
}

}  // namespace

bool MapStory::is_there(const std::string& unit, Date on) const {
  const auto& [from, until] = lives.at(unit);
  return (!from || *from <= on) && (!until || on < *until);
}

MapStory random_map_story(std::uint64_t seed, const MapStoryKind& kind) {
  return Writer(seed, kind).write();
}

// The places on the map of a day of what was at a unit from one day to another.
std::vector<Whereabouts> places_of(const MapStory& story, const Period& window,
                                   const std::string& unit, Date start, Date end, Date map) {
  std::vector<Whereabouts> places = {{unit, Ratio(1)}};
  const auto go = [&](auto step) {
    std::vector<Whereabouts> next;
    for (const Whereabouts& place : places) {
      const std::vector<Whereabouts> more = step(place);
      next.insert(next.end(), more.begin(), more.end());
    }
    places = next;
  };
  for (const Succession& event : story.events) {
    if (event.on < end || event.on > map) continue;
    go([&](const Whereabouts& place) { return after(event, place); });
  }
  for (auto event = story.events.rbegin(); event != story.events.rend(); ++event) {
    if (event->on > start || event->on <= map) continue;
    go([&](const Whereabouts& place) { return before(story, window, map, *event, place); });
  }
  return places;
}

std::map<std::string, MapSum> reported(const MapStory& story, const Period& window, Date map) {
  std::map<std::string, MapSum> sums;
  for (const MapReport& report : story.reports) {
    if (!window.contains(report.when)) continue;
    const Date start = report.when.start();
    const Date end = report.when.end();
    std::vector<Whereabouts> places = places_of(story, window, report.unit, start, end, map);
    const bool across = runs_across(story, report) && !speaks(story, window, report, map);
    if (across) {  // it concerns whatever the unit was before and after
      places = places_of(story, window, report.unit, start, start, map);
      const std::vector<Whereabouts> more = places_of(story, window, report.unit, end, end, map);
      places.insert(places.end(), more.begin(), more.end());
    }
    for (const Whereabouts& place : places) {
      MapSum& sum = sums[place.unit];
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

std::string describe(const MapStory& story, Date map) {
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
  for (const MapReport& report : story.reports) {
    text += report.unit + ' ' + report.when.to_string() + ' ' + std::to_string(report.numerator) +
            '/' + std::to_string(report.denominator) + (report.range ? " range" : "") + '\n';
  }
  return text;
}

}  // namespace tiendo::oracle
