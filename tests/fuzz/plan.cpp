// Any text as a plan: it is one, which is written, read back, checked and reported on in every
// form, or there is an error with a place in the text.

#include "finding_laws.hpp"
#include "report_laws.hpp"
#include "target.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/plan_writer.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

void require_laws(const Plan& plan, std::string_view text) {
  const std::string written = write_plan(plan);
  const Checked<Plan> back = read_plan(written, "written");
  require(back.value.has_value(), "what is written is read");
  require(write_plan(*back.value) == written, "and is written the same");
  const ObservationLog log(plan);
  Diagnostics findings = check_plan(log);
  locate(findings, text, "text");
  for (const Diagnostic& finding : findings) fuzz::require_place(finding, text);
  fuzz::require_reports(log);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const Checked<Plan> plan = read_plan(text, "text");
  fuzz::require_places(plan.diagnostics, text);
  require(plan.value.has_value() != has_errors(plan.diagnostics), "a plan or an error");
  if (plan) require_laws(*plan.value, text);
  return 0;
}
