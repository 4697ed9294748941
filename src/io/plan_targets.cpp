// Tested by tests/unit/io/plan_targets_test.cpp and tests/golden/errors.
//
// Targets: the condition, and what else stands in one.

#include <algorithm>
#include <array>

#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

constexpr std::array<std::string_view, 11> kConditionKeys = {
    "at_least", "more_than",   "at_most",     "less_than", "equal",     "between",
    "about",    "increase_by", "decrease_by", "yes",       "components"};

// Where a condition stands, which decides what it may be.
enum class Standing { target, second, component };

// Reads the one condition among the keys of an object.
class ConditionReader {
 public:
  explicit ConditionReader(Findings& findings) : findings_(findings) {}

  // Without any, the condition stays none: that is a finding of the plan, made when it is built.
  Condition read(Fields& fields, Standing standing) {
    Condition condition;
    std::optional<std::int64_t> first;
    for (const std::string_view key : kConditionKeys) {
      const JsonNode* value = fields.take(key);
      if (!value) continue;
      const std::int64_t at = offset_of_key(fields.node(), key);
      if (first) {
        findings_.add(Errc::condition_conflict, std::max(at, *first),
                      "a target has one condition; this one has two");
        continue;
      }
      first = at;
      condition = read_one(key, *value, standing);
    }
    return condition;
  }

 private:
  static std::int64_t offset_of_key(const JsonNode& object, std::string_view key) {
    for (const JsonMember& member : object.members) {
      if (member.key == key) return member.offset;
    }
    return object.offset;
  }

  Condition read_one(std::string_view key, const JsonNode& value, Standing standing) {
    Condition condition;
    condition.kind = *enumerator_named<ConditionKind>(key, 1);
    if (const char* fault = misplaced(condition.kind, standing)) {
      findings_.add(Errc::condition_conflict, value.offset, fault);
      return {};
    }
    switch (condition.kind) {
      case ConditionKind::increase_by:
      case ConditionKind::decrease_by: read_change(value, condition); break;
      case ConditionKind::between: read_range(value, condition); break;
      case ConditionKind::about: read_about(value, condition); break;
      case ConditionKind::yes: read_yes(value); break;
      case ConditionKind::components: read_components(value, condition); break;
      default: condition.value = decimal_of(findings_, value).value_or(Decimal());
    }
    return condition;
  }

  static const char* misplaced(ConditionKind kind, Standing standing) {
    if (standing == Standing::second && is_change(kind)) {
      return "the condition after \"then\" is on the level, not another change";
    }
    if (standing != Standing::target && kind == ConditionKind::components) {
      return "only a target itself has components";
    }
    if (standing == Standing::second && kind == ConditionKind::yes) {
      return "the condition after \"then\" is on a number";
    }
    return nullptr;
  }

  void read_change(const JsonNode& value, Condition& condition) {
    Fields keys(findings_, value, "a change");
    condition.value = keys.decimal("value", true).value_or(Decimal());
    condition.in = keys.word<ChangeIn>("in", true).value_or(ChangeIn::value);
    if (const JsonNode* then = keys.take("then")) {
      Fields inner(findings_, *then, "then");
      condition.then = std::make_shared<const Condition>(read(inner, Standing::second));
      inner.done();
    }
    keys.done();
  }

  void read_range(const JsonNode& value, Condition& condition) {
    if (value.kind != JsonKind::array || value.items.size() != 2) {
      findings_.add(Errc::wrong_type, value.offset,
                    "\"between\" is a list of two decimals: [\"6.0\", \"6.5\"]");
      return;
    }
    condition.value = decimal_of(findings_, value.items[0]).value_or(Decimal());
    condition.upper = decimal_of(findings_, value.items[1]).value_or(Decimal());
  }

  void read_about(const JsonNode& value, Condition& condition) {
    Fields keys(findings_, value, "about");
    condition.value = keys.decimal("value", true).value_or(Decimal());
    condition.tolerance = keys.decimal("tolerance", true).value_or(Decimal());
    keys.done();
  }

  void read_yes(const JsonNode& value) {
    if (value.kind == JsonKind::boolean && value.boolean) return;
    findings_.add(Errc::wrong_type, value.offset, "\"yes\" is true; there is no other target");
  }

  void read_components(const JsonNode& value, Condition& condition) {
    if (value.kind != JsonKind::object) {
      findings_.add(Errc::wrong_type, value.offset,
                    "\"components\" is an object: a condition for the id of each component");
      return;
    }
    std::vector<ComponentCondition> all;
    for (const JsonMember& member : value.members) {
      Fields keys(findings_, member.value, "a component");
      all.push_back({member.key, read(keys, Standing::component)});
      keys.done();
    }
    condition.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
  }

