/// @file
/// What holds of the findings about a text, whatever stands in it.
#pragma once

#include <algorithm>
#include <string_view>

#include "target.hpp"
#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo::fuzz {

/// The finding has its place in the text, or at its end, and a sentence of one line.
inline void require_place(const Diagnostic& finding, std::string_view text) {
  const Place& place = finding.place;
  require(place.file == "text", "a finding names its file");
  require(place.line >= 1, "a finding has a line");
  std::string_view rest = text;
  for (std::int64_t line = 1; line < place.line; ++line) {
    const std::size_t end = rest.find('\n');
    require(end != std::string_view::npos, "a finding has a line of the text");
    rest.remove_prefix(end + 1);
  }
  const auto length = static_cast<std::int64_t>(std::min(rest.find('\n'), rest.size()));
  require(place.column >= 1 && place.column <= length + 1, "a finding has a column of its line");
  require(!finding.sentence.empty(), "a finding has a sentence");
  require(finding.sentence.find('\n') == std::string::npos, "a sentence has one line");
}

/// That holds of all of them, and there are no more than are named.
inline void require_places(const Diagnostics& findings, std::string_view text) {
  require(findings.size() <= kMaxFindings, "a hundred findings at most");
  for (const Diagnostic& finding : findings) require_place(finding, text);
}

}  // namespace tiendo::fuzz
