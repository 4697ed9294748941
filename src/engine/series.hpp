// Where the series of an indicator breaks, and what bridges a break.
#pragma once

#include "tiendo/calendar/date.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/model/indicator.hpp"

namespace tiendo {

// Whether the days `first` to `last`, both included, lie on two sides of a break.
bool crosses_break(const Indicator& indicator, Date first, Date last);

// What a number of the day `from` is multiplied by to stand beside one of the day `to`: the product
// of the factors of the breaks after `from`, up to and including `to`; 1 where there is none, also
// when `to` is the earlier day. series_break where one of them has no factor.
Result<Ratio> bridge(const Indicator& indicator, Date from, Date to);

}  // namespace tiendo
