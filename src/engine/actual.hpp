// What has been reached: one figure out of the reports of a unit, of its projects or of the units
// below it.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/average.hpp"
#include "engine/trace_numbers.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// The one report of a unit, or of a project, that a figure is made from.
struct SoleReport {
  Index unit = kNone;
  Index project = kNone;
  Fact fact;
  Period window;                   // for which it was asked
  TimeRule rule = TimeRule::last;  // of the indicator

  // Whether it gives the result of the whole period.
  bool covers(const Period& period) const;
};

// A figure with what it rests on.
struct Actual {
  Figure value;
  Coverage coverage;
  // The stretches of time that it covers; empty when its parts cover different ones.
  std::vector<Period> spans;
  // The last day of the latest report used: the number is of the series of that day.
  std::optional<Date> last;
  // The least final report used, and its hedge; of several, see Parts::hedge().
  std::optional<Status> status;
  Qualifier qualifier = Qualifier::exact;
  // Where there is nothing else to it, whether or not it gives a number.
  std::optional<SoleReport> sole = {};
  // Of a fact that each part has to make true: one has said no, and has nothing left to say.
  bool no_for_good = false;
  // What the value is in the trace.
  NumberAt number = {};
};

// How the figures of projects, or of the units below, make that of a unit.
enum class Together {
  by_rule,      // by the unit rule of the indicator
  all_of_them,  // a fact that each has to make true: the whole is the least of them
};

// Which value of a time before is compared with, which time that is, and whether all of it has to
// be there.
struct Bases {
  BaseRule rule = BaseRule::latest;  // where the indicator does not say
  std::optional<Date> report_day;    // as_of_report: recorded by this day; absent: on any
  bool forced = false;               // the rule also where the indicator says another
  Unreported unreported = Unreported::withhold;
  ComparedWith with = ComparedWith::year_before;
};

// As the request says, or else its rules.
Bases bases_of(const Request& request);

// The rule of comparisons of an indicator: its own, of a growth that of its base, or else `other`.
BaseRule base_rule_of(const Plan& plan, Index indicator, BaseRule other);

// The unit for which the payments of a project are reported: the unit of the plan, the investor,
// the lead or one of the units of its targets, of which the first that has reported any; else the
// first that there is, or kNone. Each is what `on_map` says that it is.
Index paying_unit(const ObservationLog& log, Index project, Index indicator,
                  const std::function<Index(Index)>& on_map);

// An average growth over several years, and what it is made from. Its value is cut where it is no
// fraction.
struct Average {
  Actual figure;
  std::optional<Growth> growth = {};
  std::optional<int> cut = {};
  std::vector<TraceTerm> terms = {};
};

// The last day of the last year of the window that is over, up to which an average growth is due;
// nothing where there is none.
inline std::optional<Date> last_year_due(const std::optional<Average>& average,
                                         const Period& window, Date as_of) {
  if (!average) return std::nullopt;
  return year_of(window, years_over(window, as_of)).last_day();
}

class Heard;
class KnownSums;
class Reporters;
struct SpokenFor;

// Reads one log. Notes every selection it makes, and every number, in the trace, if given.
class ActualReader {
 public:
  // Units are those of the map of a day, if given, and otherwise each is what it is in the log.
  // The reporters are those of the log, and stay where they are. Sums that are known already are
  // taken in the place of the reports that they are made of, but for a trace.
  ActualReader(const ObservationLog& log, const Reporters& reporters, Trace* trace,
               Bases bases = {}, Together together = Together::by_rule,
               std::optional<Date> map = std::nullopt, const KnownSums* known = nullptr)
      : log_(log),
        plan_(log.plan()),
        reporters_(reporters),
        sources_(trace ? &trace->sources : nullptr),
        numbers_(trace),
        bases_(bases),
        together_(together),
        map_(map),
        known_(map || trace ? nullptr : known),
        memory_(make_memory()) {}

  // Of a unit (project kNone) or of a project: its own report; else the sum of its projects, of
  // which `declared` are said to exist; else what the units below make by the unit rule. Those
  // projects are waited for that have a target or capital there; where none has, what projects have
  // reported is taken last. A growth is computed from its base, a formula from its references.
  Actual actual(const Question& question, SourceRole role, int declared = 0) const;

  // Of the projects that the assigner has set targets for, of which `declared` are said to exist;
  // not_attributed when the unit has reported and none of them has, or none is described.
  Actual part(const Question& unit, Index assigner, int declared) const;

  // What the projects make together, where something is due from any of them, or these units below,
  // whatever the unit itself reports.
  Actual projects(const Question& unit, int declared) const;
  Actual below(const Question& unit, const std::vector<Index>& units) const;

