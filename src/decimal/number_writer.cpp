// Tested by tests/unit/decimal/number_format_test.cpp and tests/unit/decimal/decimal_test.cpp.
//
// Writing numbers: the short ones by the words of digit_words.hpp, all others digit by digit.
#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "decimal/digit_words.hpp"
#include "decimal/digits.hpp"
#include "decimal/mark.hpp"
#include "decimal/text_size.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {

using detail::is_ascii;
using detail::Mark;

namespace {

// A number about to be written: its digits, wherever they are, and how they are laid out.
class Writer {
 public:
  Writer(const Decimal& value, const NumberFormat& format)
      : format_(format),
        point_(format.point),
        group_(format.group),
        negative_(value.sign() < 0),
        scale_(static_cast<std::size_t>(value.scale())) {
    if (const char* const end = detail::inline_digits(inline_.data(), value)) {
      digits_ = {inline_.data(), static_cast<std::size_t>(end - inline_.data())};
    } else {
      big_ = detail::big_digits(value);
      digits_ = big_;
    }
    whole_ = digits_.size() > scale_ ? digits_.size() - scale_ : 0;
  }

  // digits_ points into the object.
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Bytes of the text.
  std::size_t size() const {
    return detail::TextSize(format_, scale_).of(digits_.size(), negative_);
  }

  // Writes size() bytes. @return their end
  char* write(char* to) const {
    if (negative_) *to++ = '-';
    if (whole_ == 0) *to++ = '0';
    for (std::size_t i = 0; i < whole_; ++i) {
      if (i > 0 && starts_group(whole_ - i)) to = put(to, group_.text());
      *to++ = digits_[i];
    }
    if (scale_ == 0) return to;
    to = put(to, point_.text());
    to = std::fill_n(to, scale_ - (digits_.size() - whole_), '0');
    return put(to, digits_.substr(whole_));
  }

 private:
  static char* put(char* to, std::string_view text) {
    return std::copy(text.begin(), text.end(), to);
  }

  // Whether a group starts where so many digits are left before the point.
  bool starts_group(std::size_t left) const {
    if (format_.group == 0 || left < format_.group_size) return false;
    return (left - format_.group_size) % format_.further_group_size == 0;
  }

  NumberFormat format_;
  Mark point_;
  Mark group_;
  bool negative_;
  std::size_t scale_;
  std::size_t whole_ = 0;  // digits before the point; none for 0.05
  std::array<char, detail::kInlineDigits> inline_;
  std::string big_;
  std::string_view digits_;
};

// Writes the number if digit_words.hpp can: it fits, the point is ASCII, there are no groups.
// kShortRoom bytes may be overwritten. @return the end, or nullptr
[[gnu::always_inline]] inline char* write_short(char* text, const Decimal& value,
                                                const NumberFormat& format) {
  const auto coefficient = value.coefficient();
  const int scale = value.scale();
  if (!detail::kHasDigitWords || !coefficient || scale > detail::kMostWordScale ||
      !is_ascii(format.point)) {
    return nullptr;
  }
  const std::uint64_t size = detail::size_of(*coefficient);
  if (format.group != 0) {
    const int ungrouped = scale + format.group_size;  // digits that need no mark
    if (ungrouped <= detail::kSmallPower &&
        size >= detail::size_of(detail::small_power_of_ten(ungrouped))) {
      return nullptr;
    }
  }
  *text = '-';
  text += *coefficient < 0 ? 1 : 0;
  return detail::write_digits(text, size, scale, static_cast<char>(format.point));
}

constexpr std::size_t kShortRoom = 1 + detail::kDigitRoom;

// The ways for all other numbers; apart, so that the short ones do not pay for their room.
[[gnu::noinline]] std::string format_long(const Decimal& value, const NumberFormat& format) {
  const Writer writer(value, format);
  std::string text(writer.size(), '0');
  writer.write(text.data());
  return text;
}

[[gnu::noinline]] char* write_long(char* first, char* last, const Decimal& value,
                                   const NumberFormat& format) {
  const Writer writer(value, format);
  return writer.size() <= static_cast<std::size_t>(last - first) ? writer.write(first) : nullptr;
}

}  // namespace

std::string format(const Decimal& value, const NumberFormat& format) {
  assert(format.valid());
  std::array<char, kShortRoom> buffer;
  const char* const end = write_short(buffer.data(), value, format);
  if (end == nullptr) return format_long(value, format);
  return std::string(static_cast<const char*>(buffer.data()), end);
}

char* to_chars(char* first, char* last, const Decimal& value, const NumberFormat& format) {
  assert(format.valid());
  if (static_cast<std::size_t>(last - first) >= kShortRoom) {
    if (char* const end = write_short(first, value, format)) return end;
  }
  return write_long(first, last, value, format);
}

}  // namespace tiendo
