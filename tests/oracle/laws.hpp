/// @file
/// How laws are tried: on numbers drawn at random around every place where the decimal layer
/// changes its way of working.
#pragma once

#include <gtest/gtest.h>

#include "numbers.hpp"

namespace tiendo::oracle {

/// Same value and same scale.
inline bool same(const Decimal& a, const Decimal& b) {
  return total_order(a, b) == std::strong_ordering::equal;
}

/// Calls `law` with a source of numbers, again and again.
template <class Law>
void holds(const Law& law, int rounds = 3000) {
  SCOPED_TRACE(seed_text());
  Draw draw;
  for (int i = 0; i < rounds && !testing::Test::HasFatalFailure(); ++i) law(draw);
}

inline Decimal decimal(Draw& draw) { return draw.number().decimal; }

/// One in three near zero, where signs and leading zeros are lost most easily.
inline Decimal near_zero_or_not(Draw& draw) {
  if (!draw.one_in(3)) return decimal(draw);
  return *Decimal::of(draw.between(-1500, 1500), draw.between(2, 5));
}

inline Ratio ratio(Draw& draw) {
  const Decimal below = decimal(draw);
  return *Ratio::of(decimal(draw), below.is_zero() ? 7 : below);
}

}  // namespace tiendo::oracle
