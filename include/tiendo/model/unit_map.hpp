/// @file
/// Units as they are on a day: which exist, what stands above and below, name and code, and what
/// the units of one day are on another.
///
/// Made from the validity of the units and from the plan's events. For every unit that exists on a
/// day, and every later day, the shares of heirs_of() add up to exactly 1 where they are known, so
/// that a sum over all units is the same on both maps.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/base/error.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/model/name.hpp"
#include "tiendo/model/unit.hpp"

namespace tiendo {

/// A unit, and how much of another goes to it or comes from it.
struct Portion {
  Index unit = kNone;
  /// A part of one, exact; counts only where there is no reason.
  Ratio share = 1;
  /// none; split_without_shares where the plan does not say how much it is; number_too_long.
  Errc reason = Errc::none;

  friend bool operator==(const Portion&, const Portion&) = default;
};

/// A day on which a unit becomes others, or is made of others. A unit that goes on stands among
/// its own predecessors and heirs.
struct Turn {
  Date on;
  /// The units that it is made of from that day on, and how much of each comes here.
  std::vector<Portion> in;
  /// What it becomes, and how much of it goes there. Empty where it begins, and where it ends with
  /// no heir.
  std::vector<Portion> out;
  /// Whether units were moved on the same day in such a way that what it is before and after is not
  /// all in the portions.
  bool beyond = false;
};

/// The units of a plan over time; indexes are positions in Plan::units(). Belongs to its plan and
/// lives as long; safe to read from many threads.
class UnitMap {
 public:
  /// Whether the unit exists on the day.
  bool exists(Index unit, Date day) const;
  /// The unit above on that day, or kNone: it has none, or does not exist then.
  Index parent_of(Index unit, Date day) const;
  /// The units directly below that exist on that day, in the order of Plan::units().
  std::vector<Index> children_of(Index unit, Date day) const;
  /// The units directly below at some time of the period, each where it is on its last day in it.
  std::vector<Index> children_in(Index unit, const Period& period) const;
  /// The days in the period, but its first, on which a unit may come to stand directly below, or
  /// no longer does; in no order, some more than once.
  std::vector<Date> children_changes(Index unit, const Period& period) const;
  /// The unit above on the last day on which the unit exists in the period, or kNone: it has none,
  /// or does not exist in the period.
  Index parent_in(Index unit, const Period& period) const;
  /// Who stands above the unit from the beginning (the first entry) and from each later day on;
  /// kNone where nothing does. Days on which one of the two does not exist are not left out.
  const std::vector<std::pair<Date, Index>>& parents_of(Index unit) const {
    return lives_[unit].parents;
  }
  /// Whether any unit begins, ends, becomes others or moves after the one day and until the other.
  bool changes(Date after, Date until) const;
  /// Whether, after the one day and until the other, something was moved into or out of what the
  /// unit consists of with all below it. Turns of its own are not counted.
  bool area_changes(Index unit, Date after, Date until) const;
  /// Its name on that day.
  const Name& name_of(Index unit, Date day) const;
  /// Its official code on that day, or the empty text. Of several, the one that began last.
  std::string_view code_of(Index unit, Date day) const;
  /// The unit that has the code on that day, or kNone.
  Index find_code(std::string_view code, Date day) const;

  /// What the unit, as it was on `from`, is on the day `to`: units and the part of what it has that
  /// is theirs, in the order of Plan::units(). What ended without heirs stays where it was last.
  ///
  /// Where `to` is the earlier day, the units that it comes from: all of it if there is one,
  /// otherwise what is whose is not known (split_without_shares).
  std::vector<Portion> heirs_of(Index unit, Date from, Date to) const;
  /// What the unit, as it is on `on`, is made of on the earlier day `before`: units and the part of
  /// each that has come here.
  std::vector<Portion> predecessors_of(Index unit, Date on, Date before) const;
  /// The days on which it became others or was made of others, in order.
  const std::vector<Turn>& turns_of(Index unit) const { return lives_[unit].turns; }

 private:
  friend class UnitMapMaker;

  struct Life {
    std::optional<Date> from;
    std::optional<Date> until;
    std::vector<Turn> turns;
    // From the beginning and from the later days on.
    std::vector<std::pair<Date, Index>> parents;
    // From later days on.
    std::vector<std::pair<Date, Name>> names;
    std::vector<Date> area_changes;  // in order
  };

  // All that stand directly below the unit at some time, in the order of the units.
  std::span<const Index> ever_below(Index unit) const {
    return std::span(below_).subspan(first_below_[unit],
                                     first_below_[unit + 1] - first_below_[unit]);
  }

  const std::vector<ResponsibleUnit>* units_ = nullptr;  // of the plan: their names and codes
  std::vector<Life> lives_;
  std::vector<Index> below_;
  std::vector<std::size_t> first_below_;  // in below_, of each unit, and the end
  std::vector<Date> changes_;             // in order
};

}  // namespace tiendo
