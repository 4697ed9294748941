// Tested by tests/capi/row_columns_test.c.

#include "rows.hpp"

#include <cstring>

namespace tiendo::capi {

Outcome RowsOut::check(std::size_t rows) const {
  Outcome bad = check_buffer("validity", validity, rows);
  if (!bad.failed()) bad = check_buffer("codes", codes, rows);
  return !bad.failed() && refused == nullptr ? null_argument("refused") : bad;
}

Outcome TextsOut::check() const {
  Outcome bad = text.check();
  return !bad.failed() && offsets == nullptr ? null_argument("offsets") : bad;
}

Outcome TextsOut::put(const TextColumn& column) const {
  Outcome bad = text.put(column.bytes);
  if (bad.failed()) return bad;
  std::memcpy(offsets, column.offsets.data(), column.offsets.size() * sizeof(std::int64_t));
  return {};
}

}  // namespace tiendo::capi
