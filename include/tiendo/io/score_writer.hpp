/// @file
/// Scores of units as text: a table for people, CSV and JSON for programs.
#pragma once

#include <string>

#include "tiendo/engine/given_scores.hpp"
#include "tiendo/engine/unit_scores.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

/// The scores, ending with a newline. For people a row for each unit, and under it what each
/// criterion is and by which thresholds it scores. CSV has a row for each criterion of a unit, then
/// one of its total. JSON (`tiendo-scores/1`) has the criteria whole and each number as an exact
/// fraction, so that every total can be computed again from it alone.
///
/// Points are printed with the digits of the criteria, half-up unless rules or `options` say
/// otherwise; a total with as many more as it takes for it to lie in its class.
std::string write_scores(const UnitScores& scores, const WriteOptions& options);

/// The same JSON of scores of figures that were given: plan, unit, period, days and rules are null,
/// and so are coverage and printed figures. Points are printed half-up.
std::string write_scores(const GivenScores& scores);

}  // namespace tiendo
