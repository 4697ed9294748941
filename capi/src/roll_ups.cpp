// Tested by tests/capi/roll_ups_test.c and tests/capi/method_assess_test.c.
//
// Rankings, contributions, scores and methods as text, byte for byte as in the tool.

#include <string>

#include "days.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/io/case_reader.hpp"
#include "tiendo/io/criteria_reader.hpp"
#include "tiendo/io/figures_reader.hpp"
#include "tiendo/io/method_writer.hpp"
#include "tiendo/io/rollup_writer.hpp"
#include "tiendo/io/score_writer.hpp"

using tiendo::Errc;
using tiendo::Field;
using tiendo::Index;
using tiendo::kNone;
using tiendo::Plan;
using tiendo::ShareRounding;
using tiendo::capi::find_indicator;
using tiendo::capi::find_unit;
using tiendo::capi::keep;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::TextOut;
using tiendo::capi::unknown_number;

namespace {

static_assert(sizeof(tiendo_roll_up) == 72);

// What is asked, and of whom.
struct Asked {
  tiendo_roll_up given;
  Index unit = kNone;
  Index indicator = kNone;
  tiendo::Period period;
  tiendo::Request request;
  tiendo::WriteOptions options;
};

Outcome read_place(const Plan& plan, Asked& asked) {
  asked.unit = plan.unit();
  Outcome bad = find_unit(plan, asked.given.unit, asked.unit);
  if (bad.failed()) return bad;
  if (asked.unit == kNone) return error(Errc::unit_missing);
  asked.period = plan.head().period;
  if (asked.given.has_period == 0) return {};
  const tiendo_period period = {asked.given.period_start, asked.given.period_end};
  return tiendo::capi::read_period("period", &period, asked.period);
}

Outcome read_asked(const tiendo_observations* observations, const tiendo_roll_up* roll_up,
                   const tiendo_request* request, const tiendo_write_options* options,
                   Asked& asked) {
  if (observations == nullptr) return null_argument("observations");
  const Plan& plan = observations->source->plan;
  Outcome bad = tiendo::capi::read_struct("roll_up", roll_up,
                                          TIENDO_FIRST_SIZE(tiendo_roll_up, shares), asked.given);
  if (!bad.failed()) bad = read_place(plan, asked);
  if (!bad.failed()) bad = find_indicator(plan, asked.given.indicator, asked.indicator);
  if (!bad.failed()) bad = tiendo::capi::read_request(request, asked.request);
  if (!bad.failed()) bad = tiendo::capi::read_options(options, asked.options);
  return bad;
}

Outcome of_another_question(const char* member) {
  return {TIENDO_E_INVALID_ARG, std::string(member) + " is of another question"};
}

Outcome read_figure(std::int32_t number, Field& figure) {
  if (number == TIENDO_FIELD_COMPLETION || number == 0) return {};
  if (number != TIENDO_FIELD_GROWTH && number != TIENDO_FIELD_ACTUAL) {
    return unknown_number("figure");
  }
  figure = static_cast<Field>(number);
  return {};
}

Outcome read_question(const Plan& plan, const Asked& asked, tiendo::RankQuestion& question) {
  const tiendo_roll_up& given = asked.given;
  if (given.indicator == nullptr) return null_argument("indicator");
  if (given.whole != nullptr) return of_another_question("whole");
  if (given.criteria != nullptr) return of_another_question("criteria");
  if (given.shares != 0) return of_another_question("shares");
  question = {asked.indicator, asked.unit, asked.period};
  Outcome bad = read_figure(given.figure, question.figure);
  if (!bad.failed()) bad = find_unit(plan, given.assigner, question.assigner);
  if (bad.failed() || given.threshold == nullptr) return bad;
  const auto threshold = tiendo::Decimal::parse(given.threshold);
  if (!threshold) return threshold.error();
  question.threshold = tiendo::Ratio(*threshold);
  return {};
}

Outcome read_question(const Plan& plan, const Asked& asked, tiendo::ContributionQuestion& question,
                      ShareRounding& rounding) {
  const tiendo_roll_up& given = asked.given;
  if (given.indicator == nullptr) return null_argument("indicator");
  if (given.figure != 0) return of_another_question("figure");
  if (given.assigner != nullptr) return of_another_question("assigner");
  if (given.threshold != nullptr) return of_another_question("threshold");
  if (given.criteria != nullptr) return of_another_question("criteria");
  if (given.shares != TIENDO_SHARES_INDEPENDENT &&
      given.shares != TIENDO_SHARES_LARGEST_REMAINDER) {
    return unknown_number("shares");
  }
  if (given.shares == TIENDO_SHARES_LARGEST_REMAINDER) rounding = ShareRounding::largest_remainder;
  question = {asked.indicator, asked.unit, asked.period};
  return find_indicator(plan, given.whole, question.whole);
}

Outcome check_score(const tiendo_roll_up& given) {
  if (given.criteria == nullptr) return null_argument("criteria");
  if (given.indicator != nullptr) return of_another_question("indicator");
  if (given.figure != 0) return of_another_question("figure");
  if (given.assigner != nullptr) return of_another_question("assigner");
  if (given.threshold != nullptr) return of_another_question("threshold");
  if (given.whole != nullptr) return of_another_question("whole");
  return given.shares != 0 ? of_another_question("shares") : Outcome();
}

// Writes what `make` says of the log, while nobody appends to it.
template <class Make>
Outcome put_read(const tiendo_observations& observations, const TextOut& out, const Make& make) {
  return put_text(out, [&](std::string& into) -> Outcome {
    const tiendo::capi::Reading visit(observations.gate);
    Outcome bad = visit.allowed();
    if (!bad.failed()) into = make(*observations.log);
    return bad;
  });
}

}  // namespace

