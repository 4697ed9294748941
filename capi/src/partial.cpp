// Tested by tests/capi/partial_test.c.
//
// Partial results. A partial is used by one thread at a time: who reads it may be merging it into
// another one, which changes.

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "handles.hpp"
#include "observation.hpp"
#include "tiendo/io/partial_text.hpp"
#include "tiendo/io/rules_reader.hpp"

using tiendo::Index;
using tiendo::Partial;
using tiendo::PartUnits;
using tiendo::Plan;
using tiendo::Result;
using tiendo::capi::Hold;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::PositionsOut;
using tiendo::capi::Reading;
using tiendo::capi::run;

namespace {

static_assert(sizeof(tiendo_part_units) == 40 && sizeof(tiendo_partial_info) == 24 &&
              sizeof(tiendo_part_sum) == 80);

Outcome in_use() { return {TIENDO_E_BUSY, "another call is using the partial"}; }

// Runs the body if nobody else uses the partial.
template <class Body>
Outcome with(const tiendo_partial* partial, const Body& body) {
  if (partial == nullptr) return null_argument("partial");
  const Hold hold(partial->busy);
  return hold.taken() ? body() : in_use();
}

Outcome read_ids(const Plan& plan, std::string_view name, const char* const* ids,
                 std::int64_t count, std::vector<Index>& units) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, std::string(name) + "_count is below zero"};
  if (ids == nullptr && count > 0) return null_argument(name);
  for (std::int64_t i = 0; i < count; ++i) {
    if (ids[i] == nullptr) return null_argument(name);
    Outcome bad = tiendo::capi::find_unit(plan, ids[i], units.emplace_back());
    if (bad.failed()) return bad;
  }
  return {};
}

Outcome read_units(const Plan& plan, const tiendo_part_units* given, PartUnits& units) {
  tiendo_part_units known;
  Outcome bad = tiendo::capi::read_struct("units", given,
                                          TIENDO_FIRST_SIZE(tiendo_part_units, alone_count), known);
  if (!bad.failed() && known.reserved != 0) {
    bad = {TIENDO_E_UNSUPPORTED, "units has members that are not known here"};
  }
  if (!bad.failed()) bad = read_ids(plan, "whole", known.whole, known.whole_count, units.whole);
  if (!bad.failed()) bad = read_ids(plan, "alone", known.alone, known.alone_count, units.alone);
  return bad;
}

Outcome list_positions(const Partial& partial, tiendo_partial_list list, const PositionsOut& out) {
  const PartUnits& units = partial.parts().units;
  switch (list) {
    case TIENDO_PARTIAL_WHOLE: return out.put("units", units.whole);
    case TIENDO_PARTIAL_ALONE: return out.put("units", units.alone);
    case TIENDO_PARTIAL_UNITS: return out.put("units", partial.units());
    case TIENDO_PARTIAL_CARRIED:
      return out.put("indicators", tiendo::carried(partial.plan(), partial.request()));
    case TIENDO_PARTIAL_KINDS: return out.put("units", partial.parts().kinds);
    default: return tiendo::capi::unknown_number("list");
  }
}

tiendo_part_sum sum_of(const Plan& plan, const tiendo::PartSum& sum) {
  tiendo_part_sum known{};
  known.question = static_cast<std::int32_t>(sum.question);
  known.indicator = sum.indicator;
  known.unit = sum.unit;
  known.numerator = sum.numerator;
  known.denominator = sum.denominator;
  known.months = sum.months;
  known.scale = sum.scales.numerator;
  known.denominator_scale = sum.scales.denominator;
  const bool is_ratio = plan.indicators()[sum.indicator].kind == tiendo::IndicatorKind::ratio;
  known.has_denominator = std::int32_t{is_ratio};
  known.of_units = std::int32_t{sum.of_units};
  known.reported = sum.reported;
  known.last = sum.last;
  known.finality = tiendo::capi::finality_number(sum.status);
  return known;
}

tiendo_partial* partial_of(std::shared_ptr<const tiendo::capi::PlanSource> source, Partial made) {
  return new tiendo_partial{std::move(source), std::move(made), {}};
}

// A report that is of no log.
tiendo_report* report_of(tiendo::Report report) {
  return new tiendo_report{nullptr, std::move(report),
                           tiendo::capi::Counted(std::make_shared<std::atomic<int>>(0))};
}

// Calls `use` with a log that nobody appends to meanwhile, and its units.
template <class Use>
Outcome with_log(const tiendo_observations* observations, const tiendo_part_units* given,
                 const Use& use) {
  if (observations == nullptr) return null_argument("observations");
  PartUnits units;
  Outcome bad = read_units(observations->source->plan, given, units);
  if (bad.failed()) return bad;
  const Reading visit(observations->gate);
  bad = visit.allowed();
  return bad.failed() ? bad : use(*observations->log, units);
}

}  // namespace

tiendo_status tiendo_partial_create(tiendo_context* context,
                                    const tiendo_observations* observations,
                                    const tiendo_request* request, const tiendo_part_units* units,
                                    tiendo_partial** partial) noexcept {
  if (partial != nullptr) *partial = nullptr;
  return run(context, [&]() -> Outcome {
    if (partial == nullptr) return null_argument("partial");
    tiendo::Request asked;
    Outcome bad = tiendo::capi::read_request(request, asked);
    if (bad.failed()) return bad;
    return with_log(observations, units,
                    [&](const tiendo::ObservationLog& log, const PartUnits& of) -> Outcome {
                      Result<Partial> made = Partial::of(log, asked, of);
                      if (!made) return made.error();
                      *partial = partial_of(observations->source, *std::move(made));
                      return {};
                    });
  });
}

