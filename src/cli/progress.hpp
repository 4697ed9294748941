// How far a command is, for people who wait.
#pragma once

#include <chrono>

#include "cli/commands.hpp"
#include "tiendo/base/run.hpp"

namespace tiendo::cli {

// A line on standard error, where that is a terminal, while work goes on for longer than a moment.
// It is gone when the work is done.
class ProgressLine {
 public:
  explicit ProgressLine(const Options& options);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // How to do the work; lives as long as the line.
  const Run& run() const { return run_; }

 private:
  using Clock = std::chrono::steady_clock;

  void show(const Progress& now);

  Run run_;
  Clock::time_point next_;
  bool shown_ = false;
};

}  // namespace tiendo::cli
