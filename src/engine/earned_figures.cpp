// Tested by tests/unit/engine/work_trace_test.cpp and tests/unit/io/work_writer_test.cpp;
// tests/cli/work_trace_test.py and tests/oracle/earned_trace_oracle_test.cpp compute each number
// again by its formula.

#include "tiendo/engine/earned_figures.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tiendo {
namespace {

using In = EarnedKind::In;

constexpr EarnedKind kKinds[] = {
    {"BAC", In::measure, false, "", "the capital of the plan, all pots together"},
    {"PV", In::measure, false, "BAC * due_pct / 100", "of the row of the project"},
    {"EV", In::measure, false, "BAC * done_pct / 100", "of the row of the project"},
    {"AC", In::measure, false, "", "what has been paid"},
    {"PD", In::time, true, "", "the periods of the schedule, one for each of planned"},
    {"AT", In::time, true, "", "the periods that are over, and the part of one by its days"},
    {"ES", In::time, true, "C + (EV - planned_C) / (planned_after_C - planned_C)",
     "C the periods whose planned is earned"},
    {"PV_at", In::measure, true, "planned_G + (planned_after_G - planned_G) * (AT - G)",
     "G the whole periods in AT"},
    {"CV", In::measure, false, "EV - AC", ""},
    {"SV", In::measure, false, "EV - PV", ""},
    {"CPI", In::index, false, "EV / AC", ""},
    {"SPI", In::index, false, "EV / PV", ""},
    {"SCI", In::index, false, "CPI * SPI", ""},
    {"percent_complete", In::percent, false, "100 * EV / BAC", ""},
    {"percent_planned", In::percent, false, "100 * PV / BAC", ""},
    {"EAC", In::measure, false, "BAC / CPI", ""},
    {"EAC_planned", In::measure, false, "AC + BAC - EV", ""},
    {"EAC_combined", In::measure, false, "AC + (BAC - EV) / SCI", ""},
    {"EAC_bottom_up", In::measure, false, "",
     "what was paid, and an estimate of what the rest will cost"},
    {"ETC", In::measure, false, "EAC - AC", ""},
    {"VAC", In::measure, false, "BAC - EAC", ""},
    {"VAC_bottom_up", In::measure, false, "BAC - EAC_bottom_up", ""},
    {"TCPI", In::index, false, "(BAC - EV) / (BAC - AC)", ""},
    {"TCPI_EAC", In::index, false, "(BAC - EV) / (EAC - AC)", ""},
    {"SV_at", In::measure, true, "EV - PV_at", ""},
    {"SPI_at", In::index, true, "EV / PV_at", ""},
    {"SCI_at", In::index, true, "SPI_at * CPI", ""},
    {"SVt", In::time, true, "ES - AT", ""},
    {"SPIt", In::index, true, "ES / AT", ""},
    {"SCIt", In::index, true, "SPIt * CPI", ""},
    {"TSPIt", In::index, true, "(PD - ES) / (PD - AT)", ""},
    {"IEACt", In::time, true, "PD / SPIt", ""},
    {"EACt_ES1", In::time, true, "AT + PD - ES", ""},
    {"EACt_ES2", In::time, true, "AT + (PD - ES) / SPIt", ""},
    {"EACt_ES3", In::time, true, "AT + (PD - ES) / SCIt", ""},
    {"ED", In::time, true, "AT * SPI_at", ""},
    {"EACt_ED1", In::time, true, "AT + PD - ED", ""},
    {"EACt_ED2", In::time, true, "AT + (PD - ED) / SPI_at", ""},
    {"EACt_ED3", In::time, true, "AT + (PD - ED) / SCI_at", ""},
    {"TV", In::time, true, "SV_at / (planned_PD / PD)", ""},
    {"EACt_PV1", In::time, true, "PD - TV", ""},
    {"EACt_PV2", In::time, true, "PD / SPI_at", ""},
    {"EACt_PV3", In::time, true, "PD / SCI_at", ""},
};

// The name of a figure of the schedule; empty for one that the other method gives as well.
std::string name_in_schedule(const std::string& name) {
  if (name == "CPI") return {};
  const bool of_both = name == "PV" || name == "SV" || name == "SPI" || name == "SCI";
  return of_both ? name + "_at" : name;
}

}  // namespace

std::vector<NamedFigure> earned_figures(const ProjectValue& value) {
  const std::vector<MethodInput>& inputs = value.schedule.inputs;
  const auto time = std::find_if(inputs.begin(), inputs.end(),
                                 [](const MethodInput& input) { return input.symbol == "AT"; });
  const auto periods = std::count_if(inputs.begin(), inputs.end(), [](const MethodInput& input) {
    return input.symbol == "PV_k";
  });
  const bool timed = time != inputs.end();
  std::vector<NamedFigure> figures = {
      {"BAC", value.numbers.bac},
      {"PV", value.numbers.pv},
      {"EV", value.numbers.ev},
      {"AC", value.numbers.ac},
      {"PD", periods > 0 ? Figure(Ratio(periods)) : Figure(value.schedule.value.reason)},
      {"AT", timed ? Figure(time->value) : Figure(value.schedule.value.reason)},
      {"ES", value.schedule.value}};
  figures.insert(figures.end(), value.value.figures.begin(), value.value.figures.end());
  if (value.value.figures.empty()) figures.push_back({"CPI", value.value.value});
  for (const NamedFigure& each : value.schedule.figures) {
    if (std::string name = name_in_schedule(each.name); !name.empty()) {
      figures.push_back({std::move(name), each.figure});
    }
  }
  return figures;
}

std::span<const EarnedKind> earned_kinds() noexcept { return kKinds; }

const EarnedKind* earned_kind(std::string_view name) noexcept {
  const auto* const found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                         [&](const EarnedKind& one) { return one.name == name; });
  return found == std::end(kKinds) ? nullptr : found;
}

std::string_view name_of(EarnedKind::In in) noexcept {
  switch (in) {
    case In::measure: return "measure";
    case In::percent: return "percent";
    case In::index: return "index";
    case In::time: return "time";
  }
  return {};
}

std::string earned_formula(std::string_view name) {
  const EarnedKind* const kind = earned_kind(name);
  if (kind == nullptr) return {};
  std::string text(kind->formula);
  if (!text.empty() && !kind->words.empty()) text += ", ";
  return text.append(kind->words);
}

}  // namespace tiendo
