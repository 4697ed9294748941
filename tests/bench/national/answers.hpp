/// @file
/// What is asked of a book, and what an answer is.
///
/// Everything is asked as of the end of a month. Numbers are exact until they are rounded once, to
/// hundredths, halves away from zero, and are kept as whole numbers of hundredths.
///
/// | | question |
/// |---|---|
/// | q1 | the value of every commune and indicator |
/// | q2 | percent of plan and verdict of the same |
/// | q3 | growth on the period before, of the same |
/// | q4 | q1 to q3 of every district, province and the country |
/// | q5 | of every unit, how many pairs of commune and indicator below it came out how |
/// | q6 | after each late report in turn, the progress of one unit in its indicator |
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scanner.hpp"

namespace tiendo::bench {

/// How far along one unit is in one indicator; kNothing where there is no number.
struct Progress {
  std::int64_t value = kNothing;
  std::int64_t percent = kNothing;
  std::int64_t growth = kNothing;
  char verdict = 0;  ///< E exceeded, M met, N not met; 0 for none

  friend bool operator==(const Progress&, const Progress&) = default;
};

/// Exceeded, met, not met, none.
using Counts = std::array<int, 4>;
/// The place of a verdict in them.
constexpr std::size_t place_of(char verdict) noexcept {
  return verdict == 'E' ? 0 : verdict == 'M' ? 1 : verdict == 'N' ? 2 : 3;
}

/// A late report, and whose progress is asked then.
struct Update {
  int number;
  int unit;
  int indicator;  ///< from 0
  int month;
  std::int64_t value;
  std::int64_t base;
  int ask;
};

/// Reads updates.csv.
std::vector<Update> updates_in(const std::string& folder);

/// The answers to all questions. Rows are by unit, then by indicator; communes come after all other
/// units, so that q1 to q3 begin with the first commune and q4 with the country.
struct Answers {
  std::vector<Progress> q1;
  std::vector<Progress> q2;
  std::vector<Progress> q3;
  std::vector<Progress> q4;
  std::vector<Counts> q5;
  std::vector<Progress> q6;

  friend bool operator==(const Answers&, const Answers&) = default;
};

/// Writes q1.csv to q6.csv into a folder, which must be there. `indicators` is how many there are.
void write(const Answers& answers, int indicators, const std::string& folder);

}  // namespace tiendo::bench
