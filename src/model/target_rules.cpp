// Tested by tests/unit/model/target_rules_test.cpp and tests/golden/errors.
//
// The rules of targets: what each refers to and what its condition may be. Of a plain target only
// what can be wrong with it is looked at, until something is: then all rules are.

#include <string_view>
#include <utility>

#include "model/target_list_maker.hpp"
#include "model/validator.hpp"

namespace tiendo {
namespace {

bool exists_in(const ResponsibleUnit& unit, const Period& period) {
  return (!unit.from || *unit.from < period.end()) && (!unit.until || *unit.until > period.start());
}

// Checks one target after the other against the plan.
class TargetRules {
 public:
  TargetRules(const Plan::Data& data, Diagnostics& findings)
      : data_(data), paths_(data), findings_(findings), references_(findings) {}

  void check(std::size_t at) {
    if (data_.targets.is_plain(at)) {
      if (!is_right(data_.targets.plain(at), at)) check(data_.targets[at], at);
    } else {
      check(*data_.targets.whole(at), at);
    }
  }

 private:
  // All that could be wrong with a plain target.
  bool is_right(const PlainTarget& target, std::size_t at) const {
    const TargetLinks& links = data_.targets.links()[at];
    const Indicator& asked = data_.indicators[links.indicator];
    const Period period = data_.targets.period(at);
    return asked.kind != IndicatorKind::composite &&
           (!asked.scale || target.scale <= *asked.scale) && data_.head.period.contains(period) &&
           exists_in(data_.units[links.unit], period);
  }

  void check(const Target& target, std::size_t at) {
    path_ = paths_[at];
    check_references(target);
    const Index indicator = data_.targets.links()[at].indicator;
    if (indicator != kNone && data_.indicators[indicator].kind == IndicatorKind::composite) {
      check_composite_target(target, path_, findings_);
    }
    check_condition(target.condition, path_, indicator);
    check_near(data_, target, indicator, path_ + "/near", findings_);
    check_period(target, data_.targets.links()[at].unit);
    if (target.profile) check_profile(target, indicator);
  }

  void add(Severity severity, Errc code, const std::string& path, std::string sentence) {
    findings_.push_back({severity, code, Place{{}, path, 0, 0}, std::move(sentence)});
  }

  void check_references(const Target& target) {
    if (target.indicator.empty()) {
      add(Severity::error, Errc::unknown_indicator, path_, "the target names no indicator");
    }
    if (target.unit.empty()) {
      add(Severity::error, Errc::unit_missing, path_, std::string(text_of(Errc::unit_missing)));
    }
    const auto require = [&](const Positions& known, const std::string& id, Errc code,
                             std::string_view key) {
      references_.require(known, id, code, path_, key);
    };
    require(data_.indicator_at, target.indicator, Errc::unknown_indicator, "/indicator");
    require(data_.unit_at, target.unit, Errc::unknown_unit, "/unit");
    require(data_.unit_at, target.assigner, Errc::unknown_unit, "/assigner");
    require(data_.project_at, target.project, Errc::unknown_project, "/project");
    require(data_.task_group_at, target.task_group, Errc::unknown_task_group, "/task_group");
    require(data_.unit_at, target.lead, Errc::unknown_unit, "/lead");
    for (std::size_t i = 0; i < target.with.size(); ++i) {
      require(data_.unit_at, target.with[i], Errc::unknown_unit, "/with/" + std::to_string(i));
    }
  }

  void check_condition(const Condition& condition, const std::string& path, Index indicator) {
    const std::string at = path + '/' + std::string(name_of(condition.kind));
    switch (condition.kind) {
      case ConditionKind::none:
        add(Severity::error, Errc::condition_missing, path,
            "the target has no condition; give one of at_least, more_than, at_most, less_than, "
            "equal, between, about, increase_by, decrease_by, yes, components");
        return;
      case ConditionKind::between:
        if (condition.upper < condition.value) {
          add(Severity::error, Errc::range_reversed, at,
              "between " + condition.value.to_string() + " and " + condition.upper.to_string() +
                  ": the lower end is above the upper end");
        }
        break;
      case ConditionKind::about:
        if (condition.tolerance.sign() < 0) {
          add(Severity::error, Errc::tolerance_negative, at + "/tolerance",
              "the tolerance " + condition.tolerance.to_string() + " is below zero");
        }
        break;
      default: break;
    }
    check_fit(condition, at, indicator);
    check_amount(condition, at);
    check_points(condition, at, indicator);
    check_scale(condition, at, indicator);
    if (condition.then) check_second(condition, at + "/then", indicator);
    if (condition.kind == ConditionKind::components) check_components(condition, at, indicator);
  }

