// The steps that all methods share, each in its place.
#pragma once

#include <string_view>

#include "tiendo/engine/methods.hpp"

namespace tiendo {

// What a method cannot do without.
struct MethodNeeds {
  bool target = true;
  bool order = true;  // more or less has to be better
  bool adds_up = false;
};

class Assessing {
 public:
  Assessing(std::string_view id, const MethodCase& it, const MethodPolicies& policies,
            const BandTable* thresholds, std::string_view variant = {});

  // Data, target and kind: whether the method may go on.
  bool has(const MethodNeeds& needs);
  // The same without the actual number, which a path does without.
  bool may_take(const MethodNeeds& needs);
  // Met, met at the baseline and lost, where there is a baseline and the formula is of the change
  // from it: whether the method may go on. What is only met goes on, to its value.
  bool is_open();
  // Whether the target is met and that comes before all else.
  bool is_met() const { return met_ && result_.policies.met_first; }
  // The baseline and the actual number as two points in time.
  bool has_two_points();

  Assessment decided(MethodState state, DecidedBy step, Errc reason = Errc::not_assessed);
  // The value of the formula, with the state it has by itself and its band. `zero_above` says
  // whether, where it divides by zero, the number above the line is zero, too.
  Assessment measured(const Result<Ratio>& value, bool zero_above = false,
                      MethodState state = MethodState::measured);

  void use(std::string_view symbol, const Ratio& value, std::optional<Period> period = {});
  void hit(std::string_view policy);
  void add(std::string_view name, Figure figure);

  const Assessment& result() const { return result_; }
  const MethodCase& it() const { return it_; }
  const Ratio& actual() const { return *it_.actual.figure; }
  const Ratio& target() const { return *it_.target.figure; }
  const Ratio& baseline() const { return *it_.baseline.figure; }
  const MethodPolicies& policies() const { return result_.policies; }

  // Whether a value meets the target.
  bool meets(const Ratio& value, const Ratio& tolerance) const;

 private:
  void put_into_band(const Ratio& value);

  MethodCase it_;
  const BandTable* thresholds_;
  Assessment result_;
  bool met_ = false;
};

// Of a number: whether it adds up over time.
bool adds_up(Quantity quantity);

}  // namespace tiendo
