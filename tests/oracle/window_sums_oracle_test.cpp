// The sums of all cells against select(), which is asked for each of them: small logs of everything
// that can be reported, and large ones of plain reports, in parts and by several threads. Long
// because all of them are judged by the same few words.

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <map>
#include <random>

#include "../unit/facts/logs.hpp"
#include "draws.hpp"
#include "facts/log_store.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/facts/window_sums.hpp"

namespace tiendo {
namespace {

Plan shared_plan() {
  static const Plan plan = log_plan();
  return plan;
}

Selection selected(const ObservationLog& log, Index number, const WindowQuestion& question) {
  const LogCell cell = log.cell(number);
  return select(log, {cell.indicator, cell.unit, cell.project, question.window, question.as_of,
                      question.known_on, question.edition});
}

// The months of the window that the spans cover, each asked by itself; nothing where one is covered
// in part.
std::optional<std::uint64_t> months_of(const Selection& selection, const Period& window) {
  std::uint64_t months = 0;
  std::int64_t days = 0;
  for (int month = 0; month < *window.months_long(); ++month) {
    const Period one =
        *Period::of(*window.start().plus_months(month), *window.start().plus_months(month + 1));
    for (const Period& span : selection.spans) {
      if (!span.contains(one)) continue;
      months |= std::uint64_t{1} << month;
      days += one.days();
    }
  }
  std::int64_t all = 0;
  for (const Period& span : selection.spans) all += span.days();
  return all == days ? std::optional(months) : std::nullopt;
}

Ratio scaled(std::int64_t number, int scale) { return *(Ratio(number) / *pow(Ratio(10), scale)); }

// What a sum has to say where it is told by one.
void expect_sum(const ObservationLog& log, Index number, const CellSum& sum,
                const WindowQuestion& question) {
  const Selection selection = selected(log, number, question);
  const Index indicator = log.cell(number).indicator;
  const SumScales scales = sum_scales(log, indicator);
  const bool ratio = log.plan().indicators()[indicator].kind == IndicatorKind::ratio;
  ASSERT_EQ(selection.fault, Errc::none);
  ASSERT_FALSE(selection.used.empty());
  ASSERT_EQ(log.cell(number).project, kNone);
  Ratio above;
  Ratio below;
  Status status = Status::official;
  for (const Fact& fact : selection.used) {
    ASSERT_EQ(fact.standing, Standing::value);
    ASSERT_EQ(fact.qualifier, Qualifier::exact);
    ASSERT_EQ(fact.extra, nullptr);
    ASSERT_NE(fact.form, Form::to_date);
    above = *(above + Ratio(fact.value));
    below = *(below + Ratio(fact.denominator));
    status = std::min(status, fact.status);
  }
  EXPECT_EQ(scaled(sum.numerator, scales.numerator), above);
  EXPECT_EQ(scaled(sum.denominator, scales.denominator), ratio ? below : Ratio());
  EXPECT_EQ(std::optional(sum.months), months_of(selection, question.window));
  EXPECT_EQ(sum.status, status);
}

// The one rule that may say "other" for what would be a sum: the numbers are too large or too fine.
bool is_plain(const ObservationLog& log, Index number, const WindowQuestion& question) {
  const Selection selection = selected(log, number, question);
  const TimeRule rule = time_rule_of(log.plan().indicators()[log.cell(number).indicator]);
  const bool months = question.window.months_long().value_or(65) <= 64 &&
                      months_of(selection, question.window).has_value();
  if (rule == TimeRule::mean || log.cell(number).project != kNone || !months) return false;
  for (const Fact& fact : selection.used) {
    const bool short_number = fact.value.abs() < 1'000'000 && fact.value.scale() <= 3 &&
                              fact.denominator.abs() < 1'000'000 && fact.denominator.scale() <= 3;
    if (fact.standing != Standing::value || fact.qualifier != Qualifier::exact || fact.extra ||
        fact.form == Form::to_date || !short_number) {
      return false;
    }
  }
  return selection.fault == Errc::none && !selection.used.empty();
}

struct Counts {
  std::map<Told, int> told;
  int rightly_other = 0;
  int uncorrected = 0;
};

void judge_cell(const ObservationLog& log, Index number, const CellSum& sum,
                const WindowQuestion& question, bool fine_numbers, Counts& counts) {
  ++counts.told[sum.told];
  ASSERT_EQ(window_sum(log, number, question), sum);
  switch (sum.told) {
    case Told::nothing: {
      const Selection selection = selected(log, number, question);
      EXPECT_TRUE(selection.used.empty() && selection.fault == Errc::none);
      EXPECT_EQ(sum, CellSum());
      return;
    }
    case Told::sum: return expect_sum(log, number, sum, question);
    case Told::other:
      // Of numbers that are short beside others that are not, nothing is said.
      EXPECT_FALSE(!fine_numbers && is_plain(log, number, question));
      return;
  }
}

void expect_editions_alike(const ObservationLog& log, WindowQuestion question, Counts& counts) {
  ++counts.uncorrected;
  for (Index number = 0; number < log.cell_count(); ++number) {
    if (log.cell(number).project != kNone) continue;
    question.edition = Edition::latest;
    const Selection latest = selected(log, number, question);
    question.edition = Edition::first;
    const Selection first = selected(log, number, question);
    EXPECT_EQ(used(latest), used(first));
    EXPECT_EQ(coverage(latest), coverage(first));
    EXPECT_EQ(latest.fault, first.fault);
  }
}

void expect_same(const WindowSums& a, const WindowSums& b) {
  EXPECT_EQ(a.numerator, b.numerator);
  EXPECT_EQ(a.denominator, b.denominator);
  EXPECT_EQ(a.months, b.months);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.told, b.told);
}

// Those of a project are asked for alone.
CellSum sum_of(const ObservationLog& log, Index number, const WindowSums& sums,
               const WindowQuestion& question) {
  const LogCell cell = log.cell(number);
  if (cell.project != kNone) return window_sum(log, number, question);
  return sums[cell.indicator * log.plan().units().size() + cell.unit];
}

void judge(const ObservationLog& log, const std::vector<WindowQuestion>& questions,
           bool fine_numbers, Counts& counts) {
  const std::vector<WindowSums> all = window_sums(log, questions);
  ASSERT_EQ(all.size(), questions.size());
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const std::vector<WindowSums> alone = window_sums(log, {&questions[q], 1});
    expect_same(alone[0], all[q]);
    EXPECT_EQ(alone[0].corrected, all[q].corrected);
    for (Index number = 0; number < log.cell_count(); ++number) {
      judge_cell(log, number, sum_of(log, number, all[q], questions[q]), questions[q], fine_numbers,
                 counts);
      if (testing::Test::HasFailure()) {
        FAIL() << "window " << questions[q].window.to_string() << ", as of "
               << questions[q].as_of.to_string() << ", known on "
               << (questions[q].known_on ? questions[q].known_on->to_string() : "ever")
               << ", edition " << static_cast<int>(questions[q].edition) << ", cell " << number;
      }
    }
    if (!all[q].corrected) expect_editions_alike(log, questions[q], counts);
  }
}

