// Tested by tests/unit/engine/rules_test.cpp; tests/cli/rules_test.py holds the built-in sets
// against the files that were published of them, and the methods against those that traces name.

#include "tiendo/engine/rules.hpp"

#include <algorithm>
#include <array>

#include "tiendo/base/id.hpp"

namespace tiendo {
namespace {

// In the order of their names.
constexpr std::array<std::string_view, 42> kMethodsOfTiendo1 = {
    "average_growth@1",
    "base_revision@1",
    "by_hand@1",
    "composite@1",
    "condition@1",
    "counted@1",
    "course@1",
    "deviation@1",
    "earned_schedule@1",
    "elapsed_days@1",
    "evm@1",
    "formula@1",
    "greatest@1",
    "highest_ratio@1",
    "in_measure@1",
    "last_day@1",
    "latest@1",
    "least@1",
    "linear_path@1",
    "lowest_ratio@1",
    "mean_over_time@1",
    "milestone_path@1",
    "milestone_weights@1",
    "percent_of_targeted_change@1",
    "period_before@1",
    "planned@1",
    "profile_forecast@1",
    "profile_path@1",
    "ratio_of_sums@1",
    "ratio_to_target@1",
    "remaining@1",
    "reported_share@1",
    "required_level@1",
    "required_run_rate@1",
    "run_rate_forecast@1",
    "same_period@1",
    "schedule@1",
    "series_bridge@1",
    "share_of_unit@1",
    "sum_of_parts@1",
    "weighted_mean@1",
    "ytd@1",
};

}  // namespace

std::string_view name_of(Unreported rule) noexcept {
  switch (rule) {
    case Unreported::withhold: return "withhold";
    case Unreported::leave_out: return "leave_out";
  }
  return {};
}

std::string_view name_of(ComparedWith rule) noexcept {
  switch (rule) {
    case ComparedWith::year_before: return "year_before";
    case ComparedWith::period_before: return "period_before";
  }
  return {};
}

std::string full_name(const Rules& rules) {
  return rules.name + '@' + std::to_string(rules.version);
}

bool is_full_name(std::string_view text) noexcept {
  const std::size_t at = text.rfind('@');
  return at != text.npos && is_id(text.substr(0, at)) && at + 1 < text.size() &&
         text.find_first_not_of("0123456789", at + 1) == text.npos;
}

const std::vector<Rules>& built_in_rules() {
  static const std::vector<Rules> kSets = {Rules()};
  return kSets;
}

Result<Rules> rules_named(std::string_view name) {
  std::vector<std::string> names;
  for (const Rules& known : built_in_rules()) {
    names.push_back(full_name(known));
    if (names.back() == name) return known;
  }
  const std::string near = nearest(name, {names.begin(), names.end()});
  return error(Errc::unknown_rules, "no rules \"" + std::string(name) + "\" are built in" +
                                        (near.empty() ? "" : "; the nearest are \"" + near + '"'));
}

Result<std::vector<std::string_view>> methods_of(const Rules& rules) {
  const Result<Rules> base =
      rules_named(rules.based_on.empty() ? full_name(rules) : rules.based_on);
  if (!base) return base.error();
  return std::vector<std::string_view>(kMethodsOfTiendo1.begin(), kMethodsOfTiendo1.end());
}

}  // namespace tiendo
