/// @file
/// Fractions between text and the library.
#pragma once

#include <compare>
#include <vector>

#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::capi {

/// The fraction that a text holds, of up to Decimal::kMaxDigits digits in each part. What is wrong
/// with it is said with the name of the text.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING
Outcome read_fraction(std::string_view name, const char* text, std::int64_t length, Ratio& value);

/// Calls `take` with each text of an array and its length, TIENDO_NTS where there are no lengths.
/// @return TIENDO_E_INVALID_ARG or what `take` returns, with its row
template <class Take>
Outcome each_text(std::string_view name, const char* const* texts, const std::int64_t* lengths,
                  std::int64_t count, const Take& take) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, "count is below zero"};
  if (texts == nullptr && count > 0) return null_argument(name);
  Outcome outcome;
  for (std::int64_t i = 0; i < count && !outcome.failed(); ++i) {
    outcome = take(texts[i], lengths == nullptr ? TIENDO_NTS : lengths[i]);
    if (outcome.failed()) outcome.row = i;
  }
  return outcome;
}

/// Appends the fractions of an array of texts. @return as each_text() and read_fraction()
Outcome read_fractions(std::string_view name, const char* const* texts, const std::int64_t* lengths,
                       std::int64_t count, std::vector<Ratio>& values);

/// The text of what `compute` makes in a mode. Numbers is the number of a format, or a format.
template <class Numbers, class Compute>
Outcome print_decimal(const tiendo_context& context, tiendo_rounding rounding, Numbers numbers,
                      std::string& into, const Compute& compute) {
  Rounding mode = Rounding::half_up;
  NumberFormat format;
  Outcome bad = read_rounding(rounding, mode);
  if (!bad.failed()) bad = read_numbers(context, numbers, format);
  if (bad.failed()) return bad;
  const Result<Decimal> value = compute(mode);
  if (!value) return value.error();
  into = tiendo::format(*value, format);
  return {};
}

/// -1, 0 or 1.
inline std::int32_t number_of(std::strong_ordering order) noexcept {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace tiendo::capi
