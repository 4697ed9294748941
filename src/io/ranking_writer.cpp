// Tested by tests/unit/io/rollup_writer_test.cpp and tests/golden/reports_test.py.

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/rollup_forms.hpp"
#include "io/trace_sums.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/io/rollup_writer.hpp"

namespace tiendo {
namespace {

constexpr Phrase kPlace{"Hạng", "Place"};
constexpr Phrase kUnit{"Đơn vị", "Unit"};
constexpr Phrase kReported{"Báo cáo", "Reported"};
constexpr Phrase kAgainstMean{"So với bình quân", "Against the mean"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};
constexpr Phrase kMean{"Bình quân chung", "Mean of all"};
constexpr Phrase kRanked{"đơn vị có số liệu", "units with a figure"};
constexpr Phrase kAbove{"cao hơn", "above"};
constexpr Phrase kEqual{"bằng", "equal"};
constexpr Phrase kBelow{"thấp hơn", "below"};
constexpr Phrase kOver{"trên", "over"};
constexpr Phrase kExactly{"đúng bằng", "exactly"};

class RankingWriter {
 public:
  RankingWriter(const Ranking& ranking, const WriteOptions& options)
      : ranking_(ranking),
        plan_(ranking.plan),
        options_(options),
        numbers_(options.language == Language::vi ? NumberFormat::vietnamese()
                                                  : NumberFormat::plain()) {}

  std::string write() {
    const RankQuestion& question = ranking_.question;
    RollupDocument document;
    document.head = head_of("tiendo-ranking/1", plan_, ranking_.request, question.indicator,
                            question.unit, question.period);
    add_head(document.head);
    document.list = "units";
    document.title = title_of(plan_, ranking_.request, question.indicator, question.unit,
                              question.period, options_.language);
    document.header = {in(kPlace),      in(kUnit),     title(Field::target), title(Field::actual),
                       title(figure()), in(kReported), in(kAgainstMean),     in(kNotes)};
    document.aligns = {Align::right, Align::left,  Align::right, Align::right,
                       Align::right, Align::right, Align::left,  Align::left};
    if (figure() == Field::actual) drop_figure(document.header, document.aligns);
    for (const RankedUnit& unit : ranking_.units) {
      document.rows.push_back(cells_of(unit));
      document.lines.push_back(line_of(unit));
    }
    document.notes = notes();
    return tiendo::write(document, options_.format);
  }

 private:
  Field figure() const { return ranking_.question.figure; }
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(options_.language)); }
  std::string title(Field field) const { return std::string(label(field, options_.language)); }

  // The actual has a column of its own.
  template <class... Lists>
  static void drop_figure(Lists&... lists) {
    (lists.erase(lists.begin() + 4), ...);
  }

  std::optional<Decimal> printed_of(const Figure& exact) const {
    return printed_figure(plan_, ranking_.question.indicator, is_percent(figure()), exact,
                          options_.printing);
  }
  std::string plain(const std::optional<Decimal>& number) const {
    return number ? number->to_string() : std::string();
  }
  std::string shown(const std::optional<Decimal>& number) const {
    return number ? format(*number, numbers_) : std::string();
  }
  static std::string exact(const Figure& figure) {
    return figure ? (*figure).to_string() : std::string();
  }
  static std::string reason(Errc code) {
    return code == Errc::none ? std::string() : std::string(name_of(code));
  }
  static std::string word_of(const std::optional<int>& against) {
    if (!against) return {};
    return *against > 0 ? "above" : *against < 0 ? "below" : "equal";
  }
  // Why it has no place.
  static Errc why(const RankedUnit& unit) {
    return unit.rank.place ? Errc::none : unit.figure ? unit.rank.reason : unit.figure.reason;
  }

