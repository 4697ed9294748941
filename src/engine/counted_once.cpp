// Tested by tests/unit/engine/counted_once_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// A sum over units in a time in which units become others or move: each day of each place counts
// once. A new unit may report for the time before it began, and a town for the wards that have left
// it since; what those have reported for that time themselves is then set aside.

#include <algorithm>

#include "engine/heard.hpp"
#include "engine/parts.hpp"
#include "engine/reporters.hpp"

namespace tiendo {
namespace {

bool is_result(const Fact& fact) {
  return fact.standing == Standing::value || is_other_result(fact.standing);
}

// Of something that adds up over time.
Period span_of(const Fact& fact, const Period& window) {
  if (fact.form != Form::to_date) return fact.period;
  return *Period::of(window.start(), fact.period.end());
}

}  // namespace

bool ActualReader::may_repeat(const Question& sum) const {
  const TimeRule rule = time_rule_of(plan_.indicators()[sum.indicator]);
  if (rule != TimeRule::sum || together_ == Together::all_of_them) return false;
  if (heard_ && heard_->is_for(sum.indicator, sum.window)) return false;
  return plan_.unit_map().changes(sum.window.start(), sum.window.last_day());
}

// Goes the way of a figure; whether anybody has reported.
bool ActualReader::listen(const std::vector<Index>& units, const Question& sum,
                          Heard& heard) const {
  bool any = false;
  for (const Index unit : units) {
    heard.take(unit);
    Question question = sum;
    question.unit = unit;
    const Selection mine = select(log_, question);
    for (const Fact& fact : mine.used) {
      if (is_result(fact)) heard.tell(unit, span_of(fact, sum.window), fact.row);
    }
    bool told = !mine.used.empty();
    if (!told) {
      const bool due = !projects_due(question).empty();
      told = (due && listen_to_projects(question, heard)) ||
             listen(units_below(question, true), question, heard) ||
             (!due && listen_to_projects(question, heard));
    }
    any = any || told;
  }
  return any;
}

// Whether any has reported.
bool ActualReader::listen_to_projects(const Question& unit, Heard& heard) const {
  bool any = false;
  for (Index project = 0; project < plan_.projects().size(); ++project) {
    if (log_.rows_of(unit.indicator, unit.unit, project).empty()) continue;
    Question question = unit;
    question.project = project;
    const Selection theirs = select(log_, question);
    any = any || !theirs.used.empty();
    for (const Fact& fact : theirs.used) {
      if (is_result(fact)) heard.tell_of_project(unit.unit, span_of(fact, unit.window));
    }
  }
  return any;
}

const SpokenFor* ActualReader::spoken_for(const Question& question) const {
  if (!heard_ || !heard_->is_for(question.indicator, question.window)) return nullptr;
  return question.unit == kNone ? nullptr : heard_->of(question.unit);
}

// Leaves out what another has reported as well; report_straddles where only a part of a report is.
Errc ActualReader::leave_out_repeated(const Question& question, Selection& selection) const {
  const SpokenFor* spoken = spoken_for(question);
  const auto own = spoken ? own_time(question) : std::nullopt;
  if (!own) return Errc::none;
  Errc fault = Errc::none;
  std::vector<Fact> kept;
  std::vector<Period> spans;
  for (const Fact& fact : selection.used) {
    const Period span = span_of(fact, question.window);
    const auto time = span.intersection(*own);
    const bool counts = is_result(fact) || fact.standing == Standing::withheld;
    if (time && counts && lies_in(*time, spoken->wholly)) {
      selection.set_aside.push_back({log_.fact(fact.row), SetAside::told_by_another, spoken->by});
      continue;
    }
    const bool touched =
        time && counts &&
        (!within(spoken->wholly, *time).empty() || !within(spoken->partly, *time).empty());
    if (touched) fault = Errc::report_straddles;
    kept.push_back(fact);
    spans.push_back(span);
  }
  selection.used = std::move(kept);
  selection.spans = merged(std::move(spans));
  return fault;
}

// Whether the unit need not be waited for: others have reported all its time, or it has nothing
// itself and all that stood below it counts elsewhere in the sum.
bool ActualReader::is_heard_elsewhere(const Question& unit, Errc told) const {
  if (!heard_ || !heard_->is_for(unit.indicator, unit.window)) return false;
  const auto own = own_time(unit);
  if (!own || unit.as_of < own->start()) return false;
  const Date last = std::min(own->last_day(), unit.as_of);
  const Period due = *Period::of(own->start(), *last.plus_days(1));
  const SpokenFor* spoken = spoken_for(unit);
  if (spoken && lies_in(due, spoken->wholly)) return true;
  if (told != Errc::no_data) return false;
  const std::vector<Index> below = units_below(unit, true);
  const auto counts_elsewhere = [&](Index one) {
    if (below.empty()) return heard_->is_member(one);
    Question question = unit;
    question.unit = one;
    return is_heard_elsewhere(question, Errc::no_data);
  };
  const std::vector<Index> all =
      below.empty() ? reporters_.of(plan_.unit_map().children_in(unit.unit, due)) : below;
  return !all.empty() && std::all_of(all.begin(), all.end(), counts_elsewhere);
}

// The time that all parts cover, each in its own time; nothing when they cover different ones.
std::vector<Period> ActualReader::common_spans(const std::vector<Index>& units,
                                               const std::vector<Parts>& parts,
                                               const Question& sum) const {
  std::vector<Period> all;
  for (const Parts& part : parts) {
    if (part.reason != Errc::none) continue;
    if (part.spans.empty()) return {};
    all.insert(all.end(), part.spans.begin(), part.spans.end());
  }
  all = merged(std::move(all));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Question question = sum;
    question.unit = units[i];
    const Period own = own_time(question).value_or(sum.window);
    const bool alike = within(parts[i].spans, own) == within(all, own);
    if (parts[i].reason == Errc::none && !alike) return {};
  }
  return all;
}

}  // namespace tiendo
