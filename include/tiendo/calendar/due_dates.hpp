/// @file
/// When a report is due: a day of a month, as data, moved to a working day.
///
/// As a ReportingCalendar, DueDates are rules with the days from which they are in force; the rule
/// of a named period is the one in force on its last day. So the report for July 2024 was due on
/// 29 July, by the old rule, and the one for August on 6 September, by the new.
#pragma once

#include <string>
#include <vector>

#include "tiendo/calendar/working_days.hpp"

namespace tiendo {

/// On which day reports are due, from a day on.
struct DueRule {
  /// For named periods that end on this day or later, until the next rule.
  Date in_force_from;
  /// The month, counted from the last one of the period: 0 for that month, 1 for the next; to 12.
  int months_after = 1;
  /// The day of that month, 1 to 31, or its last day when it has no such day.
  int day = 1;
};

/// A named list of such rules. Safe to read from many threads.
class DueDates {
 public:
  /// Any rules: {{from, 1, 20}} is the 20th of the month after the period. Without rules nothing is
  /// ever due. @return rules_not_in_order, rule_out_of_range
  static Result<DueDates> of(std::string name, std::vector<DueRule> rules);

  /// The socio-economic reports of the central statistical office, for months, quarters, six and
  /// nine months and years: the 29th of the last month, in February its last day (Decree
  /// 94/2016/ND-CP, in force from 2016-07-01), then the 6th of the month after (Decree
  /// 62/2024/ND-CP, from 2024-08-01).
  static DueDates statistics();

  /// As it was given; "statistics" for the above.
  const std::string& name() const noexcept { return name_; }
  const std::vector<DueRule>& rules() const noexcept { return rules_; }

  /// When the report for a named period is due: on the day that the rule names, or on the next
  /// working day when that one is off.
  /// @return period_not_whole, no_rule_in_force, date_out_of_range, no_working_day
  Result<Date> due(const Period& named, const WorkingDays& working) const;

 private:
  DueDates(std::string name, std::vector<DueRule> rules)
      : name_(std::move(name)), rules_(std::move(rules)) {}

  std::string name_;
  std::vector<DueRule> rules_;
};

}  // namespace tiendo
