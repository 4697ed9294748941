// Rows out of columns, their ids looked up once for each word and not for each row.
#pragma once

#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// Reads the columns of a caller, who keeps them as they are meanwhile.
class ColumnRows {
 public:
  ColumnRows(const Plan& plan, const ObservationColumns& columns);

  // How many rows there are.
  std::size_t size() const { return columns_.indicator.at.size(); }

  // field_count, once, when a column has another number of rows or a bitmap is too short.
  Diagnostics faults() const;

  // The row as the engine reads it, or what is wrong with it. What a Fact does not have (parts,
  // stage, source, note) is put into `texts`, whose ids stay empty.
  Result<Fact> read(std::size_t row, Observation& texts) const;

  // The position of a unit of the dictionary, or of the plan where there is none; kNone when the
  // plan does not have it, and for no word at all.
  Index unit_at(Index at) const { return at_of(columns_.unit, units_, plan_.units().size(), at); }
  Index indicator_at(Index at) const {
    return at_of(columns_.indicator, indicators_, plan_.indicators().size(), at);
  }

 private:
  static Index at_of(const WordColumn& column, const std::vector<Index>& positions,
                     std::size_t count, Index at) {
    if (column.words.empty()) return at < count ? at : kNone;
    return at < positions.size() ? positions[at] : kNone;
  }
  static bool is_known(const WordColumn& column, std::size_t count, std::size_t row);
  Result<Fact> positions(std::size_t row, const Observation& texts) const;
  Errc read_period(std::size_t row, Observation& texts) const;
  Errc read_numbers(std::size_t row, Index indicator, Observation& texts) const;

  const Plan& plan_;
  const ObservationColumns& columns_;
  std::vector<Index> indicators_;  // of each word of a dictionary its position in the plan
  std::vector<Index> units_;
  std::vector<Index> projects_;
};

}  // namespace tiendo
