// Tested by tests/oracle/work_oracle_test.cpp and tests/oracle/earned_trace_oracle_test.cpp.
//
// Each figure is one line of arithmetic on figures that may be missing; days are counted one by
// one.

#include "earned.hpp"

#include <algorithm>

namespace tiendo::oracle {
namespace {

// Arithmetic on what may be missing: the first that is says why.
template <class Operation>
Figure both(const Figure& a, const Figure& b, Operation operation) {
  if (!a) return a;
  if (!b) return b;
  return operation(*a, *b);
}
Figure plus(const Figure& a, const Figure& b) {
  return both(a, b, [](const Ratio& x, const Ratio& y) { return Figure(*(x + y)); });
}
Figure minus(const Figure& a, const Figure& b) {
  return both(a, b, [](const Ratio& x, const Ratio& y) { return Figure(*(x - y)); });
}
Figure times(const Figure& a, const Figure& b) {
  return both(a, b, [](const Ratio& x, const Ratio& y) { return Figure(*(x * y)); });
}
Figure over(const Figure& a, const Figure& b) {
  return both(a, b, [](const Ratio& x, const Ratio& y) {
    return y.is_zero() ? Figure(Errc::division_by_zero) : Figure(*(x / y));
  });
}

bool first_of_month(Date day) { return day.day() == 1; }

// The periods of a schedule: months where it begins with one and ends with one, else days; each by
// its first day and the day after its last.
struct Span {
  Date first;
  Date after;
};

std::vector<Span> periods_of(Date start, Date last, bool months) {
  std::vector<Span> spans;
  for (Date day = start; day <= last;) {
    Date after = *day.plus_days(1);
    while (months && !first_of_month(after)) after = *after.plus_days(1);
    spans.push_back({day, after});
    day = after;
  }
  return spans;
}

// How many of the periods are over at the end of the day, one in part by its days.
Ratio time_so_far(const std::vector<Span>& spans, Date as_of) {
  Ratio all = 0;
  for (const Span& span : spans) {
    int gone = 0;
    int days = 0;
    for (Date day = span.first; day < span.after; day = *day.plus_days(1)) {
      ++days;
      gone += day <= as_of ? 1 : 0;
    }
    all = *(all + *(Ratio(gone) / Ratio(days)));
  }
  return all;
}

class Value {
 public:
  Value(const Plan& plan, const std::vector<WorkRow>& rows, Index project, Date as_of)
      : as_of_(as_of) {
    const std::size_t pots = plan.projects()[project].capital.size();
    for (const WorkRow& row : rows) {
      if (row.project != project) continue;
      if (row.kind == WorkKind::project) whole_ = &row;
      if (row.kind == (pots > 1 ? WorkKind::capital : WorkKind::pot)) capital_ = &row;
      if (row.kind == WorkKind::milestone && row.state != TaskState::cancelled) {
        steps_.push_back(&row);
      }
    }
  }

  std::vector<Earned> say() {
    const bool all_paid = capital_->coverage.reported >= capital_->coverage.expected;
    bac_ = capital_->planned;
    pv_ = times(bac_, over(whole_->due, Ratio(100)));
    ev_ = times(bac_, over(whole_->done, Ratio(100)));
    ac_ = capital_->reached && !all_paid ? Figure(Errc::partial_coverage) : capital_->reached;
    put("BAC", bac_);
    put("PV", pv_);
    put("EV", ev_);
    put("AC", ac_);
    value();
    schedule();
    return std::move(said_);
  }

 private:
  void put(const char* name, const Figure& figure) { said_.push_back({name, figure}); }

  // More was paid back than out: no amount of a cost.
  bool is_paid_back() const { return ac_ && ac_.value->sign() < 0; }

