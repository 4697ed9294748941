// Threads that do parts of a piece of work beside the caller's.
#pragma once

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <exception>
#include <memory>
#include <system_error>
#include <vector>

#include "base/side_thread.hpp"

namespace tiendo {

// For one piece of work, whose parts come one after the other: a thread that waits for its next
// part begins it sooner than a new one would. Belongs to one caller.
class Team {
 public:
  // So many threads in all; others than the caller's are called in when there is work for them.
  explicit Team(unsigned threads) : most_(std::max(threads, 1U) - 1) {}

  // How many there may be.
  unsigned threads() const noexcept { return most_ + 1; }

  // Does there(part) for the parts from 1 on, fewer than threads(), in other threads, or here where
  // there are none to be had, and here() in that of the caller. Returns when all are done; what one
  // of them throws comes out then. here() may use the team as well, there() may not.
  template <class There, class Here>
  void beside(std::size_t parts, const There& there, const Here& here) {
    assert(parts > 0);
    call_in(parts - 1);
    Others<There> others{there, std::vector<std::exception_ptr>(parts)};
    {
      const Ending ending(*this);
      for (std::size_t part = 1; part < parts; ++part) {
        if (part > others_.size()) {
          others.run(part);
        } else {
          others_[part - 1]->start([&others, part] { others.run(part); });
        }
      }
      here();
    }
    for (const std::exception_ptr& thrown : others.thrown) {
      if (thrown) std::rethrow_exception(thrown);
    }
  }

  // Does job(number) for so many numbers, each once.
  template <class Job>
  void each(std::size_t jobs, const Job& job) {
    if (jobs == 0) return;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t number = next++; number < jobs; number = next++) job(number);
    };
    beside(
        std::min<std::size_t>(threads(), jobs), [&](std::size_t) { work(); }, work);
  }

 private:
  // The parts of one call that others do, and what they threw: of no other call.
  template <class There>
  struct Others {
    const There& there;
    std::vector<std::exception_ptr> thrown;

    void run(std::size_t part) noexcept {
      try {
        there(part);
      } catch (...) {
        thrown[part] = std::current_exception();
      }
    }
  };

  // Waits for all that has been begun, also where something is thrown.
  class Ending {
   public:
    explicit Ending(Team& team) : team_(team) {}
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    ~Ending() {
      for (const std::unique_ptr<SideThread>& one : team_.others_) one->settle();
    }

   private:
    Team& team_;
  };

  void call_in(std::size_t others) {
    others = std::min<std::size_t>(others, most_);
    try {
      while (others_.size() < others) others_.push_back(std::make_unique<SideThread>());
    } catch (const std::system_error&) {
      most_ = static_cast<unsigned>(others_.size());  // no more are to be had
    }
  }

  unsigned most_;  // besides the caller's
  std::vector<std::unique_ptr<SideThread>> others_;
};

}  // namespace tiendo
