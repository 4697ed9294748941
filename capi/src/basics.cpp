// Tested by tests/capi/basics_test.c.
//
// Versions, features, and the names of statuses and codes: constants, so that nothing can fail.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "tiendo.h"

// The numbers of the macros as text.
#define TIENDO_TEXT_OF(number) #number
#define TIENDO_DOTTED(major, minor, patch) \
  TIENDO_TEXT_OF(major) "." TIENDO_TEXT_OF(minor) "." TIENDO_TEXT_OF(patch)

namespace {

// What an earlier or a smaller library may lack; the header lists the same.
constexpr std::string_view kFeatures[] = {"arrow-c-data",
                                          "arrow-c-stream",
                                          "decimal128-arithmetic",
                                          "decimal128-column",
                                          "log",
                                          "partial",
                                          "reopen",
                                          "threads",
                                          "watcher"};

}  // namespace

int32_t tiendo_version_number(void) noexcept {
  return TIENDO_VERSION_MAJOR * 1'000'000 + TIENDO_VERSION_MINOR * 1'000 + TIENDO_VERSION_PATCH;
}

const char* tiendo_version_string(void) noexcept {
  return TIENDO_DOTTED(TIENDO_VERSION_MAJOR, TIENDO_VERSION_MINOR, TIENDO_VERSION_PATCH);
}

int32_t tiendo_abi_version(void) noexcept { return TIENDO_ABI_VERSION; }

int32_t tiendo_has_feature(const char* name) noexcept {
  if (name == nullptr) return 0;
  return std::find(std::begin(kFeatures), std::end(kFeatures), name) == std::end(kFeatures) ? 0 : 1;
}

const char* tiendo_status_name(tiendo_status status) noexcept {
  switch (status) {
#define TIENDO_NAMED(name) \
  case name: return #name
    TIENDO_NAMED(TIENDO_OK);
    TIENDO_NAMED(TIENDO_E_INVALID_ARG);
    TIENDO_NAMED(TIENDO_E_NO_MEMORY);
    TIENDO_NAMED(TIENDO_E_SMALL_BUFFER);
    TIENDO_NAMED(TIENDO_E_PARSE);
    TIENDO_NAMED(TIENDO_E_RANGE);
    TIENDO_NAMED(TIENDO_E_ENCODING);
    TIENDO_NAMED(TIENDO_E_BUSY);
    TIENDO_NAMED(TIENDO_E_CANCELLED);
    TIENDO_NAMED(TIENDO_E_UNSUPPORTED);
    TIENDO_NAMED(TIENDO_E_ROWS);
    TIENDO_NAMED(TIENDO_E_FILE);
    TIENDO_NAMED(TIENDO_E_NO_VALUE);
    TIENDO_NAMED(TIENDO_E_FROZEN);
    TIENDO_NAMED(TIENDO_E_INTERNAL);
#undef TIENDO_NAMED
    default: return "unknown";
  }
}

// The formatter would put the include of the cases into the macro before it.
// clang-format off
const char* tiendo_code_name(int32_t code) noexcept {
  switch (code) {
#define TIENDO_CODE(number, name, text) case number: return #name;
#include "tiendo/base/codes.def"
    default: return "unknown";
  }
}

const char* tiendo_code_text(int32_t code) noexcept {
  switch (code) {
#define TIENDO_CODE(number, name, text) case number: return text;
#include "tiendo/base/codes.def"
    default: return "";
  }
}
// clang-format on
