// Tested by tests/cli/cli_test.py.
//
// Whatever has been printed is flushed: a full disk is an error, not a short report.

#include "cli/output.hpp"

#include <cstdio>

namespace tiendo::cli {

void complain(const std::string& sentence) {
  std::fprintf(stderr, "tiendo: %s\n", sentence.c_str());
}

void print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  complain("the output cannot be written");
  throw Stop{kTrouble};
}

void print_findings(const Diagnostics& findings, bool also_lesser) {
  for (const Diagnostic& finding : findings) {
    const bool is_error = finding.severity == Severity::error;
    if (is_error) std::fprintf(stderr, "%s\n", to_string(finding).c_str());
    if (!is_error && also_lesser) print(to_string(finding) + '\n');
  }
}

void stop_for_trouble(const std::string& sentence) {
  complain(sentence);
  throw Stop{kTrouble};
}

}  // namespace tiendo::cli
