/// @file
/// The schema of a table of observations in Arrow: which child is which column.
#pragma once

#include <array>

#include "arrow.hpp"

namespace tiendo::capi {

/// A fault of a column, at its path.
Outcome column_fault(Errc code, std::string_view column, std::string sentence);

/// A schema that is fit to be used; it stays the caller's.
class ArrowTable {
 public:
  /// @return TIENDO_E_INVALID_ARG, wrong_type, unknown_column, duplicate_column, missing_column
  Outcome read(const ArrowSchema& schema);

  /// Whether it has a column.
  bool has(std::string_view name) const { return at_[place_of(name)] != kAbsent; }
  std::size_t columns() const { return static_cast<std::size_t>(schema_->n_children); }

  /// Whether each column has all rows of the array. @return as open_column()
  Outcome check(const ArrowArray& array) const;

  /// The rows of a column that is there. @return as open_column()
  Outcome open(std::string_view name, const ArrowArray& array, ArrowColumn& column) const;

 private:
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
  static constexpr std::size_t kColumns = 22;

  static std::size_t place_of(std::string_view name);
  Outcome add(const ArrowSchema* child, std::size_t at);
  Outcome check_needed() const;

  const ArrowSchema* schema_ = nullptr;
  std::array<std::size_t, kColumns> at_{};
};

}  // namespace tiendo::capi