template <class... Texts>
std::string pick(std::mt19937_64& random, Texts... texts) {
  const std::string all[] = {texts...};
  return all[random() % sizeof...(texts)];
}

// How wild what is reported is: 0 for plain reports.
std::string random_number(std::mt19937_64& random, unsigned wild) {
  if (wild == 0 || random() % 8 != 0) {
    return pick(random, "1", "2.5", "-3", "12.40", "0", "100.125", "7");
  }
  return pick(random, "9223372036854775807", "-9223372036854775807", "123456789012345678901.5",
              "4611686018427387904", "9007199254740993.25");
}

Observation random_report(std::mt19937_64& random, unsigned wild) {
  const std::string indicator = pick(random, "output", "output", "stock", "stock", "rate", "share");
  const bool ratio = indicator == "rate" || indicator == "share";
  std::string text = pick(random, "2024-01", "2024-02", "2024-03", "2024-04", "2024-Q2", "2024-07",
                          "2023-12", "2023-11", "2025-01", "2025-Q2", "2024-H2");
  if (wild > 0 && random() % 4 == 0) {
    text =
        pick(random, "2024-Q1", "2024", "2024-01-16/2024-02-16", "2024-01-15/2024-02-15",
             "2023-12-15/2024-01-15", "2024-02-10/2024-03-01", "2024-2M", "2023-12-20/2024-02-01");
  }
  if (wild > 0 && indicator == "output" && random() % 8 == 0) text += " to_date";
  if (wild > 0 && random() % 6 == 0) {
    text += ' ' + (ratio ? pick(random, "unchanged", "withheld", "n/a", "1/0", "0/0",
                                "0.00000000000000000001/3", "3/0.0000000000001")
                         : pick(random, "unchanged", "unchanged", "withheld", "n/a", "1 to=2",
                                "words=surplus", "1 met by=office", "1 about", "2 over"));
  } else {
    text += ' ' + random_number(random, wild);
    if (ratio) text += '/' + random_number(random, wild);
  }
  text += pick(random, "", "", "", " estimate", " preliminary");
  if (random() % 4 == 0)
    text += pick(random, " @2024-02-05", " @2024-05-01", " @2025-06-01", " r1");
  if (wild > 0 && indicator == "output" && random() % 10 == 0) text += " project=road";
  Observation o = reported(indicator, text);
  if (random() % 3 == 0) o.unit = "ward";
  if (wild > 0 && o.unit == "ward" && indicator == "stock" && random() % 6 == 0) {
    o = Observation();
    o.indicator = "stock";
    o.unit = "ward";
    o.period = period("2024-03");
    o.standing = random() % 2 == 0 ? Standing::yes : Standing::no;
  }
  return o;
}

