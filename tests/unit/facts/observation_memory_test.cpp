// The log when memory runs out: an append that cannot be finished has not happened.

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "logs.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace {

// Allocations until one fails; below zero for never.
long allocations_left = -1;

}  // namespace

// Not inlined: the compiler would warn of memory from new that goes to free.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace tiendo {
namespace {

// Lets `append` fail at its first allocation, at its second, and so on until it succeeds; after
// each failure the log must be as before.
template <class Append>
void expect_all_or_nothing(ObservationLog& log, const Append& append) {
  const std::string before = contents(log);
  for (long allowed = 0; allowed < 10000; ++allowed) {
    allocations_left = allowed;
    bool failed = false;
    try {
      append();
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations_left = -1;
    if (!failed) {
      EXPECT_GT(allowed, 2) << "nothing was allocated";
      EXPECT_NE(contents(log), before);
      return;
    }
    ASSERT_EQ(contents(log), before) << "after " << allowed << " allocations";
  }
  FAIL() << "never finished";
}

Observation large_row(const char* period) {
  Observation o = reported("rate", std::string(period) + " 1/3");
  o.numerator = dec("123456789012345678901234567890");
  o.denominator = dec("223456789012345678901234567890");
  o.source = "a source too long to stand in the string itself";
  o.verdict = Verdict::met;
  o.judge = "a judge too long to stand in the string itself";
  return o;
}

TEST(ObservationMemoryTest, AnAppendThatRunsOutOfMemoryHasNotHappened) {
  ObservationLog log(log_plan());
  const Observation first = large_row("2024-01");
  expect_all_or_nothing(log, [&] { EXPECT_TRUE(log.append(first)); });
  const Observation second = large_row("2024-02");  // in a cell that there is
  expect_all_or_nothing(log, [&] { EXPECT_TRUE(log.append(second)); });
}

TEST(ObservationMemoryTest, ManyRowsThatRunOutOfMemoryHaveNotHappened) {
  ObservationLog log = log_of({large_row("2023-12")});
  const std::vector<Observation> rows = {large_row("2024-01"), reported("output", "2024-01 5"),
                                         large_row("2024-02"), reported("stock", "2024-01 5")};
  expect_all_or_nothing(log, [&] { EXPECT_TRUE(log.append_all(rows).empty()); });
  EXPECT_EQ(log.size(), 5U);
  EXPECT_EQ(log.append(reported("output", "2024-01 6")).error().code, Errc::observations_disagree);
}

TEST(ObservationMemoryTest, ColumnsThatRunOutOfMemoryHaveNotHappened) {
  ObservationLog log = log_of({large_row("2023-12")});
  const std::string_view ids[] = {"output", "stock"};
  const std::string_view notes[] = {"a note too long to stand in the string itself"};
  const std::vector<Index> at = {0, 1, 0};
  const std::vector<Index> note = {kNone, 0, 0};
  const std::vector<std::int32_t> start(3, day("2024-01-01").days());
  const std::vector<std::int32_t> end = {day("2024-02-01").days(), day("2024-02-01").days(),
                                         day("2024-04-01").days()};
  const std::vector<std::int64_t> numbers = {5, 6, 7};
  ObservationColumns columns;
  columns.indicator = {ids, at};
  columns.note = {notes, note};
  columns.start = start;
  columns.end = end;
  columns.value.small = numbers;
  expect_all_or_nothing(log, [&] { EXPECT_TRUE(log.append_columns(columns).empty()); });
  EXPECT_EQ(log.size(), 4U);
}

// Usual rows that come in together, of several cells and contexts: memory may run out in their
// midst.
TEST(ObservationMemoryTest, UsualRowsThatRunOutOfMemoryHaveNotHappened) {
  ObservationLog log = log_of({large_row("2023-12")});
  std::vector<Index> indicator, unit;
  std::vector<std::int32_t> start, end;
  std::vector<std::int64_t> number;
  std::vector<std::uint8_t> is_value, is_ratio;
  for (int i = 0; i < 150; ++i) {
    const bool ratio = i >= 60 && i % 3 == 0;
    indicator.push_back(ratio ? kRate : i % 2 == 0 ? kOutput : kStock);
    unit.push_back(static_cast<Index>(i / 2 % 2));
    start.push_back(day("2024-01-01").days() + i);
    end.push_back(start.back() + 1);
    number.push_back(i + 1);
    if (i % 8 == 0) is_value.push_back(0), is_ratio.push_back(0);
    (ratio ? is_ratio : is_value).back() |= static_cast<std::uint8_t>(1U << i % 8);
  }
  ObservationColumns c;
  c.indicator.at = indicator;
  c.unit.at = unit;
  c.start = start;
  c.end = end;
  c.value.small = c.numerator.small = c.denominator.small = number;
  c.value.validity = is_value;
  c.numerator.validity = c.denominator.validity = is_ratio;
  expect_all_or_nothing(log, [&] { EXPECT_TRUE(log.append_columns(c).empty()); });
  EXPECT_EQ(log.size(), 151U);
}

}  // namespace
}  // namespace tiendo
