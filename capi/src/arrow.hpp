/// @file
/// Columns of Arrow's C data interface as views: the memory stays the producer's wherever its
/// layout is that of the library.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "columns.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/facts/observation_columns.hpp"

namespace tiendo::capi {

/// A column whose structures are fit to be used: its buffers are there, and it has all its rows.
struct ArrowColumn {
  std::string_view name;
  std::string_view format;
  const ArrowSchema* schema = nullptr;
  const ArrowArray* array = nullptr;
  std::size_t first = 0;  ///< where its first row lies in the buffers
  std::size_t rows = 0;

  const void* buffer(std::int64_t which) const { return array->buffers[which]; }
};

/// A fault of a schema or an array, at the path of its column ("/value").
/// @return TIENDO_E_INVALID_ARG
Outcome malformed(std::string_view column, std::string sentence);
/// A column of a type that it may not have, at its path. @return wrong_type
Outcome wrong_type(const ArrowColumn& column, std::string_view wanted);
/// The same outcome at the path of a column, and at a row.
Outcome placed(Outcome outcome, const ArrowColumn& column, std::size_t row);

/// Looks at a column, whose name is known, of which `rows` rows are wanted from `skip` on.
/// @return TIENDO_E_INVALID_ARG, wrong_type
Outcome open_column(const ArrowSchema* schema, const ArrowArray* array, std::size_t skip,
                    std::size_t rows, ArrowColumn& column);

/// Which rows have a value; empty: all have.
ValidityView validity_of(const ArrowColumn& column, std::vector<std::uint8_t>& own);
/// Whether a row has a value.
inline bool is_valid(ValidityView validity, std::size_t row) {
  return validity.empty() || (validity[row / 8] >> row % 8 & 1) != 0;
}

/// Whole numbers of any size as those of 64 or 32 bits; a row without a value may hold anything.
/// @return wrong_type, or number_out_of_range with its row
template <class Number>
Outcome read_integers(const ArrowColumn& column, std::span<const Number>& numbers,
                      std::vector<Number>& own);

/// Days (date32). @return wrong_type
Outcome read_days(const ArrowColumn& column, std::span<const std::int32_t>& days,
                  std::vector<std::int32_t>& own);

/// The memory of a column of numbers.
struct ArrowNumbers {
  std::vector<std::uint8_t> validity;
  std::vector<std::int64_t> small;
};

/// Numbers: decimal128, or whole ones. @return wrong_type, number_out_of_range
Outcome read_numbers(const ArrowColumn& column, ArrowNumbers& own, NumberColumn& numbers);

/// Texts, and the memory of their dictionary: row i has words[at[i]], or none where that is kNone.
struct ArrowWords {
  std::vector<std::string_view> words;
  std::span<const Index> at;
  std::vector<Index> own;
};

/// Texts (utf8, large_utf8), as they are or in a dictionary.
/// @return wrong_type, TIENDO_E_INVALID_ARG, TIENDO_E_ENCODING
Outcome read_words(const ArrowColumn& column, ArrowWords& words);

}  // namespace tiendo::capi
