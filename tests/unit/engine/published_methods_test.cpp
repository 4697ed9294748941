// Figures and labels that institutions and open tools publish, each computed again by the methods.
// The files say which of them follow from their inputs; those that do not must not come out here
// either. tests/data/published/README.md describes the columns.
//
// Long because each published method needs its own few lines to be made of ours.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>

#include "../decimal/numbers.hpp"
#include "published.hpp"
#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/catalogue.hpp"
#include "tiendo/engine/earned_value.hpp"
#include "tiendo/engine/methods.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo::published_methods_test {
namespace {

// By name: exact numbers, or a word. What has no value is "undefined".
using Words = std::vector<std::string>;
using Found = std::map<std::string, Words>;

Words split(const std::string& text, char mark) {
  Words words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, mark);) words.push_back(word);
  return words;
}

class Inputs {
 public:
  explicit Inputs(const std::string& text) {
    for (const std::string& pair : split(text, ';')) {
      const std::size_t equals = pair.find('=');
      values_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
  }

  bool has(const std::string& name) const {
    const auto found = values_.find(name);
    return found != values_.end() && found->second != "none";
  }
  const std::string& text(const std::string& name) const { return values_.at(name); }
  Ratio number(const std::string& name) const { return ratio(text(name)); }
  Figure figure(const std::string& name) const {
    return has(name) ? Figure(number(name)) : Figure(Errc::no_data);
  }
  std::vector<Ratio> list(const std::string& name, char mark = ' ') const {
    std::vector<Ratio> numbers;
    for (const std::string& word : split(text(name), mark)) numbers.push_back(ratio(word));
    return numbers;
  }
  const std::map<std::string, std::string>& all() const { return values_; }

 private:
  std::map<std::string, std::string> values_;
};

std::string word(const Figure& figure) {
  return figure ? figure.value->to_string() : std::string("undefined");
}

std::string band_of(const BandTable& table, const Figure& value) {
  MethodCase it;
  it.actual = {value};
  const Assessment result = band_table(it, table);
  return result.band ? result.band->code : "undefined";
}

MethodCase value(const Ratio& actual) {
  MethodCase it;
  it.actual = {actual};
  return it;
}

Figure mean(const std::vector<Ratio>& scores) {
  std::vector<Weighted> parts;
  for (const Ratio& score : scores) parts.push_back({score});
  return weighted_mean(parts).figure;
}

Found mean_of_scores(const Inputs& in) {
  const char* name = in.has("scores") ? "scores" : "scores_after_imputation";
  return {{"score", {word(mean(in.list(name)))}}};
}

// Scores of series; those of one group are made one first.
Found open_sdg_rollup(const Inputs& in) {
  std::vector<Ratio> scores;
  for (const std::string& group : split(in.text("scores"), '|')) {
    const std::vector<Ratio> inside = Inputs("scores=" + group).list("scores");
    if (in.text("grouping") == "flat") {
      scores = inside;
    } else {
      scores.push_back(*mean(inside));
    }
  }
  const Figure score = mean(scores);
  const std::string status = in.text("all_targets_achieved") == "true"
                                 ? "target_achieved"
                                 : band_of(*band_table_named("open_sdg_score@1"), score);
  return {{"score", {word(score)}}, {"status", {status}}};
}

// A value equal to a threshold has the better colour.
Found colour(const Inputs& in) {
  const bool higher = in.text("better") == "higher";
  const char* codes[] = {"red", "orange", "yellow", "green"};
  const char* ends[] = {"red_from", "orange_yellow_at", "green_from"};
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i < 3; ++i) {
    cuts.push_back(
        {in.number(ends[higher ? i : 2 - i]), {codes[higher ? i + 1 : 2 - i], {}}, higher});
  }
  const auto table = BandTable::of_cuts({"colours", "2019", ""}, {codes[higher ? 0 : 3], {}}, cuts);
  return {{"colour", {band_of(*table.value, in.number("value"))}}};
}

Found sdr_score(const Inputs& in) {
  const Assessment result =
      goalposts(value(in.number("value")), in.number("worst"), in.number("best"), 100, true);
  return {{"score", {word(result.value)}}};
}

