// Tested by tests/capi/targets_test.c.
//
// Which targets of a plan are in force, as positions and as a list to read; the parts of a target.

#include <algorithm>
#include <optional>
#include <vector>

#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/io/target_writer.hpp"
#include "tiendo/model/in_force.hpp"
#include "tiendo/model/target_split.hpp"

using tiendo::Date;
using tiendo::Index;
using tiendo::Plan;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;

namespace {

Outcome no_unit(std::string_view id) {
  return error(tiendo::Errc::unknown_unit, "the plan has no unit \"" + std::string(id) + '"');
}

// What is asked: a day, and whose targets; of all assigners when there is none.
struct Asked {
  Date day;
  std::optional<Index> assigner;
};

Outcome read_asked(const tiendo_plan* plan, std::int32_t day, const char* assigner, Asked& asked) {
  if (plan == nullptr) return null_argument("plan");
  Outcome bad = tiendo::capi::read_day(day, asked.day);
  if (bad.failed() || assigner == nullptr) return bad;
  asked.assigner = plan->source->plan.find_unit(assigner);
  if (*asked.assigner != tiendo::kNone) return {};
  return error(tiendo::Errc::unknown_unit, "the plan has no unit \"" + std::string(assigner) + '"');
}

std::vector<Index> targets_of(const Plan& plan, const Asked& asked) {
  return asked.assigner ? tiendo::targets_in_force(plan, asked.day, *asked.assigner)
                        : tiendo::targets_in_force(plan, asked.day);
}

// The units by their ids, and the weights beside them; all 1 when there are none.
Outcome read_weights(const Plan& plan, const char* const* units, const tiendo_decimal* weights,
                     std::int64_t count, std::vector<tiendo::UnitWeight>& read) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, "count is below zero"};
  if (units == nullptr && count > 0) return null_argument("units");
  for (std::int64_t i = 0; i < count; ++i) {
    if (units[i] == nullptr) return null_argument("units");
    tiendo::UnitWeight one{plan.find_unit(units[i]), 1};
    Outcome bad;
    if (one.unit == tiendo::kNone) bad = no_unit(units[i]);
    tiendo::Decimal weight = 1;
    if (!bad.failed() && weights != nullptr) {
      bad = tiendo::capi::read_decimal("weights", weights + i, weight);
    }
    if (bad.failed()) {
      bad.row = i;
      return bad;
    }
    one.weight = weight;
    read.push_back(std::move(one));
  }
  return {};
}

// All of them are stored before any of the caller's array is touched.
Outcome store_parts(const std::vector<tiendo::Decimal>& amounts, tiendo_decimal* parts) {
  std::vector<tiendo_decimal> stored(amounts.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    Outcome bad = tiendo::capi::store_decimal(amounts[i], stored[i]);
    if (bad.failed()) return bad;
  }
  std::copy(stored.begin(), stored.end(), parts);
  return {};
}

}  // namespace

tiendo_status tiendo_plan_targets_in_force(tiendo_context* context, const tiendo_plan* plan,
                                           int32_t day, const char* assigner, int64_t* targets,
                                           int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    Asked asked;
    Outcome bad = read_asked(plan, day, assigner, asked);
    if (bad.failed()) return bad;
    if (capacity < 0) return {TIENDO_E_INVALID_ARG, "capacity is below zero"};
    if (targets == nullptr && capacity > 0) return null_argument("targets");
    if (count == nullptr) return null_argument("count");
    const std::vector<Index> found = targets_of(plan->source->plan, asked);
    *count = count_of(found.size());
    if (*count > capacity) return {TIENDO_E_SMALL_BUFFER, "there are more targets than room"};
    std::copy(found.begin(), found.end(), targets);
    return {};
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

tiendo_status tiendo_plan_split_target(tiendo_context* context, const tiendo_plan* plan,
                                       int64_t target, const char* const* units,
                                       const tiendo_decimal* weights, int64_t count, int32_t scale,
                                       tiendo_leftover leftover, tiendo_decimal* parts) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    const Plan& known = plan->source->plan;
    tiendo::SplitRule rule;
    std::vector<tiendo::UnitWeight> read;
    Outcome bad = tiendo::capi::check_index(target, known.targets().size());
    if (bad.failed()) return bad;
    const auto at = static_cast<Index>(target);
    rule.scale = scale == TIENDO_DIGITS_OWN ? tiendo::split_scale_of(known, at) : scale;
    if (scale != TIENDO_DIGITS_OWN) bad = tiendo::capi::check_scale(scale);
    if (!bad.failed()) bad = tiendo::capi::read_leftover(leftover, rule.leftover);
    if (!bad.failed()) bad = read_weights(known, units, weights, count, read);
    if (bad.failed()) return bad;
    if (parts == nullptr && count > 0) return null_argument("parts");
    const auto amounts = tiendo::split_amounts(known, at, read, rule);
    return amounts ? store_parts(*amounts, parts) : Outcome(amounts.error());
  });
}
