// The sums over plain reports that a report is made from, found by the question that they answer.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/unit_sums.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo {

class KnownSums {
 public:
  // What the sums say of a unit as a whole; nothing where none are kept for the question, or where
  // the reports themselves have to be read.
  struct Found {
    const UnitSums* sums;
    bool silent;
    PartSum sum;  // where it is not silent
  };
  std::optional<Found> find(const Question& question) const;

  // Whether sums are all that is there of the unit, so that what is asked has to be known.
  bool has_sums_alone(const Question& question) const;

  // The sums for a question, none where they are not kept.
  const UnitSums* of(const WindowQuestion& question) const;

  void add(std::shared_ptr<UnitSums> sums) { all_.push_back(std::move(sums)); }
  const std::vector<std::shared_ptr<UnitSums>>& all() const { return all_; }

  // What was added up elsewhere, by indicator, unit and question, of which all() has the sums.
  std::shared_ptr<const std::vector<PartSum>> parts;

  // Whether there are no reports to read in their place, so that what is asked has to be known.
  bool alone = false;

 private:
  const PartSum* part_of(const Question& question, const UnitSums* sums) const;

  std::vector<std::shared_ptr<UnitSums>> all_;
};

// What a report needs of the time of the plan: what was reached, the same of the time before in
// both editions and, while the time is open, all of the time before. Nothing where the units of the
// plan change, where they are those of a map, and where the time is not of whole months.
// `parts` are what was added up elsewhere, if anything was. `first` is called once, unless the
// watch is stopped, and may find the tree: in this thread, while others copy what
// the log keeps.
KnownSums known_sums(
    const ObservationLog& log, const std::shared_ptr<const RollUpTree>& tree,
    const Request& request, Watch& watch,
    std::shared_ptr<const std::vector<PartSum>> parts = nullptr,
    const std::function<void()>& first = [] {});

// The questions that plain rows ask of the units below.
struct SumQuestions {
  WindowQuestion now;                    // what was reached
  std::optional<WindowQuestion> before;  // what that is compared with, if anything is
  std::optional<WindowQuestion> whole;   // while the time is open, all of the time before
  bool complete = true;                  // whether there are sums for all that is asked
};
// Nothing where there are sums for none of them.
std::optional<SumQuestions> sum_questions(const Plan& plan, const Request& request);
// In their order, and last what is compared with as it was published first.
std::vector<WindowQuestion> all_of(const SumQuestions& asked);

// The question for what is compared with what was reached; nothing where there is no such time.
std::optional<WindowQuestion> same_time_before(const WindowQuestion& now, ComparedWith with);

}  // namespace tiendo
