// How the log keeps many rows: more than a chunk or a block, more contexts than sixteen bits
// number, cells of many reports, and no more rows than it may have.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "facts/log_store.hpp"
#include "facts/packed_column.hpp"
#include "facts/sparse_column.hpp"
#include "logs.hpp"
#include "tiendo/facts/observation_columns.hpp"

namespace tiendo::observation_storage_test {
namespace {

Observation on_day(int days, std::int64_t value) {
  Observation o = reported("output", "2024-01");
  const Date start = *day("1500-01-01").plus_days(days);
  o.period = *Period::of(start, *start.plus_days(1));
  o.value = Decimal(value);
  return o;
}

TEST(ChunkedTest, ValuesStayWhereTheyArePastTheFirstChunk) {
  Chunked<int> column;
  const int* first = nullptr;
  for (int i = 0; i < 200000; ++i) {
    column.make_room(1);
    column.push(i);
    if (i == static_cast<int>(Chunked<int>::kChunk)) first = &column[0];
  }
  EXPECT_EQ(&column[0], first);
  EXPECT_EQ(column[199999], 199999);
  EXPECT_EQ(column.chunk(0).size(), Chunked<int>::kChunk);
  EXPECT_EQ(column.chunk(3).size(), 200000 - 3 * Chunked<int>::kChunk);
  EXPECT_EQ(column.chunk(3).back(), 199999);
  column.shorten(3);
  EXPECT_EQ(column.size(), 3U);
  EXPECT_EQ(column[2], 2);
}

TEST(SparseColumnTest, RowsFindTheirValuesAndLoseThemFromTheEnd) {
  std::mt19937 random(7);
  SparseColumn<int> column;
  std::map<std::size_t, int> wanted;
  std::size_t row = 0;
  for (int round = 0; round < 50; ++round) {
    for (int i = 0; i < 40; ++i) {
      row += random() % 3 == 0 ? random() % 200 : 1;
      column.make_room(row, 1);
      column.add(row, static_cast<int>(row) * 2);
      wanted[row] = static_cast<int>(row) * 2;
      ++row;
    }
    row = random() % 2 == 0 ? row - random() % 100 : random() % (row + 1);
    column.shorten(row);
    wanted.erase(wanted.lower_bound(row), wanted.end());
    std::size_t rank = 0;
    for (const auto& [at, value] : wanted) {
      ASSERT_EQ(column[at], value);
      ASSERT_EQ(column.rank(at), rank++);
      ASSERT_EQ(column.rank(at + 1), rank);
    }
    ASSERT_EQ(column.values().size(), wanted.size());
  }
}

// Adds values like those before it, with some that are not, and takes some away, in the turns of a
// random walk; compares with a plain list.
template <class Wide, class Narrow>
void expect_packed_values(unsigned seed) {
  using Column = PackedColumn<Wide, Narrow, 4>;
  std::mt19937_64 random(seed);
  Column column;
  std::vector<Wide> wanted;
  Wide near = 0;
  for (int round = 0; round < 200; ++round) {
    const unsigned far = static_cast<unsigned>(random() % 4);  // of four values, about so many
    const bool steady = random() % 4 != 0;
    const std::size_t count = random() % 50;
    column.make_room(count);
    for (std::size_t i = 0; i < count; ++i) {
      const bool jumps = steady ? random() % 40 == 0 : random() % 4 < far;
      const auto any = static_cast<Wide>(random() >> random() % 64);
      near = static_cast<Wide>(static_cast<std::make_unsigned_t<Wide>>(near) + random() % 5);
      wanted.push_back(jumps ? any : near);
      column.push(wanted.back());
    }
    if (random() % 8 == 0) near = static_cast<Wide>(random());
    if (random() % 4 == 0) {
      const std::size_t size = wanted.empty() ? 0 : random() % (wanted.size() + 1);
      wanted.resize(std::max(size, wanted.size() - std::min<std::size_t>(wanted.size(), 40)));
      column.shorten(wanted.size());
      column.shorten(wanted.size() + 1);  // it has no more
    }
    ASSERT_EQ(column.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) ASSERT_EQ(column[i], wanted[i]) << i;
    for (std::size_t first = 0; first < wanted.size(); first += Column::kBlock) {
      const auto block = column.view(first / Column::kBlock);
      ASSERT_EQ(block.size(), std::min(Column::kBlock, wanted.size() - first));
      for (std::size_t i = 0; i < block.size(); ++i) ASSERT_EQ(block[i], wanted[first + i]);
    }
  }
  EXPECT_GT(wanted.size(), 50 * Column::kBlock);
}

TEST(PackedColumnTest, ValuesReadBackWhateverTheyAreAndAreTakenFromTheEnd) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    expect_packed_values<std::uint32_t, std::uint16_t>(seed);
    expect_packed_values<std::int64_t, std::uint32_t>(seed);
    expect_packed_values<std::int64_t, std::uint8_t>(seed);
  }
}

