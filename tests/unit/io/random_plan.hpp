// Plans and parts of plans drawn at random, with every field of each part drawn; the same each time
// for one seed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo {

// Parts as the format can say them. Whether they make sense together is not asked: ids refer to
// nothing, sums do not add up.
class RandomParts {
 public:
  explicit RandomParts(std::uint64_t seed) : random_(seed) {}

  Measure measure();
  ResponsibleUnit unit();
  Succession succession();
  Indicator indicator();
  Target target();
  Project project();
  TaskGroup task_group();
  PlanHead head();

  // 0 to most.
  int upto(int most) { return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1)); }
  bool one_in(int count) { return upto(count - 1) == 0; }
  Decimal number();
  std::string id();
  // Free text, now and then empty or of characters that have to be escaped.
  std::string text();

 private:
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(upto(static_cast<int>(from.size()) - 1))];
  }
  template <class Enum>
  Enum word(int first, int last) {
    return static_cast<Enum>(first + upto(last - first));
  }
  // The value that draw() gives, or none.
  template <class Draw>
  auto maybe(Draw draw) -> std::optional<decltype(draw())> {
    if (one_in(2)) return std::nullopt;
    return draw();
  }
  template <class Draw>
  auto several(int most, Draw draw) -> std::vector<decltype(draw())> {
    std::vector<decltype(draw())> all;
    for (int i = upto(most); i > 0; --i) all.push_back(draw());
    return all;
  }

  std::string maybe_id() { return one_in(2) ? std::string() : id(); }
  std::vector<std::string> ids() {
    return several(3, [&] { return id(); });
  }
  Date date();
  Period period();
  Name name();
  Remarks remarks();
  Decision decision();
  Condition condition(bool second, bool component);
  Condition components();
  Profile profile();
  Declared declared();
  void draw_rules(Indicator& indicator);

  std::mt19937_64 random_;
};

// A plan that can be built, of such parts with ids that refer to each other; or nothing, where what
// was drawn has a fault.
std::optional<Plan> random_plan(std::uint64_t seed);

}  // namespace tiendo
