// What parts are of a whole, and what they contribute to its growth.

#include "tiendo/engine/contributions.hpp"

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::contributions_test {
namespace {

// Three sectors, of the town and of a composite.
class Sectors {
 public:
  Sectors() {
    for (const char* id : {"farms", "plants", "shops"}) book.add_indicator(id, IndicatorKind::flow);
    book.add_indicator("all", IndicatorKind::flow);
    book.add_composite("sectors", {"farms", "plants", "shops"});
  }
  void report(const char* indicator, const char* before, const char* now) {
    if (*before) book.add_report(indicator, "2023", before);
    if (*now) book.add_report(indicator, "2024", now);
  }
  Contributions ask(const char* whole = "", const char* indicator = "sectors",
                    const char* as_of = "2024-12-31") {
    Request request;
    request.as_of = day(as_of);
    const Plan& plan = book.log().plan();
    ContributionQuestion question{plan.find_indicator(indicator), plan.find_unit("town"),
                                  period("2024")};
    if (*whole) question.whole = plan.find_indicator(whole);
    return contributions(book.log(), request, question);
  }
  Book book;
};

// "share points percent" of each part; one word where it is the same reason for all three.
std::string said(const Contributions& all) {
  std::string text;
  for (const ContributionPart& part : all.parts) {
    if (!text.empty()) text += "; ";
    text += shown(part.share) + ' ' + shown(part.points) + ' ' + shown(part.percent);
  }
  return text;
}

Sectors three() {
  Sectors sectors;
  sectors.report("farms", "20", "21");
  sectors.report("plants", "50", "60");
  sectors.report("shops", "30", "29");
  return sectors;
}

TEST(ContributionsTest, PointsAddUpToTheGrowthAndPercentsToAHundred) {
  Sectors sectors = three();
  const Contributions all = sectors.ask();
  EXPECT_EQ(shown(all.now), "110");
  EXPECT_EQ(shown(all.before), "100");
  EXPECT_EQ(shown(all.change), "10");
  EXPECT_EQ(shown(all.growth), "10");
  EXPECT_EQ(said(all), "210/11 1 10; 600/11 10 100; 290/11 -1 -10");
}

TEST(ContributionsTest, OfAWholeThatHasNotChangedThereIsNothingToShare) {
  Sectors sectors;
  sectors.report("farms", "20", "25");
  sectors.report("plants", "50", "45");
  sectors.report("shops", "30", "30");
  const Contributions all = sectors.ask();
  EXPECT_EQ(shown(all.growth), "0");
  EXPECT_EQ(all.parts[0].percent.reason, Errc::no_change);
  EXPECT_EQ(said(all), "25 5 no_change; 45 -5 no_change; 30 0 no_change");
}

TEST(ContributionsTest, GrowthFromNothingIsNone) {
  Sectors sectors;
  sectors.report("farms", "5", "25");
  sectors.report("plants", "-5", "45");
  sectors.report("shops", "0", "30");
  const Contributions all = sectors.ask();
  EXPECT_EQ(shown(all.growth), "base_zero");
  EXPECT_EQ(shown(all.parts[0].points), "base_zero");
  EXPECT_EQ(shown(all.parts[0].percent), "20");
  EXPECT_EQ(shown(all.parts[0].share), "25");
}

TEST(ContributionsTest, OfNothingThereAreNoShares) {
  Sectors sectors;
  sectors.report("farms", "5", "1");
  sectors.report("plants", "5", "-1");
  sectors.report("shops", "0", "0");
  EXPECT_EQ(shown(sectors.ask().parts[0].share), "denominator_zero");
}

TEST(ContributionsTest, APartThatIsMissingLeavesNothingToSay) {
  Sectors sectors = three();
  Sectors late;
  late.report("farms", "20", "21");
  late.report("plants", "50", "60");
  late.report("shops", "30", "");
  EXPECT_EQ(said(late.ask()),
            "no_data no_data no_data; no_data no_data no_data; no_data no_data no_data");
  Sectors half;
  half.report("farms", "20", "21");
  half.report("plants", "50", "60");
  half.book.add_report("shops", "2024-H1", "9");
  EXPECT_EQ(shown(half.ask().now), "partial_coverage");
  Sectors fresh;
  fresh.report("farms", "20", "21");
  fresh.report("plants", "", "60");
  fresh.report("shops", "30", "19");
  const Contributions all = fresh.ask();
  EXPECT_EQ(said(all), "21 no_base no_base; 60 no_base no_base; 19 no_base no_base");
  EXPECT_EQ(shown(all.growth), "no_base");
  EXPECT_EQ(shown(sectors.ask("", "sectors", "2023-06-30").now), "not_started");
}

TEST(ContributionsTest, ASeriesThatBreaksIsNotCompared) {
  Sectors sectors;
  SeriesBreak broken;
  broken.on = day("2024-01-01");
  sectors.book = Book();
  for (const char* id : {"farms", "plants", "shops"}) {
    sectors.book.add_indicator(id, IndicatorKind::flow).breaks = {broken};
  }
  sectors.book.add_composite("sectors", {"farms", "plants", "shops"});
  sectors.report("farms", "20", "21");
  sectors.report("plants", "50", "60");
  sectors.report("shops", "30", "29");
  EXPECT_EQ(shown(sectors.ask().growth), "series_break");
  EXPECT_EQ(shown(sectors.ask().now), "110");
}

TEST(ContributionsTest, PartsThatAreNotTheWholeAreRefused) {
  Sectors sectors = three();
  sectors.report("all", "100", "110.5");
  const Contributions all = sectors.ask("all");
  EXPECT_EQ(shown(all.now), "parts_not_whole");
  EXPECT_EQ(shown(all.growth), "parts_not_whole");
  EXPECT_EQ(all.left_now->to_string(), "1/2");
  EXPECT_FALSE(all.left_before);
  Sectors revised = three();
  revised.report("all", "98", "110");
  const Contributions before = revised.ask("all");
  EXPECT_EQ(shown(before.now), "110");
  EXPECT_EQ(shown(before.growth), "parts_not_whole");
  EXPECT_EQ(before.left_before->to_string(), "-2");
  EXPECT_EQ(shown(before.parts[0].share), "210/11");
  Sectors same = three();
  same.report("all", "100", "110");
  EXPECT_EQ(shown(same.ask("all").growth), "10");
  Sectors silent = three();
  EXPECT_EQ(shown(silent.ask("all").now), "no_data");
}

TEST(ContributionsTest, AmountsInOtherMeasuresAreConvertedAndOtherKindsRefused) {
  Sectors sectors;
  sectors.book.add_indicator("small", IndicatorKind::flow, "trieu-dong");
  sectors.book.add_indicator("land", IndicatorKind::flow, "ha");
  sectors.book.add_indicator("stock", IndicatorKind::level);
  sectors.book.add_indicator("rate", IndicatorKind::share, "percent");
  for (const char* other : {"small", "land", "stock", "rate"}) {
    sectors.book.add_composite(std::string("with-") + other, {"farms", other});
    sectors.report(other, "1000", "2000");
  }
  sectors.report("farms", "1", "2");
  EXPECT_EQ(said(sectors.ask("", "with-small")), "50 50 50; 50 50 50");
  EXPECT_EQ(shown(sectors.ask("", "with-land").now), "measure_kinds_differ");
  EXPECT_EQ(shown(sectors.ask("", "with-stock").now), "not_additive");
  EXPECT_EQ(shown(sectors.ask("", "with-rate").now), "not_additive");
}

// Growth over several years is a percentage, and as little a part or a whole as any other.
TEST(ContributionsTest, AnAverageOfYearsIsNoPart) {
  Sectors sectors;
  for (const char* id : {"first", "second"}) {
    sectors.book.add_indicator(id, IndicatorKind::growth, "percent").base = "all";
  }
  sectors.book.add_composite("both", {"first", "second"});
  for (const auto& [year, output] : {std::pair{"2022", "100"}, std::pair{"2024", "121"}}) {
    sectors.book.add_report("all", year, output);
    sectors.book.add_unit_report("province", "all", year, output);
  }
  const Plan& plan = sectors.book.log().plan();
  Request request;
  request.as_of = day("2024-12-31");
  for (const auto& [indicator, unit] :
       {std::pair{"both", "town"}, std::pair{"first", "province"}}) {
    const ContributionQuestion question{plan.find_indicator(indicator), plan.find_unit(unit),
                                        period("2023/2024")};
    const Contributions all = contributions(sectors.book.log(), request, question);
    EXPECT_FALSE(all.parts.empty());
    for (const ContributionPart& part : all.parts) {
      EXPECT_EQ(shown(part.now), "not_additive") << unit;
      EXPECT_EQ(shown(part.share), "not_additive") << unit;
    }
    EXPECT_EQ(shown(all.growth), "not_additive") << unit;
  }
}

// Wards of the town, beside a department.
Sectors wards(const char* own = "") {
  Sectors sectors;
  for (const char* id : {"a", "b"}) sectors.book.add_unit(id).kind = "ward";
  sectors.book.add_unit("office").kind = "department";
  for (const auto& [unit, before, now] :
       {std::tuple{"a", "40", "60"}, std::tuple{"b", "60", "80"}}) {
    sectors.book.add_unit_report(unit, "all", "2023", before);
    sectors.book.add_unit_report(unit, "all", "2024", now);
  }
  if (*own) sectors.book.add_report("all", "2024", own);
  return sectors;
}

TEST(ContributionsTest, UnitsBelowArePartsOfTheirUnit) {
  Sectors sectors = wards();
  EXPECT_EQ(said(sectors.ask("", "all")), "300/7 20 50; 400/7 20 50");
  Sectors same = wards("140");
  EXPECT_EQ(shown(same.ask("", "all").now), "140");
  Sectors other = wards("141");
  EXPECT_EQ(shown(other.ask("", "all").now), "parts_not_whole");
  EXPECT_EQ(shown(wards().ask("", "farms").now), "no_data");
}

}  // namespace
}  // namespace tiendo::contributions_test
