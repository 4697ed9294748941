// Tested by tests/unit/model/standing_rules_test.cpp and tests/golden/errors.
//
// How the targets stand to each other: none twice, and under each that adds, replaces or revises
// one that it does so to.

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "model/target_list_maker.hpp"
#include "model/validator.hpp"

namespace tiendo {
namespace {

class StandingRules {
 public:
  // Of those targets, in rising order: all that are not alone at their place.
  StandingRules(const Plan::Data& data, const std::vector<Index>& at_one_place,
                Diagnostics& findings)
      : targets_(data.targets), paths_(data), findings_(findings) {
    for (const Index at : at_one_place) first_of_kind_.emplace(kind_of(at), at);
  }

  void check(Index at) {
    const TargetLayer layer = targets_.layer(at);
    if (layer == TargetLayer::revised) {
      check_revision(at);
    } else if (first_of_kind_.at(kind_of(at)) != at) {
      add(Errc::duplicate_target, paths_[at],
          "a second target of " + what(at) + ", layer " + std::string(name_of(layer)));
    }
    if (layer == TargetLayer::assigned || stands_on_assigned(at)) return;
    add(Errc::nothing_to_replace, paths_[at] + "/layer",
        "there is no assigned target that this one " + std::string(verb(layer)));
  }

 private:
  // The assigner stands last but for the day of a revision, so that the assigned targets of all
  // assigners stand together. The day is nothing for all but revisions.
  using Kind = std::tuple<std::string_view, std::string_view, std::string_view, Period, TargetLayer,
                          std::string_view, std::optional<Date>>;

  Kind kind_of(Index at) const {
    Kind kind = assigned(at);
    std::get<4>(kind) = targets_.layer(at);
    if (targets_.layer(at) == TargetLayer::revised) std::get<6>(kind) = targets_.decided(at);
    return kind;
  }

  Kind assigned(Index at) const {
    return {
        targets_.indicator(at), targets_.unit(at),     targets_.project(at), targets_.period(at),
        TargetLayer::assigned,  targets_.assigner(at), std::nullopt};
  }

  static std::string_view verb(TargetLayer layer) {
    if (layer == TargetLayer::adds) return "adds to";
    return layer == TargetLayer::replaces ? "replaces" : "revises";
  }

  std::string what(Index at) const {
    return '"' + targets_.assigner(at) + "\" for \"" + targets_.indicator(at) + "\", unit \"" +
           targets_.unit(at) + "\", " + targets_.period(at).to_string();
  }

  void add(Errc code, std::string path, std::string sentence) {
    findings_.push_back(
        {Severity::error, code, Place{{}, std::move(path), 0, 0}, std::move(sentence)});
  }

  // A revision says since when it holds; of two of one day nobody could say which does.
  void check_revision(Index at) {
    const std::optional<Date> decided = targets_.decided(at);
    if (!decided) {
      add(Errc::revision_undated, paths_[at] + "/layer",
          "a revision of the target of " + what(at) +
              " without the date of its decision: from which day does it hold?");
      return;
    }
    if (first_of_kind_.at(kind_of(at)) != at) {
      add(Errc::revisions_of_one_day, paths_[at],
          "a second revision of the target of " + what(at) + ", decided on " +
              decided->to_string());
    }
    const auto revised = first_of_kind_.find(assigned(at));
    if (revised == first_of_kind_.end()) return;
    const std::optional<Date> before = targets_.decided(revised->second);
    if (!before || *before <= *decided) return;
    add(Errc::revision_too_early, paths_[at] + "/decision/date",
        "decided on " + decided->to_string() + ", before the target that it revises (" +
            before->to_string() + ")");
  }

  // What adds may add to anybody's target; what replaces or revises takes the place of the
  // assigner's own.
  bool stands_on_assigned(Index at) const {
    Kind wanted = assigned(at);
    if (targets_.layer(at) != TargetLayer::adds) return first_of_kind_.contains(wanted);
    std::get<5>(wanted) = {};
    const auto found = first_of_kind_.lower_bound(wanted);
    if (found == first_of_kind_.end()) return false;
    std::get<5>(wanted) = std::get<5>(found->first);
    return found->first == wanted;
  }

  const TargetList& targets_;
  const TargetPaths paths_;
  Diagnostics& findings_;
  std::map<Kind, Index> first_of_kind_;
};

// The targets that are not alone where they are, or stand there on another; in rising order. A
// place is an indicator, unit, project and period; all that is unknown is one place.
std::vector<Index> not_alone(const Plan::Data& data) {
  const TargetList& targets = data.targets;
  std::vector<Index> found;
  for (auto first = data.by_place.begin(); first != data.by_place.end();) {
    const auto last = std::find_if(first + 1, data.by_place.end(),
                                   [&](Index at) { return !targets.alike(*first, at); });
    if (last - first > 1 || targets.layer(*first) != TargetLayer::assigned) {
      found.insert(found.end(), first, last);
    }
    first = last;
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

void check_standing(const Plan::Data& data, Diagnostics& findings) {
  const std::vector<Index> at_one_place = not_alone(data);
  StandingRules rules(data, at_one_place, findings);
  for (const Index at : at_one_place) rules.check(at);
}

}  // namespace tiendo
