/// @file
/// Rankings of units, contributions of parts and counts of targets, as text: for people, CSV and
/// JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "tiendo/engine/contributions.hpp"
#include "tiendo/engine/ranking.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

/// The whole ranking, ending with a newline. CSV has the units alone; the other forms also the mean
/// and the counts.
std::string write_ranking(const Ranking& ranking, const WriteOptions& options);

/// How shares, and percents of a growth, are rounded.
enum class ShareRounding {
  independent,        ///< each by itself: they may add up to 99.9 or 100.1
  largest_remainder,  ///< so that they add up to 100, by round_shares()
};

/// All parts and the whole, ending with a newline. CSV has the parts, then the whole in a row
/// without a unit. Points are rounded each by itself.
std::string write_contributions(const Contributions& contributions, const WriteOptions& options,
                                ShareRounding rounding = ShareRounding::independent);

/// How rows of the summary or of tallies came about, for people: the rows that each counts and as
/// what, then those that none counts and why.
std::string write_tally_traces(const std::vector<TallyTrace>& traces, const Report& report,
                               Language language);

/// The same as JSON (`tiendo-summary-trace/1`), for programs, with labels in both languages.
std::string write_tally_traces(const std::vector<TallyTrace>& traces, const Report& report);

}  // namespace tiendo
