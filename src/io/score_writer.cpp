// Tested by tests/unit/io/score_writer_test.cpp and tests/golden/reports_test.py.

#include "tiendo/io/score_writer.hpp"

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/rollup_forms.hpp"
#include "io/score_parts.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/engine/assessment.hpp"

namespace tiendo {
namespace {

constexpr Phrase kCriteria{"tiêu chí", "criteria"};
constexpr Phrase kPlace{"Hạng", "Place"};
constexpr Phrase kUnit{"Đơn vị", "Unit"};
constexpr Phrase kTotal{"Tổng điểm", "Total"};
constexpr Phrase kClass{"Xếp loại", "Class"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};
constexpr Phrase kLeftOut{"không tính", "left out"};
constexpr Phrase kAsZero{"tính 0 điểm", "counts as zero"};

class ScoreTables {
 public:
  ScoreTables(const UnitScores& scores, const WriteOptions& options)
      : scores_(scores),
        criteria_(scores.criteria),
        parts_(scores.criteria.parts()),
        options_(options),
        printing_(under(scores.request.rules, options.printing)),
        rule_(points_rule(scores.criteria, printing_)),
        numbers_(options.language == Language::vi ? NumberFormat::vietnamese()
                                                  : NumberFormat::plain()) {}

  std::string write() const {
    RollupDocument document;
    document.title = title();
    document.header = {in(kPlace), in(kUnit)};
    document.aligns = {Align::right, Align::left};
    for (const Criterion& one : parts_.criteria) {
      document.header.push_back(name_of_criterion(one));
      document.aligns.push_back(Align::right);
    }
    for (const Phrase& phrase : {kTotal, kClass, kNotes}) document.header.push_back(in(phrase));
    for (const Align align : {Align::right, Align::left, Align::left}) {
      document.aligns.push_back(align);
    }
    for (const ScoredUnit& unit : scores_.units) {
      document.lines.push_back(line_of(unit));
      for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
        document.rows.push_back(cells_of(unit, i));
      }
      document.rows.push_back(cells_of_total(unit));
    }
    document.notes = score_notes(scores_, options_.language);
    return tiendo::write(document, options_.format);
  }

 private:
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(options_.language)); }
  std::string shown(const std::optional<Decimal>& value) const {
    return value ? format(*value, numbers_) : std::string();
  }
  static std::string plain(const std::optional<Decimal>& value) {
    return value ? value->to_string() : std::string();
  }
  static std::string exact(const Figure& figure) {
    return figure ? (*figure).to_string() : std::string();
  }
  static std::string code_of(Errc code) {
    return code == Errc::none ? std::string() : std::string(name_of(code));
  }
  std::string name_of_criterion(const Criterion& one) const {
    return tiendo::name_of_criterion(one, options_.language);
  }

  std::vector<std::string> title() const {
    const std::string& name = parts_.title.in(options_.language);
    return {
        (name.empty() ? parts_.name.id : name) + ": " +
            name_of_unit(scores_.plan, scores_.request, scores_.question.unit, options_.language) +
            ", " + scores_.question.period.to_string(),
        days_of(scores_.request, options_.language) + "; " + in(kCriteria) + ' ' +
            to_string(parts_.name) + '.'};
  }

  TableRow line_of(const ScoredUnit& unit) const {
    const Score& score = unit.score;
    TableRow cells = {unit.rank.place ? std::to_string(*unit.rank.place) : "",
                      name_of_unit(scores_.plan, scores_.request, unit.unit, options_.language)};
    for (const CriterionScore& one : score.criteria) {
      cells.push_back(shown(printed_points(one.points, rule_)));
    }
    cells.push_back(shown(printed_total(criteria_, score, rule_)));
    const bool has_class = score.class_position.has_value();
    cells.push_back(has_class ? name_of_band(criteria_.classes()->bands()[*score.class_position],
                                             options_.language)
                              : std::string());
    cells.push_back(remarks_of(score));
    return cells;
  }

  // What has no figure and what becomes of it; then why there is no total or class.
  std::string remarks_of(const Score& score) const {
    std::string text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    bool refused = false;
    for (std::size_t i = 0; i < parts_.criteria.size(); ++i) {
      const Criterion& one = parts_.criteria[i];
      const Figure& points = score.criteria[i].points;
      if (points) continue;
      std::string why =
          name_of_criterion(one) + ": " + std::string(label(points.reason, options_.language));
      if (one.missing == MissingRule::zero) why += ", " + in(kAsZero);
      if (one.missing == MissingRule::excluded) why += ", " + in(kLeftOut);
      refused = refused || one.missing == MissingRule::refused;
      add(why);
    }
    const Errc without = score.total ? score.class_reason : score.total.reason;
    if (without != Errc::none && !refused) add(std::string(label(without, options_.language)));
    return text;
  }

  NamedCells cells_of(const ScoredUnit& unit, std::size_t position) const {
    const Criterion& one = parts_.criteria[position];
    const CriterionScore& score = unit.score.criteria[position];
    NamedCells cells = {
        {"place", ""},
        {"unit", scores_.plan.units()[unit.unit].id},
        {"criterion", one.id},
        {"indicator", one.indicator},
        {"figure", one.figure ? std::string(name_of(*one.figure)) : "verdict"},
        {"value", one.figure ? plain(printed_input(scores_, unit, position, printing_))
                             : std::string(name_of(score.input.verdict))},
        {"band", std::string(band_code(criteria_, score, position))},
        {"gained", plain(printed_points(score.gained, rule_))},
        {"deducted", plain(printed_points(score.deducted, rule_))},
        {"points", plain(printed_points(score.points, rule_))},
        {"weight", exact_number(score.weight, NumberFormat::plain())},
        {"class", ""},
        {"reason", code_of(score.points.reason)}};
    if (!options_.exact) return cells;
    cells.push_back({"value_exact", exact(score.input.figure)});
    cells.push_back({"points_exact", exact(score.points)});
    return cells;
  }

  NamedCells cells_of_total(const ScoredUnit& unit) const {
    const Score& score = unit.score;
    const Errc reason = score.total ? score.class_reason : score.total.reason;
    NamedCells cells = {{"place", unit.rank.place ? std::to_string(*unit.rank.place) : ""},
                        {"unit", scores_.plan.units()[unit.unit].id},
                        {"criterion", ""},
                        {"indicator", ""},
                        {"figure", ""},
                        {"value", ""},
                        {"band", ""},
                        {"gained", plain(printed_points(score.scored, rule_))},
                        {"deducted", ""},
                        {"points", plain(printed_total(criteria_, score, rule_))},
                        {"weight", exact_number(score.used, NumberFormat::plain())},
                        {"class", std::string(class_code(criteria_, score))},
                        {"reason", code_of(reason)}};
    if (!options_.exact) return cells;
    cells.push_back({"value_exact", ""});
    cells.push_back({"points_exact", exact(score.total)});
    return cells;
  }

  const UnitScores& scores_;
  const Criteria& criteria_;
  const CriteriaParts& parts_;
  const WriteOptions& options_;
  Printing printing_;
  PrintRule rule_;
  NumberFormat numbers_;
};

}  // namespace

