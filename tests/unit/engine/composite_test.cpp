// Targets on indicators of several components: their rows, and what the components make of them.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::composite_test {
namespace {

// "Labour": in farming at most 12.1 %, in industry at least 42.3 %, in services 35 to 36 %.
struct Labour {
  Book book;
  Target* target;
  Labour() {
    for (const char* id : {"farming", "industry", "services"}) {
      book.add_indicator(id, IndicatorKind::share, "percent");
    }
    book.add_composite("labour", {"farming", "industry", "services"});
    target = &book.add_target("labour", by_component({{"farming", at_most("12.1")},
                                                      {"industry", at_least("42.3")},
                                                      {"services", between("35", "36")}}));
  }
  // Reports for the year; "" for none.
  Labour(const char* farming, const char* industry, const char* services) : Labour() {
    if (*farming) book.add_report("farming", "2024", farming);
    if (*industry) book.add_report("industry", "2024", industry);
    if (*services) book.add_report("services", "2024", services);
  }
  std::string verdict(std::string_view as_of = "2024-12-31") {
    const ReportRow row = book.row(as_of);
    return shown_verdict(row) + ", " + shown_state(row) + ", " + shown(row.coverage);
  }
};

TEST(CompositeTest, HasARowForEachComponentAfterItsOwn) {
  Labour labour;
  const Report report = labour.book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 4U);  // the components have no rows of their own besides
  EXPECT_EQ(report.rows[0].kind, RowKind::target);
  EXPECT_EQ(report.rows[0].indicator, 3U);
  const char* values[] = {"12.1", "42.3", "35"};
  for (Index i = 0; i < 3; ++i) {
    const ReportRow& row = report.rows[i + 1];
    EXPECT_EQ(row.kind, RowKind::component);
    EXPECT_EQ(row.indicator, i);
    EXPECT_EQ(row.targets, (std::vector<Index>{0}));
    EXPECT_EQ(row.condition.value.to_string(), values[i]);
    EXPECT_EQ(row.assigner, report.rows[0].assigner);
    EXPECT_EQ(row.unit, report.rows[0].unit);
    EXPECT_EQ(row.period, report.rows[0].period);
  }
}

TEST(CompositeTest, AComponentMayHaveATargetOfItsOwnBesides) {
  Labour labour("12", "43", "35");
  labour.book.add_target("industry", at_least("45"), "province");
  const Report report = labour.book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 5U);
  EXPECT_EQ(report.rows[0].indicator, 1U);
  EXPECT_EQ(report.rows[0].verdict, Verdict::missed);
  EXPECT_EQ(report.rows[1].verdict, Verdict::met);
}

TEST(CompositeTest, IsMissedAsSoonAsOneIsAndMetWhenAllAre) {
  // clang-format off
  const struct { const char *farming, *industry, *services, *expected; } cases[] = {
      {"12.1", "42.3", "35.6", "met, value, 3/3 components"},
      {"12",   "43",   "35.6", "met, value, 3/3 components"},      // services cannot be exceeded
      {"12",   "43",   "37",   "exceeded, value, 3/3 components"},  // but on their better side
      {"12.2", "43",   "37",   "missed, value, 3/3 components"},
      {"12",   "43",   "34",   "missed, value, 3/3 components"},
      {"12",   "42",   "",     "missed, undefined partial_coverage, 2/3 components"},
      {"12",   "43",   "",     "no_data, undefined partial_coverage, 2/3 components"},
      {"",     "43",   "withheld", "no_data, undefined partial_coverage, 1/3 components"},
      {"withheld", "43", "",   "withheld, undefined partial_coverage, 1/3 components"},
      {"n/a",  "n/a",  "n/a",  "not_applicable, not_applicable not_applicable, 0/3 components"},
      {"",     "",     "",     "no_data, no_data no_data, 0/3 components"},
  };
  // clang-format on
  for (const auto& c : cases) {
    Labour labour(c.farming, c.industry, c.services);
    EXPECT_EQ(labour.verdict(), c.expected) << c.farming << ' ' << c.industry << ' ' << c.services;
  }
}

TEST(CompositeTest, IsProvisionalOnlyWhileItIsOpen) {
  Labour labour("12", "43", "35");
  labour.book.add_report("farming", "2024-H1", "12");
  labour.book.add_report("industry", "2024-H1", "43");
  labour.book.add_report("services", "2024-H1", "35");
  const ReportRow open = labour.book.row("2024-06-30");
  EXPECT_EQ(shown_verdict(open), "period_open");
  EXPECT_EQ(open.provisional, Verdict::met);
  const ReportRow judged = labour.book.row("2024-12-31");
  EXPECT_EQ(judged.verdict, Verdict::met);
  EXPECT_EQ(judged.provisional, Verdict::none);
}

TEST(CompositeTest, IsOpenAsLongAsItsComponentsAre) {
  Labour labour;
  for (const char* id : {"farming", "industry", "services"}) {
    labour.book.add_report(id, "2024-H1", "99");
  }
  EXPECT_EQ(labour.verdict("2024-06-30"), "period_open, value, 3/3 components");
  EXPECT_EQ(labour.verdict("2023-06-30"), "not_started, not_due not_started, 0/3 components");
}

TEST(CompositeTest, IsAsFinalAsItsLeastFinalComponent) {
  Labour labour;
  labour.book.add_report("farming", "2024", "12").status = Status::official;
  labour.book.add_report("industry", "2024", "43").status = Status::estimate;
  labour.book.add_report("services", "2024", "35").status = Status::preliminary;
  EXPECT_EQ(labour.book.row("2024-12-31").status, Status::estimate);
}

