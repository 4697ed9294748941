// Tested by tests/unit/engine/check_plan_test.cpp and checks_reports_test.cpp there.
//
// What the checks share: the cells of a log, the reports in them that count, places and numbers.

#include "engine/checks/checks.hpp"

#include <algorithm>
#include <map>

#include "tiendo/model/in_force.hpp"

namespace tiendo {
namespace {

// The period of the plan, or the one of its length before it, that holds the period; nothing when
// none does.
std::optional<Period> window_of(Period plan, const Period& period) {
  const std::optional<int> months = plan.months_long();
  while (months && period.start() < plan.start()) {
    const Result<Period> before = plan.shifted_months(-*months);
    if (!before) return std::nullopt;
    plan = *before;
  }
  return plan.contains(period) ? std::optional(plan) : std::nullopt;
}

// Nothing for a running total of no plan.
std::optional<Period> span_of_report(const Plan& plan, const Fact& fact) {
  const Period& period = fact.period;
  if (fact.form != Form::to_date) return period;
  const std::optional<Period> window = window_of(plan.head().period, period);
  if (!window) return std::nullopt;
  const Result<Period> span = Period::of(window->start(), period.end());
  return span ? std::optional(*span) : std::nullopt;
}

bool is_known(const CheckInput& input, const Fact& fact) {
  return !fact.earlier_stage && (!input.known_on || fact.recorded_on <= *input.known_on);
}

Result<Ratio> value_of(const Plan& plan, const Fact& fact) {
  const Indicator& indicator = plan.indicators()[fact.indicator];
  if (indicator.kind != IndicatorKind::ratio) return Ratio(fact.value);
  return Ratio(fact.value) / Ratio(fact.denominator) / Ratio(plan.measure_of(indicator).factor);
}

// By which of several reports for the same days the greatest counts.
auto rank_of(const Fact& fact) { return std::tuple(fact.recorded_on, fact.status, fact.revision); }

// The report that counts of one or more for the same days; nothing when it gives no number, or when
// two that tie disagree.
std::optional<Fact> counted(const std::vector<Fact>& rivals) {
  const Fact* best = &rivals.front();
  for (const Fact& rival : rivals) {
    if (rank_of(*best) < rank_of(rival)) best = &rival;
  }
  for (const Fact& rival : rivals) {
    const bool tie = rank_of(rival) == rank_of(*best);
    const bool agree = rival.standing == best->standing && rival.value == best->value &&
                       rival.denominator == best->denominator;
    if (tie && !agree) return std::nullopt;
  }
  return best->standing == Standing::value ? std::optional(*best) : std::nullopt;
}

std::tuple<Index, Index, Index> cell_of(const Plan& plan, Index target) {
  const TargetLinks& links = plan.target_links()[target];
  return {links.indicator, links.unit, links.project};
}

}  // namespace

Date last_day_of_all() {
  static const Date kLast = *Date::parse("9999-12-31");
  return kLast;
}

CheckInput::CheckInput(const ObservationLog& from, std::optional<Date> known, BaseRule base,
                       Diagnostics& to)
    : log(from),
      known_on(known),
      reporters(from, known),
      base_rule(base),
      in_force(targets_in_force(from.plan(), known.value_or(last_day_of_all()))),
      by_cell_(in_force),
      findings_(to) {
  std::sort(by_cell_.begin(), by_cell_.end(), [this](Index a, Index b) {
    return std::pair(cell_of(plan(), a), a) < std::pair(cell_of(plan(), b), b);
  });
}

std::span<const Index> CheckInput::targets_for(Index indicator, Index unit, Index project) const {
  const std::tuple wanted(indicator, unit, project);
  const auto first = std::partition_point(by_cell_.begin(), by_cell_.end(),
                                          [&](Index at) { return cell_of(plan(), at) < wanted; });
  const auto end =
      std::find_if(first, by_cell_.end(), [&](Index at) { return cell_of(plan(), at) != wanted; });
  return {first, end};
}

void CheckInput::add(Severity severity, Errc code, std::string path, std::string sentence) const {
  findings_.push_back({severity, code, Place{{}, std::move(path), 0, 0}, std::move(sentence)});
}

std::vector<CheckedCell> cells_of(const ObservationLog& log) {
  std::vector<CheckedCell> cells;
  cells.reserve(log.cell_count());
  for (Index number = 0; number < log.cell_count(); ++number) {
    const LogCell cell = log.cell(number);
    cells.push_back({cell.indicator, cell.unit, cell.project, {}, false});
  }
  const auto place = [](const CheckedCell& cell) {
    return std::tuple(cell.indicator, cell.unit, cell.project + 1);  // so that none comes first
  };
  std::sort(cells.begin(), cells.end(),
            [place](const CheckedCell& a, const CheckedCell& b) { return place(a) < place(b); });
  return cells;
}

void read_reports(const CheckInput& input, CheckedCell& cell) {
  // By end, start and form of the days that a report stands for.
  std::map<std::tuple<Date, Date, Form>, std::vector<Fact>> rivals;
  for (const Row row : input.log.rows_of(cell.indicator, cell.unit, cell.project)) {
    Fact fact = input.log.fact(row);
    cell.is_judged = cell.is_judged || fact.verdict() != Verdict::none;
    if (!is_known(input, fact)) continue;
    const std::optional<Period> span = span_of_report(input.plan(), fact);
    if (span) rivals[{span->end(), span->start(), fact.form}].push_back(std::move(fact));
  }
  for (const auto& [key, facts] : rivals) {
    std::optional<Fact> fact = counted(facts);
    if (!fact) continue;
    const std::optional<Period> span = span_of_report(input.plan(), *fact);
    Result<Ratio> value = value_of(input.plan(), *fact);
    if (span && value) cell.reports.push_back({*std::move(fact), *span, *std::move(value)});
  }
}

std::vector<Fact> editions(const CheckInput& input, Index indicator, Index unit,
                           const Period& span) {
  std::vector<Fact> all;
  for (const Row row : input.log.rows_of(indicator, unit, kNone)) {
    Fact fact = input.log.fact(row);
    if (!is_known(input, fact) || fact.standing != Standing::value) continue;
    if (span_of_report(input.plan(), fact) == span) all.push_back(std::move(fact));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Fact& a, const Fact& b) { return rank_of(a) < rank_of(b); });
  return all;
}

