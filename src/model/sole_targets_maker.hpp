// Puts the sole targets of a plan into columns.
#pragma once

#include <vector>

#include "base/team.hpp"
#include "tiendo/model/plan.hpp"
#include "tiendo/model/sole_targets.hpp"

namespace tiendo {

// Those of each indicator are a job of their own, which any thread may do.
class SoleTargetsMaker {
 public:
  // Of a plan whose targets stand in their places.
  SoleTargetsMaker(const Plan& plan, Team& team);

  void make(Index indicator);
  // What was made, of all indicators.
  SoleTargets take() &&;

 private:
  std::vector<PlainTarget> find(Index indicator);
  void put_numbers(Index indicator, const std::vector<PlainTarget>& plain);

  const Plan& plan_;
  std::vector<std::size_t> begin_;  // of each indicator, by place; one more at the end
  std::vector<std::size_t> size_;   // how many of its targets stand from there on in the columns
  SoleTargets all_;
};

}  // namespace tiendo
