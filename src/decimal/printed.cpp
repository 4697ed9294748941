// Tested by tests/unit/decimal/printed_test.cpp and tests/oracle/printed_oracle_test.cpp.
//
// Each mode is two questions: how far the interval reaches to either side, nothing, half a unit or
// a whole one, and whether the end is included. The modes that look at the sign are asked for the
// side away from zero and the side towards it.
#include "tiendo/decimal/printed.hpp"

namespace tiendo {

namespace {

// One end: how many halves of a unit it is away from the figure, and whether it is included.
struct End {
  int halves;
  bool included;
};

// The ends of an interval below and above the figure.
struct Reach {
  End low;
  End high;
};

constexpr End kItself = {0, true};
constexpr End kTie = {1, true};
constexpr End kBeforeTie = {1, false};
constexpr End kBeforeNext = {2, false};

bool has_even_digit(const Decimal& figure) { return (figure.to_string().back() - '0') % 2 == 0; }

// Towards zero and away from it; of zero both sides are away.
Reach from_zero(const Decimal& figure, End towards, End away) {
  if (figure.sign() == 0) return {away, away};
  return figure.sign() > 0 ? Reach{towards, away} : Reach{away, towards};
}

Reach reach_of(const Decimal& figure, Rounding mode) {
  switch (mode) {
    case Rounding::half_up: return from_zero(figure, kTie, kBeforeTie);
    case Rounding::half_down: return from_zero(figure, kBeforeTie, kTie);
    case Rounding::half_even:
      return has_even_digit(figure) ? Reach{kTie, kTie} : Reach{kBeforeTie, kBeforeTie};
    case Rounding::up: return from_zero(figure, kBeforeNext, kItself);
    case Rounding::down: break;
    case Rounding::ceiling: return {kBeforeNext, kItself};
    case Rounding::floor: return {kItself, kBeforeNext};
  }
  return from_zero(figure, kItself, kBeforeNext);
}

Result<Interval> around(const Decimal& figure, const Reach& reach) {
  const Result<Ratio> half = Ratio(*Decimal::of(1, figure.scale())) / Ratio(2);
  const Result<Ratio> low = Ratio(figure) - half * Ratio(reach.low.halves);
  const Result<Ratio> high = Ratio(figure) + half * Ratio(reach.high.halves);
  if (!low) return low.error();
  if (!high) return high.error();
  return Interval{*low, *high, reach.low.included, reach.high.included};
}

}  // namespace

bool Interval::empty() const { return low > high || (low == high && !(has_low && has_high)); }

bool Interval::contains(const Ratio& value) const {
  return (low < value || (has_low && low == value)) &&
         (value < high || (has_high && value == high));
}

Interval intersection(const Interval& a, const Interval& b) {
  Interval both = a;
  if (b.low > a.low) {
    both.low = b.low;
    both.has_low = b.has_low;
  } else if (b.low == a.low) {
    both.has_low = a.has_low && b.has_low;
  }
  if (b.high < a.high) {
    both.high = b.high;
    both.has_high = b.has_high;
  } else if (b.high == a.high) {
    both.has_high = a.has_high && b.has_high;
  }
  return both;
}

bool intersects(const Interval& a, const Interval& b) { return !intersection(a, b).empty(); }

Result<Interval> printed(const Decimal& figure, Rounding mode) {
  return around(figure, reach_of(figure, mode));
}

Result<Interval> printed(const Decimal& figure) { return around(figure, {kTie, kTie}); }

}  // namespace tiendo
