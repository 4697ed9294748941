// Tested by tests/capi/column_text_test.c and tests/capi/observation_columns_test.c,
// tests/capi/plan_columns_test.c.

#include "texts.hpp"

static_assert(sizeof(tiendo_text_column) == 48);

namespace tiendo::capi {
namespace {

// The offsets of a column of texts, whose size is that of Offset.
template <class Offset>
Outcome read_offsets(const tiendo_text_column& texts, std::vector<std::int64_t>& offsets) {
  const auto* bytes = static_cast<const unsigned char*>(texts.offsets);
  std::int64_t last = 0;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    Offset offset = 0;
    std::memcpy(&offset, bytes + i * sizeof(Offset), sizeof(Offset));
    if (offset < last || offset > texts.byte_count) {
      return {TIENDO_E_INVALID_ARG,
              "offset " + std::to_string(i) + " does not ascend, or is beyond the bytes"};
    }
    offsets[i] = last = offset;
  }
  return {};
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
  texts.offsets.resize(rows + 1);
  bad = known.offset_size == 4 ? read_offsets<std::int32_t>(known, texts.offsets)
                               : read_offsets<std::int64_t>(known, texts.offsets);
  if (bad.failed()) return bad;
  texts.view = {{known.bytes, static_cast<std::size_t>(known.byte_count)},
                texts.offsets,
                validity_of(known.validity, rows)};
  return {};
}

}  // namespace tiendo::capi
