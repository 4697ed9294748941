// What a condition says of an exact value.
#pragma once

#include "tiendo/engine/report.hpp"
#include "tiendo/model/indicator.hpp"

namespace tiendo {

// The verdict on `actual`, a value of the whole period. `required` is the level a change leads to,
// the number of the condition otherwise. Never none. Compares exact values only.
//
// At least: met iff A >= T, exceeded iff A > T. At most: met iff A <= T, exceeded iff A < T. Strict
// wording makes "met" strict: A = T is missed. Of a range, the side that the direction calls better
// is exceeded. A fact has come true iff A >= 1, and is never exceeded. A change with a `then` is as
// good as the worse of the two.
Verdict judge(const Condition& condition, Direction direction, const Ratio& actual,
              const Ratio& required);

// The verdict on a value of which only a bound was reported ("trên 533,6"): what holds of every
// value beyond it; none when that is not one verdict. A value that is exact or about is judged as
// it is.
Verdict judge(const Condition& condition, Direction direction, const Ratio& actual,
              const Ratio& required, Qualifier qualifier);

// The verdict on a result that is a range, both ends included: what holds of every value in it, met
// where some are met and all others exceed; none when that is not one verdict.
Verdict judge_between(const Condition& condition, Direction direction, const Ratio& lower,
                      const Ratio& upper, const Ratio& required);

// Whether the verdict can no longer become worse before the period is over: a lower bound on
// something that only adds up has been reached.
bool is_settled(const Condition& condition, const Indicator& indicator, Verdict verdict);

}  // namespace tiendo
