#include "tiendo/facts/window_sums.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "logs.hpp"

namespace tiendo::window_sums_test {
namespace {

WindowQuestion of(std::string_view window, std::string_view as_of = "2024-12-31") {
  return {period(window), day(as_of), {}, Edition::latest};
}

// The sums of the only cell, beside which there is nothing.
CellSum sum_of(const ObservationLog& log, const WindowQuestion& question) {
  const std::vector<WindowSums> all = window_sums(log, {{question}});
  EXPECT_EQ(all.size(), 1U);
  const Plan& plan = log.plan();
  EXPECT_EQ(all[0].size(), plan.indicators().size() * plan.units().size());
  EXPECT_EQ(log.cell_count(), 1U);
  const std::size_t place = log.cell(0).indicator * plan.units().size() + log.cell(0).unit;
  for (std::size_t at = 0; at < all[0].size(); ++at) {
    if (at != place) {
      EXPECT_EQ(all[0][at], CellSum());
    }
  }
  EXPECT_EQ(window_sum(log, 0, question), all[0][place]);
  return all[0][place];
}

CellSum sum_of(std::string_view indicator, const std::vector<std::string>& rows,
               const WindowQuestion& question = of("2024")) {
  return sum_of(log_of(all_reported(indicator, rows)), question);
}

bool corrected(std::string_view indicator, const std::vector<std::string>& rows,
               const WindowQuestion& question = of("2024")) {
  return window_sums(log_of(all_reported(indicator, rows)), {{question}})[0].corrected;
}

constexpr CellSum kNothing = {};
const CellSum kOther = {0, 0, 0, Status::official, Told::other};

TEST(WindowSumsTest, IncrementsAddUpAtTheScaleOfTheIndicator) {
  const CellSum sum = sum_of("output", {"2024-01 5", "2024-03 2.50", "2024-Q2 1 estimate"});
  EXPECT_EQ(sum, (CellSum{850, 0, 0b111101, Status::estimate, Told::sum}));
  const ObservationLog log = log_of(all_reported("output", {"2024-01 5", "2024-03 2.50"}));
  EXPECT_EQ(sum_scales(log, kOutput), (SumScales{2, 0}));
  EXPECT_EQ(sum_scales(log, kStock), (SumScales{0, 0}));
}

TEST(WindowSumsTest, OfLevelsTheLatestIsTold) {
  const CellSum sum = sum_of("stock", {"2024-03 7", "2024-05 9.1 preliminary", "2024-01 5"});
  EXPECT_EQ(sum, (CellSum{91, 0, 0b11111, Status::preliminary, Told::sum}));
}

TEST(WindowSumsTest, OfLevelsTheStatusOfTheLatestIsTold) {
  for (const std::vector<std::string>& rows :
       {std::vector<std::string>{"2024-03 7 estimate", "2024-05 9.1"},
        {"2024-05 9.1", "2024-03 7 estimate"}}) {
    EXPECT_EQ(sum_of("stock", rows), (CellSum{91, 0, 0b11111, Status::official, Told::sum}));
  }
}

TEST(WindowSumsTest, ALevelIsOfItsLastDayWhenItsPeriodBeganBefore) {
  EXPECT_EQ(sum_of("stock", {"2023-12-15/2024-02-01 7"}),
            (CellSum{7, 0, 0b1, Status::official, Told::sum}));
  EXPECT_EQ(sum_of("stock", {"2024-01-15/2024-02-15 7"}), kOther);
}

TEST(WindowSumsTest, PartsOfRatiosHaveScalesOfTheirOwn) {
  const CellSum sum = sum_of("rate", {"2024-01 45.5/60", "2024-02 1/0.25", "2024-03 3/0"});
  EXPECT_EQ(sum, (CellSum{495, 6025, 0b111, Status::official, Told::sum}));
  EXPECT_EQ(sum_of("share", {"2024-01 45/60", "2024-02 50/61"}),
            (CellSum{50, 61, 0b11, Status::official, Told::sum}));
}

TEST(WindowSumsTest, WhatIsNotInTheWindowOrNotOverIsNothing) {
  const std::vector<std::string> rows = {"2023-12 4", "2024-03 5", "2025-01 6"};
  EXPECT_EQ(sum_of("output", rows).numerator, 5);
  EXPECT_EQ(sum_of("output", rows, of("2024", "2024-03-31")).numerator, 5);
  EXPECT_EQ(sum_of("output", rows, of("2024", "2024-03-30")), kNothing);
  EXPECT_EQ(sum_of("stock", rows, of("2024", "2024-03-30")), kNothing);
  EXPECT_EQ(sum_of("stock", rows, of("2022")), kNothing);
  EXPECT_EQ(sum_of("output", {"2023-12-15/2024-01-15 5"}), kNothing);
}

TEST(WindowSumsTest, WhatWasNotKnownIsNothing) {
  WindowQuestion question = of("2024");
  question.known_on = day("2024-02-04");
  const std::vector<std::string> rows = {"2024-01 5 @2024-02-05", "2024-02 unchanged @2024-03-05"};
  EXPECT_EQ(sum_of("output", rows, question), kNothing);
  question.known_on = day("2024-02-05");
  EXPECT_EQ(sum_of("output", rows, question), (CellSum{5, 0, 0b1, Status::official, Told::sum}));
}

TEST(WindowSumsTest, CorrectionsCountInTheirOrderInBothEditions) {
  const std::vector<std::string> rows = {"2024-01 5 @2024-02-05", "2024-01 7 @2024-02-15",
                                         "2024-01 6 estimate @2024-02-15"};
  EXPECT_EQ(sum_of("output", rows).numerator, 7);
  EXPECT_TRUE(corrected("output", rows));
  EXPECT_FALSE(corrected("output", rows, of("2025")));
  WindowQuestion question = of("2024");
  question.edition = Edition::first;
  EXPECT_EQ(sum_of("output", rows, question).numerator, 5);
  question.edition = Edition::latest;
  question.known_on = day("2024-02-14");
  EXPECT_EQ(sum_of("output", rows, question).numerator, 5);
}

TEST(WindowSumsTest, UnchangedMayComeFromWhatHasBeenCorrected) {
  const std::vector<std::string> rows = {"2023-12 4 @2024-01-05", "2023-12 5 @2024-02-05",
                                         "2024-01 unchanged"};
  WindowQuestion question = of("2024");
  EXPECT_EQ(sum_of("stock", rows, question).numerator, 5);
  EXPECT_TRUE(corrected("stock", rows, question));
  question.edition = Edition::first;
  EXPECT_EQ(sum_of("stock", rows, question).numerator, 4);
}

TEST(WindowSumsTest, WhatIsNotPlainIsSelected) {
  // Told by a sum all the same, where what counts is plain.
  EXPECT_EQ(sum_of("output", {"2024-01 5", "2024-02 unchanged"}).numerator, 10);
  EXPECT_EQ(sum_of("stock", {"2024-01 withheld", "2024-02 5"}).numerator, 5);
  EXPECT_EQ(sum_of("output", {"2024-01 5", "2024-Q1 20"}).numerator, 20);
  EXPECT_EQ(sum_of("output", {"2024-01 5", "2024-02-10/2024-02-20 1", "2024-Q1 20"}).months,
            0b111U);
  for (const char* row : {"2024-01 about 5", "2024-01 5 to=6", "2024-01 words=surplus",
                          "2024-01 n/a", "2024-01 to_date 5", "2024-01 5 met by=office",
                          "2024-01-10/2024-01-20 5", "2024-01 unchanged"}) {
    EXPECT_EQ(sum_of("output", {"2024-02 1", row}), kOther) << row;
  }
  EXPECT_EQ(sum_of("output", {"2024-02 1", "2024-02-15/2024-03-15 1"}), kOther);
}

TEST(WindowSumsTest, AYesIsOne) {
  Observation yes;
  yes.indicator = "stock";
  yes.unit = "ward";
  yes.period = period("2024-02");
  yes.standing = Standing::yes;
  EXPECT_EQ(sum_of(log_of({yes}), of("2024")), (CellSum{1, 0, 0b11, Status::official, Told::sum}));
}

TEST(WindowSumsTest, OtherRulesOverTimeAreLeftToSelection) {
  EXPECT_EQ(sum_of("price", {"2024-01 5"}), kOther);
}

TEST(WindowSumsTest, ProjectsAreNotAmongTheSums) {
  const ObservationLog log = log_of(all_reported("output", {"2024-01 5 project=road stage=paid"}));
  EXPECT_EQ(window_sum(log, 0, of("2024")), kOther);
  const WindowSums sums = window_sums(log, {{of("2024")}})[0];
  for (const Told told : sums.told) EXPECT_EQ(told, Told::nothing);
}

TEST(WindowSumsTest, WindowsOfUpTo64WholeMonths) {
  const std::vector<std::string> rows = {"2024-01 5", "2029-04 6"};
  const WindowQuestion longest = of("2024-01-01/2029-05-01", "2030-01-01");
  EXPECT_EQ(sum_of("output", rows, longest),
            (CellSum{11, 0, 1 | std::uint64_t{1} << 63, Status::official, Told::sum}));
  EXPECT_EQ(sum_of("stock", rows, longest),
            (CellSum{6, 0, ~std::uint64_t{0}, Status::official, Told::sum}));
  EXPECT_EQ(sum_of("output", rows, of("2024-01-01/2029-06-01", "2030-01-01")), kOther);
  EXPECT_EQ(sum_of("output", rows, of("2024-01-01/2024-02-02")), kOther);
  EXPECT_EQ(sum_of("output", {"2023-12-15/2024-01-15 5"}, of("2023-12-15/2024-12-15")),
            (CellSum{5, 0, 1, Status::official, Told::sum}));
}

TEST(WindowSumsTest, WhatDoesNotFit64BitsIsLeftToSelection) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::string text = std::to_string(most);
  EXPECT_EQ(sum_of("output", {"2024-01 " + text}).numerator, most);
  EXPECT_EQ(sum_of("output", {"2024-01 " + text, "2024-02 1"}), kOther);
  EXPECT_EQ(sum_of("output", {"2024-01 " + text, "2023-01 0.1"}), kOther);
  EXPECT_EQ(sum_of("output", {"2024-01 92233720368547758080"}), kOther);
  EXPECT_EQ(sum_of("rate", {"2024-01 1/" + text, "2024-02 1/1"}), kOther);
  // A sum on the way there does no harm, nor does a level that does not count.
  EXPECT_EQ(sum_of("output", {"2024-01 " + text, "2024-02 1", "2024-03 -1"}).numerator, most);
  EXPECT_EQ(sum_of("stock", {"2024-01 " + text, "2024-02 0.5"}).numerator, 5);
}

TEST(WindowSumsTest, WhatIsFinerThanTwelveDigitsIsLeftToSelection) {
  EXPECT_EQ(sum_of("rate", {"2024-01 1/0.000000000001"}).denominator, 1);
  EXPECT_EQ(sum_of("rate", {"2024-01 1/0.0000000000001"}), kOther);
  EXPECT_EQ(sum_of("rate", {"2024-01 0.0000000000001/1"}), kOther);
  const ObservationLog log = log_of(all_reported("rate", {"2024-01 0.0000000000001/1.5"}));
  EXPECT_EQ(sum_scales(log, kRate), (SumScales{12, 1}));
}

TEST(WindowSumsTest, ARowThatComesLaterIsAddedToWhatWasSaid) {
  ObservationLog log = log_of(all_reported("output", {"2024-01 5", "2024-02 7"}));
  CellReader reader(of("2024"));
  CellSum sum = reader.read(log, 0).sum;
  const auto after = [&](const std::string& row) {
    const Result<Row> came = log.append(reported("output", row));
    EXPECT_TRUE(came);
    const CellReader::Reading reading = reader.read(log, 0, came ? *came : 0, sum);
    sum = reading.sum;
    return std::pair(sum.numerator, reading.corrected);
  };
  EXPECT_EQ(after("2024-04 1"), std::pair(std::int64_t{13}, false));
  EXPECT_EQ(after("2025-01 9"), std::pair(std::int64_t{13}, false));    // not in the window
  EXPECT_EQ(after("2024-02 4 r2"), std::pair(std::int64_t{10}, true));  // in the place of 7
  EXPECT_EQ(after("2024-02 6 r1"), std::pair(std::int64_t{10}, true));  // does not count
  EXPECT_EQ(after("2024-02 3 estimate r3"), std::pair(std::int64_t{10}, true));
  EXPECT_EQ(after("2024-02 2 r4"), std::pair(std::int64_t{8}, true));
  EXPECT_EQ(sum, (CellSum{8, 0, 0b1011, Status::official, Told::sum}));
  EXPECT_EQ(after("2024-06 1"), std::pair(std::int64_t{9}, false));   // the others were not read
  EXPECT_EQ(after("2024-Q1 20"), std::pair(std::int64_t{22}, true));  // with others, so selected
  EXPECT_EQ(after("2024-05 1"), std::pair(std::int64_t{23}, true));
}

TEST(WindowSumsTest, OfAnEmptyLogNothingIsTold) {
  const ObservationLog log(log_plan());
  const std::vector<WindowSums> all = window_sums(log, {{of("2024"), of("2023")}}, 3);
  ASSERT_EQ(all.size(), 2U);
  for (const Told told : all[0].told) EXPECT_EQ(told, Told::nothing);
  EXPECT_FALSE(all[1].corrected);
  EXPECT_TRUE(window_sums(log, {}).empty());
}

}  // namespace
}  // namespace tiendo::window_sums_test
