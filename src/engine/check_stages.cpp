// Tested by tests/unit/engine/check_stages_test.cpp.
//
// Work goes through its stages in order, so that a later stage is never further than an earlier one
// in principle; in fact the reports of different bodies disagree, and bodies want to know.

#include "engine/check_stages.hpp"

#include <set>
#include <tuple>

#include "engine/actual.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

class StageCheck {
 public:
  explicit StageCheck(const CheckInput& input) : input_(input), plan_(input.plan()) {}

  void check(Index at) {
    const TargetLinks& links = plan_.target_links()[at];
    if (links.project == kNone) return;
    const Period period = plan_.targets().period(at);
    if (!seen_.emplace(links.indicator, links.unit, links.project, period).second) return;
    const std::vector<std::string>& stages = plan_.projects()[links.project].stages;
    std::optional<Index> before;
    Ratio reached_before;
    for (Index stage = 0; stage < stages.size(); ++stage) {
      Question question{links.indicator, links.unit,        links.project,
                        period,          period.last_day(), input_.known_on};
      if (stage + 1 < stages.size()) question.stage = stage;
      const Figure reached = ActualReader(input_.log, input_.reporters, nullptr)
                                 .actual(question, SourceRole::actual)
                                 .value;
      if (!reached) continue;
      if (before && *reached > reached_before) {
        warn(at, stages[*before], reached_before, stages[stage], *reached);
      }
      before = stage;
      reached_before = *reached;
    }
  }

 private:
  void warn(Index at, const std::string& earlier, const Ratio& before, const std::string& later,
            const Ratio& reached) {
    input_.add(Severity::warning, Errc::stage_ahead, path_of(plan_, at),
               later + ' ' + exact_text(reached) + " is more than " + earlier + ' ' +
                   exact_text(before) + ": a later stage of the work of \"" +
                   plan_.targets().project(at) + "\" is further than an earlier one");
  }

  const CheckInput& input_;
  const Plan& plan_;
  std::set<std::tuple<Index, Index, Index, Period>> seen_;
};

}  // namespace

void check_stages(const CheckInput& input) {
  StageCheck check(input);
  for (Index at = 0; at < input.plan().targets().size() && input.goes_on(); ++at) check.check(at);
}

}  // namespace tiendo
