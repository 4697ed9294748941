// What is expected of a target by a day, by the profile that it declares, and how what has been
// reached stands to it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

// The last day for which reports on the period are due by a day: the end of the last of its months
// that is over. Where reports are counted in days, and of a period that is not whole months, the
// day itself; the last day of the period once that is over. The day before the period while nothing
// of it is due.
Date due_day(const Period& period, Date as_of, bool in_days);

// How much of a profile of shares is behind a day: S + s * d / n. A straight line is one share, 1,
// of the whole period.
struct Gone {
  Ratio over;             // S: the shares of the periods that are over
  Ratio running;          // s: the share of the period in which the day lies
  std::int64_t days = 0;  // d: its days that are over
  std::int64_t of = 0;    // n: all of its days; 0 where the day lies in none

  Result<Ratio> share() const;
};
Gone gone_by(const Profile& profile, const Period& period, Date day);

// The latest milestone on or before the day; nullptr before the first.
const std::pair<Date, Decimal>* milestone_by(const Profile& profile, Date day);

// Fills in `expected` and its day, and the baseline where the path starts from one. The row has its
// condition and what is required; `due` is the last day for which its reports are due, where that
// is not due_day(), and the day before the period while none is. `level_before` gives the level, or
// the rate, of the year before the period; it is asked for only where the path needs it. Appends
// the steps to `steps`, if given.
void expect(ReportRow& row, const Plan& plan, Date as_of, const std::optional<Date>& due,
            const std::function<Figure()>& level_before, std::vector<TraceStep>* steps);

// What stands between what was reached and what was expected by then.
struct OnTheWay {
  Unreported unreported = Unreported::withhold;  // whether all that was due has to be there
  bool unit_has_ended = false;
};

// Fills in `deviation`: how far the actual value is from what was expected.
void deviate(ReportRow& row, const OnTheWay& way, std::vector<TraceStep>* steps);

// Whether the row is ahead, on schedule or behind, or why it is neither: by what is better in the
// condition, else by the direction of the indicator. Where less than what was due has been
// reported, and that is waited for, only where what has been reported so far decides, as of
// something that only grows.
void conclude_schedule(ReportRow& row, const Indicator& indicator, const OnTheWay& way);

}  // namespace tiendo
