// What the trace says of the verdict, the course and the state of a row.
#pragma once

#include <string>

#include "tiendo/engine/report.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

// "Near: missed by at most 1 % of the bound", for a row in which something is near.
std::string near_line(const ReportRow& row, const Plan& plan, Language language);

// The verdict and what it rests on, or why there is none; what the condition says so far; the
// course since the base; a verdict by hand that is not used; the state. A line each.
std::string verdict_lines(const ReportRow& row, Language language);

}  // namespace tiendo
