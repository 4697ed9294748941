// What a figure is made from, before it is one.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "engine/actual.hpp"

namespace tiendo {

// What is added up before the one division at the end.
struct ActualReader::Parts {
  Ratio numerator;
  Ratio denominator = 1;
  Errc reason = Errc::no_data;  // none when there are numbers
  bool is_rate = false;         // computed as a plain rate, not yet in the measure
  Coverage coverage;
  std::vector<Period> spans;
  std::optional<Date> last;  // of the numbers: the day whose series the sum is in
  std::optional<Status> status;
  Qualifier qualifier = Qualifier::exact;
  std::optional<SoleReport> sole = {};
  bool no_for_good = false;  // as of an Actual
  bool combined = false;     // a mean, a highest or a lowest of several, or a formula
  std::vector<std::shared_ptr<const Parts>> references = {};  // of a formula that was computed
  Index unit = kNone;                                         // of a part: whose it is
  Index project = kNone;
  std::optional<Actual> weight = {};  // of a part of a mean
  NumberAt numerator_at = {};         // in the trace
  NumberAt denominator_at = {};       // of ratios
  std::size_t first_source = 0;       // of the selections that it was made from
  std::size_t end_source = 0;

  // One more report, or part, was added: more than a number and more than another, or that other
  // itself, is more than both together.
  void hedge(std::optional<Status> with, Qualifier as) {
    if (qualifier == Qualifier::exact) {
      qualifier = as;
    } else if (as != Qualifier::exact && as != qualifier) {
      qualifier = Qualifier::about;
    }
    if (with) status = std::min(status.value_or(*with), *with);
  }
};

// Adds to the sum if it still has few enough digits then; whether it had.
bool add(Ratio& sum, const Ratio& term);

// Beside the reports of a mean: the months, or days where not all numbers are of whole months, that
// each number counts for; 0 for what is no number.
std::vector<int> weights_over_time(const std::vector<Fact>& used);

// A number, and how it was hedged.
struct HedgedNumber {
  Ratio value;
  Qualifier qualifier = Qualifier::exact;
};

// How the highest (or lowest) of several numbers is hedged.
Qualifier hedge_of_extreme(const std::vector<HedgedNumber>& numbers, bool highest);

// What has been computed from other figures, so that what is referred to often is computed once.
class ActualReader::Memory {
 public:
  // Of a plan without a map the view is none.
  using Key = std::tuple<Index, Index, Index, Period, Date, std::optional<Date>, Edition, Index,
                         bool, SourceRole, std::optional<std::tuple<Date, Period, bool, bool>>>;
  static Key key_of(const Question& q, SourceRole role, const View* view);

  // nullptr for what is not known.
  std::shared_ptr<const Parts> find(const Key& key) const {
    const auto found = parts_.find(key);
    return found == parts_.end() ? nullptr : found->second;
  }
  std::shared_ptr<const Parts> keep(const Key& key, Parts parts) {
    auto kept = std::make_shared<const Parts>(std::move(parts));
    parts_[key] = kept;
    return kept;
  }
  // The same brought to the series of a day.
  std::shared_ptr<const Parts> find_brought(const Parts* from, Date to) const {
    const auto found = brought_.find({from, to});
    return found == brought_.end() ? nullptr : found->second.second;
  }
  std::shared_ptr<const Parts> keep_brought(const std::shared_ptr<const Parts>& from, Date to,
                                            Parts parts) {
    auto kept = std::make_shared<const Parts>(std::move(parts));
    brought_[{from.get(), to}] = {from, kept};
    return kept;
  }
  void clear() {
    parts_.clear();
    brought_.clear();
  }

 private:
  using Shared = std::shared_ptr<const Parts>;
  std::map<Key, Shared> parts_;
  // With what they were brought from, which lives as long.
  std::map<std::pair<const Parts*, Date>, std::pair<Shared, Shared>> brought_;
};

// How a unit is looked at.
struct ActualReader::View {
  Date day;      // on which the unit is there
  Period asked;  // the window of the whole question
  SourceRole role;
  int declared = 0;
  // Whether the question comes from what the unit has become, or from what it was.
  bool from_later = false;
  bool from_earlier = false;

  View at(Date other) const {
    View there = *this;
    there.day = other;
    there.declared = 0;
    return there;
  }
};

// Months of the window that are over by the day, or days when it is not of months.
Coverage due(const Period& window, Date as_of, bool in_months);

// Whether it counts time, not what a whole is made of.
inline bool is_in_time(const Coverage& coverage) {
  return coverage.of == Coverage::Of::months || coverage.of == Coverage::Of::days;
}

// The days of the spans against those of the window that are over.
Coverage coverage_in_time(const std::vector<Period>& spans, const Period& window, Date as_of);

}  // namespace tiendo
