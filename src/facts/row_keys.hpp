// What rows of columns are, as far as the plan says it: another thread may read them while rows
// before them come into the log.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "facts/column_rows.hpp"
#include "tiendo/facts/observation_columns.hpp"

namespace tiendo {

// What the context of a row is made of.
struct ContextKey {
  std::uint64_t period = 0;    // start and end
  std::uint64_t recorded = 0;  // day of recording and revision
  std::uint64_t words = 0;     // scales, form, status, qualifier, parts; 0 for no key

  static constexpr std::uint64_t kRatio = 2U;      // of the words: whether it has parts
  static constexpr std::uint64_t kPlain = 0xf0cU;  // of the words, the form and the qualifier

  std::int32_t start() const noexcept { return static_cast<std::int32_t>(period >> 32); }
  std::int32_t end() const noexcept { return static_cast<std::int32_t>(period); }
  std::int32_t recorded_on() const noexcept { return static_cast<std::int32_t>(recorded >> 32); }
  std::int32_t revision() const noexcept { return static_cast<std::int32_t>(recorded); }
  bool is_ratio() const noexcept { return (words & kRatio) != 0; }

  friend bool operator==(const ContextKey&, const ContextKey&) = default;
};

// Of a usual row; of another the words of its key are 0.
struct RowKey {
  Index indicator = kNone;
  Index unit = kNone;
  ContextKey key;

  bool is_usual() const noexcept { return key.words != 0; }
};

// An indicator of the plan, as the usual rows have it.
struct UsualKind {
  bool usual = false;  // it is reported as a number or a ratio
  bool is_ratio = false;
  bool adds_up = false;
  std::uint8_t most_scale = 0;
  std::uint64_t words = 0;  // of a key that says nothing but what is absent, and no digits
  // What the words of a plain number say under kPlain.
  std::uint64_t plain() const { return words & ContextKey::kPlain; }
};
std::vector<UsualKind> usual_kinds(const Plan& plan);

// A row is usual when it is a number of 64 bits, or the two of a ratio, of a unit as a whole, and
// nothing in it is at fault but its days or its revision. What it would become is what ColumnRows
// makes of it.
class RowKeys {
 public:
  // All of them stay as they are meanwhile. Columns and rows are of one another; what is asked of
  // rows is asked where these have no faults().
  RowKeys(const Plan& plan, const std::vector<UsualKind>& kinds, const ObservationColumns& columns,
          const ColumnRows& rows);

  std::size_t size() const { return rows_.size(); }
  // Whether there may be a usual row at all.
  bool may_be_usual() const { return usual_; }
  // Reads the rows from `row` up to `end`.
  void read(std::size_t row, std::size_t end, RowKey* into) const;

  // The number of a usual row, or its numerator; and its denominator.
  std::int64_t number(std::size_t row, bool is_ratio) const {
    return (is_ratio ? numerator_ : value_).values[row];
  }
  std::int64_t denominator(std::size_t row) const { return denominator_.values[row]; }
  bool has_denominators() const { return denominator_.values != nullptr; }

 private:
  // Numbers of 64 bits, and which rows have one.
  struct Numbers {
    const std::int64_t* values = nullptr;
    const std::uint8_t* validity = nullptr;
    const std::uint8_t* scales = nullptr;
    std::uint8_t scale = 0;

    bool has(std::size_t row) const {
      if (values == nullptr) return false;
      return validity == nullptr || (validity[row / 8] >> row % 8 & 1) != 0;
    }
    unsigned scale_of(std::size_t row) const { return scales == nullptr ? scale : scales[row]; }
  };

  static Numbers numbers_of(const NumberColumn& column);
  bool is_bare(std::size_t row) const;
  bool put_words(std::size_t row, const UsualKind& kind, std::uint64_t& words) const;

  const std::vector<UsualKind>& kinds_;
  const ObservationColumns& columns_;
  const ColumnRows& rows_;
  bool usual_;      // of the columns as a whole: numbers are small, and there are no others
  bool has_words_;  // whether there is a column of words that usual rows may have, or texts
  Index own_unit_;
  std::array<const Index*, 6> others_{};  // texts and projects, of which a usual row has none
  std::size_t others_count_ = 0;
  Numbers value_, numerator_, denominator_;
};

}  // namespace tiendo
