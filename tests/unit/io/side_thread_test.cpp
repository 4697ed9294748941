// Jobs are done one after the other, beside the caller, and what they throw is not lost.

#include "io/side_thread.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace tiendo::side_thread_test {
namespace {

TEST(SideThreadTest, JobsAreDoneInTheirOrder) {
  std::vector<int> done;
  {
    SideThread side;
    side.wait();  // for nothing
    for (int job = 0; job < 1000; ++job) {
      side.start([&done, job] { done.push_back(job); });
      side.wait();
      ASSERT_EQ(done.size(), static_cast<std::size_t>(job) + 1);
    }
    side.start([&done] { done.push_back(1000); });
  }
  EXPECT_EQ(done.back(), 1000);  // also the one that nobody waited for
}

TEST(SideThreadTest, IsBusyWhileAJobIsBeingDone) {
  SideThread side;
  EXPECT_FALSE(side.is_busy());
  std::atomic<bool> may_end = false;
  side.start([&may_end] { may_end.wait(false); });
  EXPECT_TRUE(side.is_busy());
  may_end = true;
  may_end.notify_all();
  side.wait();
  EXPECT_FALSE(side.is_busy());
}

TEST(SideThreadTest, ItIsAnotherThread) {
  std::thread::id there;
  SideThread side;
  side.start([&there] { there = std::this_thread::get_id(); });
  side.wait();
  EXPECT_NE(there, std::this_thread::get_id());
  EXPECT_NE(there, std::thread::id());
}

TEST(SideThreadTest, WhatAJobThrowsIsThrownWhereItIsWaitedFor) {
  SideThread side;
  side.start([] { throw std::runtime_error("full"); });
  EXPECT_THROW(side.wait(), std::runtime_error);
  bool done = false;
  side.start([&done] { done = true; });
  EXPECT_NO_THROW(side.wait());
  EXPECT_TRUE(done);
}

}  // namespace
}  // namespace tiendo::side_thread_test
