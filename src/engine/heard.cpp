// Tested by tests/unit/engine/counted_once_test.cpp, tests/oracle/map_oracle_test.cpp and
// engine_oracle_test.cpp there.

#include "engine/heard.hpp"

#include <algorithm>

namespace tiendo {
namespace {

std::vector<Period> common(const std::vector<Period>& a, const std::vector<Period>& b) {
  std::vector<Period> both;
  for (const Period& one : a) {
    for (const Period& other : within(b, one)) both.push_back(other);
  }
  return both;
}

void append(std::vector<Period>& spans, const std::vector<Period>& more) {
  spans.insert(spans.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Period> merged(std::vector<Period> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Period& a, const Period& b) { return a.start() < b.start(); });
  std::vector<Period> result;
  for (const Period& span : spans) {
    if (!result.empty() && span.start() <= result.back().end()) {
      Period& last = result.back();
      last = *Period::of(last.start(), std::max(last.end(), span.end()));
    } else {
      result.push_back(span);
    }
  }
  return result;
}

std::vector<Period> within(const std::vector<Period>& spans, const Period& limits) {
  std::vector<Period> result;
  for (const Period& span : spans) {
    if (const auto part = span.intersection(limits)) result.push_back(*part);
  }
  return result;
}

bool lies_in(const Period& period, const std::vector<Period>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Period& span) { return span.contains(period); });
}

void Heard::tell(Index unit, const Period& span, Row row) {
  told_.emplace(unit, Told{{}, row}).first->second.spans.push_back(span);
}

const SpokenFor* Heard::of(Index unit) const {
  const auto found = spoken_.find(unit);
  return found == spoken_.end() ? nullptr : &found->second;
}

void Heard::conclude() {
  for (const Index unit : members_) {
    const ResponsibleUnit& body = plan_.units()[unit];
    const Result<Period> time =
        Period::of(std::max(body.from.value_or(window_.start()), window_.start()),
                   std::min(body.until.value_or(window_.end()), window_.end()));
    if (!time) continue;
    SpokenFor result = by_heirs(unit);
    take_above(unit, *time, result);
    result.wholly = merged(within(result.wholly, *time));
    result.partly = within(result.partly, *time);
    if (!result.wholly.empty() || !result.partly.empty()) spoken_.emplace(unit, std::move(result));
  }
}

bool Heard::begins(Index unit, Date on) const {
  const std::vector<Turn>& turns = units_.turns_of(unit);
  return std::any_of(turns.begin(), turns.end(), [&](const Turn& turn) {
    return turn.on == on && std::none_of(turn.in.begin(), turn.in.end(),
                                         [&](const Portion& p) { return p.unit == unit; });
  });
}

// The time before they began for which the heirs of the unit speak, or what those became in turn.
const SpokenFor& Heard::by_heirs(Index unit) {
  const auto [found, fresh] = heirs_.try_emplace(unit);
  if (!fresh) return found->second;
  SpokenFor result;
  for (const Turn& turn : units_.turns_of(unit)) {
    if (turn.on > window_.start() && !turn.out.empty()) take_heirs(unit, turn, result);
  }
  result.wholly = merged(std::move(result.wholly));
  found->second = std::move(result);
  return found->second;
}

// Wholly for the unit where all heirs speak: each has its part of it.
void Heard::take_heirs(Index unit, const Turn& turn, SpokenFor& result) {
  const Period before = *Period::of(window_.start(), std::min(turn.on, window_.end()));
  std::optional<std::vector<Period>> all;
  for (const Portion& heir : turn.out) {
    std::vector<Period> spans;
    if (heir.unit != unit && begins(heir.unit, turn.on)) {
      const SpokenFor& later = by_heirs(heir.unit);
      spans = later.wholly;
      append(result.partly, within(later.partly, before));
      if (!result.by) result.by = later.by;
      if (const auto told = told_.find(heir.unit); told != told_.end()) {
        append(spans, told->second.spans);
        result.by = told->second.first;
      }
      if (const auto project = projects_.find(heir.unit); project != projects_.end()) {
        append(result.partly, within(project->second, before));
      }
    }
    spans = within(merged(std::move(spans)), before);
    append(result.partly, spans);
    all = all ? common(*all, spans) : std::move(spans);
  }
  append(result.wholly, *all);
}

// The time in which it stood below a unit that speaks, or that others speak for.
void Heard::take_above(Index unit, const Period& time, SpokenFor& result) {
  const auto& parents = units_.parents_of(unit);
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const Index parent = parents[i].second;
    const Date from = i > 0 ? std::max(parents[i].first, time.start()) : time.start();
    const Date end =
        i + 1 < parents.size() ? std::min(parents[i + 1].first, time.end()) : time.end();
    const Result<Period> stretch = Period::of(from, end);
    if (parent == kNone || !stretch) continue;
    const SpokenFor& theirs = by_heirs(parent);
    append(result.wholly, within(theirs.wholly, *stretch));
    append(result.partly, within(theirs.partly, *stretch));
    if (!result.by) result.by = theirs.by;
    if (const auto told = told_.find(parent); told != told_.end()) {
      append(result.wholly, within(told->second.spans, *stretch));
      if (!result.by) result.by = told->second.first;
    }
    take_above(parent, *stretch, result);
  }
}

}  // namespace tiendo
