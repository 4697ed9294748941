// Tested by tests/cli/progress_test.py.
//
// The library tells after some thousand rows; here a clock says whether that is shown.

#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace tiendo::cli {
namespace {

constexpr std::chrono::milliseconds kMoment{400};   // what takes less needs no line
constexpr std::chrono::milliseconds kBetween{100};  // two times it is drawn
constexpr std::size_t kCells = 30;

const char* words_for(Phase phase) {
  switch (phase) {
    case Phase::reading_plan: return "reading the plan";
    case Phase::reading_observations: return "reading observations";
    case Phase::adding_up: return "adding up";
    case Phase::checking: return "checking";
    case Phase::writing: return "writing";
    default: return "judging";
  }
}

std::string line_of(const Progress& now) {
  std::string line = words_for(now.phase);
  if (now.total == 0) return line + ' ' + std::to_string(now.done);
  const std::int64_t percent = std::min(now.done, now.total) * 100 / now.total;
  const auto full = static_cast<std::size_t>(percent) * kCells / 100;
  line += " [" + std::string(full, '#') + std::string(kCells - full, '.') + "] ";
  return line + std::to_string(percent) + '%';
}

}  // namespace

ProgressLine::ProgressLine(const Options& options)
    : run_{static_cast<unsigned>(options.threads), {}}, next_(Clock::now() + kMoment) {
  if (!options.progress && ::isatty(STDERR_FILENO) == 0) return;
  run_.watcher = [this](const Progress& now) {
    show(now);
    return true;
  };
}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(const Progress& now) {
  if (Clock::now() < next_) return;
  std::fprintf(stderr, "\r\x1b[K%s", line_of(now).c_str());
  std::fflush(stderr);
  shown_ = true;
  next_ = Clock::now() + kBetween;
}

}  // namespace tiendo::cli
