// Tested by tests/oracle/engine_oracle_test.cpp.
//
// Numbers are few and small and days lie close together, so that ties, corrections, zeros, overlaps
// and exactly met targets come up often.
// Long because one generator draws all that a book has, and each draw rests on those before.

#include "random_book.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "../unit/random.hpp"

namespace tiendo::oracle {
namespace {

class Generator : Random {
 public:
  explicit Generator(std::uint64_t seed)
      : Random(seed), ruled_(seed + 2), apart_(seed + 1), yearly_(~seed) {}

  std::optional<RandomBook> make() {
    std::mt19937_64 copy = source();
    aside_ = Random(copy());
    PlanBuilder builder;
    add_head(builder);
    add_units(builder);
    add_task_groups(builder);
    add_indicators(builder);
    const int targets = upto(6);
    for (int i = 0; i < targets; ++i) add(builder, target());
    if (of_years_) add_targets_of_years(builder);
    if (one_in(3)) hand_down(builder);
    add_projects(builder);
    const Checked<Plan> plan = builder.build();
    if (!plan) return std::nullopt;
    RandomBook book{*plan.value, {}, {}, plan.diagnostics};
    ObservationLog log(*plan.value);
    by_hand_ = one_in(3);
    std::vector<Observation> reports;
    if (one_in(2)) add_years(reports);
    add_stages(*plan.value, reports);
    if (!weighted_.empty() && one_in(2)) add_weighted(reports);
    for (int i = upto(36); i > 0; --i) reports.push_back(observation());
    for (Observation& report : reports) {
      if (!log.append(report)) continue;
      book.reports.push_back(report);
      if (!one_in(4) || !report.value) continue;
      report.value = number();  // and again, on another day
      if (report.upper) report.upper = *(*report.value + Decimal(upto(3)));
      report.recorded_on = date();
      if (log.append(report)) book.reports.push_back(report);
    }
    if (of_years_) add_reports_of_years(log, book.reports);
    for (int i = 0; i < 4; ++i) book.requests.push_back(request());
    for (std::size_t i = 2; i < book.requests.size(); ++i) draw_rules(book.requests[i].rules);
    return book;
  }

 private:
  Date date() {
    return *Date::parse(
        pick("2023-12-31 2024-01-01 2024-02-10 2024-03-31 2024-06-30 2024-07-15 2024-12-30 "
             "2024-12-31 2025-03-31"));
  }
  Period period() {
    return *Period::parse(
        pick("2022 2023 2023 2023-H1 2023-H2 2023-Q1 2023-9M 2023-06 2024 2024 "
             "2024-H1 2024-H1 2024-H2 2024-Q1 2024-Q2 2024-9M 2024-06 2024-12 "
             "2024-01-01/2024-01-15 2024-01-15/2024-02-01 2023/2024 2023-12-15/2024-01-15 "
             "2023-12-15/2024-06-15 2022-12-15/2023-06-15 2024-01-01/2025-02-01"));
  }
  Decimal number() {
    const int scale = one_in(5) ? 1 : 0;
    return *Decimal::of(upto(9) - 3, scale);
  }

  void add_head(PlanBuilder& builder) {
    PlanHead head;
    head.id = "random";
    head.unit = "u0";
    head.period =
        *Period::parse(pick("2024 2024 2024 2024 2024 2024-H1 2023/2024 2024-01-01/2024-02-15 "
                            "2023-12-15/2024-12-15"));
    const auto count = [&] { return upto(4); };
    head.declared.projects = maybe(count, 4);
    head.declared.task_groups = maybe(count, 8);
    if (one_in(4)) head.declared.indicators_of = {{"u0", upto(2)}, {"province", upto(2)}};
    if (one_in(4)) head.declared.indicators = upto(3);
    plan_period_ = head.period;
    of_years_ = yearly_.one_in(10);
    if (of_years_) {
      head.period = *Period::parse(yearly_.pick(
          "2022/2023 2023/2024 2022/2024 2024/2025 2021-12-15/2023-12-15 2022-12-15/2024-12-15"));
      years_ = head.period;
    }
    builder.set_head(head);
    for (const auto& [id, kind, factor] :
         {std::tuple{"dong", "money", "1"}, std::tuple{"percent", "share", "0.01"},
          std::tuple{"per-mille", "share", "0.001"}}) {
      builder.add(Measure{id, kind, {}, *Decimal::parse(factor), {}});
    }
  }

