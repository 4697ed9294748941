/// @file
/// A number that threads wait for.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace tiendo {

/// Any thread may do anything with it.
class Count {
 public:
  std::uint32_t value() const noexcept { return value_; }

  /// Those who wait go on.
  void add_one() noexcept {
    ++value_;
    value_.notify_all();
  }

  /// Returns once it is another than this. That is mostly sooner than a thread that sleeps is
  /// woken.
  void wait_while(std::uint32_t value) const noexcept {
    for (int tries = 0; tries < kTries && value_ == value; ++tries) std::this_thread::yield();
    value_.wait(value);
  }

 private:
  static constexpr int kTries = 256;  // about a tenth of a millisecond

  std::atomic<std::uint32_t> value_ = 0;
};

}  // namespace tiendo
