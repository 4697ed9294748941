// The engine against the definitions of engine.hpp, in every field of every row: all small books,
// and large ones at random.
// Long because it counts all that random books are about.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../unit/engine/book.hpp"
#include "agreement.hpp"
#include "draws.hpp"
#include "random_book.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo {
namespace {

using oracle::agrees;
using oracle::same_rows;

constexpr std::uint64_t kSeed = 20241231;
constexpr int kBooks = 2000;

// ---- Every small book ---------------------------------------------------------------------------

// The words that the year before, the first half before, and the two halves of the year may say; ""
// is no report.
struct Words {
  IndicatorKind kind;
  const char* measure;
  const char* target;
  const char* step;
  std::vector<const char*> year;
  std::vector<const char*> half;
  std::optional<TimeRule> over_time = {};
};

const std::vector<Words>& words() {
  static const std::vector<Words> kWords = {
      {IndicatorKind::flow, "ty-dong", "100", "50", {"40", "60"}, {"40", "50", "60"}},
      {IndicatorKind::level, "ty-dong", "100", "10", {"90", "0"}, {"90", "100", "110"}},
      {IndicatorKind::share, "percent", "10", "2", {"8", "-8"}, {"8", "10", "12"}},
      {IndicatorKind::count, "person", "10", "2", {"8", "10"}, {"8", "10", "12"}},
      {IndicatorKind::ratio, "percent", "50", "10", {"2/5", "1/2"}, {"1/2", "2/5", "7/8"}},
      {IndicatorKind::growth, "per-mille", "100", "1", {"50", "0"}, {"50", "55", "60"}},
      {IndicatorKind::flow, "ty-dong", "50", "10", {"50", "60"}, {"40", "60"}, TimeRule::mean},
      {IndicatorKind::level, "ty-dong", "10", "2", {"8", "0"}, {"8", "12"}, TimeRule::max},
      {IndicatorKind::share, "percent", "10", "2", {"8", "-8"}, {"8", "12"}, TimeRule::min},
      {IndicatorKind::count, "person", "10", "2", {"8", "10"}, {"8", "12"}, TimeRule::mean},
      {IndicatorKind::ratio, "percent", "50", "10", {"1/2"}, {"2/5", "3/4"}, TimeRule::mean},
      {IndicatorKind::ratio, "percent", "50", "10", {"1/2"}, {"2/5", "3/0"}, TimeRule::max},
  };
  return kWords;
}

// Whether it is no percentage.
bool is_amount(const Words& w) {
  const std::string_view measure = w.measure;
  return measure != "percent" && measure != "per-mille";
}

// Every wording for the direction `more`; for the others those where the direction matters.
std::vector<Condition> conditions(const Words& w, Direction direction) {
  std::vector<Condition> result = {between(w.target, w.target), around(w.target, w.step),
                                   both(increase_by("0"), around(w.target, w.step))};
  if (direction != Direction::more) return result;
  for (const ConditionKind kind :
       {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
        ConditionKind::less_than, ConditionKind::equal}) {
    result.push_back(condition(kind, w.target));
  }
  for (const ConditionKind kind : {ConditionKind::increase_by, ConditionKind::decrease_by}) {
    for (const ChangeIn in : {ChangeIn::value, ChangeIn::percent, ChangeIn::points}) {
      // Points are of percentages; the plan refuses others.
      if (in == ChangeIn::points && is_amount(w)) continue;
      result.push_back(change(kind, w.step, in));
    }
  }
  result.push_back(both(increase_by(w.step), condition(ConditionKind::less_than, w.target)));
  if (is_amount(w)) result.push_back(yes());
  return result;
}

// Thresholds, formulas and bases of their own for the indicators and targets of a small plan: some
// have one, others have none.
void vary(Indicator& indicator, const Words& w) {
  const auto turn = static_cast<int>(indicator.direction);
  if (turn % 2 == 1) indicator.near = NearMiss{dec(w.step), ChangeIn::value};
  indicator.achievement = static_cast<Achievement>(turn % 3);
  if (is_amount(w) || turn < 2) return;
  indicator.achievement = Achievement::direct;
  indicator.compare = Comparison::points;
}

void vary(Target& target, const Words& w, int turn) {
  if (!has_number(target.condition.kind)) return;
  if (turn % 3 == 1) target.baseline = Baseline{dec(w.target), {}};
  if (turn % 3 == 2) target.baseline = Baseline{dec(w.step), {}};
  if (turn % 4 == 0) target.near = NearMiss{dec("10"), ChangeIn::percent};
  if (turn % 4 == 1 && !is_amount(w)) target.near = NearMiss{dec("2"), ChangeIn::points};
}

// One indicator for each direction; each condition by an assigner of its own; a composite of two.
Plan small_plan(const Words& w) {
  Book book;
  for (int i = 0; i < 20; ++i) book.add_unit('a' + std::to_string(i), "");
  for (const Direction direction :
       {Direction::more, Direction::less, Direction::inside, Direction::near}) {
    const std::string id(name_of(direction));
    Indicator& indicator = book.add_indicator(id, w.kind, w.measure);
    indicator.direction = direction;
    indicator.time_rule = w.over_time;
    if (w.over_time == TimeRule::max && w.kind == IndicatorKind::ratio) {
      indicator.unit_rule = UnitRule::none;
    }
    vary(indicator, w);
    if (w.kind == IndicatorKind::growth) {
      indicator.base = id + "-base";
      book.add_indicator(indicator.base, IndicatorKind::flow);
    }
    int assigner = 0;
    for (const Condition& condition : conditions(w, direction)) {
      vary(book.add_target(id, condition, 'a' + std::to_string(assigner)), w, assigner);
      ++assigner;
    }
  }
  book.add_composite("both", {"more", "less"});
  book.add_target("both",
                  by_component({{"more", at_least(w.target)}, {"less", at_most(w.target)}}));
  return book.plan();
}

void add(ObservationLog& log, const Words& w, const char* when, const char* word) {
  if (*word == 0) return;
  for (const Direction direction :
       {Direction::more, Direction::less, Direction::inside, Direction::near}) {
    Book book;
    const std::string suffix = w.kind == IndicatorKind::growth ? "-base" : "";
    const Observation& report =
        book.add_report(std::string(name_of(direction)) + suffix, when, word);
    const Result<Row> row = log.append(report);
    ASSERT_TRUE(row) << row.error().sentence;
  }
}

TEST(EngineOracle, EverySmallBookIsWhatTheDefinitionsSay) {
  int rows = 0;
  for (const Words& w : words()) {
    const Plan plan = small_plan(w);
    std::vector<const char*> year = w.year;
    year.insert(year.end(), {"", "withheld"});
    std::vector<const char*> half = w.half;
    half.insert(half.end(), {"", "n/a", "withheld"});
    for (const char* before : year) {
      for (const char* first_before : {"", w.half[1]}) {
        for (const char* first : half) {
          for (const char* second : half) {
            ObservationLog log(plan);
            add(log, w, "2023", before);
            add(log, w, "2023-H1", first_before);
            add(log, w, "2024-H1", first);
            add(log, w, "2024-H2", second);
            for (const char* as_of : {"2023-12-31", "2024-01-01", "2024-06-30", "2024-12-30",
                                      "2024-12-31", "2025-06-30"}) {
              Request request;
              request.as_of = day(as_of);
              const auto told = [&] {
                return std::string(name_of(w.kind)) +
                       std::string(w.over_time ? name_of(*w.over_time) : "") + ": 2023 " + before +
                       ", 2023-H1 " + first_before + ", 2024-H1 " + first + ", 2024-H2 " + second;
              };
              ASSERT_TRUE(agrees(log, request)) << told();
              rows += static_cast<int>(plan.targets().size());
              if (request.as_of != day("2024-06-30") && request.as_of != day("2024-12-31"))
                continue;
              request.rules.unreported = Unreported::leave_out;
              ASSERT_TRUE(agrees(log, request)) << told();
            }
          }
        }
      }
    }
  }
  EXPECT_GT(rows, 230'000);
}

// A town of two wards, each of which says nothing, a number, or why it has none.
TEST(EngineOracle, EverySmallTownIsWhatItsWardsMake) {
  const std::vector<const char*> said = {"", "4", "-2", "n/a", "withheld"};
  const std::vector<const char*> people = {"", "3", "0", "-1"};
  int books = 0;
  for (const IndicatorKind kind : {IndicatorKind::flow, IndicatorKind::level}) {
    for (const TimeRule time : {TimeRule::sum, TimeRule::last, TimeRule::mean, TimeRule::min}) {
      for (const UnitRule unit : {UnitRule::mean, UnitRule::max, UnitRule::min}) {
        Book book;
        for (const char* ward : {"a", "b"}) book.add_unit(ward);
        Indicator& x = book.add_indicator("x", kind);
        x.time_rule = time;
        x.unit_rule = unit;
        if (unit == UnitRule::mean) x.weight = "n";
        book.add_indicator("n", IndicatorKind::level, "person").unit_rule = UnitRule::sum;
        book.add_target("x", at_least("2"));
        const Plan plan = book.plan();
        const std::vector<const char*> none = {""};
        const auto& weights = unit == UnitRule::mean ? people : none;
        for (const char* a : said) {
          for (const char* b : said) {
            for (const char* of_a : weights) {
              for (const char* of_b : weights) {
                ObservationLog log(plan);
                const auto add = [&](const char* ward, const char* what, const char* when,
                                     const char* word) {
                  if (*word == 0) return;
                  ASSERT_TRUE(log.append(book.add_unit_report(ward, what, when, word)));
                };
                add("a", "x", "2024-H1", a);
                add("b", "x", "2024-H1", b);
                add("b", "x", "2024-H2", "6");
                add("a", "n", "2024-H1", of_a);
                add("b", "n", "2024", of_b);
                for (const char* as_of : {"2024-06-30", "2024-12-31"}) {
                  Request request;
                  request.as_of = day(as_of);
                  for (const Unreported rule : {Unreported::withhold, Unreported::leave_out}) {
                    request.rules.unreported = rule;
                    ASSERT_TRUE(agrees(log, request))
                        << name_of(kind) << ' ' << name_of(time) << ' ' << name_of(unit) << ": a "
                        << a << " of " << of_a << ", b " << b << " of " << of_b;
                  }
                  ++books;
                }
              }
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(books, 2 * 4 * (16 + 2) * 25 * 2);
}

// ---- Books at random ----------------------------------------------------------------------------

ObservationLog log_of(const Plan& plan, const std::vector<Observation>& reports) {
  ObservationLog log(plan);
  EXPECT_TRUE(log.append_all(reports).empty());
  return log;
}

// How often each check finds something.
std::map<Errc, int> found_by(const ObservationLog& log) {
  std::map<Errc, int> found;
  for (const Diagnostic& finding : check_plan(log)) ++found[finding.code];
  return found;
}

// Growth over two years or more.
bool is_of_years(const ReportRow& row, const Indicator& indicator) {
  return indicator.kind == IndicatorKind::growth &&
         *row.period.start().plus_months(24) <= row.period.end();
}

// From an earlier year than the one before the window, which only a target may state.
bool is_from_before(const ReportRow& row) {
  return *row.period.start().plus_months(12 * std::int64_t{row.average->periods - 1}) >
         *row.reported_to;
}

// Whether a report that is brought up to date as reports come in says the same as one that is made
// of all of them.
::testing::AssertionResult grows_alike(const oracle::RandomBook& book, const Request& request,
                                       std::mt19937_64& random) {
  ObservationLog log(book.plan);
  Report report = evaluate(log, request);
  for (const Observation& observation : book.reports) {
    if (!log.append(observation)) return ::testing::AssertionFailure() << "a report is refused";
    if (random() % 3 == 0) report = updated(std::move(report), log);
  }
  report = updated(std::move(report), log);
  const Report whole = evaluate(log, request);
  if (!same_rows(report.rows, whole.rows)) return ::testing::AssertionFailure() << "other rows";
  if (report.summary != whole.summary) return ::testing::AssertionFailure() << "another summary";
  if (verdict_columns(report).verdict != verdict_columns(whole).verdict ||
      verdict_columns(report).provisional != verdict_columns(whole).provisional) {
    return ::testing::AssertionFailure() << "other verdicts";
  }
  return ::testing::AssertionSuccess();
}

TEST(EngineOracle, RandomBooksAreWhatTheDefinitionsSayInAnyOrderOfTheirReports) {
  const oracle::Draws draws(kSeed, kBooks);
  int tried = 0;
  std::vector<int> states(8);
  std::vector<int> verdicts(5);
  std::vector<int> so_far(5);
  std::vector<int> courses(7);
  int below = 0;
  int below_in_part = 0;
  int broken = 0;
  int not_compared = 0;
  int judged_in_part = 0;  // by rules that leave out what has not been reported
  int compared_in_part = 0;
  int periods_compared = 0;  // by rules that compare with the period before
  int years_compared = 0;    // of two or more
  int revised = 0;
  int by_hand = 0;
  std::map<Errc, int> other_results;  // why they have no number or no verdict
  std::vector<int> of_ranges(5);      // verdicts by rule
  std::vector<int> composites(5);     // their verdicts
  std::vector<int> schedules(4);
  std::map<Errc, int> not_expected;  // why nothing is
  std::map<Errc, int> no_schedule;
  int wholes = 0;  // on their way
  std::map<Errc, int> paces;
  std::map<Errc, int> run_rates;
  std::map<Errc, int> same_shares;
  std::map<Errc, int> findings;
  std::map<UnitRule, int> by_unit_rule;  // figures of several units
  int formulas = 0;
  int compared = 0;
  std::map<Errc, int> formula_reasons;
  std::map<TimeRule, int> by_time_rule;  // figures of several units or months
  std::map<Errc, int> averages;          // growth over several years
  std::map<Verdict, int> of_averages;
  int cut = 0;
  int fractions = 0;
  int from_stated = 0;
  for (int books = 0; books < draws.cases(); ++tried) {
    ASSERT_LT(tried, 4 * draws.cases()) << "most plans are refused";
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const std::optional<oracle::RandomBook> book = oracle::random_book(seed);
    if (!book) continue;
    draws.tell(++books);
    const ObservationLog log = log_of(book->plan, book->reports);
    std::vector<Observation> shuffled = book->reports;
    std::mt19937_64 random(seed);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const ObservationLog other = log_of(book->plan, shuffled);
    const std::map<Errc, int> found = found_by(log);
    ASSERT_EQ(found, found_by(other)) << "seed " << seed << ", shuffled\n" << describe(*book);
    for (const auto& [code, times] : found) findings[code] += times;
    Request leveled = book->requests.front();
    leveled.levels = books % 4;
    if (books % 3 == 0) leveled.rules.unreported = Unreported::leave_out;
    ASSERT_TRUE(agrees(log, leveled)) << "seed " << seed << ", levels\n" << describe(*book);
    for (const ReportRow& row : evaluate(log, leveled).rows) {
      const bool bare = row.kind == RowKind::indicator && row.unit != book->plan.unit();
      below += bare ? 1 : 0;
      below_in_part += bare && row.actual && !row.coverage.complete() ? 1 : 0;
    }
    for (const Request& request : book->requests) {
      ASSERT_TRUE(agrees(log, request)) << "seed " << seed << '\n' << describe(*book);
      ASSERT_TRUE(grows_alike(*book, request, random)) << "seed " << seed << '\n'
                                                       << describe(*book);
      const std::vector<ReportRow> rows = evaluate(log, request).rows;
      ASSERT_TRUE(same_rows(rows, evaluate(other, request).rows))
          << "seed " << seed << ", shuffled\n"
          << describe(*book);
      for (const ReportRow& row : rows) {
        const Indicator& indicator = book->plan.indicators()[row.indicator];
        if (row.actual && row.coverage.of == Coverage::Of::units) {
          ++by_unit_rule[unit_rule_of(indicator)];
        }
        if (row.actual) ++by_time_rule[time_rule_of(indicator)];
        if (indicator.kind == IndicatorKind::formula) {
          formulas += row.actual ? 1 : 0;
          compared += row.same_period ? 1 : 0;
          ++formula_reasons[row.actual.reason];
        }
        if (is_of_years(row, indicator)) {
          ++averages[row.actual.reason];
          of_averages[row.verdict] += row.average ? 1 : 0;
          cut += row.cut ? 1 : 0;
          fractions += row.average && !row.cut ? 1 : 0;
          from_stated += row.average && row.reported_to && is_from_before(row) ? 1 : 0;
        }
        const bool left_out = request.rules.unreported == Unreported::leave_out;
        const bool in_part = left_out && row.actual && !row.coverage.complete();
        judged_in_part += in_part && row.verdict != Verdict::none ? 1 : 0;
        compared_in_part += in_part && row.growth ? 1 : 0;
        if (request.rules.compared_with == ComparedWith::period_before && row.same_period) {
          ++(*row.period.start().plus_months(24) <= row.period.end() ? years_compared
                                                                     : periods_compared);
        }
        ++states[static_cast<std::size_t>(row.state)];
        ++verdicts[static_cast<std::size_t>(row.verdict)];
        ++so_far[static_cast<std::size_t>(row.provisional)];
        ++courses[static_cast<std::size_t>(row.course)];
        revised += row.base_revision && !row.base_revision.value->is_zero() ? 1 : 0;
        by_hand += row.by_hand ? 1 : 0;
        ++schedules[static_cast<std::size_t>(row.schedule)];
        ++not_expected[row.expected.reason];
        ++no_schedule[row.schedule_reason];
        wholes += row.kind == RowKind::whole && row.expected ? 1 : 0;
        ++paces[row.pace.reason];
        ++run_rates[row.run_rate.reason];
        ++same_shares[row.same_share.reason];
        ++other_results[row.reason];
        ++other_results[row.verdict_reason];
        if (row.range && !row.by_hand) ++of_ranges[static_cast<std::size_t>(row.verdict)];
        broken += row.reason == Errc::series_break ? 1 : 0;
        not_compared += row.actual && row.same_period.reason == Errc::series_break ? 1 : 0;
        if (row.condition.components) ++composites[static_cast<std::size_t>(row.verdict)];
      }
    }
  }
  if (!draws.enough()) return;
  for (const UnitRule rule : {UnitRule::mean, UnitRule::max, UnitRule::min}) {
    EXPECT_GT(by_unit_rule[rule], 4) << name_of(rule);
  }
  EXPECT_GT(formulas, 300);
  EXPECT_GT(compared, 50);
  for (const Errc why : {Errc::references_apart, Errc::division_by_zero, Errc::no_base}) {
    EXPECT_GT(formula_reasons[why], 10) << name_of(why);
  }
  for (const TimeRule rule : {TimeRule::mean, TimeRule::max, TimeRule::min}) {
    EXPECT_GT(by_time_rule[rule], 150) << name_of(rule);
  }
  EXPECT_GT(cut, 100);
  EXPECT_GT(fractions, 80);
  EXPECT_GT(from_stated, 50);
  for (const Errc why : {Errc::no_full_year, Errc::no_data, Errc::no_base, Errc::partial_coverage,
                         Errc::series_break, Errc::not_attributed}) {
    EXPECT_GT(averages[why], 10) << name_of(why);
  }
  for (const Verdict verdict : {Verdict::exceeded, Verdict::met, Verdict::near, Verdict::missed}) {
    EXPECT_GT(of_averages[verdict], 1) << name_of(verdict);
  }
  EXPECT_GT(judged_in_part, 200);
  EXPECT_GT(compared_in_part, 50);
  EXPECT_GT(periods_compared, 200);
  EXPECT_GT(years_compared, 20);
  EXPECT_GT(revised, 150);
  EXPECT_GT(by_hand, 30);
  for (const Errc code : {Errc::range_result, Errc::words_result, Errc::range_undecided}) {
    EXPECT_GT(other_results[code], 6) << name_of(code);
  }
  for (const Schedule schedule : {Schedule::ahead, Schedule::on_schedule, Schedule::behind}) {
    EXPECT_GT(schedules[static_cast<std::size_t>(schedule)], 20) << name_of(schedule);
  }
  for (const Errc code : {Errc::no_profile, Errc::not_started, Errc::no_milestone_yet,
                          Errc::no_baseline, Errc::range_target, Errc::fact_target}) {
    EXPECT_GT(not_expected[code], 8) << name_of(code);
  }
  for (const Errc code :
       {Errc::no_better_side, Errc::partial_coverage, Errc::unit_ended, Errc::bound_undecided}) {
    EXPECT_GT(no_schedule[code], 4) << name_of(code);
  }
  EXPECT_GT(wholes, 50);
  for (const Errc code : {Errc::none, Errc::target_reached, Errc::partial_coverage,
                          Errc::unit_ended, Errc::not_cumulative}) {
    EXPECT_GT(paces[code], 6) << name_of(code);
  }
  for (const Errc code : {Errc::none, Errc::partial_coverage}) {
    EXPECT_GT(run_rates[code], 10) << name_of(code);
  }
  for (const Errc code : {Errc::none, Errc::no_base, Errc::base_zero}) {
    EXPECT_GT(same_shares[code], 5) << name_of(code);
  }
  EXPECT_GT(below, 1000);
  EXPECT_GT(below_in_part, 30);
  EXPECT_GT(broken, 400);
  EXPECT_GT(not_compared, 80);
  // The books are about something: every state but overdue and every verdict comes up.
  for (const State state : {State::value, State::no_data, State::not_due, State::not_applicable,
                            State::withheld, State::undefined}) {
    EXPECT_GT(states[static_cast<std::size_t>(state)], 100) << name_of(state);
  }
  for (const Errc code :
       {Errc::growth_against_level, Errc::parts_differ, Errc::projects_differ,
        Errc::child_targets_differ, Errc::order_of_magnitude, Errc::percent_or_per_mille,
        Errc::beyond_whole, Errc::running_total_falls, Errc::unit_gone, Errc::final_too_early,
        Errc::total_disagrees, Errc::verdict_disagrees}) {
    EXPECT_GT(findings[code], 5) << name_of(code);
  }
  EXPECT_GT(verdicts[static_cast<std::size_t>(Verdict::near)], 200);
  for (const Verdict verdict : {Verdict::exceeded, Verdict::met, Verdict::near, Verdict::missed}) {
    EXPECT_GT(so_far[static_cast<std::size_t>(verdict)], 25) << name_of(verdict);
  }
  for (const Course course : {Course::met_at_baseline, Course::lost, Course::reached,
                              Course::closer, Course::unchanged, Course::away}) {
    EXPECT_GT(courses[static_cast<std::size_t>(course)], 30) << name_of(course);
  }
  for (const Verdict verdict : {Verdict::exceeded, Verdict::met, Verdict::missed}) {
    EXPECT_GT(verdicts[static_cast<std::size_t>(verdict)], 200) << name_of(verdict);
    EXPECT_GT(of_ranges[static_cast<std::size_t>(verdict)], 1) << name_of(verdict);
    EXPECT_GT(composites[static_cast<std::size_t>(verdict)], 5) << name_of(verdict);
  }
}

}  // namespace
}  // namespace tiendo
