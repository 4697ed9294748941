/// @file
/// What the plain reports of every cell of a log add up to in a window: select() for all cells at
/// once, in one pass over the columns of the log.
///
/// A cell is told by its sums where select() has no fault and all that counts are exact numbers of
/// one kind for whole months of the window: increments where reports add up over time, levels where
/// the latest counts. Then
///
///     numerator / 10^scale == the sum of the values (numerators) of select().used, or the latest
///     months               == the months of select().spans
///
/// Everything else (running totals, ranges, "unchanged", what half-overlaps, numbers beyond 64 bits
/// at the scale of the indicator, projects, other rules over time) is left to select().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "tiendo/base/run.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

/// A question for all cells: as Question, without the cell.
struct WindowQuestion {
  Period window;  ///< of 1 to 64 whole months; of any other nothing is told by sums
  Date as_of;
  std::optional<Date> known_on = {};
  Edition edition = Edition::latest;

  friend bool operator==(const WindowQuestion&, const WindowQuestion&) = default;
};

/// Whether the sums of a cell say what counts.
enum class Told : std::uint8_t {
  nothing,  ///< no report counts, and there is nothing wrong with them
  sum,      ///< the sums say it
  other,    ///< only select() does
};

/// What the reports of a cell amount to. Numbers mean something where it is told by a sum.
struct CellSum {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;      ///< of a ratio; else 0
  std::uint64_t months = 0;          ///< reported, the first month of the window lowest
  Status status = Status::official;  ///< the least final
  Told told = Told::nothing;

  friend bool operator==(const CellSum&, const CellSum&) = default;
};

/// The sums of all cells of units for one question, as columns: that of an indicator and a unit
/// stands at `indicator * units of the plan + unit`, also where there is no such cell.
struct WindowSums {
  std::vector<std::int64_t> numerator;
  std::vector<std::int64_t> denominator;
  std::vector<std::uint64_t> months;
  std::vector<Status> status;
  std::vector<Told> told;
  /// Whether another edition could say something else: a report of the window shares days with
  /// another of its cell, or is "unchanged" from one that may have been corrected.
  bool corrected = false;

  WindowSums() = default;
  /// Nothing, at so many places.
  explicit WindowSums(std::size_t size) { resize(size); }

  /// Makes room for so many places.
  void reserve(std::size_t places) {
    numerator.reserve(places);
    denominator.reserve(places);
    months.reserve(places);
    status.reserve(places);
    told.reserve(places);
  }
  /// From then on so many places; nothing stands at those that are new.
  void resize(std::size_t places) {
    numerator.resize(places);
    denominator.resize(places);
    months.resize(places);
    status.resize(places, Status::official);
    told.resize(places);
  }
  /// How many places there are.
  std::size_t size() const noexcept { return told.size(); }
  /// What stands at a place.
  CellSum operator[](std::size_t at) const {
    return {numerator[at], denominator[at], months[at], status[at], told[at]};
  }
  /// Puts it there.
  void put(std::size_t at, const CellSum& sum) {
    numerator[at] = sum.numerator;
    denominator[at] = sum.denominator;
    months[at] = sum.months;
    status[at] = sum.status;
    told[at] = sum.told;
  }
};

/// Digits after the point of all numerators and denominators of an indicator; they grow with what
/// is reported.
struct SumScales {
  int numerator = 0;
  int denominator = 0;

  friend bool operator==(const SumScales&, const SumScales&) = default;
};
SumScales sum_scales(const ObservationLog& log, Index indicator) noexcept;

/// The sums for each of the questions (at most 8), in one pass by so many threads. The number of
/// threads, at least 1, changes nothing but the time. Pure; may run in many threads at once while
/// nobody appends to the log, as may the others here.
std::vector<WindowSums> window_sums(const ObservationLog& log,
                                    std::span<const WindowQuestion> questions, int threads = 1);

/// The same in the threads of a watch that is told of the rows. Once it is stopped, the sums mean
/// nothing. Unless it is, `beside` has been called once, in this thread, while others copy what is
/// known.
std::vector<WindowSums> window_sums(
    const ObservationLog& log, std::span<const WindowQuestion> questions, Watch& watch,
    const std::function<void()>& beside = [] {});

/// Reads the sums of single cells for one question, again and again: what rows mean for it is found
/// out once. One reader is for one log, and for one thread at a time.
class CellReader {
 public:
  /// A reader of cells for one question.
  explicit CellReader(const WindowQuestion& question);
  CellReader(CellReader&&) noexcept;
  CellReader& operator=(CellReader&&) noexcept;
  ~CellReader();

  /// The sum of a cell, and whether another edition could say something else.
  struct Reading {
    CellSum sum;
    bool corrected = false;
  };
  /// As window_sums() has it; the cell must have rows. Reads rows that were appended since.
  Reading read(const ObservationLog& log, Index cell);
  /// The same of a cell whose rows before `since` said `before` to a reader of the same question,
  /// brought to the digits that sum_scales() has now. Where one plain row has come, that is added
  /// to what was said, and the others are not read again; `corrected` is then of that row.
  Reading read(const ObservationLog& log, Index cell, Row since, const CellSum& before);

  /// What it reads cells for.
  const WindowQuestion& question() const noexcept;

 private:
  struct Memory;
  std::optional<Reading> added(const ObservationLog& log, Index cell, Row since,
                               const CellSum& before);

  std::unique_ptr<Memory> memory_;
};

/// The sum of one cell, which must have rows: read once.
CellSum window_sum(const ObservationLog& log, Index cell, const WindowQuestion& question);

}  // namespace tiendo
