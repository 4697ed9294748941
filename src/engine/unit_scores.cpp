// Tested by tests/unit/engine/unit_scores_test.cpp and tests/oracle/scoring_oracle_test.cpp.

#include "tiendo/engine/unit_scores.hpp"

#include <set>
#include <utility>

#include "engine/parts_below.hpp"
#include "engine/reporters.hpp"
#include "engine/score_places.hpp"

namespace tiendo {
namespace {

class UnitScorer {
 public:
  UnitScorer(const ObservationLog& log, const Request& request, const Criteria& criteria,
             const ScoreQuestion& question)
      : log_(log),
        reporters_(log, request.known_on),
        targets_(target_rows(log, request)),
        result_{log.plan(), request, question, criteria, {}, {}} {}

  UnitScores run() {
    for (const Index unit : units()) result_.units.push_back(scored(unit));
    place_by_total(result_.units);
    std::vector<Score> scores;
    for (const ScoredUnit& one : result_.units) scores.push_back(one.score);
    result_.quotas = count_quotas(result_.criteria, scores);
    return std::move(result_);
  }

 private:
  const std::vector<Criterion>& criteria() const { return result_.criteria.parts().criteria; }

  // In the order of the plan.
  std::set<Index> units() const {
    std::set<Index> all;
    for (const Criterion& criterion : criteria()) {
      const Index indicator = log_.plan().find_indicator(criterion.indicator);
      if (indicator == kNone) continue;
      const Question asked{indicator,
                           result_.question.unit,
                           kNone,
                           result_.question.period,
                           result_.request.as_of,
                           result_.request.known_on};
      for (const Index unit : units_below(log_, reporters_, result_.request, asked)) {
        all.insert(unit);
      }
    }
    return all;
  }

  // The row of an indicator, filled; or why there is none.
  std::pair<UnitRow, Errc> row_of(Index unit, const std::string& indicator,
                                  const std::string& assigner, bool of_target) const {
    UnitSeat seat{log_.plan().find_indicator(indicator), unit, result_.question.period, kNone};
    if (!assigner.empty()) seat.assigner = log_.plan().find_unit(assigner);
    if (seat.indicator == kNone) return {UnitRow(), Errc::unknown_indicator};
    if (!assigner.empty() && seat.assigner == kNone) return {UnitRow(), Errc::unknown_unit};
    return {unit_row(log_, reporters_, result_.request, targets_, seat, of_target), Errc::none};
  }

  Figure figure_of(const std::pair<UnitRow, Errc>& found, Field field) const {
    if (found.second != Errc::none) return found.second;
    if (found.first.row.average) return Errc::average_of_years;
    return found.first.several
               ? Figure(Errc::several_targets)
               : figure_to_compare(found.first.row, field, result_.request.rules.unreported);
  }

  CriterionInput input_of(Index unit, const Criterion& criterion, ReportRow& row) const {
    CriterionInput input;
    const bool of_target = !criterion.figure || is_of_target(*criterion.figure);
    auto found = row_of(unit, criterion.indicator, criterion.assigner, of_target);
    if (criterion.figure) {
      input.figure = figure_of(found, *criterion.figure);
    } else if (found.second != Errc::none || found.first.several) {
      input.figure = found.first.several ? Errc::several_targets : found.second;
    } else {
      input.verdict = found.first.row.verdict;
      input.figure =
          input.verdict == Verdict::none ? found.first.row.verdict_reason : Errc::no_such_figure;
    }
    for (const Deduction& one : criterion.deductions) {
      input.deductions.push_back(figure_of(
          row_of(unit, one.indicator, one.assigner, is_of_target(one.figure)), one.figure));
    }
    row = std::move(found.first.row);
    return input;
  }

  ScoredUnit scored(Index unit) const {
    ScoredUnit result;
    result.unit = unit;
    std::vector<CriterionInput> inputs;
    for (const Criterion& criterion : criteria()) {
      result.rows.emplace_back();
      inputs.push_back(input_of(unit, criterion, result.rows.back()));
    }
    result.score = score(result_.criteria, inputs);
    return result;
  }

  const ObservationLog& log_;
  Reporters reporters_;
  std::vector<ReportRow> targets_;
  UnitScores result_;
};

}  // namespace

UnitScores score_units(const ObservationLog& log, const Request& request, const Criteria& criteria,
                       const ScoreQuestion& question) {
  return UnitScorer(log, request, criteria, question).run();
}

}  // namespace tiendo
