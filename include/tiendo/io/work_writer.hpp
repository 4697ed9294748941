/// @file
/// Work reports as text: tables for people, CSV and JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "tiendo/engine/work.hpp"
#include "tiendo/engine/work_trace.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

/// The whole report, ending with a newline. Tables come in sections, of which those without rows
/// are left out; CSV and JSON have every row with the columns of the guide to the formats.
std::string write_work(const WorkReport& report, const WriteOptions& options);

/// How a row came about, for people. Numbers are written as in a table of that language. The logs
/// are those that the trace was made from, the report is the one that it is of.
std::string write_work_trace(const WorkTrace& trace, const WorkReport& report,
                             const ObservationLog& log, const TaskLog& tasks, Language language,
                             const Printing& printing);

/// The same of several rows as JSON (`tiendo-work-trace/1`), for programs: everything that the text
/// says and all that is needed to compute each figure and count again.
std::string write_work_traces(const std::vector<WorkTrace>& traces, const WorkReport& report,
                              const ObservationLog& log, const TaskLog& tasks,
                              const Printing& printing);

}  // namespace tiendo
