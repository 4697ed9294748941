/// @file
/// The report: how far along everything is, on a day, as known on a day.
///
/// A Report is rows of exact figures. A figure that is not there has a reason and is never zero.
/// Nothing in a report is rounded; writers round once per printed figure.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/value_iterator.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/growth.hpp"
#include "tiendo/engine/figure.hpp"
#include "tiendo/engine/rules.hpp"
#include "tiendo/facts/observation.hpp"
#include "tiendo/model/plan.hpp"
#include "tiendo/model/verdict.hpp"

namespace tiendo {

/// Progress against a declared profile. The numbers never change.
enum class Schedule : std::uint8_t { none = 0, ahead = 1, on_schedule = 2, behind = 3 };

/// Where a row stands. The numbers never change.
enum class State : std::uint8_t {
  value = 1,           ///< there is a figure for what is due by the day
  no_data = 2,         ///< nothing has been reported
  not_due = 3,         ///< the period has not begun
  overdue = 4,         ///< a report was due and is not there
  not_applicable = 5,  ///< reported as not applicable
  withheld = 6,        ///< reported as withheld
  undefined = 7,       ///< there are reports, but they make no figure for what is asked
};

/// What has become of the way from the base to the condition, as compared with the base. The
/// numbers never change.
enum class Course : std::uint8_t {
  none = 0,             ///< not decided: see the reason
  met_at_baseline = 1,  ///< the base met the condition, and so does the result
  lost = 2,             ///< the base met the condition; the result does not
  reached = 3,          ///< the result meets the condition, which the base did not
  closer = 4,           ///< neither does; the result is nearer to it than the base
  unchanged = 5,        ///< neither does; the result is as far from it as the base
  away = 6,             ///< neither does; the result is further from it than the base
};

/// "ahead" and so on; "" for none.
std::string_view name_of(Schedule schedule) noexcept;
std::string_view name_of(State state) noexcept;
/// "met_at_baseline" and so on; "" for none.
std::string_view name_of(Course course) noexcept;

/// How much of what was to be reported has been: 6 of 12 months, 3 of 14 projects, 2 of 3 units, 4
/// of 4 components, 1 of 2 pots of capital.
struct Coverage {
  /// What is counted. The numbers never change.
  enum class Of : std::uint8_t { months, days, units, projects, components, pots };
  int reported = 0;
  int expected = 0;
  Of of = Of::months;

  /// Whether everything that was due has been reported.
  bool complete() const noexcept { return reported >= expected; }
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// "months", "days" and so on.
std::string_view name_of(Coverage::Of of) noexcept;

/// A result that is a range, both ends included, in the measure of the indicator.
struct ReportedRange {
  Decimal lower;
  Decimal upper;

  friend bool operator==(const ReportedRange&, const ReportedRange&) = default;
};

/// What a row is about.
enum class RowKind : std::uint8_t {
  target,     ///< one target of one assigner
  whole,      ///< targets that add to each other, judged as a whole; no single assigner
  indicator,  ///< an indicator without a target
  component,  ///< one component of the composite target whose row stands before it
};

/// One row. Indexes are positions in the plan.
struct ReportRow {
  RowKind kind = RowKind::indicator;
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;
  Index assigner = kNone;
  /// Positions in Plan::targets(): one for a target, the parts for a whole, none for an indicator;
  /// for a component the target on the composite.
  std::vector<Index> targets;
  /// On a map, beside `targets` where they were carried: the unit of each, and the part of the
  /// number asked for that came here.
  std::vector<Portion> origins;
  /// Why targets that were carried here make no condition; none if they do.
  Errc not_carried = Errc::none;
  Period period;
  /// The condition; for a whole, with the sum of the parts as its value.
  Condition condition;
  /// What is near the condition, by its targets or its indicator; absent where nothing is.
  std::optional<NearMiss> near;
  /// Whether it is a target that is added up with others, so that only a part of what the unit has
  /// reached is its own. A whole follows it.
  bool is_part = false;
  /// How many projects the targets are declared for.
  std::optional<int> declared_projects;

