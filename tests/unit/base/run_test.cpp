// Who watches long work: when he is told, and what his no ends.

#include "tiendo/base/run.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace tiendo::run_test {
namespace {

// What a watcher was told: "2:0/100" of the second phase.
struct Told {
  std::vector<std::string> lines;
  std::size_t most = 1000;  // after so many it says no

  tiendo::Run run() {
    return {1, [this](const Progress& progress) {
              lines.push_back(std::to_string(static_cast<int>(progress.phase)) + ':' +
                              std::to_string(progress.done) + '/' + std::to_string(progress.total));
              return lines.size() < most;
            }};
  }
};

TEST(RunTest, IsToldThePartAndHowFarItIs) {
  Told told;
  const tiendo::Run run = told.run();
  Watch watch(run);
  EXPECT_TRUE(watch.begin(Phase::reading_plan, 100));
  EXPECT_TRUE(watch.goes_on(70));
  EXPECT_TRUE(watch.goes_on(60));  // never less than before
  EXPECT_TRUE(watch.begin(Phase::judging, 0));
  EXPECT_TRUE(watch.goes_on(1));
  EXPECT_EQ(told.lines,
            (std::vector<std::string>{"1:0/100", "1:70/100", "1:70/100", "4:0/0", "4:1/0"}));
  EXPECT_FALSE(watch.stopped());
}

TEST(RunTest, AfterNoNobodyIsAsked) {
  Told told;
  told.most = 2;
  const tiendo::Run run = told.run();
  Watch watch(run);
  EXPECT_TRUE(watch.begin(Phase::adding_up, 9));
  EXPECT_FALSE(watch.goes_on(1));
  EXPECT_TRUE(watch.stopped());
  EXPECT_FALSE(watch.goes_on(2));
  EXPECT_FALSE(watch.begin(Phase::judging, 9));
  for (int i = 0; i < 2000; ++i) EXPECT_FALSE(watch.ticks_on(i));
  EXPECT_EQ(told.lines.size(), 2U);
}

TEST(RunTest, SmallPiecesAreToldTogether) {
  Told told;
  const tiendo::Run run = told.run();
  Watch watch(run);
  for (int i = 1; i <= 1100; ++i) EXPECT_TRUE(watch.ticks_on(i));
  EXPECT_EQ(told.lines, (std::vector<std::string>{"1:512/0", "1:1024/0"}));
}

TEST(RunTest, WhatIsThrownEndsTheWorkToo) {
  const tiendo::Run run{1, [](const Progress&) -> bool { throw std::runtime_error("enough"); }};
  Watch watch(run);
  EXPECT_THROW(watch.begin(Phase::judging, 1), std::runtime_error);
  EXPECT_TRUE(watch.stopped());
  EXPECT_FALSE(watch.goes_on(1));
}

TEST(RunTest, NobodyNeedWatch) {
  const tiendo::Run run{0, {}};
  Watch watch(run);
  EXPECT_EQ(watch.threads(), 1U);
  EXPECT_TRUE(watch.begin(Phase::judging, 1) && watch.goes_on(1) && watch.ticks_on(2));
  Watch other;
  EXPECT_EQ(other.threads(), 1U);
  EXPECT_TRUE(other.goes_on(1));
  EXPECT_EQ(Watch(tiendo::Run{3, {}}).threads(), 3U);
}

}  // namespace
}  // namespace tiendo::run_test
