// Results that are ranges or words, and verdicts given by hand.

#include <algorithm>

#include "book.hpp"

namespace tiendo::hand_verdict_test {
namespace {

Observation& add_range(Book& book, std::string_view when, std::string_view low,
                       std::string_view high, const std::string& indicator = "cpi") {
  Observation& report = book.add_report(indicator, when, low);
  report.upper = dec(high);
  return report;
}

void judge_by_hand(Observation& report, Verdict verdict) {
  report.verdict = verdict;
  report.judge = "Chi cục Thống kê";
}

// A target on a level, reported as a range.
ReportRow judged(const Condition& condition, std::string_view low, std::string_view high,
                 Direction direction = Direction::more) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level).direction = direction;
  book.add_target("cpi", condition);
  add_range(book, "2024", low, high);
  return book.row("2024-12-31");
}

TEST(HandVerdictTest, ARangeIsNoNumber) {
  const ReportRow row = judged(at_most("4.5"), "4.0", "4.5");
  EXPECT_EQ(shown_state(row), "undefined range_result");
  for (const Field field : {Field::actual, Field::completion, Field::remaining, Field::growth}) {
    EXPECT_EQ(shown(figure(row, field)), "range_result") << name_of(field);
  }
  EXPECT_EQ(shown(row.target), "9/2");
  EXPECT_EQ(row.range, (ReportedRange{dec("4.0"), dec("4.5")}));
  EXPECT_EQ(shown(row.coverage), "12/12 months");
  EXPECT_EQ(row.status, Status::official);
}

TEST(HandVerdictTest, ARangeIsJudgedWhereAllOfItAgrees) {
  // clang-format off
  const struct { Condition asked; const char *low, *high, *verdict; } cases[] = {
      {at_most("4.5"), "4.0", "4.5", "met"},        // met at its upper end, better below
      {at_most("4.5"), "4.0", "4.4", "exceeded"},
      {at_most("4.5"), "4.5", "4.5", "met"},
      {at_most("4.5"), "4.0", "4.6", "range_undecided"},
      {at_most("4.5"), "4.6", "5", "missed"},
      {condition(ConditionKind::less_than, "4.5"), "4.0", "4.5", "range_undecided"},
      {at_least("4.5"), "4.5", "5", "met"},
      {at_least("4.5"), "4.4", "5", "range_undecided"},
      {condition(ConditionKind::more_than, "4.5"), "4.5", "5", "range_undecided"},
      {condition(ConditionKind::equal, "4.5"), "4", "5", "range_undecided"},  // missed at both ends
      {condition(ConditionKind::equal, "4.5"), "4.6", "5", "missed"},
      {condition(ConditionKind::equal, "4.5"), "4.5", "4.5", "met"},
      {between("4", "5"), "4", "5", "met"},
      {between("4", "5"), "4.2", "5.5", "met"},     // or better
      {between("4", "5"), "5.1", "5.5", "exceeded"},
      {between("4", "5"), "3", "6", "range_undecided"},
      {between("4", "5"), "3", "4", "range_undecided"},
      {around("4.5", "0.1"), "4.4", "4.6", "met"},
      {around("4.5", "0.1"), "4.3", "4.5", "range_undecided"},
      {yes(), "1", "2", "met"},
      {yes(), "0", "1", "range_undecided"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const ReportRow row = judged(c.asked, c.low, c.high);
    EXPECT_EQ(shown_verdict(row), c.verdict)
        << name_of(c.asked.kind) << ' ' << c.low << ".." << c.high;
    EXPECT_FALSE(row.by_hand);
  }
  EXPECT_EQ(shown_verdict(judged(between("4", "5"), "3", "6", Direction::inside)),
            "range_undecided")
      << "missed on both sides, met in between";
}

TEST(HandVerdictTest, AChangeIsJudgedFromItsBase) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  book.add_target("cpi", decrease_by("1"));
  book.add_report("cpi", "2023", "5.5");
  add_range(book, "2024", "4.0", "4.5");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "met");
  Book without;
  without.add_indicator("cpi", IndicatorKind::level, "percent");
  without.add_target("cpi", decrease_by("1"));
  add_range(without, "2024", "4.0", "4.5");
  EXPECT_EQ(shown_verdict(without.row("2024-12-31")), "no_baseline");
}

