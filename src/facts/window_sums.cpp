// Tested by tests/unit/facts/window_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.
//
// What a row means for a question depends on its context alone, of which there are few; so a row is
// a look-up and an addition. Rows that share days with others of their cell know how they stand to
// them (Rivalry). A cell with a row that is not plain is selected by the rules of selection.hpp.

#include "tiendo/facts/window_sums.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cassert>

#include "base/team.hpp"
#include "facts/log_store.hpp"
#include "facts/window_steps.hpp"

namespace tiendo {
namespace {

constexpr std::size_t kMostQuestions = 8;

// Rows next to each other in the order of their units, as those of a file mostly are month by
// month. Some are read from each in turn, so that the sums of a few units are made while they are
// near.
struct Segment {
  std::size_t next;
  std::size_t end;
  std::size_t rank;  // of the denominators
};

// Asks whether to go on after some thousand rows. In the thread of the caller it tells how many
// there are, in all parts as in the first.
class Asking {
 public:
  Asking(Watch& watch, std::size_t part, std::size_t parts, std::size_t rows)
      : watch_(watch), tells_(part == 0), parts_(parts), all_(rows) {}

  bool goes_on(std::size_t rows) {
    done_ += rows;
    if (done_ < next_) return true;
    next_ = done_ + kRows;
    return tells_ ? watch_.goes_on(told()) : !watch_.stopped();
  }
  // The same after each of what takes longer.
  bool ticks_on() { return tells_ ? watch_.ticks_on(told()) : !watch_.stopped(); }

 private:
  static constexpr std::size_t kRows = 16384;

  std::int64_t told() const { return static_cast<std::int64_t>(std::min(done_ * parts_, all_)); }

  Watch& watch_;
  bool tells_;
  std::size_t parts_;
  std::size_t all_;
  std::size_t done_ = 0;
  std::size_t next_ = kRows;
};

class Pass {
 public:
  Pass(const ObservationLog& log, std::span<const WindowQuestion> questions)
      : log_(log),
        store_(LogAccess::store(log)),
        questions_(questions),
        indicators_(log.plan().indicators().size()),
        units_(log.plan().units().size()) {
    for (Index at = 0; at < indicators_; ++at) adding_.push_back(adding_of(log, at));
    for (const WindowQuestion& question : questions) {
      meanings_.emplace_back(question).learn(store_.contexts());
    }
    read_contexts();
    read_cells();
    find_segments();
  }

  std::vector<WindowSums> run(Watch& watch) const {
    const std::size_t rows = store_.size();
    std::vector<WindowSums> sums = room(watch.team());
    const std::size_t blocks = (units_ + block_ - 1) / block_;
    const auto parts =
        std::clamp<std::size_t>(watch.threads(), 1, std::max<std::size_t>(blocks, 1));
    std::vector<unsigned> corrected(parts);
    const auto run_part = [&](std::size_t part) {
      Asking asking(watch, part, parts, rows);
      corrected[part] =
          run_blocks(part * blocks / parts, (part + 1) * blocks / parts, asking, sums);
    };
    watch.team().beside(parts, run_part, [&] { run_part(0); });
    for (const unsigned seen : corrected) {
      for (std::size_t q = 0; q < questions_.size(); ++q) {
        sums[q].corrected = sums[q].corrected || (seen >> q & 1U) != 0;
      }
    }
    return sums;
  }

 private:
  // Nothing yet, for each question. Memory is had in the thread of the caller and touched in each.
  std::vector<WindowSums> room(Team& team) const {
    std::vector<WindowSums> sums(questions_.size());
    for (WindowSums& one : sums) one.reserve(indicators_ * units_);
    team.each(sums.size(), [&](std::size_t q) { sums[q].resize(indicators_ * units_); });
    return sums;
  }

