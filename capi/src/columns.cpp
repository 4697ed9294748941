// Tested by tests/capi/columns_test.c.
//
// Columns of decimals. The library computes a whole column in memory of its own; what is copied out
// is complete, so that a failure touches nothing and results may lie where the inputs lie.

#include "columns.hpp"

#include <limits>
#include <vector>

#include "decimals.hpp"
#include "printing.hpp"

using tiendo::DecimalColumnView;
using tiendo::Errc;
using tiendo::Rounding;
using tiendo::capi::check_buffer;
using tiendo::capi::ColumnOut;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_column;
using tiendo::capi::run;

static_assert(sizeof(tiendo_decimal_column) == 32);

namespace tiendo::capi {

Outcome check_count(std::string_view name, std::int64_t count) {
  // The largest number of rows whose 16 bytes each can be addressed.
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 16 - 1;
  if (count >= 0 && count <= kMost) return {};
  return {TIENDO_E_INVALID_ARG, "count of " + std::string(name) + " is no number of rows"};
}

Outcome check_buffer(std::string_view name, const void* buffer, std::size_t rows) {
  return buffer == nullptr && rows > 0 ? null_argument(name) : Outcome();
}

Outcome read_column(std::string_view name, const tiendo_decimal_column* given,
                    DecimalColumnView& column) {
  tiendo_decimal_column known;
  Outcome bad = read_struct(name, given, TIENDO_FIRST_SIZE(tiendo_decimal_column, validity), known);
  if (!bad.failed()) bad = check_count(name, known.count);
  if (bad.failed()) return bad;
  const auto rows = static_cast<std::size_t>(known.count);
  bad = check_buffer("values16", known.values16, rows);
  if (bad.failed()) return bad;
  column.values = {static_cast<const Decimal128*>(known.values16), rows};
  column.validity = validity_of(known.validity, rows);
  column.scale = known.scale;
  return {};
}

Outcome ColumnOut::check(std::size_t rows) const {
  Outcome bad = check_buffer("values16", values16, rows);
  return bad.failed() ? bad : check_buffer("validity", validity, rows);
}

Outcome ColumnOut::put(const Result<DecimalColumn>& column) const {
  if (!column) return column.error();
  std::copy(column->values.begin(), column->values.end(), static_cast<Decimal128*>(values16));
  std::copy(column->validity.begin(), column->validity.end(), validity);
  return {};
}

}  // namespace tiendo::capi

namespace {

Outcome read_two(std::string_view a_name, const tiendo_decimal_column* a, DecimalColumnView& first,
                 std::string_view b_name, const tiendo_decimal_column* b,
                 DecimalColumnView& second) {
  Outcome bad = read_column(a_name, a, first);
  if (!bad.failed()) bad = read_column(b_name, b, second);
  if (bad.failed() || first.values.size() == second.values.size()) return bad;
  return {TIENDO_E_INVALID_ARG,
          std::string(a_name) + " and " + std::string(b_name) + " differ in their number of rows"};
}

// a + b, a - b and a * b, but for the sign between them.
template <class Operation>
tiendo_status compute(tiendo_context* context, const tiendo_decimal_column* a,
                      const tiendo_decimal_column* b, const ColumnOut& out,
                      const Operation& operation) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView first;
    DecimalColumnView second;
    Outcome bad = read_two("a", a, first, "b", b, second);
    if (!bad.failed()) bad = out.check(first.values.size());
    return bad.failed() ? bad : out.put(operation(first, second));
  });
}

}  // namespace

tiendo_status tiendo_column_compare(tiendo_context* context, const tiendo_decimal_column* a,
                                    const tiendo_decimal_column* b, int8_t* orders,
                                    uint8_t* validity) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView first;
    DecimalColumnView second;
    Outcome bad = read_two("a", a, first, "b", b, second);
    if (!bad.failed()) bad = check_buffer("orders", orders, first.values.size());
    if (!bad.failed()) bad = check_buffer("validity", validity, first.values.size());
    if (bad.failed()) return bad;
    const auto compared = tiendo::compare(first, second);
    if (!compared) return compared.error();
    std::copy(compared->values.begin(), compared->values.end(), orders);
    std::copy(compared->validity.begin(), compared->validity.end(), validity);
    return {};
  });
}

tiendo_status tiendo_column_add(tiendo_context* context, const tiendo_decimal_column* a,
                                const tiendo_decimal_column* b, void* values16,
                                uint8_t* validity) noexcept {
  return compute(context, a, b, {values16, validity}, tiendo::add);
}

tiendo_status tiendo_column_subtract(tiendo_context* context, const tiendo_decimal_column* a,
                                     const tiendo_decimal_column* b, void* values16,
                                     uint8_t* validity) noexcept {
  return compute(context, a, b, {values16, validity}, tiendo::subtract);
}

tiendo_status tiendo_column_multiply(tiendo_context* context, const tiendo_decimal_column* a,
                                     const tiendo_decimal_column* b, void* values16,
                                     uint8_t* validity) noexcept {
  return compute(context, a, b, {values16, validity}, tiendo::multiply);
}

tiendo_status tiendo_column_divide(tiendo_context* context, const tiendo_decimal_column* numerator,
                                   const tiendo_decimal_column* denominator, int64_t factor,
                                   int32_t scale, tiendo_rounding rounding, void* values16,
                                   uint8_t* validity, int32_t* reasons) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView above;
    DecimalColumnView below;
    Rounding mode = Rounding::half_up;
    const ColumnOut out{values16, validity};
    Outcome bad = read_two("numerator", numerator, above, "denominator", denominator, below);
    if (!bad.failed()) bad = tiendo::capi::read_rounding(rounding, mode);
    if (!bad.failed()) bad = out.check(above.values.size());
    if (bad.failed()) return bad;
    std::vector<Errc> why;
    bad = out.put(divide(above, below, factor, scale, mode, reasons == nullptr ? nullptr : &why));
    if (bad.failed()) return bad;
    std::transform(why.begin(), why.end(), reasons,
                   [](Errc code) { return static_cast<int32_t>(code); });
    return {};
  });
}

tiendo_status tiendo_column_round(tiendo_context* context, const tiendo_decimal_column* column,
                                  int32_t scale, tiendo_rounding rounding, void* values16,
                                  uint8_t* validity) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView read;
    Rounding mode = Rounding::half_up;
    const ColumnOut out{values16, validity};
    Outcome bad = read_column("column", column, read);
    if (!bad.failed()) bad = tiendo::capi::read_rounding(rounding, mode);
    if (!bad.failed()) bad = out.check(read.values.size());
    if (bad.failed()) return bad;
    return tiendo::capi::outcome_of(round(read, scale, mode, out.out()));
  });
}

tiendo_status tiendo_column_sum(tiendo_context* context, const tiendo_decimal_column* column,
                                tiendo_decimal* total, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView read;
    Outcome bad = read_column("column", column, read);
    if (bad.failed()) return bad;
    if (total == nullptr) return null_argument("total");
    if (count == nullptr) return null_argument("count");
    const auto sum = tiendo::sum(read);
    if (!sum) return sum.error();
    bad = tiendo::capi::store_decimal(sum->total, *total);
    if (bad.failed()) return bad;
    *count = tiendo::capi::count_of(sum->count);
    return {};
  });
}
