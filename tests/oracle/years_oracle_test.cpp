// Growth over several years, the engine against the definitions of years.hpp: all small books, and
// larger ones at random.

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "../unit/engine/book.hpp"
#include "../unit/random.hpp"
#include "agreement.hpp"
#include "draws.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20251231;
constexpr int kBooks = 250;

Request request(std::string_view as_of) {
  Request result;
  result.as_of = day(as_of);
  return result;
}

// What may be asked of growth that is 10 % a year where the numbers are powers of 1.1.
std::vector<Condition> conditions() {
  std::vector<Condition> all;
  for (const ConditionKind kind :
       {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
        ConditionKind::less_than, ConditionKind::equal}) {
    all.push_back(condition(kind, "10"));
  }
  all.push_back(between("4.88", "10"));
  all.push_back(around("10", "5"));
  all.push_back(increase_by("5", ChangeIn::points));
  all.push_back(both(decrease_by("1"), at_least("3")));
  return all;
}

Plan small_plan(IndicatorKind kind, bool stated) {
  Book book;
  book.head.period = period("2022/2024");
  book.add_indicator("x", kind, kind == IndicatorKind::ratio ? "percent" : "ty-dong");
  for (const Direction direction : {Direction::more, Direction::less}) {
    const std::string id(name_of(direction));
    Indicator& growth = book.add_indicator(id, IndicatorKind::growth, "percent");
    growth.base = "x";
    growth.direction = direction;
    if (direction == Direction::less) growth.near = NearMiss{dec("0.5"), ChangeIn::value};
    int assigner = 0;
    for (const Condition& asked : conditions()) {
      const std::string unit = "a" + std::to_string(assigner++);
      if (direction == Direction::more) book.add_unit(unit, "");
      Target& target = book.add_target(id, asked, unit);
      if (assigner % 2 == 0) target.baseline = Baseline{dec("5"), {}};
      if (assigner % 3 == 0) target.profile = Profile{};
    }
  }
  Target& level = book.add_target("x", at_least("150"), "a1");
  if (stated) level.baseline = Baseline{dec("100"), period("2020")};
  book.add_composite("both", {"more", "less"});
  book.add_target("both", by_component({{"more", at_least("5")}, {"less", at_most("12")}}), "a1");
  book.add_indicator("twice", IndicatorKind::formula, "percent").formula = "more * 2 + x";
  return book.plan();
}

