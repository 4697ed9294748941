// Tested by tests/capi/arrow_export_test.c.
//
// A report as columns of Arrow: what each row is about and how it stands from the rows, each made
// once; the figures as columns.

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "report_columns.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report_columns.hpp"

using tiendo::Errc;
using tiendo::Field;
using tiendo::Index;
using tiendo::Plan;
using tiendo::ReportRow;
using tiendo::capi::ColumnMaker;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

static_assert(sizeof(tiendo_arrow_options) == 32);

namespace {

using Indexes = std::vector<std::int32_t>;
using Bits = std::vector<std::uint8_t>;
constexpr std::int32_t kAbsent = ColumnMaker::kAbsent;

// How figures are printed, and which.
struct Options {
  int scale = 0;
  int percent_scale = 0;
  std::optional<tiendo::Rounding> rounding;
  std::vector<Field> fields;
};

Outcome read_fields(const tiendo_field* given, std::int64_t count, std::vector<Field>& fields) {
  if (given == nullptr) {
    fields.assign(tiendo::kFields.begin(), tiendo::kFields.end());
    return {};
  }
  if (count < 0) return {TIENDO_E_INVALID_ARG, "field_count is below zero"};
  for (std::int64_t i = 0; i < count; ++i) {
    const auto found =
        std::find_if(tiendo::kFields.begin(), tiendo::kFields.end(),
                     [&](Field field) { return static_cast<tiendo_field>(field) == given[i]; });
    if (found == tiendo::kFields.end()) return tiendo::capi::unknown_number("fields");
    if (std::find(fields.begin(), fields.end(), *found) != fields.end()) {
      return {TIENDO_E_INVALID_ARG, "a figure stands twice in fields"};
    }
    fields.push_back(*found);
  }
  return {};
}

Outcome read_options(const tiendo_arrow_options* given, Options& options) {
  tiendo_arrow_options known;
  tiendo::Printing printing;
  Outcome bad = tiendo::capi::read_struct(
      "options", given, TIENDO_FIRST_SIZE(tiendo_arrow_options, field_count), known);
  if (!bad.failed()) bad = tiendo::capi::check_scale(known.scale);
  if (!bad.failed()) bad = tiendo::capi::check_scale(known.percent_scale);
  if (!bad.failed()) bad = tiendo::capi::read_printing(known.scale, known.rounding, printing);
  if (bad.failed()) return bad;
  options.scale = known.scale;
  options.percent_scale = known.percent_scale;
  options.rounding = printing.rounding;
  return read_fields(known.fields, known.field_count, options.fields);
}

// The names of an enumeration from `first` on.
template <class Enum>
std::vector<std::string_view> names_from(int first) {
  std::vector<std::string_view> names;
  for (int i = first; !name_of(static_cast<Enum>(i)).empty(); ++i) {
    names.push_back(name_of(static_cast<Enum>(i)));
  }
  return names;
}

template <class Part>
std::vector<std::string_view> ids_of(const std::vector<Part>& parts) {
  std::vector<std::string_view> ids;
  for (const Part& part : parts) ids.emplace_back(part.id);
  return ids;
}

std::int32_t index_of(Index position) {
  return position == tiendo::kNone ? kAbsent : static_cast<std::int32_t>(position);
}

// The place of an enumerator among names_from(first); absent below.
template <class Enum>
std::int32_t index_of(Enum which, int first) {
  const int number = static_cast<int>(which) - first;
  return number < 0 ? kAbsent : number;
}

// Reasons as a dictionary of those that there are.
class Reasons {
 public:
  void add(Errc code) {
    if (code == Errc::none) {
      indexes.push_back(kAbsent);
      return;
    }
    const std::string_view name = name_of(code);
    const auto found = std::find(names.begin(), names.end(), name);
    indexes.push_back(static_cast<std::int32_t>(found - names.begin()));
    if (found == names.end()) names.push_back(name);
  }

  std::vector<std::string_view> names;
  Indexes indexes;
};

// Days that not all rows have.
struct Days {
  Indexes numbers;
  Bits validity;

  void add(const std::optional<tiendo::Date>& day) {
    const std::size_t row = numbers.size();
    if (row % 8 == 0) validity.push_back(0);
    if (day) tiendo::capi::set_bit(validity, row);
    numbers.push_back(day ? day->days() : 0);
  }
};

// All that rows say besides their figures.
class Rows {
 public:
  explicit Rows(const tiendo::Report& report) : plan_(report.plan) {
    for (const ReportRow& row : report.rows) add(row);
  }

