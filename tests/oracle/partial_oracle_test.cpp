// A report put together from parts of the tree of units against the report of one log of all:
// random books, and random countries of units that report months. The tree is cut at random, each
// part is summed up by itself, and the parts are merged in any order and grouping.
// Long because it draws countries as well as cuts of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "../unit/engine/book.hpp"
#include "agreement.hpp"
#include "draws.hpp"
#include "random_book.hpp"
#include "tiendo/engine/partial.hpp"
#include "tiendo/engine/report_columns.hpp"
#include "tiendo/io/partial_text.hpp"

namespace tiendo {
namespace {

using oracle::same_rows;

constexpr std::uint64_t kSeed = 20260101;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::mt19937_64 random_;
};

// ---- Cutting ------------------------------------------------------------------------------------

// Hands each unit to one of the parts: by itself, or with all that stand below it.
class Cutter {
 public:
  Cutter(const Plan& plan, Chance& chance)
      : plan_(plan), chance_(chance), parts_(1 + chance.below(4)), part_of_(plan.units().size()) {
    for (Index unit = 0; unit < plan.units().size(); ++unit) {
      if (plan.units()[unit].parent.empty()) cut(unit, 2 + chance.below(4));
    }
  }

  const std::vector<PartUnits>& parts() const { return parts_; }
  // Beside the units.
  const std::vector<std::size_t>& part_of() const { return part_of_; }

 private:
  void cut(Index unit, std::size_t often) {
    const std::size_t part = chance_.below(parts_.size());
    if (chance_.one_in(often)) {
      parts_[part].whole.push_back(unit);
      give(unit, part);
      return;
    }
    parts_[part].alone.push_back(unit);
    part_of_[unit] = part;
    for (const Index below : plan_.children_of(unit)) cut(below, 2);
  }

  void give(Index unit, std::size_t part) {
    part_of_[unit] = part;
    for (const Index below : plan_.children_of(unit)) give(below, part);
  }

  const Plan& plan_;
  Chance& chance_;
  std::vector<PartUnits> parts_;
  std::vector<std::size_t> part_of_;
};

// ---- Comparing ----------------------------------------------------------------------------------

struct Seen {
  int reports = 0;
  int missing = 0;  // of which a part was not there
  int sums = 0;
  int of_units = 0;     // sums of several units
  int held = 0;         // observations
  int held_beside = 0;  // of an indicator that elsewhere is summed
  int below = 0;        // rows
  int from_sums = 0;    // figures at or above tops where nothing was held
};

bool same_place(const ReportRow& a, const ReportRow& b) {
  return a.kind == b.kind && a.indicator == b.indicator && a.unit == b.unit &&
         a.project == b.project && a.assigner == b.assigner && a.targets == b.targets &&
         a.period == b.period;
}

// The rows of all reports, in the order of those of one: each is the next of one of them.
std::vector<ReportRow> in_order_of(const std::vector<ReportRow>& whole,
                                   const std::vector<Report>& reports) {
  std::vector<std::size_t> next(reports.size());
  std::vector<ReportRow> rows;
  for (const ReportRow& row : whole) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (next[i] == reports[i].rows.size()) continue;
      if (!same_place(reports[i].rows[next[i]], row)) continue;
      rows.push_back(reports[i].rows[next[i]++]);
      break;
    }
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    EXPECT_EQ(next[i], reports[i].rows.size()) << "rows of report " << i << " are not of the whole";
  }
  return rows;
}

std::map<Index, std::vector<int>> counts_of(const std::vector<Report>& reports) {
  std::map<Index, std::vector<int>> counts;
  for (const Report& report : reports) {
    for (const SummaryRow& row : report.summary) {
      std::vector<int>& sum = counts[row.assigner];
      sum.resize(12);
      std::size_t at = 0;
      for (const int count : {row.rows, row.exceeded, row.met, row.near, row.missed, row.no_data,
                              row.not_judged, row.by_hand, row.provisional_exceeded,
                              row.provisional_met, row.provisional_near, row.provisional_missed}) {
        sum[at++] += count;
      }
    }
  }
  return counts;
}

