// What plain reports amount to for one question (a window, a day, what was known), for every
// indicator and unit at once: window_sums() over the cells of a log, and then from the lowest units
// up what a unit has that does not report itself.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/reporters.hpp"
#include "tiendo/engine/partial.hpp"
#include "tiendo/facts/window_sums.hpp"

namespace tiendo {

// The units of a plan of which none ever changes, as figures go up.
struct RollUpTree {
  std::vector<Index> above;         // the unit whose figure waits for it, or kNone
  std::vector<std::int32_t> waits;  // for how many units its own figure does
  std::vector<Index> top_down;      // all units, each after the one above it
  std::vector<Index> inner;         // those that wait for others, each after all below it
  std::vector<Index> below;         // those that each unit waits for, and beside the units
  std::vector<std::size_t> first;   // where its begin; one more at the end

  // Whether there is one: no unit begins, ends, moves or becomes another.
  static bool is_of(const Plan& plan);
  // Nothing where there is none.
  static std::optional<RollUpTree> of(const Plan& plan, const Reporters& reporters);
};

// Which indicators have nothing but reports of units: no projects, payments or breaks; and what
// becomes of them over units.
struct PlainIndicators {
  std::vector<bool> plain;    // beside the indicators of the plan
  std::vector<bool> adds_up;  // whether units make the figure of the one above by addition

  explicit PlainIndicators(const ObservationLog& log);
};

// The digits after the point of all sums of a log, and of sums that were made elsewhere, beside the
// indicators.
std::vector<SumScales> scales_of_all(const ObservationLog& log, std::span<const PartSum> parts);

// The number at a scale of as many digits or more; nothing where it does not fit 64 bits.
std::optional<std::int64_t> at_scale(std::int64_t number, int from, int to);

// The sums of all cells, with what units have of those below them in the place of what they have
// not reported: told by a sum, if that is what was reported; nothing, where neither the unit nor
// any below it has reported.
class UnitSums : public WindowSums {
 public:
  // Whole months of the question's window that are over by its day.
  int due() const { return due_; }
  const WindowQuestion& question() const { return reader_.question(); }
  const RollUpTree& tree() const { return *tree_; }
  std::size_t units() const { return tree_->above.size(); }
  std::size_t entry(Index indicator, Index unit) const { return indicator * units() + unit; }
  // Digits after the point of all numerators, and of all denominators, of an indicator.
  const SumScales& scales(Index indicator) const { return scales_[indicator]; }
  // Whether the other edition says the same.
  bool is_of_both_editions() const { return !corrected; }
  // The last month of the window that is reported, of an entry that is told.
  int last(std::size_t entry) const {
    return of_units[entry] != 0 ? last_of_units_[entry]
                                : static_cast<int>(std::bit_width(months[entry])) - 1;
  }
  // How many of the months, or the units, that are waited for are there.
  int reported(std::size_t entry) const {
    return of_units[entry] != 0 ? complete_units_[entry] : std::popcount(months[entry]);
  }

  // Whether everything that was due is there.
  bool complete(std::size_t entry) const {
    return of_units[entry] != 0 ? complete_units_[entry] >= tree_->waits[entry % units()]
                                : (all_due_ & ~months[entry]) == 0;
  }

  // `sums` are those of the cells of the log for the question; they are not added up yet. `scales`
  // are theirs and those of what was made elsewhere.
  UnitSums(std::shared_ptr<const RollUpTree> tree, const WindowQuestion& question, WindowSums sums,
           std::vector<SumScales> scales);
  // Adds up the sums of an indicator, and those of units that were made elsewhere, over the units
  // above. Once for each indicator, which different threads may do.
  void add_up(const ObservationLog& log, const PlainIndicators& indicators, Index indicator,
              std::span<const PartSum> parts);

  // Lets what renew() looks at come from memory meanwhile.
  void fetch(Index indicator, Index unit) const noexcept;

  // What an entry says that is told by a sum.
  PartSum part(std::size_t entry) const;

  // Reads the reports of a unit again, to which some have come from the row on, and adds up what
  // follows from them above it. Whether that is all there is to it; if not, all sums have to be
  // made anew.
  bool renew(const ObservationLog& log, Row since, Index indicator, Index unit);

  // Beside the sums: whether it is made of units below. Of several units that have not the same
  // months there are none.
  std::vector<std::uint8_t> of_units;

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

  void bring_to_scale(Index indicator, const SumScales& own);
  void take_part(const PartSum& part);
  Below below(Index indicator, Index unit) const;
  void take(std::size_t at, const Below& sum, bool adds_up);
  void roll_up(Index indicator, bool adds_up);

  bool rescale(Index indicator, const SumScales& scales);
  bool correct(Index indicator, Index unit, const CellSum& before);
  bool reads_alike_in_both(const ObservationLog& log, Index cell, const CellSum& sum) const;

  CellReader reader_;
  std::shared_ptr<const RollUpTree> tree_;
  int due_ = 0;
  std::uint64_t all_due_ = 0;                 // the months that are
  std::vector<SumScales> scales_;             // beside the indicators
  std::vector<std::int32_t> complete_units_;  // of entries that are made of units
  std::vector<std::uint8_t> last_of_units_;   // likewise, the last month reported by any
};

}  // namespace tiendo
