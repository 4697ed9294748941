// The expressions that the kinds of stated figures stand for, and what else one of them could be.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/engine/check_stated.hpp"

namespace tiendo {

// The expression of the statement over the names of its inputs. Not for average_growth.
// @return stated_inputs
Result<Expression> expression_of(const Statement& statement);

// Another reading of a figure and the expression over the same inputs that it would be.
struct OtherReading {
  StatedKind of;
  Reading reading;
  std::string_view expression;
};

// Those of a kind in which the figure would be something else, in the order in which they are
// named.
std::vector<OtherReading> other_readings(StatedKind kind);

// Whether the figure is in percent.
bool is_in_percent(StatedKind kind) noexcept;

}  // namespace tiendo
