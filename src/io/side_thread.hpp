/// @file
/// A second thread that does one job at a time beside the caller.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

namespace tiendo {

/// Belongs to one caller. Destroyed once its job is done.
class SideThread {
 public:
  SideThread() : thread_([this] { run(); }) {}
  SideThread(const SideThread&) = delete;
  SideThread& operator=(const SideThread&) = delete;
  ~SideThread() {
    state_.wait(kBusy);
    change(kOver);
    thread_.join();
  }

  /// Begins a job, when none is being done. What it refers to lives until it is done.
  void start(std::function<void()> job) {
    job_ = std::move(job);
    change(kBusy);
  }

  /// Returns once the job is done, with what it threw if it did.
  void wait() {
    state_.wait(kBusy);
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  }

 private:
  enum State { kIdle, kBusy, kOver };

  void change(State state) {
    state_ = state;
    state_.notify_all();
  }

  void run() {
    for (;;) {
      state_.wait(kIdle);
      if (state_ == kOver) return;
      try {
        job_();
      } catch (...) {
        thrown_ = std::current_exception();
      }
      change(kIdle);
    }
  }

  std::function<void()> job_;
  std::exception_ptr thrown_;
  std::atomic<State> state_ = kIdle;
  std::thread thread_;  // the last member: it uses all others
};

}  // namespace tiendo
