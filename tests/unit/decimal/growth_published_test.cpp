// Average growth rates, ratios of two of them and scores that statistical offices publish, each
// computed again. tests/data/published/README.md describes the columns.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "numbers.hpp"
#include "tiendo/decimal/growth.hpp"

namespace tiendo::growth_published_test {
namespace {

constexpr const char* kFile = TIENDO_SOURCE_DIR "/tests/data/published/growth_cases.csv";

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

struct Published {
  std::string id;
  std::string kind;
  bool reproduces;
  int digits;
  Decimal stated;
  bool less_is_better;
  Growth growth;
  std::vector<std::string> against;
};

// The source, which alone may hold a comma, is the last column and not read.
Published published_of(const std::string& line) {
  const auto fields = split(line, ',');
  const auto growth = split(fields.at(6), ' ');
  return {fields.at(0),
          fields.at(1),
          fields.at(2) == "true",
          std::stoi(fields.at(3)),
          dec(fields.at(4)),
          fields.at(5) == "down",
          {dec(growth.at(0)), dec(growth.at(1)), std::stoi(growth.at(2))},
          split(fields.at(7), ' ')};
}

bool average_agrees(const Published& c) {
  const Decimal average = *average_growth(c.growth, c.digits, Rounding::half_up);
  return (c.less_is_better ? -average : average) == *round(c.stated, c.digits, Rounding::half_up);
}

// The ratio of the growth to that required lies beside the stated one within its digits.
bool ratio_agrees(const Published& c) {
  const Growth required = {dec(c.against.at(0)), dec(c.against.at(1)), std::stoi(c.against.at(2))};
  const Decimal unit = *Decimal::of(1, c.digits);
  const auto below = *compare_growths(c.growth, *(c.stated - unit), required);
  const auto above = *compare_growths(c.growth, *(c.stated + unit), required);
  return required.last > required.first ? below > 0 && above < 0 : below < 0 && above > 0;
}

// Of the chart of the United Nations: 3 from 2 % a year in the wanted direction, 2 from 0.5 %.
Decimal growth_score(const Published& c) {
  const auto reaches = [&](const char* percent) {
    return c.less_is_better ? *compare_growth(c.growth, -dec(percent)) <= 0
                            : *compare_growth(c.growth, dec(percent)) >= 0;
  };
  return reaches("2") ? 3 : reaches("0.5") ? 2 : 1;
}

// 3 if the value extrapolated to the target's year has gone 0.95 of the way, 2 if 0.10.
Decimal extrapolation_score(const Published& c) {
  const Ratio target = dec(c.against.at(0));
  const auto reaches = [&](const char* share) {
    const Ratio wanted = *(c.growth.first + dec(share) * (target - c.growth.first));
    const auto order = *compare_extrapolated(c.growth, std::stoi(c.against.at(1)), wanted);
    return c.less_is_better ? order <= 0 : order >= 0;
  };
  return reaches("0.95") ? 3 : reaches("0.10") ? 2 : 1;
}

bool agrees(const Published& c) {
  if (c.kind == "average_growth") return average_agrees(c);
  if (c.kind == "growth_ratio") return ratio_agrees(c);
  return (c.kind == "growth_score" ? growth_score(c) : extrapolation_score(c)) == c.stated;
}

TEST(GrowthPublishedTest, EveryFigureThatReproducesComesOutAndNoOther) {
  std::ifstream file(kFile);
  std::string line;
  std::getline(file, line);
  ASSERT_EQ(line, "id,kind,reproduces,digits,stated,direction,growth,against,source");
  std::map<std::string, std::pair<int, int>> counted;  // by kind: reproduce, do not
  while (std::getline(file, line)) {
    const Published c = published_of(line);
    EXPECT_EQ(agrees(c), c.reproduces) << c.id;
    ++(c.reproduces ? counted[c.kind].first : counted[c.kind].second);
  }
  const std::map<std::string, std::pair<int, int>> expected = {{"average_growth", {14, 2}},
                                                               {"growth_ratio", {15, 0}},
                                                               {"growth_score", {13, 1}},
                                                               {"extrapolation_score", {2, 0}}};
  EXPECT_EQ(counted, expected);
}

}  // namespace
}  // namespace tiendo::growth_published_test
