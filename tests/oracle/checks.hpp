/// @file
/// What is found in plans and reports, by definition: each check of docs/guide/checks.md in plain
/// words, without its sentence.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

/// A finding without its sentence.
struct Finding {
  std::string path;
  Errc code;
  Severity severity;
  friend auto operator<=>(const Finding&, const Finding&) = default;
};

/// What check_plan() finds, in any order. `reports` are those of the log, in its order.
std::vector<Finding> found(const ObservationLog& log, const std::vector<Observation>& reports,
                           const std::optional<Date>& known_on, BaseRule base);

/// What the plan alone is found to be doubtful in, when it is built, in any order.
std::vector<Finding> found(const Plan& plan);

}  // namespace tiendo::oracle
