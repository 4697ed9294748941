/// @file
/// A case with the name of a method: every method of the catalogue by one function.
///
/// What a method takes is data here (taken_by()), so that a text can be read by it
/// (io/case_reader.hpp) and a list can be printed; the symbols are those of the catalogue.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/assessment.hpp"
#include "tiendo/engine/catalogue.hpp"
#include "tiendo/engine/methods.hpp"
#include "tiendo/model/verdict.hpp"

namespace tiendo {

/// What stands under a symbol. The numbers never change.
enum class SymbolKind : std::uint8_t {
  dated = 1,       ///< `v`, `T`, `b`: a figure with its period
  number = 2,      ///< a number that is there
  figure = 3,      ///< a number, or none
  numbers = 4,     ///< numbers that are there
  figures = 5,     ///< numbers, of which some may be none
  milestones = 6,  ///< days with numbers
  day = 7,         ///< a day
  verdict = 8,     ///< a verdict
};

/// One symbol that a method takes.
struct TakenSymbol {
  std::string_view symbol;
  SymbolKind kind = SymbolKind::number;
  /// Whether it may be left out.
  bool optional = false;
};

/// What a method takes beside its symbols, and these.
struct MethodTakes {
  std::vector<TakenSymbol> symbols;
  /// Whether it has policies.
  bool policies = false;
  /// Whether its value has a band; `band_table` cannot do without one.
  bool thresholds = true;
  /// Whether it needs a table of scores.
  bool scores = false;
};

/// What the method of that id takes. @return unknown_method
Result<MethodTakes> taken_by(std::string_view id);

/// The method that "id", "id@version" or "id@version/variant" names. A method with variants needs
/// one of them, save for `capped`, which is or is not, and `phased_goal`, whose numbers say it.
/// @return unknown_method
Result<MethodName> method_name(std::string_view text);

/// The figures under one symbol: one, or those of a list in their order.
struct SymbolFigures {
  std::string symbol;
  std::vector<Figure> figures;
};

/// A case, and by which method it is to be judged.
struct JudgedCase {
  MethodName method;
  /// `v`, `T` and `b`, what kind they are of, and the edition of the data.
  MethodCase it;
  MethodPolicies policies;
  std::optional<BandTable> thresholds;
  std::optional<ScoreTable> scores;
  /// What stands under the other symbols.
  std::vector<SymbolFigures> numbers;
  std::vector<PathPoint> milestones;
  std::optional<Date> day;
  Verdict verdict = Verdict::none;
};

/// The case by its method, as the function of that name judges it. Of the methods that are no
/// functions of an Assessment by themselves:
///
///     weighted_mean      the mean; figure `available`
///     worst, mean_of_k_worst    the figure, and as `position1` and so on which they are, from 1
///     competition_rank   no value; `place1` and so on, the place of each
///     verdict_scores     the score of the verdict
///     criteria_total     the total; figures `scored`, `available`. A criterion without points is
///                        left out with its weight; none counts below 0 or above its most points
///     contribution, share_of_increment    the value
///
/// @return unknown_method; missing_key where something is not there that the method cannot do
/// without; otherwise an assessment, which may be refused: criteria_conflict where lists that
/// belong together are not of one length, number_out_of_range where a whole number is needed
Result<Assessment> assess(const JudgedCase& judged);

}  // namespace tiendo
