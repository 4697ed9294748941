// Tested by tests/capi/figure_test.c and write_test.c there.

#include "printing.hpp"

namespace tiendo::capi {

// The numbers are those of the library: between the first and the last, each is one.
static_assert(static_cast<int>(Rounding::half_up) == TIENDO_ROUND_HALF_UP &&
              static_cast<int>(Rounding::half_even) == TIENDO_ROUND_HALF_EVEN &&
              static_cast<int>(Rounding::half_down) == TIENDO_ROUND_HALF_DOWN &&
              static_cast<int>(Rounding::up) == TIENDO_ROUND_UP &&
              static_cast<int>(Rounding::down) == TIENDO_ROUND_DOWN &&
              static_cast<int>(Rounding::ceiling) == TIENDO_ROUND_CEILING &&
              static_cast<int>(Rounding::floor) == TIENDO_ROUND_FLOOR);

Outcome read_rounding(tiendo_rounding number, Rounding& rounding) {
  if (number < TIENDO_ROUND_HALF_UP || number > TIENDO_ROUND_FLOOR)
    return unknown_number("rounding");
  rounding = static_cast<Rounding>(number);
  return {};
}

Outcome read_printing(std::int32_t digits, tiendo_rounding rounding, Printing& printing) {
  if (digits != TIENDO_DIGITS_OWN) {
    if (digits < 0 || digits > 100) return error(Errc::digits_out_of_range);
    printing.digits = digits;
  }
  if (rounding == TIENDO_ROUND_OWN) return {};
  return read_rounding(rounding, printing.rounding.emplace());
}

static_assert(static_cast<int>(ReportFormat::text) == TIENDO_FORMAT_TEXT &&
              static_cast<int>(ReportFormat::csv) == TIENDO_FORMAT_CSV &&
              static_cast<int>(ReportFormat::json) == TIENDO_FORMAT_JSON &&
              static_cast<int>(ReportFormat::markdown) == TIENDO_FORMAT_MARKDOWN);

Outcome read_format(tiendo_format number, ReportFormat& format) {
  if (number < TIENDO_FORMAT_DEFAULT || number > TIENDO_FORMAT_MARKDOWN) {
    return unknown_number("format");
  }
  if (number != TIENDO_FORMAT_DEFAULT) format = static_cast<ReportFormat>(number);
  return {};
}

Outcome absence_of(const Figure& figure) {
  if (figure) return {};
  Outcome outcome(error(figure.reason));
  outcome.status = TIENDO_E_NO_VALUE;
  return outcome;
}

}  // namespace tiendo::capi
