// Tested by tests/unit/base/run_test.cpp.

#include "tiendo/base/run.hpp"

#include <algorithm>

#include "base/team.hpp"

namespace tiendo {

Watch::Watch() noexcept = default;
Watch::~Watch() = default;

Watch::Watch(const Run& run) noexcept
    : threads_(std::max(run.threads, 1U)), watcher_(run.watcher ? &run.watcher : nullptr) {}

Team& Watch::team() {
  if (team_ == nullptr) team_ = std::make_unique<Team>(threads_);
  return *team_;
}

bool Watch::begin(Phase phase, std::int64_t total) {
  progress_ = {phase, 0, total};
  return goes_on(0);
}

bool Watch::ask(std::int64_t done) {
  progress_.done = std::max(progress_.done, done);
  try {
    if ((*watcher_)(progress_)) return true;
  } catch (...) {
    stopped_.store(true, std::memory_order_relaxed);  // other threads need not go on
    throw;
  }
  stopped_.store(true, std::memory_order_relaxed);
  return false;
}

}  // namespace tiendo
