// Partial results when memory runs out at any place: what was asked for has not happened, and
// nothing that there was has changed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/partial_text.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace {

// Allocations until one fails; below zero for never.
long allocations_left = -1;
bool once = true;  // or every one from then on
bool failed = false;

}  // namespace

// Not inlined: the compiler would warn of memory from new that goes to free.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (allocations_left == 0) {
    failed = true;
    if (once) allocations_left = -1;
    throw std::bad_alloc();
  }
  if (allocations_left > 0) --allocations_left;
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

// Lets `work` fail at its first allocation, at its second and so on until it succeeds, and then,
// from what `begin` makes, again: this time all that follow fail too. `work` returns the code of
// what went wrong, or throws; each time `check` looks at what must not have changed.
template <class Begin, class Work, class Check>
void fail_everywhere(const Begin& begin, const Work& work, const Check& check) {
  for (const bool alone : {true, false}) {
    begin();
    for (long allowed = 0;; ++allowed) {
      allocations_left = allowed;
      once = alone;
      failed = false;
      Errc code = Errc::none;
      try {
        code = work();
      } catch (const std::bad_alloc&) {
        code = Errc::out_of_memory;
      }
      allocations_left = -1;
      if (!failed) {
        EXPECT_EQ(code, Errc::none);
        EXPECT_GT(allowed, 10) << "little was allocated";
        break;
      }
      ASSERT_EQ(code, Errc::out_of_memory) << "after " << allowed << " allocations";
      check();
      if (testing::Test::HasFailure()) FAIL() << "after " << allowed << " allocations";
    }
  }
}

// A land of two parts. Sums suffice for `x`, but reports of `mean` are held as they are.
constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
 "measures": [{"id": "t", "kind": "mass"}, {"id": "percent", "kind": "share", "factor": "0.01"}],
 "units": [{"id": "land"}, {"id": "a", "parent": "land"}, {"id": "b", "parent": "land"},
  {"id": "a1", "parent": "a"}, {"id": "a2", "parent": "a"}, {"id": "b1", "parent": "b"}],
 "indicators": [{"id": "x", "kind": "flow", "measure": "t"},
  {"id": "mean", "kind": "level", "measure": "t", "time_rule": "mean"},
  {"id": "r", "kind": "ratio", "of": "flow", "measure": "percent"}],
 "plan": {"id": "p", "unit": "land", "period": "2024", "targets": [
  {"indicator": "x", "at_least": "6"}, {"indicator": "mean", "at_least": "3"},
  {"indicator": "r", "at_least": "50"}]}})";

constexpr std::string_view kHeader = "indicator,unit,period,value,numerator,denominator,note\n";
constexpr std::string_view kOfA =
    "x,a1,2024,5,,,\nx,a2,2024,7.5,,,\nmean,a,2024-05,2,,,a note that stands in no short string\n"
    "mean,a1,2024-06,123456789012345678901234567890,,,\nr,a1,2024,,1,2,\nr,a2,2024,,1,3,\n";
constexpr std::string_view kOfB = "x,b1,2024,9,,,\nmean,b,2024-05,4,,,another long note of b\n";

class PartialMemoryTest : public testing::Test {
 protected:
  ObservationLog log_of(std::string_view rows) const {
    ObservationLog log(plan_.plan());
    const std::string text = std::string(kHeader) + std::string(rows);
    EXPECT_TRUE(read_observations(text, "rows", NumberFormat::plain(), log).empty());
    return log;
  }
  PartUnits below(std::string_view unit) const { return {{plan_.plan().find_unit(unit)}, {}}; }
  static Request by_end() {
    Request request;
    request.as_of = *Date::parse("2024-12-31");
    return request;
  }
  Partial of(std::string_view rows, std::string_view unit) const {
    return *Partial::of(log_of(rows), by_end(), below(unit));
  }
  std::string text_of(const Partial& partial) const { return write_partial(partial, plan_); }

  MarkedPlan plan_{*read_plan(kPlan, "plan").value};
};

TEST_F(PartialMemoryTest, ItIsMadeOrNot) {
  const ObservationLog log = log_of(kOfA);
  const std::string before = write_observations(log, NumberFormat::plain());
  const std::string wanted = text_of(of(kOfA, "a"));
  const Request request = by_end();
  const PartUnits units = below("a");
  std::optional<Result<Partial>> made;
  fail_everywhere([] {},
                  [&] {
                    made.reset();
                    made = Partial::of(log, request, units);
                    return *made ? Errc::none : made->error().code;
                  },
                  [&] { EXPECT_EQ(write_observations(log, NumberFormat::plain()), before); });
  const Partial& partial = **made;
  EXPECT_FALSE(partial.parts().sums.empty());
  EXPECT_EQ(partial.reports().size(), 2U);  // the test is of both kinds
  EXPECT_EQ(text_of(partial), wanted);
}

TEST_F(PartialMemoryTest, ItIsMergedOrBothAreAsTheyWere) {
  const Partial other = of(kOfB, "b");
  const std::string text_of_other = text_of(other);
  const std::string before = text_of(of(kOfA, "a"));
  Partial wanted = of(kOfB, "b");
  ASSERT_FALSE(wanted.merge(of(kOfA, "a")));
  Partial partial = of(kOfA, "a");
  fail_everywhere([&] { partial = of(kOfA, "a"); },
                  [&] {
                    const std::optional<Error> problem = partial.merge(other);
                    return problem ? problem->code : Errc::none;
                  },
                  [&] {
                    EXPECT_EQ(text_of(partial), before);
                    EXPECT_EQ(text_of(other), text_of_other);
                  });
  EXPECT_EQ(text_of(partial), text_of(wanted));
  EXPECT_EQ(partial.merge(other)->code, Errc::parts_overlap);
}

TEST_F(PartialMemoryTest, ItIsWrittenWholeOrNot) {
  const Partial partial = of(kOfA, "a");
  const std::string wanted = text_of(partial);
  std::string text;
  fail_everywhere([] {},
                  [&] {
                    text = text_of(partial);
                    return Errc::none;
                  },
                  [&] { EXPECT_EQ(text_of(partial), wanted); });
  EXPECT_EQ(text, wanted);
}

TEST_F(PartialMemoryTest, ItIsReadOrNot) {
  const std::string text = text_of(of(kOfA, "a"));
  std::string back;
  fail_everywhere([] {},
                  [&] {
                    const Checked<Partial> read = read_partial(text, "text", plan_);
                    const long left = std::exchange(allocations_left, -1);
                    EXPECT_NE(read.value.has_value(), failed);
                    if (read) back = text_of(*read.value);
                    allocations_left = left;
                    return read ? Errc::none : read.diagnostics.front().code;
                  },
                  [] {});
  EXPECT_EQ(back, text);
}

}  // namespace
}  // namespace tiendo
