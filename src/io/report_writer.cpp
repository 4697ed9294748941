// Tested by tests/unit/io/report_writer_test.cpp and tests/golden/reports_test.py.

#include "tiendo/io/report_writer.hpp"

#include <algorithm>
#include <array>

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "tiendo/base/watched.hpp"

namespace tiendo {
namespace {

constexpr std::array<ReportFormat, 4> kFormats = {ReportFormat::text, ReportFormat::csv,
                                                  ReportFormat::json, ReportFormat::markdown};

}  // namespace

std::string_view name_of(ReportFormat format) noexcept {
  switch (format) {
    case ReportFormat::text: return "text";
    case ReportFormat::csv: return "csv";
    case ReportFormat::json: return "json";
    case ReportFormat::markdown: return "markdown";
  }
  return {};
}

std::optional<ReportFormat> report_format_named(std::string_view name) noexcept {
  for (const ReportFormat format : kFormats) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

std::string_view name_of_kind(RowKind kind) {
  switch (kind) {
    case RowKind::target: return "target";
    case RowKind::whole: return "whole";
    case RowKind::indicator: return "indicator";
    case RowKind::component: return "component";
  }
  return {};
}

std::string name_of_rules(const Rules& rules) {
  return full_name(rules) + (rules.based_on.empty() ? "" : " (" + rules.based_on + ')');
}

std::string unusual_rules(const Rules& rules, Language language) {
  constexpr Phrase kLeftOut{"; không tính phần chưa báo cáo",
                            "; what has not been reported is left out"};
  constexpr Phrase kPeriodBefore{"; so với kỳ liền trước", "; compared with the period before"};
  std::string text;
  if (rules.unreported == Unreported::leave_out) text += kLeftOut.in(language);
  if (rules.compared_with == ComparedWith::period_before) text += kPeriodBefore.in(language);
  return text;
}

namespace {

std::string written(const Report& report, const WriteOptions& options, Watch& watch) {
  WriteOptions used = options;
  used.printing = under(report.request.rules, options.printing);
  if (!watch.begin(Phase::writing, static_cast<std::int64_t>(report.rows.size()))) return {};
  switch (used.format) {
    case ReportFormat::csv: return write_csv(report, used, watch);
    case ReportFormat::json: return write_json(report, used, watch);
    default: return write_tables(report, used, watch);
  }
}

}  // namespace

std::string write_report(const Report& report, const WriteOptions& options) {
  Watch unwatched;
  return written(report, options, unwatched);
}

Result<std::string> write_report(const Report& report, const WriteOptions& options,
                                 const Run& run) {
  return watched(run, [&](Watch& watch) {
    std::string text = written(report, options, watch);
    watch.goes_on(static_cast<std::int64_t>(report.rows.size()));
    return text;
  });
}

std::string_view group_id(const Plan& plan, const TallyRow& row, TallyBy by) {
  switch (by) {
    case TallyBy::field: return row.field;
    case TallyBy::task_group: return id_at(plan.task_groups(), row.group);
    default: return id_at(plan.units(), row.group);
  }
}

std::string text_of(const ReportedRange& range, const NumberFormat& numbers) {
  return format(range.lower, numbers) + " – " + format(range.upper, numbers);
}

std::string edge_mark(const Ratio& exact, const Decimal& printed, int edge) {
  const Ratio number(edge);
  if (Ratio(printed) != number || exact == number) return {};
  return exact < number ? "<" : ">";
}

std::string text_of(const Coverage& coverage) {
  if (coverage.expected == 0 && coverage.reported == 0) return {};
  return std::to_string(coverage.reported) + '/' + std::to_string(coverage.expected);
}

std::optional<Decimal> printed_number(const Plan& plan, const ReportRow& row,
                                      const Condition& condition, const Decimal& number,
                                      const Printing& printing) {
  const bool percent = is_change(condition.kind) && condition.in == ChangeIn::percent;
  const PrintRule rule =
      print_rule(plan, row, percent ? Field::completion : Field::actual, printing);
  Result<Decimal> rounded = round(number, rule.digits, rule.rounding);
  if (!rounded) return std::nullopt;
  return *std::move(rounded);
}

std::string plain_target(const Report& report, const ReportRow& row, const Printing& printing) {
  const auto text = [&](const Decimal& number) {
    const auto rounded = printed_number(report.plan, row, row.condition, number, printing);
    return rounded ? rounded->to_string() : std::string();
  };
  if (row.condition.kind == ConditionKind::between) {
    return text(row.condition.value) + ".." + text(row.condition.upper);
  }
  return row.target ? text(row.condition.value) : std::string();
}

std::vector<Errc> reason_codes(const ReportRow& row) {
  std::vector<Errc> codes;
  const auto add = [&codes](Errc code) {
    if (code != Errc::none && std::find(codes.begin(), codes.end(), code) == codes.end()) {
      codes.push_back(code);
    }
  };
  add(row.reason);
  add(row.verdict_reason);
  if (!row.actual) return codes;
  // Nobody asked for what is expected on the way where no profile is declared.
  if (row.expected.reason != Errc::no_profile) add(row.schedule_reason);
  add(row.completion.reason);
  add(row.same_period.reason);
  add(row.growth.reason);
  return codes;
}

std::string reasons_of(const ReportRow& row) {
  std::string text;
  for (const Errc code : reason_codes(row)) {
    if (!text.empty()) text += "; ";
    text += name_of(code);
    const bool of_row = row.reason == code || row.verdict_reason == code;
    if (code == Errc::partial_coverage && of_row && row.reported_to) {
      text += ": reported to " + row.reported_to->to_string();
    }
  }
  return text;
}

std::string exact_text(const ReportRow& row, Field field) {
  const Figure& exact = figure(row, field);
  if (!exact) return {};
  if (!is_percent(field)) return exact.value->to_string();
  const Result<Ratio> of_one = *exact / Ratio(100);
  return of_one ? of_one->to_string() : std::string();
}

std::string exact_name(Field field) {
  std::string_view name = name_of(field);
  if (name.ends_with("_pct")) name.remove_suffix(4);
  return std::string(name) + "_exact";
}

}  // namespace tiendo
