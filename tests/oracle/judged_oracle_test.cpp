// What whole reports say of every wording of a target, every base and every value of a small grid,
// against tables that a reader can check by eye.

#include <gtest/gtest.h>

#include "../unit/engine/book.hpp"
#include "wordings.hpp"

namespace tiendo::oracle {
namespace {

// Targets of the town, each of an assigner of its own, and what is to be said of each.
class Asking {
 public:
  struct Expected {
    std::string verdict;  // or why there is none
    std::string required;
    std::string what;
  };

  explicit Asking(const std::vector<Grid>& actuals) : actuals_(actuals) {}

  // One indicator for each actual.
  void add_indicators(IndicatorKind kind, const std::string& measure, Direction direction,
                      int digits) {
    group_.clear();
    for (const Grid actual : actuals_) {
      Indicator& indicator = book.add_indicator("i" + std::to_string(indicators_++), kind, measure);
      indicator.direction = direction;
      indicator.near = near_of_indicators;
      indicator.digits = indicator.percent_digits = digits;
      indicator.rounding = digits == 0 ? Rounding::up : Rounding::half_even;
      group_.emplace_back(indicator.id, actual);
    }
    seat_ = 0;
  }
  // A report of the actual of each indicator that was added last; or of `value` for each.
  void report(std::string_view when, const std::string& value = "") {
    for (const auto& [id, actual] : group_) {
      book.add_report(id, when, value.empty() ? decimal(actual).to_string() : value);
    }
  }
  // A target on each indicator that was added last; `say(actual)` is what is to come out.
  template <class Say>
  void ask(const Asked& asked, std::optional<Grid> base, const std::string& required, Say say) {
    const std::string assigner = "a" + std::to_string(seat_++);
    if (seat_ > seats_) book.add_unit(assigner, ""), ++seats_;
    for (const auto& [id, actual] : group_) {
      Target& target = book.add_target(id, condition_of(asked), assigner);
      target.near = near_of_targets;
      if (base) target.baseline = Baseline{decimal(*base), {}};
      const std::string from = base ? " from " + exact(*base).to_string() : "";
      expected_.push_back(
          {say(actual), required,
           text_of(asked) + from + ": " + exact(actual).to_string() + " for " + id});
    }
  }

  // How many rows were compared.
  std::size_t agree(std::string_view as_of) {
    std::size_t rows = 0;
    for (const ReportRow& row : book.report(as_of).rows) {
      const Expected& expected = expected_.at(row.targets.front());
      EXPECT_EQ(shown_verdict(row), expected.verdict) << expected.what;
      if (!expected.required.empty()) {
        EXPECT_EQ(shown(row.required), expected.required) << expected.what;
      }
      ++rows;
    }
    EXPECT_EQ(rows, expected_.size());
    return rows;
  }

  Book book;
  // Of what is added from now on.
  std::optional<NearMiss> near_of_indicators;
  std::optional<NearMiss> near_of_targets;

