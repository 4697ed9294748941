// The selection against the plain rules of selection_oracle.hpp: all small logs out of two pools of
// rows, in every order, and larger ones at random.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "selection_oracle.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {
namespace {

constexpr std::uint32_t kSeed = 20240630;

std::string shown(const Selection& selection) {
  return used(selection) + " | " + aside(selection) + " | " + coverage(selection) + " | " +
         std::string(name_of(selection.fault));
}

std::string joined_rows(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row + '\n';
  return text;
}

// Built once: a plan is shared by its logs.
Plan log_plan_shared() {
  static const Plan plan = log_plan();
  return plan;
}

std::vector<Question> questions(Index indicator) {
  std::vector<Question> all;
  for (const char* window : {"2024", "2024-Q1", "2024-01-10/2024-03-10", "2024-01-01/2025-02-01"}) {
    for (const char* as_of : {"2024-01-31", "2024-02-28", "2024-12-31"}) {
      for (const char* known_on : {"2024-02-10", ""}) {
        Question question{indicator, 0, kNone, period(window), day(as_of), {}};
        if (*known_on) question.known_on = day(known_on);
        all.push_back(question);
        question.edition = Edition::first;
        all.push_back(question);
      }
    }
  }
  return all;
}

// Asks everything of one log in each order of its rows. Logs that contradict themselves are refused
// in each order.
void judge_in_every_order(std::string_view indicator, std::vector<std::string> rows) {
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> first_answers;
  std::optional<bool> accepted;
  const std::string text = joined_rows(rows);
  do {
    ObservationLog log(log_plan_shared());
    const bool taken = log.append_all(all_reported(indicator, rows)).empty();
    ASSERT_EQ(accepted.value_or(taken), taken) << text;
    accepted = taken;
    if (!taken) continue;
    const auto all = questions(log.plan().find_indicator(indicator));
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Selection selection = select(log, all[i]);
      if (first_answers.size() < all.size()) {
        oracle::SelectionRules(log, all[i]).expect(selection);
        first_answers.push_back(shown(selection));
      }
      ASSERT_EQ(shown(selection), first_answers[i]) << text;
    }
    ASSERT_FALSE(testing::Test::HasFailure()) << text;
  } while (std::next_permutation(rows.begin(), rows.end()));
}

void judge_all_up_to_three(std::string_view indicator, const std::vector<std::string>& pool) {
  for (std::size_t i = 0; i < pool.size(); ++i) {
    judge_in_every_order(indicator, {pool[i]});
    for (std::size_t j = i; j < pool.size(); ++j) {
      judge_in_every_order(indicator, {pool[i], pool[j]});
      for (std::size_t k = j; k < pool.size(); ++k) {
        judge_in_every_order(indicator, {pool[i], pool[j], pool[k]});
        if (testing::Test::HasFailure()) return;
      }
    }
  }
}

TEST(SelectionOracleTest, AllSmallLogsOfWhatAddsUp) {
  judge_all_up_to_three("output", {
                                      "2024-01 5 @2024-02-05",
                                      "2024-01 6 about @2024-02-15",
                                      "2024-01 5 estimate @2024-02-05",
                                      "2024-01 7 r1 @2024-02-05",
                                      "2024-01 to_date 5.0 @2024-02-05",
                                      "2024-01 5 met by=office @2024-02-05",
                                      "2024-1M words=surplus near by=office @2024-02-15",
                                      "2024-02 unchanged @2024-03-05",
                                      "2024-02 to_date 9 @2024-02-10",
                                      "2024-01 to_date 5 to=6 @2024-02-05",
                                      "2024-02 unchanged met by=office @2024-03-06",
                                      "2024-03 to_date unchanged",
                                      "2024-Q1 n/a",
                                      "2024-03 withheld",
                                      "2024-01-15/2024-02-15 2",
                                      "2023-12 4",
                                      "2023-12-15/2024-01-15 8",
                                      "2024-01-10/2024-02-01 3",
                                      "2024-01-01/2024-01-10 unchanged",
                                  });
}

