// Tested by tests/unit/engine/methods_test.cpp and tests/oracle/methods_oracle_test.cpp.

#include "engine/assessing.hpp"

namespace tiendo {
namespace {

// The state of a case of which a number is not there, for this reason.
MethodState state_of(Errc reason, MethodState otherwise) {
  if (reason == Errc::series_break) return MethodState::not_comparable;
  if (reason == Errc::not_started) return MethodState::not_due;
  return otherwise;
}

}  // namespace

bool adds_up(Quantity quantity) {
  return quantity == Quantity::flow || quantity == Quantity::cumulative;
}

Assessing::Assessing(std::string_view id, const MethodCase& it, const MethodPolicies& policies,
                     const BandTable* thresholds, std::string_view variant)
    : it_(it), thresholds_(thresholds) {
  result_.method = {std::string(id), "1", std::string(variant)};
  result_.policies = policies;
  result_.vintage = it.vintage;
  if (thresholds != nullptr) result_.thresholds = to_string(thresholds->name());
  if (it.baseline.figure) use("b", baseline(), it.baseline.period);
  if (it.actual.figure) use("v", actual(), it.actual.period);
  if (it.target.figure) use("T", target(), it.target.period);
}

bool Assessing::has(const MethodNeeds& needs) {
  const Errc missing = it_.actual.figure.reason;
  if (!it_.actual.figure) {
    decided(state_of(missing, MethodState::no_data), DecidedBy::data, missing);
    return false;
  }
  return may_take(needs);
}

bool Assessing::may_take(const MethodNeeds& needs) {
  const Errc missing = it_.target.figure.reason;
  if (needs.target && !it_.target.figure) {
    decided(state_of(missing, MethodState::no_target), DecidedBy::target, missing);
    return false;
  }
  const bool taken = it_.quantity != Quantity::binary && it_.quantity != Quantity::milestones &&
                     (!needs.adds_up || adds_up(it_.quantity));
  const bool ordered = it_.better == Direction::more || it_.better == Direction::less;
  if (!taken || (needs.order && !ordered)) {
    decided(MethodState::refused, DecidedBy::kind, taken ? Errc::no_order : Errc::quantity_refused);
    return false;
  }
  if (it_.target.figure && it_.actual.figure && ordered) {
    met_ = meets(actual(), policies().met_tolerance);
    if (met_ && !meets(actual(), 0)) hit("met_tolerance");
  }
  return true;
}

bool Assessing::meets(const Ratio& value, const Ratio& tolerance) const {
  const Result<Ratio> missing = it_.better == Direction::more ? target() - value : value - target();
  return missing && (it_.strict ? *missing < tolerance : *missing <= tolerance);
}

bool Assessing::is_open() {
  const bool met_before = it_.baseline.figure && meets(baseline(), 0);
  if (met_ && met_before) {
    decided(baseline() == target() ? MethodState::maintained : MethodState::met_at_baseline,
            DecidedBy::met);
    return false;
  }
  if (met_before) {
    decided(MethodState::lost, DecidedBy::lost);
    return false;
  }
  return true;
}

bool Assessing::has_two_points() {
  const bool same = it_.actual.period && it_.actual.period == it_.baseline.period;
  if (same) decided(MethodState::single_point, DecidedBy::points);
  return !same;
}

Assessment Assessing::decided(MethodState state, DecidedBy step, Errc reason) {
  result_.state = state;
  result_.decided_by = step;
  result_.value = reason;
  return result_;
}

Assessment Assessing::measured(const Result<Ratio>& value, bool zero_above, MethodState state) {
  result_.value = value;
  if (!value && is_met()) {
    return decided(MethodState::target_met, DecidedBy::met, value.error().code);
  }
  if (!value) {
    return decided(
        zero_above ? MethodState::undefined_zero_over_zero : MethodState::undefined_division,
        DecidedBy::definition, value.error().code);
  }
  put_into_band(*value);
  result_.state = state;
  result_.decided_by = result_.band ? DecidedBy::bands : DecidedBy::formula;
  if (state == MethodState::moving_away || state == MethodState::no_change) {
    result_.decided_by = DecidedBy::direction;
  }
  if (is_met()) {
    result_.state = MethodState::target_met;
    result_.decided_by = DecidedBy::met;
  }
  return result_;
}

void Assessing::put_into_band(const Ratio& value) {
  if (thresholds_ == nullptr) return;
  Ratio compared = value;
  if (const auto digits = policies().round_before_banding) {
    const Result<Decimal> rounded = round(value, *digits, Rounding::half_up);
    if (rounded) compared = *rounded;
    if (rounded && thresholds_->band_of(compared) != thresholds_->band_of(value)) {
      hit("round_before_banding");
    }
  }
  if (const Band* band = thresholds_->band_of(compared)) result_.band = band->label;
}

void Assessing::use(std::string_view symbol, const Ratio& value, std::optional<Period> period) {
  result_.inputs.push_back({std::string(symbol), value, period});
}

void Assessing::hit(std::string_view policy) { result_.policy_hits.emplace_back(policy); }

void Assessing::add(std::string_view name, Figure figure) {
  result_.figures.push_back({std::string(name), std::move(figure)});
}

}  // namespace tiendo
