// Which indicators are made from which others.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::made_from_test {
namespace {

Indicator weighted(std::string id, std::string weight) {
  Indicator result = indicator(std::move(id), "percent", IndicatorKind::level);
  result.unit_rule = UnitRule::mean;
  result.weight = std::move(weight);
  return result;
}

std::vector<std::string> found(const std::vector<Indicator>& more) {
  Book book = good_book();
  for (const Indicator& one : more) book.indicators.push_back(one);
  return found_in(book.build().diagnostics);
}

TEST(MadeFromTest, AMeanMayBeWeightedByWhatIsWeightedItself) {
  EXPECT_TRUE(found({weighted("a", "b"), weighted("b", "wards")}).empty());
}

TEST(MadeFromTest, NothingIsWeightedByItself) {
  const std::vector<std::string> findings = found({weighted("a", "a")});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], error_at(Errc::indicator_cycle, "/indicators/4/weight"));
}

TEST(MadeFromTest, ACycleIsNamedOnceAtItsFirstIndicator) {
  const std::vector<std::string> findings =
      found({weighted("a", "c"), weighted("b", "a"), weighted("c", "b"), weighted("d", "a")});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], error_at(Errc::indicator_cycle, "/indicators/4/weight"));
}

TEST(MadeFromTest, AGrowthIsMadeFromItsBase) {
  Indicator growth = indicator("g", "percent", IndicatorKind::growth);
  growth.base = "a";
  const std::vector<std::string> findings = found({weighted("a", "g"), growth});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], error_at(Errc::indicator_cycle, "/indicators/4/weight"));
}

TEST(MadeFromTest, StepsAreCounted) {
  std::vector<Indicator> chain;
  for (int i = 0; i < 64; ++i) {
    chain.push_back(weighted("a" + std::to_string(i), "a" + std::to_string(i + 1)));
  }
  chain.push_back(indicator("a64", "percent", IndicatorKind::level));
  EXPECT_TRUE(found(chain).empty());
  chain.insert(chain.begin(), weighted("b", "a0"));
  chain.insert(chain.begin(), weighted("c", "b"));
  const std::vector<std::string> findings = found(chain);
  ASSERT_EQ(findings.size(), 1U) << "named once, where it is too much";
  EXPECT_EQ(findings[0], error_at(Errc::references_too_deep, "/indicators/5/weight"));
}

}  // namespace
}  // namespace tiendo::made_from_test
