// Tested by tests/unit/facts/selection_test.cpp and tests/oracle/selection_oracle_test.cpp.
//
// Every report becomes a span of days (candidate.hpp). For one span one report counts; among spans
// the longer one counts, or, where the latest counts, the later one.

#include "tiendo/facts/selection.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "facts/candidate.hpp"

namespace tiendo {
namespace {

SetAside why_not(const Fact& loser, const Fact& winner) {
  if (loser.recorded_on < winner.recorded_on) return SetAside::corrected;
  if (loser.recorded_on > winner.recorded_on) return SetAside::published_later;
  if (loser.status != winner.status) return SetAside::less_final;
  if (loser.revision != winner.revision) return SetAside::lower_revision;
  return SetAside::repeated;
}

bool comes_before(const SetAsideFact& a, const SetAsideFact& b) {
  if (const auto order = content_order(a.fact, b.fact); order != 0) return order < 0;
  return std::tuple(a.reason, a.fact.row) < std::tuple(b.reason, b.fact.row);
}

// Which running totals, which count from the start of the plan's period, start with the window: it
// begins with that period, or with one of its length before it. Beyond the end of that period they
// go on where they are said to, in a window that goes on into the next one but not through it (the
// thirteen months of an investment year), and where a report itself says that it starts so early.
class RunningTotals {
 public:
  RunningTotals(const Period& window, Period plan, bool goes_on) : window_(window) {
    const std::optional<int> months = plan.months_long();
    const Result<Period> next =
        months ? plan.shifted_months(*months) : Result<Period>(error(Errc::period_not_whole));
    goes_on_ = goes_on || (next && window.end() < next->end());
    while (months && window.start() < plan.start()) {
      const Result<Period> before = plan.shifted_months(-*months);
      if (!before) return;
      plan = *before;
      goes_on_ = false;
    }
    if (window.start() == plan.start()) until_ = plan.end();
  }

  bool has(const Fact& fact) const {
    if (!until_) return false;
    return goes_on_ || fact.period.end() <= *until_ || fact.period.start() == window_.start();
  }

 private:
  Period window_;
  std::optional<Date> until_;  // the end of the plan that starts with the window
  bool goes_on_ = false;
};

// Puts values in the place of "unchanged". What is for the period before ends before this one
// starts, so in the order of their ends each report finds those before it complete.
class Continuation {
 public:
  Continuation(const Period& window, Edition edition, TimeRule rule)
      : window_(window), edition_(edition), rule_(rule) {}

  // Expects the facts in the order of the ends of their periods.
  void take(Candidate& report) {
    if (report.fact.standing == Standing::unchanged) carry_on(report);
    if (const auto span = span_of(report.fact, window_, rule_)) {
      slots_[{report.fact.form, *span}].rivals.push_back(report);
    }
  }

 private:
  // The range or the words of the period before, and the verdict on this one.
  static std::shared_ptr<const Extra> carried(const Fact& fact, const Fact& source) {
    if (!source.extra && !fact.extra) return nullptr;
    Extra extra = source.extra ? *source.extra : Extra();
    extra.verdict = fact.verdict();
    extra.judge = fact.extra ? fact.extra->judge : std::string();
    return std::make_shared<const Extra>(std::move(extra));
  }

  struct Slot {
    std::vector<Candidate> rivals;
    std::optional<Candidate> winner;
  };

  void carry_on(Candidate& report) {
    Fact& fact = report.fact;
    const auto before = span_before(fact, window_, rule_);
    if (!before) return;
    const auto found = slots_.find({fact.form, *before});
    if (found == slots_.end()) return;
    Slot& slot = found->second;
    if (!slot.winner) slot.winner = winner_of(slot.rivals, edition_);
    const Fact& source = slot.winner->fact;
    fact.standing = source.standing;
    fact.value = source.value;
    fact.denominator = source.denominator;
    fact.extra = carried(fact, source);
    // Of a source that is unchanged itself, what that took.
    if (source.standing != Standing::unchanged) {
      fact.taken_from = source.taken_from.value_or(source.row);
    }
    if (fact.qualifier == Qualifier::exact) fact.qualifier = source.qualifier;
    report.disputed = slot.winner->disputed;
  }

  const Period& window_;
  Edition edition_;
  TimeRule rule_;
  std::map<std::pair<Form, Period>, Slot> slots_;
};

class Selector {
 public:
  Selector(const ObservationLog& log, const Question& question)
      : log_(log),
        question_(question),
        rule_(time_rule_of(log.plan().indicators()[question.indicator])),
        totals_(question.window, log.plan().head().period, question.goes_on) {}

  Selection run() {
    for (Candidate& report : known_reports()) take_in(std::move(report));
    std::vector<Candidate> best = best_of_each_span();
    if (rule_ == TimeRule::last) {
      keep_latest(best);
    } else {
      keep_longest(best);
    }
    for (const Candidate& kept : best) use(kept);
    measure_coverage(best);
    std::sort(result_.set_aside.begin(), result_.set_aside.end(), comes_before);
    return std::move(result_);
  }

 private:
  // As it was reported, also where it has taken the value of another.
  void set_aside(const Fact& fact, SetAside reason, std::optional<Row> in_favour_of = {}) {
    result_.set_aside.push_back({log_.fact(fact.row), reason, in_favour_of});
  }

  // Of several faults the lowest code is named.
  void blame(Errc fault) {
    if (result_.fault == Errc::none || fault < result_.fault) result_.fault = fault;
  }

