// Tested by tests/capi/targets_test.c and tests/capi/reported_weights_test.c.
//
// Which targets of a plan are in force, as positions and as a list to read; the parts of a target.

#include <algorithm>
#include <optional>
#include <vector>

#include "days.hpp"
#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/engine/report_weights.hpp"
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

Outcome read_rule(const Plan& plan, std::int64_t target, std::int32_t scale,
                  tiendo_leftover leftover, tiendo::SplitRule& rule) {
  Outcome bad = tiendo::capi::check_index(target, plan.targets().size());
  if (bad.failed()) return bad;
  const bool own = scale == TIENDO_DIGITS_OWN;
  rule.scale = own ? tiendo::split_scale_of(plan, static_cast<Index>(target)) : scale;
  if (!own) bad = tiendo::capi::check_scale(scale);
  return bad.failed() ? bad : tiendo::capi::read_leftover(leftover, rule.leftover);
}

// Which figures are weights.
struct Figures {
  Index indicator = tiendo::kNone;
  tiendo::Period period;
  int levels = 1;
};

Outcome read_figures(const Plan& plan, const tiendo_reported_weights* given, Figures& figures) {
  tiendo_reported_weights known;
  Outcome bad = tiendo::capi::read_struct(
      "weights", given, TIENDO_FIRST_SIZE(tiendo_reported_weights, period_end), known);
  if (bad.failed()) return bad;
  if (known.indicator == nullptr) return null_argument("indicator");
  if (known.levels < 0 || known.levels > 64) {
    return {TIENDO_E_INVALID_ARG, "levels is not between 1 and 64"};
  }
  if (known.levels > 0) figures.levels = known.levels;
  const tiendo_period period = {known.period_start, known.period_end};
  bad = tiendo::capi::read_period("period", &period, figures.period);
  if (bad.failed()) return bad;
  figures.indicator = plan.find_indicator(known.indicator);
  if (figures.indicator != tiendo::kNone) return bad;
  return error(tiendo::Errc::unknown_indicator,
               "the plan has no indicator \"" + std::string(known.indicator) + '"');
}

// Where the parts go: their units, and the parts beside them.
struct PartsOut {
  std::int64_t* units;
  tiendo_decimal* parts;
  std::int64_t capacity;
  std::int64_t* count;

  Outcome check() const {
    if (capacity < 0) return {TIENDO_E_INVALID_ARG, "capacity is below zero"};
    if (units == nullptr && capacity > 0) return null_argument("units");
    if (parts == nullptr && capacity > 0) return null_argument("parts");
    return count == nullptr ? null_argument("count") : Outcome();
  }

  Outcome put(const std::vector<tiendo::UnitWeight>& weights,
              const std::vector<tiendo::Decimal>& amounts) const {
    const std::int64_t many = count_of(weights.size());
    if (many > capacity) {
      *count = many;
      return {TIENDO_E_SMALL_BUFFER, "there are more units than room"};
    }
    Outcome bad = store_parts(amounts, parts);
    if (bad.failed()) return bad;
    *count = many;
    std::transform(weights.begin(), weights.end(), units,
                   [](const tiendo::UnitWeight& one) { return one.unit; });
    return {};
  }
};

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

tiendo_status tiendo_plan_split_target(tiendo_context* context, const tiendo_plan* plan,
                                       int64_t target, const char* const* units,
                                       const tiendo_decimal* weights, int64_t count, int32_t scale,
                                       tiendo_leftover leftover, tiendo_decimal* parts) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    const Plan& known = plan->source->plan;
    tiendo::SplitRule rule;
    std::vector<tiendo::UnitWeight> read;
    Outcome bad = read_rule(known, target, scale, leftover, rule);
    if (!bad.failed()) bad = read_weights(known, units, weights, count, read);
    if (bad.failed()) return bad;
    if (parts == nullptr && count > 0) return null_argument("parts");
    const auto amounts = tiendo::split_amounts(known, static_cast<Index>(target), read, rule);
    return amounts ? store_parts(*amounts, parts) : Outcome(amounts.error());
  });
}

tiendo_status tiendo_observations_split_target(
    tiendo_context* context, const tiendo_observations* observations, int64_t target,
    const tiendo_reported_weights* weights, const tiendo_request* request, int32_t scale,
    tiendo_leftover leftover, int64_t* units, tiendo_decimal* parts, int64_t capacity,
    int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    const Plan& plan = observations->source->plan;
    const PartsOut out{units, parts, capacity, count};
    tiendo::SplitRule rule;
    Figures figures;
    tiendo::Request asked;
    Outcome bad = read_rule(plan, target, scale, leftover, rule);
    if (!bad.failed()) bad = read_figures(plan, weights, figures);
    if (!bad.failed()) bad = tiendo::capi::read_request(request, asked);
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    const tiendo::capi::Reading visit(observations->gate);
    bad = visit.allowed();
    if (bad.failed()) return bad;
    const auto at = static_cast<Index>(target);
    const auto by = tiendo::weights_by_reports(*observations->log, at, figures.indicator,
                                               figures.period, asked, figures.levels);
    if (!by) return by.error();
    const auto amounts = tiendo::split_amounts(plan, at, *by, rule);
    return amounts ? out.put(*by, *amounts) : Outcome(amounts.error());
  });
}
