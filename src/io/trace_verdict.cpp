// Tested by tests/unit/io/trace_writer_test.cpp and tests/golden/reports_test.py.

#include "io/trace_verdict.hpp"

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/text.hpp"
#include "io/trace_sums.hpp"

namespace tiendo {
namespace {

constexpr Phrase kNear{"Cận: thiếu không quá", "Near: missed by at most"};
constexpr Phrase kOfBound{"của mức yêu cầu", "of the bound"};
constexpr Phrase kVerdict{"Đánh giá", "Verdict"};
constexpr Phrase kSoFar{"Tạm tính đến nay", "So far"};
constexpr Phrase kCourse{"So với mức gốc", "Since the base"};
constexpr Phrase kState{"Tình trạng", "State"};
constexpr Phrase kAsked{"yêu cầu", "asked for"};
constexpr Phrase kByHand{"Đánh giá bằng tay", "Verdict by hand"};
constexpr Phrase kJudgedBy{"đánh giá của", "judged by"};
constexpr Phrase kNotUsed{"không dùng", "not used"};
constexpr Phrase kAbsent{"không có", "none"};

class VerdictLines {
 public:
  VerdictLines(const ReportRow& row, Language language)
      : row_(row),
        language_(language),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write() {
    line(kVerdict, row_.verdict == Verdict::none ? none(row_.verdict_reason)
                                                 : said(label(row_.verdict, language_)));
    if (row_.provisional != Verdict::none) {
      line(kSoFar, said(label_so_far(row_.provisional, language_)));
    }
    if (row_.course != Course::none) {
      line(kCourse,
           std::string(label(row_.course, language_)) + " (b = " + number(*row_.baseline) + ')');
    } else if (row_.baseline) {
      line(kCourse, none(row_.course_reason));
    }
    if (row_.hand_verdict != Verdict::none && !row_.by_hand) {
      line(kByHand, std::string(label(row_.hand_verdict, language_)) + ", " + one_line(row_.judge) +
                        ": " + in(kNotUsed));
    }
    std::string state(label(row_.state, language_));
    const std::string_view why = label(row_.reason, language_);
    if (row_.reason != Errc::none && why != state) state += ": " + std::string(why);
    line(kState, state);
    return std::move(text_);
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string number(const Ratio& value) const { return exact_number(value, numbers_); }

  void line(const Phrase& title, const std::string& content) {
    text_ += in(title) + ": " + content + '\n';
  }

  std::string none(Errc why) const {
    return in(kAbsent) + ": " + std::string(label(why, language_));
  }

  // With what it rests on: "missed (A = 75; asked for ≥ 80)". What a composite was judged from
  // stands above.
  std::string said(std::string_view verdict) const {
    const std::string text(verdict);
    if (row_.by_hand) return text + " (" + in(kJudgedBy) + ' ' + one_line(row_.judge) + ')';
    const std::string asked = "; " + in(kAsked) + ' ' + demand() + ')';
    if (row_.range) return text + " (" + text_of(*row_.range, numbers_) + asked;
    return row_.actual ? text + " (A = " + number(*row_.actual) + asked : text;
  }

  std::string wording_of(const Condition& condition) const {
    return wording(condition, language_,
                   [&](const Condition&, const Decimal& value) { return format(value, numbers_); });
  }

  // What the result was held against.
  std::string demand() const {
    const Condition& condition = row_.condition;
    if (!is_change(condition.kind)) return wording_of(condition);
    std::string level = condition.then ? wording_of(*condition.then) : "";
    if (!row_.required) return level;
    const bool raise = condition.kind == ConditionKind::increase_by;
    const std::string required = (raise ? "≥ R = " : "≤ R = ") + number(*row_.required);
    return level.empty() ? required : required + "; " + level;
  }

  const ReportRow& row_;
  Language language_;
  NumberFormat numbers_;
  std::string text_;
};

}  // namespace

std::string near_line(const ReportRow& row, const Plan& plan, Language language) {
  const NumberFormat numbers =
      language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain();
  const Measure& measure = plan.measure_of(plan.indicators()[row.indicator]);
  std::string text = std::string(kNear.in(language)) + ' ' + format(row.near->value, numbers);
  switch (row.near->in) {
    case ChangeIn::value: return text + ' ' + difference_label(measure, language);
    case ChangeIn::percent:
      return text + std::string(label(row.near->in, language)) + ' ' +
             std::string(kOfBound.in(language));
    case ChangeIn::points: break;
  }
  return text + std::string(label(row.near->in, language));
}

std::string verdict_lines(const ReportRow& row, Language language) {
  return VerdictLines(row, language).write();
}

}  // namespace tiendo
