/// @file
/// The rules of selection.hpp written down plainly, one function each: days are bits, every report
/// is compared with every other, nothing is sorted or remembered.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <optional>
#include <set>
#include <vector>

#include "../unit/facts/logs.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo::oracle {

// The days from 2023-01-01 to 2025-12-31.
using Days = std::bitset<1096>;

inline std::size_t bit_of(Date date) { return static_cast<std::size_t>(date.days() - 19358); }

inline Days days_between(Date first, Date end) {
  Days days;
  for (std::size_t bit = bit_of(first); bit < bit_of(end); ++bit) days.set(bit);
  return days;
}

inline Days days_of(const Period& period) { return days_between(period.start(), period.end()); }

inline bool inside(const Days& part, const Days& whole) { return (part & ~whole).none(); }

// What a report comes to once "unchanged" is followed.
struct Outcome {
  Standing standing = Standing::unchanged;
  Decimal value, denominator;
  bool disputed = false;
  // Of a range, of words, and of a verdict by hand.
  Decimal upper = 0;
  std::string words = {};
  std::string judgement = {};

  friend bool operator==(const Outcome& a, const Outcome& b) {
    return a.standing == b.standing && a.value == b.value && a.denominator == b.denominator &&
           a.upper == b.upper && a.words == b.words && a.judgement == b.judgement;
  }
};

inline std::string judgement_of(const Fact& f) {
  if (f.verdict() == Verdict::none) return {};
  return std::string(name_of(f.verdict())) + " by " + f.extra->judge;
}

// What a report says itself.
inline Outcome said_by(const Fact& f) {
  Outcome outcome{f.standing, f.value, f.denominator};
  if (f.extra) {
    outcome.upper = f.extra->upper;
    outcome.words = f.extra->words;
  }
  outcome.judgement = judgement_of(f);
  return outcome;
}

// The rules of selection.hpp, one function each.
class SelectionRules {
 public:
  SelectionRules(const ObservationLog& log, const Question& question)
      : question_(question),
        window_(days_of(question.window)),
        latest_(time_rule_of(log.plan().indicators()[question.indicator]) == TimeRule::last) {
    // Running totals count from the start of the plan's year, and of each year before it.
    const Period plan = log.plan().head().period;
    for (int year = 0; year < 10 && !totals_end_; ++year) {
      const Result<Period> before = plan.shifted_months(-12 * year);
      if (before && before->start() == question.window.start()) totals_end_ = before->end();
    }
    into_next_ = plan.start() == question.window.start() &&
                 question.window.end() < *plan.end().plus_months(12);
    for (const Row row : log.rows_of(question.indicator, question.unit, question.project)) {
      facts_.push_back(log.fact(row));
    }
  }

  void expect(const Selection& selection) const {
    expect_each_row_once(selection);
    for (const Fact& fact : selection.used) expect_used(fact);
    for (const SetAsideFact& other : selection.set_aside) expect_set_aside(other, selection);
    EXPECT_EQ(name_of(selection.fault), name_of(fault()));
    expect_coverage(selection);
  }

 private:
  bool known(const Fact& f) const {
    return !question_.known_on || f.recorded_on <= *question_.known_on;
  }
  // Beyond the end of its year a total of this year goes on, as long as the window does not have
  // all of the next; another has to start with the window.
  bool is_total_of_window(const Fact& f) const {
    if (!totals_end_) return false;
    return into_next_ || f.period.end() <= *totals_end_ ||
           f.period.start() == question_.window.start();
  }
  bool of_window(const Fact& f) const {
    if (is_of_a_day(f)) return window_.test(bit_of(f.period.last_day()));
    if (f.form == Form::to_date && !is_total_of_window(f)) return false;
    return inside(days_of(f.period), window_);
  }
  // A level, where the latest is what counts.
  bool is_of_a_day(const Fact& f) const { return f.form == Form::level && latest_; }
  bool over(const Fact& f) const { return f.period.last_day() <= question_.as_of; }
  bool eligible(const Fact& f) const {
    return !f.earlier_stage && known(f) && of_window(f) && over(f);
  }

  // The days a report of the window stands for.
  Days days(const Fact& f) const {
    if (is_of_a_day(f)) return days_between(f.period.last_day(), f.period.end());
    if (f.form != Form::to_date) return days_of(f.period);
    return days_between(question_.window.start(), f.period.end());
  }

  bool beats(const Fact& a, const Fact& b) const {
    if (a.recorded_on != b.recorded_on) {
      return question_.edition == Edition::first ? a.recorded_on < b.recorded_on
                                                 : a.recorded_on > b.recorded_on;
    }
    if (a.status != b.status) return a.status > b.status;
    return a.revision > b.revision;
  }