  // A composite has conditions on its components and no other, and they have conditions on
  // themselves.
  void check_fit(const Condition& condition, const std::string& path, Index indicator) {
    if (indicator == kNone) return;
    const Indicator& asked = data_.indicators[indicator];
    const bool composite = asked.kind == IndicatorKind::composite;
    if (composite != (condition.kind == ConditionKind::components)) {
      add(Severity::error, Errc::condition_misfit, path,
          composite ? '"' + asked.id + "\" is a composite: its condition is \"components\""
                    : "only a composite has \"components\"; \"" + asked.id + "\" is none");
    } else if (condition.kind == ConditionKind::yes) {
      check_fact(asked, path);
    }
  }

  void check_components(const Condition& condition, const std::string& path, Index indicator) {
    if (indicator == kNone || data_.indicators[indicator].kind != IndicatorKind::composite) return;
    check_named(data_.indicators[indicator], condition, path, findings_);
    for (const ComponentCondition& one : components_of(condition)) {
      const std::string at = path + '/' + one.indicator;
      const Index component = position(data_.indicator_at, one.indicator);
      if (one.condition.kind == ConditionKind::components) {
        add(Severity::error, Errc::condition_misfit, at, "a component has no components itself");
      } else {
        check_condition(one.condition, at, component);
      }
    }
  }

  // A fact comes true or not: that is a number of things, or one, never a quotient.
  void check_fact(const Indicator& asked, const std::string& path) {
    const Index measure = position(data_.measure_at, asked.measure);
    const bool percentage = measure != kNone && data_.measures[measure].kind == kShareKind;
    const bool countable = asked.kind == IndicatorKind::flow ||
                           asked.kind == IndicatorKind::level || asked.kind == IndicatorKind::count;
    if (countable && !percentage && asked.breaks.empty()) return;
    add(Severity::error, Errc::condition_misfit, path,
        '"' + asked.id +
            "\" is a percentage, computed from others or breaks, and does not come true; \"yes\" "
            "is "
            "for a flow, a level or a count whose series does not break");
  }

  void check_amount(const Condition& condition, const std::string& path) {
    if (!is_change(condition.kind) || condition.value.sign() >= 0) return;
    add(Severity::error, Errc::change_negative, path + "/value",
        "a change by " + condition.value.to_string() + ": the amount must not be negative; use " +
            (condition.kind == ConditionKind::increase_by ? "decrease_by" : "increase_by"));
  }

  void check_points(const Condition& condition, const std::string& path, Index indicator) {
    if (!is_change(condition.kind) || condition.in != ChangeIn::points || indicator == kNone)
      return;
    const Index measure = position(data_.measure_at, data_.indicators[indicator].measure);
    if (measure == kNone || data_.measures[measure].kind == kShareKind) return;
    add(Severity::error, Errc::points_of_no_percentage, path + "/in",
        '"' + data_.indicators[indicator].id + "\" is measured in " + data_.measures[measure].id +
            ", not in parts of a whole: its changes are in \"value\" or \"percent\"");
  }

  // Only a change may ask for a level as well, and the level is the last word.
  void check_second(const Condition& first, const std::string& path, Index indicator) {
    if (!is_change(first.kind) || is_change(first.then->kind)) {
      add(Severity::error, Errc::condition_conflict, path,
          "only a change may have a second condition, and that one must be on the level");
      return;
    }
    check_condition(*first.then, path, indicator);
  }

  void check_scale(const Condition& condition, const std::string& path, Index indicator) {
    if (indicator == kNone || !data_.indicators[indicator].scale) return;
    if (is_change(condition.kind) && condition.in == ChangeIn::percent) return;
    const int scale = *data_.indicators[indicator].scale;
    const bool range = condition.kind == ConditionKind::between;
    const bool object = condition.kind == ConditionKind::about || is_change(condition.kind);
    const std::pair<const Decimal&, const char*> numbers[] = {{condition.value, range    ? "/0"
                                                                                : object ? "/value"
                                                                                         : ""},
                                                              {condition.upper, "/1"},
                                                              {condition.tolerance, "/tolerance"}};
    for (const auto& [value, key] : numbers) {
      if (value.scale() <= scale) continue;
      add(Severity::error, Errc::target_scale, path + key,
          value.to_string() + " has " + std::to_string(value.scale()) +
              " digits after the point; \"" + data_.indicators[indicator].id + "\" records " +
              std::to_string(scale));
    }
  }

