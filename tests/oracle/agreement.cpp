// Used by tests/oracle/engine_oracle_test.cpp, small_books_oracle_test.cpp and
// years_oracle_test.cpp.

#include "agreement.hpp"

#include <algorithm>

#include "../unit/engine/book.hpp"
#include "engine.hpp"
#include "tiendo/engine/report_columns.hpp"

namespace tiendo::oracle {
namespace {

std::string text_of(const ReportRow& row) {
  std::string text = std::to_string(static_cast<int>(row.kind));
  for (const Index index : {row.indicator, row.unit, row.project, row.assigner}) {
    text += ' ' + (index == kNone ? "-" : std::to_string(index));
  }
  for (const Index target : row.targets) text += " #" + std::to_string(target);
  text += ' ' + row.period.to_string() + ' ' + std::string(name_of(row.condition.kind)) + ' ' +
          row.condition.value.to_string() + ".." + row.condition.upper.to_string() + "~" +
          row.condition.tolerance.to_string() + ' ' + std::string(name_of(row.condition.in)) +
          (row.condition.then ? " then " + std::string(name_of(row.condition.then->kind)) : "") +
          ' ' + (row.declared_projects ? std::to_string(*row.declared_projects) : "-");
  for (const Field field : kFields) {
    text += ' ' + std::string(name_of(field)) + '=' + shown(figure(row, field));
  }
  return text + ' ' + shown(row.coverage) + " to " +
         (row.reported_to ? row.reported_to->to_string() : "-") + ' ' +
         std::string(row.status ? name_of(*row.status) : "-") + ' ' +
         std::string(name_of(row.qualifier)) + ' ' + shown_state(row) + " verdict " +
         std::string(name_of(row.verdict)) + ' ' + std::string(name_of(row.verdict_reason)) + ' ' +
         std::string(name_of(row.schedule)) + ' ' + std::string(name_of(row.schedule_reason)) +
         (row.expected_on ? " on " + row.expected_on->to_string() : "") + " so far " +
         std::string(name_of(row.provisional)) + (row.final ? " final" : "") + " course " +
         std::string(name_of(row.course)) + ' ' + std::string(name_of(row.course_reason)) +
         (row.near
              ? " near " + row.near->value.to_string() + ' ' + std::string(name_of(row.near->in))
              : "") +
         (row.range
              ? " [" + row.range->lower.to_string() + ", " + row.range->upper.to_string() + ']'
              : "") +
         " \"" + row.words + "\" hand " + std::string(name_of(row.hand_verdict)) + ' ' + row.judge +
         (row.by_hand ? " counts" : "");
}

std::string text_of(const SummaryRow& row) {
  std::string text = row.assigner == kNone ? "-" : std::to_string(row.assigner);
  for (const int count : {row.rows, row.exceeded, row.met, row.near, row.missed, row.no_data,
                          row.not_judged, row.by_hand, row.provisional_exceeded,
                          row.provisional_met, row.provisional_near, row.provisional_missed}) {
    text += ' ' + std::to_string(count);
  }
  return text;
}

std::string text_of(const TallyRow& row) {
  return row.field + ' ' + (row.group == kNone ? "-" : std::to_string(row.group)) + ' ' +
         text_of(row.counts) + ' ' + std::to_string(row.reported) + '/' + std::to_string(row.due);
}

bool same(const Figure& a, const Figure& b) { return a.reason == b.reason && a.value == b.value; }

// Of averages that are no fractions, and what follows from them, what is printed: in every mode of
// rounding, to few digits and to many.
bool prints_alike(const Figure& a, const Figure& b) {
  if (!a || !b) return a.reason == b.reason && !a == !b;
  for (const int digits : {0, 1, 2, 7, 18}) {
    for (const Rounding mode : {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                Rounding::up, Rounding::down, Rounding::ceiling, Rounding::floor}) {
      if (*round(*a, digits, mode) != *round(*b, digits, mode)) return false;
    }
  }
  return true;
}

bool same_figures(const ReportRow& a, const ReportRow& b) {
  const auto& x = a.average;
  const auto& y = b.average;
  if (x.has_value() != y.has_value() || a.cut.has_value() != b.cut.has_value()) return false;
  if (x && (x->first != y->first || x->last != y->last || x->periods != y->periods)) return false;
  return std::all_of(kFields.begin(), kFields.end(), [&](Field field) {
    return a.cut ? prints_alike(figure(a, field), figure(b, field))
                 : same(figure(a, field), figure(b, field));
  });
}

bool same(const Condition& a, const Condition& b) {
  return a.kind == b.kind && a.value == b.value && a.upper == b.upper &&
         a.tolerance == b.tolerance && a.in == b.in && a.then == b.then &&
         a.components == b.components;
}

bool same(const ReportRow& a, const ReportRow& b) {
  return a.kind == b.kind && a.indicator == b.indicator && a.unit == b.unit &&
         a.project == b.project && a.assigner == b.assigner && a.targets == b.targets &&
         a.period == b.period && same(a.condition, b.condition) &&
         a.declared_projects == b.declared_projects && same_figures(a, b) &&
         a.base_rule == b.base_rule && a.coverage == b.coverage && a.reported_to == b.reported_to &&
         a.status == b.status && a.qualifier == b.qualifier && a.verdict == b.verdict &&
         a.verdict_reason == b.verdict_reason && a.schedule == b.schedule &&
         a.schedule_reason == b.schedule_reason && a.expected_on == b.expected_on &&
         a.state == b.state && a.reason == b.reason && a.range == b.range && a.words == b.words &&
         a.hand_verdict == b.hand_verdict && a.judge == b.judge && a.by_hand == b.by_hand &&
         a.near == b.near && a.provisional == b.provisional && a.final == b.final &&
         a.course == b.course && a.course_reason == b.course_reason;
}

template <class Rows>
std::string texts_of(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) text += "  " + text_of(row) + '\n';
  return text;
}

// Where a column says something else than the rows say one by one.
std::string faults_of_columns(const Report& report) {
  std::string faults;
  for (const Field field : kFields) {
    for (const int scale : {0, 1, 3}) {
      const Result<DecimalColumn> column = printed_column(report, field, scale, Rounding::half_up);
      if (!column) return "no column of " + std::string(name_of(field));
      for (std::size_t at = 0; at < report.rows.size(); ++at) {
        const auto alone = printed(report.plan, report.rows[at], field, {scale, Rounding::half_up});
        const bool has = (column->validity[at / 8] >> (at % 8) & 1) != 0;
        const Decimal128 row = alone ? row_of(*alone->to_words()) : Decimal128();
        if (has == alone.has_value() && column->values[at] == row) continue;
        faults += "column of " + std::string(name_of(field)) + ", row " + std::to_string(at) +
                  " of " + text_of(report.rows[at]) + '\n';
      }
    }
  }
  const VerdictColumns verdicts = verdict_columns(report);
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    const ReportRow row = report.rows[at];
    const bool same =
        verdicts.verdict[at] == row.verdict && verdicts.provisional[at] == row.provisional;
    if (!same) faults += "verdict of " + text_of(row) + '\n';
  }
  return faults;
}

}  // namespace

