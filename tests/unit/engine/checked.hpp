// What the checks find in a book, a line each, for the tests of the checks.
#pragma once

#include <string>
#include <vector>

#include "book.hpp"

namespace tiendo {

// "warning observation 2 running_total_falls: ..." for each finding of this code.
inline std::vector<std::string> found(Book& book, Errc code, std::optional<Date> known_on = {}) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : check_plan(book.log(), known_on)) {
    if (finding.code != code) continue;
    lines.push_back(std::string(name_of(finding.severity)) + ' ' + finding.place.path + ": " +
                    finding.sentence);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace tiendo