// A score of 0 at the worst value, 1 at red, 2 at green, 3 at the best. Where two of them are one
// value it has the better score; a best value that is worse than green is none.
ScoreTable dashboard_scores(const std::vector<Ratio>& points) {
  const bool rises = points[0] < points[2];
  std::vector<Knot> knots;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Knot next{points[i], Ratio(static_cast<std::int64_t>(i))};
    if (!knots.empty() && points[i] == knots.back().value) knots.pop_back();
    const bool back = !knots.empty() && (points[i] < knots.back().value) == rises;
    if (!back) knots.push_back(next);
  }
  return *ScoreTable::of({"points", "2019", ""}, knots, Ends::capped);
}

// Green only if both are, red only if both are.
Found sdr_dashboard(const Inputs& in) {
  std::vector<Figure> scores;
  int greens = 0, reds = 0;
  for (const std::string n : {"1", "2"}) {
    if (!in.has("value" + n)) continue;
    const ScoreTable table = dashboard_scores(in.list("points" + n));
    scores.push_back(score_table(value(in.number("value" + n)), table).value);
    greens += in.text("colour" + n) == "green";
    reds += in.text("colour" + n) == "red";
  }
  const int count = static_cast<int>(scores.size());
  const Worst worst = mean_of_worst(scores, scores.size(), Direction::more);
  std::string colour = band_of(*band_table_named("sdr_dashboard@2019"), worst.figure);
  if (colour == "green" && greens < count) colour = "yellow";
  if (colour == "red" && reds < count) colour = "orange";
  return {{"colour", {colour}}};
}

// What is green now is on track; what was green and is no more goes down; else the pace decides.
Found sdr_trend(const Inputs& in) {
  const std::vector<Ratio> first = in.list("first"), last = in.list("last");
  MethodCase it = value(last[1]);
  it.baseline = {first[1]};
  it.target = {in.number("green_threshold")};
  it.better = in.text("better") == "higher" ? Direction::more : Direction::less;
  const Ratio elapsed = *((last[0] - first[0]) / (in.number("target_year") - first[0]));
  const Assessment path = linear_path(it, elapsed);
  const Figure pace = path.figure("pace");
  std::string arrow = "decreasing";
  if (pace) arrow = band_of(*band_table_named("sdr_trend@2019"), pace);
  if (path.state == MethodState::target_met) arrow = "on_track";
  return {{"arrow", {arrow}}};
}

Found contributions(const Inputs& in) {
  Found found;
  for (const Ratio& share : in.list("shares_of_increment_pct")) {
    found["contributions"].push_back(word(contribution_of(share, in.number("growth_pct_points"))));
  }
  return found;
}

Found mean_of_available(const Inputs& in) {
  std::vector<Weighted> parts;
  const std::vector<Ratio> weights = in.list("weights");
  for (const std::string& each : split(in.text("values"), ' ')) {
    parts.push_back(
        {each == "none" ? Figure(Errc::no_data) : Figure(ratio(each)), weights[parts.size()]});
  }
  return {{"mean", {word(weighted_mean(parts, in.number("min_share_available")).figure)}}};
}

Found between_ends(const Inputs& in) {
  const std::vector<Ratio> values = in.list("values");
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const Ratio low = in.has("min") ? in.number("min") : *least;
  const Ratio high = in.has("max") ? in.number("max") : *most;
  Found found;
  for (const Ratio& each : values) {
    const Assessment result = minmax(value(each), low, high, in.number("scale"));
    const bool nothing = result.state == MethodState::undefined_zero_over_zero;
    found["scores"].push_back(result.value ? word(result.value) : nothing ? "NaN" : "Inf");
  }
  return found;
}

Found between_goalposts(const Inputs& in) {
  return {{"score",
           {word(goalposts(value(in.number("value")), in.number("low"), in.number("high"),
                           in.number("scale"), true)
                     .value)}}};
}

Found distances(const Inputs& in) {
  const std::vector<Ratio> values = in.list("values");
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  Found found;
  for (const Ratio& each : values) {
    MethodCase it = value(each);
    it.target = {in.number("target")};
    it.better = in.text("direction") == "up" ? Direction::more : Direction::less;
    const Ratio& worst = it.better == Direction::more ? *least : *most;
    found["scores"].push_back(word(distance_to_target(it, worst, in.text("cap") == "true").value));
  }
  return found;
}

