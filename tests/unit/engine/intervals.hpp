/// @file
/// Short ways to write intervals in the tests of stated figures.
#pragma once

#include <string>
#include <string_view>

#include "../decimal/numbers.hpp"
#include "tiendo/decimal/printed.hpp"

namespace tiendo {

/// As in mathematics: "[221/4, 1107/20)".
inline std::string shown(const Interval& each) {
  return std::string(each.has_low ? "[" : "(") + each.low.to_string() + ", " +
         each.high.to_string() + (each.has_high ? "]" : ")");
}

inline std::string shown(const Result<Interval>& result) {
  return result ? shown(*result) : std::string(name_of(result.error().code));
}

/// Reads what shown() writes.
inline Interval interval(std::string_view text) {
  const std::size_t comma = text.find(',');
  return {ratio(text.substr(1, comma - 1)), ratio(text.substr(comma + 2, text.size() - comma - 3)),
          text.front() == '[', text.back() == ']'};
}

}  // namespace tiendo
