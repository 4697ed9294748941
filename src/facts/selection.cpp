// Tested by tests/unit/facts/selection_test.cpp and tests/oracle/selection_oracle_test.cpp.
//
// Every report becomes a span of days: an increment spans its period, a running total everything
// from the start of the window, a level the day on which it ends. For one span one report counts;
// among spans the longer one counts, or the later one.

#include "tiendo/facts/selection.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tiendo {
namespace {

// From when the reports for one span compare: the greatest counts.
auto standing_of(const Fact& fact) {
  return std::tuple(fact.recorded_on, fact.status, fact.revision);
}

bool same_value(const Fact& a, const Fact& b) {
  return a.standing == b.standing && a.value == b.value && a.denominator == b.denominator;
}

SetAside why_not(const Fact& loser, const Fact& winner) {
  if (loser.recorded_on != winner.recorded_on) return SetAside::corrected;
  if (loser.status != winner.status) return SetAside::less_final;
  if (loser.revision != winner.revision) return SetAside::lower_revision;
  return SetAside::repeated;
}

// A report and the days it stands for.
struct Spanned {
  Fact fact;
  Period span;
};

class Selector {
 public:
  Selector(const ObservationLog& log, const Question& question)
      : log_(log),
        question_(question),
        rule_(time_rule_of(log.plan().indicators()[question.indicator])) {}

  Selection run() {
    for (const Row row : log_.rows_of(question_.indicator, question_.unit, question_.project)) {
      take_in(log_.fact(row));
    }
    std::vector<Spanned> best = best_of_each_span();
    if (rule_ == TimeRule::sum) {
      keep_longest(best);
    } else {
      keep_latest(best);
    }
    for (const Spanned& kept : best) use(kept);
    measure_coverage(best);
    std::sort(result_.set_aside.begin(), result_.set_aside.end(),
              [](const SetAsideFact& a, const SetAsideFact& b) {
                return std::tuple(a.fact.period, a.fact.recorded_on, a.fact.row) <
                       std::tuple(b.fact.period, b.fact.recorded_on, b.fact.row);
              });
    return std::move(result_);
  }

 private:
  void set_aside(const Fact& fact, SetAside reason, std::optional<Row> in_favour_of = {}) {
    result_.set_aside.push_back({fact, reason, in_favour_of});
  }

  // Sorts out what does not count by its dates or its stage alone.
  void take_in(const Fact& fact) {
    if (fact.earlier_stage) return set_aside(fact, SetAside::earlier_stage);
    if (question_.known_on && fact.recorded_on > *question_.known_on) {
      return set_aside(fact, SetAside::recorded_later);
    }
    const std::optional<Period> span = span_of(fact);
    if (!span) return set_aside(fact, SetAside::outside_window);
    if (fact.period.last_day() > question_.as_of) return set_aside(fact, SetAside::not_over);
    by_span_[key_of(*span)].push_back({fact, *span});
  }

  // The days the report stands for, or nothing when they are not days of the window.
  std::optional<Period> span_of(const Fact& fact) const {
    const Period& window = question_.window;
    if (rule_ == TimeRule::last) {
      const bool inside = window.contains(fact.period.last_day());
      return inside ? std::optional(fact.period) : std::nullopt;
    }
    if (!window.contains(fact.period)) return std::nullopt;
    if (fact.form == Form::increment) return fact.period;
    return *Period::of(window.start(), fact.period.end());
  }

  // Levels of one day compete whatever period they name; amounts of one span do.
  Period key_of(const Period& span) const {
    return rule_ == TimeRule::sum ? span : *Period::of(span.last_day(), span.end());
  }

