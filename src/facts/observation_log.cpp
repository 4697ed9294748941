// Tested by tests/unit/facts/observation_log_test.cpp.
//
// One vector a column; what few rows have (parts, texts) stands beside, by row. A cell knows its
// rows.

#include "tiendo/facts/observation_log.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace tiendo {
namespace {

using Cell = std::tuple<Index, Index, Index>;

struct Texts {
  std::string work_stage;
  std::string source;
  std::string note;
};

bool same_value(const Fact& a, const Fact& b) {
  return a.standing == b.standing && a.value == b.value && a.denominator == b.denominator;
}

// Whether neither report can win over the other.
bool equal_standing(const Fact& a, const Fact& b) {
  return a.period == b.period && a.form == b.form && a.earlier_stage == b.earlier_stage &&
         a.recorded_on == b.recorded_on && a.status == b.status && a.revision == b.revision;
}

}  // namespace

struct ObservationLog::Columns {
  explicit Columns(Plan book) : plan(std::move(book)) {}

  Plan plan;
  std::vector<Index> indicator, unit, project;
  std::vector<Period> period;
  std::vector<Form> form;
  std::vector<Standing> standing;
  std::vector<Status> status;
  std::vector<Qualifier> qualifier;
  std::vector<Date> recorded_on;
  std::vector<std::int32_t> revision;
  std::vector<Decimal> value;
  std::unordered_map<Row, Decimal> denominator;
  std::unordered_map<Row, Texts> texts;
  std::vector<bool> earlier_stage;
  std::map<Cell, std::vector<Row>> cells;

  Result<Fact> resolve(const Observation& observation) const;
  Errc fault_of_value(const Observation& observation, const Indicator& definition) const;
  Fact fact(Row row) const;
  bool contradicted(const Fact& fact) const;
  Result<Row> append(const Observation& observation);
  void push(const Fact& fact, const Observation& observation);
  void truncate(std::size_t size);
};

namespace {

Error unknown(Errc code, const std::string& id) {
  return error(code, std::string(text_of(code)) + ": \"" + id + '"');
}

// Increments and running totals are for what adds up over time, levels for what does not.
bool fits(Form form, TimeRule rule) { return (form == Form::level) == (rule == TimeRule::last); }

}  // namespace

Errc ObservationLog::Columns::fault_of_value(const Observation& o,
                                             const Indicator& definition) const {
  const bool parts = o.numerator || o.denominator;
  if (o.revision < 0) return Errc::revision_negative;
  if (o.standing != Standing::value) {
    return o.value || parts ? Errc::parts_refused : Errc::none;
  }
  if (definition.kind == IndicatorKind::ratio) {
    if (!o.numerator || !o.denominator) return o.value ? Errc::parts_needed : Errc::value_missing;
    return o.denominator->is_zero() ? Errc::denominator_zero : Errc::none;
  }
  if (parts) return Errc::parts_refused;
  if (!o.value) return Errc::value_missing;
  return definition.scale && o.value->scale() > *definition.scale ? Errc::value_scale : Errc::none;
}

// The row with ids as positions and defaults filled in, or why there can be none.
Result<Fact> ObservationLog::Columns::resolve(const Observation& o) const {
  Fact fact{};
  fact.indicator = plan.find_indicator(o.indicator);
  if (fact.indicator == kNone) return unknown(Errc::unknown_indicator, o.indicator);
  if (o.unit.empty() && plan.head().unit.empty()) return error(Errc::unit_missing);
  fact.unit = o.unit.empty() ? plan.unit() : plan.find_unit(o.unit);
  if (fact.unit == kNone) return unknown(Errc::unknown_unit, o.unit);
  fact.project = o.project.empty() ? kNone : plan.find_project(o.project);
  if (!o.project.empty() && fact.project == kNone) return unknown(Errc::unknown_project, o.project);
  if (!o.work_stage.empty()) {
    if (fact.project == kNone) return unknown(Errc::unknown_stage, o.work_stage);
    const std::vector<std::string>& stages = plan.projects()[fact.project].stages;
    if (std::find(stages.begin(), stages.end(), o.work_stage) == stages.end()) {
      return unknown(Errc::unknown_stage, o.work_stage);
    }
    fact.earlier_stage = o.work_stage != stages.back();
  }
  const Indicator& definition = plan.indicators()[fact.indicator];
  const TimeRule rule = time_rule_of(definition);
  fact.form = o.form.value_or(rule == TimeRule::sum ? Form::increment : Form::level);
  if (!fits(fact.form, rule)) {
    return error(Errc::form_conflict,
                 '"' + definition.id + "\" " +
                     (rule == TimeRule::sum ? "adds up over time" : "is a level") +
                     " and cannot be reported as " + std::string(name_of(fact.form)));
  }
  if (const Errc fault = fault_of_value(o, definition); fault != Errc::none) {
    return error(fault, fault != Errc::value_scale
                            ? std::string()
                            : o.value->to_string() + " has " + std::to_string(o.value->scale()) +
                                  " digits after the point; \"" + definition.id + "\" records " +
                                  std::to_string(*definition.scale));
  }
  fact.period = o.period;
  fact.standing = o.standing;
  fact.status = o.status;
  fact.qualifier = o.qualifier;
  fact.recorded_on = o.recorded_on.value_or(o.period.last_day());
  fact.revision = o.revision;
  if (o.standing == Standing::value) {
    fact.value = o.numerator ? *o.numerator : *o.value;
    fact.denominator = o.denominator ? *o.denominator : Decimal(1);
  }
  return fact;
}

