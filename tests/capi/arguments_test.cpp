// Every function of tiendo.h with every bad argument: NULL for each pointer in turn, and for each
// number its extremes and numbers that are no code. None crashes; each returns a status that its
// block names; the record of the context says the same and is empty after what went well; what
// was to be written is untouched, a text empty, a handle NULL.
//
// A number that says how much there is behind a pointer is not made larger: nobody can notice that.

#include <gtest/gtest.h>

#include <climits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "../calls/world.hpp"

namespace tiendo::calls {
namespace {

// Whether the function may change a handle that it was given, so that a second call may differ.
bool changes_handles(const Function& function) {
  if (function.name.ends_with("_destroy")) return true;
  for (const Parameter& parameter : function.parameters) {
    const bool one = parameter.type.ends_with('*') && !parameter.type.ends_with("**");
    if (!one || !parameter.type.starts_with("tiendo_")) continue;
    for (const char* const kind :
         {"tiendo_observations*", "tiendo_plan_builder*", "tiendo_tasks*", "tiendo_partial*"}) {
      if (parameter.type == kind) return true;
    }
  }
  return function.name == "tiendo_report_create" || function.name == "tiendo_observations_reopen";
}

// Whether the number says how much there is behind a pointer.
bool is_size(const Function& function, const Parameter& parameter) {
  if (function.name == "tiendo_working_days_add") return false;
  return parameter.name == "capacity" || parameter.name == "rows" ||
         parameter.name.ends_with("length") || parameter.name.ends_with("count");
}

std::vector<Word> bad_words(const Function& function, const Parameter& parameter) {
  if (parameter.is_pointer()) return {0};
  std::vector<std::int64_t> numbers = {-1, 0, -2};
  if (parameter.type == "int64_t") {
    numbers.push_back(INT64_MIN);
    if (!is_size(function, parameter)) numbers.push_back(INT64_MAX);
  } else {
    for (const std::int64_t number :
         {std::int64_t{INT32_MIN}, std::int64_t{INT32_MAX}, std::int64_t{35}, std::int64_t{101}}) {
      numbers.push_back(number);
    }
  }
  return {numbers.begin(), numbers.end()};
}

struct Record {
  tiendo_error_info info{};
  std::string sentence;
};

Record record_of(const tiendo_context* context) {
  Record record;
  record.info.struct_size = sizeof record.info;
  EXPECT_EQ(tiendo_context_last_error(context, &record.info), TIENDO_OK);
  char text[2000];
  std::int64_t length = 0;
  EXPECT_EQ(
      tiendo_context_last_error_text(context, TIENDO_MESSAGE_SENTENCE, text, sizeof text, &length),
      TIENDO_OK);
  record.sentence = text;
  return record;
}

// What the record of the context has to be after a call.
void expect_record(const Call& call, tiendo_status status, const std::string& what) {
  const auto* context = reinterpret_cast<const tiendo_context*>(call.words[0]);
  const Record record = record_of(context);
  if (!call.function->has_record()) {
    EXPECT_EQ(record.info.status, TIENDO_E_PARSE) << what << ": the record has changed";
    return;
  }
  EXPECT_EQ(record.info.status, status) << what << ": the record says another";
  if (status != TIENDO_OK) {
    EXPECT_NE(record.sentence, "") << what << ": a failure without a sentence";
    return;
  }
  EXPECT_EQ(record.sentence, "") << what;
  EXPECT_EQ(record.info.code, 0) << what;
  EXPECT_EQ(record.info.row, -1) << what;
  EXPECT_EQ(record.info.byte_offset, -1) << what;
  EXPECT_EQ(record.info.line, 0) << what;
  EXPECT_EQ(record.info.column, 0) << what;
}

bool may_be_counted(const Parameter& parameter, tiendo_status status) {
  if (parameter.type != "int64_t*") return false;
  return parameter.name == "length" ||
         (status == TIENDO_E_SMALL_BUFFER && parameter.name == "count");
}

// Rule 1 of the header, about a call that failed.
void expect_untouched(const Call& call, tiendo_status status, const std::string& what) {
  for (const Output& output : call.outputs) {
    if (call.words[output.parameter] == 0) continue;  // was not passed
    const Parameter& parameter = call.function->parameters[output.parameter];
    if (parameter.type == "char*" && output.room[0] == '\0') continue;
    if (may_be_counted(parameter, status)) continue;
    if (parameter.is_made() && call.function->name != "tiendo_observations_reopen") {
      EXPECT_EQ(output.handle(), nullptr) << what << ": " << parameter.name;
      continue;
    }
    EXPECT_TRUE(output.is_untouched()) << what << ": " << parameter.name;
  }
}

std::string number_text(const Parameter& parameter, Word word) {
  if (parameter.is_pointer()) return word == 0 ? "NULL" : "good";
  return std::to_string(static_cast<std::int64_t>(word));
}

// Makes a call and looks at all that it leaves.
tiendo_status try_call(const Call& call, const std::string& what) {
  const Function& function = *call.function;
  const tiendo_status status = call.make();
  if (!function.returns_status()) return TIENDO_OK;
  EXPECT_TRUE(function.names(status))
      << what << ": " << tiendo_status_name(status) << " is not in its block";
  const bool has_context = function.parameters[0].type.ends_with("tiendo_context*");
  if (has_context && call.words[0] != 0) expect_record(call, status, what);
  if (status != TIENDO_OK) expect_untouched(call, status, what);
  return status;
}

TEST(ArgumentsTest, EveryFunctionGoesWellWithGoodOnes) {
  EXPECT_GT(functions().size(), 180U);
  for (const Function& function : functions()) {
    World world;
    const Call call = world.call_of(function);
    EXPECT_EQ(try_call(call, std::string(function.name)), TIENDO_OK)
        << function.name << ": " << record_of(world.context()).sentence;
    world.finish(call);
  }
}

void try_bad_words(const Function& function, std::size_t at) {
  const Parameter& parameter = function.parameters[at];
  auto world = std::make_unique<World>();
  for (const Word word : bad_words(function, parameter)) {
    Call call = world->call_of(function);
    call.words[at] = word;
    const std::string what = std::string(function.name) + "(" + std::string(parameter.name) +
                             " = " + number_text(parameter, word) + ")";
    const tiendo_status status = try_call(call, what);
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

}  // namespace
}  // namespace tiendo::calls
