// Any text behind a checksum that holds, as a partial result of a small plan: it is one, which is
// written, read back the same and makes a report, or there is an error with a place in the text.
// The word FINGERPRINT stands for that of the plan.

#include <string>

#include "finding_laws.hpp"
#include "io/checksum.hpp"
#include "target.hpp"
#include "tiendo/io/partial_text.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/report_writer.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
 "measures": [{"id": "t", "kind": "mass"}, {"id": "percent", "kind": "share", "factor": "0.01"}],
 "units": [{"id": "land"}, {"id": "a", "parent": "land"}, {"id": "b", "parent": "land"},
  {"id": "a1", "parent": "a"}],
 "indicators": [{"id": "x", "kind": "flow", "measure": "t"},
  {"id": "r", "kind": "ratio", "of": "level", "measure": "percent"}],
 "plan": {"id": "p", "unit": "land", "period": "2024", "targets": [
  {"indicator": "x", "at_least": "6"}, {"indicator": "x", "unit": "a", "at_least": "3"},
  {"indicator": "r", "at_least": "50"}]}})";

const MarkedPlan& plan() {
  static const MarkedPlan made(*read_plan(kPlan, "plan").value);
  return made;
}

std::string text_around(std::string body) {
  constexpr std::string_view kWord = "FINGERPRINT";
  if (const std::size_t at = body.find(kWord); at != std::string::npos) {
    body.replace(at, kWord.size(), plan().fingerprint());
  }
  return "tiendo-partial/1 " + checksum(body) + '\n' + body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_around(std::string(fuzz::text_of(data, size)));
  const Checked<Partial> partial = read_partial(text, "text", plan());
  fuzz::require_places(partial.diagnostics, text);
  require(partial.value.has_value() != has_errors(partial.diagnostics), "a partial or an error");
  if (!partial) return 0;
  const std::string written = write_partial(*partial.value, plan());
  const Checked<Partial> back = read_partial(written, "written", plan());
  require(back.value.has_value(), "what is written is read");
  require(write_partial(*back.value, plan()) == written, "and is written the same");
  require(!write_report(evaluate(*partial.value), WriteOptions()).empty(), "it makes a report");
  return 0;
}