 private:
  std::vector<Grid> actuals_;
  std::vector<std::pair<std::string, Grid>> group_;
  std::vector<Expected> expected_;
  int indicators_ = 0;
  int seat_ = 0;
  int seats_ = 0;
};

std::string word(char letter) {
  return letter == 'e'   ? "exceeded"
         : letter == 'm' ? "met"
         : letter == 'n' ? "near"
         : letter == '-' ? "missed"
                         : "?";
}

// Of a change that leads to no level: `why` there is none, unless the level that is asked for
// besides is missed.
std::string without_level(const Asked& asked, Direction direction, Grid actual, const char* why) {
  return asked.then && said(*asked.then, direction, actual) == '-' ? "missed" : why;
}

// What is to come out for a change from that base.
std::string from_level(const Asked& asked, Direction direction, Grid actual,
                       const std::optional<Grid>& level) {
  if (!level) return without_level(asked, direction, actual, "base_zero");
  return word(said(asked, direction, actual, *level));
}

std::string required(const std::optional<Grid>& level) {
  return level ? exact(*level).to_string() : "base_zero";
}

TEST(JudgedOracle, AReportJudgesEveryLevelInEveryDirectionHoweverItIsPrinted) {
  Asking asking(grid(kHalf));
  for (const auto& [kind, digits] :
       {std::pair{IndicatorKind::level, 0}, {IndicatorKind::level, 6}, {IndicatorKind::flow, 0}}) {
    for (const Direction direction : kDirections) {
      asking.add_indicators(kind, "ty-dong", direction, digits);
      asking.report("2024");
      for (const Asked& asked : levels(kOne)) {
        asking.ask(asked, {}, "",
                   [&](Grid actual) { return word(said(asked, direction, actual)); });
      }
    }
  }
  EXPECT_GT(asking.agree("2024-12-31"), 5000U);
}

TEST(JudgedOracle, BeforeTheEndOnlyAReachedLowerBoundOnWhatAddsUpIsJudged) {
  Asking asking(grid(kHalf));
  for (const IndicatorKind kind : {IndicatorKind::level, IndicatorKind::flow}) {
    asking.add_indicators(kind, "ty-dong", Direction::more, 2);
    asking.report("2024-H1");
    for (const Asked& asked : levels(kOne)) {
      const bool lower = asked.kind == ConditionKind::at_least ||
                         asked.kind == ConditionKind::more_than || asked.kind == ConditionKind::yes;
      asking.ask(asked, {}, "", [&](Grid actual) {
        const char now = said(asked, Direction::more, actual);
        const bool settled = lower && kind == IndicatorKind::flow && now != '-';
        return settled ? word(now) : "period_open";
      });
    }
  }
  asking.agree("2024-06-30");
}

TEST(JudgedOracle, AReportCountsEveryChangeFromEveryBase) {
  Asking asking({-kMost, -kHalf, 0, kHalf / 2, kHalf, kOne, kMost});
  std::vector<Asked> all = changes({0, kHalf, kOne, 100 * kOne, 150 * kOne},
                                   {ChangeIn::value, ChangeIn::percent, ChangeIn::points});
  const std::vector<Asked> dual = changes({kOne}, {ChangeIn::value, ChangeIn::percent},
                                          {{ConditionKind::at_least, kHalf},
                                           {ConditionKind::more_than, kHalf},
                                           {ConditionKind::at_most, 0},
                                           {ConditionKind::between, 0, kHalf},
                                           {ConditionKind::about, 0, kHalf}});
  all.insert(all.end(), dual.begin(), dual.end());
  int turn = 0;
  for (const auto& [measure, point] : {std::pair{"percent", 1}, std::pair{"per-mille", 10}}) {
    const Direction direction = kDirections[static_cast<std::size_t>(turn++)];
    asking.add_indicators(IndicatorKind::level, measure, direction, 0);
    asking.report("2024");
    for (const Asked& asked : all) {
      asking.ask(asked, {}, "no_baseline", [&](Grid actual) {
        return without_level(asked, direction, actual, "no_baseline");
      });
      for (const Grid base : grid(kHalf)) {
        const std::optional<Grid> level = level_of(asked, base, point);
        asking.ask(asked, base, required(level),
                   [&](Grid actual) { return from_level(asked, direction, actual, level); });
      }
    }
  }
  EXPECT_GT(asking.agree("2024-12-31"), 6000U);
}

TEST(JudgedOracle, WithoutAStatedBaseAChangeIsOneOnTheYearBefore) {
  Asking asking({-kHalf, kHalf, kOne});
  const auto add = [&](IndicatorKind kind, const std::string& before) {
    const bool rate = kind == IndicatorKind::level;
    asking.add_indicators(kind, rate ? "percent" : "ty-dong", Direction::more, 0);
    asking.report("2024");
    if (!before.empty()) asking.report("2023", before);
    std::vector<ChangeIn> ins = {ChangeIn::value, ChangeIn::percent};
    if (rate) ins.push_back(ChangeIn::points);
    return changes({0, kHalf, 100 * kOne}, ins);
  };
  for (const IndicatorKind kind : {IndicatorKind::level, IndicatorKind::flow}) {
    for (const Grid base : grid(kHalf)) {
      for (const Asked& asked : add(kind, decimal(base).to_string())) {
        const std::optional<Grid> level = level_of(asked, base, 1);
        asking.ask(asked, {}, required(level),
                   [&](Grid actual) { return from_level(asked, Direction::more, actual, level); });
      }
    }
    for (const char* none : {"", "n/a", "withheld"}) {
      for (const Asked& asked : add(kind, none)) {
        asking.ask(asked, {}, "no_baseline", [](Grid) { return "no_baseline"; });
      }
    }
  }
  asking.agree("2024-12-31");
}

TEST(JudgedOracle, AReportSaysWhatIsNearInTheMeasureInPercentAndInPoints) {
  Asking asking(grid(kHalf / 2));
  const struct {
    const char* measure;
    NearMiss near;
    Close close;
  } all[] = {{"ty-dong", {decimal(kHalf), ChangeIn::value}, {kHalf, false}},
             {"ty-dong", {Decimal(25), ChangeIn::percent}, {25 * kOne, true}},
             {"percent", {decimal(kHalf), ChangeIn::points}, {kHalf, false}},
             {"per-mille", {*Decimal::of(25, 3), ChangeIn::points}, {kOne / 4, false}}};
  for (const auto& one : all) {
    for (const bool of_target : {false, true}) {
      for (const Direction direction : kDirections) {
        asking.near_of_indicators = of_target ? std::nullopt : std::optional(one.near);
        asking.near_of_targets = of_target ? std::optional(one.near) : std::nullopt;
        asking.add_indicators(IndicatorKind::level, one.measure, direction, 0);
        asking.report("2024");
        std::vector<Asked> wordings = levels(kOne);
        std::erase_if(wordings,
                      [](const Asked& asked) { return asked.kind == ConditionKind::yes; });
        for (const Asked& asked : wordings) {
          asking.ask(asked, {}, "", [&](Grid actual) {
            return word(said(asked, direction, actual, 0, one.close));
          });
        }
        for (const Asked& asked :
             changes({0, kOne}, {ChangeIn::value}, {{ConditionKind::at_least, kHalf}})) {
          asking.ask(asked, kOne, "", [&](Grid actual) {
            return word(said(asked, direction, actual, *level_of(asked, kOne, 1), one.close));
          });
        }
      }
    }
  }
  EXPECT_GT(asking.agree("2024-12-31"), 10'000U);
}

// What is assigned and what is added to it are judged as one target on the sum.
TEST(JudgedOracle, ATargetAndWhatAddsToItAreOneTargetOnTheirSum) {
  std::size_t rows = 0;
  for (const Asked& asked : levels(kOne)) {
    if (!is_bound(asked.kind)) continue;
    for (const Grid more : {-kHalf, 0, kOne}) {
      Asked added = asked;
      added.value = more;
      Asked sum = asked;
      sum.value += more;
      for (const Grid actual : grid(kHalf)) {
        Book book;
        book.add_indicator("x", IndicatorKind::flow);
        book.add_target("x", condition_of(asked));
        book.add_target("x", condition_of(added), "province").layer = TargetLayer::adds;
        book.add_report("x", "2024", decimal(actual).to_string());
        const ReportRow whole = book.report("2024-12-31").rows.at(2);
        EXPECT_EQ(letter(whole.verdict), said(sum, Direction::more, actual)) << text_of(sum);
        ++rows;
      }
    }
  }
  EXPECT_GT(rows, 600U);
}

}  // namespace
}  // namespace tiendo::oracle