  std::vector<Spanned> best_of_each_span() {
    std::vector<Spanned> best;
    for (auto& [key, rivals] : by_span_) {
      const auto winner =
          std::max_element(rivals.begin(), rivals.end(), [](const Spanned& a, const Spanned& b) {
            return std::tuple(standing_of(a.fact), b.fact.row) <
                   std::tuple(standing_of(b.fact), a.fact.row);
          });
      for (const Spanned& rival : rivals) {
        if (rival.fact.row == winner->fact.row) continue;
        const SetAside reason = why_not(rival.fact, winner->fact);
        if (reason == SetAside::repeated && !same_value(rival.fact, winner->fact)) {
          result_.fault = Errc::observations_disagree;
        }
        set_aside(rival.fact, reason, winner->fact.row);
      }
      best.push_back(*winner);
    }
    return best;
  }

  // Longer reports replace those inside them; what overlaps in part cannot be added up.
  void keep_longest(std::vector<Spanned>& best) {
    std::sort(best.begin(), best.end(), [](const Spanned& a, const Spanned& b) {
      return std::tuple(a.span.start(), b.span.end()) < std::tuple(b.span.start(), a.span.end());
    });
    std::vector<Spanned> kept;
    for (const Spanned& next : best) {
      if (kept.empty() || next.span.start() >= kept.back().span.end()) {
        kept.push_back(next);
      } else if (next.span.end() <= kept.back().span.end()) {
        set_aside(next.fact, SetAside::covered, kept.back().fact.row);
      } else {
        if (result_.fault == Errc::none) result_.fault = Errc::periods_overlap;
        kept.push_back(next);
      }
    }
    best = std::move(kept);
  }

  void keep_latest(std::vector<Spanned>& best) {
    while (best.size() > 1) {  // in the order of the keys: by the day they stand for
      set_aside(best.front().fact, SetAside::earlier_level, best.back().fact.row);
      best.erase(best.begin());
    }
  }

  void use(const Spanned& kept) {
    Fact fact = kept.fact;
    if (fact.standing == Standing::unchanged && !copy_previous(fact)) {
      result_.fault = Errc::unchanged_from_nothing;
    }
    result_.used.push_back(fact);
  }

  // Puts the value of the period before in the place of "unchanged", over any number of periods.
  bool copy_previous(Fact& fact) const {
    Period period = fact.period;
    for (;;) {
      const Result<Period> previous = period.previous();
      if (!previous) return false;
      period = *previous;
      const std::optional<Fact> before = best_for(period, fact.form);
      if (!before) return false;
      if (before->standing == Standing::unchanged) continue;
      fact.standing = before->standing;
      fact.value = before->value;
      fact.denominator = before->denominator;
      return true;
    }
  }

  std::optional<Fact> best_for(const Period& period, Form form) const {
    std::optional<Fact> best;
    for (const Row row : log_.rows_of(question_.indicator, question_.unit, question_.project)) {
      Fact fact = log_.fact(row);
      if (fact.period != period || fact.form != form || fact.earlier_stage) continue;
      if (question_.known_on && fact.recorded_on > *question_.known_on) continue;
      if (!best || standing_of(*best) < standing_of(fact)) best = std::move(fact);
    }
    return best;
  }

  void measure_coverage(const std::vector<Spanned>& best) {
    for (const Spanned& kept : best) {
      const Period span = rule_ == TimeRule::sum
                              ? kept.span
                              : *Period::of(question_.window.start(), kept.span.end());
      if (!result_.spans.empty() && result_.spans.back().end() >= span.start()) {
        const Period joined = *Period::of(result_.spans.back().start(),
                                          std::max(span.end(), result_.spans.back().end()));
        result_.spans.back() = joined;
      } else {
        result_.spans.push_back(span);
      }
    }
    result_.in_months = question_.window.whole_months().has_value() &&
                        std::all_of(result_.spans.begin(), result_.spans.end(),
                                    [](const Period& p) { return p.whole_months().has_value(); });
    for (const Period& span : result_.spans) {
      result_.covered += result_.in_months ? *span.whole_months() : static_cast<int>(span.days());
    }
  }

  const ObservationLog& log_;
  const Question& question_;
  TimeRule rule_;
  std::map<Period, std::vector<Spanned>> by_span_;
  Selection result_;
};

}  // namespace

Selection select(const ObservationLog& log, const Question& question) {
  return Selector(log, question).run();
}

}  // namespace tiendo
