// What has been reached: one figure out of the reports of a unit, of its projects or of the units
// below it.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// A figure with what it rests on.
struct Actual {
  Figure value;
  Coverage coverage;
  // The stretches of time that it covers; empty when its parts cover different ones.
  std::vector<Period> spans;
  // The least final report used, and its hedge; of several, `about` unless all are exact.
  std::optional<Status> status;
  Qualifier qualifier = Qualifier::exact;
};

// Reads one log. Appends every selection it makes to `sources`, if given.
class ActualReader {
 public:
  ActualReader(const ObservationLog& log, std::vector<TraceSource>* sources)
      : log_(log), plan_(log.plan()), sources_(sources) {}

  // Of a unit (project kNone) or of a project: its own report; else the sum of its projects, of
  // which `declared` are said to exist; else what the units below make by the unit rule. A growth
  // is computed from its base.
  Actual actual(const Question& question, SourceRole role, int declared = 0) const;

  // Of the projects that the assigner has set targets for, of which `declared` are said to exist;
  // not_attributed when the unit has reported and none of them has, or none is described.
  Actual part(const Question& unit, Index assigner, int declared) const;

  // The same stretches of time one year before: no_base unless exactly they are in the log. A
  // window of more than a year has no year before it, here and below.
  Actual same_period(const Question& question, const Actual& now) const;

  // What a change in the window is counted from: the whole of the same period of the year before
  // for what adds up, the level at its end for what does not.
  Figure baseline(const Question& question) const;

 private:
  struct Parts;
  Parts parts(const Question& question, SourceRole role, int declared) const;
  Parts own(const Question& question, SourceRole role) const;
  Parts of_projects(const std::vector<Index>& projects, int declared, const Question& unit,
                    SourceRole role) const;
  Parts of_children(const Question& unit, SourceRole role) const;
  Parts growth(const Question& question) const;
  static Parts sum_up(const std::vector<Parts>& all, Coverage::Of of, int expected, bool ratio);
  Actual finish(const Parts& parts, Index indicator) const;
  std::vector<Index> projects_of(Index indicator, Index unit, Index assigner) const;
  bool is_ratio(Index indicator) const;

  const ObservationLog& log_;
  const Plan& plan_;
  std::vector<TraceSource>* sources_;
};

}  // namespace tiendo