  // What the rows of a context concern.
  struct Concern : SumStep {
    // As what most rows are taken: of one question, official and never corrected; or more.
    SumKind quick = SumKind::more;
    std::uint8_t first = 0;        // the first of the questions, which the step is for
    std::uint8_t questions = 0;    // a bit for each question
    std::uint8_t corrected = 0;    // likewise, where another edition could say something else
    bool has_denominator = false;  // in its column
  };

  // The units of a block, and for each question the sums of their cells: of each unit by indicator.
  struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::array<std::vector<CellSum>, kMostQuestions> sums;
    unsigned corrected = 0;
  };

  // The sums of each question from a place on.
  struct Sums {
    std::array<CellSum*, kMostQuestions> first;
    std::size_t place;

    CellSum& of(std::size_t question, std::size_t at) const { return first[question][at - place]; }
  };

  using Contexts16 = Chunked<std::uint16_t>;
  static constexpr std::size_t kPacked = LogStore::Cell::kBlock;
  static_assert(LogStore::Numbers::kBlock == kPacked && Contexts16::kChunk % kPacked == 0);
  // So many sums stay near the processor.
  static constexpr std::size_t kNear = 8192;
  // Of shorter segments there would be more than there are rows to read from each.
  static constexpr std::size_t kLeastRows = 2048;

  void read_contexts() {
    const Contexts& contexts = store_.contexts();
    concerns_.resize(contexts.size());
    for (Index context = 0; context < contexts.size(); ++context) {
      Concern& concern = concerns_[context];
      concern.has_denominator = contexts[context].has_parts && !contexts[context].is_big;
      for (std::size_t q = questions_.size(); q-- > 0;) {
        const RowMeaning& meaning = meanings_[q][context];
        if (meaning.act == RowAct::skip) continue;
        const unsigned bit = 1U << q;
        static_cast<SumStep&>(concern) = step_of(meaning);
        concern.first = static_cast<std::uint8_t>(q);
        concern.questions = static_cast<std::uint8_t>(concern.questions | bit);
        if (meaning.corrected) {
          concern.corrected = static_cast<std::uint8_t>(concern.corrected | bit);
        }
      }
      const bool quick = std::has_single_bit(concern.questions) && concern.corrected == 0 &&
                         concern.status == Status::official && concern.kind != SumKind::neither;
      if (quick) concern.quick = concern.kind;
    }
  }

  void read_cells() {
    const Cells& cells = store_.cells();
    places_.reserve(cells.size());
    std::vector<SumPlace> of_indicators;
    for (const CellAdding& how : adding_) of_indicators.push_back(place_of(how));
    for (std::size_t number = 0; number < cells.size(); ++number) {
      const LogCell& cell = cells.cell(number);
      SumPlace place = of_indicators[cell.indicator];
      place.at = static_cast<Index>(cell.unit * indicators_ + cell.indicator);
      place.of_project = cell.project != kNone;
      if (place.of_project) place.kind = SumKind::neither;
      places_.push_back(place);
    }
  }

  // Where there are too many, each chunk of rows is one, and all units are one block.
  void find_segments() {
    const std::size_t rows = store_.size();
    const Stretches& stretches = store_.stretches();
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
      segments_.push_back({begin, end, store_.denominators().rank(begin)});
      begin = end;
    };
    if (stretches.are_few() && stretches.starts().size() <= rows / kLeastRows + 2) {
      block_ = std::max<std::size_t>(kNear / std::max<std::size_t>(indicators_, 1), 1);
      for (const Index start : stretches.starts()) {
        if (start > 0) add(start);
      }
    } else {
      block_ = std::max<std::size_t>(units_, 1);
      while (rows - begin > Chunked<Index>::kChunk) add(begin + Chunked<Index>::kChunk);
    }
    add(rows);
  }

