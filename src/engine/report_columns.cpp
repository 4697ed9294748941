// Tested by tests/unit/engine/report_columns_test.cpp, report_threads_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/report_columns.hpp"

#include "base/team.hpp"
#include "engine/each_row.hpp"
#include "engine/row_terms.hpp"
#include "tiendo/decimal/quotients.hpp"

namespace tiendo {

RowRange rows_in(const Report& report, RowRange range) {
  const std::size_t all = report.rows.size();
  const std::size_t first = std::min(range.first, all);
  return {first, std::min(range.rows, all - first)};
}

namespace {

using Store = ReportRows::Store;

constexpr int kColumnDigits = 38;

template <class N>
struct Quotient {
  N above{}, below{};
};

template <class N>
Quotient<N> actual(const Terms<N>& x, const Powers<N>& p) {
  return {x.n * p.up, x.d * p.down};
}
template <class N>
Quotient<N> same_period(const Terms<N>& x, const Powers<N>& p) {
  return {x.nb * p.up, x.db * p.down};
}
template <class N>
Quotient<N> completion(const Terms<N>& x, const Powers<N>& p) {
  return {x.n * p.up, x.d * x.t * p.down};
}
template <class N>
Quotient<N> growth(const Terms<N>& x, const Powers<N>& p) {
  return {signed_as((x.n * x.db - x.nb * x.d) * p.up, x.db), x.d * size_of(x.nb) * p.down};
}
template <class N>
Quotient<N> index(const Terms<N>& x, const Powers<N>& p) {
  return {x.n * x.db * p.up, x.d * x.nb * p.down};
}
template <class N>
Quotient<N> change(const Terms<N>& x, const Powers<N>& p) {
  return {(x.n * x.db - x.nb * x.d) * p.up, x.d * x.db * p.down};
}
template <class N>
Quotient<N> way(const Terms<N>& x, const Powers<N>& p) {
  return {(x.n * p.a - x.b * x.d * p.t) * p.up, x.d * (x.t - x.b) * p.t * p.down};
}

// Which columns there are.
enum class Figures { actual, same_period, completion, growth, index, change, way };

// Calls with the formula of the figure.
template <class Use>
auto with_formula(Figures figure, const Use& use) {
  switch (figure) {
    case Figures::actual: return use([](const auto& x, const auto& p) { return actual(x, p); });
    case Figures::same_period:
      return use([](const auto& x, const auto& p) { return same_period(x, p); });
    case Figures::completion:
      return use([](const auto& x, const auto& p) { return completion(x, p); });
    case Figures::growth: return use([](const auto& x, const auto& p) { return growth(x, p); });
    case Figures::index: return use([](const auto& x, const auto& p) { return index(x, p); });
    case Figures::change: return use([](const auto& x, const auto& p) { return change(x, p); });
    default: return use([](const auto& x, const auto& p) { return way(x, p); });
  }
}

bool needs_base(Figures figure) {
  return figure == Figures::same_period || figure == Figures::growth || figure == Figures::index ||
         figure == Figures::change;
}

std::optional<Figures> figures_of(Field field) {
  switch (field) {
    case Field::actual: return Figures::actual;
    case Field::same_period: return Figures::same_period;
    case Field::completion: return Figures::completion;
    case Field::growth: return Figures::growth;
    case Field::index: return Figures::index;
    case Field::change: return Figures::change;
    default: return std::nullopt;
  }
}

// The power of ten of the quotient, before the digits that are printed.
int exponent_of(Figures figure, const Exponents& of) {
  switch (figure) {
    case Figures::actual:
    case Figures::same_period:
    case Figures::change: return of.value;
    case Figures::completion: return of.value + of.target + 2;
    default: return 2;
  }
}

class ColumnMaker {
 public:
  // The first value of the column is that of the row `first`.
  ColumnMaker(const Store& store, Figures figure, std::optional<Rounding> mode, std::size_t first,
              DecimalColumn& column)
      : store_(store),
        figure_(figure),
        scale_(column.scale),
        mode_(mode),
        first_(first),
        column_(column) {}

