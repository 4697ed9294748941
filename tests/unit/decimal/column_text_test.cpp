#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "columns.hpp"
#include "numbers.hpp"
#include "tiendo/decimal/columns.hpp"

namespace tiendo::column_text_test {
namespace {

using Texts = std::vector<std::string>;

// The texts one behind the other; "-" is a row without a value.
struct Joined {
  std::string bytes;
  std::vector<std::int64_t> offsets = {0};
  std::vector<std::uint8_t> validity;

  explicit Joined(const Texts& texts) : validity((texts.size() + 7) / 8) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      bytes += texts[i];
      offsets.push_back(static_cast<std::int64_t>(bytes.size()));
      if (texts[i] != "-") validity[i / 8] |= static_cast<std::uint8_t>(1U << (i % 8));
    }
  }
  TextColumnView view() const { return {bytes, offsets, validity}; }
};

TEST(ColumnTextTest, ReadsTheTextsOfARowAtOneScale) {
  const Joined plain({"12.5", "-", "-0.25", "7", "+1.00", "00012"});
  EXPECT_EQ(shown(parse(plain.view(), NumberFormat::plain(), 2)),
            (Texts{"12.50", "", "-0.25", "7.00", "1.00", "12.00"}));
  const Joined vietnamese({"1.234,5", "-", "53.026"});
  EXPECT_EQ(shown(parse(vietnamese.view(), NumberFormat::vietnamese(), 1)),
            (Texts{"1234.5", "", "53026.0"}));
  EXPECT_EQ(shown(parse({"12", std::vector<std::int64_t>{0, 1, 2}, {}}, NumberFormat::plain(), 0)),
            (Texts{"1", "2"}));
  EXPECT_EQ(shown(parse(Joined({}).view(), NumberFormat::plain(), 0)), Texts{});
}

TEST(ColumnTextTest, AddsAnyNumberOfZeros) {
  const struct {
    std::string text;
    int scale;
  } cases[] = {
      {"9223372036854775807", 18},
      {"-9223372036854775808", 18},
      {"-9223372036854775808", 19},
      {"9223372036854775808", 18},
      {"7", 37},
      {"-0", 38},
  };
  for (const auto& c : cases) {
    const Joined texts({c.text});
    EXPECT_EQ(shown(parse(texts.view(), NumberFormat::plain(), c.scale)),
              Texts{shown(round(dec(c.text), c.scale, Rounding::down))})
        << c.text << " at " << c.scale;
  }
}

TEST(ColumnTextTest, ATextThatDoesNotFitIsRefusedWithRowAndOffset) {
  // clang-format off
  const struct { std::string text; int scale; Errc code; std::int64_t offset; } cases[] = {
      {"1,5",                  2,  Errc::number_syntax,       1},
      {"",                     2,  Errc::number_syntax,       0},
      {"1e5",                  2,  Errc::number_syntax,       1},
      {"1.234",                2,  Errc::number_out_of_range, -1},  // a digit would be dropped
      {"1.000",                2,  Errc::number_out_of_range, -1},
      {nines(37),              2,  Errc::number_out_of_range, -1},
      {"1" + zeros(38),        0,  Errc::number_out_of_range, -1},
      {"1",                    38, Errc::number_out_of_range, -1},  // 39 digits
      {nines(1001),            0,  Errc::number_too_long,     1000},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Joined texts({"0", "-", c.text, "x"});
    const auto result = parse(texts.view(), NumberFormat::plain(), c.scale);
    ASSERT_FALSE(result) << c.text;
    EXPECT_EQ(result.error().code, c.code) << c.text;
    EXPECT_EQ(result.error().row, 2) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
}

TEST(ColumnTextTest, WritesWhatItReads) {
  const DecimalColumn column =
      column_of(2, {"1234567.50", "", "-0.05", "0.00", "-" + nines(36) + ".99"});
  const auto plain = format(column.view(), NumberFormat::plain());
  EXPECT_EQ(plain->bytes, "1234567.50-0.050.00-" + nines(36) + ".99");
  EXPECT_EQ(plain->offsets, (std::vector<std::int64_t>{0, 10, 10, 15, 19, 59}));
  const auto vietnamese = format(column.view(), NumberFormat::vietnamese());
  EXPECT_EQ(vietnamese->bytes.substr(0, 12), "1.234.567,50");
  for (const NumberFormat numbers : {NumberFormat::plain(), NumberFormat::vietnamese()}) {
    const auto text = *format(column.view(), numbers);
    const auto back = parse({text.bytes, text.offsets, column.validity}, numbers, 2);
    EXPECT_EQ(back->values, column.values);
    EXPECT_EQ(back->validity, column.validity);
  }
  EXPECT_EQ(format(column_of(0, {}).view(), NumberFormat::plain())->offsets,
            std::vector<std::int64_t>{0});
}

}  // namespace
}  // namespace tiendo::column_text_test
