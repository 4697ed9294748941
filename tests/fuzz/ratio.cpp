// Two fractions, a line each, the scale of the rounding in the byte before them: their sums,
// products, quotients, powers and roundings keep the laws of fractions.

#include "tiendo/decimal/ratio.hpp"

#include <string>

#include "number_laws.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

void require_reading(std::string_view text, const Result<Ratio>& value) {
  if (value) {
    const std::string printed = value->to_string();
    const Ratio again = *Ratio::of(value->numerator(), value->denominator());
    require(again == *value && again.hash() == value->hash(), "a fraction is its two parts");
    require(again.to_string() == printed, "a fraction is printed in one way");
    const auto back = Ratio::parse(printed);  // a long decimal may have too long a denominator
    require(back ? *back == *value : back.error().code == Errc::number_too_long,
            "what is printed is read back");
  } else if (value.error().code != Errc::division_by_zero) {
    require(
        value.error().offset >= 0 && value.error().offset <= static_cast<std::int64_t>(text.size()),
        "the fault lies in the text or at its end");
  }
}

void require_laws(const Ratio& a) {
  require(-(-a) == a && a.abs().sign() == (a.is_zero() ? 0 : 1), "signs");
  require((a - a)->is_zero(), "a number less itself is zero");
  require(Ratio(floor(a)) <= a && a < *(Ratio(floor(a)) + 1), "floor is the integer below");
  require(*pow(a, 3) == *(a * a * a), "a power is a product");
  const auto decimal = a.to_decimal();
  require(bool(decimal) == a.terminates() || decimal.error().code == Errc::number_too_long,
          "a decimal form exists when it ends");
  if (decimal) require(Ratio(*decimal) == a && decimal->hash() == a.hash(), "the decimal is equal");
  if (!a.is_zero()) {
    require(*(1 / (1 / a)) == a, "inverting twice changes nothing");
    require(*pow(a, -2) == *(1 / (a * a)), "a negative power inverts");
  }
}

void require_laws(const Ratio& a, const Ratio& b) {
  require(*(a + b) == *(b + a) && *(a * b) == *(b * a), "addition and multiplication commute");
  require(*(a + b - b) == a, "subtraction undoes addition");
  require(*((a + b) * (a - b)) == *(a * a - b * b), "multiplication distributes");
  require((a <=> b) == ((a - b)->sign() <=> 0), "order is the sign of the difference");
  require(a != b || a.hash() == b.hash(), "equal fractions have one hash");
  require(b.is_zero() ? (a / b).error().code == Errc::division_by_zero : *(a * b / b) == a,
          "division undoes multiplication");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const int scale = data[0] % 64;
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  const std::size_t end = text.find('\n');
  const std::string_view second = end == text.npos ? std::string_view("1/3") : text.substr(end + 1);
  const auto a = Ratio::parse(text.substr(0, end));
  const auto b = Ratio::parse(second);
  require_reading(text.substr(0, end), a);
  require_reading(second, b);
  if (a) {
    require_laws(*a);
    fuzz::require_rounding(*a, scale);
  }
  if (a && b) require_laws(*a, *b);
  return 0;
}
