// Tested by tests/unit/facts/selection_test.cpp and tests/oracle/selection_oracle_test.cpp.

#include "facts/candidate.hpp"

#include <algorithm>
#include <tuple>

namespace tiendo {
namespace {

std::optional<Period> between(const Result<Date>& start, Date end) {
  if (!start) return std::nullopt;
  const Result<Period> period = Period::of(*start, end);
  return period ? std::optional(*period) : std::nullopt;
}

}  // namespace

namespace {

const Extra& extra_of(const Fact& fact) {
  static const Extra kNone;
  return fact.extra ? *fact.extra : kNone;
}

}  // namespace

bool same_value(const Fact& a, const Fact& b) {
  return a.standing == b.standing && a.value == b.value && a.denominator == b.denominator &&
         extra_of(a) == extra_of(b);
}

std::weak_ordering rank_order(const Fact& a, const Fact& b, Edition edition) {
  const auto by_day = a.recorded_on <=> b.recorded_on;
  if (by_day != 0) return edition == Edition::latest ? by_day : 0 <=> by_day;
  return std::tuple(a.status, a.revision) <=> std::tuple(b.status, b.revision);
}

std::weak_ordering content_order(const Fact& a, const Fact& b) {
  const auto head = [](const Fact& f) {
    return std::tuple(f.period, f.recorded_on, f.status, f.revision, f.form, f.standing,
                      f.qualifier);
  };
  if (const auto order = head(a) <=> head(b); order != 0) return order;
  if (const auto order = total_order(a.value, b.value); order != 0) return order;
  if (const auto order = total_order(a.denominator, b.denominator); order != 0) return order;
  const Extra& more = extra_of(a);
  const Extra& other = extra_of(b);
  if (const auto order = total_order(more.upper, other.upper); order != 0) return order;
  return std::tie(more.words, more.verdict, more.judge) <=>
         std::tie(other.words, other.verdict, other.judge);
}

Candidate winner_of(const std::vector<Candidate>& rivals, Edition edition) {
  const auto counts_less = [edition](const Candidate& a, const Candidate& b) {
    if (const auto order = rank_order(a.fact, b.fact, edition); order != 0) return order < 0;
    if (const auto order = content_order(a.fact, b.fact); order != 0) return order > 0;
    return a.fact.row > b.fact.row;
  };
  Candidate winner = *std::max_element(rivals.begin(), rivals.end(), counts_less);
  for (const Candidate& rival : rivals) {
    if (rank_order(rival.fact, winner.fact, edition) != 0) continue;
    if (rival.disputed || !same_value(rival.fact, winner.fact)) winner.disputed = true;
  }
  return winner;
}

std::optional<Period> span_of(const Fact& fact, const Period& window, TimeRule rule) {
  switch (fact.form) {
    case Form::increment: break;
    case Form::to_date:
      if (!window.contains(fact.period)) return std::nullopt;
      return between(window.start(), fact.period.end());
    case Form::level:
      if (rule != TimeRule::last) break;
      return between(fact.period.last_day(), fact.period.end());
  }
  return fact.period;
}

std::optional<Period> span_before(const Fact& fact, const Period& window, TimeRule rule) {
  switch (fact.form) {
    case Form::increment: break;
    case Form::to_date:
      if (!window.contains(fact.period)) return std::nullopt;
      return between(window.start(), fact.period.start());
    case Form::level:
      if (rule != TimeRule::last) break;
      return between(fact.period.start().plus_days(-1), fact.period.start());
  }
  const Result<Period> previous = fact.period.previous();
  return previous ? std::optional(*previous) : std::nullopt;
}

}  // namespace tiendo
