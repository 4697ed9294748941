// Tested by tests/unit/io/observation_chunk_test.cpp and observation_reader_test.cpp.
//
// Every column is read as far as it is understood; so the rows are those that all columns have.

#include "io/observation_chunk.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "decimal/ending_digits.hpp"
#include "io/json_fields.hpp"

namespace tiendo {
namespace {

using Table = ObservationTable;

// Of words that may be anything valid, such as days, no more are kept.
constexpr std::size_t kMostWords = 4096;

void set(std::vector<std::uint8_t>& bits, std::size_t row) {
  bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | 1U << (row % 8));
}

// A word of an enumeration; what stands for an empty one.
template <class Enum>
auto named(Enum otherwise, int first = 0) {
  return [otherwise, first](std::string_view word) -> std::optional<Enum> {
    return word.empty() ? otherwise : enumerator_named<Enum>(word, first);
  };
}

}  // namespace

ObservationChunk::ObservationChunk(const Plan& plan, const ObservationTable& table, char separator,
                                   NumberFormat numbers, std::size_t most)
    : plan_(plan),
      table_(table),
      numbers_(numbers),
      point_(numbers.point < 0x80 ? static_cast<char>(numbers.point) : '\0'),
      most_(most),
      rows_(table.width, separator),
      start_(most),
      end_(most),
      ready_(plan) {}

bool ObservationChunk::has(Table::Column column) const {
  return table_.at[column] != Table::kAbsent;
}

// Whether the column is absent, or all rows have nothing in it, which is the same.
bool ObservationChunk::is_blank(Table::Column column) const {
  if (!has(column)) return true;
  const PlainColumn fields = rows_.column(table_.at[column]);
  for (std::size_t row = 0; row < rows_read_;) {
    std::size_t bytes = 0;  // of sixteen rows, so that there is one branch for them
    for (const std::size_t end = std::min(row + 16, rows_read_); row < end; ++row) {
      bytes |= fields[row].size;
    }
    if (bytes != 0) return false;
  }
  return true;
}

// Calls put(row, meaning) for each row. A word is learnt when it is met first, and ends the rows
// when it has no meaning. @return whether a row has a word
template <class Meaning, class Learn, class Put>
bool ObservationChunk::read_words(Table::Column column, WordMap<Meaning>& known, const Learn& learn,
                                  const Put& put) {
  const PlainColumn fields = rows_.column(table_.at[column]);
  const std::size_t rows = rows_read_;
  WordKey last;
  Meaning meaning{};
  std::size_t bytes = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const PlainField field = fields[row];
    const WordKey key(field);
    // Often the word of the row before.
    if (key != last || row == 0 || field.size > WordKey::kBytes) {
      const Meaning* found = known.find(key, field);
      if (!found) {
        const PlainField copy = field;  // so that `field` need not be in memory
        const std::optional<Meaning> learnt = learn(copy.text());
        if (!learnt) {
          rows_read_ = row;
          break;
        }
        found = &known.add(key, copy, *learnt);
      }
      meaning = *found;
      last = key;
    }
    put(row, meaning);
    bytes |= field.size;
  }
  return bytes != 0;
}

template <class Meaning, class Value, class Learn>
void ObservationChunk::read_values(Table::Column column, WordMap<Meaning>& known,
                                   Values<Value>& into, const Learn& learn) {
  into.present = false;
  if (is_blank(column)) return;
  into.values.resize(most_);
  Value* const values = into.values.data();
  into.present = read_words(column, known, learn, [values](std::size_t row, const Meaning& value) {
    values[row] = value;
  });
}

void ObservationChunk::read_ids(Table::Column column, WordMap<Index>& known, Ids& into,
                                Index (Plan::*find)(std::string_view) const) {
  read_values(column, known, into, [&](std::string_view id) -> std::optional<Index> {
    if (id.empty()) return kNone;
    const Index position = (plan_.*find)(id);
    return position == kNone ? std::nullopt : std::optional(position);
  });
}