  Figure target;      ///< T, the number of the condition; absent for a range
  Figure actual;      ///< to date, in the measure of the indicator
  Coverage coverage;  ///< of what was due by the day
  /// Last day that the reports cover.
  std::optional<Date> reported_to;
  /// The least final of the reports used. Absent when none is.
  std::optional<Status> status;
  /// As printed with the one report used; of several, `about` unless all are exact.
  Qualifier qualifier = Qualifier::exact;
  Figure completion;   ///< percent: 100 A/T; of a change, 100 (A-b)/(R-b). No clamp
  Figure excess;       ///< percent: completion - 100
  Figure remaining;    ///< R - A, in the measure
  Figure same_period;  ///< B, the value of the same period before: of the year before, or as the
                       ///< rules say
  Figure index;        ///< percent: 100 A/B
  Figure growth;       ///< percent: 100 (A-B)/|B|
  Figure baseline;     ///< b, what a change, the course of a target or its path starts from
  Figure required;     ///< R, what A must reach: T, or b and the change asked for
  Figure change;       ///< A - B, in the measure
  /// Percent: 100 (A-b)/(R-b), the part of the way from the base that was made. Absent where the
  /// base met the condition already.
  Figure targeted_change;
  /// E, what was to be reached by `expected_on`, by the declared profile; of targets that add up,
  /// the sum of what is expected of each.
  Figure expected;
  /// The last day for which reports were due; absent where nothing is expected.
  std::optional<Date> expected_on;
  Figure deviation;  ///< A - E, where all that was due has been reported, or the rest is left out
  /// What each calendar month that is left has to bring for A to reach R: (R - A) / months left.
  Figure pace;
  /// Forecast, never judged: where a sum ends if the months left bring as much as those that are
  /// over.
  Figure run_rate;
  /// Forecast, never judged: where a sum ends if B was the same share of the whole year, or period,
  /// before.
  Figure same_share;
  /// The same period as it is known latest less as it was published first: how far its revision
  /// moves B, whichever of them B is.
  Figure base_revision;
  /// Which value of the year before same_period, growth and a baseline from reports are.
  BaseRule base_rule = BaseRule::latest;
  Verdict verdict = Verdict::none;
  /// Why there is no verdict; none if there is one.
  Errc verdict_reason = Errc::no_data;
  /// While the period is open and there is no verdict for that: what the condition says of what is
  /// there by the day. None otherwise, and where that does not decide.
  Verdict provisional = Verdict::none;
  /// Whether the period is over, so that only new reports can change the verdict.
  bool final = false;
  /// The course since the base, where one is known: that of a change, or one that the target
  /// states.
  Course course = Course::none;
  /// Why there is none; none if there is one.
  Errc course_reason = Errc::no_baseline;
  Schedule schedule = Schedule::none;
  /// Why there is no schedule; none if there is one.
  Errc schedule_reason = Errc::no_profile;
  State state = State::no_data;
  /// Why the state is not `value`; none if it is.
  Errc reason = Errc::no_data;
  /// The result where one report of the unit, or of the project, itself gives a range for what is
  /// asked: there is no `actual` then.
  std::optional<ReportedRange> range;
  /// The same where it is words.
  std::string words;
  /// The verdict given by hand on the whole period, and who gave it; none and "" if nobody did.
  Verdict hand_verdict = Verdict::none;
  std::string judge;
  /// Whether `verdict` is the one given by hand. It is where no rule gives one; otherwise the rule
  /// counts.
  bool by_hand = false;
  /// Of a growth over several whole years that was computed: what `actual` is the average growth a
  /// year of.
  std::optional<Growth> average;
  /// Where that average is no fraction: how many of its digits after the point, as a plain number,
  /// stand in `actual`, with a 5 behind them. The number that was cut so stands to everything that
  /// the row compares it with as the average itself does, and every figure of the row is printed as
  /// the average would have it, to any number of digits.
  std::optional<int> cut;
};

/// The rows of a report, read like a vector of them. What many rows have in common is kept as
/// columns: such a row is put together when it is asked for, and every row comes by value. Copying
/// shares the rows; safe to read from many threads at once.
class ReportRows {
 public:
  using Iterator = ValueIterator<ReportRows, ReportRow>;  ///< Goes from row to row.
  using value_type = ReportRow;
  using const_iterator = Iterator;
  using iterator = Iterator;

