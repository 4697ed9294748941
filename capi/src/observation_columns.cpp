// Tested by tests/capi/observation_columns_test.c.
//
// Columns of observations. Numbers of words become enumerators and texts are checked before the log
// is visited; the rows themselves are the library's to check.

#include <algorithm>
#include <cassert>
#include <deque>
#include <optional>
#include <vector>

#include "handles.hpp"
#include "word_columns.hpp"

using tiendo::Form;
using tiendo::NumberColumn;
using tiendo::ObservationColumns;
using tiendo::Qualifier;
using tiendo::Standing;
using tiendo::Status;
using tiendo::Verdict;
using tiendo::WordColumn;
using tiendo::capi::check_buffer;
using tiendo::capi::check_count;
using tiendo::capi::count_of;
using tiendo::capi::Dictionary;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_struct;
using tiendo::capi::run;
using tiendo::capi::validity_of;

static_assert(sizeof(tiendo_word_column) == 24 && sizeof(tiendo_observation_columns) == 216);

namespace {

// Whether indexes may be positions in the plan.
enum class Ids : bool { no, yes };

// Reads the columns of the caller, one after the other, up to the first that is faulty. What the
// views of the result refer to lives in the reader, or is the caller's.
class Reader {
 public:
  explicit Reader(const tiendo_observation_columns* given) {
    outcome_ =
        read_struct("columns", given, TIENDO_FIRST_SIZE(tiendo_observation_columns, note), given_);
    if (!outcome_.failed()) outcome_ = check_count("columns", given_.count);
    if (!outcome_.failed()) rows_ = static_cast<std::size_t>(given_.count);
  }

  Outcome read(ObservationColumns& columns) {
    if (outcome_.failed()) return outcome_;
    needed("indicator", given_.indicator);
    needed("period_start", given_.period_start);
    needed("period_end", given_.period_end);
    words("indicator", given_.indicator, indicator_, columns.indicator, Ids::yes);
    words("unit", given_.unit, unit_, columns.unit, Ids::yes);
    words("project", given_.project, project_, columns.project, Ids::yes);
    words("work_stage", given_.work_stage, work_stage_, columns.work_stage);
    words("source", given_.source, source_, columns.source);
    words("note", given_.note, note_, columns.note);
    words("words", given_.words, results_, columns.words);
    words("judge", given_.judge, judge_, columns.judge);
    columns.start = span_of(given_.period_start);
    columns.end = span_of(given_.period_end);
    numbers(columns);
    codes("form", given_.form, TIENDO_FORM_LEVEL, columns.form, forms_, [](std::int8_t number) {
      return number == TIENDO_FORM_OWN ? std::nullopt
                                       : std::optional(static_cast<Form>(number - 1));
    });
    codes("standing", given_.standing, TIENDO_STANDING_WORDS, columns.standing, standings_,
          [](std::int8_t number) { return static_cast<Standing>(number); });
    codes("finality", given_.finality, TIENDO_FINALITY_ESTIMATE, columns.status, statuses_,
          [](std::int8_t number) { return static_cast<Status>(2 - number); });
    codes("qualifier", given_.qualifier, TIENDO_QUALIFIER_UNDER, columns.qualifier, qualifiers_,
          [](std::int8_t number) { return static_cast<Qualifier>(number); });
    codes("verdict", given_.verdict, TIENDO_VERDICT_MISSED, columns.verdict, verdicts_,
          [](std::int8_t number) { return static_cast<Verdict>(number); });
    columns.recorded_on = span_of(given_.recorded_on);
    columns.recorded_on_validity = validity_of(given_.recorded_on_validity, rows_);
    columns.revision = span_of(given_.revision);
    return outcome_;
  }

 private:
  void needed(std::string_view name, const void* column) {
    if (!outcome_.failed()) outcome_ = check_buffer(name, column, rows_);
  }

  template <class T>
  std::span<const T> span_of(const T* column) const {
    return column == nullptr ? std::span<const T>() : std::span<const T>(column, rows_);
  }

  void words(std::string_view name, const tiendo_word_column* given, Dictionary& own,
             WordColumn& column, Ids ids = Ids::no) {
    if (outcome_.failed() || given == nullptr) return;
    tiendo_word_column known{};
    outcome_ = read_struct(name, given, TIENDO_FIRST_SIZE(tiendo_word_column, words), known);
    if (!outcome_.failed()) outcome_ = check_buffer(name, known.indexes, rows_);
    const bool positions = known.words == nullptr && ids == Ids::yes;
    if (!outcome_.failed() && !positions) {
      outcome_ = tiendo::capi::read_dictionary(name, known.words, own);
    }
    if (outcome_.failed()) return;
    std::vector<tiendo::Index>& copy = indexes_.emplace_back();
    column = {own.words, tiendo::capi::read_indexes({known.indexes, rows_}, copy)};
    if (positions || !own.words.empty()) return;
    // Without words the library would take indexes for positions in the plan.
    copy.assign(column.at.begin(), column.at.end());
    for (tiendo::Index& at : copy) at = at == tiendo::kNone ? at : tiendo::kNone - 1;
    column.at = copy;
  }

