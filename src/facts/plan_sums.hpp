// What the reports of every cell amount to in the time of the plan, kept beside the log from one
// batch to the next.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "tiendo/facts/window_sums.hpp"

namespace tiendo {

// The answers of window_sums() to the questions of most reports: the window of the plan to its end
// and the one that it is compared with, as everything known has them. They are made after a batch
// by a pass over all rows. Cells that get rows later are noted and read anew when a question comes,
// as long as they are few; then there is no answer until the next large batch. So nothing here
// depends on what a row says.
//
// Of a plan of which little is reported they are not kept: they have a place for every indicator
// and unit.
class PlanSums {
 public:
  // Room is made first and may fail; then rows are noted, which cannot.
  void make_room(std::size_t rows);
  void push(Index cell) noexcept {
    if (made_ != nullptr) note(cell);
  }
  // The rows from `rows` on are taken back.
  void shorten(std::size_t rows) noexcept;

  // After a batch: makes the sums anew where too many cells have got rows, if so many rows have
  // come that this does not add up to more than some passes. All or nothing.
  void renew(const ObservationLog& log, int threads);

  // As window_sums() has it; nothing where the question is another, or where the rows of so many
  // cells would have to be read that reading all of them is sooner done. The watch is not told of
  // rows; only the thread of the caller `tells` it that the work goes on. `memory` is used for
  // them.
  std::optional<WindowSums> answer(const ObservationLog& log, const WindowQuestion& question,
                                   Watch& watch, bool tells = true, WindowSums memory = {}) const;
  // Room for so many answers, if there can be any.
  std::vector<WindowSums> memory(std::size_t answers) const;

 private:
  struct Made {
    std::vector<WindowQuestion> questions;
    std::vector<WindowSums> sums;   // beside the questions
    std::vector<SumScales> scales;  // beside the indicators
    std::size_t rows;               // of the log
    std::size_t most_touched;
  };
  class Answer;

  void note(Index cell) noexcept;
  void drop() noexcept;

  std::unique_ptr<const Made> made_;
  std::vector<Index> touched_;  // cells that have got rows since
  std::size_t rows_made_ = 0;   // as many rows there were when sums were made last
};

}  // namespace tiendo