  /// What is kept of them; known to the library only.
  struct Store;

  /// No rows.
  ReportRows() = default;
  explicit ReportRows(std::shared_ptr<Store> store) : store_(std::move(store)) {}

  /// How many rows there are.
  std::size_t size() const noexcept;
  bool empty() const noexcept { return size() == 0; }
  /// The row at a position, which must be below size().
  ReportRow operator[](std::size_t at) const;
  /// The same. @throws std::out_of_range for any other position
  ReportRow at(std::size_t at) const;
  ReportRow front() const { return (*this)[0]; }
  ReportRow back() const { return (*this)[size() - 1]; }
  Iterator begin() const noexcept { return {*this, 0}; }
  Iterator end() const noexcept { return {*this, size()}; }
  /// All of them at once.
  operator std::vector<ReportRow>() const { return {begin(), end()}; }  // NOLINT(*-explicit-*)

  /// What is kept of them; null for no rows.
  const Store* store() const noexcept { return store_.get(); }
  /// Takes it out, to be changed, if nobody shares it; no rows are left then.
  std::shared_ptr<Store> take_store() noexcept;

 private:
  std::shared_ptr<Store> store_;  // never changed while it is shared
};

/// How many rows of one assigner came out how. `exceeded` is counted apart from `met` here.
/// Verdicts given by hand count as others do.
struct SummaryRow {
  /// kNone: targets of several assigners, judged as a whole.
  Index assigner = kNone;
  int rows = 0;
  int exceeded = 0;
  int met = 0;
  int near = 0;
  int missed = 0;
  int no_data = 0;     ///< nothing reported, or not due
  int not_judged = 0;  ///< reported, but no verdict: see the reasons
  int by_hand = 0;     ///< of those with a verdict, how many a judge gave
  /// Of those not judged as the period is open: how many would come out how if it ended so.
  int provisional_exceeded = 0;
  int provisional_met = 0;
  int provisional_near = 0;
  int provisional_missed = 0;

  friend bool operator==(const SummaryRow&, const SummaryRow&) = default;
};

/// What is asked.
struct Request {
  Date as_of;
  /// Absent: everything in the log is known.
  std::optional<Date> known_on;
  /// The day whose units the report is for: targets and reports of others are carried to them.
  /// Absent: each target and report is of the unit that it names.
  std::optional<Date> map;
  Rules rules = {};
  /// Which value of the year before is compared with, for indicators that do not say so themselves.
  /// Absent: as the rules say.
  std::optional<BaseRule> base_rule = {};
  /// Rows without a target also for the units of each roll-up that have none: from the unit of the
  /// plan to so many levels below it, where they take part in the figure of the unit above. Each
  /// has its own figures and its own coverage, and no verdict (no_target). Absent: for none.
  std::optional<int> levels = {};
};

/// As the request says, or else its rules.
inline BaseRule base_rule_of(const Request& request) noexcept {
  return request.base_rule.value_or(request.rules.base_rule);
}

/// The answer. Owns all it needs but the log; safe to read from many threads.
struct Report {
  Plan plan;
  Request request;
  ReportRows rows;
  /// By assigner, in the order of the plan's units, the wholes last.
  std::vector<SummaryRow> summary;
};

}  // namespace tiendo
