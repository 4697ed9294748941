// What the rule of a verdict says of every wording of a target and every value of a small grid,
// against tables that a reader can check by eye; and the laws that follow.

#include <gtest/gtest.h>

#include <map>

#include "engine/composite.hpp"
#include "engine/verdict.hpp"
#include "wordings.hpp"

namespace tiendo::oracle {
namespace {

// ---- The rule of a verdict ----------------------------------------------------------------------

// Calls f(asked, direction, actual, required) for all wordings and all values `step` apart.
template <class F>
void for_each_question(const std::vector<Asked>& all, Grid step, F f) {
  for (const Asked& asked : all) {
    for (const Direction direction : kDirections) {
      for (Grid required = -kMost; required <= kMost; required += kHalf) {
        if (!is_change(asked.kind) && required != asked.value) continue;
        for (Grid actual = -kMost - step; actual <= kMost + step; actual += step) {
          f(asked, direction, actual, required);
        }
      }
    }
  }
}

TEST(ConditionsOracle, EveryWordingSaysOfEveryValueWhatTheTablesSay) {
  std::vector<Asked> all = levels(kHalf);
  for (const std::vector<Asked>& more :
       {changes({kOne}, {ChangeIn::value}, {}), changes({kOne}, {ChangeIn::value}, levels(kOne))}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  int asked_for = 0;
  for (const Asked& asked : all) {
    const Condition condition = condition_of(asked);
    for_each_question(
        {asked}, kHalf / 2, [&](const Asked&, Direction direction, Grid actual, Grid required) {
          ++asked_for;
          const Verdict verdict = judge(condition, direction, exact(actual), exact(required));
          ASSERT_EQ(letter(verdict), said(asked, direction, actual, required))
              << text_of(asked) << ", " << name_of(direction) << ": " << exact(actual).to_string()
              << " of " << exact(required).to_string();
        });
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(asked_for, 60'000);
}

TEST(ConditionsOracle, OfABoundItIsSaidWhatHoldsOfEveryValueBeyondIt) {
  std::vector<Asked> all = levels(kHalf);
  const std::vector<Asked> dual = changes({kOne}, {ChangeIn::value},
                                          {{ConditionKind::at_least, kOne},
                                           {ConditionKind::less_than, -kOne},
                                           {ConditionKind::between, -kOne, kOne},
                                           {ConditionKind::about, 0, kHalf},
                                           {ConditionKind::yes}});
  all.insert(all.end(), dual.begin(), dual.end());
  for (const Asked& asked : all) {
    const Condition condition = condition_of(asked);
    for_each_question(
        {asked}, kHalf, [&](const Asked&, Direction direction, Grid bound, Grid level) {
          for (const auto& [qualifier, side] :
               {std::pair{Qualifier::over, 1}, std::pair{Qualifier::under, -1}}) {
            ASSERT_EQ(letter(judge(condition, direction, exact(bound), exact(level), qualifier)),
                      said_of_bound(asked, direction, bound, level, side))
                << text_of(asked) << ", " << name_of(direction) << ": " << side << " of "
                << exact(bound).to_string() << ", level " << exact(level).to_string();
          }
        });
    if (HasFatalFailure()) return;
  }
}

// Every wording, some changes, and changes with a level besides.
std::vector<Asked> wordings(Grid step) {
  std::vector<Asked> all = levels(step);
  for (const std::vector<Asked>& more :
       {changes({kOne}, {ChangeIn::value}), changes({kOne}, {ChangeIn::value},
                                                    {{ConditionKind::at_least, kOne},
                                                     {ConditionKind::less_than, -kOne},
                                                     {ConditionKind::between, -kOne, kOne},
                                                     {ConditionKind::about, 0, kHalf}})}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

// Thresholds: none at all, a quarter, one; nothing, a quarter and one and a half of the bound.
const std::vector<Close> kCloses = {{0, false}, {kHalf / 2, false}, {kOne, false},
                                    {0, true},  {25 * kOne, true},  {150 * kOne, true}};

Judging judging(Direction direction, const Close& close) {
  return {direction, Margin{exact(close.amount), close.percent}};
}

TEST(ConditionsOracle, WhatIsMissedByNoMoreThanTheThresholdIsNear) {
  std::map<char, int> answers;
  for (const Asked& asked : wordings(kHalf)) {
    const Condition condition = condition_of(asked);
    for (const Close& close : kCloses) {
      for_each_question(
          {asked}, kHalf / 4, [&](const Asked&, Direction direction, Grid actual, Grid required) {
            const char expected = said(asked, direction, actual, required, close);
            ++answers[expected];
            ASSERT_EQ(
                letter(judge(condition, judging(direction, close), exact(actual), exact(required))),
                expected)
                << text_of(asked) << ", " << name_of(direction) << ": " << exact(actual).to_string()
                << " of " << exact(required).to_string() << ", near " << close.amount
                << (close.percent ? " %" : "");
          });
      if (HasFatalFailure()) return;
    }
  }
  for (const char letter : {'e', 'm', 'n', '-'}) EXPECT_GT(answers[letter], 20'000) << letter;
}

TEST(ConditionsOracle, OfABoundOrARangeOnlyWhatItProvesIsNear) {
  std::map<char, int> answers;
  for (const Asked& asked : wordings(kOne)) {
    const Condition condition = condition_of(asked);
    for (const Close& close : kCloses) {
      for_each_question(
          {asked}, kHalf, [&](const Asked&, Direction direction, Grid at, Grid level) {
            const Judging how = judging(direction, close);
            for (const auto& [qualifier, side] :
                 {std::pair{Qualifier::over, 1}, std::pair{Qualifier::under, -1}}) {
              const char expected = said_of_bound(asked, direction, at, level, side, close);
              ++answers[expected];
              ASSERT_EQ(letter(judge(condition, how, exact(at), exact(level), qualifier)), expected)
                  << text_of(asked) << ": " << side << " of " << exact(at).to_string() << ", level "
                  << exact(level).to_string() << ", near " << close.amount << close.percent;
            }
            for (const Grid width : {0, kHalf / 2, kOne}) {
              const char expected = said_of_range(asked, direction, at, at + width, level, close);
              ++answers[expected];
              ASSERT_EQ(
                  letter(judge_between(condition, how, exact(at), exact(at + width), exact(level))),
                  expected)
                  << text_of(asked) << ": " << exact(at).to_string() << " + " << width << ", level "
                  << exact(level).to_string() << ", near " << close.amount << close.percent;
            }
          });
      if (HasFatalFailure()) return;
    }
  }
  for (const char letter : {'e', 'm', 'n', '-', '?'}) EXPECT_GT(answers[letter], 500) << letter;
}

// ---- Laws ---------------------------------------------------------------------------------------

// The same question seen in a mirror: what was more is less, what rose falls.
Asked mirrored(const Asked& asked) {
  static const std::map<ConditionKind, ConditionKind> kOpposite = {
      {ConditionKind::at_least, ConditionKind::at_most},
      {ConditionKind::at_most, ConditionKind::at_least},
      {ConditionKind::more_than, ConditionKind::less_than},
      {ConditionKind::less_than, ConditionKind::more_than},
      {ConditionKind::increase_by, ConditionKind::decrease_by},
      {ConditionKind::decrease_by, ConditionKind::increase_by}};
  Asked result = asked;
  if (kOpposite.contains(asked.kind)) result.kind = kOpposite.at(asked.kind);
  if (!is_change(asked.kind)) result.value = -asked.value;
  if (asked.kind == ConditionKind::between) {
    result.value = -asked.other;
    result.other = -asked.value;
  }
  if (asked.then) result.then = std::make_shared<const Asked>(mirrored(*asked.then));
  return result;
}

Direction mirrored(Direction direction) {
  return direction == Direction::more   ? Direction::less
         : direction == Direction::less ? Direction::more
                                        : direction;
}

TEST(ConditionsOracle, AQuestionAndItsMirrorImageAreJudgedAlike) {
  std::vector<Asked> all = levels(kOne);
  const std::vector<Asked> dual = changes({kOne}, {ChangeIn::value}, levels(kOne));
  all.insert(all.end(), dual.begin(), dual.end());
  for (const Asked& asked : all) {
    const Asked& last = asked.then ? *asked.then : asked;
    if (last.kind == ConditionKind::yes) continue;  // no is not the mirror image of yes
    const Condition condition = condition_of(asked);
    const Condition image = condition_of(mirrored(asked));
    for_each_question({asked}, kOne,
                      [&](const Asked&, Direction direction, Grid actual, Grid level) {
                        ASSERT_EQ(judge(condition, direction, exact(actual), exact(level)),
                                  judge(image, mirrored(direction), exact(-actual), exact(-level)))
                            << text_of(asked) << ' ' << exact(actual).to_string();
                      });
    if (HasFatalFailure()) return;
  }
}

TEST(ConditionsOracle, AThresholdChangesNothingButWhatIsMissed) {
  for_each_question(
      wordings(kOne), kHalf / 2,
      [&](const Asked& asked, Direction direction, Grid actual, Grid level) {
        const Condition condition = condition_of(asked);
        const Verdict without = judge(condition, direction, exact(actual), exact(level));
        Verdict last = without;
        for (const Grid amount : {0, kHalf / 2, kOne, 4 * kMost}) {
          const Verdict with =
              judge(condition, judging(direction, {amount, false}), exact(actual), exact(level));
          EXPECT_LE(with, last) << text_of(asked);  // a wider one is kinder
          EXPECT_TRUE(without == Verdict::missed || with == without) << text_of(asked);
          EXPECT_TRUE(with == without || with == Verdict::near) << text_of(asked);
          last = with;
        }
        const bool fact = asked.kind == ConditionKind::yes;
        EXPECT_TRUE(fact || last != Verdict::missed) << text_of(asked);
      });
}

TEST(ConditionsOracle, StrictWordingIsNeverMoreLenientAndDiffersOnlyAtTheNumberItself) {
  for (const auto& words : {std::pair{ConditionKind::at_least, ConditionKind::more_than},
                            std::pair{ConditionKind::at_most, ConditionKind::less_than}}) {
    for_each_question(levels(kHalf), kHalf / 2,
                      [&](const Asked& asked, Direction direction, Grid actual, Grid level) {
                        if (asked.kind != words.first) return;
                        Condition condition = condition_of(asked);
                        const Verdict a = judge(condition, direction, exact(actual), exact(level));
                        condition.kind = words.second;
                        const Verdict b = judge(condition, direction, exact(actual), exact(level));
                        EXPECT_GE(b, a);
                        EXPECT_EQ(a == b, actual != level) << text_of(asked);
                      });
  }
}

// ---- Composites ---------------------------------------------------------------------------------

// Missed as soon as one is; else open, with the reason of the first that is; else near, met, or
// exceeded when every one is.
TEST(ConditionsOracle, ACompositeIsWhatItsComponentsMakeOfIt) {
  const std::array letters = {'?', 'e', 'm', 'n', '-'};  // in the order of Verdict
  for (int number = 5; number < 2 * 5 * 5 * 5 * 5; ++number) {
    std::string all;
    std::vector<ReportRow> components;
    for (int rest = number; rest >= 5; rest /= 5) {
      const auto verdict = static_cast<Verdict>(rest % 5);
      components.emplace_back();
      components.back().verdict = verdict;
      components.back().verdict_reason = verdict != Verdict::none ? Errc::none
                                         : all.empty()            ? Errc::withheld
                                                                  : Errc::no_data;
      all += letters[static_cast<std::size_t>(rest % 5)];
    }
    const auto has = [&](char one) { return all.find(one) != std::string::npos; };
    const char expected = has('-') ? '-' : has('?') ? '?' : has('n') ? 'n' : has('m') ? 'm' : 'e';
    ReportRow row;
    conclude_composite(row, components, Unreported::withhold);
    EXPECT_EQ(letter(row.verdict), expected) << all;
    EXPECT_EQ(row.verdict_reason, expected != '?' ? Errc::none
                                  : all[0] == '?' ? Errc::withheld
                                                  : Errc::no_data)
        << all;
  }
}

}  // namespace
}  // namespace tiendo::oracle
