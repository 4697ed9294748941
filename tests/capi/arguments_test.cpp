// Every function of tiendo.h with every bad argument: NULL for each pointer in turn, and for each
// number its extremes and numbers that are no code. None crashes; each returns a status that its
// block names; the record of the context says the same and is empty after what went well; what
// was to be written is untouched, a text empty, a handle NULL.
//
// A number that says how much there is behind a pointer is not made larger: nobody can notice that.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "../calls/laws.hpp"

namespace tiendo::calls {
namespace {

// Whether the function may change a handle that it was given, so that a second call may differ.
bool changes_handles(const Function& function) {
  static const std::array<std::string_view, 4> kinds = {
      "tiendo_observations*", "tiendo_plan_builder*", "tiendo_tasks*", "tiendo_partial*"};
  const auto changes = [](const Parameter& parameter) {
    return std::find(kinds.begin(), kinds.end(), parameter.type) != kinds.end();
  };
  return function.name.ends_with("_destroy") ||
         std::any_of(function.parameters.begin(), function.parameters.end(), changes);
}

std::vector<Word> bad_words(const Function& function, const Parameter& parameter) {
  if (parameter.is_pointer()) return {0};
  std::vector<std::int64_t> numbers = {-1, 0, -2};
  if (parameter.type == "int64_t") {
    numbers.push_back(INT64_MIN);
    if (!is_size(function, parameter)) numbers.push_back(INT64_MAX);
  } else {
    for (const std::int64_t number : {INT32_MIN, INT32_MAX, 35, 101}) numbers.push_back(number);
  }
  return {numbers.begin(), numbers.end()};
}

std::string text_of(const Function& function, const Parameter& parameter, Word word) {
  const std::string said =
      parameter.is_pointer() ? "NULL" : std::to_string(static_cast<std::int64_t>(word));
  return std::string(function.name) + '(' + std::string(parameter.name) + " = " + said + ')';
}

TEST(ArgumentsTest, EveryFunctionGoesWellWithGoodOnes) {
  EXPECT_GT(functions().size(), 180U);
  for (const Function& function : functions()) {
    World world;
    const Call call = world.call_of(function);
    tiendo_status status = TIENDO_OK;
    EXPECT_EQ(fault_of(call, &status), "") << function.name;
    EXPECT_EQ(status, TIENDO_OK) << function.name << ": " << sentence_of(world.context());
    world.finish(call);
  }
}

void try_bad_words(const Function& function, std::size_t at) {
  const Parameter& parameter = function.parameters[at];
  auto world = std::make_unique<World>();
  for (const Word word : bad_words(function, parameter)) {
    Call call = world->call_of(function);
    call.words[at] = word;
    tiendo_status status = TIENDO_OK;
    EXPECT_EQ(fault_of(call, &status), "") << text_of(function, parameter, word);
    if (word == 0 && function.name.ends_with("_destroy")) continue;  // nothing was ended
    if (status == TIENDO_OK) world->finish(call);
    if (status == TIENDO_OK && changes_handles(function)) world = std::make_unique<World>();
  }
}

TEST(ArgumentsTest, NoArgumentIsTooBad) {
  for (const Function& function : functions()) {
    for (std::size_t at = 0; at < function.parameters.size(); ++at) try_bad_words(function, at);
  }
}

int32_t end_it(void* /*user*/, const tiendo_progress* /*progress*/) { return 1; }

// Those that tell a watcher are those whose block says that they can be ended by one.
TEST(ArgumentsTest, WhatAWatcherEndsIsCancelledAndNothingElse) {
  for (const Function& function : functions()) {
    World world;
    const Call call = world.call_of(function);
    ASSERT_EQ(tiendo_context_set_watcher(world.context(), &end_it, nullptr), TIENDO_OK);
    tiendo_status status = TIENDO_OK;
    EXPECT_EQ(fault_of(call, &status), "") << function.name;
    EXPECT_EQ(status == TIENDO_E_CANCELLED, function.names(TIENDO_E_CANCELLED)) << function.name;
    if (status == TIENDO_OK) world.finish(call);
  }
}

TEST(ArgumentsTest, AFaultIsSeen) {
  Function function = functions()[0];
  for (const Function& other : functions()) {
    if (other.name == "tiendo_decimal_add") function = other;
  }
  World world;
  Call call = world.call_of(function);
  call.words[1] = 0;
  tiendo_status status = TIENDO_OK;
  EXPECT_EQ(fault_of(call, &status), "");
  function.statuses = bit(TIENDO_OK);
  call.function = &function;
  EXPECT_EQ(fault_of(call, &status), "TIENDO_E_INVALID_ARG is not in its block");
  EXPECT_EQ(status, TIENDO_E_INVALID_ARG);
  function.statuses = bit(TIENDO_E_INVALID_ARG);
  call.outputs[0].room[3] = 0;
  EXPECT_EQ(fault_of(call, &status), "result is not as it was");
}

}  // namespace
}  // namespace tiendo::calls
