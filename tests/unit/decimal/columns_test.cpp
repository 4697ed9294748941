#include "tiendo/decimal/columns.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "columns.hpp"
#include "numbers.hpp"

namespace tiendo::columns_test {
namespace {

using Texts = std::vector<std::string>;

TEST(ColumnsTest, ARowIsArrowsDecimal128) {
  const DecimalColumn column = column_of(2, {"-12.50", "", "184467440737095516.17"});
  const Decimal128 minus = {
      {0x1E, 0xFB, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}};
  EXPECT_EQ(column.values[0], minus);
  EXPECT_EQ(column.values[1], Decimal128());
  EXPECT_EQ(column.values[2], (Decimal128{{1, 0, 0, 0, 0, 0, 0, 0, 1}}));
  EXPECT_EQ(column.validity, std::vector<std::uint8_t>{0b101});
}

TEST(ColumnsTest, AddsSubtractsAndMultipliesRowByRow) {
  const DecimalColumn a = column_of(1, {"1.5", "-0.2", "", "7.0"});
  const DecimalColumn b = column_of(3, {"0.250", "0.200", "1.000", ""});
  EXPECT_EQ(shown(add(a.view(), b.view())), (Texts{"1.750", "0.000", "", ""}));
  EXPECT_EQ(shown(add(b.view(), a.view())), (Texts{"1.750", "0.000", "", ""}));
  EXPECT_EQ(shown(subtract(a.view(), b.view())), (Texts{"1.250", "-0.400", "", ""}));
  EXPECT_EQ(shown(multiply(a.view(), b.view())), (Texts{"0.3750", "-0.0400", "", ""}));
}

TEST(ColumnsTest, ComparesByValue) {
  const DecimalColumn a = column_of(1, {"1.5", "-0.2", "", "7.0", "8.0"});
  const DecimalColumn b = column_of(2, {"1.50", "-0.19", "1.00", "", "-8.00"});
  const auto orders = compare(a.view(), b.view());
  EXPECT_EQ(orders->values, (std::vector<std::int8_t>{0, -1, 0, 0, 1}));
  EXPECT_EQ(orders->validity, std::vector<std::uint8_t>{0b10011});
}

TEST(ColumnsTest, RoundsInEveryMode) {
  // clang-format off
  const struct { Rounding mode; Texts rounded; } cases[] = {
      {Rounding::half_up,   {"3", "-3", "2", "", "-1"}},
      {Rounding::half_even, {"2", "-2", "2", "", "-1"}},
      {Rounding::half_down, {"2", "-2", "2", "", "-1"}},
      {Rounding::up,        {"3", "-3", "2", "", "-1"}},
      {Rounding::down,      {"2", "-2", "1", "", "0"}},
      {Rounding::ceiling,   {"3", "-2", "2", "", "0"}},
      {Rounding::floor,     {"2", "-3", "1", "", "-1"}},
  };
  // clang-format on
  const DecimalColumn column = column_of(2, {"2.50", "-2.50", "1.51", "", "-0.99"});
  for (const auto& c : cases) {
    EXPECT_EQ(shown(round(column.view(), 0, c.mode)), c.rounded) << name_of(c.mode);
  }
  EXPECT_EQ(shown(round(column.view(), 3, Rounding::down)),
            (Texts{"2.500", "-2.500", "1.510", "", "-0.990"}));
}

TEST(ColumnsTest, APercentageIsRoundedOnce) {
  const DecimalColumn actual = column_of(1, {"10492.2", "6253.0", "-1.0", ""});
  const DecimalColumn target = column_of(0, {"18964", "2080", "3", "5"});
  EXPECT_EQ(shown(divide(actual.view(), target.view(), 100, 2, Rounding::half_up)),
            (Texts{"55.33", "300.63", "-33.33", ""}));  // 300.625
  EXPECT_EQ(shown(divide(actual.view(), target.view(), 1, 4, Rounding::half_even)),
            (Texts{"0.5533", "3.0062", "-0.3333", ""}));
  EXPECT_EQ(shown(divide(actual.view(), target.view(), -1, 0, Rounding::half_up)),
            (Texts{"-1", "-3", "0", ""}));
  EXPECT_EQ(shown(divide(actual.view(), target.view(), 0, 1, Rounding::up)),
            (Texts{"0.0", "0.0", "0.0", ""}));
}

TEST(ColumnsTest, AZeroDenominatorLeavesNoValueAndAReason) {
  const DecimalColumn a = column_of(0, {"1", "0", "", "4", ""});
  const DecimalColumn b = column_of(1, {"0.0", "0.0", "0.0", "2.0", "1.0"});
  std::vector<Errc> reasons(99, Errc::no_data);
  EXPECT_EQ(shown(divide(a.view(), b.view(), 1, 0, Rounding::half_up, &reasons)),
            (Texts{"", "", "", "2", ""}));
  EXPECT_EQ(reasons, (std::vector<Errc>{Errc::division_by_zero, Errc::division_by_zero, Errc::none,
                                        Errc::none, Errc::none}));
  EXPECT_EQ(shown(divide(b.view(), a.view(), 1, 0, Rounding::half_up)),
            (Texts{"0", "", "", "1", ""}));
}

TEST(ColumnsTest, TheSumIsExactAndOfAnySize) {
  const auto sum_of = [](const DecimalColumn& column) { return *sum(column.view()); };
  EXPECT_EQ(sum_of(column_of(2, {"0.10", "", "-12.40", "7.00"})).total.to_string(), "-5.30");
  EXPECT_EQ(sum_of(column_of(2, {"0.10", "", "-12.40", "7.00"})).count, 3);
  EXPECT_EQ(sum_of(column_of(2, {})).total.to_string(), "0.00");
  EXPECT_EQ(sum_of(column_of(2, {"", ""})).count, 0);
  const ColumnSum large = sum_of(column_of(0, {nines(38), nines(38), "2", nines(38)}));
  EXPECT_EQ(large.total.to_string(), "299999999999999999999999999999999999999");
  const ColumnSum small = sum_of(column_of(0, {"-" + nines(38), "-" + nines(38)}));
  EXPECT_EQ(small.total.to_string(), "-199999999999999999999999999999999999998");
}

TEST(ColumnsTest, ABitmapMayEndInsideAByteAndBeAbsent) {
  for (const std::size_t rows : {0U, 1U, 7U, 8U, 9U, 15U, 16U, 17U, 63U, 64U, 65U}) {
    const std::vector<Decimal128> ones(rows, column_of(0, {"1"}).values[0]);
    // More bits than rows, and more bytes: what is behind the rows plays no part.
    const std::vector<std::uint8_t> every(rows / 8 + 2, 0xFF);
    for (const ValidityView validity : {ValidityView(), ValidityView(every)}) {
      const DecimalColumnView column = {ones, validity, 0};
      const auto result = add(column, {ones, {}, 0});
      EXPECT_EQ(sum(column)->count, rows);
      EXPECT_EQ(sum(result->view())->total, Decimal(static_cast<std::int64_t>(2 * rows)));
      ASSERT_EQ(result->validity.size(), (rows + 7) / 8);
      if (rows % 8 != 0) {
        EXPECT_EQ(result->validity.back(), (1U << (rows % 8)) - 1) << rows;
      }
    }
  }
}

TEST(ColumnsTest, TheFirstRowThatCannotBeComputedIsNamed) {
  const DecimalColumn large = column_of(0, {"1", "", nines(38), nines(38)});
  const DecimalColumn one = column_of(0, {"1", "1", "1", "1"});
  const DecimalColumn tenth = column_of(1, {"0.1", "0.1", "0.1", "0.1"});
  const auto expect = [](const auto& result, std::int64_t row) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Errc::number_out_of_range);
    EXPECT_EQ(result.error().row, row);
  };
  expect(add(large.view(), one.view()), 2);
  for (const std::string& half : {"5" + zeros(37), "-5" + zeros(37)}) {
    const DecimalColumn halves = column_of(0, {half, half});
    expect(add(halves.view(), halves.view()), 0);
  }
  expect(add(tenth.view(), large.view()), 2);
  expect(subtract(large.view(), tenth.view()), 2);
  expect(multiply(large.view(), large.view()), 2);
  expect(round(large.view(), 1, Rounding::down), 2);
  expect(divide(large.view(), tenth.view(), 1, 0, Rounding::down), 2);
  expect(divide(large.view(), one.view(), 2, 0, Rounding::down), 2);
  EXPECT_EQ(shown(compare(large.view(), tenth.view())), (std::vector<int>{1, 0, 1, 1}));
}

