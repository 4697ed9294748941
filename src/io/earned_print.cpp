// Tested by tests/unit/io/work_trace_writer_test.cpp and tests/golden/reports_test.py.

#include "io/earned_print.hpp"

#include <algorithm>
#include <utility>

namespace tiendo {
namespace {

// Digits of an index and of a time.
constexpr int kIndexDigits = 3;
constexpr int kTimeDigits = 1;

constexpr std::pair<std::string_view, Phrase> kLabels[] = {
    {"BAC", {"ngân sách đến khi hoàn thành", "budget at completion"}},
    {"PV", {"giá trị đến hạn", "planned by now"}},
    {"EV", {"giá trị thu được", "earned"}},
    {"AC", {"chi phí thực tế", "actual cost"}},
    {"PD", {"thời gian kế hoạch", "planned duration"}},
    {"AT", {"thời gian đã qua", "actual time"}},
    {"ES", {"thời gian thu được", "earned schedule"}},
    {"PV_at", {"giá trị kế hoạch đến lúc này", "planned by the actual time"}},
    {"CV", {"chênh lệch chi phí", "cost variance"}},
    {"SV", {"chênh lệch tiến độ", "schedule variance"}},
    {"CPI", {"chỉ số chi phí", "cost index"}},
    {"SPI", {"chỉ số tiến độ", "schedule index"}},
    {"SCI", {"chỉ số chi phí và tiến độ", "cost and schedule index"}},
    {"percent_complete", {"% ngân sách thu được", "% of the budget earned"}},
    {"percent_planned", {"% ngân sách đến hạn", "% of the budget planned by now"}},
    {"EAC", {"chi phí dự kiến khi hoàn thành", "estimate at completion"}},
    {"EAC_planned", {"như trên, phần còn lại theo kế hoạch", "same, the rest as planned"}},
    {"EAC_combined", {"như trên, phần còn lại theo SCI", "same, the rest by SCI"}},
    {"EAC_bottom_up", {"như trên, phần còn lại theo dự toán riêng", "same, the rest as estimated"}},
    {"ETC", {"chi phí dự kiến còn lại", "estimate to complete"}},
    {"VAC", {"chênh lệch khi hoàn thành", "variance at completion"}},
    {"VAC_bottom_up", {"như trên, theo dự toán riêng", "same, as estimated"}},
    {"TCPI", {"chỉ số chi phí cần đạt để đúng BAC", "cost index needed to keep BAC"}},
    {"TCPI_EAC", {"chỉ số chi phí cần đạt để đúng EAC", "cost index needed to keep EAC"}},
    {"SV_at", {"chênh lệch so với PV_at", "variance from PV_at"}},
    {"SPI_at", {"chỉ số tiến độ theo PV_at", "schedule index by PV_at"}},
    {"SCI_at", {"chỉ số chi phí và tiến độ theo PV_at", "cost and schedule index by PV_at"}},
    {"SVt", {"chênh lệch thời gian", "variance in time"}},
    {"SPIt", {"chỉ số thời gian", "index of time"}},
    {"SCIt", {"chỉ số chi phí và thời gian", "cost and time index"}},
    {"TSPIt", {"chỉ số thời gian cần đạt để kịp PD", "index of time needed to keep PD"}},
    {"IEACt", {"thời gian dự kiến theo SPIt", "time at completion by SPIt"}},
    {"EACt_ES1", {"thời gian dự kiến, phần còn lại theo kế hoạch", "time, the rest as planned"}},
    {"EACt_ES2", {"thời gian dự kiến, phần còn lại theo SPIt", "time, the rest by SPIt"}},
    {"EACt_ES3", {"thời gian dự kiến, phần còn lại theo SCIt", "time, the rest by SCIt"}},
    {"ED", {"thời lượng thu được", "earned duration"}},
    {"EACt_ED1",
     {"thời gian dự kiến theo ED, phần còn lại theo kế hoạch", "time by ED, the rest as planned"}},
    {"EACt_ED2",
     {"thời gian dự kiến theo ED, phần còn lại theo SPI_at", "time by ED, the rest by SPI_at"}},
    {"EACt_ED3",
     {"thời gian dự kiến theo ED, phần còn lại theo SCI_at", "time by ED, the rest by SCI_at"}},
    {"TV", {"chênh lệch tiến độ, tính bằng thời gian", "schedule variance as time"}},
    {"EACt_PV1", {"thời gian dự kiến, trừ TV", "time, less TV"}},
    {"EACt_PV2", {"thời gian dự kiến theo SPI_at", "time by SPI_at"}},
    {"EACt_PV3", {"thời gian dự kiến theo SCI_at", "time by SCI_at"}},
};

int digits_in(const Indicator& indicator, EarnedKind::In in) {
  switch (in) {
    case EarnedKind::In::measure: return digits_of(indicator);
    case EarnedKind::In::percent: return indicator.percent_digits;
    case EarnedKind::In::index: return kIndexDigits;
    case EarnedKind::In::time: break;
  }
  return kTimeDigits;
}

}  // namespace

std::string_view earned_label(std::string_view name, Language language) {
  const auto* const found = std::find_if(std::begin(kLabels), std::end(kLabels),
                                         [&](const auto& one) { return one.first == name; });
  return found == std::end(kLabels) ? std::string_view{} : found->second.in(language);
}

std::string_view label(ProjectValue::Times times, Language language) {
  constexpr Phrase kDays{"ngày", "days"};
  constexpr Phrase kMonths{"tháng", "months"};
  switch (times) {
    case ProjectValue::Times::none: break;
    case ProjectValue::Times::days: return kDays.in(language);
    case ProjectValue::Times::months: return kMonths.in(language);
  }
  return {};
}

const Indicator& indicator_of_capital(const Plan& plan, Index project) {
  return plan.indicators()[plan.find_indicator(plan.projects()[project].capital.front().indicator)];
}

PrintRule earned_print_rule(const Plan& plan, Index project, EarnedKind::In in,
                            const Printing& printing) {
  const Indicator& indicator = indicator_of_capital(plan, project);
  return {printing.digits.value_or(digits_in(indicator, in)),
          printing.rounding.value_or(indicator.rounding)};
}

std::string earned_unit(const Plan& plan, Index project, EarnedKind::In in,
                        ProjectValue::Times times, Language language) {
  switch (in) {
    case EarnedKind::In::measure:
      return ' ' + measure_label(plan.measure_of(indicator_of_capital(plan, project)), language);
    case EarnedKind::In::percent: return " %";
    case EarnedKind::In::index: break;
    case EarnedKind::In::time: return ' ' + std::string(label(times, language));
  }
  return {};
}

}  // namespace tiendo
