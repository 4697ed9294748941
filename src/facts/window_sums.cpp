// Tested by tests/unit/facts/window_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.
//
// What a row means for a question depends on its context alone, of which there are few; so a row is
// a look-up and an addition. Rows that share days with others of their cell know how they stand to
// them (Rivalry). A cell with a row that is not plain is selected by the rules of selection.hpp.

#include "tiendo/facts/window_sums.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <future>

#include "facts/log_store.hpp"

namespace tiendo {
namespace {

constexpr int kMostMonths = 64;
constexpr int kMostScale = 12;
constexpr std::size_t kMostQuestions = 8;

constexpr std::array<std::int64_t, kMostScale + 1> kPowers = {1,
                                                              10,
                                                              100,
                                                              1'000,
                                                              10'000,
                                                              100'000,
                                                              1'000'000,
                                                              10'000'000,
                                                              100'000'000,
                                                              1'000'000'000,
                                                              10'000'000'000,
                                                              100'000'000'000,
                                                              1'000'000'000'000};

// The months from one of the window to another, the latter excluded.
std::uint64_t months_between(int first, int end) {
  const std::uint64_t below_end =
      end == kMostMonths ? ~std::uint64_t{0} : (std::uint64_t{1} << end) - 1;
  return below_end & ~((std::uint64_t{1} << first) - 1);
}

// The days on which the months of a window begin, and the day after the last.
std::vector<Date> borders_of(const Period& window) {
  const std::optional<int> months = window.months_long();
  std::vector<Date> borders;
  if (!months || *months > kMostMonths) return borders;
  for (int month = 0; month <= *months; ++month) {
    borders.push_back(*window.start().plus_months(month));
  }
  return borders;
}

// What a row does with the sums of its cell.
enum class Act : std::uint8_t {
  skip,    // it does not count
  add,     // its number is added
  select,  // it is not plain
};

// What a context means for a question.
struct Meaning {
  Act act = Act::skip;
  bool has_parts = false;
  bool corrected = false;
  Form form = Form::increment;
  Status status = Status::official;
  std::int16_t scale = 0;
  std::int16_t denominator_scale = 0;
  std::uint64_t months = 0;
};

class Meanings {
 public:
  Meanings(const Contexts& contexts, const WindowQuestion& question)
      : question_(question), borders_(borders_of(question.window)) {
    all_.reserve(contexts.size());
    for (Index number = 0; number < contexts.size(); ++number) {
      all_.push_back(meaning_of(contexts[number]));
    }
  }

  const Meaning& operator[](Index context) const noexcept { return all_[context]; }

 private:
  // The number of the month that begins on the day, or -1.
  int month_of(Date day) const {
    const auto found = std::lower_bound(borders_.begin(), borders_.end(), day);
    const bool there = found != borders_.end() && *found == day;
    return there ? static_cast<int>(found - borders_.begin()) : -1;
  }

  Meaning meaning_of(const Context& context) const {
    // "Unchanged" takes what a report before it says, which may have been corrected.
    const bool corrected =
        context.rivalry != Rivalry::none || context.standing == Standing::unchanged;
    Meaning meaning{
        Act::select,   context.has_parts,        corrected, context.form, context.status,
        context.scale, context.denominator_scale};
    if (borders_.empty()) return meaning;
    const bool known = !question_.known_on || context.recorded_on <= *question_.known_on;
    const bool over = context.period.last_day() <= question_.as_of;
    // A running total counts from another day than it says, a level for its last day.
    const bool total = context.form == Form::to_date;
    const bool level = context.form == Form::level;
    const bool inside = level ? question_.window.contains(context.period.last_day())
                              : question_.window.contains(context.period);
    if (!known || (!total && (!inside || !over))) {
      // One that is not over, or not in the window, shares its days with others that are not
      // either, or is tangled with them.
      meaning.act = Act::skip;
      return meaning;
    }
    const int end = month_of(context.period.end());
    const int start = month_of(context.period.start());
    const bool plain = !total && end > 0 && (level || start >= 0) && !context.is_big &&
                       !context.has_extra && !context.earlier_stage &&
                       context.standing == Standing::value &&
                       context.qualifier == Qualifier::exact && context.scale <= kMostScale &&
                       context.denominator_scale <= kMostScale;
    if (!plain || context.rivalry == Rivalry::tangled) return meaning;
    if (context.rivalry != Rivalry::none) {
      // The order of the latest edition, as everything known has it.
      if (question_.known_on || question_.edition != Edition::latest) return meaning;
      if (context.rivalry == Rivalry::behind) {
        meaning.act = Act::skip;
        return meaning;
      }
    }
    meaning.act = Act::add;
    meaning.months = level ? months_between(0, end) : months_between(start, end);
    return meaning;
  }

