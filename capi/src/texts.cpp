// Tested by tests/capi/column_text_test.c and tests/capi/observation_columns_test.c,
// tests/capi/plan_columns_test.c.

#include "texts.hpp"

#include <span>

static_assert(sizeof(tiendo_text_column) == 48);

namespace tiendo::capi {
namespace {

// Checks the offsets of a column of texts, whose size is that of Offset, and puts each where it is
// told.
template <class Offset, class Put>
Outcome read_offsets(const tiendo_text_column& texts, const Put& put) {
  const auto* bytes = static_cast<const unsigned char*>(texts.offsets);
  const auto count = static_cast<std::size_t>(texts.count) + 1;
  std::int64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Offset offset = 0;
    std::memcpy(&offset, bytes + i * sizeof(Offset), sizeof(Offset));
    if (offset < last || offset > texts.byte_count) {
      return {TIENDO_E_INVALID_ARG,
              "offset " + std::to_string(i) + " does not ascend, or is beyond the bytes"};
    }
    last = offset;
    put(i, last);
  }
  return {};
}

// Whether the offsets lie in memory as those of the library do.
bool are_offsets(const tiendo_text_column& texts) {
  constexpr std::size_t kSize = sizeof(std::int64_t);
  return texts.offset_size == kSize &&
         reinterpret_cast<std::uintptr_t>(texts.offsets) % alignof(std::int64_t) == 0;
}

Outcome check_texts(const tiendo_text_column& texts) {
  Outcome bad = check_count("texts", texts.count);
  if (bad.failed()) return bad;
  if (texts.offsets == nullptr) return null_argument("offsets");
  if (texts.byte_count < 0) return {TIENDO_E_INVALID_ARG, "byte_count is below zero"};
  if (texts.bytes == nullptr && texts.byte_count > 0) return null_argument("bytes");
  if (texts.offset_size == 4 || texts.offset_size == 8) return {};
  return {TIENDO_E_INVALID_ARG, "offset_size must be 4 or 8"};
}

}  // namespace

Outcome read_texts(std::string_view name, const tiendo_text_column* given, Texts& texts) {
  tiendo_text_column known;
  Outcome bad = read_struct(name, given, TIENDO_FIRST_SIZE(tiendo_text_column, validity), known);
  if (!bad.failed()) bad = check_texts(known);
  if (bad.failed()) return bad;
  const auto rows = static_cast<std::size_t>(known.count);
  std::span<const std::int64_t> offsets;
  if (are_offsets(known)) {
    bad = read_offsets<std::int64_t>(known, [](std::size_t, std::int64_t) {});
    offsets = {static_cast<const std::int64_t*>(known.offsets), rows + 1};
  } else {
    texts.offsets.resize(rows + 1);
    const auto put = [&](std::size_t i, std::int64_t offset) { texts.offsets[i] = offset; };
    bad = known.offset_size == 4 ? read_offsets<std::int32_t>(known, put)
                                 : read_offsets<std::int64_t>(known, put);
    offsets = texts.offsets;
  }
  if (bad.failed()) return bad;
  texts.view = {{known.bytes, static_cast<std::size_t>(known.byte_count)},
                offsets,
                validity_of(known.validity, rows)};
  return {};
}

}  // namespace tiendo::capi
