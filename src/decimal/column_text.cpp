// Tested by tests/unit/decimal/column_text_test.cpp, tests/unit/decimal/column_buffers_test.cpp and
// tests/oracle/columns_oracle_test.cpp.
//
// Rows that are plainly numbers, and short, are read and written as words of eight digits; every
// other row as a Decimal, which is the definition and the one that refuses.
#include <bit>
#include <cstring>
#include <functional>
#include <memory>

#include "decimal/access.hpp"
#include "decimal/ending_digits.hpp"
#include "decimal/narrow_rows.hpp"
#include "decimal/text_size.hpp"
#include "tiendo/decimal/column_buffers.hpp"

namespace tiendo {

using detail::at_row;
using detail::decimal_of;
using detail::has_value;
using detail::Wide;

namespace {

// The integer of a number at the scale of the column.
Result<Wide> integer_at(const Decimal& number, int scale) {
  if (number.scale() > scale) {
    return error(Errc::number_out_of_range, "more digits after the point than the column has");
  }
  const int added = scale - number.scale();
  if (const auto small = number.coefficient(); small && added <= detail::kSmallPower) {
    return Wide{*small} * detail::small_power_of_ten(added);  // below 10^38
  }
  const Result<Decimal> whole = round(number, scale, Rounding::down);
  if (!whole) return whole.error();
  return detail::integer_of(*whole);
}

// Reads rows of a column of texts.
class RowReader {
 public:
  RowReader(const TextColumnView& texts, const NumberFormat& format, int scale)
      : texts_(texts),
        format_(format),
        point_(detail::is_ascii(format.point) ? static_cast<char>(format.point) : '\0'),
        scale_(scale) {
    assert(!texts.offsets.empty());
  }

  std::size_t rows() const { return texts_.offsets.size() - 1; }

  // The row, if it is plainly a number of at most 62 bits.
  [[gnu::always_inline]] bool read_quickly(std::size_t row, std::int64_t& value) const {
    const std::int64_t begin = texts_.offsets[row];
    const std::int64_t end = texts_.offsets[row + 1];
    assert(begin <= end && static_cast<std::size_t>(end) <= texts_.bytes.size());
    if (begin == end || end < std::int64_t{detail::kBeforeEnd} || point_ == '\0') return false;
    const std::int64_t sign = texts_.bytes[static_cast<std::size_t>(begin)] == '-' ? 1 : 0;
    detail::Parts parts{0, 0};
    if (!detail::read_ending_digits(texts_.bytes.data() + end,
                                    static_cast<std::size_t>(end - begin - sign), point_, parts)) {
      return false;
    }
    const int added = scale_ - parts.scale;
    if (added != 0) {
      if (added < 0 || added > detail::kSmallPower) return false;
      const Wide whole =
          Wide{static_cast<std::int64_t>(parts.size)} * detail::small_power_of_ten(added);
      if (!detail::is_narrow(whole)) return false;
      parts.size = static_cast<std::uint64_t>(whole);
    }
    value = (static_cast<std::int64_t>(parts.size) ^ -sign) + sign;
    return true;
  }

  // The row, whatever it is; apart, so that the plain ones do not pay for it.
  [[gnu::noinline]] Result<Wide> read(std::size_t row) const {
    const auto begin = static_cast<std::size_t>(texts_.offsets[row]);
    const auto end = static_cast<std::size_t>(texts_.offsets[row + 1]);
    assert(begin <= end && end <= texts_.bytes.size());
    const Result<Decimal> number = parse(texts_.bytes.substr(begin, end - begin), format_);
    return number ? integer_at(*number, scale_) : number.error();
  }

 private:
  TextColumnView texts_;
  NumberFormat format_;
  char point_;
  int scale_;
};

// Reads the rows from `first` on, as long as put(row, integer) takes them; a row without a value is
// 0. @return the first row that was not taken
template <class Put>
Result<std::size_t> read_rows(const RowReader& reader, ValidityView validity, std::size_t first,
                              const Put& put) {
  const std::size_t rows = reader.rows();
  for (std::size_t i = first; i < rows; ++i) {
    std::int64_t value = 0;
    if (!has_value(validity, i) || reader.read_quickly(i, value)) {
      put(i, Wide{value});
      continue;
    }
    const Result<Wide> integer = reader.read(i);
    if (!integer) return at_row(integer.error(), i);
    if (!put(i, *integer)) return i;
  }
  return rows;
}

// How many digits the size of a narrow number has; 0 has one.
int digits_of_narrow(std::uint64_t size) {
  // 1233 / 2^12 is a little more than the logarithm of 2: this is right, or one too small.
  const int fewest = static_cast<int>(std::bit_width(size | 1)) * 1233 >> 12;
  return fewest + ((size | 1) >= static_cast<std::uint64_t>(detail::small_power_of_ten(fewest)));
}

// Adds what a row needs that has a value; apart as well.
[[gnu::noinline]] Result<FormattedSize> with_row(const FormattedSize& before,
                                                 const DecimalColumnView& column, std::size_t row,
                                                 const NumberFormat& format) {
  const Result<Decimal> number = decimal_of(column, row);
  if (!number) return at_row(number.error(), row);
  return FormattedSize{before.bytes + tiendo::format(*number, format).size(), false};
}

// Writes the rows, which are known to be numbers of so many bytes.
void write_rows(const DecimalColumnView& column, const NumberFormat& format, std::size_t size,
                const TextColumnOut& out) {
  char* const last = out.bytes + size;
  char* to = out.bytes;
  auto* offsets = static_cast<unsigned char*>(out.offsets);
  const auto put_offset = [&] {
    const std::int64_t offset = to - out.bytes;
    std::memcpy(offsets, &offset, sizeof offset);
    offsets += sizeof offset;
  };
  put_offset();
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (has_value(column.validity, i)) {
      const Wide value = detail::integer_of(column.values[i]);
      to = to_chars(to, last, DecimalAccess::of(value, column.scale), format);
      assert(to != nullptr);
    }
    put_offset();
  }
}

// Whether two stretches of memory have a byte in common.
bool overlap(const void* a, std::size_t a_size, const void* b, std::size_t b_size) {
  const std::less<> before;
  const auto* const first = static_cast<const char*>(a);
  const auto* const second = static_cast<const char*>(b);
  return before(first, second + b_size) && before(second, first + a_size);
}

}  // namespace

