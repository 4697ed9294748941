/// @file
/// Some rows of a table of observations, read column by column: what most rows of large tables are,
/// and nothing else. Whatever is seldom or faulty is left to who reads row by row.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "facts/ready_rows.hpp"
#include "io/observation_table.hpp"
#include "io/plain_rows.hpp"
#include "io/word_map.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/observation_columns.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Keeps the words that it has met, so it is used for one chunk of a table after the other.
class ObservationChunk {
 public:
  /// For tables of a plan, which outlives the chunk, with at most so many rows at once.
  ObservationChunk(const Plan& plan, const ObservationTable& table, char separator,
                   NumberFormat numbers, std::size_t most);

  /// Reads the first of these whole lines, up to the first row that is not plain or that says what
  /// is not understood here. Where has_texts(), the lines stay where they are until the rows have
  /// been appended.
  /// @return how many rows
  std::size_t read(std::string_view lines);

  /// How many rows were read last.
  std::size_t rows() const noexcept { return rows_read_; }

  /// Whether the rows end at one that is plain and was not understood.
  bool stopped() const noexcept { return rows_read_ < rows_split_; }
  /// The bytes of the rows, with their line breaks.
  std::size_t bytes() const { return rows_.bytes(rows_read_); }
  /// Whether the rows refer to the lines, beside what they refer to in the chunk.
  bool has_texts() const noexcept;
  /// The rows. Columns without content are absent.
  ObservationColumns columns() const;
  /// The same on their way into a log, if there are any.
  ReadyRows& ready() noexcept { return ready_; }

 private:
  struct Ids {
    WordMap<Index> known;  // positions in the lists of those met so far
    std::vector<std::string_view> words;
    std::vector<Index> positions;  // in the plan
    std::vector<Index> at;
    bool present = false;
  };
  struct Numbers {
    std::vector<std::int64_t> small;
    std::vector<std::uint8_t> scales;
    std::vector<std::uint8_t> validity;
    bool present = false;
  };
  struct Texts {
    std::vector<std::string_view> words;
    std::vector<Index> at;
    bool present = false;
  };
  template <class Meaning, class Value>
  struct Words {
    WordMap<Meaning> known;
    std::vector<Value> values;
    bool present = false;
  };

  bool has(ObservationTable::Column column) const;
  bool is_blank(ObservationTable::Column column) const;
  template <class Meaning, class Learn, class Put>
  bool read_words(ObservationTable::Column column, WordMap<Meaning>& known, const Learn& learn,
                  const Put& put);
  template <class List>
  void read_ids(ObservationTable::Column column, Ids& ids, const List& list,
                Index (Plan::*find)(std::string_view) const);
  template <class Meaning, class Value, class Learn>
  void read_values(ObservationTable::Column column, Words<Meaning, Value>& words,
                   const Learn& learn);
  void read_periods();
  void read_days_of_recording();
  void read_numbers(ObservationTable::Column column, Numbers& numbers);
  bool read_number_with_care(PlainField field, std::size_t row, Numbers& numbers);
  bool read_standing(PlainField field, std::size_t row);
  void read_texts(ObservationTable::Column column, Texts& texts);

  const Plan& plan_;
  ObservationTable table_;
  NumberFormat numbers_;
  char point_;  // 0 when it is not ASCII
  std::size_t most_;
  PlainRows rows_;
  std::size_t rows_split_ = 0;
  std::size_t rows_read_ = 0;

  Ids indicator_, unit_, project_;
  WordMap<std::pair<std::int32_t, std::int32_t>> periods_;
  std::vector<std::int32_t> start_, end_;
  Words<std::optional<Form>, std::optional<Form>> form_;
  std::vector<Standing> standing_;  // empty when all rows have values
  Numbers value_, numerator_, denominator_, upper_;
  Words<Status, Status> status_;
  Words<Qualifier, Qualifier> qualifier_;
  Words<std::optional<std::int32_t>, std::int32_t> recorded_on_;
  std::vector<std::uint8_t> recorded_on_validity_;
  Words<std::int32_t, std::int32_t> revision_;
  Words<Verdict, Verdict> verdict_;
  Texts work_stage_, source_, note_, words_, judge_;
  ReadyRows ready_;
};

}  // namespace tiendo
