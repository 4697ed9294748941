// What the forms of a report share.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/run.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

// Each writes as far as the watch lets it; of no use once that is stopped.
std::string write_csv(const Report& report, const WriteOptions& options, Watch& watch);
std::string write_json(const Report& report, const WriteOptions& options, Watch& watch);
// The table and the summary, as text or Markdown.
std::string write_tables(const Report& report, const WriteOptions& options, Watch& watch);
// What is counted besides, a section each, each after an empty line.
std::string tally_tables(const Report& report, const WriteOptions& options);

// Its name on the day of the map, if there is one, or its id; that of a whole for kNone.
std::string unit_name(const Report& report, Index unit, Language language);

// "tiendo@1", "our-rules@2 (tiendo@1)".
std::string name_of_rules(const Rules& rules);

// What they say otherwise than is usual, for people: "; compared with the period before"; "" where
// they do not.
std::string unusual_rules(const Rules& rules, Language language);

// "target" and so on, as in JSON.
std::string_view name_of_kind(RowKind kind);

// The id of a unit, project or indicator at a position; "" for kNone.
template <class List>
std::string_view id_at(const List& list, Index index) {
  return index == kNone ? std::string_view{} : std::string_view(list[index].id);
}

// The name of the field, or the id of what the targets of the row have in common; "" for none.
std::string_view group_id(const Plan& plan, const TallyRow& row, TallyBy by);

// "4.0 – 4.5", each end with the digits it was given.
std::string text_of(const ReportedRange& range, const NumberFormat& numbers);

// "<" or ">" before a figure that would print as a number that decides something, and is less or
// more; "" for all others.
std::string edge_mark(const Ratio& exact, const Decimal& printed, int edge);

// "6/12"; "" where nothing was due and nothing reported.
std::string text_of(const Coverage& coverage);

// A number of a condition of the row, rounded as the indicator is printed; of a change in percent,
// as percentages are.
std::optional<Decimal> printed_number(const Plan& plan, const ReportRow& row,
                                      const Condition& condition, const Decimal& number,
                                      const Printing& printing);

// The target as CSV and JSON give it: a number, a range as "6.0..6.5", or "".
std::string plain_target(const Report& report, const ReportRow& row, const Printing& printing);

// Why figures are missing, as names of codes joined by "; ": "partial_coverage: reported to
// 2024-06-30; no_base".
std::string reasons_of(const ReportRow& row);
// The same as codes, each once, the row's own first.
std::vector<Errc> reason_codes(const ReportRow& row);

// The exact fraction of a field: of 1 for percentages ("52461/94820" for 55.32... %), in the
// measure for amounts. "" where there is no figure.
std::string exact_text(const ReportRow& row, Field field);
// The name of the field without "_pct", followed by "_exact".
std::string exact_name(Field field);

}  // namespace tiendo
