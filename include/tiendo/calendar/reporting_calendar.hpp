/// @file
/// Which days a report for "June" or "the year" really covers: it depends on whose report it is.
///
/// A ReportingCalendar is a list of rules, each with the day from which it is in force. Given a
/// named period, which is any period of whole civil months (`2024-06`, `2024-Q3`, `2024-H1`,
/// `2024-9M`, `2024`, `2021/2025`), it gives the window: the days that are reported under that
/// name. The rule is the one in force on the last day of the named period. Where none is, that is
/// an error; nothing is guessed from the years around it.
///
/// Under one rule the windows of following months follow each other without gap or overlap, and
/// those of the months of a quarter, half or year tile its window; not that of a year with extra
/// months, which runs into the next. Where rules change, days may be in two windows or in none.
#pragma once

#include <string>
#include <vector>

#include "tiendo/calendar/period.hpp"

namespace tiendo {

/// How the windows of a calendar lie, from a day on.
struct ReportingRule {
  /// For named periods that end on this day or later, until the next rule.
  Date in_force_from;
  /// The day of a month on which windows start, 1 to 28, so that every month has it.
  int first_day = 1;
  /// Whether that day lies in the month before the first one that the period names.
  bool month_before = false;
  /// How many months longer the window of whole calendar years is, 0 to 12; parts of a year and
  /// other periods never are longer.
  int year_extra_months = 0;

  friend bool operator==(const ReportingRule&, const ReportingRule&) = default;
};

/// The two windows of a comparison with the same period of the year before.
struct ComparedWindows {
  Period window;
  Period year_before;

  friend bool operator==(const ComparedWindows&, const ComparedWindows&) = default;
};

/// A named calendar. Safe to read from many threads.
class ReportingCalendar {
 public:
  /// Any calendar: {{from, 16, true}} reports from the 16th of the month before to the 15th.
  /// Without rules it refuses every period.
  /// @return rules_not_in_order, rule_out_of_range
  static Result<ReportingCalendar> of(std::string name, std::vector<ReportingRule> rules);

  /// The first to the last day of what is named: the calendar of statistics and finance.
  static ReportingCalendar civil();
  /// Administrative reports: 15 May to 14 June is June, and the year starts on 15 December of the
  /// year before. Decree 09/2019/ND-CP, article 12, in force from 2019-03-12; statistical reports
  /// are outside the decree (article 1), and nothing is known here of the years before.
  static ReportingCalendar administrative();
  /// Payments out of a plan of public investment: a year runs on to 31 January of the next one, and
  /// so has 13 months; a plan of several years runs on likewise. Months, quarters, halves and nine
  /// months are civil. So a payment of January belongs to the month 2025-01 and to the plan of 2024
  /// or of 2025: which of the two, only the payment says. Law 39/2019/QH14, article 68, in force
  /// from 2020-01-01, then Law 58/2024/QH15, article 72, from 2025-01-01; nothing is known here
  /// of the years before. Capital added after 30 September runs to 31 December of the next year
  /// (the law of 2024): a calendar of its own, {{2025-01-01, 1, false, 12}}.
  static ReportingCalendar public_investment();

  /// As it was given; "civil", "administrative" and "public investment" for those above.
  const std::string& name() const noexcept { return name_; }
  const std::vector<ReportingRule>& rules() const noexcept { return rules_; }

  /// The days that a report for the named period covers.
  /// @return period_not_whole unless it is whole civil months, no_rule_in_force, date_out_of_range
  Result<Period> window(const Period& named) const;
  /// The windows of the named period and of the same period one year before, which must be
  /// reported by equal rules: anything else compares days that do not correspond.
  /// @return as window(), windows_differ
  Result<ComparedWindows> with_year_before(const Period& named) const;
  /// The civil month in whose window the day lies: 2024-01 for 15 December 2023 in the
  /// administrative calendar.
  /// @return no_rule_in_force, date_out_of_range; reporting_month_unclear for a day that a change
  /// of rules puts into two months, or into none
  Result<Period> month_of(Date day) const;

 private:
  ReportingCalendar(std::string name, std::vector<ReportingRule> rules)
      : name_(std::move(name)), rules_(std::move(rules)) {}

  std::string name_;
  std::vector<ReportingRule> rules_;
};

}  // namespace tiendo
