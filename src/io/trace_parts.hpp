// The parts of a trace as JSON.
#pragma once

#include <string_view>

#include "io/json_keys.hpp"
#include "io/json_text.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// A label in both languages: {"vi": "...", "en": "..."}.
template <class Label>
JsonNode labels_of(const Label& label) {
  JsonKeys keys;
  keys.needed("vi", label(Language::vi));
  keys.needed("en", label(Language::en));
  return keys.done();
}

// Why something is not there: the number, name and words of its code.
JsonNode trace_reason(Errc reason);

// What was looked up, which reports were used, which were set aside and why.
JsonNode trace_source(const TraceSource& source, const ObservationLog& log);

// Of what the traces are: the format, the plan, the days of the request and its map.
void put_asked(OpenObject& document, std::string_view format, const PlanHead& plan,
               const Request& asked);

// A number on the way to a figure; `id` counts from 1.
JsonNode trace_number(const TraceNumber& number, std::size_t id, const Plan& plan);

}  // namespace tiendo
