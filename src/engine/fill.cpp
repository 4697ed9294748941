// Tested by tests/unit/engine/evaluate_test.cpp, course_test.cpp, fact_target_test.cpp,
// hand_verdict_test.cpp, unreported_test.cpp there and tests/oracle/engine_oracle_test.cpp.
//
// A row in five steps: what was reached, what follows from it, what was expected by now, what the
// condition says, where the row stands.

#include <algorithm>

#include "engine/actual.hpp"
#include "engine/average.hpp"
#include "engine/course.hpp"
#include "engine/formulas.hpp"
#include "engine/nearness.hpp"
#include "engine/pace.hpp"
#include "engine/profile.hpp"
#include "engine/rows.hpp"
#include "engine/verdict.hpp"

namespace tiendo {
namespace {

class RowFiller {
 public:
  RowFiller(ReportRow& row, const ObservationLog& log, const Reporters& reporters,
            const Request& request, Trace* trace, const KnownSums* known)
      : row_(row),
        log_(log),
        reporters_(reporters),
        known_(known),
        trace_(trace),
        plan_(log.plan()),
        indicator_(plan_.indicators()[row.indicator]),
        as_of_(request.as_of),
        decided_(std::min(request.as_of, request.known_on.value_or(request.as_of))),
        map_(request.map),
        question_{row.indicator, row.unit,      row.project,
                  row.period,    request.as_of, request.known_on},
        bases_(bases_of(request)),
        reader_(log, reporters, trace, bases_, together(), request.map, known) {
    row_.base_rule = base_rule_of(plan_, row.indicator, base_rule_of(request));
    row_.near = near_of(plan_, row);
  }

  void run() {
    read();
    ask(row_, indicator_);
    derive(row_, Counting(plan_, indicator_));
    expect(
        row_, plan_, as_of_, last_year_due(average_, row_.period, as_of_),
        [this] { return level_before(); }, trace_ ? &trace_->steps : nullptr);
    settle();
    if (is_change(row_.condition.kind) && adds_up() && !over()) {
      row_.remaining = Errc::period_open;
      if (indicator_.compare == Comparison::percent) {
        row_.completion = row_.excess = Errc::period_open;
      }
    }
    const OnTheWay way{bases_.unreported, unit_has_ended()};
    deviate(row_, way, trace_ ? &trace_->steps : nullptr);
    conclude_state();
    conclude_verdict();
    conclude_course(row_, indicator_.direction, open_for_course(), plan_.measure_of(indicator_));
    conclude_schedule(row_, indicator_, way);
    forecast(
        row_, indicator_,
        {as_of_, spans_, unit_has_ended(), bases_.unreported, [this] { return whole_before(); }},
        trace_ ? &trace_->steps : nullptr);
  }

 private:
  bool is_composite() const { return indicator_.kind == IndicatorKind::composite; }
  bool is_fact() const { return row_.condition.kind == ConditionKind::yes; }
  Together together() const { return is_fact() ? Together::all_of_them : Together::by_rule; }
  bool adds_up() const { return time_rule_of(indicator_) == TimeRule::sum; }
  bool over() const { return as_of_ >= row_.period.last_day(); }

  void read() {
    row_.average.reset();
    row_.cut.reset();
    if (is_composite()) {
      row_.actual = row_.same_period = row_.base_revision = row_.baseline = Errc::composite;
      return;
    }
    const int declared = row_.declared_projects.value_or(0);
    Actual now;
    if (row_.is_part) {
      now = reader_.part(question_, row_.assigner, declared);
      if (is_averaged(now)) now = part_of_average(now);
      row_.same_period = now.value ? Errc::no_base : now.value.reason;
    } else {
      now = reader_.actual(question_, SourceRole::actual, declared);
      if (is_averaged(now)) now = take_average();
      const Actual before = reader_.same_period(question_, now);
      row_.same_period = before.value;
      came_from(Field::same_period, before);
    }
    row_.base_revision = row_.is_part ? row_.same_period : base_revision(now);
    no_for_good_ = is_fact() && now.no_for_good;
    row_.actual = now.value;
    came_from(Field::actual, now);
    take_result(now.sole);
    row_.coverage = now.coverage;
    row_.status = now.status;
    row_.qualifier = now.qualifier;
    spans_ = now.spans;
    if (!now.spans.empty()) row_.reported_to = now.spans.back().last_day();
    row_.baseline = Errc::no_baseline;
    series_day_ =
        now.value ? *now.last : std::clamp(as_of_, row_.period.start(), row_.period.last_day());
    if (is_change(row_.condition.kind) || states_base()) row_.baseline = baseline();
  }

  bool is_averaged(const Actual& now) const {
    return indicator_.kind == IndicatorKind::growth && now.value.reason == Errc::average_of_years;
  }

  // Of a growth over several years that was not reported itself.
  Actual take_average() {
    average_ = reader_.average(question_, stated_base(row_, plan_, decided_, map_));
    row_.average = average_->growth;
    row_.cut = average_->cut;
    return average_->figure;
  }