  Findings& findings_;
};

std::optional<Baseline> read_baseline(Fields& fields) {
  const JsonNode* node = fields.take("baseline");
  if (!node) return std::nullopt;
  if (node->kind == JsonKind::string || node->kind == JsonKind::number) {
    return Baseline{decimal_of(fields.findings(), *node).value_or(Decimal()), {}};
  }
  Fields keys(fields.findings(), *node, "a baseline");
  Baseline baseline{keys.decimal("value", true).value_or(Decimal()), keys.period("period")};
  keys.done();
  return baseline;
}

// Shares where the keys are periods, milestones where they are dates; one of the two throughout.
Profile read_steps(Findings& findings, const JsonNode& node) {
  Profile profile;
  for (const JsonMember& member : node.members) {
    const Decimal value = decimal_of(findings, member.value).value_or(Decimal());
    const Result<Period> period = Period::parse(member.key);
    const Result<Date> date = Date::parse(member.key);
    if (period) {
      profile.shares.emplace_back(*period, value);
    } else if (date) {
      profile.milestones.emplace_back(*date, value);
    } else {
      const bool like_a_date = date.error().code != Errc::date_syntax;
      const Error& fault = like_a_date ? date.error() : period.error();
      findings.add(fault.code, member.offset, about(member.key, fault.sentence));
    }
  }
  profile.kind = profile.shares.empty() ? Profile::Kind::milestones : Profile::Kind::shares;
  if (!profile.shares.empty() && !profile.milestones.empty()) {
    findings.add(Errc::wrong_type, node.offset,
                 "a profile has periods with shares, or days with values, not both");
  }
  std::sort(profile.shares.begin(), profile.shares.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::sort(profile.milestones.begin(), profile.milestones.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto twice =
      std::adjacent_find(profile.shares.begin(), profile.shares.end(),
                         [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != profile.shares.end()) {
    findings.add(Errc::duplicate_key, node.offset,
                 "two words of the profile are the same period, " + twice->first.to_string());
  }
  return profile;
}

std::optional<Profile> read_profile(Fields& fields) {
  const JsonNode* node = fields.take("profile");
  if (!node) return std::nullopt;
  if (node->kind == JsonKind::object && !node->members.empty()) {
    return read_steps(fields.findings(), *node);
  }
  if (node->kind == JsonKind::string && node->text == "linear") return Profile();
  if (node->kind == JsonKind::string) {
    fields.unknown_word(*node, "profile", {"linear"});
  } else {
    fields.findings().add(Errc::wrong_type, node->offset,
                          "a profile is \"linear\", shares of periods that add up to 1, or values "
                          "by days");
  }
  return std::nullopt;
}

}  // namespace

std::optional<NearMiss> read_near(Fields& fields) {
  const JsonNode* node = fields.take("near");
  if (!node) return std::nullopt;
  Fields keys(fields.findings(), *node, "near");
  NearMiss near;
  near.value = keys.decimal("value", true).value_or(Decimal());
  near.in = keys.word<ChangeIn>("in", true).value_or(ChangeIn::value);
  keys.done();
  return near;
}

Decision read_decision(Fields& fields) {
  const JsonNode* node = fields.take("decision");
  if (!node) return {};
  if (node->kind == JsonKind::string) return {node->text, {}, {}};
  Fields keys(fields.findings(), *node, "a decision");
  Decision decision{keys.string("document"), keys.string("number"), keys.date("date")};
  keys.done();
  return decision;
}

Target read_target(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a target");
  Target target;
  target.indicator = fields.string("indicator", true);
  target.unit = fields.string("unit");
  target.project = fields.string("project");
  target.assigner = fields.string("assigner");
  target.layer = fields.word<TargetLayer>("layer").value_or(TargetLayer::assigned);
  target.decision = read_decision(fields);
  target.lead = fields.string("lead");
  target.with = fields.ids("with");
  target.task_group = fields.string("task_group");
  target.period = fields.period("period");
  target.baseline = read_baseline(fields);
  target.projects = fields.integer("projects");
  target.profile = read_profile(fields);
  target.condition = ConditionReader(findings).read(fields, Standing::target);
  target.near = read_near(fields);
  target.remarks = fields.remarks();
  fields.done();
  return target;
}

}  // namespace tiendo
