// Tested by tests/unit/engine/fields_test.cpp.

#include "engine/names.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

std::string_view name_of(Schedule schedule) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"", "ahead", "on_schedule", "behind"};
  return at(kNames, schedule);
}

std::string_view name_of(State state) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {
      "", "value", "no_data", "not_due", "overdue", "not_applicable", "withheld", "undefined"};
  return at(kNames, state);
}

std::string_view name_of(Coverage::Of of) noexcept {
  static constexpr std::array<std::string_view, 6> kNames = {"months",   "days",       "units",
                                                             "projects", "components", "pots"};
  return at(kNames, of);
}

std::string_view name_of(Course course) noexcept {
  static constexpr std::array<std::string_view, 7> kNames = {
      "", "met_at_baseline", "lost", "reached", "closer", "unchanged", "away"};
  return at(kNames, course);
}

std::string_view name_of(SourceRole role) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"actual", "same_period", "baseline",
                                                             "other_base", "year_before"};
  return at(kNames, role);
}

std::string_view name_of(TraceTerm::From from) noexcept {
  static constexpr std::array<std::string_view, 9> kNames = {
      "report", "denominator", "number", "bridge", "share", "measure", "weight", "years", "target"};
  return at(kNames, from);
}

std::string_view name_of(Field field) noexcept {
  static constexpr std::array<std::string_view, 19> kNames = {"",
                                                              "target",
                                                              "actual",
                                                              "completion_pct",
                                                              "excess_pct",
                                                              "remaining",
                                                              "same_period",
                                                              "index_pct",
                                                              "growth_pct",
                                                              "expected",
                                                              "deviation",
                                                              "baseline",
                                                              "required",
                                                              "base_revision",
                                                              "targeted_change_pct",
                                                              "pace",
                                                              "run_rate_forecast",
                                                              "same_share_forecast",
                                                              "change"};
  return at(kNames, field);
}

}  // namespace tiendo
