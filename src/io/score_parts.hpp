// What the forms of scores share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/io/score_writer.hpp"

namespace tiendo {

// Its name, or else its id or code.
std::string name_of_criterion(const Criterion& one, Language language);
std::string name_of_band(const Band& band, Language language);

// The lines under a table of scores: by what each criterion scores, and how the total is made.
std::vector<std::string> score_notes(const UnitScores& scores, Language language);

std::string scores_json(const UnitScores& scores, const WriteOptions& options);

// Digits and rounding of points; what is asked for goes first, then the rules, then the criteria.
PrintRule points_rule(const Criteria& criteria, const Printing& printing);

// Points rounded once.
std::optional<Decimal> printed_points(const Figure& points, const PrintRule& rule);
// A total, with the digits that it takes to lie in its class.
std::optional<Decimal> printed_total(const Criteria& criteria, const Score& score,
                                     const PrintRule& rule);
// The figure of a criterion, as a report prints it.
std::optional<Decimal> printed_input(const UnitScores& scores, const ScoredUnit& unit,
                                     std::size_t criterion, const Printing& printing);

// The code of the class, of the band of a criterion; "" without one.
std::string_view class_code(const Criteria& criteria, const Score& score);
std::string_view band_code(const Criteria& criteria, const CriterionScore& score,
                           std::size_t criterion);

// By what a criterion is scored: "band_table@1", "score_table@1", "verdict_scores@1".
std::string_view method_of(const Criteria& criteria, std::size_t criterion);
// How the total is made: "criteria_total@1/points", "criteria_total@1/weights".
std::string_view method_of_total(const Criteria& criteria);

}  // namespace tiendo
