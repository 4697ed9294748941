// What a row has done since its base.
#pragma once

#include "engine/verdict.hpp"

namespace tiendo {

// Fills in the course of a row whose result, base and level asked for are there, and what follows
// from it. `open` is none, or why the result cannot be compared with the base of a whole period
// yet.
//
// Decided before any formula, by whether the base and the result meet the condition: met by both,
// by the base alone (lost), by the result alone (reached). Where neither does, by the distance from
// the nearest value that does. Of a result of which only a bound or a range is known, what holds of
// every value that it can mean. What is near the condition does not meet it.
void conclude_course(ReportRow& row, Direction direction, Errc open, const Measure& measure);

// The verdict on the result of the row, a number with its hedge or a range; none where that does
// not decide.
Verdict judge_result(const ReportRow& row, const Condition& condition, const Judging& judging,
                     const Ratio& required);

}  // namespace tiendo
