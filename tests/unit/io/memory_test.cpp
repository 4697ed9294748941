// When memory runs out at any place of long work, that is an error like others: nothing is
// half-read.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <random>
#include <string>

#include "io/observation_reader.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/report_writer.hpp"

namespace {

// Allocations until one fails, in whatever thread; below zero for never.
std::atomic<long> allocations_left = -1;
std::atomic<bool> once = true;  // or every one from then on
std::atomic<bool> failed = false;

bool must_fail() {
  long left = allocations_left;
  while (left > 0 && !allocations_left.compare_exchange_weak(left, left - 1)) {
  }
  return left == 0;
}

}  // namespace

// Not inlined: the compiler would warn of memory from new that goes to free.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (must_fail()) {
    failed = true;
    if (once) allocations_left = -1;
    throw std::bad_alloc();
  }
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

// Who asks like this goes on without the memory, so that no failure is seen: not counted.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}

[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
// Clang would hide this one, and libstdc++ use another.
[[gnu::noinline, gnu::visibility("default")]] void operator delete(void* memory,
                                                                   std::size_t) noexcept {
  std::free(memory);
}

namespace tiendo {
namespace {

// Lets `work` fail at its first allocation, at its second and so on: of the first hundreds at each,
// then at random ones until it succeeds. `work` returns the code of what went wrong.
template <class Work, class Check>
void fail_everywhere(const Work& work, const Check& check) {
  std::mt19937 random(1);
  for (const bool alone : {true, false}) {
    long failures = 0;
    for (long allowed = 0;;) {
      allocations_left = allowed;
      once = alone;
      failed = false;
      Errc code = Errc::none;
      try {
        code = work();
      } catch (const std::bad_alloc&) {
        code = Errc::out_of_memory;
        // Only where there is not even memory to say so.
        EXPECT_LT(allowed, 3) << "an exception after " << allowed << " allocations";
      }
      allocations_left = -1;
      if (!failed) {
        EXPECT_EQ(code, Errc::none);
        break;
      }
      ++failures;
      ASSERT_EQ(code, Errc::out_of_memory) << "after " << allowed << " allocations";
      check();
      allowed +=
          allowed < 300 ? 1 : 1 + static_cast<long>(random() % static_cast<unsigned>(allowed / 20));
    }
    EXPECT_GT(failures, 50);
  }
}

Errc first_code(const Diagnostics& findings) {
  return has_errors(findings) ? findings.front().code : Errc::none;
}

constexpr const char* kFolder = TIENDO_SOURCE_DIR "/docs/examples/bim-son-2024/";

std::string text_of_file(const char* name) { return *read_file(std::string(kFolder) + name); }

TEST(MemoryTest, APlanIsReadOrNot) {
  const std::string text = text_of_file("plan.json");
  for (const unsigned threads : {1U, 2U}) {
    fail_everywhere(
        [&] {
          const PlanReading reading = read_plan(text, "plan.json", {}, {threads, {}});
          return first_code(reading.plan.diagnostics);
        },
        [] {});
  }
}

TEST(MemoryTest, APlanWithATableIsReadOrNot) {
  const std::string text = R"({"format": "tiendo-plan/1",
    "measures": [{"id": "km", "kind": "length"}],
    "units": {"table": "units.csv"},
    "indicators": [{"id": "roads", "measure": "km", "kind": "flow"}],
    "plan": {"id": "p", "unit": "a", "period": "2024"}})";
  const std::string table =
      "id,parent,name\na,,Town\nb,a,\"Ward, the first\"\nc,a,A ward with a longer name\n";
  const TableLoader load = [&](const std::string&) -> Result<std::string> { return table; };
  fail_everywhere(
      [&] {
        const PlanReading reading = read_plan(text, "plan.json", load);
        EXPECT_TRUE(reading.plan || reading.tables.empty());
        return first_code(reading.plan.diagnostics);
      },
      [] {});
}

TEST(MemoryTest, ObservationsAreReadOrTheLogIsAsItWas) {
  const Plan plan = *read_plan(text_of_file("plan.json"), "plan.json").value;
  const std::string text = text_of_file("observations.csv");
  ObservationLog log(plan);
  const std::string before = write_observations(log, NumberFormat::plain());
  fail_everywhere(
      [&] {
        const long left = allocations_left.exchange(-1);
        log = ObservationLog(plan);
        allocations_left = left;
        return first_code(read_observations(text, "o.csv", NumberFormat::plain(), log));
      },
      [&] {
        EXPECT_EQ(log.size(), 0U);
        EXPECT_EQ(write_observations(log, NumberFormat::plain()), before);
      });
  EXPECT_GT(log.size(), 10U);
}

// While a thread reads chunks of rows, another appends those before them.
TEST(MemoryTest, ObservationsAreReadByTwoThreadsOrTheLogIsAsItWas) {
  const Plan plan = *read_plan(text_of_file("plan.json"), "plan.json").value;
  std::string text = "indicator,period,value,recorded_on\n";
  for (int day = 1; day <= 400; ++day) {
    text += plan.indicators()[static_cast<std::size_t>(day) % 7].id + ",2024," +
            std::to_string(day) + ',' + Date::from_days(19800 + day)->to_string() + '\n';
  }
  ObservationLog log(plan);
  fail_everywhere(
      [&] {
        const long left = allocations_left.exchange(-1);
        log = ObservationLog(plan);
        allocations_left = left;
        return first_code(
            read_observations_by(20, text, "o.csv", NumberFormat::plain(), log, {2, {}}));
      },
      [&] { EXPECT_EQ(log.size(), 0U); });
  EXPECT_EQ(log.size(), 400U);
}

TEST(MemoryTest, ALogThatHasSomethingKeepsItAndGoesOn) {
  const Plan plan = *read_plan(text_of_file("plan.json"), "plan.json").value;
  const std::string path = std::string(kFolder) + "observations.csv";
  ObservationLog whole(plan);
  ASSERT_TRUE(read_observations_file(path, NumberFormat::plain(), whole).empty());
  const std::string rows = write_observations(whole, NumberFormat::plain());
  // The second half comes into a log that has the first.
  const std::size_t line = rows.find('\n', rows.size() / 2) + 1;
  const std::string header = rows.substr(0, rows.find('\n') + 1);
  ObservationLog log(plan);
  ASSERT_TRUE(read_observations(rows.substr(0, line), "a.csv", NumberFormat::plain(), log).empty());
  const std::string before = write_observations(log, NumberFormat::plain());
  const std::string rest = header + rows.substr(line);
  for (long allowed = 3;; ++allowed) {
    allocations_left = allowed;
    once = true;
    failed = false;
    const Diagnostics findings = read_observations(rest, "b.csv", NumberFormat::plain(), log);
    allocations_left = -1;
    if (!failed) {
      EXPECT_TRUE(findings.empty());
      break;
    }
    ASSERT_EQ(first_code(findings), Errc::out_of_memory);
    EXPECT_EQ(findings.front().place.file, "b.csv");
    ASSERT_EQ(write_observations(log, NumberFormat::plain()), before) << allowed;
  }
  EXPECT_EQ(write_observations(log, NumberFormat::plain()), rows);
}

TEST(MemoryTest, AReportIsMadeOrNot) {
  ObservationLog log(*read_plan(text_of_file("plan.json"), "plan.json").value);
  ASSERT_TRUE(
      read_observations_file(std::string(kFolder) + "observations.csv", NumberFormat::plain(), log)
          .empty());
  Request request;
  request.as_of = *Date::parse("2024-12-31");
  for (const unsigned threads : {1U, 2U, 1U, 3U}) {
    fail_everywhere(
        [&] {
          const Result<Report> report = evaluate(log, request, {threads, {}});
          return report ? Errc::none : report.error().code;
        },
        [] {});
    if (threads > 1) request.levels = 2;
  }
}

}  // namespace
}  // namespace tiendo