// Columns of a report say what its rows say.
void check_columns(const Report& report) {
  for (const Field field : {Field::actual, Field::completion, Field::growth, Field::change}) {
    const auto column = printed_column(report, field, 2, Rounding::half_even);
    if (!column) continue;  // a number of too many digits
    for (std::size_t at = 0; at < report.rows.size(); ++at) {
      const auto one = printed(report.plan, report.rows[at], field, {2, Rounding::half_even});
      const bool has = (column->validity[at / 8] >> (at % 8) & 1) != 0;
      ASSERT_EQ(has, one.has_value()) << name_of(field);
      if (!has) continue;
      std::uint64_t low = 0;
      for (std::size_t byte = 8; byte-- > 0;) low = low << 8 | column->values[at].bytes[byte];
      ASSERT_EQ(low, one->to_words()->lo) << name_of(field);
    }
  }
  const VerdictColumns verdicts = verdict_columns(report);
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    ASSERT_EQ(verdicts.verdict[at], report.rows[at].verdict);
    ASSERT_EQ(verdicts.provisional[at], report.rows[at].provisional);
  }
}

class Comparison {
 public:
  Comparison(const ObservationLog& log, const Request& request, Chance& chance, Seen& seen)
      : log_(log),
        request_(request),
        chance_(chance),
        seen_(seen),
        cutter_(log.plan(), chance),
        whole_(log.plan()),
        marked_(log.plan()) {
    if (cutter_.parts().size() > 1 && chance_.one_in(5)) missing_ = cutter_.parts().size() - 1;
  }

  void run() {
    share_out();
    ASSERT_NO_FATAL_FAILURE(merge());
    const Report expected = evaluate(whole_, request_);
    std::vector<Report> reports = {evaluate(*merged_)};
    ASSERT_NO_FATAL_FAILURE(check_columns(reports.front()));
    for (std::size_t part = 0; part < logs_.size(); ++part) {
      if (part == missing_) continue;
      Result<Report> below = evaluate_below(logs_[part], cutter_.parts()[part], *merged_);
      ASSERT_TRUE(below) << below.error().sentence;
      reports.push_back(*std::move(below));
      seen_.below += static_cast<int>(reports.back().rows.size());
    }
    std::vector<ReportRow> rows;
    for (const ReportRow& row : expected.rows) {
      if (missing_ == kAll || is_given(row.unit)) rows.push_back(row);
    }
    const std::vector<ReportRow> made = in_order_of(rows, reports);
    ASSERT_EQ(made.size(), rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
      ASSERT_TRUE(same_rows({made[at]}, {rows[at]}))
          << told(made[at]) << "\nof all " << told(rows[at]);
    }
    if (missing_ == kAll) {
      ASSERT_EQ(counts_of(reports), counts_of({expected}));
    }
    count();
  }

 private:
  static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

  std::string told(const ReportRow& row) const {
    std::string text = log_.plan().indicators()[row.indicator].id + ' ' +
                       log_.plan().units()[row.unit].id + ' ' + row.period.to_string();
    for (const Field field : kFields) {
      text += ' ' + std::string(name_of(field)) + '=' + shown(figure(row, field));
    }
    return text + ' ' + shown(row.coverage) + ' ' + shown_state(row) + ' ' + shown_verdict(row);
  }

  // Of a part that is there, or above one.
  bool is_given(Index unit) const {
    if (cutter_.part_of()[unit] != missing_) return true;
    const std::vector<Index>& below = log_.plan().children_of(unit);
    return std::any_of(below.begin(), below.end(), [this](Index one) { return is_given(one); });
  }

