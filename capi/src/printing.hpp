/// @file
/// How figures and whole texts are to be printed, from the numbers of tiendo.h.
#pragma once

#include "support.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::capi {

/// The digits (TIENDO_DIGITS_OWN or 0 to 100) and the mode (0 for the indicator's own) as Printing.
/// @return TIENDO_E_RANGE with digits_out_of_range, TIENDO_E_INVALID_ARG
Outcome read_printing(std::int32_t digits, tiendo_rounding rounding, Printing& printing);
/// A mode that is not left open. @return TIENDO_E_INVALID_ARG
Outcome read_rounding(tiendo_rounding number, Rounding& rounding);
/// A form of a text; one that is left open stays as it was. @return TIENDO_E_INVALID_ARG
Outcome read_format(tiendo_format number, ReportFormat& format);

/// How a whole report is to be written; NULL for the defaults.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED
Outcome read_options(const tiendo_write_options* given, WriteOptions& options);
/// The same of a report, which may have counts by what its rows have in common.
Outcome read_report_options(const tiendo_write_options* given, WriteOptions& options);
/// TIENDO_E_NO_VALUE with the reason where there is no figure, or nothing wrong.
Outcome absence_of(const Figure& figure);

}  // namespace tiendo::capi
