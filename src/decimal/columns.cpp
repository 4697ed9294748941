// Tested by tests/unit/decimal/columns_test.cpp, column_buffers_test.cpp and narrow_rows_test.cpp
// there, and tests/oracle/columns_oracle_test.cpp.
//
// Every operation has two ways for a row: in 128 bits where that cannot overflow, and by Decimal or
// Ratio, which is the definition, where it might. The fast way never refuses anything: what is not
// plainly within its limits goes the other way, so that there is one copy of every refusal.
#include "tiendo/decimal/columns.hpp"

#include "decimal/narrow_rows.hpp"
#include "decimal/quotient.hpp"
#include "decimal/rows.hpp"
#include "tiendo/decimal/column_buffers.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

using detail::at_row;
using detail::decimal_of;
using detail::Factor;
using detail::has_value;
using detail::integer_of;
using detail::is_column_scale;
using detail::whole_validity;
using detail::Wide;

static_assert(sizeof(Decimal128) == 16 && alignof(Decimal128) == 1);

namespace {

// The rows that have a value in both.
std::vector<std::uint8_t> both_valid(const DecimalColumnView& a, const DecimalColumnView& b) {
  assert(a.values.size() == b.values.size());
  auto validity = whole_validity(a.validity, a.values.size());
  for (std::size_t i = 0; i < validity.size() && !b.validity.empty(); ++i) {
    validity[i] &= b.validity[i];
  }
  return validity;
}

// Computes the rows that have a value. `fast` puts the integer of a row where it is told, or says
// that it cannot; `exact` gives the row as a Decimal.
template <class Fast, class Exact>
Result<DecimalColumn> each_row(std::vector<std::uint8_t> validity, std::size_t rows, int scale,
                               const Fast& fast, const Exact& exact) {
  DecimalColumn result{std::vector<Decimal128>(rows), std::move(validity), scale};
  for (std::size_t i = 0; i < rows; ++i) {
    if (!has_value(result.validity, i)) continue;
    Wide value = 0;
    if (!fast(i, value) || !detail::fits_column(value)) {
      const Result<Decimal> decimal = exact(i);
      if (!decimal) return at_row(decimal.error(), i);
      const Result<Wide> integer = integer_of(*decimal);
      if (!integer) return at_row(integer.error(), i);
      value = *integer;
    }
    result.values[i] = detail::row_of(value);
  }
  return result;
}

bool are_columns(const DecimalColumnView& a, const DecimalColumnView& b) {
  return is_column_scale(a.scale) && is_column_scale(b.scale);
}

// As each_row(), for two columns.
template <class Fast, class Exact>
Result<DecimalColumn> each_pair(const DecimalColumnView& a, const DecimalColumnView& b,
                                std::vector<std::uint8_t> validity, int scale, const Fast& fast,
                                const Exact& exact) {
  return each_row(
      std::move(validity), a.values.size(), scale,
      [&](std::size_t i, Wide& value) {
        return fast(integer_of(a.values[i]), integer_of(b.values[i]), value);
      },
      [&](std::size_t i) -> Result<Decimal> {
        const Result<Decimal> left = decimal_of(a, i);
        const Result<Decimal> right = decimal_of(b, i);
        if (!left) return left.error();
        return right ? exact(*left, *right) : right;
      });
}

// How two columns are brought to the larger of their scales.
struct Alignment {
  int scale;
  Factor left;
  Factor right;

