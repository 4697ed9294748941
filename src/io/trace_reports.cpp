// Tested by tests/unit/io/trace_writer_test.cpp and tests/golden/reports_test.py.

#include "io/trace_reports.hpp"

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/text.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

constexpr Phrase kAsOf{"tính đến ngày", "as of"};
constexpr Phrase kKnownOn{"theo số liệu ghi nhận đến ngày", "as known on"};
constexpr Phrase kEverything{"theo toàn bộ số liệu trong sổ", "as known from the whole log"};
constexpr Phrase kUsed{"dùng", "used"};
constexpr Phrase kSetAside{"để ngoài", "set aside"};
constexpr Phrase kObservation{"báo cáo", "observation"};
constexpr Phrase kRecorded{"ghi ngày", "recorded on"};
constexpr Phrase kInstead{"thay bằng báo cáo", "in favour of observation"};
constexpr Phrase kBridged{"chuỗi số liệu bị ngắt, nhân với", "across a break of the series, times"};
constexpr Phrase kCarried{"chuyển sang", "carried to"};
constexpr Phrase kShare{"tỷ lệ", "share"};
constexpr Phrase kTaken{"lấy theo", "as in"};
constexpr Phrase kVerdict{"đánh giá", "verdict"};
constexpr Phrase kPeriodBefore{"Báo cáo kỳ liền trước", "Reports of the period before"};
constexpr Phrase kWholeBefore{"Báo cáo cả kỳ liền trước", "Reports of the whole period before"};
constexpr Phrase kNothing{"không có báo cáo nào được dùng", "no report is used"};

class ReportsText {
 public:
  ReportsText(const ObservationLog& log, Language language)
      : log_(log),
        plan_(log.plan()),
        language_(language),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::string write(const TraceSource& source, const Period& own) {
    const Selection& found = source.selection;
    line(0, title(source, own));
    for (std::size_t i = 0; i < found.used.size(); ++i) {
      line(1, in(kUsed) + ": " + report(found.used[i]) + taken(found.used[i]) + bridged(source, i));
    }
    for (const SetAsideFact& other : found.set_aside) {
      // Of the years before, the reports of all other years are no news.
      if (source.question.window != own && other.reason == SetAside::outside_window) continue;
      std::string why(label(other.reason, language_));
      if (other.in_favour_of) {
        why += ", " + in(kInstead) + ' ' + std::to_string(*other.in_favour_of + 1);
      }
      line(1, in(kSetAside) + ": " + report(other.fact) + ": " + why);
    }
    if (found.used.empty()) line(1, in(kNothing));
    if (found.fault != Errc::none) line(1, std::string(label(found.fault, language_)));
    return std::move(text_);
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  void line(int depth, const std::string& content) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + content + '\n';
  }

  // Of the period before, where that is no time of the year before.
  std::string_view role(const TraceSource& source, const Period& own) const {
    const Result<Period> year = own.year_before();
    const Result<Period> period = own.previous();
    const Period& asked = source.question.window;
    const bool compared =
        source.role == SourceRole::same_period || source.role == SourceRole::year_before;
    const bool of_year = year && year->contains(asked);
    if (!compared || of_year || !period || !period->contains(asked)) {
      return label(source.role, language_);
    }
    return (source.role == SourceRole::same_period ? kPeriodBefore : kWholeBefore).in(language_);
  }

  std::string title(const TraceSource& source, const Period& own) const {
    const Question& asked = source.question;
    std::string title = std::string(role(source, own)) + ": " +
                        plan_.indicators()[asked.indicator].id + ", " +
                        plan_.units()[asked.unit].id;
    if (asked.project != kNone) title += ", " + plan_.projects()[asked.project].id;
    title += ", " + asked.window.to_string() + ", " + in(kAsOf) + ' ' + asked.as_of.to_string();
    if (asked.edition == Edition::first) {
      title += ", " + std::string(label(BaseRule::first_published, language_));
    }
    title += ", ";
    title += asked.known_on ? in(kKnownOn) + ' ' + asked.known_on->to_string() : in(kEverything);
    return title + carried(source);
  }

  // On a map: "; carried to g, then h, as 0.7 of it".
  std::string carried(const TraceSource& source) const {
    std::string text;
    for (const Index unit : source.through) {
      text += (text.empty() ? "; " + in(kCarried) + ' ' : " > ") + plan_.units()[unit].id;
    }
    if (text.empty() || source.share == Ratio(1)) return text;
    return text + ", " + in(kShare) + ' ' + exact_number(source.share, numbers_);
  }

  // One report: its position in the log (from 1), what it says, how sure, when and where from.
  std::string report(const Fact& fact) const {
    const Observation observation = log_.observation(fact.row);
    std::string text = in(kObservation) + ' ' + std::to_string(fact.row + 1) + ", " +
                       fact.period.to_string() + ' ' + std::string(form(fact)) + " = " +
                       std::string(label(fact.qualifier, language_));
    // What was copied from the period before is said to be.
    const bool is_result = fact.standing == Standing::value || is_other_result(fact.standing);
    if (observation.standing == Standing::unchanged && is_result) {
      text += std::string(label(Standing::unchanged, language_)) + ", ";
    }
    text += is_answer(observation.standing) ? std::string(label(observation.standing, language_))
                                            : value(fact);
    text += " (" + std::string(label(fact.status, language_)) + ", " + in(kRecorded) + ' ' +
            fact.recorded_on.to_string();
    if (fact.revision != 0) text += ", r" + std::to_string(fact.revision);
    if (!observation.source.empty()) text += ", " + observation.source;
    if (observation.verdict != Verdict::none) {
      text += "; " + in(kVerdict) + ' ' + std::string(label(observation.verdict, language_)) +
              ", " + one_line(observation.judge);
    }
    return text + ')';
  }

  std::string_view form(const Fact& fact) const {
    return label(fact.form, time_rule_of(plan_.indicators()[fact.indicator]), language_);
  }

  // Of what is unchanged, the report that it repeats.
  std::string taken(const Fact& fact) const {
    if (!fact.taken_from) return {};
    return ", " + in(kTaken) + ' ' + report(log_.fact(*fact.taken_from));
  }

  // The factor that brings the number across the breaks of its series.
  std::string bridged(const TraceSource& source, std::size_t at) const {
    const Ratio& factor = source.factors[at];
    if (factor == Ratio(1) || source.selection.used[at].standing != Standing::value) return {};
    return ", " + in(kBridged) + ' ' + exact_number(factor, numbers_);
  }

  std::string value(const Fact& fact) const {
    if (fact.standing == Standing::range) return text_of({fact.value, fact.extra->upper}, numbers_);
    if (fact.standing == Standing::words) return '"' + one_line(fact.extra->words) + '"';
    if (fact.standing != Standing::value) return std::string(label(fact.standing, language_));
    const std::string numerator = format(fact.value, numbers_);
    const bool ratio = plan_.indicators()[fact.indicator].kind == IndicatorKind::ratio;
    return ratio ? numerator + " / " + format(fact.denominator, numbers_) : numerator;
  }

  const ObservationLog& log_;
  const Plan& plan_;
  Language language_;
  NumberFormat numbers_;
  std::string text_;
};

}  // namespace

std::string trace_reports(const TraceSource& source, const Period& own, const ObservationLog& log,
                          Language language) {
  return ReportsText(log, language).write(source, own);
}

}  // namespace tiendo
