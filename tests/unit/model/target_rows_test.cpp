// Targets given to a builder: one by one or as columns, they are the same plan
// and the same findings.

#include "tiendo/model/target_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_targets.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::target_rows_test {
namespace {

std::vector<std::string> lines_of(const Diagnostics& findings) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings) lines.push_back(to_string(finding));
  return lines;
}

// A line for each target.
std::vector<std::string> lines_of(const TargetList& targets) {
  std::vector<std::string> lines;
  for (const Target& target : targets) {
    const std::optional<Baseline>& base = target.baseline;
    lines.push_back(
        target.indicator + '/' + target.unit + '/' + target.assigner + '/' + target.project + ' ' +
        target.period->to_string() + ' ' + std::string(name_of(target.layer)) + ' ' +
        std::string(name_of(target.condition.kind)) + ' ' + target.condition.value.to_string() +
        ' ' + (base ? base->value.to_string() : "none"));
  }
  return lines;
}

bool fits_columns(const Target& target) {
  return target.layer == TargetLayer::assigned && !target.decision.date && !target.near &&
         !target.projects && target.task_group.empty() &&
         (!target.baseline || (!target.baseline->period && target.baseline->value.coefficient())) &&
         target.condition.value.coefficient() && target.condition.upper.scale() == 0 &&
         target.condition.upper.is_zero();
}

// Targets as columns, in the memory that TargetColumns are views of.
class Columns {
 public:
  void add(const Target& target) {
    indicator_.push_back(number_of(target.indicator));
    unit_.push_back(number_of(target.unit));
    assigner_.push_back(number_of(target.assigner));
    period_.push_back(target.period);
    kind_.push_back(target.condition.kind);
    value_.push_back(*target.condition.value.coefficient());
    scale_.push_back(static_cast<std::uint8_t>(target.condition.value.scale()));
    const std::size_t at = baseline_.size();
    if (at % 8 == 0) validity_.push_back(0);
    const Decimal base = target.baseline ? target.baseline->value : Decimal();
    if (target.baseline) validity_.back() |= static_cast<std::uint8_t>(1U << (at % 8));
    baseline_.push_back(*base.coefficient());
    baseline_scale_.push_back(static_cast<std::uint8_t>(base.scale()));
  }

  TargetColumns view() {
    words_.assign(ids_.begin(), ids_.end());
    return {words_, indicator_, unit_,     assigner_,       period_,  kind_,
            value_, scale_,     baseline_, baseline_scale_, validity_};
  }

 private:
  // Some words stand in the dictionary twice.
  Index number_of(const std::string& id) {
    if (id.empty()) return kNone;
    const auto found = std::find(ids_.begin(), ids_.end(), id);
    if (found != ids_.end() && ids_.size() % 3 != 0) {
      return static_cast<Index>(found - ids_.begin());
    }
    ids_.push_back(id);
    return static_cast<Index>(ids_.size() - 1);
  }

  std::vector<std::string> ids_;
  std::vector<std::string_view> words_;
  std::vector<Index> indicator_, unit_, assigner_;
  std::vector<std::optional<Period>> period_;
  std::vector<ConditionKind> kind_;
  std::vector<std::int64_t> value_, baseline_;
  std::vector<std::uint8_t> scale_, baseline_scale_, validity_;
};

PlanBuilder without_targets(const Book& book) {
  Book rest = book;
  rest.targets.clear();
  return rest.builder();
}

void expect_same(const SoleTargets& a, const SoleTargets& b) {
  EXPECT_EQ(a.first, b.first);
  EXPECT_EQ(a.target, b.target);
  EXPECT_EQ(a.unit, b.unit);
  EXPECT_EQ(a.assigner, b.assigner);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.value, b.value);
  EXPECT_EQ(a.base, b.base);
  EXPECT_EQ(a.scale, b.scale);
}