  // Whether the run could be computed as a whole.
  bool make(const RowRun& run) {
    const Indicator& definition = store_.plan.indicators()[run.indicator];
    const bool base = needs_base(figure_);
    if (base && store_.before == nullptr) return true;  // none has a time before
    const bool percent =
        figure_ != Figures::actual && figure_ != Figures::same_period && figure_ != Figures::change;
    if (percent && definition.compare == Comparison::points) return true;
    const bool of_target = figure_ == Figures::completion || figure_ == Figures::way;
    if (of_target && definition.achievement != Achievement::direct) return false;
    const std::optional<Exponents> of = exponents_of(store_, run.indicator);
    if (!of) return false;
    const int exponent = exponent_of(figure_, *of) + scale_;
    if (!is_within(exponent) || !is_within(of->value + of->target)) return false;
    const Rounding mode = mode_.value_or(definition.rounding);
    const Gatherer gatherer(store_, run, base, of_target);
    for (std::size_t begin = 0; begin < run.rows; begin += kBlock) {
      gatherer.take(begin, block_);
      if (of_target && !has_numbers(store_, run.column + begin, block_.rows)) return false;
      const Quotient<Bits> bits = with_formula(figure_, [&](const auto& formula) {
        return formula(block_.bits(), powers_of<Bits>(exponent, *of));
      });
      const int most = std::max(bits.above.bits, bits.below.bits);
      if (most > 126) return false;
      if (most <= 62) {
        compute_all(run.first + begin - first_, powers_of<std::int64_t>(exponent, *of), mode);
      } else {
        compute_all(run.first + begin - first_, powers_of<Int128>(exponent, *of), mode);
      }
    }
    return true;
  }

 private:
  template <class N>
  void compute_all(std::size_t first, const Powers<N>& powers, Rounding mode) {
    with_formula(figure_, [&](const auto& formula) { compute(formula, first, powers, mode); });
  }

  template <class Formula, class N>
  void compute(const Formula& formula, std::size_t first, const Powers<N>& powers, Rounding mode) {
    std::array<N, kBlock> above;
    std::array<N, kBlock> below;
    for (std::size_t i = 0; i < block_.rows; ++i) {
      const Quotient<N> exact = formula(block_.terms<N>(i), powers);
      const bool valid = block_.valid[i] && exact.below != 0;
      block_.valid[i] = valid;
      above[i] = valid ? signed_as(exact.above, exact.below) : 0;
      below[i] = valid ? size_of(exact.below) : 1;
    }
    rounded_quotients(std::span<const N>(above.data(), block_.rows),
                      std::span<const N>(below.data(), block_.rows), mode,
                      std::span(column_.values).subspan(first, block_.rows));
    mark(first);
  }

  // Marks the rows of the block that have a value, eight at a time.
  void mark(std::size_t first) {
    for (std::size_t i = 0; i < block_.rows;) {
      const std::size_t row = first + i;
      const std::size_t end = std::min(block_.rows, i + 8 - row % 8);
      unsigned bits = 0;
      for (; i < end; ++i) bits |= (block_.valid[i] ? 1U : 0U) << ((first + i) % 8);
      column_.validity[row / 8] = static_cast<std::uint8_t>(column_.validity[row / 8] | bits);
    }
  }

