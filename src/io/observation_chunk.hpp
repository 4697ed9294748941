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

/// What the words of a table mean that have been met: a thread has its own, and reads one chunk
/// after the other with them.
struct ObservationWords {
  WordMap<Index> indicator, unit, project;  ///< positions in the plan
  WordMap<std::pair<std::int32_t, std::int32_t>> period;
  WordMap<std::optional<Form>> form;
  WordMap<Status> status;
  WordMap<Qualifier> qualifier;
  WordMap<std::optional<std::int32_t>> recorded_on;
  WordMap<std::int32_t> revision;
  WordMap<Verdict> verdict;
};

/// Used for one chunk of a table after the other.
class ObservationChunk {
 public:
  /// For tables of a plan, which outlives the chunk, with at most so many rows at once.
  ObservationChunk(const Plan& plan, const ObservationTable& table, char separator,
                   NumberFormat numbers, std::size_t most);

  /// Reads the first of these whole lines, up to the first row that is not plain or that says what
  /// is not understood here. The lines stay where they are until the rows have been appended.
  /// @return how many rows
  std::size_t read(std::string_view lines, ObservationWords& words);

  /// How many rows were read last.
  std::size_t rows() const noexcept { return rows_read_; }

  /// The bytes of the rows, with their line breaks.
  std::size_t bytes() const { return rows_.bytes(rows_read_); }
  /// The rows. Columns without content are absent.
  ObservationColumns columns() const;
  /// The same on their way into a log, if there are any.
  ReadyRows& ready() noexcept { return ready_; }

 private:
  template <class Value>
  struct Values {
    std::vector<Value> values;
    bool present = false;
  };
  using Ids = Values<Index>;  // positions in the plan
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

  bool has(ObservationTable::Column column) const;
  bool is_blank(ObservationTable::Column column) const;
  template <class Meaning, class Learn, class Put>
  bool read_words(ObservationTable::Column column, WordMap<Meaning>& known, const Learn& learn,
                  const Put& put);
  template <class Meaning, class Value, class Learn>
  void read_values(ObservationTable::Column column, WordMap<Meaning>& known, Values<Value>& into,
                   const Learn& learn);
  void read_ids(ObservationTable::Column column, WordMap<Index>& known, Ids& into,
                Index (Plan::*find)(std::string_view) const);
  void read_periods(ObservationWords& words);
  void read_days_of_recording(ObservationWords& words);
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
  std::size_t rows_read_ = 0;

  Ids indicator_, unit_, project_;
  std::vector<std::int32_t> start_, end_;
  Values<std::optional<Form>> form_;
  std::vector<Standing> standing_;  // empty when all rows have values
  Numbers value_, numerator_, denominator_, upper_;
  Values<Status> status_;
  Values<Qualifier> qualifier_;
  Values<std::int32_t> recorded_on_;
  std::vector<std::uint8_t> recorded_on_validity_;
  Values<std::int32_t> revision_;
  Values<Verdict> verdict_;
  Texts work_stage_, source_, note_, words_, judge_;
  ReadyRows ready_;
};

}  // namespace tiendo
