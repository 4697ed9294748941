#include "tiendo/decimal/column_buffers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "columns.hpp"
#include "numbers.hpp"

namespace tiendo::column_buffers_test {
namespace {

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};

// Bytes that nobody has written.
constexpr std::uint8_t kUntouched = 0x5A;

struct Buffers {
  std::vector<Decimal128> values;
  std::vector<std::uint8_t> validity;

  explicit Buffers(std::size_t rows) : values(rows), validity((rows + 7) / 8 + 1, kUntouched) {
    for (Decimal128& value : values) value.bytes.fill(kUntouched);
  }
  DecimalColumnOut out() { return {values.data(), validity.data()}; }
  bool untouched() const {
    const Buffers fresh(values.size());
    return values == fresh.values && validity == fresh.validity;
  }
  // Whether they hold the column and nothing behind it.
  bool hold(const DecimalColumn& column) const {
    return values == column.values && validity.back() == kUntouched &&
           std::equal(column.validity.begin(), column.validity.end(), validity.begin());
  }
};

struct Joined {
  std::string bytes;
  std::vector<std::int64_t> offsets = {0};

  void add(const std::string& text) {
    bytes += text;
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  TextColumnView view() const { return {bytes, offsets, {}}; }
};

// A row as it is defined: by parse() and round() of one number.
std::string defined(const std::string& text, const NumberFormat& format, int scale) {
  const Result<Decimal> number = parse(text, format);
  if (!number) {
    return std::string(name_of(number.error().code)) + std::to_string(number.error().offset);
  }
  const Result<Decimal> whole = round(*number, scale, Rounding::down);
  if (number->scale() > scale || !whole || !whole->to_words()) return "number_out_of_range-1";
  return whole->to_string();
}

std::string read(const TextColumnView& texts, std::size_t row, const NumberFormat& format,
                 int scale) {
  const Result<Decimal128> value = parse_row(texts, row, format, scale);
  if (value) return row_text({{*value}, {1}, scale}, 0);
  EXPECT_EQ(value.error().row, static_cast<std::int64_t>(row));
  return std::string(name_of(value.error().code)) + std::to_string(value.error().offset);
}

// Every row at every scale, in both formats; the first rows have fewer bytes before them than are
// looked at.
void expect_rows_as_defined(const std::vector<std::string>& rows, const std::vector<int>& scales) {
  Joined texts;
  for (const std::string& row : rows) texts.add(row);
  for (const NumberFormat format : {NumberFormat::plain(), NumberFormat::vietnamese()}) {
    for (const int scale : scales) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(read(texts.view(), i, format, scale), defined(rows[i], format, scale))
            << '"' << rows[i] << "\" at " << scale << " in row " << i;
      }
    }
  }
}

TEST(ColumnBuffersTest, EveryShortTextIsReadAsItIsDefined) {
  const std::string alphabet = "09.,-+/:";  // beside the digits stand / and :
  std::vector<std::string> rows = {""};
  std::size_t first = 0;
  for (int size = 1; size <= 4; ++size) {
    const std::size_t end = rows.size();
    for (; first < end; ++first) {
      for (const char c : alphabet) rows.push_back(rows[first] + c);
    }
  }
  ASSERT_EQ(rows.size(), 1U + 8 + 64 + 512 + 4096);
  expect_rows_as_defined(rows, {0, 2});
}

TEST(ColumnBuffersTest, LongerTextsAreReadAsTheyAreDefined) {
  std::mt19937_64 random(20241231);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const std::vector<std::string> edges = {"4611686018427387903",
                                          "4611686018427387904",
                                          "-4611686018427387904",
                                          "-4611686018427387905",
                                          "9223372036854775807",
                                          "-9223372036854775808",
                                          "9223372036854775808",
                                          "9999999999999999",
                                          "10000000000000000",
                                          "999999999999999999",
                                          "1000000000000000000",
                                          "-0.000000000000001",
                                          "0000000000000000000000000000000000000000001",
                                          "-0",
                                          "+7",
                                          "0.5",
                                          ".5",
                                          "5.",
                                          "-",
                                          "1-2"};
  std::vector<std::string> rows = edges;
  for (int i = 0; i < 1500; ++i) {
    std::string text;
    for (std::size_t size = 1 + below(21); size > 0; --size) {
      text += static_cast<char>('0' + (below(3) == 0 ? 0 : below(10)));
    }
    if (below(2) == 0) text.insert(below(text.size() + 1), below(3) == 0 ? "," : ".");
    if (below(3) == 0) text.insert(0, 1, '-');
    if (below(20) == 0) text[below(text.size())] = static_cast<char>(below(256));
    rows.push_back(text);
  }
  expect_rows_as_defined(rows, {0, 3, 18, 38});
}

