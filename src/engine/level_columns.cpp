// Tested by tests/unit/engine/levels_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/level_columns.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/team.hpp"

namespace tiendo {
namespace {

// Rows of one indicator, of units that follow each other.
struct Stretch {
  RowPlace place;  // of the first row; nowhere where the units have none
  Index unit;      // of the first
  Index rows;      // one that is whole stands alone

  bool is_whole() const { return place.whole != kNone; }
};

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

  void make(Team& team) {
    find_stretches();
    make_room();
    const std::array<std::function<void()>, 7> columns = {
        [&] { put_places(); },
        [&] { put(known_.target, kNone, columns_.target); },
        [&] { put_units(); },
        [&] { put(known_.assigner, kNone, columns_.assigner); },
        [&] { put(known_.kind, ConditionKind::none, columns_.kind); },
        [&] { put(known_.value, {}, columns_.value); },
        [&] { put(known_.base, {}, columns_.base); }};
    team.each(columns.size(), [&](std::size_t column) { columns[column](); });
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

  void find_stretches() {
    auto next = store_.places.begin();
    for (Index indicator = 0; indicator < plan_.indicators().size(); ++indicator) {
      columns_.first.push_back(in_columns_);
      columns_.scale.push_back(known_.scale[indicator]);
      const Place first = next;
      next = end_of(indicator, next);
      if (first != next) merge(indicator, first, next);
    }
    columns_.first.push_back(in_columns_);
  }

  // The rows that are there, with those of units that have none between them.
  void merge(Index indicator, Place place, Place end) {
    const bool rolled = unit_rule_of(plan_.indicators()[indicator]) != UnitRule::none;
    Index unit = 0;
    while (place != end) {
      const Index next = unit_of(*place);
      if (rolled) add(unit, next);
      const Place first = place++;
      while (place != end && goes_on(*(place - 1), *place)) ++place;
      const auto rows = static_cast<Index>(place - first);
      add({*first, next, rows});
      unit = next + rows;
    }
    if (rolled) add(unit, static_cast<Index>(plan_.units().size()));
  }

  // Whether a row is of the unit after that of the one before it, in the columns, too.
  bool goes_on(const RowPlace& before, const RowPlace& place) const {
    return before.whole == kNone && place.whole == kNone && place.column == before.column + 1 &&
           known_.unit[place.column] == known_.unit[before.column] + 1;
  }

  // A row for each of the units that is asked for.
  void add(Index unit, Index end) {
    while (unit < end) {
      const Index first = unit;
      while (unit < end && is_asked_[unit] != 0) ++unit;
      if (first != unit) add({{}, first, unit - first});
      while (unit < end && is_asked_[unit] == 0) ++unit;
    }
  }

  void add(const Stretch& stretch) {
    stretches_.push_back(stretch);
    rows_ += stretch.rows;
    if (!stretch.is_whole()) in_columns_ += stretch.rows;
  }

  // Memory is had in the thread of the caller.
  void make_room() {
    places_.reserve(rows_);
    columns_.reserve(in_columns_);
  }

  void put_places() {
    Index column = 0;
    for (const Stretch& stretch : stretches_) {
      if (stretch.is_whole()) {
        places_.push_back(stretch.place);
        continue;
      }
      const Index end = column + stretch.rows;
      while (column < end) places_.push_back({kNone, column++});
    }
  }

  // What the columns of the plan say, and for rows that are not there `none`.
  template <class T>
  void put(const std::vector<T>& known, T none, std::vector<T>& all) const {
    for (const Stretch& stretch : stretches_) {
      if (stretch.is_whole()) continue;
      if (stretch.place.column == kNone) {
        all.insert(all.end(), stretch.rows, none);
        continue;
      }
      const auto begin = known.begin() + static_cast<std::ptrdiff_t>(stretch.place.column);
      all.insert(all.end(), begin, begin + static_cast<std::ptrdiff_t>(stretch.rows));
    }
  }

  void put_units() {
    for (const Stretch& stretch : stretches_) {
      if (stretch.is_whole()) continue;
      const Index end = stretch.unit + stretch.rows;
      for (Index unit = stretch.unit; unit < end; ++unit) columns_.unit.push_back(unit);
    }
  }

  const ReportRows::Store& store_;
  const Plan& plan_;
  const SoleTargets& known_;
  std::vector<std::uint8_t> is_asked_;  // beside the units
  std::vector<Stretch> stretches_;      // in the order of their rows
  std::size_t rows_ = 0;                // of the stretches
  std::size_t in_columns_ = 0;          // of those the rows that are not whole
  std::vector<RowPlace> places_;
  SoleTargets columns_;
};

}  // namespace

bool add_level_columns(ReportRows::Store& store, Team& team) {
  if (store.tree == nullptr) return false;
  LevelColumns levels(store);
  if (!levels.can()) return false;
  levels.make(team);
  store.places = levels.take_places();
  store.all_columns = std::make_shared<const SoleTargets>(levels.take_columns());
  return true;
}

}  // namespace tiendo