  void check_period(const Target& target, Index unit) {
    const Period& period = *target.period;
    if (!data_.head.period.contains(period)) {
      add(Severity::warning, Errc::target_outside_plan, path_ + "/period",
          "the target is for " + period.to_string() + ", the plan for " +
              data_.head.period.to_string());
    }
    if (unit == kNone) return;
    const ResponsibleUnit& body = data_.units[unit];
    if (!exists_in(body, period)) {
      add(Severity::error, Errc::unit_not_valid, path_ + "/unit",
          '"' + body.id + "\" does not exist in " + period.to_string());
    }
  }

  void check_profile(const Target& target, Index indicator) {
    const Profile& profile = *target.profile;
    if (profile.kind == Profile::Kind::shares) check_shares(profile, *target.period);
    if (profile.kind == Profile::Kind::milestones) check_milestones(target, indicator);
  }

  void refuse_step(Errc code, const std::string& step, const std::string& sentence) {
    add(Severity::error, code, path_ + "/profile/" + step, sentence);
  }

  // Every day of a share has its place in the period, and only one.
  void check_shares(const Profile& profile, const Period& period) {
    for (std::size_t i = 0; i < profile.shares.size(); ++i) {
      const Period& part = profile.shares[i].first;
      const std::string name = part.to_string();
      if (!period.contains(part)) {
        refuse_step(Errc::profile_outside, name,
                    name + " is not within " + period.to_string() + ", the period of the target");
      } else if (i > 0 && profile.shares[i - 1].first.end() > part.start()) {
        refuse_step(Errc::profile_order, name,
                    name + " does not come after " + profile.shares[i - 1].first.to_string());
      }
    }
    Result<Decimal> sum = Decimal();
    for (const auto& [part, share] : profile.shares) {
      if (sum) sum = *sum + share;
    }
    if (sum && *sum == Decimal(1)) return;
    add(Severity::error, Errc::profile_shares, path_ + "/profile",
        "the shares of the profile add up to " + (sum ? sum->to_string() : "too long a number") +
            ", not to 1");
  }

  void check_milestones(const Target& target, Index indicator) {
    const Period& period = *target.period;
    const bool limited = indicator != kNone && data_.indicators[indicator].scale;
    const int scale = limited ? *data_.indicators[indicator].scale : 0;
    const auto& milestones = target.profile->milestones;
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      const auto& [day, value] = milestones[i];
      const std::string name = day.to_string();
      if (!period.contains(day)) {
        refuse_step(Errc::profile_outside, name,
                    name + " is not in " + period.to_string() + ", the period of the target");
      } else if (i > 0 && milestones[i - 1].first >= day) {
        refuse_step(Errc::profile_order, name,
                    name + " does not come after " + milestones[i - 1].first.to_string());
      } else if (day == period.last_day() && !asks_for(target.condition, value)) {
        refuse_step(Errc::profile_end, name,
                    value.to_string() + " on the last day: that is where the condition counts");
      }
      if (limited && value.scale() > scale) {
        refuse_step(Errc::target_scale, name,
                    value.to_string() + " has " + std::to_string(value.scale()) +
                        " digits after the point; \"" + data_.indicators[indicator].id +
                        "\" records " + std::to_string(scale));
      }
    }
  }

  static bool asks_for(const Condition& condition, const Decimal& value) {
    return (is_bound(condition.kind) || condition.kind == ConditionKind::about) &&
           condition.value == value;
  }

  const Plan::Data& data_;
  const TargetPaths paths_;
  Diagnostics& findings_;
  References references_;
  std::string path_;
};

}  // namespace

void check_targets(const Plan::Data& data, Diagnostics& findings) {
  TargetRules rules(data, findings);
  for (std::size_t i = 0; i < data.targets.size(); ++i) rules.check(i);
}

}  // namespace tiendo
