// Paths into the parts of a plan, "milestones/0/due", and which of them the format has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/plan_parts.hpp"

namespace tiendo {

// More steps than any path of the format has.
inline constexpr std::size_t kMostSteps = 16;

// The steps of a path; none of the empty one. Within a key "/" is written "~1".
std::vector<std::string> steps_of(std::string_view path);
// The key as a step of a path.
std::string step_of(std::string_view key);

// The position that a step is in a list; none of what is a key, or too long.
std::optional<std::size_t> position_of(std::string_view step);

// What the path leads to, or null.
const JsonNode* follow(const JsonNode* node, const std::vector<std::string>& steps);

// A part in which there is nothing but what the path leads to, and that is null.
JsonNode part_with(const std::vector<std::string>& steps);

// What is wrong with a path that is not one of the format; the readers know the keys, and what they
// find in a part with nothing else has a hint.
template <class Part>
std::optional<Error> unknown_key(const std::vector<std::string>& steps) {
  if (steps.size() > kMostSteps) {
    return error(Errc::unknown_key, "no key of the format lies so deep inside of others", 0);
  }
  Findings findings({}, {});
  read_object<Part>(findings, part_with(steps));
  for (const Diagnostic& finding : findings.all()) {
    if (finding.code == Errc::unknown_key) return error(Errc::unknown_key, finding.sentence, 0);
  }
  return std::nullopt;
}

}  // namespace tiendo
