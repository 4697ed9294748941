// What the writers of roll-ups share: one document, in each form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/table.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

// A cell of CSV and JSON; an empty text is null.
struct NamedCell {
  std::string_view name;
  std::string text;
};
using NamedCells = std::vector<NamedCell>;

// What is written: of a document for programs the head and the rows under the name of their list,
// of one for people the title, the table and the lines under it.
struct RollupDocument {
  NamedCells head;
  std::string_view list;
  std::vector<NamedCells> rows;
  std::vector<std::string> title;  // the first line, and those under it
  TableRow header;
  std::vector<Align> aligns;
  std::vector<TableRow> lines;
  std::vector<std::string> notes;
};

std::string write(const RollupDocument& document, ReportFormat format);

// The head that both have: plan, indicator, unit, period, as_of, known_on, map, rules.
NamedCells head_of(std::string_view format, const Plan& plan, const Request& request,
                   Index indicator, Index unit, const Period& period);
// The same for people: names of the indicator, the unit and the period; the days.
std::vector<std::string> title_of(const Plan& plan, const Request& request, Index indicator,
                                  Index unit, const Period& period, Language language);

// The days and the rules, without a full stop.
std::string days_of(const Request& request, Language language);

std::string name_of_unit(const Plan& plan, const Request& request, Index unit, Language language);
std::string name_of_indicator(const Plan& plan, Index indicator, Language language);

// A figure rounded once: in percent, or in the measure of the indicator.
std::optional<Decimal> printed_figure(const Plan& plan, Index indicator, bool percent,
                                      const Figure& figure, const Printing& printing);

}  // namespace tiendo