  void add_units(PlanBuilder& builder) {
    const auto unit_in = [&](std::string id, std::string parent) {
      return ResponsibleUnit{
          std::move(id), one_in(2) ? "ward" : "", {}, std::move(parent), {}, {}, {}, {}};
    };
    builder.add(ResponsibleUnit{"province", "", {}, "", {}, {}, {}, {}});
    builder.add(ResponsibleUnit{"u0", "", {}, "province", {}, {}, {}, {}});
    units_ = {"u0"};
    std::vector<std::string> lasting;
    for (int left = upto(3); left > 0; --left) {
      ResponsibleUnit unit = unit_in("u" + std::to_string(units_.size()), pick(units_));
      if (one_in(6)) unit.until = date();
      if (one_in(8)) unit.from = *Date::parse(one_in(2) ? "2023-07-01" : "2024-04-01");
      if (!unit.until && !unit.from) lasting.push_back(unit.id);
      units_.push_back(unit.id);
      parents_.emplace_back(unit.id, unit.parent);
      builder.add(std::move(unit));
    }
    if (!lasting.empty() && one_in(4)) {
      Succession move;
      move.on = *Date::parse("2024-07-15");
      move.unit = lasting.back();
      move.parent = one_in(2) ? "u0" : "province";
      builder.add(std::move(move));
      lasting.pop_back();
    }
    if (!lasting.empty() && one_in(4)) {
      Succession merger;
      merger.on = *Date::parse(one_in(2) ? "2024-02-10" : "2023-07-01");
      merger.from = {lasting.front()};
      if (lasting.size() > 1 && one_in(2)) merger.from.push_back(lasting[1]);
      merger.to = {{"heir", {}}};
      builder.add(unit_in("heir", "u0"));
      units_.push_back("heir");
      builder.add(std::move(merger));
    }
    add_desks(builder);
  }

  // Units of a kind that mostly reports nothing; drawn aside, so that the rest of a book stays as
  // it is for its seed.
  void add_desks(PlanBuilder& builder) {
    Random& aside = aside_;
    if (!aside.one_in(3)) return;
    for (int i = aside.upto(2); i >= 0; --i) {
      const std::string id = "d" + std::to_string(i);
      ResponsibleUnit desk{id, "desk", {}, aside.pick(units_), {}, {}, {}, {}};
      if (aside.one_in(6)) desk.until = *Date::parse("2024-06-30");
      if (aside.one_in(16)) units_.push_back(id);
      builder.add(desk);
    }
  }

  // What is counted together. Drawn aside, too.
  void add_task_groups(PlanBuilder& builder) {
    lists_ = aside_.one_in(2);
    for (int i = aside_.upto(2); i > 0; --i) {
      TaskGroup group;
      group.id = "g" + std::to_string(i);
      if (aside_.one_in(2)) group.lead = aside_.pick(units_);
      for (const char* indicator : {"x", "y", "c"}) {
        if (lists_ && aside_.one_in(3)) group.targets.emplace_back(indicator);
      }
      groups_.push_back(group.id);
      builder.add(group);
    }
  }
  void lead(Target& target) {
    if (aside_.one_in(3)) target.lead = aside_.pick(units_);
    if (!groups_.empty() && !lists_ && aside_.one_in(2)) target.task_group = aside_.pick(groups_);
  }