TEST(SelectionOracleTest, AllSmallLogsOfWhatIsLatest) {
  judge_all_up_to_three("stock", {
                                     "2024-01 5 @2024-02-05",
                                     "2024-1M 5.0 about @2024-02-05",
                                     "2024-01-15/2024-02-01 6 @2024-02-05",
                                     "2024-01 6 @2024-02-15",
                                     "2024-01 6 preliminary @2024-02-05",
                                     "2024-02 unchanged @2024-03-05",
                                     "2024-02 7 @2024-02-10",
                                     "2024-2M unchanged @2024-03-05",
                                     "2024-02-15/2024-03-01 unchanged @2024-03-05",
                                     "2024-03 unchanged",
                                     "2024-Q1 n/a",
                                     "2023-12 4",
                                     "2023 3 r1",
                                     "2023-12-20/2024-01-20 withheld",
                                     "2024-02-01/2024-02-15 8",
                                 });
}

TEST(SelectionOracleTest, AllSmallLogsOfWhatAMeanIsTakenOf) {
  judge_all_up_to_three("price", {
                                     "2024-01 5 @2024-02-05",
                                     "2024-1M 5.0 about @2024-02-05",
                                     "2024-01 6 preliminary @2024-02-15",
                                     "2024-02 unchanged @2024-03-05",
                                     "2024-02 7 @2024-02-10",
                                     "2024-2M unchanged @2024-03-05",
                                     "2024-Q1 n/a",
                                     "2024-03 withheld",
                                     "2024-01-15/2024-02-15 2",
                                     "2024-01-01/2024-01-15 4",
                                     "2023-12 4",
                                     "2023 3 r1",
                                 });
}

// A report of anything, mostly in conflict with the others.
std::string random_row(std::mt19937& random, bool adds_up) {
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  std::string row =
      pick({"2023-12", "2024-01", "2024-01", "2024-02", "2024-02", "2024-03", "2024-03", "2024-Q1",
            "2024-2M", "2024-H1", "2024-04", "2024-01-16/2024-02-01", "2024-02-01/2024-02-16",
            "2024-02-16/2024-03-01", "2024-01-10/2024-02-10", "2023-12-15/2024-02-15"});
  if (adds_up) row += pick({"", "", " to_date"});
  row += pick({" 1", " 1.0", " 2", " unchanged", " unchanged", " n/a", " withheld"});
  row += pick({"", "", "", " about", " over"});
  row += pick({"", "", "", "", " estimate", " preliminary"});
  row += pick({"", "", "", "", " r1"});
  return row + pick({"", "", " @2024-02-05", " @2024-05-01", " @2024-05-01"});
}

// The rows that a log takes one after the other; what contradicts those before is left out.
ObservationLog random_log(std::mt19937& random, Index indicator, std::string& text) {
  ObservationLog log(log_plan_shared());
  const std::size_t size = 2 + random() % 9;
  while (log.size() < size) {
    const std::string row = random_row(random, indicator == kOutput);
    if (log.append(reported(log.plan().indicators()[indicator].id, row))) text += row + '\n';
  }
  return log;
}

TEST(SelectionOracleTest, TwentyThousandLogsAtRandom) {
  std::mt19937 random(kSeed);
  std::map<Errc, int> faults;
  for (int round = 0; round < 20000; ++round) {
    const Index indicator = std::array{kOutput, kOutput, kStock, kStock, kPrice}[random() % 5];
    std::string text;
    const ObservationLog log = random_log(random, indicator, text);
    const std::vector<Question> all = questions(indicator);
    const Question& question = all[random() % all.size()];
    const Selection selection = select(log, question);
    oracle::SelectionRules(log, question).expect(selection);
    ++faults[selection.fault];
    ASSERT_FALSE(HasFailure()) << "seed " << kSeed << ", round " << round << '\n' << text;
  }
  // The rows are such that every end is met often.
  for (const Errc fault : {Errc::none, Errc::observations_disagree, Errc::periods_overlap,
                           Errc::unchanged_from_nothing}) {
    EXPECT_GT(faults[fault], 150) << name_of(fault);
  }
}

}  // namespace
}  // namespace tiendo