Found change(const Inputs& in) {
  MethodCase it = value(in.number("actual"));
  it.baseline = {in.number("baseline")};
  it.target = {in.number("target")};
  it.better = in.number("target") > in.number("baseline") ? Direction::more : Direction::less;
  return {{"progress", {word(*percent_of_targeted_change(it).value / Ratio(100))}}};
}

Found ratio_of_numbers(const Inputs& in) {
  MethodCase it = value(in.number("actual"));
  it.target = {in.number("target")};
  return {{"progress", {word(ratio_to_target(it, RatioVariant::direct).value)}}};
}

Found share(const Inputs& in) {
  return {{"percent", {word(Ratio(100) * direct_ratio(in.number("count"), in.number("total")))}}};
}

Found fractions_of_max(const Inputs& in) {
  const std::vector<Ratio> values = in.list("values");
  Found found;
  for (const Ratio& each : values) {
    found["scores"].push_back(
        word(direct_ratio(each, *std::max_element(values.begin(), values.end()))));
  }
  return found;
}

// The suite takes a completion of -40 %; the ratio by itself has a value.
Found ratio_of_percents(const Inputs& in) {
  return {{"SPIt", {word(direct_ratio(in.number("actual_pct"), in.number("planned_pct")))}}};
}

Found equal_milestones(const Inputs& in) {
  std::vector<WeightedStep> steps;
  for (Ratio n = 0; n < in.number("total"); n = *(n + Ratio(1))) {
    steps.push_back({*(Ratio(1) / in.number("total")), Ratio(n < in.number("done") ? 1 : 0)});
  }
  return {{"progress", {word(milestone_weights(steps, StepCredit::percent).value)}}};
}

Found improved_target(const Inputs& in) {
  const Ratio end = in.text("direction") == "up" ? *(in.number("baseline") * Ratio(2)) : Ratio(0);
  const Ratio part = *(in.number("percent_improvement") / Ratio(100));
  return {{"target", {word(path_at(in.number("baseline"), end, part))}}};
}

// The level of the start year, the time since the baseline year: as the tool has it.
Found path_of_percent(const Inputs& in) {
  const std::vector<Ratio> base = in.list("baseline"), start = in.list("start");
  const Ratio end = *(base[1] * (Ratio(100) + in.number("percent_change")) / Ratio(100));
  const Ratio gone = *((in.number("year") - base[0]) / (in.number("target_year") - base[0]));
  Ratio at = *path_at(start[1], end, gone);
  if (in.has("low")) at = std::max(at, in.number("low"));
  return {{"value", {word(at)}}};
}

Found path_of_steps(const Inputs& in) {
  const std::vector<Ratio> start = in.list("start");
  const Ratio next = *(start[1] + in.number("step_per_year"));
  return {{"value", {word(path_at(start[1], next, *(in.number("year") - start[0])))}}};
}

// The level of the year from which the rise is halted, the last of the series, holds.
Found halted(const Inputs& in) {
  const std::vector<Ratio> series = in.list("series");
  const PathPoint held[] = {{*Date::from_ymd(2018, 12, 31), series.back()}};
  const Assessment path = milestone_path(value(series.back()), held, *Date::from_ymd(2025, 12, 31),
                                         MilestoneVariant::step);
  return {{"value_2025", {word(path.figure("expected"))}}};
}

// The numbers of a case; what it gives as an index is turned into the cost that makes it.
EarnedNumbers earned(const Inputs& in) {
  EarnedNumbers it{in.figure("BAC"), in.figure("PV"), in.figure("EV"), in.figure("AC"), {}};
  it.etc = in.figure("ETC_bottom_up");
  if (it.etc) it.ev = Errc::no_data;
  if (in.has("EAC") && !it.bac) {  // earned as it was paid: the estimate is the budget
    it.bac = in.figure("EAC");
    it.ev = it.ac;
  }
  if (!in.has("CPI")) return it;
  if (!it.ev) it.ev = Ratio(1);
  if (!it.ac) it.ac = *it.ev / in.number("CPI");
  if (!it.pv && in.has("SPI")) it.pv = *it.ev / in.number("SPI");
  return it;
}

