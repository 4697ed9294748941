// Tested by tests/unit/engine/judged_case_test.cpp and tests/unit/io/case_reader_test.cpp.
//
// One row for each method of the catalogue: what it takes, and the call. Before a call everything
// is there that the row names, so that the calls only hand it on.
//
// Long because the catalogue is: what a method takes and how it is called stand in one place.

#include "tiendo/engine/judged_case.hpp"

#include <algorithm>
#include <charconv>

#include "engine/assessing.hpp"
#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/earned_value.hpp"
#include "tiendo/engine/scoring.hpp"

namespace tiendo {
namespace {

const SymbolFigures* find_symbol(const JudgedCase& judged, std::string_view symbol) {
  const auto found = std::find_if(judged.numbers.begin(), judged.numbers.end(),
                                  [&](const SymbolFigures& each) { return each.symbol == symbol; });
  return found == judged.numbers.end() ? nullptr : &*found;
}

// A case as the calls see it.
struct Given {
  const JudgedCase& judged;

  const MethodCase& it() const { return judged.it; }
  const MethodPolicies& policies() const { return judged.policies; }
  const BandTable* bands() const { return judged.thresholds ? &*judged.thresholds : nullptr; }
  bool is(std::string_view variant) const { return judged.method.variant == variant; }
  bool has(std::string_view symbol) const { return find_symbol(judged, symbol) != nullptr; }

  std::vector<Figure> figures(std::string_view symbol) const {
    const SymbolFigures* found = find_symbol(judged, symbol);
    return found ? found->figures : std::vector<Figure>();
  }
  std::vector<Ratio> numbers(std::string_view symbol) const {
    std::vector<Ratio> all;
    for (const Figure& each : figures(symbol)) all.push_back(*each);
    return all;
  }
  Figure figure(std::string_view symbol, Errc otherwise = Errc::no_data) const {
    const SymbolFigures* found = find_symbol(judged, symbol);
    return found ? found->figures.front() : Figure(otherwise);
  }
  Ratio number(std::string_view symbol, const Ratio& otherwise = 0) const {
    const SymbolFigures* found = find_symbol(judged, symbol);
    return found ? *found->figures.front() : otherwise;
  }
  // A whole number from 0 to 999999999.
  std::optional<int> whole(std::string_view symbol) const {
    const std::string text = number(symbol).to_string();
    int whole = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, whole);
    const bool fits = read.ec == std::errc() && read.ptr == end && text.size() <= 9 && whole >= 0;
    return fits ? std::optional(whole) : std::nullopt;
  }

