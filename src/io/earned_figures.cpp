// Tested by tests/unit/io/work_writer_test.cpp and tests/cli/work_trace_test.py, which computes
// each number again by its formula.

#include "io/earned_figures.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tiendo {
namespace {

constexpr std::pair<std::string_view, std::string_view> kFormulas[] = {
    {"BAC", "the capital of the plan, all pots together"},
    {"PV", "BAC * due_pct / 100, of the row of the project"},
    {"EV", "BAC * done_pct / 100, of the row of the project"},
    {"AC", "what has been paid"},
    {"PD", "the periods of the schedule, one for each of planned"},
    {"AT", "the periods that are over, and the part of one by its days"},
    {"ES",
     "C + (EV - planned_C) / (planned_next - planned_C), C the periods whose planned is earned"},
    {"PV_at", "planned_c + (planned_next - planned_c) * (AT - c), c the whole periods in AT"},
    {"CV", "EV - AC"},
    {"SV", "EV - PV"},
    {"CPI", "EV / AC"},
    {"SPI", "EV / PV"},
    {"SCI", "CPI * SPI"},
    {"percent_complete", "100 * EV / BAC"},
    {"percent_planned", "100 * PV / BAC"},
    {"EAC", "BAC / CPI"},
    {"EAC_planned", "AC + BAC - EV"},
    {"EAC_combined", "AC + (BAC - EV) / SCI"},
    {"ETC", "EAC - AC"},
    {"VAC", "BAC - EAC"},
    {"TCPI", "(BAC - EV) / (BAC - AC)"},
    {"TCPI_EAC", "(BAC - EV) / (EAC - AC)"},
    {"SV_at", "EV - PV_at"},
    {"SPI_at", "EV / PV_at"},
    {"SCI_at", "SPI_at * CPI"},
    {"SVt", "ES - AT"},
    {"SPIt", "ES / AT"},
    {"SCIt", "SPIt * CPI"},
    {"TSPIt", "(PD - ES) / (PD - AT)"},
    {"IEACt", "PD / SPIt"},
    {"EACt_ES1", "AT + PD - ES"},
    {"EACt_ES2", "AT + (PD - ES) / SPIt"},
    {"EACt_ES3", "AT + (PD - ES) / SCIt"},
    {"ED", "AT * SPI_at"},
    {"EACt_ED1", "AT + PD - ED"},
    {"EACt_ED2", "AT + (PD - ED) / SPI_at"},
    {"EACt_ED3", "AT + (PD - ED) / SCI_at"},
    {"TV", "SV_at / (planned_PD / PD)"},
    {"EACt_PV1", "PD - TV"},
    {"EACt_PV2", "PD / SPI_at"},
    {"EACt_PV3", "PD / SCI_at"},
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
      {"PD", timed ? Figure(Ratio(periods)) : Figure(value.schedule.value.reason)},
      {"AT", timed ? Figure(time->value) : Figure(value.schedule.value.reason)},
      {"ES", value.schedule.value}};
  figures.insert(figures.end(), value.value.figures.begin(), value.value.figures.end());
  for (const NamedFigure& each : value.schedule.figures) {
    if (std::string name = name_in_schedule(each.name); !name.empty()) {
      figures.push_back({std::move(name), each.figure});
    }
  }
  return figures;
}

std::string_view earned_formula(std::string_view name) noexcept {
  const auto* const found = std::find_if(std::begin(kFormulas), std::end(kFormulas),
                                         [&](const auto& one) { return one.first == name; });
  return found == std::end(kFormulas) ? std::string_view{} : found->second;
}

}  // namespace tiendo
