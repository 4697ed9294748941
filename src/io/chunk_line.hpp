/// @file
/// Chunks of rows on their way into a log: one thread reads, another appends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

#include "base/side_thread.hpp"
#include "io/observation_chunk.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// The caller reads the next chunk while those before it are being appended, in their order. With
/// one thread, or where no other can be had, a chunk is appended by the caller.
class ChunkLine {
 public:
  /// What was read, and once it has arrived whether the log has taken its rows; it takes those of
  /// none behind one that it did not take.
  struct Piece {
    template <class Make>
    explicit Piece(const Make& make) : chunk(make()) {}

    ObservationChunk chunk;
    bool appended = false;
  };

  /// Of chunks that `make` makes; `side` is the other thread, or null. The batch and it live
  /// longer.
  template <class Make>
  ChunkLine(ObservationLog::Batch& batch, SideThread* side, const Make& make)
      : batch_(batch), side_(side) {
    const std::size_t pieces = side_ ? kAhead + 1 : 1;
    while (pieces_.size() < pieces) pieces_.emplace_back(make);
  }
  ChunkLine(const ChunkLine&) = delete;
  ChunkLine& operator=(const ChunkLine&) = delete;
  ~ChunkLine() {
    if (side_) side_->settle();
  }

  /// The one that is to be read next.
  ObservationChunk& next() { return pieces_[sent_ % pieces_.size()].chunk; }

  /// The bytes of those that have been sent and not passed.
  std::size_t bytes() const noexcept { return bytes_; }

  /// Has next() appended behind the others, beside the caller if it may be.
  void send(bool beside) {
    Piece& piece = pieces_[sent_++ % pieces_.size()];
    bytes_ += piece.chunk.bytes();
    piece.appended = false;
    if (beside && side_) {
      // The appending would be waited for: so what either may do is done here.
      if (side_->unfinished() == kAhead) piece.chunk.ready().read_keys();
      side_->wait(kAhead - 1);
      side_->start([this, &piece] { append(piece); });
    } else {
      if (side_) side_->wait();
      append(piece);
    }
  }

  /// The first that has been sent and not passed, or null until it has arrived.
  const Piece* arrived() const {
    const std::size_t done = sent_ - (side_ ? side_->unfinished() : 0);
    return passed_ < done ? &pieces_[passed_ % pieces_.size()] : nullptr;
  }
  /// Passes over it.
  void pass() { bytes_ -= pieces_[passed_++ % pieces_.size()].chunk.bytes(); }
  /// Passes over all that have been sent, of which one was not taken.
  void forget() {
    if (side_) side_->wait();
    passed_ = sent_;
    bytes_ = 0;
    refused_ = false;
  }

 private:
  /// So many are under way while another is read.
  static constexpr std::uint32_t kAhead = 2;
  static_assert(kAhead <= SideThread::kMost);

  void append(Piece& piece) {
    if (refused_ || piece.chunk.rows() == 0) return;
    piece.appended = piece.chunk.ready().append_to(batch_).empty();
    refused_ = !piece.appended;
  }

  ObservationLog::Batch& batch_;
  SideThread* side_;
  std::deque<Piece> pieces_;
  std::size_t sent_ = 0;
  std::size_t passed_ = 0;
  std::size_t bytes_ = 0;
  bool refused_ = false;  // of whoever appends
};

}  // namespace tiendo
