/// @file
/// Rules that follow each other in time: each holds from its day until the next one does.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/calendar/period.hpp"

namespace tiendo {

/// Whether each rule is in force from a later day than the one before it.
template <class Rule>
bool in_order(const std::vector<Rule>& rules) {
  return std::adjacent_find(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
           return a.in_force_from >= b.in_force_from;
         }) == rules.end();
}

/// The rule for a named period: the one in force on its last day, because a report is made when its
/// period ends. @return period_not_whole, no_rule_in_force
template <class Rule>
Result<Rule> rule_for(const Period& named, const std::vector<Rule>& rules, std::string_view name) {
  if (!named.whole_months()) {
    return error(Errc::period_not_whole, named.to_string() + " is not made of whole months");
  }
  for (std::size_t i = rules.size(); i > 0; --i) {
    if (rules[i - 1].in_force_from <= named.last_day()) return rules[i - 1];
  }
  return error(Errc::no_rule_in_force, "no rule of the calendar \"" + std::string(name) +
                                           "\" is in force for " + named.to_string());
}

}  // namespace tiendo