TEST(YearsOracle, EverySmallBookIsWhatTheDefinitionsSay) {
  int books = 0;
  for (const auto& [stated, kind] :
       {std::pair{false, IndicatorKind::flow}, std::pair{true, IndicatorKind::level},
        std::pair{false, IndicatorKind::ratio}}) {
    {
      const Plan plan = small_plan(kind, stated);
      const bool ratio = kind == IndicatorKind::ratio;
      const auto word = [ratio](const char* number) {
        const bool bare = *number == 0 || !ratio || *number == 'n';
        return std::string(number) + (bare ? "" : "/200");
      };
      for (const char* before : {"", "100", "0"}) {
        for (const char* first : {"", "110"}) {
          for (const char* second : {"", "120", "121"}) {
            for (const char* third : {"", "133.1", "130", "n/a"}) {
              Book book;
              ObservationLog log(plan);
              const std::pair<const char*, const char*> years[] = {
                  {"2021", before}, {"2022", first}, {"2023", second}, {"2024", third}};
              for (const auto& [year, number] : years) {
                if (*number == 0) continue;
                ASSERT_TRUE(log.append(book.add_report("x", year, word(number))));
              }
              for (const char* as_of : {"2022-06-30", "2023-12-31", "2024-12-31"}) {
                for (const Unreported rule : {Unreported::withhold, Unreported::leave_out}) {
                  Request asked = request(as_of);
                  asked.rules.unreported = rule;
                  ASSERT_TRUE(oracle::agrees(log, asked))
                      << name_of(kind) << ' ' << before << ", " << first << ", " << second << ", "
                      << third;
                  ++books;
                }
              }
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(books, 3 * 72 * 3 * 2);
}

// ---- Books at random ----------------------------------------------------------------------------

class Writer : Random {
 public:
  explicit Writer(std::uint64_t seed) : Random(seed), ruled_(seed + 1) {}

  // The log takes what does not contradict what it has.
  ObservationLog write() {
    book_.head.period = period(pick("2021/2023 2022/2023 2022/2024 2021-12-15/2023-12-15"));
    add_indicators();
    for (const char* ward : {"a", "b"}) {
      ResponsibleUnit& unit = book_.add_unit(ward);
      if (one_in(8)) unit.from = day("2022-07-01");
    }
    for (const char* assigner : {"", "province"}) {
      add_target("growth", assigner);
      if (one_in(2)) add_level(assigner);
    }
    if (one_in(3)) add_target("growth", "").unit = "a";
    if (one_in(4)) {
      Target& more = add_target("growth", "province");
      more.unit = "b";
      more.condition = at_least("2");
      Target& added = add_target("growth", "");
      added.unit = "b";
      added.condition = at_least("1");
      added.layer = TargetLayer::adds;
      added.period = more.period;
    }
    for (int i = 6 + upto(12); i > 0; --i) report();
    ObservationLog log(book_.plan());
    for (const Observation& report : reports_) static_cast<void>(log.append(report));
    return log;
  }

  Request ask() {
    Request result;
    result.as_of =
        day(pick("2022-06-30 2022-12-31 2023-12-14 2023-12-31 2024-12-31 2025-06-30 2025-06-30"));
    if (one_in(4)) result.known_on = day(pick("2023-06-30 2024-06-30"));
    result.base_rule = static_cast<BaseRule>(upto(2));
    if (ruled_.one_in(3)) result.rules.unreported = Unreported::leave_out;
    if (ruled_.one_in(4)) result.rules.compared_with = ComparedWith::period_before;
    return result;
  }

 private:
  void add_indicators() {
    Indicator& x = book_.add_indicator("x", IndicatorKind::flow);
    if (one_in(3)) x.kind = IndicatorKind::level;
    if (one_in(6)) x.time_rule = one_in(2) ? TimeRule::mean : TimeRule::max;
    if (one_in(3)) x.unit_rule = UnitRule::sum;
    for (const char* on : {"2021-01-01", "2022-01-01", "2023-01-01", "2023-07-01"}) {
      if (!one_in(8)) continue;
      SeriesBreak broken;
      broken.on = day(on);
      if (!one_in(4)) broken.factor = *Decimal::of(9 + upto(3), 1);
      x.breaks.push_back(broken);
    }
    book_.add_indicator("y", IndicatorKind::level, "person");
    book_.add_indicator("f", IndicatorKind::formula).formula = "x / y";
    Indicator& growth =
        book_.add_indicator("growth", IndicatorKind::growth, pick("percent per-mille"));
    growth.base = one_in(5) ? "f" : "x";
    growth.direction = static_cast<Direction>(upto(3));
    growth.achievement = static_cast<Achievement>(upto(2));
    per_mille_ = growth.measure == "per-mille";
    if (one_in(4)) growth.compare = Comparison::points, growth.achievement = Achievement::direct;
    if (!one_in(3)) growth.near = NearMiss{number(), static_cast<ChangeIn>(upto(2))};
    if (one_in(4)) growth.base_rule = static_cast<BaseRule>(upto(2));
  }

  Decimal number() { return *Decimal::of(upto(200), per_mille_ ? 0 : 1); }

  Condition asked() {
    Condition result;
    result.kind = static_cast<ConditionKind>(1 + upto(8));
    result.value = one_in(3) ? Decimal(per_mille_ ? 100 : 10) : number();
    if (result.kind == ConditionKind::between) result.upper = *(result.value + number());
    if (result.kind == ConditionKind::about) result.tolerance = number();
    if (is_change(result.kind)) result.in = static_cast<ChangeIn>(upto(2));
    return result;
  }

  Target& add_target(const char* indicator, const char* assigner) {
    Target& target = book_.add_target(indicator, asked(), assigner);
    if (one_in(2)) target.baseline = Baseline{number(), {}};
    if (one_in(2)) target.profile = Profile{};
    if (one_in(4)) target.period = period("2022/2024");
    return target;
  }

  void add_level(const char* assigner) {
    Target& level = book_.add_target("x", at_least("100"), assigner);
    if (!one_in(4)) level.baseline = Baseline{Decimal(100 + upto(1) * 10), {}};
    if (level.baseline && !one_in(4)) {
      level.baseline->period = period(pick("2021 2020 2019 2020-12-15/2021-12-15 2022 2020-H2"));
    }
    if (one_in(4)) level.decision.date = day("2023-06-30");
  }

  void report() {
    const std::string when = pick(
        "2020 2021 2021 2022 2022 2023 2023 2024 2021-H1 2021-H2 2023-H1 2023-H2 "
        "2020-12-15/2021-12-15 2021-12-15/2022-12-15 2022-12-15/2023-12-15 2022-12 2023-12");
    const char* numbers[] = {"100", "110", "121", "133.1", "100", "115", "120", "0", "-100"};
    const std::size_t which = static_cast<std::size_t>(upto(one_in(6) ? 8 : 6));
    Observation report = book_.add_report(one_in(5) ? "y" : "x", when, numbers[which]);
    if (one_in(3)) report.unit = pick("a b");
    if (one_in(12)) report.standing = static_cast<Standing>(1 + upto(1)), report.value.reset();
    if (one_in(6)) report.status = Status::preliminary;
    if (one_in(8)) report.qualifier = static_cast<Qualifier>(upto(3));
    if (one_in(4)) report.recorded_on = day(pick("2022-02-01 2023-02-01 2024-02-01 2025-02-01"));
    reports_.push_back(report);
    if (!one_in(20)) return;
    reports_.push_back(book_.add_report("growth", pick("2021/2022 2022/2023 2021"), "9.5"));
  }

  Book book_;
  std::vector<Observation> reports_;
  bool per_mille_ = false;
  Random ruled_;  // for the rules: without it the books are the same
};

TEST(YearsOracle, RandomBooksAreWhatTheDefinitionsSay) {
  const oracle::Draws draws(kSeed, kBooks);
  std::map<Errc, int> reasons;
  std::map<Verdict, int> verdicts;
  std::map<Schedule, int> schedules;
  int fractions = 0;
  int cut = 0;
  int of_parts = 0;  // with less than was due, which is left out
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    draws.tell(tried);
    Writer writer(seed);
    const ObservationLog log = writer.write();
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
    for (int i = 0; i < 4; ++i) {
      const Request asked = writer.ask();
      ASSERT_TRUE(oracle::agrees(log, asked)) << "seed " << seed;
      for (const ReportRow& row : evaluate(log, asked).rows) {
        if (log.plan().indicators()[row.indicator].id != "growth") continue;
        ++reasons[row.actual.reason];
        if (!row.average) continue;
        ++(row.cut ? cut : fractions);
        of_parts += row.coverage.complete() ? 0 : 1;
        ++verdicts[row.verdict];
        ++schedules[row.schedule];
      }
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(cut, 100);
  EXPECT_GT(fractions, 50);
  EXPECT_GT(of_parts, 4);
  for (const Errc why :
       {Errc::no_full_year, Errc::no_data, Errc::no_base, Errc::partial_coverage, Errc::base_zero,
        Errc::growth_without_base, Errc::series_break, Errc::not_attributed}) {
    EXPECT_GT(reasons[why], 2) << name_of(why);
  }
  for (const Verdict verdict : {Verdict::exceeded, Verdict::near, Verdict::missed}) {
    EXPECT_GT(verdicts[verdict], 4) << name_of(verdict);
  }
  for (const Schedule schedule : {Schedule::ahead, Schedule::behind}) {
    EXPECT_GT(schedules[schedule], 5) << name_of(schedule);
  }
}

}  // namespace
}  // namespace tiendo
