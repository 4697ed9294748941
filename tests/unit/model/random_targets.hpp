/// @file
/// Plans with random targets, right and wrong ones, of which many are plain.
#pragma once

#include <random>

#include "books.hpp"

namespace tiendo {

/// Draws books whose targets meet each other: few indicators, units and periods.
class RandomTargets {
 public:
  explicit RandomTargets(std::uint32_t seed) : random_(seed) {}

  /// With up to so many targets; `faulty` says whether wrong ids, periods and scales are drawn.
  Book book(int most, bool faulty) {
    Book book = good_book();
    faulty_ = faulty;
    Indicator both = indicator("both", "ha", IndicatorKind::composite);
    both.components = {"land", "paid"};
    book.indicators.push_back(both);
    if (one_in(4)) book.head.unit.clear();
    if (one_in(4)) book.units[2].until = day("2024-07-01");
    if (one_in(4)) book.units[3].from = day(faulty ? "2025-01-01" : "2023-01-01");
    if (faulty && one_in(8)) book.units[3].id = "north";
    if (faulty && one_in(8)) book.indicators[3].id.clear();
    if (one_in(2)) book.task_groups.clear();
    if (one_in(2)) book.head.declared.indicators = upto(4);
    if (one_in(4)) book.head.declared.indicators_of = {{"province", upto(3)}, {"nobody", 1}};
    book.targets.clear();
    for (int i = upto(most); i > 0; --i) book.targets.push_back(target());
    book.projects[0].targets.clear();
    for (int i = upto(2); i > 0; --i) book.projects[0].targets.push_back(target());
    if (book.head.unit.empty()) {
      for (Target& one : book.targets) one.unit = unit_id();
      for (Target& one : book.projects[0].targets) one.unit = unit_id();
    }
    return book;
  }

  /// A number from 0 to `most`.
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  bool one_in(int times) { return upto(times - 1) == 0; }

 private:
  std::string one_of(std::initializer_list<const char*> texts) {
    return texts.begin()[upto(static_cast<int>(texts.size()) - 1)];
  }
  bool fault() { return faulty_ && one_in(12); }

  std::string unit_id() {
    if (fault()) return one_of({"nowhere", "north-east", ""});
    return one_of({"province", "town", "north", "south"});
  }

  Condition condition_of() {
    Condition result = condition(static_cast<ConditionKind>(1 + upto(4)),
                                 one_of({"1", "2.50", "-3.125", "0", "9223372036854775807"}));
    if (fault()) result.value = dec(one_of({"0.1234", "18446744073709551616.5"}));
    if (fault()) result.kind = static_cast<ConditionKind>(upto(10));
    if (result.kind == ConditionKind::between) result.upper = dec(one_of({"1", "99", "99.5555"}));
    if (fault()) result.upper = dec("0.0000");
    return result;
  }

  Target target() {
    Target result;
    result.indicator = one_of({"land", "land", "paid", "wards"});
    result.condition = condition_of();
    if (result.indicator == "wards") result.condition.value = dec(one_of({"3", "17"}));
    if (fault()) result.indicator = one_of({"lands", "", "both", "wards"});
    if (one_in(2)) result.unit = unit_id();
    if (one_in(2)) result.assigner = unit_id();
    if (one_in(4)) result.period = period(one_of({"2024-H1", "2024-Q3", "2024"}));
    if (fault()) result.period = period("2025");
    if (one_in(3)) result.baseline = Baseline{dec(one_of({"7", "7.0", "-0.5"})), {}};
    if (one_in(8)) result.baseline = Baseline{dec("1.5"), period("2023")};
    if (one_in(6)) result.decision.date = day(one_of({"2024-01-15", "2024-05-01"}));
    if (one_in(8)) result.layer = static_cast<TargetLayer>(upto(3));
    if (one_in(10)) result.near = NearMiss{dec(one_of({"1", "5"})), ChangeIn::percent};
    if (one_in(10)) result.projects = upto(2);
    if (one_in(10)) result.task_group = "group-1";
    return result;
  }

  std::mt19937 random_;
  bool faulty_ = false;
};

}  // namespace tiendo
