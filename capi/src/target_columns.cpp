// Tested by tests/capi/target_columns_test.c.
//
// Targets as columns, for a plan that is being built. All that the library takes for granted of
// columns is checked here, row by row, before any of them is added.

#include <algorithm>
#include <optional>
#include <vector>

#include "days.hpp"
#include "decimals.hpp"
#include "handles.hpp"
#include "word_columns.hpp"

using tiendo::ConditionKind;
using tiendo::Errc;
using tiendo::Index;
using tiendo::Period;
using tiendo::TargetColumns;
using tiendo::capi::check_buffer;
using tiendo::capi::Dictionary;
using tiendo::capi::Outcome;
using tiendo::capi::read_struct;

static_assert(sizeof(tiendo_target_columns) == 104);
static_assert(static_cast<int>(ConditionKind::at_least) == TIENDO_CONDITION_AT_LEAST &&
              static_cast<int>(ConditionKind::equal) == TIENDO_CONDITION_EQUAL);

namespace {

constexpr std::uint8_t kMostScale = 38;

Outcome at_row(Outcome bad, std::size_t row) {
  bad.row = tiendo::capi::count_of(row);
  return bad;
}

// Reads the columns of the caller, one after the other, up to the first that is faulty. What the
// views of the result refer to lives in the reader, or is the caller's.
class Reader {
 public:
  explicit Reader(const tiendo_target_columns* given) {
    outcome_ = read_struct("columns", given,
                           TIENDO_FIRST_SIZE(tiendo_target_columns, baseline_validity), given_);
    if (!outcome_.failed()) outcome_ = tiendo::capi::check_count("columns", given_.count);
    if (!outcome_.failed()) rows_ = static_cast<std::size_t>(given_.count);
  }

  Outcome read(TargetColumns& columns) {
    needed("indicator", given_.indicator);
    needed("condition", given_.condition);
    needed("coefficients", given_.coefficients);
    ids("indicator", given_.indicator, columns.indicator);
    ids("unit", given_.unit, columns.unit);
    ids("assigner", given_.assigner, columns.assigner);
    columns.words = words_;
    read_periods();
    columns.period = periods_;
    read_conditions();
    columns.kind = kinds_;
    columns.value = span_of(given_.coefficients);
    columns.scale = scales("scales", given_.scales, own_scales_);
    if (given_.baseline == nullptr) return outcome_;
    columns.baseline = span_of(given_.baseline);
    columns.baseline_scale =
        scales("baseline_scales", given_.baseline_scales, own_baseline_scales_);
    columns.baseline_validity = tiendo::capi::validity_of(given_.baseline_validity, rows_);
    return outcome_;
  }

 private:
  // What one of the three columns of ids has of its own.
  struct Ids {
    const tiendo_text_column* from = nullptr;
    std::size_t first = 0;  // where its words stand among all of them
    std::size_t size = 0;
    std::vector<Index> copy;
  };

  void needed(std::string_view name, const void* column) {
    if (!outcome_.failed()) outcome_ = check_buffer(name, column, rows_);
  }

  template <class T>
  std::span<const T> span_of(const T* column) const {
    if (outcome_.failed() || column == nullptr) return {};
    return {column, rows_};
  }

  // The words of a column, which may be those of another one.
  Ids* words_of(std::string_view name, const tiendo_text_column* given) {
    Ids& own = ids_[read_++];
    own = {given, words_.size(), 0, {}};
    for (const Ids& other : ids_) {
      if (&other == &own) break;
      if (given == nullptr || other.from != given) continue;
      own.first = other.first;
      own.size = other.size;
      return &own;
    }
    Dictionary& dictionary = dictionaries_[read_ - 1];
    outcome_ = tiendo::capi::read_dictionary(name, given, dictionary);
    words_.insert(words_.end(), dictionary.words.begin(), dictionary.words.end());
    own.size = dictionary.words.size();
    return &own;
  }

