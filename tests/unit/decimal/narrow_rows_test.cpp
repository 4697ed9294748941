#include "decimal/narrow_rows.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace tiendo::narrow_rows_test {
namespace {

using detail::PowerQuotient;
using detail::Wide;

constexpr std::uint64_t kMost = ~std::uint64_t{0} >> 1;

// Each power of ten by small sizes, and by those just below and above its multiples.
TEST(NarrowRowsTest, AQuotientByAPowerOfTenIsThatOfTheDivision) {
  std::mt19937_64 random(20241231);
  for (int exponent = 1; exponent <= detail::kSmallPower; ++exponent) {
    const PowerQuotient by(exponent);
    const std::uint64_t divisor = by.divisor();
    ASSERT_EQ(divisor, static_cast<std::uint64_t>(detail::small_power_of_ten(exponent)));
    std::vector<std::uint64_t> sizes = {kMost, kMost - 1, kMost / 2, kMost / 2 + 1};
    for (std::uint64_t size = 0; size < 2000; ++size) sizes.push_back(size);
    for (int i = 0; i < 2000; ++i) {
      const std::uint64_t any = random() >> (1 + random() % 63);
      const std::uint64_t multiple = any / divisor * divisor;
      for (const std::uint64_t size : {any, multiple, multiple + 1, multiple + divisor - 1}) {
        if (size <= kMost) sizes.push_back(size);
      }
    }
    const std::uint64_t last = kMost / divisor * divisor;
    sizes.insert(sizes.end(), {last - 1, last, last == kMost ? last : last + 1});
    for (const std::uint64_t size : sizes) {
      ASSERT_EQ(by.of(size), size / divisor) << size << " by 10^" << exponent;
    }
  }
}

TEST(NarrowRowsTest, ARowIsNarrowFromMinusTwoTo62ToBelowTwoTo62) {
  const Wide edge = Wide{1} << 62;
  // clang-format off
  const struct { Wide value; bool narrow; } cases[] = {
      {0, true}, {-1, true},
      {edge - 1, true},  {edge, false},       {edge + 1, false},
      {-edge, true},     {-edge - 1, false},
      {edge * 2 - 1, false}, {edge * 2, false}, {-edge * 2, false}, {-edge * 2 - 1, false},
      {edge * 4, false}, {edge * 4 + 1, false}, {-edge * 4, false}, {-edge * 4 + 5, false},
  };
  // clang-format on
  for (const auto& c : cases) {
    const std::array values = {detail::row_of(Wide{7}), detail::row_of(c.value)};
    EXPECT_EQ(detail::is_narrow(c.value), c.narrow);
    EXPECT_EQ(detail::all_narrow({values, {}, 0}), c.narrow);
    const std::array<std::uint8_t, 1> first = {
        0b01};  // what stands where no value is plays no part
    const std::array<std::uint8_t, 1> both = {0b11};
    EXPECT_TRUE(detail::all_narrow({values, first, 0}));
    EXPECT_EQ(detail::all_narrow({values, both, 0}), c.narrow);
  }
}

}  // namespace
}  // namespace tiendo::narrow_rows_test
