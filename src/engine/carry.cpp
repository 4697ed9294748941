// Tested by tests/unit/engine/carry_test.cpp and tests/oracle/map_oracle_test.cpp.
//
// Every row is taken apart into what its unit has become; what then has the same seat (heir,
// indicator, project, period, layer, assigner) is put together.

#include "engine/carry.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

namespace tiendo {
namespace {

// Position among the rows of the seat's first indicator, heir, project (one up), period, then what
// tells the rows of one cell apart: kind, indicator, layer, assigner.
using Seat = std::tuple<Index, Index, Index, Period, RowKind, Index, TargetLayer, Index>;

// One row, and the part of it that comes to the seat.
struct Carried {
  const ReportRow* row;
  Portion portion;  // of its unit
  Date origin;
};

class Carrier {
 public:
  Carrier(const Plan& plan, Date map) : plan_(plan), units_(plan.unit_map()), map_(map) {}

  std::vector<ReportRow> carry(const std::vector<ReportRow>& rows) {
    for (const ReportRow& row : rows) take_apart(row);
    std::vector<std::pair<Seat, ReportRow>> result;
    for (const Seat& seat : order_) result.emplace_back(seat, put_together(seat, seats_.at(seat)));
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
      const auto key = [](const Seat& seat) {
        return std::tuple(std::get<0>(seat), std::get<1>(seat), std::get<2>(seat),
                          std::get<3>(seat));
      };
      return key(a.first) < key(b.first);
    });
    std::vector<ReportRow> carried;
    for (auto& [seat, row] : result) carried.push_back(std::move(row));
    name_components(carried);
    return carried;
  }

 private:
  // A target is for the unit as it was when the period began, or when the unit did.
  Date origin_of(const ReportRow& row) const {
    const std::optional<Date>& from = plan_.units()[row.unit].from;
    return std::max(row.period.start(), from.value_or(row.period.start()));
  }

  void take_apart(const ReportRow& row) {
    if (!is_led(row)) lead_ = row.indicator;
    const Date origin = origin_of(row);
    std::vector<Portion> portions = units_.heirs_of(row.unit, origin, map_);
    const bool whole = portions.size() == 1 && portions.front() == Portion{portions.front().unit};
    if (row.project != kNone && !whole) portions = {{row.unit}};
    for (const Portion& portion : portions) {
      const Index assigner = row.assigner == row.unit ? portion.unit : row.assigner;
      const bool layered = row.kind == RowKind::target || is_led(row);
      const TargetLayer layer =
          layered ? plan_.targets().layer(row.targets.front()) : TargetLayer::assigned;
      const Seat seat{lead_,    portion.unit,  row.project + 1, row.period,
                      row.kind, row.indicator, layer,           assigner};
      std::vector<Carried>& list = seats_[seat];
      if (list.empty()) order_.push_back(seat);
      list.push_back({&row, {row.unit, portion.share, portion.reason}, origin});
    }
  }

  // Whether it follows the row before it, whatever its indicator.
  static bool is_led(const ReportRow& row) {
    return row.kind != RowKind::target && row.kind != RowKind::whole &&
           row.kind != RowKind::indicator;
  }

  // A composite that was put together asks for what its components do on the map.
  void name_components(std::vector<ReportRow>& rows) const {
    for (std::size_t at = 0; at < rows.size(); ++at) {
      Condition& asked = rows[at].condition;
      if (asked.kind != ConditionKind::components || asked.components) continue;
      std::vector<ComponentCondition> all;
      for (std::size_t i = at + 1; i < rows.size() && is_led(rows[i]); ++i) {
        if (rows[i].condition.kind == ConditionKind::none) continue;
        all.push_back({plan_.indicators()[rows[i].indicator].id, rows[i].condition});
      }
      asked.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
    }
  }

  // What the unit is made of, or was to become, on the day: units and the part of each that is it.
  std::vector<Portion> made_of(Index unit, Date origin) const {
    return origin <= map_ ? units_.predecessors_of(unit, map_, origin)
                          : units_.heirs_of(unit, map_, origin);
  }

  ReportRow put_together(const Seat& seat, std::vector<Carried>& list) const {
    const Index unit = std::get<1>(seat);
    const auto own = std::find_if(list.begin(), list.end(), [&](const Carried& carried) {
      return carried.portion == Portion{unit} &&
             (!units_.exists(unit, map_) ||
              made_of(unit, carried.origin) == std::vector<Portion>{{unit}});
    });
    if (own != list.end()) return *own->row;
    const bool of_project = list.front().row->project != kNone;
    if (of_project && list.size() == 1) return moved(*list.front().row, seat);
    keep_lowest(list);
    const ReportRow& first = *list.front().row;
    const std::vector<Portion> parts = made_of(unit, list.front().origin);
    ReportRow row = moved(first, seat);
    if (parts.size() == 1 && list.size() == 1 && list.front().portion == Portion{first.unit}) {
      return row;
    }
    row.condition = {};
    row.targets.clear();
    row.origins.clear();
    row.declared_projects.reset();
    for (const Carried& carried : list) {
      for (const Index target : carried.row->targets) {
        row.targets.push_back(target);
        row.origins.push_back(carried.portion);
      }
    }
    if (first.kind != RowKind::indicator) add_up(row, list, parts);
    return row;
  }

