// Tested by tests/capi/fraction_text_test.c and tests/capi/memory_test.cpp.
//
// Fractions that come in as text. Ratio::parse() reads what people write; what this library wrote
// before may be longer, and is put together of pieces that it reads.

#include <algorithm>
#include <cstddef>
#include <string>

#include "fractions.hpp"

namespace tiendo::capi {
namespace {

constexpr std::size_t kPiece = Decimal::kMaxInputDigits - 1;  // so that 10^kPiece is read, too
constexpr std::string_view kDigits = "0123456789";

Error problem(Errc code, std::size_t offset) {
  return error(code, {}, static_cast<std::int64_t>(offset));
}

// The integer of these digits, which are within the limits.
Result<Decimal> join(std::string_view digits) {
  Decimal whole;
  for (std::size_t at = 0; at < digits.size(); at += kPiece) {
    const std::string_view piece = digits.substr(at, kPiece);
    const auto power = Decimal::parse("1" + std::string(piece.size(), '0'));
    const auto next = Decimal::parse(piece);
    const auto raised = whole * *power;
    if (!raised) return raised.error();
    const auto sum = *raised + *next;
    if (!sum) return sum.error();
    whole = *sum;
  }
  return whole;
}

// A decimal whose form is right, `offset` bytes into the text that was passed in.
Result<Decimal> read_long(std::string_view text, std::size_t offset) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t scale = text.size() - std::min(point + 1, text.size());
  if (scale > Decimal::kMaxScale) {
    return problem(Errc::number_too_long, offset + point + 1 + Decimal::kMaxScale);
  }
  const std::size_t first = std::min(text.find_first_of("123456789"), text.size());
  // As many bytes as there may be digits, and one for a point among them.
  const std::size_t most = first + Decimal::kMaxDigits;
  const std::size_t end = most + (point <= most ? 1 : 0);
  if (text.size() > end) return problem(Errc::number_too_long, offset + end);
  std::string digits(text.substr(first));
  std::erase(digits, '.');
  const auto whole = join(digits);
  if (!whole) return whole.error();
  return *whole * *Decimal::of(text.starts_with('-') ? -1 : 1, static_cast<int>(scale));
}

// A fraction of which Ratio::parse() found one part too long, having read no further.
Result<Ratio> read_long(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) {
    const auto value = read_long(text, 0);
    if (!value) return value.error();
    return Ratio(*value);
  }
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t above_end = text.find_first_not_of(kDigits, sign);
  if (above_end != slash) return problem(Errc::number_syntax, above_end);
  const std::size_t end = std::min(text.find_first_not_of(kDigits, slash + 1), text.size());
  if (end < text.size() || end == slash + 1) return problem(Errc::number_syntax, end);
  const auto above = read_long(text.substr(0, slash), 0);
  if (!above) return above.error();
  const auto below = read_long(text.substr(slash + 1), slash + 1);
  if (!below) return below.error();
  return Ratio::of(*above, *below);
}

}  // namespace

Outcome read_fraction(std::string_view name, const char* text, std::int64_t length, Ratio& value) {
  std::string_view bytes;
  Outcome bad = take_text(name, text, length, bytes);
  if (bad.failed()) return bad;
  Result<Ratio> read = Ratio::parse(bytes);
  if (!read && read.error().code == Errc::number_too_long) read = read_long(bytes);
  if (!read) {
    Error fault = read.error();
    fault.sentence = std::string(name) + ": " + fault.sentence;
    return fault;
  }
  value = *std::move(read);
  return {};
}

}  // namespace tiendo::capi
