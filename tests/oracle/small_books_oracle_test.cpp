// The engine against the definitions of engine.hpp on all small books of what is made from others:
// formulas of every sort of reference, and composites of every sort of component.

#include <gtest/gtest.h>

#include "../unit/engine/book.hpp"
#include "agreement.hpp"

namespace tiendo {
namespace {

using Word = const char*;

constexpr std::array kDirections = {Direction::more, Direction::less, Direction::inside,
                                    Direction::near};

// Whether what was said on these days is what the definitions make of it; "" is no report.
void check(const Plan& plan, const std::vector<std::array<Word, 3>>& said) {
  ObservationLog log(plan);
  Book book;
  std::string text;
  for (const auto& [indicator, when, word] : said) {
    if (*word == 0) continue;
    text += std::string(indicator) + ' ' + when + ' ' + word + "; ";
    ASSERT_TRUE(log.append(book.add_report(indicator, when, word)));
  }
  for (const char* as_of : {"2024-06-30", "2024-12-31"}) {
    Request request;
    request.as_of = day(as_of);
    ASSERT_TRUE(oracle::agrees(log, request)) << text;
  }
}

// ---- Formulas -----------------------------------------------------------------------------------

std::vector<Condition> conditions(Direction direction) {
  std::vector<Condition> all = {between("2", "3"), around("2", "1"),
                                both(increase_by("1"), at_most("3"))};
  if (direction != Direction::more) return all;
  for (const ConditionKind kind :
       {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
        ConditionKind::less_than, ConditionKind::equal}) {
    all.push_back(condition(kind, "2"));
  }
  for (const ConditionKind kind : {ConditionKind::increase_by, ConditionKind::decrease_by}) {
    for (const ChangeIn in : {ChangeIn::value, ChangeIn::percent}) {
      all.push_back(change(kind, "1", in));
    }
  }
  return all;
}

// How the references x and y come about over time.
struct Sorts {
  IndicatorKind x;
  IndicatorKind y;
  std::optional<TimeRule> over_time = {};
};

Plan formula_plan(const Sorts& sorts) {
  Book book;
  for (int i = 0; i < 12; ++i) book.add_unit('a' + std::to_string(i), "");
  book.add_indicator("x", sorts.x).time_rule = sorts.over_time;
  book.add_indicator("y", sorts.y, "person").time_rule = sorts.over_time;
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "x";
  const char* formulas[] = {"x + y", "x / y", "-x * 2 - 1", "sum / x - y"};
  book.add_indicator("sum", IndicatorKind::formula).formula = "x + y + y";
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    const std::string id(name_of(kDirections[i]));
    Indicator& formula = book.add_indicator(id, IndicatorKind::formula);
    formula.formula = formulas[i];
    formula.direction = kDirections[i];
    formula.achievement = static_cast<Achievement>(i % 3);
    if (i % 2 == 1) formula.near = NearMiss{dec("1"), ChangeIn::value};
    int assigner = 0;
    for (const Condition& asked : conditions(kDirections[i])) {
      Target& target = book.add_target(id, asked, 'a' + std::to_string(assigner++));
      if (assigner % 3 == 0) target.baseline = Baseline{dec("1"), {}};
      if (assigner % 4 == 1) target.profile = Profile{};
    }
  }
  book.add_indicator("of-growth", IndicatorKind::formula).formula = "growth - x";
  book.add_target("of-growth", at_least("10"));
  return book.plan();
}

TEST(SmallBooksOracle, EveryFormulaIsWhatItsReferencesMake) {
  const Sorts all[] = {{IndicatorKind::flow, IndicatorKind::level},
                       {IndicatorKind::level, IndicatorKind::count},
                       {IndicatorKind::flow, IndicatorKind::flow},
                       {IndicatorKind::flow, IndicatorKind::level, TimeRule::mean},
                       {IndicatorKind::level, IndicatorKind::flow, TimeRule::max}};
  for (const Sorts& sorts : all) {
    const Plan plan = formula_plan(sorts);
    for (const bool before : {false, true}) {
      for (const Word first : {"", "3", "0", "n/a", "withheld"}) {
        for (const Word second : {"", "4"}) {
          for (const Word y_first : {"", "2"}) {
            for (const Word y_second : {"", "2", "0"}) {
              check(plan, {{"x", "2023-H1", before ? "2" : ""},
                           {"x", "2023-H2", before ? "1" : ""},
                           {"y", "2023", before ? "1" : ""},
                           {"x", "2024-H1", first},
                           {"x", "2024-H2", second},
                           {"y", "2024-H1", y_first},
                           {"y", "2024-H2", y_second}});
              if (HasFatalFailure()) {
                FAIL() << name_of(sorts.x) << ' ' << name_of(sorts.y)
                       << (sorts.over_time ? name_of(*sorts.over_time) : "");
              }
            }
          }
        }
      }
    }
  }
}

// The unit's own report comes first, and may be missing in the year before.
TEST(SmallBooksOracle, AFormulaThatIsReportedItselfIsAsReported) {
  const Plan plan = formula_plan({IndicatorKind::flow, IndicatorKind::level});
  for (const Word own : {"", "2", "n/a", "withheld"}) {
    for (const Word own_before : {"", "1", "withheld"}) {
      for (const Word x : {"", "3"}) {
        for (const Word when : {"2024-H1", "2024"}) {
          check(plan, {{"more", when, own},
                       {"sum", when, own},
                       {"more", "2023", own_before},
                       {"x", "2023", "2"},
                       {"y", "2023", "1"},
                       {"x", "2024", x},
                       {"y", "2024", "1"}});
          if (HasFatalFailure()) return;
        }
      }
    }
  }
}

// ---- Composites ---------------------------------------------------------------------------------

// Of a sum, a level with what is near it, a formula of the two, and a fact.
Plan composite_plan() {
  Book book;
  for (int i = 0; i < 6; ++i) book.add_unit('a' + std::to_string(i), "");
  book.add_indicator("x", IndicatorKind::flow);
  Indicator& y = book.add_indicator("y", IndicatorKind::level, "person");
  y.near = NearMiss{dec("1"), ChangeIn::value};
  y.direction = Direction::less;
  book.add_indicator("f", IndicatorKind::formula).formula = "x - y";
  book.add_indicator("z", IndicatorKind::flow);
  book.add_composite("all", {"x", "y", "f", "z"});
  book.add_composite("two", {"y", "x"});
  const std::vector<ComponentCondition> wordings[] = {
      {{"x", at_least("4")}, {"y", at_most("2")}, {"f", at_least("2")}, {"z", yes()}},
      {{"x", condition(ConditionKind::more_than, "4")},
       {"y", between("1", "2")},
       {"f", increase_by("1")},
       {"z", at_least("1")}},
      {{"x", at_most("4")},
       {"y", around("2", "0")},
       {"f", condition(ConditionKind::equal, "2")},
       {"z", yes()}}};
  int assigner = 0;
  for (const auto& wording : wordings) {
    book.add_target("all", by_component(wording), 'a' + std::to_string(assigner++));
    book.add_target("two", by_component({wording[1], wording[0]}),
                    'a' + std::to_string(assigner++));
  }
  return book.plan();
}

TEST(SmallBooksOracle, EveryCompositeIsWhatItsComponentsAre) {
  const Plan plan = composite_plan();
  for (const Word x_first : {"", "3", "4", "withheld"}) {
    for (const Word x_second : {"", "0", "1"}) {
      for (const Word y : {"", "1", "2", "3", "4", "n/a"}) {
        for (const Word z : {"", "yes", "no"}) {
          for (const Word when : {"2024-H1", "2024"}) {
            check(plan, {{"x", "2023", "3"},
                         {"y", "2023", "2"},
                         {"x", "2024-H1", x_first},
                         {"x", "2024-H2", x_second},
                         {"y", when, y},
                         {"z", when, z}});
            if (HasFatalFailure()) return;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