  void share_out() {
    for (std::size_t i = 0; i < cutter_.parts().size(); ++i) logs_.emplace_back(log_.plan());
    for (Row row = 0; row < log_.size(); ++row) {
      const std::size_t part = cutter_.part_of()[log_.cell(log_.cell_of(row)).unit];
      ASSERT_TRUE(logs_[part].append(log_.observation(row)));
      if (part == missing_) continue;
      ASSERT_TRUE(whole_.append(log_.observation(row)));
    }
  }

  // As it arrives elsewhere.
  Partial sent(const Partial& partial) const {
    Checked<Partial> read = read_partial(write_partial(partial, marked_), "partial", marked_);
    for (const Diagnostic& finding : read.diagnostics) ADD_FAILURE() << to_string(finding);
    return *std::move(read.value);
  }

  // Any order and grouping.
  Partial merged(const std::vector<Partial>& sources) {
    std::vector<Partial> partials;
    for (const Partial& source : sources) partials.push_back(sent(source));
    while (partials.size() > 1) {
      std::swap(partials[chance_.below(partials.size())], partials.back());
      const Partial last = std::move(partials.back());
      partials.pop_back();
      const auto problem = partials[chance_.below(partials.size())].merge(last);
      EXPECT_FALSE(problem) << problem->sentence;
    }
    return std::move(partials.front());
  }

  void merge() {
    std::vector<Partial> partials;
    for (std::size_t part = 0; part < logs_.size(); ++part) {
      if (part == missing_) continue;
      Result<Partial> partial = Partial::of(logs_[part], request_, cutter_.parts()[part]);
      ASSERT_TRUE(partial) << partial.error().sentence;
      partials.push_back(*std::move(partial));
    }
    merged_ = merged(partials);
    ASSERT_EQ(write_partial(*merged_, marked_), write_partial(merged(partials), marked_));
    const std::vector<std::size_t>& of = cutter_.part_of();
    ASSERT_EQ(merged_->is_whole(), std::count(of.begin(), of.end(), missing_) == 0);
  }

  void count() {
    ++seen_.reports;
    seen_.missing += missing_ == kAll ? 0 : 1;
    std::map<Index, bool> summed;
    for (const PartSum& sum : merged_->parts().sums) {
      ++seen_.sums;
      seen_.of_units += sum.of_units ? 1 : 0;
      summed[sum.indicator] = true;
    }
    seen_.held += static_cast<int>(merged_->reports().size());
    std::map<Index, bool> held;
    for (Index at = 0; at < merged_->reports().cell_count(); ++at) {
      held[merged_->reports().cell(at).indicator] = true;
    }
    for (const auto& [indicator, yes] : held) seen_.held_beside += summed.contains(indicator);
    for (const ReportRow& row : evaluate(*merged_).rows) {
      seen_.from_sums += row.actual && !held.contains(row.indicator) ? 1 : 0;
    }
  }

  const ObservationLog& log_;
  const Request& request_;
  Chance& chance_;
  Seen& seen_;
  Cutter cutter_;
  std::size_t missing_ = kAll;
  std::vector<ObservationLog> logs_;
  ObservationLog whole_;
  MarkedPlan marked_;
  std::optional<Partial> merged_;
};

// ---- Countries ----------------------------------------------------------------------------------

// Three levels of units, some with offices beside them, which report sometimes and somewhere.
class Country {
 public:
  explicit Country(Chance& chance) : chance_(chance) {
    book_.head.unit = "province";
    book_.unit("province").kind = "country";
    add_below("town", 0);
    for (std::size_t i = chance.below(3); i > 0; --i) {
      book_.add_unit("p" + std::to_string(i), "province");
      add_below("p" + std::to_string(i), 0);
    }
    book_.unit("town").kind = "province";
    irregular_ = chance.one_in(2);
    add_indicators();
    for (const std::string& indicator : indicators_) {
      report(indicator);
      ask(indicator);
    }
  }

  const ObservationLog& log() { return book_.log(); }