  // Those of the rivals that no other beats.
  std::vector<Fact> unbeaten(const std::vector<Fact>& rivals) const {
    std::vector<Fact> best;
    for (const Fact& f : rivals) {
      const bool beaten =
          std::any_of(rivals.begin(), rivals.end(), [&](const Fact& g) { return beats(g, f); });
      if (!beaten) best.push_back(f);
    }
    return best;
  }

  std::vector<Fact> champions_for(const Days& wanted) const {
    std::vector<Fact> rivals;
    for (const Fact& f : facts_) {
      if (eligible(f) && days(f) == wanted) rivals.push_back(f);
    }
    return unbeaten(rivals);
  }

  // Whether `before` is a report for the period before that of `f`.
  bool precedes(const Fact& before, const Fact& f) const {
    if (before.earlier_stage || !known(before) || before.form != f.form) return false;
    if (is_of_a_day(f)) return before.period.end() == f.period.start();
    if (f.form != Form::to_date) {
      const auto previous = f.period.previous();
      return previous && before.period == *previous;
    }
    return of_window(f) && of_window(before) && before.period.end() == f.period.start();
  }

  Outcome outcome_of(const Fact& f) const {
    if (f.standing != Standing::unchanged) return said_by(f);
    std::vector<Fact> rivals;
    for (const Fact& g : facts_) {
      if (precedes(g, f)) rivals.push_back(g);
    }
    Outcome outcome = outcome_of(unbeaten(rivals));
    outcome.judgement = judgement_of(f);  // a verdict is on its own period
    return outcome;
  }

  // The reports that what is unchanged may repeat, over others that are unchanged themselves.
  std::set<Row> repeated_by(const Fact& f) const {
    if (f.standing != Standing::unchanged) return {f.row};
    std::vector<Fact> rivals;
    for (const Fact& g : facts_) {
      if (precedes(g, f)) rivals.push_back(g);
    }
    std::set<Row> rows;
    for (const Fact& before : unbeaten(rivals)) rows.merge(repeated_by(before));
    return rows;
  }

  // What several of equal rank come to; disputed if they do not all agree.
  Outcome outcome_of(const std::vector<Fact>& champions) const {
    if (champions.empty()) return {Standing::unchanged, 0, 1, false};
    Outcome whole = outcome_of(champions.front());
    for (const Fact& f : champions) {
      const Outcome other = outcome_of(f);
      if (other.disputed || !(other == whole)) whole.disputed = true;
    }
    return whole;
  }

  // Whether the reports for these days give way to those for others.
  bool replaced(const Fact& f) const {
    return std::any_of(facts_.begin(), facts_.end(), [&](const Fact& g) {
      if (!eligible(g)) return false;
      if (is_of_a_day(f)) return g.period.last_day() > f.period.last_day();
      return days(g) != days(f) && inside(days(f), days(g));
    });
  }

  bool stands(const Fact& f) const { return eligible(f) && !replaced(f); }

  Errc fault() const {
    bool disputed = false, overlap = false, open = false;
    for (const Fact& f : facts_) {
      if (!stands(f)) continue;
      const Outcome outcome = outcome_of(champions_for(days(f)));
      disputed = disputed || outcome.disputed;
      open = open || outcome.standing == Standing::unchanged;
      for (const Fact& g : facts_) {
        overlap = overlap || (stands(g) && days(f) != days(g) && (days(f) & days(g)).any());
      }
    }
    if (disputed) return Errc::observations_disagree;
    if (overlap) return Errc::periods_overlap;
    return open ? Errc::unchanged_from_nothing : Errc::none;
  }

  bool is_champion(const Fact& f) const {
    const std::vector<Fact> champions = champions_for(days(f));
    return std::any_of(champions.begin(), champions.end(),
                       [&](const Fact& g) { return g.row == f.row; });
  }

  const Fact& raw(Row row) const {
    return *std::find_if(facts_.begin(), facts_.end(), [&](const Fact& f) { return f.row == row; });
  }

  // Each row is used or set aside, each stretch of days is used once.
  void expect_each_row_once(const Selection& selection) const {
    std::vector<Row> rows;
    for (const Fact& f : selection.used) rows.push_back(f.row);
    for (const SetAsideFact& other : selection.set_aside) rows.push_back(other.fact.row);
    std::sort(rows.begin(), rows.end());
    std::vector<Row> all;
    for (const Fact& f : facts_) all.push_back(f.row);
    std::sort(all.begin(), all.end());
    EXPECT_EQ(rows, all);
    for (const Fact& f : facts_) {
      if (!stands(f)) continue;
      const auto same = [&](const Fact& g) { return days(g) == days(f); };
      EXPECT_EQ(std::count_if(selection.used.begin(), selection.used.end(), same), 1);
    }
  }

