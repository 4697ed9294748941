// Tested by tests/capi/row_targets_test.c.
//
// Which targets a row is of, and where they come from. What was carried nowhere is wholly of the
// unit of its row.

#include <vector>

#include "handles.hpp"
#include "printing.hpp"

using tiendo::Index;
using tiendo::Portion;
using tiendo::ReportRow;
using tiendo::capi::check_index;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::PositionsOut;
using tiendo::capi::put_text;
using tiendo::capi::run;

namespace {

// Calls use() with the row.
template <class Use>
Outcome with_row(const tiendo_report* report, std::int64_t row, const Use& use) {
  if (report == nullptr) return null_argument("report");
  Outcome bad = check_index(row, report->report.rows.size());
  return bad.failed() ? bad : use(report->report.rows[static_cast<std::size_t>(row)]);
}

Portion origin_of(const ReportRow& row, std::size_t target) {
  return row.origins.empty() ? Portion{row.unit} : row.origins[target];
}

std::vector<Index> origins_of(const ReportRow& row) {
  std::vector<Index> units;
  for (std::size_t i = 0; i < row.targets.size(); ++i) units.push_back(origin_of(row, i).unit);
  return units;
}

}  // namespace

tiendo_status tiendo_report_row_targets(tiendo_context* context, const tiendo_report* report,
                                        int64_t row, int64_t* targets, int64_t capacity,
                                        int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(report, row, [&](const ReportRow& of) -> Outcome {
      const PositionsOut out{targets, capacity, count};
      Outcome bad = out.check("targets");
      return bad.failed() ? bad : out.put("targets", of.targets);
    });
  });
}

tiendo_status tiendo_report_row_origins(tiendo_context* context, const tiendo_report* report,
                                        int64_t row, int64_t* units, int64_t capacity,
                                        int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(report, row, [&](const ReportRow& of) -> Outcome {
      const PositionsOut out{units, capacity, count};
      Outcome bad = out.check("units");
      return bad.failed() ? bad : out.put("units", origins_of(of));
    });
  });
}

tiendo_status tiendo_report_row_origin_share(tiendo_context* context, const tiendo_report* report,
                                             int64_t row, int64_t target, char* buffer,
                                             int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return with_row(report, row, [&](const ReportRow& of) -> Outcome {
        Outcome bad = check_index(target, of.targets.size());
        if (bad.failed()) return bad;
        const Portion origin = origin_of(of, static_cast<std::size_t>(target));
        if (origin.reason != tiendo::Errc::none) {
          return tiendo::capi::absence_of(tiendo::Figure(origin.reason));
        }
        into = origin.share.to_string();
        return {};
      });
    });
  });
}
