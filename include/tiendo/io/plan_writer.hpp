/// @file
/// Plans as JSON text (format "tiendo-plan/1"): the canonical form, one text for one plan.
///
/// Keys stand in the order of the guide to the formats, decimals are strings with the digits they
/// were given, and what a plan fills in where nothing is said is left out. A part stands on one
/// line where it fits in 120 characters. So two texts differ where their plans do, and
///
///     read_plan(write_plan(plan))      is the same plan, part by part and digit by digit
///     write_plan(that plan)            is the same text
///
/// The text is UTF-8 as the texts of the plan are, and ends with a newline.
#pragma once

#include <string>

#include "tiendo/io/plan_tables.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// The whole plan file. Lists that were read from `tables` stand in it as their names, and all
/// others as lists: without tables the text holds everything.
std::string write_plan(const Plan& plan, const PlanTables& tables = {});

/// One part of the plan as it stands in its file, on one line without a newline. The plan says what
/// need not be said: a target of the plan's own unit does not name it.
/// @{
std::string write_part(const Plan& plan, const Measure& measure);
std::string write_part(const Plan& plan, const ResponsibleUnit& unit);
std::string write_part(const Plan& plan, const Indicator& indicator);
std::string write_part(const Plan& plan, const Target& target);
std::string write_part(const Plan& plan, const Project& project);
std::string write_part(const Plan& plan, const TaskGroup& group);
std::string write_part(const Plan& plan, const Succession& event);
/// @}

}  // namespace tiendo
