// The methods against what is said of them, with the plain fractions of big_rational.hpp: every
// small case of baseline, actual number and target, any of which may be missing, both directions,
// strict or not, with and without a tolerance.

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/engine/methods.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;
using Number = std::optional<Small>;  // in halves

struct Case {
  Number b, v, t;
  bool more;
  bool strict;
  Small tolerance;  // in halves
};

// What is to come out; a value that is there is in it.
struct Said {
  MethodState state;
  std::optional<Fraction> value;
};

Fraction halves(Small number) { return {number, 2}; }
Ratio ratio(const Fraction& value) { return *Ratio::of(value.numerator, value.denominator); }

MethodCase case_of(const Case& c) {
  MethodCase it;
  if (c.b) it.baseline = {ratio(halves(*c.b))};
  if (c.v) it.actual = {ratio(halves(*c.v))};
  if (c.t) it.target = {ratio(halves(*c.t))};
  it.better = c.more ? Direction::more : Direction::less;
  it.strict = c.strict;
  return it;
}

MethodPolicies policies_of(const Case& c) {
  MethodPolicies policies;
  policies.met_tolerance = ratio(halves(c.tolerance));
  return policies;
}

bool meets(const Case& c, Small value, Small tolerance) {
  const Small better_by = c.more ? value - *c.t : *c.t - value;
  return c.strict ? better_by + tolerance > 0 : better_by + tolerance >= 0;
}

Said change(const Case& c) {
  if (!c.v) return {MethodState::no_data, {}};
  if (!c.t) return {MethodState::no_target, {}};
  const bool now = meets(c, *c.v, c.tolerance);
  if (!c.b) return {now ? MethodState::target_met : MethodState::no_baseline, {}};
  const bool before = meets(c, *c.b, 0);
  if (before && now) {
    return {*c.b == *c.t ? MethodState::maintained : MethodState::met_at_baseline, {}};
  }
  if (before) return {MethodState::lost, {}};
  const Small way = *c.t - *c.b;
  const Small gone = *c.v - *c.b;
  if (way == 0) {
    if (now) return {MethodState::target_met, {}};
    return {gone == 0 ? MethodState::undefined_zero_over_zero : MethodState::undefined_division,
            {}};
  }
  const Fraction percent = over(Fraction{100 * gone, 1}, Fraction{way, 1});
  if (now) return {MethodState::target_met, percent};
  if (gone == 0) return {MethodState::no_change, percent};
  const bool away = percent.numerator < 0;
  return {away ? MethodState::moving_away : MethodState::measured, percent};
}

Said ratio_by(const Case& c, RatioVariant variant) {
  if (!c.v) return {MethodState::no_data, {}};
  if (!c.t) return {MethodState::no_target, {}};
  if (*c.v < 0 || *c.t < 0) return {MethodState::refused, {}};
  const bool now = meets(c, *c.v, c.tolerance);
  const Small below = variant == RatioVariant::inverse ? *c.v : *c.t;
  if (below == 0) {
    if (now) return {MethodState::target_met, {}};
    const bool both = *c.v == 0 && *c.t == 0;
    return {both ? MethodState::undefined_zero_over_zero : MethodState::undefined_division, {}};
  }
  const Fraction v{*c.v, 1}, t{*c.t, 1};
  Fraction value = variant == RatioVariant::inverse ? over(t, v) : over(v, t);
  if (variant == RatioVariant::mirrored) value = minus(Fraction{2, 1}, value);
  return {now ? MethodState::target_met : MethodState::measured, value};
}

// The path is the baseline and so many fifths of the way, at most all of it.
Said along_line(const Case& c, Small fifths) {
  if (!c.t) return {MethodState::no_target, {}};
  if (!c.b) return {MethodState::no_baseline, {}};
  if (fifths < 0) return {MethodState::not_due, {}};
  if (!c.v) return {MethodState::no_data, {}};
  const Small reached = fifths > 5 ? 5 : fifths;
  const Fraction expected{5 * *c.b + (*c.t - *c.b) * reached, 10};
  const Fraction apart = minus(halves(*c.v), expected);
  const Fraction value = c.more ? apart : minus(Fraction{0, 1}, apart);
  if (meets(c, *c.v, c.tolerance)) return {MethodState::target_met, value};
  return {fifths > 5 ? MethodState::past_due : MethodState::measured, value};
}

void expect_same(const Assessment& found, const Said& said) {
  ASSERT_EQ(found.state, said.state) << name_of(found.state) << ' ' << name_of(said.state);
  ASSERT_EQ(static_cast<bool>(found.value), said.value.has_value());
  if (said.value) {
    ASSERT_EQ(*found.value, ratio(*said.value));
  }
}

std::vector<Case> every_case() {
  std::vector<Number> numbers = {std::nullopt};
  for (Small half = -3; half <= 4; ++half) numbers.emplace_back(half);
  std::vector<Case> all;
  for (const Number b : numbers) {
    for (const Number v : numbers) {
      for (const Number t : numbers) {
        for (int kind = 0; kind < 8; ++kind) {
          all.push_back({b, v, t, kind % 2 == 0, kind / 2 % 2 == 1, kind / 4});
        }
      }
    }
  }
  return all;
}

