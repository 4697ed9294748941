// Tested by tests/unit/io/plan_writer_test.cpp.

#include "random_plan.hpp"

#include <algorithm>
#include <utility>

namespace tiendo {
namespace {

// Makes parts of one plan out of parts that know nothing of each other.
class RandomPlan {
 public:
  explicit RandomPlan(std::uint64_t seed) : parts_(seed) {}

  std::optional<Plan> make() {
    PlanHead head = parts_.head();
    head.id = "plan";
    head.unit = parts_.one_in(4) ? "" : "u0";
    head.period = *Period::parse("2024");
    builder_.set_head(std::move(head));
    add_definitions();
    add_events();
    for (int i = parts_.upto(5); i > 0; --i) {
      const Target target = fitted(parts_.target());
      builder_.add(target);
      if (parts_.one_in(3)) builder_.add(over(target));
    }
    add_work();
    return builder_.build().value;
  }

 private:
  static constexpr int kUnits = 5;
  static constexpr int kIndicators = 7;

  std::string unit() { return 'u' + std::to_string(parts_.upto(kUnits - 1)); }
  // Its position and, with it, its id.
  int indicator() { return parts_.upto(kIndicators - 1); }
  static std::string id_of(int indicator) { return 'i' + std::to_string(indicator); }
  std::string unit_or_none() { return parts_.one_in(2) ? unit() : std::string(); }
  void fit(std::vector<std::string>& units) {
    for (std::string& one : units) one = unit();
  }

  void add_definitions() {
    for (int i = 0; i < 2; ++i) {
      Measure measure = parts_.measure();
      measure.id = 'm' + std::to_string(i);
      measure.kind = i == 0 ? "money" : std::string(kShareKind);
      if (measure.factor.sign() <= 0) measure.factor = 7;
      builder_.add(std::move(measure));
    }
    for (int i = 0; i < kUnits; ++i) {
      ResponsibleUnit unit = parts_.unit();
      unit.id = 'u' + std::to_string(i);
      unit.parent = i == 0 ? "" : 'u' + std::to_string(parts_.upto(i - 1));
      unit.from.reset();
      if (unit.until) unit.until = *Date::from_days(unit.until->days() + 10000);
      if (i >= kUnits - 2) unit.until.reset();  // it is said by the events
      for (UnitCode& code : unit.codes) {
        code.code += unit.id;
        if (code.from) code.until.reset();
      }
      builder_.add(std::move(unit));
    }
    for (int i = 0; i < kIndicators; ++i) {
      indicators_.push_back(fitted(parts_.indicator(), i));
      builder_.add(indicators_.back());
    }
  }

  // The last two units are merged, into a new one or into one of them; what came of it is divided;
  // the first unit has another name, code or place. Each of these or not, and all after the plan.
  void add_events() {
    const auto begun = [&](const char* id) {
      ResponsibleUnit unit = parts_.unit();
      unit.id = id;
      unit.parent = "u0";
      unit.from.reset();
      unit.until.reset();
      unit.codes.clear();
      builder_.add(std::move(unit));
      return std::string(id);
    };
    std::string whole = "u4";
    if (!parts_.one_in(3)) {
      whole = parts_.one_in(2) ? begun("n0") : "u3";
      add_event("2027-07-01", {"u3", "u4"}, {{whole, {}}});
    }
    if (!parts_.one_in(3)) {
      const bool known = parts_.one_in(2);
      const auto share = [&](const char* text) {
        return known ? std::optional(*Decimal::parse(text)) : std::nullopt;
      };
      add_event("2028-01-01", {whole},
                {{begun("n1"), share("0.250")}, {begun("n2"), share("0.75")}});
    }
    if (parts_.one_in(3)) add_event("2028-07-01", {}, {});
  }

  // Of one unit that stays itself where no units are named.
  void add_event(const char* on, std::vector<std::string> from, std::vector<Heir> to) {
    Succession event = parts_.succession();
    event.on = *Date::parse(on);
    if (from.empty()) {
      event.unit = "u1";
      if (event.parent) event.parent = parts_.one_in(2) ? "u0" : "";
      if (event.code.empty()) event.code = "new";
    } else {
      event.unit.clear();
      event.parent.reset();
      event.name = {};
      event.code.clear();
    }
    event.from = std::move(from);
    event.to = std::move(to);
    builder_.add(std::move(event));
  }

