/// @file
/// A second thread that does jobs beside the caller, one after the other.
#pragma once

#include <array>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

namespace tiendo {

/// Belongs to one caller. Its end waits for its jobs, so what those use is there longer.
class SideThread {
 public:
  /// So many jobs may be unfinished.
  static constexpr std::uint32_t kMost = 4;

  SideThread() : thread_([this] { run(); }) {}
  SideThread(const SideThread&) = delete;
  SideThread& operator=(const SideThread&) = delete;
  ~SideThread() {
    settle();
    over_ = true;
    add_one(begun_);
    thread_.join();
  }

  /// Begins a job behind the others, of which less than kMost are unfinished. What it refers to
  /// lives until it is done. Once a job has thrown, those behind it are passed over until wait().
  void start(std::function<void()> job) {
    assert(unfinished() < kMost);
    jobs_[begun_ % kMost] = std::move(job);
    add_one(begun_);
  }

  /// How many jobs are not done yet.
  std::uint32_t unfinished() const noexcept { return begun_ - done_; }

  /// Returns once at most so many jobs are unfinished, or, with what it threw, once one has thrown
  /// and all are over.
  void wait(std::uint32_t most = 0) {
    wait_for(most);
    if (failed_) std::rethrow_exception(settle());
  }
  /// Returns once all jobs are over, with what one of them threw.
  std::exception_ptr settle() noexcept {
    wait_for(0);
    failed_ = false;
    return std::exchange(thrown_, nullptr);
  }

 private:
  using Count = std::atomic<std::uint32_t>;
  static constexpr int kTries = 256;  // about a tenth of a millisecond

  static void add_one(Count& count) {
    ++count;
    count.notify_all();
  }

  // The other is mostly done sooner than a thread that sleeps is woken.
  static void wait_while(const Count& count, std::uint32_t value) {
    for (int tries = 0; tries < kTries && count == value; ++tries) std::this_thread::yield();
    count.wait(value);
  }

  void wait_for(std::uint32_t most) {
    for (std::uint32_t done = done_; begun_ - done > most; done = done_) wait_while(done_, done);
  }

  void run() {
    for (;; add_one(done_)) {
      wait_while(begun_, done_);
      if (over_) return;
      if (failed_) continue;
      try {
        jobs_[done_ % kMost]();
      } catch (...) {
        thrown_ = std::current_exception();
        failed_ = true;
      }
    }
  }

  std::array<std::function<void()>, kMost> jobs_;
  Count begun_ = 0;
  Count done_ = 0;
  std::atomic<bool> over_ = false;
  std::atomic<bool> failed_ = false;
  std::exception_ptr thrown_;
  std::thread thread_;  // the last member: it uses all others
};

}  // namespace tiendo
