/// @file
/// Observations as columns: many rows in one call, without an object for each of them.
///
/// Columns are views of the caller's memory, laid out as in Arrow: ids and texts as dictionaries,
/// numbers as coefficients of one scale with a bitmap, days as numbers. A column that is empty is
/// absent: every row has its default. All others have as many rows as `indicator`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tiendo/base/id.hpp"
#include "tiendo/decimal/columns.hpp"
#include "tiendo/facts/observation.hpp"

namespace tiendo {

/// Texts as a dictionary: row i has the text words[at[i]]; kNone stands for no text. Of ids (of
/// indicators, units and projects) without any words, at[i] is the position in the plan.
struct WordColumn {
  std::span<const std::string_view> words;
  std::span<const Index> at;
  /// Of ids, where the caller knows them: the position in the plan of each word, kNone for one
  /// that is empty or that the plan does not have. Empty: the words are looked up.
  std::span<const Index> positions = {};
};

/// Numbers of one scale, 0 to 38, or each of its own: coefficients of 64 bits, or else of 128 bits.
struct NumberColumn {
  std::span<const std::int64_t> small;
  std::span<const Decimal128> wide;
  /// Which rows have a number. Empty: all.
  ValidityView validity;
  int scale = 0;
  /// Digits after the point of each number, 0 to 38, so that 12.40 stays 12.40. Empty: all have
  /// `scale`, and zeros at the end beyond what the indicator records are dropped.
  std::span<const std::uint8_t> scales = {};

  /// Whether the column is absent.
  bool empty() const noexcept { return small.empty() && wide.empty(); }
};

/// What is reported, a member for each of Observation's.
struct ObservationColumns {
  WordColumn indicator;  ///< ids; needed
  WordColumn unit;       ///< ids; no text: the unit of the plan
  WordColumn project;    ///< ids
  WordColumn work_stage;
  std::span<const std::int32_t> start;  ///< first days of the periods, from 1970-01-01; needed
  std::span<const std::int32_t> end;    ///< first days after them; needed
  std::span<const std::optional<Form>> form;  ///< absent: by the indicator
  std::span<const Standing> standing;
  NumberColumn value;  ///< of a range the lower end
  NumberColumn numerator;
  NumberColumn denominator;
  std::span<const Status> status;
  std::span<const Qualifier> qualifier;
  /// Days of recording; a row without one is recorded on the last day of its period.
  std::span<const std::int32_t> recorded_on;
  ValidityView recorded_on_validity;
  std::span<const std::int32_t> revision;
  WordColumn source;
  WordColumn note;
  NumberColumn upper;  ///< upper ends of ranges
  WordColumn words;    ///< results in words
  std::span<const Verdict> verdict;
  WordColumn judge;
};

}  // namespace tiendo