  bool is_of_stage(const Fact& fact) const {
    const Project& project = log_.plan().projects()[question_.project];
    return log_.work_stage(fact.row) == project.stages[question_.stage];
  }

  // What may count, and the earlier reports that it may refer to, with no value left open that
  // those give.
  std::vector<Candidate> known_reports() {
    std::vector<Candidate> known;
    for (const Row row : log_.rows_of(question_.indicator, question_.unit, question_.project)) {
      Fact fact = log_.fact(row);
      if (question_.stage != kNone) {
        if (!is_of_stage(fact)) continue;
        fact.earlier_stage = false;  // it is what is asked for
      }
      if (fact.earlier_stage) {
        set_aside(fact, SetAside::earlier_stage);
      } else if (question_.known_on && fact.recorded_on > *question_.known_on) {
        set_aside(fact, SetAside::recorded_later);
      } else if (fact.form == Form::to_date && !totals_.has(fact)) {
        set_aside(fact, SetAside::outside_window);
      } else {
        const Period period = fact.period;
        known.push_back({std::move(fact), period});
      }
    }
    const auto unchanged = [](const Candidate& r) {
      return r.fact.standing == Standing::unchanged;
    };
    if (std::none_of(known.begin(), known.end(), unchanged)) return known;
    std::sort(known.begin(), known.end(), [](const Candidate& a, const Candidate& b) {
      return a.fact.period.end() < b.fact.period.end();
    });
    Continuation continuation(question_.window, question_.edition, rule_);
    for (Candidate& report : known) continuation.take(report);
    return known;
  }

  // How much a quarter has grown says nothing about the nine months that it ends: a growth is for
  // the time from the start of the window, or for another question.
  bool is_growth_of_window(const Fact& fact) const {
    const Indicator& indicator = log_.plan().indicators()[question_.indicator];
    return indicator.kind != IndicatorKind::growth ||
           fact.period.start() == question_.window.start();
  }

  // Sorts out what does not count by its days alone.
  void take_in(Candidate report) {
    const std::optional<Period> span = span_of(report.fact, question_.window, rule_);
    if (!span || !question_.window.contains(*span) || !is_growth_of_window(report.fact)) {
      return set_aside(report.fact, SetAside::outside_window);
    }
    if (report.fact.period.last_day() > question_.as_of) {
      return set_aside(report.fact, SetAside::not_over);
    }
    report.span = *span;
    by_span_[*span].push_back(std::move(report));
  }

  std::vector<Candidate> best_of_each_span() {
    std::vector<Candidate> best;
    for (const auto& [span, rivals] : by_span_) {
      best.push_back(winner_of(rivals, question_.edition));
      const Fact& winner = best.back().fact;
      for (const Candidate& rival : rivals) {
        if (rival.fact.row == winner.row) continue;
        set_aside(rival.fact, why_not(rival.fact, winner), winner.row);
      }
    }
    return best;
  }

  // Longer reports replace those inside them; what overlaps in part makes no figure.
  void keep_longest(std::vector<Candidate>& best) {
    std::sort(best.begin(), best.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(a.span.start(), b.span.end()) < std::tuple(b.span.start(), a.span.end());
    });
    std::vector<Candidate> kept;
    for (const Candidate& next : best) {
      if (!kept.empty() && next.span.end() <= kept.back().span.end()) {
        set_aside(next.fact, SetAside::covered, kept.back().fact.row);
        continue;
      }
      if (!kept.empty() && next.span.overlaps(kept.back().span)) blame(Errc::periods_overlap);
      kept.push_back(next);
    }
    best = std::move(kept);
  }

  // The spans are single days here, in order.
  void keep_latest(std::vector<Candidate>& best) {
    if (best.empty()) return;
    for (std::size_t i = 0; i + 1 < best.size(); ++i) {
      set_aside(best[i].fact, SetAside::earlier_level, best.back().fact.row);
    }
    best = {best.back()};
  }

  void use(const Candidate& kept) {
    if (kept.disputed) blame(Errc::observations_disagree);
    if (kept.fact.standing == Standing::unchanged) blame(Errc::unchanged_from_nothing);
    result_.used.push_back(kept.fact);
  }

  void measure_coverage(const std::vector<Candidate>& best) {
    for (const Candidate& kept : best) {
      const Period span = rule_ == TimeRule::last
                              ? *Period::of(question_.window.start(), kept.span.end())
                              : kept.span;
      if (!result_.spans.empty() && result_.spans.back().end() >= span.start()) {
        result_.spans.back() = *Period::of(result_.spans.back().start(), span.end());
      } else {
        result_.spans.push_back(span);
      }
    }
    const Period& window = question_.window;
    result_.in_months =
        window.months_long().has_value() &&
        std::all_of(result_.spans.begin(), result_.spans.end(),
                    [&](const Period& span) { return window.months_of(span).has_value(); });
    for (const Period& span : result_.spans) {
      const auto months = result_.in_months ? window.months_of(span) : std::nullopt;
      result_.covered += months.value_or(static_cast<int>(span.days()));
    }
  }

  const ObservationLog& log_;
  const Question& question_;
  TimeRule rule_;
  RunningTotals totals_;
  std::map<Period, std::vector<Candidate>> by_span_;
  Selection result_;
};

}  // namespace

Selection select(const ObservationLog& log, const Question& question) {
  if (question.indicator >= log.plan().indicators().size()) return {};
  return Selector(log, question).run();
}

}  // namespace tiendo
