// What the rows of a log mean for a question about a window: by their contexts, and by the
// indicators that they are of.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "facts/context.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/window_sums.hpp"

namespace tiendo {

// As many as a mask of months has.
inline constexpr int kMostWindowMonths = 64;
// The most digits after the point that are added up.
inline constexpr int kMostSumScale = 12;

inline constexpr std::array<std::int64_t, kMostSumScale + 1> kSumPowers = {1,
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
inline std::uint64_t months_between(int first, int end) {
  const std::uint64_t below_end =
      end == kMostWindowMonths ? ~std::uint64_t{0} : (std::uint64_t{1} << end) - 1;
  return below_end & ~((std::uint64_t{1} << first) - 1);
}

// The days on which the months of a window begin, and the day after the last; none where they are
// not whole months, or too many.
std::vector<Date> borders_of(const Period& window);

// What a row does with the sums of its cell.
enum class RowAct : std::uint8_t {
  skip,    // it does not count
  add,     // its number is added
  select,  // it is not plain
};

// What a context means for a question.
struct RowMeaning {
  RowAct act = RowAct::skip;
  bool has_parts = false;
  bool corrected = false;
  Form form = Form::increment;
  Status status = Status::official;
  std::int16_t scale = 0;
  std::int16_t denominator_scale = 0;
  std::uint64_t months = 0;
};

// Of all contexts for a question.
class RowMeanings {
 public:
  explicit RowMeanings(const WindowQuestion& question)
      : question_(question), borders_(borders_of(question.window)) {}

  // Takes in the contexts that have come.
  void learn(const Contexts& contexts);
  const WindowQuestion& question() const noexcept { return question_; }
  const RowMeaning& operator[](Index context) const noexcept { return all_[context]; }

 private:
  int month_of(Date day) const;
  RowMeaning meaning_of(const Context& context) const;

  WindowQuestion question_;
  std::vector<Date> borders_;
  std::vector<RowMeaning> all_;
};

// How the rows of an indicator are added.
struct CellAdding {
  bool plain = false;
  Form form = Form::increment;  // of the rows that are
  SumScales scales;
};

CellAdding adding_of(const ObservationLog& log, Index indicator);

// By the rules of selection, for one cell.
CellSum selected_sum(const ObservationLog& log, const LogCell& cell, const CellAdding& how,
                     const WindowQuestion& question);

}  // namespace tiendo
