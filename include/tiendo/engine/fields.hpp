/// @file
/// The figures of a row by name, and the one place where a figure is rounded to be printed.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "tiendo/engine/report.hpp"

namespace tiendo {

/// A figure of a row. The numbers stand in the C header and never change.
enum class Field : std::uint8_t {
  target = 1,
  actual = 2,
  completion = 3,
  excess = 4,
  remaining = 5,
  same_period = 6,
  index = 7,
  growth = 8,
  expected = 9,
  deviation = 10,
  baseline = 11,
  required = 12,
  base_revision = 13,
  targeted_change = 14,
  pace = 15,
  run_rate = 16,    ///< a forecast
  same_share = 17,  ///< a forecast
  change = 18,
};

/// All of them, in the order of their numbers.
inline constexpr std::array kFields = {
    Field::target,        Field::actual,          Field::completion, Field::excess,
    Field::remaining,     Field::same_period,     Field::index,      Field::growth,
    Field::expected,      Field::deviation,       Field::baseline,   Field::required,
    Field::base_revision, Field::targeted_change, Field::pace,       Field::run_rate,
    Field::same_share,    Field::change};

/// The name of its column: "target", "completion_pct".
std::string_view name_of(Field field) noexcept;

/// Whether the figure is in percent; otherwise it is in the measure of the indicator.
bool is_percent(Field field) noexcept;

/// Whether the figure is a difference of two values of the indicator: of percentages it is in
/// percentage points, and nobody calls it percent.
bool is_difference(Field field) noexcept;

/// The exact figure.
const Figure& figure(const ReportRow& row, Field field) noexcept;

/// What overrides the indicator's own digits and rounding.
struct Printing {
  std::optional<int> digits;
  std::optional<Rounding> rounding;
};

/// What is asked for, or else what the rules say.
Printing under(const Rules& rules, const Printing& asked) noexcept;

/// The digits and the mode with which a figure of this row is printed.
struct PrintRule {
  int digits;
  Rounding rounding;
};
PrintRule print_rule(const Plan& plan, const ReportRow& row, Field field, const Printing& printing);

/// The figure as printed: rounded once, from the exact fraction. Nothing when there is no figure.
std::optional<Decimal> printed(const Plan& plan, const ReportRow& row, Field field,
                               const Printing& printing);

}  // namespace tiendo
