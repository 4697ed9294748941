// The values of bands in signs, for people.
#pragma once

#include <string>

#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/bands.hpp"

namespace tiendo {

// "< 0.6", "[0.6; 0.8)", "= 1"; "" for all numbers.
std::string range_text(const Band& band, const NumberFormat& numbers);

}  // namespace tiendo