TEST(ColumnBuffersTest, AColumnIsReadIntoMemoryOfTheCaller) {
  // The rows before the wide one, that one, and those behind it.
  for (const std::string& middle : {std::string("2.5"), "-" + nines(36), std::string("+0,1")}) {
    Joined texts;
    for (int i = 0; i < 9; ++i) texts.add(std::to_string(i * 1001) + ".5");
    texts.add(middle);
    for (int i = 0; i < 9; ++i) texts.add("-" + std::to_string(i * 1001));
    const std::vector<std::uint8_t> validity = {0xFF, 0xF7, 0xFF};
    const TextColumnView view{texts.bytes, texts.offsets, validity};
    const auto wanted = parse(view, NumberFormat::plain(), 2);
    Buffers buffers(texts.offsets.size() - 1);
    const auto problem = parse(view, NumberFormat::plain(), 2, buffers.out());
    ASSERT_EQ(!problem, static_cast<bool>(wanted)) << middle;
    if (problem) {
      EXPECT_EQ(problem->code, Errc::number_syntax);
      EXPECT_EQ(problem->row, 9);
      EXPECT_TRUE(buffers.untouched());
    } else {
      EXPECT_TRUE(buffers.hold(*wanted)) << middle;
      EXPECT_EQ(buffers.values[11], Decimal128());
    }
  }
  Buffers buffers(1);
  EXPECT_EQ(
      parse({"1", std::vector<std::int64_t>{0, 1}, {}}, NumberFormat::plain(), 39, buffers.out())
          ->code,
      Errc::number_out_of_range);
  EXPECT_TRUE(buffers.untouched());
}

TEST(ColumnBuffersTest, AColumnIsRoundedIntoMemoryOfTheCaller) {
  const DecimalColumn shorts = column_of(3, {"2.500", "-2.500", "1.514", "", "-0.999",
                                             "46116860184273.900", "0.000", "-0.001", "9.9"});
  DecimalColumn mixed = shorts;
  mixed.values[2] = column_of(3, {nines(34) + ".999"}).values[0];
  for (const DecimalColumn& column : {shorts, mixed}) {
    for (const Rounding mode : kModes) {
      for (const int scale : {0, 1, 2, 3, 4, 7, 21}) {
        const auto wanted = round(column.view(), scale, mode);
        Buffers buffers(column.values.size());
        const auto problem = round(column.view(), scale, mode, buffers.out());
        ASSERT_EQ(!problem, static_cast<bool>(wanted)) << scale;
        EXPECT_TRUE(problem ? buffers.untouched() : buffers.hold(*wanted)) << scale;
        if (problem) {
          EXPECT_EQ(problem->row, wanted.error().row);
        }
      }
    }
  }
}

