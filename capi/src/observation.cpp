// Tested by tests/capi/observations_test.c and tests/capi/results_test.c.
//
// A chain of small readers, each of which does nothing once one before it has failed.

#include "observation.hpp"

#include "handles.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo::capi {
namespace {

// Where 0 leaves the form open, 1 to 3 are the forms in their order.
static_assert(static_cast<int>(Form::increment) == TIENDO_FORM_INCREMENT - 1 &&
              static_cast<int>(Form::to_date) == TIENDO_FORM_TO_DATE - 1 &&
              static_cast<int>(Form::level) == TIENDO_FORM_LEVEL - 1);
static_assert(static_cast<int>(Standing::value) == TIENDO_STANDING_VALUE &&
              static_cast<int>(Standing::not_applicable) == TIENDO_STANDING_NOT_APPLICABLE &&
              static_cast<int>(Standing::withheld) == TIENDO_STANDING_WITHHELD &&
              static_cast<int>(Standing::unchanged) == TIENDO_STANDING_UNCHANGED &&
              static_cast<int>(Standing::yes) == TIENDO_STANDING_YES &&
              static_cast<int>(Standing::no) == TIENDO_STANDING_NO &&
              static_cast<int>(Standing::range) == TIENDO_STANDING_RANGE &&
              static_cast<int>(Standing::words) == TIENDO_STANDING_WORDS);
// The default, official, is the last of ours and the first of theirs.
static_assert(static_cast<int>(Status::official) == 2 - TIENDO_FINALITY_OFFICIAL &&
              static_cast<int>(Status::preliminary) == 2 - TIENDO_FINALITY_PRELIMINARY &&
              static_cast<int>(Status::estimate) == 2 - TIENDO_FINALITY_ESTIMATE);
static_assert(static_cast<int>(Qualifier::exact) == TIENDO_QUALIFIER_EXACT &&
              static_cast<int>(Qualifier::about) == TIENDO_QUALIFIER_ABOUT &&
              static_cast<int>(Qualifier::over) == TIENDO_QUALIFIER_OVER &&
              static_cast<int>(Qualifier::under) == TIENDO_QUALIFIER_UNDER);

// Reads the members of a structure, one after the other, up to the first that is faulty.
class Reader {
 public:
  Reader(const tiendo_context& context, const tiendo_observation* given) {
    outcome_ =
        read_struct("observation", given, TIENDO_FIRST_SIZE(tiendo_observation, note), given_);
    if (!outcome_.failed()) outcome_ = read_numbers(context, given_.numbers, format_);
  }

  Outcome read(Observation& observation) {
    codes(observation);
    text("indicator", given_.indicator, observation.indicator);
    text("unit", given_.unit, observation.unit);
    text("project", given_.project, observation.project);
    text("work_stage", given_.work_stage, observation.work_stage);
    period(observation.period);
    number("value", given_.value, observation.value);
    number("numerator", given_.numerator, observation.numerator);
    number("denominator", given_.denominator, observation.denominator);
    day(observation.recorded_on);
    observation.revision = given_.revision;
    text("source", given_.source, observation.source);
    text("note", given_.note, observation.note);
    number("value_to", given_.value_to, observation.upper);
    text("words", given_.words, observation.words);
    text("judge", given_.judge, observation.judge);
    return outcome_;
  }

 private:
  bool in_range(std::string_view name, int32_t number, int32_t last = 3) {
    if (!outcome_.failed() && (number < 0 || number > last)) outcome_ = unknown_number(name);
    return !outcome_.failed();
  }

  void codes(Observation& observation) {
    if (in_range("form", given_.form) && given_.form != TIENDO_FORM_OWN) {
      observation.form = static_cast<Form>(given_.form - 1);
    }
    if (in_range("standing", given_.standing, TIENDO_STANDING_WORDS)) {
      observation.standing = static_cast<Standing>(given_.standing);
    }
    if (in_range("finality", given_.finality)) {
      if (given_.finality > TIENDO_FINALITY_ESTIMATE) {
        outcome_ = unknown_number("finality");
      } else {
        observation.status = static_cast<Status>(2 - given_.finality);
      }
    }
    if (in_range("verdict", given_.verdict, TIENDO_VERDICT_MISSED)) {
      observation.verdict = static_cast<Verdict>(given_.verdict);
    }
    if (in_range("qualifier", given_.qualifier)) {
      observation.qualifier = static_cast<Qualifier>(given_.qualifier);
    }
  }

  // The text of a member; false when it is absent or something is wrong.
  bool take(std::string_view name, const char* given, std::string_view& taken) {
    if (outcome_.failed() || given == nullptr) return false;
    outcome_ = take_text(name, given, TIENDO_NTS, taken);
    return !outcome_.failed() && !taken.empty();
  }

  void text(std::string_view name, const char* given, std::string& text) {
    std::string_view taken;
    if (take(name, given, taken)) text = taken;
  }

  void period(Period& period) {
    std::string_view taken;
    take("period", given_.period, taken);
    if (outcome_.failed()) return;
    const auto read = Period::parse(taken);
    if (read) {
      period = *read;
    } else {
      outcome_ = refused("period", taken, read.error());
    }
  }

  void number(std::string_view name, const char* given, std::optional<Decimal>& number) {
    std::string_view taken;
    if (!take(name, given, taken)) return;
    const auto read = parse(taken, format_);
    if (read) {
      number = *read;
    } else {
      outcome_ = refused(name, taken, read.error());
    }
  }

  void day(std::optional<Date>& day) {
    if (outcome_.failed() || given_.has_recorded_on == 0) return;
    outcome_ = read_day(given_.recorded_on, day.emplace());
  }

  tiendo_observation given_{};
  NumberFormat format_;
  Outcome outcome_;
};

}  // namespace

Outcome read_observation(const tiendo_context& context, const tiendo_observation* given,
                         Observation& observation) {
  return Reader(context, given).read(observation);
}

tiendo_finality finality_number(Status status) noexcept { return 2 - static_cast<int32_t>(status); }

tiendo_qualifier qualifier_number(Qualifier qualifier) noexcept {
  return static_cast<tiendo_qualifier>(qualifier);
}

}  // namespace tiendo::capi