TEST(HandVerdictTest, ARangeIsNeverAddedUp) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::flow);
  book.add_target("cpi", at_least("5"));
  add_range(book, "2024-H1", "4", "6");
  book.add_report("cpi", "2024-H2", "9");
  EXPECT_EQ(shown_state(book.row("2024-12-31")), "undefined range_result");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "range_result");

  Book units;
  units.add_unit("ward");
  units.add_indicator("cpi", IndicatorKind::flow);
  units.add_target("cpi", at_least("5"));
  add_range(units, "2024", "4", "6").unit = "ward";
  const ReportRow row = units.row("2024-12-31");
  EXPECT_EQ(shown(row.actual), "range_result");
  EXPECT_EQ(shown_verdict(row), "range_result") << "it is the ward's, not the town's";
  EXPECT_FALSE(row.range);

  Book projects;
  projects.add_indicator("cpi", IndicatorKind::flow);
  projects.add_target("cpi", at_least("5"));
  projects.add_project("p", "cpi", at_least("1"));
  projects.add_project_report("p", "cpi", "2024", "4").upper = dec("6");
  const Report report = projects.report("2024-12-31");
  EXPECT_EQ(shown(report.rows[0].actual), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[0]), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[1]), "exceeded") << "of the project it is the own result";
}

TEST(HandVerdictTest, ABoundReachedByAllOfARunningTotalIsSettled) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::flow);
  book.add_target("cpi", at_least("5"));
  add_range(book, "2024-H1", "6", "7").form = Form::to_date;
  EXPECT_EQ(shown_verdict(book.row("2024-06-30")), "exceeded");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "exceeded");
  Book open;
  open.add_indicator("cpi", IndicatorKind::flow);
  open.add_target("cpi", at_least("5"));
  add_range(open, "2024-H1", "4", "7").form = Form::to_date;
  EXPECT_EQ(shown_verdict(open.row("2024-06-30")), "period_open");
  EXPECT_EQ(shown_verdict(open.row("2024-12-31")), "partial_coverage");
}

TEST(HandVerdictTest, ARangeOverABreakIsNotJudged) {
  Book book;
  SeriesBreak broken;
  broken.on = day("2024-07-01");
  book.add_indicator("cpi", IndicatorKind::flow).breaks = {broken};
  book.add_target("cpi", at_least("5"));
  add_range(book, "2024", "6", "7");
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "series_break");
}

TEST(HandVerdictTest, NoFigureIsComparedWithARangeOfTheYearBefore) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "cpi";
  book.add_target("cpi", at_least("4"));
  book.add_target("growth", at_least("0"));
  add_range(book, "2023", "4", "5");
  book.add_report("cpi", "2024", "4.5");
  const Report report = book.report("2024-12-31");
  EXPECT_EQ(shown(report.rows[0].same_period), "range_result");
  EXPECT_EQ(shown(report.rows[0].growth), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[0]), "exceeded");
  EXPECT_EQ(shown(report.rows[1].actual), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[1]), "range_result");
}

TEST(HandVerdictTest, WordsAreJudgedByHandOnly) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level);
  book.add_target("cpi", condition(ConditionKind::more_than, "0"));
  Observation& report = book.add_report("cpi", "2024", "unchanged");
  report.standing = Standing::words;
  report.words = "Xuất siêu";
  judge_by_hand(report, Verdict::met);
  const Report evaluated = book.report("2024-12-31");
  const ReportRow& row = evaluated.rows[0];
  EXPECT_EQ(shown_state(row), "undefined words_result");
  EXPECT_EQ(row.words, "Xuất siêu");
  EXPECT_EQ(shown_verdict(row), "met");
  EXPECT_TRUE(row.by_hand);
  EXPECT_EQ(row.judge, "Chi cục Thống kê");
  EXPECT_EQ(evaluated.summary[0].met, 1);
  EXPECT_EQ(evaluated.summary[0].by_hand, 1);
  EXPECT_EQ(evaluated.summary[0].not_judged, 0);
  EXPECT_EQ(shown_verdict(book.row("2024-06-30")), "no_data") << "the period is not over";
}