void ObservationChunk::read_periods(ObservationWords& words) {
  using Days = std::pair<std::int32_t, std::int32_t>;
  if (words.period.size() > kMostWords) words.period = {};
  const auto learn = [](std::string_view word) -> std::optional<Days> {
    const Result<Period> period = Period::parse(word);
    if (!period) return std::nullopt;
    return Days(period->start().days(), period->end().days());
  };
  std::int32_t* const start = start_.data();
  std::int32_t* const end = end_.data();
  read_words(Table::period, words.period, learn, [=](std::size_t row, const Days& days) {
    start[row] = days.first;
    end[row] = days.second;
  });
}

void ObservationChunk::read_days_of_recording(ObservationWords& words) {
  recorded_on_.present = false;
  if (is_blank(Table::recorded_on)) return;
  if (words.recorded_on.size() > kMostWords) words.recorded_on = {};
  recorded_on_.values.resize(most_);
  recorded_on_validity_.assign((most_ + 7) / 8, 0);
  using Day = std::optional<std::int32_t>;
  const auto learn = [](std::string_view word) -> std::optional<Day> {
    if (word.empty()) return std::optional<Day>(std::in_place);
    const Result<Date> date = Date::parse(word);
    return date ? std::optional<Day>(std::in_place, date->days()) : std::nullopt;
  };
  std::int32_t* const values = recorded_on_.values.data();
  recorded_on_.present = read_words(Table::recorded_on, words.recorded_on, learn,
                                    [this, values](std::size_t row, const Day& day) {
                                      values[row] = day.value_or(0);
                                      if (day) set(recorded_on_validity_, row);
                                    });
}

// A number that does not fit sixteen characters, that has marks between its digits or a plus, or
// that is none.
bool ObservationChunk::read_number_with_care(PlainField field, std::size_t row, Numbers& numbers) {
  const Result<Decimal> number = parse(field.text(), numbers_);
  const Result<Decimal::Words> words = number ? number->to_words() : number.error();
  if (!words || words->hi != static_cast<std::int64_t>(words->lo) >> 63) return false;
  numbers.small[row] = static_cast<std::int64_t>(words->lo);
  numbers.scales[row] = static_cast<std::uint8_t>(words->scale);
  return true;
}

// A word in the place of a value.
bool ObservationChunk::read_standing(PlainField field, std::size_t row) {
  const std::optional<Standing> standing = enumerator_named<Standing>(field.text(), 1);
  if (!standing || *standing >= Standing::range) return false;
  if (standing_.empty()) standing_.assign(most_, Standing::value);
  standing_[row] = *standing;
  return true;
}

// Eight rows at a time: first which of them have anything, then what. Rows without a number keep
// what stood in their places before.
void ObservationChunk::read_numbers(Table::Column column, Numbers& numbers) {
  numbers.present = false;
  if (is_blank(column)) return;
  numbers.small.resize(most_);
  numbers.scales.resize(most_);
  numbers.validity.resize((most_ + 7) / 8);
  const PlainColumn fields = rows_.column(table_.at[column]);
  std::int64_t* const small = numbers.small.data();
  std::uint8_t* const scales = numbers.scales.data();
  const char point = point_;
  const auto read_quickly = [=](PlainField field, std::size_t row) {
    const bool negative = *(field.end - field.size) == '-';
    const std::size_t sign = negative ? 1 : 0;
    detail::Parts parts{0, 0};
    if (field.before < detail::kBeforeEnd || point == 0 ||
        !detail::read_ending_digits(field.end, field.size - sign, point, parts)) {
      return false;
    }
    small[row] = (static_cast<std::int64_t>(parts.size) ^ -static_cast<std::int64_t>(sign)) +
                 static_cast<std::int64_t>(sign);
    scales[row] = static_cast<std::uint8_t>(parts.scale);
    return true;
  };
  const std::size_t rows = rows_read_;
  for (std::size_t first = 0; first < rows; first += 8) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(8, rows - first); ++i) {
      bits |= (fields[first + i].size != 0 ? 1U : 0U) << i;
    }
    for (unsigned rest = bits; rest != 0; rest &= rest - 1) {
      const std::size_t row = first + static_cast<std::size_t>(std::countr_zero(rest));
      const PlainField field = fields[row];
      if (read_quickly(field, row)) continue;
      const unsigned own = rest & -rest;
      if (column == Table::value && read_standing(field, row)) {
        bits &= ~own;
      } else if (!read_number_with_care(field, row, numbers)) {
        bits &= own - 1;
        rows_read_ = row;
        break;
      }
    }
    numbers.validity[first / 8] = static_cast<std::uint8_t>(bits);
    numbers.present = numbers.present || bits != 0;
    if (rows_read_ < rows) return;
  }
}

