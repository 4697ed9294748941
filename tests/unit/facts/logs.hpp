/// @file
/// Short ways to write reports and to show what was selected of them.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "days.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

inline Decimal dec(std::string_view text) { return *Decimal::parse(text); }
inline Period period(std::string_view text) { return *Period::parse(text); }

/// The indicators of log_plan().
enum Which : Index { kOutput, kStock, kRate, kShare, kMixed, kPrice };

/// A town with a ward; output adds up, the stock does not, and a target asks a yes of it; a rate of
/// flows and one of levels; a composite; a price of which the mean is taken; a road with three
/// stages of work and a bridge with none. The plan is for the given time.
inline Plan log_plan(std::string_view time = "2024") {
  PlanBuilder builder;
  PlanHead head;
  head.id = "plan";
  head.unit = "town";
  head.period = period(time);
  builder.set_head(head);
  for (const char* id : {"ha", "percent"}) {
    Measure measure;
    measure.id = id;
    measure.kind = id == std::string("ha") ? "area" : "share";
    builder.add(measure);
  }
  for (const char* id : {"town", "ward"}) {
    ResponsibleUnit unit;
    unit.id = id;
    builder.add(unit);
  }
  const auto add = [&](const char* id, const char* measure, IndicatorKind kind) {
    Indicator indicator;
    indicator.id = id;
    indicator.measure = measure;
    indicator.kind = kind;
    if (kind != IndicatorKind::ratio) indicator.scale = 3;
    if (id == std::string("share")) indicator.parts = TimeRule::last;
    builder.add(indicator);
  };
  add("output", "ha", IndicatorKind::flow);
  add("stock", "ha", IndicatorKind::level);
  add("rate", "percent", IndicatorKind::ratio);
  add("share", "percent", IndicatorKind::ratio);
  Indicator mixed;
  mixed.id = "mixed";
  mixed.kind = IndicatorKind::composite;
  mixed.components = {"output", "stock"};
  builder.add(mixed);
  Indicator price;
  price.id = "price";
  price.measure = "ha";
  price.kind = IndicatorKind::level;
  price.time_rule = TimeRule::mean;
  builder.add(price);
  Target fact;
  fact.indicator = "stock";
  fact.unit = "ward";
  fact.condition.kind = ConditionKind::yes;
  builder.add(fact);
  Project road;
  road.id = "road";
  road.stages = {"measured", "approved", "paid"};
  builder.add(road);
  Project bridge;
  bridge.id = "bridge";
  builder.add(bridge);
  return *builder.build().value;
}

/// A report of the first enumerator that has this name, if one does.
template <class Enum>
bool take_name(std::string_view word, Enum& into, int count) {
  for (int i = 0; i < count; ++i) {
    if (name_of(static_cast<Enum>(i)) != word) continue;
    into = static_cast<Enum>(i);
    return true;
  }
  return false;
}

/// Reads "2024-06 to_date 12.5 about estimate @2024-07-02 r1 project=road stage=paid": a period,
/// then what there is, in any order; "45/60" for parts, "to=12.9" for the upper end of a range,
/// "words=exports" for a result in words, "met by=office" for a verdict given by hand.
inline Observation reported(std::string_view indicator, const std::string& text) {
  Observation o;
  o.indicator = indicator;
  std::istringstream words(text);
  std::string word;
  words >> word;
  o.period = period(word);
  while (words >> word) {
    Form form{};
    if (take_name(word, form, 3)) {
      o.form = form;
    } else if (word[0] == '@') {
      o.recorded_on = day(word.substr(1));
    } else if (word[0] == 'r') {
      o.revision = std::stoi(word.substr(1));
    } else if (word.rfind("project=", 0) == 0) {
      o.project = word.substr(8);
    } else if (word.rfind("stage=", 0) == 0) {
      o.work_stage = word.substr(6);
    } else if (word.rfind("to=", 0) == 0) {
      o.upper = dec(word.substr(3));
    } else if (word.rfind("words=", 0) == 0) {
      o.words = word.substr(6);
    } else if (word.rfind("by=", 0) == 0) {
      o.judge = word.substr(3);
    } else if (take_name(word, o.status, 3) || take_name(word, o.qualifier, 4) ||
               take_name(word, o.standing, 6) || take_name(word, o.verdict, 5)) {
      continue;
    } else if (const auto slash = word.find('/'); slash != std::string::npos) {
      o.numerator = dec(word.substr(0, slash));
      o.denominator = dec(word.substr(slash + 1));
    } else {
      o.value = dec(word);
    }
  }
  return o;
}