  // The questions of which a row could be otherwise in another edition, a bit for each.
  unsigned run_blocks(std::size_t first, std::size_t end, Asking& asking,
                      std::vector<WindowSums>& sums) const {
    std::vector<Segment> segments = segments_;
    Block block;
    if (first != 0) {
      for (Segment& segment : segments) skip(first * block_ * indicators_, segment);
    }
    for (std::size_t number = first; number < end; ++number) {
      block.begin = number * block_;
      block.end = std::min(block.begin + block_, units_);
      for (std::size_t q = 0; q < questions_.size(); ++q) {
        block.sums[q].assign((block.end - block.begin) * indicators_, {});
      }
      for (Segment& segment : segments) {
        const std::size_t before = segment.next;
        scan(segment, block);
        if (!asking.goes_on(segment.next - before)) return 0;
      }
      put(block, asking, sums);
    }
    return block.corrected;
  }

  // Goes to the first row whose place is this one, or after it.
  void skip(std::size_t at, Segment& segment) const {
    std::size_t count = segment.end - segment.next;
    while (count > 0) {
      const std::size_t half = count / 2;
      if (places_[store_.cell_of(static_cast<Row>(segment.next + half))].at < at) {
        segment.next += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    segment.rank = store_.denominators().rank(segment.next);
  }

  // Reads on, up to the end of the units of the block.
  void scan(Segment& segment, Block& block) const {
    Sums sums{{}, block.begin * indicators_};
    for (std::size_t q = 0; q < questions_.size(); ++q) sums.first[q] = block.sums[q].data();
    const std::size_t end_at = block.end * indicators_;
    while (segment.next < segment.end) {
      if (store_.high_contexts().size() <= segment.next) take_rows(segment, end_at, sums);
      if (segment.next == segment.end) return;
      const SumPlace& place = places_[store_.cell_of(static_cast<Row>(segment.next))];
      if (place.at >= end_at) return;
      block.corrected |= take_row(segment, place, sums);
    }
  }

  // Takes rows quickly until one has to be looked at, or a block of a column ends.
  void take_rows(Segment& segment, std::size_t end_at, const Sums& sums) const {
    const std::size_t first = segment.next / kPacked * kPacked;
    const auto cells = store_.cell_column().view(first / kPacked);
    const auto numbers = store_.coefficients().view(first / kPacked);
    const std::uint16_t* const contexts =
        store_.context_column().chunk(first >> Contexts16::kShift).data() +
        (first & (Contexts16::kChunk - 1));
    const auto& all_parts = store_.denominators().values();
    const bool has_parts = segment.rank < all_parts.size();
    const auto parts = all_parts.view(has_parts ? segment.rank / kPacked : 0);
    const std::size_t first_part = segment.rank % kPacked;
    const std::size_t parts_end = has_parts ? parts.size() : first_part;
    std::size_t part = first_part;
    const SumPlace* const places = places_.data();
    const Concern* const concerns = concerns_.data();
    const std::size_t end = std::min(segment.end - first, cells.size());
    std::size_t i = segment.next - first;
    for (; i < end; ++i) {
      const SumPlace& place = places[cells[i]];
      const Concern& concern = concerns[contexts[i]];
      const bool has_part = concern.has_denominator;
      if (place.at >= end_at || (has_part && part == parts_end)) break;
      if (concern.quick != place.kind) {
        if (concern.questions != 0) break;
      } else {
        const std::int64_t denominator = has_part ? parts[part] : 0;
        CellSum& sum = sums.of(concern.first, place.at);
        if (!take_quickly(concern, place, numbers[i], denominator, sum)) break;
      }
      part += has_part ? 1 : 0;
    }
    segment.next = first + i;
    segment.rank += part - first_part;
  }

  // Takes one row, whatever it is; the questions of which it could be otherwise in another edition.
  unsigned take_row(Segment& segment, const SumPlace& place, const Sums& sums) const {
    const Row row = static_cast<Row>(segment.next++);
    const Index context = store_.context_of(row);
    const Concern& concern = concerns_[context];
    const std::size_t denominator = segment.rank;
    segment.rank += concern.has_denominator ? 1 : 0;
    for (unsigned rest = place.of_project ? 0 : concern.questions; rest != 0; rest &= rest - 1) {
      const auto q = static_cast<std::size_t>(std::countr_zero(rest));
      const SumStep step = step_of(meanings_[q][context]);
      take(step, place, store_.coefficient(row),
           step.has_parts ? store_.denominators().values()[denominator] : 0, sums.of(q, place.at));
    }
    return concern.corrected;
  }

  // Puts the sums where they belong, and selects where the pass could not tell.
  void put(const Block& block, Asking& asking, std::vector<WindowSums>& sums) const {
    for (std::size_t q = 0; q < questions_.size(); ++q) {
      for (Index indicator = 0; indicator < indicators_; ++indicator) {
        const CellSum* sum = block.sums[q].data() + indicator;
        for (std::size_t unit = block.begin; unit < block.end; ++unit, sum += indicators_) {
          const std::size_t at = indicator * units_ + unit;
          if (sum->told == Told::other || !adding_[indicator].plain) {
            sums[q].put(at, selected(indicator, static_cast<Index>(unit), questions_[q]));
            if (!asking.ticks_on()) return;
          } else {
            sums[q].put(at, concluded(*sum));
          }
        }
      }
    }
  }

  CellSum selected(Index indicator, Index unit, const WindowQuestion& question) const {
    const LogCell cell{indicator, unit, kNone};
    if (log_.find_cell(cell) == kNone) return {};
    return tiendo::selected_sum(log_, cell, adding_[indicator], question);
  }

  const ObservationLog& log_;
  const LogStore& store_;
  std::span<const WindowQuestion> questions_;
  std::size_t indicators_;
  std::size_t units_;
  std::vector<CellAdding> adding_;     // beside the indicators
  std::vector<RowMeanings> meanings_;  // beside the questions
  std::vector<Concern> concerns_;      // beside the contexts
  std::vector<SumPlace> places_;       // beside the cells
  std::vector<Segment> segments_;
  std::size_t block_ = 1;  // units
};

}  // namespace

std::vector<WindowSums> window_sums(const ObservationLog& log,
                                    std::span<const WindowQuestion> questions, int threads) {
  const Run run{static_cast<unsigned>(std::max(threads, 1)), {}};
  Watch watch(run);
  return window_sums(log, questions, watch);
}

std::vector<WindowSums> window_sums(const ObservationLog& log,
                                    std::span<const WindowQuestion> questions, Watch& watch,
                                    const std::function<void()>& beside_it) {
  assert(questions.size() <= kMostQuestions);
  const auto rows = static_cast<std::int64_t>(log.size());
  if (!watch.begin(Phase::adding_up, rows)) return {};
  const PlanSums& known = LogAccess::store(log).sums();
  std::vector<std::optional<WindowSums>> kept(questions.size());
  // Memory is had in this thread, whose it was when it was used before.
  std::vector<WindowSums> memory = known.memory(questions.size());
  std::atomic<std::size_t> next = 0;
  const auto answer = [&](bool tells) {
    for (std::size_t q = next++; q < questions.size(); q = next++) {
      kept[q] = known.answer(log, questions[q], watch, tells, std::move(memory[q]));
    }
  };
  watch.team().beside(
      std::min<std::size_t>(watch.threads(), questions.size() + 1),
      [&](std::size_t) { answer(false); },
      [&] {
        beside_it();
        answer(true);
      });
  std::vector<WindowSums> sums(questions.size());
  std::vector<WindowQuestion> others;
  std::vector<std::size_t> places;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    if (kept[q]) {
      sums[q] = *std::move(kept[q]);
    } else {
      others.push_back(questions[q]);
      places.push_back(q);
    }
  }
  if (!others.empty() && !watch.stopped()) {
    std::vector<WindowSums> made = Pass(log, others).run(watch);
    for (std::size_t i = 0; i < made.size(); ++i) sums[places[i]] = std::move(made[i]);
  }
  watch.goes_on(rows);
  return sums;
}

}  // namespace tiendo
