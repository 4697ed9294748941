/// @file
/// A day in a few characters.
#pragma once

#include <string_view>

#include "tiendo/calendar/date.hpp"

namespace tiendo {

inline Date day(std::string_view text) { return *Date::parse(text); }

}  // namespace tiendo
