// The schedule of a project.

#include <gtest/gtest.h>

#include "books.hpp"
#include "tiendo/model/project.hpp"

namespace tiendo::project_test {
namespace {

TEST(ProjectTest, ItsScheduleIsWhatItStatesElseWhatItsPeriodSaysElseNothing) {
  Project road;
  EXPECT_FALSE(start_of(road));
  EXPECT_FALSE(finish_of(road));
  road.period = period("2024");
  EXPECT_EQ(start_of(road), day("2024-01-01"));
  EXPECT_EQ(finish_of(road), day("2024-12-31"));
  road.finish = day("2025-06-30");
  EXPECT_EQ(start_of(road), day("2024-01-01"));
  EXPECT_EQ(finish_of(road), day("2025-06-30"));
  road.start = day("2023-11-15");
  road.period.reset();
  EXPECT_EQ(start_of(road), day("2023-11-15"));
  EXPECT_EQ(finish_of(road), day("2025-06-30"));
}

}  // namespace
}  // namespace tiendo::project_test
