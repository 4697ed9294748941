// Jobs are done one after the other, beside the caller, and what they throw is not lost.

#include "base/side_thread.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <exception>
#include <stdexcept>
#include <thread>
#include <vector>

namespace tiendo::side_thread_test {
namespace {

// Holds a job until it is opened.
class Gate {
 public:
  void pass() const { open_.wait(false); }
  void open() {
    open_ = true;
    open_.notify_all();
  }

 private:
  std::atomic<bool> open_ = false;
};

TEST(SideThreadTest, JobsAreDoneInTheirOrder) {
  std::vector<int> done;
  {
    SideThread side;
    EXPECT_EQ(side.settle(), nullptr);  // of nothing
    for (int job = 0; job < 1000; ++job) {
      if (static_cast<std::uint32_t>(job) % SideThread::kMost == 0) side.settle();
      side.start([&done, job] { done.push_back(job); });
    }
    side.settle();
    ASSERT_EQ(done.size(), 1000U);
    side.start([&done] { done.push_back(1000); });
  }
  for (int job = 0; job <= 1000; ++job) ASSERT_EQ(done[static_cast<std::size_t>(job)], job);
  EXPECT_EQ(done.size(), 1001U);  // also the one that nobody waited for
}

TEST(SideThreadTest, ItIsAnotherThread) {
  std::thread::id there;
  SideThread side;
  side.start([&there] { there = std::this_thread::get_id(); });
  side.settle();
  EXPECT_NE(there, std::this_thread::get_id());
  EXPECT_NE(there, std::thread::id());
}

TEST(SideThreadTest, WhatAJobThrowsEndsThoseBehindIt) {
  SideThread side;
  Gate gate;
  bool done = false;
  side.start([&gate] { gate.pass(); });
  side.start([] { throw std::runtime_error("full"); });
  side.start([&done] { done = true; });
  side.start([] { throw std::logic_error("never begun"); });
  gate.open();
  EXPECT_THROW(std::rethrow_exception(side.settle()), std::runtime_error);
  EXPECT_FALSE(done) << "jobs behind it are passed over";
  side.start([&done] { done = true; });
  EXPECT_EQ(side.settle(), nullptr);
  EXPECT_TRUE(done);
}

TEST(SideThreadTest, SettlingHandsOverWhatWasThrown) {
  SideThread side;
  EXPECT_EQ(side.settle(), nullptr);
  side.start([] { throw std::runtime_error("full"); });
  EXPECT_THROW(std::rethrow_exception(side.settle()), std::runtime_error);
  EXPECT_EQ(side.settle(), nullptr) << "once";
  side.start([] { throw std::runtime_error("not waited for"); });
}

}  // namespace
}  // namespace tiendo::side_thread_test
