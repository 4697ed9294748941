// Tested by tests/capi/targets_test.c.
//
// Which targets of a plan are in force, as positions and as a list to read.

#include <optional>
#include <vector>

#include "days.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/io/target_writer.hpp"
#include "tiendo/model/in_force.hpp"

using tiendo::Date;
using tiendo::Index;
using tiendo::Plan;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;

namespace {

// What is asked: a day, and whose targets; of all assigners when there is none.
struct Asked {
  Date day;
  std::optional<Index> assigner;
};

Outcome read_asked(const tiendo_plan* plan, std::int32_t day, const char* assigner, Asked& asked) {
  if (plan == nullptr) return null_argument("plan");
  Outcome bad = tiendo::capi::read_day(day, asked.day);
  if (bad.failed() || assigner == nullptr) return bad;
  return tiendo::capi::find_unit(plan->source->plan, assigner, asked.assigner.emplace());
}

std::vector<Index> targets_of(const Plan& plan, const Asked& asked) {
  return asked.assigner ? tiendo::targets_in_force(plan, asked.day, *asked.assigner)
                        : tiendo::targets_in_force(plan, asked.day);
}

}  // namespace

tiendo_status tiendo_plan_targets_in_force(tiendo_context* context, const tiendo_plan* plan,
                                           int32_t day, const char* assigner, int64_t* targets,
                                           int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    Asked asked;
    Outcome bad = read_asked(plan, day, assigner, asked);
    if (bad.failed()) return bad;
    const tiendo::capi::PositionsOut out{targets, capacity, count};
    bad = out.check("targets");
    return bad.failed() ? bad : out.put("targets", targets_of(plan->source->plan, asked));
  });
}

tiendo_status tiendo_plan_write_targets(tiendo_context* context, const tiendo_plan* plan,
                                        int32_t day, const char* assigner, tiendo_format format,
                                        tiendo_language language, char* buffer, int64_t capacity,
                                        int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    Asked asked;
    tiendo::ReportFormat form = tiendo::ReportFormat::text;
    tiendo::Language words = tiendo::Language::vi;
    Outcome bad = read_asked(plan, day, assigner, asked);
    if (!bad.failed()) bad = tiendo::capi::read_format(format, form);
    if (!bad.failed()) bad = tiendo::capi::read_language(language, words);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const Plan& known = plan->source->plan;
      into = tiendo::write_targets(known, targets_of(known, asked), asked.day, form, words);
      return {};
    });
  });
}
