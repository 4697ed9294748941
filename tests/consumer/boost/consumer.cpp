// What a user writes whose program has a Boost of its own and links the C library into itself: the
// sum of two numbers, by tiendo and by Boost, and the days between two dates.

#include <boost/date_time/gregorian/gregorian.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <iostream>
#include <stdexcept>
#include <string>

#include "tiendo.h"

namespace {

using boost::multiprecision::cpp_int;

// What a number prints as, exactly; a failure of tiendo is thrown here, as the program likes it.
std::string sum_by_tiendo(tiendo_context* context, const char* a, const char* b) {
  tiendo_decimal one{};
  tiendo_decimal other{};
  char text[60];
  std::int64_t length = 0;
  if (tiendo_decimal_parse(context, a, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &one) != TIENDO_OK ||
      tiendo_decimal_parse(context, b, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &other) != TIENDO_OK ||
      tiendo_decimal_add(context, &one, &other, &one) != TIENDO_OK ||
      tiendo_decimal_format(context, &one, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length) !=
          TIENDO_OK)
    throw std::runtime_error("tiendo refuses a number");
  return text;
}

bool agree(tiendo_context* context) {
  const char* const a = "12345678901234567890123456789012345";
  const char* const b = "98765432109876543210987654321";
  if (sum_by_tiendo(context, a, b) != (cpp_int(a) + cpp_int(b)).str()) return false;
  try {
    sum_by_tiendo(context, a, "three");
    return false;
  } catch (const std::runtime_error&) {
  }
  const boost::gregorian::date day(2024, 2, 29);
  std::int32_t number = 0;
  return tiendo_date_parse(context, "2024-02-29", TIENDO_NTS, &number) == TIENDO_OK &&
         (day - boost::gregorian::date(1970, 1, 1)).days() == number &&
         tiendo_date_parse(context, "2024-02-30", TIENDO_NTS, &number) == TIENDO_E_PARSE;
}

}  // namespace

int main() {
  tiendo_context* context = nullptr;
  if (tiendo_context_create(nullptr, &context) != TIENDO_OK) return 2;
  const bool same = agree(context);
  tiendo_context_destroy(context);
  std::cout << (same ? "tiendo and Boost agree\n" : "tiendo and Boost differ\n");
  return same ? 0 : 1;
}