  const Store& store_;
  Figures figure_;
  int scale_;
  std::optional<Rounding> mode_;
  std::size_t first_;
  DecimalColumn& column_;
  Block block_;
};

// The figure of one row that is not computed with others.
Figure percent_of_plan_of(const ReportRow& row) {
  const bool stated = row.baseline && row.actual && row.required && !is_change(row.condition.kind);
  const bool in_points = row.completion.reason == Errc::compared_in_points;
  if (!stated || in_points) return row.completion;
  return Ratio(100) * (*row.actual - *row.baseline) / (*row.required - *row.baseline);
}

Figure figure_of(const ReportRow& row, std::optional<Field> field) {
  return field ? figure(row, *field) : percent_of_plan_of(row);
}

std::optional<Error> put(const Plan& plan, const ReportRow& row, std::optional<Field> field,
                         std::optional<Rounding> mode, std::size_t at, DecimalColumn& column) {
  const Figure exact = figure_of(row, field);
  const std::uint8_t bit = static_cast<std::uint8_t>(1U << (at % 8));
  column.validity[at / 8] = static_cast<std::uint8_t>(column.validity[at / 8] & ~bit);
  column.values[at] = {};
  if (!exact) return std::nullopt;
  std::optional<Decimal> rounded;
  if (field) {
    rounded = printed(plan, row, *field, {column.scale, mode});
  } else {
    const Rounding own = mode.value_or(plan.indicators()[row.indicator].rounding);
    if (Result<Decimal> value = round(*exact, column.scale, own)) rounded = *std::move(value);
  }
  const Result<Decimal::Words> words = rounded ? rounded->to_words() : error(Errc::number_too_long);
  if (!words) return words.error();
  column.values[at] = row_of(*words);
  column.validity[at / 8] = static_cast<std::uint8_t>(column.validity[at / 8] | bit);
  return std::nullopt;
}

RowRange all_rows(const Report& report) { return {0, report.rows.size()}; }

Result<DecimalColumn> column_of(const Report& report, RowRange range, std::optional<Field> field,
                                std::optional<Figures> figures, int scale,
                                std::optional<Rounding> mode, DecimalColumn column,
                                unsigned threads) {
  if (scale < 0 || scale > kColumnDigits) return error(Errc::number_out_of_range);
  if (!mode) mode = report.request.rules.rounding;
  column.scale = scale;
  range = rows_in(report, range);
  const std::size_t first = range.first;
  const std::size_t rows = range.rows;
  const std::size_t end = first + rows;
  column.values.resize(rows);
  column.validity.assign((rows + 7) / 8, 0);
  std::vector<std::optional<Error>> problems((rows + kRowsTogether - 1) / kRowsTogether);
  Team(threads).each(problems.size(), [&](std::size_t part) {
    const std::size_t begin = first + part * kRowsTogether;
    problems[part] = each_row(
        report, begin, std::min(begin + kRowsTogether, end),
        [&](const Store& store, const RowRun& run) {
          return figures && ColumnMaker(store, *figures, mode, first, column).make(run);
        },
        [&](std::size_t at) {
          auto problem = put(report.plan, report.rows[at], field, mode, at - first, column);
          if (problem) problem->row = static_cast<std::int64_t>(at);
          return problem;
        });
  });
  for (const std::optional<Error>& problem : problems) {
    if (problem) return *problem;
  }
  return column;
}

}  // namespace

Result<DecimalColumn> printed_column(const Report& report, Field field, int scale,
                                     std::optional<Rounding> mode, DecimalColumn memory,
                                     unsigned threads) {
  return column_of(report, all_rows(report), field, figures_of(field), scale, mode,
                   std::move(memory), threads);
}

Result<DecimalColumn> printed_column(const Report& report, RowRange rows, Field field, int scale,
                                     std::optional<Rounding> mode, DecimalColumn memory) {
  return column_of(report, rows, field, figures_of(field), scale, mode, std::move(memory), 1);
}

Result<DecimalColumn> percent_of_plan(const Report& report, int scale, std::optional<Rounding> mode,
                                      DecimalColumn memory, unsigned threads) {
  return column_of(report, all_rows(report), std::nullopt, Figures::way, scale, mode,
                   std::move(memory), threads);
}

Result<DecimalColumn> percent_of_plan(const Report& report, RowRange rows, int scale,
                                      std::optional<Rounding> mode, DecimalColumn memory) {
  return column_of(report, rows, std::nullopt, Figures::way, scale, mode, std::move(memory), 1);
}

}  // namespace tiendo
