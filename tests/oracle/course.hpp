/// @file
/// What has become of the way from the base to the condition, by definition: value by value.
#pragma once

#include "tiendo/engine/report.hpp"

namespace tiendo::oracle {

/// Course, its reason and the part of the way of a row in which everything else stands. `open` says
/// why the result is not yet one of a whole period; none if it is.
void place_course(ReportRow& row, Direction direction, Errc open);

}  // namespace tiendo::oracle
