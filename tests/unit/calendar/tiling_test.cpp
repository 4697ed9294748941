// Tilings: the first days that are in no part, in several, or outside of the whole.

#include "tiendo/calendar/tiling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace tiendo::tiling_test {
namespace {

Period period(std::string_view text) { return *Period::parse(text); }

std::vector<Period> periods(const std::string& words) {
  std::vector<Period> read;
  std::istringstream text(words);
  for (std::string word; text >> word;) read.push_back(period(word));
  return read;
}

// "gap 2024-02", or "" for a tiling.
std::string text_of(const std::optional<TilingFinding>& finding) {
  if (!finding) return "";
  const char* const names[] = {"gap ", "overlap ", "outside "};
  return names[static_cast<int>(finding->fault)] + finding->days.to_string();
}

TEST(TilingTest, TheFirstFaultIsFoundWhateverTheOrder) {
  // clang-format off
  const struct { const char *whole, *parts, *fault; } cases[] = {
      {"2024-Q1", "2024-01 2024-02 2024-03",         ""},
      {"2024-Q1", "2024-Q1",                         ""},
      {"2024",    "2024-H1 2024-Q3 2024-10 2024-11 2024-12", ""},
      {"2024-Q1", "",                                "gap 2024-Q1"},
      {"2024-Q1", "2024-02 2024-03",                 "gap 2024-01"},
      {"2024-Q1", "2024-01 2024-03",                 "gap 2024-02"},
      {"2024-Q1", "2024-01 2024-02",                 "gap 2024-03"},
      {"2024-Q2", "2024-06",                         "gap 2024-04-01/2024-06-01"},
      {"2024-Q1", "2024-01 2024-02 2024-02 2024-03", "overlap 2024-02"},
      {"2024-Q1", "2024-01 2024-02 2024-02 2024-02 2024-03", "overlap 2024-02"},
      {"2024-Q1", "2024-Q1 2024-02 2024-03",         "overlap 2024-02-01/2024-04-01"},
      {"2024-Q1", "2024-01 2024-2M 2024-03",         "overlap 2024-01"},
      {"2024-Q1", "2024-01-01/2024-02-02 2024-02 2024-03", "overlap 2024-02-01/2024-02-02"},
      {"2024-Q1", "2024-Q1 2024-04",                 "outside 2024-04"},
      {"2024-Q1", "2024-Q1 2024-04 2024-04",         "outside 2024-04"},   // how often is no matter
      {"2024-Q1", "2024-4M",                         "outside 2024-04"},
      {"2024-Q2", "2024-03 2024-Q2",                 "outside 2024-03"},
      {"2024-Q2", "2024-01 2024-03 2024-Q2",         "outside 2024-01"},
      {"2024-Q1", "2024-02 2024-03 2024-04",         "gap 2024-01"},       // the first of three
      {"2024-Q1", "2023 2024-02",                    "outside 2023"},
      {"2024-Q1", "2024-02 2024-02",                 "gap 2024-01"},
      {"2024-01-01/2024-01-02", "2024-01-01/2024-01-02", ""},
      {"1400/9998", "1400/2024 2025/9998",           ""},
  };
  // clang-format on
  for (const auto& c : cases) {
    std::vector<Period> parts = periods(c.parts);
    std::sort(parts.begin(), parts.end());
    do {
      EXPECT_EQ(text_of(first_tiling_fault(period(c.whole), parts)), c.fault)
          << c.whole << ": " << c.parts;
    } while (std::next_permutation(parts.begin(), parts.end()));
  }
}

TEST(TilingTest, ThePartsOfAPeriodTileIt) {
  for (const char* whole : {"2024", "2021/2025", "1400/9998"}) {
    for (const int months : {1, 3, 6, 12}) {
      EXPECT_EQ(text_of(first_tiling_fault(period(whole), *period(whole).parts(months))), "");
    }
  }
}

}  // namespace
}  // namespace tiendo::tiling_test
