/// @file
/// Who speaks for whom in a sum over units, by definition: day after day.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "cell.hpp"

namespace tiendo::oracle {

/// What the units of one sum have reported.
struct Voices {
  Index indicator;
  Period window;
  std::set<Index> there;                     ///< units that are in the sum
  std::map<Index, std::set<Date>> own;       ///< the days for which they have reported a number
  std::map<Index, std::set<Date>> projects;  ///< and for which their projects have
};

/// How much of what a unit has had on a day others in the sum have reported as well.
enum class Repeated { nothing, unknown, all };

/// By what it became, where that began later than the day, or by what stood above it on the day.
Repeated repeated(const Plan& plan, const Voices& voices, Index unit, Date day);

/// Whether one unit may speak for another in the window at all.
bool may_repeat(const Plan& plan, const Place& place);

/// The voices of these units and of those below them, for a place above.
Voices voices_of(const ObservationLog& log, const Place& place, const std::vector<Index>& units);

/// Whether nobody waits for the unit, which makes `why`: others have reported all its days, or it
/// has nothing and all it had is in the sum elsewhere.
bool is_passed_over(const Plan& plan, const Place& unit, Errc why);

/// The stretches that all sums with numbers cover, each while its unit was there; none if they
/// cover different ones.
std::vector<Period> common_stretches(const Plan& plan, const Place& place,
                                     const std::vector<Index>& units, const std::vector<Sum>& sums);

}  // namespace tiendo::oracle