Found earned_value(const Inputs& in) {
  const EarnedNumbers it = earned(in);
  const Assessment result = evm(it);
  Found found;
  for (const NamedFigure& each : result.figures) found[each.name] = {word(each.figure)};
  found["ETC_cpi"] = found["ETC"];
  if (it.bac && it.ev) found["ETC_planned_rate"] = {word(*it.bac - *it.ev)};
  found["TCPI_BAC"] = found["TCPI"];
  if (it.etc) {  // what is complete follows from the cost
    const Result<Ratio> part = direct_ratio(*it.ac, *(*it.ac + *it.etc));
    found["EAC"] = found["EAC_bottom_up"];
    found["VAC"] = found["VAC_bottom_up"];
    found["EV"] = {word(*it.bac * part)};
  }
  return found;
}

Found earned_times(const Inputs& in) {
  ScheduleNumbers it;
  it.planned = in.list("PV_cumulative_plan");
  it.ev = in.figure("EV");
  it.ac = in.figure("AC");
  it.at = in.number("AT");
  Found found;
  for (const NamedFigure& each : earned_schedule(it).figures) {
    found[each.name] = {word(each.figure)};
  }
  found["ES"] = {word(earned_schedule(it).value)};
  return found;
}

// A plan that is planned evenly, of which by its end so much less is earned.
Found time_variance(const Inputs& in) {
  const auto periods = static_cast<std::size_t>(std::stoi(in.text("PD")));
  ScheduleNumbers it;
  it.kind = SeriesKind::per_period;
  it.planned.assign(periods, *(in.number("BAC") / in.number("PD")));
  it.at = in.number("PD");
  it.ev = in.number("BAC") + in.number("SV");
  const Assessment result = earned_schedule(it);
  return {{"TV", {word(result.figure("TV"))}}, {"EACt_PV1", {word(result.figure("EACt_PV1"))}}};
}

Found planned_value(const Inputs& in) {
  const auto totals = running_totals(in.list("schedule"), SeriesKind::cumulative);
  const auto period = static_cast<std::size_t>(std::stoi(in.text("period")));
  return {{"PV", {word(in.number("BAC") * (*totals)[period - 1])}}};
}

Found actual_cost(const Inputs& in) {
  const bool cumulative = in.text("cumulative") == "true";
  const auto totals = running_totals(in.list("period_costs"),
                                     cumulative ? SeriesKind::cumulative : SeriesKind::per_period);
  const auto period = static_cast<std::size_t>(std::stoi(in.text("period")));
  return {{"AC", {word((*totals)[period - 1])}}};
}

Found earned_part(const Inputs& in) {
  const WeightedStep whole[] = {{1, in.number("percent_complete")}};
  return {{"EV", {word(in.number("BAC") * *milestone_weights(whole, StepCredit::percent).value)}}};
}

const std::map<std::string, Found (*)(const Inputs&)> kMethods = {
    {"mean_rollup", mean_of_scores},
    {"mean_rollup_regional_imputation", mean_of_scores},
    {"open_sdg_indicator_rollup", open_sdg_rollup},
    {"threshold_bands_4", colour},
    {"sdr_minmax_0_100", sdr_score},
    {"sdr_two_worst_dashboard", sdr_dashboard},
    {"sdr_linear_trend_arrow", sdr_trend},
    {"contribution_to_growth", contributions},
    {"weighted_mean_min_availability", mean_of_available},
    {"minmax", between_ends},
    {"goalposts", between_goalposts},
    {"distance_to_target", distances},
    {"percent_of_targeted_change", change},
    {"ratio_to_target", ratio_of_numbers},
    {"share_of_labels", share},
    {"fraction_of_max", fractions_of_max},
    {"ratio_rounded", ratio_of_percents},
    {"milestone_count", equal_milestones},
    {"target_from_percent_improvement", improved_target},
    {"target_as_percent_of_baseline_path", path_of_percent},
    {"linear_change_path", path_of_steps},
    {"halt_rise_path", halted},
    {"evm_basic", earned_value},
    {"evm_forecast", earned_value},
    {"evm_tcpi", earned_value},
    {"evm_planned_value", planned_value},
    {"evm_actual_cost", actual_cost},
    {"evm_earned_value", earned_part},
    {"evm_earned_schedule_duration", earned_times},
    {"evm_time_variance_pvrate", time_variance},
};

