// Columns of observations: what they hold is what the same rows hold one by one, and all or none.

#include "tiendo/facts/observation_columns.hpp"

#include <gtest/gtest.h>

#include <random>

#include "facts/ready_rows.hpp"
#include "logs.hpp"

namespace tiendo::observation_columns_test {
namespace {

Decimal128 wide(std::int64_t coefficient) {
  Decimal128 result;
  for (std::size_t i = 0; i < 16; ++i) {
    result.bytes[i] = static_cast<std::uint8_t>(coefficient >> (i < 8 ? 8 * i : 63));
  }
  return result;
}

// Owns what the views of a table show; rows are added one at a time.
class Table {
 public:
  explicit Table(int scale) : scale_(scale) {}

  void add(const Observation& o, Index indicator, std::int64_t coefficient) {
    indicator_.push_back(indicator);
    start_.push_back(o.period.start().days());
    end_.push_back(o.period.end().days());
    form_.push_back(o.form);
    standing_.push_back(o.standing);
    status_.push_back(o.status);
    qualifier_.push_back(o.qualifier);
    recorded_on_.push_back(o.recorded_on ? o.recorded_on->days() : 0);
    set(recorded_bits_, o.recorded_on.has_value());
    revision_.push_back(o.revision);
    small_.push_back(coefficient);
    wide_.push_back(wide(coefficient));
    set(value_bits_, o.standing == Standing::value && o.words.empty());
    upper_.push_back(coefficient + 5);
    set(upper_bits_, o.upper.has_value());
    words_.push_back(o.words.empty() ? kNone : 0);
    verdict_.push_back(o.verdict);
    judge_.push_back(o.judge.empty() ? kNone : 1);
    ++size_;
  }

  ObservationColumns view(bool as_wide = false) const {
    ObservationColumns c;
    c.indicator = {kIds, indicator_};
    c.start = start_;
    c.end = end_;
    c.form = form_;
    c.standing = standing_;
    c.status = status_;
    c.qualifier = qualifier_;
    c.recorded_on = recorded_on_;
    c.recorded_on_validity = recorded_bits_;
    c.revision = revision_;
    c.value.scale = c.upper.scale = scale_;
    c.upper.small = upper_;
    c.upper.validity = upper_bits_;
    c.words = {kTexts, words_};
    c.verdict = verdict_;
    c.judge = {kTexts, judge_};
    c.value.validity = value_bits_;
    if (as_wide) {
      c.value.wide = wide_;
    } else {
      c.value.small = small_;
    }
    return c;
  }

  std::size_t size() const { return size_; }

 private:
  static constexpr std::string_view kTexts[] = {"surplus", "office"};
  static constexpr std::string_view kIds[] = {"output", "stock", "nowhere"};

  void set(std::vector<std::uint8_t>& bits, bool there) const {
    if (size_ % 8 == 0) bits.push_back(0);
    if (there) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << size_ % 8);
  }

