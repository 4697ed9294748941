/// @file
/// Every function of tiendo.h as data: what walks over functions() has them all, also one that was
/// added today. A call is a word for each parameter, a number or a pointer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tiendo.h"

namespace tiendo::calls {

/// A number or a pointer, as it is passed or returned.
using Word = std::uint64_t;

struct Parameter {
  std::string_view type;  ///< as the header writes it: "const tiendo_decimal*"
  std::string_view name;

  bool is_callback() const {
    return type == "tiendo_watcher" || type == "tiendo_log" || type == "tiendo_read" ||
           type == "tiendo_take";
  }
  bool is_pointer() const { return type.back() == '*' || is_callback(); }
  /// Whether the call writes there.
  bool is_output() const { return type.back() == '*' && !type.starts_with("const "); }
  /// Whether a handle is to be put there.
  bool is_made() const { return type.starts_with("tiendo_") && type.ends_with("**"); }
};

struct Function {
  std::string_view name;
  std::string_view result;
  Word (*call)(const Word* words);
  std::uint64_t statuses;  ///< a bit() for each status that its block names
  std::vector<Parameter> parameters;

  bool returns_status() const { return result == "tiendo_status"; }
  /// Whether its first parameter is the context whose record it writes.
  bool has_record() const {
    return !parameters.empty() && parameters[0].type == "tiendo_context*" && returns_status();
  }
  bool names(tiendo_status status) const;
};

/// The bit of a status among those of a function.
constexpr std::uint64_t bit(tiendo_status status) {
  return std::uint64_t{1} << (status == TIENDO_E_INTERNAL ? 63 : status);
}

/// All of them, in the order of the header.
const std::vector<Function>& functions();

}  // namespace tiendo::calls