TEST(ColumnsTest, ARowBeyond38DigitsIsRefusedUnlessItHasNoValue) {
  DecimalColumn column = column_of(0, {"1", "2", "3"});
  const DecimalColumn one = column_of(0, {"1", "1", "1"});
  const auto expect = [](const auto& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Errc::number_out_of_range);
    EXPECT_EQ(result.error().row, 1);
  };
  const Decimal128 beyond[] = {
      {{0, 0, 0, 0, 0x40, 0x22, 0x8A, 0x09, 0x7A, 0xC4, 0x86, 0x5A, 0xA8, 0x4C, 0x3B,
        0x4B}},  // 10^38
      {{0, 0, 0, 0, 0xC0, 0xDD, 0x75, 0xF6, 0x85, 0x3B, 0x79, 0xA5, 0x57, 0xB3, 0xC4,
        0xB4}},                                               // -10^38
      {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80}},  // the smallest of 128 bits
  };
  for (const Decimal128& value : beyond) {
    column.values[1] = value;
    expect(add(column.view(), one.view()));
    expect(add(one.view(), column.view()));
    expect(subtract(column.view(), column.view()));
    expect(multiply(one.view(), column.view()));
    expect(compare(column.view(), one.view()));
    expect(compare(one.view(), column.view()));
    expect(round(column.view(), 0, Rounding::down));
    expect(divide(column.view(), one.view(), 0, 0, Rounding::down));
    expect(divide(one.view(), column.view(), 1, 0, Rounding::down));
    expect(sum(column.view()));
    expect(format(column.view(), NumberFormat::plain()));
  }
  column.validity[0] = 0b101;
  EXPECT_EQ(shown(add(column.view(), one.view())), (Texts{"2", "", "4"}));
  EXPECT_EQ(sum(column.view())->total, Decimal(4));
}

