// Tested by tests/unit/facts/observation_columns_test.cpp.

#include "facts/column_rows.hpp"

#include "facts/resolve.hpp"

namespace tiendo {
namespace {

constexpr int kMostScale = 38;  // of a number that has one of its own

// Whether the row says something in a column of ids.
bool names(const WordColumn& column, std::size_t row) {
  if (column.at.empty() || column.at[row] == kNone) return false;
  return column.words.empty() || !column.words[column.at[row]].empty();
}

// Whether the row has no word, or one of the dictionary.
bool is_sound(const WordColumn& column, std::size_t row) {
  return column.at.empty() || column.at[row] == kNone || column.at[row] < column.words.size();
}

// The word of a row, which is sound; empty where it has none.
std::string_view word_of(const WordColumn& column, std::size_t row) {
  const bool none = column.at.empty() || column.at[row] == kNone || column.words.empty();
  return none ? std::string_view() : column.words[column.at[row]];
}

bool has_value(const ValidityView& validity, std::size_t row) {
  return validity.empty() || ((unsigned{validity[row / 8]} >> (row % 8)) & 1U) != 0;
}

std::uint64_t word_at(const Decimal128& number, std::size_t first) {
  std::uint64_t word = 0;
  for (std::size_t i = 8; i-- > 0;) word = word << 8 | number.bytes[first + i];
  return word;
}

// Nothing where the row has no number.
Result<std::optional<Decimal>> number_of(const NumberColumn& column, std::size_t row) {
  if (column.empty() || !has_value(column.validity, row)) return std::optional<Decimal>();
  const int scale = column.scales.empty() ? column.scale : column.scales[row];
  if (!column.scales.empty() && scale > kMostScale) return error(Errc::number_too_long);
  const Result<Decimal> number =
      column.small.empty()
          ? Decimal::from_words(word_at(column.wide[row], 0),
                                static_cast<std::int64_t>(word_at(column.wide[row], 8)), scale)
          : Decimal::of(column.small[row], scale);
  if (!number) return number.error();
  return std::optional<Decimal>(*number);
}

// A column has one scale for all indicators: zeros beyond what one of them records are dropped.
Decimal without_spare_zeros(const Decimal& number, const Indicator& definition) {
  if (!definition.scale || number.scale() <= *definition.scale) return number;
  const Result<Decimal> shorter = round(number, *definition.scale, Rounding::down);
  return shorter && *shorter == number ? *shorter : number;
}

template <class T>
T value_or(std::span<const T> column, std::size_t row, T other) {
  return column.empty() ? other : column[row];
}

}  // namespace

ColumnRows::ColumnRows(const Plan& plan, const ObservationColumns& columns)
    : plan_(plan), columns_(columns) {
  indicators_ = looked_up(columns.indicator, plan.indicators().size(),
                          [&](std::string_view id) { return plan.find_indicator(id); });
  units_ = looked_up(columns.unit, plan.units().size(),
                     [&](std::string_view id) { return plan.find_unit(id); });
  projects_ = looked_up(columns.project, plan.projects().size(),
                        [&](std::string_view id) { return plan.find_project(id); });
}

template <class Find>
ColumnRows::Ids ColumnRows::looked_up(const WordColumn& column, std::size_t count,
                                      const Find& find) {
  Ids ids;
  if (!column.at.empty()) ids.at_ = column.at.data();
  ids.count_ = count;
  if (column.words.empty()) return ids;
  std::span<const Index> positions = column.positions;
  if (positions.empty()) {
    std::vector<Index>& found = found_.emplace_back();
    for (const std::string_view word : column.words) found.push_back(find(word));
    positions = found;
  }
  ids.of_words_ = positions.data();
  ids.count_ = positions.size();
  return ids;
}

Diagnostics ColumnRows::faults() const {
  const ObservationColumns& c = columns_;
  bool fit = c.start.size() == size() && c.end.size() == size();
  const auto check = [&](const auto& column) {
    fit = fit && (column.empty() || column.size() == size());
  };
  const auto check_bits = [&](const ValidityView& bits) {
    fit = fit && (bits.empty() || bits.size() >= (size() + 7) / 8);
  };
  for (const WordColumn* words :
       {&c.unit, &c.project, &c.work_stage, &c.source, &c.note, &c.words, &c.judge}) {
    check(words->at);
  }
  for (const NumberColumn* numbers : {&c.value, &c.upper, &c.numerator, &c.denominator}) {
    check(numbers->small);
    check(numbers->wide);
    check(numbers->scales);
    check_bits(numbers->validity);
  }
  check(c.form);
  check(c.standing);
  check(c.verdict);
  check(c.status);
  check(c.qualifier);
  check(c.recorded_on);
  check(c.revision);
  check_bits(c.recorded_on_validity);
  if (fit) return {};
  return {{Severity::error, Errc::field_count, Place{},
           "a column has another number of rows than there are indicators"}};
}

Result<Fact> ColumnRows::positions(std::size_t row, const Observation& texts) const {
  const ObservationColumns& c = columns_;
  Fact fact{};
  fact.indicator = indicators_[row];
  if (fact.indicator == kNone) return unknown(Errc::unknown_indicator, word_of(c.indicator, row));
  fact.unit = plan_.unit();
  if (names(c.unit, row)) {
    fact.unit = units_[row];
    if (fact.unit == kNone) return unknown(Errc::unknown_unit, word_of(c.unit, row));
  }
  if (fact.unit == kNone) return error(Errc::unit_missing);
  fact.project = kNone;
  if (names(c.project, row)) {
    fact.project = projects_[row];
    if (fact.project == kNone) return unknown(Errc::unknown_project, word_of(c.project, row));
  }
  const Result<bool> earlier = is_of_earlier_stage(plan_, fact.project, texts.work_stage);
  if (!earlier) return earlier.error();
  fact.earlier_stage = *earlier;
  return fact;
}

Errc ColumnRows::read_period(std::size_t row, Observation& texts) const {
  const Result<Date> start = Date::from_days(columns_.start[row]);
  const Result<Date> end = Date::from_days(columns_.end[row]);
  if (!start || !end) return Errc::date_out_of_range;
  const Result<Period> period = Period::of(*start, *end);
  if (!period) return period.error().code;
  texts.period = *period;
  texts.recorded_on.reset();
  if (columns_.recorded_on.empty() || !has_value(columns_.recorded_on_validity, row)) {
    return Errc::none;
  }
  const Result<Date> recorded = Date::from_days(columns_.recorded_on[row]);
  if (!recorded) return Errc::date_out_of_range;
  texts.recorded_on = *recorded;
  return Errc::none;
}

Errc ColumnRows::read_numbers(std::size_t row, Index indicator, Observation& texts) const {
  const auto read = [row](const NumberColumn& column, std::optional<Decimal>& into) {
    const Result<std::optional<Decimal>> number = number_of(column, row);
    if (number) into = *number;
    return number ? Errc::none : number.error().code;
  };
  Errc fault = read(columns_.value, texts.value);
  if (fault == Errc::none) fault = read(columns_.upper, texts.upper);
  if (fault == Errc::none) fault = read(columns_.numerator, texts.numerator);
  if (fault == Errc::none) fault = read(columns_.denominator, texts.denominator);
  const auto shorten = [&](const NumberColumn& column, std::optional<Decimal>& number) {
    if (!number || !column.scales.empty()) return;
    number = without_spare_zeros(*number, plan_.indicators()[indicator]);
  };
  shorten(columns_.value, texts.value);
  shorten(columns_.upper, texts.upper);
  return fault;
}

// Whether a row of ids has none, or one of the dictionary; of the plan where there is none.
bool ColumnRows::is_known(const WordColumn& column, std::size_t count, std::size_t row) {
  if (!column.words.empty() || column.at.empty()) return is_sound(column, row);
  return column.at[row] == kNone || column.at[row] < count;
}

Result<Fact> ColumnRows::read(std::size_t row, Observation& texts) const {
  const ObservationColumns& c = columns_;
  bool sound = is_known(c.indicator, plan_.indicators().size(), row) &&
               is_known(c.unit, plan_.units().size(), row) &&
               is_known(c.project, plan_.projects().size(), row);
  for (const WordColumn* words : {&c.work_stage, &c.source, &c.note, &c.words, &c.judge}) {
    sound = sound && is_sound(*words, row);
  }
  if (!sound) {
    return error(Errc::number_out_of_range, "the row refers to a word beyond its dictionary");
  }
  texts.work_stage = word_of(c.work_stage, row);
  texts.source = word_of(c.source, row);
  texts.note = word_of(c.note, row);
  texts.words = word_of(c.words, row);
  texts.judge = word_of(c.judge, row);
  Result<Fact> fact = positions(row, texts);
  if (!fact) return fact;
  if (const Errc fault = read_period(row, texts); fault != Errc::none) return error(fault);
  if (const Errc fault = read_numbers(row, fact->indicator, texts); fault != Errc::none) {
    return error(fault);
  }
  texts.form = value_or(c.form, row, std::optional<Form>());
  texts.standing = value_or(c.standing, row, Standing::value);
  texts.verdict = value_or(c.verdict, row, Verdict::none);
  texts.status = value_or(c.status, row, Status::official);
  texts.qualifier = value_or(c.qualifier, row, Qualifier::exact);
  texts.revision = value_or(c.revision, row, std::int32_t{0});
  return complete(plan_, *std::move(fact), texts);
}

}  // namespace tiendo