bool same_rows(const std::vector<ReportRow>& a, const std::vector<ReportRow>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ReportRow& x, const ReportRow& y) { return same(x, y); });
}

::testing::AssertionResult agrees(const ObservationLog& log, const Request& request) {
  const Report report = evaluate(log, request);
  const std::vector<ReportRow> rows = oracle::rows(log, request);
  const std::string asked = "as of " + request.as_of.to_string() + ", known on " +
                            (request.known_on ? request.known_on->to_string() : "-") + ", base " +
                            std::string(name_of(base_rule_of(request))) + ", " +
                            std::string(name_of(request.rules.unreported)) + ", " +
                            std::string(name_of(request.rules.compared_with));
  if (!same_rows(report.rows, rows)) {
    ::testing::AssertionResult difference = ::testing::AssertionFailure() << asked << '\n';
    for (std::size_t i = 0; i < std::max(report.rows.size(), rows.size()); ++i) {
      if (i < report.rows.size() && i < rows.size() && same(report.rows[i], rows[i])) continue;
      if (i < report.rows.size()) difference << "engine " << text_of(report.rows[i]) << '\n';
      if (i < rows.size()) difference << "oracle " << text_of(rows[i]) << '\n';
    }
    return difference;
  }
  if (const std::string faults = faults_of_columns(report); !faults.empty()) {
    return ::testing::AssertionFailure() << asked << '\n' << faults;
  }
  const std::string summary = texts_of(oracle::summary(report.plan, rows));
  if (texts_of(report.summary) != summary) {
    return ::testing::AssertionFailure() << asked << "\nengine\n"
                                         << texts_of(report.summary) << "oracle\n"
                                         << summary;
  }
  for (const TallyBy by : kTallies) {
    const std::string expected = texts_of(oracle::tally(report.plan, rows, by));
    const std::string got = texts_of(tiendo::tally(report, by));
    if (got == expected) continue;
    return ::testing::AssertionFailure() << asked << " by " << name_of(by) << "\nengine\n"
                                         << got << "oracle\n"
                                         << expected;
  }
  return ::testing::AssertionSuccess();
}

}  // namespace tiendo::oracle