WindowQuestion random_question(std::mt19937_64& random) {
  WindowQuestion question{
      period(pick(random, "2024", "2024", "2024-Q1", "2024-01", "2023-10-01/2029-02-01",
                  "2023-10-01/2029-01-01", "2023-12-15/2024-12-15", "2024-01-10/2024-03-09",
                  "2023-12-01/2025-01-01", "2023")),
      day(pick(random, "2024-12-31", "2024-12-31", "2024-02-29", "2024-03-30", "2025-12-31")),
      {},
      random() % 4 == 0 ? Edition::first : Edition::latest};
  if (random() % 3 == 0) {
    question.known_on = day(pick(random, "2024-02-04", "2024-03-31", "2024-05-01"));
  }
  return question;
}

Counts judge_random_logs(const oracle::Draws& draws, unsigned wild) {
  Counts counts;
  for (int round = 0; round < draws.cases(); ++round) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(round);
    std::mt19937_64 random(seed);
    ObservationLog log(shared_plan());
    std::string text;
    for (std::size_t left = 1 + random() % 24; left > 0; --left) {
      const Row row = log.size();
      if (!log.append(random_report(random, wild))) continue;
      text += log.observation(row).indicator + ' ' + shown(log.fact(row)) + '\n';
    }
    std::vector<WindowQuestion> questions;
    for (std::size_t left = 1 + random() % 8; left > 0; --left) {
      questions.push_back(random_question(random));
    }
    judge(log, questions, wild > 0, counts);
    if (testing::Test::HasFailure()) {
      ADD_FAILURE() << "seed " << seed << '\n' << text;
      break;
    }
    draws.tell(round);
  }
  return counts;
}