// What one report of the year with a verdict "near" by hand comes to.
ReportRow by_hand(const Condition& condition, std::string_view value, std::string_view upper = "",
                  std::string_view when = "2024") {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  book.add_target("cpi", condition);
  Observation& report = book.add_report("cpi", when, value);
  if (!upper.empty()) report.upper = dec(upper);
  judge_by_hand(report, Verdict::near);
  return book.row("2024-12-31");
}

TEST(HandVerdictTest, TheRuleCountsWhereItGivesOne) {
  for (const auto& [value, upper, verdict] :
       {std::tuple{"5", "", "exceeded"}, std::tuple{"4", "", "missed"},
        std::tuple{"4.5", "5", "met"}}) {
    const ReportRow row = by_hand(at_least("4.5"), value, upper);
    EXPECT_EQ(shown_verdict(row), verdict);
    EXPECT_FALSE(row.by_hand);
    EXPECT_EQ(row.hand_verdict, Verdict::near);
  }
}

TEST(HandVerdictTest, TheJudgeCountsWhereTheRuleIsSilent) {
  const struct {
    ReportRow row;
    const char* state;
  } cases[] = {
      {by_hand(at_least("4.5"), "4", "5"), "undefined range_result"},
      {by_hand(at_least("4.5"), "withheld"), "withheld withheld"},
      {by_hand(increase_by("1"), "5"), "value"},  // no baseline
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown_verdict(c.row), "near") << c.state;
    EXPECT_TRUE(c.row.by_hand);
    EXPECT_EQ(shown_state(c.row), c.state);
  }
}

TEST(HandVerdictTest, ABoundThatDoesNotDecideLeavesItToTheJudge) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  book.add_target("cpi", at_least("5"));
  Observation& report = book.add_report("cpi", "2024", "4");
  report.qualifier = Qualifier::over;
  judge_by_hand(report, Verdict::met);
  EXPECT_TRUE(book.row("2024-12-31").by_hand);
}

TEST(HandVerdictTest, WhatIsNotApplicableHasNoVerdict) {
  const ReportRow row = by_hand(at_least("4.5"), "n/a");
  EXPECT_EQ(shown_verdict(row), "not_applicable");
  EXPECT_FALSE(row.by_hand);
  EXPECT_EQ(row.hand_verdict, Verdict::near) << "but it is not forgotten";
}

TEST(HandVerdictTest, AVerdictIsOnTheWholePeriodOfTheRow) {
  const ReportRow row = by_hand(at_least("4.5"), "4", "5", "2024-H1");
  EXPECT_EQ(shown_verdict(row), "partial_coverage");
  EXPECT_EQ(row.hand_verdict, Verdict::none);
  EXPECT_EQ(row.range, (ReportedRange{dec("4"), dec("5")}));

  Book months;
  months.add_indicator("cpi", IndicatorKind::flow);
  months.add_target("cpi", at_least("5"));
  for (const char* when : {"2024-H1", "2024-H2"}) {
    judge_by_hand(months.add_report("cpi", when, "withheld"), Verdict::met);
  }
  EXPECT_EQ(shown_verdict(months.row("2024-12-31")), "withheld") << "two halves, no whole";
  Book total;
  total.add_indicator("cpi", IndicatorKind::flow);
  total.add_target("cpi", at_least("5"));
  Observation& year = total.add_report("cpi", "2024-H2", "withheld");
  year.form = Form::to_date;
  judge_by_hand(year, Verdict::met);
  EXPECT_EQ(shown_verdict(total.row("2024-12-31")), "met") << "the total of the year";
}