  const WindowQuestion& question_;
  std::vector<Date> borders_;
  std::vector<Meaning> all_;
};

// How the rows of an indicator are added.
struct Adding {
  bool plain = false;
  Form form = Form::increment;  // of the rows that are
  SumScales scales;
};

Adding adding_of(const ObservationLog& log, Index indicator) {
  const Indicator& definition = log.plan().indicators()[indicator];
  const TimeRule rule = time_rule_of(definition);
  const bool made = definition.kind == IndicatorKind::growth ||
                    definition.kind == IndicatorKind::formula ||
                    definition.kind == IndicatorKind::composite;
  const SumScales scales = sum_scales(log, indicator);
  return {!made && (rule == TimeRule::sum || rule == TimeRule::last),
          rule == TimeRule::sum ? Form::increment : Form::level, scales};
}

// Takes a row into the sums of its cell.
void take(const Meaning& row, const Adding& how, std::int64_t number, std::int64_t denominator,
          CellSum& sum) {
  const bool level = row.form == Form::level;
  if (row.act == Act::select || row.form != how.form || row.scale > how.scales.numerator ||
      row.denominator_scale > how.scales.denominator) {
    sum.told = Told::other;
    return;
  }
  if (level && sum.told == Told::sum) {
    if (row.months < sum.months) return;  // a later one is there
    sum.numerator = sum.denominator = 0;
    sum.status = row.status;
  }
  const auto add = [](std::int64_t& to, std::int64_t value, int digits) {
    std::int64_t scaled = 0;
    return !__builtin_mul_overflow(value, kPowers[static_cast<std::size_t>(digits)], &scaled) &&
           !__builtin_add_overflow(to, scaled, &to);
  };
  const bool fits = add(sum.numerator, number, how.scales.numerator - row.scale) &&
                    (!row.has_parts || add(sum.denominator, denominator,
                                           how.scales.denominator - row.denominator_scale));
  if (!fits || sum.told == Told::other) {
    sum.told = Told::other;
    return;
  }
  sum.status = sum.told == Told::nothing ? row.status : std::min(sum.status, row.status);
  sum.months = level ? row.months : sum.months | row.months;
  sum.told = Told::sum;
}

bool is_plain(const Fact& fact, const Adding& how) {
  return fact.standing == Standing::value && fact.qualifier == Qualifier::exact && !fact.extra &&
         !fact.earlier_stage && fact.project == kNone && fact.form == how.form &&
         fact.value.scale() <= how.scales.numerator && fact.value.coefficient() &&
         fact.denominator.coefficient() &&
         fact.denominator.scale() <= std::max(how.scales.denominator, 0);
}

// The coefficient of a plain number at that scale, which is at most kMostScale.
detail::Int128 scaled(const Decimal& number, int scale) {
  return detail::Int128{*number.coefficient()} *
         kPowers[static_cast<std::size_t>(scale - number.scale())];
}

// By the rules of selection, for one cell.
CellSum selected(const ObservationLog& log, const LogCell& cell, const Adding& how,
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

class Pass {
 public:
  Pass(const ObservationLog& log, std::span<const WindowQuestion> questions)
      : log_(log), store_(LogAccess::store(log)), questions_(questions) {
    for (Index at = 0; at < log.plan().indicators().size(); ++at) {
      adding_.push_back(adding_of(log, at));
    }
    for (const WindowQuestion& question : questions) {
      meanings_.emplace_back(store_.contexts(), question);
    }
    concerned_.resize(store_.contexts().size());
    for (Index context = 0; context < concerned_.size(); ++context) {
      for (std::size_t q = 0; q < questions.size(); ++q) {
        const Meaning& meaning = meanings_[q][context];
        if (meaning.act != Act::skip) {
          concerned_[context] = static_cast<std::uint8_t>(concerned_[context] | 1U << q);
        }
      }
    }
    how_.reserve(log.cell_count());
    for (Index cell = 0; cell < log.cell_count(); ++cell) {
      how_.push_back(static_cast<std::uint32_t>(log.cell(cell).indicator));
    }
  }

  std::vector<WindowSums> run(int threads) const {
    const std::size_t chunks =
        (store_.size() + Chunked<Index>::kChunk - 1) >> Chunked<Index>::kShift;
    const std::size_t parts = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::max(threads, 1)), 1, std::max<std::size_t>(chunks, 1));
    std::vector<std::vector<WindowSums>> all(parts);
    const auto scan_part = [&](std::size_t part) {
      all[part] = scan(part * chunks / parts, (part + 1) * chunks / parts);
    };
    std::vector<std::future<void>> others;  // each waits for its end, also when another fails
    others.reserve(parts);
    for (std::size_t part = 1; part < parts; ++part) {
      others.push_back(std::async(std::launch::async, scan_part, part));
    }
    scan_part(0);
    for (std::future<void>& one : others) one.get();
    for (std::size_t part = 1; part < parts; ++part) merge(all[part], all[0]);
    for (std::size_t q = 0; q < questions_.size(); ++q) conclude(questions_[q], all[0][q]);
    return std::move(all[0]);
  }

