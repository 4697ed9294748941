// Tested by tests/unit/engine/methods_test.cpp, tests/unit/engine/published_methods_test.cpp and
// tests/oracle/methods_oracle_test.cpp.
//
// Each method is the shared steps of assessing.hpp around one formula of progress.hpp.

#include "tiendo/engine/methods.hpp"

#include <algorithm>

#include "engine/assessing.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

constexpr MethodNeeds kTarget{};
constexpr MethodNeeds kValue{false, false, false};
constexpr MethodNeeds kSum{false, false, true};

RatioVariant opposite(RatioVariant variant) {
  switch (variant) {
    case RatioVariant::direct: return RatioVariant::inverse;
    case RatioVariant::inverse: return RatioVariant::direct;
    case RatioVariant::mirrored: break;
  }
  return RatioVariant::direct;
}

std::string_view name_of(RatioVariant variant) {
  switch (variant) {
    case RatioVariant::direct: return "direct";
    case RatioVariant::inverse: return "inverse";
    case RatioVariant::mirrored: return "mirrored";
  }
  return "";
}

Result<Ratio> ratio_of(RatioVariant variant, const Ratio& actual, const Ratio& target) {
  switch (variant) {
    case RatioVariant::direct: return direct_ratio(actual, target);
    case RatioVariant::inverse: return inverse_ratio(actual, target);
    case RatioVariant::mirrored: break;
  }
  return mirrored_ratio(actual, target);
}

// A number below the line: the one of the policy where it is zero.
Ratio divisor(Assessing& method, const Ratio& value) {
  if (!value.is_zero() || !method.policies().zero_as) return value;
  method.hit("zero_as");
  return *method.policies().zero_as;
}

// Both numbers are there; neither is negative.
Assessment ratio_of_sizes(Assessing& method, RatioVariant variant, Ratio actual, Ratio target) {
  if (variant == RatioVariant::inverse) {
    actual = divisor(method, actual);
    if (target.is_zero()) target = divisor(method, target);
  } else {
    target = divisor(method, target);
  }
  return method.measured(ratio_of(variant, actual, target), actual.is_zero() && target.is_zero());
}

// v - expected, so that above zero is better.
Figure deviation(const MethodCase& it, const Ratio& expected) {
  const Ratio& actual = *it.actual.figure;
  return it.better == Direction::more ? actual - expected : expected - actual;
}

// The deviation from a path of which the expected number is known. What is due after the day of the
// target and has not reached it is past due.
Assessment followed(Assessing& method, const Result<Ratio>& expected, bool is_over) {
  method.add("expected", expected);
  if (!expected) return method.measured(expected);
  const Figure& actual = method.it().actual.figure;
  if (!actual) return method.decided(MethodState::no_data, DecidedBy::data, actual.reason);
  const Figure ahead = deviation(method.it(), *expected);
  if (!ahead) return method.measured(error(ahead.reason));
  const bool late = is_over && !method.meets(*actual, method.policies().met_tolerance);
  return method.measured(*ahead, false, late ? MethodState::past_due : MethodState::measured);
}

// The share of a path after so much of its time; nothing before it begins.
std::optional<Ratio> on_path(Assessing& method, const Ratio& elapsed) {
  if (elapsed.sign() < 0) return std::nullopt;
  if (elapsed <= Ratio(1)) return elapsed;
  if (method.policies().beyond_end) method.hit("beyond_end");
  return method.policies().beyond_end ? elapsed : Ratio(1);
}

// Between two milestones by days, or at one of them.
Result<Ratio> milestone_at(std::span<const PathPoint> points, Date on, MilestoneVariant variant) {
  const auto next = std::find_if(points.begin(), points.end(),
                                 [&](const PathPoint& point) { return on < point.on; });
  const PathPoint& last = *(next - 1);
  if (next == points.end() || variant == MilestoneVariant::step) return last.value;
  const Ratio all(next->on.days() - last.on.days());
  const Ratio gone(on.days() - last.on.days());
  return path_at(last.value, next->value, *(gone / all));
}

// The share of the whole after so many of the periods.
Result<Ratio> share_after(std::span<const Ratio> shares, const Ratio& periods) {
  Result<Ratio> gone = Ratio(0);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Ratio before(static_cast<std::int64_t>(i));
    if (periods <= before) break;
    const Result<Ratio> inside = periods - before;
    if (!inside) return inside.error();
    gone = gone + shares[i] * std::min(*inside, Ratio(1));
  }
  return gone;
}

// A forecast, and how it compares with the target where there is one.
Assessment forecast(Assessing& method, const Result<Ratio>& value, bool zero_above) {
  if (method.it().target.figure) {
    const Result<Ratio> ratio = value ? direct_ratio(*value, method.target()) : value;
    method.add("ratio", ratio);
  }
  return method.measured(value, zero_above);
}

Result<Ratio> clamped(const Result<Ratio>& value, bool cap, const Ratio& most) {
  if (!value || !cap) return value;
  return std::clamp(*value, Ratio(0), most);
}

