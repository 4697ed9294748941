// Tested by tests/unit/base/diagnostics_test.cpp.

#include "tiendo/base/diagnostics.hpp"

#include <algorithm>

namespace tiendo {

namespace {

// "plan.json:3:7: ", with only the parts that are there; empty for no place at all. The path stands
// in for a line that is not known.
std::string prefix_of(const Place& place) {
  std::string prefix = place.file;
  for (const std::int64_t part : {place.line, place.column}) {
    if (part == 0) break;
    if (!prefix.empty()) prefix += ':';
    prefix += std::to_string(part);
  }
  if (!prefix.empty()) prefix += ": ";
  return place.line != 0 || place.path.empty() ? prefix : prefix + place.path + ": ";
}

}  // namespace

std::string_view name_of(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string line = prefix_of(diagnostic.place);
  line += name_of(diagnostic.severity);
  line += ' ';
  line += std::to_string(static_cast<std::int32_t>(diagnostic.code));
  line += ' ';
  line += name_of(diagnostic.code);
  line += ": ";
  line += diagnostic.sentence;
  return line;
}

bool has_errors(const Diagnostics& diagnostics) noexcept {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace tiendo
