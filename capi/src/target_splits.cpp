// Tested by tests/capi/target_splits_test.c and tests/capi/reported_weights_test.c.
//
// Targets split over the units below: weights that the plan or a table has, the parts, and the
// parts as targets of a plan.

#include <algorithm>
#include <utility>
#include <vector>

#include "days.hpp"
#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/engine/report_weights.hpp"
#include "tiendo/io/target_writer.hpp"
#include "tiendo/io/weights_reader.hpp"
#include "tiendo/model/target_split.hpp"

using tiendo::Date;
using tiendo::Decimal;
using tiendo::Index;
using tiendo::Plan;
using tiendo::UnitWeight;
using tiendo::capi::check_index;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;

namespace {

// Units by their ids and the numbers beside them, weights or parts; all 1 when there are none.
template <class One>
Outcome read_by_unit(const Plan& plan, const char* const* units, std::string_view name,
                     const tiendo_decimal* numbers, std::int64_t count, std::vector<One>& read) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, "count is below zero"};
  if (units == nullptr && count > 0) return null_argument("units");
  for (std::int64_t i = 0; i < count; ++i) {
    if (units[i] == nullptr) return null_argument("units");
    Index unit = tiendo::kNone;
    Outcome bad = tiendo::capi::find_unit(plan, units[i], unit);
    Decimal number = 1;
    if (!bad.failed() && numbers != nullptr) {
      bad = tiendo::capi::read_decimal(name, numbers + i, number);
    }
    if (bad.failed()) {
      bad.row = i;
      return bad;
    }
    read.push_back({unit, std::move(number)});
  }
  return {};
}

// All of them are stored before any of the caller's array is touched.
Outcome store_all(const std::vector<Decimal>& values, tiendo_decimal* numbers) {
  std::vector<tiendo_decimal> stored(values.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    Outcome bad = tiendo::capi::store_decimal(values[i], stored[i]);
    if (bad.failed()) return bad;
  }
  std::copy(stored.begin(), stored.end(), numbers);
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

Outcome read_levels(std::int32_t given, int& levels) {
  if (given < 0 || given > 64) return {TIENDO_E_INVALID_ARG, "levels is not between 0 and 64"};
  if (given > 0) levels = given;
  return {};
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
  bad = read_levels(known.levels, figures.levels);
  if (bad.failed()) return bad;
  const tiendo_period period = {known.period_start, known.period_end};
  bad = tiendo::capi::read_period("period", &period, figures.period);
  return bad.failed() ? bad
                      : tiendo::capi::find_indicator(plan, known.indicator, figures.indicator);
}

// Where units and the numbers beside them go, weights or parts.
struct NumbersOut {
  std::int64_t* units;
  std::string_view name;
  tiendo_decimal* numbers;
  std::int64_t capacity;
  std::int64_t* count;

  Outcome check() const {
    return tiendo::capi::check_arrays({{"units", units}, {name, numbers}}, capacity, count);
  }

  Outcome put(const std::vector<UnitWeight>& by, const std::vector<Decimal>& values) const {
    const std::int64_t many = count_of(by.size());
    if (many > capacity) {
      *count = many;
      return {TIENDO_E_SMALL_BUFFER, "there are more units than room"};
    }
    Outcome bad = store_all(values, numbers);
    if (bad.failed()) return bad;
    *count = many;
    std::transform(by.begin(), by.end(), units, [](const UnitWeight& one) { return one.unit; });
    return {};
  }
};

// The weights as they stand in a plan or a table, which are decimals.
Outcome put_weights(const std::vector<UnitWeight>& weights, const NumbersOut& out) {
  std::vector<Decimal> values;
  for (const UnitWeight& one : weights) {
    const auto value = one.weight.to_decimal();
    if (!value) return value.error();
    values.push_back(*value);
  }
  return out.put(weights, values);
}

// The weights in the text of a table.
Outcome read_table(tiendo_context& context, const Plan& plan, std::string_view text,
                   std::string_view name, const tiendo::NumberFormat& format,
                   const NumbersOut& out) {
  auto read = tiendo::read_weights(text, name, format, plan);
  Outcome bad = tiendo::capi::keep(context, std::move(read.diagnostics));
  return bad.failed() ? bad : put_weights(*read.value, out);
}

// JSON unless said otherwise; a plan has its targets in two forms.
Outcome read_plan_format(tiendo_format number, tiendo::ReportFormat& format) {
  if (number == TIENDO_FORMAT_DEFAULT) return {};
  if (number != TIENDO_FORMAT_CSV && number != TIENDO_FORMAT_JSON) {
    return tiendo::capi::unknown_number("format");
  }
  return tiendo::capi::read_format(number, format);
}

}  // namespace

