// Any text as a decimal: what is read prints and is read back, keeps its laws, and what is refused
// is refused at the first byte that does not fit.

#include "tiendo/decimal/decimal.hpp"

#include "number_laws.hpp"

using namespace tiendo;
using fuzz::require;
using fuzz::same;

namespace {

void require_words(const Decimal& value) {
  const auto words = value.to_words();
  require(bool(words) == (value.digits() <= 38 && value.scale() <= 38),
          "words hold 38 digits and no more");
  if (!words) return;
  require(same(*Decimal::from_words(words->lo, words->hi, words->scale), value),
          "words are read back");
}

void require_laws(const Decimal& value) {
  require(same(-(-value), value) && value.sign() == -(-value).sign(), "negation undoes itself");
  require((value + -value)->is_zero(), "a number and its negative make zero");
  require(same(*(*(value + 1) - 1), value), "subtraction undoes addition");
  require(same(*(value * 1), value) && same(*(value * -1), -value), "one is neutral");
  require(value.abs().sign() >= 0 && (value.abs() == value || value.abs() == -value), "abs");
  require(value < *(value + 1) && value > *(value - 1), "order");
  const Decimal normal = value.normalized();
  require(normal == value && normal.hash() == value.hash() && normal.scale() <= value.scale(),
          "normalizing changes no value");
  const Ratio ratio(value);
  require(ratio == value && ratio.hash() == value.hash() && same(*ratio.to_decimal(), normal),
          "the fraction of a decimal is equal to it");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto value = Decimal::parse(text);
  if (!value) {
    fuzz::require_first_fault(text, value.error(), Decimal::parse);
    return 0;
  }
  const std::string printed = value->to_string();
  require(same(*Decimal::parse(printed), *value), "what is printed is read back");
  require(printed.size() <= text.size(), "printing adds nothing to what was written");
  const std::size_t point = text.find('.');
  require(value->scale() == (point == text.npos ? 0 : static_cast<int>(text.size() - point - 1)),
          "the scale is as written");
  require_words(*value);
  require_laws(*value);
  for (const int scale : {0, value->scale() / 2, value->scale() + 3}) {
    fuzz::require_rounding(*value, scale);
  }
  return 0;
}
