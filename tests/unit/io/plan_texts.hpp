// Small plan files for the tests of their reader.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "io/plan_parts.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo {

inline constexpr std::string_view kMeasures =
    R"([{"id": "ha", "kind": "area", "factor": "10000"}, {"id": "percent", "kind": "share", "factor": 0.01}])";
inline constexpr std::string_view kUnits = R"([{"id": "town"}, {"id": "ward", "parent": "town"}])";
inline constexpr std::string_view kIndicators =
    R"([{"id": "land", "measure": "ha", "kind": "flow"}, {"id": "poor", "measure": "percent", "kind": "level"}])";

// A plan with these keys inside "plan", after id, unit and period, and `more` at the top.
inline std::string plan_text(std::string_view keys, std::string_view indicators = kIndicators,
                             std::string_view units = kUnits, std::string_view more = "") {
  return R"({"format": "tiendo-plan/1", "measures": )" + std::string(kMeasures) + R"(, "units": )" +
         std::string(units) + R"(, "indicators": )" + std::string(indicators) +
         R"(, "plan": {"id": "p", "unit": "town", "period": "2024")" + std::string(keys) + "}" +
         std::string(more) + "}";
}

inline Plan read(const std::string& text) {
  Checked<Plan> plan = read_plan(text, "plan.json");
  for (const Diagnostic& finding : plan.diagnostics) ADD_FAILURE() << to_string(finding);
  return *plan.value;
}

// The code of the first finding.
inline Errc fault(const std::string& text) {
  const Checked<Plan> plan = read_plan(text, "plan.json");
  return plan.diagnostics.empty() ? Errc::none : plan.diagnostics[0].code;
}

// One object of a plan file, read by itself, and the code of its first fault.
template <class Part>
struct ReadPart {
  Part part;
  Errc fault = Errc::none;
};

template <class Part>
ReadPart<Part> read_part(Part (*reader)(Findings&, const JsonNode&), std::string_view text) {
  Findings findings(text, "part.json");
  ReadPart<Part> result{reader(findings, *parse_json(text)), {}};
  if (findings.any()) result.fault = findings.all()[0].code;
  return result;
}

// As read_part(), of what is without fault.
template <class Part>
Part part(Part (*reader)(Findings&, const JsonNode&), std::string_view text) {
  ReadPart<Part> result = read_part(reader, text);
  EXPECT_EQ(result.fault, Errc::none) << text;
  return std::move(result.part);
}

}  // namespace tiendo
