// The words of work reports: each in both languages, none missing.

#include "io/work_labels.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tiendo::work_labels_test {
namespace {

// Every enumerator from the first on; no two of them read the same.
template <class Enum>
void expect_labels(int first, int last) {
  for (const Language language : {Language::vi, Language::en}) {
    std::set<std::string_view> seen;
    for (int i = first; i <= last; ++i) {
      const std::string_view text = label(static_cast<Enum>(i), language);
      EXPECT_FALSE(text.empty()) << i;
      EXPECT_TRUE(seen.insert(text).second) << text;
    }
    EXPECT_EQ(label(static_cast<Enum>(last + 1), language), "");
  }
}

TEST(WorkLabelsTest, EveryWordStandsInBothLanguages) {
  expect_labels<WorkKind>(1, 15);
  expect_labels<WorkField>(1, 10);
  expect_labels<WorkStanding>(1, 7);
  expect_labels<TaskState>(0, 4);
  expect_labels<WorkDecider>(1, 4);
  expect_labels<WorkLeftOut::Why>(0, 2);
}

TEST(WorkLabelsTest, NothingSaysNothing) {
  EXPECT_EQ(label(WorkStanding::none, Language::vi), "");
  EXPECT_EQ(label(WorkDecider::nobody, Language::en), "");
}

}  // namespace
}  // namespace tiendo::work_labels_test
