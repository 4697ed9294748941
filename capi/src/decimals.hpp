/// @file
/// Decimals between the structure of tiendo.h and that of the library.
#pragma once

#include "support.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/splitting.hpp"

namespace tiendo::capi {

/// Reads a number. @return TIENDO_E_INVALID_ARG, or TIENDO_E_RANGE beyond 38 digits or scale 38
Outcome read_decimal(std::string_view name, const tiendo_decimal* given, Decimal& value);
/// Writes a number. @return TIENDO_E_RANGE beyond 38 digits or scale 38; then nothing is written
Outcome store_decimal(const Decimal& value, tiendo_decimal& result);
/// @return TIENDO_E_RANGE unless the scale is 0 to 38
Outcome check_scale(std::int32_t scale);
/// One of TIENDO_LEFTOVER_. @return TIENDO_E_INVALID_ARG
Outcome read_leftover(tiendo_leftover number, Leftover& rule);

}  // namespace tiendo::capi
