// Tested by tests/unit/engine/scoring_test.cpp and tests/oracle/scoring_oracle_test.cpp.

#include "tiendo/engine/scoring.hpp"

#include <algorithm>
#include <cassert>

namespace tiendo {
namespace {

// A value within its limits, and the limit that it met.
Limited limit(Ratio& value, const std::optional<Ratio>& floor, const std::optional<Ratio>& cap) {
  if (floor && value < *floor) {
    value = *floor;
    return Limited::floor;
  }
  if (!cap || value <= *cap) return Limited::none;
  value = *cap;
  return Limited::cap;
}

const Ratio& score_of(const VerdictScores& scores, Verdict verdict) {
  switch (verdict) {
    case Verdict::exceeded: return scores.exceeded;
    case Verdict::met: return scores.met;
    case Verdict::near: return scores.near;
    default: return scores.missed;
  }
}

class CriterionScorer {
 public:
  CriterionScorer(const Criterion& criterion, const Scale& scale, const CriterionInput& input)
      : criterion_(criterion), scale_(scale) {
    result_.input = input;
    std::vector<Figure>& deductions = result_.input.deductions;
    while (deductions.size() < criterion.deductions.size()) deductions.emplace_back(Errc::no_data);
  }

  CriterionScore run() {
    result_.gained = in_points(given(), criterion_.in);
    result_.deducted = deducted();
    result_.points = points();
    const bool as_zero = !result_.points && criterion_.missing == MissingRule::zero;
    result_.counted = as_zero ? Figure(Ratio(0)) : result_.points;
    const bool counts = criterion_.role == CriterionRole::scored && result_.counted;
    if (counts) result_.weight = criterion_.points ? *criterion_.points : *criterion_.weight;
    return std::move(result_);
  }

 private:
  // What the table gives, or the verdict.
  Figure given() {
    if (criterion_.verdicts) {
      if (result_.input.verdict == Verdict::none) return result_.input.figure.reason;
      return score_of(*criterion_.verdicts, result_.input.verdict);
    }
    const Figure& figure = result_.input.figure;
    if (!figure) return figure.reason;
    if (!scale_.bands) return scale_.scores->score_of(*figure);
    const Band* band = scale_.bands->band_of(*figure);
    if (!band) return Errc::outside_table;
    result_.band = static_cast<std::size_t>(band - scale_.bands->bands().data());
    return *band->score;
  }

  Figure in_points(const Figure& number, PointsIn in) const {
    if (!number || in == PointsIn::points) return number;
    return *number * *criterion_.points / Ratio(100);
  }

  Figure deducted() const {
    Result<Ratio> sum = Ratio(0);
    for (std::size_t i = 0; i < criterion_.deductions.size(); ++i) {
      const Deduction& deduction = criterion_.deductions[i];
      const Figure& figure = result_.input.deductions[i];
      if (!figure && deduction.missing != MissingRule::refused) continue;
      if (!figure) return figure.reason;
      const Figure each = in_points(deduction.each, deduction.in);
      if (!each) return each.reason;
      sum = sum + *each * *figure;
    }
    return sum;
  }

  Figure points() {
    if (!result_.gained) return result_.gained.reason;
    if (!result_.deducted) return result_.deducted.reason;
    Result<Ratio> left = *result_.gained - *result_.deducted;
    if (!left) return left;
    const bool has_points = criterion_.points.has_value();
    result_.limited =
        limit(*left, criterion_.floor || !has_points ? criterion_.floor : std::optional(Ratio(0)),
              criterion_.cap ? criterion_.cap : criterion_.points);
    return left;
  }

  const Criterion& criterion_;
  const Scale& scale_;
  CriterionScore result_;
};

class Scorer {
 public:
  explicit Scorer(const Criteria& criteria) : criteria_(criteria), parts_(criteria.parts()) {}

  Score run(std::span<const CriterionInput> inputs) {
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
      result_.criteria.push_back(
          CriterionScorer(parts_.criteria[i], criteria_.scale_of(i), inputs[i]).run());
    }
    result_.available = available();
    result_.scored = scored();
    result_.bonus = on_top(CriterionRole::bonus);
    result_.penalty = on_top(CriterionRole::penalty);
    result_.total = total();
    classify();
    return std::move(result_);
  }

