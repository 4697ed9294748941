/// @file
/// How long the text of a number is, which follows from how many digits it has.
#pragma once

#include <algorithm>
#include <cstddef>

#include "decimal/mark.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo::detail {

/// The bytes of numbers of one scale in one format.
class TextSize {
 public:
  TextSize(const NumberFormat& format, std::size_t scale)
      : scale_(scale),
        decimals_(scale == 0 ? 0 : Mark(format.point).size() + scale),
        mark_(format.group == 0 ? 0 : Mark(format.group).size()),
        first_(format.group_size),
        further_(format.further_group_size) {}

  /// Of a number whose coefficient has so many digits; 0 has one.
  std::size_t of(std::size_t digits, bool negative) const {
    const std::size_t whole = digits > scale_ ? digits - scale_ : 1;
    const std::size_t marks =
        mark_ == 0 || whole <= first_ ? 0 : mark_ * ((whole - first_ - 1) / further_ + 1);
    return (negative ? 1 : 0) + whole + marks + decimals_;
  }

 private:
  std::size_t scale_;
  std::size_t decimals_;  // with their point
  std::size_t mark_;
  std::size_t first_;
  std::size_t further_;
};

}  // namespace tiendo::detail