  // What the formula of the indicator makes, whatever is reported of it itself.
  Actual computed(const Question& question) const;

  // The units below that count in the window by the day, or in the time of the unit itself where it
  // has ended before that. Of what adds up over time, those that were there in it, each where it
  // was last; but `in_a_sum` of more units each where it was last in the whole window, so that it
  // counts there once. Of a level, those that are there on the last day. Only those that are waited
  // for.
  std::vector<Index> units_below(const Question& unit, bool in_a_sum = false) const;

  // The same stretches of time one year before, made as any actual is, whoever reported then, in
  // the series of `now`: no_base unless there is a figure for exactly them, partial_coverage
  // where a part of them or of what makes the figure is missing, series_break where nothing bridges
  // a break between the two. A window of two years or more has no year before it,
  // nor has what has been reached after the first of its years. Where the rules compare with the
  // period before, the same stretches of that, which every window has. Where they leave out what
  // has not been reported, what was reported for the part of the time before that corresponds to
  // what is over, whatever stretches it covers, and no_base only where nothing was.
  Actual same_period(const Question& question, const Actual& now) const;

  // What a change in the window is counted from: the whole of the same period of the year before
  // for what adds up, the level at its end for what does not. Of a window of more than a year there
  // is none. Where the rules compare with the period before, of that. In the series of the day
  // `to`; partial_coverage where a part of it is missing, but where that is left out; series_break
  // where nothing bridges a break before it.
  Actual baseline(const Question& question, Date to, SourceRole role = SourceRole::baseline) const;

  // Of an indicator of kind growth that was not reported itself, over a window of several whole
  // years: the average growth a year from the year before the window, or from what is stated, to
  // the latest of its years that has been reported as a whole, or at all where what has not been
  // reported is left out. no_full_year while none is over;
  // growth_without_base where a value is below zero.
  Average average(const Question& question, const std::optional<StatedBase>& stated) const;

  // For the trace: how it comes about, with what stands for it in the measure, cut after so many
  // digits where it is no fraction.
  NumberAt note_average(const Question& question, const Average& average, const Ratio& value,
                        std::optional<int> cut) const;

  // The level at the end of the twelve months before the window; of a rate whose parts add up, that
  // of these months. In the series of the day `to`, as above; no_baseline where it is not known.
  Actual level_before(const Question& question, Date to) const;

 private:
  struct Parts;
  struct View;
  class Memory;
  static std::shared_ptr<Memory> make_memory();
  Parts parts(const Question& question, SourceRole role, int declared) const;
  Parts plain(const Question& question, SourceRole role, int declared) const;
  std::optional<Parts> known(const Question& question) const;
  Parts ranged(std::size_t first, Parts parts) const;
  Parts in_its_time(Parts parts, const Question& question) const;
  Parts own(const Question& question, SourceRole role) const;
  Errc add_up(const Question& question, const std::vector<Fact>& used, Parts& parts) const;
  Errc spread(const Question& question, const std::vector<Fact>& numbers, Parts& parts) const;
  bool is_spread(Index indicator) const;
  bool units_change(const Question& above) const;
  Parts of_project(Index project, const Question& unit, SourceRole role) const;
  Parts of_projects(const std::vector<Index>& projects, int declared, const Question& unit,
                    SourceRole role) const;
  Parts of_all_projects(const Question& unit, SourceRole role, int declared) const;
  Parts of_children(const Question& unit, SourceRole role) const;
  Parts of_units(const std::vector<Index>& units, const Question& unit, SourceRole role) const;
  Parts growth(const Question& question) const;
  Figure base_of_years(const Question& year, Index growth, Date to, Average& average) const;
  void grow(const Question& year, const Question& question, const Actual& now,
            const std::optional<StatedBase>& stated, Average& average) const;
  Parts formula(const Question& question, SourceRole role) const;
  Parts made(const Question& question, SourceRole role, int declared) const;
  std::shared_ptr<const Parts> remembered(const Question& question, SourceRole role) const;
  std::shared_ptr<const Parts> brought(const std::shared_ptr<const Parts>& parts, Index indicator,
                                       Date to) const;
  bool is_formula(Index indicator) const;
  void compute(const Question& question, Parts& result) const;
  NumberAt note_formula(Index indicator, const std::vector<Actual>& figures,
                        const Ratio& value) const;
  Errc bring_formula_to(Date to, Index indicator, Parts& sum) const;
  bool breaks_between(Index indicator, Date from, Date to) const;
  bool leaves_out() const { return bases_.unreported == Unreported::leave_out; }
  bool is_whole(const Actual& figure, const Period& year) const;
  std::vector<Period> stretches_before(const Question& question, const Actual& now,
                                       ComparedWith with) const;
  Actual time_before(const Question& question, const Actual& now, BaseRule rule,
                     ComparedWith with) const;
  Actual whole_of(const Period& window, const Question& question, Date to, SourceRole role) const;
  BaseRule rule_of(Index indicator) const;
  Question of_base(Question question, BaseRule rule) const;
  class Quotients;
  Parts sum_up(std::vector<Parts> all, Coverage::Of of, int expected, Index indicator,
               UnitRule manner = UnitRule::sum) const;
  Parts make_whole(const Question& question, std::vector<Parts> all, Coverage::Of of,
                   int expected) const;
  UnitRule manner_of(Index indicator) const;
  void weigh(const Question& question, SourceRole role, Parts& part,
             const View* view = nullptr) const;
  void bring_source(TraceSource& source, Date to) const;
  static void hedge_by(const Parts& part, Parts& whole);
  Errc bring_to(Date to, Index indicator, Parts& sum) const;
  NumberAt number_of(const Selection& selection, const Parts& parts, TraceTerm::From part) const;
  void about(const Question& question, const Parts& parts) const;
  void keep(SourceRole role, const Question& question, Selection selection, Parts& parts) const;
  std::size_t source_count() const { return sources_ ? sources_->size() : 0; }
  Actual finish(const Parts& parts, Index indicator) const;
  std::vector<Index> projects_of(Index indicator, Index unit, Index assigner) const;
  std::vector<Index> projects_due(const Question& unit) const;
  Parts added_up(Parts whole, Index indicator) const;
  bool is_ratio(Index indicator) const;

