// Tested by tests/unit/io/written_parts_test.cpp.

#include "random_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tiendo {

Decimal RandomParts::number() {
  std::string text = one_in(4) ? "-" : "";
  for (int i = one_in(10) ? 60 : upto(6); i >= 0; --i) text += static_cast<char>('0' + upto(9));
  if (one_in(2)) {
    text += '.';
    for (int i = upto(4); i >= 0; --i) text += static_cast<char>('0' + upto(9));
  }
  return *Decimal::parse(text);
}

std::string RandomParts::id() {
  constexpr std::string_view kLetters = "abcXYZ019._:/-";
  std::string text;
  for (int i = one_in(20) ? 127 : upto(8); i >= 0; --i) {
    text += kLetters[static_cast<std::size_t>(upto(static_cast<int>(kLetters.size()) - 1))];
  }
  return text;
}

std::string RandomParts::text() {
  static const std::vector<std::string> kPieces = {"Tổng giá trị sản xuất",
                                                   "of the town",
                                                   "\"quoted\"",
                                                   "back\\slash",
                                                   "line\nbreak",
                                                   "\ttab",
                                                   "\x01\x1f",
                                                   "\x7f",
                                                   "a/b",
                                                   "😀",
                                                   "\u2028",
                                                   ", ; |",
                                                   "{\"json\": [1]}",
                                                   "0.1",
                                                   " ",
                                                   "true",
                                                   "12,4 %"};
  std::string text;
  for (int i = one_in(12) ? 20 : upto(3); i > 0; --i) text += pick(kPieces);
  return text;
}

Date RandomParts::date() { return *Date::from_days(18000 + upto(4000)); }

Period RandomParts::period() {
  static const std::vector<std::string> kWords = {
      "2024",    "2023",     "2024-H1",   "2024-H2",   "2024-Q3",
      "2024-9M", "2024-06",  "2021/2025", "2024-1M",   "2024-01-15/2024-02-15",
      "2025-Q1", "2024-11M", "2025-12",   "2019/2020", "2023-12-31/2024-01-01"};
  return *Period::parse(pick(kWords));
}

Name RandomParts::name() { return {text(), one_in(2) ? text() : std::string()}; }
Remarks RandomParts::remarks() { return {text(), one_in(2) ? text() : std::string()}; }

Decision RandomParts::decision() {
  return {text(), text(), maybe([&] { return date(); })};
}

Measure RandomParts::measure() {
  const std::string kind = one_in(3) ? std::string(kShareKind) : text();
  return {id(), kind, name(), one_in(3) ? Decimal(1) : number(), remarks()};
}

ResponsibleUnit RandomParts::unit() {
  const auto day = [&] { return maybe([&] { return date(); }); };
  const auto code = [&] { return UnitCode{text(), day(), day()}; };
  return {id(), text(), name(), maybe_id(), day(), day(), several(2, code), remarks()};
}

std::optional<NearMiss> RandomParts::near() {
  return maybe([&] { return NearMiss{number(), word<ChangeIn>(0, 2)}; });
}

Succession RandomParts::succession() {
  const auto heir = [&] { return Heir{id(), maybe([&] { return number(); })}; };
  Succession event{date(), decision(), ids(),  several(3, heir), maybe_id(),
                   {},     name(),     text(), remarks()};
  event.parent = maybe([&] { return maybe_id(); });
  return event;
}

void RandomParts::draw_rules(Indicator& indicator) {
  const auto digits = [&] { return maybe([&] { return upto(5); }); };
  const auto broken = [&] {
    return SeriesBreak{date(), word<BreakKind>(0, 2), maybe([&] { return number(); }), remarks()};
  };
  indicator.scale = digits();
  indicator.digits = digits();
  indicator.percent_digits = upto(3);
  indicator.rounding = word<Rounding>(1, 7);
  indicator.time_rule = maybe([&] { return word<TimeRule>(0, 4); });
  indicator.unit_rule = maybe([&] { return word<UnitRule>(0, 5); });
  indicator.weight = maybe_id();
  indicator.breaks = several(2, broken);
  indicator.base_rule = maybe([&] { return word<BaseRule>(0, 2); });
  indicator.achievement = word<Achievement>(0, 2);
  indicator.compare = word<Comparison>(0, 1);
  indicator.near = near();
}

Indicator RandomParts::indicator() {
  Indicator indicator;
  indicator.id = id();
  indicator.code = text();
  indicator.name = name();
  indicator.field = text();
  indicator.measure = id();
  indicator.kind = word<IndicatorKind>(0, 7);
  if (indicator.kind == IndicatorKind::composite && one_in(2)) indicator.measure.clear();
  if (indicator.kind == IndicatorKind::ratio) indicator.parts = word<TimeRule>(0, 1);
  indicator.base = maybe_id();
  indicator.formula = text();
  indicator.components = ids();
  indicator.total = maybe([&] { return number(); });
  indicator.direction = word<Direction>(0, 3);
  draw_rules(indicator);
  indicator.remarks = remarks();
  return indicator;
}