// The result may lie anywhere about the input, also about its bitmap.
TEST(ColumnBuffersTest, MemoryOfAResultMayOverlapThatOfTheInput) {
  std::vector<std::string> rows;
  for (int i = 0; i < 20; ++i) rows.push_back(i % 5 == 3 ? "" : std::to_string(i * 1237) + ".55");
  const DecimalColumn column = column_of(2, rows);
  const auto wanted = round(column.view(), 1, Rounding::half_even);
  constexpr std::size_t kBytes = 16 * 20;
  for (std::size_t in = 0; in <= 48; in += 8) {
    for (std::size_t out = 0; out <= 48; out += 4) {
      std::vector<std::uint8_t> memory(kBytes + 64, kUntouched);
      std::memcpy(memory.data() + in, column.values.data(), kBytes);
      // The bitmap of the input is in the last values of the result, or behind them.
      std::uint8_t* const bits = memory.data() + in + kBytes;
      std::ranges::copy(column.validity, bits);
      const DecimalColumnView view{
          {reinterpret_cast<const Decimal128*>(memory.data() + in), 20}, {bits, 3}, 2};
      std::vector<std::uint8_t> validity(3);
      ASSERT_FALSE(round(view, 1, Rounding::half_even,
                         {reinterpret_cast<Decimal128*>(memory.data() + out), validity.data()}));
      EXPECT_EQ(std::memcmp(memory.data() + out, wanted->values.data(), kBytes), 0)
          << in << " to " << out;
      EXPECT_EQ(validity, wanted->validity);
    }
  }
}

// The numbers at which a text becomes one longer, of every sign and scale.
TEST(ColumnBuffersTest, TextsHaveTheSizeThatIsForetold) {
  const NumberFormat indian{'.', ',', 3, 2};
  const NumberFormat seen{U'·', U'\u202F', 1, 9};
  for (const NumberFormat& numbers :
       {NumberFormat::plain(), NumberFormat::vietnamese(), indian, seen}) {
    for (const int scale : {0, 1, 2, 15, 16, 18, 38}) {
      DecimalColumn column;
      column.scale = scale;
      std::string wanted;
      std::int64_t power = 1;
      for (int digits = 0; digits <= 18; ++digits) {
        for (const std::int64_t value : {power - 1, power, power + 1, -power, 1 - power}) {
          column.values.push_back(row_of(*Decimal::of(value, scale)->to_words()));
          wanted += format(*Decimal::of(value, scale), numbers);
        }
        if (digits < 18) power *= 10;
      }
      const auto size = formatted_size(column.view(), numbers);
      EXPECT_EQ(size->bytes, wanted.size()) << scale;
      EXPECT_EQ(format(column.view(), numbers)->bytes, wanted) << scale;
    }
  }
}

TEST(ColumnBuffersTest, AColumnIsWrittenIntoMemoryOfTheCaller) {
  const DecimalColumn shorts = column_of(2, {"1234567.50", "", "-0.05", "0.00", "99.99"});
  const DecimalColumn mixed = column_of(2, {"1.50", "", "-" + nines(36) + ".99", "0.00", "7.00"});
  EXPECT_TRUE(formatted_size(shorts.view(), NumberFormat::plain())->needs_no_memory);
  EXPECT_FALSE(formatted_size(mixed.view(), NumberFormat::plain())->needs_no_memory);
  for (const DecimalColumn& column : {shorts, mixed}) {
    const auto wanted = *format(column.view(), NumberFormat::vietnamese());
    const auto size = *formatted_size(column.view(), NumberFormat::vietnamese());
    ASSERT_EQ(size.bytes, wanted.bytes.size());
    // Apart, then over the values that are read.
    for (const bool over : {false, true}) {
      DecimalColumn read = column;
      std::string bytes(size.bytes + 1, 'x');
      std::vector<char> places(1 + 8 * 6 + 1, 'x');  // at an odd address
      char* const into = over ? reinterpret_cast<char*>(read.values.data()) + 1 : bytes.data();
      format(read.view(), NumberFormat::vietnamese(), size, {into, places.data() + 1});
      EXPECT_EQ(std::string(into, size.bytes), wanted.bytes);
      EXPECT_EQ(std::memcmp(places.data() + 1, wanted.offsets.data(), 8 * 6), 0);
      EXPECT_EQ(places.front(), 'x');
      EXPECT_EQ(places.back(), 'x');
      EXPECT_EQ(bytes.back(), 'x');
    }
  }
  DecimalColumn beyond = shorts;
  beyond.values[3].bytes.fill(0x7F);
  EXPECT_EQ(formatted_size(beyond.view(), NumberFormat::plain()).error().row, 3);
  EXPECT_EQ(formatted_size({{}, {}, 39}, NumberFormat::plain()).error().code,
            Errc::number_out_of_range);
}

}  // namespace
}  // namespace tiendo::column_buffers_test
