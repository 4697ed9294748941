// The earned value in a trace of work, computed again from what its steps show.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/work_trace.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo::oracle {

// What a trace says of the earned value of a project, computed again from what its steps show.
class Recomputed {
 public:
  Recomputed(const WorkTrace& trace, const std::vector<WorkRow>& rows)
      : earned_(*trace.earned), row_(trace.row), rows_(rows) {}

  // All, in the order of the steps. Returns how many.
  int run() {
    auto step = earned_.steps.begin();
    for (const NamedFigure& each : earned_.figures) {
      if (!each.figure) continue;
      EXPECT_TRUE(step != earned_.steps.end());
      if (step == earned_.steps.end()) break;
      EXPECT_EQ(step->figure, each.name);
      EXPECT_EQ(value(*step), *each.figure) << each.name;
      EXPECT_EQ(step->result, *each.figure) << each.name;
      known_[each.name] = *each.figure;
      if (each.name == "BAC") expect_planned();
      ++step;
    }
    EXPECT_TRUE(step == earned_.steps.end());
    return static_cast<int>(earned_.steps.size());
  }

 private:
  Ratio value(const WorkStep& step) const {
    const Result<Expression> formula = Expression::parse(step.formula);
    EXPECT_TRUE(formula) << step.formula;
    if (!formula) return 0;
    EXPECT_EQ(formula->references().size(), step.terms.size()) << step.formula;
    const Result<Ratio> result = formula->evaluate([&](Index at) -> Result<Ratio> {
      for (const WorkTerm& term : step.terms) {
        if (term.symbol != formula->references()[at]) continue;
        expect_known(term);
        return term.value;
      }
      return error(Errc::no_data);
    });
    EXPECT_TRUE(result) << step.formula;
    return result ? *result : Ratio(0);
  }

  // Each term is what it says to be.
  void expect_known(const WorkTerm& term) const {
    using From = WorkTerm::From;
    switch (term.from) {
      case From::row: EXPECT_EQ(term.value, *field(rows_[term.at], term.name)); break;
      case From::planned: EXPECT_EQ(term.value, planned_by(term.at)) << term.symbol; break;
      case From::periods: expect_periods(term); break;
      case From::days: EXPECT_TRUE(term.value > Ratio(0) && term.value <= Ratio(31)); break;
      case From::figure: {
        const auto known = known_.find(std::string(term.name));
        EXPECT_EQ(term.value, known != known_.end() ? known->second : *field(row_, term.name));
        break;
      }
      default: ADD_FAILURE() << name_of(term.from);
    }
  }

  // C is the last period whose planned is earned.
  void expect_periods(const WorkTerm& term) const {
    EXPECT_GE(term.value.sign(), 0);
    if (term.symbol != "C") return;
    for (const WorkEarned::Planned& each : earned_.planned) {
      EXPECT_EQ(Ratio(each.period) <= term.value, each.step.result <= known_.at("EV"));
    }
  }

  static const Figure& field(const WorkRow& row, std::string_view name) {
    for (const WorkField field : kWorkFields) {
      if (name_of(field) == name) return figure(row, field);
    }
    ADD_FAILURE() << name;
    return row.planned;
  }

  Ratio planned_by(std::size_t period) const {
    Ratio last = 0;
    for (const WorkEarned::Planned& each : earned_.planned) {
      if (static_cast<std::size_t>(each.period) <= period) last = each.step.result;
    }
    return last;
  }

  // By the weights and last days of the milestones.
  void expect_planned() const {
    for (const WorkEarned::Planned& each : earned_.planned) {
      Ratio all = 0;
      Ratio due = 0;
      for (const WorkRow& row : rows_) {
        const bool counts = row.project == row_.project && row.kind == WorkKind::milestone &&
                            row.state != TaskState::cancelled;
        if (!counts) continue;
        all = *(all + *row.weight);
        if (*row.finish <= each.to) due = *(due + *row.weight);
      }
      EXPECT_EQ(each.step.result, *(known_.at("BAC") * due / all));
      EXPECT_EQ(value(each.step), each.step.result);
    }
  }

  const WorkEarned& earned_;
  const WorkRow& row_;
  const std::vector<WorkRow>& rows_;
  std::map<std::string, Ratio> known_;
};

}  // namespace tiendo::oracle
