// Rows for the units of a roll-up of which nothing is asked, as columns.
#pragma once

#include "engine/row_store.hpp"

namespace tiendo {

// Adds what add_levels() would to the rows of a report that are listed, in columns, by the team.
// Whether it could; where not, nothing has changed: the units of the plan change, or rows are of
// other times than the plan, of projects, of composites or of what is computed from other figures.
bool add_level_columns(ReportRows::Store& store, Team& team);

}  // namespace tiendo
