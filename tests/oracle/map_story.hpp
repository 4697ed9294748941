/// @file
/// Units that become others on random days, with what they have reported, and where each report has
/// come to on the map of a day: it is followed through all events, one after the other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo::oracle {

/// The units of a story change on each 1 July of these years.
inline constexpr int kFirstTurn = 2020;
inline constexpr int kTurns = 4;

/// A report of both indicators: an amount, and the parts of a ratio.
struct MapReport {
  std::string unit;
  Period when;
  std::int64_t numerator, denominator;
  bool range = false;  ///< of the amount: up to one more
};

/// Where a part of something is. No share: not known.
struct Whereabouts {
  std::string unit;
  std::optional<Ratio> share;

  friend bool operator==(const Whereabouts&, const Whereabouts&) = default;
};

/// Units below one province, and what happens to them.
struct MapStory {
  std::map<std::string, std::pair<std::optional<Date>, std::optional<Date>>> lives;
  std::vector<Succession> events;  ///< in the order of their days
  std::vector<MapReport> reports;
  std::map<std::string, std::int64_t> targets;
  Period window;

  bool is_there(const std::string& unit, Date on) const;
};

/// What may be in a story: windows of `years.first` to `years.second` years, of which the year
/// before is reported as well; ranges; numbers above zero alone; one half in so many that is not
/// reported; in how many of three turns units stay what they are.
struct MapStoryKind {
  std::pair<int, int> years = {1, 2};
  bool ranges = false;
  bool positive = false;
  int silent = 6;
  int stays = 1;
};

MapStory random_map_story(std::uint64_t seed, const MapStoryKind& kind);

/// Where on the map of a day that is which was at a unit from one day to another, as far as reports
/// for times in the window do not speak for it.
std::vector<Whereabouts> places_of(const MapStory& story, const Period& window,
                                   const std::string& unit, Date start, Date end, Date map);

/// What a unit has on the map of reports for times in a window.
struct MapSum {
  Ratio numerator, denominator;
  bool any = false, unknown = false, across = false, range = false;
};

std::map<std::string, MapSum> reported(const MapStory& story, const Period& window, Date map);

std::string describe(const MapStory& story, Date map);

}  // namespace tiendo::oracle
