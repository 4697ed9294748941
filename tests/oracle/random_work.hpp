/// @file
/// Random plans with projects and tasks, and what is reported of them; small enough to be read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "work.hpp"

namespace tiendo::oracle {

/// A book, and what to ask of it.
struct RandomWork {
  WorkBook book;
  std::vector<Request> requests;
};

/// The book of this seed; nothing when its plan is refused. Every report in it is taken by a log.
std::optional<RandomWork> random_work(std::uint64_t seed);

}  // namespace tiendo::oracle
