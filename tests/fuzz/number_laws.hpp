/// @file
/// Laws of numbers that several fuzzers ask of what they have read.
#pragma once

#include <string_view>

#include "target.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::fuzz {

inline constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                      Rounding::up,      Rounding::down,      Rounding::ceiling,
                                      Rounding::floor};

/// Same value and same scale.
inline bool same(const Decimal& a, const Decimal& b) {
  return total_order(a, b) == std::strong_ordering::equal;
}

/// `read` reads the text and fails with `problem`: when that is a fault of form, what stands before
/// its byte is the beginning of a number, and what stands behind it plays no part.
template <class Read>
void require_first_fault(std::string_view text, const Error& problem, const Read& read) {
  require(problem.code == Errc::number_syntax || problem.code == Errc::number_too_long,
          "a text is refused by its form or its length");
  require(problem.offset >= 0 && problem.offset <= static_cast<std::int64_t>(text.size()),
          "the fault lies in the text or at its end");
  if (problem.code == Errc::number_too_long) return;  // the whole text has the form of a number
  const auto at = static_cast<std::size_t>(problem.offset);
  if (at < text.size()) {
    const auto up_to_fault = read(text.substr(0, at + 1));
    require(!up_to_fault && up_to_fault.error().code == problem.code &&
                up_to_fault.error().offset == problem.offset,
            "nothing behind the fault plays a part");
  }
  const auto before = read(text.substr(0, at));
  require(before || before.error().offset == problem.offset ||
              before.error().code == Errc::number_too_long,
          "nothing before the fault is one");
}

/// Every mode goes to one of the two neighbours of the value, by less than a unit.
template <class Number>
void require_rounding(const Number& number, int scale) {
  const Ratio value(number);
  const Ratio unit = *Decimal::of(1, scale);
  const auto below = round(number, scale, Rounding::floor);
  const auto above = round(number, scale, Rounding::ceiling);
  if (!below || !above) return;  // too long
  require(Ratio(*below) <= value && value <= Ratio(*above), "floor and ceiling enclose the value");
  require(*(Ratio(*above) - Ratio(*below)) == (*below == *above ? Ratio(0) : unit),
          "floor and ceiling are neighbours");
  for (const Rounding mode : kModes) {
    const auto result = round(number, scale, mode);
    require(result && (*result == *below || *result == *above), "rounding goes to a neighbour");
    require(result->scale() == scale, "rounding gives the scale asked for");
    require(same(*round(*result, scale, mode), *result), "rounding twice is rounding once");
  }
  const Ratio half = *(unit / 2);
  require((*round(number, scale, Rounding::half_up) - value)->abs() <= half, "to the nearest");
  require(
      same(*round(-number, scale, Rounding::half_up), -*round(number, scale, Rounding::half_up)),
      "half_up is symmetric");
  require(same(*round(-number, scale, Rounding::ceiling), -*below), "ceiling mirrors floor");
}

}  // namespace tiendo::fuzz