  // Which part of it is due to one assigner nobody knows.
  Actual part_of_average(const Actual& part) const {
    Actual whole = reader_.average(question_, {}).figure;
    if (whole.value) whole.value = Errc::not_attributed;
    if (part.coverage.of == Coverage::Of::projects) whole.coverage = part.coverage;
    return whole;
  }

  // The average as exactly as anything that it is compared with asks for.
  void settle() {
    if (!average_) return;
    if (row_.cut) {
      settle_average(row_, plan_, kCertainDigits);
      derive(row_, Counting(plan_, indicator_));
    }
    if (!trace_ || !row_.actual) return;
    Actual& shown = average_->figure;
    shown.value = row_.actual;
    shown.number = reader_.note_average(question_, *average_, *row_.actual, row_.cut);
    came_from(Field::actual, shown);
  }

  // What the one report of the row itself says beyond a number. Reports that came here from other
  // units say nothing of the kind about this one.
  void take_result(const std::optional<SoleReport>& sole) {
    if (!sole || sole->unit != row_.unit || sole->project != row_.project) return;
    const Fact& fact = sole->fact;
    if (fact.standing == Standing::range) row_.range = {fact.value, fact.extra->upper};
    if (fact.standing == Standing::words) row_.words = fact.extra->words;
    if (fact.verdict() == Verdict::none || !sole->covers(row_.period)) return;
    row_.hand_verdict = fact.verdict();
    row_.judge = fact.extra->judge;
  }

  // For the trace.
  void came_from(Field field, const Actual& read) {
    if (trace_ && read.number && read.value) trace_->figures.push_back({field, *read.number});
  }

  // Whether its figures are made of its own reports alone: what it reads besides may state a base
  // rule of its own.
  bool reads_itself_alone() const {
    return indicator_.kind != IndicatorKind::formula && indicator_.kind != IndicatorKind::growth &&
           indicator_.weight.empty();
  }

  // The same period by a rule for everything that is read; without one by its own, none by any.
  Actual base_by(BaseRule rule, const Actual& now) const {
    if ((rule == row_.base_rule && reads_itself_alone()) || !row_.same_period) {
      Actual own;
      own.value = row_.same_period;
      if (trace_) own.number = trace_->number_of(Field::same_period);
      return own;
    }
    Trace notes;
    Bases bases = bases_;
    bases.rule = rule;
    bases.forced = true;
    const ActualReader reader(log_, reporters_, trace_ ? &notes : nullptr, bases, together(), map_,
                              known_);
    Actual other = reader.same_period(question_, now);
    if (!trace_) return other;
    const std::size_t before = append(*trace_, std::move(notes), SourceRole::other_base);
    if (other.number) *other.number += before;
    return other;
  }

  // The base as it is known latest less the base as it was first published.
  Figure base_revision(const Actual& now) const {
    const Actual latest = base_by(BaseRule::latest, now);
    const Actual first = base_by(BaseRule::first_published, now);
    if (!latest.value) return latest.value;
    if (!first.value) return first.value;
    Figure revision = *latest.value - *first.value;
    if (trace_) {
      trace_->steps.push_back(
          {Field::base_revision,
           "L - F",
           {{"L", *latest.value, latest.number}, {"F", *first.value, first.number}},
           revision});
    }
    return revision;
  }

  // Whether the one target of the row, as a whole, states a base for a number.
  bool states_base() const {
    return has_number(row_.condition.kind) && row_.targets.size() == 1 &&
           plan_.targets().baseline(row_.targets.front()) &&
           (row_.origins.empty() || row_.origins.front().share == Ratio(1));
  }

  // Why the result is not yet one of the whole period, as the base is.
  Errc open_for_course() const {
    if (adds_up() && !over()) return Errc::period_open;
    return partial() ? Errc::partial_coverage : Errc::none;
  }

  // In the series of what has been reached, or will have been by the day.
  Figure baseline() {
    const std::optional<Baseline> stated = plan_.targets().baseline(row_.targets.front());
    if (stated) return Ratio(stated->value);
    const Actual before = reader_.baseline(question_, series_day_);
    came_from(Field::baseline, before);
    return before.value;
  }

  // The whole of the year before, which may be the base of a change as well.
  Actual whole_before() const {
    const bool known = is_change(row_.condition.kind) && row_.baseline &&
                       !plan_.targets().baseline(row_.targets.front());
    if (!known) return reader_.baseline(question_, series_day_, SourceRole::year_before);
    Actual base;
    base.value = row_.baseline;
    if (trace_) base.number = trace_->number_of(Field::baseline);
    return base;
  }

  // The level, or the rate, that the path of a profile starts from.
  Figure level_before() {
    const Actual before = reader_.level_before(question_, series_day_);
    came_from(Field::baseline, before);
    return before.value;
  }

  // Before the period of the target: nobody has asked the unit for what its time allowed. On a map
  // what became of it, if anything did, has the target or counts for it.
  bool unit_has_ended() const {
    const std::optional<Date>& until = plan_.units()[row_.unit].until;
    if (!until || *until >= row_.period.end() || until->days() > as_of_.days() + 1) return false;
    const std::vector<Turn>& turns = plan_.unit_map().turns_of(row_.unit);
    return !map_ || std::none_of(turns.begin(), turns.end(), [&](const Turn& turn) {
      return turn.on == *until && !turn.out.empty();
    });
  }