// `second`: behind "then"; `component`: of one component.
Condition RandomParts::condition(bool second, bool component) {
  if (!second && !component && one_in(10)) return components();
  Condition condition;
  condition.kind = word<ConditionKind>(1, second ? 7 : 10);
  if (condition.kind == ConditionKind::yes) return condition;
  condition.value = number();
  if (condition.kind == ConditionKind::between) condition.upper = number();
  if (condition.kind == ConditionKind::about) condition.tolerance = number();
  if (!is_change(condition.kind)) return condition;
  condition.in = word<ChangeIn>(0, 2);
  if (one_in(2)) {
    condition.then = std::make_shared<const Condition>(this->condition(true, component));
  }
  return condition;
}

Condition RandomParts::components() {
  std::vector<ComponentCondition> all;
  for (const std::string name : {"share/a", "share/b", "share/c"}) {
    if (!one_in(3)) all.push_back({(name + id()).substr(0, 128), condition(false, true)});
  }
  if (all.empty()) all.push_back({id(), condition(false, true)});
  Condition condition;
  condition.kind = ConditionKind::components;
  condition.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
  return condition;
}

Profile RandomParts::profile() {
  Profile profile;
  profile.kind = word<Profile::Kind>(0, 2);
  std::map<Period, Decimal> shares;
  std::map<Date, Decimal> milestones;
  for (int i = upto(3); i >= 0; --i) {
    const Decimal share = number();
    shares.emplace(period(), share);
    const Decimal done = number();
    milestones.emplace(date(), done);
  }
  if (profile.kind == Profile::Kind::shares) profile.shares = {shares.begin(), shares.end()};
  if (profile.kind == Profile::Kind::milestones) {
    profile.milestones = {milestones.begin(), milestones.end()};
  }
  return profile;
}

Target RandomParts::target() {
  Target target;
  target.indicator = id();
  target.unit = maybe_id();
  target.project = maybe_id();
  target.assigner = maybe_id();
  target.layer = word<TargetLayer>(0, 3);
  target.decision = decision();
  target.lead = maybe_id();
  target.with = ids();
  target.task_group = maybe_id();
  target.period = maybe([&] { return period(); });
  target.baseline = maybe([&] { return Baseline{number(), maybe([&] { return period(); })}; });
  target.profile = maybe([&] { return profile(); });
  target.projects = maybe([&] { return upto(20); });
  target.condition = condition(false, false);
  target.near = near();
  target.remarks = remarks();
  return target;
}

Project RandomParts::project() {
  const auto day = [&] { return maybe([&] { return date(); }); };
  const auto milestone = [&] {
    return Milestone{maybe_id(), name(), day(), maybe([&] { return number(); })};
  };
  const auto pot = [&] { return Capital{text(), id(), number(), day(), remarks()}; };
  Project project;
  project.id = id();
  project.name = name();
  project.lead = maybe_id();
  project.with = ids();
  project.period = maybe([&] { return period(); });
  project.stages = ids();
  project.targets = several(2, [&] { return target(); });
  for (Target& target : project.targets) target.project = project.id;
  project.milestones = several(2, milestone);
  project.capital = several(2, pot);
  project.investor = maybe_id();
  project.start = day();
  project.finish = day();
  project.late_after_months = maybe([&] { return upto(24); });
  project.remarks = remarks();
  return project;
}

TaskGroup RandomParts::task_group() {
  const auto task = [&] {
    if (one_in(2)) return Task{{}, {text(), {}}, {}, {}, {}};
    return Task{maybe_id(), name(), maybe_id(), ids(), maybe([&] { return date(); })};
  };
  return {
      id(),     maybe([&] { return upto(12); }), name(), several(3, task), maybe_id(), ids(), ids(),
      remarks()};
}

Declared RandomParts::declared() {
  const auto count = [&] { return maybe([&] { return upto(30); }); };
  Declared declared{count(), {}, count(), count()};
  if (one_in(2)) return declared;
  declared.indicators.reset();  // the format says one number, or one for each assigner
  std::set<std::string> known;
  for (const std::string& assigner : ids()) {
    if (known.insert(assigner).second) declared.indicators_of.emplace_back(assigner, upto(30));
  }
  return declared;
}

PlanHead RandomParts::head() {
  PlanHead head{id(), maybe_id(), period(), name(), text(), text(), {}, {}, {}, remarks()};
  head.basis = several(3, [&] { return text(); });
  head.parent = maybe([&] { return ParentPlan{id(), name(), maybe([&] { return period(); })}; });
  head.declared = declared();
  return head;
}

}  // namespace tiendo
