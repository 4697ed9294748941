/// @file
/// One cell of the log, by definition: which of its reports count, and what they add up to.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

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
  std::vector<Period> stretches;  ///< of reported days; none when the parts have different ones
  std::vector<Fact> used;         ///< reports with a result
  std::optional<Only> only;       ///< where nothing else counts and nothing is wrong with it
  bool never = false;             ///< of a fact: one of the parts has said no, and has said all
};

bool is_ratio(const Plan& plan, Index indicator);

/// The last day of all numbers.
Date latest_day(const std::vector<Term>& terms);
/// What a number of one day is multiplied by to be one of another; nothing across a break without a
/// factor.
std::optional<Ratio> factor_between(const Indicator& indicator, Date from, Date to);
/// Whether all numbers can be brought to that day.
bool comparable(const Indicator& indicator, const std::vector<Term>& terms, Date day);

/// What the reports of the cell itself make.
Sum own(const ObservationLog& log, const Place& place);

}  // namespace tiendo::oracle
