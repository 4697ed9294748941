// Which indicators reduce to sums, for what is asked: what follows from the plan and the request
// alone, so that each part of a tree finds the same.
#pragma once

#include <vector>

#include "engine/known_sums.hpp"

namespace tiendo {

// An indicator reduces to sums where its rows ask of the units below nothing but what SumQuestions
// has: all of them are of a plain target, or of none, in the time of the plan, units make the
// figure of the one above by addition, and nothing else is made from it.
struct Reduction {
  std::vector<bool> reduces;              // beside the indicators
  std::vector<WindowQuestion> questions;  // in the order of PartSum::question; empty: none reduces

  Reduction(const Plan& plan, const Request& request);
};

}  // namespace tiendo
