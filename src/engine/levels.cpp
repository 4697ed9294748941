// Tested by tests/unit/engine/levels_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/levels.hpp"

#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/carry.hpp"
#include "engine/parts_below.hpp"
#include "engine/reporters.hpp"

namespace tiendo {
namespace {

// Where a row stands: by indicator, unit, project (one up, so that none comes first) and period.
// Components stand where their composite does.
using RowKey = std::tuple<Index, Index, Index, Period>;

RowKey key_of(const ReportRow& row) {
  return {row.indicator, row.unit, row.project + 1, row.period};
}

// The indicator whose figures at different units belong together: of a growth what grows; kNone
// where there is nothing to look for below.
Index rolled_up(const Plan& plan, Index indicator) {
  const Indicator& own = plan.indicators()[indicator];
  if (own.kind == IndicatorKind::composite) return kNone;
  const Index base = plan.base_of(indicator);
  if (base != kNone) return rolled_up(plan, base);
  const bool made = own.kind == IndicatorKind::formula || unit_rule_of(own) != UnitRule::none;
  return made ? indicator : kNone;
}

class Levels {
 public:
  Levels(const ObservationLog& log, const Reporters& reporters, const Request& request)
      : log_(log), plan_(log.plan()), reporters_(reporters), request_(request) {}

  void run(std::vector<ReportRow>& rows) {
    std::set<std::pair<Index, Period>> asked;
    for (const ReportRow& row : rows) {
      if (row.kind == RowKind::component || row.project != kNone) continue;
      known_.insert(key_of(row));
      asked.insert({row.indicator, row.period});
    }
    for (const auto& [indicator, period] : asked) {
      const Index rolled = rolled_up(plan_, indicator);
      if (rolled == kNone) continue;
      for (const Index top : tops()) descend(indicator, rolled, top, period, *request_.levels);
    }
    merge(rows);
  }

 private:
  // The unit of the plan; where it is of none, all units that stand below no other.
  std::vector<Index> tops() const {
    if (plan_.unit() != kNone) return {whole_heir(plan_, plan_.unit(), request_.map)};
    std::vector<Index> tops;
    for (Index unit = 0; unit < plan_.units().size(); ++unit) {
      if (plan_.units()[unit].parent.empty()) tops.push_back(unit);
    }
    return tops;
  }

  void descend(Index indicator, Index rolled, Index unit, const Period& period, int levels) {
    ReportRow row = bare_row(indicator, unit, period);
    const RowKey key = key_of(row);
    if (!known_.contains(key)) added_.emplace(key, std::move(row));
    if (levels == 0) return;
    const Question question{rolled, unit, kNone, period, request_.as_of, request_.known_on};
    for (const Index below : units_below(log_, reporters_, request_, question)) {
      descend(indicator, rolled, below, period, levels - 1);
    }
  }

  // Puts each before the first row that comes after it.
  void merge(std::vector<ReportRow>& rows) {
    std::vector<ReportRow> all;
    all.reserve(rows.size() + added_.size());
    auto next = added_.begin();
    for (ReportRow& row : rows) {
      // What follows its composite is not parted from it.
      const bool begins = row.kind != RowKind::component;
      while (begins && next != added_.end() && next->first < key_of(row)) {
        all.push_back(std::move((next++)->second));
      }
      all.push_back(std::move(row));
    }
    for (; next != added_.end(); ++next) all.push_back(std::move(next->second));
    rows = std::move(all);
  }

  const ObservationLog& log_;
  const Plan& plan_;
  const Reporters& reporters_;
  const Request& request_;
  std::set<RowKey> known_;
  std::map<RowKey, ReportRow> added_;
};

}  // namespace

void add_levels(const ObservationLog& log, const Reporters& reporters, const Request& request,
                std::vector<ReportRow>& rows) {
  Levels(log, reporters, request).run(rows);
}

}  // namespace tiendo