  Alignment(const DecimalColumnView& a, const DecimalColumnView& b)
      : scale(std::max(a.scale, b.scale)),
        left(Factor::of(1, scale - a.scale)),
        right(Factor::of(1, scale - b.scale)) {}
  bool takes(Wide a, Wide b) const { return left.takes(a) && right.takes(b); }
};

// a / b as an integer, where b is not zero.
Wide quotient(Wide a, Wide b, Rounding mode) {
  return b < 0 ? detail::rounded_quotient<Wide>(-a, -b, mode)
               : detail::rounded_quotient<Wide>(a, b, mode);
}

// Takes the value from the rows that have a zero in `denominators`, and says why.
void drop_zeros(std::span<const Decimal128> denominators, std::vector<std::uint8_t>& validity,
                std::vector<Errc>* reasons) {
  if (reasons != nullptr) reasons->assign(denominators.size(), Errc::none);
  for (std::size_t i = 0; i < denominators.size(); ++i) {
    if (denominators[i] != Decimal128() || !has_value(validity, i)) continue;
    validity[i / 8] &= static_cast<std::uint8_t>(~(1U << (i % 8)));
    if (reasons != nullptr) (*reasons)[i] = Errc::division_by_zero;
  }
}

}  // namespace

Decimal128 row_of(const Decimal::Words& words) noexcept {
  return detail::row_of(Wide{words.hi} * (Wide{1} << 64) + words.lo);
}

Result<DecimalColumn> add(const DecimalColumnView& a, const DecimalColumnView& b) {
  if (!are_columns(a, b)) return detail::beyond_columns();
  const Alignment at(a, b);
  return each_pair(
      a, b, both_valid(a, b), at.scale,
      [&](Wide x, Wide y, Wide& value) {
        if (!at.takes(x, y)) return false;
        value = x * at.left.value + y * at.right.value;
        return true;
      },
      [](const Decimal& x, const Decimal& y) { return x + y; });
}

Result<DecimalColumn> subtract(const DecimalColumnView& a, const DecimalColumnView& b) {
  if (!are_columns(a, b)) return detail::beyond_columns();
  const Alignment at(a, b);
  return each_pair(
      a, b, both_valid(a, b), at.scale,
      [&](Wide x, Wide y, Wide& value) {
        if (!at.takes(x, y)) return false;
        value = x * at.left.value - y * at.right.value;
        return true;
      },
      [](const Decimal& x, const Decimal& y) { return x - y; });
}

Result<DecimalColumn> multiply(const DecimalColumnView& a, const DecimalColumnView& b) {
  if (!are_columns(a, b) || !is_column_scale(a.scale + b.scale)) return detail::beyond_columns();
  return each_pair(
      a, b, both_valid(a, b), a.scale + b.scale,
      [](Wide x, Wide y, Wide& value) {
        if (detail::width(x) + detail::width(y) > detail::kMostWidth) return false;
        value = x * y;
        return true;
      },
      [](const Decimal& x, const Decimal& y) { return x * y; });
}

Result<OrderColumn> compare(const DecimalColumnView& a, const DecimalColumnView& b) {
  if (!are_columns(a, b)) return detail::beyond_columns();
  const Alignment at(a, b);
  OrderColumn result{std::vector<std::int8_t>(a.values.size()), both_valid(a, b)};
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    if (!has_value(result.validity, i)) continue;
    const Wide x = integer_of(a.values[i]);
    const Wide y = integer_of(b.values[i]);
    int order = 0;
    if (at.takes(x, y)) {
      const Wide difference = x * at.left.value - y * at.right.value;
      order = int{difference > 0} - int{difference < 0};
    } else {
      const Result<Decimal> left = decimal_of(a, i);
      const Result<Decimal> right = decimal_of(b, i);
      if (!left) return at_row(left.error(), i);
      if (!right) return at_row(right.error(), i);
      order = int{*left > *right} - int{*left < *right};
    }
    result.values[i] = static_cast<std::int8_t>(order);
  }
  return result;
}

