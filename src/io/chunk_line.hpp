/// @file
/// Chunks of rows on their way into a log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/count.hpp"
#include "base/team.hpp"
#include "io/csv_cursor.hpp"
#include "io/observation_chunk.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// Whichever thread is free appends the chunk whose turn it is, or else reads the lines that come
/// next: so each does as much as it can, however quick it is, and rows come into the log in their
/// order.
class ChunkLine {
 public:
  /// Where it ended.
  struct End {
    std::size_t rows = 0;     ///< that the log has taken, and the cursor has passed
    std::size_t refused = 0;  ///< that come next, of which the log does not take all
  };

  /// Bytes of the shortest row in which nothing lacks.
  static constexpr std::size_t kLeastRow = 8;

  /// Of chunks that `make` makes, whose lines have so many bytes at most, or are one line. All that
  /// is given lives longer.
  ChunkLine(CsvCursor& csv, Readers readers, ObservationLog::Batch& batch, Team& team,
            std::size_t bytes, std::function<ObservationChunk()> make);
  ChunkLine(const ChunkLine&) = delete;
  ChunkLine& operator=(const ChunkLine&) = delete;

  /// Goes on until a row comes that is not plain or not taken, or whole lines end, or
  /// goes_on(bytes that have been passed), which is asked in the thread of the caller, says no.
  /// `alone`: for one chunk, in that thread, where others would be woken for little.
  End run(bool alone, const std::function<bool(std::int64_t)>& goes_on);

 private:
  struct Piece {
    explicit Piece(const std::function<ObservationChunk()>& make) : chunk(make()) {}

    ObservationChunk chunk;
    std::size_t bytes = 0;             // of its lines
    std::shared_ptr<const void> kept;  // where another thread may have the cursor go on
    bool is_read = false;
  };
  using Lock = std::unique_lock<std::mutex>;

  std::unique_ptr<Piece>& piece(std::size_t number) { return pieces_[number % pieces_.size()]; }
  bool is_over() const { return is_stopped_ || appended_ == end_; }
  bool may_append();
  bool may_claim(bool is_caller) const;
  void work(ObservationWords& words, const std::function<bool(std::int64_t)>* goes_on);
  void append(Lock& lock);
  void read(ObservationWords& words, Lock& lock);
  std::string_view claim(std::size_t number, std::size_t appended);
  void pass(std::size_t number);
  void stop();

  CsvCursor& csv_;  // of who is claiming
  Readers readers_;
  ObservationLog::Batch& batch_;
  Team& team_;
  std::size_t bytes_;  // of the lines of a chunk
  std::function<ObservationChunk()> make_;
  std::vector<std::unique_ptr<Piece>> pieces_;  // each made when it is needed first
  std::vector<ObservationWords> words_;         // of each thread

  std::mutex mutex_;
  Count changes_;  // of what follows
  bool is_claiming_ = false;
  bool is_appending_ = false;
  bool is_stopped_ = false;
  std::size_t claimed_ = 0;   // pieces whose lines are known
  std::size_t appended_ = 0;  // pieces that the log has taken
  std::size_t end_ = 0;       // pieces that it is to take; kNowhere until that is known
  std::int64_t passed_bytes_ = 0;
  End found_;

  // Of who is claiming.
  std::size_t passed_ = 0;         // pieces that the cursor has passed
  std::size_t claimed_bytes_ = 0;  // of those that it has not passed
};

}  // namespace tiendo
