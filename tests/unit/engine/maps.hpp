/// @file
/// Rows of a report on a map, as text.
#pragma once

#include <string>
#include <string_view>

#include "book.hpp"

namespace tiendo {

/// "e 15 of 30, 2/2 units" for each row of the indicator, in order, with "; " between them.
inline std::string rows_on(Book& book, std::string_view indicator, std::string_view as_of,
                           std::string_view map) {
  const Report report = map.empty() ? book.report(as_of) : book.report_on_map(as_of, map);
  std::string text;
  for (const ReportRow& row : report.rows) {
    if (report.plan.indicators()[row.indicator].id != indicator) continue;
    text += (text.empty() ? "" : "; ") + report.plan.units()[row.unit].id + ' ' +
            shown(row.actual) + " of " + shown(row.target) + ", " + shown(row.coverage);
  }
  return text;
}

/// A target of a unit for a period.
inline Target& add_unit_target(Book& book, std::string indicator, std::string unit,
                               std::string_view when, Condition condition) {
  Target& target = book.add_target(std::move(indicator), std::move(condition), "province");
  target.unit = std::move(unit);
  target.period = period(when);
  return target;
}

/// A province with a town, and wards a, b, c in it; the plan is the province's, for 2025.
inline Book wards() {
  Book book;
  book.head.unit = "province";
  book.head.period = period("2025");
  for (const char* id : {"a", "b", "c"}) book.add_unit(id);
  book.add_indicator("output", IndicatorKind::flow);
  book.add_indicator("rate", IndicatorKind::level, "percent");
  book.add_indicator("paid", IndicatorKind::ratio, "percent");
  book.add_indicator("schools", IndicatorKind::count, "person");
  return book;
}

/// On 1 July 2025 a and b become e.
inline Book merged() {
  Book book = wards();
  book.add_unit("e");
  book.add_event("2025-07-01", {"a", "b"}, {{"e", ""}});
  return book;
}

/// On 1 July 2025 c becomes f (0.3) and g (0.7), or by shares that are not known.
inline Book divided(bool known = true) {
  Book book = wards();
  book.add_unit("f");
  book.add_unit("g");
  book.add_event("2025-07-01", {"c"}, {{"f", known ? "0.3" : ""}, {"g", known ? "0.7" : ""}});
  return book;
}

/// On 1 July 2025 a goes on as r.
inline Book renamed() {
  Book book = wards();
  book.add_unit("r");
  book.add_event("2025-07-01", {"a"}, {{"r", ""}});
  return book;
}

}  // namespace tiendo
