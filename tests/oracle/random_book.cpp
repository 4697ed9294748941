// Tested by tests/oracle/engine_oracle_test.cpp.
//
// Numbers are few and small and days lie close together, so that ties, corrections, zeros, overlaps
// and exactly met targets come up often.

#include "random_book.hpp"

#include <algorithm>
#include <array>

namespace tiendo::oracle {
namespace {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::optional<RandomBook> make() {
    PlanBuilder builder;
    add_head(builder);
    add_units(builder);
    add_indicators(builder);
    const int targets = upto(6);
    for (int i = 0; i < targets; ++i) builder.add(target());
    add_projects(builder);
    const Checked<Plan> plan = builder.build();
    if (!plan) return std::nullopt;
    RandomBook book{*plan.value, {}, {}};
    ObservationLog log(*plan.value);
    const int reports = upto(30);
    for (int i = 0; i < reports; ++i) {
      Observation report = observation();
      if (!log.append(report)) continue;
      book.reports.push_back(report);
      if (!one_in(4) || !report.value) continue;
      report.value = number();  // and again, on another day
      report.recorded_on = date();
      if (log.append(report)) book.reports.push_back(report);
    }
    for (int i = 0; i < 4; ++i) book.requests.push_back(request());
    return book;
  }

 private:
  // 0 to most.
  int upto(int most) { return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1)); }
  bool one_in(int count) { return upto(count - 1) == 0; }

  template <std::size_t N>
  std::string pick(const std::array<const char*, N>& from) {
    return from[static_cast<std::size_t>(upto(static_cast<int>(N) - 1))];
  }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(upto(static_cast<int>(from.size()) - 1))];
  }
  Date date() {
    return *Date::parse(
        pick(std::array{"2023-12-31", "2024-01-01", "2024-02-10", "2024-03-31", "2024-06-30",
                        "2024-07-15", "2024-12-30", "2024-12-31", "2025-03-31"}));
  }
  Period period() {
    return *Period::parse(pick(std::array{"2022",
                                          "2023",
                                          "2023",
                                          "2023-H1",
                                          "2023-H2",
                                          "2023-Q1",
                                          "2023-9M",
                                          "2023-06",
                                          "2024",
                                          "2024",
                                          "2024-H1",
                                          "2024-H1",
                                          "2024-H2",
                                          "2024-Q1",
                                          "2024-Q2",
                                          "2024-9M",
                                          "2024-06",
                                          "2024-12",
                                          "2024-01-01/2024-01-15",
                                          "2024-01-15/2024-02-01",
                                          "2023/2024"}));
  }
  Decimal number() { return *Decimal::of(upto(9) - 3, one_in(5) ? 1 : 0); }

  void add_head(PlanBuilder& builder) {
    PlanHead head;
    head.id = "random";
    head.unit = "u0";
    head.period = *Period::parse(pick(std::array{"2024", "2024", "2024", "2024", "2024-H1",
                                                 "2023/2024", "2024-01-01/2024-02-15"}));
    builder.set_head(head);
    for (const auto& [id, kind, factor] :
         {std::tuple{"dong", "money", "1"}, std::tuple{"percent", "share", "0.01"},
          std::tuple{"per-mille", "share", "0.001"}}) {
      builder.add(Measure{id, kind, {}, *Decimal::parse(factor), {}});
    }
  }

  void add_units(PlanBuilder& builder) {
    builder.add(ResponsibleUnit{"province", "", {}, "", {}, {}, {}, {}});
    builder.add(ResponsibleUnit{"u0", "", {}, "province", {}, {}, {}, {}});
    units_ = {"u0"};
    for (int left = upto(3); left > 0; --left) {
      ResponsibleUnit unit{
          "u" + std::to_string(units_.size()), "", {}, pick(units_), {}, {}, {}, {}};
      if (one_in(6)) unit.until = date();
      if (one_in(8)) unit.from = *Date::parse("2023-07-01");
      units_.push_back(unit.id);
      builder.add(unit);
    }
  }

  void add_indicators(PlanBuilder& builder) {
    for (const char* id : {"x", "y"}) {
      Indicator indicator;
      indicator.id = id;
      indicator.kind = std::array{IndicatorKind::flow,  IndicatorKind::flow,  IndicatorKind::level,
                                  IndicatorKind::ratio, IndicatorKind::share, IndicatorKind::count}
          [static_cast<std::size_t>(upto(5))];
      indicator.measure = indicator.kind == IndicatorKind::flow
                              ? "dong"
                              : pick(std::array{"dong", "percent", "per-mille"});
      indicator.direction = static_cast<Direction>(upto(3));
      indicator.parts = static_cast<TimeRule>(upto(1));
      if (one_in(8)) indicator.time_rule = static_cast<TimeRule>(upto(1));
      if (one_in(6)) indicator.unit_rule = one_in(2) ? UnitRule::none : UnitRule::sum;
      add_breaks(indicator);
      if (one_in(5)) indicator.base_rule = static_cast<BaseRule>(upto(2));
      const bool countable = indicator.kind == IndicatorKind::flow ||
                             indicator.kind == IndicatorKind::level ||
                             indicator.kind == IndicatorKind::count;
      if (countable && indicator.measure == "dong" && indicator.breaks.empty())
        countable_.push_back(indicator.id);
      builder.add(indicator);
    }
    Indicator growth;
    growth.id = "g";
    growth.kind = IndicatorKind::growth;
    growth.base = "x";
    growth.measure = pick(std::array{"percent", "per-mille"});
    if (one_in(3)) add_breaks(growth);
    if (one_in(5)) growth.base_rule = static_cast<BaseRule>(upto(2));
    builder.add(growth);
    Indicator composite;
    composite.id = "c";
    composite.kind = IndicatorKind::composite;
    composite.components = {"y", "x"};
    if (one_in(3)) composite.components.push_back("g");
    components_ = composite.components;
    builder.add(composite);
  }

  // Where years meet, and within them; most with a factor.
  void add_breaks(Indicator& indicator) {
    for (const char* on : {"2023-01-01", "2023-07-01", "2024-01-01", "2024-01-15", "2024-07-01"}) {
      if (!one_in(8)) continue;
      SeriesBreak broken;
      broken.on = *Date::parse(on);
      if (!one_in(4)) broken.factor = *Decimal::of(1 + upto(19), 1);
      indicator.breaks.push_back(broken);
    }
  }

  Condition condition(bool may_change) {
    Condition result;
    result.kind = static_cast<ConditionKind>(1 + upto(may_change ? 8 : 6));
    result.value = number();
    if (result.kind == ConditionKind::between) result.upper = *(result.value + Decimal(upto(2)));
    if (result.kind == ConditionKind::about) result.tolerance = Decimal(upto(2));
    if (is_change(result.kind)) {
      result.in = static_cast<ChangeIn>(upto(2));
      if (one_in(3)) result.then = std::make_shared<const Condition>(condition(false));
    }
    return result;
  }

  static Condition fact() {
    Condition result;
    result.kind = ConditionKind::yes;
    return result;
  }
  bool is_countable(const std::string& indicator) const {
    return std::find(countable_.begin(), countable_.end(), indicator) != countable_.end();
  }

  // Often enough in the cell of an assigned target, so that it has something to stand on.
  void settle(Target& target) {
    if (target.layer == TargetLayer::assigned) {
      assigned_.push_back(target);
    } else if (!assigned_.empty() && !one_in(4)) {
      const Target& base =
          assigned_[static_cast<std::size_t>(upto(static_cast<int>(assigned_.size()) - 1))];
      target.indicator = base.indicator;
      target.unit = base.unit;
      target.project = base.project;
      target.assigner = base.assigner;
      target.period = base.period;
    }
  }

  // Conditions on all components, which hold often enough that composites are met.
  void make_composite(Target& target) {
    std::vector<ComponentCondition> all;
    for (const std::string& component : components_) {
      all.push_back({component, one_in(3) ? condition(true) : condition(false)});
      Condition& asked = all.back().condition;
      if (is_countable(component) && one_in(3)) asked = fact();
      if (asked.in == ChangeIn::points) asked.in = ChangeIn::value;  // not of every measure
      if (asked.kind == ConditionKind::at_least && one_in(2)) asked.value = Decimal(-9);
    }
    target.condition = {};
    target.condition.kind = ConditionKind::components;
    target.condition.components = std::make_shared<const std::vector<ComponentCondition>>(all);
    target.baseline.reset();
    if (target.layer == TargetLayer::adds) target.layer = TargetLayer::replaces;
  }

  Target target() {
    Target result;
    result.indicator = pick(std::array{"x", "x", "y", "g"});
    if (one_in(4)) result.unit = pick(units_);
    if (one_in(3)) result.assigner = "province";
    if (one_in(8)) result.project = "p0";
    if (one_in(6)) result.period = period();
    result.layer = one_in(3) ? static_cast<TargetLayer>(upto(3)) : TargetLayer::assigned;
    result.condition = condition(true);
    // Often enough alike, so that wholes add up.
    if (result.layer == TargetLayer::adds || one_in(3)) {
      result.condition.kind = ConditionKind::at_least;
    }
    if (one_in(4) || result.layer == TargetLayer::revised) result.decision.date = date();
    if (one_in(7)) result.indicator = "c";
    if (one_in(4)) result.baseline = Baseline{number(), {}};
    if (one_in(4)) result.projects = upto(4);
    settle(result);
    if (is_countable(result.indicator) && one_in(5)) result.condition = fact();
    if (result.indicator == "c") make_composite(result);
    return result;
  }

  void add_projects(PlanBuilder& builder) {
    for (int i = upto(3); i >= 0; --i) {
      Project project;
      project.id = "p" + std::to_string(i);
      if (one_in(3)) project.stages = {"approved", "paid"};
      for (int left = upto(2); left > 0; --left) {
        Target quantity = target();
        quantity.layer = TargetLayer::assigned;
        project.targets.push_back(quantity);
      }
      builder.add(project);
    }
  }

  Observation observation() {
    Observation result;
    result.indicator = pick(std::array{"x", "x", "x", "x", "y", "y", "g"});
    if (one_in(2)) result.unit = pick(units_);
    if (one_in(4)) result.project = "p" + std::to_string(upto(3));
    if (one_in(10)) result.work_stage = one_in(2) ? "approved" : "paid";
    result.period = period();
    if (one_in(4)) result.form = static_cast<Form>(upto(2));
    if (one_in(8)) {
      result.standing = static_cast<Standing>(1 + upto(2));
    } else if (is_countable(result.indicator) && one_in(4)) {
      result.standing = one_in(3) ? Standing::no : Standing::yes;
    } else if (one_in(3)) {
      result.numerator = number();
      result.denominator = number();
    } else {
      result.value = number();
    }
    result.status = static_cast<Status>(2 - upto(8) / 4);
    if (one_in(6)) result.qualifier = static_cast<Qualifier>(upto(3));
    if (one_in(3)) result.recorded_on = date();
    if (one_in(6)) result.revision = 1;
    return result;
  }

  Request request() {
    Request result;
    result.as_of = date();
    if (one_in(3)) result.known_on = date();
    result.base_rule = static_cast<BaseRule>(upto(2));
    return result;
  }

  std::mt19937_64 random_;
  std::vector<std::string> units_;
  std::vector<Target> assigned_;
  std::vector<std::string> components_;
  std::vector<std::string> countable_;  // indicators of which a target may ask a yes
};

