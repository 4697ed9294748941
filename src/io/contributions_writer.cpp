// Tested by tests/unit/io/rollup_writer_test.cpp and tests/golden/reports_test.py.
//
// The parts, then the whole. What adds up exactly need not do so when each is rounded by itself.

#include "io/labels.hpp"
#include "io/report_parts.hpp"
#include "io/rollup_forms.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/splitting.hpp"
#include "tiendo/io/rollup_writer.hpp"

namespace tiendo {
namespace {

constexpr Phrase kPart{"Thành phần", "Part"};
constexpr Phrase kReported{"Báo cáo", "Reported"};
constexpr Phrase kShare{"Cơ cấu %", "Share %"};
constexpr Phrase kPoints{"Đóng góp (điểm %)", "Contribution (pp)"};
constexpr Phrase kPercent{"% của mức tăng", "% of the growth"};
constexpr Phrase kNotes{"Ghi chú", "Notes"};
constexpr Phrase kWhole{"Tổng số", "Total"};
constexpr Phrase kLeft{"số của tổng thể trừ tổng các thành phần", "the whole less its parts"};
constexpr Phrase kLeftBefore{"cùng kỳ: số của tổng thể trừ tổng các thành phần",
                             "same period: the whole less its parts"};

class ContributionsWriter {
 public:
  ContributionsWriter(const Contributions& all, const WriteOptions& options, ShareRounding rounding)
      : all_(all),
        plan_(all.plan),
        options_(options),
        rounding_(rounding),
        numbers_(options.language == Language::vi ? NumberFormat::vietnamese()
                                                  : NumberFormat::plain()) {
    measured_ = all.question.whole;
    if (measured_ == kNone) measured_ = all.question.indicator;
    if (is_composite(measured_) && !all.parts.empty()) measured_ = all.parts.front().indicator;
    shares_ = printed_shares(&ContributionPart::share);
    percents_ = printed_shares(&ContributionPart::percent);
  }

  std::string write() {
    const ContributionQuestion& question = all_.question;
    RollupDocument document;
    document.head = head_of("tiendo-contributions/1", plan_, all_.request, question.indicator,
                            question.unit, question.period);
    add_head(document.head);
    document.list = "parts";
    document.title = title_of(plan_, all_.request, question.indicator, question.unit,
                              question.period, options_.language);
    document.header = {in(kPart),
                       label_of(Field::actual),
                       label_of(Field::same_period),
                       label_of(Field::growth),
                       in(kShare),
                       in(kPoints),
                       in(kPercent),
                       in(kReported),
                       in(kNotes)};
    document.aligns.assign(document.header.size(), Align::right);
    document.aligns.front() = document.aligns.back() = Align::left;
    for (std::size_t i = 0; i < all_.parts.size(); ++i) add_part(document, i);
    add_whole(document);
    return tiendo::write(document, options_.format);
  }

 private:
  bool is_composite(Index indicator) const {
    return plan_.indicators()[indicator].kind == IndicatorKind::composite;
  }
  std::string in(const Phrase& phrase) const { return std::string(phrase.in(options_.language)); }
  std::string label_of(Field field) const { return std::string(label(field, options_.language)); }
  std::string reason_of(Errc why) const {
    return why == Errc::none ? std::string() : std::string(label(why, options_.language));
  }
  static std::string reason(Errc why) {
    return why == Errc::none ? std::string() : std::string(name_of(why));
  }
  static std::string exact(const Figure& figure) {
    return figure ? (*figure).to_string() : std::string();
  }

  std::optional<Decimal> amount(const Figure& figure) const {
    return printed_figure(plan_, measured_, false, figure, options_.printing);
  }
  std::optional<Decimal> percent(const Figure& figure) const {
    return printed_figure(plan_, measured_, true, figure, options_.printing);
  }
  static std::string plain(const std::optional<Decimal>& number) {
    return number ? number->to_string() : std::string();
  }
  std::string shown(const std::optional<Decimal>& number) const {
    return number ? format(*number, numbers_) : std::string();
  }

  // Of all parts: each by itself, or so that they add up to 100.
  std::vector<std::optional<Decimal>> printed_shares(Figure ContributionPart::*share) const {
    std::vector<std::optional<Decimal>> numbers;
    std::vector<Ratio> ratios;
    for (const ContributionPart& part : all_.parts) {
      numbers.push_back(percent(part.*share));
      if (part.*share) ratios.push_back(*(part.*share));
    }
    if (rounding_ == ShareRounding::independent || ratios.empty()) return numbers;
    ReportRow row;
    row.indicator = measured_;
    const int digits = print_rule(plan_, row, Field::completion, options_.printing).digits;
    const auto rounded = round_shares(ratios, Decimal(100), digits);
    if (rounded) numbers.assign(rounded->begin(), rounded->end());
    return numbers;
  }

