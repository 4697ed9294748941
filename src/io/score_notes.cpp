// Tested by tests/unit/io/score_writer_test.cpp and tests/golden/reports_test.py.
//
// Under the table stands everything by which it was made: no reader has to look for the file of the
// criteria.

#include "io/labels.hpp"
#include "io/rollup_forms.hpp"
#include "io/score_parts.hpp"
#include "io/threshold_text.hpp"
#include "io/trace_sums.hpp"

namespace tiendo {
namespace {

constexpr Phrase kBonus{"điểm thưởng", "bonus"};
constexpr Phrase kPenalty{"điểm trừ", "penalty"};
constexpr Phrase kMost{"tối đa", "at most"};
constexpr Phrase kWeight{"trọng số", "weight"};
constexpr Phrase kPoints{"điểm", "points"};
constexpr Phrase kVerdict{"kết quả đánh giá", "verdict"};
constexpr Phrase kPercent{"% điểm tối đa", "% of the most points"};
constexpr Phrase kLess{"trừ", "less"};
constexpr Phrase kForEach{"mỗi", "for each"};
constexpr Phrase kClasses{"Xếp loại theo", "Classes by"};
constexpr Phrase kQuota{"Tỷ lệ", "Quota"};
constexpr Phrase kKept{"trong mức cho phép", "kept"};
constexpr Phrase kExceeded{"vượt mức cho phép", "exceeded"};
constexpr Phrase kByPoints{"Tổng điểm = tổng các điểm", "Total = the sum of the points"};
constexpr Phrase kByWeights{"Tổng điểm = bình quân có trọng số",
                            "Total = the weighted mean of the points"};
constexpr Phrase kSource{"nguồn", "source"};
constexpr Phrase kUnconfirmed{"cần đối chiếu", "to be confirmed"};
constexpr Phrase kNotBelow{"không dưới", "not below"};
constexpr Phrase kNotAbove{"không quá", "not above"};
constexpr Phrase kLeast{"phần có số liệu không dưới", "the share that is there is at least"};
constexpr Phrase kLeftOut{"thiếu số liệu thì không tính", "left out without a figure"};
constexpr Phrase kMissing[] = {
    {"", ""},
    {"thiếu số liệu thì không có tổng điểm", "no total without a figure"},
    {"thiếu số liệu thì 0 điểm", "zero without a figure"},
    {"thiếu số liệu thì bỏ ra, các tiêu chí khác tính lại cho đủ",
     "left out without a figure, and the others make up the whole"}};
constexpr Phrase kEnds[] = {{"", ""},
                            {"ngoài hai đầu giữ điểm ở đầu", "beyond the ends as at the end"},
                            {"ngoài hai đầu kéo dài", "extended beyond the ends"},
                            {"ngoài hai đầu không có điểm", "none beyond the ends"}};

class ScoreNotes {
 public:
  ScoreNotes(const UnitScores& scores, Language language)
      : scores_(scores),
        criteria_(scores.criteria),
        parts_(scores.criteria.parts()),
        language_(language),
        numbers_(language == Language::vi ? NumberFormat::vietnamese() : NumberFormat::plain()) {}

  std::vector<std::string> write() const {
    std::vector<std::string> all;
    const Ratio& least = parts_.least_available;
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) all.push_back(about(i));
    all.push_back(in(criteria_.by_points() ? kByPoints : kByWeights) + " (" +
                  std::string(method_of_total(criteria_)) + ", " + number(criteria_.whole()) + ')' +
                  limits(parts_.floor, parts_.cap) +
                  (least.is_zero() ? "" : "; " + in(kLeast) + ' ' + number(least)) + "; " +
                  source_of(parts_.name) + '.');
    if (const std::optional<BandTable>& classes = criteria_.classes()) {
      std::string text = in(kClasses) + ' ' + source_of(classes->name()) + ": ";
      for (const Band& band : classes->bands()) {
        if (&band != &classes->bands().front()) text += "; ";
        text += name_of_band(band, language_) + ' ' + range_text(band, numbers_);
      }
      all.push_back(text + '.');
    }
    for (std::size_t i = 0; i < parts_.quotas.size(); ++i) all.push_back(quota_text(i));
    return all;
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string number(const Ratio& value) const { return exact_number(value, numbers_); }

  std::string source_of(const TableName& name) const {
    std::string text = to_string(name);
    if (!name.source.empty()) text += " (" + in(kSource) + ": " + name.source + ')';
    if (name.needs_confirmation) text += " (" + in(kUnconfirmed) + ')';
    return text;
  }