// By one thread and by several.
TEST(TargetRowsTest, ColumnsGiveThePlanAndTheFindingsThatTheSameTargetsGiveOneByOne) {
  int refused = 0;
  int built = 0;
  for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
    RandomTargets random(seed);
    Book book = random.book(12, seed % 3 != 0);
    const Checked<Plan> one_by_one = book.build();
    PlanBuilder builder = without_targets(book);
    for (std::size_t at = 0; at < book.targets.size();) {
      Columns columns;
      std::size_t end = at;
      while (end < book.targets.size() && fits_columns(book.targets[end])) {
        columns.add(book.targets[end++]);
      }
      builder.add(columns.view());
      if (random.one_in(6)) {
        EXPECT_EQ(builder.targets().size(), end);
      }
      if (end < book.targets.size()) builder.add(book.targets[end++]);
      at = end;
    }
    EXPECT_EQ(builder.target_count(), book.targets.size());
    const unsigned threads = 1 + seed % 4;
    const Checked<Plan> by_columns = builder.build(threads);
    ASSERT_EQ(lines_of(by_columns.diagnostics), lines_of(one_by_one.diagnostics)) << seed;
    ++(one_by_one ? built : refused);
    if (!one_by_one) continue;
    const std::vector<std::string> expected = lines_of(one_by_one.value->targets());
    ASSERT_EQ(lines_of(by_columns.value->targets()), expected) << seed;
    const Checked<Plan> again = PlanBuilder(*one_by_one.value).build();
    ASSERT_TRUE(again);
    ASSERT_EQ(lines_of(again.value->targets()), expected) << seed;
    const Checked<Plan> moved = std::move(builder).build(5 - threads);
    ASSERT_TRUE(moved);
    ASSERT_EQ(lines_of(moved.value->targets()), expected) << seed;
    expect_same(by_columns.value->sole_targets(), one_by_one.value->sole_targets());
    expect_same(moved.value->sole_targets(), one_by_one.value->sole_targets());
  }
  EXPECT_GT(refused, 200);
  EXPECT_GT(built, 200);
}

// What the rows have numbered of the target, which fits columns.
NumberedTarget numbered(TargetRows& rows, const Target& target) {
  NumberedTarget numbers{rows.number_of(target.indicator), rows.number_of(target.unit),
                         rows.number_of(target.assigner), target.period, target.condition.kind};
  numbers.value = *target.condition.value.coefficient();
  numbers.scale = static_cast<std::uint8_t>(target.condition.value.scale());
  numbers.has_baseline = target.baseline.has_value();
  if (target.baseline) {
    numbers.baseline = *target.baseline->value.coefficient();
    numbers.baseline_scale = static_cast<std::uint8_t>(target.baseline->value.scale());
  }
  return numbers;
}

// Put together in parts, in the same memory again and again.
TEST(TargetRowsTest, PartsBehindEachOtherGiveThePlanAndTheFindingsOfTheirTargets) {
  int refused = 0;
  int built = 0;
  int opened = 0;
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    RandomTargets random(seed);
    Book book = random.book(12, seed % 3 != 0);
    const Checked<Plan> one_by_one = book.build();
    PlanBuilder builder = without_targets(book);
    TargetRows part;
    std::size_t taken = 0;
    for (const Target& target : book.targets) {
      if (fits_columns(target) && !random.one_in(6)) {
        part.add(numbered(part, target));
      } else {
        part.add(target);
      }
      if (random.one_in(20)) {
        part.open();
        ++opened;
      }
      if (random.one_in(3)) {
        taken += part.size();
        builder.target_rows().take(part);
        EXPECT_EQ(part.size(), 0U);
        EXPECT_TRUE(part.words().empty());
      }
      if (random.one_in(20)) {
        ASSERT_EQ(builder.targets().size(), taken);
      }
    }
    builder.target_rows().take(part);
    const Checked<Plan> by_parts = builder.build(1 + seed % 4);
    ASSERT_EQ(lines_of(by_parts.diagnostics), lines_of(one_by_one.diagnostics)) << seed;
    ++(one_by_one ? built : refused);
    if (!one_by_one) continue;
    ASSERT_EQ(lines_of(by_parts.value->targets()), lines_of(one_by_one.value->targets())) << seed;
    expect_same(by_parts.value->sole_targets(), one_by_one.value->sole_targets());
  }
  EXPECT_GT(refused, 200);
  EXPECT_GT(built, 200);
  EXPECT_GT(opened, 200);
}

