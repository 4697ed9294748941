// Tested by tests/unit/base/id_test.cpp.

#include "tiendo/base/id.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {

namespace {

// Not std::isalnum: that one asks the locale.
bool is_id_byte(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == ':' || c == '/' || c == '-';
}

// Bytes to insert, delete, replace or swap with the next to make `b` out of `a` (optimal string
// alignment), one row of the table at a time: row[j] is the distance of the bytes of `a` read so
// far from the first j bytes of `b`; above and above2 are the same, one and two bytes earlier.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  std::vector<std::size_t> above(row);
  std::vector<std::size_t> above2(row);
  for (std::size_t i = 0; i < a.size(); ++i) {
    above2.swap(above);
    above.swap(row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], above2[j - 1] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

bool is_id(std::string_view text) noexcept {
  return !text.empty() && text.size() <= kMaxIdBytes &&
         std::all_of(text.begin(), text.end(), is_id_byte);
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t fewest = word.size() / 3 + 1;
  // A longer word is no id and no key: it has no near candidate worth the quadratic search.
  if (word.size() > kMaxIdBytes) return {};
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (longer - shorter >= fewest) continue;  // at least this many bytes differ
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= fewest) continue;
    fewest = distance;
    best = candidate;
  }
  return std::string(best);
}

}  // namespace tiendo
