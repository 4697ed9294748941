/// @file
/// How long work is done: in how many threads, and who is told how far it is and may end it. What
/// comes out never depends on it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace tiendo {

/// A part of long work.
enum class Phase : std::uint8_t {
  reading_plan = 1,      ///< a plan or a table of one; counted in bytes, of each anew
  reading_observations,  ///< a table of observations; counted in bytes, of columns in rows
  adding_up,             ///< what was reported; counted in rows of the log
  judging,               ///< rows that take more than sums; counted in rows of the report, or in
                         ///< projects and tasks
  checking,              ///< a plan in the light of its log; in targets, and cells of the log
  writing,               ///< a report; counted in its rows
};

/// How far a part of long work is.
struct Progress {
  Phase phase = Phase::reading_plan;
  std::int64_t done = 0;   ///< never less than before in the same part
  std::int64_t total = 0;  ///< all there is to do; 0 where nobody knows yet
};

/// Is told how far the work is, and says whether it is to go on. Called in the thread of the caller
/// when a part begins, then after some thousand rows each time (or after a row that takes as long),
/// which is milliseconds: the library knows no clock, so whoever shows progress to people looks at
/// one. It must not look at what the work changes, such as the log that is read into: another
/// thread may be at it. After it has said no, it is not asked again. What it throws ends the work
/// likewise, and goes through to the caller.
using Watcher = std::function<bool(const Progress&)>;

/// How long work is done.
struct Run {
  unsigned threads = 1;  ///< so many may work on it, the caller's among them; 0 is 1
  Watcher watcher = {};  ///< empty: nobody watches
};

class Team;

/// What a piece of long work has of its Run. Belongs to the thread of the caller; others may only
/// ask whether it is stopped().
class Watch {
 public:
  /// Watched by nobody, in one thread.
  Watch() noexcept;
  /// The run lives as long.
  explicit Watch(const Run& run) noexcept;
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch();

  /// In how many threads, at least 1.
  unsigned threads() const noexcept { return threads_; }
  /// Those threads, for parts of the work: for the library's own use.
  Team& team();
  /// Begins another part. Whether to go on.
  bool begin(Phase phase, std::int64_t total);
  /// Tells how much of it is done. Whether to go on: for good not, once not.
  bool goes_on(std::int64_t done) { return watcher_ == nullptr || (!stopped() && ask(done)); }
  /// The same after each of many small pieces, of which some hundred are told together.
  bool ticks_on(std::int64_t done) {
    return watcher_ == nullptr || (++ticks_ % kTogether == 0 ? goes_on(done) : !stopped());
  }
  /// Whether the watcher has said no.
  bool stopped() const noexcept { return stopped_.load(std::memory_order_relaxed); }

 private:
  static constexpr unsigned kTogether = 512;

  bool ask(std::int64_t done);

  unsigned threads_ = 1;
  std::unique_ptr<Team> team_;  // once it is asked for
  const Watcher* watcher_ = nullptr;
  Progress progress_;
  unsigned ticks_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace tiendo
