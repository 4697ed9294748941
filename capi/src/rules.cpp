// Tested by tests/capi/rules_test.c.
//
// Sets of rules: by name, or as the text of a file.

#include "handles.hpp"
#include "tiendo/io/rules_reader.hpp"

using tiendo::capi::keep;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;

namespace {

// The rules, or what is wrong with them.
tiendo::Checked<tiendo::Rules> rules_of(const char* text) {
  if (!tiendo::is_full_name(text)) return tiendo::read_rules(text, "");
  const auto known = tiendo::rules_named(text);
  if (known) return {*known, {}};
  return {std::nullopt,
          {{tiendo::Severity::error, known.error().code, {}, known.error().sentence}}};
}

}  // namespace

Outcome tiendo::capi::read_rules(const char* text, tiendo::Rules& rules) {
  if (text == nullptr) return {};
  auto read = rules_of(text);
  if (!read) return read.diagnostics.front();
  rules = *std::move(read.value);
  return {};
}

tiendo_status tiendo_rules_name(tiendo_context* context, int64_t index, char* buffer,
                                int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const auto& known = tiendo::built_in_rules();
    if (index < 0) return tiendo::capi::check_index(index, known.size());
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const auto at = static_cast<std::size_t>(index);
      if (at < known.size()) into = tiendo::full_name(known[at]);
      return {};
    });
  });
}

tiendo_status tiendo_rules_write(tiendo_context* context, const char* rules, char* buffer,
                                 int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (rules == nullptr) return null_argument("rules");
    auto read = rules_of(rules);
    if (!read) return keep(*context, std::move(read.diagnostics));
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_rules(*read.value);
      return {};
    });
  });
}
