// The words of checked figures for people, in Vietnamese and English.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/labels.hpp"
#include "tiendo/io/statement_reader.hpp"

namespace tiendo {

std::string_view label(StatedVerdict verdict, Language language);
// What the figure would be: "the figure is a difference in points".
std::string_view label(Reading reading, Language language);

// The figure with its hedging word: "over 20", as the table has it and as people read it.
std::string figure_text(const Statement& statement);
std::string figure_label(const Statement& statement, Language language);
// "line 5".
std::string line_label(std::int64_t line, Language language);
// The expression with the numbers in the place of the inputs.
std::string computation(const VerifiedStatement& row, Language language);
// What the inputs allow.
std::string bounds_label(const std::string& low, const std::string& high, Language language);
// By which ways of rounding the figure would come out.
std::string roundings_label(const std::string& roundings, Language language);
// How many figures have each verdict.
std::string counts_label(const std::array<std::int64_t, 4>& counts, Language language);

}  // namespace tiendo
