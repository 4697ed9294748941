// How a row is taken into the sums of its cell.
#pragma once

#include <algorithm>

#include "facts/window_meaning.hpp"

namespace tiendo {

// How the numbers of rows add up: increments, or the latest of levels; or by the rules of selection
// only, or with more to look at.
enum class SumKind : std::uint8_t { increments, levels, neither, more };

// What the rows of a context do with the sums of their cells.
struct SumStep {
  std::uint64_t months = 0;
  std::int8_t scale = 0;
  std::int8_t denominator_scale = 0;
  SumKind kind = SumKind::neither;
  Status status = Status::official;
  bool has_parts = false;
};

inline SumStep step_of(const RowMeaning& row) {
  SumStep step;
  step.status = row.status;
  if (row.act != RowAct::add) return step;
  step.months = row.months;
  step.scale = static_cast<std::int8_t>(row.scale);
  step.denominator_scale = static_cast<std::int8_t>(row.denominator_scale);
  step.kind = row.form == Form::level ? SumKind::levels : SumKind::increments;
  step.has_parts = row.has_parts;
  return step;
}

// Where the sums of a cell stand, and how they are made.
struct SumPlace {
  Index at;  // by unit, then by indicator
  std::int8_t scale;
  std::int8_t denominator_scale;
  SumKind kind;
  bool of_project;
};

// Of a cell of an indicator, wherever it stands.
inline SumPlace place_of(const CellAdding& how) {
  const SumKind kind = how.form == Form::level ? SumKind::levels : SumKind::increments;
  return {0, static_cast<std::int8_t>(how.scales.numerator),
          static_cast<std::int8_t>(how.scales.denominator), how.plain ? kind : SumKind::neither,
          false};
}

// Adds a number to a sum that has so many digits more; whether it fits.
inline bool add_scaled(std::int64_t number, int digits, std::int64_t& sum) {
  std::int64_t scaled = 0;
  return !__builtin_mul_overflow(number, kSumPowers[static_cast<std::size_t>(digits)], &scaled) &&
         !__builtin_add_overflow(sum, scaled, &sum);
}

// The same as take() for a row of the kind of its cell that is official; whether it could. Without
// branches between the kinds, which come in turn; `denominator` is 0 where there is none.
inline bool take_quickly(const SumStep& row, const SumPlace& place, std::int64_t number,
                         std::int64_t denominator, CellSum& sum) {
  const int digits = place.scale - row.scale;
  const int more_digits = place.denominator_scale - row.denominator_scale;
  const std::uint64_t kept = row.kind == SumKind::increments ? ~std::uint64_t{0} : 0;
  CellSum with = sum;
  with.numerator &= static_cast<std::int64_t>(kept);
  with.denominator &= static_cast<std::int64_t>(kept);
  with.months = (sum.months & kept) | row.months;
  // Of levels a later one may be there.
  if ((digits | more_digits) < 0 || with.months < sum.months) return false;
  if (!add_scaled(number, digits, with.numerator) ||
      !add_scaled(denominator, more_digits, with.denominator)) {
    return false;
  }
  sum.numerator = with.numerator;
  sum.denominator = with.denominator;
  sum.months = with.months;
  sum.status = row.kind == SumKind::increments ? sum.status : Status::official;
  return true;
}

// Takes a row into the sums of its cell, where it is told that there is more to them than sums. A
// sum has months.
inline void take(const SumStep& row, const SumPlace& place, std::int64_t number,
                 std::int64_t denominator, CellSum& sum) {
  const int digits = place.scale - row.scale;
  const int more_digits = place.denominator_scale - row.denominator_scale;
  if (row.kind != place.kind || row.kind == SumKind::neither || (digits | more_digits) < 0) {
    sum.told = Told::other;
    return;
  }
  if (row.kind == SumKind::levels) {
    if (row.months < sum.months) return;  // a later one is there
    sum.numerator = sum.denominator = 0;
    sum.months = row.months;
    sum.status = row.status;
  } else {
    sum.months |= row.months;
    sum.status = std::min(sum.status, row.status);
  }
  bool fits = add_scaled(number, digits, sum.numerator);
  if (row.has_parts) fits = fits && add_scaled(denominator, more_digits, sum.denominator);
  if (!fits) sum.told = Told::other;
}

// What has come of it where there is nothing else to it.
inline CellSum concluded(CellSum sum) {
  sum.told = sum.months != 0 ? Told::sum : Told::nothing;
  return sum;
}

}  // namespace tiendo
