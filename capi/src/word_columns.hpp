/// @file
/// Columns of ids and texts as dictionaries, between the structures of tiendo.h and the library.
#pragma once

#include <span>
#include <vector>

#include "texts.hpp"
#include "tiendo/base/id.hpp"

namespace tiendo::capi {

/// The words of a dictionary, each valid UTF-8, as views of the caller's memory.
struct Dictionary {
  Texts texts;
  std::vector<std::string_view> words;
};

/// @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, or TIENDO_E_ENCODING with its offset
Outcome read_dictionary(std::string_view name, const tiendo_text_column* given,
                        Dictionary& dictionary);

/// Indexes of the caller as those of the library, where below zero is none: the caller's memory as
/// it is, or a copy in `own` where that says none otherwise than the library.
std::span<const Index> read_indexes(std::span<const std::int32_t> given, std::vector<Index>& own);

}  // namespace tiendo::capi
