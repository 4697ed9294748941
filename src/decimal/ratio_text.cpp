// Tested by tests/unit/decimal/ratio_test.cpp.
#include <cassert>
#include <cstddef>

#include "decimal/digits.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

namespace {

Error bad_syntax(std::size_t offset) {
  return error(Errc::number_syntax, {}, static_cast<std::int64_t>(offset));
}

Result<Decimal> parse_decimal(std::string_view text, int most_digits) {
  return detail::parse(text, NumberFormat::plain(), most_digits);
}

// An integer that starts `offset` bytes into the text of a fraction.
Result<Decimal> parse_part(std::string_view text, std::size_t offset, int most_digits) {
  const std::size_t point = text.find('.');
  Result<Decimal> part = parse_decimal(text.substr(0, point), most_digits);
  if (!part) {
    Error problem = part.error();
    problem.offset += static_cast<std::int64_t>(offset);
    return problem;
  }
  if (point != text.npos) return bad_syntax(offset + point);
  return part;
}

}  // namespace

Result<Ratio> Ratio::parse(std::string_view text, int most_digits) {
  assert(most_digits >= 1 && most_digits <= Decimal::kMaxDigits);
  const std::size_t slash = text.find('/');
  if (slash == text.npos) {
    const Result<Decimal> value = parse_decimal(text, most_digits);
    if (!value) return value.error();
    return Ratio(*value);
  }
  const Result<Decimal> numerator = parse_part(text.substr(0, slash), 0, most_digits);
  if (!numerator) return numerator.error();
  const std::string_view below = text.substr(slash + 1);
  if (below.starts_with('-') || below.starts_with('+')) return bad_syntax(slash + 1);
  const Result<Decimal> denominator = parse_part(below, slash + 1, most_digits);
  if (!denominator) return denominator.error();
  return of(*numerator, *denominator);
}

std::string Ratio::to_string() const {
  const Decimal below = denominator();
  const std::string above = numerator().to_string();
  return below == 1 ? above : above + '/' + below.to_string();
}

}  // namespace tiendo
