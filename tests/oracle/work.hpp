/// @file
/// The work behind a plan, by definition, computed without any cleverness.
///
/// Written from the words of the guide: stages are read from a log that holds nothing else, pots
/// from a plan that is as long as the pot, days are counted one by one. Of the engine only the
/// structs that hold an answer are used.
#pragma once

#include <vector>

#include "tiendo/engine/work.hpp"

namespace tiendo::oracle {

/// A plan, and what is reported of it.
struct WorkBook {
  PlanHead head;
  PlanBuilder parts;  ///< all but the head
  std::vector<Observation> reports;
  std::vector<TaskReport> tasks;
};

/// The plan of the book.
Plan plan_of(const WorkBook& book);

/// The rows that work() must give.
std::vector<WorkRow> work_rows(const WorkBook& book, const Request& request);

}  // namespace tiendo::oracle
