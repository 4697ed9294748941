// Tested by tests/capi/observations_test.c, tests/capi/read_from_test.c and
// tests/capi/checks_test.c.
//
// Logs of observations. Every function here visits the log, to read or to append, and the visit
// says whether it may go on: two threads that should not meet at a log are told so.

#include <utility>
#include <vector>

#include "caller_source.hpp"
#include "handles.hpp"
#include "observation.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_reader.hpp"

using tiendo::Date;
using tiendo::Diagnostics;
using tiendo::NumberFormat;
using tiendo::ObservationLog;
using tiendo::capi::Appending;
using tiendo::capi::keep;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::PlanSource;
using tiendo::capi::Reading;
using tiendo::capi::run;

namespace {

tiendo_observations* new_handle(std::shared_ptr<const PlanSource> source,
                                std::shared_ptr<ObservationLog> log) {
  return new tiendo_observations{std::move(source), std::move(log), {}};
}

// `reader` reads into a log and says what it found.
template <class Reader>
Outcome read(tiendo_context& context, tiendo_observations& observations, Reader reader) {
  const Appending visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  return keep(context, reader(*observations.log));
}

Outcome append(tiendo_observations& observations, const tiendo::Observation& observation) {
  const Appending visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  const auto row = observations.log->append(observation);
  return row ? Outcome() : Outcome(row.error());
}

// How to check, by what was known on which day, and on which map.
struct Asked {
  std::optional<Date> known_on;
  tiendo::BaseRule base = tiendo::BaseRule::latest;
  std::optional<Date> map;
};

Outcome read_options(const tiendo_check_options* given, Asked& asked) {
  if (given == nullptr) return {};
  tiendo_check_options known;
  Outcome bad = tiendo::capi::read_struct("options", given,
                                          TIENDO_FIRST_SIZE(tiendo_check_options, map), known);
  if (!bad.failed() && known.has_known_on != 0) {
    bad = tiendo::capi::read_day(known.known_on, asked.known_on.emplace());
  }
  if (!bad.failed() && known.has_map != 0) {
    bad = tiendo::capi::read_day(known.map, asked.map.emplace());
  }
  return bad.failed() ? bad : tiendo::capi::read_base(known.base, asked.base);
}

Outcome check(tiendo_context& context, const tiendo_observations& observations,
              const Asked& asked) {
  const Reading visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  auto found =
      tiendo::check_plan(*observations.log, asked.known_on, asked.base, asked.map, context.how);
  if (!found) return found.error();
  const PlanSource& source = *observations.source;
  tiendo::locate(*found, source.text, source.file, source.tables);
  return tiendo::capi::keep(context, *std::move(found));
}

}  // namespace

namespace tiendo::capi {

// A log cannot be copied, as it is shared between threads; its rows can.
Outcome copy_of(std::shared_ptr<const PlanSource> source, const ObservationLog& log,
                tiendo_observations** copy) {
  std::vector<Observation> rows;
  rows.reserve(log.size());
  for (std::size_t row = 0; row < log.size(); ++row) rows.push_back(log.observation(row));
  auto made = std::make_shared<ObservationLog>(log.plan());
  const Diagnostics refused = made->append_all(rows);
  if (!refused.empty()) return refused.front();
  *copy = new_handle(std::move(source), std::move(made));
  return {};
}

}  // namespace tiendo::capi

tiendo_status tiendo_observations_create(tiendo_context* context, const tiendo_plan* plan,
                                         tiendo_observations** observations) noexcept {
  if (observations != nullptr) *observations = nullptr;
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (observations == nullptr) return null_argument("observations");
    *observations = new_handle(plan->source, std::make_shared<ObservationLog>(plan->source->plan));
    return {};
  });
}

tiendo_status tiendo_observations_copy(tiendo_context* context,
                                       const tiendo_observations* observations,
                                       tiendo_observations** copy) noexcept {
  if (copy != nullptr) *copy = nullptr;
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (copy == nullptr) return null_argument("copy");
    const Reading visit(observations->gate);
    Outcome bad = visit.allowed();
    if (bad.failed()) return bad;
    return tiendo::capi::copy_of(observations->source, *observations->log, copy);
  });
}

tiendo_status tiendo_observations_read(tiendo_context* context, tiendo_observations* observations,
                                       const char* text, int64_t length, const char* name,
                                       tiendo_numbers numbers) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    NumberFormat format;
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    return read(*context, *observations, [&](ObservationLog& log) {
      return tiendo::read_observations(bytes, tiendo::capi::name_or_none(name), format, log,
                                       context->how);
    });
  });
}

tiendo_status tiendo_observations_read_file(tiendo_context* context,
                                            tiendo_observations* observations, const char* path,
                                            tiendo_numbers numbers) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    NumberFormat format;
    Outcome bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    if (path == nullptr) return null_argument("path");
    return read(*context, *observations, [&](ObservationLog& log) {
      return tiendo::read_observations_file(path, format, log, context->how);
    });
  });
}

tiendo_status tiendo_observations_read_from(tiendo_context* context,
                                            tiendo_observations* observations, tiendo_read source,
                                            void* user, int64_t size, const char* name,
                                            tiendo_numbers numbers) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    if (source == nullptr) return null_argument("source");
    if (size < 0) return {TIENDO_E_INVALID_ARG, "size is below zero"};
    NumberFormat format;
    Outcome bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    tiendo::capi::CallerSource text(source, user, size);
    return read(*context, *observations, [&](ObservationLog& log) {
      return tiendo::read_observations(text, tiendo::capi::name_or_none(name), format, log,
                                       context->how);
    });
  });
}

tiendo_status tiendo_observations_append(tiendo_context* context, tiendo_observations* observations,
                                         const tiendo_observation* observation) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    tiendo::Observation read;
    Outcome bad = tiendo::capi::read_observation(*context, observation, read);
    return bad.failed() ? bad : append(*observations, read);
  });
}

tiendo_status tiendo_observations_write(tiendo_context* context,
                                        const tiendo_observations* observations,
                                        tiendo_numbers numbers, char* buffer, int64_t capacity,
                                        int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    tiendo::NumberFormat format;
    Outcome bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    const Reading visit(observations->gate);
    bad = visit.allowed();
    if (bad.failed()) return bad;
    return tiendo::capi::put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      auto written = tiendo::write_observations(*observations->log, format, context->how);
      if (!written) return written.error();
      into = *std::move(written);
      return {};
    });
  });
}

tiendo_status tiendo_observations_count(tiendo_context* context,
                                        const tiendo_observations* observations,
                                        int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (count == nullptr) return null_argument("count");
    const Reading visit(observations->gate);
    Outcome bad = visit.allowed();
    if (!bad.failed()) *count = tiendo::capi::count_of(observations->log->size());
    return bad;
  });
}

tiendo_status tiendo_observations_check(tiendo_context* context,
                                        const tiendo_observations* observations,
                                        const int32_t* known_on) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    Asked asked;
    if (known_on != nullptr) {
      Outcome bad = tiendo::capi::read_day(*known_on, asked.known_on.emplace());
      if (bad.failed()) return bad;
    }
    return check(*context, *observations, asked);
  });
}

tiendo_status tiendo_observations_check_with(tiendo_context* context,
                                             const tiendo_observations* observations,
                                             const tiendo_check_options* options) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    Asked asked;
    Outcome bad = read_options(options, asked);
    return bad.failed() ? bad : check(*context, *observations, asked);
  });
}

void tiendo_observations_destroy(tiendo_observations* observations) noexcept {
  delete observations;
}
