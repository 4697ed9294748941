/// @file
/// Everything that was found in an input, in order: what `check` prints and what a reader returns
/// when it refuses a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tiendo/base/error.hpp"

namespace tiendo {

/// How bad a finding is. Only `error` stops a reader or a builder.
enum class Severity { note, warning, error };

/// "note", "warning" or "error".
std::string_view name_of(Severity severity) noexcept;

/// One finding: severity, code, place and sentence.
struct Diagnostic {
  Severity severity = Severity::error;
  Errc code = Errc::none;
  Place place;
  std::string sentence;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// `file:line:column: severity CODE name: sentence`, without the parts of the place that are
/// absent.
std::string to_string(const Diagnostic& diagnostic);

/// Findings in the order in which they were made.
using Diagnostics = std::vector<Diagnostic>;

/// Whether one of them is an error.
bool has_errors(const Diagnostics& diagnostics) noexcept;

/// A value together with what was found on the way to it. There is no value exactly if one of the
/// findings is an error, so nothing is ever half-built.
template <class T>
struct Checked {
  std::optional<T> value;
  Diagnostics diagnostics;

  /// Whether there is a value.
  explicit operator bool() const noexcept { return value.has_value(); }
};

}  // namespace tiendo
