// Every function of tiendo.h when memory runs out, at its first allocation, at its second, and so
// on until it goes well: once, and once for good. Each time it says TIENDO_E_NO_MEMORY, hands out
// nothing and has changed nothing, so that the call that goes well at last says what it says
// elsewhere. And an exception that nobody expects becomes TIENDO_E_INTERNAL. What was allocated is
// counted: all of it is given back.
//
// Of functions that allocate more often than two hundred times, what lies behind is tried at every
// 17th allocation; at every one in the preset `oracle`, which sets TIENDO_ALLOCATIONS. capi/memory
// tries every one of a whole run; here no function can be forgotten.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string>

#include "../calls/laws.hpp"

namespace {

enum class Failure { none, once, for_good, strange };

// Threads of the library allocate, too.
std::atomic<Failure> failure = Failure::none;
std::atomic<long> allocations_left = 0;
std::atomic<long> blocks = 0;

bool must_fail() {
  if (failure == Failure::none) return false;
  const long left = --allocations_left;
  return left < 0 && (failure == Failure::for_good || left == -1);
}

void* take(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  ++blocks;
  return memory;
}

void* allocate(std::size_t size) {
  if (must_fail()) {
    if (failure == Failure::strange) throw std::logic_error("unexpected");
    throw std::bad_alloc();
  }
  return take(size);
}

void give_back(void* memory) {
  if (memory != nullptr) --blocks;
  std::free(memory);
}

}  // namespace

// The library takes its memory from the program's operator new, so this reaches into it.
void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// Who asks like this goes on without the memory, so that no failure is seen: not counted.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return take(size); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
// Of these not every compiler knows that the library calls them.
[[gnu::visibility("default")]] void operator delete(void* memory, std::size_t /*size*/) noexcept {
  give_back(memory);
}
[[gnu::visibility("default")]] void operator delete[](void* memory, std::size_t /*size*/) noexcept {
  give_back(memory);
}
void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept { give_back(memory); }

namespace tiendo::calls {
namespace {

void expect_nothing_made(const Call& call, const std::string& what) {
  for (const Output& output : call.outputs) {
    const Parameter& parameter = call.function->parameters[output.parameter];
    const bool stays = call.function->name == "tiendo_observations_reopen";
    const bool is_stream = parameter.type == "struct ArrowArrayStream*";
    EXPECT_TRUE(!parameter.is_made() || stays || output.handle() == nullptr) << what;
    EXPECT_TRUE(!is_stream || output.is_untouched()) << what;
  }
}

void expect_record(const Call& call, tiendo_status status, const std::string& what) {
  if (!call.function->has_record()) return;
  tiendo_error_info info{};
  info.struct_size = sizeof info;
  const auto* const context = reinterpret_cast<const tiendo_context*>(call.words[0]);
  EXPECT_EQ(tiendo_context_last_error(context, &info), TIENDO_OK) << what;
  EXPECT_EQ(info.status, status) << what;
}

// Makes the call with its allocation number `at` failing; whether there were that many.
bool fails_at(const Call& call, Failure kind, long at, tiendo_status* status) {
  allocations_left = at;
  failure = kind;
  *status = call.make();
  failure = Failure::none;
  return allocations_left < 0;
}

// The allocation to try after one.
long after(long at) {
  static const bool all = std::getenv("TIENDO_ALLOCATIONS") != nullptr;
  return at < 200 || all ? at + 1 : at + 17;
}

// Lets a function fail at each of its allocations; how many there were.
long exhaust(const Function& function, Failure kind, tiendo_status wanted,
             const std::string& whole) {
  auto world = std::make_unique<World>();
  for (long at = 0;; at = after(at)) {
    const std::string what = std::string(function.name) + ", allocation " + std::to_string(at);
    const Call call = world->call_of(function);
    tiendo_status status = TIENDO_OK;
    const bool failed = fails_at(call, kind, at, &status);
    const bool is_void = !function.returns_status();
    if (!is_void) expect_record(call, status, what);
    // Sorting does without the memory that it asks for, so a failure may also do no harm at all.
    if (is_void || status == TIENDO_OK) {
      EXPECT_EQ(written(call), whole) << what;
      world->finish(call);
      if (!failed) return at;
      world = std::make_unique<World>();
      continue;
    }
    EXPECT_EQ(status, wanted) << what;
    expect_nothing_made(call, what);
    if (!failed) return at;
  }
}

void exhaust_all(Failure kind, tiendo_status wanted) {
  long all = 0;
  for (const Function& function : functions()) {
    const std::string whole = wanted_of(function);  // also makes what the library keeps for good
    const long before = blocks;
    const long allocations = exhaust(function, kind, wanted, whole);
    EXPECT_EQ(blocks, before) << function.name << " leaks";
    all += allocations;
  }
  EXPECT_GT(all, 5000);
}

TEST(ScarceTest, EveryAllocationOfEveryFunctionMayFailOnce) {
  exhaust_all(Failure::once, TIENDO_E_NO_MEMORY);
}

TEST(ScarceTest, EveryAllocationOfEveryFunctionMayBeTheLast) {
  exhaust_all(Failure::for_good, TIENDO_E_NO_MEMORY);
}

TEST(ScarceTest, NoExceptionLeavesAnyFunction) { exhaust_all(Failure::strange, TIENDO_E_INTERNAL); }

}  // namespace
}  // namespace tiendo::calls