  void add_head(NamedCells& head) const {
    const RankQuestion& question = ranking_.question;
    const auto number = [](int count) { return std::to_string(count); };
    head.push_back({"figure", std::string(name_of(figure()))});
    head.push_back({"assigner", std::string(id_at(plan_.units(), question.assigner))});
    head.push_back({"mean", plain(printed_of(ranking_.mean))});
    head.push_back({"mean_exact", exact(ranking_.mean)});
    head.push_back({"mean_reason", reason(ranking_.mean.reason)});
    head.push_back({"ranked", number(ranking_.ranked)});
    head.push_back({"above_mean", number(ranking_.above_mean)});
    head.push_back({"at_mean", number(ranking_.at_mean)});
    head.push_back({"below_mean", number(ranking_.below_mean)});
    if (!question.threshold) return;
    head.push_back({"threshold", question.threshold->to_string()});
    head.push_back({"over", number(ranking_.over)});
    head.push_back({"at", number(ranking_.at)});
  }

  NamedCells cells_of(const RankedUnit& unit) const {
    const ReportRow& row = unit.row;
    const auto field = [&](Field which) {
      return plain(printed(plan_, row, which, options_.printing));
    };
    NamedCells cells = {{"place", unit.rank.place ? std::to_string(*unit.rank.place) : ""},
                        {"unit", plan_.units()[row.unit].id},
                        {"assigner", std::string(id_at(plan_.units(), row.assigner))},
                        {"target", field(Field::target)},
                        {"actual", field(Field::actual)},
                        {"completion_pct", field(Field::completion)},
                        {"growth_pct", field(Field::growth)},
                        {"coverage", tiendo::text_of(row.coverage)},
                        {"against_mean", word_of(unit.against_mean)},
                        {"reason", reason(why(unit))}};
    if (options_.exact) cells.push_back({"figure_exact", exact(unit.figure)});
    return cells;
  }

  TableRow line_of(const RankedUnit& unit) const {
    const ReportRow& row = unit.row;
    const auto field = [&](Field which) {
      return shown(printed(plan_, row, which, options_.printing));
    };
    std::string against;
    if (unit.against_mean) {
      against = in(*unit.against_mean > 0 ? kAbove : *unit.against_mean < 0 ? kBelow : kEqual);
    }
    TableRow cells = {unit.rank.place ? std::to_string(*unit.rank.place) : "",
                      name_of_unit(plan_, ranking_.request, row.unit, options_.language),
                      field(Field::target),
                      field(Field::actual),
                      field(figure()),
                      reported(row.coverage),
                      against,
                      text_of(why(unit))};
    if (figure() == Field::actual) cells.erase(cells.begin() + 4);
    return cells;
  }

  std::string text_of(Errc why) const {
    return why == Errc::none ? std::string() : std::string(label(why, options_.language));
  }

  std::string reported(const Coverage& coverage) const {
    const std::string text = tiendo::text_of(coverage);
    return text.empty() ? text : text + ' ' + std::string(label(coverage.of, options_.language));
  }

  std::vector<std::string> notes() const {
    std::string mean = in(kMean) + ": ";
    if (ranking_.mean) {
      mean += shown(printed_of(ranking_.mean)) + "; " + in(kAbove) + ' ' +
              std::to_string(ranking_.above_mean) + ", " + in(kEqual) + ' ' +
              std::to_string(ranking_.at_mean) + ", " + in(kBelow) + ' ' +
              std::to_string(ranking_.below_mean);
    } else {
      mean += text_of(ranking_.mean.reason);
    }
    std::vector<std::string> all = {mean + " (" + std::to_string(ranking_.ranked) + '/' +
                                    std::to_string(ranking_.units.size()) + ' ' + in(kRanked) +
                                    ")"};
    const std::optional<Ratio>& threshold = ranking_.question.threshold;
    if (!threshold) return all;
    const std::string number = exact_number(*threshold, numbers_);
    all.push_back(in(kOver) + ' ' + number + ": " + std::to_string(ranking_.over) + '/' +
                  std::to_string(ranking_.units.size()) + "; " + in(kExactly) + ' ' + number +
                  ": " + std::to_string(ranking_.at));
    return all;
  }

  const Ranking& ranking_;
  const Plan& plan_;
  const WriteOptions& options_;
  NumberFormat numbers_;
};

}  // namespace

std::string write_ranking(const Ranking& ranking, const WriteOptions& options) {
  return RankingWriter(ranking, options).write();
}

}  // namespace tiendo