TEST(MethodsOracle, EverySmallChangeRatioAndPath) {
  for (const Case& c : every_case()) {
    SCOPED_TRACE(testing::Message()
                 << c.b.value_or(99) << ' ' << c.v.value_or(99) << ' ' << c.t.value_or(99) << ' '
                 << c.more << c.strict << c.tolerance);
    const MethodCase it = case_of(c);
    const MethodPolicies policies = policies_of(c);
    ASSERT_NO_FATAL_FAILURE(expect_same(percent_of_targeted_change(it, policies), change(c)));
    for (const auto variant :
         {RatioVariant::direct, RatioVariant::inverse, RatioVariant::mirrored}) {
      ASSERT_NO_FATAL_FAILURE(
          expect_same(ratio_to_target(it, variant, policies), ratio_by(c, variant)));
    }
    for (const Small fifths : {-1, 0, 2, 5, 6}) {
      const Said said = along_line(c, fifths);
      ASSERT_NO_FATAL_FAILURE(expect_same(linear_path(it, *Ratio::of(fifths, 5), policies), said));
    }
  }
}

// The sum of the shares that are gone, period by period in tenths of a period.
TEST(MethodsOracle, EverySmallProfile) {
  for (Small code = 0; code < 5 * 5 * 5; ++code) {
    const Small parts[] = {code % 5, code / 5 % 5, code / 25};
    std::vector<Ratio> shares;
    for (const Small part : parts) shares.push_back(*Ratio::of(part, 4));
    const bool whole = parts[0] + parts[1] + parts[2] == 4;
    MethodCase it;
    it.quantity = Quantity::flow;
    it.actual = {Ratio(0)};
    it.target = {Ratio(40)};
    for (Small tenths = 0; tenths <= 35; ++tenths) {
      const Assessment found = profile_path(it, shares, *Ratio::of(tenths, 10));
      ASSERT_EQ(found.state == MethodState::refused, !whole) << code;
      if (!whole) continue;
      Small gone = 0;  // in fortieths, of 40
      for (Small tenth = 0; tenth < tenths && tenth < 30; ++tenth) gone += parts[tenth / 10];
      ASSERT_EQ(*found.figure("expected"), Ratio(gone)) << code << ' ' << tenths;
      ASSERT_EQ(found.state, tenths > 30 ? MethodState::past_due : MethodState::measured);
    }
  }
}

// Day by day: the step of the latest milestone, or so many days of the way to the next.
TEST(MethodsOracle, EveryDayOfMilestones) {
  const Small days[] = {3, 5, 9};
  const Small values[] = {6, 2, 14};
  std::vector<PathPoint> points;
  for (int i = 0; i < 3; ++i) points.push_back({*Date::from_days(days[i]), values[i]});
  MethodCase it;
  it.actual = {Ratio(-1)};
  for (Small day = 0; day <= 12; ++day) {
    Number step;
    std::optional<Fraction> line;
    for (int i = 0; i < 3; ++i) {
      if (days[i] > day) continue;
      step = values[i];
      line = Fraction{values[i], 1};
      if (i == 2) continue;
      const Fraction gone{day - days[i], days[i + 1] - days[i]};
      line = plus(*line, times(gone, Fraction{values[i + 1] - values[i], 1}));
    }
    const auto expected = [&](MilestoneVariant variant) {
      return milestone_path(it, points, *Date::from_days(day), variant).figure("expected");
    };
    const Figure by_step = expected(MilestoneVariant::step);
    const Figure by_line = expected(MilestoneVariant::interpolated);
    ASSERT_EQ(static_cast<bool>(by_step), step.has_value()) << day;
    if (!step) continue;
    ASSERT_EQ(*by_step, Ratio(*step)) << day;
    ASSERT_EQ(*by_line, ratio(*line)) << day;
  }
}

// Between two ends: so much of the way from the worst to the best, cut at both ends.
TEST(MethodsOracle, EverySmallScore) {
  for (Small worst = -3; worst <= 3; ++worst) {
    for (Small best = -3; best <= 3; ++best) {
      for (Small v = -4; v <= 4; ++v) {
        MethodCase it;
        it.actual = {Ratio(v)};
        const Assessment open = goalposts(it, worst, best, 3, false);
        const Assessment capped = goalposts(it, worst, best, 3, true);
        ASSERT_EQ(static_cast<bool>(open.value), worst != best);
        if (worst == best) continue;
        Fraction score = over(Fraction{3 * (v - worst), 1}, Fraction{best - worst, 1});
        ASSERT_EQ(*open.value, ratio(score));
        if (score.numerator < 0) score = {0, 1};
        if (compare(score, Fraction{3, 1}) > 0) score = {3, 1};
        ASSERT_EQ(*capped.value, ratio(score));
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
