// Tested by tests/unit/decimal/rounding_test.cpp.
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

namespace {

struct Named {
  Rounding mode;
  std::string_view name;
};

constexpr Named kModes[] = {
    {Rounding::half_up, "half_up"},     {Rounding::half_even, "half_even"},
    {Rounding::half_down, "half_down"}, {Rounding::up, "up"},
    {Rounding::down, "down"},           {Rounding::ceiling, "ceiling"},
    {Rounding::floor, "floor"},
};

}  // namespace

std::string_view name_of(Rounding mode) noexcept {
  for (const Named& each : kModes) {
    if (each.mode == mode) return each.name;
  }
  return {};
}

std::optional<Rounding> rounding_named(std::string_view name) noexcept {
  for (const Named& each : kModes) {
    if (each.name == name) return each.mode;
  }
  return std::nullopt;
}

}  // namespace tiendo
