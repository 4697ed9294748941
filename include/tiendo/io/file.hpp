/// @file
/// Whole files as text.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// The bytes of a file. @return file_unreadable with the reason the system gives
Result<std::string> read_file(const std::string& path);

}  // namespace tiendo
