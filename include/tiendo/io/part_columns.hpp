/// @file
/// Parts of a plan from columns: a table whose columns are keys of the plan format.
///
/// A key inside of another is a path as in part_values.hpp: "name/vi", "codes/0/code",
/// "increase_by/value", or has points as in the tables beside a plan: "name.vi". Numbers, also
/// whole ones, are texts in the plain format. A row has the keys whose texts are there and not
/// empty; the others are left out, as in a file. Targets may also name their condition in a column
/// "condition" and its number in a column "value".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// A column of a table of parts. The texts stay the caller's.
struct PartColumn {
  std::string key;
  /// One for each row; nothing where the row has no such key.
  std::vector<std::optional<std::string_view>> texts;
};

/// Reads one part from each row; with one error there are none. All columns have the same number of
/// rows. `Part` is Measure, ResponsibleUnit, Succession, Indicator, Target, Project or TaskGroup.
///
/// A finding has no file and no line: its path is "/7/parent", the row from 0 and the key, "/7" for
/// a row as a whole, or "/parent" for a column.
template <class Part>
Checked<std::vector<Part>> read_parts(const std::vector<PartColumn>& columns);

/// Adds a target from each row to a builder, all or with one error none: those that
/// read_parts<Target>() gives. Where every row is as nearly all targets are, an indicator, a unit,
/// an assigner, a period, one bound ("condition" and "value") and the value of a baseline, none of
/// them is made as an object.
///
/// @return the findings, as those of read_parts()
Diagnostics add_targets(const std::vector<PartColumn>& columns, PlanBuilder& builder);

/// @cond
extern template Checked<std::vector<Measure>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<ResponsibleUnit>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<Succession>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<Indicator>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<Target>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<Project>> read_parts(const std::vector<PartColumn>&);
extern template Checked<std::vector<TaskGroup>> read_parts(const std::vector<PartColumn>&);
/// @endcond

}  // namespace tiendo