TEST(WindowSumsOracleTest, LogsOfPlainReports) {
  const oracle::Draws draws(20260201, 1500);
  Counts counts = judge_random_logs(draws, 0);
  if (!draws.enough()) return;
  EXPECT_GT(counts.told[Told::sum], 5'000);
  EXPECT_GT(counts.told[Told::nothing], 3'000);
  EXPECT_GT(counts.uncorrected, 1'000);
}

TEST(WindowSumsOracleTest, LogsOfEverything) {
  const oracle::Draws draws(20260202, 2500);
  Counts counts = judge_random_logs(draws, 1);
  if (!draws.enough()) return;
  EXPECT_GT(counts.told[Told::sum], 5'000);
  EXPECT_GT(counts.told[Told::nothing], 3'000);
  EXPECT_GT(counts.told[Told::other], 5'000);
  EXPECT_GT(counts.uncorrected, 1'000);
}

// One cell, as a reader follows it from row to row.
struct Followed {
  CellReader::Reading said;
  SumScales scales;
};

// Brings a sum to more digits, if it fits.
bool bring(std::int64_t& number, int from, int to) {
  for (; from < to; ++from) {
    if (__builtin_mul_overflow(number, 10, &number)) return false;
  }
  return true;
}

// Reads the cell of the last row of the log as one to which that row has come.
void follow(const ObservationLog& log, CellReader& reader, std::map<Index, Followed>& cells) {
  const Row row = log.size() - 1;
  const Index number = log.cell_of(row);
  const Index indicator = log.cell(number).indicator;
  const CellReader::Reading whole = CellReader(reader.question()).read(log, number);
  const SumScales scales = sum_scales(log, indicator);
  const auto known = cells.find(number);
  CellReader::Reading before;
  bool fits = true;
  if (known != cells.end()) {
    const auto& [said, digits] = known->second;
    before = said;
    fits = bring(before.sum.numerator, digits.numerator, scales.numerator) &&
           bring(before.sum.denominator, digits.denominator, scales.denominator);
  }
  if (fits) {
    const CellReader::Reading now = reader.read(log, number, row, before.sum);
    EXPECT_EQ(now.sum, whole.sum);
    EXPECT_EQ(now.corrected || before.corrected, whole.corrected);
  }
  cells[number] = {whole, scales};
}

void follow_random_logs(const oracle::Draws& draws, unsigned wild) {
  for (int round = 0; round < draws.cases(); ++round) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(round);
    std::mt19937_64 random(seed);
    ObservationLog log(shared_plan());
    CellReader reader(random_question(random));
    std::map<Index, Followed> cells;
    for (std::size_t left = 1 + random() % 48; left > 0; --left) {
      if (random() % 8 == 0) {
        ObservationLog::Batch dropped(log);
        for (int i = 0; i < 3; ++i) static_cast<void>(dropped.append(random_report(random, wild)));
      }
      if (log.append(random_report(random, wild))) follow(log, reader, cells);
      if (!testing::Test::HasFailure()) continue;
      ADD_FAILURE() << "seed " << seed << ", row " << log.size() - 1 << ": "
                    << shown(log.fact(log.size() - 1));
      return;
    }
    draws.tell(round);
  }
}

TEST(WindowSumsOracleTest, ARowThatComesLaterIsAddedAsIfAllWereRead) {
  follow_random_logs(oracle::Draws(20260204, 3000), 0);
  follow_random_logs(oracle::Draws(20260205, 3000), 1);
}

// Rows that come one by one, or in a batch that is kept or dropped.
void report_at_random(std::mt19937_64& random, unsigned wild, ObservationLog& log,
                      ObservationLog& other) {
  std::vector<Observation> reports;
  const unsigned way = random() % 4;
  for (std::size_t left = 1 + random() % (way < 2 ? 3 : 16); left > 0; --left) {
    reports.push_back(random_report(random, wild));
  }
  for (ObservationLog* into : {&log, &other}) {
    if (way < 2) {
      for (const Observation& one : reports) static_cast<void>(into->append(one));
      continue;
    }
    ObservationLog::Batch batch(*into);
    for (const Observation& one : reports) static_cast<void>(batch.append(one));
    if (way == 2) batch.keep();
  }
}

struct KeptCounts {
  int kept = 0;
  int made = 0;
  int corrected = 0;
};

// The same of two logs of the same rows, of which one keeps no sums of this time.
void expect_kept_sums(const ObservationLog& log, const ObservationLog& other,
                      const WindowQuestion& question, KeptCounts& counts) {
  const WindowSums sums = std::move(window_sums(log, {&question, 1})[0]);
  const WindowSums expected = std::move(window_sums(other, {&question, 1})[0]);
  expect_same(sums, expected);
  ASSERT_EQ(sums.corrected, expected.corrected);
  Watch unwatched;
  const auto kept = LogAccess::store(log).sums().answer(log, question, unwatched);
  ASSERT_FALSE(LogAccess::store(other).sums().answer(other, question, unwatched).has_value());
  ++(kept ? counts.kept : counts.made);
  if (!kept) return;
  expect_same(*kept, expected);
  ASSERT_EQ(kept->corrected, expected.corrected);
  counts.corrected += kept->corrected ? 1 : 0;
}

// Both units and all indicators, so that a few cells among them may be read again.
std::vector<Observation> of_all_cells(std::mt19937_64& random) {
  std::vector<Observation> rows;
  for (const char* unit : {"town", "ward"}) {
    for (const char* indicator : {"output", "stock", "rate", "share", "price"}) {
      const std::string name = indicator;
      const std::string number = random_number(random, 0);
      const bool ratio = name == "rate" || name == "share";
      rows.push_back(reported(indicator, "2024-01 " + number + (ratio ? "/7" : "")));
      rows.back().unit = unit;
    }
  }
  return rows;
}

KeptCounts judge_kept_sums(const oracle::Draws& draws, unsigned wild) {
  KeptCounts counts;
  static const Plan plan = log_plan("2024");
  // Running totals count from the same day.
  static const Plan other_plan = log_plan("2024-01-01/2026-01-01");
  for (int round = 0; round < draws.cases(); ++round) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(round);
    std::mt19937_64 random(seed);
    ObservationLog log(plan);
    ObservationLog other(other_plan);
    const std::vector<Observation> first = of_all_cells(random);
    for (ObservationLog* into : {&log, &other}) EXPECT_TRUE(into->append_all(first).empty());
    for (std::size_t left = 1 + random() % 4; left > 0; --left) {
      report_at_random(random, wild, log, other);
      EXPECT_EQ(log.size(), other.size());
      const Date as_of = day(pick(random, "2024-12-31", "2025-12-31", "2024-02-29", "2024-06-30",
                                  "2024-03-30", "2023-12-31"));
      expect_kept_sums(log, other, {period("2024"), as_of, {}, Edition::latest}, counts);
    }
    if (testing::Test::HasFailure()) {
      ADD_FAILURE() << "seed " << seed;
      break;
    }
    draws.tell(round);
  }
  return counts;
}

TEST(WindowSumsOracleTest, SumsThatAreKeptAreThoseOfTheRowsOfPlainReports) {
  const oracle::Draws draws(20261130, 1500);
  const KeptCounts counts = judge_kept_sums(draws, 0);
  if (!draws.enough()) return;
  EXPECT_GT(counts.kept, 400);
  EXPECT_GT(counts.made, 500);
  EXPECT_GT(counts.corrected, 200);
}

TEST(WindowSumsOracleTest, SumsThatAreKeptAreThoseOfTheRowsOfEverything) {
  const oracle::Draws draws(20261201, 2500);
  const KeptCounts counts = judge_kept_sums(draws, 1);
  if (!draws.enough()) return;
  EXPECT_GT(counts.kept, 400);
  EXPECT_GT(counts.made, 500);
  EXPECT_GT(counts.corrected, 200);
}

constexpr std::size_t kUnits = 800;
constexpr int kMonths = 72;

// Many units with a flow, a level and a ratio.
Plan wide_plan() {
  PlanBuilder builder;
  PlanHead head;
  head.id = "plan";
  head.period = period("2024");
  builder.set_head(head);
  Measure measure;
  measure.id = "ha";
  measure.kind = "area";
  builder.add(measure);
  for (std::size_t i = 0; i < kUnits; ++i) {
    ResponsibleUnit unit;
    unit.id = "u" + std::to_string(i);
    builder.add(unit);
  }
  for (const IndicatorKind kind :
       {IndicatorKind::flow, IndicatorKind::level, IndicatorKind::ratio}) {
    Indicator indicator;
    indicator.id = "i" + std::to_string(static_cast<int>(kind));
    indicator.measure = "ha";
    indicator.kind = kind;
    builder.add(indicator);
  }
  return *builder.build().value;
}

// Whole months, so that the rows of a cell lie in all chunks; each row with a context of its own
// where asked, so that contexts need more than 16 bits; month by month in the order of the units
// where asked, and otherwise in none.
ObservationLog wide_log(const Plan& plan, bool many_contexts, bool in_order) {
  ObservationLog log(plan);
  std::mt19937_64 random(20260203);
  std::vector<Index> indicator, unit;
  std::vector<std::int32_t> start, end, revision;
  std::vector<std::int64_t> number, parts;
  std::vector<std::uint8_t> is_value, is_ratio, scales;
  std::vector<Status> status;
  const auto put = [&](std::vector<std::uint8_t>& bits, bool there) {
    const std::size_t row = indicator.size() - 1;
    if (row % 8 == 0) bits.push_back(0);
    if (there) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << row % 8);
  };
  for (int step = 0; step < kMonths; ++step) {
    const int month = step * 29 % kMonths;  // not in the order of time
    const Date first = *day("2020-01-01").plus_months(month);
    for (std::size_t at = 0; at < kUnits; ++at) {
      for (Index i = 0; i < 3; ++i) {
        if (random() % 50 == 0) continue;
        indicator.push_back(i);
        unit.push_back(static_cast<Index>(in_order ? at : at * 397 % kUnits));
        start.push_back(first.days());
        end.push_back(first.plus_months(1)->days());
        revision.push_back(many_contexts ? static_cast<std::int32_t>(indicator.size()) : 0);
        number.push_back(static_cast<std::int64_t>(random() % 1'000'000) - 500'000);
        parts.push_back(static_cast<std::int64_t>(random() % 1'000));
        scales.push_back(static_cast<std::uint8_t>(random() % 3));
        status.push_back(static_cast<Status>(random() % 40 == 0 ? random() % 3 : 2));
        put(is_value, i != 2);
        put(is_ratio, i == 2);
        if (at % 97 == 1 && (step == 2 || step == kMonths - 3)) {
          // Two in 2024, in two chunks: only their sum is too large.
          number.back() = std::numeric_limits<std::int64_t>::max() / 1000 * 6;
          scales.back() = 0;
        }
        if (at % 97 == 0 && random() % 8 == 0) {
          // A number with which some sums overflow on their way.
          number.back() = std::numeric_limits<std::int64_t>::max() / 200;
        }
      }
    }
  }
  ObservationColumns columns;
  columns.indicator = {{}, indicator};
  columns.unit = {{}, unit};
  columns.start = start;
  columns.end = end;
  columns.revision = revision;
  columns.status = status;
  columns.value = {number, {}, is_value, 0, scales};
  columns.numerator = {number, {}, is_ratio, 0, scales};
  columns.denominator = {parts, {}, is_ratio, 0, scales};
  const Diagnostics findings = log.append_columns(columns);
  EXPECT_TRUE(findings.empty()) << findings[0].sentence;
  return log;
}

TEST(WindowSumsOracleTest, LargeLogsByAnyNumberOfThreads) {
  const Plan plan = wide_plan();
  const std::vector<WindowQuestion> questions = {
      {period("2024"), day("2024-12-31"), {}, Edition::latest},
      {period("2020-09-01/2026-01-01"), day("2025-11-30"), {}, Edition::latest},
      {period("2020-03-01/2025-01-01"), day("2023-11-30"), day("2023-10-31"), Edition::first},
  };
  for (const auto& [many_contexts, in_order] :
       {std::pair(false, true), std::pair(true, true), std::pair(false, false)}) {
    const ObservationLog log = wide_log(plan, many_contexts, in_order);
    ASSERT_GT(log.size(), Chunked<Index>::kChunk);
    ASSERT_EQ(LogAccess::store(log).high_contexts().size() > 0, many_contexts);
    const std::vector<WindowSums> all = window_sums(log, questions);
    for (const int threads : {2, 3, 8}) {
      const std::vector<WindowSums> other = window_sums(log, questions, threads);
      for (std::size_t q = 0; q < questions.size(); ++q) {
        expect_same(other[q], all[q]);
        EXPECT_FALSE(other[q].corrected);
      }
    }
    Counts counts;
    for (std::size_t q = 0; q < questions.size(); ++q) {
      for (Index number = 0; number < log.cell_count(); number += 7) {
        judge_cell(log, number, sum_of(log, number, all[q], questions[q]), questions[q], true,
                   counts);
      }
    }
    EXPECT_GT(counts.told[Told::sum], 400);
    EXPECT_EQ(counts.told[Told::nothing], 0);
  }
}

}  // namespace
}  // namespace tiendo
