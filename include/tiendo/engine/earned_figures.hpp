/// @file
/// The numbers of the earned value of a project, under the names that JSON and traces give them,
/// with the formula of each. Pure functions, safe in many threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/work_value.hpp"

namespace tiendo {

/// A number of earned value: what it is in, and how it is made of others.
struct EarnedKind {
  /// What it is in.
  enum class In : std::uint8_t {
    measure,  ///< that of the capital of the project
    percent,  ///< of the budget
    index,    ///< a ratio, which has no measure
    time,     ///< days or months of the schedule
  };
  std::string_view name;  ///< "EAC_planned"
  In in = In::measure;
  bool of_schedule = false;  ///< of earned_schedule, else of evm
  /// Over the names of others, due_pct and done_pct of the row of the project, and the letters that
  /// the words tell; "" for one that is made of no others.
  std::string_view formula;
  std::string_view words;  ///< "" where the formula says all
};

/// All kinds, each after those that it is made of; valid for ever.
std::span<const EarnedKind> earned_kinds() noexcept;

/// The kind of the number of this name, valid for ever; each of earned_figures() has one. Null for
/// no such name.
const EarnedKind* earned_kind(std::string_view name) noexcept;

/// "measure", "percent", "index", "time".
std::string_view name_of(EarnedKind::In in) noexcept;

/// All numbers, each after those that it is made of, or with the reason why it is not there. Both
/// methods have a PV: that of the schedule goes on inside a period, so it and what is made of it is
/// named after the time, "PV_at". Where earned value is refused as a whole there is the reason in
/// the place of CPI, its value.
std::vector<NamedFigure> earned_figures(const ProjectValue& value);

/// How the number is made of others, "EV - AC", and what has to be said of that in words. "" for no
/// such name.
std::string earned_formula(std::string_view name);

}  // namespace tiendo
