// Earned value and earned schedule against their definitions, with the plain fractions of
// big_rational.hpp: every small plan of three periods, every amount earned and paid.

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "big_rational.hpp"
#include "tiendo/engine/earned_value.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;
using Maybe = std::optional<Fraction>;  // nothing where it would divide by zero

Ratio ratio(const Fraction& value) { return *Ratio::of(value.numerator, value.denominator); }
Maybe whole(Small number) { return Fraction{number, 1}; }

Maybe add(const Maybe& a, const Maybe& b) { return a && b ? Maybe(plus(*a, *b)) : Maybe(); }
Maybe take(const Maybe& a, const Maybe& b) { return a && b ? Maybe(minus(*a, *b)) : Maybe(); }
Maybe mul(const Maybe& a, const Maybe& b) { return a && b ? Maybe(times(*a, *b)) : Maybe(); }
Maybe div(const Maybe& a, const Maybe& b) {
  return a && b && b->numerator != 0 ? Maybe(lowest(over(*a, *b))) : Maybe();
}

using Expected = std::map<std::string, Maybe>;

void expect_same(const Assessment& found, const Expected& expected) {
  for (const auto& [name, value] : expected) {
    const Figure figure = found.figure(name);
    ASSERT_EQ(static_cast<bool>(figure), value.has_value()) << name;
    if (value) {
      ASSERT_EQ(*figure, ratio(*value)) << name;
    } else {
      ASSERT_EQ(figure.reason, Errc::division_by_zero) << name;
    }
  }
}

TEST(EarnedValueOracle, EverySmallBook) {
  for (Small bac = 0; bac <= 4; ++bac) {
    for (Small pv = 0; pv <= bac; ++pv) {
      for (Small ev = 0; ev <= bac; ++ev) {
        for (Small ac = 0; ac <= 5; ++ac) {
          const Maybe b = whole(bac), p = whole(pv), e = whole(ev), a = whole(ac);
          const Maybe cpi = div(e, a), spi = div(e, p), eac = div(b, cpi);
          const Expected expected = {
              {"CV", whole(ev - ac)},
              {"SV", whole(ev - pv)},
              {"CPI", cpi},
              {"SPI", spi},
              {"SCI", mul(cpi, spi)},
              {"percent_complete", mul(whole(100), div(e, b))},
              {"percent_planned", mul(whole(100), div(p, b))},
              {"EAC", eac},
              {"EAC_planned", whole(ac + bac - ev)},
              {"EAC_combined", add(a, div(whole(bac - ev), mul(cpi, spi)))},
              {"ETC", take(eac, a)},
              {"VAC", take(b, eac)},
              {"TCPI", div(whole(bac - ev), whole(bac - ac))},
              {"TCPI_EAC", div(whole(bac - ev), take(eac, a))},
          };
          const Assessment found =
              evm({Ratio(bac), Ratio(pv), Ratio(ev), Ratio(ac), Errc::no_data, {}});
          ASSERT_NO_FATAL_FAILURE(expect_same(found, expected));
        }
      }
    }
  }
}

// The planned amount by a time in halves of a period: half of what a period brings at its middle.
Maybe planned(const Small (&totals)[3], Small halves) {
  Fraction sum = {0, 1};
  for (Small half = 0; half < halves && half < 6; ++half) {
    const Small before = half < 2 ? 0 : totals[half / 2 - 1];
    sum = plus(sum, Fraction{totals[half / 2] - before, 2});
  }
  return sum;
}

// All periods whose plan is earned, and of the next the part that is.
Maybe earned_time(const Small (&totals)[3], Small ev) {
  Small periods = 0;
  while (periods < 3 && totals[periods] <= ev) ++periods;
  if (periods == 3) return whole(3);
  const Small before = periods == 0 ? 0 : totals[periods - 1];
  return Fraction{periods * (totals[periods] - before) + ev - before, totals[periods] - before};
}

