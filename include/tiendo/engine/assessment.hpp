/// @file
/// What a method says of a case: the figure, where it stands, and everything that decided it.
///
/// An Assessment names its method and version, the thresholds, the numbers it was made from with
/// their periods, every policy and the edition of the data, so that it can be made again when
/// thresholds or data have changed. It is never rounded; printed_in_band() rounds it for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/rounding.hpp"
#include "tiendo/engine/bands.hpp"
#include "tiendo/engine/figure.hpp"
#include "tiendo/model/indicator.hpp"

namespace tiendo {

/// What kind of number is judged. A method refuses what it means nothing for. The numbers never
/// change.
enum class Quantity : std::uint8_t {
  level = 1,       ///< as it is at a time: a rate, a stock
  flow = 2,        ///< of a period, which begins anew with the next
  cumulative = 3,  ///< a running total since a start
  rate = 4,        ///< a growth rate
  index = 5,
  binary = 6,      ///< yes or no
  milestones = 7,  ///< a list of steps
};

/// Where a case stands. The numbers never change.
enum class MethodState : std::uint8_t {
  measured = 1,                   ///< the formula says it, see the value and the band
  target_met = 2,                 ///< the target has been reached
  met_at_baseline = 3,            ///< it had been reached before it began, and still is
  lost = 4,                       ///< it had been reached before it began, and is no more
  maintained = 5,                 ///< the target was to keep the baseline, which was kept
  moving_away = 6,                ///< further from the target than the baseline
  no_change = 7,                  ///< where the baseline was
  no_data = 8,                    ///< nothing is known of it
  single_point = 9,               ///< the latest value is the baseline itself
  no_baseline = 10,               ///< the method needs one
  no_target = 11,                 ///< the method needs one
  undefined_zero_over_zero = 12,  ///< 0/0, which has no value that all agree on
  undefined_division = 13,        ///< a division by zero
  sign_change = 14,               ///< the numbers have different signs, of which there is no ratio
  not_comparable = 15,            ///< the series breaks between the numbers
  not_due = 16,                   ///< before the first day, or the first milestone
  past_due = 17,                  ///< after the day of the target, which has not been reached
  refused = 18,                   ///< the method cannot take numbers of this kind
};

/// The step of a method that decided, in the order in which they are taken. The numbers never
/// change.
enum class DecidedBy : std::uint8_t {
  data = 1,        ///< whether there is a value
  target = 2,      ///< whether there is a target
  kind = 3,        ///< whether the method takes such numbers
  met = 4,         ///< whether the target is met now
  lost = 5,        ///< whether it was met at the baseline
  points = 6,      ///< whether there are two points in time
  definition = 7,  ///< whether the formula has a value
  direction = 8,   ///< which way it went
  bands = 9,       ///< the band of the value
  formula = 10,    ///< the value alone: no bands were given
};

/// "measured" and so on.
std::string_view name_of(Quantity quantity) noexcept;
std::string_view name_of(MethodState state) noexcept;
std::string_view name_of(DecidedBy step) noexcept;

/// A figure and the period it is of.
struct Dated {
  Figure figure;
  std::optional<Period> period = {};
};

/// What is to be judged. What a method has no use for is left out.
struct MethodCase {
  Dated actual;
  Dated target = {Errc::no_target};
  Dated baseline = {Errc::no_baseline};
  Quantity quantity = Quantity::level;
  Direction better = Direction::more;
  /// Whether the target itself does not meet the target: "more than", "less than".
  bool strict = false;
  /// The edition of the data, as its publisher names it.
  std::string vintage = {};
};

/// What a method does at its edges. Every one is part of the result; the defaults assume nothing.
struct MethodPolicies {
  /// In the place of a target, or a divisor, of zero. Absent: the value is undefined.
  std::optional<Ratio> zero_as;
  /// Whether a ratio of two negative numbers is that of their sizes, with the other direction.
  /// False: refused.
  bool flip_negative = false;
  /// Whether a target that is met is `target_met` whatever its band is. False: the formula speaks.
  bool met_first = true;
  /// How much may be missing of a target that counts as met, in the measure.
  Ratio met_tolerance = 0;
  /// Whether a path goes on beyond the day of its target. False: it stays there.
  bool beyond_end = false;
  /// Digits to which a value is rounded half-up before its band is looked up, where the rule says
  /// so. Absent: the exact value counts.
  std::optional<int> round_before_banding;

  friend bool operator==(const MethodPolicies&, const MethodPolicies&) = default;
};

/// What names a method: "percent_of_targeted_change@1", "ratio_to_target@1/inverse".
struct MethodName {
  std::string id;
  std::string version;
  std::string variant = {};

  friend bool operator==(const MethodName&, const MethodName&) = default;
};
std::string to_string(const MethodName& name);

/// A number that was used: "v", "T", "PV".
struct MethodInput {
  std::string symbol;
  Ratio value;
  std::optional<Period> period = {};
};

/// A further figure of a method: "expected", "CPI".
struct NamedFigure {
  std::string name;
  Figure figure;
};

/// The answer of a method.
struct Assessment {
  MethodName method;
  /// The exact figure, or the reason why there is none: not_assessed where the state says all.
  Figure value = Errc::not_assessed;
  MethodState state = MethodState::measured;
  DecidedBy decided_by = DecidedBy::formula;
  /// Of the value, where thresholds were given and one of their bands holds it.
  std::optional<BandLabel> band;
  /// "id@version" of the thresholds; "" for none.
  std::string thresholds;
  std::vector<NamedFigure> figures;
  std::vector<MethodInput> inputs;
  MethodPolicies policies;
  /// The policies that made a difference here, in words: "zero_as", "flip_negative".
  std::vector<std::string> policy_hits;
  std::string vintage;

  /// The further figure of that name; no_such_figure when there is none.
  Figure figure(std::string_view name) const;
};

/// The value with `digits` digits, or with as many more as it takes for the printed number to lie
/// in the band of the exact one: 0.9496 under a threshold of 0.95 prints 0.950 to three digits, and
/// 0.9496 here. A value outside the table is printed plainly.
/// @return number_too_long
Result<Decimal> printed_in_band(const Ratio& value, const BandTable& table, int digits,
                                Rounding mode);

}  // namespace tiendo