TEST(CompositeTest, OfExceededAloneExceededComes) {
  Book book;
  book.add_indicator("a", IndicatorKind::flow);
  book.add_indicator("b", IndicatorKind::flow);
  book.add_composite("both", {"a", "b"});
  book.add_target("both", by_component({{"a", at_least("10")}, {"b", at_least("10")}}));
  book.add_report("a", "2024-H1", "11");
  book.add_report("b", "2024-H1", "10");
  // What adds up and has reached its bound is settled before the end: for the whole as well.
  EXPECT_EQ(shown_verdict(book.row("2024-06-30")), "met");
  Book more;
  more.add_indicator("a", IndicatorKind::flow);
  more.add_composite("one", {"a"});
  more.add_target("one", by_component({{"a", at_least("10")}}));
  more.add_report("a", "2024-H1", "11");
  EXPECT_EQ(shown_verdict(more.row("2024-06-30")), "exceeded");
}

TEST(CompositeTest, HasNoFigureOfItsOwn) {
  Labour labour("12", "43", "35");
  labour.book.add_report("industry", "2023", "40");
  const ReportRow row = labour.book.row("2024-12-31");
  for (const Field field : kFields) {
    if (field == Field::expected || field == Field::deviation) continue;
    EXPECT_EQ(shown(figure(row, field)), "composite") << name_of(field);
  }
  // Its components have.
  EXPECT_EQ(shown(labour.book.report("2024-12-31").rows[2].growth), "15/2");
}

TEST(CompositeTest, WithoutATargetHasARowThatSaysSo) {
  Book book;
  book.add_indicator("a", IndicatorKind::flow);
  book.add_composite("c", {"a"});
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 2U);
  EXPECT_EQ(shown_state(report.rows[1]), "undefined composite");
  EXPECT_EQ(shown(report.rows[1].target), "no_target");
}

TEST(CompositeTest, AChangeOfAComponentStartsFromItsOwnPast) {
  Book book;
  book.add_indicator("a", IndicatorKind::level);
  book.add_indicator("b", IndicatorKind::level);
  book.add_composite("c", {"a", "b"});
  book.add_target("c", by_component({{"a", increase_by("2")}, {"b", decrease_by("1")}}));
  for (const auto& [id, before, now] : {std::tuple{"a", "5", "7"}, std::tuple{"b", "40", "39"}}) {
    book.add_report(id, "2023", before);
    book.add_report(id, "2024", now);
  }
  const Report report = book.report("2024-12-31");
  EXPECT_EQ(shown(report.rows[1].baseline), "5");
  EXPECT_EQ(shown(report.rows[2].baseline), "40");
  EXPECT_EQ(report.rows[0].verdict, Verdict::met);
}

TEST(CompositeTest, CountsAsOneInTheSummary) {
  Labour labour("12", "43", "34");
  const Report report = labour.book.report("2024-12-31");
  ASSERT_EQ(report.summary.size(), 1U);
  EXPECT_EQ(report.summary[0].rows, 1);
  EXPECT_EQ(report.summary[0].missed, 1);
}

TEST(CompositeTest, AReplacementTakesAllComponentsWithIt) {
  Labour labour("12", "43", "34");
  Target& second = labour.book.add_target("labour", by_component({{"services", at_least("30")},
                                                                  {"farming", at_most("20")},
                                                                  {"industry", at_least("1")}}));
  second.layer = TargetLayer::replaces;
  second.decision.date = day("2024-07-01");
  EXPECT_EQ(labour.book.report("2024-06-30").rows.at(1).condition.value.to_string(), "12.1");
  const Report report = labour.book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 4U);
  EXPECT_EQ(report.rows[0].verdict, Verdict::exceeded);
  EXPECT_EQ(report.rows[1].indicator, 2U);
}

TEST(CompositeTest, IsExplainedByItsComponents) {
  Labour labour("12", "43", "");
  const Report report = labour.book.report("2024-12-31");
  const Trace trace = explain(labour.book.log(), report, 0);
  EXPECT_TRUE(trace.sources.empty());
  EXPECT_TRUE(trace.steps.empty());
  ASSERT_EQ(trace.components.size(), 3U);
  EXPECT_EQ(trace.components[1].verdict, Verdict::exceeded);
  EXPECT_EQ(shown_verdict(trace.row), "no_data");
  EXPECT_EQ(shown(trace.row.coverage), "2/3 components");
  EXPECT_TRUE(explain(labour.book.log(), report, 1).components.empty());
}

TEST(CompositeTest, AProjectMayHaveOneToo) {
  Book book;
  book.add_indicator("road", IndicatorKind::flow);
  book.add_indicator("bridge", IndicatorKind::count, "person");
  book.add_composite("works", {"road", "bridge"});
  book.add_project("south", "works", by_component({{"road", at_least("3")}, {"bridge", yes()}}));
  book.add_project_report("south", "road", "2024", "3");
  book.add_project_report("south", "bridge", "2024", "yes");
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 3U);
  EXPECT_EQ(report.rows[0].verdict, Verdict::met);
  EXPECT_EQ(report.rows[1].project, 0U);
  EXPECT_TRUE(report.summary.empty());
}

}  // namespace
}  // namespace tiendo::composite_test