  bool covers_time() const {
    return row_.coverage.of == Coverage::Of::months || row_.coverage.of == Coverage::Of::days;
  }

  // Reports over a part of the units or projects make no total; over a part of the time they make
  // the total to date, until the period is over. Unless the rest is left out.
  bool partial() const {
    const bool waits = bases_.unreported == Unreported::withhold;
    return waits && !row_.coverage.complete() && (!covers_time() || over());
  }

  void conclude_state() {
    row_.reason = row_.actual.reason;
    if (as_of_ < row_.period.start()) {
      row_.state = State::not_due;
      row_.reason = Errc::not_started;
    } else if (row_.actual) {
      row_.state = partial() ? State::undefined : State::value;
      row_.reason = partial() ? Errc::partial_coverage : Errc::none;
    } else if (row_.actual.reason == Errc::no_data) {
      row_.state = State::no_data;
    } else if (row_.actual.reason == Errc::not_applicable) {
      row_.state = State::not_applicable;
    } else if (row_.actual.reason == Errc::withheld) {
      row_.state = State::withheld;
    } else {
      row_.state = State::undefined;
    }
  }

  void conclude_verdict() {
    row_.verdict = row_.provisional = Verdict::none;
    row_.final = over();
    row_.by_hand = false;
    row_.verdict_reason = judge_by_rule();
    if (row_.verdict == Verdict::none && asks() && row_.state != State::not_applicable) {
      row_.verdict = row_.hand_verdict;
      row_.by_hand = row_.verdict != Verdict::none;
    }
    if (row_.verdict != Verdict::none) row_.verdict_reason = Errc::none;
  }

  // Whether there is a condition that can be met or not.
  bool asks() const {
    return row_.kind != RowKind::indicator && row_.condition.kind != ConditionKind::none;
  }

  // Whether the result is a range and can be judged as one.
  bool is_range() const { return row_.range && row_.reason == Errc::range_result; }

  // Gives the verdict, or why there is none.
  Errc judge_by_rule() {
    const bool judged = !row_.actual.value ? is_range() : row_.state != State::not_due;
    if (!judged) return row_.reason;
    if (!asks()) return row_.target.reason;
    const bool no_level = is_change(row_.condition.kind) && !row_.required;
    if (no_level && !misses_the_level()) return row_.required.reason;
    if (no_level || says_no_for_good()) {
      row_.verdict = Verdict::missed;
      return Errc::none;
    }
    const Verdict verdict = verdict_of_result();
    // What every unit has to make true is open until each of them has reported.
    const bool waits = is_fact() && !covers_time() && !row_.coverage.complete();
    if (waits || !is_settled(row_.condition, indicator_, verdict, row_.coverage.of)) {
      if (partial()) return Errc::partial_coverage;
      if (unit_has_ended()) return Errc::unit_ended;
      if (!over()) {
        row_.provisional = verdict;
        return Errc::period_open;
      }
    }
    if (verdict == Verdict::none) {
      return is_range() ? Errc::range_undecided : Errc::bound_undecided;
    }
    row_.verdict = verdict;
    return Errc::none;
  }

  bool is_final() const { return over() && !unit_has_ended(); }

  // Of what each part has to make true.
  bool says_no_for_good() const {
    return no_for_good_ && row_.reason == Errc::partial_coverage && is_final();
  }

  // Of a change and a level that are both asked for, whether the level is missed for good, so that
  // it does not matter where the change would have led.
  bool misses_the_level() const {
    const auto& level = row_.condition.then;
    return level && (row_.reason == Errc::none || is_range()) && is_final() &&
           said_by(*level, level->value) == Verdict::missed;
  }

  Verdict verdict_of_result() const {
    return said_by(row_.condition, row_.required ? *row_.required : Ratio(row_.condition.value));
  }

  // What a condition says of the result, which is a number or a range.
  Verdict said_by(const Condition& condition, const Ratio& required) const {
    const Judging judging(indicator_.direction, margin_of(row_.near, plan_.measure_of(indicator_)));
    return judge_result(row_, condition, judging, required);
  }

  ReportRow& row_;
  const ObservationLog& log_;
  const Reporters& reporters_;
  const KnownSums* known_;
  Trace* trace_;
  const Plan& plan_;
  const Indicator& indicator_;
  Date as_of_;
  Date decided_;  // what was decided later is not in force
  std::optional<Date> map_;
  Question question_;
  Bases bases_;
  ActualReader reader_;
  std::optional<Average> average_;
  bool no_for_good_ = false;
  std::vector<Period> spans_;  // of the actual value
  Date series_day_;  // what has been reached, or will have been by the day, is of its series
};

}  // namespace

void fill(ReportRow& row, const ObservationLog& log, const Reporters& reporters,
          const Request& request, Trace* trace, const KnownSums* known) {
  RowFiller(row, log, reporters, request, trace, known).run();
}

}  // namespace tiendo