// Between a worst and a best value, times a scale.
Assessment between_ends(std::string_view id, const MethodCase& it, const Ratio& worst,
                        const Ratio& best, const Ratio& scale, bool cap,
                        const BandTable* thresholds) {
  Assessing method(id, it, {}, thresholds, cap ? "capped" : "");
  if (!method.has(kValue)) return method.result();
  if (scale.sign() <= 0) {
    return method.decided(MethodState::refused, DecidedBy::kind, Errc::number_out_of_range);
  }
  method.use("worst", worst);
  method.use("best", best);
  method.use("scale", scale);
  const Result<Ratio> share = targeted_change(worst, method.actual(), best);
  return method.measured(clamped(share * scale, cap, scale), method.actual() == worst);
}

}  // namespace

Assessment ratio_to_target(const MethodCase& it, RatioVariant variant,
                           const MethodPolicies& policies, const BandTable* thresholds) {
  Assessing method("ratio_to_target", it, policies, thresholds, name_of(variant));
  if (!method.has(kTarget)) return method.result();
  const int signs[] = {method.actual().sign(), method.target().sign()};
  if (signs[0] >= 0 && signs[1] >= 0) {
    return ratio_of_sizes(method, variant, method.actual(), method.target());
  }
  if (!policies.flip_negative) {
    return method.decided(MethodState::refused, DecidedBy::kind, Errc::quantity_refused);
  }
  if (signs[0] * signs[1] < 0) return method.decided(MethodState::sign_change, DecidedBy::kind);
  method.hit("flip_negative");
  return ratio_of_sizes(method, opposite(variant), -method.actual(), -method.target());
}

Assessment percent_of_targeted_change(const MethodCase& it, const MethodPolicies& policies,
                                      const BandTable* thresholds) {
  Assessing method("percent_of_targeted_change", it, policies, thresholds);
  if (!method.has(kTarget) || !method.is_open()) return method.result();
  if (!it.baseline.figure) {
    return method.decided(method.is_met() ? MethodState::target_met : MethodState::no_baseline,
                          method.is_met() ? DecidedBy::met : DecidedBy::points,
                          it.baseline.figure.reason);
  }
  if (!method.has_two_points()) return method.result();
  const Result<Ratio> share = targeted_change(method.baseline(), method.actual(), method.target());
  const bool same = method.actual() == method.baseline();
  const MethodState state = same                         ? MethodState::no_change
                            : share && share->sign() < 0 ? MethodState::moving_away
                                                         : MethodState::measured;
  return method.measured(Ratio(100) * share, same, state);
}

Assessment linear_path(const MethodCase& it, const Ratio& elapsed, const MethodPolicies& policies,
                       const BandTable* thresholds) {
  Assessing method("linear_path", it, policies, thresholds);
  method.use("elapsed", elapsed);
  if (!method.may_take(kTarget)) return method.result();
  if (!it.baseline.figure) {
    return method.decided(MethodState::no_baseline, DecidedBy::points, it.baseline.figure.reason);
  }
  const std::optional<Ratio> share = on_path(method, elapsed);
  if (!share) return method.decided(MethodState::not_due, DecidedBy::points, Errc::not_started);
  const bool had_met = method.meets(method.baseline(), 0);
  if (it.actual.figure && !had_met) {
    method.add("pace",
               targeted_change(method.baseline(), method.actual(), method.target()) / elapsed);
  }
  return followed(method, path_at(method.baseline(), method.target(), *share), elapsed > Ratio(1));
}

Assessment milestone_path(const MethodCase& it, std::span<const PathPoint> milestones, Date on,
                          MilestoneVariant variant, const MethodPolicies& policies,
                          const BandTable* thresholds) {
  const bool step = variant == MilestoneVariant::step;
  MethodCase last = it;
  if (!milestones.empty()) last.target = {milestones.back().value};
  Assessing method("milestone_path", last, policies, thresholds, step ? "step" : "interpolated");
  if (!method.may_take(kTarget)) return method.result();
  const auto not_after = [](const PathPoint& a, const PathPoint& b) { return !(a.on < b.on); };
  if (milestones.empty() ||
      std::adjacent_find(milestones.begin(), milestones.end(), not_after) != milestones.end()) {
    return method.decided(MethodState::refused, DecidedBy::kind, Errc::knots_disordered);
  }
  if (on < milestones.front().on) {
    return method.decided(MethodState::not_due, DecidedBy::points, Errc::not_started);
  }
  return followed(method, milestone_at(milestones, on, variant), milestones.back().on < on);
}

