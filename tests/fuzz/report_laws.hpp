/// @file
/// Whatever has been read is evaluated, explained and written in every form.
#pragma once

#include "io/json_cursor.hpp"
#include "target.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::fuzz {

inline void require_written(const Report& report) {
  for (int format = 1; !name_of(static_cast<ReportFormat>(format)).empty(); ++format) {
    for (const Language language : {Language::vi, Language::en}) {
      WriteOptions options;
      options.format = static_cast<ReportFormat>(format);
      options.language = language;
      options.exact = language == Language::en;
      const std::string text = write_report(report, options);
      require(!text.empty() && text.back() == '\n', "a report ends its last line");
      require(text.find('\0') == std::string::npos, "a report has no zero byte");
    }
  }
}

/// Reports on the log in the middle and at the end of its plan.
inline void require_reports(const ObservationLog& log) {
  const Period period = log.plan().head().period;
  for (const Date day : {period.start(), period.last_day()}) {
    Request request;
    request.as_of = day;
    const Report report = evaluate(log, request);
    require_written(report);
    for (std::size_t row = 0; row < report.rows.size() && row < 5; ++row) {
      const std::string trace = write_trace(explain(log, report, row), log, Language::vi, {});
      require(!trace.empty(), "every row can be explained");
      const std::string json = write_traces({explain(log, report, row)}, log, report, {});
      require(static_cast<bool>(parse_json(json)), "every trace is JSON");
    }
  }
}

}  // namespace tiendo::fuzz
