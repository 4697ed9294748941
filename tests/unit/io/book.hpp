// A small book for the tests of the writers: a log read from texts.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo {

// The log of a plan with these indicators and these keys inside "plan", for the town and its two
// wards in 2024. Faults fail the test.
inline ObservationLog book(const std::string& indicators, const std::string& plan_keys,
                           const std::string& observations) {
  const std::string text =
      R"({"format": "tiendo-plan/1", "measures": [
        {"id": "ha", "kind": "area", "name": "ha", "factor": "10000"},
        {"id": "percent", "kind": "share", "name": "%", "factor": "0.01"}],
      "units": [{"id": "town", "name": {"vi": "thị xã", "en": "town"}},
        {"id": "a", "name": "A", "parent": "town"}, {"id": "b", "name": "B", "parent": "town"}],
      "indicators": [)" +
      indicators + R"(], "plan": {"id": "p", "unit": "town", "period": "2024", )" + plan_keys +
      "}}";
  Checked<Plan> plan = read_plan(text, "plan.json");
  for (const Diagnostic& finding : plan.diagnostics) ADD_FAILURE() << to_string(finding);
  ObservationLog log(*plan.value);
  for (const Diagnostic& finding :
       read_observations(observations, "o.csv", NumberFormat::plain(), log)) {
    ADD_FAILURE() << to_string(finding);
  }
  return log;
}

inline Report report_on(const ObservationLog& log, const char* day) {
  Request request;
  request.as_of = *Date::parse(day);
  return evaluate(log, request);
}

}  // namespace tiendo