  // One of each kind that is evaluated, with no rule that contradicts its kind.
  Indicator fitted(Indicator indicator, int number) {
    constexpr IndicatorKind kKinds[] = {
        IndicatorKind::flow,  IndicatorKind::level, IndicatorKind::ratio,    IndicatorKind::growth,
        IndicatorKind::share, IndicatorKind::count, IndicatorKind::composite};
    indicator.id = id_of(number);
    indicator.kind = kKinds[number];
    if (indicator.kind != IndicatorKind::ratio) indicator.parts = TimeRule::sum;
    const bool percentage = number >= 2 && number <= 4;
    indicator.measure = percentage ? "m1" : "m0";
    indicator.base = indicator.kind == IndicatorKind::growth ? "i0" : "";
    indicator.formula.clear();
    indicator.components.clear();
    if (kKinds[number] != IndicatorKind::composite) {
      indicator.total.reset();
    } else if (parts_.one_in(2)) {
      indicator.components = {"i1", "i5", "i0"};
    } else {
      indicator.components = {"i4", "i2"};
    }
    indicator.scale = 5 + parts_.upto(5);
    if (number != 5 && parts_.one_in(2)) indicator.scale.reset();
    indicator.time_rule.reset();
    if (parts_.one_in(2)) indicator.time_rule = TimeRule::last;
    if (number == 0) flow_adds_up_ = indicator.time_rule != TimeRule::last;
    indicator.unit_rule.reset();
    if (parts_.one_in(2)) indicator.unit_rule = UnitRule::none;
    indicator.weight.clear();
    fit(indicator.near, indicator);
    if (!percentage) indicator.compare = Comparison::percent;
    if (indicator.compare == Comparison::points || kKinds[number] == IndicatorKind::composite) {
      indicator.achievement = Achievement::direct;
    }
    if (kKinds[number] == IndicatorKind::composite) indicator.near.reset();
    std::erase_if(indicator.breaks, [](const SeriesBreak& broken) {
      return broken.factor && broken.factor->sign() <= 0;
    });
    if (indicator.breaks.size() > 1 && indicator.breaks[1].on <= indicator.breaks[0].on) {
      indicator.breaks.pop_back();
    }
    return indicator;
  }

  Target fitted(Target target) {
    const Indicator& asked = indicators_[static_cast<std::size_t>(indicator())];
    target.indicator = asked.id;
    target.unit = unit();
    target.project = "";
    target.assigner = unit_or_none();
    target.layer = TargetLayer::assigned;
    target.lead = unit_or_none();
    fit(target.with);
    target.task_group = "";
    target.profile.reset();
    if (asked.kind == IndicatorKind::composite) {
      target.condition = of_components(asked);
      target.baseline.reset();
    } else {
      target.condition = fitted(target.condition, asked);
    }
    fit(target.near, asked);
    if (!has_number(target.condition.kind)) target.near.reset();
    return target;
  }

  // One that adds to the target, replaces or revises it.
  Target over(Target target) {
    const Target drawn = parts_.target();
    const bool composite = target.condition.kind == ConditionKind::components;
    target.layer = static_cast<TargetLayer>(composite ? 2 + parts_.upto(1) : 1 + parts_.upto(2));
    target.decision = drawn.decision;
    if (target.layer == TargetLayer::revised) target.decision.date = *Date::parse("2031-01-01");
    target.remarks = drawn.remarks;
    if (!composite) target.baseline = drawn.baseline;
    return target;
  }

  static void fit(std::optional<NearMiss>& near, const Indicator& asked) {
    if (!near) return;
    near->value = near->value.abs();
    if (near->in == ChangeIn::points && asked.measure == "m0") near->in = ChangeIn::percent;
  }