  void add_indicators(PlanBuilder& builder) {
    for (const char* id : {"x", "y"}) {
      Indicator indicator;
      indicator.id = id;
      if (aside_.one_in(2)) indicator.field = aside_.pick("economy society");
      indicator.kind = std::array{IndicatorKind::flow,  IndicatorKind::flow,  IndicatorKind::level,
                                  IndicatorKind::ratio, IndicatorKind::share, IndicatorKind::count}
          [static_cast<std::size_t>(upto(5))];
      indicator.measure =
          indicator.kind == IndicatorKind::flow ? "dong" : pick("dong percent per-mille");
      indicator.direction = static_cast<Direction>(upto(3));
      const auto parts = static_cast<TimeRule>(upto(1));
      if (indicator.kind == IndicatorKind::ratio) indicator.parts = parts;
      const bool amount = indicator.measure == "dong";
      if (one_in(8)) indicator.time_rule = amount ? static_cast<TimeRule>(upto(1)) : TimeRule::last;
      if (one_in(6)) indicator.unit_rule = one_in(2) || !amount ? UnitRule::none : UnitRule::sum;
      if (one_in(6)) spread(indicator);
      if (one_in(6)) combine(indicator);
      if (indicator.kind == IndicatorKind::count) indicator.scale = 1;
      if (apart_.one_in(3)) indicator.near = near(indicator.measure);
      if (apart_.one_in(3)) indicator.achievement = static_cast<Achievement>(apart_.upto(2));
      const bool percentage = indicator.measure != "dong";
      if (percentage && apart_.one_in(4)) {
        indicator.achievement = Achievement::direct;
        indicator.compare = Comparison::points;
      }
      add_breaks(indicator);
      if (one_in(5)) indicator.base_rule = static_cast<BaseRule>(upto(2));
      const bool countable = indicator.kind == IndicatorKind::flow ||
                             indicator.kind == IndicatorKind::level ||
                             indicator.kind == IndicatorKind::count;
      if (countable && indicator.measure == "dong" && indicator.breaks.empty())
        countable_.push_back(indicator.id);
      measures_[id] = indicator.measure;
      if (indicator.kind == IndicatorKind::flow && !indicator.time_rule && !indicator.unit_rule) {
        payments_.push_back(id);
      }
      if (indicator.kind == IndicatorKind::ratio) ratios_.insert(id);
      builder.add(indicator);
    }
    Indicator people;  // what others are weighted by
    people.id = "n";
    people.kind = IndicatorKind::level;
    people.measure = "dong";
    if (!one_in(4)) people.unit_rule = UnitRule::sum;
    builder.add(people);
    Indicator growth;
    growth.id = "g";
    growth.kind = IndicatorKind::growth;
    growth.base = one_in(4) ? "f" : "x";
    grows_ = growth.base;
    growth.measure = pick("percent per-mille");
    measures_["g"] = growth.measure;
    if (apart_.one_in(3)) growth.near = near(growth.measure);
    if (one_in(3)) add_breaks(growth);
    if (one_in(5)) growth.base_rule = static_cast<BaseRule>(upto(2));
    builder.add(growth);
    add_formula(builder, "f",
                {"x + y", "x - y * 2", "x / y", "(x + n) / (y - 1)", "-[x] * 0.5", "3 / x"});
    add_formula(builder, "h", {"f + g", "g * x - f", "f / g"});
    Indicator composite;
    composite.id = "c";
    composite.kind = IndicatorKind::composite;
    composite.components = {"y", "x"};
    if (one_in(3)) composite.components.push_back(pick("g f"));
    components_ = composite.components;
    const bool alike = measures_["x"] == measures_["y"] && components_.size() == 2;
    if (alike && one_in(2)) composite.total = Decimal(3);
    builder.add(composite);
  }

  // A mean, the highest or the lowest over time. The parts of one quotient of several add up with
  // no others.
  void spread(Indicator& indicator) {
    indicator.time_rule = static_cast<TimeRule>(2 + upto(2));
    const bool ratio = indicator.kind == IndicatorKind::ratio;
    if (ratio && indicator.time_rule != TimeRule::mean) indicator.unit_rule = UnitRule::none;
  }

  void add_formula(PlanBuilder& builder, const char* id, const std::vector<std::string>& texts) {
    Indicator formula;
    formula.id = id;
    formula.kind = IndicatorKind::formula;
    formula.measure = pick("dong percent");
    formula.direction = static_cast<Direction>(upto(3));
    formula.formula = texts[static_cast<std::size_t>(upto(static_cast<int>(texts.size()) - 1))];
    measures_[id] = formula.measure;
    builder.add(formula);
  }

