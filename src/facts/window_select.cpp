// Tested by tests/unit/facts/window_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.
//
// The sums of one cell, as the rules of selection have them.

#include <algorithm>
#include <cassert>

#include "facts/log_store.hpp"
#include "facts/window_steps.hpp"

namespace tiendo {
namespace {

bool is_plain(const Fact& fact, const CellAdding& how) {
  return fact.standing == Standing::value && fact.qualifier == Qualifier::exact && !fact.extra &&
         !fact.earlier_stage && fact.project == kNone && fact.form == how.form &&
         fact.value.scale() <= how.scales.numerator && fact.value.coefficient() &&
         fact.denominator.coefficient() &&
         fact.denominator.scale() <= std::max(how.scales.denominator, 0);
}

// The coefficient of a plain number at that scale, which is at most kMostSumScale.
detail::Int128 scaled(const Decimal& number, int scale) {
  return detail::Int128{*number.coefficient()} *
         kSumPowers[static_cast<std::size_t>(scale - number.scale())];
}

}  // namespace

CellSum selected_sum(const ObservationLog& log, const LogCell& cell, const CellAdding& how,
                     const WindowQuestion& question) {
  CellSum sum;
  sum.told = Told::other;
  const std::vector<Date> borders = borders_of(question.window);
  if (!how.plain || cell.project != kNone || borders.empty()) return sum;
  const Selection selection = select(log, {cell.indicator, cell.unit, kNone, question.window,
                                           question.as_of, question.known_on, question.edition});
  if (selection.fault != Errc::none) return sum;
  if (selection.used.empty()) return {};
  if (!selection.in_months) return sum;
  const bool ratio = log.plan().indicators()[cell.indicator].kind == IndicatorKind::ratio;
  CellSum result;
  result.status = Status::official;
  // In 128 bits, so that it is told by a sum in whatever order its rows have come.
  detail::Int128 numerator = 0;
  detail::Int128 denominator = 0;
  for (const Fact& fact : selection.used) {
    if (!is_plain(fact, how)) return sum;
    numerator += scaled(fact.value, how.scales.numerator);
    if (ratio) denominator += scaled(fact.denominator, how.scales.denominator);
    result.status = std::min(result.status, fact.status);
  }
  result.numerator = static_cast<std::int64_t>(numerator);
  result.denominator = static_cast<std::int64_t>(denominator);
  if (result.numerator != numerator || result.denominator != denominator) return sum;
  result.told = Told::sum;
  const auto month = [&](Date day) {
    return static_cast<int>(std::lower_bound(borders.begin(), borders.end(), day) -
                            borders.begin());
  };
  for (const Period& span : selection.spans) {
    result.months |= months_between(month(span.start()), month(span.end()));
  }
  return result;
}

struct CellReader::Memory {
  RowMeanings meanings;
};

CellReader::CellReader(const WindowQuestion& question)
    : memory_(std::make_unique<Memory>(Memory{RowMeanings(question)})) {}
CellReader::CellReader(CellReader&&) noexcept = default;
CellReader& CellReader::operator=(CellReader&&) noexcept = default;
CellReader::~CellReader() = default;

const WindowQuestion& CellReader::question() const noexcept { return memory_->meanings.question(); }

CellReader::Reading CellReader::read(const ObservationLog& log, Index cell) {
  const LogStore& store = LogAccess::store(log);
  RowMeanings& meanings = memory_->meanings;
  meanings.learn(store.contexts());
  const LogCell& where = store.cells().cell(cell);
  const CellAdding how = adding_of(log, where.indicator);
  const SumPlace place = place_of(how);
  Reading reading;
  for (Index row = store.cells()[cell].last; row != kNone; row = store.before(row)) {
    const RowMeaning& meaning = meanings[store.context_of(row)];
    if (meaning.act == RowAct::skip) continue;
    const SumStep step = step_of(meaning);
    reading.corrected = reading.corrected || meaning.corrected;
    take(step, place, store.coefficient(row), step.has_parts ? store.denominator(row) : 0,
         reading.sum);
  }
  const bool selected = !how.plain || where.project != kNone || reading.sum.told == Told::other;
  reading.sum = selected ? selected_sum(log, where, how, question()) : concluded(reading.sum);
  return reading;
}

namespace {

// The row that counted for the period of this one, which ranks above it: of those that it has
// overtaken the highest.
Index overtaken_by(const LogStore& store, Index row) {
  const Context& context = store.context(row);
  Index highest = kNone;
  for (Index at = store.before(row); at != kNone; at = store.before(at)) {
    const Context& other = store.context(at);
    const bool rival = other.period == context.period;
    if (rival && (highest == kNone || rank_of(store.context(highest)) < rank_of(other))) {
      highest = at;
    }
    if (!other.is_late && other.period.start() <= context.period.start()) break;
  }
  return highest;
}

// Takes away what a row has added; whether it fits.
bool take_away(const LogStore& store, Index row, const SumPlace& place, CellSum& sum) {
  const Context& context = store.context(row);
  const auto away = [](std::int64_t number, int digits, std::int64_t& all) {
    std::int64_t scaled = 0;
    return digits >= 0 && add_scaled(number, digits, scaled) &&
           !__builtin_sub_overflow(all, scaled, &all);
  };
  return away(store.coefficient(row), place.scale - context.scale, sum.numerator) &&
         (!context.has_parts ||
          away(store.denominator(row), place.denominator_scale - context.denominator_scale,
               sum.denominator));
}

}  // namespace

// Nothing where the cell has to be read. Of plain rows those for different periods share no day,
// and of those for one period the highest counts: so a new one adds its number, or puts it in the
// place of one other.
std::optional<CellReader::Reading> CellReader::added(const ObservationLog& log, Index cell,
                                                     Row since, const CellSum& before) {
  const LogStore& store = LogAccess::store(log);
  const LogCell& where = store.cells().cell(cell);
  const Index row = store.cells()[cell].last;
  const Index other = store.before(row);
  const bool is_one = row >= since && (other == kNone || other < since);
  const WindowQuestion& asked = question();
  if (!is_one || !store.is_plain(where.indicator) || where.project != kNone || asked.known_on ||
      asked.edition != Edition::latest || before.told == Told::other) {
    return std::nullopt;
  }
  const Context& context = store.context(row);
  const RowMeaning& meaning = memory_->meanings[store.context_of(row)];
  const CellAdding how = adding_of(log, where.indicator);
  if (context.rivalry == Rivalry::behind || !how.plain || meaning.act == RowAct::select) {
    return std::nullopt;
  }
  if (meaning.act == RowAct::skip) return Reading{before, false};
  const SumPlace place = place_of(how);
  const SumStep step = step_of(meaning);
  CellSum sum = before;
  if (context.rivalry == Rivalry::ahead && place.kind == SumKind::increments) {
    const Index overtaken = overtaken_by(store, row);
    const bool alike = overtaken != kNone && store.context(overtaken).status == context.status;
    if (!alike || !take_away(store, overtaken, place, sum)) return std::nullopt;
  }
  take(step, place, store.coefficient(row), step.has_parts ? store.denominator(row) : 0, sum);
  if (sum.told == Told::other) return std::nullopt;
  return Reading{concluded(sum), meaning.corrected};
}

CellReader::Reading CellReader::read(const ObservationLog& log, Index cell, Row since,
                                     const CellSum& before) {
  memory_->meanings.learn(LogAccess::store(log).contexts());
  const std::optional<Reading> sum = added(log, cell, since, before);
  assert(!sum || sum->sum == read(log, cell).sum);
  return sum ? *sum : read(log, cell);
}

CellSum window_sum(const ObservationLog& log, Index cell, const WindowQuestion& question) {
  return CellReader(question).read(log, cell).sum;
}

}  // namespace tiendo
