/// @file
/// What the header promises of every call, looked at afterwards.
#pragma once

#include <string>

#include "world.hpp"

namespace tiendo::calls {

/// Whether the number says how much there is behind a pointer: it may be made smaller, never
/// larger.
bool is_size(const Function& function, const Parameter& parameter);

/// Makes a call and looks at what it leaves: a status that its block names, a record that says the
/// same and is empty after what went well, results that are untouched after a failure.
/// @param status receives the status, TIENDO_OK from a function that returns none
/// @return what does not hold, or ""
std::string fault_of(const Call& call, tiendo_status* status);

/// The sentence of the record of a context.
std::string sentence_of(const tiendo_context* context);

/// What a call wrote, as bytes; of a handle or a stream only whether there is one.
std::string written(const Call& call);
/// What a function writes when all goes well.
std::string wanted_of(const Function& function);

}  // namespace tiendo::calls
