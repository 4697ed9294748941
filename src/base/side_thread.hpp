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

#include "base/count.hpp"

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
    begun_.add_one();
    thread_.join();
  }

  /// Begins a job behind the others, of which less than kMost are unfinished. What it refers to
  /// lives until it is done. Once a job has thrown, those behind it are passed over until settle().
  void start(std::function<void()> job) {
    assert(begun_.value() - done_.value() < kMost);
    jobs_[begun_.value() % kMost] = std::move(job);
    begun_.add_one();
  }

  /// Returns once all jobs are over, with what one of them threw.
  std::exception_ptr settle() noexcept {
    for (std::uint32_t done = done_.value(); done != begun_.value(); done = done_.value()) {
      done_.wait_while(done);
    }
    failed_ = false;
    return std::exchange(thrown_, nullptr);
  }

 private:
  void run() {
    for (;; done_.add_one()) {
      begun_.wait_while(done_.value());
      if (over_) return;
      if (failed_) continue;
      try {
        jobs_[done_.value() % kMost]();
      } catch (...) {
        thrown_ = std::current_exception();
        failed_ = true;
      }
    }
  }

  std::array<std::function<void()>, kMost> jobs_;
  Count begun_;
  Count done_;
  std::atomic<bool> over_ = false;
  std::atomic<bool> failed_ = false;
  std::exception_ptr thrown_;
  std::thread thread_;  // the last member: it uses all others
};

}  // namespace tiendo