  static ReportRow moved(const ReportRow& from, const Seat& seat) {
    ReportRow row = from;
    row.unit = std::get<1>(seat);
    row.assigner = std::get<7>(seat);
    if (row.unit == from.unit) return row;
    row.origins.assign(row.targets.size(), Portion{from.unit});
    return row;
  }

  void add_up(ReportRow& row, const std::vector<Carried>& list,
              const std::vector<Portion>& parts) const {
    const ConditionKind kind = list.front().row->condition.kind;
    row.not_carried = Errc::target_not_carried;
    if (kind == ConditionKind::yes || kind == ConditionKind::components) {
      ask_of_all(kind, row, list, parts);
      return;
    }
    if (unit_rule_of(plan_.indicators()[row.indicator]) != UnitRule::sum || !is_bound(kind)) {
      row.not_carried = Errc::not_additive;
      return;
    }
    Result<Ratio> sum = Ratio();
    Errc unknown = Errc::none;
    for (const Carried& carried : list) {
      if (carried.row->condition.kind != kind) return;
      if (carried.portion.reason != Errc::none) unknown = carried.portion.reason;
      sum = sum + carried.portion.share * Ratio(carried.row->condition.value);
    }
    if (!covers(list, parts)) return;
    const Result<Decimal> total = sum ? sum->to_decimal() : Result<Decimal>(sum.error());
    row.not_carried = unknown != Errc::none ? unknown : total ? Errc::none : total.error().code;
    if (row.not_carried != Errc::none) return;
    row.condition.kind = kind;
    row.condition.value = *total;
  }

  // What was to come true in each of the units is to come true in what they have become. Of
  // composites each component is put together by itself.
  void ask_of_all(ConditionKind kind, ReportRow& row, const std::vector<Carried>& list,
                  const std::vector<Portion>& parts) const {
    const bool alike = std::all_of(list.begin(), list.end(), [&](const Carried& carried) {
      return carried.row->condition.kind == kind;
    });
    if (!alike || !covers(list, parts)) return;
    row.not_carried = Errc::none;
    row.condition.kind = kind;
  }

  // Whether the targets are for all that the unit is made of, and for nothing twice. A project need
  // not be in all of it.
  bool covers(const std::vector<Carried>& list, const std::vector<Portion>& parts) const {
    if (list.front().row->project != kNone) return true;
    const Date day = list.front().origin;
    const auto is_above_another = [&](const Portion& part) {
      return std::any_of(parts.begin(), parts.end(), [&](const Portion& other) {
        return is_below(other.unit, part.unit, day);
      });
    };
    for (const Portion& part : parts) {
      if (is_above_another(part)) continue;
      const auto targets = std::count_if(list.begin(), list.end(), [&](const Carried& carried) {
        return carried.row->unit == part.unit || is_below(part.unit, carried.row->unit, day);
      });
      if (targets != 1) return false;
    }
    return std::all_of(list.begin(), list.end(), [&](const Carried& carried) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const Portion& part) { return part.unit == carried.row->unit; });
    });
  }

  // Where units and the units below them have targets of one seat, those below count.
  void keep_lowest(std::vector<Carried>& list) const {
    const std::vector<Carried> all = list;
    std::erase_if(list, [&](const Carried& carried) {
      return std::any_of(all.begin(), all.end(), [&](const Carried& other) {
        return is_below(other.row->unit, carried.row->unit, other.origin);
      });
    });
  }

  bool is_below(Index unit, Index above, Date day) const {
    for (Index at = units_.parent_of(unit, day); at != kNone; at = units_.parent_of(at, day)) {
      if (at == above) return true;
    }
    return false;
  }

  const Plan& plan_;
  const UnitMap& units_;
  Date map_;
  Index lead_ = kNone;
  std::map<Seat, std::vector<Carried>> seats_;
  std::vector<Seat> order_;
};

}  // namespace

std::vector<ReportRow> carry(const Plan& plan, const std::vector<ReportRow>& rows, Date map) {
  return Carrier(plan, map).carry(rows);
}

Index whole_heir(const Plan& plan, Index unit, const std::optional<Date>& map) {
  if (!map || unit == kNone) return unit;
  const Date start = plan.head().period.start();
  const Date origin = std::max(start, plan.units()[unit].from.value_or(start));
  const std::vector<Portion> heirs = plan.unit_map().heirs_of(unit, origin, *map);
  const bool whole = heirs.size() == 1 && heirs.front() == Portion{heirs.front().unit};
  return whole ? heirs.front().unit : unit;
}

}  // namespace tiendo