void ObservationChunk::read_texts(Table::Column column, Texts& texts) {
  texts.present = false;
  if (is_blank(column)) return;
  texts.words.clear();
  texts.at.resize(most_);
  const PlainColumn fields = rows_.column(table_.at[column]);
  for (std::size_t row = 0; row < rows_read_; ++row) {
    const PlainField field = fields[row];
    texts.at[row] = kNone;
    if (field.size == 0) continue;
    texts.at[row] = static_cast<Index>(texts.words.size());
    texts.words.push_back(field.text());
  }
  texts.present = !texts.words.empty();
}

std::size_t ObservationChunk::read(std::string_view lines, ObservationWords& words) {
  rows_read_ = rows_.split(lines, most_);
  if (rows_read_ == 0) return 0;
  read_ids(Table::indicator, words.indicator, indicator_, &Plan::find_indicator);
  read_ids(Table::unit, words.unit, unit_, &Plan::find_unit);
  read_ids(Table::project, words.project, project_, &Plan::find_project);
  read_periods(words);
  using FormOrNone = std::optional<Form>;
  read_values(Table::form, words.form, form_,
              [](std::string_view word) -> std::optional<FormOrNone> {
                const FormOrNone form = enumerator_named<Form>(word);
                if (!form && !word.empty()) return std::nullopt;
                return std::optional<FormOrNone>(std::in_place, form);
              });
  standing_.clear();
  read_numbers(Table::value, value_);
  read_numbers(Table::numerator, numerator_);
  read_numbers(Table::denominator, denominator_);
  read_numbers(Table::value_to, upper_);
  read_values(Table::status, words.status, status_, named(Status::official));
  read_values(Table::qualifier, words.qualifier, qualifier_, named(Qualifier::exact));
  read_days_of_recording(words);
  if (words.revision.size() > kMostWords) words.revision = {};
  read_values(Table::revision, words.revision, revision_, [](std::string_view word) {
    return word.empty() ? std::optional<std::int32_t>(0) : whole_number(word);
  });
  read_values(Table::verdict, words.verdict, verdict_, named(Verdict::none, 1));
  read_texts(Table::work_stage, work_stage_);
  read_texts(Table::source, source_);
  read_texts(Table::note, note_);
  read_texts(Table::words, words_);
  read_texts(Table::judge, judge_);
  if (rows_read_ > 0) ready_.take(columns());
  return rows_read_;
}

ObservationColumns ObservationChunk::columns() const {
  const std::size_t rows = rows_read_;
  const auto some = [rows](const auto& of, const auto& values) {
    return std::span(values).first(of.present ? rows : 0);
  };
  const auto ids = [&](const Ids& of) { return WordColumn{{}, some(of, of.values), {}}; };
  const auto texts = [&](const Texts& of) { return WordColumn{of.words, some(of, of.at), {}}; };
  const auto numbers = [&](const Numbers& of) {
    return NumberColumn{some(of, of.small), {}, of.validity, 0, some(of, of.scales)};
  };
  ObservationColumns columns;
  columns.indicator = ids(indicator_);
  columns.unit = ids(unit_);
  columns.project = ids(project_);
  columns.work_stage = texts(work_stage_);
  columns.start = std::span(start_).first(rows);
  columns.end = std::span(end_).first(rows);
  columns.form = some(form_, form_.values);
  columns.standing = std::span(standing_).first(standing_.empty() ? 0 : rows);
  columns.value = numbers(value_);
  columns.numerator = numbers(numerator_);
  columns.denominator = numbers(denominator_);
  columns.upper = numbers(upper_);
  columns.status = some(status_, status_.values);
  columns.qualifier = some(qualifier_, qualifier_.values);
  columns.recorded_on = some(recorded_on_, recorded_on_.values);
  columns.recorded_on_validity = recorded_on_validity_;
  columns.revision = some(revision_, revision_.values);
  columns.verdict = some(verdict_, verdict_.values);
  columns.source = texts(source_);
  columns.note = texts(note_);
  columns.words = texts(words_);
  columns.judge = texts(judge_);
  return columns;
}

}  // namespace tiendo
