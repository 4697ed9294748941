// Targets and units of a table that are as nearly all of them are, read without
// the tree of an object for each. What they do not read is left to the reader
// of the objects; what they read, it would have read as the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "io/part_rows.hpp"
#include "io/word_map.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// Targets of one bound, by their indicators, units, assigners and periods,
// perhaps with the value of a baseline.
class PlainTargets {
 public:
  static constexpr bool kInParts = true;
  static constexpr std::size_t kMostRows = 65536;

  // `columns` are the names of the fields of a row; after so many rows what has been taken is added
  // to the builder.
  PlainTargets(const std::vector<std::string_view>& columns, PlanBuilder& builder,
               std::size_t most_rows = kMostRows);

  // For other rows of the same table, taken by another thread: none is added until flush().
  PlainTargets of_second_part() const;

  // Whether each column is one that may be read here.
  bool knows_columns() const;
  // Takes a row, or nothing of it.
  bool take(const PlainRow& fields);
  bool take(const std::vector<PlainField>& fields);
  // The ids of the rows taken, each once.
  const std::vector<std::string_view>& words() const { return words_; }
  // Adds what has been taken to the builder.
  void flush();
  // Lets go of what has been taken.
  void forget();

 private:
  enum class Role { indicator, unit, assigner, layer, period, condition, value, baseline, other };
  struct Number {
    std::int64_t coefficient = 0;
    std::uint8_t scale = 0;
    bool there = false;
  };
  // Of the row that is read.
  struct Row {
    Index ids[3] = {kNone, kNone, kNone};
    std::optional<Period> period;
    ConditionKind kind = ConditionKind::none;
    Number value;
    Number baseline;
  };
  // What a word of the row before was read as.
  template <class T>
  struct Last {
    std::string_view text;
    T value{};
  };

  template <class Fields>
  bool take_fields(const Fields& fields);
  bool read(Role role, const PlainField& field, Row& row);
  bool read_period(std::string_view text, std::optional<Period>& period);
  bool read_kind(std::string_view text, ConditionKind& kind);
  static bool read_number(std::string_view text, Number& number);
  Index number_of(const PlainField& word);
  void keep(const Row& row);

  PlanBuilder* builder_;
  std::size_t most_rows_;
  std::vector<Role> roles_;
  Last<std::optional<Period>> last_period_;
  Last<ConditionKind> last_kind_;

  // The rows taken, as TargetColumns has them.
  WordMap<Index> numbers_;
  std::vector<std::string_view> words_;
  std::array<std::vector<Index>, 3> ids_;
  std::vector<std::optional<Period>> periods_;
  std::vector<ConditionKind> kinds_;
  std::vector<std::int64_t> values_;
  std::vector<std::uint8_t> scales_;
  std::vector<std::int64_t> baselines_;
  std::vector<std::uint8_t> baseline_scales_;
  std::vector<std::uint8_t> has_baseline_;  // bits
};

// Units of texts and days, and with at most one code that says no days.
class PlainUnits {
 public:
  static constexpr bool kInParts = false;

  PlainUnits(const std::vector<std::string_view>& columns, PlanBuilder& builder);

  bool take(const PlainRow& fields);
  void flush() {}

 private:
  enum class Role { id, kind, parent, vi, en, from, until, code, note, source, other };

  static bool read(Role role, std::string_view text, ResponsibleUnit& unit);

  PlanBuilder& builder_;
  std::vector<Role> roles_;
};

}  // namespace tiendo
