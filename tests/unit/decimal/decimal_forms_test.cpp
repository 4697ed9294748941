// The three forms in which a Decimal is stored: each number has one, however it came about.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "decimal/access.hpp"
#include "numbers.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo::decimal_forms_test {
namespace {

enum class Form { small, wide, big };

Form form_of(const Decimal& value) {
  EXPECT_FALSE(DecimalAccess::is_small(value) && DecimalAccess::is_big(value));
  if (DecimalAccess::is_small(value)) return Form::small;
  return DecimalAccess::is_big(value) ? Form::big : Form::wide;
}

// Integers beside every place where the form changes.
const struct {
  const char* text;
  Form form;
} kEdges[] = {
    {"0", Form::small},
    {"9223372036854775807", Form::small},  // 2^63 - 1
    {"9223372036854775808", Form::wide},
    {"-9223372036854775808", Form::small},
    {"-9223372036854775809", Form::wide},
    {"18446744073709551615", Form::wide},  // 2^64 - 1: the bits from 64 up are all 0
    {"18446744073709551616", Form::wide},
    {"-18446744073709551616", Form::wide},  // and here all 1
    {"-18446744073709551617", Form::wide},
    {"999999999999999999999999999999999999", Form::wide},  // 10^36 - 1
    {"1000000000000000000000000000000000000", Form::wide},
    {"-1000000000000000000000000000000000000", Form::wide},
    {"1329227995784915872903807060280344575", Form::wide},  // 2^120 - 1
    {"1329227995784915872903807060280344576", Form::big},
    {"-1329227995784915872903807060280344576", Form::wide},
    {"-1329227995784915872903807060280344577", Form::big},
    {"170141183460469231731687303715884105727", Form::big},  // 2^127 - 1
    {"-170141183460469231731687303715884105728", Form::big},
    {"170141183460469231731687303715884105728", Form::big},
};

// What the integer divided by 10^scale prints.
std::string written(std::string text, int scale) {
  const std::string sign = text.starts_with('-') ? "-" : "";
  text = text.substr(sign.size());
  const int missing = scale + 1 - static_cast<int>(text.size());
  if (missing > 0) text = zeros(missing) + text;
  if (scale > 0) text.insert(text.size() - static_cast<std::size_t>(scale), ".");
  return sign + text;
}

// The form of a number that has the given one at scale 0.
Form form_at(int scale, Form form) { return form == Form::wide && scale > 62 ? Form::big : form; }

constexpr int kScales[] = {0, 1, 31, 32, 61, 62, 63, 64, 127, 128, 900};

TEST(DecimalFormsTest, EachNumberHasItsForm) {
  for (const auto& edge : kEdges) {
    for (const int scale : kScales) {
      const std::string text = written(edge.text, scale);
      const Decimal value = dec(text);
      EXPECT_EQ(form_of(value), form_at(scale, edge.form)) << text;
      EXPECT_EQ(value.to_string(), text);
      EXPECT_EQ(value.scale(), scale) << text;
      EXPECT_EQ(value.sign(), text[0] == '-' ? -1 : int{edge.text != std::string("0")}) << text;
      EXPECT_EQ(value.coefficient().has_value(), edge.form == Form::small) << text;
      EXPECT_EQ(value.digits(), std::string(edge.text).size() - (text[0] == '-' ? 1 : 0)) << text;
    }
  }
}

// Each number got in many ways.
std::vector<Result<Decimal>> ways_to(const Decimal& value) {
  const int scale = value.scale();
  const Decimal unit = *Decimal::of(1, scale);
  const Decimal far = ten_to(50);
  return {Decimal(value),
          *(value + unit) - unit,
          *(value - unit) + unit,
          *(value + far) - far,
          value * 1,
          *(value * unit) / unit,
          -(-value),
          -*(value * -1),
          round(*round(value, scale + 1, Rounding::up), scale, Rounding::up),
          round(*(value + *Decimal::of(1, scale + 40)), scale, Rounding::floor),
          round_to_multiple(value, unit, Rounding::up)};
}

TEST(DecimalFormsTest, TheFormIsTheSameOnEveryWayToTheNumber) {
  for (const auto& edge : kEdges) {
    for (const int scale : kScales) {
      const std::string text = written(edge.text, scale);
      const auto ways = ways_to(dec(text));
      for (std::size_t i = 0; i < ways.size(); ++i) {
        SCOPED_TRACE(text + " by way " + std::to_string(i));
        // A quotient has the smallest scale that holds it.
        const Decimal value = *round(*ways[i], scale, Rounding::down);
        EXPECT_EQ(form_of(value), form_at(scale, edge.form));
        EXPECT_EQ(shown(ways[i]), i == 5 ? dec(text).normalized().to_string() : text);
      }
    }
  }
}

TEST(DecimalFormsTest, WordsHaveTheFormOfTheirNumber) {
  constexpr std::int64_t kHigh = std::int64_t{1} << 56;
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63;
  const struct {
    std::uint64_t lo;
    std::int64_t hi;
    Form form;
  } cases[] = {
      {kTop - 1, 0, Form::small},
      {kTop, 0, Form::wide},
      {kTop, -1, Form::small},
      {kTop - 1, -1, Form::wide},
      {0, 1, Form::wide},
      {~std::uint64_t{0}, -2, Form::wide},
      {0, kHigh, Form::big},
      {0, -kHigh, Form::wide},
      {~std::uint64_t{0}, kHigh - 1, Form::wide},
      {0, kMax, Form::big},
      {0, kMin, Form::big},
      {~std::uint64_t{0}, -kHigh - 1, Form::big},
  };
  for (const auto& c : cases) {
    for (const int scale : {0, 38, 62, 63}) {
      SCOPED_TRACE(testing::Message() << c.lo << ' ' << c.hi << ' ' << scale);
      const Decimal value = *Decimal::from_words(c.lo, c.hi, scale);
      EXPECT_EQ(form_of(value), form_at(scale, c.form));
      EXPECT_EQ(dec(value.to_string()), value);
      const auto words = value.to_words();
      if (!words) continue;
      EXPECT_EQ(words->lo, c.lo);
      EXPECT_EQ(words->hi, c.hi);
      EXPECT_EQ(words->scale, scale);
    }
  }
}

TEST(DecimalFormsTest, ProductsOfWordsAreWideWhileTheyFit) {
  const std::int64_t nines = 999999999999999999;  // eighteen
  const std::int64_t top = std::int64_t{1} << 57;
  const struct {
    std::int64_t a;
    int a_scale;
    std::int64_t b;
    int b_scale;
    Form form;
    const char* coefficient;
  } cases[] = {
      {nines, 31, nines, 31, Form::wide, "999999999999999998000000000000000001"},
      {nines, 31, -nines, 31, Form::wide, "-999999999999999998000000000000000001"},
      {nines, 31, nines, 32, Form::big, "999999999999999998000000000000000001"},
      {nines, 32, nines, 32, Form::big, "999999999999999998000000000000000001"},
      {nines, 62, nines, 0, Form::wide, "999999999999999998000000000000000001"},
      {nines, 0, nines, 63, Form::big, "999999999999999998000000000000000001"},
      {3, 31, -7, 31, Form::small, "-21"},
      {3, 32, -7, 31, Form::small, "-21"},
      {kMin, 2, top, 0, Form::wide, "-1329227995784915872903807060280344576"},
      {kMin, 2, -top, 0, Form::big, "1329227995784915872903807060280344576"},
      {kMin, 0, -top + 1, 3, Form::wide, "1329227995784915863680435023425568768"},
      {kMin, 0, top + 1, 3, Form::big, "-1329227995784915882127179097135120384"},
      {kMin, 0, -1, 0, Form::wide, "9223372036854775808"},
      {kMin, 31, kMin, 31, Form::big, "85070591730234615865843651857942052864"},
      {kMax, 0, kMin, 0, Form::big, "-85070591730234615856620279821087277056"},
  };
  for (const auto& c : cases) {
    const Decimal a = *Decimal::of(c.a, c.a_scale);
    const Decimal b = *Decimal::of(c.b, c.b_scale);
    SCOPED_TRACE(a.to_string() + " * " + b.to_string());
    for (const Decimal& product : {*(a * b), *(b * a)}) {
      EXPECT_EQ(form_of(product), c.form);
      EXPECT_EQ(product.to_string(), written(c.coefficient, c.a_scale + c.b_scale));
    }
  }
}

TEST(DecimalFormsTest, EveryFormIsCopiedAndMovedOverEveryOther) {
  for (const auto& from : kEdges) {
    for (const auto& to : kEdges) {
      SCOPED_TRACE(std::string(from.text) + " over " + to.text);
      const Decimal value = dec(from.text);
      Decimal copied = dec(to.text);
      copied = value;
      EXPECT_EQ(copied.to_string(), from.text);
      Decimal moved = dec(to.text);
      moved = std::move(copied);
      EXPECT_EQ(moved.to_string(), from.text);
      EXPECT_EQ(form_of(moved), from.form);
      copied = dec(to.text);  // a moved-from number may be assigned to
      EXPECT_EQ(copied.to_string(), to.text);
      std::swap(copied, moved);
      EXPECT_EQ(copied.to_string(), from.text);
      EXPECT_EQ(moved.to_string(), to.text);
    }
  }
}

TEST(DecimalFormsTest, EveryFormMayBeAssignedToItself) {
  for (const auto& edge : kEdges) {
    Decimal value = dec(edge.text);
    Decimal& self = value;
    value = self;
    EXPECT_EQ(value.to_string(), edge.text);
    value = std::move(self);
    EXPECT_EQ(value.to_string(), edge.text);
    const Decimal copy(value);
    const Decimal moved(std::move(value));
    EXPECT_EQ(copy, moved) << edge.text;
    EXPECT_EQ(form_of(copy), edge.form) << edge.text;
  }
}

}  // namespace
}  // namespace tiendo::decimal_forms_test
