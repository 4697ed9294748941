// Tested by tests/unit/calendar/reporting_calendar_test.cpp and
// tests/oracle/calendar_oracle_test.cpp.
//
// Both borders of a period move alike, from the first of a month to the first day of a window, so
// that windows follow each other just as the periods do. Only years get months at their end.

#include "tiendo/calendar/reporting_calendar.hpp"

#include <optional>

#include "calendar/rules.hpp"

namespace tiendo {

namespace {

bool is_in_range(const ReportingRule& rule) {
  return rule.first_day >= 1 && rule.first_day <= 28 && rule.year_extra_months >= 0 &&
         rule.year_extra_months <= 12;
}

// Whether the windows of two rules lie alike.
bool lie_alike(ReportingRule a, const ReportingRule& b) {
  a.in_force_from = b.in_force_from;
  return a == b;
}

bool is_years(const Period& period) {
  return period.start().month() == 1 && period.whole_months().value_or(1) % 12 == 0;
}

// Where the first of a month lies in the windows of a rule.
Result<Date> border(Date first_of_month, const ReportingRule& rule, int extra_months) {
  const auto moved = first_of_month.plus_months(extra_months - (rule.month_before ? 1 : 0));
  return moved ? moved->plus_days(rule.first_day - 1) : moved;
}

Result<Period> window_by(const ReportingRule& rule, const Period& named) {
  const auto start = border(named.start(), rule, 0);
  if (!start) return start.error();
  const auto end = border(named.end(), rule, is_years(named) ? rule.year_extra_months : 0);
  if (!end) return end.error();
  return Period::of(*start, *end);
}

Date day_of(int year, int month, int day) { return *Date::from_ymd(year, month, day); }

}  // namespace

Result<ReportingCalendar> ReportingCalendar::of(std::string name,
                                                std::vector<ReportingRule> rules) {
  if (!in_order(rules)) return error(Errc::rules_not_in_order);
  for (const ReportingRule& rule : rules) {
    if (!is_in_range(rule)) return error(Errc::rule_out_of_range);
  }
  return ReportingCalendar(std::move(name), std::move(rules));
}

ReportingCalendar ReportingCalendar::civil() {
  return {"civil", {{*Date::from_days(Date::kFirstDay), 1, false, 0}}};
}

// The day from which the decree is in force: http://tuphaptamky.gov.vn/2014/news/savefile/
// Xay-dung-chinh-quyen/Nghi-dinh-so-09-2019-ND-CP-cua-Chinh-phu-Quy-dinh-ve-che-do-bao-cao-cua-co-
// quan-hanh-chinh-nha-nuoc-4348.html; its windows:
// https://luatvietnam.vn/tin-van-ban-moi/thoi-han-nop-bao-cao-dinh-ky-186-21960-article.html
ReportingCalendar ReportingCalendar::administrative() {
  return {"administrative", {{day_of(2019, 3, 12), 15, true, 0}}};
}

// Both laws, on https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/: what 2019's says in
// new-regulations-on-the-disbursement-time-of-public-investment-capital-in-2020-142656.html, from
// when in 06-principles-for-the-allocation-of-medium-term-public-investment-plan-capital-for-
// projects-142655.html; what 2024's says in implementation-and-disbursement-period-of-annual-
// public-investment-plan-funds-under-the-law-on-public-investment-2024-in-vietnam-175152.html.
ReportingCalendar ReportingCalendar::public_investment() {
  return {"public investment",
          {{day_of(2020, 1, 1), 1, false, 1}, {day_of(2025, 1, 1), 1, false, 1}}};
}

Result<Period> ReportingCalendar::window(const Period& named) const {
  const auto rule = rule_for(named, rules_, name_);
  if (!rule) return rule.error();
  return window_by(*rule, named);
}

Result<ComparedWindows> ReportingCalendar::with_year_before(const Period& named) const {
  const auto rule = rule_for(named, rules_, name_);
  if (!rule) return rule.error();
  const auto before = named.year_before();
  if (!before) return before.error();
  const auto rule_before = rule_for(*before, rules_, name_);
  if (!rule_before) return rule_before.error();
  if (!lie_alike(*rule, *rule_before)) return error(Errc::windows_differ);
  const auto window = window_by(*rule, named);
  if (!window) return window.error();
  const auto window_before = window_by(*rule_before, *before);
  if (!window_before) return window_before.error();
  return ComparedWindows{*window, *window_before};
}

Result<Period> ReportingCalendar::month_of(Date day) const {
  const auto own = Period::month(day.year(), day.month());
  if (!own) {  // the last month there is, which no period holds; its days may be the one's before
    const auto before = *Period::month(day.year(), day.month() - 1);
    const auto covered = window(before);
    return covered && covered->contains(day) ? Result<Period>(before) : Result<Period>(own.error());
  }
  std::optional<Period> found;
  Error missing = error(Errc::reporting_month_unclear);
  for (const int shift : {-1, 1, 0}) {  // its own month last: then `missing` is about that one
    const auto month = own->shifted_months(shift);
    const auto covered = month ? window(*month) : month;
    if (!covered) missing = covered.error();
    if (!covered || !covered->contains(day)) continue;
    if (found) return error(Errc::reporting_month_unclear);
    found = *month;
  }
  if (found) return *found;
  return missing;
}

}  // namespace tiendo