  void number(std::string_view name, const tiendo_decimal_column* given, NumberColumn& column) {
    if (outcome_.failed() || given == nullptr) return;
    tiendo::DecimalColumnView view;
    outcome_ = tiendo::capi::read_column(name, given, view);
    if (!outcome_.failed() && view.values.size() != rows_) {
      outcome_ = {TIENDO_E_INVALID_ARG,
                  std::string(name) + " has another number of rows than the columns"};
    }
    column.wide = view.values;
    column.validity = view.validity;
    column.scale = view.scale;
  }

  void numbers(ObservationColumns& columns) {
    if (given_.coefficients != nullptr) {
      columns.value.small = span_of(given_.coefficients);
      columns.value.validity = validity_of(given_.coefficient_validity, rows_);
      columns.value.scale = given_.scale;
      columns.value.scales = span_of(given_.scales);
    } else {
      number("value", given_.value, columns.value);
    }
    number("value_to", given_.value_to, columns.upper);
    number("numerator", given_.numerator, columns.numerator);
    number("denominator", given_.denominator, columns.denominator);
  }

  template <class T, class Convert>
  void codes(std::string_view name, const std::int8_t* given, std::int32_t most,
             std::span<const T>& column, std::vector<T>& own, const Convert& convert) {
    if (outcome_.failed() || given == nullptr) return;
    own.reserve(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (given[i] < 0 || given[i] > most) {
        outcome_ = tiendo::capi::unknown_number(name);
        outcome_.row = count_of(i);
        return;
      }
      own.push_back(convert(given[i]));
    }
    column = own;
  }

  tiendo_observation_columns given_{};
  std::size_t rows_ = 0;
  Dictionary indicator_, unit_, project_, work_stage_, source_, note_, results_, judge_;
  std::deque<std::vector<tiendo::Index>> indexes_;  // which stay where they are
  std::vector<std::optional<Form>> forms_;
  std::vector<Standing> standings_;
  std::vector<Status> statuses_;
  std::vector<Qualifier> qualifiers_;
  std::vector<Verdict> verdicts_;
  Outcome outcome_;
};

// Where the caller reads why each row is refused.
struct Refusals {
  std::int32_t* codes;
  std::int64_t* refused;

  Outcome check(std::size_t rows) const {
    Outcome bad = check_buffer("codes", codes, rows);
    return !bad.failed() && refused == nullptr ? null_argument("refused") : bad;
  }

  // Each finding is of a row, and no two of the same.
  void put(const tiendo::Diagnostics& findings, std::size_t rows) const noexcept {
    std::fill_n(codes, rows, 0);
    for (const tiendo::Diagnostic& finding : findings) {
      const std::int64_t row = tiendo::capi::row_of(finding.place);
      assert(row >= 0 && row < count_of(rows));
      codes[row] = static_cast<std::int32_t>(finding.code);
    }
    *refused = count_of(findings.size());
  }
};

Outcome append(tiendo_context& context, tiendo_observations& observations,
               const ObservationColumns& columns, const Refusals* refusals) {
  const tiendo::capi::Appending visit(observations.gate);
  Outcome outcome = visit.allowed();
  if (outcome.failed()) return outcome;
  outcome = tiendo::capi::keep_rows(context, observations.log->append_columns(columns));
  if (refusals == nullptr) return outcome;
  refusals->put(context.findings, columns.start.size());
  if (outcome.failed()) outcome.status = TIENDO_E_ROWS;
  return outcome;
}

// The body of both functions; one of them has no refusals.
Outcome append_checked(tiendo_context& context, tiendo_observations* observations,
                       const tiendo_observation_columns* columns, const Refusals* refusals) {
  context.findings.clear();
  if (observations == nullptr) return null_argument("observations");
  Reader reader(columns);
  ObservationColumns read;
  Outcome bad = reader.read(read);
  if (!bad.failed() && refusals != nullptr) bad = refusals->check(read.start.size());
  return bad.failed() ? bad : append(context, *observations, read, refusals);
}

}  // namespace

tiendo_status tiendo_observations_append_columns(
    tiendo_context* context, tiendo_observations* observations,
    const tiendo_observation_columns* columns) noexcept {
  return run(context, [&] { return append_checked(*context, observations, columns, nullptr); });
}

tiendo_status tiendo_observations_append_rows(tiendo_context* context,
                                              tiendo_observations* observations,
                                              const tiendo_observation_columns* columns,
                                              int32_t* codes, int64_t* refused) noexcept {
  const Refusals refusals{codes, refused};
  return run(context, [&] { return append_checked(*context, observations, columns, &refusals); });
}
