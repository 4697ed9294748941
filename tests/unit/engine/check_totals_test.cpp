// Components against the total that their composite declares.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::check_totals_test {
namespace {

struct Structure {
  Book book;
  explicit Structure(Direction direction = Direction::more) {
    for (const char* id : {"industry", "services", "farming"}) {
      book.add_indicator(id, IndicatorKind::share, "percent").direction = direction;
    }
    book.add_composite("structure", {"industry", "services", "farming"}).total = dec("100");
  }
  void report(std::string_view when, const char* industry, const char* services,
              const char* farming) {
    book.add_report("industry", when, industry);
    book.add_report("services", when, services);
    if (*farming) book.add_report("farming", when, farming);
  }
  // Path and sentence of each finding, which must be warnings of one code.
  std::vector<std::string> found(std::optional<Date> known_on = {}) {
    std::vector<std::string> lines;
    for (const Diagnostic& finding : check_plan(book.log(), known_on)) {
      EXPECT_EQ(finding.severity, Severity::warning);
      EXPECT_EQ(finding.code, Errc::total_disagrees);
      lines.push_back(finding.place.path + " " + finding.sentence);
    }
    return lines;
  }
};

TEST(CheckTotalsTest, SharesThatAddUpExactlyAreNoFinding) {
  Structure structure;
  structure.report("2023", "80.83", "17.65", "1.52");  // as Bỉm Sơn town printed them
  structure.report("2024", "80.95", "17.62", "1.43");
  EXPECT_TRUE(structure.found().empty());
}

TEST(CheckTotalsTest, NamesTheSumAndTheTotalOfEachPeriodThatDisagrees) {
  Structure structure;
  structure.report("2023", "80.83", "17.65", "1.53");
  structure.report("2024", "80.95", "17.62", "1.4299999999999999");
  EXPECT_EQ(structure.found(),
            (std::vector<std::string>{
                "/indicators/3/total the components of \"structure\" of \"town\" in 2023 add up to "
                "100.01, not to 100",
                "/indicators/3/total the components of \"structure\" of \"town\" in 2024 add up to "
                "99.9999999999999999, not to 100"}));
}

TEST(CheckTotalsTest, AsksOnlyWhereAllComponentsAreThereAndExact) {
  Structure missing;
  missing.report("2024", "80", "17", "");
  EXPECT_TRUE(missing.found().empty());
  Structure other_period;
  other_period.report("2024", "80", "17", "");
  other_period.book.add_report("farming", "2023", "1");
  EXPECT_TRUE(other_period.found().empty());
  Structure hedged;
  hedged.report("2024", "80", "17", "");
  hedged.book.add_report("farming", "2024", "1").qualifier = Qualifier::about;
  EXPECT_TRUE(hedged.found().empty());
  Structure withheld;
  withheld.report("2024", "80", "17", "withheld");
  EXPECT_TRUE(withheld.found().empty());
}

TEST(CheckTotalsTest, TakesWhatIsKnownOnTheDay) {
  Structure structure;
  structure.report("2023", "80", "17", "1");
  structure.book.add_report("farming", "2023", "3").recorded_on = day("2024-03-01");
  EXPECT_TRUE(structure.found().empty());
  EXPECT_EQ(structure.found(day("2024-02-29")).size(), 1U);
}

TEST(CheckTotalsTest, WithoutATotalNothingIsAdded) {
  Book book;
  book.add_indicator("a", IndicatorKind::flow);
  book.add_composite("c", {"a"});
  book.add_report("a", "2024", "1");
  EXPECT_TRUE(check_plan(book.log()).empty());
}

// What check_plan() says of a target that asks for each component in the given words; farming is
// asked for at most 2 where it is not given.
std::string said_of(const std::vector<Condition>& asked, Direction direction = Direction::inside) {
  const std::vector<std::string> ids = {"industry", "services", "farming"};
  std::vector<ComponentCondition> all;
  for (std::size_t i = 0; i < asked.size(); ++i) all.push_back({ids[i], asked[i]});
  Structure structure(direction);
  structure.book.add_target("structure", by_component(all));
  const std::vector<std::string> found = structure.found();
  EXPECT_LE(found.size(), 1U);
  return found.empty() ? "" : found[0];
}
Condition one(ConditionKind kind, const char* value, const char* other = "0") {
  Condition condition;
  condition.kind = kind;
  condition.value = dec(value);
  (kind == ConditionKind::between ? condition.upper : condition.tolerance) = dec(other);
  return condition;
}

TEST(CheckTotalsTest, SaysWhichTargetsOnComponentsCannotAllBeMet) {
  using enum ConditionKind;
  const std::string cannot = "/plan/targets/0 not all components of \"structure\" can be met: ";
  const std::string total = ", and their total is 100";
  EXPECT_EQ(said_of({one(equal, "80"), one(equal, "17"), one(equal, "2")}),
            cannot + "together they would be at most 99" + total);
  EXPECT_EQ(said_of({one(equal, "80"), one(equal, "17"), one(equal, "3")}), "");
  EXPECT_EQ(said_of({one(at_least, "80"), one(at_least, "17"), one(at_least, "3.01")}),
            cannot + "together they would be at least 100.01" + total);
  EXPECT_EQ(said_of({one(at_least, "80"), one(more_than, "17"), one(at_least, "3")}),
            cannot + "together they would be more than 100" + total);
  EXPECT_EQ(said_of({one(at_most, "80"), one(less_than, "17"), one(at_most, "3")}),
            cannot + "together they would be less than 100" + total);
  EXPECT_EQ(said_of({one(at_least, "80"), one(at_most, "17"), one(at_most, "2")}), "");
  EXPECT_EQ(said_of({one(increase_by, "80"), one(equal, "17"), one(equal, "2")}), "");
}

TEST(CheckTotalsTest, ARangeThatMoreIsBetterThanHasNoUpperEnd) {
  using enum ConditionKind;
  const std::vector<Condition> asked = {one(between, "70", "80"), one(equal, "17"),
                                        one(about, "2", "0.5")};
  EXPECT_NE(said_of(asked).find("at most 99.5"), std::string::npos);
  EXPECT_EQ(said_of(asked, Direction::more), "");
  EXPECT_NE(said_of({one(between, "90", "95"), one(equal, "17"), one(equal, "2")}), "");
  EXPECT_EQ(said_of({one(between, "90", "95"), one(equal, "17"), one(equal, "2")}, Direction::less),
            "");
}

}  // namespace
}  // namespace tiendo::check_totals_test
