/// @file
/// Observations: what has been reported, by whom, when, and how sure they were.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/qualifier.hpp"
#include "tiendo/model/verdict.hpp"

namespace tiendo {

/// What the number of a report covers.
enum class Form : std::uint8_t {
  increment,  ///< what was added in the period
  to_date,    ///< the running total from the start of the plan's period to the end of this one
  level,  ///< how much there was at the end of the period; where the rule over time is a mean, the
          ///< highest or the lowest: the mean, the highest or the lowest of the period
};

/// How final a report is, in rising order.
enum class Status : std::uint8_t { estimate, preliminary, official };

/// What was reported in the place of a number, if not a number.
enum class Standing : std::uint8_t {
  value,
  not_applicable,
  withheld,
  unchanged,  ///< the same as in the period before
  yes,        ///< of a fact that a target asks for: it has come true; counts as 1
  no,         ///< it has not; counts as 0
  range,      ///< from a lower to an upper end, both included; never added up
  words,      ///< a result in words ("Xuất siêu"); never added up, never judged by a rule
};

/// Whether it is yes or no.
constexpr bool is_answer(Standing standing) noexcept {
  return standing == Standing::yes || standing == Standing::no;
}

/// Whether it is a result, though no number.
constexpr bool is_other_result(Standing standing) noexcept {
  return standing == Standing::range || standing == Standing::words;
}

/// The words of the observations file: "increment", "estimate", "about", "n/a" and so on.
std::string_view name_of(Form form) noexcept;
std::string_view name_of(Status status) noexcept;
std::string_view name_of(Qualifier qualifier) noexcept;
std::string_view name_of(Standing standing) noexcept;

/// One reported fact. Ids refer to the plan of the log.
struct Observation {
  std::string indicator;
  /// Absent: the unit of the plan.
  std::string unit;
  std::string project;
  std::string work_stage;
  Period period;
  /// Absent: increment for an indicator that adds up over time, level for any other.
  std::optional<Form> form;
  Standing standing = Standing::value;
  /// The number, in the measure of the indicator; the lower end of a range; absent for a ratio and
  /// where standing is anything else.
  std::optional<Decimal> value;
  /// The upper end of a range. A value with an upper end is a range, also where `standing` says
  /// value.
  std::optional<Decimal> upper;
  /// The result in words. Words without a value are words, also where `standing` says value.
  std::string words;
  /// The parts of a ratio, both or neither.
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  Status status = Status::official;
  Qualifier qualifier = Qualifier::exact;
  /// Absent: the last day of the period.
  std::optional<Date> recorded_on;
  /// Of two reports recorded on one day, the later has the higher revision.
  std::int32_t revision = 0;
  std::string source;
  std::string note;
  /// A verdict given by hand on the whole period, and who gave it: both or neither.
  Verdict verdict = Verdict::none;
  std::string judge;
};

/// What stands there: as it is said, but range for a value with an upper end, and words for words
/// alone.
Standing standing_of(const Observation& observation) noexcept;

}  // namespace tiendo
