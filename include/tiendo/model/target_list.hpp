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
  class Iterator;

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
  Iterator begin() const;
  Iterator end() const;

  /// Its ids as positions, beside the list.
  const std::vector<TargetLinks>& links() const noexcept { return links_; }

  /// Whether it is plain, and then what it asks for.
  bool is_plain(std::size_t at) const { return rows_[at].kind != ConditionKind::none; }
  const PlainTarget& plain(std::size_t at) const { return rows_[at]; }
  /// The coefficient of the baseline of a plain target that has one.
  std::int64_t baseline_of(const PlainTarget& plain) const { return baselines_[plain.other]; }
  /// A target that is not plain; null for a plain one.
  const Target* whole(std::size_t at) const {
    return is_plain(at) ? nullptr : &others_[rows_[at].other];
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

/// Goes through a list; what it points at is made each time.
class TargetList::Iterator {
 public:
  using iterator_concept = std::random_access_iterator_tag;  ///< What the library asks for.
  using iterator_category = std::input_iterator_tag;
  using value_type = Target;
  using difference_type = std::ptrdiff_t;
  using reference = Target;
  /// What `->` gives: the target for as long as the expression.
  class Arrow {
   public:
    explicit Arrow(Target target) : target_(std::move(target)) {}  ///< Keeps it.
    const Target* operator->() const noexcept { return &target_; }

   private:
    Target target_;
  };

  using pointer = Arrow;  ///< What the library asks for.

  Iterator() = default;
  Target operator*() const { return (*list_)[at_]; }
  Arrow operator->() const { return Arrow(**this); }
  Target operator[](difference_type steps) const { return *(*this + steps); }
  Iterator& operator+=(difference_type steps) {
    at_ = static_cast<std::size_t>(static_cast<difference_type>(at_) + steps);
    return *this;
  }
  Iterator& operator-=(difference_type steps) { return *this += -steps; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this += -1; }
  Iterator operator++(int) { return std::exchange(*this, *this + 1); }
  Iterator operator--(int) { return std::exchange(*this, *this - 1); }
  friend Iterator operator+(Iterator it, difference_type steps) { return it += steps; }
  friend Iterator operator+(difference_type steps, Iterator it) { return it += steps; }
  friend Iterator operator-(Iterator it, difference_type steps) { return it -= steps; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) {
    return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
  }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
  friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.at_ <=> b.at_; }

 private:
  friend class TargetList;
  Iterator(const TargetList* list, std::size_t at) : list_(list), at_(at) {}

  const TargetList* list_ = nullptr;
  std::size_t at_ = 0;
};

inline TargetList::Iterator TargetList::begin() const { return {this, 0}; }
inline TargetList::Iterator TargetList::end() const { return {this, size()}; }

}  // namespace tiendo
