// Tested by tests/capi/observation_columns_test.c.
//
// The rows of a log, one at a time. Texts are written as they would be read.

#include "handles.hpp"
#include "observation.hpp"

using tiendo::Decimal;
using tiendo::Observation;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

static_assert(sizeof(tiendo_observation_row) == 40);

namespace {

// Looks at one row, while nobody appends.
template <class Look>
Outcome with_row(const tiendo_observations* observations, std::int64_t index, const Look& look) {
  if (observations == nullptr) return null_argument("observations");
  const tiendo::capi::Reading visit(observations->gate);
  Outcome bad = visit.allowed();
  if (!bad.failed()) bad = tiendo::capi::check_index(index, observations->log->size());
  return bad.failed() ? bad : look(observations->log->observation(static_cast<std::size_t>(index)));
}

tiendo_observation_row row_of(const Observation& o) {
  tiendo_observation_row row{};
  row.form = static_cast<int32_t>(*o.form) + 1;
  row.standing = static_cast<int32_t>(o.standing);
  row.finality = tiendo::capi::finality_number(o.status);
  row.qualifier = tiendo::capi::qualifier_number(o.qualifier);
  row.period_start = o.period.start().days();
  row.period_end = o.period.end().days();
  row.recorded_on = o.recorded_on->days();
  row.revision = o.revision;
  row.verdict = static_cast<int32_t>(o.verdict);
  return row;
}

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : std::string();
}

Outcome put(const Observation& o, tiendo_observation_text text, std::string& into) {
  switch (text) {
    case TIENDO_OBSERVATION_INDICATOR: into = o.indicator; return {};
    case TIENDO_OBSERVATION_UNIT: into = o.unit; return {};
    case TIENDO_OBSERVATION_PROJECT: into = o.project; return {};
    case TIENDO_OBSERVATION_WORK_STAGE: into = o.work_stage; return {};
    case TIENDO_OBSERVATION_PERIOD: into = o.period.to_string(); return {};
    case TIENDO_OBSERVATION_VALUE: into = text_of(o.value); return {};
    case TIENDO_OBSERVATION_NUMERATOR: into = text_of(o.numerator); return {};
    case TIENDO_OBSERVATION_DENOMINATOR: into = text_of(o.denominator); return {};
    case TIENDO_OBSERVATION_SOURCE: into = o.source; return {};
    case TIENDO_OBSERVATION_NOTE: into = o.note; return {};
    case TIENDO_OBSERVATION_VALUE_TO: into = text_of(o.upper); return {};
    case TIENDO_OBSERVATION_WORDS: into = o.words; return {};
    case TIENDO_OBSERVATION_JUDGE: into = o.judge; return {};
    default: return tiendo::capi::unknown_number("text");
  }
}

}  // namespace

tiendo_status tiendo_observations_row(tiendo_context* context,
                                      const tiendo_observations* observations, int64_t index,
                                      tiendo_observation_row* row) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(observations, index, [&](const Observation& o) {
      return tiendo::capi::fill_struct(
          "row", row, TIENDO_FIRST_SIZE(tiendo_observation_row, revision), row_of(o));
    });
  });
}

tiendo_status tiendo_observations_row_text(tiendo_context* context,
                                           const tiendo_observations* observations, int64_t index,
                                           tiendo_observation_text text, char* buffer,
                                           int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(observations, index, [&](const Observation& o) {
      return tiendo::capi::put_text({buffer, capacity, length},
                                    [&](std::string& into) { return put(o, text, into); });
    });
  });
}
