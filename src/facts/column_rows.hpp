// Rows out of columns, their ids looked up once for each word and not for each row.
#pragma once

#include <span>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// Reads the columns of a caller, who keeps them as they are meanwhile.
class ColumnRows {
 public:
  ColumnRows(const Plan& plan, const ObservationColumns& columns);
  ColumnRows(const ColumnRows&) = delete;  // refers to itself
  ColumnRows& operator=(const ColumnRows&) = delete;

  // How many rows there are.
  std::size_t size() const { return columns_.indicator.at.size(); }

  // field_count, once, when a column has another number of rows or a bitmap is too short.
  Diagnostics faults() const;

  // The row as the engine reads it, or what is wrong with it. What a Fact does not have (parts,
  // stage, source, note) is put into `texts`, whose ids stay empty.
  Result<Fact> read(std::size_t row, Observation& texts) const;

  // A column of ids, looked up.
  class Ids {
   public:
    // Whether the row has anything in it.
    bool says(std::size_t row) const { return at_ != nullptr && at_[row] != kNone; }
    // The position in the plan of what the row says; kNone when the plan does not have it.
    Index operator[](std::size_t row) const {
      const Index at = at_[row];
      if (at >= count_) return kNone;
      return of_words_ == nullptr ? at : of_words_[at];
    }

   private:
    friend class ColumnRows;

    const Index* at_ = nullptr;  // of each row the number of its word, or its position
    const Index* of_words_ = nullptr;
    std::size_t count_ = 0;  // of the words, or of what the plan has
  };
  const Ids& indicators() const { return indicators_; }
  const Ids& units() const { return units_; }

 private:
  template <class Find>
  Ids looked_up(const WordColumn& column, std::size_t count, const Find& find);
  static bool is_known(const WordColumn& column, std::size_t count, std::size_t row);
  Result<Fact> positions(std::size_t row, const Observation& texts) const;
  Errc read_period(std::size_t row, Observation& texts) const;
  Errc read_numbers(std::size_t row, Index indicator, Observation& texts) const;

  const Plan& plan_;
  const ObservationColumns& columns_;
  std::vector<std::vector<Index>> found_;  // of words that the caller has not looked up
  Ids indicators_, units_, projects_;
};

}  // namespace tiendo
