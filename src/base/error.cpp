// Tested by tests/unit/base/error_test.cpp.
//
// Names and sentences come from codes.def alone, so a code cannot have one without the other.

#include "tiendo/base/error.hpp"

#include <utility>

#include "tiendo/base/result.hpp"

namespace tiendo {

// The formatter would put the include of the cases into the macro before it.
// clang-format off
std::string_view name_of(Errc code) noexcept {
  switch (code) {
#define TIENDO_CODE(number, name, text) case Errc::name: return #name;
#include "tiendo/base/codes.def"
  }
  return {};
}

std::string_view text_of(Errc code) noexcept {
  switch (code) {
#define TIENDO_CODE(number, name, text) case Errc::name: return text;
#include "tiendo/base/codes.def"
  }
  return {};
}
// clang-format on

Error error(Errc code, std::string detail, std::int64_t offset) {
  if (detail.empty()) detail = text_of(code);
  return Error{code, std::move(detail), offset};
}

const Error* detail::no_error() noexcept {
  static const Error kNone;
  return &kNone;
}

// So short that a string needs no memory for it.
const Error* detail::memory_error() noexcept {
  static const Error kNoMemory{Errc::out_of_memory, "memory ran out"};
  return &kNoMemory;
}

}  // namespace tiendo
