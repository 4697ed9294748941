// The sums over plain reports that a report is made from, found by the question that they answer.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/unit_sums.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo {

class KnownSums {
 public:
  // The sums for the question of a unit as a whole and the entry of the unit; nothing where none
  // are kept, or where the reports themselves have to be read.
  struct Found {
    const UnitSums* sums;
    std::size_t entry;
  };
  std::optional<Found> find(const Question& question) const;

  // The sums for a question, none where they are not kept.
  const UnitSums* of(const WindowQuestion& question) const;

  void add(std::shared_ptr<UnitSums> sums) { all_.push_back(std::move(sums)); }
  const std::vector<std::shared_ptr<UnitSums>>& all() const { return all_; }

  // Whether there are no reports to read in their place, so that what is asked has to be known.
  bool alone = false;

 private:
  std::vector<std::shared_ptr<UnitSums>> all_;
};

// What a report needs of the time of the plan: what was reached, the same of the time before in
// both editions and, while the time is open, all of the time before. Nothing where the units of the
// plan change, where they are those of a map, and where the time is not of whole months.
KnownSums known_sums(const ObservationLog& log, const std::shared_ptr<const RollUpTree>& tree,
                     const Request& request, Watch& watch);

// The question for what is compared with what was reached; nothing where there is no such time.
std::optional<WindowQuestion> same_time_before(const WindowQuestion& now, ComparedWith with);

}  // namespace tiendo