std::string text_of(const Condition& condition) {
  std::string text(name_of(condition.kind));
  text += ' ' + condition.value.to_string() + ' ' + condition.upper.to_string() + ' ' +
          condition.tolerance.to_string() + ' ' + std::string(name_of(condition.in));
  for (const ComponentCondition& one : components_of(condition)) {
    text += " (" + one.indicator + ' ' + text_of(one.condition) + ')';
  }
  return condition.then ? text + " then " + text_of(*condition.then) : text;
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }

}  // namespace

std::optional<RandomBook> random_book(std::uint64_t seed) { return Generator(seed).make(); }

std::string describe(const RandomBook& book) {
  std::string text = "plan for " + book.plan.head().period.to_string() + '\n';
  for (const ResponsibleUnit& unit : book.plan.units()) {
    text += unit.id + " in " + unit.parent + ", " + text_of(unit.from) + " to " +
            text_of(unit.until) + '\n';
  }
  for (const Indicator& indicator : book.plan.indicators()) {
    text += indicator.id + ' ' + std::string(name_of(indicator.kind)) + ' ' + indicator.measure +
            ' ' + std::string(name_of(indicator.direction)) + ' ' +
            std::string(name_of(time_rule_of(indicator))) + ' ' +
            std::string(name_of(unit_rule_of(indicator)));
    if (indicator.base_rule) text += " base " + std::string(name_of(*indicator.base_rule));
    for (const SeriesBreak& broken : indicator.breaks) {
      text += " | " + broken.on.to_string() + " * " +
              (broken.factor ? broken.factor->to_string() : "-");
    }
    text += '\n';
  }
  for (const Target& target : book.plan.targets()) {
    text += "target " + target.indicator + ' ' + target.unit + ' ' + target.project + " < " +
            target.assigner + ' ' + std::string(name_of(target.layer)) + ' ' +
            target.period->to_string() + ' ' + text_of(target.condition) + ' ' +
            text_of(target.decision.date) + ' ' +
            (target.baseline ? target.baseline->value.to_string() : "-") + ' ' +
            (target.projects ? std::to_string(*target.projects) : "-") + '\n';
  }
  for (const Observation& report : book.reports) {
    text += "report " + report.indicator + ' ' + report.unit + ' ' + report.project + ' ' +
            report.work_stage + ' ' + report.period.to_string() + ' ' +
            (report.form ? std::string(name_of(*report.form)) : "-") + ' ' +
            std::string(name_of(report.standing)) + ' ' +
            (report.value ? report.value->to_string() : "-") + ' ' +
            (report.numerator ? report.numerator->to_string() : "-") + '/' +
            (report.denominator ? report.denominator->to_string() : "-") + ' ' +
            std::string(name_of(report.status)) + ' ' + std::string(name_of(report.qualifier)) +
            ' ' + text_of(report.recorded_on) + " r" + std::to_string(report.revision) + '\n';
  }
  return text;
}

}  // namespace tiendo::oracle