 private:
  void add_below(const std::string& unit, int depth) {
    units_.push_back(unit);
    if (book_.unit(unit).kind.empty()) book_.unit(unit).kind = depth == 0 ? "province" : "district";
    if (depth == 2) {
      book_.unit(unit).kind = chance_.one_in(12) ? "" : "commune";
      return;
    }
    for (std::size_t i = 1 + chance_.below(depth == 0 ? 2 : 3); i > 0; --i) {
      const std::string below = unit + "-" + std::to_string(i);
      book_.add_unit(below, unit);
      add_below(below, depth + 1);
    }
    if (!chance_.one_in(3)) return;
    book_.add_unit(unit + "-office", unit).kind = "office";
    offices_.push_back(unit + "-office");
  }

  void add_indicators() {
    book_.add_indicator("x", IndicatorKind::flow);
    book_.add_indicator("l", IndicatorKind::level).unit_rule = UnitRule::sum;
    book_.add_indicator("c", IndicatorKind::count, "person");
    book_.add_indicator("r", IndicatorKind::ratio, "percent");
    indicators_ = {"x", "l", "c", "r"};
    if (chance_.one_in(3)) {
      Indicator& mean = book_.add_indicator("m", IndicatorKind::level);
      mean.unit_rule = UnitRule::mean;
      mean.weight = "c";
      indicators_.emplace_back("m");
    }
    if (chance_.one_in(3)) {
      book_.add_indicator("f", IndicatorKind::formula).formula = "x / c";
      indicators_.emplace_back("f");
    }
    if (chance_.one_in(3)) {
      book_.add_indicator("g", IndicatorKind::growth, "percent").base = "l";
      indicators_.emplace_back("g");
    }
  }

  std::string number(const std::string& indicator) {
    static constexpr const char* kUsual[] = {"3", "12", "7.5", "-2", "0", "40.25", "9"};
    static constexpr const char* kUnusual[] = {"9000000000000000000", "0.000000000000000001",
                                               "123456789012345678901234567890", "-4.75"};
    if (indicator == "c") return std::to_string(chance_.below(9));
    const char* value =
        irregular_ && chance_.one_in(30) ? kUnusual[chance_.below(4)] : kUsual[chance_.below(7)];
    if (indicator == "r") return std::string(value) + '/' + std::to_string(chance_.below(9));
    return value;
  }

  void report(const std::string& indicator) {
    if (indicator == "f" || indicator == "g") return;
    const std::size_t last = 1 + chance_.below(12);
    const bool whole = chance_.one_in(2);  // nothing is missing
    for (const std::string& unit : units_) {
      const bool lowest = std::count(unit.begin(), unit.end(), '-') == 2;
      if (lowest ? chance_.one_in(9) : !chance_.one_in(25)) continue;
      for (int year = 2023; year < 2025; ++year) {
        for (std::size_t month = 1; month <= (year == 2023 ? 12 : last); ++month) {
          if (!whole && chance_.one_in(8)) continue;
          report(unit, indicator, year, month);
        }
      }
    }
    for (const std::string& unit : offices_) {
      if (chance_.one_in(6)) report(unit, indicator, 2024, 1);
    }
  }

  void report(const std::string& unit, const std::string& indicator, int year, std::size_t month) {
    const std::string when =
        std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
    Observation& first = book_.add_unit_report(unit, indicator, when, number(indicator));
    if (chance_.one_in(20)) first.status = Status::estimate;
    if (chance_.one_in(15)) {
      Observation& again = book_.add_unit_report(unit, indicator, when, number(indicator));
      again.recorded_on = *again.period.end().plus_days(static_cast<int>(chance_.below(200)));
    }
    if (!irregular_ || !chance_.one_in(40)) return;
    Observation& odd = book_.add_unit_report(unit, indicator, when,
                                             chance_.one_in(2) ? "withheld" : number(indicator));
    odd.recorded_on = *odd.period.end().plus_days(300);
    if (indicator == "x" && chance_.one_in(2)) odd.form = Form::to_date;
    if (chance_.one_in(3)) odd.qualifier = Qualifier::about;
  }

