/// @file
/// Conditions: a target is not a number but something that becomes true.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// The wordings of a target. The numbers stand in the C header and never change.
enum class ConditionKind : std::uint8_t {
  none = 0,         ///< no condition yet; a plan with such a target is not built
  at_least = 1,     ///< "12,4 % trở lên": actual >= value
  more_than = 2,    ///< "trên 80 %": actual > value
  at_most = 3,      ///< "không quá": actual <= value
  less_than = 4,    ///< "dưới 4 %": actual < value
  equal = 5,        ///< actual = value
  between = 6,      ///< "từ 6,0 - 6,5 %": value <= actual <= upper
  about = 7,        ///< "khoảng 69 %": |actual - value| <= tolerance
  increase_by = 8,  ///< "thêm 2 phường": change on the base >= value
  decrease_by = 9,  ///< "giảm 1 %": fall from the base >= value
  yes = 10,         ///< a fact that comes true: reported as yes
  components = 11,  ///< each component of a composite indicator meets its own condition
};

/// What the amount of a change is in.
enum class ChangeIn : std::uint8_t {
  value,    ///< the measure of the indicator
  percent,  ///< percent of the base
  points,   ///< percentage points: the difference of two percentages
};

/// How far from its condition a result may be and still be near it. Without one nothing is near.
struct NearMiss {
  /// The most that the result is short of the bound that it misses; not below zero.
  Decimal value;
  /// Percent: of that bound, however it is signed. The bound of a change is the level it leads to.
  ChangeIn in = ChangeIn::value;

  friend bool operator==(const NearMiss&, const NearMiss&) = default;
};

struct ComponentCondition;

/// A condition on the actual value of an indicator, in its measure.
struct Condition {
  ConditionKind kind = ConditionKind::none;
  Decimal value;
  /// Upper end of `between`.
  Decimal upper;
  /// Of `about`; not below zero.
  Decimal tolerance;
  /// Of `increase_by` and `decrease_by`.
  ChangeIn in = ChangeIn::value;
  /// A second condition that must hold as well ("tăng 4-5 % để đạt 60 % trở lên"); only for
  /// changes, and itself not a change. Null when there is none.
  std::shared_ptr<const Condition> then;
  /// Of `components`: what each of them has to meet, in the order of the plan file.
  std::shared_ptr<const std::vector<ComponentCondition>> components;
};

/// What one component of a composite indicator has to meet.
struct ComponentCondition {
  /// Id of the component, an indicator of its own.
  std::string indicator;
  Condition condition;
};

/// The conditions on components; none where the condition is another.
inline const std::vector<ComponentCondition>& components_of(const Condition& condition) {
  static const std::vector<ComponentCondition> kOther;
  return condition.components ? *condition.components : kOther;
}

/// Whether the condition is on a change from a base and not on the value itself.
constexpr bool is_change(ConditionKind kind) noexcept {
  return kind == ConditionKind::increase_by || kind == ConditionKind::decrease_by;
}

/// Whether the condition is one number that the value itself is held against: at_least to equal.
constexpr bool is_bound(ConditionKind kind) noexcept {
  return kind >= ConditionKind::at_least && kind <= ConditionKind::equal;
}

/// Whether the condition names a number at all; a yes and components do not.
constexpr bool has_number(ConditionKind kind) noexcept {
  return kind >= ConditionKind::at_least && kind <= ConditionKind::decrease_by;
}

/// "at_least" and so on, as in the plan file; "" for none.
std::string_view name_of(ConditionKind kind) noexcept;
/// "value", "percent", "points".
std::string_view name_of(ChangeIn in) noexcept;

}  // namespace tiendo
