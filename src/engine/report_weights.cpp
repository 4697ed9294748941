// Tested by tests/unit/engine/report_weights_test.cpp and
// tests/oracle/report_weights_oracle_test.cpp.
//
// A weight is the actual of a row without a target, so that it is made by the rules of every other
// figure.

#include "tiendo/engine/report_weights.hpp"

#include <set>

#include "engine/reporters.hpp"
#include "engine/rows.hpp"

namespace tiendo {
namespace {

class Weigher {
 public:
  Weigher(const ObservationLog& log, Index target, Index indicator, const Period& period,
          const Request& request)
      : log_(log),
        plan_(log.plan()),
        top_(plan_.target_links()[target].unit),
        split_period_(plan_.targets().period(target)),
        indicator_(indicator),
        period_(period),
        request_(request),
        reporters_(log, request.known_on) {}

  Result<std::vector<UnitWeight>> weigh(const std::vector<UnitWeight>& units) {
    std::vector<ReportRow> rows;
    for (const UnitWeight& one : units) {
      if (is_there(one.unit)) rows.push_back(row_of(one.unit));
    }
    // By the unit above and the kind: whether one of them has something.
    std::set<std::pair<Index, std::string_view>> kinds;
    for (const ReportRow& row : rows) {
      if (has_anything(row)) kinds.emplace(above(row.unit), plan_.units()[row.unit].kind);
    }
    std::set<Index> taken = {top_};
    std::vector<UnitWeight> weights;
    for (const ReportRow& row : rows) {
      const Index parent = above(row.unit);
      const bool takes_part = taken.contains(parent) &&
                              kinds.contains({parent, plan_.units()[row.unit].kind}) &&
                              row.state != State::not_applicable;
      if (!takes_part) continue;
      Result<Ratio> weight = weight_of(row);
      if (!weight) return weight.error();
      weights.push_back({row.unit, *std::move(weight)});
      taken.insert(row.unit);
    }
    if (weights.empty()) return error(Errc::split_units, "no unit below has " + what());
    return weights;
  }

 private:
  bool is_there(Index unit) const {
    return !request_.map || plan_.unit_map().exists(unit, *request_.map);
  }

  Index above(Index unit) const { return plan_.unit_map().parent_in(unit, split_period_); }

  ReportRow row_of(Index unit) const {
    ReportRow row;
    row.indicator = indicator_;
    row.unit = unit;
    row.period = period_;
    fill(row, log_, reporters_, request_, nullptr);
    return row;
  }

  static bool is_silent(const ReportRow& row) {
    return row.state == State::no_data || row.state == State::not_due;
  }
  static bool has_anything(const ReportRow& row) {
    return !is_silent(row) && row.state != State::not_applicable;
  }

  Result<Ratio> weight_of(const ReportRow& row) const {
    const std::string unit = '"' + plan_.units()[row.unit].id + '"';
    if (is_silent(row)) {
      return error(Errc::split_units, unit + " has no " + what() + ", though others have");
    }
    if (!row.actual) {
      return error(row.actual.reason,
                   what() + " of " + unit + ": " + error(row.actual.reason).sentence);
    }
    if (row.average) return error(Errc::average_of_years);
    const bool waits = request_.rules.unreported == Unreported::withhold;
    if (waits && !row.coverage.complete()) {
      return error(Errc::partial_coverage, what() + " of " + unit + " is there for " +
                                               std::to_string(row.coverage.reported) + " of " +
                                               std::to_string(row.coverage.expected));
    }
    if (*row.actual < Ratio(0)) {
      return error(Errc::weight_negative, what() + " of " + unit + " is below zero");
    }
    return *row.actual;
  }

  std::string what() const {
    return '"' + plan_.indicators()[indicator_].id + "\" in " + period_.to_string();
  }

  const ObservationLog& log_;
  const Plan& plan_;
  Index top_;
  const Period split_period_;
  Index indicator_;
  const Period& period_;
  const Request& request_;
  Reporters reporters_;
};

}  // namespace

Result<std::vector<UnitWeight>> weights_by_reports(const ObservationLog& log, Index target,
                                                   Index indicator, const Period& period,
                                                   const Request& request, int levels) {
  return Weigher(log, target, indicator, period, request)
      .weigh(equal_weights(log.plan(), target, levels));
}

}  // namespace tiendo
