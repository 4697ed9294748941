// Tested by tests/unit/engine/partial_test.cpp, tests/unit/io/partial_memory_test.cpp and
// tests/oracle/partial_oracle_test.cpp.
//
// What a part has to say is taken out of the sums at its tops. A top has sums alone where they
// answer whatever a unit above may ask; otherwise its reports are held, and nothing is lost.

#include "tiendo/engine/partial.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>

#include "engine/part_cut.hpp"
#include "engine/parts.hpp"
#include "engine/reduction.hpp"

namespace tiendo {
namespace {

std::tuple<Index, Index, std::uint32_t> place_of(const PartSum& sum) {
  return {sum.indicator, sum.unit, sum.question};
}
bool comes_before(const PartSum& a, const PartSum& b) { return place_of(a) < place_of(b); }

bool same_request(const Request& a, const Request& b) {
  return std::tie(a.as_of, a.known_on, a.map, a.rules, a.base_rule, a.levels) ==
         std::tie(b.as_of, b.known_on, b.map, b.rules, b.base_rule, b.levels);
}

// The first unit of each kind that takes part.
std::vector<Index> kinds_of(const Plan& plan, const Reporters& reporters) {
  std::set<std::string_view> known = {std::string_view()};
  std::vector<Index> kinds;
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    if (reporters.takes_part(unit) && known.insert(plan.units()[unit].kind).second) {
      kinds.push_back(unit);
    }
  }
  return kinds;
}

// Adds the rows of the cells that `wanted` says to the log, all or none. @return as
// ObservationLog::append
template <class Wanted>
std::optional<Error> copy_cells(const ObservationLog& from, ObservationLog& to,
                                const Wanted& wanted) {
  ObservationLog::Batch batch(to);
  for (Index number = 0; number < from.cell_count(); ++number) {
    const LogCell cell = from.cell(number);
    if (!wanted(cell)) continue;
    for (const Row row : from.rows_of(cell.indicator, cell.unit, cell.project)) {
      const Result<Row> copied = batch.append(from.observation(row));
      if (!copied) return copied.error();
    }
  }
  batch.keep();
  return std::nullopt;
}

// Finds out for which tops sums suffice.
class Summing {
 public:
  Summing(const ObservationLog& log, const Request& request, const PartUnits& units)
      : plan_(log.plan()),
        leaves_out_(request.rules.unreported == Unreported::leave_out),
        reporters_(log, request.known_on),
        reduction_(plan_, request) {
    if (auto tree = RollUpTree::of(plan_, reporters_); tree && !reduction_.questions.empty()) {
      Watch unwatched;
      known_ =
          known_sums(log, std::make_shared<const RollUpTree>(*std::move(tree)), request, unwatched);
    }
    for (const Index top : units.whole) {
      if (!waits_depend_on_others(top)) tops_.push_back(top);
    }
  }

  const Reporters& reporters() const { return reporters_; }

  // Puts the sums of the tops that need no reports, and notes which they are.
  std::vector<PartSum> sums() {
    std::vector<PartSum> all;
    for (Index indicator = 0; indicator < reduction_.reduces.size(); ++indicator) {
      if (!reduction_.reduces[indicator]) continue;
      for (const Index top : tops_) {
        if (!suffices(indicator, top)) continue;
        summed_.emplace(indicator, top);
        for (std::uint32_t at = 0; at < reduction_.questions.size(); ++at) {
          const UnitSums& sums = *known_.of(reduction_.questions[at]);
          const std::size_t entry = sums.entry(indicator, top);
          if (sums.told[entry] != Told::sum) continue;
          all.push_back(sums.part(entry));
          all.back().question = at;
        }
      }
    }
    return all;
  }

  bool is_summed(Index indicator, Index top) const { return summed_.contains({indicator, top}); }

 private:
  // Whether below the top a unit stands beside others that take part, of a kind that takes part
  // only if it does elsewhere: how many units are complete would depend on that.
  bool waits_depend_on_others(Index top) const {
    std::vector<Index> open = plan_.children_of(top);
    while (!open.empty()) {
      const std::vector<Index>& below = plan_.children_of(open.back());
      open.pop_back();
      const auto part = [this](Index unit) { return reporters_.takes_part(unit); };
      const auto count = std::count_if(below.begin(), below.end(), part);
      if (count != 0 && count != std::ssize(below)) return true;
      open.insert(open.end(), below.begin(), below.end());
    }
    return false;
  }

