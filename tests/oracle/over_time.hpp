/// @file
/// The mean, the highest and the lowest over time, by definition.
#pragma once

#include <vector>

#include "cell.hpp"

namespace tiendo::oracle {

/// A reported number with the time that it is of.
struct Told {
  Term term;
  Period period;
  Qualifier qualifier;
};

/// A number and how it was hedged.
struct Hedged {
  Ratio value;
  Qualifier qualifier;
};

/// How the highest, or the lowest, of numbers is hedged.
Qualifier hedge_of_peak(const std::vector<Hedged>& all, bool highest);

/// The terms of the mean of all: each counts for its months, or for its days where one of them is
/// no months.
std::vector<Term> mean_of(const std::vector<Told>& all);

/// The term of the highest or the lowest of all, in the series of the latest; why there is none
/// where a quotient is of nothing. `hedge` is that of the result.
std::vector<Term> peak_of(const Indicator& indicator, const std::vector<Told>& all, bool highest,
                          Qualifier& hedge, Errc& why);

}  // namespace tiendo::oracle
