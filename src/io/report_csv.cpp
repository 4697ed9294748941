// Tested by tests/unit/io/report_writer_test.cpp and tests/golden/reports_test.py.
//
// The columns and their order are a promise (see the guide to the formats).

#include "io/csv_cursor.hpp"
#include "io/report_parts.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kHeader =
    "indicator,unit,project,assigner,condition,target,actual,coverage,completion_pct,excess_pct,"
    "remaining,same_period,index_pct,growth_pct,expected,deviation,verdict,schedule,state,reason";

class CsvWriter {
 public:
  CsvWriter(const Report& report, const WriteOptions& options, Watch& watch)
      : report_(report), options_(options), watch_(watch) {}

  std::string write() {
    text_ = kHeader;
    for (const Field field : exact_fields()) text_ += ',' + exact_name(field);
    text_ += '\n';
    std::int64_t done = 0;
    for (const ReportRow& row : report_.rows) {
      if (!watch_.ticks_on(done++)) break;
      write_row(row);
    }
    return std::move(text_);
  }

 private:
  std::vector<Field> exact_fields() const {
    // The figures that came later have no column: the columns are a promise.
    std::vector<Field> fields;
    for (const Field field : kFields) {
      if (options_.exact && field < Field::base_revision) fields.push_back(field);
    }
    return fields;
  }

  void cell(std::string_view content) { text_ += csv_field(content) + ','; }

  void figure_cell(const ReportRow& row, Field field) {
    const auto number = printed(report_.plan, row, field, options_.printing);
    cell(number ? number->to_string() : std::string());
  }

  void write_row(const ReportRow& row) {
    const Plan& plan = report_.plan;
    cell(id_at(plan.indicators(), row.indicator));
    cell(id_at(plan.units(), row.unit));
    cell(id_at(plan.projects(), row.project));
    cell(id_at(plan.units(), row.assigner));
    cell(name_of(row.condition.kind));
    cell(plain_target(report_, row, options_.printing));
    figure_cell(row, Field::actual);
    cell(text_of(row.coverage));
    for (const Field field :
         {Field::completion, Field::excess, Field::remaining, Field::same_period, Field::index,
          Field::growth, Field::expected, Field::deviation}) {
      figure_cell(row, field);
    }
    cell(name_of(row.verdict));
    cell(name_of(row.schedule));
    cell(name_of(row.state));
    cell(reasons_of(row));
    for (const Field field : exact_fields()) cell(exact_text(row, field));
    text_.back() = '\n';
  }

  const Report& report_;
  const WriteOptions& options_;
  Watch& watch_;
  std::string text_;
};

}  // namespace

std::string write_csv(const Report& report, const WriteOptions& options, Watch& watch) {
  return CsvWriter(report, options, watch).write();
}

}  // namespace tiendo
