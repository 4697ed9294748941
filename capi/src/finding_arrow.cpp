// Tested by tests/capi/arrow_log_test.c.
//
// Findings as columns of Arrow: a country's table may have as many as it has rows.

#include <vector>

#include "report_columns.hpp"

using tiendo::Diagnostic;
using tiendo::capi::ColumnMaker;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::peek;

namespace {

// Numbers from 1 on; 0 is none.
struct Places {
  std::vector<std::int64_t> numbers;
  std::vector<std::uint8_t> validity;

  void add(std::int64_t number) {
    if (numbers.size() % 8 == 0) validity.push_back(0);
    if (number != 0) tiendo::capi::set_bit(validity, numbers.size());
    numbers.push_back(number);
  }
};

// What findings say, in columns.
class Findings {
 public:
  explicit Findings(const tiendo::Diagnostics& findings) {
    for (const Diagnostic& finding : findings) add(finding);
  }

  Outcome put(ColumnMaker& maker) && {
    static constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
    Outcome bad = maker.words("severity", kSeverities, std::move(severity_));
    maker.numbers("number", std::move(number_));
    if (!bad.failed()) bad = maker.texts("code", code_);
    if (!bad.failed()) bad = maker.texts("file", file_);
    maker.numbers("line", std::move(line_.numbers), std::move(line_.validity));
    maker.numbers("column", std::move(column_.numbers), std::move(column_.validity));
    if (!bad.failed()) bad = maker.texts("path", path_);
    if (!bad.failed()) bad = maker.texts("sentence", sentence_);
    return bad;
  }

 private:
  void add(const Diagnostic& finding) {
    severity_.push_back(static_cast<std::int32_t>(finding.severity));
    number_.push_back(static_cast<std::int32_t>(finding.code));
    code_.emplace_back(name_of(finding.code));
    file_.push_back(finding.place.file);
    line_.add(finding.place.line);
    column_.add(finding.place.column);
    path_.push_back(finding.place.path);
    sentence_.push_back(finding.sentence);
  }

  std::vector<std::int32_t> severity_, number_;
  std::vector<std::string> code_, file_, path_, sentence_;
  Places line_, column_;
};

}  // namespace

tiendo_status tiendo_context_export_findings(const tiendo_context* context,
                                             struct ArrowArrayStream* stream) noexcept {
  return peek(context, [&]() -> Outcome {
    if (stream == nullptr) return null_argument("stream");
    ColumnMaker maker(context->findings.size());
    Outcome bad = Findings(context->findings).put(maker);
    if (!bad.failed()) hand_over(std::move(maker).table(), *stream);
    return bad;
  });
}
