// Every part and every job is done once, by as many threads as there may be, and none is left
// behind where one fails.

#include "base/team.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tiendo/base/run.hpp"

namespace tiendo::team_test {
namespace {

using ThreadId = std::thread::id;

TEST(TeamTest, EachPartIsDoneInAThreadOfItsOwn) {
  for (unsigned threads = 1; threads <= 4; ++threads) {
    Team team(threads);
    EXPECT_EQ(team.threads(), threads);
    for (int round = 0; round < 50; ++round) {
      const std::size_t parts = 1 + static_cast<std::size_t>(round) % threads;
      std::vector<ThreadId> who(parts);
      team.beside(
          parts, [&](std::size_t part) { who[part] = std::this_thread::get_id(); },
          [&] { who[0] = std::this_thread::get_id(); });
      EXPECT_EQ(who[0], std::this_thread::get_id());
      EXPECT_EQ(std::set<ThreadId>(who.begin(), who.end()).size(), parts);
      EXPECT_FALSE(std::set<ThreadId>(who.begin(), who.end()).contains(ThreadId()));
    }
  }
}

TEST(TeamTest, EachJobIsDoneOnce) {
  for (unsigned threads = 0; threads <= 3; ++threads) {
    Team team(threads);
    for (const std::size_t jobs : {0U, 1U, 2U, 7U, 500U}) {
      std::vector<int> done(jobs);
      team.each(jobs, [&](std::size_t job) { ++done[job]; });
      EXPECT_EQ(done, std::vector<int>(jobs, 1)) << threads;
    }
  }
}

TEST(TeamTest, WhatOnePartThrowsComesOutWhenAllAreDone) {
  Team team(3);
  for (const int failing : {0, 1, 2}) {
    std::atomic<int> done = 0;
    const auto part = [&](int number) {
      if (number == failing) throw std::runtime_error("full");
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      ++done;
    };
    EXPECT_THROW(
        team.beside(
            3, [&](std::size_t number) { part(static_cast<int>(number)); }, [&] { part(0); }),
        std::runtime_error);
    EXPECT_EQ(done, 2);
  }
  std::atomic<int> after = 0;
  team.each(9, [&](std::size_t) { ++after; });
  EXPECT_EQ(after, 9) << "nothing is left of what failed";
}

// As where a question is answered while what is kept is copied.
TEST(TeamTest, APartMayHavePartsOfItsOwn) {
  Team team(2);
  for (int round = 0; round < 100; ++round) {
    std::atomic<int> outer = 0;
    std::vector<int> inner(20);
    team.beside(
        2, [&](std::size_t) { ++outer; },
        [&] { team.each(inner.size(), [&](std::size_t job) { ++inner[job]; }); });
    EXPECT_EQ(outer, 1);
    EXPECT_EQ(inner, std::vector<int>(20, 1));
  }
}

TEST(TeamTest, PartsWithinAPartDoNotTakeWhatItsNeighbourThrows) {
  Team team(2);
  int done = 0;
  EXPECT_THROW(team.beside(
                   2, [](std::size_t) { throw std::runtime_error("full"); },
                   [&] {
                     EXPECT_NO_THROW(team.beside(
                         2, [](std::size_t) {}, [&] { ++done; }));
                     EXPECT_THROW(team.beside(
                                      2, [](std::size_t) { throw std::logic_error("inner"); },
                                      [&] { ++done; }),
                                  std::logic_error);
                   }),
               std::runtime_error);
  EXPECT_EQ(done, 2);
}

TEST(TeamTest, AWatchHasOneOfItsThreads) {
  const tiendo::Run run{3, {}};
  Watch watch(run);
  EXPECT_EQ(watch.team().threads(), 3U);
  EXPECT_EQ(&watch.team(), &watch.team());
  Watch alone;
  EXPECT_EQ(alone.team().threads(), 1U);
}

}  // namespace
}  // namespace tiendo::team_test
