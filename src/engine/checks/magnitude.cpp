// Tested by tests/unit/engine/checks_magnitude_test.cpp.
//
// A number that is about 10, 100 or 1000 times what is to be expected, or a tenth, a hundredth, a
// thousandth of it, was probably typed in another unit or with a digit too many. What is to be
// expected is the first of these that there is: the median of the other reports of the cell for
// stretches of the same length, when there are two or more and the largest is at most 3 times the
// smallest; the value of the same days a year before; the target for exactly these days.
//
// About means from 7/10 of the power of ten to 10/7 of it. All is exact; a number or an expectation
// of zero, or of another sign, is never out of line.

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

constexpr int kWidest = 3;  // largest to smallest of the others, for their median to count
constexpr int kMostTens = 3;

struct Expected {
  Ratio value;
  std::string what;
};

// The power of ten, -3 to 3, that the ratio of the two is about; 0 for none. Both above zero.
int power_between(const Ratio& value, const Ratio& expected) {
  const Result<Ratio> ratio = value / expected;
  if (!ratio) return 0;
  for (int tens = -kMostTens; tens <= kMostTens; ++tens) {
    const Result<Ratio> power = pow(Ratio(10), tens);
    if (tens == 0 || !power) continue;
    const Result<Ratio> low = *power * Ratio(7) / Ratio(10);
    const Result<Ratio> high = *power * Ratio(10) / Ratio(7);
    if (low && high && *low <= *ratio && *ratio <= *high) return tens;
  }
  return 0;
}

// How long a stretch of time is: so many whole months, else so many days.
std::pair<bool, std::int64_t> length_of(const Period& period) {
  const std::optional<int> months = period.months_long();
  return months ? std::pair<bool, std::int64_t>(true, *months)
                : std::pair<bool, std::int64_t>(false, period.days());
}

std::size_t sign_at(const Ratio& value) { return static_cast<std::size_t>(value.sign()) + 1; }

// The reports of a cell that can be compared: of one form, for as long a time, with no break of the
// series between them.
class Comparable {
 public:
  Comparable(const CheckedCell& cell, const Indicator& indicator) : indicator_(indicator) {
    for (const CountedReport& report : cell.reports) {
      Group& group = groups_[key_of(report)];
      group.sizes.push_back(report.value.abs());
      ++group.signs[sign_at(report.value)];
      by_span_.emplace(std::pair(report.fact.form, report.span), &report);
    }
    for (auto& [key, group] : groups_) std::sort(group.sizes.begin(), group.sizes.end());
  }

  // The median of the others; see the top.
  std::optional<Expected> of_the_others(const CountedReport& report) const {
    const Group& group = groups_.at(key_of(report));
    const std::vector<Ratio>& sizes = group.sizes;
    const std::size_t others = sizes.size() - 1;
    if (others < 2 || group.signs[sign_at(report.value)] != sizes.size()) return std::nullopt;
    const auto own = std::lower_bound(sizes.begin(), sizes.end(), report.value.abs());
    const auto skipped = static_cast<std::size_t>(own - sizes.begin());
    const auto other = [&](std::size_t i) { return sizes[i < skipped ? i : i + 1]; };
    const Result<Ratio> widest = other(0) * Ratio(kWidest);
    if (!widest || other(others - 1) > *widest) return std::nullopt;
    const std::size_t half = others / 2;
    const Result<Ratio> median =
        others % 2 == 1 ? other(half) : (other(half - 1) + other(half)) / Ratio(2);
    if (!median) return std::nullopt;
    return Expected{*median,
                    "the median of the other " + std::to_string(others) + " for as long a time"};
  }

