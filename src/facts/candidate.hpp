// Reports on their way to a figure: the days that each stands for, and which of several counts.
#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "tiendo/facts/selection.hpp"

namespace tiendo {

// A report and the days it stands for.
struct Candidate {
  Fact fact;
  Period span;
  // Whether another report of equal rank gives another value, to it or to the one it repeats.
  bool disputed = false;
};

// Whether two reports give the same figure, range or words, or the same reason for none, and the
// same verdict by hand.
bool same_value(const Fact& a, const Fact& b);

// By the day of recording (of the first edition the earliest is the greatest), then the status,
// then the revision: of the reports for one span the greatest counts.
std::weak_ordering rank_order(const Fact& a, const Fact& b, Edition edition);

// In the order of time, then of recording, then by what the reports say. The rows play no part.
std::weak_ordering content_order(const Fact& a, const Fact& b);

// The candidate that counts of one or more for one span. Of those that tie the choice is free where
// they agree, and does not depend on their rows where they do not.
Candidate winner_of(const std::vector<Candidate>& rivals, Edition edition);

// The days that a report stands for, by the rule over time: an increment its period, a running
// total everything from the start of the window, a level the day on which it ends, or its period
// where there is a mean, a highest or a lowest of several. Nothing for a running total that is not
// of the window.
std::optional<Period> span_of(const Fact& fact, const Period& window, TimeRule rule);

// The days that the report of the period before stands for; nothing when there can be none: before
// the first running total of a window there is no other.
std::optional<Period> span_before(const Fact& fact, const Period& window, TimeRule rule);

}  // namespace tiendo