  int scale_;
  std::size_t size_ = 0;
  std::vector<Index> indicator_;
  std::vector<std::int32_t> start_, end_, recorded_on_, revision_;
  std::vector<std::optional<Form>> form_;
  std::vector<Standing> standing_;
  std::vector<Status> status_;
  std::vector<Qualifier> qualifier_;
  std::vector<std::int64_t> small_;
  std::vector<Decimal128> wide_;
  std::vector<std::uint8_t> value_bits_, recorded_bits_, upper_bits_;
  std::vector<std::int64_t> upper_;
  std::vector<Index> words_, judge_;
  std::vector<Verdict> verdict_;
};

std::string lines(const Diagnostics& findings) {
  std::string text;
  for (const Diagnostic& finding : findings) {
    text += finding.place.path + ' ' + std::string(name_of(finding.code)) + '\n';
  }
  return text;
}

// As ObservationLog::append_columns() of columns that were made ready before.
Diagnostics append(const ReadyRows& ready, ObservationLog& log) {
  ObservationLog::Batch batch(log);
  Diagnostics findings = ready.append_to(batch);
  if (findings.empty()) batch.keep();
  return findings;
}

TEST(ObservationColumnsTest, HoldWhatTheSameRowsHoldOneByOne) {
  std::mt19937 random(20240630);
  const Plan plan = log_plan();
  ReadyRows ready(plan);
  for (int round = 0; round < 300; ++round) {
    Table table(1);
    std::vector<Observation> rows;
    for (std::size_t left = random() % 20; left > 0; --left) {
      const Index indicator = random() % 2 == 0 ? kOutput : kStock;
      const auto coefficient = static_cast<std::int64_t>(random() % 40) - 20;
      const char* const words[] = {"2024-01",
                                   "2024-02 estimate",
                                   "2024-Q1 about @2024-05-01",
                                   "2024-03 r1",
                                   "2024-01-10/2024-02-10 unchanged",
                                   "2024-04 withheld",
                                   "2024-05 to=0",
                                   "2024-06 words=surplus",
                                   "2024-07 met by=office"};
      Observation o = reported(indicator == kOutput ? "output" : "stock", words[random() % 9]);
      if (o.standing == Standing::value && o.words.empty()) o.value = *Decimal::of(coefficient, 1);
      if (o.upper) o.upper = *Decimal::of(coefficient + 5, 1);
      if (indicator == kOutput && random() % 4 == 0) o.form = Form::to_date;
      table.add(o, indicator, coefficient);
      rows.push_back(std::move(o));
    }
    ObservationLog by_row(log_plan());
    ObservationLog by_column(log_plan());
    const Diagnostics row_findings = by_row.append_all(rows);
    EXPECT_EQ(lines(by_column.append_columns(table.view(round % 2 == 0))), lines(row_findings));
    ASSERT_EQ(contents(by_column), contents(by_row)) << "round " << round;
    ObservationLog made_ready(log_plan());
    ready.take(table.view(round % 2 == 0));
    if (round % 3 != 0) ready.read_keys();
    EXPECT_EQ(lines(append(ready, made_ready)), lines(row_findings));
    ASSERT_EQ(contents(made_ready), contents(by_row)) << "round " << round;
  }
}

TEST(ObservationColumnsTest, TakePartsStagesAndTexts) {
  const std::string_view indicators[] = {"rate", "output"};
  const std::string_view units[] = {"ward", ""};
  const std::string_view projects[] = {"road"};
  const std::string_view stages[] = {"measured", "paid"};
  const std::string_view sources[] = {"page 1"};
  const Index indicator[] = {0, 1, 1};
  const Index unit[] = {0, 1, kNone};
  const Index project[] = {kNone, 0, 0};
  const Index stage[] = {kNone, 0, 1};
  const Index source[] = {0, kNone, 0};
  const std::int32_t start[] = {day("2024-01-01").days(), day("2024-01-01").days(),
                                day("2024-01-01").days()};
  const std::int32_t end[] = {day("2025-01-01").days(), day("2024-07-01").days(),
                              day("2024-02-01").days()};
  const std::int64_t numbers[] = {45, 5, 7};
  const std::int64_t below[] = {60, 0, 0};
  const std::uint8_t first[] = {0b001};
  const std::uint8_t others[] = {0b110};
  ObservationColumns c;
  c.indicator = {indicators, indicator};
  c.unit = {units, unit};
  c.project = {projects, project};
  c.work_stage = {stages, stage};
  c.source = {sources, source};
  c.start = start;
  c.end = end;
  c.value.small = numbers;
  c.value.validity = others;
  c.numerator.small = numbers;
  c.numerator.validity = first;
  c.denominator.small = below;
  c.denominator.validity = first;
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append_columns(c).empty());
  ASSERT_EQ(log.size(), 3U);
  const Observation rate = log.observation(0);
  EXPECT_EQ(rate.unit, "ward");
  EXPECT_EQ(rate.numerator, Decimal(45));
  EXPECT_EQ(rate.denominator, Decimal(60));
  EXPECT_FALSE(rate.value);
  EXPECT_EQ(rate.source, "page 1");
  EXPECT_EQ(rate.recorded_on, day("2024-12-31"));
  EXPECT_EQ(log.observation(1).unit, "town");
  EXPECT_EQ(log.observation(1).project, "road");
  EXPECT_EQ(log.observation(1).work_stage, "measured");
  EXPECT_TRUE(log.fact(1).earlier_stage);
  EXPECT_FALSE(log.fact(2).earlier_stage);
  EXPECT_EQ(log.observation(2).form, Form::increment);
}

TEST(ObservationColumnsTest, OneFaultyRowKeepsAllOut) {
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append(reported("output", "2024-05 5")));
  const std::string before = contents(log);
  Table table(4);
  table.add(reported("output", "2024-01 1"), 0, 10000);
  table.add(reported("output", "2024-02 1"), 2, 10000);        // an id the plan does not have
  table.add(reported("output", "2024-03 1"), 7, 10000);        // none of the dictionary
  table.add(reported("output", "2024-04 1"), 0, 10001);        // a digit too many
  table.add(reported("output", "2024-05 5"), 0, 60000);        // disagrees with what is there
  table.add(reported("output", "2024-06 level 1"), 0, 10000);  // no level
  table.add(reported("output", "2024-07 1 r-1"), 0, 10000);    // no revision
  EXPECT_EQ(lines(log.append_columns(table.view())),
            "/1 unknown_indicator\n/2 number_out_of_range\n/3 value_scale\n"
            "/4 observations_disagree\n/5 form_conflict\n/6 revision_negative\n");
  EXPECT_EQ(contents(log), before);
}