  std::optional<Expected> of_the_year_before(const CountedReport& report) const {
    const Result<Period> before = report.span.year_before();
    if (!before || before->overlaps(report.span)) return std::nullopt;
    const auto found = by_span_.find({report.fact.form, *before});
    if (found == by_span_.end() || found->second->value.sign() != report.value.sign()) {
      return std::nullopt;
    }
    const Date then = before->last_day();
    if (stretch_of(indicator_, then) != stretch_of(indicator_, report.span.last_day())) {
      return std::nullopt;
    }
    return Expected{found->second->value.abs(), "the value of the year before"};
  }

 private:
  struct Group {
    std::vector<Ratio> sizes;               // rising
    std::array<std::size_t, 3> signs = {};  // how many are below, at and above zero
  };
  // Form, stretch of the series, length.
  using Key = std::tuple<Form, std::size_t, std::pair<bool, std::int64_t>>;

  Key key_of(const CountedReport& report) const {
    return {report.fact.form, stretch_of(indicator_, report.span.last_day()),
            length_of(report.span)};
  }

  const Indicator& indicator_;
  std::map<Key, Group> groups_;
  std::map<std::pair<Form, Period>, const CountedReport*> by_span_;
};

bool is_one_number(ConditionKind kind) { return is_bound(kind) || kind == ConditionKind::about; }

std::optional<Expected> of_the_target(const CheckInput& input, const CheckedCell& cell,
                                      const CountedReport& report) {
  const Plan& plan = input.plan();
  std::optional<Expected> expected;
  for (const Index at : input.targets_for(cell.indicator, cell.unit, cell.project)) {
    const TargetList& targets = plan.targets();
    if (targets.period(at) != report.span) continue;
    // One among several is not what the whole is to reach.
    if (expected || targets.layer(at) == TargetLayer::adds || !is_one_number(targets.kind(at))) {
      return std::nullopt;
    }
    const Decimal asked = targets.condition(at).value;
    if (asked.sign() != report.value.sign()) return std::nullopt;
    expected = Expected{Ratio(asked).abs(), "the target"};
  }
  return expected;
}

std::string times(int tens) {
  std::string text = "1";
  text.append(static_cast<std::size_t>(tens < 0 ? -tens : tens), '0');
  return tens < 0 ? "about 1/" + text + " of " : "about " + text + " times ";
}

// In which of the measures of parts of a whole the number was probably given.
std::string_view as_if_in(const Measure& measure, int tens) {
  const bool percent = measure.factor == *Decimal::of(1, 2);
  const bool per_mille = measure.factor == *Decimal::of(1, 3);
  if (percent && tens == 1) return "per mille, not percent";
  if (per_mille && tens == -1) return "percent, not per mille";
  if (percent && tens == -2) return "parts of one, not percent";
  if (per_mille && tens == -3) return "parts of one, not per mille";
  return {};
}

}  // namespace

void check_magnitude(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  const Indicator& indicator = plan.indicators()[cell.indicator];
  if (indicator.kind == IndicatorKind::growth) return;
  const Comparable comparable(cell, indicator);
  for (const CountedReport& report : cell.reports) {
    if (report.value.is_zero()) continue;
    std::optional<Expected> expected = comparable.of_the_others(report);
    if (!expected) expected = comparable.of_the_year_before(report);
    if (!expected) expected = of_the_target(input, cell, report);
    if (!expected || expected->value.is_zero()) continue;
    const int tens = power_between(report.value.abs(), expected->value);
    if (tens == 0) continue;
    const Measure& measure = plan.measure_of(indicator);
    const std::string_view unit =
        measure.kind == kShareKind ? as_if_in(measure, tens) : std::string_view{};
    input.add(Severity::warning,
              unit.empty() ? Errc::order_of_magnitude : Errc::percent_or_per_mille,
              path_of(report.fact.row),
              name_of_cell(plan, cell, report.span) + ": " + exact_text(report.value) + " is " +
                  times(tens) + expected->what + ", " + exact_text(expected->value) +
                  (unit.empty() ? "" : ", as if it were in " + std::string(unit)));
  }
}

}  // namespace tiendo
