/// @file
/// One observation, from the structure of tiendo.h to that of the library, and the numbers of its
/// words.
#pragma once

#include "support.hpp"
#include "tiendo/facts/observation.hpp"

namespace tiendo::capi {

/// Reads the structure. Ids are not looked up; the log does that.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_ENCODING, or what is wrong with a
/// number, the period or the day
Outcome read_observation(const tiendo_context& context, const tiendo_observation* given,
                         Observation& observation);

/// One of TIENDO_FINALITY_.
tiendo_finality finality_number(Status status) noexcept;
/// One of TIENDO_QUALIFIER_.
tiendo_qualifier qualifier_number(Qualifier qualifier) noexcept;

}  // namespace tiendo::capi
