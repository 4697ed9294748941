// Parts of a piece of work beside each other.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <system_error>
#include <vector>

namespace tiendo {

// Does there(part) for the parts from 1 on in other threads, or here where there are none to be
// had, and here() in the thread of the caller. Returns when all are done; what one of them throws
// comes out then.
template <class There, class Here>
void beside(std::size_t parts, const There& there, const Here& here) {
  std::vector<std::future<void>> others;  // each waits for its end, also when another fails
  others.reserve(parts);
  for (std::size_t part = 1; part < parts; ++part) {
    try {
      others.push_back(std::async(std::launch::async, [&there, part] { there(part); }));
    } catch (const std::system_error&) {
      there(part);
    }
  }
  here();
  for (std::future<void>& one : others) one.get();
}

// Does job(number) for so many numbers, each once, in so many threads at most.
template <class Job>
void each_beside(unsigned threads, std::size_t jobs, const Job& job) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t number = next++; number < jobs; number = next++) job(number);
  };
  beside(
      std::min<std::size_t>(threads, jobs), [&](std::size_t) { work(); }, work);
}

}  // namespace tiendo
