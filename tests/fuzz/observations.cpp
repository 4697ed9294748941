// Any text as a table of observations of one plan: all of its rows come into the log and are
// reported on in every form, or none does and there is an error with a place in the text; and it is
// the same whether the text comes as a whole or in blocks.

#include <algorithm>

#include "finding_laws.hpp"
#include "report_laws.hpp"
#include "target.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

// Its ids are those of tests/golden/errors, whose faulty tables are seeds.
constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
  "measures": [{"id": "ty-dong", "kind": "money", "factor": "1000000000"},
               {"id": "percent", "kind": "share", "factor": "0.01"}],
  "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
  "indicators": [{"id": "output", "measure": "ty-dong", "kind": "flow", "scale": 3},
                 {"id": "output-growth", "measure": "percent", "kind": "growth", "base": "output"},
                 {"id": "poor", "measure": "percent", "kind": "level", "direction": "less"},
                 {"id": "water", "measure": "percent", "kind": "ratio", "of": "level", "scale": 2}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "targets": [{"indicator": "output", "at_least": "5"},
                       {"indicator": "output", "unit": "ward",
                        "increase_by": {"value": "2", "in": "percent"}},
                       {"indicator": "output-growth", "more_than": "8"},
                       {"indicator": "poor", "at_most": "0.2"},
                       {"indicator": "water", "between": ["85", "95"]}],
           "projects": [{"id": "road-1", "stages": ["measured", "paid"]}]}})";

// Gives blocks of a few bytes.
class Blocks final : public TextSource {
 public:
  Blocks(std::string_view text, std::size_t most) : text_(text), most_(most) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t size = std::min({text_.size(), most_, buffer.size()});
    text_.copy(buffer.data(), size);
    text_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view text_;
  std::size_t most_;
};

std::string lines_of(const Diagnostics& findings) {
  std::string lines;
  for (const Diagnostic& finding : findings) lines += to_string(finding) + '\n';
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Plan plan = *read_plan(kPlan, "plan").value;
  const std::string_view text = fuzz::text_of(data, size);
  ObservationLog log(plan);
  const Diagnostics findings = read_observations(text, "text", NumberFormat::plain(), log);
  fuzz::require_places(findings, text);
  require(!has_errors(findings) || log.size() == 0, "a text with an error leaves nothing");

  ObservationLog other(plan);
  Blocks blocks(text, size % 7 + 1);
  require(lines_of(read_observations(blocks, "text", NumberFormat::plain(), other)) ==
              lines_of(findings),
          "blocks give the same findings");
  require(other.size() == log.size(), "blocks give the same rows");
  if (!has_errors(findings)) fuzz::require_reports(log);
  return 0;
}