  void ask(const std::string& indicator) {
    units_.emplace_back("province");
    const bool alike = !chance_.one_in(6);
    for (const std::string& unit : units_) {
      if (chance_.one_in(5)) continue;
      const std::string asked = std::to_string(chance_.below(90));
      const bool odd = !alike && chance_.one_in(9);
      Target& target = book_.add_target(indicator, odd                 ? increase_by(asked)
                                                   : chance_.one_in(2) ? at_least(asked)
                                                                       : at_most(asked));
      target.unit = unit;
      if (!alike && chance_.one_in(9)) target.period = period("2024-H1");
      if (!odd && chance_.one_in(6)) target.baseline = Baseline{dec("5"), {}};
    }
    units_.pop_back();
  }

  Chance& chance_;
  Book book_;
  bool irregular_ = false;
  std::vector<std::string> units_;  // but the country and the offices
  std::vector<std::string> offices_;
  std::vector<std::string> indicators_;
};

Request random_request(Chance& chance) {
  static constexpr const char* kDays[] = {"2024-01-31", "2024-03-31", "2024-05-17",
                                          "2024-06-30", "2024-11-30", "2024-12-30",
                                          "2024-12-31", "2025-02-01", "2023-12-31"};
  Request request;
  request.as_of = day(kDays[chance.below(9)]);
  if (chance.one_in(3)) request.known_on = request.as_of;
  if (chance.one_in(2)) request.rules.unreported = Unreported::leave_out;
  if (chance.one_in(4)) request.rules.compared_with = ComparedWith::period_before;
  if (chance.one_in(8)) request.base_rule = BaseRule::first_published;
  if (chance.one_in(3)) request.levels = static_cast<int>(chance.below(4));
  if (chance.one_in(12)) request.map = request.as_of;
  return request;
}

TEST(PartialOracleTest, RandomCountriesAreWhatTheirPartsMake) {
  const oracle::Draws draws(kSeed, 150);
  Seen seen;
  for (int books = 0; books < draws.cases(); ++books) {
    draws.tell(books);
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(books);
    Chance chance(seed);
    Country country(chance);
    for (int i = 0; i < 3; ++i) {
      const Request request = random_request(chance);
      ASSERT_NO_FATAL_FAILURE(Comparison(country.log(), request, chance, seen).run())
          << "seed " << seed << ", " << request.as_of.to_string();
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(seen.missing, 40);
  EXPECT_GT(seen.sums, 1'000);
  EXPECT_GT(seen.of_units, 700);
  EXPECT_GT(seen.held, 50'000);
  EXPECT_GT(seen.held_beside, 60);
  EXPECT_GT(seen.below, 1'500);
  EXPECT_GT(seen.from_sums, 700);
}

TEST(PartialOracleTest, RandomBooksAreWhatTheirPartsMake) {
  const oracle::Draws draws(kSeed, 600);
  Seen seen;
  for (int books = 0, tried = 0; books < draws.cases(); ++tried) {
    ASSERT_LT(tried, 4 * draws.cases()) << "most plans are refused";
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const std::optional<oracle::RandomBook> book = oracle::random_book(seed);
    if (!book) continue;
    draws.tell(++books);
    ObservationLog log(book->plan);
    for (const Observation& report : book->reports) ASSERT_TRUE(log.append(report));
    Chance chance(seed);
    for (Request request : book->requests) {
      if (chance.one_in(4)) request.levels = static_cast<int>(chance.below(3));
      ASSERT_NO_FATAL_FAILURE(Comparison(log, request, chance, seen).run())
          << "seed " << seed << '\n'
          << describe(*book);
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(seen.sums, 0);
  EXPECT_GT(seen.held, 3'000);
}

}  // namespace
}  // namespace tiendo