tiendo_status tiendo_partial_read(tiendo_context* context, const tiendo_plan* plan,
                                  const char* text, int64_t length, const char* name,
                                  tiendo_partial** partial) noexcept {
  if (partial != nullptr) *partial = nullptr;
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    if (partial == nullptr) return null_argument("partial");
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    if (bad.failed()) return bad;
    auto read = tiendo::read_partial(bytes, tiendo::capi::name_or_none(name),
                                     plan->source->mark->of(plan->source->plan));
    bad = tiendo::capi::keep(*context, std::move(read.diagnostics));
    if (read) *partial = partial_of(plan->source, *std::move(read.value));
    return bad;
  });
}

tiendo_status tiendo_partial_write(tiendo_context* context, const tiendo_partial* partial,
                                   char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return with(partial, [&] {
      return tiendo::capi::put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
        const auto& source = *partial->source;
        into = tiendo::write_partial(partial->partial, source.mark->of(source.plan));
        return {};
      });
    });
  });
}

tiendo_status tiendo_partial_merge(tiendo_context* context, tiendo_partial* partial,
                                   const tiendo_partial* other) noexcept {
  return run(context, [&]() -> Outcome {
    if (other == nullptr) return null_argument("other");
    if (other == partial) return {TIENDO_E_INVALID_ARG, "a partial is merged with another one"};
    return with(partial, [&] {
      return with(other, [&]() -> Outcome {
        const auto problem = partial->partial.merge(other->partial);
        return problem ? Outcome(*problem) : Outcome();
      });
    });
  });
}

tiendo_status tiendo_partial_content(tiendo_context* context, const tiendo_partial* partial,
                                     tiendo_partial_info* info) noexcept {
  return run(context, [&]() -> Outcome {
    return with(partial, [&] {
      const Partial& held = partial->partial;
      tiendo_partial_info known{};
      known.is_whole = held.is_whole() ? 1 : 0;
      known.sums = tiendo::capi::count_of(held.parts().sums.size());
      known.observations = tiendo::capi::count_of(held.reports().size());
      return tiendo::capi::fill_struct("info", info,
                                       TIENDO_FIRST_SIZE(tiendo_partial_info, observations), known);
    });
  });
}

tiendo_status tiendo_partial_positions(tiendo_context* context, const tiendo_partial* partial,
                                       tiendo_partial_list list, int64_t* positions,
                                       int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    const PositionsOut out{positions, capacity, count};
    Outcome bad = out.check("positions");
    if (bad.failed()) return bad;
    return with(partial, [&] { return list_positions(partial->partial, list, out); });
  });
}

tiendo_status tiendo_partial_sum(tiendo_context* context, const tiendo_partial* partial,
                                 int64_t index, tiendo_part_sum* sum) noexcept {
  return run(context, [&]() -> Outcome {
    return with(partial, [&] {
      const std::vector<tiendo::PartSum>& sums = partial->partial.parts().sums;
      Outcome bad = tiendo::capi::check_index(index, sums.size());
      if (bad.failed()) return bad;
      return tiendo::capi::fill_struct(
          "sum", sum, TIENDO_FIRST_SIZE(tiendo_part_sum, reserved),
          sum_of(partial->partial.plan(), sums[static_cast<std::size_t>(index)]));
    });
  });
}

tiendo_status tiendo_partial_observations(tiendo_context* context, const tiendo_partial* partial,
                                          tiendo_observations** observations) noexcept {
  if (observations != nullptr) *observations = nullptr;
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    return with(partial, [&]() -> Outcome {
      return tiendo::capi::copy_of(partial->source, partial->partial.reports(), observations);
    });
  });
}

tiendo_status tiendo_partial_request(tiendo_context* context, const tiendo_partial* partial,
                                     tiendo_request* request) noexcept {
  return run(context, [&]() -> Outcome {
    return with(partial, [&] {
      return tiendo::capi::fill_struct("request", request,
                                       TIENDO_FIRST_SIZE(tiendo_request, known_on),
                                       tiendo::capi::request_of(partial->partial.request()));
    });
  });
}

tiendo_status tiendo_partial_rules(tiendo_context* context, const tiendo_partial* partial,
                                   char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return with(partial, [&] {
      return tiendo::capi::put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
        into = tiendo::write_rules(partial->partial.request().rules);
        return {};
      });
    });
  });
}

tiendo_status tiendo_partial_report(tiendo_context* context, const tiendo_partial* partial,
                                    tiendo_report** report) noexcept {
  if (report != nullptr) *report = nullptr;
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    return with(partial, [&]() -> Outcome {
      *report = report_of(tiendo::evaluate(partial->partial));
      return {};
    });
  });
}

tiendo_status tiendo_partial_report_below(tiendo_context* context, const tiendo_partial* partial,
                                          const tiendo_observations* observations,
                                          const tiendo_part_units* units,
                                          tiendo_report** report) noexcept {
  if (report != nullptr) *report = nullptr;
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    return with(partial, [&] {
      return with_log(observations, units,
                      [&](const tiendo::ObservationLog& log, const PartUnits& of) -> Outcome {
                        auto below = tiendo::evaluate_below(log, of, partial->partial);
                        if (!below) return below.error();
                        *report = report_of(*std::move(below));
                        return {};
                      });
    });
  });
}

void tiendo_partial_destroy(tiendo_partial* partial) noexcept { delete partial; }