TEST(CellsTest, CellsOfEveryKindAreFoundAndForgottenFromTheEnd) {
  constexpr Index kIndicators = 1024;
  std::mt19937 random(3);
  Cells cells(kIndicators);
  std::vector<LogCell> wanted;
  const auto below = [&random](Index count) { return static_cast<Index>(random() % count); };
  const auto any = [&] {
    // Beyond half of the units places have no numbers of their own.
    const Index unit = below(random() % 2 == 0 ? 20 : 1U << 19);
    const Index project = random() % 2 == 0 ? kNone : below(5);
    return LogCell{below(kIndicators), unit, project};
  };
  for (int round = 0; round < 40; ++round) {
    for (Index i = below(60); i > 0; --i) {
      const LogCell cell = any();
      if (cells.find(cell) != kNone) continue;
      cells.make_room(cell);
      ASSERT_EQ(cells.add(cell), wanted.size());
      wanted.push_back(cell);
    }
    for (Index i = below(30); i > 0 && !wanted.empty(); --i) {
      cells.remove_last();
      ASSERT_EQ(cells.find(wanted.back()), kNone);
      wanted.pop_back();
    }
    ASSERT_EQ(cells.size(), wanted.size());
    for (Index number = 0; number < wanted.size(); ++number) {
      ASSERT_EQ(cells.find(wanted[number]), number);
    }
    const LogCell other = any();
    const auto there = std::find(wanted.begin(), wanted.end(), other);
    ASSERT_EQ(cells.find(other),
              there == wanted.end() ? kNone : static_cast<Index>(there - wanted.begin()));
  }
}

TEST(ObservationStorageTest, RowsOfManyChunksAndManyContextsReadBack) {
  ObservationLog log(log_plan());
  constexpr int kRows = 65600;  // each with a context of its own
  constexpr Row kEarly = 65500;
  for (int i = 0; i < kRows; ++i) ASSERT_TRUE(log.append(on_day(i, i)));
  EXPECT_GT(LogAccess::store(log).contexts().size(), 65536U);
  for (const int i : {0, 1, 65535, 65536, 65599}) {
    const Fact fact = log.fact(static_cast<Row>(i));
    EXPECT_EQ(fact.period, on_day(i, 0).period) << i;
    EXPECT_EQ(fact.value, Decimal(i)) << i;
  }
  EXPECT_EQ(log.rows_of(kOutput, 0).size(), std::size_t{kRows});
  {
    // What an early row becomes needs the upper half of its number, and is taken back.
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append(changed(on_day(kEarly, 9), [](Observation& o) { o.revision = 1; })));
    EXPECT_EQ(LogAccess::store(log).context(kEarly).rivalry, Rivalry::behind);
    EXPECT_EQ(log.fact(kEarly).period, on_day(kEarly, 0).period);
    EXPECT_EQ(LogAccess::store(log).context(kRows).rivalry, Rivalry::ahead);
  }
  EXPECT_EQ(LogAccess::store(log).context(kEarly).rivalry, Rivalry::none);
  EXPECT_EQ(log.size(), std::size_t{kRows});
}

