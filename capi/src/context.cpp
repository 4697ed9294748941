// Tested by tests/capi/context_test.c, tests/capi/log_test.c and tests/capi/watch_test.c.
//
// Contexts, their record and their findings. The functions that read a record never write one, so
// that a caller may ask for the length of a text, then for the text.

#include <new>
#include <string>

#include "support.hpp"

using tiendo::Diagnostic;
using tiendo::Errc;
using tiendo::Severity;
using tiendo::capi::check_index;
using tiendo::capi::fill_struct;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::peek;
using tiendo::capi::put_text;
using tiendo::capi::read_struct;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

static_assert(sizeof(tiendo_context_options) == 8 && sizeof(tiendo_error_info) == 48 &&
              sizeof(tiendo_finding) == 32 && sizeof(tiendo_progress) == 24);
static_assert(static_cast<int>(tiendo::Phase::reading_plan) == TIENDO_PHASE_READING_PLAN &&
              static_cast<int>(tiendo::Phase::reading_observations) ==
                  TIENDO_PHASE_READING_OBSERVATIONS &&
              static_cast<int>(tiendo::Phase::adding_up) == TIENDO_PHASE_ADDING_UP &&
              static_cast<int>(tiendo::Phase::judging) == TIENDO_PHASE_JUDGING &&
              static_cast<int>(tiendo::Phase::checking) == TIENDO_PHASE_CHECKING &&
              static_cast<int>(tiendo::Phase::writing) == TIENDO_PHASE_WRITING);

constexpr int32_t kMostThreads = 256;

// What is said where no sentence could be made, or none was needed.
std::string_view general_sentence(tiendo_status status) {
  switch (status) {
    case TIENDO_OK: return "";
    case TIENDO_E_NO_MEMORY: return "memory ran out";
    default: return "an exception that the library did not expect";
  }
}

tiendo_severity severity_of(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return TIENDO_SEVERITY_NOTE;
    case Severity::warning: return TIENDO_SEVERITY_WARNING;
    default: return TIENDO_SEVERITY_ERROR;
  }
}

// The record as a finding, so that its texts are those of any finding.
Diagnostic finding_of(const Outcome& record) {
  Diagnostic finding{Severity::error, record.problem().code, record.place(),
                     record.problem().sentence};
  if (finding.sentence.empty()) finding.sentence = general_sentence(record.status);
  return finding;
}

// A fault that is not one of the data has no code to print before its sentence.
std::string whole_of(const Diagnostic& finding) {
  return finding.code == Errc::none ? finding.sentence : to_string(finding);
}

Outcome text_of(const Diagnostic& finding, tiendo_message message, std::string& text) {
  switch (message) {
    case TIENDO_MESSAGE_SENTENCE: text = finding.sentence; return {};
    case TIENDO_MESSAGE_CODE:
      if (finding.code != Errc::none) text = name_of(finding.code);
      return {};
    case TIENDO_MESSAGE_FILE: text = finding.place.file; return {};
    case TIENDO_MESSAGE_PATH: text = finding.place.path; return {};
    case TIENDO_MESSAGE_WHOLE: text = whole_of(finding); return {};
    default: return unknown_number("message");
  }
}

// Tells the watcher of the caller.
tiendo::Watcher told_to(tiendo_watcher watcher, void* user) {
  if (watcher == nullptr) return {};
  return [watcher, user](const tiendo::Progress& now) {
    const tiendo_progress progress{sizeof(tiendo_progress), static_cast<tiendo_phase>(now.phase),
                                   now.done, now.total};
    return watcher(user, &progress) == 0;
  };
}

Outcome create(const tiendo_context_options* options, tiendo_context** context) {
  tiendo_context_options known{};
  if (options != nullptr) {
    Outcome bad =
        read_struct("options", options, TIENDO_FIRST_SIZE(tiendo_context_options, flags), known);
    if (bad.failed()) return bad;
  }
  if (known.flags != 0) return {TIENDO_E_UNSUPPORTED, "flags that are not known here"};
  *context = new tiendo_context();
  return {};
}

// Tells the log a finding. Where there is no memory for its sentence, that is said.
void tell(const tiendo_context& context, const Diagnostic& finding) noexcept {
  const tiendo::capi::Log& log = context.log;
  try {
    const std::string text = whole_of(finding);
    log.to(log.user, severity_of(finding.severity), text.c_str(),
           tiendo::capi::count_of(text.size()));
  } catch (...) {
    constexpr std::string_view kSentence = "memory ran out";
    log.to(log.user, TIENDO_SEVERITY_ERROR, kSentence.data(),
           tiendo::capi::count_of(kSentence.size()));
  }
}

}  // namespace