  // Whether the questions that are kept are all that a unit above may ask. Where nothing is left
  // out, the stretches that are reported decide which ones they are compared with: those up to the
  // last month, or none that all have alike.
  bool suffices(Index indicator, Index top) const {
    bool silent_else = true;
    for (std::size_t at = 0; at < reduction_.questions.size(); ++at) {
      const UnitSums& sums = *known_.of(reduction_.questions[at]);
      const Told told = sums.told[sums.entry(indicator, top)];
      if (told == Told::other) return false;
      silent_else = silent_else && (at == 0 || told == Told::nothing);
    }
    if (leaves_out_) return true;
    const UnitSums& now = *known_.of(reduction_.questions.front());
    const std::size_t entry = now.entry(indicator, top);
    if (now.told[entry] == Told::nothing) return silent_else;
    const std::uint64_t months = now.months[entry];
    return months == 0 || static_cast<int>(std::bit_width(months)) == now.due();
  }

  const Plan& plan_;
  bool leaves_out_;
  Reporters reporters_;
  Reduction reduction_;
  KnownSums known_;
  std::vector<Index> tops_;
  std::set<std::pair<Index, Index>> summed_;  // indicator and top
};

// What a sum says that its part could have reported.
class SumCheck {
 public:
  SumCheck(const Plan& plan, const Request& request, const PartCut& cut)
      : plan_(plan), cut_(cut), reduction_(plan, request) {}

  bool allows(const PartSum& sum) const {
    if (sum.indicator >= reduction_.reduces.size() || !reduction_.reduces[sum.indicator] ||
        sum.unit >= plan_.units().size() || cut_.top_of(sum.unit) != sum.unit ||
        sum.question >= reduction_.questions.size()) {
      return false;
    }
    return has_scales(sum) && has_months(sum);
  }

  bool reduces(Index indicator) const { return reduction_.reduces[indicator]; }

 private:
  static bool is_scale(int digits) { return digits >= 0 && digits <= Decimal::kMaxDigits; }

  bool has_scales(const PartSum& sum) const {
    const bool ratio = plan_.indicators()[sum.indicator].kind == IndicatorKind::ratio;
    const bool below = ratio || (sum.denominator == 0 && sum.scales.denominator == 0);
    return is_scale(sum.scales.numerator) && is_scale(sum.scales.denominator) && below;
  }

  bool has_months(const PartSum& sum) const {
    const WindowQuestion& asked = reduction_.questions[sum.question];
    const int due = tiendo::due(asked.window, asked.as_of, true).expected;
    const int width = static_cast<int>(std::bit_width(sum.months));
    if (width > due || sum.last >= due || (width > 0 && sum.last != width - 1)) return false;
    if (!sum.of_units) return sum.reported > 0 && sum.reported == std::popcount(sum.months);
    const std::size_t below = plan_.children_of(sum.unit).size();
    return sum.reported >= 0 && below > 0 && static_cast<std::size_t>(sum.reported) <= below;
  }

  const Plan& plan_;
  const PartCut& cut_;
  Reduction reduction_;
};

template <class List>
bool is_in_order(const List& list) {
  return std::adjacent_find(list.begin(), list.end(), std::greater_equal<>()) == list.end();
}

// Whether each is the first of its kind.
bool are_kinds(const Plan& plan, const std::vector<Index>& kinds) {
  std::set<std::string_view> known = {std::string_view()};
  auto next = kinds.begin();
  for (Index unit = 0; unit < plan.units().size() && next != kinds.end(); ++unit) {
    const bool is_first = known.insert(plan.units()[unit].kind).second;
    if (unit != *next) continue;
    if (!is_first) return false;
    ++next;
  }
  return next == kinds.end();
}

PartUnits in_order(PartUnits units) {
  std::sort(units.whole.begin(), units.whole.end());
  std::sort(units.alone.begin(), units.alone.end());
  return units;
}

}  // namespace

Partial::Partial(const Plan& plan, Request request)
    : request_(std::move(request)), reports_(plan) {}

