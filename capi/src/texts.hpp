/// @file
/// A column of texts between the structure of tiendo.h and the view of the library.
#pragma once

#include <string_view>
#include <vector>

#include "columns.hpp"

namespace tiendo::capi {

/// A column of texts with offsets that are fit to be used; the bytes stay the caller's.
struct Texts {
  TextColumnView view;
  /// Those of the view, where the caller's are not as the library has them.
  std::vector<std::int64_t> offsets;

  std::size_t rows() const { return view.offsets.size() - 1; }
  bool has(std::size_t row) const {
    return view.validity.empty() || (view.validity[row / 8] >> row % 8 & 1) != 0;
  }
  std::string_view operator[](std::size_t row) const {
    const std::int64_t begin = view.offsets[row];
    return view.bytes.substr(static_cast<std::size_t>(begin),
                             static_cast<std::size_t>(view.offsets[row + 1] - begin));
  }
};

/// Reads the structure. Offsets of either size become those of the library, and are checked, so
/// that nothing reads outside the bytes; the caller's are used where they are such already.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED
Outcome read_texts(std::string_view name, const tiendo_text_column* given, Texts& texts);

}  // namespace tiendo::capi