namespace tiendo::capi {

void tell_findings(tiendo_context& context) noexcept {
  if (context.log.to == nullptr) return;
  for (const Diagnostic& finding : context.findings) {
    tell(context, finding);
    context.log.told_error |= finding.severity == Severity::error;
  }
}

tiendo_status fail(tiendo_context& context, Outcome&& outcome) noexcept {
  context.record = std::move(outcome);
  const Outcome& record = context.record;
  const bool is_answer =
      record.status == TIENDO_E_SMALL_BUFFER || record.status == TIENDO_E_NO_VALUE;
  if (context.log.to == nullptr || context.log.told_error || is_answer) return record.status;
  try {
    tell(context, finding_of(record));
  } catch (...) {  // no memory for the copy
    tell(context, Diagnostic());
  }
  return record.status;
}

}  // namespace tiendo::capi

tiendo_status tiendo_context_create(const tiendo_context_options* options,
                                    tiendo_context** context) noexcept {
  if (context == nullptr) return TIENDO_E_INVALID_ARG;
  *context = nullptr;
  try {
    return create(options, context).status;
  } catch (...) {
    return tiendo::capi::status_of_exception();
  }
}

void tiendo_context_destroy(tiendo_context* context) noexcept { delete context; }

tiendo_status tiendo_context_set_watcher(tiendo_context* context, tiendo_watcher watcher,
                                         void* user) noexcept {
  return run(context, [&]() -> Outcome {
    context->how.watcher = told_to(watcher, user);
    return {};
  });
}

tiendo_status tiendo_context_set_log(tiendo_context* context, tiendo_log log, void* user) noexcept {
  return run(context, [&]() -> Outcome {
    context->log.to = log;
    context->log.user = user;
    return {};
  });
}

tiendo_status tiendo_context_set_threads(tiendo_context* context, int32_t threads) noexcept {
  return run(context, [&]() -> Outcome {
    if (threads < 1 || threads > kMostThreads) {
      return {TIENDO_E_INVALID_ARG, "threads is not from 1 to " + std::to_string(kMostThreads)};
    }
    context->how.threads = static_cast<unsigned>(threads);
    return {};
  });
}

tiendo_status tiendo_context_last_error(const tiendo_context* context,
                                        tiendo_error_info* info) noexcept {
  return peek(context, [&]() -> Outcome {
    const Outcome& record = context->record;
    tiendo_error_info known{};
    known.status = record.status;
    known.code = static_cast<int32_t>(record.problem().code);
    known.row = record.row;
    known.byte_offset = record.problem().offset;
    known.line = record.place().line;
    known.column = record.place().column;
    return fill_struct("info", info, TIENDO_FIRST_SIZE(tiendo_error_info, column), known);
  });
}

tiendo_status tiendo_context_last_error_text(const tiendo_context* context, tiendo_message message,
                                             char* buffer, int64_t capacity,
                                             int64_t* length) noexcept {
  return peek(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& text) {
      return text_of(finding_of(context->record), message, text);
    });
  });
}

tiendo_status tiendo_context_finding_count(const tiendo_context* context, int64_t* count) noexcept {
  return peek(context, [&]() -> Outcome {
    if (count == nullptr) return null_argument("count");
    *count = tiendo::capi::count_of(context->findings.size());
    return {};
  });
}

tiendo_status tiendo_context_finding(const tiendo_context* context, int64_t index,
                                     tiendo_finding* finding) noexcept {
  return peek(context, [&]() -> Outcome {
    Outcome bad = check_index(index, context->findings.size());
    if (bad.failed()) return bad;
    const Diagnostic& found = context->findings[static_cast<std::size_t>(index)];
    tiendo_finding known{};
    known.severity = severity_of(found.severity);
    known.code = static_cast<int32_t>(found.code);
    known.line = found.place.line;
    known.column = found.place.column;
    return fill_struct("finding", finding, TIENDO_FIRST_SIZE(tiendo_finding, column), known);
  });
}

tiendo_status tiendo_context_finding_text(const tiendo_context* context, int64_t index,
                                          tiendo_message message, char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return peek(context, [&]() -> Outcome {
    Outcome bad = check_index(index, context->findings.size());
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& text) {
      return text_of(context->findings[static_cast<std::size_t>(index)], message, text);
    });
  });
}
