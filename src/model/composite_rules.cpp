// Tested by tests/unit/model/composite_rules_test.cpp and tests/golden/errors.
//
// The rules of indicators of several components, and of the targets on them.

#include <algorithm>

#include "model/quoted.hpp"
#include "model/validator.hpp"

namespace tiendo {

// Each component is another indicator with numbers of its own, so that there can be no cycle.
void Validator::check_components(const Indicator& indicator, const std::string& path) {
  if (indicator.kind != IndicatorKind::composite) {
    const auto refuse = [&](bool there, const char* key, const char* what) {
      if (there) add(Severity::error, Errc::rule_conflict, path + key, what);
    };
    refuse(!indicator.components.empty(), "/components",
           "only an indicator of kind composite has components");
    refuse(indicator.total.has_value(), "/total",
           "only the components of a composite add up to a total");
    return;
  }
  if (indicator.components.empty()) {
    add(Severity::error, Errc::components_missing, path,
        quoted(indicator.id) + " is a composite; name its components");
  }
  for (std::size_t i = 0; i < indicator.components.size(); ++i) {
    check_component(indicator, i, path + "/components/" + std::to_string(i));
  }
  if (indicator.total) check_total(indicator, path + "/total");
}

void Validator::check_component(const Indicator& indicator, std::size_t which,
                                const std::string& path) {
  const std::string& id = indicator.components[which];
  references_.require(data_.indicator_at, id, Errc::unknown_indicator, path);
  const auto first = std::find(indicator.components.begin(), indicator.components.end(), id);
  if (first != indicator.components.begin() + static_cast<std::ptrdiff_t>(which)) {
    add(Severity::error, Errc::component_twice, path, quoted(id) + " is named twice");
    return;
  }
  const Index at = position(data_.indicator_at, id);
  if (at == kNone || data_.indicators[at].kind != IndicatorKind::composite) return;
  add(Severity::error, Errc::component_nested, path,
      quoted(id) + " is itself a composite; name its components in its place");
}

void Validator::check_total(const Indicator& indicator, const std::string& path) {
  const std::string* measure = nullptr;
  for (const std::string& id : indicator.components) {
    const Index at = position(data_.indicator_at, id);
    if (at == kNone) return;
    if (!measure) measure = &data_.indicators[at].measure;
    if (*measure == data_.indicators[at].measure) continue;
    add(Severity::error, Errc::rule_conflict, path,
        "components in " + *measure + " and in " + data_.indicators[at].measure +
            " do not add up to one total");
    return;
  }
}

// A composite has no number: nothing adds to it, no change starts from it, nothing is expected of
// it on the way or near it.
void check_composite_target(const Target& target, const std::string& path, Diagnostics& findings) {
  const auto refuse = [&](bool there, const char* key, const char* what) {
    if (!there) return;
    findings.push_back({Severity::error, Errc::composite_conflict, Place{{}, path + key, 0, 0},
                        "a composite has no number of its own: " + std::string(what)});
  };
  refuse(target.layer == TargetLayer::adds, "/layer", "nothing adds to it");
  refuse(target.baseline.has_value(), "/baseline",
         "changes of its components start from their own past");
  refuse(target.profile.has_value(), "/profile", "nothing is expected of it on the way");
  refuse(target.near.has_value(), "/near", "what is near a component, its indicator says");
}

// The conditions name the components of the indicator, all of them and no other.
void check_named(const Indicator& composite, const Condition& condition, const std::string& path,
                 Diagnostics& findings) {
  const auto add = [&](const std::string& at, std::string sentence) {
    findings.push_back(
        {Severity::error, Errc::components_differ, Place{{}, at, 0, 0}, std::move(sentence)});
  };
  std::vector<std::string_view> named;
  for (const ComponentCondition& one : components_of(condition)) {
    const auto& all = composite.components;
    if (std::find(all.begin(), all.end(), one.indicator) == all.end()) {
      add(path + '/' + one.indicator,
          quoted(one.indicator) + " is no component of " + quoted(composite.id));
    } else if (std::find(named.begin(), named.end(), one.indicator) != named.end()) {
      add(path + '/' + one.indicator, quoted(one.indicator) + " has two conditions");
    }
    named.push_back(one.indicator);
  }
  std::string missing;
  for (const std::string& id : composite.components) {
    if (std::find(named.begin(), named.end(), id) != named.end()) continue;
    missing += (missing.empty() ? "" : ", ") + quoted(id);
  }
  if (!missing.empty()) add(path, "without a condition: " + missing);
}

}  // namespace tiendo
