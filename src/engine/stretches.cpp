// Tested by tests/unit/engine/on_map_test.cpp, lives_test.cpp there,
// tests/oracle/map_oracle_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// What a unit has in stretches of time that follow each other, put together; and which time is its
// own.

#include <algorithm>

#include "engine/heard.hpp"
#include "engine/parts.hpp"
#include "engine/reporters.hpp"

namespace tiendo {

Coverage coverage_in_time(const std::vector<Period>& spans, const Period& window, Date as_of) {
  const bool months =
      window.months_long() && std::all_of(spans.begin(), spans.end(), [&](const Period& span) {
        return window.months_of(span).has_value();
      });
  Coverage coverage = due(window, as_of, months);
  for (const Period& span : spans) {
    coverage.reported += months ? *window.months_of(span) : static_cast<int>(span.days());
  }
  return coverage;
}

namespace {

// Of stretches of time that follow each other: months and months add up to months; otherwise each
// counts as one unit, or as those that it is made of.
Coverage coverage_of_both(const Coverage& a, const Coverage& b) {
  if (is_in_time(a) && a.of == b.of)
    return {a.reported + b.reported, a.expected + b.expected, a.of};
  Coverage both{0, 0, Coverage::Of::units};
  for (const Coverage& one : {a, b}) {
    both.reported += one.of == Coverage::Of::units ? one.reported : one.complete() ? 1 : 0;
    both.expected += one.of == Coverage::Of::units ? one.expected : 1;
  }
  return both;
}

// The part of the window in which the unit is there; nothing when it is not.
std::optional<Period> time_of(const ResponsibleUnit& unit, const Period& window) {
  const Date start = std::max(unit.from.value_or(window.start()), window.start());
  const Date end = std::min(unit.until.value_or(window.end()), window.end());
  const Result<Period> period = Period::of(start, end);
  return period ? std::optional(*period) : std::nullopt;
}

}  // namespace

// A unit owes reports for the time in which it is there: that is what its coverage counts. Payments
// may be nobody's.
ActualReader::Parts ActualReader::in_its_time(Parts parts, const Question& question) const {
  if (question.unit == kNone) return parts;
  const std::optional<Period> own = own_time(question);
  const SpokenFor* spoken = spoken_for(question);
  if (!own || (*own == question.window && !spoken)) return parts;
  std::vector<Period> spans = within(parts.spans, *own);
  if (spoken) {
    spans.insert(spans.end(), spoken->wholly.begin(), spoken->wholly.end());
    spans = merged(std::move(spans));
    if (parts.reason == Errc::none) parts.spans = spans;
  }
  parts.coverage = coverage_in_time(spans, *own, question.as_of);
  return parts;
}

std::optional<Period> ActualReader::own_time(const Question& question) const {
  return time_of(plan_.units()[question.unit], question.window);
}

// Whether a mean, the highest or the lowest over time is made.
bool ActualReader::is_spread(Index indicator) const {
  const TimeRule rule = time_rule_of(plan_.indicators()[indicator]);
  return rule != TimeRule::sum && rule != TimeRule::last;
}

// In the time of the unit that is over by the day.
bool ActualReader::units_change(const Question& above) const {
  const Period& window = above.window;
  if (above.as_of < window.start()) return false;
  const Date last = std::min(above.as_of, window.last_day());
  const Period due = *Period::of(window.start(), *last.plus_days(1));
  const Period own = time_of(plan_.units()[above.unit], due).value_or(due);
  const UnitMap& map = plan_.unit_map();
  const auto on = [&](Date day) { return reporters_.of(map.children_of(above.unit, day)); };
  const std::vector<Index> at_first = on(own.start());
  const std::vector<Date> days = map.children_changes(above.unit, own);
  return std::any_of(days.begin(), days.end(), [&](Date day) { return on(day) != at_first; });
}

std::vector<Index> ActualReader::units_below(const Question& unit, bool in_a_sum) const {
  const Period& window = unit.window;
  const auto in = [&](const Period& time) {
    return reporters_.of(plan_.unit_map().children_in(unit.unit, time));
  };
  if (unit.as_of < window.start()) return in(window);
  const Date last = std::min(unit.as_of, window.last_day());
  const Period due = *Period::of(window.start(), *last.plus_days(1));
  const std::optional<Period> own = time_of(plan_.units()[unit.unit], due);
  if (!own || (in_a_sum && !latest_counts(unit.indicator))) return in(due);
  if (!latest_counts(unit.indicator)) return in(*own);
  return in(*Period::of(own->last_day(), own->end()));
}

// Of stretches of time, the latest first, that one which has something to say. A level is for all
// the time until its day.
ActualReader::Parts ActualReader::latest(std::vector<Parts> pieces, const Question& question) {
  const auto told = std::find_if(pieces.begin(), pieces.end(),
                                 [](const Parts& piece) { return piece.reason != Errc::no_data; });
  if (told == pieces.end()) {
    const bool of_units = !pieces.empty() && !is_in_time(pieces.front().coverage);
    return of_units ? std::move(pieces.front()) : failed(question, Errc::no_data);
  }
  Parts level = std::move(*told);
  if (level.spans.empty()) return level;
  level.spans = {*Period::of(question.window.start(), level.spans.back().end())};
  if (!is_in_time(level.coverage)) return level;
  level.coverage = coverage_in_time(level.spans, question.window, question.as_of);
  return level;
}

// Stretches of time that add up, the latest first.
ActualReader::Parts ActualReader::join(std::vector<Parts> pieces, Index indicator) const {
  if (pieces.size() == 1) return std::move(pieces.front());
  if (pieces.empty()) return {};
  std::reverse(pieces.begin(), pieces.end());
  Coverage coverage = pieces.front().coverage;
  std::vector<Period> spans;
  bool known = true;
  bool any_not_applicable = false;
  bool combined = false;
  int told = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) coverage = coverage_of_both(coverage, pieces[i].coverage);
    const bool has_value = pieces[i].reason == Errc::none;
    any_not_applicable = any_not_applicable || pieces[i].reason == Errc::not_applicable;
    told += has_value ? 1 : 0;
    combined = combined || (has_value && pieces[i].combined);
    known = known && (!has_value || !pieces[i].spans.empty());
    for (const Period& span : pieces[i].spans) {
      if (!spans.empty() && spans.back().end() >= span.start()) {
        spans.back() = *Period::of(spans.back().start(), span.end());
      } else {
        spans.push_back(span);
      }
    }
  }
  Parts whole = sum_up(std::move(pieces), Coverage::Of::units, 0, indicator);
  // As of one unit: not applicable in some of the time, and silent in the rest.
  if (whole.reason == Errc::no_data && any_not_applicable) whole.reason = Errc::not_applicable;
  whole.coverage = coverage;
  whole.no_for_good = false;
  whole.spans = known ? std::move(spans) : std::vector<Period>();
  const TimeRule rule = time_rule_of(plan_.indicators()[indicator]);
  // Means, highest and lowest of the units of several times are not those of all the time.
  if (told > 1 && (rule != TimeRule::sum || combined)) whole.reason = Errc::not_additive;
  whole.combined = combined;
  return whole;
}

ActualReader::Parts ActualReader::only_if_additive(Parts parts, Index indicator) const {
  const bool told = parts.reason != Errc::no_data && parts.reason != Errc::not_applicable;
  const UnitRule rule = unit_rule_of(plan_.indicators()[indicator]);
  const bool adds_up = rule != UnitRule::none || together_ == Together::all_of_them;
  if (!adds_up && told) parts.reason = Errc::not_additive;
  return parts;
}

ActualReader::Parts ActualReader::failed(const Question& question, Errc why) {
  Parts parts;
  parts.coverage = coverage_in_time({}, question.window, question.as_of);
  parts.reason = why;
  return parts;
}

}  // namespace tiendo
