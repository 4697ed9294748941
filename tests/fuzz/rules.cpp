// Any text as a set of rules and as criteria: it is one, which is written and read back the same,
// or there is an error with a place in the text.

#include "finding_laws.hpp"
#include "target.hpp"
#include "tiendo/io/criteria_reader.hpp"
#include "tiendo/io/rules_reader.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

template <class Read, class Write>
void require_laws(std::string_view text, const Read& read, const Write& write) {
  const auto checked = read(text, "text");
  fuzz::require_places(checked.diagnostics, text);
  require(checked.value.has_value() != has_errors(checked.diagnostics), "a value or an error");
  if (!checked.value) return;
  const std::string written = write(*checked.value);
  const auto back = read(written, "written");
  require(back.value.has_value(), "what is written is read");
  require(write(*back.value) == written, "and is written the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  require_laws(text, read_rules, write_rules);
  require_laws(
      text, [](std::string_view from, std::string_view file) { return read_criteria(from, file); },
      write_criteria);
  return 0;
}
