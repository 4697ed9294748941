// Tested by tests/capi/observations_test.c, tests/capi/report_test.c, tests/capi/reopen_test.c and
// tests/capi/arrow_import_test.c.
//
// What several nouns share: visits to a log, and the small arguments that stand for a value of
// ours.

#include "handles.hpp"

#include <tuple>
#include <utility>

#include "tiendo/io/file.hpp"

static_assert(sizeof(tiendo_number_format) == 20);

namespace tiendo::capi {

bool Gate::enter_to_read() const noexcept {
  int found = visitors_.load(std::memory_order_relaxed);
  while (found != kAppending) {
    if (visitors_.compare_exchange_weak(found, found + 1, std::memory_order_acquire)) return true;
  }
  return false;
}

bool Gate::enter_to_append() const noexcept {
  int nobody = 0;
  return visitors_.compare_exchange_strong(nobody, kAppending, std::memory_order_acquire);
}

Outcome Reading::allowed() const {
  if (inside_) return {};
  return {TIENDO_E_BUSY, "another call is appending to the observations"};
}

Outcome Appending::allowed() const {
  if (gate_.frozen()) {
    return {TIENDO_E_FROZEN, "a report was made of the observations: they take no more"};
  }
  return alone();
}

Outcome Appending::alone() const {
  if (inside_) return {};
  return {TIENDO_E_BUSY, "another call is using the observations"};
}

namespace {

// Whether the same is asked.
bool same(const Request& a, const Request& b) {
  const auto parts = [](const Request& request) {
    const auto& [as_of, known_on, map, rules, base_rule, levels] = request;
    return std::tie(as_of, known_on, map, rules, base_rule, levels);
  };
  return parts(a) == parts(b);
}

}  // namespace

void GivenBack::put(Report report) {
  const std::lock_guard lock(mutex_);
  report_ = std::move(report);
}

std::optional<Report> GivenBack::take(const Request& request) {
  const std::lock_guard lock(mutex_);
  if (!report_ || !same(report_->request, request)) return std::nullopt;
  return std::exchange(report_, std::nullopt);
}

namespace {

using Find = Index (Plan::*)(std::string_view) const;

Outcome find_in(const Plan& plan, Find find, const char* id, std::string_view what, Errc unknown,
                Index& found) {
  if (id == nullptr) return {};
  found = (plan.*find)(id);
  if (found != kNone) return {};
  std::string_view text;
  Outcome bad = take_text(what, id, TIENDO_NTS, text);
  if (bad.failed()) return bad;
  return error(unknown, "the plan has no " + std::string(what) + " \"" + std::string(text) + '"');
}

}  // namespace

Outcome find_measure(const Plan& plan, const char* id, Index& measure) {
  return find_in(plan, &Plan::find_measure, id, "measure", Errc::unknown_measure, measure);
}

Outcome find_unit(const Plan& plan, const char* id, Index& unit) {
  return find_in(plan, &Plan::find_unit, id, "unit", Errc::unknown_unit, unit);
}

Outcome find_indicator(const Plan& plan, const char* id, Index& indicator) {
  return find_in(plan, &Plan::find_indicator, id, "indicator", Errc::unknown_indicator, indicator);
}

Outcome find_project(const Plan& plan, const char* id, Index& project) {
  return find_in(plan, &Plan::find_project, id, "project", Errc::unknown_project, project);
}

Outcome read_numbers(const tiendo_context& context, tiendo_numbers numbers, NumberFormat& format) {
  switch (numbers) {
    case TIENDO_NUMBERS_PLAIN: format = NumberFormat::plain(); return {};
    case TIENDO_NUMBERS_VIETNAMESE: format = NumberFormat::vietnamese(); return {};
    case TIENDO_NUMBERS_DECLARED:
      if (!context.numbers) return {TIENDO_E_INVALID_ARG, "no format is declared in the context"};
      format = *context.numbers;
      return {};
    default: return unknown_number("numbers");
  }
}

Outcome read_numbers(const tiendo_context& /*context*/, const tiendo_number_format* given,
                     NumberFormat& format) {
  tiendo_number_format known;
  Outcome bad = read_struct("format", given,
                            TIENDO_FIRST_SIZE(tiendo_number_format, further_group_size), known);
  if (bad.failed()) return bad;
  // A size that the narrower type of the library cannot hold becomes one that it refuses.
  const auto narrow = [](std::int32_t size) {
    return static_cast<std::uint8_t>(size < 0 || size > 9 ? 0 : size);
  };
  const std::int32_t near = known.group_size != 0 ? known.group_size : 3;
  const std::int32_t far = known.further_group_size != 0 ? known.further_group_size : near;
  const auto checked =
      NumberFormat{char32_t{known.point}, char32_t{known.group}, narrow(near), narrow(far)}
          .checked();
  if (!checked) return checked.error();
  format = *checked;
  return {};
}

Outcome read_day(std::int32_t days, Date& day) {
  const auto read = Date::from_days(days);
  if (!read) return read.error();
  day = *read;
  return {};
}

Outcome read_language(tiendo_language number, Language& language) {
  switch (number) {
    case TIENDO_LANGUAGE_DEFAULT:
    case TIENDO_LANGUAGE_VI: language = Language::vi; return {};
    case TIENDO_LANGUAGE_EN: language = Language::en; return {};
    default: return unknown_number("language");
  }
}

Outcome keep(tiendo_context& context, Diagnostics findings) {
  context.findings = std::move(findings);
  tell_findings(context);
  for (const Diagnostic& finding : context.findings) {
    if (finding.severity == Severity::error) return finding;
  }
  return {};
}

std::int64_t row_of(const Place& place) {
  std::int64_t row = -1;
  for (std::size_t i = 1; i < place.path.size() && place.path[i] != '/'; ++i) {
    const char digit = place.path[i];
    if (digit < '0' || digit > '9') return -1;
    row = (row < 0 ? 0 : row) * 10 + (digit - '0');
  }
  return row;
}

Outcome keep_rows(tiendo_context& context, Diagnostics findings, std::size_t before) {
  for (Diagnostic& finding : findings) {
    const std::int64_t row = row_of(finding.place);
    if (before == 0 || row < 0) continue;
    const std::string& path = finding.place.path;
    const std::size_t key = std::min(path.find('/', 1), path.size());
    finding.place.path = '/' + std::to_string(row + count_of(before)) + path.substr(key);
  }
  Outcome outcome = keep(context, std::move(findings));
  if (outcome.failed()) outcome.row = row_of(outcome.place());
  return outcome;
}

Outcome read_whole(tiendo_context& context, const char* path, std::string& text) {
  if (path == nullptr) return null_argument("path");
  auto read = read_file(path, kMaxPlanBytes);
  if (read) {
    text = *std::move(read);
    return {};
  }
  Place place;
  place.file = path;
  if (read.error().code != Errc::file_unreadable) place.line = place.column = 1;
  return keep(context, {{Severity::error, read.error().code, place, read.error().sentence}});
}

}  // namespace tiendo::capi
