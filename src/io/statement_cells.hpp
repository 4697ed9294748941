// The cells of a table of published figures that are more than a number or a
// word.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/check_stated.hpp"

namespace tiendo {

// A number as it is printed, with the word before it: "over 15700",
// "hơn 15.700", "counted 150".
struct StatedNumber {
  Decimal value;
  Qualifier qualifier = Qualifier::exact;
  bool counted = false;
};

// Reads such a number. @return number_syntax, number_too_long,
// unknown_number_word and what else parse_words() has; input_syntax for a scale
// word, whose digits are not those that were printed. The offset counts from
// the start of the text
Result<StatedNumber> parse_hedged(std::string_view text, const NumberFormat& numbers);

// Reads `name=number`, separated by semicolons, with spaces around each part.
// @return input_syntax, id_syntax, or as parse_hedged(), with the offset in the
// text
Result<std::vector<StatedInput>> parse_inputs(std::string_view text, const NumberFormat& numbers);

}  // namespace tiendo