// There is room for 256 periods; targets of others are kept whole.
TEST(TargetRowsTest, PartsOfMorePeriodsThanThereIsRoomForAreWhatTheirTargetsAre) {
  Book book = good_book();
  PlanBuilder by_parts = without_targets(book);
  PlanBuilder one_by_one = without_targets(book);
  for (PlanBuilder* builder : {&by_parts, &one_by_one}) {
    builder->head().period = period("2000/2400");
  }
  for (int first = 2000; first < 2400; first += 100) {
    TargetRows part;
    for (int year = first; year < first + 100; ++year) {
      Target one = target("land", "1");
      one.period = period(std::to_string(year));
      part.add(numbered(part, one));
      one_by_one.add(one);
    }
    by_parts.target_rows().take(part);
  }
  const Checked<Plan> plan = by_parts.build(2);
  const Checked<Plan> expected = one_by_one.build();
  ASSERT_EQ(lines_of(plan.diagnostics), lines_of(expected.diagnostics));
  ASSERT_TRUE(plan);
  EXPECT_TRUE(plan.value->targets().is_plain(100));
  EXPECT_FALSE(plan.value->targets().is_plain(399));
  EXPECT_EQ(lines_of(plan.value->targets()), lines_of(expected.value->targets()));
}

TEST(TargetRowsTest, AbsentColumnsAreAbsentFields) {
  Book book = good_book();
  PlanBuilder builder = without_targets(book);
  const std::string_view words[] = {"land", "wards"};
  const Index indicator[] = {0, 1};
  const ConditionKind kind[] = {ConditionKind::at_most, ConditionKind::equal};
  const std::int64_t value[] = {-1240, 7};
  const std::uint8_t scale[] = {2, 0};
  TargetColumns columns;
  columns.words = words;
  columns.indicator = indicator;
  columns.kind = kind;
  columns.value = value;
  columns.scale = scale;
  builder.add(columns);
  const std::int64_t baseline[] = {5, 6};
  columns.baseline = baseline;
  columns.baseline_scale = scale;
  const std::string_view others[] = {"paid", "land-growth"};
  columns.words = others;
  builder.add(columns);
  const Checked<Plan> plan = builder.build();
  ASSERT_TRUE(plan);
  const std::vector<std::string> expected = {
      "land/town/town/ 2024 assigned at_most -12.40 none",
      "wards/town/town/ 2024 assigned equal 7 none",
      "paid/town/town/ 2024 assigned at_most -12.40 0.05",
      "land-growth/town/town/ 2024 assigned equal 7 6",
      "land/town/province/road 2024 assigned at_least 3.5 none"};
  EXPECT_EQ(lines_of(plan.value->targets()), expected);
}

TEST(TargetRowsTest, APlanFromWhichABuilderBeganKeepsThePeriodOfEachTarget) {
  const Checked<Plan> plan = good_book().build();
  ASSERT_TRUE(plan);
  PlanBuilder builder(*plan.value);
  builder.head().period = period("2023/2025");
  const Checked<Plan> longer = builder.build();
  ASSERT_TRUE(longer);
  EXPECT_EQ(longer.value->targets().period(0), period("2024"));
}

TEST(TargetRowsTest, AnOpenBuilderTakesChangesAndMoreColumns) {
  PlanBuilder builder = good_book().builder();
  builder.expect_targets(10);
  EXPECT_EQ(builder.target_count(), 3U);
  builder.targets()[0].condition.value = dec("60");
  builder.targets().pop_back();
  builder.expect_targets(10);
  builder.add(target("wards", "9"));
  EXPECT_EQ(builder.target_count(), 3U);
  const Checked<Plan> plan = builder.build();
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan.value->targets()[0].condition.value, dec("60"));
  EXPECT_EQ(plan.value->targets()[2].indicator, "wards");
}

}  // namespace
}  // namespace tiendo::target_rows_test
