// Tested by tests/unit/decimal/number_format_test.cpp and tests/unit/decimal/decimal_test.cpp.
//
// Reading takes two passes: layout() decides by itself whether the text is a number, byte by byte
// from the left, so that the fault is where reading had to stop; then the digits are gathered.
#include "tiendo/decimal/number_format.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>

#include "decimal/digits.hpp"

namespace tiendo {

namespace {

constexpr std::size_t kGroup = 3;
constexpr std::size_t kSmallDigits = 18;  // as many nines fit 64 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_mark(char c) { return c >= ' ' && c <= '~' && !is_digit(c) && c != '+' && c != '-'; }

// Walks over the text; at() is the offset of the first byte not yet taken.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  bool sees(char c) const { return !at_end() && text_[at_] == c; }

  bool take(char c) {
    if (!sees(c)) return false;
    ++at_;
    return true;
  }

  // Takes up to `most` digits. @return how many
  std::size_t take_digits(std::size_t most) {
    const std::size_t begin = at_;
    while (at_ - begin < most && !at_end() && is_digit(text_[at_])) ++at_;
    return at_ - begin;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

Error problem(Errc code, std::size_t offset) {
  return error(code, {}, static_cast<std::int64_t>(offset));
}

// Where the parts of a number stand: offsets in bytes.
struct Layout {
  bool negative = false;
  std::size_t whole = 0;     // the first digit
  std::size_t fraction = 0;  // the first decimal; the end of the text when there is none
};

Result<Layout> layout(std::string_view text, NumberFormat format) {
  Cursor cursor(text);
  Layout found;
  found.negative = cursor.take('-');
  if (!found.negative) cursor.take('+');
  found.whole = cursor.at();
  const std::size_t first = cursor.take_digits(text.size());
  if (first == 0) return problem(Errc::number_syntax, cursor.at());
  while (format.group != 0 && first <= kGroup && cursor.take(format.group)) {
    if (cursor.take_digits(kGroup) != kGroup) return problem(Errc::number_syntax, cursor.at());
  }
  if (cursor.take(format.point)) {
    found.fraction = cursor.at();
    if (cursor.take_digits(text.size()) == 0) return problem(Errc::number_syntax, cursor.at());
  } else {
    found.fraction = text.size();
  }
  if (!cursor.at_end()) return problem(Errc::number_syntax, cursor.at());
  return found;
}

// The decimal of a text that has this layout.
Result<Decimal> gather(std::string_view text, const Layout& found) {
  constexpr std::size_t kMost = Decimal::kMaxInputDigits;
  if (text.size() - found.fraction > kMost) {
    return problem(Errc::number_too_long, found.fraction + kMost);
  }
  const int scale = static_cast<int>(text.size() - found.fraction);
  std::int64_t small = 0;
  std::size_t count = 0;  // digits of the coefficient: without leading zeros
  for (std::size_t at = found.whole; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (count == 0 && text[at] == '0')) continue;
    if (++count > kMost) return problem(Errc::number_too_long, at);
    if (count <= kSmallDigits) small = small * 10 + (text[at] - '0');
  }
  if (count <= kSmallDigits) return Decimal::of(found.negative ? -small : small, scale);
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return detail::decimal_of_digits(digits, scale, found.negative);
}

}  // namespace

bool NumberFormat::valid() const noexcept {
  return is_mark(point) && (group == 0 || (is_mark(group) && group != point));
}

Result<Decimal> parse(std::string_view text, NumberFormat format) {
  assert(format.valid());
  const Result<Layout> found = layout(text, format);
  if (!found) return found.error();
  return gather(text, *found);
}

std::string format(const Decimal& value, NumberFormat format) {
  assert(format.valid());
  const auto scale = static_cast<std::size_t>(value.scale());
  std::string digits = detail::coefficient_digits(value);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - scale;
  std::string text;
  if (value.sign() < 0) text += '-';
  for (std::size_t i = 0; i < whole; ++i) {
    if (format.group != 0 && i > 0 && (whole - i) % kGroup == 0) text += format.group;
    text += digits[i];
  }
  if (scale > 0) text.append(1, format.point).append(digits, whole);
  return text;
}

}  // namespace tiendo
