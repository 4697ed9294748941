/// @file
/// Partial results that merge: what the reports of a part of the tree of units amount to, for one
/// request, so that each part may be summed up where its reports are.
///
/// A Partial holds the least that the units at and above its part need. Where sums suffice they are
/// sums (exact numerators and denominators, months, counts of complete units, the least final
/// status), rolled up to the highest units of the part; what does not reduce to sums is held as the
/// observations themselves. Whether sums may suffice for an indicator follows from the plan and the
/// request alone (`carries()`), whether they do for a unit from what its part has reported.
///
///     evaluate(merged from all parts) with evaluate_below() of each part
///         has the rows of evaluate(one log of all reports, request), each of them once
///
/// Merging is commutative and associative: the written text (io/partial_text.hpp) of what is merged
/// depends on the parts alone. The decision is docs/design/0029.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/window_sums.hpp"

namespace tiendo {

/// The units that a log is of: some with all that stand below them, some by themselves. Positions
/// in the plan; below is who has the unit as its parent in the plan, or is below one that has.
struct PartUnits {
  std::vector<Index> whole;  ///< the tops: each with all units below it
  std::vector<Index> alone;  ///< each without those below it

  friend bool operator==(const PartUnits&, const PartUnits&) = default;
};

/// What everything reported at and below a unit amounts to, for one of the questions of a request.
struct PartSum {
  Index indicator = kNone;
  Index unit = kNone;
  /// Which question: 0 for the time of the plan, then those for what it is compared with.
  std::uint32_t question = 0;
  /// Of the unit's own reports the months of the question that are reported, of several units the
  /// months that all of them have reported alike, or 0 where they have not the same: the first
  /// month of the question lowest.
  std::uint64_t months = 0;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;      ///< of a ratio; else 0
  SumScales scales;                  ///< digits after the point of the two
  std::int32_t reported = 0;         ///< of its own reports months; else complete units below it
  bool of_units = false;             ///< whether it is made of units below
  Status status = Status::official;  ///< the least final
  std::uint8_t last = 0;             ///< the last month reported by any

  friend bool operator==(const PartSum&, const PartSum&) = default;
};

/// What a Partial is made of.
struct PartialParts {
  PartUnits units;  ///< each list in the order of the plan
  /// Of the kinds of units that take part in the figures of units above, the first unit in the plan
  /// of each; in the order of the plan.
  std::vector<Index> kinds;
  std::vector<PartSum> sums;  ///< by indicator, unit and question
};

/// The state of a roll-up over a part of the tree. Movable, not copyable; safe to read from many
/// threads while nobody merges into it.
class Partial {
 public:
  /// Of no unit: merged with another it is that one.
  Partial(const Plan& plan, Request request);

  /// Of the units that a log is of, and of everything in the log. The plan is that of the log, all
  /// of it: each part has the same.
  ///
  /// @return unknown_unit for a position that is none of the plan; parts_overlap for a unit that is
  /// named twice, or stands below another; unit_outside_part, with the row, for a report of any
  /// other unit
  static Result<Partial> of(const ObservationLog& log, const Request& request,
                            const PartUnits& units);

  /// From what it is made of, as a reader has it. @return the errors above, and partial_impossible
  /// for what no part can have said
  static Result<Partial> from(Request request, PartialParts parts, ObservationLog reports);

  /// Adds the units of another to it. On failure it is as it was.
  ///
  /// @return nothing; other_plan unless both share one plan (copies of it do; a text is read for a
  /// plan); other_request unless both answer the same request; parts_overlap where a unit is in
  /// both; too_many_values
  std::optional<Error> merge(const Partial& other);

  /// What it is a part of, and what is asked.
  const Plan& plan() const noexcept { return reports_.plan(); }
  const Request& request() const noexcept { return request_; }
  /// What it is made of: units, kinds and sums; and the reports that are held as they are.
  const PartialParts& parts() const noexcept { return parts_; }
  const ObservationLog& reports() const noexcept { return reports_; }

  /// Whether the unit is of this part.
  bool has(Index unit) const;
  /// Every unit that is, in the order of the plan.
  std::vector<Index> units() const;
  /// Whether every unit of the plan is.
  bool is_whole() const;

 private:
  Partial(Request request, PartialParts parts, ObservationLog reports);

  Request request_;
  PartialParts parts_;
  ObservationLog reports_;
};

/// Whether all reports of the indicator are held as they are, whatever they are, and so all of its
/// rows are those of evaluate(partial).
bool carries(const Plan& plan, const Request& request, Index indicator);
/// All indicators of which that is so, in the order of the plan.
std::vector<Index> carried(const Plan& plan, const Request& request);

/// The report of the units at and above the parts: rows and summary as those of evaluate() for one
/// log of all reports of the parts. Rows of units below the tops are in it for the indicators that
/// the partial carries; the others are in evaluate_below(). Where units are missing, the rows of
/// those are, too, and units above have what the parts reported. updated() of it is evaluate().
Report evaluate(const Partial& partial);

/// The other rows of the units below the tops of one part, from the log of that part: `merged` says
/// which kinds of units take part elsewhere, and so are waited for here.
///
/// @return the errors of Partial::of(); part_not_merged where `merged` has other tops
Result<Report> evaluate_below(const ObservationLog& log, const PartUnits& units,
                              const Partial& merged);

}  // namespace tiendo
