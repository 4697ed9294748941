// Tested by tests/unit/calendar/due_dates_test.cpp.

#include "tiendo/calendar/due_dates.hpp"

#include <algorithm>

#include "calendar/rules.hpp"

namespace tiendo {

namespace {

bool is_in_range(const DueRule& rule) {
  return rule.months_after >= 0 && rule.months_after <= 12 && rule.day >= 1 && rule.day <= 31;
}

// The day of the month of `first`, or the last one when there is no such day. December 9999 is a
// month of days, though no period.
Date day_in(Date first, int day) {
  while (!Date::from_ymd(first.year(), first.month(), day)) --day;
  return *Date::from_ymd(first.year(), first.month(), day);
}

}  // namespace

Result<DueDates> DueDates::of(std::string name, std::vector<DueRule> rules) {
  if (!in_order(rules)) return error(Errc::rules_not_in_order);
  if (!std::all_of(rules.begin(), rules.end(), is_in_range)) {
    return error(Errc::rule_out_of_range);
  }
  return DueDates(std::move(name), std::move(rules));
}

// The days of the first decree and the move to a working day: https://thukyluat.vn/news/
// diem-tin-van-ban/lich-pho-bien-thong-tin-thong-ke-cua-co-quan-trung-uong-52946.html; those of the
// second: https://baotintuc.vn/chinh-sach-va-cuoc-song/thay-doi-thoi-gian-pho-bien-mot-so-thong-
// tin-thong-ke-quan-trong-20240609081901702.htm; from when it is in force:
// https://doanhnghiepvathitruong.com/thay-doi-thoi-gian-cong-bo-so-lieu-thong-ke-quan-trong/
DueDates DueDates::statistics() {
  return {"statistics",
          {{*Date::from_ymd(2016, 7, 1), 0, 29}, {*Date::from_ymd(2024, 8, 1), 1, 6}}};
}

Result<Date> DueDates::due(const Period& named, const WorkingDays& working) const {
  const auto rule = rule_for(named, rules_, name_);
  if (!rule) return rule.error();
  const Date last = named.last_day();
  const auto first = Date::from_ymd(last.year(), last.month(), 1)->plus_months(rule->months_after);
  if (!first) return first.error();
  return working.on_or_after(day_in(*first, rule->day));
}

}  // namespace tiendo
