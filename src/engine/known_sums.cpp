// Tested by tests/unit/engine/report_columns_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/known_sums.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <span>
#include <utility>

#include "base/team.hpp"
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
  switch (sums->told[entry]) {
    case Told::nothing: return Found{sums, true, {}};
    case Told::sum: return Found{sums, false, sums->part(entry)};
    case Told::other: break;
  }
  // A sum that is too large for the columns, or beside which others are no sums.
  const PartSum* part = part_of(question, sums);
  return part ? std::optional(Found{sums, false, *part}) : std::nullopt;
}

namespace {

// The sums of parts from those of the unit on.
auto first_of(const std::vector<PartSum>& parts, Index indicator, Index unit) {
  return std::lower_bound(parts.begin(), parts.end(), std::pair(indicator, unit),
                          [](const PartSum& part, const std::pair<Index, Index>& wanted) {
                            return std::pair(part.indicator, part.unit) < wanted;
                          });
}

}  // namespace

const PartSum* KnownSums::part_of(const Question& question, const UnitSums* sums) const {
  if (!parts) return nullptr;
  for (auto part = first_of(*parts, question.indicator, question.unit);
       part != parts->end() && part->indicator == question.indicator && part->unit == question.unit;
       ++part) {
    if (all_[part->question].get() == sums) return &*part;
  }
  return nullptr;
}

bool KnownSums::has_sums_alone(const Question& question) const {
  if (alone) return true;
  if (!parts || question.project != kNone || question.unit == kNone) return false;
  const auto part = first_of(*parts, question.indicator, question.unit);
  return part != parts->end() && part->indicator == question.indicator &&
         part->unit == question.unit;
}

// As own(), or what the units below make, would have it.
std::optional<ActualReader::Parts> ActualReader::known(const Question& question) const {
  if (known_ == nullptr || together_ != Together::by_rule) return {};
  const auto found = known_->find(question);
  // A row asks for what its report has kept.
  assert(found || !known_->has_sums_alone(question));
  if (!found) return std::nullopt;
  const PartSum& sum = found->sum;
  const Period& window = question.window;
  Parts parts;
  parts.coverage = due(window, question.as_of, true);
  if (found->silent) return parts;
  const auto month = [&](int number) { return *window.start().plus_months(number); };
  parts.reason = Errc::none;
  parts.numerator = Ratio(*Decimal::of(sum.numerator, sum.scales.numerator));
  if (is_ratio(question.indicator)) {
    parts.denominator = Ratio(*Decimal::of(sum.denominator, sum.scales.denominator));
  }
  parts.coverage.reported = sum.reported;
  if (sum.of_units) {
    parts.coverage.expected = found->sums->tree().waits[question.unit];
    parts.coverage.of = Coverage::Of::units;
  }
  for (int first = 0; sum.months >> first != 0;) {
    const std::uint64_t rest = sum.months >> first;
    const int begin = first + std::countr_zero(rest);
    const int end = begin + std::countr_one(sum.months >> begin);
    parts.spans.push_back(*Period::of(month(begin), month(end)));
    if (end == 64) break;
    first = end;
  }
  parts.last = *month(sum.last + 1).plus_days(-1);
  parts.status = sum.status;
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

std::optional<SumQuestions> sum_questions(const Plan& plan, const Request& request) {
  const Period& window = plan.head().period;
  const ComparedWith with = request.rules.compared_with;
  const bool open = request.as_of < window.last_day();
  if (request.map || request.as_of < window.start() || !is_of_few_months(window)) {
    return std::nullopt;
  }
  SumQuestions asked{
      {window, std::min(request.as_of, window.last_day()), request.known_on}, {}, {}};
  const auto ask = [&](const WindowQuestion& question, std::optional<WindowQuestion>& place) {
    if (is_of_few_months(question.window)) {
      place = question;
    } else {
      asked.complete = false;
    }
  };
  if (const auto before = same_time_before(asked.now, with)) ask(*before, asked.before);
  if (const auto whole = time_before(window, with); open && whole) {
    ask({*whole, whole->last_day(), request.known_on}, asked.whole);
  }
  return asked;
}

std::vector<WindowQuestion> all_of(const SumQuestions& asked) {
  std::vector<WindowQuestion> all = {asked.now};
  for (const auto& question : {asked.before, asked.whole}) {
    if (question) all.push_back(*question);
  }
  if (!asked.before) return all;
  all.push_back(*asked.before);
  all.back().edition = Edition::first;
  return all;
}

KnownSums known_sums(const ObservationLog& log, const std::shared_ptr<const RollUpTree>& tree,
                     const Request& request, Watch& watch,
                     std::shared_ptr<const std::vector<PartSum>> parts,
                     const std::function<void()>& first) {
  KnownSums known;
  const std::optional<SumQuestions> asked = sum_questions(log.plan(), request);
  if (!asked || !RollUpTree::is_of(log.plan())) {
    first();
    return known;
  }
  known.parts = std::move(parts);
  const PlainIndicators plain(log);
  std::span<const PartSum> of_parts;
  if (known.parts) of_parts = *known.parts;
  const std::vector<SumScales> scales = scales_of_all(log, of_parts);
  const auto add = [&](std::span<const WindowQuestion> questions,
                       const std::function<void()>& beside) {
    std::vector<WindowSums> sums = window_sums(log, questions, watch, beside);
    if (watch.stopped()) return;
    std::vector<std::shared_ptr<UnitSums>> made;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      // Whether parts were corrected their sums say, one for each edition.
      if (known.parts) sums[i].corrected = true;
      made.push_back(std::make_shared<UnitSums>(tree, questions[i], std::move(sums[i]), scales));
    }
    // Of each question, each indicator is a job of its own.
    const std::size_t indicators = plain.plain.size();
    std::vector<std::vector<PartSum>> theirs(questions.size() * indicators);
    for (const PartSum& part : of_parts) {
      if (part.question < questions.size()) {
        theirs[part.question * indicators + part.indicator].push_back(part);
      }
    }
    watch.team().each(theirs.size(), [&](std::size_t job) {
      const auto indicator = static_cast<Index>(job % indicators);
      made[job / indicators]->add_up(log, plain, indicator, theirs[job]);
    });
    for (std::shared_ptr<UnitSums>& one : made) known.add(std::move(one));
  };
  const std::vector<WindowQuestion> all = all_of(*asked);
  if (known.parts) {
    add(all, first);
    return known;
  }
  // What was published first is mostly what is known latest.
  const std::span<const WindowQuestion> latest(all.data(), all.size() - (asked->before ? 1 : 0));
  add(latest, first);
  if (watch.stopped() || !asked->before) return known;
  if (known.of(all.back()) == nullptr) add({&all.back(), 1}, [] {});
  return known;
}

}  // namespace tiendo
