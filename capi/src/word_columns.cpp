// Tested by tests/capi/observation_columns_test.c and tests/capi/target_columns_test.c.

#include "word_columns.hpp"

#include <algorithm>

namespace tiendo::capi {

static_assert(kNone == static_cast<Index>(-1) && sizeof(Index) == sizeof(std::int32_t));

Outcome read_dictionary(std::string_view name, const tiendo_text_column* given,
                        Dictionary& dictionary) {
  Outcome outcome = read_texts(name, given, dictionary.texts);
  for (std::size_t i = 0; !outcome.failed() && i < dictionary.texts.rows(); ++i) {
    std::string_view word;
    const std::string_view bytes = dictionary.texts[i];
    if (!bytes.empty()) outcome = take_text(name, bytes.data(), count_of(bytes.size()), word);
    dictionary.words.push_back(word);
  }
  return outcome;
}

std::span<const Index> read_indexes(std::span<const std::int32_t> given, std::vector<Index>& own) {
  if (std::none_of(given.begin(), given.end(), [](std::int32_t at) { return at < -1; })) {
    // The unsigned type of the same size may look at it.
    return {reinterpret_cast<const Index*>(given.data()), given.size()};
  }
  own.reserve(given.size());
  for (const std::int32_t at : given) own.push_back(at < 0 ? kNone : static_cast<Index>(at));
  return own;
}

}  // namespace tiendo::capi