TEST(HandVerdictTest, OnlyTheReportThatCountsIsHeard) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  book.add_target("cpi", at_least("4.5"));
  judge_by_hand(add_range(book, "2024", "4", "5"), Verdict::missed);
  Observation& corrected = add_range(book, "2024", "4", "5");
  corrected.recorded_on = day("2025-02-01");
  judge_by_hand(corrected, Verdict::met);
  EXPECT_EQ(shown_verdict(book.report("2025-03-01").rows[0]), "met");
  EXPECT_EQ(shown_verdict(book.report("2025-03-01", "2025-01-15").rows[0]), "missed");
  Book later;
  later.add_indicator("cpi", IndicatorKind::level, "percent");
  later.add_target("cpi", at_least("4.5"));
  judge_by_hand(add_range(later, "2024", "4", "5"), Verdict::missed);
  add_range(later, "2024", "4", "5.1").recorded_on = day("2025-02-01");
  EXPECT_EQ(shown_verdict(later.report("2025-03-01").rows[0]), "range_undecided")
      << "the correction has no judge";
}

TEST(HandVerdictTest, WithoutATargetThereIsNothingToJudge) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::level, "percent");
  judge_by_hand(add_range(book, "2024", "4", "5"), Verdict::met);
  EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "no_target");
}

TEST(HandVerdictTest, AVerdictOnTheWholeIsNoneOnItsParts) {
  Book book;
  book.add_indicator("cpi", IndicatorKind::flow);
  book.add_target("cpi", at_least("5"), "province");
  book.add_target("cpi", at_least("2")).layer = TargetLayer::adds;
  judge_by_hand(add_range(book, "2024", "6", "8"), Verdict::near);
  const Report report = book.report("2024-12-31");
  ASSERT_EQ(report.rows.size(), 3U);
  EXPECT_EQ(shown_verdict(report.rows[0]), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[1]), "range_result");
  EXPECT_EQ(shown_verdict(report.rows[2]), "near");
  EXPECT_TRUE(report.rows[2].by_hand);
}

TEST(HandVerdictTest, AComponentJudgedByHandCountsForItsComposite) {
  Book book;
  book.add_composite("trade", {"balance"});
  book.add_indicator("balance", IndicatorKind::level);
  book.add_target("trade", by_component({{"balance", condition(ConditionKind::more_than, "0")}}));
  Observation& report = book.add_report("balance", "2024", "withheld");
  judge_by_hand(report, Verdict::met);
  const Report evaluated = book.report("2024-12-31");
  EXPECT_EQ(shown_verdict(evaluated.rows[0]), "met");
  EXPECT_FALSE(evaluated.rows[0].by_hand);
  EXPECT_TRUE(evaluated.rows[1].by_hand);
}

// Two wards become one, or one ward goes on under another id.
TEST(HandVerdictTest, NothingSaidByHandCarriesOverToOtherUnits) {
  for (const bool merged : {false, true}) {
    Book book;
    book.head.unit = "province";
    for (const char* id : {"a", "b"}) book.add_unit(id).until = day("2024-07-01");
    book.add_unit("new").from = day("2024-07-01");
    std::vector<std::string> from = {"a"};
    if (merged) from.emplace_back("b");
    book.add_event("2024-07-01", from, {{"new", ""}});
    if (!merged) book.add_event("2024-07-01", {"b"}, {{"town", ""}});
    book.add_indicator("cpi", IndicatorKind::flow);
    Target& target = book.add_target("cpi", at_least("5"));
    target.unit = "a";
    target.period = period("2024-H1");
    Observation& report = add_range(book, "2024-H1", "6", "7");
    report.unit = "a";
    judge_by_hand(report, Verdict::met);
    const Report report_now = book.report_on_map("2024-12-31", "2024-12-31");
    const auto row = std::find_if(report_now.rows.begin(), report_now.rows.end(),
                                  [&](const ReportRow& r) { return r.kind == RowKind::target; });
    ASSERT_NE(row, report_now.rows.end());
    EXPECT_EQ(report_now.plan.units()[row->unit].id, "new");
    EXPECT_EQ(shown(row->actual), "range_result");
    EXPECT_EQ(row->verdict, Verdict::none);
    EXPECT_FALSE(row->range);
    EXPECT_EQ(row->hand_verdict, Verdict::none);
    EXPECT_EQ(shown_verdict(book.row("2024-12-31")), "exceeded") << "of the unit itself it does";
  }
}

}  // namespace
}  // namespace tiendo::hand_verdict_test
