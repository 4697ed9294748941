// Targets and units of a table that are as nearly all of them are, read without
// the tree of an object for each. What they do not read is left to the reader
// of the objects; what they read, it would have read as the same.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "io/part_rows.hpp"
#include "io/word_map.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// Targets of one bound, by their indicators, units, assigners and periods,
// perhaps with the value of a baseline. Two threads fill two that stand beside
// each other, so no line of a cache has members of both.
class alignas(64) PlainTargets {
 public:
  static constexpr bool kInParts = true;

  // `columns` are the names of the fields of a row; what is taken goes to the rows.
  PlainTargets(const std::vector<std::string_view>& columns, TargetRows& rows);
  PlainTargets(const std::vector<std::string_view>& columns, PlanBuilder& builder)
      : PlainTargets(columns, builder.target_rows()) {}

  // For other rows of the same table, taken by another thread: they come behind those that are
  // there when they are flushed.
  PlainTargets of_other_part() const;

  // Whether each column is one that may be read here.
  bool knows_columns() const;
  // Takes a row, or nothing of it.
  bool take(const PlainRow& fields);
  bool take(const std::vector<PlainField>& fields);
  // Puts what another part has taken behind those rows.
  void flush();
  // Lets go of what another part has taken.
  void forget();

 private:
  enum class Role { indicator, unit, assigner, layer, period, condition, value, baseline, other };
  // What a word of a row before was read as.
  template <class T>
  struct Last {
    std::string_view text;
    T value{};
  };
  // An id that is no longer than its key, and its number.
  struct LastId {
    WordKey key;
    Index number = kNone;
  };

  template <class Fields>
  bool take_fields(const Fields& fields);
  bool read(Role role, const PlainField& field, NumberedTarget& target);
  bool read_period(std::string_view text, std::optional<Period>& period);
  bool read_kind(std::string_view text, ConditionKind& kind);
  static bool read_number(const PlainField& field, std::int64_t& coefficient, std::uint8_t& scale);
  Index number_of(const PlainField& word, LastId& last);
  void forget_ids();

  TargetRows* front_;                // those of the plan
  std::unique_ptr<TargetRows> own_;  // of another part
  TargetRows* rows_;                 // where rows are put: one of these
  std::vector<Role> roles_;
  Last<std::optional<Period>> last_period_;
  Last<ConditionKind> last_kind_;
  LastId last_indicator_;
  LastId last_unit_;
  LastId last_assigner_;
  WordMap<Index> numbers_;  // of ids in rows_
};

// Units of texts and days, and with at most one code that says no days.
class PlainUnits {
 public:
  static constexpr bool kInParts = false;

  PlainUnits(const std::vector<std::string_view>& columns, PlanBuilder& builder);

  bool take(const PlainRow& fields);

 private:
  enum class Role { id, kind, parent, vi, en, from, until, code, note, source, other };

  static bool read(Role role, std::string_view text, ResponsibleUnit& unit);

  PlanBuilder& builder_;
  std::vector<Role> roles_;
};

}  // namespace tiendo
