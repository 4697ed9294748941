// Tested by tests/unit/decimal/number_format_test.cpp and tests/unit/decimal/decimal_test.cpp.
//
// Reading; number_writer.cpp writes. Most numbers are short: digit_words.hpp reads them whole, and
// takes only what is plainly right. All others take two passes: layout() decides by itself whether
// the text is a number, byte by byte from the left, so that the fault is where reading had to stop;
// then the digits are gathered.
#include "tiendo/decimal/number_format.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <optional>

#include "decimal/digit_words.hpp"
#include "decimal/digits.hpp"
#include "decimal/mark.hpp"

namespace tiendo {

using detail::is_ascii;
using detail::Mark;

namespace {

constexpr std::size_t kSmallDigits = 18;  // as many nines fit 64 bits
constexpr std::size_t kWideDigits = 2 * kSmallDigits;
constexpr std::uint8_t kMostInGroup = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a character beyond ASCII stands for itself, is seen or a space, and is no number.
bool is_mark_beyond_ascii(char32_t c) {
  const auto point = static_cast<utf8proc_int32_t>(c);
  if (c > 0x10ffff || utf8proc_get_property(point)->ignorable) return false;
  const utf8proc_category_t category = utf8proc_category(point);
  const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
  return letter || (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_ZS);
}

bool is_mark(char32_t c) {
  if (!is_ascii(c)) return is_mark_beyond_ascii(c);
  return c >= ' ' && c <= '~' && !is_digit(static_cast<char>(c)) && c != '+' && c != '-';
}

bool is_group_size(std::uint8_t size) { return size >= 1 && size <= kMostInGroup; }

// Walks over the text; at() is the offset of the first byte not yet taken.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }

  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool sees(const Mark& mark) const { return mark.starts(text_.substr(at_)); }

  bool take(const Mark& mark) {
    if (!sees(mark)) return false;
    at_ += mark.size();
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
  std::size_t whole = 0;      // the first digit
  std::size_t whole_end = 0;  // behind the last digit before the point
  std::size_t fraction = 0;   // the first decimal; the end of the text when there is none
};

// Takes the groups that follow the first digits, if there are any. @return the offset of the first
// byte that does not fit
std::optional<std::size_t> take_groups(Cursor& cursor, std::size_t first, bool leading_zero,
                                       const NumberFormat& format) {
  const Mark mark(format.group);
  // A mark is a fault here; 0.500 is no five hundred.
  if (first > format.further_group_size || leading_zero) return std::nullopt;
  while (cursor.take(mark)) {
    const std::size_t taken =
        cursor.take_digits(std::max(format.group_size, format.further_group_size));
    const std::size_t wanted = cursor.sees(mark) ? format.further_group_size : format.group_size;
    if (taken != wanted) return cursor.at();
  }
  return std::nullopt;
}

Result<Layout> layout(std::string_view text, const NumberFormat& format) {
  Cursor cursor(text);
  Layout found;
  found.negative = cursor.take('-');
  if (!found.negative) cursor.take('+');
  found.whole = cursor.at();
  const std::size_t first = cursor.take_digits(text.size());
  if (first == 0) return problem(Errc::number_syntax, cursor.at());
  if (const auto fault = take_groups(cursor, first, text[found.whole] == '0', format)) {
    return problem(Errc::number_syntax, *fault);
  }
  found.whole_end = cursor.at();
  found.fraction = text.size();
  if (cursor.take(Mark(format.point))) {
    found.fraction = cursor.at();
    if (cursor.take_digits(text.size()) == 0) return problem(Errc::number_syntax, cursor.at());
  }
  if (!cursor.at_end()) return problem(Errc::number_syntax, cursor.at());
  return found;
}

// The decimal of a text that has this layout, of at most so many digits and decimals.
Result<Decimal> gather(std::string_view text, const Layout& found, std::size_t most) {
  const std::size_t most_decimals = std::min<std::size_t>(most, Decimal::kMaxScale);
  std::int64_t first = 0;  // of up to eighteen digits each
  std::int64_t second = 0;
  std::size_t count = 0;  // digits of the coefficient: without leading zeros
  for (std::size_t at = found.whole; at < text.size(); ++at) {
    if (at >= found.fraction + most_decimals) return problem(Errc::number_too_long, at);
    if (!is_digit(text[at]) || (count == 0 && text[at] == '0')) continue;
    if (++count > most) return problem(Errc::number_too_long, at);
    if (count <= kSmallDigits) {
      first = first * 10 + (text[at] - '0');
    } else if (count <= kWideDigits) {
      second = second * 10 + (text[at] - '0');
    }
  }
  const int scale = static_cast<int>(text.size() - found.fraction);
  if (count <= kSmallDigits) return Decimal::of(found.negative ? -first : first, scale);
  if (count <= kWideDigits) {
    const int behind = static_cast<int>(count - kSmallDigits);
    detail::Wide size = detail::Wide{first} * detail::small_power_of_ten(behind) + second;
    if (found.negative) size = -size;
    return Decimal::from_words(static_cast<std::uint64_t>(size),
                               static_cast<std::int64_t>(size >> 64), scale);
  }
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return detail::decimal_of_digits(digits, scale, found.negative);
}

}  // namespace

bool NumberFormat::valid() const noexcept {
  return is_mark(point) && (group == 0 || (is_mark(group) && group != point)) &&
         is_group_size(group_size) && is_group_size(further_group_size);
}

Result<NumberFormat> NumberFormat::checked() const {
  if (!valid()) return error(Errc::marks_conflict);
  return *this;
}

Result<Decimal> detail::parse(std::string_view text, const NumberFormat& format, int most_digits) {
  assert(format.valid());
  const bool negative = text.starts_with('-');
  const std::size_t sign = negative || text.starts_with('+') ? 1 : 0;
  detail::Parts parts;
  if (is_ascii(format.point) && detail::read_digits(text.data() + sign, text.size() - sign,
                                                    static_cast<char>(format.point), parts)) {
    const auto size = static_cast<std::int64_t>(parts.size);
    return Decimal::of(negative ? -size : size, parts.scale);
  }
  const Result<Layout> found = layout(text, format);
  if (!found) return found.error();
  return gather(text, *found, static_cast<std::size_t>(most_digits));
}

Result<Decimal> parse(std::string_view text, const NumberFormat& format) {
  return detail::parse(text, format, Decimal::kMaxInputDigits);
}

}  // namespace tiendo
