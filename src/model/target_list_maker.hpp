// Puts the targets of a plan into its list, and says where each stands.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/team.hpp"
#include "model/plan_data.hpp"

namespace tiendo {

// Fills in what a target leaves to the plan: unit, assigner and period.
void fill_in(Target& target, const PlanHead& head);

// Makes Plan::Data::targets and by_place. `data` has its definitions, its look-ups and its head.
class TargetListMaker {
 public:
  // The team does what can be done in parts.
  TargetListMaker(Plan::Data& data, Team& team) : data_(data), team_(team), list_(data.targets) {}

  // Puts those of a builder into the list, which is empty.
  void begin_with(TargetRows given);
  // Adds a target behind the others, with what is absent filled in.
  void add(Target given);
  // To be called once, behind the last one.
  void finish();

 private:
  TargetLinks links_of(const Target& target) const;
  std::pair<TargetLinks, PlainTarget> listed(Target target);
  std::optional<PlainTarget> plain_row(const Target& target, const TargetLinks& links);
  std::vector<std::size_t> link_plain_rows(TargetRows& given);
  std::vector<int> places_of(const std::vector<std::optional<Period>>& periods);
  bool place_period(const Period& period);
  void sort_by_place();
  void keep_what_changes();
  void keep_whole(Index at);

  Plan::Data& data_;
  Team& team_;
  TargetList& list_;
  std::size_t period_ = 0;  // of the last plain target
};

// The path of each target in the plan's file: those of the plan, then those of its projects.
class TargetPaths {
 public:
  explicit TargetPaths(const Plan::Data& data);

  std::string operator[](std::size_t target) const;

 private:
  std::vector<std::size_t> first_of_project_;
};

}  // namespace tiendo