  // What one unit says of the time of another (counted_once.cpp).
  bool may_repeat(const Question& sum) const;
  bool listen(const std::vector<Index>& units, const Question& sum, Heard& heard) const;
  bool listen_to_projects(const Question& unit, Heard& heard) const;
  const SpokenFor* spoken_for(const Question& question) const;
  Errc leave_out_repeated(const Question& question, Selection& selection) const;
  bool is_heard_elsewhere(const Question& unit, Errc told) const;
  std::vector<Period> common_spans(const std::vector<Index>& units, const std::vector<Parts>& parts,
                                   const Question& sum) const;
  std::optional<Period> own_time(const Question& question) const;

  // On the map of a day (on_map.cpp).
  Parts on_map(const Question& question, SourceRole role, int declared) const;
  Parts seen(const Question& question, const View& view) const;
  Parts here(const Question& question, const Period& wide, const std::optional<Period>& strict,
             const View& view) const;
  Parts itself(const Question& question, const View& view) const;
  Parts below_on(const Question& question, const View& view) const;
  Parts before(const Question& question, const Turn& turn, const View& view) const;
  Parts after(const Question& question, const Turn& turn, const View& view) const;
  Parts told_of_turn(Parts parts, Index unit, const std::vector<Portion>& others, Date on) const;
  Parts together(const Question& question, const std::vector<Portion>& portions,
                 const View& view) const;
  void take_portion(const Question& question, const Portion& portion,
                    const std::vector<Portion>& portions, const View& view,
                    std::vector<Parts>& all) const;
  std::vector<Portion> concerned(const Question& question, const std::vector<Portion>& portions,
                                 const View& view) const;
  bool comes_from_before(const Question& question, const Turn& turn, const View& view) const;
  bool is_of_project(const Question& question, Index unit, const View& view) const;
  Parts own_alone(const Question& question, const View& view) const;
  Parts join(std::vector<Parts> pieces, Index indicator) const;
  static Parts latest(std::vector<Parts> pieces, const Question& question);
  Parts only_if_additive(Parts parts, Index indicator) const;
  static Parts failed(const Question& question, Errc why);
  Parts growth_seen(const Question& question, const View& view) const;
  Parts formula_seen(const Question& question, const View& view) const;
  Parts told(const Question& question, const View& view) const;
  bool becomes_other(const Question& question) const;
  bool runs_across(const Question& question, const View& view) const;
  bool usable(const Parts& parts, const Question& question, const View& view) const;
  bool latest_counts(Index indicator) const;
  Index nearest_above(Index unit, const std::vector<Portion>& portions, Date day) const;
  void came_to(std::size_t first, Index unit, const Ratio& share) const;
  void forget(std::size_t first) const;

  const ObservationLog& log_;
  const Plan& plan_;
  const Reporters& reporters_;
  std::vector<TraceSource>* sources_;
  TraceNumbers numbers_;
  Bases bases_;
  Together together_;
  std::optional<Date> map_;
  const KnownSums* known_;          // what need not be read again
  std::shared_ptr<Memory> memory_;  // of what is computed from others
  const Heard* heard_ = nullptr;    // within a sum in which one may speak for another
};

}  // namespace tiendo
