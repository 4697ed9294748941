/// @file
/// The catalogue of methods and thresholds as text.
#pragma once

#include <string>

#include "tiendo/engine/assessment.hpp"
#include "tiendo/io/report_writer.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// All methods with their formulas, what they need and their sources, and the thresholds that come
/// with the library.
///
/// Text and Markdown are tables for people in that language. JSON (`tiendo-methods/1`) has
/// everything in both languages and every threshold with the side it belongs to; CSV has a row for
/// each method. Numbers are exact: "0.95", or a fraction where it does not end.
///
/// @return the list, ending with a newline
std::string write_methods(ReportFormat format, Language language);

/// The result of a method as JSON (`tiendo-assessment/1`), complete enough to make it again:
/// method, state, what decided, exact value or reason, band, thresholds, figures, inputs with their
/// periods, policies and those that made a difference, vintage. Depends on no language.
/// @return one object, ending with a newline
std::string write_assessment(const Assessment& assessment);

}  // namespace tiendo
