// Tested by tests/unit/engine/contributions_test.cpp and tests/oracle/ranking_oracle_test.cpp.
//
// Each part has the row that a report without a target has for it; the whole is their sum, and is
// compared with what the unit itself, or the indicator of the whole, says.

#include "tiendo/engine/contributions.hpp"

#include <algorithm>
#include <utility>

#include "engine/parts_below.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "tiendo/engine/aggregates.hpp"

namespace tiendo {
namespace {

class Composition {
 public:
  Composition(const ObservationLog& log, const Request& request,
              const ContributionQuestion& question)
      : log_(log),
        plan_(log.plan()),
        reporters_(log, request.known_on),
        result_{log.plan(), request, question, {}, {}, {}, {}, {}, {}, {}} {}

  Contributions run() {
    find_parts();
    result_.now = sum_of(&ContributionPart::now);
    result_.before = result_.now ? sum_of(&ContributionPart::before) : Figure(result_.now.reason);
    compare_with_whole();
    if (result_.now && result_.before) {
      result_.change = Figure(*result_.now - *result_.before);
      result_.growth = contribution({*result_.before, *result_.now}, *result_.before);
    } else {
      result_.change = result_.growth = result_.before.reason;
    }
    for (ContributionPart& part : result_.parts) say(part);
    return std::move(result_);
  }

 private:
  bool is_composite() const {
    return plan_.indicators()[result_.question.indicator].kind == IndicatorKind::composite;
  }

  ReportRow row_of(Index indicator, Index unit) const {
    ReportRow row = bare_row(indicator, unit, result_.question.period);
    fill(row, log_, reporters_, result_.request, nullptr);
    if (row.average) row.actual = Errc::average_of_years;
    return row;
  }

  void find_parts() {
    const ContributionQuestion& question = result_.question;
    if (is_composite()) {
      for (const std::string& id : plan_.indicators()[question.indicator].components) {
        add_part(plan_.find_indicator(id), question.unit);
      }
      return;
    }
    const Question asked{question.indicator, question.unit,         kNone,
                         question.period,    result_.request.as_of, result_.request.known_on};
    for (const Index unit : units_below(log_, reporters_, result_.request, asked)) {
      add_part(question.indicator, unit);
    }
  }

  // The indicator in whose measure the whole is.
  Index measured() const {
    const ContributionQuestion& question = result_.question;
    if (question.whole != kNone) return question.whole;
    if (!is_composite()) return question.indicator;
    return plan_.find_indicator(plan_.indicators()[question.indicator].components.front());
  }

  // In the measure of the whole.
  Figure converted(const Figure& figure, Index indicator) const {
    if (!figure || indicator == measured()) return figure;
    const Measure& from = plan_.measure_of(plan_.indicators()[indicator]);
    const Measure& to = plan_.measure_of(plan_.indicators()[measured()]);
    if (from.kind != to.kind) return Errc::measure_kinds_differ;
    return *figure * Ratio(from.factor) / Ratio(to.factor);
  }

  // Percentages do not add up, and neither do what is there and what came in.
  Errc unfit(Index indicator) const {
    const Indicator& one = plan_.indicators()[indicator];
    const bool adds_up = unit_rule_of(one) == UnitRule::sum &&
                         time_rule_of(one) == time_rule_of(plan_.indicators()[measured()]);
    return adds_up ? Errc::none : Errc::not_additive;
  }

  void add_part(Index indicator, Index unit) {
    const ReportRow row = row_of(indicator, unit);
    ContributionPart part;
    part.indicator = indicator;
    part.unit = unit;
    part.coverage = row.coverage;
    part.now = converted(row.actual, indicator);
    part.before = converted(row.same_period, indicator);
    part.growth = row.growth;
    if (row.state == State::not_due) part.now = part.before = row.reason;
    const bool waits = result_.request.rules.unreported == Unreported::withhold;
    if (part.now && waits && !row.coverage.complete()) part.now = Errc::partial_coverage;
    if (const Errc why = unfit(indicator); why != Errc::none) part.now = part.before = why;
    result_.parts.push_back(std::move(part));
  }

  // Of all parts, or the reason of the first that is not there.
  Figure sum_of(Figure ContributionPart::*figure) const {
    if (result_.parts.empty()) return Errc::nothing_to_count;
    Result<Ratio> sum = Ratio(0);
    for (const ContributionPart& part : result_.parts) {
      if (!(part.*figure)) return (part.*figure).reason;
      sum = sum + *(part.*figure);
    }
    return sum;
  }

  // A composite has no number of its own.
  void compare_with_whole() {
    if (!result_.now || (is_composite() && result_.question.whole == kNone)) return;
    const ReportRow row = row_of(measured(), result_.question.unit);
    compare(result_.now, row.actual, result_.left_now);
    if (!result_.now && result_.before) result_.before = result_.now.reason;
    if (result_.before) compare(result_.before, row.same_period, result_.left_before);
  }

  static void compare(Figure& sum, const Figure& whole, std::optional<Ratio>& left) {
    if (!whole) {
      sum = whole.reason;
      return;
    }
    if (*whole == *sum) return;
    const Result<Ratio> difference = *whole - *sum;
    if (difference) left = *difference;
    sum = Errc::parts_not_whole;
  }

  void say(ContributionPart& part) const {
    const Figure& now = result_.now;
    const Figure& before = result_.before;
    part.share = now.reason;
    if (now) part.share = (*now).is_zero() ? Figure(Errc::denominator_zero) : share_of(part);
    part.points = part.percent = before.reason;
    if (!before) return;
    const Change change{*part.before, *part.now};
    part.points = contribution(change, *before);
    part.percent = share_of_increment(change, {*before, *now});
    if (part.percent.reason == Errc::division_by_zero) part.percent = Errc::no_change;
  }

  Figure share_of(const ContributionPart& part) const {
    return Ratio(100) * *part.now / *result_.now;
  }

  const ObservationLog& log_;
  const Plan& plan_;
  Reporters reporters_;
  Contributions result_;
};

}  // namespace

Contributions contributions(const ObservationLog& log, const Request& request,
                            const ContributionQuestion& question) {
  return Composition(log, request, question).run();
}

}  // namespace tiendo
