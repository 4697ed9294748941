// What a condition says of an exact value.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/model/indicator.hpp"

namespace tiendo {

// By how much a bound may be missed and the value still be near it.
struct Margin {
  Ratio amount;           // not below zero; in the measure, or in percent of the bound
  bool of_bound = false;  // in percent of it, without its sign
};

// What a value is held against: everything from `low` to `high` meets it; for a single number the
// two are the same.
struct Bounds {
  Ratio low;
  Ratio high;
};

// `required` is the number of the condition, or the level that a change leads to. Nothing where the
// ends are beyond what a number can be.
std::optional<Bounds> bounds_of(const Condition& condition, const Ratio& required);

// What a condition does not say itself.
struct Judging {
  Direction direction;
  std::optional<Margin> near = std::nullopt;

  Judging(Direction better, std::optional<Margin> margin = std::nullopt)  // NOLINT(*-explicit-*)
      : direction(better), near(std::move(margin)) {}
};

// The verdict on `actual`, a value of the whole period. `required` is the level a change leads to,
// the number of the condition otherwise. Never none. Compares exact values only.
//
// At least: met iff A >= T, exceeded iff A > T. At most: met iff A <= T, exceeded iff A < T. Strict
// wording makes "met" strict: A = T is missed. Of a range, the side that the direction calls better
// is exceeded. A fact has come true iff A >= 1, and is never exceeded. A change with a `then` is as
// good as the worse of the two.
//
// What is missed is near if it is no further than the margin from the bound that it misses: the
// number asked for, the level that a change leads to, the end of a range on its side. Nothing is
// near a fact.
Verdict judge(const Condition& condition, const Judging& judging, const Ratio& actual,
              const Ratio& required);

// The verdict on a value of which only a bound was reported ("trên 533,6"): what holds of every
// value beyond it; none when that is not one verdict. A value that is exact or about is judged as
// it is.
Verdict judge(const Condition& condition, const Judging& judging, const Ratio& actual,
              const Ratio& required, Qualifier qualifier);

// The verdict on a result that is a range, both ends included: what holds of every value in it, met
// where some are met and all others exceed; none when that is not one verdict.
Verdict judge_between(const Condition& condition, const Judging& judging, const Ratio& lower,
                      const Ratio& upper, const Ratio& required);

// The numbers between which the verdict on all values is the same.
std::vector<Ratio> turns_of(const Condition& condition, const Judging& judging,
                            const Ratio& required);

// Whether its values add up over time, so that what has been reached starts from nothing: no rate,
// whose parts add up, and nothing that is computed from others.
bool is_running_sum(const Indicator& indicator);

// Whether what has been reached can only grow until the period is over.
bool only_grows(const Indicator& indicator);

// Whether what has been reached, made of what `of` counts, is the highest over time and so cannot
// fall, or the lowest and cannot rise: of one unit, or of units that make it by the same rule.
bool is_extreme(const Indicator& indicator, TimeRule rule, Coverage::Of of);

// Whether the verdict is final before the period is over: a lower bound on something that only adds
// up has been reached; the highest over time has reached a lower bound, or has passed an upper one;
// the lowest the other way round.
bool is_settled(const Condition& condition, const Indicator& indicator, Verdict verdict,
                Coverage::Of of);

}  // namespace tiendo
