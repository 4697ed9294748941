// Tested by tests/unit/engine/ranking_test.cpp and tests/unit/engine/contributions_test.cpp.

#include "engine/parts_below.hpp"

#include <algorithm>

#include "engine/actual.hpp"
#include "engine/carry.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"

namespace tiendo {

std::vector<ReportRow> target_rows(const ObservationLog& log, const Request& request) {
  const Date decided = std::min(request.as_of, request.known_on.value_or(request.as_of));
  std::vector<ReportRow> rows = rows_of(log.plan(), decided);
  return request.map ? carry(log.plan(), rows, *request.map) : rows;
}

ReportRow bare_row(Index indicator, Index unit, const Period& period) {
  ReportRow row;
  row.indicator = indicator;
  row.unit = unit;
  row.period = period;
  return row;
}

bool is_of_target(Field field) noexcept {
  switch (field) {
    case Field::actual:
    case Field::same_period:
    case Field::index:
    case Field::growth:
    case Field::change:
    case Field::base_revision:
    case Field::run_rate:
    case Field::same_share: return false;
    default: return true;
  }
}

UnitRow unit_row(const ObservationLog& log, const Reporters& reporters, const Request& request,
                 const std::vector<ReportRow>& targets, const UnitSeat& seat, bool of_target) {
  std::vector<const ReportRow*> rows;
  const ReportRow* whole = nullptr;
  for (const ReportRow& row : targets) {
    const bool is_target = row.kind == RowKind::target || row.kind == RowKind::whole;
    const bool here = row.indicator == seat.indicator && row.unit == seat.unit &&
                      row.project == kNone && row.period == seat.period;
    const bool theirs = seat.assigner == kNone || row.assigner == seat.assigner;
    if (!is_target || !here || !theirs) continue;
    rows.push_back(&row);
    if (row.kind == RowKind::whole && !whole) whole = &row;
  }
  const bool several = rows.size() > 1 && !whole;
  UnitRow result;
  result.several = several && of_target;
  if (rows.empty() || (several && !of_target)) {
    result.row = bare_row(seat.indicator, seat.unit, seat.period);
  } else {
    result.row = whole ? *whole : *rows.front();
  }
  fill(result.row, log, reporters, request, nullptr);
  return result;
}

Figure figure_to_compare(const ReportRow& row, Field field, Unreported unreported) {
  const Figure& exact = figure(row, field);
  if (!exact) return exact;
  if (row.state == State::not_due) return row.reason;
  if (row.average && field != Field::actual) return Errc::average_of_years;
  const bool enough = unreported == Unreported::leave_out || row.coverage.complete();
  return enough ? exact : Figure(Errc::partial_coverage);
}

std::vector<Index> units_below(const ObservationLog& log, const Reporters& reporters,
                               const Request& request, const Question& question) {
  if (request.map) {
    return reporters.of(log.plan().unit_map().children_of(question.unit, *request.map));
  }
  return ActualReader(log, reporters, nullptr).units_below(question);
}

Figure together_of(const ObservationLog& log, const Reporters& reporters, const Request& request,
                   const Question& question, const std::vector<Index>& units) {
  if (request.map) return Errc::not_additive;
  return ActualReader(log, reporters, nullptr).below(question, units).value;
}

}  // namespace tiendo