  std::string bands_text(const BandTable& table) const {
    std::string text;
    for (const Band& band : table.bands()) {
      if (!text.empty()) text += "; ";
      text += range_text(band, numbers_);
      if (band.score)
        text += (text.ends_with(' ') || text.empty() ? "" : " ") + ("→ " + number(*band.score));
    }
    return text;
  }

  std::string scale_text(std::size_t position) const {
    const Criterion& one = parts_.criteria[position];
    if (one.verdicts) {
      const auto verdict = [&](Verdict which, const Ratio& score) {
        return std::string(label(which, language_)) + " → " + number(score);
      };
      return in(kVerdict) + ": " + verdict(Verdict::exceeded, one.verdicts->exceeded) + "; " +
             verdict(Verdict::met, one.verdicts->met) + "; " +
             verdict(Verdict::near, one.verdicts->near) + "; " +
             verdict(Verdict::missed, one.verdicts->missed);
    }
    const Scale& scale = criteria_.scale_of(position);
    std::string text;
    if (scale.bands) {
      text = bands_text(*scale.bands);
    } else {
      for (const Knot& knot : scale.scores->knots()) {
        text += number(knot.value) + " → " + number(knot.score) + "; ";
      }
      text += in(kEnds[static_cast<std::size_t>(scale.scores->ends())]);
    }
    const TableName& name = scale.bands ? scale.bands->name() : scale.scores->name();
    return std::string(label(*one.figure, language_)) + ", " + source_of(name) + ": " + text;
  }

  std::string name_of_indicator(const std::string& id) const {
    const Index index = scores_.plan.find_indicator(id);
    return index == kNone ? id : tiendo::name_of_indicator(scores_.plan, index, language_);
  }

  std::string in_what(PointsIn in_what) const {
    return in_what == PointsIn::percent ? in(kPercent) : in(kPoints);
  }

  // What is said of them, if anything.
  std::string limits(const std::optional<Ratio>& floor, const std::optional<Ratio>& cap) const {
    std::string text;
    if (floor) text += "; " + in(kNotBelow) + ' ' + number(*floor);
    if (cap) text += "; " + in(kNotAbove) + ' ' + number(*cap);
    return text;
  }

  // One line for each criterion: what it is worth, by what it scores, what comes off.
  std::string about(std::size_t position) const {
    const Criterion& one = parts_.criteria[position];
    std::string worth = one.points ? in(kMost) + ' ' + number(*one.points) + ' ' + in(kPoints)
                                   : in(kWeight) + ' ' + number(*one.weight);
    if (one.role == CriterionRole::bonus) worth = in(kBonus) + ", " + worth;
    if (one.role == CriterionRole::penalty) worth = in(kPenalty) + ", " + worth;
    std::string text = name_of_criterion(one, language_) + " (" + worth +
                       "): " + name_of_indicator(one.indicator) + "; " + scale_text(position);
    if (one.in == PointsIn::percent) text += " (" + in(kPercent) + ')';
    for (const Deduction& deduction : one.deductions) {
      text += "; " + in(kLess) + ' ' + number(deduction.each) + ' ' + in_what(deduction.in) + ' ' +
              in(kForEach) + ' ' + name_of_indicator(deduction.indicator);
    }
    text += limits(one.floor, one.cap);
    const bool whole = one.role == CriterionRole::scored;
    const bool left_out = one.missing == MissingRule::excluded && !whole;
    return text + "; " + in(left_out ? kLeftOut : kMissing[static_cast<std::size_t>(one.missing)]) +
           '.';
  }

  std::string quota_text(std::size_t position) const {
    const Quota& quota = parts_.quotas[position];
    const QuotaCount& count = scores_.quotas[position];
    std::string name = quota.code;
    for (const Band& band : criteria_.classes()->bands()) {
      if (band.label.code == quota.code) name = name_of_band(band, language_);
    }
    return in(kQuota) + " \"" + name + "\": " + std::to_string(count.in_class) + ", " + in(kMost) +
           ' ' + std::to_string(count.most) + " (" + number(quota.percent) + "% × " +
           std::to_string(count.in_others) + "): " + in(count.kept() ? kKept : kExceeded) + '.';
  }

  const UnitScores& scores_;
  const Criteria& criteria_;
  const CriteriaParts& parts_;
  Language language_;
  NumberFormat numbers_;
};

}  // namespace

std::vector<std::string> score_notes(const UnitScores& scores, Language language) {
  return ScoreNotes(scores, language).write();
}

}  // namespace tiendo
