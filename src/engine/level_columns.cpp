// Tested by tests/unit/engine/levels_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/level_columns.hpp"

#include <algorithm>
#include <limits>

namespace tiendo {
namespace {

class LevelColumns {
 public:
  explicit LevelColumns(const ReportRows::Store& store)
      : store_(store), plan_(store.plan), known_(store.columns()), is_asked_(units_asked()) {}

  // Whether each row is one of its unit in the time of the plan.
  bool can() const {
    return std::all_of(store_.whole.begin(), store_.whole.end(),
                       [&](const ReportRow& row) {
                         return row.kind == RowKind::indicator && rolls_up_itself(row.indicator);
                       }) &&
           std::all_of(store_.places.begin(), store_.places.end(), [&](const RowPlace& place) {
             return place.whole != kNone || rolls_up_itself(indicator_of(place));
           });
  }

  void make() {
    auto next = store_.places.begin();
    for (Index indicator = 0; indicator < plan_.indicators().size(); ++indicator) {
      columns_.first.push_back(columns_.unit.size());
      columns_.scale.push_back(known_.scale[indicator]);
      const auto first = next;
      while (next != store_.places.end() && indicator_of(*next) == indicator) ++next;
      if (first != next) merge(indicator, first, next);
    }
    columns_.first.push_back(columns_.unit.size());
  }

  std::vector<RowPlace> take_places() { return std::move(places_); }
  SoleTargets take_columns() { return std::move(columns_); }

 private:
  using Place = std::vector<RowPlace>::const_iterator;

  // Of what is computed from others, the units below are looked for otherwise.
  bool rolls_up_itself(Index indicator) const {
    const IndicatorKind kind = plan_.indicators()[indicator].kind;
    return kind != IndicatorKind::growth && kind != IndicatorKind::formula &&
           kind != IndicatorKind::composite;
  }

  Index indicator_of(const RowPlace& place) const {
    if (place.whole != kNone) return store_.whole[place.whole].indicator;
    return plan_.target_links()[known_.target[place.column]].indicator;
  }
  Index unit_of(const RowPlace& place) const {
    return place.whole != kNone ? store_.whole[place.whole].unit : known_.unit[place.column];
  }

  // From the unit of the plan, or all that stand below none, so many levels down.
  std::vector<bool> units_asked() const {
    const RollUpTree& tree = *store_.tree;
    std::vector<bool> asked(plan_.units().size());
    std::vector<int> left(plan_.units().size(), -1);
    for (auto unit = tree.order.rbegin(); unit != tree.order.rend(); ++unit) {
      const bool top =
          plan_.unit() != kNone ? *unit == plan_.unit() : plan_.units()[*unit].parent.empty();
      if (top) {
        left[*unit] = *store_.request.levels;
      } else if (tree.above[*unit] != kNone) {
        left[*unit] = left[tree.above[*unit]] - 1;
      }
      asked[*unit] = left[*unit] >= 0;
    }
    return asked;
  }

  void merge(Index indicator, Place place, Place end) {
    const bool rolled = unit_rule_of(plan_.indicators()[indicator]) != UnitRule::none;
    for (Index unit = 0; unit < plan_.units().size(); ++unit) {
      if (place != end && unit_of(*place) == unit) {
        keep(*place++);
      } else if (rolled && is_asked_[unit]) {
        add(unit);
      }
    }
  }

  void keep(const RowPlace& place) {
    if (place.whole != kNone) {
      places_.push_back(place);
      return;
    }
    places_.push_back({kNone, static_cast<Index>(columns_.unit.size())});
    columns_.target.push_back(known_.target[place.column]);
    columns_.unit.push_back(known_.unit[place.column]);
    columns_.kind.push_back(known_.kind[place.column]);
    columns_.value.push_back(known_.value[place.column]);
    columns_.base.push_back(known_.base[place.column]);
  }

  void add(Index unit) {
    places_.push_back({kNone, static_cast<Index>(columns_.unit.size())});
    columns_.target.push_back(kNone);
    columns_.unit.push_back(unit);
    columns_.kind.push_back(ConditionKind::none);
    columns_.value.push_back(0);
    columns_.base.push_back(0);
  }

  const ReportRows::Store& store_;
  const Plan& plan_;
  const SoleTargets& known_;
  std::vector<bool> is_asked_;  // beside the units
  std::vector<RowPlace> places_;
  SoleTargets columns_;
};

}  // namespace

bool add_level_columns(ReportRows::Store& store) {
  if (store.tree == nullptr) return false;
  LevelColumns levels(store);
  if (!levels.can()) return false;
  levels.make();
  store.places = levels.take_places();
  store.all_columns = std::make_shared<const SoleTargets>(levels.take_columns());
  return true;
}

}  // namespace tiendo
