// The reports behind a figure, as text for people.
#pragma once

#include <string>

#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

// What was looked up, which reports were used, which were set aside and why: a line each. Reports
// outside the period are named only where the period asked for is that of the row, `own`.
std::string trace_reports(const TraceSource& source, const Period& own, const ObservationLog& log,
                          Language language);

}  // namespace tiendo
