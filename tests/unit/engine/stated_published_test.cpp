// Every figure that was collected from Vietnamese public pages, each with the numbers it was
// printed with, and average growths of statistical offices. The files say which follow from their
// inputs; what is said of the others was computed apart, with fractions at all the ends of the
// inputs. tests/data/published/README.md describes the columns.

#include <gtest/gtest.h>

#include <set>

#include "../decimal/numbers.hpp"
#include "published.hpp"
#include "tiendo/engine/check_stated.hpp"

namespace tiendo::stated_published_test {
namespace {

// ---- The kinds of the files ----

StatedKind kind_of(const Published& c) {
  static const std::map<std::string, StatedKind> kKinds = {
      {"plan_completion", StatedKind::completion},
      {"gpmb_plan_completion", StatedKind::completion},
      {"disbursement_rate", StatedKind::completion},
      {"over_plan", StatedKind::excess},
      {"growth_same_period", StatedKind::growth},
      {"index_same_period", StatedKind::index},
      {"share_nested", StatedKind::share},
      {"total_of_parts", StatedKind::sum},
      {"total_of_shares", StatedKind::sum},
      {"total_of_pots", StatedKind::sum},
      {"count_indicators", StatedKind::sum},
      {"revision", StatedKind::difference},
      {"plan_task_ratio", StatedKind::excess}};
  if (c.kind == "base_consistency") {
    if (c.inputs.contains("a")) return StatedKind::difference;
    if (c.inputs.contains("pct")) return StatedKind::expression;
    return c.id == "VN-205" ? StatedKind::index : StatedKind::growth;
  }
  const auto found = kKinds.find(c.kind);
  if (found != kKinds.end()) return found->second;
  return stated_kind_named(c.kind).value();
}

// The name of an input in its kind; empty for one that plays no part in the figure.
std::string name_of_input(const Published& c, const std::string& name) {
  if (name == "projects" || name == "missed") return {};
  // The growth that a plan asks for is the plan over the year before it.
  if (c.kind == "plan_task_ratio") return name == "plan" ? "actual" : "plan";
  std::string id = name;
  for (char& letter : id) {
    if (letter == ' ') letter = '-';
  }
  return id;
}

Statement statement_of(const Published& c) {
  Statement statement;
  statement.kind = kind_of(c);
  if (statement.kind == StatedKind::expression) {
    statement.expression = *Expression::parse("plan * pct / 100 / base * 100 - 100");
  }
  for (const std::string& name : c.names) {
    const std::string id = name_of_input(c, name);
    if (id.empty()) continue;
    statement.inputs.push_back({id, dec(c.inputs.at(name))});
    // What is no figure of the page: the factor between two measures.
    statement.inputs.back().counted = id == "factor";
  }
  statement.figure = dec(c.stated);
  return statement;
}

std::string words(const std::vector<Rounding>& roundings) {
  std::string text;
  for (const Rounding mode : roundings) {
    text += (text.empty() ? "" : " ") + std::string(name_of(mode));
  }
  return text;
}

// ---- What does not reproduce ----

// How each stands to its inputs, and by which ways of rounding it would follow from them.
struct Failing {
  const char* verdict;
  const char* roundings;
};

// clang-format off
const std::map<std::string, Failing> kFailing = {
    {"VN-007", {"impossible", ""}},            // base revised
    {"VN-008", {"impossible", ""}},            // base revised or of another scope
    {"VN-014", {"possible", "down floor"}},    // cut off
    {"VN-015", {"impossible", ""}},            // stale figure
    {"VN-016", {"impossible", ""}},            // parts of another date
    {"VN-017", {"possible", "down floor"}},    // cut off, or a rounded input
    {"VN-019", {"impossible", ""}},            // assigners mixed
    {"VN-109", {"impossible", ""}},            // base revised
    {"VN-110", {"impossible", ""}},            // base revised
    {"VN-111", {"impossible", ""}},            // base revised
    {"VN-128", {"impossible", ""}},            // a wrong digit
    {"VN-133", {"impossible", ""}},            // numbers of different dates
    {"VN-134", {"impossible", "up ceiling"}},  // numbers of different dates
    {"VN-202", {"possible", "up ceiling"}},    // a rounded input
    {"VN-204", {"impossible", ""}},            // the plan is hedged: "over", see below
    {"VN-205", {"impossible", ""}},            // base revised
    {"VN-207", {"impossible", ""}},            // a decimal slip
    {"VN-227", {"impossible", ""}},            // yields and outputs that do not fit each other, to 236
    {"VN-228", {"impossible", ""}},
    {"VN-229", {"impossible", ""}},
    {"VN-230", {"impossible", ""}},
    {"VN-232", {"impossible", "up ceiling"}},
    {"VN-233", {"impossible", ""}},
    {"VN-234", {"impossible", ""}},
    {"VN-235", {"impossible", ""}},
    {"VN-236", {"impossible", ""}},
    {"VN-283", {"impossible", ""}},            // one off in the last digit
    {"VN-285", {"impossible", ""}},            // a difference of rounded shares
};
// clang-format on

std::vector<Published> all_cases() {
  std::vector<Published> all;
  for (const char* file : {"vietnam_cases.csv", "work_cases.csv", "stated_cases.csv"}) {
    for (Published& c : read_cases(file)) all.push_back(std::move(c));
  }
  return all;
}

TEST(StatedPublishedTest, EveryPublishedFigureStandsToItsInputsAsItDoes) {
  std::set<std::string> ids;
  std::size_t failing = 0;
  for (const Published& c : all_cases()) {
    // The total of two pots stands in two files: as parts, and as capital.
    EXPECT_TRUE(ids.insert(c.id).second || c.id == "VN-144") << c.id << " stands in two files";
    const Result<StatedCheck> check = check_stated(statement_of(c));
    ASSERT_TRUE(check) << c.id << check.error().sentence;
    const bool signless = c.kind == "revision";  // of which the size is printed, as it happens
    if (c.reproduces) {
      EXPECT_EQ(check->verdict, StatedVerdict::reproduces) << c.id;
      EXPECT_EQ(round(check->exact, c.digits, Rounding::half_up)->to_string(), c.stated) << c.id;
      EXPECT_TRUE(signless || !check->roundings.empty()) << c.id;
      continue;
    }
    ++failing;
    ASSERT_TRUE(kFailing.contains(c.id)) << c.id;
    EXPECT_EQ(name_of(check->verdict), kFailing.at(c.id).verdict) << c.id;
    EXPECT_EQ(words(check->roundings), kFailing.at(c.id).roundings) << c.id;
    EXPECT_NE(round(check->exact, c.digits, Rounding::half_up)->to_string(), c.stated) << c.id;
    EXPECT_TRUE(check->bounds) << c.id;
  }
  EXPECT_EQ(ids.size(), 173U);  // and VN-076 below
  EXPECT_EQ(failing, kFailing.size());
}

TEST(StatedPublishedTest, AHedgedPlanMakesItsRatePossible) {
  // VN-204: "hơn 15.700 tỷ đồng", of which 17,100 is 108.8 %.
  for (Published& c : read_cases("vietnam_cases.csv")) {
    if (c.id != "VN-204") continue;
    Statement statement = statement_of(c);
    statement.inputs.at(1).qualifier = Qualifier::over;
    EXPECT_EQ(check_stated(statement)->verdict, StatedVerdict::possible);
  }
}

TEST(StatedPublishedTest, ADifferenceInPointsIsNoExcess) {
  // VN-018, "vượt 4,56%" for 23.56 against 19: as an excess it does not come out, and is not let
  // through as one.
  Statement statement{
      StatedKind::excess, std::nullopt,     {{"actual", dec("23.56")}, {"plan", dec("19")}},
      dec("4.56"),        Qualifier::exact, std::nullopt};
  const StatedCheck check = *check_stated(statement);
  EXPECT_EQ(check.verdict, StatedVerdict::impossible);
  EXPECT_EQ(check.readings, std::vector<Reading>{Reading::points});
}

// The average growths of growth_cases.csv, of which the figure has more digits than are certain.
TEST(StatedPublishedTest, AverageGrowthsOfStatisticalOfficesComeOut) {
  std::ifstream file(TIENDO_SOURCE_DIR "/tests/data/published/growth_cases.csv");
  std::string line;
  int reproduce = 0;
  int fail = 0;
  while (std::getline(file, line)) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.at(1) != "average_growth") continue;
    std::istringstream growth(fields.at(6));
    std::string first;
    std::string last;
    std::string years;
    growth >> first >> last >> years;
    const Decimal figure = *round(dec(fields.at(4)), std::stoi(fields.at(3)), Rounding::half_up);
    Statement statement{StatedKind::average_growth, std::nullopt,     {}, figure,
                        Qualifier::exact,           Rounding::half_up};
    if (fields.at(5) == "down") statement.figure = -figure;
    statement.inputs = {{"first", dec(first)}, {"last", dec(last)}, {"years", dec(years)}};
    const StatedCheck check = *check_stated(statement);
    const bool reproduces = fields.at(2) == "true";
    EXPECT_EQ(check.verdict == StatedVerdict::reproduces, reproduces) << fields.at(0);
    ++(reproduces ? reproduce : fail);
    // Growth at constant prices beside values at current ones; and one that was cut off.
    if (fields.at(0) == "VN-076") {
      EXPECT_EQ(check.verdict, StatedVerdict::impossible);
    }
    if (fields.at(0) == "cagr-1p32") {
      EXPECT_EQ(words(check.roundings), "down floor");
    }
  }
  EXPECT_EQ(reproduce, 14);
  EXPECT_EQ(fail, 2);
}

}  // namespace
}  // namespace tiendo::stated_published_test
