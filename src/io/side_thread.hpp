/// @file
/// A second thread that does one job at a time beside the caller.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

namespace tiendo {

/// Belongs to one caller. Its end waits for its job, so what that uses is there longer.
class SideThread {
 public:
  SideThread() : thread_([this] { run(); }) {}
  SideThread(const SideThread&) = delete;
  SideThread& operator=(const SideThread&) = delete;
  ~SideThread() {
    wait_while(busy);
    change(over);
    thread_.join();
  }

  /// Begins a job, when none is being done. What it refers to lives until it is done.
  void start(std::function<void()> job) {
    job_ = std::move(job);
    change(busy);
  }

  /// Whether the job is still being done.
  bool is_busy() const noexcept { return state_ == busy; }

  /// Returns once the job is done, with what it threw if it did.
  void wait() {
    wait_while(busy);
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  }

 private:
  enum State { idle, busy, over };
  static constexpr int kTries = 256;  // about a tenth of a millisecond

  void change(State state) {
    state_ = state;
    state_.notify_all();
  }

  // The other is mostly done sooner than a thread that sleeps is woken.
  void wait_while(State state) {
    for (int tries = 0; tries < kTries && state_ == state; ++tries) std::this_thread::yield();
    state_.wait(state);
  }

  void run() {
    for (;;) {
      wait_while(idle);
      if (state_ == over) return;
      try {
        job_();
      } catch (...) {
        thrown_ = std::current_exception();
      }
      change(idle);
    }
  }

  std::function<void()> job_;
  std::exception_ptr thrown_;
  std::atomic<State> state_ = idle;
  std::thread thread_;  // the last member: it uses all others
};

}  // namespace tiendo
