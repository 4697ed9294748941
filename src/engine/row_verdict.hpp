// The verdicts of rows that follow from columns.
#pragma once

#include "engine/row_store.hpp"

namespace tiendo {

struct RowVerdict {
  Verdict verdict = Verdict::none;
  Verdict provisional = Verdict::none;
};

// Of the first row of a run.
RowVerdict verdict_of(const ReportRows::Store& store, const RowRun& one);

// Those of all rows, of which the whole ones are filled, by the team.
VerdictColumns verdicts_of(const ReportRows::Store& store, Team& team);

}  // namespace tiendo
