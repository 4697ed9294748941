// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/known_sums.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <span>

#include "base/beside.hpp"
#include "engine/parts.hpp"
#include "engine/time_before.hpp"

namespace tiendo {
namespace {

// What the sums tell was reported for whole months, so that days after the last whole month that
// is over change nothing; what they do not tell is not found.
bool answers(const UnitSums& sums, const WindowQuestion& asked) {
  const WindowQuestion& known = sums.question();
  if (known.window != asked.window || known.known_on != asked.known_on ||
      (known.edition != asked.edition && !sums.is_of_both_editions())) {
    return false;
  }
  return asked.as_of == known.as_of ||
         (asked.as_of < known.as_of && due(asked.window, asked.as_of, true).expected == sums.due());
}

}  // namespace

const UnitSums* KnownSums::of(const WindowQuestion& question) const {
  if (!question.window.months_long()) return nullptr;
  WindowQuestion asked = question;
  asked.as_of = std::min(asked.as_of, asked.window.last_day());
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const auto& sums) { return answers(*sums, asked); });
  return found == all_.end() ? nullptr : found->get();
}

std::optional<KnownSums::Found> KnownSums::find(const Question& question) const {
  if (question.project != kNone || question.stage != kNone || question.unit == kNone) return {};
  const UnitSums* sums = of({question.window, question.as_of, question.known_on, question.edition});
  if (sums == nullptr) return std::nullopt;
  const std::size_t entry = sums->entry(question.indicator, question.unit);
  if (sums->told[entry] == Told::other) return std::nullopt;
  return Found{sums, entry};
}

// As own(), or what the units below make, would have it.
std::optional<ActualReader::Parts> ActualReader::known(const Question& question) const {
  if (known_ == nullptr || together_ != Together::by_rule) return {};
  const auto found = known_->find(question);
  assert(found || !known_->alone);  // a row asks for what its report has kept
  if (!found) return std::nullopt;
  const UnitSums& sums = *found->sums;
  const std::size_t at = found->entry;
  const SumScales& scales = sums.scales(question.indicator);
  const Period& window = question.window;
  Parts parts;
  parts.coverage = due(window, question.as_of, true);
  if (sums.told[at] == Told::nothing) return parts;
  const bool of_units = sums.of_units[at] != 0;
  const auto month = [&](int number) { return *window.start().plus_months(number); };
  parts.reason = Errc::none;
  parts.numerator = Ratio(*Decimal::of(sums.numerator[at], scales.numerator));
  if (is_ratio(question.indicator)) {
    parts.denominator = Ratio(*Decimal::of(sums.denominator[at], scales.denominator));
  }
  parts.coverage.reported = sums.reported(at);
  if (of_units) {
    parts.coverage.expected = sums.tree().waits[question.unit];
    parts.coverage.of = Coverage::Of::units;
  }
  for (int first = 0; sums.months[at] >> first != 0;) {
    const std::uint64_t rest = sums.months[at] >> first;
    const int begin = first + std::countr_zero(rest);
    const int end = begin + std::countr_one(sums.months[at] >> begin);
    parts.spans.push_back(*Period::of(month(begin), month(end)));
    if (end == 64) break;
    first = end;
  }
  parts.last = *month(sums.last(at) + 1).plus_days(-1);
  parts.status = sums.status[at];
  return parts;
}

std::optional<WindowQuestion> same_time_before(const WindowQuestion& now, ComparedWith with) {
  const auto window = time_compared(now.window, with);
  const Result<Date> end = now.as_of.plus_days(1);
  if (!window || !end || window->end() > now.window.start()) return std::nullopt;
  const Result<Period> over = Period::of(now.window.start(), *end);
  const Result<Period> before = over ? moved_back(*over, now.window, with) : over;
  if (!before) return std::nullopt;
  return WindowQuestion{*window, before->last_day(), now.known_on};
}

namespace {

// As long as a mask of months.
constexpr int kMostMonths = 64;

bool is_of_few_months(const Period& window) {
  const std::optional<int> months = window.months_long();
  return months && *months <= kMostMonths;
}

}  // namespace

KnownSums known_sums(const ObservationLog& log, const std::shared_ptr<const RollUpTree>& tree,
                     const Request& request, Watch& watch) {
  KnownSums known;
  const Period& window = log.plan().head().period;
  const ComparedWith with = request.rules.compared_with;
  const bool open = request.as_of < window.last_day();
  if (request.map || !tree || request.as_of < window.start() || !is_of_few_months(window)) {
    return known;
  }
  const PlainIndicators plain(log);
  const WindowQuestion now{window, std::min(request.as_of, window.last_day()), request.known_on};
  std::vector<WindowQuestion> questions = {now};
  const auto ask = [&](const WindowQuestion& question) {
    if (is_of_few_months(question.window)) questions.push_back(question);
  };
  const auto before = same_time_before(now, with);
  if (before) ask(*before);
  if (const auto whole = time_before(window, with); open && whole) {
    ask({*whole, whole->last_day(), request.known_on});
  }
  const auto add = [&](std::span<const WindowQuestion> asked) {
    std::vector<WindowSums> sums = window_sums(log, asked, watch);
    if (watch.stopped()) return;
    std::vector<std::shared_ptr<UnitSums>> made(asked.size());
    each_beside(watch.threads(), asked.size(), [&](std::size_t i) {
      made[i] = std::make_shared<UnitSums>(log, tree, plain, asked[i], std::move(sums[i]));
    });
    for (std::shared_ptr<UnitSums>& one : made) known.add(std::move(one));
  };
  add(questions);
  if (watch.stopped() || !before || !is_of_few_months(before->window)) return known;
  WindowQuestion first = *before;
  first.edition = Edition::first;
  if (known.of(first) == nullptr) add({&first, 1});
  return known;
}

}  // namespace tiendo
