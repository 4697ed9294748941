// An id as a sentence has it.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

inline std::string quoted(std::string_view id) { return '"' + std::string(id) + '"'; }

}  // namespace tiendo
