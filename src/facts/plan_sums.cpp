// Tested by tests/unit/facts/plan_sums_test.cpp and tests/oracle/window_sums_oracle_test.cpp.

#include "facts/plan_sums.hpp"

#include <algorithm>

#include "facts/log_store.hpp"
#include "facts/window_meaning.hpp"

namespace tiendo {
namespace {

// Reading the rows of a cell takes about eight times as long as passing over them.
constexpr std::size_t kMostReadOf = 8;
// A pass goes over at most so many times the rows that have come since the one before it.
constexpr std::size_t kLeastNewOf = 64;
// Of a plan of which less is reported the sums would take more room than the rows.
constexpr std::size_t kMostPlacesPerCell = 8;

constexpr int kYear = 12;

// A year is compared with the year before, and so is less; what is longer with as much before it.
std::vector<WindowQuestion> questions_of(const Plan& plan) {
  const Period& window = plan.head().period;
  std::vector<WindowQuestion> questions;
  if (borders_of(window).empty()) return questions;
  questions.push_back({window, window.last_day(), {}, Edition::latest});
  const int months = std::max(*window.months_long(), kYear);
  if (const Result<Period> before = window.shifted_months(-months)) {
    questions.push_back({*before, before->last_day(), {}, Edition::latest});
  }
  return questions;
}

std::vector<SumScales> scales_of(const ObservationLog& log) {
  std::vector<SumScales> scales;
  for (Index at = 0; at < log.plan().indicators().size(); ++at) {
    scales.push_back(sum_scales(log, at));
  }
  return scales;
}

// Gives a number so many digits more; whether it fits.
bool rescale(std::int64_t& number, int digits) {
  return !__builtin_mul_overflow(number, kSumPowers[static_cast<std::size_t>(digits)], &number);
}

}  // namespace

void PlanSums::make_room(std::size_t rows) {
  if (made_ == nullptr) return;
  const std::size_t needed = std::min(touched_.size() + rows, made_->most_touched);
  if (needed > touched_.capacity()) {
    touched_.reserve(std::min(std::max(needed, 2 * touched_.capacity()), made_->most_touched));
  }
}

void PlanSums::note(Index cell) noexcept {
  if (!touched_.empty() && touched_.back() == cell) return;
  if (touched_.size() == made_->most_touched) return drop();
  touched_.push_back(cell);
}

void PlanSums::drop() noexcept {
  made_.reset();
  touched_ = {};
}

void PlanSums::shorten(std::size_t rows) noexcept {
  if (made_ != nullptr && rows < made_->rows) drop();
  rows_made_ = std::min(rows_made_, rows);
}

void PlanSums::renew(const ObservationLog& log, int threads) {
  const std::size_t places = log.plan().indicators().size() * log.plan().units().size();
  const bool is_dense = places <= kMostPlacesPerCell * log.cell_count();
  const bool is_due = (log.size() - rows_made_) >= log.size() / kLeastNewOf;
  if (made_ != nullptr || !is_dense || !is_due) return;
  const std::vector<WindowQuestion> questions = questions_of(log.plan());
  if (questions.empty()) return;
  made_ = std::make_unique<Made>(Made{questions, window_sums(log, questions, threads),
                                      scales_of(log), log.size(), log.cell_count() / kMostReadOf});
  rows_made_ = log.size();
}

// The sums as they were made, with what has become of them since.
class PlanSums::Answer {
 public:
  Answer(const ObservationLog& log, const WindowQuestion& question, const Made& made,
         const WindowSums& sums, WindowSums memory)
      : log_(log), question_(question), made_(made), sums_(std::move(memory)) {
    sums_ = sums;
  }

  std::optional<WindowSums> make(const std::vector<Index>& touched, Watch& watch, bool tells) && {
    for (Index indicator = 0; indicator < made_.scales.size(); ++indicator) rescale(indicator);
    if (question_.as_of < question_.window.last_day()) {
      if (!leave_to_the_day()) return std::nullopt;
      // It was said of the whole time, and may have been said for what is read again.
      if (sums_.corrected && !unknown_.empty()) return std::nullopt;
    }
    unknown_.insert(unknown_.end(), touched.begin(), touched.end());
    if (is_much()) return std::nullopt;
    CellReader reader(question_);
    for (const Index cell : unknown_) {
      if (cell >= log_.cell_count()) continue;  // it was taken back
      read(reader, cell);
      if (tells ? !watch.ticks_on(0) : watch.stopped()) return std::nullopt;
    }
    return std::move(sums_);
  }

 private:
  std::size_t units() const { return log_.plan().units().size(); }
  Index cell_at(Index indicator, std::size_t place) const {
    return log_.find_cell({indicator, static_cast<Index>(place % units()), kNone});
  }

  // The digits of an indicator may have become more.
  void rescale(Index indicator) {
    const SumScales now = sum_scales(log_, indicator);
    const SumScales& then = made_.scales[indicator];
    if (now == then) return;
    for (std::size_t at = indicator * units(); at < (indicator + 1) * units(); ++at) {
      const bool fits = tiendo::rescale(sums_.numerator[at], now.numerator - then.numerator) &&
                        tiendo::rescale(sums_.denominator[at], now.denominator - then.denominator);
      if (!fits) unknown_.push_back(cell_at(indicator, at));
    }
  }

  bool is_much() const { return unknown_.size() > log_.cell_count() / kMostReadOf; }

  // Whatever is not over by the day does not count. Whether that leaves few cells to be read.
  bool leave_to_the_day() {
    const std::vector<Date> borders = borders_of(question_.window);
    const auto open = std::find_if(borders.begin() + 1, borders.end(), [&](Date border) {
      return question_.as_of < *border.plus_days(-1);
    });
    const std::uint64_t over = months_between(0, static_cast<int>(open - borders.begin()) - 1);
    for (std::size_t at = 0; at < sums_.size() && !is_much(); ++at) {
      if (sums_.told[at] != Told::other && (sums_.months[at] & ~over) == 0) continue;
      unknown_.push_back(cell_at(static_cast<Index>(at / units()), at));
    }
    return !is_much();
  }

  void read(CellReader& reader, Index cell) {
    const CellReader::Reading said = reader.read(log_, cell);
    sums_.corrected = sums_.corrected || said.corrected;
    const LogCell where = log_.cell(cell);
    if (where.project == kNone) sums_.put(where.indicator * units() + where.unit, said.sum);
  }

  const ObservationLog& log_;
  const WindowQuestion& question_;
  const Made& made_;
  WindowSums sums_;
  std::vector<Index> unknown_;  // cells that have to be read
};

std::vector<WindowSums> PlanSums::memory(std::size_t answers) const {
  std::vector<WindowSums> all(answers);
  if (made_ == nullptr) return all;
  const std::size_t places = made_->sums.front().size();
  for (WindowSums& one : all) one.reserve(places);
  return all;
}

std::optional<WindowSums> PlanSums::answer(const ObservationLog& log,
                                           const WindowQuestion& question, Watch& watch, bool tells,
                                           WindowSums memory) const {
  if (made_ == nullptr) return std::nullopt;
  WindowQuestion asked = question;
  asked.as_of = question.window.last_day();
  const auto found = std::find(made_->questions.begin(), made_->questions.end(), asked);
  if (found == made_->questions.end()) return std::nullopt;
  const WindowSums& sums = made_->sums[static_cast<std::size_t>(found - made_->questions.begin())];
  return Answer(log, question, *made_, sums, std::move(memory)).make(touched_, watch, tells);
}

}  // namespace tiendo