Result<DecimalColumn> parse(const TextColumnView& texts, const NumberFormat& format, int scale) {
  if (!detail::is_column_scale(scale)) return detail::beyond_columns();
  const RowReader reader(texts, format, scale);
  DecimalColumn result{std::vector<Decimal128>(reader.rows()),
                       detail::whole_validity(texts.validity, reader.rows()), scale};
  const auto read = read_rows(reader, result.validity, 0, [&](std::size_t row, Wide value) {
    result.values[row] = detail::row_of(value);
    return true;
  });
  if (!read) return read.error();
  return result;
}

// Rows wait in half of the memory that they will take until all are known to be numbers.
std::optional<Error> parse(const TextColumnView& texts, const NumberFormat& format, int scale,
                           const DecimalColumnOut& out) {
  if (!detail::is_column_scale(scale)) return detail::beyond_columns();
  const RowReader reader(texts, format, scale);
  const std::size_t rows = reader.rows();
  const auto validity = detail::whole_validity(texts.validity, rows);
  const auto narrow = std::make_unique_for_overwrite<std::int64_t[]>(rows);
  const Result<std::size_t> taken =
      read_rows(reader, validity, 0, [&](std::size_t row, Wide value) {
        narrow[row] = static_cast<std::int64_t>(value);
        return detail::fits_small(value);
      });
  if (!taken) return taken.error();
  std::vector<Decimal128> others(rows - *taken);
  const Result<std::size_t> all =
      read_rows(reader, validity, *taken, [&](std::size_t row, Wide value) {
        others[row - *taken] = detail::row_of(value);
        return true;
      });
  if (!all) return all.error();
  for (std::size_t i = 0; i < *taken; ++i) out.values[i] = detail::row_of(Wide{narrow[i]});
  std::ranges::copy(others, out.values + *taken);
  std::ranges::copy(validity, out.validity);
  return std::nullopt;
}

Result<Decimal128> parse_row(const TextColumnView& texts, std::size_t row,
                             const NumberFormat& format, int scale) {
  const RowReader reader(texts, format, scale);
  std::int64_t value = 0;
  if (reader.read_quickly(row, value)) return detail::row_of(Wide{value});
  const Result<Wide> integer = reader.read(row);
  if (!integer) return at_row(integer.error(), row);
  return detail::row_of(*integer);
}

Result<FormattedSize> formatted_size(const DecimalColumnView& column, const NumberFormat& format) {
  if (!detail::is_column_scale(column.scale)) return detail::beyond_columns();
  const detail::TextSize size(format, static_cast<std::size_t>(column.scale));
  FormattedSize all;
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (!has_value(column.validity, i)) continue;
    const Wide value = detail::integer_of(column.values[i]);
    if (detail::is_narrow(value)) {
      const auto narrow = static_cast<std::int64_t>(value);
      const int digits = digits_of_narrow(detail::size_of(narrow));
      all.bytes += size.of(static_cast<std::size_t>(digits), narrow < 0);
      continue;
    }
    const Result<FormattedSize> more = with_row(all, column, i, format);
    if (!more) return more.error();
    all = *more;
  }
  return all;
}

Result<TextColumn> format(const DecimalColumnView& column, const NumberFormat& format) {
  const Result<FormattedSize> size = formatted_size(column, format);
  if (!size) return size.error();
  TextColumn result{std::string(size->bytes, '\0'),
                    std::vector<std::int64_t>(column.values.size() + 1)};
  write_rows(column, format, size->bytes, {result.bytes.data(), result.offsets.data()});
  return result;
}

void format(const DecimalColumnView& column, const NumberFormat& format, const FormattedSize& size,
            const TextColumnOut& out) {
  const std::size_t offsets = (column.values.size() + 1) * sizeof(std::int64_t);
  const auto is_over = [&](const void* read, std::size_t bytes) {
    return overlap(read, bytes, out.bytes, size.bytes) ||
           overlap(read, bytes, out.offsets, offsets);
  };
  if (size.needs_no_memory && !is_over(column.values.data(), column.values.size_bytes()) &&
      !is_over(column.validity.data(), column.validity.size())) {
    write_rows(column, format, size.bytes, out);
    return;
  }
  std::string bytes(size.bytes, '\0');
  std::vector<std::int64_t> places(column.values.size() + 1);
  write_rows(column, format, size.bytes, {bytes.data(), places.data()});
  std::ranges::copy(bytes, out.bytes);
  std::memcpy(out.offsets, places.data(), offsets);
}

}  // namespace tiendo
