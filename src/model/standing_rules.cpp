// Tested by tests/unit/model/standing_rules_test.cpp and tests/golden/errors.
//
// How the targets stand to each other: none twice, and under each that adds, replaces or revises
// one that it does so to.

#include <map>
#include <string_view>
#include <tuple>

#include "model/validator.hpp"

namespace tiendo {
namespace {

class StandingRules {
 public:
  StandingRules(const Plan::Data& data, const std::vector<std::string>& paths,
                Diagnostics& findings)
      : data_(data), paths_(paths), findings_(findings) {
    for (std::size_t i = 0; i < data.targets.size(); ++i) {
      first_of_kind_.emplace(kind_of(data.targets[i]), i);
    }
  }

  void check(std::size_t at) {
    const Target& target = data_.targets[at];
    if (target.layer == TargetLayer::revised) {
      check_revision(target, at);
    } else if (first_of_kind_.at(kind_of(target)) != at) {
      add(Errc::duplicate_target, paths_[at],
          "a second target of " + what(target) + ", layer " + std::string(name_of(target.layer)));
    }
    if (target.layer == TargetLayer::assigned || stands_on_assigned(target)) return;
    add(Errc::nothing_to_replace, paths_[at] + "/layer",
        "there is no assigned target that this one " + std::string(verb(target.layer)));
  }

 private:
  // The assigner stands last but for the day of a revision, so that the assigned targets of all
  // assigners stand together. The day is nothing for all but revisions.
  using Kind = std::tuple<std::string_view, std::string_view, std::string_view, Period, TargetLayer,
                          std::string_view, std::optional<Date>>;

  static Kind kind_of(const Target& target) {
    const bool revised = target.layer == TargetLayer::revised;
    return {target.indicator,
            target.unit,
            target.project,
            *target.period,
            target.layer,
            target.assigner,
            revised ? target.decision.date : std::nullopt};
  }

  static Kind assigned(const Target& target) {
    return {target.indicator,      target.unit,     target.project, *target.period,
            TargetLayer::assigned, target.assigner, std::nullopt};
  }

  static std::string_view verb(TargetLayer layer) {
    if (layer == TargetLayer::adds) return "adds to";
    return layer == TargetLayer::replaces ? "replaces" : "revises";
  }

  static std::string what(const Target& target) {
    return '"' + target.assigner + "\" for \"" + target.indicator + "\", unit \"" + target.unit +
           "\", " + target.period->to_string();
  }

  void add(Errc code, std::string path, std::string sentence) {
    findings_.push_back(
        {Severity::error, code, Place{{}, std::move(path), 0, 0}, std::move(sentence)});
  }

  // A revision says since when it holds; of two of one day nobody could say which does.
  void check_revision(const Target& target, std::size_t at) {
    if (!target.decision.date) {
      add(Errc::revision_undated, paths_[at] + "/layer",
          "a revision of the target of " + what(target) +
              " without the date of its decision: from which day does it hold?");
      return;
    }
    if (first_of_kind_.at(kind_of(target)) != at) {
      add(Errc::revisions_of_one_day, paths_[at],
          "a second revision of the target of " + what(target) + ", decided on " +
              target.decision.date->to_string());
    }
    const auto revised = first_of_kind_.find(assigned(target));
    if (revised == first_of_kind_.end()) return;
    const std::optional<Date>& before = data_.targets[revised->second].decision.date;
    if (!before || *before <= *target.decision.date) return;
    add(Errc::revision_too_early, paths_[at] + "/decision/date",
        "decided on " + target.decision.date->to_string() +
            ", before the target that it revises (" + before->to_string() + ")");
  }

  // What adds may add to anybody's target; what replaces or revises takes the place of the
  // assigner's own.
  bool stands_on_assigned(const Target& target) const {
    Kind wanted = assigned(target);
    if (target.layer != TargetLayer::adds) return first_of_kind_.contains(wanted);
    std::get<5>(wanted) = {};
    const auto found = first_of_kind_.lower_bound(wanted);
    if (found == first_of_kind_.end()) return false;
    std::get<5>(wanted) = std::get<5>(found->first);
    return found->first == wanted;
  }

  const Plan::Data& data_;
  const std::vector<std::string>& paths_;
  Diagnostics& findings_;
  std::map<Kind, std::size_t> first_of_kind_;
};

}  // namespace

void check_standing(const Plan::Data& data, const std::vector<std::string>& paths,
                    Diagnostics& findings) {
  StandingRules rules(data, paths, findings);
  for (std::size_t i = 0; i < data.targets.size(); ++i) rules.check(i);
}

}  // namespace tiendo
