// A growth that is reported itself, against the values reported for the same days and the year
// before.

#include "checked.hpp"

namespace tiendo::checks_growth_test {
namespace {

// 18,964 after 16,873 is 12.3925...%.
struct Reported {
  const char* growth = "12.4";
  const char* now = "18964";
  const char* before = "16873";
};

Book book_of(const Reported& reported) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
  book.add_report("growth", "2024", reported.growth);
  book.add_report("output", "2024", reported.now);
  book.add_report("output", "2023", reported.before);
  return book;
}

TEST(ChecksGrowthTest, AGrowthThatTheValuesCannotHaveIsFound) {
  Book book = book_of({.growth = "10.7"});
  EXPECT_EQ(found(book, Errc::growth_disagrees),
            (Lines{"warning observation 1: \"growth\" of \"town\" in 2024: reported as 10.7 "
                   "percent, but 18964 (observation 2) after 16873 (observation 3) is 12.393 "
                   "percent, however they were rounded"}));
}

TEST(ChecksGrowthTest, ItsDigitsAndThoseOfTheValuesLeaveRoom) {
  // clang-format off
  const struct { Reported reported; bool found; } cases[] = {
      {{"12.4"},                      false},
      {{"12.39"},                     false},
      {{"12.3"},                      true},
      {{"12"},                        false},
      {{"12.41"},                     true},
      {{"12.399"},                    false},  // 18,964.5 after 16,872.5
      {{"12.400"},                    true},
      {{"10.4", "8.9", "8.1"},        false},  // 8.95 after 8.05 is 11.2, 8.85 after 8.15 is 8.6
      {{"11.3", "8.9", "8.1"},        true},
      {{"9.5", "8.90", "8.10"},       true},   // 9.88, and hardly anything else
      {{"0", "5", "5"},               false},
      {{"-50", "5", "10"},            false},
      {{"50", "5", "10"},             true},
      {{"5", "5", "0"},               false},  // of nothing there is no growth to compare with
      {{"5", "5", "-3"},              false},
      {{"99", "5", "0.4"},            true},
  };
  // clang-format on
  for (const auto& c : cases) {
    Book book = book_of(c.reported);
    EXPECT_EQ(found(book, Errc::growth_disagrees).size(), c.found ? 1U : 0U)
        << c.reported.growth << " " << c.reported.now << " " << c.reported.before;
  }
}

TEST(ChecksGrowthTest, AnyEditionOfTheValuesMayHaveBeenItsBase) {
  // The value of 2023 was 17,131 when the growth of 10.7 % was printed, and was revised later.
  Book book = book_of({.growth = "10.7"});
  book.add_report("output", "2023", "17131").status = Status::preliminary;
  EXPECT_EQ(found(book, Errc::growth_disagrees), Lines{});
  // One that was not known yet was not it; nor was one of other days.
  Book later = book_of({.growth = "10.7"});
  later.add_report("output", "2023", "17131").recorded_on = day("2025-06-01");
  later.add_report("output", "2023-H1", "17131");
  EXPECT_EQ(found(later, Errc::growth_disagrees, day("2025-01-31")).size(), 1U);
  EXPECT_EQ(found(later, Errc::growth_disagrees, day("2025-06-01")), Lines{});
}

TEST(ChecksGrowthTest, AHedgeWidensWhatWasReported) {
  Book book = book_of({.growth = "11"});
  Observation& hedged = book.add_report("growth", "2024", "12");
  hedged.qualifier = Qualifier::over;
  hedged.revision = 1;
  EXPECT_EQ(found(book, Errc::growth_disagrees), Lines{});
  Book exact = book_of({.growth = "10.7"});
  Observation& edition = exact.add_report("output", "2023", "17100");  // up to 17,200
  edition.qualifier = Qualifier::over;
  edition.revision = 1;
  EXPECT_EQ(found(exact, Errc::growth_disagrees), Lines{});
}

TEST(ChecksGrowthTest, RunningTotalsAreOfTheSameDays) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_indicator("growth", IndicatorKind::growth, "per-mille").base = "output";
  book.add_report("growth", "2024-H1", "50");
  book.add_report("output", "2024-Q2", "120").form = Form::to_date;
  book.add_report("output", "2023-H1", "100");
  EXPECT_EQ(found(book, Errc::growth_disagrees).size(), 1U);  // 200 per mille
}

TEST(ChecksGrowthTest, WhatCannotBeComparedPasses) {
  Book across;
  across.add_indicator("output", IndicatorKind::flow)
      .breaks.push_back({day("2024-01-01"), BreakKind::scope, {}, {}});
  across.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
  across.add_report("growth", "2024", "10.7");
  across.add_report("output", "2024", "18964");
  across.add_report("output", "2023", "16873");
  EXPECT_EQ(found(across, Errc::growth_disagrees), Lines{});
  Book ratio;
  ratio.add_indicator("yield", IndicatorKind::ratio);
  ratio.add_indicator("growth", IndicatorKind::growth, "percent").base = "yield";
  ratio.add_report("growth", "2024", "10");
  ratio.add_report("yield", "2024", "5/2");
  ratio.add_report("yield", "2023", "4/2");
  EXPECT_EQ(found(ratio, Errc::growth_disagrees), Lines{});
  Book months;  // no value for all of the year: sums are for reports, not for this check
  months.add_indicator("output", IndicatorKind::flow);
  months.add_indicator("growth", IndicatorKind::growth, "percent").base = "output";
  months.add_report("growth", "2024", "10");
  months.add_report("output", "2024-H1", "5");
  months.add_report("output", "2024-H2", "5");
  months.add_report("output", "2023", "4");
  EXPECT_EQ(found(months, Errc::growth_disagrees), Lines{});
}

}  // namespace
}  // namespace tiendo::checks_growth_test