// Whether a figure is the published one: to so many digits after the point, or significant ones.
bool agrees(const std::string& found, const std::string& stated, const std::string& compare,
            int digits) {
  const auto number = Ratio::parse(found), wanted = Ratio::parse(stated);
  if (!number || !wanted) return found == stated;
  if (compare == "dp")
    return round(*number, digits, Rounding::half_up)->to_string() ==
           round(*wanted, digits, Rounding::half_up)->to_string();
  if (compare != "sig") return *number == *wanted;
  const Ratio apart = (*(*number - *wanted)).abs();
  return *(apart * Ratio(ten_to(digits))) <= *(wanted->abs() * Ratio(5));
}

void run(const std::string& file, std::map<std::string, std::pair<int, int>>& counted) {
  std::ifstream stream(std::string(TIENDO_SOURCE_DIR) + "/tests/data/published/" + file);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const Words fields = fields_of(line);
    SCOPED_TRACE(fields.at(0));
    ASSERT_TRUE(kMethods.contains(fields.at(1)));
    Found found = kMethods.at(fields.at(1))(Inputs(fields.at(5)));
    const Inputs stated_figures(fields.at(6));
    bool same = true;
    std::string difference;
    for (const auto& [name, text] : stated_figures.all()) {
      const Words stated = split(text, ' ');
      found[name].resize(stated.size());
      for (std::size_t i = 0; i < stated.size(); ++i) {
        if (agrees(found[name][i], stated[i], fields.at(3), std::stoi(fields.at(4)))) continue;
        same = false;
        difference += name + ": " + found[name][i] + ", published " + stated[i] + "\n";
      }
    }
    const bool reproduces = fields.at(2) == "true";
    EXPECT_EQ(same, reproduces) << difference;
    auto& [yes, no] = counted[fields.at(1)];
    ++(reproduces ? yes : no);
  }
}

TEST(PublishedMethodsTest, EveryFigureThatReproducesComesOutAndNoOther) {
  std::map<std::string, std::pair<int, int>> counted;
  run("method_cases.csv", counted);
  run("method_cases_sdr_eu19.csv", counted);
  const std::map<std::string, std::pair<int, int>> expected = {
      {"mean_rollup", {35, 0}},
      {"mean_rollup_regional_imputation", {10, 0}},
      {"open_sdg_indicator_rollup", {13, 1}},
      {"threshold_bands_4", {29, 1}},
      {"sdr_minmax_0_100", {71, 0}},
      {"sdr_two_worst_dashboard", {22, 0}},
      {"sdr_linear_trend_arrow", {39, 6}},
      {"contribution_to_growth", {7, 3}},
      {"weighted_mean_min_availability", {1, 0}},
      {"minmax", {7, 0}},
      {"goalposts", {2, 0}},
      {"distance_to_target", {2, 0}},
      {"percent_of_targeted_change", {2, 0}},
      {"ratio_to_target", {1, 0}},
      {"share_of_labels", {2, 0}},
      {"fraction_of_max", {1, 0}},
      {"ratio_rounded", {1, 0}},
      {"milestone_count", {1, 0}},
      {"target_from_percent_improvement", {1, 0}},
      {"target_as_percent_of_baseline_path", {3, 0}},
      {"linear_change_path", {1, 0}},
      {"halt_rise_path", {1, 0}},
      {"evm_basic", {3, 1}},
      {"evm_forecast", {12, 1}},
      {"evm_tcpi", {1, 0}},
      {"evm_planned_value", {1, 0}},
      {"evm_actual_cost", {1, 0}},
      {"evm_earned_value", {1, 0}},
      {"evm_earned_schedule_duration", {8, 0}},
      {"evm_time_variance_pvrate", {0, 6}}};
  EXPECT_EQ(counted, expected);
}

}  // namespace
}  // namespace tiendo::published_methods_test