void ObservationLog::Columns::push(const Fact& fact, const Observation& o) {
  const Row row = indicator.size();
  indicator.push_back(fact.indicator);
  unit.push_back(fact.unit);
  project.push_back(fact.project);
  period.push_back(fact.period);
  form.push_back(fact.form);
  standing.push_back(fact.standing);
  status.push_back(fact.status);
  qualifier.push_back(fact.qualifier);
  recorded_on.push_back(fact.recorded_on);
  revision.push_back(fact.revision);
  value.push_back(fact.value);
  earlier_stage.push_back(fact.earlier_stage);
  if (o.denominator) denominator.emplace(row, *o.denominator);
  if (!o.work_stage.empty() || !o.source.empty() || !o.note.empty()) {
    texts.emplace(row, Texts{o.work_stage, o.source, o.note});
  }
  cells[{fact.indicator, fact.unit, fact.project}].push_back(row);
}

ObservationLog::ObservationLog(Plan plan) : columns_(std::make_unique<Columns>(std::move(plan))) {}
ObservationLog::ObservationLog(ObservationLog&&) noexcept = default;
ObservationLog& ObservationLog::operator=(ObservationLog&&) noexcept = default;
ObservationLog::~ObservationLog() = default;

const Plan& ObservationLog::plan() const noexcept { return columns_->plan; }
std::size_t ObservationLog::size() const noexcept { return columns_->indicator.size(); }

bool ObservationLog::Columns::contradicted(const Fact& by) const {
  const auto cell = cells.find({by.indicator, by.unit, by.project});
  if (cell == cells.end()) return false;
  return std::any_of(cell->second.begin(), cell->second.end(), [&](Row row) {
    const Fact earlier = fact(row);
    return equal_standing(earlier, by) && !same_value(earlier, by);
  });
}

Result<Row> ObservationLog::Columns::append(const Observation& o) {
  const Result<Fact> resolved = resolve(o);
  if (!resolved) return resolved.error();
  if (contradicted(*resolved)) {
    return error(Errc::observations_disagree,
                 "another report of \"" + o.indicator + "\" for " + o.period.to_string() +
                     ", recorded on the same day with the same status and revision, gives another "
                     "value");
  }
  push(*resolved, o);
  return indicator.size() - 1;
}

// Takes the rows from `size` on out again; only append_all does, before anybody has seen them.
void ObservationLog::Columns::truncate(std::size_t size) {
  for (Row row = indicator.size(); row-- > size;) {
    const auto cell = cells.find({indicator[row], unit[row], project[row]});
    cell->second.pop_back();
    if (cell->second.empty()) cells.erase(cell);
    denominator.erase(row);
    texts.erase(row);
  }
  const auto shorten = [size](auto&... columns) { (columns.resize(size), ...); };
  shorten(indicator, unit, project, form, standing, status, qualifier, recorded_on, revision, value,
          earlier_stage, period);
}

Result<Row> ObservationLog::append(const Observation& observation) {
  return columns_->append(observation);
}

Diagnostics ObservationLog::append_all(const std::vector<Observation>& observations) {
  Diagnostics findings;
  const std::size_t before = size();
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Result<Row> row = columns_->append(observations[i]);
    if (row) continue;
    findings.push_back({Severity::error, row.error().code, Place{{}, '/' + std::to_string(i), 0, 0},
                        row.error().sentence});
  }
  if (!findings.empty()) columns_->truncate(before);
  return findings;
}

Fact ObservationLog::fact(Row row) const { return columns_->fact(row); }

Fact ObservationLog::Columns::fact(Row row) const {
  const Columns& c = *this;
  Fact fact{row,
            c.indicator[row],
            c.unit[row],
            c.project[row],
            c.period[row],
            c.form[row],
            c.standing[row],
            c.status[row],
            c.qualifier[row],
            c.recorded_on[row],
            c.revision[row],
            c.earlier_stage[row],
            c.value[row]};
  if (const auto found = c.denominator.find(row); found != c.denominator.end()) {
    fact.denominator = found->second;
  }
  return fact;
}

Observation ObservationLog::observation(Row row) const {
  const Fact f = fact(row);
  const Plan& plan = columns_->plan;
  Observation o;
  o.indicator = plan.indicators()[f.indicator].id;
  o.unit = plan.units()[f.unit].id;
  if (f.project != kNone) o.project = plan.projects()[f.project].id;
  o.period = f.period;
  o.form = f.form;
  o.standing = f.standing;
  if (f.standing == Standing::value) {
    const bool ratio = columns_->denominator.contains(row);
    (ratio ? o.numerator : o.value) = f.value;
    if (ratio) o.denominator = f.denominator;
  }
  o.status = f.status;
  o.qualifier = f.qualifier;
  o.recorded_on = f.recorded_on;
  o.revision = f.revision;
  if (const auto found = columns_->texts.find(row); found != columns_->texts.end()) {
    o.work_stage = found->second.work_stage;
    o.source = found->second.source;
    o.note = found->second.note;
  }
  return o;
}

const std::vector<Row>& ObservationLog::rows_of(Index indicator, Index unit, Index project) const {
  static const std::vector<Row> kNothing;
  const auto found = columns_->cells.find({indicator, unit, project});
  return found == columns_->cells.end() ? kNothing : found->second;
}

}  // namespace tiendo