// `count` revisions of one report, all recorded on one day, in an order that `number` gives.
template <class Number>
ObservationLog revised(int count, const Number& number) {
  ObservationLog log(log_plan());
  for (int i = 0; i < count; ++i) {
    Observation o = reported("output", "2024-01 5");
    o.revision = number(i);
    o.value = Decimal(o.revision);
    EXPECT_TRUE(log.append(o)) << i;
  }
  return log;
}

TEST(ObservationStorageTest, ThirtyThousandRevisionsOfOneReportAreNoTrouble) {
  constexpr int kRevisions = 30000;
  const ObservationLog rising = revised(kRevisions, [](int i) { return i; });
  const LogStore& store = LogAccess::store(rising);
  EXPECT_EQ(store.context(kRevisions - 1).rivalry, Rivalry::ahead);
  EXPECT_EQ(store.context(0).rivalry, Rivalry::behind);
  ObservationLog falling = revised(kRevisions, [](int i) { return kRevisions - i; });
  EXPECT_EQ(falling.append(reported("output", "2024-01 6 r5")).error().code,
            Errc::observations_disagree);
  EXPECT_TRUE(falling.append(reported("output", "2024-01 5.0 r5")));
  const Question question{kOutput, 0, kNone, period("2024"), day("2024-12-31"), {}};
  EXPECT_EQ(used(select(rising, question)), "2024-01=29999");
  EXPECT_EQ(used(select(falling, question)), "2024-01=30000");
}

TEST(ObservationStorageTest, ACellOfManyReportsForgetsThoseOfADroppedBatch) {
  ObservationLog log = revised(300, [](int i) { return 1000 - i; });
  EXPECT_TRUE(LogAccess::store(log).cells()[0].is_long());
  const std::string before = contents(log);
  {
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append(reported("output", "2024-01 6 r7")));
    EXPECT_EQ(batch.append(reported("output", "2024-01 7 r7")).error().code,
              Errc::observations_disagree);
  }
  EXPECT_EQ(contents(log), before);
  EXPECT_TRUE(log.append(reported("output", "2024-01 7 r7")));
  EXPECT_EQ(log.append(reported("output", "2024-01 7 r990")).error().code,
            Errc::observations_disagree);
}

TEST(ObservationStorageTest, ACellOfManyReportsKnowsThoseThatCameInColumns) {
  ObservationLog log = revised(300, [](int i) { return 1000 - i; });
  EXPECT_TRUE(LogAccess::store(log).cells()[0].is_long());
  const std::array<Index, 1> indicator = {kOutput};
  const std::array<std::int32_t, 1> start = {day("2024-02-01").days()};
  const std::array<std::int32_t, 1> end = {day("2024-03-01").days()};
  const std::array<std::int64_t, 1> value = {5};
  ObservationColumns columns;
  columns.indicator.at = indicator;
  columns.start = start;
  columns.end = end;
  columns.value.small = value;
  ASSERT_TRUE(log.append_columns(columns).empty());
  EXPECT_EQ(log.append(reported("output", "2024-02 6")).error().code, Errc::observations_disagree);
  EXPECT_TRUE(log.append(reported("output", "2024-02 5.0")));
}

std::vector<Index> starts(const ObservationLog& log) {
  const Stretches& stretches = LogAccess::store(log).stretches();
  EXPECT_TRUE(stretches.are_few());
  return {stretches.starts().begin(), stretches.starts().end()};
}

TEST(ObservationStorageTest, StretchesInTheOrderOfIndicatorsAreKnownAndADroppedBatchHasNone) {
  ObservationLog log(log_plan());
  EXPECT_TRUE(starts(log).empty());
  for (const char* month : {"2024-01", "2024-02"}) {
    ASSERT_TRUE(log.append(reported("output", std::string(month) + " 1")));
    ASSERT_TRUE(log.append(reported("stock", std::string(month) + " 1")));
  }
  EXPECT_EQ(starts(log), (std::vector<Index>{0, 2}));
  {
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append(reported("output", "2024-03 1")));
    ASSERT_TRUE(batch.append(reported("rate", "2024-03 1/2")));
    EXPECT_EQ(starts(log), (std::vector<Index>{0, 2, 4}));
  }
  EXPECT_EQ(starts(log), (std::vector<Index>{0, 2}));
  ASSERT_TRUE(log.append(reported("stock", "2024-03 1")));  // goes on from the row before the batch
  EXPECT_EQ(starts(log), (std::vector<Index>{0, 2}));
}

