// The words of the observations file and of traces.

#include <gtest/gtest.h>

#include <string>

#include "tiendo/facts/selection.hpp"
#include "tiendo/facts/task_report.hpp"

namespace tiendo::names_test {
namespace {

TEST(FactNamesTest, AreTheWordsOfTheObservationsAndNothingPastTheEnd) {
  const auto names = [](auto last) {
    using Enum = decltype(last);
    std::string all;
    for (int i = 0; i <= static_cast<int>(last) + 1; ++i) {
      all += std::string(name_of(static_cast<Enum>(i))) + ' ';
    }
    return all;
  };
  EXPECT_EQ(names(Form::level), "increment to_date level  ");
  EXPECT_EQ(names(Status::official), "estimate preliminary official  ");
  EXPECT_EQ(names(Qualifier::under), "exact about over under  ");
  EXPECT_EQ(names(Standing::words), "value n/a withheld unchanged yes no range words  ");
  EXPECT_EQ(names(TaskState::cancelled), " not_started in_progress done cancelled  ");
  EXPECT_EQ(names(SetAside::told_by_another),
            "recorded_later not_over outside_window corrected less_final lower_revision repeated "
            "covered earlier_level earlier_stage published_later "
            "told_by_another  ");
}

}  // namespace
}  // namespace tiendo::names_test
