// The words of reports: each in both languages, none missing, Vietnamese in one normal form.

#include "io/labels.hpp"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <string>

namespace tiendo::labels_test {
namespace {

// Every reason that a figure, a verdict or a state of the engine can carry.
constexpr Errc kReasons[] = {Errc::observations_disagree,
                             Errc::periods_overlap,
                             Errc::unchanged_from_nothing,
                             Errc::number_too_long,
                             Errc::no_data,
                             Errc::no_target,
                             Errc::no_base,
                             Errc::base_zero,
                             Errc::target_zero,
                             Errc::partial_coverage,
                             Errc::not_attributed,
                             Errc::not_started,
                             Errc::not_applicable,
                             Errc::withheld,
                             Errc::not_additive,
                             Errc::range_target,
                             Errc::fact_target,
                             Errc::composite,
                             Errc::no_baseline,
                             Errc::period_open,
                             Errc::range_result,
                             Errc::words_result,
                             Errc::range_undecided,
                             Errc::series_break,
                             Errc::split_without_shares,
                             Errc::target_not_carried,
                             Errc::report_straddles,
                             Errc::area_changed,
                             Errc::unit_ended,
                             Errc::no_profile,
                             Errc::met_at_base,
                             Errc::base_is_target,
                             Errc::actual_zero,
                             Errc::compared_in_points,

                             Errc::no_better_side,
                             Errc::target_reached,
                             Errc::time_is_up,
                             Errc::not_cumulative,
                             Errc::no_milestone_yet};

bool composed(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  utf8proc_uint8_t* normal = nullptr;
  const auto size =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &normal,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const bool same = size >= 0 && std::string_view(reinterpret_cast<char*>(normal),
                                                  static_cast<std::size_t>(size)) == text;
  std::free(normal);
  return same;
}

void expect_both(std::string_view vi, std::string_view en) {
  EXPECT_FALSE(vi.empty()) << en;
  EXPECT_FALSE(en.empty()) << vi;
  EXPECT_NE(vi, en);
  EXPECT_TRUE(composed(vi)) << vi;
}

// Every enumerator from `first` on, up to the one that has no name.
template <class Enum>
void expect_all_labelled(int first) {
  int count = 0;
  for (int i = first; !name_of(static_cast<Enum>(i)).empty(); ++i, ++count) {
    expect_both(label(static_cast<Enum>(i), Language::vi),
                label(static_cast<Enum>(i), Language::en));
  }
  EXPECT_GT(count, 2);
}

TEST(LabelsTest, EveryWordStandsInBothLanguages) {
  for (const Field field : kFields) {
    expect_both(label(field, Language::vi), label(field, Language::en));
  }
  expect_all_labelled<Verdict>(1);
  expect_all_labelled<State>(1);
  expect_all_labelled<Status>(0);
  expect_all_labelled<Qualifier>(1);
  expect_all_labelled<Form>(0);
  expect_all_labelled<Standing>(1);
  expect_all_labelled<TargetLayer>(0);
  expect_all_labelled<SourceRole>(0);
  expect_all_labelled<SetAside>(0);
  expect_all_labelled<BaseRule>(0);
  for (const auto of : {Coverage::Of::months, Coverage::Of::days, Coverage::Of::units,
                        Coverage::Of::projects, Coverage::Of::components}) {
    expect_both(label(of, Language::vi), label(of, Language::en));
  }
}

TEST(LabelsTest, EveryReasonOfTheEngineStandsInBothLanguages) {
  for (const Errc reason : kReasons) {
    expect_both(label(reason, Language::vi), label(reason, Language::en));
  }
}

TEST(LabelsTest, NoTwoReasonsReadTheSame) {
  for (const Language language : {Language::vi, Language::en}) {
    std::map<std::string_view, Errc> known;
    std::vector<Errc> reasons(std::begin(kReasons), std::end(kReasons));
    reasons.push_back(Errc::no_order);
    for (const Errc reason : reasons) {
      const auto [same, is_new] = known.emplace(label(reason, language), reason);
      EXPECT_TRUE(is_new || same->second == reason) << label(reason, language);
    }
  }
}

TEST(LabelsTest, OnlyALevelIsCalledOne) {
  using enum TimeRule;
  EXPECT_EQ(label(Form::level, last, Language::en), label(Form::level, Language::en));
  EXPECT_EQ(label(Form::to_date, max, Language::en), label(Form::to_date, Language::en));
  EXPECT_EQ(label(Form::level, mean, Language::en), "mean of the period");
  EXPECT_EQ(label(Form::level, max, Language::en), "highest in the period");
  EXPECT_EQ(label(Form::level, min, Language::en), "lowest in the period");
  for (const TimeRule rule : {mean, max, min}) {
    expect_both(label(Form::level, rule, Language::vi), label(Form::level, rule, Language::en));
  }
}

TEST(LabelsTest, ACodeWithoutALabelFallsBackToItsSentence) {
  EXPECT_EQ(label(Errc::csv_syntax, Language::vi), text_of(Errc::csv_syntax));
}

TEST(LabelsTest, NothingSaysNothing) {
  EXPECT_EQ(label(Verdict::none, Language::vi), "");
  EXPECT_EQ(label(Qualifier::exact, Language::en), "");
  EXPECT_EQ(label(Standing::value, Language::en), "");
}

std::string plain(const Condition&, const Decimal& number) { return number.to_string(); }

Condition condition(ConditionKind kind, const char* value, const char* upper = "0",
                    const char* tolerance = "0", ChangeIn in = ChangeIn::value) {
  Condition result;
  result.kind = kind;
  result.value = *Decimal::parse(value);
  result.upper = *Decimal::parse(upper);
  result.tolerance = *Decimal::parse(tolerance);
  result.in = in;
  return result;
}

TEST(WordingTest, SaysEveryConditionInSigns) {
  using enum ConditionKind;
  const struct {
    Condition asked;
    const char *vi, *en;
  } cases[] = {
      {{}, "", ""},
      {condition(yes, "0"), "hoàn thành", "yes"},
      {condition(at_least, "75"), "≥ 75", "≥ 75"},
      {condition(more_than, "80"), "> 80", "> 80"},
      {condition(at_most, "0.2"), "≤ 0.2", "≤ 0.2"},
      {condition(less_than, "4"), "< 4", "< 4"},
      {condition(equal, "100"), "= 100", "= 100"},
      {condition(between, "6.0", "6.5"), "6.0 – 6.5", "6.0 – 6.5"},
      {condition(about, "69", "0", "0.5"), "69 ± 0.5", "69 ± 0.5"},
      {condition(increase_by, "2"), "+2", "+2"},
      {condition(increase_by, "4", "0", "0", ChangeIn::percent), "+4 %", "+4 %"},
      {condition(decrease_by, "1", "0", "0", ChangeIn::points), "-1 điểm %", "-1 pp"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(wording(c.asked, Language::vi, plain), c.vi);
    EXPECT_EQ(wording(c.asked, Language::en, plain), c.en);
  }
}

TEST(WordingTest, ASecondConditionFollowsTheFirst) {
  Condition both = condition(ConditionKind::increase_by, "4", "0", "0", ChangeIn::percent);
  both.then = std::make_shared<const Condition>(condition(ConditionKind::at_least, "60"));
  EXPECT_EQ(wording(both, Language::vi, plain), "+4 % và ≥ 60");
  EXPECT_EQ(wording(both, Language::en, plain), "+4 % and ≥ 60");
}

TEST(LabelsTest, ADifferenceOfPercentagesIsInPoints) {
  Measure share{"phan-tram", "share", {"phần trăm", "per cent"}, *Decimal::of(1, 2), {}};
  const Measure money{"ty", "money", {"tỷ đồng", ""}, Decimal(1), {}};
  EXPECT_EQ(difference_label(percent(), Language::vi), "điểm %");
  EXPECT_EQ(difference_label(percent(), Language::en), "pp");
  EXPECT_EQ(difference_label(share, Language::vi), "điểm phần trăm");
  EXPECT_EQ(difference_label(share, Language::en), "pp");
  EXPECT_EQ(difference_label(per_mille(), Language::vi), "điểm ‰");
  EXPECT_EQ(difference_label(per_mille(), Language::en), "‰ points");
  EXPECT_EQ(difference_label(money, Language::vi), "tỷ đồng");
  EXPECT_EQ(measure_label(Measure{"ty", "money", {}, Decimal(1), {}}, Language::en), "ty");
}

TEST(LabelsTest, WhatIsNotMetSoFarIsNotCalledMissed) {
  EXPECT_EQ(label_so_far(Verdict::missed, Language::vi), "chưa đạt");
  EXPECT_EQ(label_so_far(Verdict::missed, Language::en), "not yet met");
  EXPECT_EQ(label_so_far(Verdict::met, Language::en), "met");
  for (int i = 1; i <= 6; ++i) {
    expect_both(label(static_cast<Course>(i), Language::vi),
                label(static_cast<Course>(i), Language::en));
  }
}

}  // namespace
}  // namespace tiendo::labels_test