tiendo_status tiendo_plan_split_scale(tiendo_context* context, const tiendo_plan* plan,
                                      int64_t target, int32_t* scale) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (scale == nullptr) return null_argument("scale");
    const Plan& known = plan->source->plan;
    Outcome bad = check_index(target, known.targets().size());
    if (!bad.failed()) *scale = tiendo::split_scale_of(known, static_cast<Index>(target));
    return bad;
  });
}

tiendo_status tiendo_plan_split_weights(tiendo_context* context, const tiendo_plan* plan,
                                        int64_t target, const char* indicator, int32_t day,
                                        int32_t levels, int64_t* units, tiendo_decimal* weights,
                                        int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    const Plan& known = plan->source->plan;
    const NumbersOut out{units, "weights", weights, capacity, count};
    int deep = 1;
    Outcome bad = check_index(target, known.targets().size());
    if (!bad.failed()) bad = read_levels(levels, deep);
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    const auto at = static_cast<Index>(target);
    if (indicator == nullptr) return put_weights(tiendo::equal_weights(known, at, deep), out);
    Index by = tiendo::kNone;
    Date on;
    bad = tiendo::capi::find_indicator(known, indicator, by);
    if (!bad.failed()) bad = tiendo::capi::read_day(day, on);
    if (bad.failed()) return bad;
    const auto found = tiendo::weights_by_targets(known, at, by, on, deep);
    return found ? put_weights(*found, out) : Outcome(found.error());
  });
}

tiendo_status tiendo_plan_read_weights(tiendo_context* context, const tiendo_plan* plan,
                                       const char* text, int64_t length, const char* name,
                                       tiendo_numbers numbers, int64_t* units,
                                       tiendo_decimal* weights, int64_t capacity,
                                       int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    const NumbersOut out{units, "weights", weights, capacity, count};
    std::string_view bytes;
    tiendo::NumberFormat format;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    return read_table(*context, plan->source->plan, bytes, tiendo::capi::name_or_none(name), format,
                      out);
  });
}

tiendo_status tiendo_plan_read_weights_file(tiendo_context* context, const tiendo_plan* plan,
                                            const char* path, tiendo_numbers numbers,
                                            int64_t* units, tiendo_decimal* weights,
                                            int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    const NumbersOut out{units, "weights", weights, capacity, count};
    std::string text;
    tiendo::NumberFormat format;
    Outcome bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (!bad.failed()) bad = out.check();
    if (!bad.failed()) bad = tiendo::capi::read_whole(*context, path, text);
    return bad.failed() ? bad : read_table(*context, plan->source->plan, text, path, format, out);
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
    std::vector<UnitWeight> read;
    Outcome bad = read_rule(known, target, scale, leftover, rule);
    if (!bad.failed()) bad = read_by_unit(known, units, "weights", weights, count, read);
    if (bad.failed()) return bad;
    if (parts == nullptr && count > 0) return null_argument("parts");
    const auto amounts = tiendo::split_amounts(known, static_cast<Index>(target), read, rule);
    return amounts ? store_all(*amounts, parts) : Outcome(amounts.error());
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
    const NumbersOut out{units, "parts", parts, capacity, count};
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

tiendo_status tiendo_plan_write_parts(tiendo_context* context, const tiendo_plan* plan,
                                      int64_t target, const char* const* units,
                                      const tiendo_decimal* parts, int64_t count,
                                      tiendo_format format, char* buffer, int64_t capacity,
                                      int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (parts == nullptr && count > 0) return null_argument("parts");
    const Plan& known = plan->source->plan;
    tiendo::ReportFormat form = tiendo::ReportFormat::json;
    std::vector<tiendo::UnitPart> read;
    Outcome bad = check_index(target, known.targets().size());
    if (!bad.failed()) bad = read_by_unit(known, units, "parts", parts, count, read);
    if (!bad.failed()) bad = read_plan_format(format, form);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const auto targets = tiendo::targets_of_parts(known, static_cast<Index>(target), read);
      if (!targets) return targets.error();
      into = tiendo::write_plan_targets(known, *targets, form);
      return {};
    });
  });
}