TEST(ObservationColumnsTest, SpareZerosOfTheColumnAreNoDigitsOfTheNumber) {
  Table table(6);
  table.add(reported("output", "2024-01 1"), 0, 12'500'000);
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append_columns(table.view()).empty());
  EXPECT_EQ(log.observation(0).value->to_string(), "12.500");  // the indicator records three
}

TEST(ObservationColumnsTest, DaysAndScalesAreChecked) {
  Table table(3);
  table.add(reported("output", "2024-01 1"), 0, 1000);
  const auto refused = [&](auto change) {
    ObservationColumns c = table.view();
    change(c);
    ObservationLog log(log_plan());
    const std::string text = lines(log.append_columns(c));
    EXPECT_EQ(log.size(), 0U);
    return text;
  };
  static const std::int32_t kFar[] = {Date::kLastDay + 1};
  static const std::int32_t kTwo[] = {0, 1};
  static const std::int64_t kNumbers[] = {1, 2};
  EXPECT_EQ(refused([](ObservationColumns& c) { c.start = kFar; }), "/0 date_out_of_range\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.start = c.end; }), "/0 period_empty\n");
  EXPECT_EQ(refused([](ObservationColumns& c) {
              c.recorded_on = kFar;
              c.recorded_on_validity = {};
            }),
            "/0 date_out_of_range\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.value.scale = -1; }), "/0 number_too_long\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.end = {}; }), " field_count\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.revision = kTwo; }), " field_count\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.value.small = kNumbers; }), " field_count\n");
  EXPECT_EQ(refused([](ObservationColumns& c) { c.value = {}; }), "/0 value_missing\n");
}

TEST(ObservationColumnsTest, APositionBeyondItsDictionaryIsNoAbsentText) {
  Table table(1);
  table.add(reported("output", "2024-01 1"), 0, 10);
  static const std::string_view kWords[] = {"", "paid"};
  static const Index kBeyond[] = {2};
  static const Index kAbsent[] = {kNone};
  static const Index kEmpty[] = {0};
  for (const auto member :
       {&ObservationColumns::indicator, &ObservationColumns::unit, &ObservationColumns::project,
        &ObservationColumns::work_stage, &ObservationColumns::source, &ObservationColumns::note}) {
    ObservationColumns c = table.view();
    c.*member = {kWords, kBeyond};
    ObservationLog log(log_plan());
    EXPECT_EQ(lines(log.append_columns(c)), "/0 number_out_of_range\n");
    const bool needed = member == &ObservationColumns::indicator;
    c.*member = {kWords, kAbsent};
    EXPECT_EQ(lines(log.append_columns(c)), needed ? "/0 unknown_indicator\n" : "");
    c.*member = {kWords, kEmpty};
    EXPECT_EQ(lines(log.append_columns(c)), needed ? "/0 unknown_indicator\n" : "");
  }
}

TEST(ObservationColumnsTest, EachNumberMayHaveDigitsOfItsOwn) {
  static const std::string_view kIds[] = {"output", "rate"};
  static const Index kAt[] = {0, 0, 1};
  static const std::int32_t kStart[] = {19723, 19754, 19723};
  static const std::int32_t kEnd[] = {19754, 19783, 19754};
  static const std::int64_t kNumbers[] = {1240, 124, 45};
  static const std::int64_t kBelow[] = {0, 0, 600};
  static const std::uint8_t kDigits[] = {2, 2, 1};
  static const std::uint8_t kMore[] = {2, 4, 39};
  static const std::uint8_t kBelowDigits[] = {0, 0, 2};
  static const std::uint8_t kFirst[] = {0b011};
  static const std::uint8_t kLast[] = {0b100};
  ObservationColumns c;
  c.indicator = {kIds, kAt};
  c.start = kStart;
  c.end = kEnd;
  c.value = {kNumbers, {}, kFirst, 0, kDigits};
  c.numerator = {kNumbers, {}, kLast, 0, kDigits};
  c.denominator = {kBelow, {}, kLast, 0, kBelowDigits};
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append_columns(c).empty());
  EXPECT_EQ(log.observation(0).value->to_string(), "12.40");
  EXPECT_EQ(log.observation(1).value->to_string(), "1.24");
  EXPECT_EQ(log.observation(2).numerator->to_string(), "4.5");
  EXPECT_EQ(log.observation(2).denominator->to_string(), "6.00");
  // What has digits of its own has no spare zeros.
  c.value.scales = c.numerator.scales = kMore;
  EXPECT_EQ(lines(ObservationLog(log_plan()).append_columns(c)),
            "/1 value_scale\n/2 number_too_long\n");
  c.value.scales = std::span(kDigits).first(2);
  EXPECT_EQ(lines(ObservationLog(log_plan()).append_columns(c)), " field_count\n");
  ReadyRows ready(log.plan());
  ready.take(c);
  ready.read_keys();
  EXPECT_EQ(lines(append(ready, log)), " field_count\n");
}

