// Tested by tests/capi/arrow_log_test.c.
//
// A log as columns of Arrow, by the names under which a table of them comes in: what is handed over
// here, another log takes as it is. Numbers have one scale, the largest that one of them has, as a
// column can have no other.

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "handles.hpp"
#include "report_columns.hpp"

using tiendo::Decimal;
using tiendo::Observation;
using tiendo::capi::ColumnMaker;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

namespace {

using Bits = std::vector<std::uint8_t>;

// Texts as a dictionary of those that there are; the empty one is none.
class Texts {
 public:
  explicit Texts(std::string_view name) : name_(name) {}

  void add(std::string_view text) {
    if (text.empty()) {
      indexes_.push_back(ColumnMaker::kAbsent);
      return;
    }
    const auto next = static_cast<std::int32_t>(places_.size());
    const auto [found, is_new] = places_.try_emplace(std::string(text), next);
    if (is_new) words_.push_back(found->first);  // which stays where it is
    indexes_.push_back(found->second);
  }

  Outcome put(ColumnMaker& maker) && { return maker.words(name_, words_, std::move(indexes_)); }

 private:
  std::string_view name_;
  std::unordered_map<std::string, std::int32_t> places_;
  std::vector<std::string_view> words_;
  std::vector<std::int32_t> indexes_;
};

// Numbers that not all rows have.
class Numbers {
 public:
  explicit Numbers(std::string_view name) : name_(name) {}

  void add(std::size_t row, const std::optional<Decimal>& number) {
    if (!number) return;
    scale_ = std::max(scale_, number->scale());
    numbers_.emplace_back(row, *number);
  }

  Outcome put(ColumnMaker& maker, std::size_t rows) && {
    tiendo::DecimalColumn column;
    column.scale = scale_;
    column.values.resize(rows);
    column.validity.resize((rows + 7) / 8);
    for (const auto& [row, number] : numbers_) {
      const auto words = in_words(number);
      if (!words) {
        Outcome bad = words.error();
        bad.row = tiendo::capi::count_of(row);
        bad.set_path('/' + std::string(name_));
        return bad;
      }
      column.values[row] = tiendo::row_of(*words);
      tiendo::capi::set_bit(column.validity, row);
    }
    maker.decimals(name_, std::move(column));
    return {};
  }

 private:
  // The number with the scale of the column, beyond which it may be too long.
  tiendo::Result<Decimal::Words> in_words(const Decimal& number) const {
    const auto scaled = round(number, scale_, tiendo::Rounding::down);
    return scaled ? scaled->to_words() : scaled.error();
  }

  std::string_view name_;
  int scale_ = 0;
  std::vector<std::pair<std::size_t, Decimal>> numbers_;
};

// All that rows say.
class Rows {
 public:
  void add(const Observation& o) {
    const std::size_t row = start_.size();
    indicator_.add(o.indicator);
    unit_.add(o.unit);
    project_.add(o.project);
    work_stage_.add(o.work_stage);
    start_.push_back(o.period.start().days());
    end_.push_back(o.period.end().days());
    form_.add(name_of(*o.form));
    standing_.add(o.standing == tiendo::Standing::value ? "" : name_of(o.standing));
    value_.add(row, o.value);
    numerator_.add(row, o.numerator);
    denominator_.add(row, o.denominator);
    status_.add(name_of(o.status));
    qualifier_.add(o.qualifier == tiendo::Qualifier::exact ? "" : name_of(o.qualifier));
    recorded_on_.push_back(o.recorded_on->days());
    revision_.push_back(o.revision);
    source_.add(o.source);
    note_.add(o.note);
    value_to_.add(row, o.upper);
    words_.add(o.words);
    verdict_.add(name_of(o.verdict));
    judge_.add(o.judge);
  }

  Outcome put(ColumnMaker& maker) && {
    const std::size_t rows = start_.size();
    put(maker, indicator_, unit_, project_, work_stage_);
    maker.days("period_start", std::move(start_));
    maker.days("period_end", std::move(end_));
    put(maker, form_, standing_);
    put_numbers(maker, rows, value_, numerator_, denominator_);
    put(maker, status_, qualifier_);
    maker.days("recorded_on", std::move(recorded_on_));
    maker.numbers("revision", std::move(revision_));
    put(maker, source_, note_);
    put_numbers(maker, rows, value_to_);
    put(maker, words_, verdict_, judge_);
    return outcome_;
  }

 private:
  template <class... Columns>
  void put(ColumnMaker& maker, Columns&... columns) {
    const auto one = [&](Texts& column) {
      if (!outcome_.failed()) outcome_ = std::move(column).put(maker);
    };
    (one(columns), ...);
  }

  template <class... Columns>
  void put_numbers(ColumnMaker& maker, std::size_t rows, Columns&... columns) {
    const auto one = [&](Numbers& column) {
      if (!outcome_.failed()) outcome_ = std::move(column).put(maker, rows);
    };
    (one(columns), ...);
  }

  Texts indicator_{"indicator"}, unit_{"unit"}, project_{"project"}, work_stage_{"work_stage"};
  Texts form_{"form"}, standing_{"standing"}, status_{"status"}, qualifier_{"qualifier"};
  Texts source_{"source"}, note_{"note"}, words_{"words"}, verdict_{"verdict"}, judge_{"judge"};
  Numbers value_{"value"}, numerator_{"numerator"}, denominator_{"denominator"};
  Numbers value_to_{"value_to"};
  std::vector<std::int32_t> start_, end_, recorded_on_, revision_;
  Outcome outcome_;
};

}  // namespace

tiendo_status tiendo_observations_export_arrow(tiendo_context* context,
                                               const tiendo_observations* observations,
                                               struct ArrowArrayStream* stream) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (stream == nullptr) return null_argument("stream");
    const tiendo::capi::Reading visit(observations->gate);
    Outcome bad = visit.allowed();
    if (bad.failed()) return bad;
    const tiendo::ObservationLog& log = *observations->log;
    Rows rows;
    for (tiendo::Row row = 0; row < log.size(); ++row) rows.add(log.observation(row));
    ColumnMaker maker(log.size());
    bad = std::move(rows).put(maker);
    if (!bad.failed()) hand_over(std::move(maker).table(), *stream);
    return bad;
  });
}
