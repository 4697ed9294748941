/// @file
/// The targets of a plan as a list: a national plan has hundreds of thousands, of which nearly all
/// say the same few things. Those are *plain* and kept as numbers; a Target is made when one is
/// asked for.
///
/// A target is plain when it has an indicator, a unit, an assigner and a period, one bound (at
/// least, more than, at most, less than, equal), perhaps the value of a baseline, and nothing else:
/// no project, no decision, no layer but `assigned`, and no other that replaces or revises it. So a
/// plain target is in force on every day. All others are kept as they are.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/base/value_iterator.hpp"
#include "tiendo/model/indicator.hpp"
#include "tiendo/model/target.hpp"
#include "tiendo/model/unit.hpp"

namespace tiendo {

/// The ids of a target as positions in the plan; kNone where it has none.
struct TargetLinks {
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;
  Index assigner = kNone;

  friend bool operator==(const TargetLinks&, const TargetLinks&) = default;
};

/// What a plain target asks for: value / 10^scale, by a bound.
struct PlainTarget {
  std::int64_t value = 0;
  /// Where the coefficient of its baseline stands, kNone without one; of a target that is not
  /// plain, where that stands.
  Index other = kNone;
  /// none: the target is not plain, and nothing but `other` means anything.
  ConditionKind kind = ConditionKind::none;
  std::uint8_t scale = 0;
  std::uint8_t baseline_scale = 0;
  std::uint8_t period = 0;  ///< where its period stands
};

/// Targets in the order of the plan, as positions from 0. Belongs to its plan and lives as long;
/// safe to read from many threads. A position must be less than size().
class TargetList {
 public:
  using Iterator = ValueIterator<TargetList, Target>;  ///< Goes from target to target.

  /// An empty list. The definitions live as long as it, and are what positions are of.
  TargetList(const std::vector<Indicator>& indicators, const std::vector<ResponsibleUnit>& units)
      : indicators_(&indicators), units_(&units) {}
  TargetList(const TargetList&) = delete;  // Plan is what is copied
  TargetList& operator=(const TargetList&) = delete;

  std::size_t size() const noexcept { return rows_.size(); }  ///< How many targets there are.
  bool empty() const noexcept { return rows_.empty(); }

  /// A copy of the target, or one made of its numbers: some texts, so that loops had better ask for
  /// the field they need.
  Target operator[](std::size_t at) const;
  Target front() const { return (*this)[0]; }
  Target back() const { return (*this)[size() - 1]; }
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  /// Its ids as positions, beside the list.
  const std::vector<TargetLinks>& links() const noexcept { return links_; }

  /// Whether it is plain, and then what it asks for.
  bool is_plain(std::size_t at) const { return rows_[at].kind != ConditionKind::none; }
  const PlainTarget& plain(std::size_t at) const { return rows_[at]; }
  /// Lets what alike() and plain() read come from memory meanwhile.
  void fetch(std::size_t at) const {
    __builtin_prefetch(&links_[at]);
    __builtin_prefetch(&rows_[at]);
  }
  /// The coefficient of the baseline of a plain target that has one.
  std::int64_t baseline_of(const PlainTarget& plain) const { return baselines_[plain.other]; }
  /// A target that is not plain; null for a plain one.
  const Target* whole(std::size_t at) const {
    return is_plain(at) ? nullptr : &others_[rows_[at].other];
  }

  /// Whether two targets stand at one place: for one indicator, unit, project and period.
  bool alike(std::size_t a, std::size_t b) const {
    const TargetLinks& x = links_[a];
    const TargetLinks& y = links_[b];
    return x.unit == y.unit && x.indicator == y.indicator && x.project == y.project &&
           period(a) == period(b);
  }

  /// Fields of the target, without the rest.
  Period period(std::size_t at) const {
    return is_plain(at) ? periods_[rows_[at].period] : *others_[rows_[at].other].period;
  }
  ConditionKind kind(std::size_t at) const {
    return is_plain(at) ? rows_[at].kind : others_[rows_[at].other].condition.kind;
  }
  Condition condition(std::size_t at) const;
  std::optional<Baseline> baseline(std::size_t at) const;
  TargetLayer layer(std::size_t at) const {
    return is_plain(at) ? TargetLayer::assigned : others_[rows_[at].other].layer;
  }
  /// The day of its decision.
  std::optional<Date> decided(std::size_t at) const {
    return is_plain(at) ? std::nullopt : others_[rows_[at].other].decision.date;
  }
  /// How many projects it is declared to be for.
  std::optional<int> projects(std::size_t at) const {
    return is_plain(at) ? std::nullopt : others_[rows_[at].other].projects;
  }
  /// Null where the target has none; otherwise they live as long as the list.
  const Profile* profile(std::size_t at) const;
  const NearMiss* near(std::size_t at) const;
  const std::vector<ComponentCondition>& components(std::size_t at) const;

  /// The text of its ids; empty where it has none.
  const std::string& indicator(std::size_t at) const {
    return is_plain(at) ? (*indicators_)[links_[at].indicator].id
                        : others_[rows_[at].other].indicator;
  }
  const std::string& unit(std::size_t at) const {
    return is_plain(at) ? (*units_)[links_[at].unit].id : others_[rows_[at].other].unit;
  }
  const std::string& assigner(std::size_t at) const {
    return is_plain(at) ? (*units_)[links_[at].assigner].id : others_[rows_[at].other].assigner;
  }
  const std::string& project(std::size_t at) const;

 private:
  friend class TargetListMaker;

  const std::vector<Indicator>* indicators_;
  const std::vector<ResponsibleUnit>* units_;
  std::vector<TargetLinks> links_;
  std::vector<PlainTarget> rows_;  // beside links_
  std::vector<std::int64_t> baselines_;
  std::vector<Period> periods_;
  std::vector<Target> others_;
};

}  // namespace tiendo
