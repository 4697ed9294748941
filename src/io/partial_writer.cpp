// Tested by tests/unit/io/partial_text_test.cpp and tests/oracle/partial_oracle_test.cpp.
//
// A line with the format and the checksum of all that follows it, a line of JSON, a table of sums,
// a table of observations. Sums stand in the order of the plan, and so do the cells of
// observations, each with its reports as they came: nothing depends on how parts were merged.

#include <bit>

#include "io/checksum.hpp"
#include "io/json_keys.hpp"
#include "io/json_text.hpp"
#include "io/partial_table.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/partial_text.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo {
namespace {

JsonNode rules_of(const Rules& rules) {
  JsonKeys keys;
  keys.needed("id", rules.name);
  keys.whole("version", rules.version);
  keys.text("based_on", rules.based_on);
  keys.needed("base_rule", name_of(rules.base_rule));
  keys.needed("unreported", name_of(rules.unreported));
  keys.needed("compared_with", name_of(rules.compared_with));
  if (rules.rounding) keys.needed("rounding", name_of(*rules.rounding));
  keys.whole("late_after_months", rules.late_after_months);
  keys.remarks(rules.remarks);
  return keys.done();
}

JsonNode request_of(const Request& request) {
  JsonKeys keys;
  keys.needed("as_of", request.as_of.to_string());
  keys.printed("known_on", request.known_on);
  keys.printed("map", request.map);
  keys.put("rules", rules_of(request.rules));
  if (request.base_rule) keys.needed("base_rule", name_of(*request.base_rule));
  keys.whole("levels", request.levels);
  return keys.done();
}

std::vector<std::string> ids_of(const Plan& plan, const std::vector<Index>& units) {
  std::vector<std::string> ids;
  for (const Index unit : units) ids.push_back(plan.units()[unit].id);
  return ids;
}

std::string head_of(const Partial& partial, const MarkedPlan& plan) {
  const PartialParts& parts = partial.parts();
  JsonKeys keys;
  keys.needed("plan", plan.fingerprint());
  keys.put("request", request_of(partial.request()));
  keys.texts("whole", ids_of(plan.plan(), parts.units.whole));
  keys.texts("alone", ids_of(plan.plan(), parts.units.alone));
  keys.texts("kinds", ids_of(plan.plan(), parts.kinds));
  keys.whole("sums", static_cast<int>(parts.sums.size()));
  return json_line(keys.done());
}

// "1101": the second bit from the last is the first month but one.
std::string months_of(std::uint64_t months) {
  std::string text;
  for (; months != 0; months >>= 1U) text += (months & 1U) != 0 ? '1' : '0';
  return text;
}

void add_sum(std::string& text, const Plan& plan, const PartSum& sum) {
  const Indicator& indicator = plan.indicators()[sum.indicator];
  text += indicator.id + ',' + plan.units()[sum.unit].id + ',' + std::to_string(sum.question) +
          ',' + Decimal::of(sum.numerator, sum.scales.numerator)->to_string() + ',';
  if (indicator.kind == IndicatorKind::ratio) {
    text += Decimal::of(sum.denominator, sum.scales.denominator)->to_string();
  }
  text += ',' + months_of(sum.months) + ',' + std::to_string(sum.reported) + ',' +
          (sum.of_units ? "units" : "months") + ',' + std::string(name_of(sum.status)) + ',' +
          std::to_string(sum.last + 1) + '\n';
}

// Adds the rows of a log to another, cell by cell in the order of the plan.
void copy_in_order(const ObservationLog& log, ObservationLog& ordered) {
  ObservationLog::Batch batch(ordered);
  const auto copy = [&](Index indicator, Index unit, Index project) {
    for (const Row row : log.rows_of(indicator, unit, project)) {
      static_cast<void>(batch.append(log.observation(row)));  // as it was taken before
    }
  };
  for (Index indicator = 0; indicator < log.plan().indicators().size(); ++indicator) {
    for (Index unit = 0; unit < log.plan().units().size(); ++unit) {
      copy(indicator, unit, kNone);
      for (const Index project : log.projects_of(indicator, unit)) copy(indicator, unit, project);
    }
  }
  batch.keep();
}

}  // namespace

MarkedPlan::MarkedPlan(Plan plan)
    : plan_(std::move(plan)), fingerprint_(checksum(write_plan(plan_))) {}

std::string write_partial(const Partial& partial, const MarkedPlan& plan) {
  std::string text = head_of(partial, plan) + '\n';
  for (const std::string_view column : kPartialColumns) {
    text.append(column) += column == kPartialColumns.back() ? '\n' : ',';
  }
  for (const PartSum& sum : partial.parts().sums) add_sum(text, plan.plan(), sum);
  ObservationLog ordered(plan.plan());
  copy_in_order(partial.reports(), ordered);
  text += write_observations(ordered, NumberFormat::plain());
  return std::string(kPartialFormat) + ' ' + checksum(text) + '\n' + text;
}

}  // namespace tiendo
