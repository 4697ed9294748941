// Tested by tests/cli/verify_test.py.
//
// The figures are written as they are read, so a table of any length needs the
// memory of a row.

#include <cstdio>

#include "cli/commands.hpp"
#include "tiendo/io/statement_writer.hpp"

namespace tiendo::cli {
namespace {

// Standard output, which after a failure writes no more.
class Output {
 public:
  void put(const std::string& text) {
    good_ = good_ && std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  }
  bool finish() { return good_ && std::fflush(stdout) == 0; }

 private:
  bool good_ = true;
};

void complain(const Diagnostic& finding) {
  std::fprintf(stderr, "%s\n", to_string(finding).c_str());
}

}  // namespace

int verify(const Options& options) {
  const NumberFormat numbers =
      options.numbers == "vi" ? NumberFormat::vietnamese() : NumberFormat::plain();
  StatementWriter writer(*report_format_named(options.format),
                         options.language == "en" ? Language::en : Language::vi);
  Output output;
  bool begun = false;
  bool impossible = false;
  const auto begin = [&] {
    if (!begun) output.put(writer.begin());
    begun = true;
  };
  const Diagnostics findings =
      verify_statements_file(options.statements, numbers, [&](const VerifiedStatement& row) {
        begin();
        output.put(writer.row(row));
        const std::optional<Diagnostic> finding = finding_of(row);
        if (!finding || !options.strict) return;
        impossible = true;
        complain(*finding);
      });
  for (const Diagnostic& finding : findings) {
    if (finding.code != Errc::file_unreadable) {
      complain(finding);
      continue;
    }
    std::fprintf(stderr, "tiendo: %s\n", finding.sentence.c_str());
    return kTrouble;
  }
  if (findings.empty()) begin();  // also where no row is there
  if (begun) output.put(writer.end());
  if (!output.finish()) {
    std::fprintf(stderr, "tiendo: the output cannot be written\n");
    return kTrouble;
  }
  return findings.empty() && !impossible ? kDone : kFindings;
}

}  // namespace tiendo::cli