  static bool comes_true(const Indicator& asked) {
    return asked.measure == "m0" && asked.breaks.empty();
  }

  // The condition, or one like it that can be asked of the indicator.
  static Condition fitted(Condition condition, const Indicator& asked) {
    const bool fact = condition.kind == ConditionKind::yes || condition.components;
    if (fact && comes_true(asked)) {
      Condition yes;
      yes.kind = ConditionKind::yes;
      return yes;
    }
    condition.components.reset();
    if (fact) condition.kind = ConditionKind::equal;
    if (condition.kind == ConditionKind::between && condition.upper < condition.value) {
      std::swap(condition.value, condition.upper);
    }
    condition.tolerance = condition.tolerance.abs();
    if (!is_change(condition.kind)) return condition;
    condition.value = condition.value.abs();
    if (condition.in == ChangeIn::points && asked.measure == "m0") condition.in = ChangeIn::percent;
    if (condition.then) {
      condition.then = std::make_shared<const Condition>(fitted(*condition.then, asked));
    }
    return condition;
  }

  // Of all components, in an order of their own.
  Condition of_components(const Indicator& composite) {
    std::vector<ComponentCondition> all;
    for (const std::string& id : composite.components) {
      const Indicator& asked = indicators_[static_cast<std::size_t>(id.back() - '0')];
      all.push_back({id, fitted(parts_.target().condition, asked)});
    }
    if (parts_.one_in(2)) std::reverse(all.begin(), all.end());
    Condition condition;
    condition.kind = ConditionKind::components;
    condition.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
    return condition;
  }

  void add_work() {
    for (int i = parts_.upto(2); i > 0; --i) {
      Project project = parts_.project();
      project.id = 'p' + std::to_string(i);
      project.lead = unit_or_none();
      project.investor = unit_or_none();
      fit(project.with);
      for (Target& target : project.targets) target = fitted(target);
      fit_work(project);
      builder_.add(std::move(project));
    }
    for (int i = parts_.upto(2); i > 0; --i) {
      TaskGroup group = parts_.task_group();
      group.id = 'g' + std::to_string(i);
      group.lead = unit_or_none();
      fit(group.with);
      for (Task& task : group.tasks) {
        task.lead = unit_or_none();
        fit(task.with);
      }
      for (std::string& served : group.targets) served = id_of(indicator());
      fit_ids(group.tasks);
      builder_.add(std::move(group));
    }
  }

  template <class Parts>
  static void fit_ids(Parts& parts) {
    int number = 0;
    for (auto& part : parts) {
      if (!part.id.empty()) part.id += std::to_string(number++);
      if (!is_id(part.id)) part.id.clear();
    }
  }

  // A schedule with an end after its start, milestones within it whose weights are exactly 1, and
  // at most one pot, as there is but one flow.
  void fit_work(Project& project) {
    for (std::size_t i = 0; i < project.stages.size(); ++i) {
      project.stages[i] = 's' + std::to_string(i);
    }
    if (start_of(project) && finish_of(project) && *start_of(project) > *finish_of(project)) {
      project.start.reset();
      project.finish.reset();
    }
    fit_ids(project.milestones);
    const bool weighted = parts_.one_in(2);
    Decimal rest = 1;
    for (Milestone& milestone : project.milestones) {
      if (project.start || project.finish || project.period) milestone.due = finish_of(project);
      milestone.weight.reset();
      if (!weighted) continue;
      milestone.weight = &milestone == &project.milestones.back() ? rest : *Decimal::parse("0.25");
      rest = *(rest - *milestone.weight);
    }
    if (!flow_adds_up_) project.capital.clear();
    if (project.capital.size() > 1) project.capital.resize(1);
    for (Capital& pot : project.capital) {
      pot.indicator = "i0";
      pot.amount = pot.amount.abs();
    }
  }

  RandomParts parts_;
  PlanBuilder builder_;
  std::vector<Indicator> indicators_;
  bool flow_adds_up_ = true;
};

}  // namespace

std::optional<Plan> random_plan(std::uint64_t seed) { return RandomPlan(seed).make(); }

}  // namespace tiendo