  // A mean, the highest or the lowest of the units below.
  void combine(Indicator& indicator) {
    indicator.unit_rule = static_cast<UnitRule>(3 + upto(2));
    if (indicator.unit_rule != UnitRule::mean) return;
    indicator.weight = indicator.id == "x" && one_in(4) ? "y" : "n";
    weighted_ = indicator.id;
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

  std::optional<NearMiss> near(const std::string& measure) {
    NearMiss near{Decimal(apart_.upto(5)), static_cast<ChangeIn>(apart_.upto(2))};
    if (near.in == ChangeIn::percent) near.value = *(near.value * Decimal(20));
    if (near.in == ChangeIn::points && measure == "dong") near.in = ChangeIn::value;
    return near;
  }

  Condition condition(bool may_change) {
    Condition result;
    result.kind = static_cast<ConditionKind>(1 + upto(may_change ? 8 : 6));
    result.value = number();
    if (result.kind == ConditionKind::between) result.upper = *(result.value + Decimal(upto(2)));
    if (result.kind == ConditionKind::about) result.tolerance = Decimal(upto(2));
    if (is_change(result.kind)) {
      result.value = result.value.abs();
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

  // Points are of percentages.
  void fit(Condition& condition, const std::string& indicator) {
    if (condition.in == ChangeIn::points && measures_[indicator] == "dong") {
      condition.in = ChangeIn::value;
    }
  }

  // Often enough in the cell of an assigned target, so that it has something to stand on; or for
  // the growth of what another asks for.
  void settle(Target& target) {
    const bool alone = target.layer == TargetLayer::assigned;
    if (!assigned_.empty() && !one_in(4) && (!alone || one_in(2))) {
      const Target& base = pick(assigned_);
      if (alone && base.indicator != "x") return;
      target.indicator = alone ? "g" : base.indicator;
      target.unit = base.unit;
      target.project = base.project;
      target.assigner = base.assigner;
      target.period = base.period;
      if (alone && one_in(2)) {
        target.condition = {};
        target.condition.kind = ConditionKind::at_least;
      }
    }
    if (alone) assigned_.push_back(target);
  }

  // In a plan of several years what else is asked for is asked for a part of them.
  void add(PlanBuilder& builder, Target target) const {
    if (of_years_ && !target.period) target.period = plan_period_;
    builder.add(std::move(target));
  }

  // What has to grow on average over the whole plan, from the year before, or from what is stated
  // of a year by a target on what grows. Drawn aside.
  void add_targets_of_years(PlanBuilder& builder) {
    for (const char* assigner : {"", "province"}) {
      Target growth;
      growth.indicator = "g";
      growth.assigner = assigner;
      if (yearly_.one_in(4)) growth.unit = yearly_.pick(units_);
      growth.condition = growth_asked();
      if (yearly_.one_in(2)) growth.baseline = Baseline{Decimal(yearly_.upto(60)), {}};
      if (yearly_.one_in(2)) growth.profile = Profile{};
      if (yearly_.one_in(4)) growth.near = NearMiss{Decimal(100), ChangeIn::percent};
      builder.add(growth);
      if (yearly_.one_in(6)) {
        growth.layer = TargetLayer::adds;
        builder.add(growth);
      }
      if (yearly_.one_in(2)) continue;
      Target stated;
      stated.indicator = grows_;
      stated.unit = growth.unit;
      stated.assigner = yearly_.one_in(6) ? "u0" : assigner;
      stated.condition.kind = ConditionKind::at_least;
      stated.condition.value = Decimal(9);
      stated.baseline = Baseline{Decimal(yearly_.upto(9)), {}};
      stated.baseline->period =
          *Period::parse(yearly_.pick("2021 2021 2020 2022 2022 2020-12-15/2021-12-15 2021-H2"));
      if (yearly_.one_in(4)) stated.decision.date = *Date::parse("2024-02-10");
      builder.add(stated);
    }
  }

  // Often what grows by a half each year has met.
  Condition growth_asked() {
    Condition result;
    result.kind = static_cast<ConditionKind>(1 + yearly_.upto(8));
    const Decimal step = measures_["g"] == "percent" ? Decimal(1) : Decimal(10);
    result.value = *(step * Decimal(yearly_.one_in(2) ? 50 : yearly_.upto(60)));
    if (result.kind == ConditionKind::between)
      result.upper = *(*(step * Decimal(40)) + result.value);
    if (result.kind == ConditionKind::about) result.tolerance = *(step * Decimal(20));
    if (is_change(result.kind)) result.in = static_cast<ChangeIn>(yearly_.upto(2));
    return result;
  }

  // Of x and y by years, in numbers whose quotients are often powers.
  void add_reports_of_years(ObservationLog& log, std::vector<Observation>& reports) {
    const bool odd = years_.start().day() != 1;
    for (int year = years_.start().year() - (odd ? 0 : 1); year < 2025; ++year) {
      for (const char* indicator : {"x", "y"}) {
        Observation report;
        report.indicator = indicator;
        if (yearly_.one_in(8)) report.unit = yearly_.pick(units_);
        const std::string first = std::to_string(year);
        const std::string next = std::to_string(year + 1);
        report.period = *Period::parse(odd ? first + "-12-15/" + next + "-12-15" : first);
        const char* numbers[] = {"4", "6", "9", "13.5", "4", "9", "8", "5"};
        report.value = *Decimal::parse(numbers[yearly_.upto(7)]);
        if (ratios_.contains(indicator)) {
          report.numerator = std::exchange(report.value, std::nullopt);
          report.denominator = Decimal(1 + yearly_.upto(1));
        }
        if (yearly_.one_in(6)) continue;
        if (yearly_.one_in(12)) report.qualifier = static_cast<Qualifier>(yearly_.upto(3));
        if (yearly_.one_in(6)) report.recorded_on = *Date::parse("2024-06-30");
        if (log.append(report)) reports.push_back(report);
      }
    }
  }

  // One target for each of the units below.
  void hand_down(PlanBuilder& builder) {
    if (assigned_.empty()) return;
    Target part = pick(assigned_);
    const std::string above = part.unit.empty() ? "u0" : part.unit;
    if (!one_in(3)) part.assigner = above;
    part.condition.then.reset();
    for (const auto& [unit, parent] : parents_) {
      if (parent != above || one_in(8)) continue;
      part.unit = unit;
      part.condition.value = number();
      if (is_bound(part.condition.kind)) add(builder, part);
    }
  }

  // Conditions on all components, which hold often enough that composites are met.
  void make_composite(Target& target) {
    std::vector<ComponentCondition> all;
    for (const std::string& component : components_) {
      all.push_back({component, condition(one_in(3))});
      Condition& asked = all.back().condition;
      if (is_countable(component) && one_in(3)) asked = fact();
      fit(asked, component);
      if (one_in(2)) {
        asked = {};
        asked.kind = ConditionKind::at_least;
        asked.value = Decimal(-9);
      }
    }
    target.condition = {};
    target.condition.kind = ConditionKind::components;
    target.condition.components = std::make_shared<const std::vector<ComponentCondition>>(all);
    target.baseline.reset();
    if (target.layer == TargetLayer::adds) target.layer = TargetLayer::replaces;
  }

  Target target() {
    Target result;
    result.indicator = one_in(10) ? pick("f h") : pick("x x y g");
    if (one_in(4)) result.unit = pick(units_);
    if (one_in(3)) result.assigner = "province";
    if (one_in(8)) result.project = "p0";
    if (one_in(6)) result.period = period();
    result.layer = one_in(3) ? static_cast<TargetLayer>(upto(3)) : TargetLayer::assigned;
    result.condition = condition(true);
    // Often enough alike, so that wholes add up.
    if (result.layer == TargetLayer::adds || one_in(3)) {
      result.condition.kind = ConditionKind::at_least;
      result.condition.then.reset();
    }
    if (one_in(4) || result.layer == TargetLayer::revised) result.decision.date = date();
    if (one_in(4)) result.indicator = "c";
    if (one_in(4)) result.baseline = Baseline{number(), {}};
    if (one_in(4)) result.projects = upto(4);
    settle(result);
    fit(result.condition, result.indicator);
    if (is_countable(result.indicator) && one_in(5)) result.condition = fact();
    if (result.indicator == "c") {
      make_composite(result);
    } else if (apart_.one_in(2)) {
      result.profile = profile(result.period.value_or(plan_period_));
    }
    const bool numbered = has_number(result.condition.kind);
    if (numbered && apart_.one_in(5)) result.near = near(measures_[result.indicator]);
    lead(result);
    return result;
  }

  // Of one kind, so that several targets of a cell are often on the same way.
  Profile profile(const Period& period) {
    Profile result;
    result.kind =
        apart_.one_in(2) ? Profile::Kind::linear : static_cast<Profile::Kind>(1 + apart_.upto(1));
    if (result.kind == Profile::Kind::shares) add_shares(result, period);
    Date day = period.start();
    while (result.kind == Profile::Kind::milestones && day < period.last_day()) {
      if (!apart_.one_in(3))
        result.milestones.emplace_back(day, *Decimal::of(apart_.upto(9) - 3, 0));
      day = *day.plus_days(1 + apart_.upto(200));
    }
    return result;
  }

  // Months, quarters or halves, a few of them left out, or two parts of some days.
  void add_shares(Profile& profile, const Period& period) {
    std::vector<Period> parts = {period};
    const Result<std::vector<Period>> whole =
        period.parts(std::array{1, 3, 6}[static_cast<std::size_t>(apart_.upto(2))]);
    if (whole) {
      parts = *whole;
    } else if (period.days() > 9) {
      const Date middle = *period.start().plus_days(7);
      parts = {*Period::of(period.start(), middle), *Period::of(middle, period.end())};
    }
    Decimal rest(1);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (apart_.one_in(4)) continue;
      const Decimal share = *Decimal::of(apart_.upto(3), 1);
      profile.shares.emplace_back(parts[i], share);
      rest = *(rest - share);
    }
    profile.shares.emplace_back(parts.back(), rest);
  }

  void add_projects(PlanBuilder& builder) {
    for (int i = upto(3); i >= 0; --i) {
      Project project;
      project.id = "p" + std::to_string(i);
      if (one_in(2)) project.stages = {"approved", "paid"};
      for (int left = upto(2); left > 0; --left) {
        Target quantity = target();
        quantity.layer = TargetLayer::assigned;
        project.targets.push_back(quantity);
      }
      if (!payments_.empty() && one_in(3)) {
        project.capital.push_back({"year", pick(payments_), Decimal(upto(5)), {}, {}});
        if (one_in(3)) project.investor = pick(units_);
        if (one_in(3)) project.lead = pick(units_);
      }
      builder.add(project);
    }
  }

  // What some targets of projects ask for, at each stage.
  void add_stages(const Plan& plan, std::vector<Observation>& reports) {
    for (const Target& target : plan.targets()) {
      if (target.project.empty() || one_in(2)) continue;
      for (const char* stage : {"approved", "paid"}) {
        Observation report;
        report.indicator = target.indicator;
        report.unit = target.unit;
        report.project = target.project;
        report.work_stage = stage;
        report.period = *target.period;
        draw_number(report);
        reports.push_back(report);
      }
    }
  }

  void draw_number(Observation& report) {
    if (ratios_.contains(report.indicator)) {
      report.numerator = number();
      report.denominator = number();
    } else {
      report.value = one_in(12) ? Decimal(100) : number();  // all of a percentage
    }
  }

  // The plain case: of the unit of the plan, each year as a whole.
  void add_years(std::vector<Observation>& reports) {
    for (const char* indicator : {"x", "y"}) {
      for (const char* year : {"2023", "2024"}) {
        if (one_in(5)) continue;
        Observation report;
        report.indicator = indicator;
        report.period = *Period::parse(year);
        draw_number(report);
        reports.push_back(report);
      }
    }
  }

  // What is weighted and what it is weighted by, of all units for one time.
  void add_weighted(std::vector<Observation>& reports) {
    const Period when = *Period::parse(pick("2024 2024-H1"));
    for (const std::string& unit : units_) {
      if (unit == "u0") continue;
      for (const std::string& indicator : {weighted_, std::string("n")}) {
        if (one_in(8)) continue;
        Observation report;
        report.indicator = indicator;
        report.unit = unit;
        report.period = when;
        draw_number(report);
        if (indicator == "n") report.value = report.value->abs();
        reports.push_back(report);
      }
    }
  }

  Observation observation() {
    Observation result;
    result.indicator = one_in(20) ? pick("f h") : pick("x x x x x x x x y y y y n g g");
    if (one_in(2)) result.unit = pick(units_);
    if (one_in(4)) result.project = "p" + std::to_string(upto(3));
    if (one_in(result.project.empty() ? 30 : 2))
      result.work_stage = one_in(2) ? "approved" : "paid";
    result.period = period();
    if (one_in(3)) result.form = one_in(2) ? Form::to_date : static_cast<Form>(upto(2));
    if (one_in(8)) {
      result.standing = static_cast<Standing>(1 + upto(2));
    } else if (is_countable(result.indicator) && one_in(4)) {
      result.standing = one_in(3) ? Standing::no : Standing::yes;
    } else if (by_hand_ && one_in(12)) {
      result.words = pick("surplus deficit");
    } else if (one_in(3)) {
      result.numerator = number();
      result.denominator = number();
    } else {
      result.value = number();
      if (result.indicator == "n" && !one_in(8)) result.value = result.value->abs();
      if (one_in(8)) result.value = *(*result.value * Decimal(one_in(3) ? 100 : 10));
      if (by_hand_ && one_in(2)) result.upper = *(*result.value + Decimal(upto(6)));
    }
    if (by_hand_ && one_in(2)) {
      result.verdict = static_cast<Verdict>(1 + upto(3));
      result.judge = pick("statistics finance");
    }
    result.status = static_cast<Status>(2 - upto(8) / 4);
    if (one_in(6)) result.qualifier = static_cast<Qualifier>(upto(3));
    if (one_in(3)) result.recorded_on = date();
    if (one_in(6)) result.revision = 1;
    return result;
  }

  Request request() {
    Request result;
    result.as_of = one_in(2) ? *Date::parse("2024-12-31") : date();
    if (one_in(3)) result.known_on = date();
    result.base_rule = static_cast<BaseRule>(upto(2));
    return result;
  }

  // By other rules than the usual ones, one or both.
  void draw_rules(Rules& rules) {
    if (ruled_.one_in(2)) rules.unreported = Unreported::leave_out;
    if (ruled_.one_in(2)) rules.compared_with = ComparedWith::period_before;
  }

  Random ruled_;  // for the rules of requests: without it the books are the same
  Random apart_;  // for what is near: without it the books are the same
  Random aside_{0};
  Random yearly_;          // for plans of several years: without them the books are the same
  bool of_years_ = false;  // whether the plan is one
  Period years_;           // all of it
  std::string grows_;      // what the growth is of
  std::vector<std::string> groups_;
  bool lists_ = false;  // whether groups name their targets, and not the other way round
  Period plan_period_;
  bool by_hand_ = false;  // whether there are ranges, words and verdicts given by hand
  std::vector<std::string> units_;
  std::vector<std::pair<std::string, std::string>> parents_;
  std::vector<Target> assigned_;
  std::string weighted_;  // what has a mean over units by n
  std::map<std::string, std::string> measures_;
  std::set<std::string> ratios_;
  std::vector<std::string> payments_;  // indicators that pots may be paid by
  std::vector<std::string> components_;
  std::vector<std::string> countable_;  // indicators of which a target may ask a yes
};

}  // namespace

std::optional<RandomBook> random_book(std::uint64_t seed) { return Generator(seed).make(); }

}  // namespace tiendo::oracle