void check_schedule(const Small (&totals)[3], Small ev, Small halves, Small ac) {
  ScheduleNumbers it;
  it.planned = {totals[0], totals[1], totals[2]};
  it.ev = Ratio(ev);
  it.ac = Ratio(ac);
  it.at = *Ratio::of(halves, 2);
  const Maybe at = Fraction{halves, 2}, pd = whole(3), es = earned_time(totals, ev);
  const Maybe pv = planned(totals, halves), spi = div(whole(ev), pv);
  const Maybe cpi = div(whole(ev), whole(ac)), sci = mul(spi, cpi);
  const Maybe spi_t = div(es, at), sci_t = mul(spi_t, cpi), ed = mul(at, spi);
  const Maybe tv = div(take(whole(ev), pv), div(whole(totals[2]), pd));
  const Maybe rest = take(pd, es), rest_ed = take(pd, ed);
  const Expected expected = {
      {"SVt", take(es, at)},
      {"SPIt", spi_t},
      {"SCIt", sci_t},
      {"TSPIt", div(rest, take(pd, at))},
      {"IEACt", div(pd, spi_t)},
      {"EACt_ES1", add(at, rest)},
      {"EACt_ES2", add(at, div(rest, spi_t))},
      {"EACt_ES3", add(at, div(rest, sci_t))},
      {"PV", pv},
      {"SV", take(whole(ev), pv)},
      {"SPI", spi},
      {"CPI", cpi},
      {"SCI", sci},
      {"ED", ed},
      {"EACt_ED1", add(at, rest_ed)},
      {"EACt_ED2", add(at, div(rest_ed, spi))},
      {"EACt_ED3", add(at, div(rest_ed, sci))},
      {"TV", tv},
      {"EACt_PV1", take(pd, tv)},
      {"EACt_PV2", div(pd, spi)},
      {"EACt_PV3", div(pd, sci)},
  };
  const Assessment found = earned_schedule(it);
  ASSERT_EQ(*found.value, ratio(*es));
  ASSERT_NO_FATAL_FAILURE(expect_same(found, expected));
}

TEST(EarnedValueOracle, EverySmallSchedule) {
  for (Small a = 0; a <= 3; ++a) {
    for (Small b = a; b <= 3; ++b) {
      for (Small c = b; c <= 4; ++c) {
        if (c == 0) continue;
        const Small totals[] = {a, b, c};
        for (Small ev = 0; ev <= c; ++ev) {
          for (Small halves = 0; halves <= 8; ++halves) {
            for (const Small ac : {0, 2}) {
              ASSERT_NO_FATAL_FAILURE(check_schedule(totals, ev, halves, ac));
            }
          }
        }
      }
    }
  }
}

// Steps in quarters of the work, each done by quarters.
TEST(EarnedValueOracle, EverySmallListOfSteps) {
  const StepCredit credits[] = {StepCredit::percent, StepCredit::zero_hundred,
                                StepCredit::fifty_fifty};
  for (Small code = 0; code < 25 * 25; ++code) {
    const Small weights[] = {code % 5, code / 5 % 5}, done[] = {code / 25 % 5, code / 125};
    const WeightedStep steps[] = {{*Ratio::of(weights[0], 4), *Ratio::of(done[0], 4)},
                                  {*Ratio::of(weights[1], 4), *Ratio::of(done[1], 4)}};
    for (const StepCredit credit : credits) {
      const Assessment found = milestone_weights(steps, credit);
      const bool is_whole = weights[0] + weights[1] == 4;
      ASSERT_EQ(static_cast<bool>(found.value), is_whole);
      if (!is_whole) continue;
      Small sixteenths = 0;
      for (int i = 0; i < 2; ++i) {
        Small counts = done[i];
        if (credit != StepCredit::percent && counts < 4) {
          counts = credit == StepCredit::fifty_fifty && counts > 0 ? 2 : 0;
        }
        sixteenths += weights[i] * counts;
      }
      ASSERT_EQ(*found.value, *Ratio::of(sixteenths, 16));
    }
  }
}

}  // namespace
}  // namespace tiendo
