// Tested by tests/unit/decimal/number_format_test.cpp and tests/unit/decimal/decimal_test.cpp.
//
// Most numbers are short: digit_words.hpp reads and writes them whole, and takes only what is
// plainly right. All others go the way that knows everything. Reading takes two passes there:
// layout() decides by itself whether the text is a number, byte by byte from the left, so that the
// fault is where reading had to stop; then the digits are gathered.
#include "tiendo/decimal/number_format.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>

#include "decimal/digit_words.hpp"
#include "decimal/digits.hpp"

namespace tiendo {

namespace {

constexpr std::size_t kSmallDigits = 18;  // as many nines fit 64 bits
constexpr std::uint8_t kMostInGroup = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(char32_t c) { return c < 0x80; }

bool is_mark(char32_t c) {
  if (is_ascii(c))
    return c >= ' ' && c <= '~' && !is_digit(static_cast<char>(c)) && c != '+' && c != '-';
  return c >= 0xa0 && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
}

bool is_group_size(std::uint8_t size) { return size >= 1 && size <= kMostInGroup; }

// A mark as the bytes of its UTF-8; none for 0.
class Mark {
 public:
  explicit Mark(char32_t c) {
    if (is_ascii(c)) {
      bytes_[0] = static_cast<char>(c);
      size_ = c == 0 ? 0 : 1;
    } else {
      encode(c);
    }
  }

  std::size_t size() const { return size_; }
  std::string_view text() const { return {bytes_.data(), size_}; }

  bool starts(std::string_view text) const {
    if (size_ == 1) return !text.empty() && text[0] == bytes_[0];
    return size_ != 0 && text.starts_with(this->text());
  }

 private:
  void encode(char32_t c) {
    size_ = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (std::size_t i = size_ - 1; i > 0; --i, c >>= 6) {
      bytes_[i] = static_cast<char>(0x80 | (c & 0x3f));
    }
    constexpr std::array<char32_t, 5> kLead = {0, 0, 0xc0, 0xe0, 0xf0};
    bytes_[0] = static_cast<char>(kLead[size_] | c);
  }

  std::array<char, 4> bytes_{};
  std::size_t size_ = 0;
};

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
std::optional<std::size_t> take_groups(Cursor& cursor, std::size_t first,
                                       const NumberFormat& format) {
  const Mark mark(format.group);
  if (first > format.further_group_size) return std::nullopt;  // a mark is a fault here
  while (cursor.take(mark)) {
    const std::size_t begin = cursor.at();
    const std::size_t taken =
        cursor.take_digits(std::max(format.group_size, format.further_group_size));
    const std::size_t wanted = cursor.sees(mark) ? format.further_group_size : format.group_size;
    if (taken != wanted) return begin + std::min(taken, wanted);
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
  if (const auto fault = take_groups(cursor, first, format)) {
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

// A number about to be written: its digits, wherever they are, and how they are laid out.
class Writer {
 public:
  Writer(const Decimal& value, const NumberFormat& format)
      : format_(format),
        point_(format.point),
        group_(format.group),
        negative_(value.sign() < 0),
        scale_(static_cast<std::size_t>(value.scale())) {
    if (const auto coefficient = value.coefficient()) {
      char* const end =
          std::to_chars(small_.data(), small_.data() + small_.size(), detail::size_of(*coefficient))
              .ptr;
      digits_ = {small_.data(), static_cast<std::size_t>(end - small_.data())};
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
    const std::size_t decimals = scale_ == 0 ? 0 : point_.size() + scale_;
    return (negative_ ? 1 : 0) + std::max<std::size_t>(whole_, 1) + groups() * group_.size() +
           decimals;
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

  // How many marks stand between groups.
  std::size_t groups() const {
    if (format_.group == 0 || whole_ <= format_.group_size) return 0;
    return (whole_ - format_.group_size - 1) / format_.further_group_size + 1;
  }

  NumberFormat format_;
  Mark point_;
  Mark group_;
  bool negative_;
  std::size_t scale_;
  std::size_t whole_ = 0;  // digits before the point; none for 0.05
  std::array<char, 20> small_;
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

bool NumberFormat::valid() const noexcept {
  return is_mark(point) && (group == 0 || (is_mark(group) && group != point)) &&
         is_group_size(group_size) && is_group_size(further_group_size);
}

Result<NumberFormat> NumberFormat::checked() const {
  if (!valid()) return error(Errc::marks_conflict);
  return *this;
}

Result<Decimal> parse(std::string_view text, const NumberFormat& format) {
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
  return gather(text, *found);
}

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