TEST(ObservationColumnsTest, IdsWithoutWordsArePositionsInThePlan) {
  static const Index kAt[] = {kOutput, kStock, kOutput};
  static const Index kUnit[] = {1, 0, kNone};
  static const Index kProject[] = {kNone, kNone, 1};
  static const std::int32_t kStart[] = {0, 31, 59};
  static const std::int32_t kEnd[] = {31, 59, 90};
  static const std::int64_t kNumbers[] = {1, 2, 3};
  ObservationColumns c;
  c.indicator = {{}, kAt};
  c.unit = {{}, kUnit};
  c.project = {{}, kProject};
  c.start = kStart;
  c.end = kEnd;
  c.value.small = kNumbers;
  ObservationLog log(log_plan());
  ASSERT_TRUE(log.append_columns(c).empty());
  EXPECT_EQ(log.observation(0).unit, "ward");
  EXPECT_EQ(log.observation(1).indicator, "stock");
  EXPECT_EQ(log.observation(2).unit, "town");
  EXPECT_EQ(log.observation(2).project, "bridge");
  static const Index kBeyond[] = {kOutput, 6, kNone};  // the plan has six indicators, two units
  static const Index kNoUnit[] = {2, 0, kNone};
  c.indicator.at = kBeyond;
  c.unit.at = kNoUnit;
  EXPECT_EQ(lines(ObservationLog(log_plan()).append_columns(c)),
            "/0 number_out_of_range\n/1 number_out_of_range\n/2 unknown_indicator\n");
  // Texts have no positions in a plan.
  c.indicator.at = kAt;
  c.unit.at = kUnit;
  c.source = {{}, kProject};
  EXPECT_EQ(lines(ObservationLog(log_plan()).append_columns(c)), "/2 number_out_of_range\n");
}

TEST(ObservationColumnsTest, TheCallerMayKnowThePositionsOfWords) {
  static const std::string_view kWords[] = {"stock", "nothing"};
  static const Index kPositions[] = {kStock, kNone};
  static const Index kAt[] = {0, 1};
  static const std::int32_t kDays[] = {0, 31, 59};
  static const std::int64_t kNumbers[] = {1, 2};
  ObservationColumns c;
  c.indicator = {kWords, kAt, kPositions};
  c.start = std::span(kDays).first(2);
  c.end = std::span(kDays).last(2);
  c.value.small = kNumbers;
  EXPECT_EQ(lines(ObservationLog(log_plan()).append_columns(c)), "/1 unknown_indicator\n");
}

TEST(ObservationColumnsTest, ColumnsOfABatchThatAreRefusedLeaveItsOtherRows) {
  ObservationLog log(log_plan());
  Table good(1);
  good.add(reported("output", "2024-01 1"), 0, 10);
  good.add(reported("output", "2024-02 1"), 0, 10);
  Table bad(1);
  bad.add(reported("output", "2024-01 1 r1"), 0, 20);
  bad.add(reported("stock", "2024-01 1"), 1, 10);
  bad.add(reported("output", "2024-02 1"), 0, 20);
  {
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append_columns(good.view()).empty());
    const std::string before = contents(log);
    EXPECT_EQ(lines(batch.append_columns(bad.view())), "/2 observations_disagree\n");
    EXPECT_EQ(contents(log), before);
    EXPECT_TRUE(batch.append(reported("output", "2024-01 3 r1")));
    batch.keep();
  }
  EXPECT_EQ(log.size(), 3U);
  EXPECT_EQ(log.find_cell({kStock, 0, kNone}), kNone);
}

TEST(ObservationColumnsTest, NoRowsAreNoFault) {
  ObservationLog log(log_plan());
  EXPECT_TRUE(log.append_columns({}).empty());
  EXPECT_EQ(log.size(), 0U);
}

}  // namespace
}  // namespace tiendo::observation_columns_test