std::size_t stretch_of(const Indicator& indicator, Date day) {
  std::size_t breaks = 0;
  for (const SeriesBreak& one : indicator.breaks) breaks += one.on <= day ? 1U : 0U;
  return breaks;
}

std::string exact_text(const Ratio& value) {
  const Result<Decimal> decimal = value.to_decimal();
  return decimal ? decimal->to_string() : value.to_string();
}

std::string path_of(const Plan& plan, Index target) {
  std::size_t of_projects = 0;
  for (const Project& project : plan.projects()) of_projects += project.targets.size();
  const std::size_t own = plan.targets().size() - of_projects;
  if (target < own) return "/plan/targets/" + std::to_string(target);
  std::size_t at = target - own;
  std::size_t project = 0;
  for (; at >= plan.projects()[project].targets.size(); ++project) {
    at -= plan.projects()[project].targets.size();
  }
  return "/plan/projects/" + std::to_string(project) + "/targets/" + std::to_string(at);
}

std::string path_of(Row row) { return "observation " + std::to_string(row + 1); }

std::string name_of_cell(const Plan& plan, const CheckedCell& cell, const Period& period) {
  std::string text =
      '"' + plan.indicators()[cell.indicator].id + "\" of \"" + plan.units()[cell.unit].id + '"';
  if (cell.project != kNone) text += ", project \"" + plan.projects()[cell.project].id + '"';
  return text + " in " + period.to_string();
}

}  // namespace tiendo
