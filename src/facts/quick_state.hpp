// What a log knows beforehand of the usual rows, and what it remembers from one call of
// append_columns() to the next.
#pragma once

#include <vector>

#include "facts/row_keys.hpp"

namespace tiendo {

struct QuickState {
  explicit QuickState(const Plan& plan) : kinds(usual_kinds(plan)) {}

  struct Known {
    ContextKey key;
    Index number = kNone;
  };

  std::vector<UsualKind> kinds;  // of each indicator
  std::vector<Known> known;      // contexts, each where its key leads, once there are columns
};

}  // namespace tiendo
