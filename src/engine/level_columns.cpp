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
    const auto is_own = [&](const ReportRow& row) {
      return row.kind == RowKind::indicator && rolls_up_itself(row.indicator);
    };
    if (!std::all_of(store_.whole.begin(), store_.whole.end(), is_own)) return false;
    for (Index indicator = 0; indicator < plan_.indicators().size(); ++indicator) {
      const bool has_columns = known_.first[indicator] != known_.first[indicator + 1];
      if (has_columns && !rolls_up_itself(indicator)) return false;
    }
    return true;
  }

  void make() {
    const auto asked = static_cast<std::size_t>(std::count(is_asked_.begin(), is_asked_.end(), 1));
    const std::size_t rows = store_.places.size() + asked * plan_.indicators().size();
    const std::size_t most = store_.whole.size() + plan_.units().size() * plan_.indicators().size();
    make_room(std::min(rows, most));
    auto next = store_.places.begin();
    for (Index indicator = 0; indicator < plan_.indicators().size(); ++indicator) {
      columns_.first.push_back(columns_.unit.size());
      columns_.scale.push_back(known_.scale[indicator]);
      const Place first = next;
      next = end_of(indicator, next);
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

  void make_room(std::size_t rows) {
    places_.reserve(rows);
    columns_.target.reserve(rows);
    columns_.unit.reserve(rows);
    columns_.assigner.reserve(rows);
    columns_.kind.reserve(rows);
    columns_.value.reserve(rows);
    columns_.base.reserve(rows);
  }

  // After the last row of the indicator.
  Place end_of(Index indicator, Place place) const {
    const auto is_of = [&](const RowPlace& one) {
      return one.whole != kNone ? store_.whole[one.whole].indicator == indicator
                                : one.column < known_.first[indicator + 1];
    };
    return std::partition_point(place, store_.places.end(), is_of);
  }

  Index unit_of(const RowPlace& place) const {
    return place.whole != kNone ? store_.whole[place.whole].unit : known_.unit[place.column];
  }

  // From the unit of the plan, or all that stand below none, so many levels down.
  std::vector<std::uint8_t> units_asked() const {
    const RollUpTree& tree = *store_.tree;
    std::vector<std::uint8_t> asked(plan_.units().size());
    std::vector<int> left(plan_.units().size(), -1);
    for (const Index unit : tree.top_down) {
      const bool top =
          plan_.unit() != kNone ? unit == plan_.unit() : plan_.units()[unit].parent.empty();
      if (top) {
        left[unit] = *store_.request.levels;
      } else if (tree.above[unit] != kNone) {
        left[unit] = left[tree.above[unit]] - 1;
      }
      asked[unit] = left[unit] >= 0 ? 1 : 0;
    }
    return asked;
  }

  // Rows that are there go in stretches, with those of units that have none between them.
  void merge(Index indicator, Place place, Place end) {
    const bool rolled = unit_rule_of(plan_.indicators()[indicator]) != UnitRule::none;
    Index unit = 0;
    while (place != end) {
      const Index next = unit_of(*place);
      if (rolled) add(unit, next);
      const Place first = place++;
      while (place != end && goes_on(*(place - 1), *place)) ++place;
      keep(first, place);
      unit = next + static_cast<Index>(place - first);
    }
    if (rolled) add(unit, static_cast<Index>(plan_.units().size()));
  }

  // Whether a row is of the unit after that of the one before it, in the columns, too.
  bool goes_on(const RowPlace& before, const RowPlace& place) const {
    return before.whole == kNone && place.whole == kNone && place.column == before.column + 1 &&
           known_.unit[place.column] == known_.unit[before.column] + 1;
  }

  // Rows that go on, or one.
  void keep(Place first, Place end) {
    if (first->whole != kNone) {
      places_.push_back(*first);
      return;
    }
    const auto rows = static_cast<std::size_t>(end - first);
    add_places(rows);
    const auto copy = [&](const auto& from, auto& to) {
      const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first->column);
      to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(rows));
    };
    copy(known_.target, columns_.target);
    copy(known_.unit, columns_.unit);
    copy(known_.assigner, columns_.assigner);
    copy(known_.kind, columns_.kind);
    copy(known_.value, columns_.value);
    copy(known_.base, columns_.base);
  }

  // A row for each of the units that is asked for.
  void add(Index unit, Index end) {
    for (; unit < end; ++unit) {
      if (is_asked_[unit] == 0) continue;
      add_places(1);
      columns_.target.push_back(kNone);
      columns_.unit.push_back(unit);
      columns_.assigner.push_back(kNone);
      columns_.kind.push_back(ConditionKind::none);
      columns_.value.push_back(0);
      columns_.base.push_back(0);
    }
  }

  void add_places(std::size_t rows) {
    const std::size_t begin = columns_.unit.size();
    for (std::size_t i = 0; i < rows; ++i) {
      places_.push_back({kNone, static_cast<Index>(begin + i)});
    }
  }

  const ReportRows::Store& store_;
  const Plan& plan_;
  const SoleTargets& known_;
  std::vector<std::uint8_t> is_asked_;  // beside the units
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
