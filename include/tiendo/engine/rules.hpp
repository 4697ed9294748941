/// @file
/// Rules: by what a report is computed where neither the plan nor the request says it.
///
/// A set of rules has a name and a version, and once published it never changes: what is to be
/// different is another version. Every report names its set with all that stands in it, so that it
/// can be computed again, to the last byte, when newer versions are in use. The sets of the library
/// are built in (built_in_rules()); a body that decides otherwise writes its own, based on one of
/// them (read_rules()).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/rounding.hpp"
#include "tiendo/model/indicator.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// What is said where less has been reported than was due by the day.
enum class Unreported {
  withhold,   ///< no verdict, growth and the like until all of it is there: partial_coverage
  leave_out,  ///< what has been reported is judged and compared as it is
};

/// Which time before a figure is compared with.
enum class ComparedWith {
  year_before,    ///< the same time a year before
  period_before,  ///< the time of the same length that ends where that of the figure starts
};

/// "withhold" and so on; "" for none.
std::string_view name_of(Unreported rule) noexcept;
/// "year_before" and so on; "" for none.
std::string_view name_of(ComparedWith rule) noexcept;

/// The rules by which a report was computed: named in it, so that it can be computed again.
struct Rules {
  std::string name = "tiendo";  ///< an id
  int version = 1;              ///< from 1
  /// The set of the library that it is based on, "tiendo@1"; empty for that set itself. It decides
  /// the methods, each by its version, and what is not said here.
  std::string based_on;
  /// Which value of the year before is compared with, where neither indicator nor request says it.
  BaseRule base_rule = BaseRule::latest;
  /// What is said where less has been reported than was due. Coverage is always as it is.
  Unreported unreported = Unreported::withhold;
  /// Which time before is compared with. A growth that is computed is one on the year before,
  /// whatever is compared with.
  ComparedWith compared_with = ComparedWith::year_before;
  /// How all figures are rounded; absent: each as its indicator says. What is asked for when a
  /// report is written goes before it.
  std::optional<Rounding> rounding;
  /// After how many months work is late beyond the limit, of projects that do not say it; absent:
  /// such work has no limit.
  std::optional<int> late_after_months;
  Remarks remarks;

  friend bool operator==(const Rules&, const Rules&) = default;
};

/// "tiendo@1"
std::string full_name(const Rules& rules);

/// Whether the text is of that form: an id, "@" and a version.
bool is_full_name(std::string_view text) noexcept;

/// The sets of the library, each version of each, in the order of their publication.
const std::vector<Rules>& built_in_rules();

/// The set of that full name.
/// @return unknown_rules, with the nearest known one
Result<Rules> rules_named(std::string_view full_name);

/// The methods of a set, each with its version, by name: "ratio_to_target@1". Those of a set that
/// is not built in are those of the one that it is based on.
/// @return unknown_rules where that is none of the library
Result<std::vector<std::string_view>> methods_of(const Rules& rules);

}  // namespace tiendo
