// Tested by tests/unit/engine/ranking_test.cpp and tests/oracle/ranking_oracle_test.cpp.
//
// Each unit has the row that a report has for it; the mean is made from the numbers behind the
// figures that are ranked, and from no others.

#include "tiendo/engine/ranking.hpp"

#include <algorithm>
#include <utility>

#include "engine/actual.hpp"
#include "engine/average.hpp"
#include "engine/parts_below.hpp"
#include "engine/reporters.hpp"

namespace tiendo {
namespace {

class Ranker {
 public:
  Ranker(const ObservationLog& log, const Request& request, const RankQuestion& question)
      : log_(log),
        reporters_(log, request.known_on),
        result_{log.plan(), request, question, {}, {}} {}

  Ranking run() {
    const std::vector<ReportRow> targets = target_rows(log_, result_.request);
    for (const Index unit : units_below(log_, reporters_, result_.request, asked())) {
      result_.units.push_back(ranked(unit, targets));
    }
    place();
    take_mean();
    count_threshold();
    return std::move(result_);
  }

 private:
  const Indicator& indicator() const {
    return result_.plan.indicators()[result_.question.indicator];
  }
  Question asked() const {
    const RankQuestion& question = result_.question;
    return {question.indicator, question.unit,         kNone,
            question.period,    result_.request.as_of, result_.request.known_on};
  }

  RankedUnit ranked(Index unit, const std::vector<ReportRow>& targets) const {
    const RankQuestion& question = result_.question;
    const bool of_target = is_of_target(question.figure);
    UnitRow found =
        unit_row(log_, reporters_, result_.request, targets,
                 {question.indicator, unit, question.period, question.assigner}, of_target);
    RankedUnit result;
    result.row = std::move(found.row);
    result.figure = found.several ? Figure(Errc::several_targets)
                                  : figure_to_compare(result.row, question.figure,
                                                      result_.request.rules.unreported);
    return result;
  }

  // The figures, or numbers that stand to each other as they do: averages of several years are no
  // fractions, and which is the higher is decided by their powers.
  std::vector<Figure> figures_in_order() const {
    std::vector<Figure> figures;
    for (const RankedUnit& one : result_.units) figures.push_back(one.figure);
    const bool averages = std::any_of(result_.units.begin(), result_.units.end(),
                                      [](const RankedUnit& one) { return !!one.row.average; });
    if (!averages) return figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const ReportRow& row = result_.units[i].row;
      if (!figures[i]) continue;
      figures[i] = Ratio(
          std::count_if(result_.units.begin(), result_.units.end(), [&](const RankedUnit& other) {
            return other.figure && compare_actuals(result_.plan, other.row, row) < 0;
          }));
    }
    return figures;
  }

  void place() {
    const std::vector<Rank> places = ranks(figures_in_order(), indicator().direction);
    for (std::size_t i = 0; i < places.size(); ++i) result_.units[i].rank = places[i];
    std::stable_sort(result_.units.begin(), result_.units.end(),
                     [](const RankedUnit& a, const RankedUnit& b) {
                       if (!a.rank.place || !b.rank.place) return a.rank.place && !b.rank.place;
                       return *a.rank.place < *b.rank.place;
                     });
    result_.ranked = static_cast<int>(std::count_if(result_.units.begin(), result_.units.end(),
                                                    [](const auto& one) { return !!one.figure; }));
  }

  // Of the percentage of a level, by the formula that the indicator names.
  std::pair<Figure, Figure> sides_of_level(const ReportRow& row) const {
    switch (indicator().achievement) {
      case Achievement::direct: break;
      case Achievement::inverse: return {row.target, row.actual};
      case Achievement::mirrored: return {Figure(Ratio(2) * *row.target - *row.actual), row.target};
    }
    return {row.actual, row.target};
  }

  // What is added up over the units, and by what: the two sides of the fraction behind the figure.
  std::pair<Figure, Figure> sides_of(const ReportRow& row) const {
    switch (result_.question.figure) {
      case Field::completion:
        if (!is_change(row.condition.kind)) return sides_of_level(row);
        return {Figure(*row.actual - *row.baseline), Figure(*row.required - *row.baseline)};
      case Field::growth: return {Figure(*row.actual - *row.same_period), row.same_period};
      default: return {row.actual, Ratio(1)};
    }
  }

  Figure mean() const {
    if (result_.ranked == 0) return Errc::nothing_to_count;
    const bool of_amounts = result_.question.figure == Field::actual;
    if (unit_rule_of(indicator()) != UnitRule::sum) {
      if (!of_amounts) return Errc::not_additive;
      std::vector<Index> units;
      for (const RankedUnit& one : result_.units) {
        if (one.figure) units.push_back(one.row.unit);
      }
      return together_of(log_, reporters_, result_.request, asked(), units);
    }
    Result<Ratio> part = Ratio(0);
    Result<Ratio> whole = Ratio(0);
    for (const RankedUnit& one : result_.units) {
      if (!one.figure) continue;
      const auto [numerator, denominator] = sides_of(one.row);
      if (!numerator) return numerator.reason;
      if (!denominator) return denominator.reason;
      part = part + *numerator;
      whole = whole + *denominator;
    }
    if (!part || !whole) return Errc::number_too_long;
    if (of_amounts) return part / whole;
    const bool growth = result_.question.figure == Field::growth;
    if (whole->is_zero() && indicator().achievement == Achievement::inverse && !growth) {
      return Errc::actual_zero;
    }
    if (whole->is_zero()) return growth ? Errc::base_zero : Errc::target_zero;
    return Ratio(100) * *part / (growth ? whole->abs() : *whole);
  }

  void take_mean() {
    result_.mean = mean();
    if (!result_.mean) return;
    for (RankedUnit& one : result_.units) {
      if (!one.figure) continue;
      const Ratio& mean = *result_.mean;
      one.against_mean = *one.figure > mean ? 1 : *one.figure < mean ? -1 : 0;
      result_.above_mean += *one.against_mean > 0 ? 1 : 0;
      result_.at_mean += *one.against_mean == 0 ? 1 : 0;
      result_.below_mean += *one.against_mean < 0 ? 1 : 0;
    }
  }

  void count_threshold() {
    const std::optional<Ratio>& threshold = result_.question.threshold;
    if (!threshold) return;
    for (const RankedUnit& one : result_.units) {
      if (!one.figure) continue;
      const auto order = one.row.average ? compare_actual(result_.plan, one.row, *threshold)
                                         : *one.figure <=> *threshold;
      result_.over += order > 0 ? 1 : 0;
      result_.at += order == 0 ? 1 : 0;
    }
  }

  const ObservationLog& log_;
  Reporters reporters_;
  Ranking result_;
};

}  // namespace

Ranking rank_units(const ObservationLog& log, const Request& request,
                   const RankQuestion& question) {
  return Ranker(log, request, question).run();
}

}  // namespace tiendo