TEST(ColumnsTest, AScaleIsFrom0To38) {
  const DecimalColumn zero = column_of(0, {"1"});
  const auto at = [&](int scale) { return DecimalColumnView{zero.values, {}, scale}; };
  const auto expect = [](const auto& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Errc::number_out_of_range);
    EXPECT_EQ(result.error().row, -1);
  };
  for (const int scale :
       {-1, 39, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}) {
    expect(add(at(scale), at(0)));
    expect(subtract(at(0), at(scale)));
    expect(multiply(at(scale), at(0)));
    expect(multiply(at(0), at(scale)));
    expect(compare(at(scale), at(0)));
    expect(compare(at(0), at(scale)));
    expect(round(at(scale), 0, Rounding::down));
    expect(round(at(0), scale, Rounding::down));
    expect(divide(at(scale), at(0), 1, 0, Rounding::down));
    expect(divide(at(0), at(scale), 1, 0, Rounding::down));
    expect(divide(at(0), at(0), 1, scale, Rounding::down));
    expect(sum(at(scale)));
    expect(format(at(scale), NumberFormat::plain()));
    expect(parse({"", zeros_of_offsets(1), {}}, NumberFormat::plain(), scale));
  }
  expect(multiply(at(38), at(1)));
  EXPECT_TRUE(multiply(at(37), at(1)));
}

}  // namespace
}  // namespace tiendo::columns_test
