/// @file
/// Earned value of the projects of a work report, by definition, from the rows of the report.
#pragma once

#include <string>
#include <vector>

#include "tiendo/engine/work.hpp"

namespace tiendo::oracle {

/// One number and what it is called: "EV", "ES".
struct Earned {
  std::string name;
  Figure figure;
};

/// BAC, PV, EV, AC; then what follows from them; then ES and what follows from that and the time so
/// far. What is refused as a whole has no figures but the refusal (under "CPI" and "ES").
std::vector<Earned> earned_value(const Plan& plan, const std::vector<WorkRow>& rows, Index project,
                                 Date as_of);

}  // namespace tiendo::oracle
