/// @file
/// Columns of a report: one figure, or the verdict, of all its rows, or of some, in one call.
///
/// A column says of each row what the row itself says (report.rows[i]), without making the row:
/// what many rows have in common is computed for all of them together, in machine integers where
/// these are certain to be exact, and otherwise as it is for one row.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/columns.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo {

/// The figure of every row with `scale` digits after the point, rounded once from the exact one; a
/// row without the figure has no value. The mode is that of the rules of the report, or else of the
/// indicator, where none is given. `memory` is used for the result, so that a column that is
/// computed again and again is not allocated again. So many threads, at least 1, work on it, which
/// changes nothing but the time. Pure; safe in many threads at once.
///
/// @return number_out_of_range, with the row, for a number of more than 38 digits, and for a scale
/// below 0 or above 38; number_too_long, with the row, as round()
Result<DecimalColumn> printed_column(const Report& report, Field field, int scale,
                                     std::optional<Rounding> mode, DecimalColumn memory = {},
                                     unsigned threads = 1);

/// Rows of a report that stand next to each other. Those beyond its last one are left out.
struct RowRange {
  std::size_t first = 0;
  std::size_t rows = 0;
};

/// The same of some rows: the first value is that of the row `rows.first`. Of one row it takes a
/// fraction of what making the row does (report.rows[i]). A row that an error names is that of the
/// report.
Result<DecimalColumn> printed_column(const Report& report, RowRange rows, Field field, int scale,
                                     std::optional<Rounding> mode, DecimalColumn memory = {});

/// The part of the way from a stated base to the level asked for that was made, in percent:
/// 100 (A - b) / (R - b), printed as above. Unlike Field::targeted_change, which has no percentage
/// for what was there already, it is a number wherever there is a way at all, as programs that
/// count the percent of a plan from a base have it; a row whose targets state no base has its
/// completion.
Result<DecimalColumn> percent_of_plan(const Report& report, int scale, std::optional<Rounding> mode,
                                      DecimalColumn memory = {}, unsigned threads = 1);
/// The same of some rows.
Result<DecimalColumn> percent_of_plan(const Report& report, RowRange rows, int scale,
                                      std::optional<Rounding> mode, DecimalColumn memory = {});

/// The verdict of every row, and what the condition says of it so far where there is none since the
/// period is open: ReportRow::verdict and ReportRow::provisional.
struct VerdictColumns {
  std::vector<Verdict> verdict;
  std::vector<Verdict> provisional;
};
VerdictColumns verdict_columns(const Report& report, VerdictColumns memory = {});
/// The same of some rows.
VerdictColumns verdict_columns(const Report& report, RowRange rows, VerdictColumns memory = {});

}  // namespace tiendo