TEST(ObservationStorageTest, OfTooManyStretchesItIsKnownThatTheyAreMany) {
  Stretches stretches;
  constexpr std::size_t kFew = 4096;
  stretches.make_room(2 * kFew);
  for (std::size_t row = 0; row < kFew; ++row) stretches.push(row, kFew - row);
  EXPECT_TRUE(stretches.are_few());
  EXPECT_EQ(stretches.starts().size(), kFew);
  stretches.push(kFew, 0);
  EXPECT_FALSE(stretches.are_few());
}

TEST(ObservationStorageTest, ADroppedBatchOfManyRowsLeavesThoseBeforeIt) {
  ObservationLog log(log_plan());
  const auto number = [](int i) { return i % 100 == 0 ? std::int64_t{1} << 40 : i; };
  constexpr int kKept = 6000;
  for (int i = 0; i < kKept; ++i) ASSERT_TRUE(log.append(on_day(i, number(i))));
  {
    ObservationLog::Batch batch(log);
    for (int i = kKept; i < 3 * kKept; ++i) ASSERT_TRUE(batch.append(on_day(i, 7)));
  }
  for (int i = kKept; i < 2 * kKept; ++i) ASSERT_TRUE(log.append(on_day(i, number(i))));
  ASSERT_EQ(log.size(), std::size_t{2 * kKept});
  const std::vector<Row> rows = log.rows_of(kOutput, 0);
  ASSERT_EQ(rows.size(), log.size());
  for (Row row = 0; row < log.size(); ++row) {
    ASSERT_EQ(rows[row], row);
    ASSERT_EQ(log.fact(row).value, Decimal(number(static_cast<int>(row))));
    ASSERT_EQ(log.cell_of(row), 0U);
  }
}

TEST(ObservationStorageTest, AFullLogTakesNoMore) {
  ObservationLog log(log_plan(), 2);
  ASSERT_TRUE(log.append(reported("output", "2024-01 1")));
  const Diagnostics findings =
      log.append_all({reported("output", "2024-02 1"), reported("output", "2024-03 1")});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].place.path, "/1");
  EXPECT_EQ(findings[0].code, Errc::too_many_values);
  EXPECT_EQ(findings[0].sentence, "the log is full: it takes 2 rows");
  EXPECT_EQ(log.size(), 1U);
  ASSERT_TRUE(log.append(reported("output", "2024-02 1")));
  EXPECT_EQ(log.append(reported("output", "2024-03 1")).error().code, Errc::too_many_values);
}

TEST(ObservationStorageTest, CellsHaveNumbersInTheOrderOfTheirFirstRows) {
  ObservationLog log = log_of({reported("stock", "2024-01 9"), reported("output", "2024-01 1")});
  EXPECT_EQ(log.cell_count(), 2U);
  EXPECT_EQ(log.cell(1), (LogCell{kOutput, 0, kNone}));
  EXPECT_EQ(log.find_cell({kStock, 0, kNone}), 0U);
  EXPECT_EQ(log.find_cell({kRate, 0, kNone}), kNone);
  EXPECT_EQ(log.cell_of(1), 1U);
  {
    ObservationLog::Batch batch(log);
    ASSERT_TRUE(batch.append(reported("rate", "2024-01 1/2")));
    EXPECT_EQ(log.find_cell({kRate, 0, kNone}), 2U);
  }
  EXPECT_EQ(log.find_cell({kRate, 0, kNone}), kNone);
  EXPECT_EQ(log.cell_count(), 2U);
}

}  // namespace
}  // namespace tiendo::observation_storage_test
