// Tested by tests/unit/engine/earned_value_test.cpp, tests/unit/engine/published_methods_test.cpp
// and tests/oracle/earned_value_oracle_test.cpp.

#include "tiendo/engine/earned_value.hpp"

#include <algorithm>

#include "engine/assessing.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

// Figures as operands: the first reason is the reason of the whole expression.
Result<Ratio> of(const Figure& figure) {
  return figure ? Result<Ratio>(*figure) : Result<Ratio>(error(figure.reason));
}

bool is_below(const Figure& figure, const Ratio& least) { return figure && *figure < least; }

bool is_above(const Figure& figure, const Figure& most) {
  return figure && most && *figure > *most;
}

Assessment refused(Assessing& method, Errc reason) {
  return method.decided(MethodState::refused, DecidedBy::kind, reason);
}

// The value of a figure that may be missing: no data is no division by zero.
Assessment answered(Assessing& method, const Result<Ratio>& value, bool zero_above) {
  if (value || value.error().code == Errc::division_by_zero) {
    return method.measured(value, zero_above);
  }
  return method.decided(MethodState::no_data, DecidedBy::data, value.error().code);
}

void use(Assessing& method, std::string_view symbol, const Figure& figure) {
  if (figure) method.use(symbol, *figure);
}

bool is_zero(const Figure& figure) { return figure && figure.value->is_zero(); }

// What has been planned by a time: even inside a period, all of it after the last.
Result<Ratio> planned_by(const std::vector<Ratio>& totals, const Ratio& at) {
  Ratio before = 0;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const Ratio begin(static_cast<std::int64_t>(i));
    if (at < *(begin + Ratio(1))) {
      const Result<Ratio> inside = at - begin;
      return inside ? path_at(before, totals[i], *inside) : inside;
    }
    before = totals[i];
  }
  return before;
}

// The time by which so much was to be earned; `ev` is at most the last total.
Result<Ratio> earned_time(const std::vector<Ratio>& totals, const Ratio& ev) {
  const auto next = std::upper_bound(totals.begin(), totals.end(), ev);
  const Ratio periods(next - totals.begin());
  if (next == totals.end()) return periods;
  const Ratio before = next == totals.begin() ? Ratio(0) : *(next - 1);
  return periods + targeted_change(before, ev, *next);
}

// Everything of a schedule that follows from these, once they are known.
struct Times {
  Ratio pd;
  Ratio at;
  Ratio bac;
  Result<Ratio> es;
  Result<Ratio> ev;
  Result<Ratio> pv;
  Result<Ratio> ac;
};

// AT + (PD - done) / index.
Result<Ratio> end_after(const Times& t, const Result<Ratio>& done, const Result<Ratio>& index) {
  return t.at + (t.pd - done) / index;
}

void add_times(Assessing& method, const Times& t) {
  const Result<Ratio> one = Ratio(1);
  const Result<Ratio> cpi = t.ev / t.ac;
  const Result<Ratio> spi = t.ev / t.pv;
  const Result<Ratio> sci = spi * cpi;
  const Result<Ratio> spi_t = t.es / t.at;
  const Result<Ratio> sci_t = spi_t * cpi;
  const Result<Ratio> ed = t.at * spi;
  const Result<Ratio> sv = t.ev - t.pv;
  const Result<Ratio> tv = sv / (t.bac / t.pd);
  const std::pair<const char*, Result<Ratio>> figures[] = {
      {"SVt", t.es - t.at},
      {"SPIt", spi_t},
      {"SCIt", sci_t},
      {"TSPIt", (t.pd - t.es) / (t.pd - t.at)},
      {"IEACt", t.pd / spi_t},
      {"EACt_ES1", end_after(t, t.es, one)},
      {"EACt_ES2", end_after(t, t.es, spi_t)},
      {"EACt_ES3", end_after(t, t.es, sci_t)},
      {"PV", t.pv},
      {"SV", sv},
      {"SPI", spi},
      {"CPI", cpi},
      {"SCI", sci},
      {"ED", ed},
      {"EACt_ED1", end_after(t, ed, one)},
      {"EACt_ED2", end_after(t, ed, spi)},
      {"EACt_ED3", end_after(t, ed, sci)},
      {"TV", tv},
      {"EACt_PV1", t.pd - tv},
      {"EACt_PV2", t.pd / spi},
      {"EACt_PV3", t.pd / sci},
  };
  for (const auto& [name, figure] : figures) method.add(name, figure);
}

// What a step counts, by how much of it is done.
Ratio credit_of(const Ratio& done, StepCredit credit) {
  if (credit == StepCredit::percent || done == Ratio(1)) return done;
  if (credit == StepCredit::zero_hundred || done.is_zero()) return 0;
  return *(Ratio(1) / Ratio(2));
}