std::string name_of_criterion(const Criterion& one, Language language) {
  const std::string& name = one.name.in(language);
  return name.empty() ? one.id : name;
}

std::string name_of_band(const Band& band, Language language) {
  const std::string& name = band.label.label.in(language);
  return name.empty() ? band.label.code : name;
}

PrintRule points_rule(const Criteria& criteria, const Printing& printing) {
  return {printing.digits.value_or(criteria.parts().digits),
          printing.rounding.value_or(Rounding::half_up)};
}

std::optional<Decimal> printed_points(const Figure& points, const PrintRule& rule) {
  if (!points) return std::nullopt;
  Result<Decimal> rounded = round(*points, rule.digits, rule.rounding);
  return rounded ? std::optional(*std::move(rounded)) : std::nullopt;
}

std::optional<Decimal> printed_total(const Criteria& criteria, const Score& score,
                                     const PrintRule& rule) {
  if (!score.total || !criteria.classes()) return printed_points(score.total, rule);
  Result<Decimal> printed =
      printed_in_band(*score.total, *criteria.classes(), rule.digits, rule.rounding);
  return printed ? std::optional(*std::move(printed)) : std::nullopt;
}

std::optional<Decimal> printed_input(const UnitScores& scores, const ScoredUnit& unit,
                                     std::size_t criterion, const Printing& printing) {
  const Criterion& one = scores.criteria.parts().criteria[criterion];
  if (!one.figure || !unit.score.criteria[criterion].input.figure) return std::nullopt;
  return printed(scores.plan, unit.rows[criterion], *one.figure, printing);
}

std::string_view class_code(const Criteria& criteria, const Score& score) {
  if (!score.class_position) return {};
  return criteria.classes()->bands()[*score.class_position].label.code;
}

std::string_view band_code(const Criteria& criteria, const CriterionScore& score,
                           std::size_t criterion) {
  if (!score.band) return {};
  return criteria.scale_of(criterion).bands->bands()[*score.band].label.code;
}

std::string_view method_of(const Criteria& criteria, std::size_t criterion) {
  const Scale& scale = criteria.scale_of(criterion);
  return scale.bands ? "band_table@1" : scale.scores ? "score_table@1" : "verdict_scores@1";
}

std::string_view method_of_total(const Criteria& criteria) {
  return criteria.by_points() ? "criteria_total@1/points" : "criteria_total@1/weights";
}

std::string write_scores(const UnitScores& scores, const WriteOptions& options) {
  if (options.format == ReportFormat::json) return scores_json(scores, options);
  return ScoreTables(scores, options).write();
}

}  // namespace tiendo
