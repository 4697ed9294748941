/// @file
/// Random plans and reports, small enough to be read when one of them fails.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tiendo/engine/evaluate.hpp"

namespace tiendo::oracle {

/// A plan, the reports that its log took, and what to ask.
struct RandomBook {
  Plan plan;
  std::vector<Observation> reports;
  std::vector<Request> requests;
  Diagnostics warnings;  ///< of the plan alone
};

/// The book of this seed; nothing when the plan that came out is refused.
std::optional<RandomBook> random_book(std::uint64_t seed);

/// The book as text, a thing a line.
std::string describe(const RandomBook& book);

}  // namespace tiendo::oracle