  // What a method that has no steps of its own begins with; its case is one of numbers alone.
  Assessing begin() const {
    MethodCase bare;
    bare.better = it().better;
    bare.vintage = it().vintage;
    Assessing method(judged.method.id, bare, {}, bands(), judged.method.variant);
    for (const SymbolFigures& each : judged.numbers) {
      for (const Figure& figure : each.figures) {
        if (figure) method.use(each.symbol, *figure);
      }
    }
    return method;
  }
};

Assessment refuse_case(Assessing& method, Errc reason) {
  return method.decided(MethodState::refused, DecidedBy::kind, reason);
}

// A figure as the value: what is missing is no data, what cannot be is refused.
Assessment with_value(Assessing& method, const Figure& figure) {
  if (figure) return method.measured(*figure);
  switch (figure.reason) {
    case Errc::division_by_zero:
    case Errc::base_zero:
    case Errc::number_too_long:
      return method.decided(MethodState::undefined_division, DecidedBy::definition, figure.reason);
    case Errc::no_data:
    case Errc::nothing_to_count:
    case Errc::too_little_available:
      return method.decided(MethodState::no_data, DecidedBy::data, figure.reason);
    default: return refuse_case(method, figure.reason);
  }
}

Assessment by_weighted_mean(const Given& given) {
  Assessing method = given.begin();
  const std::vector<Figure> x = given.figures("x");
  const std::vector<Ratio> w = given.numbers("w");
  if (x.size() != w.size()) return refuse_case(method, Errc::criteria_conflict);
  std::vector<Weighted> parts;
  for (std::size_t i = 0; i < x.size(); ++i) parts.push_back({x[i], w[i]});
  const Mean mean = weighted_mean(parts, given.number("least_available", 1));
  method.add("available", mean.available);
  return with_value(method, mean.figure);
}

Assessment with_worst(Assessing& method, const Worst& worst) {
  int count = 0;
  for (const std::size_t part : worst.parts) {
    method.add("position" + std::to_string(++count), Ratio(static_cast<std::int64_t>(part) + 1));
  }
  return with_value(method, worst.figure);
}

Assessment by_worst(const Given& given) {
  Assessing method = given.begin();
  return with_worst(
      method, worst(given.figures("x"), given.it().better, given.number("least_available", 1)));
}

Assessment by_mean_of_k_worst(const Given& given) {
  Assessing method = given.begin();
  const std::optional<int> k = given.whole("k");
  if (!k) return refuse_case(method, Errc::number_out_of_range);
  return with_worst(method, mean_of_worst(given.figures("x"), static_cast<std::size_t>(*k),
                                          given.it().better, given.number("least_available", 1)));
}

Assessment by_rank(const Given& given) {
  Assessing method = given.begin();
  const std::vector<Rank> places = ranks(given.figures("x"), given.it().better);
  if (places.empty()) return with_value(method, Errc::nothing_to_count);
  int count = 0;
  for (const Rank& rank : places) {
    method.add("place" + std::to_string(++count),
               rank.place ? Figure(Ratio(*rank.place)) : Figure(rank.reason));
  }
  if (places.front().reason == Errc::no_order) return refuse_case(method, Errc::no_order);
  return method.decided(MethodState::measured, DecidedBy::formula);
}

Assessment by_verdict(const Given& given) {
  Assessing method = given.begin();
  return method.measured(given.number(name_of(given.judged.verdict)));
}

// Criteria whose figures are points already: a table gives each the points that it is.
Checked<Criteria> plain_criteria(const std::vector<Ratio>& most, bool by_points) {
  CriteriaParts parts;
  parts.name = {"case", "1", ""};
  const auto as_it_is = ScoreTable::of(
      {"as_it_is", "1", ""}, {{Ratio(0), Ratio(0)}, {Ratio(1), Ratio(1)}}, Ends::extended);
  if (as_it_is) parts.scores.push_back(*as_it_is);
  for (const Ratio& each : most) {
    Criterion one;
    one.id = 'c' + std::to_string(parts.criteria.size() + 1);
    one.indicator = one.id;
    one.figure = Field::actual;
    one.table = "as_it_is@1";
    (by_points ? one.points : one.weight) = each;
    one.missing = MissingRule::excluded;
    parts.criteria.push_back(std::move(one));
  }
  return Criteria::of(std::move(parts));
}

Assessment by_criteria(const Given& given) {
  Assessing method = given.begin();
  const bool by_points = given.is("points");
  const std::vector<Figure> p = given.figures("p");
  const std::string_view symbol = by_points ? "m" : "w";
  if (!given.has(symbol) || given.has(by_points ? "w" : "m")) {
    return refuse_case(method, Errc::criteria_conflict);
  }
  const std::vector<Ratio> most = given.numbers(symbol);
  if (p.size() != most.size()) return refuse_case(method, Errc::criteria_conflict);
  const Checked<Criteria> criteria = plain_criteria(most, by_points);
  if (!criteria) return refuse_case(method, criteria.diagnostics.front().code);
  std::vector<CriterionInput> inputs;
  for (const Figure& each : p) inputs.push_back({each});
  const Score total = score(*criteria.value, inputs);
  method.add("scored", total.scored);
  method.add("available", total.available);
  if (!total.scored) return with_value(method, total.scored);
  return with_value(method, *total.scored + given.number("bonus") - given.number("penalty"));
}

Assessment by_contribution(const Given& given) {
  Assessing method = given.begin();
  return with_value(method,
                    contribution({given.number("x'"), given.number("x")}, given.number("X'")));
}

Assessment by_share_of_increment(const Given& given) {
  Assessing method = given.begin();
  return with_value(method, share_of_increment({given.number("x'"), given.number("x")},
                                               {given.number("X'"), given.number("X")}));
}

Assessment by_evm(const Given& given) {
  return evm({given.figure("BAC", Errc::no_target), given.figure("PV"), given.figure("EV"),
              given.figure("AC"), given.figure("etc"), given.it().vintage},
             given.bands());
}

Assessment by_earned_schedule(const Given& given) {
  ScheduleNumbers numbers;
  numbers.planned = given.numbers("PV_k");
  numbers.kind = given.is("per_period") ? SeriesKind::per_period : SeriesKind::cumulative;
  numbers.ev = given.figure("EV");
  numbers.at = given.number("AT");
  numbers.ac = given.figure("AC");
  numbers.vintage = given.it().vintage;
  return earned_schedule(numbers, given.bands());
}

Assessment by_milestone_weights(const Given& given) {
  const std::vector<Ratio> w = given.numbers("w");
  const std::vector<Figure> done = given.figures("done");
  if (w.size() != done.size()) {
    Assessing method = given.begin();
    return refuse_case(method, Errc::criteria_conflict);
  }
  std::vector<WeightedStep> steps;
  for (std::size_t i = 0; i < w.size(); ++i) steps.push_back({w[i], done[i]});
  const StepCredit credit = given.is("percent")        ? StepCredit::percent
                            : given.is("zero_hundred") ? StepCredit::zero_hundred
                                                       : StepCredit::fifty_fifty;
  Assessment result = milestone_weights(steps, credit, given.bands());
  result.vintage = given.it().vintage;
  return result;
}

Assessment by_ratio(const Given& given) {
  const RatioVariant variant = given.is("direct")    ? RatioVariant::direct
                               : given.is("inverse") ? RatioVariant::inverse
                                                     : RatioVariant::mirrored;
  return ratio_to_target(given.it(), variant, given.policies(), given.bands());
}

Assessment by_milestones(const Given& given) {
  return milestone_path(given.it(), given.judged.milestones, *given.judged.day,
                        given.is("step") ? MilestoneVariant::step : MilestoneVariant::interpolated,
                        given.policies(), given.bands());
}

Assessment by_phased_goal(const Given& given) {
  // A quarter that is no whole number is none of the four.
  return phased_goal(given.it(), given.whole("q").value_or(0), given.policies(), given.bands());
}

constexpr unsigned kPolicies = 1;
constexpr unsigned kScores = 2;
constexpr unsigned kNoBands = 4;

// "q" needed, "q?" optional, "q~" a figure, "q[]" a list of numbers, "q~[]" one of figures. A case
// always takes v, T and b where one of them is named: what is not there has a state of its own.
struct MethodCall {
  std::string_view id;
  std::string_view symbols;
  unsigned takes;
  Assessment (*call)(const Given&);
};

constexpr MethodCall kCalls[] = {
    {"ratio_to_target", "v T", kPolicies, by_ratio},
    {"percent_of_targeted_change", "b v T", kPolicies,
     [](const Given& g) { return percent_of_targeted_change(g.it(), g.policies(), g.bands()); }},
    {"linear_path", "b v T elapsed", kPolicies,
     [](const Given& g) {
       return linear_path(g.it(), g.number("elapsed"), g.policies(), g.bands());
     }},
    {"milestone_path", "v milestones day", kPolicies, by_milestones},
    {"profile_path", "b v T shares[] periods", kPolicies,
     [](const Given& g) {
       return profile_path(g.it(), g.numbers("shares"), g.number("periods"), g.policies(),
                           g.bands());
     }},
    {"phased_goal", "v T q", kPolicies, by_phased_goal},
    {"band_table", "v", kPolicies,
     [](const Given& g) { return band_table(g.it(), *g.bands(), g.policies()); }},
    {"score_table", "v", kScores,
     [](const Given& g) { return score_table(g.it(), *g.judged.scores, g.bands()); }},
    {"minmax", "v worst best scale", 0,
     [](const Given& g) {
       return minmax(g.it(), g.number("worst"), g.number("best"), g.number("scale"), g.bands());
     }},
    {"goalposts", "v worst best scale", 0,
     [](const Given& g) {
       return goalposts(g.it(), g.number("worst"), g.number("best"), g.number("scale"),
                        g.is("capped"), g.bands());
     }},
    {"distance_to_target", "v T worst", 0,
     [](const Given& g) {
       return distance_to_target(g.it(), g.number("worst"), g.is("capped"), g.bands());
     }},
    {"weighted_mean", "x~[] w[] least_available?", 0, by_weighted_mean},
    {"worst", "x~[] least_available?", 0, by_worst},
    {"mean_of_k_worst", "x~[] k least_available?", 0, by_mean_of_k_worst},
    {"competition_rank", "x~[]", kNoBands, by_rank},
    {"verdict_scores", "verdict exceeded met near missed", 0, by_verdict},
    {"criteria_total", "p~[] m[]? w[]? bonus? penalty?", 0, by_criteria},
    {"required_run_rate", "v T left", kPolicies | kNoBands,
     [](const Given& g) { return required_run_rate(g.it(), g.number("left"), g.policies()); }},
    {"run_rate_forecast", "v T elapsed all", kPolicies,
     [](const Given& g) {
       return run_rate_forecast(g.it(), g.number("elapsed"), g.number("all"), g.policies(),
                                g.bands());
     }},
    {"profile_forecast", "v T past_to_date past_whole", kPolicies,
     [](const Given& g) {
       return profile_forecast(g.it(), g.number("past_to_date"), g.number("past_whole"),
                               g.policies(), g.bands());
     }},
    {"contribution", "x x' X'", 0, by_contribution},
    {"share_of_increment", "x x' X X'", 0, by_share_of_increment},
    {"evm", "BAC~? PV~? EV~? AC~? etc~?", 0, by_evm},
    {"earned_schedule", "PV_k[] EV~? AT AC~?", 0, by_earned_schedule},
    {"milestone_weights", "w[] done~[]", 0, by_milestone_weights},
};

const MethodCall* find_call(std::string_view id) {
  const auto found = std::find_if(std::begin(kCalls), std::end(kCalls),
                                  [id](const MethodCall& call) { return call.id == id; });
  return found == std::end(kCalls) ? nullptr : &*found;
}

bool cut_end(std::string_view& word, std::string_view end) {
  if (!word.ends_with(end)) return false;
  word.remove_suffix(end.size());
  return true;
}

TakenSymbol taken_symbol(std::string_view word) {
  TakenSymbol taken;
  taken.optional = cut_end(word, "?");
  const bool list = cut_end(word, "[]");
  const bool may_lack = cut_end(word, "~");
  taken.symbol = word;
  if (word == "v" || word == "T" || word == "b") {
    taken.kind = SymbolKind::dated;
    taken.optional = true;
  } else if (word == "milestones") {
    taken.kind = SymbolKind::milestones;
  } else if (word == "day") {
    taken.kind = SymbolKind::day;
  } else if (word == "verdict") {
    taken.kind = SymbolKind::verdict;
  } else if (list) {
    taken.kind = may_lack ? SymbolKind::figures : SymbolKind::numbers;
  } else {
    taken.kind = may_lack ? SymbolKind::figure : SymbolKind::number;
  }
  return taken;
}

MethodTakes takes_of(const MethodCall& call) {
  MethodTakes takes;
  takes.policies = (call.takes & kPolicies) != 0;
  takes.thresholds = (call.takes & kNoBands) == 0;
  takes.scores = (call.takes & kScores) != 0;
  for (std::string_view rest = call.symbols; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    takes.symbols.push_back(taken_symbol(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return takes;
}

bool has_word(std::string_view words, std::string_view word) {
  if (word.find(' ') != word.npos) return false;
  return (' ' + std::string(words) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos;
}

bool has_symbol(const JudgedCase& judged, const TakenSymbol& taken) {
  const SymbolFigures* found = find_symbol(judged, taken.symbol);
  const auto is_there = [](const Figure& figure) { return bool(figure); };
  switch (taken.kind) {
    case SymbolKind::dated:
    case SymbolKind::milestones: return true;
    case SymbolKind::day: return judged.day.has_value();
    case SymbolKind::verdict: return judged.verdict != Verdict::none;
    case SymbolKind::figures: return found != nullptr;
    case SymbolKind::figure: return found != nullptr && found->figures.size() == 1;
    case SymbolKind::numbers:
      return found != nullptr &&
             std::all_of(found->figures.begin(), found->figures.end(), is_there);
    case SymbolKind::number: break;
  }
  return found != nullptr && found->figures.size() == 1 && is_there(found->figures.front());
}

Error lacking(std::string_view id, std::string_view what) {
  return {Errc::missing_key, std::string(id) + " needs " + std::string(what)};
}

}  // namespace

Result<MethodTakes> taken_by(std::string_view id) {
  const MethodCall* call = find_call(id);
  if (call == nullptr) {
    return Error{Errc::unknown_method, '"' + std::string(id) + "\" is no method"};
  }
  return takes_of(*call);
}

Result<MethodName> method_name(std::string_view text) {
  const auto unknown = [&](const std::string& why) {
    return Error{Errc::unknown_method, '"' + std::string(text) + "\" " + why};
  };
  const std::size_t slash = text.find('/');
  const std::string_view whole = text.substr(0, slash);
  const std::size_t at = whole.find('@');
  const MethodEntry* entry = method_named(whole.substr(0, at));
  if (entry == nullptr) return unknown("is no method; tiendo::methods() lists them");
  if (at != whole.npos && whole.substr(at + 1) != entry->version) {
    return unknown("is another version than " + std::string(entry->version));
  }
  MethodName name{std::string(entry->id), std::string(entry->version)};
  const bool said = slash != text.npos;
  if (said) name.variant = text.substr(slash + 1);
  const bool open = entry->variants.empty() || entry->variants == "capped" ||
                    entry->id == std::string_view("phased_goal");
  const bool known = !name.variant.empty() && has_word(entry->variants, name.variant);
  if (said ? known : open) return name;
  return unknown(entry->variants.empty()
                     ? "has no variants"
                     : "needs one of the variants after a slash: " + std::string(entry->variants));
}

Result<Assessment> assess(const JudgedCase& judged) {
  const MethodCall* call = find_call(judged.method.id);
  if (call == nullptr) return taken_by(judged.method.id).error();
  const Result<MethodName> name = method_name(to_string(judged.method));
  if (!name) return name.error();
  const MethodTakes takes = takes_of(*call);
  for (const TakenSymbol& taken : takes.symbols) {
    const bool left_out = taken.optional && find_symbol(judged, taken.symbol) == nullptr;
    if (!left_out && !has_symbol(judged, taken)) return lacking(call->id, taken.symbol);
  }
  if (takes.scores && !judged.scores) return lacking(call->id, "scores");
  if (call->id == "band_table" && !judged.thresholds) return lacking(call->id, "thresholds");
  if (call->id == "phased_goal" && !judged.method.variant.empty() &&
      (judged.method.variant == "cumulative") != adds_up(judged.it.quantity)) {
    return Error{Errc::unknown_method, to_string(judged.method) + ": the numbers are of the kind " +
                                           std::string(name_of(judged.it.quantity))};
  }
  return call->call({judged});
}

}  // namespace tiendo
