// Tested by tests/capi/plan_test.c.
//
// Plans, read from text or from a file. The text is kept: findings of later checks are looked up in
// it, so that they have a line.

#include <utility>

#include "handles.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/plan_reader.hpp"

using tiendo::Plan;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_plan_of;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace tiendo::capi {

Outcome read_plan_of(tiendo_context& context, std::string text, std::string file,
                     const TableLoader& load, tiendo_plan** plan) {
  PlanReading reading = read_plan(text, file, load, context.how);
  Outcome outcome = keep(context, std::move(reading.plan.diagnostics));
  if (!reading.plan) return outcome;
  auto source = std::make_shared<const PlanSource>(PlanSource{
      *std::move(reading.plan.value), std::move(text), std::move(file), std::move(reading.tables)});
  *plan = new tiendo_plan{std::move(source)};
  return {};
}

}  // namespace tiendo::capi

namespace {

Outcome count(const Plan& plan, tiendo_part part, std::size_t& count) {
  switch (part) {
    case TIENDO_PART_MEASURES: count = plan.measures().size(); return {};
    case TIENDO_PART_UNITS: count = plan.units().size(); return {};
    case TIENDO_PART_INDICATORS: count = plan.indicators().size(); return {};
    case TIENDO_PART_TARGETS: count = plan.targets().size(); return {};
    case TIENDO_PART_PROJECTS: count = plan.projects().size(); return {};
    case TIENDO_PART_TASK_GROUPS: count = plan.task_groups().size(); return {};
    case TIENDO_PART_SUCCESSION: count = plan.succession().size(); return {};
    case TIENDO_PART_HEAD: count = 1; return {};
    default: return unknown_number("part");
  }
}

}  // namespace

tiendo_status tiendo_plan_read(tiendo_context* context, const char* text, int64_t length,
                               const char* name, tiendo_plan** plan) noexcept {
  if (plan != nullptr) *plan = nullptr;
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    if (bad.failed()) return bad;
    return read_plan_of(*context, std::string(bytes), std::string(tiendo::capi::name_or_none(name)),
                        {}, plan);
  });
}

tiendo_status tiendo_plan_read_file(tiendo_context* context, const char* path,
                                    tiendo_plan** plan) noexcept {
  if (plan != nullptr) *plan = nullptr;
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    std::string text;
    Outcome bad = tiendo::capi::read_whole(*context, path, text);
    if (bad.failed()) return bad;
    return read_plan_of(
        *context, std::move(text), path,
        [](const auto& table) { return tiendo::read_file(table, tiendo::kMaxPlanBytes); }, plan);
  });
}

void tiendo_plan_destroy(tiendo_plan* plan) noexcept { delete plan; }

tiendo_status tiendo_plan_count(tiendo_context* context, const tiendo_plan* plan, tiendo_part part,
                                int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (count == nullptr) return null_argument("count");
    std::size_t found = 0;
    Outcome bad = ::count(plan->source->plan, part, found);
    if (!bad.failed()) *count = count_of(found);
    return bad;
  });
}