Assessment profile_path(const MethodCase& it, std::span<const Ratio> shares, const Ratio& periods,
                        const MethodPolicies& policies, const BandTable* thresholds) {
  MethodCase from_zero = it;
  if (!it.baseline.figure && adds_up(it.quantity)) from_zero.baseline = {Ratio(0)};
  Assessing method("profile_path", from_zero, policies, thresholds);
  method.use("periods", periods);
  if (!method.may_take(kTarget)) return method.result();
  if (!from_zero.baseline.figure) {
    return method.decided(MethodState::no_baseline, DecidedBy::points, it.baseline.figure.reason);
  }
  const Ratio count(static_cast<std::int64_t>(shares.size()));
  const Result<Ratio> all = share_after(shares, count);
  if (!all || *all != Ratio(1)) {
    return method.decided(MethodState::refused, DecidedBy::kind, Errc::shares_not_total);
  }
  if (periods.sign() < 0) {
    return method.decided(MethodState::not_due, DecidedBy::points, Errc::not_started);
  }
  const Result<Ratio> share = share_after(shares, periods);
  if (share) method.use("s", *share);
  return followed(method, share ? path_at(method.baseline(), method.target(), *share) : share,
                  periods > count);
}

Assessment phased_goal(const MethodCase& it, int quarter, const MethodPolicies& policies,
                       const BandTable* thresholds) {
  Assessing method("phased_goal", it, policies, thresholds,
                   adds_up(it.quantity) ? "cumulative" : "snapshot");
  method.use("q", quarter);
  if (!method.has(kTarget)) return method.result();
  if (quarter < 1 || quarter > 4) {
    return method.decided(MethodState::refused, DecidedBy::kind, Errc::number_out_of_range);
  }
  const Ratio goal = adds_up(it.quantity) ? *(Ratio(quarter) / Ratio(4)) : Ratio(1);
  const Result<Ratio> achieved = direct_ratio(method.actual(), divisor(method, method.target()));
  method.add("achieved", achieved);
  method.add("goal", goal);
  return method.measured(achieved - goal, method.actual().is_zero());
}

Assessment required_run_rate(const MethodCase& it, const Ratio& left,
                             const MethodPolicies& policies) {
  Assessing method("required_run_rate", it, policies, nullptr);
  method.use("left", left);
  if (!method.has(kTarget)) return method.result();
  if (method.meets(method.actual(), policies.met_tolerance)) {
    return method.decided(MethodState::target_met, DecidedBy::met);
  }
  if (left.sign() <= 0) return method.decided(MethodState::past_due, DecidedBy::points);
  return method.measured(required_rate(method.target(), method.actual(), left));
}

Assessment run_rate_forecast(const MethodCase& it, const Ratio& elapsed, const Ratio& all,
                             const MethodPolicies& policies, const BandTable* thresholds) {
  Assessing method("run_rate_forecast", it, policies, thresholds);
  method.use("elapsed", elapsed);
  method.use("all", all);
  if (!method.has(kSum)) return method.result();
  if (elapsed.sign() <= 0) {
    return method.decided(MethodState::not_due, DecidedBy::points, Errc::not_started);
  }
  return forecast(method, run_rate(method.actual(), elapsed, all), false);
}

Assessment profile_forecast(const MethodCase& it, const Ratio& past_to_date,
                            const Ratio& past_whole, const MethodPolicies& policies,
                            const BandTable* thresholds) {
  Assessing method("profile_forecast", it, policies, thresholds);
  method.use("past_to_date", past_to_date);
  method.use("past_whole", past_whole);
  if (!method.has(kSum)) return method.result();
  return forecast(method, share_forecast(method.actual(), past_to_date, past_whole),
                  (*(method.actual() * past_whole)).is_zero());
}

Assessment minmax(const MethodCase& it, const Ratio& worst, const Ratio& best, const Ratio& scale,
                  const BandTable* thresholds) {
  return between_ends("minmax", it, worst, best, scale, false, thresholds);
}

Assessment goalposts(const MethodCase& it, const Ratio& worst, const Ratio& best,
                     const Ratio& scale, bool capped, const BandTable* thresholds) {
  return between_ends("goalposts", it, worst, best, scale, capped, thresholds);
}

Assessment distance_to_target(const MethodCase& it, const Ratio& worst, bool capped,
                              const BandTable* thresholds) {
  Assessing method("distance_to_target", it, {}, thresholds, capped ? "capped" : "");
  if (!method.has({true, false, false})) return method.result();
  method.use("worst", worst);
  const Result<Ratio> share = targeted_change(worst, method.actual(), method.target());
  return method.measured(clamped(share, capped, 1), method.actual() == worst);
}

Assessment band_table(const MethodCase& it, const BandTable& thresholds,
                      const MethodPolicies& policies) {
  Assessing method("band_table", it, policies, &thresholds);
  if (!method.has(kValue)) return method.result();
  Assessment result = method.measured(method.actual());
  if (result.band) return result;
  return method.decided(MethodState::refused, DecidedBy::bands, Errc::outside_table);
}

Assessment score_table(const MethodCase& it, const ScoreTable& scores,
                       const BandTable* thresholds) {
  Assessing method("score_table", it, {}, thresholds, to_string(scores.name()));
  if (!method.has(kValue)) return method.result();
  const Result<Ratio> score = scores.score_of(method.actual());
  if (score) return method.measured(score);
  return method.decided(MethodState::refused, DecidedBy::definition, score.error().code);
}

}  // namespace tiendo