Result<DecimalColumn> round(const DecimalColumnView& column, int scale, Rounding mode) {
  if (!is_column_scale(column.scale) || !is_column_scale(scale)) return detail::beyond_columns();
  const std::size_t rows = column.values.size();
  auto validity = whole_validity(column.validity, rows);
  if (detail::rounds_narrow(column.scale, scale) && detail::all_narrow(column)) {
    DecimalColumn result{std::vector<Decimal128>(rows), std::move(validity), scale};
    detail::round_narrow(column, scale, mode, result.values.data());
    return result;
  }
  const Factor up = Factor::of(1, std::max(scale - column.scale, 0));
  const Factor down = Factor::of(1, std::max(column.scale - scale, 0));
  return each_row(
      std::move(validity), rows, scale,
      [&](std::size_t i, Wide& value) {
        const Wide x = integer_of(column.values[i]);
        if (!up.takes(x) || down.value == 0) return false;
        value = down.value == 1 ? x * up.value : quotient(x, down.value, mode);
        return true;
      },
      [&](std::size_t i) -> Result<Decimal> {
        const Result<Decimal> value = decimal_of(column, i);
        return value ? round(*value, scale, mode) : value;
      });
}

std::optional<Error> round(const DecimalColumnView& column, int scale, Rounding mode,
                           const DecimalColumnOut& out) {
  const std::size_t rows = column.values.size();
  if (is_column_scale(column.scale) && is_column_scale(scale) &&
      detail::rounds_narrow(column.scale, scale) &&
      detail::may_be_written(out.values, column.values) && detail::all_narrow(column)) {
    const auto validity = whole_validity(column.validity, rows);
    DecimalColumnView read = column;
    if (!read.validity.empty()) read.validity = validity;  // that of the caller may be written over
    detail::round_narrow(read, scale, mode, out.values);
    std::ranges::copy(validity, out.validity);
    return std::nullopt;
  }
  const Result<DecimalColumn> result = round(column, scale, mode);
  if (!result) return result.error();
  std::ranges::copy(result->values, out.values);
  std::ranges::copy(result->validity, out.validity);
  return std::nullopt;
}

Result<DecimalColumn> divide(const DecimalColumnView& a, const DecimalColumnView& b,
                             std::int64_t factor, int scale, Rounding mode,
                             std::vector<Errc>* reasons) {
  if (!are_columns(a, b) || !is_column_scale(scale)) return detail::beyond_columns();
  // factor * (x / 10^a.scale) / (y / 10^b.scale) * 10^scale, with no power of ten below the line.
  const int shift = scale + b.scale - a.scale;
  const Factor above = Factor::of(factor, std::max(shift, 0));
  const Factor below = Factor::of(1, std::max(-shift, 0));
  auto validity = both_valid(a, b);
  drop_zeros(b.values, validity, reasons);
  return each_pair(
      a, b, std::move(validity), scale,
      [&](Wide x, Wide y, Wide& value) {
        if (!above.takes(x) || !below.takes(y)) return false;
        value = quotient(x * above.value, y * below.value, mode);
        return true;
      },
      [&](const Decimal& x, const Decimal& y) -> Result<Decimal> {
        const Result<Ratio> exact = Ratio(factor) * Ratio::of(x, y);
        return exact ? round(*exact, scale, mode) : exact.error();
      });
}

Result<ColumnSum> sum(const DecimalColumnView& column) {
  if (!is_column_scale(column.scale)) return detail::beyond_columns();
  // The two halves of the rows apart: neither sum overflows before there are 2^63 rows.
  Wide low = 0;
  Wide high = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (!has_value(column.validity, i)) continue;
    const Wide value = integer_of(column.values[i]);
    if (!detail::fits_column(value)) return at_row(error(Errc::number_out_of_range), i);
    low += static_cast<std::uint64_t>(value);
    high += static_cast<std::int64_t>(value >> 64);
    ++count;
  }
  const auto decimal = [&](Wide half) {
    return *Decimal::from_words(static_cast<std::uint64_t>(half),
                                static_cast<std::int64_t>(half >> 64), column.scale);
  };
  const Decimal two_to_64 = *Decimal::from_words(0, 1, 0);
  return ColumnSum{*(*(decimal(high) * two_to_64) + decimal(low)), count};
}

}  // namespace tiendo