Partial::Partial(Request request, PartialParts parts, ObservationLog reports)
    : request_(std::move(request)), parts_(std::move(parts)), reports_(std::move(reports)) {}

Result<Partial> Partial::of(const ObservationLog& log, const Request& request,
                            const PartUnits& units) {
  const Result<PartCut> cut = PartCut::of(log, units);
  if (!cut) return cut.error();
  Partial partial(log.plan(), request);
  partial.parts_.units = in_order(units);
  Summing summing(log, request, partial.parts_.units);
  partial.parts_.kinds = kinds_of(log.plan(), summing.reporters());
  partial.parts_.sums = summing.sums();
  const auto problem = copy_cells(log, partial.reports_, [&](const LogCell& cell) {
    return !summing.is_summed(cell.indicator, cut->top_of(cell.unit));
  });
  if (problem) return *problem;
  return partial;
}

Result<Partial> Partial::from(Request request, PartialParts parts, ObservationLog reports) {
  const Plan& plan = reports.plan();
  const Result<PartCut> cut = PartCut::of(reports, parts.units);
  if (!cut) return cut.error();
  if (!is_in_order(parts.units.whole) || !is_in_order(parts.units.alone) ||
      !are_kinds(plan, parts.kinds)) {
    return error(Errc::partial_impossible, "the units or kinds are not in the order of the plan");
  }
  const SumCheck check(plan, request, *cut);
  std::set<std::pair<Index, Index>> summed;
  for (std::size_t at = 0; at < parts.sums.size(); ++at) {
    const PartSum& sum = parts.sums[at];
    if (check.allows(sum) && (at == 0 || comes_before(parts.sums[at - 1], sum))) {
      summed.emplace(sum.indicator, sum.unit);
      continue;
    }
    Error problem = error(Errc::partial_impossible, "a sum that no part can have");
    problem.row = static_cast<std::int64_t>(at);
    return problem;
  }
  for (Index number = 0; number < reports.cell_count(); ++number) {
    const LogCell cell = reports.cell(number);
    if (!summed.contains({cell.indicator, cut->top_of(cell.unit)})) continue;
    return error(Errc::partial_impossible, "there are reports beside the sum of the unit \"" +
                                               plan.units()[cell.unit].id + '"');
  }
  return Partial(std::move(request), std::move(parts), std::move(reports));
}

std::optional<Error> Partial::merge(const Partial& other) {
  if (&plan().head() != &other.plan().head()) return error(Errc::other_plan);
  if (!same_request(request_, other.request_)) return error(Errc::other_request);
  PartialParts merged;
  std::merge(parts_.units.whole.begin(), parts_.units.whole.end(), other.parts_.units.whole.begin(),
             other.parts_.units.whole.end(), std::back_inserter(merged.units.whole));
  std::merge(parts_.units.alone.begin(), parts_.units.alone.end(), other.parts_.units.alone.begin(),
             other.parts_.units.alone.end(), std::back_inserter(merged.units.alone));
  const Result<PartCut> cut = PartCut::of(plan(), merged.units);
  if (!cut) return cut.error();
  std::set_union(parts_.kinds.begin(), parts_.kinds.end(), other.parts_.kinds.begin(),
                 other.parts_.kinds.end(), std::back_inserter(merged.kinds));
  std::merge(parts_.sums.begin(), parts_.sums.end(), other.parts_.sums.begin(),
             other.parts_.sums.end(), std::back_inserter(merged.sums), comes_before);
  if (auto problem = copy_cells(other.reports_, reports_, [](const LogCell&) { return true; })) {
    return problem;
  }
  parts_ = std::move(merged);
  return std::nullopt;
}

bool Partial::has(Index unit) const { return PartCut::of(plan(), parts_.units)->has(unit); }

std::vector<Index> Partial::units() const {
  const Result<PartCut> cut = PartCut::of(plan(), parts_.units);
  std::vector<Index> units;
  for (Index unit = 0; unit < plan().units().size(); ++unit) {
    if (cut->has(unit)) units.push_back(unit);
  }
  return units;
}

bool Partial::is_whole() const { return PartCut::of(plan(), parts_.units)->is_whole(); }

}  // namespace tiendo