 private:
  std::vector<WindowSums> scan(std::size_t first, std::size_t end) const {
    std::vector<WindowSums> sums(questions_.size());
    for (WindowSums& one : sums) one.cells.resize(how_.size());
    for (std::size_t chunk = first; chunk < end; ++chunk) scan_chunk(chunk, sums);
    return sums;
  }

  void scan_chunk(std::size_t chunk, std::vector<WindowSums>& sums) const {
    const std::size_t begin = chunk << Chunked<Index>::kShift;
    const auto cells = store_.cell_column().chunk(chunk);
    const auto contexts = store_.context_column().chunk(chunk);
    const auto numbers = store_.coefficients().chunk(chunk);
    const bool is_long = store_.high_contexts().size() > begin;
    const auto& denominators = store_.denominators();
    std::size_t rank = denominators.rank(begin);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Index context = is_long ? store_.context_of(begin + i) : contexts[i];
      const std::size_t denominator = rank;
      const Context& shared = store_.contexts()[context];
      rank += shared.has_parts && !shared.is_big ? 1 : 0;
      for (unsigned rest = concerned_[context]; rest != 0; rest &= rest - 1) {
        const auto q = static_cast<std::size_t>(std::countr_zero(rest));
        const Meaning& meaning = meanings_[q][context];
        WindowSums& into = sums[q];
        into.corrected = into.corrected || meaning.corrected;
        take(meaning, adding_[how_[cells[i]]], numbers[i],
             meaning.has_parts && meaning.act == Act::add ? denominators.values()[denominator] : 0,
             into.cells[cells[i]]);
      }
    }
  }

  // Of two parts of the rows, in any order.
  void merge(const std::vector<WindowSums>& from, std::vector<WindowSums>& to) const {
    for (std::size_t q = 0; q < questions_.size(); ++q) {
      to[q].corrected = to[q].corrected || from[q].corrected;
      for (std::size_t cell = 0; cell < how_.size(); ++cell) {
        merge(from[q].cells[cell], adding_[how_[cell]].form == Form::level, to[q].cells[cell]);
      }
    }
  }

  static void merge(const CellSum& from, bool level, CellSum& to) {
    if (from.told == Told::nothing) return;
    if (to.told == Told::nothing) {
      to = from;
    } else if (from.told == Told::other || to.told == Told::other) {
      to.told = Told::other;
    } else if (level) {
      if (from.months > to.months) to = from;
    } else {
      const bool fits = !__builtin_add_overflow(to.numerator, from.numerator, &to.numerator) &&
                        !__builtin_add_overflow(to.denominator, from.denominator, &to.denominator);
      to.months |= from.months;
      to.status = std::min(to.status, from.status);
      if (!fits) to.told = Told::other;
    }
  }

  // Selects where the pass could not tell.
  void conclude(const WindowQuestion& question, WindowSums& sums) const {
    for (Index cell = 0; cell < how_.size(); ++cell) {
      const Adding& how = adding_[how_[cell]];
      const LogCell place = log_.cell(cell);
      if (!how.plain || place.project != kNone) {
        sums.cells[cell] = {};
        sums.cells[cell].told = Told::other;
      } else if (sums.cells[cell].told == Told::other) {
        sums.cells[cell] = selected(log_, place, how, question);
      }
    }
  }

  const ObservationLog& log_;
  const LogStore& store_;
  std::span<const WindowQuestion> questions_;
  std::vector<Adding> adding_;           // beside the indicators
  std::vector<Meanings> meanings_;       // beside the questions
  std::vector<std::uint8_t> concerned_;  // beside the contexts: a bit for each question
  std::vector<Index> how_;               // beside the cells: the indicator
};

}  // namespace

SumScales sum_scales(const ObservationLog& log, Index indicator) noexcept {
  const LogStore::Scales& most = LogAccess::store(log).scales(indicator);
  return {std::min<int>(most.number, kMostScale), std::min<int>(most.denominator, kMostScale)};
}

std::vector<WindowSums> window_sums(const ObservationLog& log,
                                    std::span<const WindowQuestion> questions, int threads) {
  assert(questions.size() <= kMostQuestions);
  return Pass(log, questions).run(threads);
}

CellSum window_sum(const ObservationLog& log, Index cell, const WindowQuestion& question) {
  const LogCell place = log.cell(cell);
  return selected(log, place, adding_of(log, place.indicator), question);
}

}  // namespace tiendo
