// What plain reports amount to for one question (a window, a day, what was known), for every
// indicator and unit at once: window_sums() over the cells of a log, and then from the lowest units
// up what a unit has that does not report itself.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/reporters.hpp"
#include "tiendo/facts/window_sums.hpp"

namespace tiendo {

// The units of a plan of which none ever changes, as figures go up.
struct RollUpTree {
  std::vector<Index> order;         // each after all those below it
  std::vector<Index> above;         // the unit whose figure waits for it, or kNone
  std::vector<std::int32_t> waits;  // for how many units its own figure does

  // Nothing where a unit begins, ends, moves or becomes another.
  static std::optional<RollUpTree> of(const Plan& plan, const Reporters& reporters);
};

// Which indicators have nothing but reports of units: no projects, payments or breaks; and what
// becomes of them over units.
struct PlainIndicators {
  std::vector<bool> plain;    // beside the indicators of the plan
  std::vector<bool> adds_up;  // whether units make the figure of the one above by addition

  explicit PlainIndicators(const ObservationLog& log);
};

// Columns with an entry for each indicator and unit: entry(i, u) is at i * units + u, so that all
// units of an indicator stand together.
class UnitSums {
 public:
  enum class State : std::uint8_t {
    silent,  // neither the unit nor any below it has reported
    told,    // the sums are what was reported
    other,   // anything else, which only the reports themselves can say
  };

  // Whole months of the question's window that are over by its day.
  int due() const { return due_; }
  const WindowQuestion& question() const { return question_; }
  const RollUpTree& tree() const { return *tree_; }
  std::size_t units() const { return tree_->order.size(); }
  std::size_t entry(Index indicator, Index unit) const { return indicator * units() + unit; }
  // Digits after the point of all numerators, and of all denominators, of an indicator.
  const SumScales& scales(Index indicator) const { return scales_[indicator]; }
  // Whether the other edition says the same.
  bool is_of_both_editions() const { return both_editions_; }

  // Whether everything that was due is there.
  bool complete(std::size_t entry) const {
    return of_units[entry] ? reported[entry] >= tree_->waits[entry % units()]
                           : reported[entry] >= due_;
  }

  // `sums` are those of the cells of the log for the question.
  UnitSums(const ObservationLog& log, std::shared_ptr<const RollUpTree> tree,
           const PlainIndicators& indicators, const WindowQuestion& question,
           const WindowSums& sums);

  // Reads the reports of a unit again, to which some have come, and adds up what follows from them
  // above it. Whether that is all there is to it; if not, all sums have to be made anew.
  bool renew(const ObservationLog& log, Index indicator, Index unit);

  std::vector<std::int64_t> numerator;
  std::vector<std::int64_t> denominator;  // of ratios
  // The months of the window that are reported, the first one lowest; of several units that have
  // not the same, 0.
  std::vector<std::uint64_t> months;
  std::vector<std::int32_t> reported;  // of its own reports months; else complete units
  std::vector<State> state;
  std::vector<std::uint8_t> of_units;  // whether it is made of units below
  std::vector<Status> status;          // the least final
  std::vector<std::uint8_t> last;      // the last month reported by any

 private:
  // What the units below one have, while it is added up.
  struct Below {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::uint64_t months = 0;
    std::int32_t complete = 0;
    Status status = Status::official;
    std::uint8_t last = 0;
    bool told = false;
    bool alike = true;  // all have the same months
    bool other = false;
  };

  void take_cells(const ObservationLog& log, const PlainIndicators& indicators,
                  const WindowSums& sums);
  void take(std::size_t at, const CellSum& sum);
  void take(std::size_t at, const Below& sum, bool adds_up);
  void add(std::size_t at, Below& up) const;
  void clear(std::size_t at);
  void roll_up(Index indicator, bool adds_up);

  WindowQuestion question_;
  std::shared_ptr<const RollUpTree> tree_;
  int due_ = 0;
  bool both_editions_;
  std::vector<SumScales> scales_;  // beside the indicators
};

}  // namespace tiendo
