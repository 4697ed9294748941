/// @file
/// One cell of the log, by definition: which of its reports count, and what they add up to.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

struct Voices;
struct Reached;

/// A cell of the log, a window and the two days.
struct Place {
  Index indicator;
  Index unit;
  Index project;
  Period window;
  Date as_of;
  std::optional<Date> known_on;
  bool first = false;  ///< of the reports for the same days the first published counts
  bool every = false;  ///< a fact that projects and units below have to make true, all of them
  const Voices* voices = nullptr;  ///< within a sum over units in which one may speak for another
  const std::set<Index>* mute = nullptr;  ///< units of kinds that never report
};

/// A reported number and the day whose series it belongs to; of a ratio, its parts.
struct Term {
  Date day;
  Ratio numerator;
  Ratio denominator;
};

/// The only report that counts in a cell, and whether it speaks for all of what is asked.
struct Only {
  Fact fact;
  bool of_all = false;
};

/// What is added up before the one division.
struct Sum {
  std::vector<Term> terms;   ///< each as it was reported
  Errc why = Errc::no_data;  ///< none when there are numbers
  bool is_rate = false;      ///< computed as a plain rate, not yet in the measure
  Coverage coverage;
  std::vector<Period> stretches;     ///< of reported days; none when the parts have different ones
  std::vector<Fact> used;            ///< reports with a result
  std::optional<Only> only;          ///< where nothing else counts and nothing is wrong with it
  bool never = false;                ///< of a fact: one of the parts has said no, and has said all
  std::vector<Sum> references = {};  ///< what a formula was computed from, in its order
  std::shared_ptr<const Reached> weight = {};  ///< of a part of a mean: what it counts for
};

/// How many months lie between two days of the same number, 28 at most, in their months.
std::optional<int> months_between(Date start, Date end);

bool is_ratio(const Plan& plan, Index indicator);

/// The last day of all numbers.
Date latest_day(const std::vector<Term>& terms);
/// What a number of one day is multiplied by to be one of another; nothing across a break without a
/// factor.
std::optional<Ratio> factor_between(const Indicator& indicator, Date from, Date to);
/// Whether all numbers can be brought to that day.
bool comparable(const Indicator& indicator, const std::vector<Term>& terms, Date day);

/// The days of the window on which the unit was there; all of them when it never was.
Period own_days(const ResponsibleUnit& unit, const Period& window);
/// The stretches of marked days, the first of which is `first`.
std::vector<Period> stretches_of(const std::vector<char>& marks, Date first);
/// The days that reports of the cell with a number speak for; nothing when there are no reports.
std::optional<std::set<Date>> reported_days(const ObservationLog& log, const Place& place);

/// What the reports of the cell itself make. Within a sum, what others have reported as well is
/// left out.
Sum own(const ObservationLog& log, const Place& place);

}  // namespace tiendo::oracle