 private:
  // Of the criteria that are part of the whole: a figure and its weight, of points as shares of the
  // most that can be had.
  std::vector<Weighted> weighted(Figure CriterionScore::*figure) const {
    std::vector<Weighted> all;
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
      const Criterion& one = parts_.criteria[i];
      if (one.role != CriterionRole::scored) continue;
      const Figure& is = result_.criteria[i].*figure;
      if (!criteria_.by_points()) {
        all.push_back({is, *one.weight});
      } else {
        all.push_back({is ? Figure(*is / *one.points) : is, *one.points});
      }
    }
    return all;
  }

  Figure available() const { return weighted_mean(weighted(&CriterionScore::points), 0).available; }

  // Why there is no total, whatever else is there; none if there may be one.
  Errc refused() const {
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
      const Figure& counted = result_.criteria[i].counted;
      if (!counted && parts_.criteria[i].missing == MissingRule::refused) return counted.reason;
    }
    return Errc::none;
  }

  Figure scored() {
    Result<Ratio> used = Ratio(0);
    for (const CriterionScore& one : result_.criteria) used = used + one.weight;
    if (!used) return used.error().code;
    result_.used = *used;
    if (const Errc reason = refused(); reason != Errc::none) return reason;
    if (!result_.available) return result_.available.reason;
    if (*result_.available < parts_.least_available) return Errc::too_little_available;
    Figure mean = weighted_mean(weighted(&CriterionScore::counted), 0).figure;
    if (!mean || !criteria_.by_points()) return mean;
    return *mean * criteria_.whole();
  }

  // What comes on top, or off: only what there is.
  Figure on_top(CriterionRole role) const {
    Result<Ratio> sum = Ratio(0);
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
      const Figure& counted = result_.criteria[i].counted;
      if (parts_.criteria[i].role == role && counted) sum = sum + *counted;
    }
    return sum;
  }

  Figure total() {
    if (!result_.scored) return result_.scored.reason;
    if (!result_.bonus) return result_.bonus.reason;
    if (!result_.penalty) return result_.penalty.reason;
    Result<Ratio> sum = *result_.scored + *result_.bonus - *result_.penalty;
    if (sum) result_.limited = limit(*sum, parts_.floor, parts_.cap);
    return sum;
  }

  void classify() {
    if (!criteria_.classes()) return;
    result_.class_reason = result_.total.reason;
    if (!result_.total) return;
    const Band* band = criteria_.classes()->band_of(*result_.total);
    result_.class_reason = band ? Errc::none : Errc::outside_table;
    if (!band) return;
    result_.class_position = static_cast<std::size_t>(band - criteria_.classes()->bands().data());
  }

  const Criteria& criteria_;
  const CriteriaParts& parts_;
  Score result_;
};

}  // namespace

std::string_view name_of(Limited limited) noexcept {
  return limited == Limited::floor ? "floor" : limited == Limited::cap ? "cap" : "";
}

Score score(const Criteria& criteria, std::span<const CriterionInput> inputs) {
  assert(inputs.size() == criteria.parts().criteria.size());
  return Scorer(criteria).run(inputs);
}

std::vector<QuotaCount> count_quotas(const Criteria& criteria, std::span<const Score> scores) {
  std::vector<QuotaCount> counts;
  for (const Quota& quota : criteria.parts().quotas) {
    QuotaCount count;
    for (const Score& one : scores) {
      if (!one.class_position) continue;
      const std::string& code = criteria.classes()->bands()[*one.class_position].label.code;
      count.in_class += code == quota.code ? 1 : 0;
      count.in_others += static_cast<int>(std::count(quota.of.begin(), quota.of.end(), code));
    }
    // A part of a number of units is as small as that number.
    const Decimal most = floor(*(quota.percent * Ratio(count.in_others) / Ratio(100)));
    count.most = static_cast<int>(*most.coefficient());
    counts.push_back(count);
  }
  return counts;
}

}  // namespace tiendo
