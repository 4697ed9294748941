// Tested by tests/unit/engine/on_map_test.cpp, tests/oracle/map_oracle_test.cpp and
// map_years_oracle_test.cpp there.
//
// A unit on the map of a day: what it has reported itself since it is what it is; before that, what
// the units that it is made of have reported, by the shares; after that, what has become of it.

#include <algorithm>

#include "engine/parts.hpp"
#include "engine/reporters.hpp"

namespace tiendo {

namespace {

bool is_among(const std::vector<Portion>& portions, Index unit) {
  return std::any_of(portions.begin(), portions.end(),
                     [&](const Portion& portion) { return portion.unit == unit; });
}

bool begins(const Turn& turn, Index unit) { return !turn.in.empty() && !is_among(turn.in, unit); }
bool ends(const Turn& turn, Index unit) { return !turn.out.empty() && !is_among(turn.out, unit); }

// The turns in the window between which the unit is what it is on the day.
struct Segment {
  const Turn* begin = nullptr;
  const Turn* end = nullptr;
};

Segment segment_of(const std::vector<Turn>& turns, Date day, const Period& window) {
  Segment segment;
  for (const Turn& turn : turns) {
    if (turn.on <= day && turn.on > window.start() && !turn.in.empty()) segment.begin = &turn;
    const bool later = turn.on > day && turn.on < window.end() && !turn.out.empty();
    if (later && !segment.end) segment.end = &turn;
  }
  return segment;
}

// From the one day, but not before the window, to the other, but not after it.
std::optional<Period> cut(const Period& window, std::optional<Date> from, std::optional<Date> to) {
  const Date start = std::max(from.value_or(window.start()), window.start());
  const Date end = std::min(to.value_or(window.end()), window.end());
  const Result<Period> period = Period::of(start, end);
  return period ? std::optional(*period) : std::nullopt;
}

}  // namespace

ActualReader::Parts ActualReader::on_map(const Question& question, SourceRole role,
                                         int declared) const {
  const ResponsibleUnit& body = plan_.units()[question.unit];
  Date day = *map_;
  if (body.from && day < *body.from) day = *body.from;
  if (body.until && day >= *body.until) day = *body.until->plus_days(-1);
  return seen(question, {day, question.window, role, declared});
}

bool ActualReader::becomes_other(const Question& question) const {
  if (!map_) return false;
  const auto& turns = plan_.unit_map().turns_of(question.unit);
  const Segment segment = segment_of(turns, *map_, question.window);
  return segment.begin || segment.end;
}

ActualReader::Parts ActualReader::seen(const Question& question, const View& view) const {
  const Index unit = question.unit;
  if (plan_.indicators()[question.indicator].kind == IndicatorKind::growth) {
    return growth_seen(question, view);
  }
  if (is_formula(question.indicator)) return formula_seen(question, view);
  const Segment segment = segment_of(plan_.unit_map().turns_of(unit), view.day, question.window);
  if (runs_across(question, view)) return failed(question, Errc::report_straddles);
  if (!segment.begin && !segment.end) return itself(question, view);

  const auto from = segment.begin ? std::optional(segment.begin->on) : std::nullopt;
  const auto to = segment.end ? std::optional(segment.end->on) : std::nullopt;
  const bool born = segment.begin && begins(*segment.begin, unit);
  const bool over = segment.end && ends(*segment.end, unit);
  const std::optional<Period> strict = cut(question.window, from, to);
  const std::optional<Period> wide =
      cut(question.window, born ? std::nullopt : from, over ? std::nullopt : to);
  Parts mine;
  if (wide) mine = here(question, *wide, strict, view);
  const bool said = !mine.spans.empty();
  const bool before_too = said && from && mine.spans.front().start() < *from;
  const bool after_too = said && to && mine.spans.back().end() > *to;
  const bool is_due = strict && strict->start() <= question.as_of;

  std::vector<Parts> pieces;
  if (segment.end && !after_too && question.as_of >= *to)
    pieces.push_back(after(question, *segment.end, view));
  if (is_due || mine.reason != Errc::no_data) pieces.push_back(mine);
  const bool asks_before = !before_too || latest_counts(question.indicator);
  if (segment.begin && asks_before && comes_from_before(question, *segment.begin, view)) {
    pieces.push_back(before(question, *segment.begin, view));
  }
  return latest_counts(question.indicator) ? latest(std::move(pieces), question)
                                           : join(std::move(pieces), question.indicator);
}

// Reported, or else made from what grows, as that is on the map, and never from the growths of
// several.
ActualReader::Parts ActualReader::growth_seen(const Question& question, const View& view) const {
  const std::size_t first = source_count();
  Parts mine = told(question, view);
  if (mine.reason != Errc::no_data) return mine;
  forget(first);
  return growth(question);
}

// The same of a formula: what it makes of its references as they are on the map.
ActualReader::Parts ActualReader::formula_seen(const Question& question, const View& view) const {
  const std::size_t first = source_count();
  Parts mine = told(question, view);
  if (mine.reason != Errc::no_data) return mine;
  forget(first);
  return formula(question, view.role);
}

// What was reported of the unit itself; if nothing, of the one that alone went on as it, which is
// for the time until then.
ActualReader::Parts ActualReader::told(const Question& question, const View& view) const {
  const std::size_t first = source_count();
  Parts mine = own(question, view.role);
  if (mine.reason != Errc::no_data && usable(mine, question, view)) return mine;
  forget(first);
  const Turn* turn =
      segment_of(plan_.unit_map().turns_of(question.unit), view.day, question.window).begin;
  if (!turn || turn->in.size() != 1 || turn->in.front() != Portion{turn->in.front().unit}) {
    return failed(question, Errc::no_data);
  }
  Question before = question;
  before.unit = turn->in.front().unit;
  before.window = *cut(question.window, std::nullopt, turn->on);
  mine = told(before, view.at(*turn->on.plus_days(-1)));
  came_to(first, question.unit, 1);
  mine.coverage = coverage_in_time(mine.spans, question.window, question.as_of);
  return told_of_turn(std::move(mine), question.unit, turn->in, turn->on);
}

// The reports of the unit itself, which may be for a time before it began or after it ended; else
// what is made from others, for its own time only.
ActualReader::Parts ActualReader::here(const Question& question, const Period& wide,
                                       const std::optional<Period>& strict,
                                       const View& view) const {
  Question asked = question;
  asked.window = wide;
  const std::size_t first = source_count();
  Parts mine = ranged(first, own(asked, view.role));
  if (mine.reason == Errc::no_data) {
    if (!strict) return mine;
    forget(first);
    asked.window = *strict;
    return ranged(first, itself(asked, view));
  }
  if (!usable(mine, asked, view)) {
    forget(first);
    return ranged(first, itself(asked, view));
  }
  const bool beyond = !strict || mine.spans.empty() ||
                      mine.spans.front().start() < strict->start() ||
                      mine.spans.back().end() > strict->end();
  if (!beyond) mine.coverage = coverage_in_time(mine.spans, *strict, question.as_of);
  return mine;
}

// The unit in a time in which it is one and the same: its own tree, if that filled the same area as
// it does on the day; else what stands below it on the day.
ActualReader::Parts ActualReader::itself(const Question& question, const View& view) const {
  const UnitMap& map = plan_.unit_map();
  if (question.project != kNone ||
      !map.area_changes(question.unit, std::min(question.window.start(), view.day),
                        std::max(question.window.last_day(), view.day))) {
    return plain(question, view.role, view.declared);
  }
  const std::size_t first = source_count();
  Parts mine = in_its_time(own(question, view.role), question);
  if (mine.reason != Errc::no_data && usable(mine, question, view)) return mine;
  forget(first);
  Parts below = below_on(question, view);
  if (below.reason == Errc::no_data && mine.reason != Errc::no_data) {
    below.reason = Errc::area_changed;
  }
  return below;
}

ActualReader::Parts ActualReader::below_on(const Question& question, const View& view) const {
  std::vector<Parts> all;
  for (const Index child : reporters_.of(plan_.unit_map().children_of(question.unit, view.day))) {
    Question asked = question;
    asked.unit = child;
    const std::size_t first = source_count();
    const View there = view.at(view.day);
    Parts parts = ranged(first, seen(asked, there));
    weigh(asked, view.role, parts, &there);
    all.push_back(std::move(parts));
    about(asked, all.back());
  }
  return only_if_additive(make_whole(question, std::move(all), Coverage::Of::units, 0),
                          question.indicator);
}

// What the units have reported that this one is made of, until the day on which it was.
ActualReader::Parts ActualReader::before(const Question& question, const Turn& turn,
                                         const View& view) const {
  View there = view.at(*turn.on.plus_days(-1));
  there.from_later = true;
  Question asked = question;
  asked.window = *cut(question.window, std::nullopt, turn.on);
  return told_of_turn(together(asked, turn.in, there), question.unit, turn.in, turn.on);
}

// What the units have reported that it became, from the day on.
ActualReader::Parts ActualReader::after(const Question& question, const Turn& turn,
                                        const View& view) const {
  View there = view.at(turn.on);
  there.from_earlier = true;
  Question asked = question;
  asked.window = *cut(question.window, turn.on, std::nullopt);
  std::vector<Portion> heirs;
  for (const Portion& heir : turn.out) {
    heirs.push_back({heir.unit});
    if (question.project != kNone) continue;  // is not divided
    for (const Turn& other : plan_.unit_map().turns_of(heir.unit)) {
      if (other.on != turn.on || other.in.size() == 1) continue;
      heirs.back().reason = Errc::split_without_shares;
    }
  }
  return told_of_turn(together(asked, heirs, there), question.unit, heirs, turn.on);
}

// Nothing where units were moved on the same day, so that the portions do not say all.
ActualReader::Parts ActualReader::told_of_turn(Parts parts, Index unit,
                                               const std::vector<Portion>& others, Date on) const {
  const auto moved = [&](Index one) {
    const auto& turns = plan_.unit_map().turns_of(one);
    return std::any_of(turns.begin(), turns.end(),
                       [&](const Turn& turn) { return turn.on == on && turn.beyond; });
  };
  const bool any = moved(unit) || std::any_of(others.begin(), others.end(),
                                              [&](const Portion& p) { return moved(p.unit); });
  if (any && parts.reason != Errc::no_data) parts.reason = Errc::area_changed;
  return parts;
}

// The portions as one figure. One unit that alone goes on as another is that other.
ActualReader::Parts ActualReader::together(const Question& question,
                                           const std::vector<Portion>& all_portions,
                                           const View& view) const {
  const std::vector<Portion> portions = concerned(question, all_portions, view);
  if (portions.size() == 1 && portions.front() == Portion{portions.front().unit}) {
    Question asked = question;
    asked.unit = portions.front().unit;
    const std::size_t first = source_count();
    Parts parts = ranged(first, seen(asked, view));
    came_to(first, question.unit, 1);
    return parts;
  }
  std::vector<Parts> all;
  for (const Portion& portion : portions) {
    if (nearest_above(portion.unit, portions, view.day) != kNone) continue;
    take_portion(question, portion, portions, view, all);
  }
  return only_if_additive(make_whole(question, std::move(all), Coverage::Of::units, 0),
                          question.indicator);
}

// Where units of which one stands above the other have become parts of one, what the lower ones
// have reported counts; the reports of the upper one only where none of those has any.
void ActualReader::take_portion(const Question& question, const Portion& portion,
                                const std::vector<Portion>& portions, const View& view,
                                std::vector<Parts>& all) const {
  std::vector<Parts> below;
  for (const Portion& other : portions) {
    if (nearest_above(other.unit, portions, view.day) != portion.unit) continue;
    take_portion(question, other, portions, view, below);
  }
  const auto is_told = [](const Parts& part) { return part.reason != Errc::no_data; };
  if (std::any_of(below.begin(), below.end(), is_told)) {
    all.insert(all.end(), below.begin(), below.end());
    return;
  }
  Question asked = question;
  asked.unit = portion.unit;
  const std::size_t first = source_count();
  Parts parts = ranged(first, below.empty() ? seen(asked, view) : own_alone(asked, view));
  if (!below.empty() && !is_told(parts)) {
    all.insert(all.end(), below.begin(), below.end());
    return;
  }
  // A fact is not divided: a part of a unit is as far as the unit. What is combined by a mean, a
  // highest or a lowest cannot be divided: nobody knows what a part of the unit has.
  const bool whole_only = manner_of(question.indicator) != UnitRule::sum;
  const bool divided = together_ != Together::all_of_them && !whole_only;
  const Ratio share = divided ? portion.share : Ratio(1);
  came_to(first, question.unit, share);
  if ((divided || whole_only) && is_told(parts) && portion.reason != Errc::none) {
    parts.reason = portion.reason;
  } else if (whole_only && parts.reason == Errc::none && portion.share != Ratio(1)) {
    parts.reason = Errc::not_additive;
  }
  weigh(asked, view.role, parts, &view);
  Result<Ratio> numerator = parts.numerator * share;
  Result<Ratio> denominator =
      is_ratio(question.indicator) ? parts.denominator * share : Result<Ratio>(1);
  if (numerator && denominator) {
    about(asked, parts);
    parts.numerator_at = numbers_.times(parts.numerator_at, parts.numerator, share,
                                        TraceTerm::From::share, *numerator);
    parts.denominator_at = numbers_.times(parts.denominator_at, parts.denominator, share,
                                          TraceTerm::From::share, *denominator);
    parts.numerator = *std::move(numerator);
    parts.denominator = *std::move(denominator);
  } else if (parts.reason == Errc::none) {
    parts.reason = Errc::number_too_long;
  }
  all.push_back(std::move(parts));
}

// Without what stands below.
ActualReader::Parts ActualReader::own_alone(const Question& question, const View& view) const {
  return runs_across(question, view) ? failed(question, Errc::report_straddles)
                                     : own(question, view.role);
}

// Whether a report that counts for the whole question runs across the day on which the unit became
// what it is on the day of the view, or across that on which it became another. A new unit may
// speak for all the time before it, and one that has ended for the time after it, where nobody else
// is asked for that time.
bool ActualReader::runs_across(const Question& question, const View& view) const {
  const std::vector<Turn>& turns = plan_.unit_map().turns_of(question.unit);
  if (turns.empty() || latest_counts(question.indicator)) return false;
  const auto next = std::find_if(turns.begin(), turns.end(),
                                 [&](const Turn& turn) { return turn.on > view.day; });
  Question whole = question;
  whole.window = view.asked;
  const Selection selection = select(log_, whole);
  return std::any_of(selection.used.begin(), selection.used.end(), [&](const Fact& fact) {
    const Date start = fact.form == Form::to_date ? view.asked.start() : fact.period.start();
    const auto crosses = [&](const Turn& turn) {
      return turn.on > start && turn.on < fact.period.end();
    };
    if (next != turns.begin() && crosses(*std::prev(next))) {
      const bool may = begins(*std::prev(next), question.unit) && !view.from_earlier;
      if (!may || start > question.window.start()) return true;
    }
    return next != turns.end() && crosses(*next) &&
           (!ends(*next, question.unit) || view.from_later);
  });
}

// Whether what was reported is for the area that the unit has on the day.
bool ActualReader::usable(const Parts& parts, const Question& question, const View& view) const {
  const bool level = latest_counts(question.indicator);
  return std::none_of(parts.spans.begin(), parts.spans.end(), [&](const Period& span) {
    const Date start = level ? span.last_day() : span.start();
    return plan_.unit_map().area_changes(question.unit, std::min(start, view.day),
                                         std::max(span.last_day(), view.day));
  });
}

bool ActualReader::latest_counts(Index indicator) const {
  return time_rule_of(plan_.indicators()[indicator]) == TimeRule::last;
}

// The nearest of the portions that stands above the unit.
Index ActualReader::nearest_above(Index unit, const std::vector<Portion>& portions,
                                  Date day) const {
  const UnitMap& map = plan_.unit_map();
  for (Index at = map.parent_of(unit, day); at != kNone; at = map.parent_of(at, day)) {
    if (is_among(portions, at)) return at;
  }
  return kNone;
}

// Says of the selections since the first to which unit they came, and which part of them did.
void ActualReader::came_to(std::size_t first, Index unit, const Ratio& share) const {
  for (std::size_t at = first; at < source_count(); ++at) {
    TraceSource& source = (*sources_)[at];
    const Result<Ratio> product = source.share * share;
    if (product) source.share = *product;
    source.through.push_back(unit);
  }
}

void ActualReader::forget(std::size_t first) const {
  if (!sources_ || source_count() == first) return;
  memory_->clear();
  sources_->erase(sources_->begin() + static_cast<std::ptrdiff_t>(first), sources_->end());
}

}  // namespace tiendo