  void expect_used(const Fact& used) const {
    const Fact& f = raw(used.row);
    EXPECT_TRUE(stands(f) && is_champion(f)) << shown(f);
    const Outcome outcome = outcome_of(champions_for(days(f)));
    const bool repeats = f.standing == Standing::unchanged && used.standing != f.standing;
    EXPECT_EQ(used.taken_from.has_value(), repeats) << shown(f);
    if (used.taken_from) {
      EXPECT_TRUE(repeated_by(f).contains(*used.taken_from)) << shown(f);
    }
    if (outcome.disputed) return;
    EXPECT_TRUE(outcome == said_by(used)) << shown(used);
  }

  // The reason, from the dates and ranks alone.
  SetAside reason_for(const Fact& f) const {
    if (f.earlier_stage) return SetAside::earlier_stage;
    if (!known(f)) return SetAside::recorded_later;
    if (!of_window(f)) return SetAside::outside_window;
    if (!over(f)) return SetAside::not_over;
    const Fact winner = champions_for(days(f)).front();
    if (winner.recorded_on > f.recorded_on) return SetAside::corrected;
    if (winner.recorded_on < f.recorded_on) return SetAside::published_later;
    if (winner.status != f.status) return SetAside::less_final;
    if (winner.revision != f.revision) return SetAside::lower_revision;
    return is_of_a_day(f) ? SetAside::earlier_level : SetAside::covered;
  }

  void expect_set_aside(const SetAsideFact& other, const Selection& selection) const {
    const Fact& f = raw(other.fact.row);
    EXPECT_EQ(shown(other.fact), shown(f)) << "as it was reported";
    if (!eligible(f)) {
      EXPECT_EQ(name_of(other.reason), name_of(reason_for(f))) << shown(f);
      EXPECT_EQ(other.in_favour_of, std::nullopt);
      return;
    }
    ASSERT_TRUE(other.in_favour_of);
    const Fact& instead = raw(*other.in_favour_of);
    EXPECT_TRUE(is_champion(instead));
    const bool same_days = days(instead) == days(f);
    if (!is_champion(f)) {
      EXPECT_EQ(name_of(other.reason), name_of(reason_for(f))) << shown(f);
      EXPECT_TRUE(same_days);
    } else if (same_days) {
      EXPECT_EQ(other.reason, SetAside::repeated) << shown(f);
      EXPECT_NE(instead.row, f.row);
    } else {
      EXPECT_EQ(name_of(other.reason), name_of(reason_for(f))) << shown(f);
      EXPECT_TRUE(replaced(f) && (is_of_a_day(f) || inside(days(f), days(instead))));
      EXPECT_TRUE(std::any_of(selection.used.begin(), selection.used.end(),
                              [&](const Fact& used) { return used.row == instead.row; }));
    }
  }

  void expect_coverage(const Selection& selection) const {
    Days reported;
    for (const Fact& f : facts_) {
      if (!stands(f)) continue;
      reported |= is_of_a_day(f) ? days_between(question_.window.start(), f.period.end()) : days(f);
    }
    Days spanned;
    std::size_t starts = 0;
    for (const Period& span : selection.spans) spanned |= days_of(span);
    for (std::size_t bit = 0; bit < reported.size(); ++bit) {
      if (reported.test(bit) && (bit == 0 || !reported.test(bit - 1))) ++starts;
    }
    EXPECT_EQ(spanned, reported);
    EXPECT_EQ(selection.spans.size(), starts) << "spans do not touch";
    EXPECT_TRUE(std::is_sorted(selection.spans.begin(), selection.spans.end()));
    const int day = question_.window.start().day();
    const int months = whole_months_of(reported, day);
    const bool in_months = day <= 28 && question_.window.end().day() == day && months >= 0;
    EXPECT_EQ(selection.in_months, in_months);
    EXPECT_EQ(selection.covered, in_months ? months : static_cast<int>(reported.count()));
  }

  // How many months from one day of the month to the next such day these days are, or -1 when one
  // is among them in part only.
  static int whole_months_of(const Days& days, int day_of_month) {
    int months = 0;
    const Date last = *day("2025-12-01").plus_days(day_of_month - 1);
    for (Date first = *day("2023-01-01").plus_days(day_of_month - 1); first < last;
         first = *first.plus_months(1)) {
      const Days month = days_between(first, *first.plus_months(1));
      if ((days & month).none()) continue;
      if (!inside(month, days)) return -1;
      ++months;
    }
    return months;
  }

  const Question& question_;
  Days window_;
  std::optional<Date> totals_end_;  // of the plan's year that starts with the window
  bool into_next_ = false;
  bool latest_;
  std::vector<Fact> facts_;
};

}  // namespace tiendo::oracle
