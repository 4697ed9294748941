// A number that a text has and hardly any other: FNV-1a of 128 bits. It finds what went wrong on
// the way; it is no seal against who means to deceive.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

// As 32 hexadecimal digits.
std::string checksum(std::string_view text);

}  // namespace tiendo