tiendo_status tiendo_observations_rank(tiendo_context* context,
                                       const tiendo_observations* observations,
                                       const tiendo_roll_up* roll_up, const tiendo_request* request,
                                       const tiendo_write_options* options, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    Asked asked;
    tiendo::RankQuestion question;
    Outcome bad = read_asked(observations, roll_up, request, options, asked);
    if (!bad.failed()) bad = read_question(observations->source->plan, asked, question);
    if (bad.failed()) return bad;
    return put_read(*observations, {buffer, capacity, length}, [&](const auto& log) {
      return write_ranking(rank_units(log, asked.request, question), asked.options);
    });
  });
}

tiendo_status tiendo_observations_contributions(tiendo_context* context,
                                                const tiendo_observations* observations,
                                                const tiendo_roll_up* roll_up,
                                                const tiendo_request* request,
                                                const tiendo_write_options* options, char* buffer,
                                                int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    Asked asked;
    tiendo::ContributionQuestion question;
    ShareRounding rounding = ShareRounding::independent;
    Outcome bad = read_asked(observations, roll_up, request, options, asked);
    if (!bad.failed()) bad = read_question(observations->source->plan, asked, question, rounding);
    if (bad.failed()) return bad;
    return put_read(*observations, {buffer, capacity, length}, [&](const auto& log) {
      return write_contributions(contributions(log, asked.request, question), asked.options,
                                 rounding);
    });
  });
}

tiendo_status tiendo_observations_score(tiendo_context* context,
                                        const tiendo_observations* observations,
                                        const tiendo_roll_up* roll_up,
                                        const tiendo_request* request,
                                        const tiendo_write_options* options, char* buffer,
                                        int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    Asked asked;
    Outcome bad = read_asked(observations, roll_up, request, options, asked);
    if (!bad.failed()) bad = check_score(asked.given);
    if (bad.failed()) return bad;
    auto criteria = tiendo::read_criteria(asked.given.criteria, "", &observations->source->plan);
    if (!criteria) return keep(*context, std::move(criteria.diagnostics));
    return put_read(*observations, {buffer, capacity, length}, [&](const auto& log) {
      return write_scores(
          score_units(log, asked.request, *criteria.value, {asked.unit, asked.period}),
          asked.options);
    });
  });
}

tiendo_status tiendo_criteria_write(tiendo_context* context, const char* criteria, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (criteria == nullptr) return null_argument("criteria");
    auto read = tiendo::read_criteria(criteria, "");
    if (!read) return keep(*context, std::move(read.diagnostics));
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_criteria(*read.value);
      return {};
    });
  });
}

tiendo_status tiendo_criteria_score(tiendo_context* context, const char* criteria,
                                    const char* figures, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (criteria == nullptr) return null_argument("criteria");
    if (figures == nullptr) return null_argument("figures");
    auto by = tiendo::read_criteria(criteria, "");
    if (!by) return keep(*context, std::move(by.diagnostics));
    auto units = tiendo::read_figures(figures, "", *by.value);
    if (!units) return keep(*context, std::move(units.diagnostics));
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = write_scores(score_given(*by.value, *units.value));
      return {};
    });
  });
}

tiendo_status tiendo_methods_write(tiendo_context* context, const tiendo_write_options* options,
                                   char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    tiendo::WriteOptions known;
    Outcome bad = tiendo::capi::read_options(options, known);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_methods(known.format, known.language);
      return {};
    });
  });
}

tiendo_status tiendo_method_assess(tiendo_context* context, const char* judged, char* buffer,
                                   int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (judged == nullptr) return null_argument("judged");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      auto read = tiendo::read_case(judged, "");
      if (!read) return keep(*context, std::move(read.diagnostics));
      const auto assessment = tiendo::assess(*read.value);
      if (!assessment) return Outcome(assessment.error());
      into = tiendo::write_assessment(*assessment);
      return {};
    });
  });
}