  Outcome put(ColumnMaker& maker) && {
    static constexpr std::array<std::string_view, 4> kKinds = {"target", "whole", "indicator",
                                                               "component"};
    words(maker, "kind", kKinds, kind_);
    words(maker, "indicator", ids_of(plan_.indicators()), indicator_);
    words(maker, "unit", ids_of(plan_.units()), unit_);
    words(maker, "project", ids_of(plan_.projects()), project_);
    words(maker, "assigner", ids_of(plan_.units()), assigner_);
    maker.days("period_start", std::move(start_));
    maker.days("period_end", std::move(end_));
    words(maker, "condition", names_from<tiendo::ConditionKind>(1), condition_);
    words(maker, "verdict", names_from<tiendo::Verdict>(1), verdict_);
    words(maker, "verdict_reason", verdict_reason_.names, verdict_reason_.indexes);
    words(maker, "provisional", names_from<tiendo::Verdict>(1), provisional_);
    maker.flags("final", std::move(final_));
    words(maker, "state", names_from<tiendo::State>(1), state_);
    words(maker, "reason", reason_.names, reason_.indexes);
    words(maker, "course", names_from<tiendo::Course>(1), course_);
    words(maker, "schedule", names_from<tiendo::Schedule>(1), schedule_);
    words(maker, "status", names_from<tiendo::Status>(0), status_);
    maker.numbers("reported", std::move(reported_));
    maker.numbers("due", std::move(due_));
    words(maker, "counted", names_from<tiendo::Coverage::Of>(0), counted_);
    maker.days("reported_to", std::move(reported_to_.numbers), std::move(reported_to_.validity));
    maker.days("expected_on", std::move(expected_on_.numbers), std::move(expected_on_.validity));
    return outcome_;
  }

 private:
  void add(const ReportRow& row) {
    const std::size_t at = kind_.size();
    kind_.push_back(static_cast<std::int32_t>(row.kind));
    indicator_.push_back(index_of(row.indicator));
    unit_.push_back(index_of(row.unit));
    project_.push_back(index_of(row.project));
    assigner_.push_back(index_of(row.assigner));
    start_.push_back(row.period.start().days());
    end_.push_back(row.period.end().days());
    condition_.push_back(index_of(row.condition.kind, 1));
    verdict_.push_back(index_of(row.verdict, 1));
    verdict_reason_.add(row.verdict_reason);
    provisional_.push_back(index_of(row.provisional, 1));
    if (at % 8 == 0) final_.push_back(0);
    if (row.final) tiendo::capi::set_bit(final_, at);
    state_.push_back(index_of(row.state, 1));
    reason_.add(row.reason);
    course_.push_back(index_of(row.course, 1));
    schedule_.push_back(index_of(row.schedule, 1));
    status_.push_back(row.status ? index_of(*row.status, 0) : kAbsent);
    reported_.push_back(row.coverage.reported);
    due_.push_back(row.coverage.expected);
    counted_.push_back(index_of(row.coverage.of, 0));
    reported_to_.add(row.reported_to);
    expected_on_.add(row.expected_on);
  }

  void words(ColumnMaker& maker, std::string_view name, std::span<const std::string_view> words,
             Indexes& indexes) {
    if (!outcome_.failed()) outcome_ = maker.words(name, words, std::move(indexes));
  }

  const Plan& plan_;
  Indexes kind_, indicator_, unit_, project_, assigner_, start_, end_, condition_, verdict_;
  Indexes provisional_, state_, course_, schedule_, status_, reported_, due_, counted_;
  Reasons verdict_reason_, reason_;
  Bits final_;
  Days reported_to_, expected_on_;
  Outcome outcome_;
};

// A column of figures, or what is wrong with it, at its path.
Outcome put_column(ColumnMaker& maker, std::string_view name,
                   tiendo::Result<tiendo::DecimalColumn> column) {
  if (column) {
    maker.decimals(name, *std::move(column));
    return {};
  }
  Outcome bad = column.error();
  bad.set_path('/' + std::string(name));
  return bad;
}

Outcome put_figures(const tiendo::Report& report, const Options& options, unsigned threads,
                    ColumnMaker& maker) {
  Outcome bad = put_column(
      maker, "percent_of_plan",
      tiendo::percent_of_plan(report, options.percent_scale, options.rounding, {}, threads));
  for (const Field field : options.fields) {
    if (bad.failed()) break;
    const int scale = is_percent(field) ? options.percent_scale : options.scale;
    bad = put_column(maker, name_of(field),
                     tiendo::printed_column(report, field, scale, options.rounding, {}, threads));
  }
  return bad;
}

}  // namespace

tiendo_status tiendo_report_export_arrow(tiendo_context* context, const tiendo_report* report,
                                         const tiendo_arrow_options* options,
                                         struct ArrowArrayStream* stream) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    if (stream == nullptr) return null_argument("stream");
    Options read;
    Outcome bad = read_options(options, read);
    if (bad.failed()) return bad;
    ColumnMaker maker(report->report.rows.size());
    bad = Rows(report->report).put(maker);
    if (!bad.failed()) bad = put_figures(report->report, read, context->how.threads, maker);
    if (!bad.failed()) hand_over(std::move(maker).table(), *stream);
    return bad;
  });
}