  void add_head(NamedCells& head) const {
    head.push_back({"whole", std::string(id_at(plan_.indicators(), all_.question.whole))});
    head.push_back({"measure", plan_.indicators()[measured_].measure});
    head.push_back(
        {"shares", rounding_ == ShareRounding::independent ? "independent" : "largest_remainder"});
    head.push_back({"now", plain(amount(all_.now))});
    head.push_back({"before", plain(amount(all_.before))});
    head.push_back({"change", plain(amount(all_.change))});
    head.push_back({"growth_pct", plain(percent(all_.growth))});
    head.push_back({"reason", reason(all_.now.reason)});
    head.push_back({"growth_reason", reason(all_.growth.reason)});
    const auto left = [](const std::optional<Ratio>& rest) {
      return rest ? rest->to_string() : std::string();
    };
    head.push_back({"left_now", left(all_.left_now)});
    head.push_back({"left_before", left(all_.left_before)});
  }

  // Why something is not said of the part; of the part itself first.
  static Errc why(const ContributionPart& part) {
    if (!part.now) return part.now.reason;
    if (!part.share) return part.share.reason;
    return part.before ? part.percent.reason : part.before.reason;
  }

  static NamedCells cells(std::string indicator, std::string unit, std::string coverage,
                          const std::vector<std::string>& figures, Errc why) {
    return {{"indicator", std::move(indicator)},
            {"unit", std::move(unit)},
            {"actual", figures[0]},
            {"same_period", figures[1]},
            {"growth_pct", figures[2]},
            {"share_pct", figures[3]},
            {"contribution_points", figures[4]},
            {"contribution_pct", figures[5]},
            {"coverage", std::move(coverage)},
            {"reason", reason(why)}};
  }

  void add_part(RollupDocument& document, std::size_t at) const {
    const ContributionPart& part = all_.parts[at];
    const std::vector<std::optional<Decimal>> numbers = {amount(part.now),     amount(part.before),
                                                         percent(part.growth), shares_[at],
                                                         percent(part.points), percents_[at]};
    std::vector<std::string> figures;
    TableRow line = {is_composite(all_.question.indicator)
                         ? name_of_indicator(plan_, part.indicator, options_.language)
                         : name_of_unit(plan_, all_.request, part.unit, options_.language)};
    for (const auto& number : numbers) {
      figures.push_back(plain(number));
      line.push_back(shown(number));
    }
    const std::string coverage = text_of(part.coverage);
    NamedCells row = cells(plan_.indicators()[part.indicator].id, plan_.units()[part.unit].id,
                           coverage, figures, why(part));
    if (options_.exact) {
      row.push_back({"share_exact", exact(part.share)});
      row.push_back({"points_exact", exact(part.points)});
      row.push_back({"percent_exact", exact(part.percent)});
    }
    document.rows.push_back(std::move(row));
    line.push_back(coverage.empty()
                       ? coverage
                       : coverage + ' ' + std::string(label(part.coverage.of, options_.language)));
    line.push_back(reason_of(why(part)));
    document.lines.push_back(std::move(line));
  }

  // In JSON the whole stands in the head.
  void add_whole(RollupDocument& document) const {
    const Errc why = all_.now ? all_.growth.reason : all_.now.reason;
    const Figure all = all_.now && !(*all_.now).is_zero() ? Figure(Ratio(100)) : Figure(why);
    const Figure of_growth =
        all_.change && !(*all_.change).is_zero() ? Figure(Ratio(100)) : Figure(why);
    const std::vector<std::optional<Decimal>> numbers = {amount(all_.now),     amount(all_.before),
                                                         percent(all_.growth), percent(all),
                                                         percent(all_.growth), percent(of_growth)};
    std::vector<std::string> figures;
    TableRow line = {in(kWhole)};
    for (const auto& number : numbers) {
      figures.push_back(plain(number));
      line.push_back(shown(number));
    }
    line.emplace_back();
    line.push_back(reason_of(why));
    document.lines.push_back(std::move(line));
    if (options_.format == ReportFormat::csv) {
      NamedCells row = cells(plan_.indicators()[all_.question.indicator].id, "", "", figures, why);
      if (options_.exact) {
        row.push_back({"share_exact", ""});
        row.push_back({"points_exact", exact(all_.growth)});
        row.push_back({"percent_exact", ""});
      }
      document.rows.push_back(std::move(row));
    }
    const auto note = [&](const Phrase& phrase, const std::optional<Ratio>& left) {
      if (left) document.notes.push_back(in(phrase) + ": " + shown(amount(Figure(*left))));
    };
    note(kLeft, all_.left_now);
    note(kLeftBefore, all_.left_before);
  }

  const Contributions& all_;
  const Plan& plan_;
  const WriteOptions& options_;
  ShareRounding rounding_;
  NumberFormat numbers_;
  Index measured_ = kNone;
  std::vector<std::optional<Decimal>> shares_;
  std::vector<std::optional<Decimal>> percents_;
};

}  // namespace

std::string write_contributions(const Contributions& contributions, const WriteOptions& options,
                                ShareRounding rounding) {
  return ContributionsWriter(contributions, options, rounding).write();
}

}  // namespace tiendo
