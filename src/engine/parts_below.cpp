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
