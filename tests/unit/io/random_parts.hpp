// Parts of plans drawn at random, with every field of each part drawn; the same each time for one
// seed.
#pragma once

#include <string>
#include <vector>

#include "../random.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// Parts as the format can say them. Whether they make sense together is not asked: ids refer to
// nothing, sums do not add up.
class RandomParts : public Random {
 public:
  using Random::Random;

  Measure measure();
  ResponsibleUnit unit();
  Succession succession();
  Indicator indicator();
  Target target();
  Project project();
  TaskGroup task_group();
  PlanHead head();

  Decimal number();
  std::string id();
  // Free text, now and then empty or of characters that have to be escaped.
  std::string text();

 private:
  std::string maybe_id() { return one_in(2) ? std::string() : id(); }
  std::vector<std::string> ids() {
    return several(3, [&] { return id(); });
  }
  Date date();
  Period period();
  Name name();
  Remarks remarks();
  Decision decision();
  std::optional<NearMiss> near();
  Condition condition(bool second, bool component);
  Condition components();
  Profile profile();
  Declared declared();
  void draw_rules(Indicator& indicator);
};

}  // namespace tiendo