inline std::vector<Observation> all_reported(std::string_view indicator,
                                             const std::vector<std::string>& texts) {
  std::vector<Observation> rows;
  for (const std::string& text : texts) rows.push_back(reported(indicator, text));
  return rows;
}

/// "2024-06=12.5", with "/60" for a ratio, "..13" for a range, the standing where there is no
/// value, the hedge, and "!met:office" for a verdict given by hand.
inline std::string shown(const Fact& fact) {
  std::string text = fact.period.to_string() + '=';
  if (fact.qualifier != Qualifier::exact) text += std::string(name_of(fact.qualifier)) + ':';
  if (fact.verdict() != Verdict::none) {
    text += '!' + std::string(name_of(fact.verdict())) + ':' + fact.extra->judge + ':';
  }
  if (fact.standing == Standing::range) {
    return text + fact.value.to_string() + ".." + fact.extra->upper.to_string();
  }
  if (fact.standing == Standing::words) return text + fact.extra->words;
  if (fact.standing != Standing::value) return text + std::string(name_of(fact.standing));
  text += fact.value.to_string();
  return fact.denominator == 1 ? text : text + '/' + fact.denominator.to_string();
}

inline std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " ") + part;
  return all;
}

/// "2024-01=5 2024-02=6".
inline std::string used(const Selection& selection) {
  std::vector<std::string> parts;
  for (const Fact& fact : selection.used) parts.push_back(shown(fact));
  return joined(parts);
}

/// "2024-01=5:corrected".
inline std::string aside(const Selection& selection) {
  std::vector<std::string> parts;
  for (const SetAsideFact& other : selection.set_aside) {
    parts.push_back(shown(other.fact) + ':' + std::string(name_of(other.reason)));
  }
  return joined(parts);
}

/// "6 months 2024-H1", "20 days 2024-01-01/2024-01-21".
inline std::string coverage(const Selection& selection) {
  std::string text =
      std::to_string(selection.covered) + (selection.in_months ? " months" : " days");
  for (const Period& span : selection.spans) text += ' ' + span.to_string();
  return text;
}

/// Everything that can be asked of a log about its rows.
inline std::string contents(const ObservationLog& log) {
  std::string text;
  for (Row row = 0; row < log.size(); ++row) {
    const Observation o = log.observation(row);
    text += o.indicator + ' ' + o.unit + ' ' + o.project + ' ' + o.work_stage + ' ' +
            shown(log.fact(row)) + ' ' + std::string(name_of(*o.form)) + ' ' +
            std::string(name_of(o.status)) + ' ' + o.recorded_on->to_string() + " r" +
            std::to_string(o.revision) + ' ' + o.source + ' ' + o.note + '\n';
  }
  for (Index indicator = 0; indicator < 4; ++indicator) {
    for (const Index unit : {0U, 1U}) {
      for (const Index project : {kNone, 0U, 1U}) {
        for (const Row row : log.rows_of(indicator, unit, project)) {
          text += std::to_string(row) + ' ';
        }
        text += '|';
      }
    }
  }
  return text;
}

/// A log that takes all of these rows.
inline ObservationLog log_of(const std::vector<Observation>& rows) {
  ObservationLog log(log_plan());
  const Diagnostics findings = log.append_all(rows);
  EXPECT_TRUE(findings.empty()) << findings[0].place.path << ' ' << findings[0].sentence;
  return log;
}

inline Observation changed(Observation o, void (*change)(Observation&)) {
  change(o);
  return o;
}

/// A selection and what shows of it.
struct Asked {
  Selection selection;
  std::string used, aside, coverage;
};

/// Selects from a log of these rows of one indicator of the town.
inline Asked ask(std::string_view indicator, const std::vector<std::string>& texts,
                 std::string_view as_of = "2024-12-31", std::string_view known_on = {},
                 std::string_view window = "2024", Edition edition = Edition::latest) {
  const ObservationLog log = log_of(all_reported(indicator, texts));
  Question question{log.plan().find_indicator(indicator), 0, kNone, period(window), day(as_of), {}};
  if (!known_on.empty()) question.known_on = day(known_on);
  question.edition = edition;
  const Selection selection = select(log, question);
  return {selection, used(selection), aside(selection), coverage(selection)};
}

}  // namespace tiendo