  void value() {
    if (is_paid_back()) return put("CPI", Errc::number_out_of_range);
    const Figure cpi = over(ev_, ac_);
    const Figure spi = over(ev_, pv_);
    const Figure eac = over(bac_, cpi);
    put("CPI", cpi);
    put("CV", minus(ev_, ac_));
    put("SV", minus(ev_, pv_));
    put("SPI", spi);
    put("SCI", times(cpi, spi));
    put("percent_complete", over(times(Ratio(100), ev_), bac_));
    put("percent_planned", over(times(Ratio(100), pv_), bac_));
    put("EAC", eac);
    put("EAC_planned", minus(plus(ac_, bac_), ev_));
    put("EAC_combined", plus(ac_, over(minus(bac_, ev_), times(cpi, spi))));
    put("ETC", minus(eac, ac_));
    put("VAC", minus(bac_, eac));
    put("TCPI", over(minus(bac_, ev_), minus(bac_, ac_)));
    put("TCPI_EAC", over(minus(bac_, ev_), minus(eac, ac_)));
  }

  // Of the budget, what was to be earned by the end of a day.
  Ratio planned_by(Date last) const {
    Ratio due = 0;
    Ratio all = 0;
    for (const WorkRow* step : steps_) {
      all = *(all + *step->weight);
      if (*step->finish <= last) due = *(due + *step->weight);
    }
    return *(*(*bac_ * due) / all);
  }

  void schedule() {
    if (!bac_) return put("ES", bac_);
    if (!whole_->due) return put("ES", whole_->due);
    if (!whole_->start || !whole_->finish) return put("ES", Errc::no_schedule);
    const Date start = *whole_->start;
    const Date finish = *whole_->finish;
    const bool months = first_of_month(start) && first_of_month(*finish.plus_days(1));
    std::vector<Ratio> planned = {0};
    for (const Span& span : periods_of(start, finish, months)) {
      planned.push_back(planned_by(*span.after.plus_days(-1)));
    }
    if (planned.back().is_zero()) return put("ES", Errc::table_empty);
    if (is_paid_back()) return put("ES", Errc::number_out_of_range);
    const Ratio at = time_so_far(periods_of(start, std::max(finish, as_of_), months), as_of_);
    tell_times(planned, at);
  }

  // By when what is earned was to be earned: the last time at which no more was planned, and on
  // from there along a straight line.
  static Figure earned_by(const std::vector<Ratio>& planned, const Figure& ev) {
    if (!ev) return ev;
    std::size_t last = 0;
    for (std::size_t i = 1; i < planned.size(); ++i) {
      if (planned[i] <= *ev) last = i;
    }
    const Ratio time(static_cast<std::int64_t>(last));
    if (last + 1 == planned.size()) return time;
    const Ratio step = *(planned[last + 1] - planned[last]);
    return plus(time, over(*(*ev - planned[last]), step));
  }

  // What was planned at a time, along straight lines between the ends of periods.
  static Ratio planned_at(const std::vector<Ratio>& planned, const Ratio& at) {
    for (std::size_t i = 1; i < planned.size(); ++i) {
      const Ratio begin(static_cast<std::int64_t>(i - 1));
      if (at >= *(begin + Ratio(1))) continue;
      const Ratio step = *(planned[i] - planned[i - 1]);
      return *(planned[i - 1] + *(step * *(at - begin)));
    }
    return planned.back();
  }

  void tell_times(const std::vector<Ratio>& planned, const Ratio& at) {
    const Ratio pd(static_cast<std::int64_t>(planned.size() - 1));
    const Figure es = earned_by(planned, ev_);
    const Figure spi = over(ev_, planned_at(planned, at));
    const Figure spi_t = over(es, at);
    const Figure ed = times(at, spi);
    const Figure left = minus(pd, es);
    put("ES", es);
    put("SVt", minus(es, at));
    put("SPIt", spi_t);
    put("TSPIt", over(left, *(pd - at)));
    put("IEACt", over(pd, spi_t));
    put("EACt_ES1", plus(at, left));
    put("EACt_ES2", plus(at, over(left, spi_t)));
    put("ED", ed);
    put("EACt_ED1", plus(at, minus(pd, ed)));
    put("EACt_PV2", over(pd, spi));
  }

  Date as_of_;
  const WorkRow* whole_ = nullptr;
  const WorkRow* capital_ = nullptr;
  std::vector<const WorkRow*> steps_;
  Figure bac_, pv_, ev_, ac_;
  std::vector<Earned> said_;
};

}  // namespace

std::vector<Earned> earned_value(const Plan& plan, const std::vector<WorkRow>& rows, Index project,
                                 Date as_of) {
  return Value(plan, rows, project, as_of).say();
}

}  // namespace tiendo::oracle