std::string_view name_of(StepCredit credit) {
  switch (credit) {
    case StepCredit::percent: return "percent";
    case StepCredit::zero_hundred: return "zero_hundred";
    case StepCredit::fifty_fifty: return "fifty_fifty";
  }
  return "";
}

}  // namespace

Assessment evm(const EarnedNumbers& it, const BandTable* thresholds) {
  MethodCase number;
  number.vintage = it.vintage;
  Assessing method("evm", number, {}, thresholds);
  for (const auto& [symbol, figure] :
       {std::pair("BAC", it.bac), std::pair("PV", it.pv), std::pair("EV", it.ev),
        std::pair("AC", it.ac), std::pair("etc", it.etc)}) {
    use(method, symbol, figure);
    if (is_below(figure, 0)) return refused(method, Errc::number_out_of_range);
  }
  if (is_above(it.ev, it.bac) || is_above(it.pv, it.bac)) {
    return refused(method, Errc::number_out_of_range);
  }
  const Result<Ratio> bac = of(it.bac), pv = of(it.pv), ev = of(it.ev), ac = of(it.ac);
  const Result<Ratio> cpi = ev / ac;
  const Result<Ratio> spi = ev / pv;
  const Result<Ratio> eac = bac / cpi;
  const Result<Ratio> bottom_up = ac + of(it.etc);
  const std::pair<const char*, Result<Ratio>> figures[] = {
      {"CV", ev - ac},
      {"SV", ev - pv},
      {"CPI", cpi},
      {"SPI", spi},
      {"SCI", cpi * spi},
      {"percent_complete", Ratio(100) * ev / bac},
      {"percent_planned", Ratio(100) * pv / bac},
      {"EAC", eac},
      {"EAC_planned", ac + bac - ev},
      {"EAC_combined", ac + (bac - ev) / (cpi * spi)},
      {"EAC_bottom_up", bottom_up},
      {"ETC", eac - ac},
      {"VAC", bac - eac},
      {"VAC_bottom_up", bac - bottom_up},
      {"TCPI", (bac - ev) / (bac - ac)},
      {"TCPI_EAC", (bac - ev) / (eac - ac)},
  };
  for (const auto& [name, figure] : figures) method.add(name, figure);
  return answered(method, cpi, is_zero(it.ev));
}

Result<std::vector<Ratio>> running_totals(std::span<const Ratio> series, SeriesKind kind) {
  std::vector<Ratio> totals;
  Ratio last = 0;
  for (const Ratio& each : series) {
    const Result<Ratio> next = kind == SeriesKind::cumulative ? Result<Ratio>(each) : last + each;
    if (!next) return next.error();
    if (*next < last) return error(Errc::running_total_falls);
    last = *next;
    totals.push_back(last);
  }
  return totals;
}

Assessment earned_schedule(const ScheduleNumbers& it, const BandTable* thresholds) {
  MethodCase number;
  number.vintage = it.vintage;
  Assessing method("earned_schedule", number, {}, thresholds,
                   it.kind == SeriesKind::cumulative ? "cumulative" : "per_period");
  use(method, "EV", it.ev);
  use(method, "AC", it.ac);
  method.use("AT", it.at);
  const Result<std::vector<Ratio>> totals = running_totals(it.planned, it.kind);
  if (!totals) return refused(method, totals.error().code);
  if (totals->empty() || totals->back().is_zero()) return refused(method, Errc::table_empty);
  for (const Ratio& each : *totals) method.use("PV_k", each);
  const Ratio& bac = totals->back();
  if (is_below(it.ev, 0) || is_below(it.ac, 0) || it.at.sign() < 0 || is_above(it.ev, bac)) {
    return refused(method, Errc::number_out_of_range);
  }
  const Result<Ratio> ev = of(it.ev);
  const Result<Ratio> es = ev ? earned_time(*totals, *ev) : ev;
  const Ratio pd(static_cast<std::int64_t>(totals->size()));
  add_times(method, {pd, it.at, bac, es, ev, planned_by(*totals, it.at), of(it.ac)});
  return answered(method, es, false);
}

Assessment milestone_weights(std::span<const WeightedStep> steps, StepCredit credit,
                             const BandTable* thresholds) {
  Assessing method("milestone_weights", {}, {}, thresholds, name_of(credit));
  Result<Ratio> weights = Ratio(0);
  Result<Ratio> done = Ratio(0);
  for (const WeightedStep& step : steps) {
    method.use("w", step.weight);
    use(method, "done", step.done);
    if (step.weight.sign() < 0) return refused(method, Errc::weight_negative);
    if (is_below(step.done, 0) || is_above(step.done, Ratio(1))) {
      return refused(method, Errc::number_out_of_range);
    }
    weights = weights + step.weight;
    const Result<Ratio> share = of(step.done);
    done = done + (share ? step.weight * credit_of(*share, credit) : share);
  }
  if (!weights || *weights != Ratio(1)) return refused(method, Errc::weights_not_one);
  return answered(method, done, false);
}

}  // namespace tiendo
