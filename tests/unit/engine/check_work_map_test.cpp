// Work that stays with a unit that has become several.

#include "engine/check_work_map.hpp"

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::check_work_map_test {
namespace {

// Paths of the findings on the map of the day, with a space between them.
std::string found(const Book& book, std::string_view map) {
  Diagnostics findings;
  check_work_map(book.plan(), day(map), findings);
  std::string text;
  for (const Diagnostic& finding : findings) {
    EXPECT_EQ(finding.code, Errc::work_stays);
    EXPECT_EQ(finding.severity, Severity::warning);
    text += (text.empty() ? "" : " ") + finding.place.path;
  }
  return text;
}

Book with_work(Book book, const char* unit) {
  Project& road = book.add_project("road", "output", at_least("5"));
  road.lead = unit;
  road.targets[0].unit = unit;
  TaskGroup group;
  group.id = "group";
  group.lead = unit;
  group.tasks.resize(2);
  group.tasks[1].lead = unit;
  book.add_task_group(group);
  return book;
}

TEST(CheckWorkMapTest, WorkOfADividedUnitStaysWithItAndIsNamed) {
  const Book book = with_work(divided(), "c");
  EXPECT_EQ(found(book, "2025-07-01"),
            "/plan/projects/0/lead /plan/projects/0/targets/0 /plan/task_groups/0/lead "
            "/plan/task_groups/0/tasks/1/lead");
  EXPECT_EQ(found(book, "2025-06-30"), "");
}

TEST(CheckWorkMapTest, WorkThatGoesWithItsUnitIsNot) {
  EXPECT_EQ(found(with_work(merged(), "a"), "2025-07-01"), "");
  EXPECT_EQ(found(with_work(divided(), "a"), "2025-07-01"), "");
  Book abolished = with_work(wards(), "a");
  abolished.unit("a").until = day("2025-07-01");
  EXPECT_EQ(found(abolished, "2025-07-01"), "");
}

}  // namespace
}  // namespace tiendo::check_work_map_test