  void ids(std::string_view name, const tiendo_word_column* given, std::span<const Index>& column) {
    if (outcome_.failed() || given == nullptr) return;
    tiendo_word_column known;
    outcome_ = read_struct(name, given, TIENDO_FIRST_SIZE(tiendo_word_column, words), known);
    if (!outcome_.failed()) outcome_ = check_buffer(name, known.indexes, rows_);
    if (outcome_.failed()) return;
    Ids& own = *words_of(name, known.words);
    if (outcome_.failed()) return;
    column = tiendo::capi::read_indexes({known.indexes, rows_}, own.copy);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (column[i] == tiendo::kNone || column[i] < own.size) continue;
      outcome_ = at_row(tiendo::error(Errc::number_out_of_range,
                                      "the index of " + std::string(name) + " is beyond the words"),
                        i);
      return;
    }
    if (own.first == 0) return;
    own.copy.assign(column.begin(), column.end());
    for (Index& at : own.copy) {
      if (at != tiendo::kNone) at += static_cast<Index>(own.first);
    }
    column = own.copy;
  }

  void read_periods() {
    if (outcome_.failed() || (given_.period_start == nullptr && given_.period_end == nullptr)) {
      return;
    }
    needed("period_start", given_.period_start);
    needed("period_end", given_.period_end);
    tiendo_period last = {0, 0};  // which is empty
    Period period;
    periods_.reserve(rows_);
    for (std::size_t i = 0; !outcome_.failed() && i < rows_; ++i) {
      const tiendo_period next = {given_.period_start[i], given_.period_end[i]};
      if (next.start != last.start || next.end != last.end) {
        outcome_ = tiendo::capi::read_period("period", &next, period);
        if (outcome_.failed()) outcome_.row = tiendo::capi::count_of(i);
        last = next;
      }
      periods_.emplace_back(period);
    }
  }

  void read_conditions() {
    kinds_.reserve(rows_);
    for (std::size_t i = 0; !outcome_.failed() && i < rows_; ++i) {
      const std::int8_t kind = given_.condition[i];
      if (kind < TIENDO_CONDITION_AT_LEAST || kind > TIENDO_CONDITION_EQUAL) {
        outcome_ = at_row(tiendo::capi::unknown_number("condition"), i);
      }
      kinds_.push_back(static_cast<ConditionKind>(kind));
    }
  }

  // The scales of numbers: each its own, or that of all.
  std::span<const std::uint8_t> scales(std::string_view name, const std::uint8_t* given,
                                       std::vector<std::uint8_t>& own) {
    if (outcome_.failed()) return {};
    if (given == nullptr) {
      outcome_ = tiendo::capi::check_scale(given_.scale);
      if (outcome_.failed()) return {};
      own.assign(rows_, static_cast<std::uint8_t>(given_.scale));
      return own;
    }
    const std::uint8_t* const high =
        std::find_if(given, given + rows_, [](std::uint8_t scale) { return scale > kMostScale; });
    if (high != given + rows_) {
      outcome_ = at_row(tiendo::error(Errc::number_out_of_range,
                                      std::string(name) + ": a scale must be from 0 to 38"),
                        static_cast<std::size_t>(high - given));
    }
    return {given, rows_};
  }

  tiendo_target_columns given_{};
  std::size_t rows_ = 0;
  Ids ids_[3];
  Dictionary dictionaries_[3];
  std::size_t read_ = 0;
  std::vector<std::string_view> words_;
  std::vector<std::optional<Period>> periods_;
  std::vector<ConditionKind> kinds_;
  std::vector<std::uint8_t> own_scales_;
  std::vector<std::uint8_t> own_baseline_scales_;
  Outcome outcome_;
};

}  // namespace

tiendo_status tiendo_plan_builder_add_targets(tiendo_context* context, tiendo_plan_builder* builder,
                                              const tiendo_target_columns* columns) noexcept {
  return tiendo::capi::with_builder(context, builder, [&]() -> Outcome {
    Reader reader(columns);
    TargetColumns read;
    Outcome bad = reader.read(read);
    if (!bad.failed()) builder->builder.add(read);
    return bad;
  });
}
