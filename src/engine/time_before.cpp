// Tested by tests/unit/engine/year_before_test.cpp, time_before_test.cpp, bases_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.
//
// What a figure is compared with: a figure of an earlier time, made as any is. By the rules of the
// report that is the year before, or the period before; and all of what is compared has to be
// there, or what there is of it is taken as it is.

#include "engine/time_before.hpp"

#include <algorithm>

#include "engine/parts.hpp"

namespace tiendo {

std::optional<Period> time_before(const Period& window, ComparedWith with) {
  const bool year = with == ComparedWith::year_before;
  const Result<Period> before = year ? window.year_before() : window.previous();
  if (!before || before->overlaps(window)) return std::nullopt;
  return *before;
}

std::optional<Period> time_compared(const Period& window, ComparedWith with) {
  if (with == ComparedWith::period_before) return time_before(window, with);
  const Result<Period> before = window.year_before();
  if (!before) return std::nullopt;
  const Result<Period> before_that = before->year_before();
  if (!before_that || before_that->end() >= window.start()) return std::nullopt;
  return *before;
}

Result<Period> moved_back(const Period& part, const Period& window, ComparedWith with) {
  if (with == ComparedWith::year_before) return part.year_before();
  if (const std::optional<int> months = window.months_long()) return part.shifted_months(-*months);
  const Result<Date> start = part.start().plus_days(-window.days());
  const Result<Date> end = part.end().plus_days(-window.days());
  if (!start || !end) return error(Errc::date_out_of_range);
  return Period::of(*start, *end);
}

Bases bases_of(const Request& request) {
  return {base_rule_of(request), request.as_of, false, request.rules.unreported,
          request.rules.compared_with};
}

BaseRule base_rule_of(const Plan& plan, Index indicator, BaseRule other) {
  const Index base = plan.base_of(indicator);
  if (base != kNone) other = plan.indicators()[base].base_rule.value_or(other);
  return plan.indicators()[indicator].base_rule.value_or(other);
}

BaseRule ActualReader::rule_of(Index indicator) const {
  return bases_.forced ? bases_.rule : base_rule_of(plan_, indicator, bases_.rule);
}

// The question about a time before, asked by the rule.
Question ActualReader::of_base(Question question, BaseRule rule) const {
  if (rule == BaseRule::first_published) question.edition = Edition::first;
  if (rule == BaseRule::as_of_report && bases_.report_day) {
    question.known_on =
        std::min(question.known_on.value_or(*bases_.report_day), *bases_.report_day);
  }
  return question;
}

Actual ActualReader::same_period(const Question& question, const Actual& now) const {
  return time_before(question, now, rule_of(question.indicator), bases_.with);
}

// The stretches of the time before that correspond to those of `now`; or to all that is over, where
// nobody asks which of it has been reported. None where a stretch has no such time before it, or
// one in the window itself.
std::vector<Period> ActualReader::stretches_before(const Question& question, const Actual& now,
                                                   ComparedWith with) const {
  const Period& window = question.window;
  std::vector<Period> stretches = now.spans;
  if (leaves_out()) {
    const Result<Date> end = question.as_of.plus_days(1);
    const Result<Period> over =
        Period::of(window.start(), end ? std::min(*end, window.end()) : window.end());
    if (!over) return {};
    stretches = {*over};
  }
  for (Period& stretch : stretches) {
    const Result<Period> before = moved_back(stretch, window, with);
    if (!before || before->end() > window.start()) return {};
    stretch = *before;
  }
  return stretches;
}

Actual ActualReader::time_before(const Question& question, const Actual& now, BaseRule rule,
                                 ComparedWith with) const {
  Actual none;
  none.value = Errc::no_base;
  if (!now.value) {
    none.value = now.value.reason;
    return none;
  }
  const std::optional<Period> window = time_compared(question.window, with);
  const std::vector<Period> wanted = stretches_before(question, now, with);
  if (!window || wanted.empty()) return none;
  Question before = of_base(question, rule);
  before.window = *window;
  before.as_of = wanted.back().last_day();
  Parts sum = parts(before, SourceRole::same_period, 0);
  Actual then = finish(sum, question.indicator);
  if (!then.value) return then.value.reason == Errc::no_data ? none : then;
  // Whoever reported it, then and now: what is made of parts has to be made of all of them.
  const auto whole = [](const Coverage& one) { return is_in_time(one) || one.complete(); };
  const bool has_all = std::all_of(wanted.begin(), wanted.end(), [&](const Period& span) {
    return std::any_of(then.spans.begin(), then.spans.end(),
                       [&](const Period& one) { return one.contains(span); });
  });
  if (!leaves_out() && (!whole(then.coverage) || !whole(now.coverage) || !has_all)) {
    none.value = Errc::partial_coverage;
    return none;
  }
  if (!leaves_out() && then.spans != wanted) return none;
  sum.reason = bring_to(*now.last, question.indicator, sum);
  return finish(sum, question.indicator);
}

Actual ActualReader::baseline(const Question& question, Date to, SourceRole role) const {
  const std::optional<Period> window = tiendo::time_before(question.window, bases_.with);
  if (window) return whole_of(*window, question, to, role);
  Actual none;
  none.value = Errc::no_baseline;
  return none;
}

Actual ActualReader::level_before(const Question& question, Date to) const {
  const Date end = question.window.start();
  const Result<Date> start = end.plus_months(-12);
  if (start) return whole_of(*Period::of(*start, end), question, to, SourceRole::baseline);
  Actual none;
  none.value = Errc::no_baseline;
  return none;
}

// What was there for all of an earlier window; what was there of it, where the rest is left out.
Actual ActualReader::whole_of(const Period& window, const Question& question, Date to,
                              SourceRole role) const {
  Actual none;
  none.value = Errc::no_baseline;
  Question before = of_base(question, rule_of(question.indicator));
  before.window = window;
  before.as_of = window.last_day();
  Parts sum = parts(before, role, 0);
  Actual then = finish(sum, question.indicator);
  if (then.value.reason == Errc::series_break) return then;
  const bool enough = leaves_out() || then.coverage.complete();
  if (then.value && !enough) none.value = Errc::partial_coverage;
  if (!then.value || !enough) return none;
  sum.reason = bring_to(to, question.indicator, sum);
  return finish(sum, question.indicator);
}

}  // namespace tiendo
